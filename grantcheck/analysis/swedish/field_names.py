"""Names of bodies that association reports speak of: municipalities, federations, study associations, authorities."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.pipeline import EntityRuler

_CAPITAL = r"^[A-ZÅÄÖ]"
_BODIES = (
    "Riksidrottsförbundet", "Riksidrottsmötet", "SISU Idrottsutbildarna", "Studieförbundet Vuxenskolan",
    "Studiefrämjandet", "Medborgarskolan", "Sensus", "Sensus studieförbund", "Studieförbundet Bilda", "Bilda",
    "Ibn Rushd", "Kulturens Bildningsverksamhet", "Folkuniversitetet", "ABF", "NBV", "Polisen",
    "Polismyndigheten", "Skatteverket", "Skolverket", "Socialstyrelsen", "Folkhälsomyndigheten",
    "Diskrimineringsombudsmannen", "Barnombudsmannen", "Myndigheten för ungdoms- och civilsamhällesfrågor",
    "MUCF", "Myndigheten för delaktighet", "Arbetsförmedlingen", "Länsstyrelsen", "Allmänna arvsfonden",
    "Arvsfonden", "Rädda Barnen", "Röda Korset", "BRIS", "Bris", "Svenska kyrkan", "Scouterna", "Friends",
    "Bingolotto", "Svenska Spel", "Friskis & Svettis",
)  # fmt: skip


def teach_field_names(nlp: Language, *, after: str) -> None:
    """Add the names as ORG to the pipeline, after its own finder of names; they win over what it found."""
    ruler = nlp.add_pipe("entity_ruler", name="field_names", after=after, config={"overwrite_ents": True})
    if isinstance(ruler, EntityRuler):
        ruler.add_patterns([{"label": "ORG", "pattern": pattern} for pattern in _patterns(nlp)])


def _patterns(nlp: Language) -> Iterator[list[dict[str, object]]]:
    for body in _BODIES:
        yield [{"TEXT": token.text} for token in nlp.make_doc(body)]
    yield [{"TEXT": {"REGEX": _CAPITAL + r".*s$"}}, {"TEXT": {"REGEX": "^(kommun|kommuns|region|regionen)$"}}]
    yield [{"TEXT": {"REGEX": _CAPITAL}}, {"TEXT": {"REGEX": "^kommun(s)?$"}}]
    yield [{"TEXT": "Region"}, {"TEXT": {"REGEX": _CAPITAL}}]
    yield [{"TEXT": "Länsstyrelsen"}, {"TEXT": "i"}, {"TEXT": {"REGEX": _CAPITAL}}]
    yield [{"TEXT": {"REGEX": "^(RF-SISU|RF|SISU|SF)$"}}]
    yield [{"TEXT": "RF-SISU"}, {"TEXT": {"REGEX": _CAPITAL}}]
    yield [{"TEXT": "Svenska"}, {"TEXT": {"REGEX": _CAPITAL + r".*(förbundet|unionen)$"}}]
    yield [{"TEXT": {"REGEX": _CAPITAL + r".*(idrottsförbund|distriktsförbund|fotbollförbund|handbollförbund)(et)?$"}}]
