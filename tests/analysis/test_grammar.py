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
        ("Två av ledarna gick kursen.", Actor.OWN),
        ("En av valpkurserna gavs i långsam takt.", Actor.UNTOLD),
        ("Kommunens ledare höll en kurs.", Actor.OTHER),
        ("Föreningens ledare höll en kurs.", Actor.OWN),
        ("Tränare från distriktet höll kursen.", Actor.OTHER),
        ("Tränare från alla lag gick kursen.", Actor.OWN),
        ("Utdrag från polisen har lämnats av alla.", Actor.UNTOLD),
        ("Judoförbundet gick igenom reglerna.", Actor.OTHER),
        ("Moderklubben gick igenom reglerna.", Actor.UNTOLD),
    ],
)
def test_the_subject_tells_whose_work_it_is(language: Language, text: str, actor: Actor) -> None:
    assert read_grammar(language, [text])[0].actor is actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Grannklubben utbildade sina ledare i mars.", Actor.OTHER),
        ("Klubben utbildade sina ledare i mars.", Actor.OWN),
        ("Grannföreningarna har gått Trygg förening.", Actor.OTHER),
        ("Föreningen har gått Trygg förening.", Actor.OWN),
        ("En annan förening har haft kurs för sina ledare.", Actor.OTHER),
        ("Vår förening har haft kurs för sina ledare.", Actor.OWN),
        ("Andra föreningar har gått Trygg förening.", Actor.OTHER),
        ("De andra ledarna gick kursen.", Actor.OWN),
        ("Motståndarlaget ordnade en kväll om mobbning.", Actor.OTHER),
        ("Andra laget ordnade en kväll om mobbning.", Actor.OWN),
        ("Grannklubben och vi ordnade en kväll om mobbning.", Actor.OWN),
    ],
)
def test_another_association_is_somebody_else(language: Language, text: str, actor: Actor) -> None:
    assert read_grammar(language, [text])[0].actor is actor


@pytest.mark.parametrize(
    "text",
    [
        "Styrelsen hade med anledning av motionen skrivit ett brev till alla.",
        "Styrelsen har mött nio gånger.",
        "I år ställde sig två föräldrar i gul väst vid planen.",
    ],
)
def test_a_subject_on_the_helping_verb_or_after_a_reflexive_is_found(language: Language, text: str) -> None:
    grammar = read_grammar(language, [text])[0]

    assert (grammar.actor, grammar.past) == (Actor.OWN, True)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Kursen hölls i mars: alla tränare deltog.", Actor.OWN),
        ("Kursen hölls i mars, sa ordföranden.", Actor.UNTOLD),
        ("Utbildning: vi har gått kursen.", Actor.OWN),
        ("Fritidsforum hade en dag om machokultur, ingen av oss kom loss.", Actor.UNTOLD),
        ("Kommunen har ett nummer till rådgivningen, det står på anslagstavlan.", Actor.OTHER),
    ],
)
def test_a_clause_beside_a_main_one_that_names_nobody_is_read_unless_it_tells_who_spoke(
    language: Language, text: str, actor: Actor
) -> None:
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
        ("Ingen av våra ledare har gått kursen.", True),
        ("En av våra ledare har gått kursen.", False),
        ("Ingenting gjordes under året.", True),
        ("Vi gjorde ingenting.", True),
        ("Allting gjordes under året.", False),
        ("Knappast någon ledare gick kursen.", True),
        ("Nästan varje ledare gick kursen.", False),
        ("Aldrig någon tränare visade utdrag.", True),
        ("Inte en enda ledare gick kursen.", True),
        ("Varken ledare eller tränare har gått kursen.", True),
        ("Både ledare och tränare har gått kursen.", False),
        ("Det finns ingen plan mot mobbning.", True),
        ("Det finns en plan mot mobbning.", False),
        ("Arbetet har legat nere hela året.", True),
        ("Arbetet har inte legat nere.", False),
        ("Föreningen saknar en plan mot diskriminering.", True),
        ("Vi saknar inga utdrag.", False),
        ("Vi saknade en ramp och byggde en i maj.", False),
        ("Ingen uteblev från kursen.", False),
        ("Ingen av våra ledare har missat kursen.", False),
        ("Rampen kom inte till stånd, pengarna gick till taket.", True),
        ("Utbildning: vi har inte gått någon kurs.", True),
        ("Utbildning: vi har gått en kurs.", False),
        ("Vi har inte gått kursen eller visat utdrag.", True),
        ("Vi har inte skrivit regler utan gått igenom dem med barnen.", False),
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
        ("Vi ska gå kursen och skriva regler.", True, False),
        ("Vi skriver regler och ska gå kursen.", False, False),
        ("Kursen var obligatorisk för alla ledare.", False, True),
        ("Kursen är obligatorisk för alla ledare.", False, False),
        ("Skrivtolk ska beställas till årsmötet, det har vi lovat Görel.", True, False),
    ],
)
def test_what_is_intended_is_told_from_what_is_done(language: Language, text: str, intended: bool, past: bool) -> None:
    grammar = read_grammar(language, [text])[0]

    assert (grammar.intended, grammar.past) == (intended, past)
