"""Association prose is cut into the right tokens."""

import pytest
import spacy
from spacy.language import Language

from grantcheck.analysis.swedish.tokens import teach_tokens


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("sv")
    teach_tokens(pipeline)
    return pipeline


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("t.ex. barn", ["t.ex.", "barn"]),
        ("Bl.a. höll vi kurs", ["Bl.a.", "höll", "vi", "kurs"]),
        ("ca 30 barn", ["ca", "30", "barn"]),
        ("kl. 18.30", ["kl.", "18.30"]),
        ("RF-SISU Värmland", ["RF-SISU", "Värmland"]),
        ("säsongen 24/25", ["säsongen", "24/25"]),
        ("barn- och ungdomsverksamhet", ["barn-", "och", "ungdomsverksamhet"]),
        ("m.fl. kom.", ["m.fl.", "kom", "."]),
        ("vice ordf. Eva", ["vice", "ordf.", "Eva"]),
    ],
)
def test_an_abbreviation_or_pair_is_one_token(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == tokens


def test_an_abbreviation_knows_what_it_stands_for(nlp: Language) -> None:
    assert nlp.make_doc("d.v.s.")[0].norm_ == "det vill säga"
