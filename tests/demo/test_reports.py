"""The twelve sample reports show all that the checker must tell apart, in files as people make them."""

import io
import zipfile
from collections import Counter
from itertools import product
from pathlib import PurePath

import docx
import pdfplumber
import pytest
from lxml import etree

from grantcheck.demo.municipality import ASSOCIATIONS, rounds
from grantcheck.demo.reports import SampleReport, sample_reports
from grantcheck.domain.evidence import EvidenceKind, Verdict
from grantcheck.domain.filetype import media_type
from grantcheck.domain.ruleset import CriterionId

REPORTS = sample_reports()
"""Made once: files in, tests only look at them."""

CRITERION_OF = {
    "pv": CriterionId.PREVENT_VIOLATIONS,
    "pd": CriterionId.PREVENT_DISCRIMINATION,
    "co": CriterionId.CONTINUITY,
    "ac": CriterionId.ACTIVE_IN_PERIOD,
    "ir": CriterionId.INCIDENT_ROUTINE,
    "tf": CriterionId.TRYGG_FORENING,
    "re": CriterionId.RECORD_EXTRACT,
}

KIND_OF = {
    "a": EvidenceKind.ACTION,
    "r": EvidenceKind.ROUTINE,
    "p": EvidenceKind.POLICY,
    "s": EvidenceKind.STANCE,
    "pl": EvidenceKind.PLAN,
    "n": EvidenceKind.NEGATED,
    "o": EvidenceKind.OTHER_ACTOR,
    "pp": EvidenceKind.PAST_PERIOD,
    "i": EvidenceKind.INCIDENT,
    "x": EvidenceKind.OFF_TOPIC,
}
SHOWS_WORK = {EvidenceKind.ACTION, EvidenceKind.ROUTINE}
SHOWS_NOTHING = {EvidenceKind.NEGATED, EvidenceKind.OFF_TOPIC}
TYPE_OF = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".txt": "text/plain",
}

every_report = pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.filename)


def with_ending(ending: str) -> list[SampleReport]:
    return [report for report in REPORTS if PurePath(report.filename).suffix == ending]


def handed_in(association: str, round_key: str) -> list[SampleReport]:
    return [item for item in REPORTS if (item.association_key, item.round_key) == (association, round_key)]


def marked(report: SampleReport, criterion: CriterionId) -> set[EvidenceKind]:
    """Return the kinds of evidence that are marked for the criterion."""
    pairs = (code.split(":") for mark in report.marks for code in mark.codes if ":" in code)
    return {KIND_OF[kind] for short, kind in pairs if CRITERION_OF[short] is criterion}


def verdict_of_reader(criterion: CriterionId, kinds: set[EvidenceKind]) -> Verdict:
    handled_case = criterion is CriterionId.ACTIVE_IN_PERIOD and EvidenceKind.INCIDENT in kinds
    if kinds & SHOWS_WORK or handled_case:
        return Verdict.DESCRIBED
    return Verdict.UNCLEAR if kinds - SHOWS_NOTHING else Verdict.MISSING


def words(text: str) -> Counter[str]:
    """Count the words, without what shows headings, lists and tables in a source or a typed text."""
    return Counter(word for word in text.split() if word.strip("#|-="))


def letters(text: str) -> Counter[str]:
    """Count letters and digits, which neither columns nor hyphens at line ends disturb."""
    return Counter(filter(str.isalnum, text))


def test_twelve_reports_come_from_every_association_in_every_round() -> None:
    places = {(report.association_key, report.round_key) for report in REPORTS}

    assert len(REPORTS) == 12
    assert places == set(product(ASSOCIATIONS, rounds(REPORTS[0].period.end)))


def test_two_applications_have_a_second_report_that_replaces_the_first() -> None:
    twice = [place for place in product(ASSOCIATIONS, ("2024", "2025")) if len(handed_in(*place)) == 2]

    assert twice == [("football", "2024"), ("choir", "2025")]


def test_the_files_are_the_same_every_time() -> None:
    assert sample_reports() == REPORTS


@every_report
def test_a_file_is_what_its_name_says(report: SampleReport) -> None:
    assert media_type(report.content) == TYPE_OF[PurePath(report.filename).suffix]


@every_report
def test_a_report_is_as_long_as_real_ones_and_says_that_it_is_invented(report: SampleReport) -> None:
    assert 300 <= len(report.text.split()) <= 1500
    assert "finns inte på riktigt" in report.text.removesuffix("\n:::").splitlines()[-1]


@every_report
def test_a_report_is_about_the_year_of_its_round_or_a_broken_year_that_begins_in_it(report: SampleReport) -> None:
    assert str(report.period.start.year) == report.round_key
    assert report.period.is_calendar_year == (report.association_key != "families")


@every_report
def test_the_readers_verdict_follows_from_the_marked_evidence(report: SampleReport) -> None:
    from_marks = {criterion: verdict_of_reader(criterion, marked(report, criterion)) for criterion in CriterionId}

    assert report.expected == from_marks


@every_report
def test_marked_words_stand_once_in_the_text(report: SampleReport) -> None:
    assert [mark.text for mark in report.marks if report.text.count(mark.text) != 1] == []


def test_every_criterion_is_described_unclear_and_missing_somewhere() -> None:
    seen = {(criterion, verdict) for report in REPORTS for criterion, verdict in report.expected.items()}

    assert seen == set(product(CriterionId, Verdict))


def test_every_kind_of_evidence_is_marked_somewhere() -> None:
    seen = {kind for report in REPORTS for criterion in CriterionId for kind in marked(report, criterion)}

    assert seen == set(EvidenceKind)


def test_the_report_of_the_first_story_lacks_nothing_but_the_work_against_discrimination() -> None:
    (report,) = handed_in("football", "2025")
    missing = [criterion for criterion, verdict in report.expected.items() if verdict == Verdict.MISSING]

    assert missing == [CriterionId.PREVENT_DISCRIMINATION]
    assert not marked(report, CriterionId.PREVENT_DISCRIMINATION)


def test_the_scouts_describe_all_without_the_obvious_words() -> None:
    (report,) = handed_in("scouts", "2025")
    obvious = ("kränk", "mobb", "trakass", "diskrim", "likabeh", "värdegrund", "trygg", "inklud", "jämlik", "utdrag")

    assert [word for word in obvious if word in report.text.lower()] == []


def test_the_choir_repeats_a_whole_passage_from_the_year_before() -> None:
    (last_year,) = handed_in("choir", "2024")
    *_, this_year = handed_in("choir", "2025")
    repeated = set(last_year.text.split("\n\n")) & set(this_year.text.split("\n\n"))

    assert any(len(passage.split()) > 80 for passage in repeated)


@pytest.mark.parametrize("report", with_ending(".pdf"), ids=lambda report: report.filename)
def test_a_pdf_holds_the_whole_text_and_the_scanned_page_is_only_a_picture(report: SampleReport) -> None:
    with pdfplumber.open(io.BytesIO(report.content)) as pdf:
        printed = "".join(page.extract_text() for page in pdf.pages)
        pictures = [bool(page.images) and not page.chars for page in pdf.pages]
    outside_scan, scan, _ = report.text.partition(":::scan")

    assert letters(outside_scan) - letters(printed) == Counter()
    assert any(pictures) == bool(scan)


def test_the_documents_hold_every_word() -> None:
    for report in with_ending(".docx"):
        document = docx.Document(io.BytesIO(report.content))
        assert words("\n".join(item.text for item in document.paragraphs)) == words(report.text)
    for report in with_ending(".odt"):
        with zipfile.ZipFile(io.BytesIO(report.content)) as archive:
            body = etree.fromstring(archive.read("content.xml"))
        assert words("\n".join(body.itertext())) == words(report.text)
    for report in with_ending(".txt"):
        assert words(report.content.decode()) == words(report.text)
