"""What is written on the picture of a page? The one door to rapidocr, whose models lie in its own wheel."""

from __future__ import annotations

import importlib.util
import os
import sys
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.errors import NeedsOcr

Pixels = NDArray[np.uint8]  # (height, width, 3)
Corners = NDArray[np.float64]  # (4, 2): upper left, upper right, lower right, lower left

INSTALL = f"{sys.executable} -m pip install 'zhaoda[ocr]'"
MOST_THREADS = 2
_DETECTED_SIDE, _DETECTED_SHARE = 1600, 0.68  # of the longer side: lines are found at this size
_LEAST_CERTAINTY = 0.5  # what a line must reach to be writing and not a stain
_TALL = 1.5  # times as high as wide: a line on its end
_SAMPLE = 4  # lines that decide which way up a page stands
_UPRIGHT = 0.88  # mean certainty that only lines the right way up reach
_LEGIBLE = 0.7


@dataclass(frozen=True, kw_only=True)
class Writing:
    """One line of type: its characters, how sure each of them is (0 to 1), and where each begins and ends
    along the line (shares of its length)."""

    text: str
    certainties: tuple[float, ...]
    spans: tuple[tuple[float, float], ...]
    corners: Corners


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """Characters, the certainty of each, and where its middle stands along the line (0 to 1)."""

    text: str
    certainties: tuple[float, ...]
    middles: tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class ReadPicture:
    """The lines of a picture turned upright by `quarter_turns` (counter-clockwise), in pixels of that."""

    lines: tuple[Writing, ...]
    quarter_turns: int
    width: int
    height: int


def is_installed() -> bool:
    """Whether pictures can be read on this machine."""
    return importlib.util.find_spec("rapidocr") is not None


def read_picture(pixels: Pixels) -> ReadPicture:
    """Every line of type on the picture, whichever of the four ways up it stands, a few degrees askew or not.

    Raises: NeedsOcr where rapidocr is not installed.
    """
    engine = _engine()
    corners = _lines_of(engine, pixels)
    turns = _quarter_turns(engine, pixels, corners)
    if turns:
        pixels = np.ascontiguousarray(np.rot90(pixels, turns))
        corners = _lines_of(engine, pixels)
    lines = _written(engine, pixels, corners)
    height, width = pixels.shape[:2]
    return ReadPicture(lines=lines, quarter_turns=turns, width=width, height=height)


def decoded(steps: NDArray[np.float32], alphabet: list[str], *, used: float) -> Decoded:
    """The characters of a line from the probability of each (column) at each step along it (row); column 0
    is none. `used` is the share of the steps that the line takes, the rest being padding.

    A character is as certain as its best step, and no more so than that nothing stands beside it.
    """
    best = steps.argmax(axis=1)
    begins = np.flatnonzero((best != 0) & (best != np.concatenate([[0], best[:-1]])))
    ends = [next((n for n in range(at, len(best)) if best[n] != best[at]), len(best)) for at in begins]
    chars = [alphabet[best[at]] for at in begins]
    gaps = zip([0, *ends], [*begins, len(best)], ["", *chars], [*chars, ""], strict=True)
    doubts = [_passed_over(steps[a:b], alphabet, beside=(left, right)) for a, b, left, right in gaps]
    certainties = tuple(
        min(float(steps[at:end, best[at]].max()), 1 - before, 1 - after)
        for at, end, before, after in zip(begins, ends, doubts, doubts[1:], strict=False)
    )
    total = max(len(best) * used, 1.0)
    middles = tuple(min((float(at) + 0.5) / total, 1.0) for at in begins)
    return Decoded(text="".join(chars), certainties=certainties, middles=middles)


def _passed_over(steps: NDArray[np.float32], alphabet: list[str], *, beside: tuple[str, str]) -> float:
    """How probable a character is at steps taken for none; echoes of those beside, and blanks, are none."""
    likeliest = steps[:, 1:].argmax(axis=1) + 1
    return max(
        (float(row[n]) for row, n in zip(steps, likeliest, strict=True) if alphabet[n] not in (*beside, " ")),
        default=0.0,
    )


@cache
def _engine() -> Any:
    """Loaded at the first picture of a process: a second, and some 200 MB."""
    if not is_installed():
        raise NeedsOcr(f"文字识别没有安装；请运行 {INSTALL} 后再导入")
    import cv2
    from rapidocr import RapidOCR

    threads = min(MOST_THREADS, os.cpu_count() or 1)
    cv2.setNumThreads(threads)
    engine: Any = RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,  # all lines of a page stand one way up: _quarter_turns asks once
            "Global.return_word_box": True,  # else what the decoder knows of single characters is dropped
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
    engine.recognize_txt([np.zeros((48, 96, 3), dtype=np.uint8)])  # loads the model that reads
    engine.text_rec.postprocess_op = _Decoder(engine.text_rec.postprocess_op.character)
    return engine


@dataclass(frozen=True)
class _Decoder:
    """Takes the place of rapidocr's own, which gives no sign of a character that was nearly read: a decimal
    point passed over at 0.4 leaves its neighbours at 1.0."""

    alphabet: list[str]

    def __call__(
        self,
        predictions: NDArray[np.float32],
        _return_word_box: bool = False,
        *,
        wh_ratio_list: list[float],
        max_wh_ratio: float,
    ) -> tuple[list[tuple[str, float]], list[Decoded]]:
        lines = [
            decoded(steps, self.alphabet, used=ratio / max_wh_ratio)
            for steps, ratio in zip(predictions, wh_ratio_list, strict=True)
        ]
        return [(line.text, float(np.mean(line.certainties or (0.0,)))) for line in lines], lines


def _lines_of(engine: Any, pixels: Pixels) -> list[Corners]:
    """The quadrilateral of each line, in pixels of the whole picture."""
    engine.max_side_len = max(_DETECTED_SIDE, round(_DETECTED_SHARE * max(pixels.shape)))
    found = engine(pixels, use_det=True, use_cls=False, use_rec=False)
    return [] if found.boxes is None else [np.asarray(box, dtype=np.float64) for box in found.boxes]


def _quarter_turns(engine: Any, pixels: Pixels, corners: list[Corners]) -> int:
    """How often the picture must be turned counter-clockwise until its lines stand upright."""
    if not corners:
        return 0
    sizes = [_size(box) for box in corners]
    upended = 2 * sum(w * h for w, h in sizes if h > _TALL * w) > sum(w * h for w, h in sizes)
    longest = sorted(corners, key=lambda box: -max(_size(box)))
    alike = [box for box in longest if (_size(box)[1] > _TALL * _size(box)[0]) == upended][:_SAMPLE]
    crops = [np.rot90(_crop(pixels, box), 1 if upended else 0) for box in alike]
    as_is = _mean_certainty(engine, crops)
    if as_is >= _UPRIGHT:
        return 1 if upended else 0
    turned = _mean_certainty(engine, [np.rot90(crop, 2) for crop in crops])
    if max(as_is, turned) < _LEGIBLE:
        return 0  # set vertically, or no writing: no way of turning it makes it readable
    return (1 if upended else 0) if as_is > turned else (3 if upended else 2)


def _mean_certainty(engine: Any, crops: list[Pixels]) -> float:
    return float(np.mean(engine.recognize_txt([np.ascontiguousarray(crop) for crop in crops]).scores))


def _written(engine: Any, pixels: Pixels, corners: list[Corners]) -> tuple[Writing, ...]:
    if not corners:
        return ()
    usual = float(np.median([min(_size(box)) for box in corners]))
    read = engine.recognize_txt([_laid_down(_crop(pixels, box), usual=usual) for box in corners])
    return tuple(
        _writing(line, box)
        for line, score, box in zip(read.word_results, read.scores, corners, strict=True)
        if line.text.strip() and score >= _LEAST_CERTAINTY
    )


def _writing(line: Decoded, corners: Corners) -> Writing:
    """The line without its blanks at the ends; each character reaches half-way to the next.

    The first and the last reach as far outwards as inwards: the box found may hold dirt beside them.
    """
    between = [(a + b) / 2 for a, b in pairwise(line.middles)] or [0.0, 1.0]
    first = max(2 * line.middles[0] - between[0], 0.0) if len(line.middles) > 1 else 0.0
    last = min(2 * line.middles[-1] - between[-1], 1.0) if len(line.middles) > 1 else 1.0
    edges = [first, *(between if len(line.middles) > 1 else ()), last]
    kept = slice(len(line.text) - len(line.text.lstrip()), len(line.text.rstrip()))
    return Writing(
        text=line.text[kept],
        certainties=line.certainties[kept],
        spans=tuple(pairwise(edges))[kept],
        corners=corners,
    )


def _size(box: Corners) -> tuple[float, float]:
    """Width and height of a quadrilateral."""
    return float(np.linalg.norm(box[1] - box[0])), float(np.linalg.norm(box[3] - box[0]))


def _crop(pixels: Pixels, box: Corners) -> Pixels:
    """The quadrilateral as a rectangle."""
    import cv2

    width, height = (max(round(length), 1) for length in _size(box))
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    bent = cv2.getPerspectiveTransform(box.astype(np.float32), flat)
    crop = cv2.warpPerspective(
        pixels, bent, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(crop, dtype=np.uint8)


def _laid_down(crop: Pixels, *, usual: float) -> Pixels:
    """A line set vertically laid on its side, as the models were taught it; a lone figure 1 stays upright."""
    height, width = crop.shape[:2]
    return np.ascontiguousarray(np.rot90(crop)) if height > max(_TALL * width, 3 * usual) else crop
