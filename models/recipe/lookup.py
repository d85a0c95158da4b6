"""A table learnt from pairs that answers with the commonest value of the most exact key it knows."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value", bound=Hashable)


class Lookup(Generic[Value]):
    """Keys are given from the most to the least exact, always the same number of them."""

    def __init__(self, fewest: int = 1) -> None:
        self._tables: defaultdict[int, defaultdict[Hashable, Counter[Value]]] = defaultdict(
            lambda: defaultdict(Counter)
        )
        self._fewest = fewest

    def learn(self, keys: Sequence[Hashable], value: Value) -> None:
        """Count the value under each key."""
        for place, key in enumerate(keys):
            self._tables[place][key][value] += 1

    def answer(self, keys: Sequence[Hashable]) -> tuple[Value, float] | None:
        """Return the value and its share under the most exact key known, or None."""
        for place, key in enumerate(keys):
            counts = self._tables[place].get(key)
            if counts and counts.total() >= self._fewest:
                value, count = counts.most_common(1)[0]
                return value, count / counts.total()
        return None

    def answers(self, place: int) -> dict[Hashable, Value]:
        """Return the commonest value of every key that stands at a place of the keys."""
        return {key: counts.most_common(1)[0][0] for key, counts in self._tables[place].items()}
