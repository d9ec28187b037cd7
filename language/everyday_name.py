"""How is a place called whose legal name lists peoples? 恩施土家族苗族自治州 is 恩施州 in every paper."""

from __future__ import annotations

import re

# The 55 recognised peoples (State Council of the PRC), those that names of places carry without 族 last.
_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|"
    "柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|"
    "塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_BARE = "蒙古|哈萨克|柯尔克孜|锡伯|塔吉克"
_LEGAL = re.compile(
    rf"(?P<head>.{{2,}}?)(?:(?:{_PEOPLES})族)*(?:(?:{_PEOPLES})族|{_BARE})(?P<kind>自治[州县旗]|区)"
)


def everyday_name(legal: str) -> str:
    """道真仡佬族苗族自治县 → 道真县; any other name, and one of peoples alone (东乡族自治县), as it is."""
    match = _LEGAL.fullmatch(legal)
    return f"{match['head']}{match['kind'][-1]}" if match else legal
