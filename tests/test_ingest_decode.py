"""Text files arrive in every Chinese encoding, damaged or not; what is no text is said to be none."""

from __future__ import annotations

import random

import pytest

from ingest.clean import clean, close_gaps, one_line
from ingest.decode import decode
from ingest.errors import Unreadable

SIMPLIFIED = "临江区一季度签约亿元以上项目34个，总投资152.66亿元。"
TRADITIONAL = "臺北市第一季簽約投資專案三十四個，總投資額達一百五十二億元，經濟發展迅速。"


@pytest.mark.parametrize("text", [SIMPLIFIED, "中文", "重要通知", "Signed 34 projects.\n", TRADITIONAL])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-32", "utf-16-le", "utf-16-be"]
)
def test_a_text_is_read_whatever_its_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", [TRADITIONAL, "臺北市", "招商引資計畫"])
def test_big5_is_told_from_gbk(text: str) -> None:
    assert decode(text.encode("big5")) == text


def test_a_text_cut_in_the_middle_of_a_character_is_read_to_there() -> None:
    for encoding in ("utf-8", "gb18030"):
        assert decode((SIMPLIFIED * 3).encode(encoding)[:-1]).startswith(SIMPLIFIED)


def test_japanese_is_left_to_the_detector() -> None:
    text = "これはテストです。日本語の文章を書いています。" * 8
    assert decode(text.encode("shift_jis")) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "空的"),
        (b" \n\t\r\n", "空的"),
        (b"\xff\xfe", "空的"),
        ("\u200b\ufeff\n".encode(), "空的"),
        (random.Random(1).randbytes(60), "不是文字"),
        (random.Random(2).randbytes(5000), "不是文字"),
        (b"\x00" * 64, "不是文字"),
        (b"text\x01\x02\x03\x04" * 40, "不是文字"),
        (("\ufffd" * 30 + "abc").encode(), "乱码"),
    ],
    ids=[
        "empty",
        "blank",
        "only-a-mark",
        "only-invisible",
        "random",
        "long-random",
        "nulls",
        "controls",
        "lost",
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason) as refused:
        decode(data)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("签\u200b约\u202e34\u2066个\ufeff", "签约34个"),
        ("隐\U000e0041\U000e0042藏", "隐藏"),
        ("half \ud800 character", "half  character"),
        ("tab\tstays", "tab\tstays"),
        ("NUL\x00 and BEL\x07", "NUL and BEL"),
    ],
)
def test_characters_that_hide_or_break_are_stripped(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_gaps_between_chinese_characters_close_and_others_stay() -> None:
    assert close_gaps("临 江 区 Apple Inc 公 司 34 个") == "临江区 Apple Inc 公司 34 个"
    assert one_line(" 一\n 二\u200b ") == "一 二"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("2 0 2 4 年签约 1 2 6 个，总投资 4 8 3 . 5 亿元。", "2024 年签约 126 个，总投资 483.5 亿元。"),
        (
            "全 市 新 签 约 项 目 1 2 6 个 ， 总 投 资 4 8 . 5 亿 元 。",
            "全市新签约项目126个，总投资48.5亿元。",
        ),
        ("投 资 Mini LED 项 目 1 2 . 5 亿 元 ， 用 地 1 2 0 亩", "投资Mini LED项目12.5亿元，用地120亩"),
        ("龙游县 3 5 2 8\n江山市 4 6 1 7", None),
        ("2024年各县签约数为 3 5 2 8 个", None),
        ("第 1 2 3 届", None),
    ],
)
def test_digits_set_apart_are_one_number_and_cells_of_a_row_are_not(text: str, cleaned: str | None) -> None:
    assert clean(text) == (cleaned or text)


def test_digits_of_full_width_are_halved_and_chinese_marks_are_not() -> None:
    assert clean("２０２４年３月１２日，总投资１５．６亿元（２０２４－０３－１２）") == (
        "2024年3月12日，总投资15.6亿元（2024-03-12）"
    )
