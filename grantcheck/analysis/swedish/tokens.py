"""How association prose is cut into tokens, beyond spaCy's own Swedish rules."""

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex

_ABBREVIATIONS = {
    "adj.": "adjungerad", "ca.": "cirka", "ca": "cirka", "c:a": "cirka", "el.dyl.": "eller dylikt", "fam.": "familj",
    "jfr.": "jämför", "kass.": "kassör", "mkr.": "miljoner kronor", "nr.": "nummer", "nr": "nummer",
    "ordf.": "ordförande", "pga.": "på grund av", "pga": "på grund av", "sekr.": "sekreterare", "st.": "stycken",
    "suppl.": "suppleant", "tkr.": "tusen kronor", "v.ordf.": "vice ordförande", "bl.a.": "bland annat",
    "t.ex.": "till exempel", "d.v.s.": "det vill säga", "m.fl.": "med flera", "m.m.": "med mera", "s.k.": "så kallad",
    "f.d.": "före detta", "fr.o.m.": "från och med", "t.o.m.": "till och med", "o.s.v.": "och så vidare",
    "kl.": "klockan", "kl": "klockan", "p.g.a.": "på grund av", "f.n.": "för närvarande", "e.d.": "eller dylikt",
    "o.d.": "och dylikt", "s.a.s.": "så att säga", "m.a.o.": "med andra ord", "t.v.": "tills vidare",
    "f.ö.": "för övrigt",
}  # fmt: skip
_HOUR_BEHIND_ITS_WORD = r"(?<=^[Kk]l\.)(?=\d)"


def teach_tokens(nlp: Language) -> None:
    """Add the abbreviations of association reports to the pipeline's tokenizer; a form may begin with a capital.

    What is also a word of its own ("tom.", "led.", "red.") is left out. A tokenizer of another kind is left as it is.
    """
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return
    for short, full in _ABBREVIATIONS.items():
        for form in (short, short.capitalize()):
            tokenizer.add_special_case(form, [{"ORTH": form, "NORM": full}])
    infixes = [*(nlp.Defaults.infixes or ()), _HOUR_BEHIND_ITS_WORD]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
