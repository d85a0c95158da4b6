"""Undoes Swedish inflection: the lemmas that a form may have, given its part of speech and features."""

from collections.abc import Iterator

from .deponents import DEPONENT_LEMMAS

Features = dict[str, str]
Endings = tuple[tuple[str, tuple[str, ...]], ...]

_COMMON_SINGULAR: Endings = (
    ("mmen", ("m",)),
    ("nnen", ("n",)),
    ("en", ("", "e")),
    ("n", ("",)),
)
_NEUTER_SINGULAR: Endings = (
    ("mmet", ("m",)),
    ("nnet", ("n",)),
    ("tnet", ("tten", "ten")),
    ("knet", ("cken", "ken")),
    ("ret", ("er", "re", "r")),
    ("let", ("el", "le", "l")),
    ("eet", ("eum", "ee", "e")),
    ("iet", ("ium", "ie", "i")),
    ("et", ("", "e")),
    ("t", ("",)),
)
_COMMON_PLURAL: Endings = (
    ("or", ("a", "o")),
    ("mmar", ("m",)),
    ("nnar", ("n",)),
    ("rar", ("er", "r")),
    ("lar", ("el", "l")),
    ("nar", ("en", "n")),
    ("ar", ("", "e")),
    ("ler", ("el", "l")),
    ("rer", ("er", "r")),
    ("er", ("", "e", "a", "er")),
    ("år", ("å",)),
    ("ör", ("ö",)),
    ("yr", ("y",)),
    ("ur", ("u",)),
    ("", ("",)),
)
_COMMON_PLURAL_DEFINITE: Endings = (
    ("orna", ("a", "o")),
    ("mmarna", ("m",)),
    ("nnarna", ("n",)),
    ("rarna", ("er", "r")),
    ("larna", ("el", "l")),
    ("narna", ("en", "n")),
    ("arna", ("are", "", "e")),
    ("lerna", ("el", "l")),
    ("rerna", ("er", "r")),
    ("erna", ("", "e", "a", "er")),
    ("rna", ("", "r")),
    ("na", ("",)),
)
_NEUTER_PLURAL: Endings = (
    ("eer", ("eum",)),
    ("ier", ("ium", "ie")),
    ("er", ("er", "")),
    ("n", ("", "n")),
    ("a", ("um",)),
    ("r", ("", "r")),
    ("", ("",)),
)
_NEUTER_PLURAL_DEFINITE: Endings = (
    ("mmen", ("m",)),
    ("nnen", ("n",)),
    ("eerna", ("eum",)),
    ("ierna", ("ium", "ie")),
    ("erna", ("", "er")),
    ("ena", ("e",)),
    ("ren", ("er", "r")),
    ("len", ("el", "l")),
    ("na", ("",)),
    ("en", ("",)),
)
_ADJECTIVE_NEUTER: Endings = (
    ("tt", ("", "d", "dd", "tt")),
    ("at", ("ad",)),
    ("et", ("en", "et")),
    ("nt", ("nd", "nn", "n", "nt")),
    ("lt", ("ld", "l", "ll")),
    ("rt", ("rd", "r", "rt")),
    ("t", ("", "t", "d")),
)
_ADJECTIVE_WEAK: Endings = (
    ("ade", ("ad",)),
    ("komna", ("kommen",)),
    ("na", ("en", "n")),
    ("la", ("el", "l")),
    ("ra", ("er", "r")),
    ("mma", ("m",)),
    ("nna", ("n", "nn")),
    ("a", ("", "a")),
    ("e", ("", "e")),
)
_PARTICIPLE: Endings = (
    ("ade", ("ad",)),
    ("at", ("ad",)),
    ("na", ("en",)),
    ("et", ("en",)),
    ("da", ("d",)),
    ("ta", ("t",)),
    ("satt", ("satt",)),
    ("tt", ("dd", "tt")),
    ("nt", ("nd", "nt")),
    ("lt", ("ld", "lt")),
    ("rt", ("rd", "rt")),
    ("gt", ("gd", "gt")),
    ("vt", ("vd", "vt")),
    ("jt", ("jd", "jt")),
)
_ADJECTIVE_DEGREE: Endings = (
    ("mmare", ("m",)),
    ("mmast", ("m",)),
    ("mmaste", ("m",)),
    ("rare", ("er", "r")),
    ("lare", ("el", "l")),
    ("nare", ("en", "n")),
    ("are", ("", "a")),
    ("raste", ("er", "r")),
    ("laste", ("el", "l")),
    ("naste", ("en", "n")),
    ("aste", ("",)),
    ("rast", ("er", "r")),
    ("last", ("el", "l")),
    ("nast", ("en", "n")),
    ("ast", ("",)),
    ("re", ("re",)),
)
_VERB_PRESENT: Endings = (("ar", ("a",)), ("er", ("a",)), ("r", ("", "ra")), ("", ("a",)))
_VERB_PRESENT_PASSIVE: Endings = (("as", ("a",)), ("es", ("a", "e")), ("s", ("a", "")))
_VERB_PAST: Endings = (
    ("ade", ("a",)),
    ("dde", ("", "dda", "da")),
    ("nde", ("nna", "nda")),
    ("de", ("a", "da")),
    ("tte", ("ta", "tta", "")),
    ("te", ("a", "ta")),
)
_VERB_SUPINE: Endings = (
    ("at", ("a",)),
    ("tt", ("", "ta", "tta", "da")),
    ("nt", ("nna", "nda", "na")),
    ("it", ("a",)),
    ("t", ("a", "da", "ta")),
)


def parsed(feats: str) -> Features:
    """Return "A=b|C=d" as a mapping."""
    return dict(part.split("=", 1) for part in feats.split("|")) if feats else {}


def candidates(form: str, upos: str, features: Features) -> list[str]:
    """Return the lemmas that the form, in small letters, may have, the likeliest first."""
    participle = features.get("VerbForm") == "Part"
    if upos == "NOUN":
        return _nouns(_nominative(form, features), features)
    if upos in ("ADJ", "ADV") or participle:
        return _adjectives(_nominative(form, features), features)
    return _verbs(form, features) if upos == "VERB" else [form]


def _nouns(form: str, features: Features) -> list[str]:
    definite = features.get("Definite") == "Def"
    common = features.get("Gender") == "Com"
    if features.get("Number") == "Plur":
        if definite:
            return list(_undone(form, _COMMON_PLURAL_DEFINITE if common else _NEUTER_PLURAL_DEFINITE))
        return list(_undone(form, _COMMON_PLURAL if common else _NEUTER_PLURAL))
    if definite:
        return list(_undone(form, _COMMON_SINGULAR if common else _NEUTER_SINGULAR))
    return [form]


def _adjectives(form: str, features: Features) -> list[str]:
    if form.endswith(("ande", "ende")):
        return [form]
    if features.get("Degree") in ("Cmp", "Sup"):
        return list(_undone(form, _ADJECTIVE_DEGREE))
    if features.get("Tense") == "Past":
        return participles(form)
    if features.get("Definite") == "Def" or features.get("Number") == "Plur":
        return list(_undone(form, _ADJECTIVE_WEAK))
    if features.get("Gender") == "Neut" or "Gender" not in features:
        return list(_undone(form, _ADJECTIVE_NEUTER)) or [form]
    return [form]


def participles(form: str) -> list[str]:
    """Return the one lemma of a past participle: "utvalda" and "utvalt" are "utvald"."""
    for ending, lemmas in _PARTICIPLE:
        if form.endswith(ending):
            return [form.removesuffix(ending) + lemma for lemma in lemmas]
    return [form]


def _verbs(form: str, features: Features) -> list[str]:
    if form in DEPONENT_LEMMAS:
        return [DEPONENT_LEMMAS[form]]
    kind = features.get("VerbForm"), features.get("Tense")
    passive = (form.endswith("s") and features.get("VerbForm") != "Inf") or features.get("Voice") == "Pass"
    if kind == ("Fin", "Pres"):
        return list(_undone(form, _VERB_PRESENT_PASSIVE if passive else _VERB_PRESENT))
    active = form.removesuffix("s") if passive else form
    if kind == ("Fin", "Past"):
        return list(_undone(active, _VERB_PAST))
    if features.get("VerbForm") == "Sup":
        return list(_undone(active, _VERB_SUPINE))
    return [active, active + "a"] if features.get("Mood") == "Imp" else [active]


def _nominative(form: str, features: Features) -> str:
    return form.removesuffix("s") if features.get("Case") == "Gen" else form


def _undone(form: str, endings: Endings) -> Iterator[str]:
    for ending, lemmas in endings:
        if form.endswith(ending):
            stem = form.removesuffix(ending)
            yield from (stem + lemma for lemma in lemmas)
