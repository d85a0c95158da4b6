"""Invented prose of an invented association, put together by chance from a seed."""

from random import Random

TITLES = (
    "Styrelsens arbete",
    "Ungdom",
    "Träning och tävling",
    "Ekonomi",
    "Trygghet för alla",
    "Ledare och utbildning",
    "Lokaler",
    "Läger",
    "Samarbeten",
    "Kommande år",
    "Medlemmar",
    "Värdegrund i vardagen",
)
SENTENCES = (
    "Under året har styrelsen hållit elva protokollförda sammanträden och två planeringskvällar.",
    "Alla ledare i barn- och ungdomsverksamheten deltog i utbildningen om likabehandling i februari.",
    "Vi har gått igenom trygghetsreglerna tillsammans med föräldrarna vid terminsstarten.",
    "RF-SISU hjälpte oss att leda samtalet om hur vi är mot varandra på planen.",
    "Kamratstödjarna samlades varannan måndag och berättade vad som hänt i grupperna.",
    "Den som råkar illa ut ringer någon av de två kontaktpersonerna, som svarar inom ett dygn.",
    "Medlemsavgiften är oförändrad, och den som inte har råd kan få den betald av solidaritetsfonden.",
    "Omklädningsrummen har fått två vuxna vid varje pass sedan i höstas.",
    "Sommarlägret samlade fyrtiotvå barn, varav nio för första gången.",
    "Kassören redovisade ett litet överskott som går till nya skyddsvästar.",
    "Vid årets slut hade föreningen 312 medlemmar i åldrarna sex till åttiofyra år.",
    "Arbetet mot kränkningar är en stående punkt på dagordningen.",
    "Ingen ska behöva sitta själv på bussen, och därför lottas platserna.",
    "Sektionen för rörelse och hälsa har haft öppet hus i gymnastiksalen tre gånger.",
    "Två av våra ungdomsledare tog initiativ till en tjejkväll som lockade många nya.",
    "Kommunens fritidskontor lånade ut lokaler när taket läckte i november.",
    "Vi följde upp planen vid tre möten och strök det som inte fungerade.",
    "Rampen till klubbstugan blev klar i maj, så nu kommer alla in samma väg.",
    "Tränarna har fått en lathund om vad man gör när någon blir utfryst.",
    "Under våren provade vi parasport ihop med grannföreningen.",
)
ITEMS = (
    "Uppstartsmöte med alla lag",
    "Föräldrakväll om sociala medier",
    "Städdag vid stugan",
    "Genomgång av reglerna",
    "Utbildning i första hjälpen",
    "Öppet hus för nyanlända",
    "Avslutning med korv och bröd",
)
WORDS_THAT_BREAK = 9


def paragraph(chance: Random, sentences: int = 4) -> str:
    """Return some sentences as one paragraph."""
    return " ".join(chance.sample(SENTENCES, sentences))


def titles(chance: Random, number: int) -> list[str]:
    """Return different headings."""
    return chance.sample(TITLES, number)


def broken(word: str) -> tuple[str, str] | None:
    """Return a long word cut in two where a line may end, or None for a word that is not broken."""
    letters = word.rstrip(".,")
    if len(letters) < WORDS_THAT_BREAK or not letters.isalpha():
        return None
    for place in range(len(letters) // 2, len(letters) - 2):
        if (
            letters[place - 1] in "aeiouyåäö"
            and letters[place] not in "aeiouyåäö"
            and letters[place + 1] in "aeiouyåäö"
        ):
            return word[:place] + "-", word[place:]
    return None
