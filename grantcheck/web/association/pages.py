"""Page models of the association's pages."""

from dataclasses import dataclass
from datetime import datetime

from flask import url_for

from grantcheck.domain.application import ApplicationState
from grantcheck.domain.grant_round import GrantRound, RoundState
from grantcheck.domain.report import ReadingStep, ReportState
from grantcheck.domain.ruleset import RuleSet
from grantcheck.settings import Settings
from grantcheck.storage.association_pages import AssociationStart, ReadingPage, RoundPage
from grantcheck.storage.cases import Case

from ..dates import days_until
from ..language import clock, day, language, t, tn
from ..messages import error_text

_OVER = frozenset({ApplicationState.DECIDED, ApplicationState.WITHDRAWN, ApplicationState.ARCHIVED})


@dataclass(frozen=True, slots=True)
class Task:
    """A row of the task list; `state` is not_started, started, done or blocked."""

    name: str
    state: str
    address: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """One sentence and one button."""

    sentence: str
    action: str
    address: str


@dataclass(frozen=True, slots=True)
class StartPage:
    """Page F1."""

    name: str
    step: NextStep | None
    tasks: tuple[Task, ...]
    groups: tuple[tuple[str, tuple[Case, ...]], ...]
    empty: str


@dataclass(frozen=True, slots=True)
class RoundView:
    """Page F2."""

    round: GrantRound
    name: str
    who: str
    late_rule: str
    state: RoundState
    criteria: tuple[tuple[str, str], ...]
    case: Case | None


@dataclass(frozen=True, slots=True)
class TaskPage:
    """Page F3."""

    case: Case
    round_name: str
    tasks: tuple[Task, ...]
    step: NextStep | None
    late: bool


@dataclass(frozen=True, slots=True)
class UploadPage:
    """Page F4."""

    case: Case
    round_name: str
    limit: int
    pages: int


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a reading; `state` is done, now or later."""

    name: str
    state: str


@dataclass(frozen=True, slots=True)
class ProgressPage:
    """Page F5. `problem` says what is wrong, and `may_retry` whether reading again can help."""

    case: Case
    steps: tuple[Step, ...]
    done: bool
    problem: str
    may_retry: bool


@dataclass(frozen=True, slots=True)
class SubmitPage:
    """Page F8. `reading` says in a sentence how the reading stands."""

    case: Case
    round_name: str
    reading: str
    closed: bool


def start_page(found: AssociationStart, now: datetime) -> StartPage:
    """Return page F1."""
    current = next((case for case in found.cases if case.application.changeable), None)
    first_open = next(iter(found.open_rounds), None)
    return StartPage(
        name=found.association.name,
        step=_next_step(current, first_open, now),
        tasks=_tasks(current) if current else (),
        groups=_groups(found.cases),
        empty=t("gc.start.empty_next", day=day(found.next_round.opens_at)) if found.next_round else t("gc.start.empty"),
    )


def round_page(found: RoundPage, rule_set: RuleSet, now: datetime) -> RoundView:
    """Return page F2."""
    item = found.round
    return RoundView(
        round=item,
        name=item.name[language()],
        who=item.who_may_apply[language()],
        late_rule=item.late_rule[language()],
        state=item.state(now),
        criteria=tuple((criterion.name[language()], criterion.question[language()]) for criterion in rule_set.criteria),
        case=found.case,
    )


def task_page(case: Case, now: datetime) -> TaskPage:
    """Return page F3."""
    return TaskPage(
        case=case,
        round_name=case.round.name[language()],
        tasks=_tasks(case),
        step=_application_step(case) if case.application.changeable else None,
        late=case.application.state is ApplicationState.DRAFT and case.round.state(now) is not RoundState.OPEN,
    )


def upload_page(case: Case, settings: Settings) -> UploadPage:
    """Return page F4."""
    return UploadPage(case, case.round.name[language()], settings.max_upload_megabytes, settings.max_pages)


def progress_page(case: Case) -> ProgressPage:
    """Return page F5."""
    report = case.report
    if report is None:
        return ProgressPage(case, (), False, error_text(case.application.refused or "no-text", {}), False)
    problem = error_text(report.error, report.error_details) if report.error else ""
    return ProgressPage(
        case=case,
        steps=_steps(case),
        done=report.state is ReportState.READ,
        problem=problem,
        may_retry=report.state is ReportState.STOPPED,
    )


def reading_head(found: ReadingPage) -> TaskPage:
    """Return the application around page F6."""
    return task_page(found.case, found.case.application.created_at)


def submit_page(found: ReadingPage, now: datetime) -> SubmitPage:
    """Return page F8."""
    return SubmitPage(
        case=found.case,
        round_name=found.case.round.name[language()],
        reading=t(f"gc.submit.reading.{found.case.report.state.value if found.case.report else 'none'}"),
        closed=not found.case.round.takes_applications(now),
    )


def _next_step(current: Case | None, first_open: GrantRound | None, now: datetime) -> NextStep | None:
    if current:
        address = url_for("association.application", number=current.application.id)
        return NextStep(_deadline(current.round, now), t("gc.start.continue"), address)
    if first_open:
        address = url_for("association.grant_round", number=first_open.id)
        return NextStep(_deadline(first_open, now), t("gc.start.see_round"), address)
    return None


def _deadline(item: GrantRound, now: datetime) -> str:
    if item.state(now) is RoundState.OPEN:
        left = tn("gc.start.days_left", days_until(item.closes_at, now))
        return t("gc.start.deadline", round=item.name[language()], day=day(item.closes_at), left=left)
    return t("gc.start.deadline_passed", round=item.name[language()], day=day(item.closes_at))


def _groups(cases: tuple[Case, ...]) -> tuple[tuple[str, tuple[Case, ...]], ...]:
    draft = tuple(case for case in cases if case.application.state is ApplicationState.DRAFT)
    over = tuple(case for case in cases if case.application.state in _OVER)
    sent = tuple(case for case in cases if case not in draft and case not in over)
    named = (("started", draft), ("sent", sent), ("finished", over))
    return tuple((name, group) for name, group in named if group)


def _tasks(case: Case) -> tuple[Task, ...]:
    number = case.application.id
    sent = case.application.submitted_at is not None and not case.application.changeable
    report = "done" if case.report and case.report.state is ReportState.READ else "started"
    return (
        Task(
            t("gc.task.report"),
            report if case.report else "not_started",
            url_for("association.progress" if case.report else "association.upload", number=number),
        ),
        Task(
            t("gc.task.submit"),
            "done" if sent else ("not_started" if case.report else "blocked"),
            url_for("association.receipt" if sent else "association.submit", number=number),
        ),
    )


def _application_step(case: Case) -> NextStep:
    number = case.application.id
    if case.report is None:
        return NextStep("", t("gc.task.upload"), url_for("association.upload", number=number))
    if case.report.state is ReportState.READ:
        return NextStep("", t("gc.task.see_reading"), url_for("association.reading", number=number))
    return NextStep("", t("gc.task.see_progress"), url_for("association.progress", number=number))


def _steps(case: Case) -> tuple[Step, ...]:
    progress = case.progress
    reached = list(ReadingStep).index(progress.step) if progress else 0
    return tuple(Step(_step_name(step, case), _step_state(place, reached)) for place, step in enumerate(ReadingStep))


def _step_state(place: int, reached: int) -> str:
    """Say how far a step has come: the file has arrived as soon as there is a report."""
    if place < max(reached, 1):
        return "done"
    return "now" if place == max(reached, 1) else "later"


def _step_name(step: ReadingStep, case: Case) -> str:
    progress = case.progress
    if step is ReadingStep.PAGES and progress and progress.pages:
        return t("gc.reading_step.pages_of", read=progress.pages_read, pages=progress.pages)
    return t(f"gc.reading_step.{step.value}")


def received_at(case: Case) -> str:
    """Return the day and time when the application came in."""
    moment = case.application.submitted_at
    return t("gc.web.day_and_time", day=day(moment), time=clock(moment)) if moment else ""
