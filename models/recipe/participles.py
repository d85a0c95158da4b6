"""Tells participles of a living verb ("utvalda") from adjectives that only look so ("välskötta", "obundna")."""

from collections.abc import Iterator, Mapping

_STRONG = ("na", "en", "et")
_WEAK = ("ade", "ad", "at", "dda", "dd", "tt", "da", "ta", "d", "t")
_PRESENT = ("ande", "ende")


class Verbs:
    """The verbs of a table of forms and lemmas."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._table = table
        self._verbs = verbs_of(table)

    def has_participle(self, form: str) -> bool:
        """Whether the form is a participle of a verb in the table."""
        bare = form.lower()
        bare = bare.removesuffix("s") if bare not in self._table else bare
        return self._table.get(bare) in self._verbs or any(verb in self._verbs for verb in _infinitives(bare))


def verbs_of(table: Mapping[str, str]) -> frozenset[str]:
    """Return the lemmas whose present tense the table lists too."""
    return frozenset(lemma for form, lemma in table.items() if form in _presents(lemma))


def _presents(lemma: str) -> tuple[str, ...]:
    """Return how the present tense of a verb with that infinitive may look."""
    return lemma + "r", lemma.removesuffix("a") + "er", lemma.removesuffix("a")


def _infinitives(participle: str) -> Iterator[str]:
    """Yield the infinitives that a participle may belong to."""
    for ending in (*_PRESENT, *_WEAK, *_STRONG):
        if participle.endswith(ending):
            stem = participle.removesuffix(ending)
            yield from (stem + "a", stem, stem + "da", stem + "ta")
            if ending in _STRONG:
                yield from (stem[:-1], stem.replace("u", "i") + "a")
