"""The crosswalk of tactics: one code each, and what four documents of the field call it.

Sources: Freedom House, *Out of Sight, Not Out of Reach* (2021) and after; the FBI's public page on
transnational repression; Human Rights Watch, *We Will Find You* (2024); the UK's guidance of 2025,
which asks besides that a state directs the act (``degree of state direction``).
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Tactic:
    """One tactic, and the category it falls under elsewhere; ``None`` where there is none."""

    name: str
    freedom_house: str | None = None
    fbi: str | None = None
    hrw: str | None = None


_DIRECT, _COOPTED = "direct attacks", "co-opting other countries"
_MOBILITY, _DISTANCE = "mobility controls", "threats from a distance"

TACTICS: Final[dict[str, Tactic]] = {
    "killing": Tactic(name="killing", freedom_house=_DIRECT, hrw="killings"),
    "assault": Tactic(name="assault", freedom_house=_DIRECT, fbi="assault"),
    "kidnapping": Tactic(
        name="kidnapping, or the attempt",
        freedom_house=_DIRECT,
        fbi="attempted kidnapping",
        hrw="removals",
    ),
    "disappearance": Tactic(name="disappearance", freedom_house=_DIRECT, hrw="disappearances"),
    "stalking": Tactic(name="stalking or watching", freedom_house=_DISTANCE, fbi="stalking"),
    "harassment": Tactic(name="harassment", freedom_house=_DISTANCE, fbi="harassment"),
    "coerced-return": Tactic(
        name="pressing somebody to return",
        freedom_house=_DISTANCE,
        fbi="coercing return",
        hrw="removals",
    ),
    "relatives": Tactic(
        name="threatening relatives",
        freedom_house=_DISTANCE,
        fbi="threatening relatives",
        hrw="relatives",
    ),
    "freezing-assets": Tactic(name="freezing assets", fbi="freezing assets"),
    "disinformation": Tactic(name="disinformation", freedom_house=_DISTANCE, fbi="disinformation"),
    "legal-abuse": Tactic(
        name="abuse of legal process", freedom_house=_COOPTED, fbi="abuse of legal process"
    ),
    "unlawful-removal": Tactic(
        name="detention or removal by another country", freedom_house=_COOPTED, hrw="removals"
    ),
    "passport": Tactic(
        name="passports refused or cancelled", freedom_house=_MOBILITY, hrw="consular abuse"
    ),
    "consular-abuse": Tactic(
        name="abuse of consular services", freedom_house=_MOBILITY, hrw="consular abuse"
    ),
    "hacking": Tactic(
        name="hacking or spyware", freedom_house=_DISTANCE, fbi="hacking", hrw="digital"
    ),
    "unaccredited-office": Tactic(name="offices abroad without the host State's consent"),
}
