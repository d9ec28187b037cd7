"""Chinese numerals to numbers, everyday and financial: 两千三百, 一百二, 三点五, 伍佰万."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {char: value for value, chars in enumerate(
    ("〇零○", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
) for char in chars}  # fmt: skip
SMALL_SCALES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE_SCALES = {"万": 10**4, "亿": 10**8}
NUMERAL_CHARS = "".join(DIGITS) + "".join(SMALL_SCALES) + "".join(LARGE_SCALES)


def chinese_number(text: str) -> Decimal:
    """The value of a Chinese numeral: 两千三百 → 2300, 一百二 → 120, 三点五 → 3.5, 二〇二五 → 2025.

    Raises:
        ValueError: `text` is not a numeral.
    """
    whole, point, fraction = text.partition("点")
    value = Decimal(_integer(whole))
    if point:
        if not fraction or any(char not in DIGITS for char in fraction):
            raise ValueError(f"not a Chinese numeral: {text}")
        value += Decimal("0." + "".join(str(DIGITS[char]) for char in fraction))
    return value


def whole_number(numeral: str) -> int:
    """The value of a whole number in digits or characters, 两 included: 12, 十二, 两.

    Raises:
        ValueError: `numeral` is not one.
    """
    return int(numeral) if numeral.isdigit() else int(chinese_number(numeral.replace("两", "二")))


def _integer(text: str) -> int:
    if not text:
        raise ValueError("an empty numeral")
    if len(text) > 1 and all(char in DIGITS for char in text):  # 二〇二五 is read digit by digit
        return int("".join(str(DIGITS[char]) for char in text))
    total = section = 0
    digit: int | None = None
    scale = 0  # of the last scale word, for 一百二 = 120
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
            if digit == 0:
                scale = 0
        elif char in SMALL_SCALES:
            scale = SMALL_SCALES[char]
            section += (1 if digit is None else digit) * scale
            digit = None
        elif char in LARGE_SCALES:
            scale = LARGE_SCALES[char]
            amount = section + (digit or 0)
            total = (total + (amount or (0 if total else 1))) * scale
            section, digit = 0, None
        else:
            raise ValueError(f"not a Chinese numeral: {text}")
    if digit:
        section += digit * (scale // 10 if scale >= 100 else 1)
    return total + section
