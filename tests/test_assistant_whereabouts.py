"""What is told of a province, a city or a district answers for which of them?"""

from __future__ import annotations

from assistant import Assistant

PAPERS = {
    "海陵.md": "---\ntitle: 海陵区开办企业服务专窗启用\npublished: 2024-03-01\n---\n"
    "海陵区政务服务中心启用开办企业服务专窗。企业可通过银杏云平台预约办理，凭预约码入场。"
    "海陵区的专窗由八名帮办员轮值。",
    "房租.md": "---\ntitle: 关于减免房租的通知\npublished: 2024-02-01\n---\n"
    "泰州市人民政府办公室关于减免房租的通知\n"
    "各市（区）人民政府：\n为帮助中小企业渡过难关，经市政府同意，现就减免中小企业房租有关事项通知如下：\n"
    "一、减免中小企业房租\n承租国有房产从事经营的，免收三个月租金，由市国资委会同市财政局落实。\n"
    "二、延期缴纳水费\n缴费有困难的，可延期六个月。",
}


def test_a_district_answers_for_its_city(assistant: Assistant) -> None:
    answer = assistant.ask("泰州市海陵区企业如何预约办理开办手续？")
    assert not answer.refused
    assert "银杏云平台" in answer.text


def test_the_text_under_a_heading_answers_rather_than_the_preamble(assistant: Assistant) -> None:
    answer = assistant.ask("泰州市如何减免中小企业房租？")
    first = answer.text.splitlines()[0]
    assert "免收三个月租金" in first  # though its 会同 is a county elsewhere
    assert "有关事项通知如下" not in answer.text
