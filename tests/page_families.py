"""Families of page designs: those the reader was built with, and those held out to see how others fare."""

from __future__ import annotations

import random
from collections.abc import Callable

from page_designs import Column, Design
from page_desk import Desk, block


def one_story(rng: random.Random) -> Design:
    desk = Desk(rng)
    story = desk.story(desk.chars(0.8), subheads=rng.random() < 0.5)
    block(desk, story, left=desk.left, top=desk.top, width=desk.width, most=6)
    return desk.done("one_story", story)


def one_column(rng: random.Random) -> Design:
    desk = Desk(rng, small=True)
    story = desk.story(desk.chars(0.7), subheads=True)
    block(desk, story, left=desk.left, top=desk.top, width=desk.width, most=1)
    return desk.done("one_column", story)


def stacked(rng: random.Random) -> Design:
    desk = Desk(rng)
    stories, y = [], desk.top
    for _ in range(rng.choice([2, 2, 3])):
        story = desk.story(desk.chars(0.2))
        y = block(desk, story, left=desk.left, top=y, width=desk.width) + rng.uniform(14, 34)
        if rng.random() < 0.5:
            desk.paper.rules.append((1, desk.left, y - 8, desk.left + desk.width, y - 8))
        stories.append(story)
    return desk.done("stacked", *stories)


def beside(rng: random.Random) -> Design:
    desk = Desk(rng)
    gutter = desk.face.gutter * rng.uniform(1.0, 1.6)
    share = rng.uniform(0.5, 0.68)
    first = desk.width * share
    stories = [desk.story(desk.chars(0.3)), desk.story(desk.chars(0.16))]
    block(desk, stories[0], left=desk.left, top=desk.top, width=first, most=3)
    block(
        desk,
        stories[1],
        left=desk.left + first + gutter,
        top=desk.top,
        width=desk.width - first - gutter,
        most=2,
    )
    if rng.random() < 0.4:
        x = desk.left + first + gutter / 2
        desk.paper.rules.append((1, x, desk.top, x, desk.bottom))
    return desk.done("beside", *stories)


def lead_and_two(rng: random.Random) -> Design:
    desk = Desk(rng)
    lead = desk.story(desk.chars(0.28))
    y = block(desk, lead, left=desk.left, top=desk.top, width=desk.width) + rng.uniform(16, 30)
    gutter = desk.face.gutter * 1.2
    half = (desk.width - gutter) * rng.uniform(0.42, 0.58)
    two = [desk.story(desk.chars(0.13)), desk.story(desk.chars(0.13))]
    block(desk, two[0], left=desk.left, top=y, width=half, most=2)
    block(desk, two[1], left=desk.left + half + gutter, top=y, width=desk.width - half - gutter, most=2)
    return desk.done("lead_and_two", lead, *two)


def picture(rng: random.Random) -> Design:
    """A picture with its caption at the top of some columns, the text under and beside it."""
    desk = Desk(rng)
    story = desk.story(desk.chars(0.45))
    [whole] = desk.room(desk.top, count=1)
    y = desk.head(whole, story)
    count = max(2, desk.count(most=4))
    room = desk.room(y, count=count)
    first = rng.randint(0, count - 1)
    last = rng.randint(first, count - 1)
    high = rng.uniform(60, 130)
    left, right = room[first].left, room[last].left + room[last].width
    desk.paper.pictures.append((1, left, y, right - left, high))
    spot = Column(page=1, left=left, top=y + high + 3, width=right - left, bottom=desk.bottom)
    under = desk.set.small(spot, story.caption) + desk.face.size * rng.uniform(0.7, 1.5)
    height = desk.set.lines_needed(story, room[0].width) / count + high / 2 + 60
    shorter = [
        Column(page=1, left=c.left, top=under if first <= n <= last else y, width=c.width,
               bottom=min(desk.bottom, y + height + (under - y if first <= n <= last else 0)))
        for n, c in enumerate(room)
    ]  # fmt: skip
    desk.set.flow(story, shorter)
    return desk.done("picture", story)


def sidebar(rng: random.Random) -> Design:
    """A boxed text in the last column, under or beside the story's own text."""
    desk = Desk(rng)
    story, box = desk.story(desk.chars(0.4)), desk.story(90)
    [whole] = desk.room(desk.top, count=1)
    y = desk.head(whole, story)
    count = max(2, desk.count(most=4))
    room = desk.room(y, count=count)
    pad = rng.uniform(5, 9)
    inner = Column(
        page=1, left=room[-1].left + pad, top=y + pad, width=room[-1].width - 2 * pad, bottom=desk.bottom
    )
    at = desk.set.headline(inner, box.title, size=desk.face.size * rng.uniform(1.2, 1.6))
    low = desk.set.flow(
        box, [Column(page=1, left=inner.left, top=at, width=inner.width, bottom=desk.bottom)], byline=False
    )
    desk.paper.frames.append((1, room[-1].left, y, room[-1].width, low - y + pad, rng.random() < 0.5))
    need = desk.set.lines_needed(story, room[0].width)
    height = (need + low - y) / count + 60
    last = room[-1]
    cut = [
        Column(page=1, left=c.left, top=y, width=c.width, bottom=min(desk.bottom, y + height))
        for c in room[:-1]
    ]
    tail = Column(
        page=1, left=last.left, top=low + pad + desk.face.size, width=last.width, bottom=desk.bottom
    )
    desk.set.flow(story, [*cut, tail])
    return desk.done("sidebar", story, box)


def pull_quote(rng: random.Random) -> Design:
    """A sentence in larger type set into the middle of a column."""
    desk = Desk(rng)
    story = desk.story(desk.chars(0.4))
    [whole] = desk.room(desk.top, count=1)
    y = desk.head(whole, story)
    count = max(2, desk.count(most=4))
    room = desk.room(y, count=count)
    need = desk.set.lines_needed(story, room[0].width) / count + 4 * desk.face.leading
    at = rng.randrange(count)
    pieces: list[Column] = []
    for number, column in enumerate(room):
        low = min(desk.bottom, y + need)
        if number != at:
            pieces.append(Column(page=1, left=column.left, top=y, width=column.width, bottom=low))
            continue
        middle = y + need * rng.uniform(0.3, 0.6)
        spot = Column(page=1, left=column.left, top=middle + desk.face.size, width=column.width, bottom=low)
        under = desk.set.small(spot, story.quote, share=1.3) + desk.face.size
        if rng.random() < 0.5:
            for edge in (middle + 4, under - 4):
                desk.paper.rules.append((1, column.left, edge, column.left + column.width, edge))
        pieces.append(Column(page=1, left=column.left, top=y, width=column.width, bottom=middle))
        pieces.append(
            Column(page=1, left=column.left, top=under, width=column.width, bottom=low + under - middle)
        )
    desk.set.flow(story, pieces)
    return desk.done("pull_quote", story)


def short_headline(rng: random.Random) -> Design:
    """A headline that stands at the left of its columns and crosses no gutter."""
    desk = Desk(rng)
    stories, y = [], desk.top
    for _ in range(2):
        story = desk.story(desk.chars(0.22))
        count = max(2, desk.count(most=3))
        [whole] = desk.room(y, count=1)
        width = desk.room(y, count=count)[0].width
        size = min(desk.face.headline, width / len(story.title) * 0.95)
        y = desk.set.headline(whole, story.title, size=max(size, desk.face.size * 1.4))
        y = desk.set.balanced(story, desk.room(y, count=count)) + rng.uniform(18, 30)
        stories.append(story)
    return desk.done("short_headline", *stories)


def furnished(rng: random.Random) -> Design:
    """A masthead, a date and a page number around two stories."""
    desk = Desk(rng)
    y = desk.top
    for x, words, size in (
        (desk.left, "江城日报", 16.0), (desk.left + desk.width * 0.4, "2025年4月3日 星期四", 9.0),
        (desk.left + desk.width - 60, "第3版 要闻", 9.0),
    ):  # fmt: skip
        desk.set.line(Column(page=1, left=x, top=30, width=200, bottom=60), 46, words, size=size)
    if rng.random() < 0.6:
        desk.paper.rules.append((1, desk.left, 52, desk.left + desk.width, 52))
    stories = []
    for _ in range(2):
        story = desk.story(desk.chars(0.22))
        y = block(desk, story, left=desk.left, top=y, width=desk.width) + rng.uniform(16, 30)
        stories.append(story)
    foot = Column(page=1, left=desk.left, top=0, width=desk.width, bottom=0)
    desk.set.line(foot, desk.paper.height - 30, "责任编辑 何川 美编 苏禾", size=8.0, x=desk.width * 0.35)
    return desk.done("furnished", *stories)


def over_pages(rng: random.Random) -> Design:
    """A story that runs on over the end of a page, both pages with a running head and a number."""
    desk = Desk(rng, small=True)
    count = desk.rng.choice([1, 2])
    story = desk.story(1300, subheads=True)
    [whole] = desk.room(desk.top, count=1)
    y = desk.head(whole, story)
    low = desk.top + (desk.bottom - desk.top) * 0.5
    rooms = [desk.room(y if page == 1 else desk.top, count=count, page=page, bottom=low if page < 4 else None)
             for page in (1, 2, 3, 4)]  # fmt: skip
    desk.set.flow(story, [column for room in rooms for column in room])
    for page in range(1, max(run.page for run in desk.paper.runs) + 1):
        edge = Column(page=page, left=desk.left, top=0, width=desk.width, bottom=0)
        desk.set.line(edge, 40, "临江招商月报", size=9.0, x=desk.width * 0.4)
        desk.set.line(edge, desk.paper.height - 28, f"— {page} —", size=9.0, x=desk.width * 0.47)
    return desk.done("over_pages", story)


def inset(rng: random.Random) -> Design:
    """A picture in the middle of a column, its caption under it, the text going round above and below."""
    desk = Desk(rng)
    story = desk.story(desk.chars(0.4))
    [whole] = desk.room(desk.top, count=1)
    y = desk.head(whole, story)
    count = max(2, desk.count(most=4))
    room = desk.room(y, count=count)
    need = desk.set.lines_needed(story, room[0].width) / count + 60
    at = rng.randrange(count)
    pieces: list[Column] = []
    for number, column in enumerate(room):
        low = min(desk.bottom, y + need)
        if number != at:
            pieces.append(Column(page=1, left=column.left, top=y, width=column.width, bottom=low))
            continue
        middle = y + need * rng.uniform(0.25, 0.6)
        high = rng.uniform(40, 90)
        desk.paper.pictures.append((1, column.left, middle + 4, column.width, high))
        spot = Column(page=1, left=column.left, top=middle + high + 7, width=column.width, bottom=low)
        under = desk.set.small(spot, story.caption) + desk.face.size * 0.8
        pieces.append(Column(page=1, left=column.left, top=y, width=column.width, bottom=middle))
        pieces.append(
            Column(page=1, left=column.left, top=under, width=column.width, bottom=low + under - middle)
        )
    desk.set.flow(story, pieces)
    return desk.done("inset", story)


def mixed_counts(rng: random.Random) -> Design:
    """Tiers of stories with other numbers of columns, one tier of two stories side by side."""
    desk = Desk(rng)
    stories, y = [], desk.top
    for most in rng.sample([1, 2, 3, 4], 3):
        story = desk.story(desk.chars(0.15))
        [whole] = desk.room(y, count=1)
        y = desk.head(whole, story)
        count = min(most, desk.count(most=most))
        y = desk.set.balanced(story, desk.room(y, count=count)) + rng.uniform(16, 30)
        stories.append(story)
    return desk.done("mixed_counts", *stories)


def side_headline(rng: random.Random) -> Design:
    """The headline in a narrow column at the left, the text in columns beside it."""
    desk = Desk(rng)
    stories, y = [], desk.top
    side = desk.width * rng.uniform(0.2, 0.28)
    for _ in range(2):
        story = desk.story(desk.chars(0.17))
        size = desk.face.size * rng.uniform(1.7, 2.2)
        spot = Column(page=1, left=desk.left, top=y, width=side, bottom=desk.bottom)
        head = desk.set.headline(spot, story.title, size=size)
        left, width = desk.left + side + desk.face.gutter * 1.3, desk.width - side - desk.face.gutter * 1.3
        room = desk.room(y, count=desk.count(width, most=3), left=left, width=width)
        y = max(head, desk.set.balanced(story, room)) + rng.uniform(18, 34)
        stories.append(story)
    return desk.done("side_headline", *stories)


def rail(rng: random.Random) -> Design:
    """Three stories: a narrow one down the whole left edge, two stacked at its right."""
    desk = Desk(rng)
    narrow = max(desk.width * rng.uniform(0.22, 0.3), 11 * desk.face.size)
    gutter = desk.face.gutter * 1.2
    thin = desk.story(desk.chars(0.12))
    block(desk, thin, left=desk.left, top=desk.top, width=narrow, most=1)
    left, width, y = desk.left + narrow + gutter, desk.width - narrow - gutter, desk.top
    stories = [thin]
    for _ in range(2):
        story = desk.story(desk.chars(0.17))
        y = block(desk, story, left=left, top=y, width=width, most=3) + rng.uniform(16, 30)
        stories.append(story)
    return desk.done("rail", *stories)


def unequal(rng: random.Random) -> Design:
    """Columns of unequal widths under a headline with a line over it and a summary under it."""
    desk = Desk(rng)
    story = desk.story(desk.chars(0.35))
    [whole] = desk.room(desk.top, count=1)
    over = desk.set.small(whole, f"{story.place}新春走访见闻", share=1.3)
    y = desk.head(Column(page=1, left=desk.left, top=over + 2, width=desk.width, bottom=desk.bottom), story)
    count = max(2, desk.count(most=4) - 1)
    room = desk.room(y, count=count, shares=[rng.uniform(1.0, 1.5) for _ in range(count)])
    desk.set.balanced(story, room)
    return desk.done("unequal", story)


def crossing_picture(rng: random.Random) -> Design:
    """A picture over two neighbouring columns, halfway down; each column goes on under it."""
    desk = Desk(rng)
    story = desk.story(desk.chars(0.4))
    [whole] = desk.room(desk.top, count=1)
    y = desk.head(whole, story)
    count = max(2, desk.count(most=4))
    room = desk.room(y, count=count)
    need = desk.set.lines_needed(story, room[0].width) / count + 90
    at = rng.randrange(count - 1)
    middle, high = y + need * rng.uniform(0.25, 0.5), rng.uniform(40, 90)
    left, right = room[at].left, room[at + 1].left + room[at + 1].width
    desk.paper.pictures.append((1, left, middle + 4, right - left, high))
    spot = Column(page=1, left=left, top=middle + high + 7, width=right - left, bottom=desk.bottom)
    under = desk.set.small(spot, story.caption) + desk.face.size * 0.8
    pieces: list[Column] = []
    for number, column in enumerate(room):
        low = min(desk.bottom, y + need)
        if number not in (at, at + 1):
            pieces.append(Column(page=1, left=column.left, top=y, width=column.width, bottom=low))
            continue
        pieces.append(Column(page=1, left=column.left, top=y, width=column.width, bottom=middle))
        pieces.append(Column(page=1, left=column.left, top=under, width=column.width, bottom=low + 40))
    desk.set.flow(story, pieces)
    return desk.done("crossing_picture", story)


Family = Callable[[random.Random], Design]
BUILT_WITH: tuple[Family, ...] = (
    one_story, one_column, stacked, beside, lead_and_two, picture, sidebar, pull_quote, short_headline,
    furnished, over_pages, mixed_counts, side_headline,
)  # fmt: skip
# Nothing in the reader was chosen by looking at these.
HELD_OUT: tuple[Family, ...] = (inset, rail, unequal, crossing_picture)


def design(family: Family, seed: int) -> Design:
    """A design of the family; a seed whose story does not fit its page is passed over for the next."""
    for attempt in range(60):
        rng = random.Random(f"{family.__name__}/{seed}/{attempt}")
        try:
            made = family(rng)
        except AssertionError:
            continue
        if all(run.y < made.paper.height for run in made.paper.runs):
            return made
    raise ValueError(f"no design of {family.__name__} fits its page")
