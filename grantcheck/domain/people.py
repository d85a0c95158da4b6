"""Who uses the program: people with roles, and the associations they may act for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

PersonId = NewType("PersonId", int)
AssociationId = NewType("AssociationId", int)


class Role(StrEnum):
    """What a person may do; one person may hold several."""

    ASSOCIATION = "association"
    OFFICER = "officer"
    FEDERATION = "federation"
    FOLLOW_UP = "follow_up"
    ADMIN = "admin"


class Density(StrEnum):
    """How tightly tables are set."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person has chosen for all pages. `language` is sv or en."""

    language: str = "sv"
    density: Density = Density.COMFORTABLE


@dataclass(frozen=True, slots=True)
class User:
    """A person who may sign in. `associations` are those the person may act for, in order of name."""

    id: PersonId
    email: str
    name: str
    roles: frozenset[Role]
    associations: tuple[AssociationId, ...]
    preferences: Preferences


class AssociationKind(StrEnum):
    """What an association mostly does; worded by `gc.association_kind.<kind>`."""

    SPORT = "sport"
    CULTURE = "culture"
    YOUTH = "youth"
    OUTDOOR = "outdoor"
    SENIORS = "seniors"
    DISABILITY = "disability"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Association:
    """A legal entity that may apply. Small ones may lack an organisationsnummer."""

    id: AssociationId
    name: str
    kind: AssociationKind
    organisation_number: str | None


@dataclass(frozen=True, slots=True)
class Municipality:
    """Whose installation this is, and where its associations get help."""

    name: str
    unit: str
    phone: str
    phone_hours: str
    email: str
