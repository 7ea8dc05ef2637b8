"""How time and memory grow with a case: `python -m bench.case_size [SOURCES ...]`.

The sources are made, with a fixed seed: short articles in which invented bodies say, deny and
decline things, a third of them copied or cut from another. Each size is traced once, as a process.
"""

import json
import random
import sys
import tempfile
from pathlib import Path

from bench.machine import machine_line
from bench.startup import run_once

_SIZES = (300, 1_000, 10_000)
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
VERBS = ("opened", "closed", "searched", "financed", "watched", "raided")
THINGS = ("offices", "counters", "centres", "camps", "accounts")
_COPIED = 0.3


def write_case(folder: Path, sources: int) -> None:
    """Write a made case of so many sources, with their listing."""
    chance = random.Random(7)  # noqa: S311 - made text, not a secret

    def name() -> str:
        return "".join(chance.choices(SYLLABLES, k=3)).capitalize()

    bodies = [f"{name()} {kind}" for kind in ("Watch", "Police") for _ in range(125)]
    towns = [name() for _ in range(300)]
    outlets = [f"The {name()} {kind}" for kind in ("Courier", "Post") for _ in range(160)]
    words = [name().lower() for _ in range(20_000)]
    texts: list[str] = []
    listing = []
    for number in range(sources):
        if texts and chance.random() < _COPIED:
            whole = chance.choice(texts[-400:])
            text = whole[: chance.choice((len(whole), len(whole) * 3 // 5))]
        else:
            told = (_paragraph(chance, bodies, towns, words) for _ in range(chance.randint(4, 7)))
            text = "\n\n".join(told)
        texts.append(text)
        file = f"{number:06}.txt"
        (folder / file).write_text(text + "\n", "utf-8")
        day = f"20{chance.randint(20, 24)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        listing.append({"file": file, "publisher": chance.choice(outlets), "published_on": day})
    (folder / "sources.json").write_text(json.dumps(listing), "utf-8")


def _paragraph(chance: random.Random, bodies: list[str], towns: list[str], words: list[str]) -> str:
    body, town = chance.choice(bodies), chance.choice(towns)
    verb, things = chance.choice(VERBS), chance.choice(THINGS)
    filler = " ".join(chance.choices(words, k=chance.randint(8, 25)))
    shapes = (
        f"{body} said it had {verb} {chance.randint(3, 900)} {things} in {town}. The {filler}.",
        f"“They {verb} the {things} near {town},” a spokesman for {body} said. The {filler}.",
        f"The {body} denied that it had {verb} {things} in {town}.",
        f"{body} declined to comment on the {things} in {town}.",
        f"The {filler}. In {town}, residents {verb} the {things}.",
    )
    return chance.choices(shapes, weights=(3, 2, 1, 1, 3))[0]


def main() -> None:
    """Trace a case of each size and print what it took."""
    sizes = [int(size) for size in sys.argv[1:]] or list(_SIZES)
    program = str(Path(sys.executable).parent / "firsthand")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            case = Path(folder) / "case"
            case.mkdir()
            write_case(case, size)
            out = str(Path(folder) / "trace.json")
            wall, _, peak = run_once([program, "trace", str(case), "--quiet", "--json", out])
            claims = len(json.loads(Path(out).read_text("utf-8"))["claims"])
        print(f"{size:>7,} sources {claims:>9,} claims {wall:>8.1f} s {peak:>8.0f} MB")
    print(machine_line())


if __name__ == "__main__":
    main()
