"""``firsthand case capture``: keep a web page as it stands."""

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened
from firsthand.cli.ending import Exit, ends_well, say

if TYPE_CHECKING:
    from firsthand.outside.capturing import Captured


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    url: str
    allow_private: bool
    quiet: bool


@click.command(name="capture")
@names_a_case
@click.argument("url", metavar="URL")
@click.option("--allow-private", is_flag=True, help="Let the address lie in a private network.")
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Keep the page at URL in CASE: as an archive (WACZ), and as an image where Chromium is there.

    The page and what it needs to look as it looks are fetched once; scripts are neither kept nor
    run. The image is drawn from the archive. What the page asks for on other hosts is fetched, too.
    """
    from firsthand.outside.addresses import AddressPolicy  # noqa: PLC0415 - help costs nothing
    from firsthand.outside.capturing import capture  # noqa: PLC0415
    from firsthand.store.adding import add_sources  # noqa: PLC0415

    policy = AddressPolicy.PRIVATE_TOO if asked["allow_private"] else AddressPolicy.PUBLIC_ONLY
    with opened(asked) as (case, me):
        captured = capture(asked["url"], policy=policy)
        # A folder of its own, for its owner alone, and gone at the end whatever happens.
        with tempfile.TemporaryDirectory(prefix="firsthand-") as folder:
            files = _written(captured, Path(folder))
            tool = "; ".join(filter(None, (captured.tool, captured.image_tool)))
            added = add_sources(case, files, by=me, tool=tool)
    told = [
        f"{refusal.file}: {refusal.message}" for refusal in (*captured.refusals, *added.refusals)
    ]
    if captured.image_missing:
        told.append(captured.image_missing)
    for line in told:
        say(line)
    if not asked["quiet"]:
        click.echo(f"Captured as {', '.join(added.sources) or 'a page that is here already'}.")
    return Exit.DONE_IN_PART if told else Exit.DONE


def _written(captured: "Captured", folder: Path) -> list[str]:
    """Put the archive and the image into files, with a listing that says where they are from."""
    moment = captured.captured_at.strftime("%Y%m%dT%H%M%SZ")
    archive, image = folder / f"capture-{moment}.wacz", folder / f"capture-{moment}.png"
    archive.write_bytes(captured.wacz)
    if captured.image is not None:
        image.write_bytes(captured.image)
        listed = {
            "file": image.name,
            "kind": "image",
            "handling": "public",
            "address": captured.address_final,
            "captured_at": captured.captured_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "title": captured.title,
        }
        (folder / "sources.json").write_text(json.dumps([listed]), "utf-8")
    return [str(folder)]
