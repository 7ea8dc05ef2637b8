from firsthand.origins.tracing import trace
from firsthand.values.echo import EchoKind, EvidenceKind
from tests.origins.stories import page

ENGLISH = (
    "On Monday Dana Wick of the Norvian Police told the Harbour Council that 47 residents of Port "
    "Elm had come forward. The offices in Quay Bay and Saint Orm were searched, and 61 boxes went "
    "to the laboratory of Professor Holt in Aldermouth. Later Petra Hale asked the Council for 250 "
    "crowns for each of the 47, and Mayor Renn of Port Elm promised an answer by 14 June."
)
FRENCH = (
    "Lundi, Dana Wick, de la police, a déclaré au Harbour Council que 47 habitants de Port Elm "
    "s'étaient présentés. Les bureaux de Quay Bay et de Saint Orm ont été fouillés et 61 cartons "
    "sont partis au laboratoire du professeur Holt, à Aldermouth. Plus tard, Petra Hale a demandé "
    "250 couronnes pour chacun des 47, et le maire Renn, de Port Elm, "
    "a promis une réponse le 14 juin."
)
OTHER_FRENCH = (
    "À Saint Orm, la piscine rouvre. Le maire, Paul Géraud, a coupé le ruban devant 300 nageurs, "
    "dont Élise Vautrin, 81 ans, venue de Val Dorme avec ses 12 petits-enfants et un canard."
)


def test_the_same_figures_and_names_in_the_same_order_are_a_translation() -> None:
    source = page("Wire", ENGLISH, on="2025-03-01", lang="en")
    translated = page("Le Quai", FRENCH, on="2025-03-02", lang="fr")

    (echo,) = trace([translated, source], claims=[]).echoes

    assert (echo.derived, echo.root, echo.kind) == (translated.id, source.id, EchoKind.TRANSLATION)
    assert echo.evidence[0].kind is EvidenceKind.TRANSLATION


def test_own_reporting_in_another_language_is_no_translation() -> None:
    source = page("Wire", ENGLISH, on="2025-03-01", lang="en")
    own = page("Le Quai", OTHER_FRENCH, on="2025-03-02", lang="fr")

    assert trace([own, source], claims=[]).echoes == ()


def test_a_page_that_says_it_is_translated_needs_fewer_figures() -> None:
    source = page(
        "Brennan Wire", "Police searched 19 offices and took 47 boxes, 210 files.", lang="en"
    )
    told = page(
        "港报",
        "警方搜查了19间办公室，带走47个箱子、210份文件。本报编译自Brennan Wire。",
        on="2025-03-02",
        lang="zh",
    )

    (echo,) = trace([told, source], claims=[]).echoes

    assert echo.kind is EchoKind.TRANSLATION
