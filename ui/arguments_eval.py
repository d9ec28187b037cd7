"""What can be typed after `zhaoda eval` instead of a file of cases? One benchmark a name."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

# Each has `run(options) -> int`; `ledger` asks a store, the others take eval.bench.BenchOptions.
BENCHES = {
    "retrieval": ("eval.bench_retrieval", "该找到的文件排在第几"),
    "answers": ("eval.bench_answers", "选出的句子里有没有答案"),
    "refusal": ("eval.bench_refusal", "资料没有的是否拒答"),
    "rewrite": ("eval.bench_rewrite", "省略的追问能否补成完整的问题"),
    "ledger": ("eval.ledger.asking", "台账里的条目用原话问回去，答不答得对"),
}


def named(arguments: Sequence[str]) -> str | None:
    """The benchmark this line asks for, or None; a file of that name is still reached as ./NAME."""
    wanted = arguments[1] if len(arguments) > 1 and arguments[0] == "eval" else ""
    return wanted if wanted in BENCHES else None


def described() -> str:
    """What `zhaoda eval --help` says of them."""
    told = "；".join(f"zhaoda eval {name}（{text}）" for name, (_, text) in BENCHES.items())
    return f"不用写用例的测量：{told}。各自的选项见 --help。"


def fill(parser: argparse.ArgumentParser, *, bench: str) -> None:
    """Add what this benchmark takes."""
    parser.set_defaults(command="eval", bench=bench)
    parser.add_argument("--kind", nargs="+", default=[], metavar="类别", help="只用这些类别的问题")
    parser.add_argument("--run", type=Path, metavar="结果.jsonl", help="把每题的结果写进这个文件")
    if bench == "ledger":
        _fill_for_a_store(parser)
    else:
        _fill_for_a_set(parser, bench=bench)


def _fill_for_a_store(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--store", type=Path, required=True, metavar="目录", help="要问的资料库，只读")
    parser.add_argument(
        "--limit", type=int, default=100, metavar="个数", help="数字、项目、比较、没有的各抽几题（默认 100）"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="数", help="换一个数就换一批题（默认 1）")
    parser.add_argument("--show", action="store_true", help="拒答的也列出来")


def _fill_for_a_set(parser: argparse.ArgumentParser, *, bench: str) -> None:
    parser.add_argument("--questions", type=Path, required=True, metavar="问题.jsonl", help="问题，可为 .gz")
    parser.add_argument(
        "--corpus", type=Path, nargs="+", default=[], metavar="资料.jsonl", help="资料，可为 .gz，可给几个"
    )
    parser.add_argument("--limit", type=int, metavar="个数", help="只用前几个问题")
    parser.add_argument("--untitled", action="store_true", help="不收录资料的标题")
    parser.add_argument("--store", type=Path, metavar="目录", help="建好的资料库留在这里，下次直接用")
    if bench in ("answers", "refusal"):
        parser.add_argument(
            "--given-document", dest="given", action="store_true", help="问题所属的文件直接给出，不检索"
        )
    if bench == "answers":
        parser.add_argument("--noise", type=float, metavar="比例", help="每题给五段，其中这一比例是无关的")
    if bench == "refusal":
        parser.add_argument(
            "--strangers",
            type=Path,
            nargs="+",
            default=[],
            metavar="问题.jsonl",
            help="这批资料答不了的问题，可给几个",
        )
