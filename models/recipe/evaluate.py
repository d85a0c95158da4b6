"""Measures the shipped pipeline: `python -m models.recipe.evaluate DATA`; prints a table and writes evaluation.json.

DATA is the folder with treebanks/ and ner/. The test parts are read here and nowhere else.
"""

import argparse
import hashlib
import json
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from grantcheck.analysis.language import load_language
from grantcheck.resources import shipped

from .conllu import read_trees
from .examples import name_docs, tree_docs
from .memory import parsing_memory

RESULT = Path(__file__).with_name("evaluation.json")
PIPELINE = "sv_grantcheck"
_MEASURES = ("pos_acc", "morph_acc", "tag_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f", "ents_f")
_PUBLISHED = {
    "sv_core_news_sm": {"pos_acc": 0.951, "morph_acc": 0.941, "lemma_acc": 0.949, "dep_las": 0.767, "ents_f": 0.749},
    "sv_core_news_md": {"pos_acc": 0.963, "lemma_acc": 0.955, "dep_las": 0.783, "ents_f": 0.796},
    "sv_core_news_lg": {"pos_acc": 0.964, "morph_acc": 0.959, "lemma_acc": 0.956, "dep_las": 0.786, "ents_f": 0.808},
}
_SPEED_WORDS = 20_000  # also the length of a long report
_WORDS_A_SENTENCE = 20

Figures = dict[str, float]
Result = dict[str, dict[str, Any]]


def artefact_hash(folder: Path) -> str:
    """Return a SHA-256 over the names and contents of the artefact's files."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def megabytes(folder: Path) -> float:
    """Return the size of the artefact's files in MB (a million bytes)."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def on_gold_tokens(nlp: Language, docs: Sequence[Doc]) -> Figures:
    """Score the pipeline on the annotated documents' own tokens."""
    bare = (
        Doc(nlp.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
        for doc in docs
    )
    return _scores(nlp, bare, docs)


def on_raw_text(nlp: Language, docs: Sequence[Doc]) -> Figures:
    """Score the pipeline on the running text; words cut otherwise are scored as spaCy scores them."""
    return _scores(nlp, (nlp.make_doc(doc.text) for doc in docs), docs)


def _scores(nlp: Language, bare: Iterable[Doc], docs: Sequence[Doc]) -> Figures:
    examples = [Example(predicted, gold) for predicted, gold in zip(nlp.pipe(bare), docs, strict=True)]
    scores = Scorer(nlp).score(examples)
    return {name: round(float(scores[name]), 4) for name in _MEASURES if scores.get(name) is not None}


def words_a_second(nlp: Language, text: str) -> float:
    """Return the speed on one core over running text."""
    started = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(_pieces(text, 200)))
    return words / (time.perf_counter() - started)


def _pieces(text: str, length: int) -> list[str]:
    words = text.split(" ")[:_SPEED_WORDS]
    return [" ".join(words[start : start + length]) for start in range(0, len(words), length)]


def evaluate(data: Path) -> Result:
    """Measure the shipped pipeline on all that it was not trained on."""
    folder = shipped("models", PIPELINE)
    started = time.perf_counter()
    nlp = load_language(PIPELINE)
    loading = time.perf_counter() - started
    vocab = nlp.vocab
    talbanken = list(tree_docs(vocab, read_trees(data / "treebanks/sv_talbanken-ud-test.conllu"), seed=0))
    names = list(name_docs(vocab, data / "ner/webbnyheter2012-test.txt"))
    text = " ".join(doc.text for doc in talbanken)
    return {
        "artefact": {
            "sha256": artefact_hash(folder),
            "megabytes": round(megabytes(folder), 1),
            "version": nlp.meta["version"],
        },
        "talbanken_test_gold_tokens": on_gold_tokens(nlp, talbanken),
        "talbanken_test_raw_text": on_raw_text(nlp, talbanken),
        "webbnyheter_test": on_gold_tokens(nlp, names),
        "speed": _speed(nlp, text, loading),
        "memory": {"megabytes_while_parsing": parsing_memory(PIPELINE, _pieces(text, _WORDS_A_SENTENCE))},
        "published": _PUBLISHED,
    }


def _speed(nlp: Language, text: str, loading: float) -> Figures:
    with nlp.select_pipes(enable=["tok2vec"]):
        reading_only = words_a_second(nlp, text)
    whole = words_a_second(nlp, text)
    with nlp.select_pipes(enable=["grantcheck_sentences"]):
        cutting = words_a_second(nlp, text)
    return {
        "load_seconds": round(loading, 2),
        "words_a_second": round(whole),
        "words_a_second_tok2vec_alone": round(reading_only),
        "ratio": round(whole / reading_only, 2),
        "words_a_second_sentences_alone": round(cutting),
    }


def table(result: Result) -> str:
    """Return the figures as lines: one measure a column, ours and the published pipelines below each other."""
    rows = {
        "ours, Talbanken-test, gold tokens": result["talbanken_test_gold_tokens"],
        "ours, Talbanken-test, raw text": result["talbanken_test_raw_text"],
        "ours, webbnyheter-test": result["webbnyheter_test"],
        **_PUBLISHED,
    }
    lines = [f"{'':36}" + "".join(f"{name:>11}" for name in _MEASURES)]
    for title, figures in rows.items():
        lines.append(
            f"{title:36}"
            + "".join(f"{figures.get(name, float('nan')):>11.3f}".replace("nan", "  –") for name in _MEASURES)
        )
    return "\n".join([*lines, *(json.dumps(result[part]) for part in ("artefact", "speed", "memory"))])


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description="Measure the shipped Swedish pipeline.")
    parser.add_argument("data", type=Path, help="folder with treebanks/ and ner/")
    result = evaluate(parser.parse_args().data)
    RESULT.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(table(result))


if __name__ == "__main__":
    main()
