"""Which of a case's entities may be one; a person decides, and is not asked twice."""

from collections import defaultdict

from firsthand.record.namesakes import Candidate, Named, candidates
from firsthand.store.cases import Case
from firsthand.store.databases import told_plainly
from firsthand.store.models import Entity, EntityName, SameAs
from firsthand.values.entity import EntityKind


def namesakes(case: Case) -> tuple[Candidate, ...]:
    """Propose entities of one case that may be one, the likeliest first."""
    with told_plainly(case.ledger.name):
        names: dict[str, list[str]] = defaultdict(list)
        rows = EntityName.objects.using(case.alias).order_by("id")
        for entity, name in rows.values_list("entity_id", "name"):
            names[entity].append(name)
        kinds = dict(Entity.objects.using(case.alias).exclude(body="").values_list("id", "is_a"))
        decided = {
            frozenset(pair)
            for pair in SameAs.objects.using(case.alias).values_list("left", "right")
        }
    found = candidates(
        Named(entity=entity, kind=EntityKind(kinds[entity]), names=tuple(called))
        for entity, called in names.items()
        if entity in kinds
    )
    return tuple(
        candidate
        for candidate in sorted(found, key=lambda each: (-each.score, each.left, each.right))
        if frozenset({candidate.left, candidate.right}) not in decided
    )
