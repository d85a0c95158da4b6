"""When a sentence that stands in several associations' reports counts as a shared template."""

MOST_OF_A_TEMPLATE = 50
FEWEST_OF_STOCK = 10
_ONE_IN = 10


def is_stock(holders: int, associations: int) -> bool:
    """Whether a sentence stands in so many associations' reports that it is how one writes, and no template.

    That is more than every tenth association, though never 10 or fewer and always more than 50.
    """
    return holders > min(max(associations // _ONE_IN, FEWEST_OF_STOCK), MOST_OF_A_TEMPLATE)
