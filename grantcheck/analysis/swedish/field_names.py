"""Names of bodies that association reports speak of: municipalities, federations, study associations, authorities."""

from collections.abc import Iterator
from importlib.resources import files

from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

FACTORY = "grantcheck_names"

Shape = dict[str, object]

_MUNICIPALITIES_FILE = "municipalities.txt"
_BODIES = (
    "Riksidrottsförbundet", "Riksidrottsmötet", "SISU Idrottsutbildarna", "Studieförbundet Vuxenskolan",
    "Studiefrämjandet", "Medborgarskolan", "Sensus", "Sensus studieförbund", "Studieförbundet Bilda",
    "Ibn Rushd", "Kulturens Bildningsverksamhet", "Folkuniversitetet", "ABF", "NBV", "Polisen",
    "Polismyndigheten", "Skatteverket", "Skolverket", "Socialstyrelsen", "Folkhälsomyndigheten",
    "Diskrimineringsombudsmannen", "DO", "Barnombudsmannen", "Myndigheten för ungdoms- och civilsamhällesfrågor",
    "MUCF", "Myndigheten för delaktighet", "Jämställdhetsmyndigheten", "Integritetsskyddsmyndigheten", "IMY",
    "Arbetsförmedlingen", "Arbetsmiljöverket", "Försäkringskassan", "Migrationsverket", "Bolagsverket",
    "Brottsförebyggande rådet", "Brå", "Statens kulturråd", "Kulturrådet", "Allmänna arvsfonden", "Arvsfonden",
    "Rädda Barnen", "Röda Korset", "BRIS", "Bris", "Svenska kyrkan", "Scouterna", "Friends", "Friluftsfrämjandet",
    "Parasport Sverige", "Svensk Simidrott", "Korpen", "Hela Sverige ska leva", "Unga Hörselskadade",
    "Bingolotto", "Svenska Spel", "Friskis & Svettis", "Länsstyrelsen", "RF", "SISU", "SF", "RF-SISU",
)  # fmt: skip
_DISTRICTS = (
    "Blekinge", "Dalarna", "Gotland", "Gävleborg", "Halland", "Jämtland Härjedalen", "Norrbotten", "Skåne", "Småland",
    "Stockholm", "Sörmland", "Uppland", "Värmland", "Västerbotten", "Västernorrland", "Västmanland",
    "Västra Götaland", "Örebro län", "Östergötland",
)  # fmt: skip
_REGIONS = (
    "Blekinge", "Dalarna", "Gotland", "Gävleborg", "Halland", "Jämtland Härjedalen", "Jönköpings län", "Kalmar län",
    "Kronoberg", "Norrbotten", "Skåne", "Stockholm", "Sörmland", "Uppsala", "Värmland", "Västerbotten",
    "Västernorrland", "Västmanland", "Örebro län", "Östergötland",
)  # fmt: skip
_CAPITAL = r"^[A-ZÅÄÖ][a-zåäö-]+"
_FEDERATION: Shape = {"TEXT": {"REGEX": _CAPITAL + r"(?:förbund|förbundet|unionen)s?$"}}
_SPORTS = _CAPITAL + r"(?:idrottsförbund|distriktsförbund|fotbollförbund|handbollförbund)(?:et)?s?$"
_MUNICIPALITY: Shape = {"TEXT": {"REGEX": "^(?:[Kk]ommun|[Ss]tad)s?$"}}
_SHAPES: tuple[list[Shape], ...] = (
    [{"TEXT": {"REGEX": _CAPITAL + "s$"}}, _FEDERATION],
    [{"TEXT": "Svenska"}, _FEDERATION],
    [{"TEXT": "Svenska"}, {"TEXT": {"REGEX": _CAPITAL + "-$"}}, {"TEXT": "och"}, {"TEXT": {"REGEX": "förbundets?$"}}],
    [{"TEXT": {"REGEX": _SPORTS}}],
    [
        {"TEXT": {"REGEX": "^Länsstyrelsens?$"}},
        {"TEXT": "i"},
        {"TEXT": {"REGEX": _CAPITAL}},
        {"TEXT": "län", "OP": "?"},
    ],
)


class FieldNames:
    """Marks the names as ORG; they win over what another finder of names found."""

    def __init__(self, nlp: Language) -> None:
        self._words = PhraseMatcher(nlp.vocab)
        self._words.add("ORG", [nlp.make_doc(form) for name in _names() for form in _forms(name)])
        self._shapes = Matcher(nlp.vocab)
        self._shapes.add("ORG", [*_SHAPES, *_municipalities(nlp)])

    def __call__(self, doc: Doc) -> Doc:
        """Add the names to the document's entities."""
        ours = filter_spans([*self._words(doc, as_spans=True), *self._shapes(doc, as_spans=True)])
        taken = {token.i for span in ours for token in span}
        others = [span for span in doc.ents if taken.isdisjoint(range(span.start, span.end))]
        doc.set_ents([Span(doc, span.start, span.end, "ORG") for span in ours] + others)
        return doc


@Language.factory(FACTORY)
def make_field_names(nlp: Language, name: str) -> FieldNames:
    """Return the component for a pipeline."""
    return FieldNames(nlp)


def teach_field_names(nlp: Language, *, after: str) -> None:
    """Add the names to the pipeline, after its own finder of names."""
    nlp.add_pipe(FACTORY, name="field_names", after=after)


def _names() -> Iterator[str]:
    yield from _BODIES
    yield "Västra Götalandsregionen"
    yield from (f"RF-SISU {name}" for name in _DISTRICTS)
    yield from (f"{body} {name}" for body in ("Region", "Länsstyrelsen") for name in _REGIONS)


def _forms(name: str) -> tuple[str, ...]:
    return name, _genitive(name), f"{name}:s"


def _municipalities(nlp: Language) -> Iterator[list[Shape]]:
    """Yield "Karlstads kommun", "Karlstad kommun", "Malmö stad"; never "vår kommun" or "årets kommun"."""
    names = files(__package__).joinpath(_MUNICIPALITIES_FILE).read_text(encoding="utf-8").splitlines()
    told = [[token.text for token in nlp.make_doc(form)] for name in names for form in (name, _genitive(name))]
    yield [{"TEXT": {"IN": sorted({words[0] for words in told if len(words) == 1})}}, _MUNICIPALITY]
    for words in told:
        if len(words) > 1:
            yield [*_literally(words), _MUNICIPALITY]


def _literally(words: list[str]) -> Iterator[Shape]:
    return ({"TEXT": word} for word in words)


def _genitive(name: str) -> str:
    return name if name.endswith(("s", "x", "z")) else f"{name}s"
