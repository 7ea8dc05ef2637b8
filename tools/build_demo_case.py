"""Build the demo case's binary sources: a report (DOCX), a law (PDF), a captured page (WACZ).

Run ``python tools/build_demo_case.py``. The same text always gives the same bytes: nothing here
asks for the time, and nothing is compressed, because zlib's output differs between its versions.
``--check`` writes nothing and fails where a stored file differs from what this would build.
"""

import argparse
import hashlib
import io
import json
import sys
import textwrap
import zipfile
import zlib
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Final

CASE: Final = Path(__file__).parents[1] / "src" / "firsthand" / "sources" / "demo_case"
FIXED_TIME: Final = (1980, 1, 1, 0, 0, 0)

REPORT: Final = """\
# The Long Counter
How Ruvenia's liaison posts reach its citizens abroad
Longshore Rights Monitor, Saint-Orme, 20 February 2024. Extract: summary and chapter 3.
# Summary
Ruvenia has opened 47 home liaison posts in 19 countries since January 2023. Two of them are in \
Brennmark: one in Port Elsing and one in Quayle Bay. None of the posts has been declared to the \
country it works in.
Longshore Rights Monitor compiled the list from business registers, from the ministry's own \
calendar, from notices pinned up in community halls, and from visits to nine posts. The list is \
Annex A.
On 18 January 2023 the Interior Ministry of Ruvenia announced a first batch of 18 posts in 12 \
countries. The ministry said that the posts answer to its Public Order Department, which commands \
the police.
The posts are presented as a help to pensioners, who must prove once a year that they are alive. \
We do not doubt that they give this help. But they are also used to press people to return to \
Ruvenia and face questioning.
“A pensioner asks for a stamp and leaves with a summons,” says Ines Calder, who wrote this report. \
“We found the same counter, the same forms and the same phone number in nine cities.”
The Prosecutor General's Office of Ruvenia has claimed that 61,000 persons “came home to settle \
their affairs” in 2022. The figure is worldwide. It dates from before the first post opened, and \
we do not ascribe it to the posts.
# 3. Port Elsing and Quayle Bay
On 6 February 2024 our researcher Ines Calder visited the Ruvenian Friendship House on Canal Row \
in Port Elsing. She found a counter on the ground floor under a printed sign reading “Home Liaison \
Post”. Her photograph is Annex B.
The house's rent book, which we have read, shows that the counter opened in May 2023.
A man whom we call Anton, a ship's mechanic, went to the counter in December. He said a man there \
told him that his brother would lose his shop licence unless he flew home before Easter.
“He had my brother's address on a sheet of paper,” Anton said. “He read it out to me slowly.”
Two serving officers of the Ostrel Regional Police staffed the post in Quayle Bay in the autumn of \
2023, according to a duty roster that Longshore Rights Monitor has seen. We do not publish the \
roster, in order to protect the person who gave it to us.
Under Article 9 of the Citizens Abroad Act, which came into force on 1 September 2023, the \
ministry may suspend the pension of a citizen who leaves a summons unanswered for 60 days.
We wrote to the Interior Ministry of Ruvenia and to the Friendship House on 9 February. Neither \
had answered when this report was finished.
"""

LAW: Final = """\
# Citizens Abroad Act
Law No. 88 of 2023, passed by the National Assembly of Ruvenia on 14 June 2023. Unofficial \
translation.
# Article 1
This Act governs the duties of citizens of the Republic of Ruvenia who live outside its territory \
for more than 90 days in a year.
# Article 4
A citizen to whom this Act applies shall answer a summons of the Ministry of the Interior in \
person, in Ruvenia or at a home liaison post.
# Article 9
Where a citizen leaves a summons unanswered for 60 days, the Ministry may suspend the payment of \
any pension due to that citizen.
# Article 10
The Ministry may tell the relatives of a citizen that a summons has been left unanswered.
# Article 17
This Act comes into force on 1 September 2023.
"""

PAGE_ADDRESS: Final = "https://interior.ruvenia.example/en/news/2023/first-posts"
PAGE_DATE: Final = "2024-02-12T09:14:03Z"
PAGE: Final = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>First home liaison posts open their doors | Interior Ministry of Ruvenia</title>
<meta property="og:site_name" content="Interior Ministry of Ruvenia">
<meta property="article:published_time" content="2023-01-18T10:00:00+01:00">
</head>
<body>
<nav><a href="/en/">Home</a> <a href="/en/minister">The Minister</a> \
<a href="/en/news">News</a></nav>
<main><article>
<h1>First home liaison posts open their doors</h1>
<p>The Interior Ministry of Ruvenia opens a first batch of 18 home liaison posts in 12 countries \
today, 18 January 2023.</p>
<p>The posts answer to the Public Order Department of the Ministry, which commands the police. \
They certify that pensioners are alive, take applications for identity cards and hand out \
summonses.</p>
<p>“Home is now around the corner,” said the Deputy Minister, Marek Dolvan, at the opening.</p>
<p>Further posts will follow in the course of the year. Citizens find the nearest post in the \
Ministry's calendar.</p>
</article></main>
<footer>Interior Ministry of Ruvenia, 1 Assembly Square, Ostrel</footer>
</body>
</html>
"""

_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DOCX_PARTS: Final = {
    "[Content_Types].xml": """\
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="\
application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="\
application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/docProps/core.xml" ContentType="\
application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>""",
    "_rels/.rels": """\
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml" Type="\
http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
<Relationship Id="r2" Target="docProps/core.xml" Type="\
http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>
</Relationships>""",
    "docProps/core.xml": """\
<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="\
http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<dc:title>The Long Counter</dc:title><dc:creator>Longshore Rights Monitor</dc:creator>
<dc:language>en</dc:language>
<dcterms:created xsi:type="dcterms:W3CDTF">2024-02-20T08:00:00Z</dcterms:created>
</cp:coreProperties>""",
    "word/_rels/document.xml.rels": """\
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="styles.xml" Type="\
http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>
</Relationships>""",
    "word/styles.xml": """\
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>
<w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>""",
}
_DOCUMENT: Final = """\
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:body>{}<w:sectPr/></w:body></w:document>"""
_PARAGRAPH: Final = '<w:p>{}<w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
_HEADING: Final = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
_PDF_PAGE: Final = b"""\
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>"""
_PDF_FONT: Final = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
_HTTP: Final = b"""\
HTTP/1.1 200 OK\r
Content-Type: text/html; charset=utf-8\r
Content-Length: %d\r
\r
"""


def stored_zip(members: Mapping[str, bytes]) -> bytes:
    """Pack members uncompressed and dated alike, so that equal members give equal bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name, FIXED_TIME)
            member.create_system = 3  # else the bytes would tell which system built them
            archive.writestr(member, content)
    return packed.getvalue()


def docx_of(text: str) -> bytes:
    """Lay out lines as a Word document; a line that starts with ``#`` is a heading."""
    paragraphs = [
        _PARAGRAPH.format(
            _HEADING if line.startswith("#") else "", escape(line.lstrip("# "), quote=False)
        )
        for line in text.splitlines()
    ]
    parts = _DOCX_PARTS | {"word/document.xml": _DOCUMENT.format("".join(paragraphs))}
    return stored_zip({name: (_XML + body).encode() for name, body in parts.items()})


def pdf_of(text: str, *, title: str) -> bytes:
    """Set lines on one A4 page in a standard font; a line that starts with ``#`` is a heading."""
    shown = "\n".join(
        f"/{'F2' if line.startswith('#') else 'F1'} 12 Tf T* {_pdf_words(row)} Tj"
        for line in text.splitlines()
        for row in textwrap.wrap(line.lstrip("# "), 78)
    )
    drawing = f"BT 16 TL 70 780 Td\n{shown}\nET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        _PDF_PAGE,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
        _PDF_FONT.format("Times-Roman").encode(),
        _PDF_FONT.format("Times-Bold").encode(),
        f"<< /Title {_pdf_words(title)} /CreationDate (D:20230614120000Z) >>".encode(),
    ]
    return _pdf_file(objects)


def _pdf_words(words: str) -> str:
    for mark in "\\()":
        words = words.replace(mark, "\\" + mark)
    return f"({words})"


def _pdf_file(objects: list[bytes]) -> bytes:
    written, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return written + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, size - 1, len(written))
    )


def wacz_of(page: str, *, address: str, captured: str, title: str) -> bytes:
    """Pack one captured page as a WACZ with its pages list, index and digests."""
    body = page.encode()
    header = f"WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Date: {captured}\r\n"
    said = b"software: firsthand demo case\r\nformat: WARC File Format 1.1\r\n"
    about = _warc_record(header + _record_id(said) + "Content-Type: application/warc-fields", said)
    block = _HTTP % len(body) + body
    header = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: {captured}\r\n"
        f"WARC-Target-URI: {address}\r\n{_record_id(block)}WARC-Payload-Digest: {_digest(body)}\r\n"
        "Content-Type: application/http; msgtype=response"
    )
    response = _warc_record(header, block)
    stamp = "".join(mark for mark in captured if mark.isdigit())
    host, _, path = address.removeprefix("https://").partition("/")
    entry = {"url": address, "mime": "text/html", "status": "200", "digest": _digest(body)}
    entry |= {"length": str(len(response)), "offset": str(len(about)), "filename": "data.warc.gz"}
    reversed_host = ",".join(reversed(host.split(".")))
    pages = [
        {"format": "json-pages-1.0", "id": "pages", "title": "All pages"},
        {"id": "first", "url": address, "ts": captured, "title": title},
    ]
    members = {
        "archive/data.warc.gz": about + response,
        "indexes/index.cdxj": f"{reversed_host})/{path} {stamp} {json.dumps(entry)}\n".encode(),
        "pages/pages.jsonl": "".join(json.dumps(line) + "\n" for line in pages).encode(),
    }
    members["datapackage.json"] = json.dumps(_datapackage(members, captured), indent=1).encode()
    return stored_zip(members)


def _datapackage(members: Mapping[str, bytes], captured: str) -> dict[str, object]:
    listed = [
        {
            "name": name.rpartition("/")[2],
            "path": name,
            "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
            "bytes": len(content),
        }
        for name, content in members.items()
    ]
    return {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "created": captured,
        "mainPageUrl": PAGE_ADDRESS,
        "resources": listed,
    }


def _digest(body: bytes) -> str:
    return "sha256:" + hashlib.sha256(body).hexdigest()


def _record_id(block: bytes) -> str:
    # An identifier drawn from the content stays the same from build to build.
    digits = hashlib.sha256(block).hexdigest()
    parts = (digits[:8], digits[8:12], "5" + digits[13:16], "8" + digits[17:20], digits[20:32])
    return f"WARC-Record-ID: <urn:uuid:{'-'.join(parts)}>\r\n"


def _warc_record(header: str, block: bytes) -> bytes:
    record = f"{header}\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"
    stored = zlib.compressobj(level=0, wbits=31)
    return stored.compress(record) + stored.flush()


def built() -> dict[str, bytes]:
    """Build every binary source of the case, by file name."""
    return {
        "2023-01-18-interior-ministry-page.wacz": wacz_of(
            PAGE,
            address=PAGE_ADDRESS,
            captured=PAGE_DATE,
            title="First home liaison posts open their doors",
        ),
        "2023-06-14-citizens-abroad-act.pdf": pdf_of(LAW, title="Citizens Abroad Act"),
        "2024-02-20-the-long-counter.docx": docx_of(REPORT),
    }


def main() -> int:
    """Write the files, or with ``--check`` compare them with what is stored."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail on a difference")
    parser.add_argument("--into", type=Path, default=CASE, help="the folder (default: the case)")
    chosen = parser.parse_args()
    differing = []
    for name, content in built().items():
        file = chosen.into / name
        if not chosen.check:
            file.write_bytes(content)
        elif not file.is_file() or file.read_bytes() != content:
            differing.append(name)
    for name in differing:
        sys.stderr.write(f"{name} is not what tools/build_demo_case.py builds. Run it again.\n")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
