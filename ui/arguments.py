"""What can be typed after `zhaoda`? The contract's commands, explained in Chinese; standard library only."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from ui import arguments_eval
from ui.errors import UsageError

Options = argparse.Namespace
COMMANDS = {
    "ingest": "ui.commands_ingest",
    "ask": "ui.commands_ask",
    "chat": "ui.commands_chat",
    "figures": "ui.commands_ledger",
    "projects": "ui.commands_ledger",
    "documents": "ui.commands_documents",
    "eval": "ui.commands_eval",
    "doctor": "ui.commands_store",
    "backup": "ui.commands_store",
    "restore": "ui.commands_store",
}
FORMATS = ("table", "jsonl", "csv", "xlsx")
MODALITIES = ("actual", "target", "forecast", "planned_total", "rule")
# argparse words its own errors in English; what an official reads is Chinese.
_CHINESE = (
    (r"^the following arguments are required: (.*)$", r"缺少参数 \1"),
    (r"^unrecognized arguments: (.*)$", r"不认识的参数 \1"),
    (r"^argument (.*): expected .*$", r"参数 \1 后面要有一个值"),
    (r"^argument (.*): invalid choice: (\S+) \(choose from (.*)\)$", r"参数 \1 不能是 \2，可选 \3"),
    (r"^argument (.*): invalid \w+ value: (.*)$", r"参数 \1 的值 \2 不对"),
    (r"^argument (.*): not allowed with argument (.*)$", r"参数 \1 不能和 \2 一起用"),
    (r"^ambiguous option: (.*) could match (.*)$", r"参数 \1 不明确，可能是 \2"),
)


class Parser(argparse.ArgumentParser):
    """argparse in Chinese; raises UsageError instead of leaving the process."""

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings, add_help=False, allow_abbrev=False, formatter_class=_Formatter)  # type: ignore[arg-type]
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        for pattern, chinese in _CHINESE:
            message = re.sub(pattern, chinese, message)
        raise UsageError(f"{message}；用法见 {self.prog} --help")


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26)

    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


def parse(arguments: Sequence[str], *, default_store: Callable[[], Path]) -> Options:
    """The options of one command; `store` is filled in from `default_store` where it was not given.

    Raises:
        UsageError: the line was not understood.
    """
    if bench := arguments_eval.named(arguments):
        line = Parser(prog=f"zhaoda eval {bench}")
        arguments_eval.fill(line, bench=bench)
        return line.parse_args(list(arguments[2:]))  # no store is chosen for it: never the user's own
    options = parser().parse_args(list(arguments))
    if options.store is None:
        options.store = default_store()
    return options


def parser() -> Parser:
    """The whole command line."""
    top = Parser(prog="zhaoda", description="招答：查招商引资资料，每个数字都能点回原文。")
    commands = top.add_subparsers(dest="command", required=True, metavar="命令", title="命令")
    _add_reading(commands)
    _add_asking(commands)
    _add_ledger(commands)
    _add_keeping(commands)
    for command in commands.choices.values():
        command.add_argument("--store", type=Path, metavar="目录", help="资料库目录（默认 $ZHAODA_STORE）")
    return top


def _add_reading(commands: argparse._SubParsersAction[Parser]) -> None:
    ingest = commands.add_parser("ingest", help="把文件、文件夹、压缩包读进资料库")
    ingest.add_argument("paths", nargs="+", type=Path, metavar="路径", help="文件、文件夹、.zip 或 .jsonl")
    ingest.add_argument("--published", metavar="日期", help="文中没有发布日期时用这个，如 2025-04-18")
    ingest.add_argument("--publisher", metavar="单位", help="文中没有发布单位时用这个")
    ingest.add_argument("--level", metavar="级别", help="查阅级别，如 public")
    ingest.add_argument("--format", choices=("text", "jsonl"), default="text", help="结果的写法")
    ingest.add_argument(
        "--extract-with-model", action="store_true", help="另请已配置的大模型补充台账条目，逐条核对后收录"
    )

    documents = commands.add_parser("documents", help="列出、查看、移除资料")
    actions = documents.add_subparsers(dest="action", required=True, metavar="动作", title="动作")
    listing = actions.add_parser("list", help="列出全部资料")
    show = actions.add_parser("show", help="显示一份资料的全文")
    remove = actions.add_parser("remove", help="移除资料")
    show.add_argument("documents", nargs=1, metavar="编号", help="list 给出的编号，或唯一的文件名")
    remove.add_argument("documents", nargs="+", metavar="编号", help="list 给出的编号，或唯一的文件名")
    for action in (listing, show):
        action.add_argument("--format", choices=("table", "jsonl"), default="table", help="结果的写法")
    for action in (
        listing,
        show,
        remove,
    ):  # `documents list --store DIR` as well as `documents --store DIR list`
        action.add_argument(
            "--store", type=Path, metavar="目录", default=argparse.SUPPRESS, help="资料库目录"
        )


def _add_asking(commands: argparse._SubParsersAction[Parser]) -> None:
    ask = commands.add_parser("ask", help="问一个问题，在终端里看答案和出处")
    ask.add_argument("question", metavar="问题")
    ask.add_argument("--json", action="store_true", help="输出一个 JSON 对象")

    chat = commands.add_parser("chat", help="打开问答网页和 HTTP 接口")
    chat.add_argument("--host", default="127.0.0.1", metavar="地址", help="监听地址（默认只有本机能访问）")
    chat.add_argument("--port", type=int, default=7860, metavar="端口", help="监听端口（默认 7860）")

    evaluate = commands.add_parser("eval", help="用一组问题检查答案", epilog=arguments_eval.described())
    evaluate.add_argument("cases", type=Path, metavar="用例.jsonl")
    evaluate.add_argument("--report", type=Path, metavar="目录", help="把报告写到这个目录")
    evaluate.add_argument("--baseline", type=Path, metavar="报告.json", help="与以前的一份报告比较")


def _add_ledger(commands: argparse._SubParsersAction[Parser]) -> None:
    figures = commands.add_parser("figures", help="导出资料里的数字")
    figures.add_argument("--subject", metavar="对象", help="谁的数字，如 即墨区")
    figures.add_argument("--metric", metavar="指标", help="什么数字，如 总投资")
    figures.add_argument("--period", metavar="时期", help="如 2025-Q1、2024")
    figures.add_argument("--modality", choices=MODALITIES, metavar="性质", help="、".join(MODALITIES))

    projects = commands.add_parser("projects", help="导出资料里的项目")
    projects.add_argument("--name", metavar="名称")
    projects.add_argument("--place", metavar="地方", help="项目落在哪里")
    projects.add_argument("--stage", metavar="阶段", help="如 签约、开工/在建、投产/运营")
    projects.add_argument("--min-investment", type=float, metavar="亿元", help="总投资不少于多少亿元")
    for command in (figures, projects):
        command.add_argument("--format", choices=FORMATS, default="table", help="结果的写法")


def _add_keeping(commands: argparse._SubParsersAction[Parser]) -> None:
    doctor = commands.add_parser("doctor", help="检查资料库是否完好")
    doctor.add_argument("--repair", action="store_true", help="从原始记录重建损坏的索引")
    backup = commands.add_parser("backup", help="把资料库备份成一个文件")
    restore = commands.add_parser("restore", help="从备份文件恢复资料库")
    for command in (backup, restore):
        command.add_argument("file", type=Path, metavar="文件")
