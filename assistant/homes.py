"""In which city does a district or a zone lie, as far as the documents tell?"""

from __future__ import annotations

from collections import Counter

from assistant.collection import Collection
from language.place import Place

_MOST = 2 / 3  # of the districts that a document tells of, so many lie in the city it is about


def city_of(place: Place, document_id: str, collection: Collection) -> str:
    """The full name of the city of a district; of a zone that bears no city's name (三江新区), the one whose
    districts the document tells of; "" where neither says it."""
    if place.city or place.level != "zone":
        return place.city
    return home_of(document_id, collection)


def home_of(document_id: str, collection: Collection) -> str:
    """The full name of the city that most districts a document tells of lie in; "" where none has most."""
    return collection.once(("home", document_id), lambda: _home(document_id, collection))


def _home(document_id: str, collection: Collection) -> str:
    figures = collection.figures_in(document_id)
    names = {name for row in figures for name in (row.subject, row.place)}
    places = [place for name in names if (place := collection.places.get(name)) is not None]
    cities = Counter(place.city for place in places if place.level == "district" and place.city)
    if not cities:  # a report that tells of the city and its zones alone
        told = {place.name for place in places if place.level == "city"}
        return told.pop() if len(told) == 1 else ""
    city, times = cities.most_common(1)[0]
    return city if times >= _MOST * cities.total() else ""
