"""How likely must an answer be before it is shown, and before missing words are forgiven?

`tools/train_choice.py` writes the limits beside the model, each with the share of answerable questions it was
chosen for and the curve it was read from; retrained, the model brings its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.choice import SHIPPED_CHOOSER
from assistant.errors import ModelUnreadable

FILE = "thresholds.json"


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Likelihoods, 0 to 1, as `Choice.answered` tells them.

    Below `unlikely` hardly anything is answered; a question that names nothing the collection knows must
    reach `unlikely_at_large`. From `sure` on nearly all is answered; `certain` is sure enough to stand
    against a figure of the ledger.
    """

    unlikely: float
    unlikely_at_large: float
    sure: float
    certain: float


def read_limits(folder: Path = SHIPPED_CHOOSER) -> Limits:
    """The limits that were chosen with the model in `folder`.

    Raises: ModelUnreadable if the file is missing or damaged.
    """
    path = folder / FILE
    try:
        chosen = json.loads(path.read_text("utf-8"))["limits"]
        told = {name: float(chosen[name]["threshold"]) for name in Limits.__annotations__}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelUnreadable(f"{path}：读不了拒答的阈值（{error}）；请重新安装招答") from error
    if not 0 <= told["unlikely"] <= told["unlikely_at_large"] <= told["sure"] <= told["certain"] <= 1:
        raise ModelUnreadable(f"{path}：拒答的阈值次序不对；请重新安装招答")
    return Limits(**told)


@lru_cache(maxsize=1)
def shipped_limits() -> Limits:
    """The limits that come with the program, read once.

    Raises: ModelUnreadable.
    """
    return read_limits()
