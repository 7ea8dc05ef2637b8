"""Files of every kind, built from words, so that no binary file lies in the repository."""

import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from email.message import EmailMessage
from pathlib import Path

import docx
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from firsthand.sources.reading import Reading, TextMode, read_sources
from firsthand.values.source import Role, Source


def folder_with(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder, by their paths below it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def read(folder: Path, *, text_mode: TextMode = TextMode.CLEANED) -> Reading:
    """Read a whole folder."""
    return read_sources([folder], text_mode=text_mode)


def only_source(reading: Reading) -> Source:
    """Give the one source of a reading in which nothing was refused."""
    assert reading.refusals == ()
    (source,) = reading.sources
    return source


def words_as(role: Role, source: Source) -> list[str]:
    """Give the words of a source's passages that have one role."""
    return [each.span.within(source.text) for each in source.passages if each.role is role]


def pdf_of(pages: Sequence[Sequence[tuple[int, str]]], *, title: str | None = None) -> bytes:
    """Write a PDF; each line is a letter size and its words, set one below the other."""
    objects: list[bytes] = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids: list[str] = []
    for page in pages:
        at, drawn = 760, []
        for size, words in page:
            at -= int(size * 1.2)
            safe = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            if words:
                drawn.append(f"BT /F1 {size} Tf 72 {at} Td ({safe}) Tj ET")
        stream = "\n".join(drawn).encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    if title:
        objects.append(f"<< /Title ({title}) >>".encode())
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    info = f" /Info {len(objects)} 0 R" if title else ""
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R{info} >>\n".encode())
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def docx_of(paragraphs: Iterable[tuple[str, str]], *, title: str = "") -> bytes:
    """Write a DOCX file of styled paragraphs: a style's name and the words."""
    document = docx.Document()
    document.core_properties.title = title
    for style, words in paragraphs:
        document.add_paragraph(words, style=style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def mail_of(subject: str, sender: str, body: str, attached: Mapping[str, bytes]) -> bytes:
    """Write a mail of the first of May 2023, with attachments by their names."""
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = subject, sender, "desk@courier.example"
    mail["Date"] = "Mon, 01 May 2023 10:15:00 +0200"
    mail.set_content(body)
    for name, content in attached.items():
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def warc_of(
    answers: Iterable[tuple[str, str, bytes]], *, packed: bool = True, on: str = "2023-05-01"
) -> bytes:
    """Write a WARC file of answers: address, media type and body."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for address, media_type, body in answers:
        head = StatusAndHeaders("200 OK", [("Content-Type", media_type)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            address,
            "response",
            payload=io.BytesIO(body),
            http_headers=head,
            warc_headers_dict={"WARC-Date": f"{on}T12:00:00Z"},
        )
        writer.write_record(record)
        # The writer keeps the answer in a temporary file and leaves that open.
        record.raw_stream.close()
    return out.getvalue()


def wacz_of(warc: bytes, pages: Iterable[str], *, digest: str | None = None) -> bytes:
    """Pack a WARC file into a WACZ with its list of pages and its digests."""
    listed = "\n".join(json.dumps({"url": page}) for page in pages)
    paged = f'{{"format": "json-pages-1.0"}}\n{listed}\n'.encode()
    contents = {
        "profile": "data-package",
        "resources": [
            {
                "path": "archive/data.warc.gz",
                "hash": f"sha256:{digest or hashlib.sha256(warc).hexdigest()}",
                "bytes": len(warc),
            },
            {
                "path": "pages/pages.jsonl",
                "hash": f"sha256:{hashlib.sha256(paged).hexdigest()}",
                "bytes": len(paged),
            },
        ],
    }
    return zip_of(
        {
            "archive/data.warc.gz": warc,
            "pages/pages.jsonl": paged,
            "datapackage.json": json.dumps(contents).encode(),
        }
    )


def zip_of(members: Mapping[str, bytes]) -> bytes:
    """Write a zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def gzip_bomb(megabytes: int) -> bytes:
    """Pack zeroes."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb") as packed:
        for _ in range(megabytes):
            packed.write(bytes(1024 * 1024))
    return out.getvalue()


STORY = (
    "Council closes ferry line\n\n"
    "The council of Tarn Hollow said on Monday that it had closed the ferry line.\n\n"
    "“Nobody asked us,” said the ferry workers' union. It will go to court.\n"
)

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Council closes ferry line | The Echo</title>
<meta property="og:site_name" content="The Echo">
<link rel="canonical" href="https://echo.example/ferry">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Council closes ferry line", "datePublished": "2023-05-01T23:30:00-04:00",
"author": [{"@type": "Person", "name": "Ana Reyes"},
{"@type": "Organization", "name": "The Northern Wire"}]}</script></head>
<body><nav><a href="/">Home</a><a href="/news">News</a></nav>
<main><article><h1>Council closes ferry line</h1>
<figure><img src="x.jpg" alt=""><figcaption>The last ferry at dawn.</figcaption></figure>
<p>The council of Tarn Hollow said on Monday that it had closed the ferry line, as
<a href="/plan">a plan</a> of the harbour office had proposed.</p>
<h2>Union goes to court</h2>
<p>“Nobody asked us,” said the ferry workers' union. It said that it would go to court.</p>
<aside class="related"><h3>Related</h3><p>Baker wins prize for a strudel.</p></aside>
<p>The harbour office did not answer. <!-- later? --> It had said in April that all was well.</p>
<p>With files from The Northern Wire</p>
</article></main><footer><p>© 2023 The Echo. All rights reserved.</p></footer></body></html>
"""
