"""Page model of the review page."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from werkzeug.datastructures import MultiDict

from grantcheck.domain.application import ApplicationState
from grantcheck.domain.people import User
from grantcheck.domain.review import Assessment, Judgement
from grantcheck.domain.ruleset import Criterion
from grantcheck.services.review import rule_set_of
from grantcheck.storage.cases import Case
from grantcheck.storage.officer_queue import Neighbours
from grantcheck.storage.review_page import ReviewPage

from ..language import joined, language
from ..marks import MarkedPage, TextBlock, marked_pages, text_blocks
from ..reading import CriterionReading, ReadingPage, codes, reading_page
from .view_address import query_string, read_view


@dataclass(frozen=True, slots=True)
class Entered:
    """What the officer had entered for a criterion when an error was met."""

    criterion: str
    judgement: str
    motivation: str


@dataclass(frozen=True, slots=True)
class ReviewedCriterion:
    """One criterion with both columns of truth: the reading, None without one, and the officer's assessment."""

    id: str
    code: str
    name: str
    question: str
    reading: CriterionReading | None
    assessment: Assessment | None
    earlier: tuple[Assessment, ...]
    judgement: str
    motivation: str
    just_saved: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """The cases before and after in the view, as addresses; empty where there is none."""

    previous: str
    next: str
    place: int
    matching: int
    queue: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """Page H3. `view` is the query string of the queue that the case was opened from."""

    case: Case
    round_name: str
    criteria: tuple[ReviewedCriterion, ...]
    reading: ReadingPage | None
    pages: tuple[MarkedPage, ...]
    blocks: tuple[TextBlock, ...]
    beside: Beside
    view: str
    as_images: bool
    assessed: int
    mine: bool
    open_review: bool
    judgements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenCriteria:
    """The criteria without an assessment: their codes as a sentence says them, and the first one's id."""

    names: str
    first: str


def case_page(
    found: ReviewPage, place: Neighbours, officer: User, entered: Entered | None, values: MultiDict[str, str]
) -> CasePage:
    """Return page H3."""
    reading = reading_page(found.run) if found.run else None
    as_images = reading is not None and reading.has_page_images and values.get("vy") != "text"
    application = found.case.application
    view = query_string(read_view(values).query)
    return CasePage(
        case=found.case,
        round_name=found.case.round.name[language()],
        criteria=_criteria(found, reading, entered, values.get("sparad", "")),
        reading=reading,
        pages=marked_pages(found.run) if found.run and as_images else (),
        blocks=text_blocks(found.run) if found.run and not as_images else (),
        beside=_beside(place, view),
        view=view,
        as_images=as_images,
        assessed=len(found.assessments),
        mine=application.officer in (None, officer.id),
        open_review=application.state is ApplicationState.IN_REVIEW and application.reviewed_at is None,
        judgements=tuple(item.value for item in Judgement),
    )


def missing_codes(found: ReviewPage, criteria: Sequence[str]) -> OpenCriteria:
    """Return how to name the criteria, given by id."""
    code = codes(rule_set_of(found.case, found.run))
    names = [name for criterion, name in code.items() if criterion.value in criteria]
    return OpenCriteria(joined(names), f"judgement-{criteria[0]}")


def _criteria(
    found: ReviewPage, reading: ReadingPage | None, entered: Entered | None, saved: str
) -> tuple[ReviewedCriterion, ...]:
    rule_set = rule_set_of(found.case, found.run)
    read = {item.id: item for item in reading.criteria} if reading else {}
    code = codes(rule_set)
    return tuple(
        _criterion(item, code[item.id], found, read.get(item.id), _entered_for(item, found, entered), saved)
        for item in rule_set.criteria
    )


def _criterion(
    criterion: Criterion,
    code: str,
    found: ReviewPage,
    reading: CriterionReading | None,
    shown: Entered,
    saved: str,
) -> ReviewedCriterion:
    standing = found.assessments.get(criterion.id)
    earlier = tuple(item for item in found.history if item.criterion is criterion.id and item != standing)
    return ReviewedCriterion(
        id=criterion.id.value,
        code=code,
        name=criterion.name[language()],
        question=criterion.question[language()],
        reading=reading,
        assessment=standing,
        earlier=earlier,
        judgement=shown.judgement,
        motivation=shown.motivation,
        just_saved=saved == criterion.id.value,
    )


def _entered_for(criterion: Criterion, found: ReviewPage, entered: Entered | None) -> Entered:
    """Return what the form shows: what was just entered, else the assessment that stands, else nothing chosen."""
    if entered and entered.criterion == criterion.id.value:
        return entered
    standing = found.assessments.get(criterion.id)
    return Entered(
        criterion.id.value, standing.judgement.value if standing else "", standing.motivation if standing else ""
    )


def _beside(place: Neighbours, view: str) -> Beside:
    def address(application: int | None) -> str:
        return f"{url_for('officer.case', number=application)}?{view}" if application else ""

    return Beside(
        address(place.previous), address(place.next), place.place, place.matching, f"{url_for('officer.queue')}?{view}"
    )
