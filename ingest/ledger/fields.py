"""Of which field are the projects that a sentence counts behind one: 化工领域落地甲公司等172个项目?"""

from __future__ import annotations

import re

from ingest.ledger.cast import Cast
from language.quantity import Quantity

_FIELD = re.compile(
    r"(?:^|(?<=[,;]))(?P<field>[一-鿿]{2,10}?(?:(?=领域)|业))(?:领域)?"
    r"(?=(?:新)?(?:引进|落地|签约|招引|汇聚|集聚|落户)[^,;。\d]{1,20}等\d+个(?:重[点大]|优质)?项目)"
)
_OF_THEM = re.compile(r"(?:引进|落地|签约|招引)?[^,;。]{0,12}(?:项目|总?投资|签约额)")


def metric_of_field(metric: str, quantity: Quantity, cast: Cast) -> str:
    """绿色化工项目 and 绿色化工总投资 of what stands behind 绿色化工领域; the metric itself elsewhere."""
    since = cast.text.rfind(";", 0, quantity.start) + 1
    told = _FIELD.search(cast.text, since, quantity.end + 8)
    if told is None or told.end() > quantity.start or told["field"] in metric:
        return metric
    if not _OF_THEM.fullmatch(metric) or quantity.kind not in ("count", "money"):
        return metric
    return f"{told['field']}{'项目' if quantity.kind == 'count' else '总投资'}"
