"""Which of several districts of one name does a row tell of, and which does a question mean?

Four cities have a 鼓楼区. A row names the district only; the city that its document names most says which one
it is. A question means the city it names.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.collection import Collection
from assistant.question import QuestionFrame
from language.place import short_name
from language.place_table import cities_with
from vectorstore.ledger_rows import Figure


def city_of(row: Figure, collection: Collection) -> str:
    """The city of the row's district where others have one of that name too, "" where none is to be told."""
    document = collection.documents[row.document_id]
    cities = cities_with(row.subject)
    if not cities:
        return ""
    text = f"{document.title}{document.publisher}{collection.text(row.document_id)}"
    told = {city: text.count(short_name(city)) for city in cities}
    best = max(told, key=lambda city: (told[city], city))
    return best if told[best] else ""


def is_of_asked_city(row: Figure, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether the row's district is that of the city named in the question, if one is."""
    asked = {city for city in cities_with(row.subject) if short_name(city) in frame.text}
    own = city_of(row, collection) if asked else ""
    return not own or own in asked


def apart(rows: Sequence[Figure], collection: Collection) -> dict[str, Figure]:
    """The first row of each city where rows of one district's name are of several cities, else nothing."""
    found: dict[str, Figure] = {}
    for row in rows:
        if city := city_of(row, collection):
            found.setdefault(city, row)
    return found if len(found) > 1 else {}
