"""Scans of known text: pages set in Chinese type, rasterised, laid askew, made dirty, wrapped as PDF."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

FONTS = [
    path
    for folder in ("/usr/share/fonts", "/usr/local/share/fonts")
    for path in sorted(Path(folder).glob("**/wqy-*.ttc"))
]
FONT = "scan-page"
_MARGIN = 50.0


@dataclass(frozen=True, kw_only=True)
class Dirt:
    """What a scanner does to a page: resolution, degrees askew (clockwise), quarter turns, noise (standard
    deviation of 256 greys, and salt and pepper), blur in points, JPEG quality."""

    dpi: int = 150
    askew: float = 0.0
    quarter_turns: int = 0
    noise: float = 8.0
    blur: float = 0.25
    quality: int = 60
    seed: int = 0


def typeset(
    paragraphs: Sequence[str],
    *,
    title: str = "",
    columns: int = 1,
    size: float = 10.5,
    page: tuple[float, float] = (595.0, 842.0),
) -> tuple[bytes, str]:
    """A page with a text layer, and the text that fitted on it; numbers are not broken over lines."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, str(FONTS[0]), subfontIndex=0))
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=page)
    top = page[1] - _MARGIN
    if title:
        sheet.setFont(FONT, 2 * size)
        sheet.drawCentredString(page[0] / 2, top - 2 * size, title)
        top -= 4.5 * size
    sheet.setFont(FONT, size)
    width = (page[0] - 2 * _MARGIN - (columns - 1) * 2 * size) / columns
    rows = int((top - _MARGIN) / (1.6 * size))
    lines = [line for each in paragraphs for line in _broken(f"　　{each}", width=width, size=size)]
    fitted = lines[: rows * columns]
    for at, line in enumerate(fitted):
        left = _MARGIN + (at // rows) * (width + 2 * size)
        sheet.drawString(left, top - (at % rows + 1) * 1.6 * size, line)
    sheet.save()
    return stream.getvalue(), title + "".join(fitted).replace("　", "")


def _broken(text: str, *, width: float, size: float) -> list[str]:
    """The text in lines no wider than `width`; figures and Latin words are kept whole."""
    lines, line = [], ""
    for word in _words(text):
        if line and pdfmetrics.stringWidth(line + word, FONT, size) > width:
            lines.append(line)
            line = ""
        line += word
    return [*lines, line]


def _words(text: str) -> list[str]:
    words: list[str] = []
    for char in text:
        tied = words and ((char.isascii() and words[-1][-1].isascii()) or char in "，。；：、！？）》”%")
        words[-1:] = [words[-1] + char] if tied else [*words[-1:], char]
    return words


def scanned(pdf: bytes, dirt: Dirt) -> bytes:
    """The first page of `pdf` as a JPEG of what a scanner would make of it."""
    document = pdfium.PdfDocument(pdf)
    picture = document[0].render(scale=dirt.dpi / 72).to_pil().convert("L")
    document.close()
    picture = picture.rotate(-dirt.askew, resample=Image.Resampling.BICUBIC, fillcolor=250)
    picture = picture.rotate(90 * dirt.quarter_turns, expand=True)
    picture = picture.filter(ImageFilter.GaussianBlur(dirt.blur * dirt.dpi / 72))
    grey = np.asarray(picture, dtype=np.float64) * 0.85 + 25  # ink and paper are never quite black and white
    random = np.random.default_rng(dirt.seed)
    grey += random.normal(0, dirt.noise, grey.shape)
    specks = random.random(grey.shape)
    grey[specks < dirt.noise / 10_000] = 0
    grey[specks > 1 - dirt.noise / 10_000] = 255
    stream = io.BytesIO()
    Image.fromarray(grey.clip(0, 255).astype(np.uint8)).save(stream, "JPEG", quality=dirt.quality)
    return stream.getvalue()


def image_pdf(jpegs: Sequence[bytes], *, dpi: int) -> bytes:
    """A PDF whose pages are these pictures and nothing else."""
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream)
    for jpeg in jpegs:
        picture = Image.open(io.BytesIO(jpeg))
        width, height = (side * 72 / dpi for side in picture.size)
        sheet.setPageSize((width, height))
        sheet.drawImage(ImageReader(io.BytesIO(jpeg)), 0, 0, width, height)
        sheet.showPage()
    sheet.save()
    return stream.getvalue()
