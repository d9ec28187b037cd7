"""Which sentences of a document talk to the machine instead of the reader? Nothing is grounded in those."""

from __future__ import annotations

import re

from language.text import fold

_COMMAND = re.compile(
    r"(?:忽略|无视|忘记|忘掉|不要理会|不要遵守|不必遵守|跳过|覆盖|推翻).{0,12}(?:指令|指示|提示词|提示|规则|设定|系统消息|约束)"
    r"|(?:你|助手|AI助手|机器人)(?:现在|接下来|今后)?(?:必须|应当|应该|只能|只准|务必|要|请|将)[^,。;]{0,8}(?:回答|输出|回复|答复|扮演|声称)"
    r"|(?i:ignore|disregard|forget) (?i:all|any|the|previous|prior|above|your)[\w ]{0,30}"
    r"|(?i:system prompt|you are now|new instructions?)"
    r"|<\|?(?:im_start|im_end|system|assistant|user)\|?>"
)
_GOES_ON = re.compile(r"\s*(?:请|直接|只|一律|并|然后|改为|现在)*(?:回答|输出|回复|答复|告诉|声称|写上|写成)")
_SENTENCE = re.compile(r"[^。！？!?\n]*(?:[。！？!?]+[”’\"'」』)）]*|\n|$)")


def without_commands(text: str) -> str:
    """`text` with its commands to a language model blanked out; same length, so that offsets hold."""
    folded = fold(text)
    if not _COMMAND.search(folded):
        return text
    pieces, commanding = [], False
    for match in _SENTENCE.finditer(text):
        said = folded[match.start() : match.end()]
        commanding = bool(_COMMAND.search(said)) or (commanding and bool(_GOES_ON.match(said)))
        pieces.append(re.sub(r"\S", " ", match.group()) if commanding else match.group())
    return "".join(pieces)
