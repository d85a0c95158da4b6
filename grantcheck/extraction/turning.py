"""Text set sideways: a page of turned text is laid out as if upright, and its boxes are turned back afterwards."""

from collections.abc import Mapping, Sequence

from grantcheck.domain.document import Box

from .words import Glyph


def turned_back(
    glyphs: Mapping[int, Sequence[Glyph]], width: float, height: float
) -> tuple[int, list[Glyph], list[Glyph]]:
    """Return the direction of most glyphs, those glyphs as if upright, and the others, each as if upright.

    Directions are degrees counter-clockwise; coordinates are those of the page turned so that the text is upright.
    """
    if not glyphs:
        return 0, [], []
    turn = max(glyphs, key=lambda direction: len(glyphs[direction]))
    main = _upright(glyphs[turn], turn, width, height)
    side = [
        glyph
        for direction, some in glyphs.items()
        if direction != turn
        for glyph in _upright(some, direction, width, height)
    ]
    return turn, main, side


def _upright(glyphs: Sequence[Glyph], turn: int, width: float, height: float) -> list[Glyph]:
    if not turn:
        return list(glyphs)
    return [_upright_glyph(glyph, turn, width, height) for glyph in glyphs]


def _upright_glyph(glyph: Glyph, turn: int, width: float, height: float) -> Glyph:
    x0, top, x1, bottom = glyph.x0, glyph.top, glyph.x1, glyph.bottom
    if turn == 90:
        x0, top, x1, bottom = height - bottom, x0, height - top, x1
    elif turn == 270:
        x0, top, x1, bottom = top, width - x1, bottom, width - x0
    else:
        x0, top, x1, bottom = width - x1, height - bottom, width - x0, height - top
    size = bottom - top
    return glyph._replace(x0=x0, x1=x1, top=top, bottom=bottom, baseline=bottom - 0.2 * size, size=size)


def box_on_page(box: Box, turn: int, width: float, height: float) -> Box:
    """Return where a box of the upright layout lies on the page as it is."""
    if turn == 90:
        return Box(box.top, height - box.x1, box.bottom, height - box.x0)
    if turn == 270:
        return Box(width - box.bottom, box.x0, width - box.top, box.x1)
    if turn == 180:
        return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
    return box
