"""Bodies that association reports speak of are known by name, and words that only look like them are not."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Span

from grantcheck.analysis.swedish.field_names import teach_field_names
from grantcheck.analysis.swedish.sentence_cutter import FACTORY
from grantcheck.analysis.swedish.tokens import teach_tokens


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("sv")
    teach_tokens(pipeline)
    pipeline.add_pipe(FACTORY)
    teach_field_names(pipeline, after=FACTORY)
    return pipeline


def names(nlp: Language, text: str) -> list[str]:
    return [name.text for name in nlp(text).ents]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vi sökte bidrag hos Karlstads kommun.", "Karlstads kommun"),
        ("Karlstad kommun betalade.", "Karlstad kommun"),
        ("Enligt Karlstads kommuns regler gäller det.", "Karlstads kommuns"),
        ("Hallen ägs av Malung-Sälens kommun.", "Malung-Sälens kommun"),
        ("Hallen ägs av Upplands Väsby kommun.", "Upplands Väsby kommun"),
        ("Hallen ägs av Västerås stad.", "Västerås stad"),
        ("Hallen ägs av Göteborgs Stad.", "Göteborgs Stad"),
        ("Region Värmland gav pengar.", "Region Värmland"),
        ("Region Örebro län gav pengar.", "Region Örebro län"),
        ("Vi tackar Västra Götalandsregionen.", "Västra Götalandsregionen"),
        ("RF-SISU Värmland höll kursen.", "RF-SISU Värmland"),
        ("RF-SISU Värmlands kurs var bra.", "RF-SISU Värmlands"),
        ("RF-SISU Jämtland Härjedalen höll kursen.", "RF-SISU Jämtland Härjedalen"),
        ("RF-SISU Västra Götaland höll kursen.", "RF-SISU Västra Götaland"),
        ("Vi följer RF:s regler.", "RF:s"),
        ("Frågan gick till SF.", "SF"),
        ("Svenska Fotbollförbundet bestämmer.", "Svenska Fotbollförbundet"),
        ("Svenska Ridsportförbundets kurs var bra.", "Svenska Ridsportförbundets"),
        ("Svenska Budo- och Kampsportsförbundet bestämmer.", "Svenska Budo- och Kampsportsförbundet"),
        ("Värmlands Fotbollförbund ordnade cupen.", "Värmlands Fotbollförbund"),
        ("Studiefrämjandet lånade ut lokalen.", "Studiefrämjandet"),
        ("Kursen gavs med Studieförbundet Vuxenskolan.", "Studieförbundet Vuxenskolan"),
        ("Kursen gavs med Studieförbundet Bilda.", "Studieförbundet Bilda"),
        ("Vi lånade ABF:s lokal.", "ABF:s"),
        ("Vi gick Medborgarskolans kurs.", "Medborgarskolans"),
        ("Sensus studieförbund stödde oss.", "Sensus studieförbund"),
        ("Diskrimineringsombudsmannen svarade.", "Diskrimineringsombudsmannen"),
        ("Vi läste DO:s vägledning.", "DO:s"),
        ("Vi beställde utdrag från Polisen.", "Polisen"),
        ("Polisens register visades.", "Polisens"),
        ("Bidrag kom från Allmänna arvsfonden.", "Allmänna arvsfonden"),
        ("Myndigheten för ungdoms- och civilsamhällesfrågor svarade.",
         "Myndigheten för ungdoms- och civilsamhällesfrågor"),
        ("Länsstyrelsen i Värmlands län svarade.", "Länsstyrelsen i Värmlands län"),
        ("Länsstyrelsen Värmland svarade.", "Länsstyrelsen Värmland"),
        ("Vi fick pengar av Länsstyrelsen.", "Länsstyrelsen"),
        ("Friskis & Svettis lånade hallen.", "Friskis & Svettis"),
    ],
)  # fmt: skip
def test_a_body_is_known_by_its_whole_name(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text) == [name]
    assert nlp(text).ents[0].label_ == "ORG"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Vår kommun är liten.", "a pronoun is no municipality"),
        ("Årets kommun blev en annan.", "nor is a genitive at the beginning"),
        ("Kommunen betalade hyran.", "the word alone names nobody"),
        ("Varje kommun bestämmer själv.", "nor does any municipality"),
        ("Vi åkte till Karlstad.", "a town is no municipality"),
        ("En stad i Värmland vann.", "nor is any town"),
        ("Regionen betalade.", "a region without a name"),
        ("Vårt förbund är stort.", "a federation without a name"),
        ("Svenska folket röstade.", "Swedish with another word"),
        ("Svenska spelare vann.", "Swedish with a small letter"),
        ("Bilda gärna en grupp!", "to form is no study association"),
        ("Vi såg en polis.", "a constable is no authority"),
        ("Vi har många vänner i studieförbundet.", "a study association without a name"),
        ("Scoutledarna åkte hem.", "scout leaders are not the scouts"),
        ("Det doftade av kaffe.", "small letters within a word"),
    ],
)
def test_a_word_that_only_looks_like_a_body_names_nobody(nlp: Language, text: str, rule: str) -> None:
    assert names(nlp, text) == [], rule


def test_the_whole_name_of_a_district_ends_before_a_person(nlp: Language) -> None:
    assert names(nlp, "RF-SISU Värmland Eva Ek ringde.") == ["RF-SISU Värmland"]


def test_several_bodies_are_told_apart(nlp: Language) -> None:
    text = "Hammarö kommun, RF-SISU Värmland och ABF hjälpte oss."

    assert names(nlp, text) == ["Hammarö kommun", "RF-SISU Värmland", "ABF"]


def test_a_name_of_the_field_wins_over_another_finders_and_leaves_the_rest(nlp: Language) -> None:
    doc = nlp.make_doc("Eva åkte till Karlstads kommun.")
    doc.set_ents([Span(doc, 0, 1, "PER"), Span(doc, 3, 4, "LOC")])

    read = nlp.get_pipe("field_names")(doc)

    assert [(name.text, name.label_) for name in read.ents] == [("Eva", "PER"), ("Karlstads kommun", "ORG")]
