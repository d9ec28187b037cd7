"""Characters of a page, each once."""

from __future__ import annotations

import numpy as np

from ingest.layout.atoms import atoms_of

SIZE = 10.5


def _read(text: str, lefts: list[float], widths: list[float]) -> str:
    boxes = np.array([(left, 0.0, left + width, 8.0) for left, width in zip(lefts, widths, strict=True)])
    atoms = atoms_of(text, boxes, np.full(len(text), SIZE), spaced=np.zeros(len(text), dtype=bool))
    return "".join(atom.text for atom in atoms)


def test_two_narrow_letters_side_by_side_are_two() -> None:
    assert _read("Cell", [0.0, 5.6, 10.3, 12.7], [5.4, 4.5, 0.9, 0.9]) == "Cell"


def test_a_letter_printed_twice_for_boldness_is_one() -> None:
    assert _read("面面积积", [0.0, 0.4, 10.5, 10.9], [10.0, 10.0, 10.0, 10.0]) == "面积"
    assert _read("ll", [0.0, 0.4], [0.9, 0.9]) == "l"
