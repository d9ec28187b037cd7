"""A page being made up: its paper, its type, the room inside its margins, the stories set on it."""

from __future__ import annotations

import random

from page_articles import PLACES, Article, article
from page_designs import TABLOID, Column, Design, Paper, Setter, columns, drawn_type
from reportlab.lib.pagesizes import A3, A4

_SIZES = (A4, A3, TABLOID)


class Desk:
    """One page being made: paper, type, places to write about, and room inside the margins."""

    def __init__(self, rng: random.Random, *, small: bool = False) -> None:
        self.rng = rng
        width, height = A4 if small else rng.choice(_SIZES)
        self.face = drawn_type(rng)
        self.paper = Paper(width=width, height=height)
        self.set = Setter(self.paper, self.face, rng)
        self.left = rng.uniform(36, 64)
        self.top = rng.uniform(60, 90)
        self.width = width - 2 * self.left
        self.bottom = height - rng.uniform(50, 80)
        self._places = rng.sample(PLACES, len(PLACES))

    def story(self, chars: int, **given: bool) -> Article:
        return article(self.rng, place=self._places.pop(), chars=chars, **given)

    def count(self, width: float | None = None, most: int = 6) -> int:
        """A number of columns that leaves each at least ten characters."""
        width = width or self.width
        fits = int((width + self.face.gutter) / (10.5 * self.face.size + self.face.gutter))
        return self.rng.randint(1 if most == 1 else min(2, fits), max(1, min(most, fits)))

    def room(
        self,
        top: float,
        *,
        count: int,
        left: float | None = None,
        width: float | None = None,
        bottom: float | None = None,
        shares: list[float] | None = None,
        page: int = 1,
    ) -> list[Column]:
        return columns(
            self.left if left is None else left, top, width or self.width, bottom or self.bottom,
            count=count, gutter=self.face.gutter, shares=shares, page=page,
        )  # fmt: skip

    def chars(self, share: float, *, most: int = 1500) -> int:
        """How many characters fill this share of the page, at most."""
        area = self.width * (self.bottom - self.top) * share
        return min(most, int(0.62 * area / (self.face.size * self.face.leading)))

    def head(self, column: Column, story: Article) -> float:
        return self.set.headline(column, story.title, centred=self.rng.random() < 0.5)

    def done(self, name: str, *stories: Article) -> Design:
        return Design(name=name, paper=self.paper, articles=stories)


def block(desk: Desk, story: Article, *, left: float, top: float, width: float, most: int = 5) -> float:
    """A headline over all its columns, balanced; the lowest y."""
    [whole] = desk.room(top, count=1, left=left, width=width)
    y = desk.head(whole, story)
    room = desk.room(y, count=desk.count(width, most=most), left=left, width=width)
    return desk.set.balanced(story, room)
