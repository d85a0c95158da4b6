"""Running text is cut where a reader would cut it, list numbers, dates and abbreviations included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.domain.sentences import sentence_spans


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("marked", "rule"),
    [
        ("Vi tränade.|Alla kom!|Varför då?|Ja …|Slut.", "a mark and a capital"),
        ("Hon sa: »Det räcker.«|Då slutade de.", "a closing quotation mark goes with the sentence"),
        ("Han ropade ”stopp!”|Ingen hörde.", "a Swedish quotation mark closes as it opens"),
        ('Hon sa att det var bra. "|Då gick vi.', "a lone quotation mark closes"),
        ("Det gick bra.|”Roligast hittills”, tyckte Lo.", "a quotation mark before a word opens"),
        ("(Alla kom.)|Sedan åt vi.", "a bracket closes with its sentence"),
        ("Vi har en plan.*|Den gäller.", "a note's star goes with the sentence"),
        ("Det blev regn.|– Vi badade ändå, sa Lo.", "a dash opens speech"),
        ("Vi köpte bl.a. Adidasskor.|De passade.", "bl.a. goes on before a name"),
        ("Se t.ex. Karlstads plan.|Den är bra.", "t.ex. goes on before a name"),
        ("Vi säljer korv, kaffe m.m.|Allt är gott.", "m.m. ends before a capital"),
        ("Eva, Bo m.fl. kom till mötet.", "m.fl. goes on before a small letter"),
        ("Lotteriet gav 300 kr.|Tack alla!", "kr. ends before a capital"),
        ("Vi köpte bollar för 300 kr. och koner.", "kr. goes on before a small letter"),
        ("Mötet hölls kl. 18.30 i stugan.", "kl. goes on before a number"),
        ("Mötet leddes av ordf. Eva Ek.|Kaffe serverades.", "ordf. goes on before a name"),
        ("Kursen hölls den 12 jan.|Alla gick den.", "a month may end a sentence"),
        ("Kursen hölls 12 jan. 2025 i hallen.", "a month goes on before a year"),
        ("Kassör är Max.|Han är ny.", "a name like an abbreviation ends"),
        ("Vi träffas mån. och ons. i hallen.", "a weekday goes on before a small letter"),
        ("Vi sjöng i St. Mikaels kyrka.|Alla kom.", "St. with a capital is a saint's"),
        ("Vi köpte 12 st.|Alla används.", "st. with a small letter ends"),
        ("Kassör är A. Ek sedan i fjol.", "an initial goes on"),
        ("Mötet hölls den 12.3. i klubbstugan.", "a date goes on"),
        ("Vi blev nr. 3 i år.|Grattis!", "nr. goes on before a number"),
        ("7. Planen ska ses över.|8. Valen.", "a list number belongs to what it numbers"),
        ("a. Vi städade.|Sedan sålde vi.", "a list letter belongs to what it marks"),
        ("IV. Årets läger.|Det regnade.", "a Roman number belongs to what it numbers"),
        ("Vi var 7.|Alla kom.", "a number at the end ends"),
        ("Vi kom på plats 3.|Laget jublade.", "a place won ends"),
        ("Det kostade 1.500 kronor.", "a full stop within a number is none"),
        ("Se karlstad.se för mer.", "a full stop within an address is none"),
        ("Vi firade jul.|Alla åt gröt.", "jul is Christmas when a capital follows"),
        ("Ledare: Bo.Eva är ny.", "no blank, no end"),
        ("Vad gjorde vi egentligen ...|Allt!", "dots end before a capital"),
        ("Vi väntade ... och väntade.", "dots go on before a small letter"),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(marked: str, rule: str) -> None:
    text = marked.replace("|", " ")

    assert cut(text) == marked.split("|"), rule


@given(st.text(alphabet='aåB. !?"”)(1\n', max_size=60))
def test_sentences_are_in_order_and_lose_only_blanks(text: str) -> None:
    spans = list(sentence_spans(text))

    kept = "".join(text[start:end] for start, end in spans)
    places = [place for span in spans for place in span]
    assert "".join(kept.split()) == "".join(text.split())
    assert places == sorted(places)
