"""Which encoding is a text file in? Byte-order mark, strict UTF-8, then the likeliest Chinese one."""

from __future__ import annotations

import codecs
import re

from ingest.clean import clean
from ingest.errors import Unreadable

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_SAMPLE_CHARS = 20_000
_LIKELY = 0.7  # of the characters beyond ASCII, in a text that is what we take it for
_DETECTOR_BYTES = 200  # the detector guesses wildly about less
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_PUNCTUATION = re.compile(
    r"[\u2010-\u203f\u2190-\u22ff\u2460-\u25ff\u3000-\u303f\uff00-\uff5e\u00b0-\u00b7\u00d7]"
)
_NOT_TEXT = "内容不是文字，可能是程序、图片或已损坏的文件；请确认后另存为 txt、docx 或 pdf"


def decode(data: bytes) -> str:
    """The text of a file, cleaned, whatever Chinese encoding it is in.

    Raises: Unreadable if it is no text, or most of it cannot be made out.
    """
    text = clean(decode_raw(data))
    if not text.strip():
        raise Unreadable("文件是空的，没有可读的内容")
    return text


def decode_raw(data: bytes) -> str:
    """The same before it is cleaned, for formats whose own marks come first.

    Raises: Unreadable as `decode` does.
    """
    text = _decoded(data)
    lost = text.count("\ufffd")
    if lost > 0.2 * len("".join(text.split())):
        raise Unreadable("大部分文字是乱码，编码已损坏；请用原始文件重新导出为 UTF-8")
    return text


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(name, "replace"))
    if b"\x00" not in data:
        try:
            return _checked(data.decode("utf-8"))
        except UnicodeDecodeError:
            pass
    return _checked(_likeliest(data))


def _likeliest(data: bytes) -> str:
    """The Chinese reading with most characters in daily use; then a damaged one; then the detector's."""
    readings = [(name, _strictly(data, name)) for name in _CHINESE]
    scored = [(_commonness(text, name), text) for name, text in readings if text]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    if best[0] >= _LIKELY:
        return best[1]
    for name in ("utf-8", "gb18030"):
        damaged = data.decode(name, "replace")
        few = damaged.count("\ufffd") <= max(1, len(damaged) // 200)
        if few and b"\x00" not in data and _commonness(damaged, "gb18030") >= _LIKELY:
            return damaged
    return _detected(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _commonness(text: str, encoding: str) -> float:
    """The share of characters beyond ASCII that everyday writing in this encoding uses, from 0 to 1."""
    foreign = [c for c in text[:_SAMPLE_CHARS] if c > "\x7f"]
    if not foreign:
        return 1.0 if text.isprintable() or not _CONTROLS.search(text) else 0.0
    return sum(_weight(c, encoding) for c in foreign) / len(foreign)


def _weight(char: str, encoding: str) -> float:
    """1 for a character in daily use, less where it would be usual only in the other script."""
    if _PUNCTUATION.match(char):
        return 1.0
    if encoding != "big5hkscs" and _first_level(char, "gb2312"):
        return 1.0
    if encoding != "gb18030" and _first_level(char, "big5"):
        return 1.0
    # Traditional text saved as GB18030; below the weight of Big5, so that Big5 misread never wins.
    return 0.8 if encoding == "gb18030" and _first_level(char, "big5") else 0.0


def _first_level(char: str, encoding: str) -> bool:
    """Whether a standard put the character in its first level, the few thousand in daily use."""
    try:
        lead = char.encode(encoding)[0]
    except UnicodeEncodeError:
        return False
    return 0xB0 <= lead <= 0xD7 if encoding == "gb2312" else 0xA4 <= lead <= 0xC6


def _detected(data: bytes) -> str:
    if len(data) < _DETECTOR_BYTES or b"\x00" in data:
        raise Unreadable(_NOT_TEXT)
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    if best is None:
        raise Unreadable(_NOT_TEXT)
    return data.decode(best.encoding, "replace")


def _checked(text: str) -> str:
    """Raises: Unreadable if control characters show that this is no text."""
    sample = text[:_SAMPLE_CHARS]
    if len(_CONTROLS.findall(sample)) > len(sample) // 200:
        raise Unreadable(_NOT_TEXT)
    return text
