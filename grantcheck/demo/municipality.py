"""Whose sample it is: the municipality, its associations, its two rounds and the people who sign in; all invented.

The organisation numbers have a right check digit but lie in a series that is not in use; the telephone number is one of
those that are kept for fiction.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from grantcheck.domain.grant_round import GrantRound, RoundId
from grantcheck.domain.people import AssociationKind, Municipality, Role
from grantcheck.domain.ruleset import Occasion

THE_MUNICIPALITY = Municipality(
    name="Karlstads kommun (exempel)",
    unit="Kultur- och fritidsförvaltningen",
    phone="031-390 06 40",
    phone_hours="9–12 och 13–15",
    email="foreningsstod@kommunen.example",
)


@dataclass(frozen=True, slots=True)
class SampleAssociation:
    """An association of the sample."""

    name: str
    kind: AssociationKind
    organisation_number: str | None


ASSOCIATIONS: Mapping[str, SampleAssociation] = {
    "football": SampleAssociation("Kvistedals BK", AssociationKind.SPORT, "899900-0014"),
    "scouts": SampleAssociation("Enbergets Scoutkår", AssociationKind.OUTDOOR, "899900-0022"),
    "choir": SampleAssociation("Kören Sju Broar", AssociationKind.CULTURE, "899900-0030"),
    "seniors": SampleAssociation("Seniorerna i Fagerlid", AssociationKind.SENIORS, None),
    "families": SampleAssociation("Kulturföreningen Jasmin och Enbär", AssociationKind.OTHER, "899900-0048"),
}


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """A person of the sample; `association` is a key of ASSOCIATIONS for those who act for one."""

    role: Role
    name: str
    email: str
    association: str | None = None


PEOPLE = (
    SamplePerson(Role.ASSOCIATION, "Agneta Forsling", "agneta@kvistedalsbk.example", "football"),
    SamplePerson(Role.ASSOCIATION, "Ruben Tallhage", "ruben@enbergetsscoutkar.example", "scouts"),
    SamplePerson(Role.OFFICER, "Lovisa Ekmark", "lovisa.ekmark@kommunen.example"),
    SamplePerson(Role.FEDERATION, "Torbjörn Sälgås", "torbjorn@forbundet.example"),
    SamplePerson(Role.FOLLOW_UP, "Samira Nordhed", "samira.nordhed@kommunen.example"),
    SamplePerson(Role.ADMIN, "Valter Ingesäter", "valter.ingesater@kommunen.example"),
)

_LAST_DAY = date(2026, 12, 1)

DRAFTS = frozenset({("football", "2025"), ("families", "2025")})
"""Applications, by association and round, that are begun but not submitted."""


def rounds(today: date) -> Mapping[str, GrantRound]:
    """Return the round of reports on 2024, closed, and the one on 2025, which is open.

    The open one closes on 1 December 2026, or a week from today where that is later.
    """
    closes = max(_LAST_DAY, today + timedelta(days=7))
    return {
        "2024": _round(RoundId(1), report_year=2024, closes=closes - timedelta(days=365)),
        "2025": _round(RoundId(2), report_year=2025, closes=closes),
    }


def _round(number: RoundId, *, report_year: int, closes: date) -> GrantRound:
    closes_at = datetime.combine(closes, time(22, 59, 59), UTC)
    year = closes.year + 1
    return GrantRound(
        id=number,
        name={"sv": f"Verksamhetsstöd {year}", "en": f"Activity grant {year}"},
        who_may_apply={
            "sv": "Ideella föreningar i kommunen med minst 15 medlemmar.",
            "en": "Non-profit associations in the municipality with at least 15 members.",
        },
        late_rule={
            "sv": "Stödet minskar med tio procent.",
            "en": "The grant is reduced by ten per cent.",
        },
        opens_at=closes_at - timedelta(days=75),
        closes_at=closes_at,
        late_until=closes_at + timedelta(days=7),
        decision_by=closes + timedelta(days=90),
        period_start=date(report_year, 1, 1),
        period_end=date(report_year, 12, 31),
        ruleset="karlstad-2026",
        occasion=Occasion.APPLICATION,
        draft_days=30,
    )
