"""Association prose is cut into the right tokens."""

import pytest
import spacy
from spacy.language import Language

from grantcheck.analysis.swedish.tokens import teach_tokens


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("sv")
    teach_tokens(pipeline)
    return pipeline


@pytest.mark.parametrize(
    ("text", "tokens", "rule"),
    [
        ("Vi har t.ex. barn", "Vi har t.ex. barn", "t.ex. is one"),
        ("T.ex. barn", "T.ex. barn", "a capital changes nothing"),
        ("text.", "text .", "a word that ends like an abbreviation is not one"),
        ("Bl.a. höll vi kurs", "Bl.a. höll vi kurs", "bl.a. is one"),
        ("bla.", "bla .", "without its inner stop it is none"),
        ("ca 30 barn", "ca 30 barn", "ca stands alone"),
        ("ca. 30 barn", "ca. 30 barn", "ca. keeps its stop"),
        ("c:a 30 barn", "c:a 30 barn", "c:a is one"),
        ("polska.", "polska .", "a word that ends in ca or ka keeps no stop"),
        ("kl. 18.30", "kl. 18.30", "kl. keeps its stop, the hour its own"),
        ("kl 18.30", "kl 18.30", "kl may lack its stop"),
        ("kl.18", "kl. 18", "an hour written close to kl. is apart"),
        ("Kl. 18.30", "Kl. 18.30", "also with a capital"),
        ("v.18", "v.18", "other letters with a number stay together"),
        ("Vi slutade 18.", "Vi slutade 18 .", "a number gives the sentence its stop"),
        ("RF-SISU Värmland", "RF-SISU Värmland", "a hyphen joins the two federations"),
        ("RF, SISU och SF", "RF , SISU och SF", "a comma parts them"),
        ("SF-anslutna klubbar", "SF-anslutna klubbar", "a hyphen joins a federation and a word"),
        ("RF:s regler", "RF:s regler", "a genitive's colon joins"),
        ("Ledare: Bo", "Ledare : Bo", "other colons part"),
        ("säsongen 24/25.", "säsongen 24/25 .", "a broken year is one"),
        ("året 2024/2025", "året 2024/2025", "so with four digits"),
        ("ledare/tränare", "ledare / tränare", "a stroke between words parts"),
        ("åren 2024–2025", "åren 2024–2025", "a span of years is one"),
        ("läger – vi åkte", "läger – vi åkte", "a dash between blanks stands alone"),
        ("den 12/3 åkte vi", "den 12/3 åkte vi", "a day is one"),
        ("den 2025-03-01.", "den 2025-03-01 .", "a whole date is one"),
        ("den 12:e mars", "den 12:e mars", "an ordinal is one"),
        ("barn- och ungdomsverksamhet", "barn- och ungdomsverksamhet", "a cut-off word keeps its hyphen"),
        ("ungdoms-, barn- och damlag", "ungdoms- , barn- och damlag", "several cut-off words"),
        ("tjej-träning", "tjej-träning", "a hyphen within joins"),
        ("Eva, Bo m.fl. kom.", "Eva , Bo m.fl. kom .", "m.fl. is one, the last stop is not its"),
        ("korv m.m. till salu", "korv m.m. till salu", "m.m. is one"),
        ("vice ordf. Eva", "vice ordf. Eva", "ordf. is one"),
        ("v.ordf. Eva", "v.ordf. Eva", "v.ordf. is one"),
        ("ordföranden.", "ordföranden .", "the whole word keeps no stop"),
        ("fr.o.m. mars t.o.m. maj", "fr.o.m. mars t.o.m. maj", "from and to"),
        ("p.g.a. regn, pga snö", "p.g.a. regn , pga snö", "because of, both ways"),
        ("d.v.s. alla", "d.v.s. alla", "d.v.s. is one"),
        ("s.k. kamratstödjare", "s.k. kamratstödjare", "s.k. is one"),
        ("f.d. ordf. Bo", "f.d. ordf. Bo", "two abbreviations in a row"),
        ("o.s.v. och e.d.", "o.s.v. och e.d.", "at the end of lists"),
        ("30 st. bollar", "30 st. bollar", "st. is one"),
        ("fest.", "fest .", "a word that ends in st keeps no stop"),
        ("Hallen var tom.", "Hallen var tom .", "empty is no abbreviation"),
        ("Hon red.", "Hon red .", "rode is no abbreviation"),
        ("en trasig led.", "en trasig led .", "a joint is no abbreviation"),
        ("nr. 3 och nr 4", "nr. 3 och nr 4", "number, both ways"),
        ("(ca 30)", "( ca 30 )", "brackets part from an abbreviation"),
        ("50% fler", "50 % fler", "a sign parts from its number"),
        ("12.500 kr", "12.500 kr", "a stop within a number is its own"),
        ("skriv till info@klubb.se.", "skriv till info@klubb.se .", "an address is one"),
        ("HBTQI-certifierad 2025", "HBTQI-certifierad 2025", "letters, hyphen and word are one"),
        ("P12/F13", "P12 / F13", "a stroke parts two teams"),
    ],
)
def test_association_prose_is_cut_into_words(nlp: Language, text: str, tokens: str, rule: str) -> None:
    assert [token.text for token in nlp.make_doc(text)] == tokens.split(), rule


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("d.v.s.", "det vill säga"),
        ("t.ex.", "till exempel"),
        ("Bl.a.", "bland annat"),
        ("ca", "cirka"),
        ("kl.", "klockan"),
        ("m.fl.", "med flera"),
        ("ordf.", "ordförande"),
        ("pga", "på grund av"),
        ("plan", "plan"),
    ],
)
def test_an_abbreviation_knows_what_it_stands_for(nlp: Language, short: str, full: str) -> None:
    assert nlp.make_doc(short)[0].norm_ == full
