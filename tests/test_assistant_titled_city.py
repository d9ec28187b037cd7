"""A report titled after a city that the national table has not is that city's."""

from __future__ import annotations

from pathlib import Path

from ingest_samples import asked_over

from language.place import learn_places

REPORT = """澜江市2025年招商引资工作汇报

2025年，澜江市新签约项目238个，总投资912.5亿元；澜江高新区签约46个。在上海、深圳、武汉建设3个科创飞地，入驻企业64家。深圳来的企业最多。
"""


def test_its_zone_and_its_short_name_are_found_with_it() -> None:
    places = learn_places(REPORT)
    assert places.surfaces["澜江"].level == "city"
    assert [one.place.name for one in places.find("澜江今年签约多少")] == ["澜江市"]


def test_what_it_did_is_not_told_of_a_city_it_names_in_passing(tmp_path: Path) -> None:
    with asked_over(tmp_path, {"汇报.txt": REPORT}) as assistant:
        text = assistant.ask("澜江2025年新签约项目多少个，总投资多少？").text
        assert "238个" in text and "912.5亿元" in text and "澜江市" in text
