"""Writes what was exchanged with servers into a WACZ 1.1.1 file that any replayer opens.

Each redirect is a record of its own, each record carries its digests, and the archive lists the
digest of each of its parts.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from firsthand import __version__
from firsthand.outside.exchanges import Exchange

_ARCHIVE: Final = "archive/data.warc.gz"
_INDEX: Final = "indexes/index.cdx"
_PAGES: Final = "pages/pages.jsonl"
_CONTENTS: Final = "datapackage.json"
_DIGEST: Final = "datapackage-digest.json"

SOFTWARE: Final = f"firsthand {__version__}"


def wacz_of(exchanges: Sequence[Exchange], *, page: Exchange, title: str) -> bytes:
    """Pack exchanges into an archive whose one listed page is ``page``."""
    warc, index = _warc_and_index(exchanges)
    listed = {
        "id": hashlib.sha256(page.address.encode()).hexdigest()[:16],
        "url": page.address,
        "ts": _moment(page.at),
        "title": title,
    }
    pages = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}, listed]
    parts = {
        _ARCHIVE: warc,
        _INDEX: "".join(f"{line}\n" for line in sorted(index)).encode(),
        _PAGES: "".join(f"{json.dumps(line)}\n" for line in pages).encode(),
    }
    contents = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "software": SOFTWARE,
        "created": _moment(page.at),
        "title": title or page.address,
        "mainPageUrl": page.address,
        "mainPageDate": _moment(page.at),
        "resources": [
            {"name": name.rpartition("/")[2], "path": name, "hash": _sha256(part),
             "bytes": len(part)}
            for name, part in parts.items()
        ],
    }  # fmt: skip
    parts[_CONTENTS] = _json(contents)
    parts[_DIGEST] = _json({"path": _CONTENTS, "hash": _sha256(parts[_CONTENTS])})
    return _zipped(parts, page.at)


def _warc_and_index(exchanges: Iterable[Exchange]) -> tuple[bytes, list[str]]:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    about = {
        "software": SOFTWARE,
        "format": "WARC File Format 1.1",
        "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    }
    writer.write_record(writer.create_warcinfo_record(_ARCHIVE.rpartition("/")[2], about))
    index = []
    for exchange in exchanges:
        start = out.tell()
        response = _response(writer, exchange)
        writer.write_record(response)
        index.append(_index_line(exchange, response, start, out.tell() - start))
        writer.write_record(_request(writer, exchange, response))
    return out.getvalue(), index


def _response(writer: Any, exchange: Exchange) -> Any:  # noqa: ANN401 - warcio ships no types
    # The body is kept in one piece, so the header that says it came in chunks is kept by another
    # name, as other archivers do.
    headers = [
        ("X-Orig-Transfer-Encoding" if name.lower() == "transfer-encoding" else name, value)
        for name, value in exchange.headers
    ]
    return writer.create_warc_record(
        exchange.address,
        "response",
        payload=io.BytesIO(exchange.body),
        length=len(exchange.body),
        http_headers=StatusAndHeaders(
            f"{exchange.status} {exchange.reason}".strip(), headers, protocol=exchange.protocol
        ),
        warc_headers_dict={"WARC-Date": _moment(exchange.at), "WARC-IP-Address": exchange.ip},
    )


def _request(writer: Any, exchange: Exchange, response: Any) -> Any:  # noqa: ANN401 - the same
    return writer.create_warc_record(
        exchange.address,
        "request",
        http_headers=StatusAndHeaders(
            f"GET {exchange.target} HTTP/1.1", list(exchange.request_headers), is_http_request=True
        ),
        warc_headers_dict={
            "WARC-Date": _moment(exchange.at),
            "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID"),
        },
    )


def _index_line(exchange: Exchange, response: Any, offset: int, length: int) -> str:  # noqa: ANN401 - the same
    listed = {
        "url": exchange.address,
        "mime": exchange.media_type,
        "status": str(exchange.status),
        "digest": response.rec_headers.get_header("WARC-Payload-Digest"),
        "length": str(length),
        "offset": str(offset),
        "filename": _ARCHIVE.rpartition("/")[2],
    }
    stamp = exchange.at.astimezone(UTC).strftime("%Y%m%d%H%M%S")
    return f"{_sort_key(exchange.address)} {stamp} {json.dumps(listed)}"


def _sort_key(address: str) -> str:
    """Spell an address with its host turned round, as indexes of archives are sorted (SURT).

    >>> _sort_key("https://www.news.example/Story/?b=2&a=1")
    'example,news)/story?a=1&b=2'
    """
    parts = urlsplit(address.lower())
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port else ""
    query = f"?{'&'.join(sorted(parts.query.split('&')))}" if parts.query else ""
    path = parts.path.rstrip("/") or "/"
    return f"{','.join(reversed(host.split('.')))}{port}){path}{query}".replace(" ", "%20")


def _zipped(parts: dict[str, bytes], at: datetime) -> bytes:
    out = io.BytesIO()
    moment = at.astimezone(UTC)
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            member = zipfile.ZipInfo(name, date_time=moment.timetuple()[:6])
            # Replayers reach into these two by offset, so they must lie there as they are.
            as_is = name in {_ARCHIVE, _INDEX}
            member.compress_type = zipfile.ZIP_STORED if as_is else zipfile.ZIP_DEFLATED
            archive.writestr(member, part)
    return out.getvalue()


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _sha256(part: bytes) -> str:
    return f"sha256:{hashlib.sha256(part).hexdigest()}"


def _json(found: object) -> bytes:
    return json.dumps(found, indent=2).encode()
