"""Who acts, whether it is denied or only intended, and whether it is told as done."""

import pytest
from spacy.language import Language

from grantcheck.analysis.grammar import Actor, read_grammar
from grantcheck.analysis.language import load_language

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def language() -> Language:
    return load_language("sv_grantcheck")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("I maj ordnade vi en träff om de sju diskrimineringsgrunderna.", Actor.OWN),
        ("Styrelsen gick igenom rutinen i augusti.", Actor.OWN),
        ("Kommunen har tagit fram en ny plan mot diskriminering.", Actor.OTHER),
        ("Vårt specialförbund öppnade en visselblåsartjänst i mars.", Actor.OTHER),
        ("Kommunen och vi ordnade en kväll om kränkningar.", Actor.OWN),
        ("Registerutdrag har visats upp.", Actor.UNTOLD),
    ],
)
def test_the_subject_tells_whose_work_it_is(language: Language, text: str, actor: Actor) -> None:
    assert read_grammar(language, [text])[0].actor is actor


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Registerutdrag har inte begärts in under 2025.", True),
        ("Ingen av styrelsens medlemmar har gått Trygg förening.", True),
        ("Vi har inte haft några anmälningar, men gick ändå igenom rutinen i augusti.", False),
        ("Vi har heller inte tittat på några utdrag.", True),
        ("Vi har inte heller gått kursen.", True),
        ("Vi har inte bara en policy utan övar också på svåra samtal.", False),
    ],
)
def test_a_denial_holds_only_where_every_main_clause_is_denied(language: Language, text: str, denied: bool) -> None:
    assert read_grammar(language, [text])[0].denied is denied


@pytest.mark.parametrize(
    ("text", "intended", "past"),
    [
        ("Under 2026 kommer vi att utbilda alla ledare.", True, False),
        ("Styrelsen avser att ta fram en handlingsplan.", True, False),
        ("Vi har utbildat alla ledare.", False, True),
        ("Tränarna går igenom reglerna varje termin.", False, False),
    ],
)
def test_what_is_intended_is_told_from_what_is_done(language: Language, text: str, intended: bool, past: bool) -> None:
    grammar = read_grammar(language, [text])[0]

    assert (grammar.intended, grammar.past) == (intended, past)
