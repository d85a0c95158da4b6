"""Every failure that users can meet: one class each, with a stable code that the texts explain in the user's words."""

from collections.abc import Mapping
from typing import ClassVar


class GrantcheckError(Exception):
    """Base of all expected failures. `code` names the text `gc.error.<code>`; `details` fill its blanks."""

    code: ClassVar[str]

    def __init__(self, **details: str | int) -> None:
        super().__init__()
        self.details = details

    def __str__(self) -> str:
        return " ".join([self.code, *(f"{name}={value}" for name, value in self.details.items())])


class UnreadableReport(GrantcheckError):
    """The file can't be read as a report; the user is told what to do. An outcome, never a crash."""


class EmptyFile(UnreadableReport):
    """The file holds no bytes."""

    code = "file-empty"


class FileTooLarge(UnreadableReport):
    """The file is larger than the limit. Details: megabytes, limit."""

    code = "file-too-large"


class UnknownFileType(UnreadableReport):
    """The first bytes are of no type that is read (PDF, DOCX, ODT, text). Details: kind, what it looks like."""

    code = "file-type-unknown"


class EncryptedFile(UnreadableReport):
    """The file is locked with a password."""

    code = "file-encrypted"


class DamagedFile(UnreadableReport):
    """The file's inner structure is broken."""

    code = "file-damaged"


class TooManyPages(UnreadableReport):
    """The document has more pages than the limit. Details: pages, limit."""

    code = "too-many-pages"


class TooMuchText(UnreadableReport):
    """What the file unpacks to is larger than the limit."""

    code = "too-much-text"


class NoTextFound(UnreadableReport):
    """No page has readable text, for example an unreadable scan."""

    code = "no-text"


class TooHardToRead(UnreadableReport):
    """Reading the file used up the time or memory that a file may use."""

    code = "too-hard-to-read"


class NotSwedish(UnreadableReport):
    """The text is in another language. Details: language, an ISO 639-1 code."""

    code = "not-swedish"


class LooksLikeRegisterExtract(UnreadableReport):
    """The file looks like a criminal record extract; lag (2013:852) 5 § allows only a note of it."""

    code = "register-extract"


class FileNotFound(UnreadableReport):
    """There is no readable file at the path."""

    code = "file-not-found"


class InvalidRuleSet(GrantcheckError):
    """A rule set's data breaks the format. Details: where, problem."""

    code = "ruleset-invalid"


class UnknownRuleSet(GrantcheckError):
    """No rule set has the name. Details: ruleset, known."""

    code = "ruleset-unknown"


class InvalidPeriod(GrantcheckError):
    """The period is not two ISO dates in order, at most three years apart. Details: period."""

    code = "period-invalid"


class NotFound(GrantcheckError):
    """There is no such thing, or it is not this person's to see."""

    code = "not-found"


class InvalidOrganisationNumber(GrantcheckError):
    """The text is not an organisationsnummer. Details: number."""

    code = "organisation-number-invalid"


class SignInRefused(GrantcheckError):
    """No active person has this e-mail address and password."""

    code = "sign-in-refused"


class TooManySignIns(GrantcheckError):
    """Too many failed sign-ins of late, for the account or from the address. Details: minutes to wait."""

    code = "sign-in-too-many"


class RoundClosed(GrantcheckError):
    """The round takes no applications now. Details: state (not_open or closed)."""

    code = "round-closed"


class WrongState(GrantcheckError):
    """What was asked for does not fit the state. Details: state, wanted."""

    code = "wrong-state"


class ReportMissing(GrantcheckError):
    """The application has no report yet, so it can't be submitted."""

    code = "report-missing"


class NotConfirmed(GrantcheckError):
    """The person has not confirmed to be allowed to represent the association."""

    code = "not-confirmed"


class MotivationRequired(GrantcheckError):
    """A judgement needs a motivation. Details: because (differs or missing)."""

    code = "motivation-required"


class CriteriaNotAssessed(GrantcheckError):
    """The review can't be completed yet. Details: criteria, their ids separated by blanks."""

    code = "criteria-not-assessed"


class ColleagueSaved(GrantcheckError):
    """A colleague has saved since this page was made. Details: name, at (UTC, ISO 8601)."""

    code = "colleague-saved"


class SearchTooShort(GrantcheckError):
    """The search has fewer characters than the limit. Details: limit."""

    code = "search-too-short"


class DatabaseBehind(GrantcheckError):
    """The database is older than the program; `grantcheck migrate` mends it. Details: missing, the migrations."""

    code = "database-behind"


class ReadingStopped(GrantcheckError):
    """The reading stopped by a fault of ours; the file is kept and can be read again or submitted as it is."""

    code = "reading-stopped"


class PipelineMissing(GrantcheckError):
    """No language pipeline of the name is shipped or installed. Details: pipeline."""

    code = "pipeline-missing"


class PortTaken(GrantcheckError):
    """Something listens on the port already. Details: port."""

    code = "port-taken"


def unreadable(code: str, details: Mapping[str, str | int]) -> UnreadableReport:
    """Return the failure with the code, as it was before it was stored. Raises KeyError for an unknown code."""
    kinds = {kind.code: kind for kind in UnreadableReport.__subclasses__()}
    return kinds[code](**details)
