"""What crosses a process comes out as it went in, and what does not fit is refused."""

import pytest
from pydantic import ValidationError

from grantcheck.domain.analysis import Analysis
from grantcheck.domain.document import Document
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.ruleset import CriterionId
from grantcheck.records import from_json, to_json
from tests import factories


def test_a_document_comes_back_equal() -> None:
    document = factories.document(pages=3, unread=[2])

    assert from_json(Document, to_json(document)) == document


def test_a_reading_comes_back_equal() -> None:
    finding = factories.finding(CriterionId.PREVENT_VIOLATIONS, Verdict.DESCRIBED, factories.evidence())
    analysis = factories.analysis(finding, commitments=(factories.A_COMMITMENT,))

    assert from_json(Analysis, to_json(analysis)) == analysis


def test_content_of_another_shape_is_refused() -> None:
    with pytest.raises(ValidationError):
        from_json(Document, b'{"media_type": "application/pdf", "pages": 3}')
