"""The part of FollowTheMoney's model that a case speaks: schemata, their properties and types.

A table of our own, held against the real library in the tests: the library itself is heavy, and is
needed to run nothing here.
"""

from dataclasses import dataclass
from typing import Final

from firsthand.values.body import BodyKind

_THING: Final = {
    "name": "name", "alias": "name", "country": "country", "summary": "text", "notes": "text",
    "keywords": "string", "description": "text", "addressEntity": "entity", "proof": "entity",
    "publisher": "string", "sourceUrl": "url", "retrievedAt": "date",
}  # fmt: skip
_PARTY: Final = {**_THING, "classification": "string"}
_DOCUMENT: Final = {
    **_THING, "title": "string", "author": "string", "fileName": "string", "mimeType": "mimetype",
    "language": "language", "publishedAt": "date",
}  # fmt: skip
_LINK: Final = {"role": "string", "proof": "entity", "recordId": "string", "description": "text"}

PROPERTIES: Final[dict[str, dict[str, str]]] = {
    "Person": _PARTY,
    "LegalEntity": _PARTY,
    "Organization": _PARTY,
    "PublicBody": _PARTY,
    "Company": _PARTY,
    "Address": {**_THING, "latitude": "number", "longitude": "number", "remarks": "string"},
    "Event": {
        **_THING, "date": "date", "involved": "entity", "location": "address", "recordId": "string",
    },
    "Document": _DOCUMENT,
    "Article": _DOCUMENT,
    "Note": {**_THING, "entity": "entity", "namesMentioned": "name"},
    "Ownership": {**_LINK, "owner": "entity", "asset": "entity"},
    "Control": {**_LINK, "controller": "entity", "controlled": "entity"},
    "Membership": {**_LINK, "member": "entity", "organization": "entity"},
    "UnknownLink": {**_LINK, "subject": "entity", "object": "entity"},
}  # fmt: skip
"""The type of each property that an export uses, by schema."""

BODIES: Final[dict[BodyKind | None, str]] = {
    BodyKind.OUTLET: "Organization",
    BodyKind.NGO: "Organization",
    BodyKind.POLICE: "PublicBody",
    BodyKind.CONSULATE: "PublicBody",
    BodyKind.MINISTRY: "PublicBody",
    BodyKind.STATE: "PublicBody",
    BodyKind.COURT: "PublicBody",
    BodyKind.COMPANY: "Company",
    BodyKind.UNION: "Organization",
    BodyKind.GROUP: "Organization",
    BodyKind.PERSON: "Person",
    BodyKind.OTHER: "LegalEntity",
    None: "LegalEntity",
}

PARTIES: Final = frozenset({"Person", "LegalEntity", "Organization", "PublicBody", "Company"})
ORGANIZATIONS: Final = frozenset({"Organization", "PublicBody", "Company"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A schema that ties two entities: its two ends, and the relation that it means."""

    left: str
    right: str
    relation: str


EDGES: Final[dict[str, Edge]] = {
    "Ownership": Edge(left="owner", right="asset", relation="owns"),
    "Control": Edge(left="controller", right="controlled", relation="controls"),
    "Membership": Edge(left="member", right="organization", relation="member of"),
    "UnknownLink": Edge(left="subject", right="object", relation="linked to"),
    "Directorship": Edge(left="director", right="organization", relation="directs"),
    "Employment": Edge(left="employee", right="employer", relation="works for"),
    "Family": Edge(left="person", right="relative", relation="family of"),
    "Associate": Edge(left="person", right="associate", relation="associate of"),
    "Representation": Edge(left="agent", right="client", relation="represents"),
    "Succession": Edge(left="predecessor", right="successor", relation="predecessor of"),
}

LANGUAGES: Final = {
    "ar": "ara", "az": "aze", "bg": "bul", "bn": "ben", "bs": "bos", "ca": "cat", "cs": "ces",
    "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "et": "est", "fa": "fas",
    "fi": "fin", "fr": "fra", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye",
    "id": "ind", "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz", "km": "khm", "ko": "kor",
    "lt": "lit", "lv": "lav", "mk": "mkd", "nl": "nld", "no": "nor", "pl": "pol",
    "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk", "sl": "slv", "sq": "sqi", "sr": "srp",
    "sv": "swe", "sw": "swa", "tr": "tur", "uk": "ukr", "ur": "urd", "uz": "uzb", "vi": "vie",
    "zh": "zho",
}  # fmt: skip
"""Codes of two letters to the codes of three (ISO 639-3) that the model takes."""
