"""How a trace compares with a case's gold: pairs, lines, echoes."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from bench.findings.gold import Gold
from firsthand.origins.case import Case
from firsthand.origins.parties import Parties
from firsthand.values.body import name_key
from firsthand.values.claim import Claim
from firsthand.values.echo import Direction
from firsthand.values.finding import Finding, Support, Trace

Plain = dict[str, Any]
_SAME_WORDS = 0.6


@dataclass(slots=True, kw_only=True)
class Score:
    """What was measured, and the cases that went wrong, for a person to read."""

    figures: dict[str, float] = field(default_factory=dict)
    wrong: dict[str, list[str]] = field(default_factory=dict)

    def say(self, what: str, line: str) -> None:
        """Keep one thing that went wrong."""
        self.wrong.setdefault(what, []).append(line)


def score(trace: Trace, gold: Gold) -> Score:
    """Score a trace."""
    kept = Score()
    case = Case(trace.sources, Parties(gold.reading.bodies, trace.sources, trace.claims))
    gold_id = matched(trace.claims, gold, case)
    core = {name for name, record in gold.records.items() if record.get("tier") != "optional"}
    kept.figures["gold claims matched"] = len(core & set(gold_id.values())) / max(1, len(core))
    _score_pairs(trace, gold, gold_id, kept)
    _score_lines(trace, gold, gold_id, kept)
    _score_echoes(trace, gold, case, kept)
    return kept


def matched(claims: Iterable[Claim], gold: Gold, case: Case) -> dict[str, str]:
    """Pair claims with gold claims: same source, same innermost speaker, most words in common."""
    pairs = []
    theirs: dict[str, list[Claim]] = {}
    for claim in gold.claims:
        theirs.setdefault(claim.source, []).append(claim)
    for claim in claims:
        for other in theirs.get(claim.source, ()):
            share = word_f1(claim.text, other.text)
            if share >= _SAME_WORDS and _one_speaker(claim, other, case):
                record = gold.records[other.id]
                stances = {record["stance"], *_listed(record.get("stance_also"))}
                pairs.append((claim.stance.value in stances, share, claim.id, other.id))
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, ours, other_id in sorted(pairs, key=lambda p: (-p[1], not p[0], p[2], p[3])):
        if ours not in found and other_id not in taken:
            found[ours] = other_id
            taken.add(other_id)
    return found


def _listed(value: object) -> list[str]:
    if isinstance(value, str):
        return value.split()
    return [str(item) for item in value] if isinstance(value, list) else []


def _one_speaker(left: Claim, right: Claim, case: Case) -> bool:
    ours, theirs = case.speaker(left), case.speaker(right)
    return name_key(ours) == name_key(theirs) or name_key(left.speaker) == name_key(right.speaker)


def word_f1(left: str, right: str) -> float:
    """Weigh two texts' words in common."""
    ours, theirs = Counter(left.casefold().split()), Counter(right.casefold().split())
    both = sum((ours & theirs).values())
    return 2 * both / (sum(ours.values()) + sum(theirs.values())) if both else 0.0


def _score_pairs(trace: Trace, gold: Gold, gold_id: Mapping[str, str], kept: Score) -> None:
    in_gold = {name for finding in gold.findings for name in _counting(finding)}
    alone = {
        name
        for name, record in gold.records.items()
        if name not in in_gold
        and record.get("tier") != "optional"
        and record["stance"] in {"asserts", "alleges", "confirms", "denies"}
    }
    beside = {name for finding in gold.findings for name in finding["beside"]}
    scored = in_gold | (alone - beside)
    reached = set(gold_id.values())
    wanted = {
        pair
        for finding in gold.findings
        for pair in combinations(sorted(set(_counting(finding))), 2)
        if pair[0] in gold.records and pair[1] in gold.records
    }
    optional = {n for n, r in gold.records.items() if r.get("tier") == "optional"}
    spared = {name for finding in gold.findings for name in finding.get("either_way") or ()}
    scored -= spared
    wanted = {pair for pair in wanted if not set(pair) & spared}
    got = {
        pair
        for finding in trace.findings
        for pair in combinations(
            sorted(
                {gold_id[c] for c in (*finding.supports, *finding.denies) if c in gold_id} & scored
            ),
            2,
        )
    }
    core_got = {pair for pair in got if pair in wanted or not set(pair) & optional}
    core_wanted = {pair for pair in wanted if not set(pair) & optional or pair in got}
    hit = core_got & core_wanted
    kept.figures["same-finding pairs precision"] = len(hit) / max(1, len(core_got))
    kept.figures["same-finding pairs recall"] = len(hit) / max(1, len(core_wanted))
    if reached:
        reachable = {pair for pair in core_wanted if set(pair) <= reached}
        kept.figures["pair recall among matched claims"] = len(hit) / max(1, len(reachable))
    for a, b in sorted(core_got - core_wanted):
        kept.say("pairs joined wrongly", f"{a} + {b}")
    for a, b in sorted(core_wanted - core_got):
        kept.say("pairs missed", f"{a} + {b}")


def _counting(finding: Plain) -> list[str]:
    return [*finding["supports"], *finding["denies"]]


def _score_lines(trace: Trace, gold: Gold, gold_id: Mapping[str, str], kept: Score) -> None:
    right = Counter[str]()
    taken: set[str] = set()
    for record in gold.findings:
        finding = _nearest(record, trace.findings, gold_id)
        if finding is None:
            kept.say("findings missed", f"{record['id']} {record['proposition']}")
            continue
        taken.add(finding.id)
        also = record.get("also_accepted") or {}
        checks = {
            "support": finding.support.value in _values(record, also, "support"),
            "dispute": finding.dispute.value in _values(record, also, "dispute"),
            "course": _course_right(record, finding, also),
        }
        for line, is_right in checks.items():
            right[line] += is_right
            if not is_right:
                told = f"{finding.support.value}/{finding.dispute.value}/" + ",".join(
                    f"{act.kind.value} {act.on}" for act in finding.course
                )
                kept.say(
                    "lines wrong",
                    f"{record['id']} {line}: wanted {record.get(line)}, got {told} · "
                    f"for {[o.name for o in finding.origins_for]} "
                    f"against {[o.name for o in finding.origins_against]}",
                )
        right["all three"] += all(checks.values())
        right["support and dispute"] += checks["support"] and checks["dispute"]
    total = max(1, len(gold.findings))
    for line in ("support", "dispute", "course", "support and dispute", "all three"):
        kept.figures[f"lines right: {line}"] = right[line] / total
    false = [
        finding
        for finding in trace.findings
        if finding.support is Support.CORROBORATED and not _is_meant(finding, gold, gold_id)
    ]
    kept.figures["false corroborated"] = len(false)
    for finding in false:
        kept.say(
            "false corroborated",
            f"{finding.proposition[:90]} · {[o.name for o in finding.origins_for]} · "
            f"{[gold_id.get(c, c) for c in finding.supports]}",
        )


def _values(record: Plain, also: Plain, key: str) -> str:
    return f"{record[key]} {also.get(key, '')} {' '.join(_listed(record.get(f'{key}_also')))}"


def _course_right(record: Plain, finding: Finding, also: Plain) -> bool:
    wanted = {(act["act"], act.get("on") or "") for act in record["course"]}
    got = {(act.kind.value, act.on.isoformat() if act.on else "") for act in finding.course}
    accepted = also.get("course")
    if isinstance(accepted, list) and not got - wanted and len(got) == len(accepted):
        return True
    return wanted <= got if isinstance(accepted, str) else wanted == got


def _nearest(
    record: Plain, findings: Iterable[Finding], gold_id: Mapping[str, str]
) -> Finding | None:
    wanted_for, wanted_against = set(record["supports"]), set(record["denies"])
    best: tuple[float, Finding] | None = None
    for finding in findings:
        ours = {gold_id[c] for c in finding.supports if c in gold_id}
        against = {gold_id[c] for c in finding.denies if c in gold_id}
        common = 2 * len(ours & wanted_for) + len(against & wanted_against)
        size = 2 * len(ours | wanted_for) + len(against | wanted_against)
        share = common / size if size else 0.0
        if share and (best is None or share > best[0]):
            best = (share, finding)
    return best[1] if best else None


def _is_meant(finding: Finding, gold: Gold, gold_id: Mapping[str, str]) -> bool:
    ours = {gold_id[c] for c in finding.supports if c in gold_id}
    return any(
        record["support"] == "corroborated" and ours & set(record["supports"])
        for record in gold.findings
    )


def _score_echoes(trace: Trace, gold: Gold, case: Case, kept: Score) -> None:
    core = {(e["from"], e["to"]): e for e in gold.echoes if e.get("tier") != "optional"}
    spared = {(e["from"], e["to"]) for e in gold.echoes if e.get("tier") == "optional"}
    publisher = {
        gold.file_of[source.id]: case.parties.name_of(source.publisher or source.id)
        for source in trace.sources
    }
    got = {
        (gold.file_of[echo.derived], gold.file_of[echo.root]): echo
        for echo in trace.echoes
        if echo.derived in gold.file_of and echo.root in gold.file_of
    }
    closure = _follows(set(core) | spared)
    counted = {
        pair
        for pair in got
        if not _either(pair, spared)
        and (_either(pair, set(core)) or not _either(pair, closure))
        and (_either(pair, set(core)) or publisher[pair[0]] != publisher[pair[1]])
        and pair[0] != pair[1]
    }
    hit = {pair for pair in counted if _either(pair, set(core))}
    found = {pair for pair in core if _either(pair, set(got))}
    precision = len(hit) / max(1, len(counted))
    recall = len(found) / max(1, len(core))
    kept.figures["echo links precision"] = precision
    kept.figures["echo links recall"] = recall
    kept.figures["echo links F1"] = (
        2 * precision * recall / (precision + recall) if precision + recall else 0.0
    )
    straight = [p for p in hit if p in core and got[p].direction is Direction.KNOWN]
    kept.figures["echo direction right"] = len(straight) / max(1, len(hit))
    kinds = [p for p in straight if _kind_right(got[p].kind.value, core[p]["kind"])]
    kept.figures["echo kind right"] = len(kinds) / max(1, len(hit))
    for a, b in sorted(set(core) - found):
        kept.say("echoes missed", f"{a} -> {b} ({core[a, b]['kind']})")
    for a, b in sorted(counted - hit):
        echo = got[a, b]
        kept.say(
            "echoes invented",
            f"{a} -> {b} ({echo.kind.value}: {[e.kind.value for e in echo.evidence]})",
        )
    for pair in sorted(hit - set(kinds)):
        told = core.get(pair)
        kept.say(
            "echo kind or direction wrong",
            f"{pair}: {got[pair].kind.value} {got[pair].direction.value}, "
            f"wanted {told['kind'] if told else 'the other way'}",
        )


def _kind_right(got: str, wanted: str) -> bool:
    """Let *cites* and *quote* stand for each other: a source may be both named and quoted."""
    return got == wanted or {got, wanted} == {"cites", "quote"}


def _either(pair: tuple[str, str], among: Iterable[tuple[str, str]]) -> bool:
    return pair in among or (pair[1], pair[0]) in among


def _follows(links: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """List the links that follow from two or more others."""
    reach = set(links)
    while True:
        more = {(a, d) for a, b in reach for c, d in links if b == c and a != d} - reach
        if not more:
            return reach - links
        reach |= more
