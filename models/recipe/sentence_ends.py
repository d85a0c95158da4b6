"""Learns where sentences end without a mark: `python -m models.recipe.sentence_ends DATA`.

DATA holds treebanks/. Writes the weights beside the sentence cutter, after printing
how it does on texts that it has not seen.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from pathlib import Path

from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.language import Language
from spacy.tokens import Doc

import grantcheck.analysis.swedish.sentence_cutter as cutter
from grantcheck.analysis.language import load_language
from grantcheck.analysis.swedish.open_places import is_open, signs_of
from grantcheck.domain.sentences import sentence_spans
from models.training.corpus import AnnotatedReport, read_reports

from .conllu import Tree, Word, read_trees

TARGET = Path(cutter.__file__).with_name("sentence_ends.tsv")
PIPELINE = "sv_grantcheck"
FOLDS = 4
_SEED = 0
_LONGEST_DOC = 6
_TAGGING = ("tok2vec", "tagger", "morphologizer")
_FEWEST = 3
_STRENGTH = 0.1
_LEAST = 0.02
_OTHERS = ("sv_pud-ud-test.conllu", "sv_swell-ud-test.conllu", "sv_swell-ud-test-corrected.conllu")
_QUOTES = ("'", '"')
_FORMAL = frozenset({"du", "din", "ditt", "ni", "er", "ert"})


@dataclass(frozen=True, slots=True)
class Cut:
    """A tagged text and the tokens that begin its sentences."""

    doc: Doc
    starts: frozenset[int]


@dataclass(frozen=True, slots=True)
class Spoilt:
    """How often a full stop is left out, and a word of address gets a capital."""

    stops: float
    capitals: float


AS_WRITTEN = Spoilt(0, 0)
SPOILT = Spoilt(0.3, 0.3)


def cut_docs(nlp: Language, trees: Sequence[Tree], spoilt: Spoilt) -> list[Cut]:
    """Return the trees as texts of one to six sentences without line ends between them."""
    chance = random.Random(_SEED)  # noqa: S311 - no secret
    docs, starts = [], []
    place = 0
    while place < len(trees):
        after = place + chance.randint(1, _LONGEST_DOC)
        sentences = [_spoil(_quoted(tree), spoilt, chance) for tree in trees[place:after]]
        docs.append(_doc(nlp, [word for sentence in sentences for word in sentence]))
        starts.append(_starts(map(len, sentences)))
        place = after
    return _tagged(nlp, docs, starts)


def _tagged(nlp: Language, docs: Iterable[Doc], starts: Iterable[frozenset[int]]) -> list[Cut]:
    with nlp.select_pipes(enable=[name for name in _TAGGING if name in nlp.pipe_names]):
        return [Cut(doc, begins) for doc, begins in zip(nlp.pipe(docs), starts, strict=True)]


def _doc(nlp: Language, words: Sequence[Word]) -> Doc:
    return Doc(nlp.vocab, words=[word.form for word in words], spaces=[word.space_after for word in words])


def _starts(lengths: Iterable[int]) -> frozenset[int]:
    return frozenset(accumulate(list(lengths)[:-1], initial=0))


def _quoted(tree: Tree) -> Tree:
    """Put straight quotation marks close to what they enclose, which the oldest treebank doesn't tell."""
    words, inside = list(tree), False
    for place, word in enumerate(tree):
        if word.form in _QUOTES:
            if not inside:
                words[place] = replace(word, space_after=False)
            elif place:
                words[place - 1] = replace(words[place - 1], space_after=False)
            inside = not inside
    return tuple(words)


def _spoil(tree: Tree, spoilt: Spoilt, chance: random.Random) -> Tree:
    words = [
        replace(word, form=word.form.capitalize())
        if word.form in _FORMAL and chance.random() < spoilt.capitals
        else word
        for word in tree
    ]
    if words[-1].form == "." and len(words) > 1 and chance.random() < spoilt.stops:
        words = [*words[:-2], replace(words[-2], space_after=True)]
    return tuple(words)


def report_docs(nlp: Language, reports: Iterable[AnnotatedReport]) -> list[Cut]:
    """Return the reports' sections, each heading run together with the sentences that follow it."""
    sections = [section for report in reports for section in _sections(report.text)]
    parts = [[nlp.make_doc(sentence) for sentence in section] for section in sections]
    docs = [_joined(nlp, docs) for docs in parts]
    return _tagged(nlp, docs, [_starts(map(len, docs)) for docs in parts])


def _sections(text: str) -> Iterator[list[str]]:
    """Yield headings with up to two sentences of running text below."""
    for heading, below in re.findall(r"(?m)^#+ +(.+)\n+([A-ZÅÄÖ].+)", text):
        sentences = [below[start:end] for start, end in sentence_spans(below)]
        yield [heading.strip(), *sentences[:2]]


def _joined(nlp: Language, docs: Sequence[Doc]) -> Doc:
    tokens = [token for doc in docs for token in doc]
    last = {end - 1 for end in accumulate(map(len, docs))}
    spaces = [bool(token.whitespace_) or place in last for place, token in enumerate(tokens)]
    return Doc(nlp.vocab, words=[token.text for token in tokens], spaces=spaces)


def learnt(texts: Iterable[Cut]) -> dict[str, float]:
    """Return the weight of each sign that is seen often enough."""
    places = [place for text in texts for place in _open_places(text)]
    seen = Counter(sign for signs, _ in places for sign in signs)
    rows = [{sign: 1.0 for sign in signs if seen[sign] >= _FEWEST} for signs, _ in places]
    columns = DictVectorizer(dtype=float)
    table = csr_matrix(columns.fit_transform(rows))
    table.indices, table.indptr = table.indices.astype("int32"), table.indptr.astype("int32")
    model = LogisticRegression(C=_STRENGTH, solver="liblinear", random_state=_SEED)
    model.fit(table, [ends for _, ends in places])
    weights = zip(columns.get_feature_names_out(), model.coef_[0], strict=True)
    return {cutter.BIAS: float(model.intercept_[0])} | {sign: float(weight) for sign, weight in weights}


def _open_places(text: Cut) -> Iterator[tuple[list[str], bool]]:
    """Yield signs and truth of the open places, the sentences before them cut as they should be."""
    sure = cutter.sure_starts(text.doc)
    for start, end in pairwise([*sorted(sure), len(text.doc)]):
        begins = start
        for at in range(start + 1, end):
            if is_open(text.doc[at]):
                yield list(signs_of(text.doc[at], begins, end)), at in text.starts
            begins = at if at in text.starts else begins


def scored(texts: Iterable[Cut], weights: Mapping[str, float]) -> float:
    """Return F over whole sentences."""
    right = told = true = 0
    for text in texts:
        found, wanted = _spans(cutter.starts_of(text.doc, weights), text), _spans(text.starts, text)
        right, told, true = right + len(found & wanted), told + len(found), true + len(wanted)
    return 2 * right / (told + true)


def _spans(starts: Iterable[int], text: Cut) -> set[tuple[int, int]]:
    return set(pairwise([*sorted(starts), len(text.doc)]))


def write_weights(weights: Mapping[str, float], path: Path) -> None:
    """Write the weights that count, one sign a line, in a fixed order."""
    rows = [f"{sign}\t{weight:.2f}" for sign, weight in sorted(weights.items()) if abs(weight) >= _LEAST]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _cross_validated(old: Sequence[Tree], others: Sequence[Cut], nlp: Language) -> Iterator[float]:
    """Yield F on each fold of the oldest treebank, by weights from the rest."""
    size = len(old) // FOLDS + 1
    for start in range(0, len(old), size):
        rest = [*old[:start], *old[start + size :]]
        weights = learnt([*_both_ways(nlp, rest), *others])
        yield scored(cut_docs(nlp, old[start : start + size], AS_WRITTEN), weights)


def _both_ways(nlp: Language, trees: Sequence[Tree]) -> list[Cut]:
    return [*cut_docs(nlp, trees, AS_WRITTEN), *cut_docs(nlp, trees, SPOILT)]


def main() -> None:
    """Learn, print what it is worth on unseen text, and write."""
    parser = argparse.ArgumentParser(description="Learn where sentences end without a mark.")
    parser.add_argument("data", type=Path, help="folder with treebanks/")
    trees = parser.parse_args().data / "treebanks"
    nlp = load_language(PIPELINE)
    old, dev = read_trees(trees / "sv_talbanken-v1-train.conll"), read_trees(trees / "sv_talbanken-ud-dev.conllu")
    others = [text for name in _OTHERS for text in _both_ways(nlp, read_trees(trees / name))]
    reports = report_docs(nlp, read_reports())
    folds = list(_cross_validated(old, [*others, *reports], nlp))
    print(f"Talbanken's train part, {FOLDS} folds: {sum(folds) / len(folds):.3f}")
    known = [*_both_ways(nlp, old), *others]
    without_reports = learnt(known)
    print(f"headings of the reports, without their help: {scored(reports, without_reports):.3f}")
    weights = learnt([*known, *reports])
    for name, spoilt in (("as written", AS_WRITTEN), ("every third full stop away", SPOILT)):
        print(f"Talbanken's dev part, {name}: {scored(cut_docs(nlp, dev, spoilt), weights):.3f}")
    write_weights(weights, TARGET)


if __name__ == "__main__":
    main()
