"""How association prose is cut into tokens, beyond spaCy's own Swedish rules."""

from spacy.language import Language

_ABBREVIATIONS = {
    "adj.": "adjungerad", "ca.": "cirka", "ca": "cirka", "c:a": "cirka", "el.dyl.": "eller dylikt", "fam.": "familj",
    "jfr.": "jämför", "kass.": "kassör", "led.": "ledamot",
    "mkr.": "miljoner kronor", "nr.": "nummer", "nr": "nummer", "ordf.": "ordförande", "pga.": "på grund av",
    "pga": "på grund av", "red.": "redaktör", "sekr.": "sekreterare", "st.": "stycken", "suppl.": "suppleant",
    "tkr.": "tusen kronor", "tom.": "till och med", "v.ordf.": "vice ordförande", "bl.a.": "bland annat",
    "t.ex.": "till exempel", "d.v.s.": "det vill säga", "m.fl.": "med flera", "m.m.": "med mera", "s.k.": "så kallad",
    "f.d.": "före detta", "fr.o.m.": "från och med", "t.o.m.": "till och med", "o.s.v.": "och så vidare",
    "kl.": "klockan", "p.g.a.": "på grund av", "f.n.": "för närvarande", "e.d.": "eller dylikt", "o.d.": "och dylikt",
    "s.a.s.": "så att säga", "m.a.o.": "med andra ord", "t.v.": "tills vidare", "f.ö.": "för övrigt",
}  # fmt: skip


def teach_tokens(nlp: Language) -> None:
    """Add the abbreviations of association reports to the pipeline's tokenizer; a form may begin with a capital.

    A tokenizer of another kind, without special cases, is left as it is.
    """
    add = getattr(nlp.tokenizer, "add_special_case", None)
    if add is None:
        return
    for short, full in _ABBREVIATIONS.items():
        for form in (short, short.capitalize()):
            add(form, [{"ORTH": form, "NORM": full}])
