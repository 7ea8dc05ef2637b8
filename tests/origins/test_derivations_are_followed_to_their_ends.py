from hypothesis import given
from hypothesis import strategies as st

from firsthand.origins.derivations import Derivations
from firsthand.values.brief import Derivation

sources = st.sampled_from("abcdefgh")
steps = st.lists(st.builds(Derivation, derived=sources, root=sources, by_text=st.booleans()))


@given(steps=steps, some=st.frozensets(sources))
def test_steps_among_some_sources_lead_to_the_same_ones_as_all_steps(
    steps: list[Derivation], some: frozenset[str]
) -> None:
    whole = Derivations(steps)

    short = Derivations(whole.among(sorted(some)))

    for source in some:
        assert set(short.roots_of(source)) == set(whole.roots_of(source)) & some
        assert set(short.text_roots_of(source)) == set(whole.text_roots_of(source)) & some


@given(steps=steps, asked=st.permutations("abcdefgh"))
def test_what_was_asked_before_changes_no_answer(steps: list[Derivation], asked: list[str]) -> None:
    after_others = Derivations(steps)
    for source in asked:
        after_others.roots_of(source)

    for source in asked:
        assert set(after_others.roots_of(source)) == set(Derivations(steps).roots_of(source))


@given(steps=steps, source=sources)
def test_a_source_that_took_words_over_knows_where_they_began(
    steps: list[Derivation], source: str
) -> None:
    derivations = Derivations(steps)

    began = derivations.first_texts_of(source)

    assert bool(began) == bool(derivations.text_roots_of(source))
    assert set(began) <= set(derivations.text_roots_of(source))


def test_a_loop_leads_nowhere_outside_itself() -> None:
    loop = [
        Derivation(derived="a", root="b", by_text=True),
        Derivation(derived="b", root="a", by_text=True),
    ]

    assert Derivations(loop).text_roots_of("a") == ["b"]
    assert Derivations(loop).first_texts_of("a") == ("b",)
