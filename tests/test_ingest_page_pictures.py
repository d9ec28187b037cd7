"""Pages to look at: drawn in the child, bounded in size and number, refused with a reason."""

from __future__ import annotations

import io

import pytest
from ingest_samples import FACT, pdf_bytes
from PIL import Image

from ingest.errors import Unreadable
from ingest.page_pictures import PagePictures
from ingest.wire import Failure, PagePicture, PageRequest
from ingest.worker import Worker

PDF = pdf_bytes([(72, 100, FACT)], [(72, 100, "第二页")])


class Counting(Worker):
    """A worker that draws nothing and counts how often it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []

    def picture(self, request: PageRequest) -> PagePicture | Failure:
        self.drawn.append(request.number)
        return PagePicture(content=bytes(1000), media_type="image/png")


def test_a_page_is_drawn_in_its_own_proportions() -> None:
    pictures = PagePictures()
    try:
        drawn = pictures.of(PDF, sha256="a", number=2)
        picture = Image.open(io.BytesIO(drawn.content))
        assert drawn.media_type == f"image/{(picture.format or '').lower()}"
        assert picture.width / picture.height == pytest.approx(595 / 842, abs=0.01)
        assert 1000 < picture.width < 2000
        with pytest.raises(Unreadable, match="没有第3页，一共2页"):
            pictures.of(PDF, sha256="a", number=3)
        with pytest.raises(Unreadable, match="无法打开"):
            pictures.of(PDF[:300], sha256="b", number=1)
        assert pictures.of(PDF, sha256="a", number=1).content != drawn.content
    finally:
        pictures.close()


def test_the_pages_looked_at_last_are_kept_within_bounds() -> None:
    worker = Counting()
    pictures = PagePictures(worker=worker, most_bytes=2500)
    for number in (1, 2, 1, 3, 1, 2):
        pictures.of(b"", sha256="a", number=number)
    assert worker.drawn == [1, 2, 3, 2]
