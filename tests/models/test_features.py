"""Features and parts of speech of Talbanken's first form, as today's scheme has them."""

import pytest

from grantcheck.analysis.swedish.lemmas.inflection import parsed
from models.recipe.conllu import Tree, Word
from models.recipe.features import FeatureTable, settle, written
from models.recipe.fixed import mark_fixed
from models.recipe.harmony import harmonised
from models.recipe.participles import Verbs
from models.recipe.parts import decided_upos

STRONG = "JJ|POS|UTR/NEU|PLU|IND/DEF|NOM"
WEAK = "JJ|POS|UTR/NEU|SIN|DEF|NOM"
PLURAL_NOUN = "NN|NEU|PLU|IND|NOM"
DEFINITE_NOUN = "NN|NEU|PLU|DEF|NOM"


def a_word(form: str, upos: str, xpos: str, head: int = 0, label: str = "root", feats: str = "") -> Word:
    return Word(form, "", upos, xpos, feats, head, label, True)


def settled(tree: Tree, place: int) -> str:
    features = parsed("Case=Nom|Definite=Ind|Degree=Pos|Number=Plur")
    settle(features, tree, place)
    return written(features)


@pytest.mark.parametrize(
    ("before", "noun", "definite"),
    [
        (("de", "DET", "DT|UTR/NEU|PLU|DEF"), DEFINITE_NOUN, True),
        (("hennes", "PRON", "PS|UTR/NEU|SIN/PLU|DEF"), PLURAL_NOUN, True),
        (("klubbens", "NOUN", "NN|UTR|SIN|DEF|GEN"), PLURAL_NOUN, True),
        (("flera", "ADJ", "JJ|POS|UTR/NEU|PLU|IND/DEF|NOM"), PLURAL_NOUN, False),
        (("med", "ADP", "PP"), DEFINITE_NOUN, True),
    ],
)
def test_a_weak_adjective_is_definite_as_its_noun_phrase_is(
    before: tuple[str, str, str], noun: str, definite: bool
) -> None:
    tree = (a_word(*before), a_word("nya", "ADJ", STRONG), a_word("hus", "NOUN", noun))

    features = settled(tree, 1)

    assert ("Definite=Def" in features) is definite
    assert ("Number=Plur" in features) is not definite


def test_a_singular_weak_adjective_is_definite_without_an_article() -> None:
    tree = (a_word("södra", "ADJ", WEAK), a_word("Värmland", "PROPN", "PM|NOM"))

    assert settled(tree, 0) == "Case=Nom|Definite=Def|Degree=Pos"


@pytest.mark.parametrize(("form", "verbal"), [("utvalda", True), ("valt", True), ("obundna", False), ("bundna", True)])
def test_a_participle_is_a_verbs_form_only_where_the_verb_lives(form: str, verbal: bool) -> None:
    verbs = Verbs({"väljer": "välja", "utväljer": "utvälja", "binder": "binda", "utvalda": "utvälja", "valt": "välja"})

    assert verbs.has_participle(form) is verbal


def test_a_form_never_seen_gets_what_its_tag_tells_without_the_gender_that_it_does_not_show() -> None:
    tag = "JJ|POS|UTR|SIN|IND|NOM"
    seen = a_word("stor", "ADJ", tag, feats="Case=Nom|Definite=Ind|Degree=Pos|Gender=Com|Number=Sing")
    table = FeatureTable(Verbs({}))
    table.learn([seen])

    great, straight = table.fill((a_word("fin", "ADJ", tag), a_word("strikt", "ADJ", tag)))

    assert "Gender=Com" in great.feats
    assert "Gender" not in straight.feats


def test_other_treebanks_follow_talbanken() -> None:
    tree = (
        a_word("Två", "NUM", "RG|NOM", feats="Case=Nom"),
        a_word("som", "PRON", "HP|-|-|-", feats="PronType=Int,Rel"),
        a_word("inte", "PART", ""),
        a_word("finns", "VERB", "VB|PRS|SFO", feats="Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Pass"),
        a_word("där", "ADV", "HA", feats="PronType=Int,Rel"),
    )

    feats = [word.feats for word in harmonised(tree)]

    assert feats == [
        "Case=Nom|NumType=Card",
        "PronType=Rel",
        "Polarity=Neg",
        "Mood=Ind|Tense=Pres|VerbForm=Fin",
        "",
    ]


def test_the_first_word_of_a_fixed_expression_says_what_the_whole_is() -> None:
    tree = (
        a_word("därför", "ADV", "AB", 3, "mark"),
        a_word("att", "SCONJ", "SN", 1, "fixed"),
        a_word("gå", "VERB", "VB"),
    )

    assert [word.feats for word in mark_fixed(tree)] == ["ExtPos=SCONJ", "", ""]


@pytest.mark.parametrize(
    ("tree", "upos"),
    [
        ((a_word("vill", "VERB", "VB|PRS|AKT", 2, "aux"), a_word("gå", "VERB", "VB|INF|AKT")), "AUX"),
        ((a_word("vill", "VERB", "VB|PRS|AKT"), a_word("mer", "ADV", "AB", 1, "dobj")), "VERB"),
        ((a_word("kommer", "VERB", "VB|PRS|AKT", 2, "aux"), a_word("går", "VERB", "VB|PRS|AKT")), "VERB"),
        ((a_word("är", "VERB", "VB|PRS|AKT"), a_word("hemma", "ADV", "AB", 1, "advmod")), "AUX"),
        ((a_word("är", "VERB", "VB|PRS|AKT"), a_word("med", "ADV", "PL", 1, "compound:prt")), "VERB"),
        ((a_word("blev", "VERB", "VB|PRT|AKT"), a_word("valda", "ADJ", "PC|PRF", 1, "xcomp")), "AUX"),
        ((a_word("blev", "VERB", "VB|PRT|AKT"), a_word("glada", "ADJ", "JJ", 1, "xcomp")), "VERB"),
        ((a_word("som", "CONJ", "KN", 2, "mark"), a_word("männen", "NOUN", "NN", 3, "advcl")), "ADP"),
        ((a_word("som", "CONJ", "KN", 2, "mark"), a_word("ledare", "NOUN", "NN", 3, "xcomp")), "SCONJ"),
        ((a_word("när", "ADV", "HA", 2, "advmod"), a_word("kom", "VERB", "VB", 3, "acl:relcl")), "ADV"),
        ((a_word("när", "ADV", "HA", 2, "advmod"), a_word("kom", "VERB", "VB", 3, "advcl")), "SCONJ"),
        ((a_word("sol", "NOUN", "NN"),), ""),
    ],
)
def test_the_tree_decides_on_auxiliaries_som_and_nar(tree: Tree, upos: str) -> None:
    assert decided_upos((*tree, a_word("gick", "VERB", "VB")), 0) == upos
