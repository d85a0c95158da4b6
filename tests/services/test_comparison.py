"""A report is compared with the association's own earlier one; others' text is only counted where it was handed in."""

from dataclasses import dataclass
from datetime import date

from grantcheck.domain.application import ApplicationId
from grantcheck.domain.comparison import Change
from grantcheck.domain.document import Document
from grantcheck.domain.people import User
from grantcheck.domain.report import ReportId
from grantcheck.domain.sentences import sentences_of
from grantcheck.services import applications
from grantcheck.services.comparison import Compared, compared_with_earlier, shared_with_others
from grantcheck.services.record_check import Reading, record_reading
from grantcheck.storage import Store
from grantcheck.storage.cases import own_case
from grantcheck.storage.check_runs import Attempt, latest_run
from grantcheck.storage.reports import delete_report
from tests import factories
from tests.installation import Installation, a_draft, a_member, a_round, an_association, hand_in

TEMPLATE = "Förbundets värdegrund gäller för alla som leder barn och unga i vår verksamhet."
OWN = "Två mammor byggde en ramp av lastpallar så att alla kunde rulla in."
LAST_YEAR = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}


@dataclass
class Years:
    """An installation with rounds on 2024 (number 1) and 2025 (number 2)."""

    place: Installation
    store: Store

    def __post_init__(self) -> None:
        a_round(self.store, 1, **LAST_YEAR)
        a_round(self.store, 2)

    def member(self, name: str) -> User:
        return a_member(self.store, name, an_association(self.store, f"{name}s förening"))

    def reported(self, user: User, number: int, *sentences: str, submitted: bool = True) -> ReportId:
        application = a_draft(self.store, user, number)  # type: ignore[arg-type]
        report = self.uploaded(user, application, *sentences)
        if submitted:
            applications.submit(self.store, user, application, may_represent=True)
        return report

    def uploaded(self, user: User, application: ApplicationId, *sentences: str) -> ReportId:
        report = hand_in(self.place, self.store, user, application, " ".join(sentences).encode())
        self.read(report, document(*sentences))
        return report

    def read(self, report: ReportId, read: Document) -> None:
        runs = self.store.db.table("check_run").count
        attempt = Attempt(report, f"check-{report}-{runs}", "0.1.0")
        record_reading(self.store, attempt, Reading(read, factories.analysis(), factories.karlstad()))

    def compared(self, user: User, report: ReportId, year: int | None = None) -> Compared | None:
        run = latest_run(self.store, report)
        assert run
        return compared_with_earlier(self.store, own_case(self.store, user.id, application_of(self, report)), run, year)

    def shared(self, user: User, *sentences: str) -> dict[str, list[str]]:
        """Return which of the sentences are shared, and the names of those who share each."""
        found = shared_with_others(self.store, user.associations[0], sentences_of(document(*sentences)))
        return {sentence.text: [holder.association_name for holder in others] for sentence, others in found.items()}


def application_of(years: Years, report: ReportId) -> ApplicationId:
    (row,) = years.store.db.query("SELECT application_id FROM report WHERE id = :id", {"id": report})
    return ApplicationId(row["application_id"])


def document(*sentences: str) -> Document:
    return factories.document(*(factories.block(sentence) for sentence in sentences))


def test_a_report_is_compared_with_the_associations_latest_earlier_one(place: Installation, store: Store) -> None:
    years = Years(place, store)
    maud = years.member("Maud")
    years.reported(maud, 1, OWN, "Vi har haft elva styrelsemöten.")

    report = years.reported(maud, 2, OWN, "I år har alla ledare gått kursen.")
    found = years.compared(maud, report)

    assert found
    assert found.years == (2024,)
    assert [found.comparison.count(change) for change in Change] == [1, 0, 1, 1]


def test_an_unknown_year_gives_the_latest(place: Installation, store: Store) -> None:
    years = Years(place, store)
    maud = years.member("Maud")
    years.reported(maud, 1, OWN)
    report = years.reported(maud, 2, OWN)

    assert years.compared(maud, report, 1999) == years.compared(maud, report)


def test_what_was_never_handed_in_is_not_compared_with(place: Installation, store: Store) -> None:
    years = Years(place, store)
    maud = years.member("Maud")
    years.reported(maud, 1, OWN, submitted=False)

    assert years.compared(maud, years.reported(maud, 2, OWN)) is None


def test_the_first_report_has_nothing_to_compare_with_though_others_wrote_the_same(
    place: Installation, store: Store
) -> None:
    years = Years(place, store)
    years.reported(years.member("Signe"), 1, OWN)
    maud = years.member("Maud")

    assert years.compared(maud, years.reported(maud, 2, OWN)) is None


def test_a_template_is_found_whatever_the_names_and_numbers_in_it(place: Installation, store: Store) -> None:
    years = Years(place, store)
    years.reported(years.member("Signe"), 1, "Alla 12 ledare i Älvkören har under 2024 gått kursen om bemötande.")
    years.reported(years.member("Bo"), 2, "Alla tre ledare i Tallens IF har under 2025 gått kursen om bemötande.", OWN)
    told = "Alla 7 ledare i Kvistedals BK har under 2023 gått kursen om bemötande."

    found = years.shared(years.member("Maud"), told, TEMPLATE)

    assert found == {told: ["Bos förening", "Signes förening"]}


def test_own_reports_drafts_and_replaced_reports_are_not_others_text(place: Installation, store: Store) -> None:
    years = Years(place, store)
    maud, signe, bo = (years.member(name) for name in ("Maud", "Signe", "Bo"))
    years.reported(maud, 1, TEMPLATE)
    years.reported(signe, 1, TEMPLATE, submitted=False)
    draft = a_draft(store, bo)
    years.uploaded(bo, draft, TEMPLATE)
    years.uploaded(bo, draft, OWN)
    applications.submit(store, bo, draft, may_represent=True)

    assert years.shared(maud, TEMPLATE, OWN) == {OWN: ["Bos förening"]}


def test_a_report_that_is_read_again_is_known_by_its_new_reading_alone(place: Installation, store: Store) -> None:
    years = Years(place, store)
    report = years.reported(years.member("Signe"), 1, TEMPLATE)

    years.read(report, document(OWN))

    assert years.shared(years.member("Maud"), TEMPLATE, OWN) == {OWN: ["Signes förening"]}


def test_a_removed_report_takes_its_fingerprints_along(place: Installation, store: Store) -> None:
    years = Years(place, store)
    report = years.reported(years.member("Signe"), 1, TEMPLATE)

    delete_report(store, report)

    assert store.db.table("sentence_band").count == store.db.table("report_sketch").count == 0


def test_how_everybody_writes_is_no_template(place: Installation, store: Store) -> None:
    years = Years(place, store)
    for number in range(11):
        years.reported(years.member(f"Person{number}"), 1, TEMPLATE)

    assert years.shared(years.member("Maud"), TEMPLATE) == {}
