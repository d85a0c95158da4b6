"""The shipped pipeline is the one that was measured, and it reads the same text the same way."""

import json

import pytest
from spacy.language import Language
from spacy.pipeline import TrainablePipe

from grantcheck.analysis.language import load_language
from grantcheck.domain.errors import PipelineMissing
from grantcheck.resources import shipped
from models.recipe.evaluate import PIPELINE, RESULT, artefact_hash, megabytes

pytestmark = pytest.mark.model

LARGEST = 40.0
TEXT = (
    "Under hösten har alla ledare i Älvens IK gått kursen. Vi har inte haft några fall av mobbning, t.ex. i duschen."
    "\nTrygghet\nStyrelsen ska ta fram en plan 2026. Karlstads kommun hjälpte oss."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_language(PIPELINE)


def test_the_shipped_pipeline_is_the_measured_one() -> None:
    measured = json.loads(RESULT.read_text(encoding="utf-8"))["artefact"]

    assert artefact_hash(shipped("models", PIPELINE)) == measured["sha256"]


def test_the_shipped_pipeline_is_small() -> None:
    assert megabytes(shipped("models", PIPELINE)) <= LARGEST


def test_two_readings_are_the_same(nlp: Language) -> None:
    again = load_language(PIPELINE)

    assert nlp(TEXT).to_json() == again(TEXT).to_json()


def test_the_pipeline_multiplies_with_numpy(nlp: Language) -> None:
    reader = nlp.get_pipe("tok2vec")

    assert isinstance(reader, TrainablePipe)
    assert not any(layer.ops.use_blis for layer in reader.model.walk())


def test_sentences_are_cut_at_headings_and_not_at_abbreviations(nlp: Language) -> None:
    sentences = [sentence.text.strip() for sentence in nlp(TEXT).sents]

    assert "Trygghet" in sentences
    assert any("t.ex. i duschen" in sentence for sentence in sentences)
    assert len(sentences) == 5


def test_negation_tense_subject_and_modality_can_be_told(nlp: Language) -> None:
    doc = nlp("Vi har inte utbildat ledarna. Styrelsen ska ta fram en plan.")
    words = {token.text: token for token in doc}

    assert words["inte"].morph.to_dict()["Polarity"] == "Neg"
    assert words["utbildat"].morph.to_dict()["VerbForm"] == "Sup"
    assert words["utbildat"].lemma_ == "utbilda"
    assert (words["Vi"].dep_, words["Vi"].head.text) == ("nsubj", "utbildat")
    assert (words["ska"].dep_, words["ska"].head.text) == ("aux", "ta")
    assert (words["Styrelsen"].dep_, words["plan"].dep_) == ("nsubj", "obj")


def test_bodies_of_the_field_are_names(nlp: Language) -> None:
    found = {
        entity.text: entity.label_ for entity in nlp("Karlstads kommun och RF-SISU Värmland betalade kursen.").ents
    }

    assert found == {"Karlstads kommun": "ORG", "RF-SISU Värmland": "ORG"}


def test_sentences_can_be_cut_without_the_costly_parts(nlp: Language) -> None:
    with nlp.select_pipes(enable=["grantcheck_sentences"]):
        doc = nlp("Vi tränade. Alla kom.")

    assert len(list(doc.sents)) == 2


def test_an_unknown_pipeline_is_told_by_name() -> None:
    with pytest.raises(PipelineMissing):
        load_language("sv_no_such_pipeline")
