"""The sample collection: cases stand on documents, binaries on their sources, and the words are ours."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import chain
from pathlib import Path
from types import ModuleType

import pytest

from eval.cases import Case, read_cases
from eval.matching import holds
from ingest.reading import Request, read_file
from ingest.source import Refused, SourceFile, find, open_file
from vectorstore.document import Document

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "eval" / "samples"
DOCUMENTS = SAMPLES / "documents"
CASES = SAMPLES / "cases.jsonl"
CORPUS = ROOT.parent / "shared" / "corpus"
FORMATS = {".txt", ".md", ".html", ".docx", ".pdf", ".xlsx", ".csv", ".pptx", ".zip", ".jsonl"}
LEDGER_KINDS = (
    "compare", "rank", "top", "sum", "difference", "ratio", "change", "count", "list", "latest", "superseded",
    "target", "incomparable", "missing",
)  # fmt: skip
# What an answer must say in its own words, and so no document holds.
WORDING = {"目标", "口径不同", "资料中没有", "第四", "计划", "够不上", "不是总投资", "废止"}
NUMBER = re.compile(r"\d+(?:\.\d+)?")


# --- reading, by libraries other than our loaders, so that one mistake is not made twice


def docx_text(path: Path) -> str:
    import docx

    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def xlsx_text(path: Path) -> str:
    from openpyxl import load_workbook

    rows = [row for sheet in load_workbook(path).worksheets for row in sheet.iter_rows(values_only=True)]
    return "\n".join("\t".join("" if cell is None else str(cell) for cell in row) for row in rows)


def pptx_text(path: Path) -> str:
    from pptx import Presentation

    shapes = [shape for slide in Presentation(str(path)).slides for shape in slide.shapes]
    texts = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    tables = [shape.table for shape in shapes if shape.has_table]
    return "\n".join([*texts, *(cell.text for table in tables for row in table.rows for cell in row.cells)])


def pdf_text(path: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


READERS = {".docx": docx_text, ".xlsx": xlsx_text, ".pptx": pptx_text, ".pdf": pdf_text}


def texts_of(path: Path) -> dict[str, str]:
    """The texts of one file by the names citations use: members of a .zip, records of a .jsonl."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name).decode() for name in archive.namelist()}
    if path.suffix == ".jsonl":
        records = map(json.loads, path.read_text("utf-8").splitlines())
        return {record["id"]: f"{record['title']}\n{record['text']}" for record in records}
    if reader := READERS.get(path.suffix):
        return {path.name: reader(path)}
    return {path.name: path.read_text("utf-8")}


def sample_files() -> list[Path]:
    return sorted(path for path in DOCUMENTS.iterdir() if path.suffix in FORMATS)


@cache
def sample_texts() -> dict[str, str]:
    return dict(chain.from_iterable(texts_of(path).items() for path in sample_files()))


# --- the collection


def test_every_format_is_in_the_collection() -> None:
    assert {path.suffix for path in sample_files()} == FORMATS
    assert len(sample_texts()) >= 16
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file()) < 2 * 2**20


def test_documents_say_that_they_are_samples() -> None:
    silent = [
        name
        for name, text in sample_texts().items()
        if not re.search("样例|演示|示意", text) and "dx-" not in name
    ]
    assert silent == []


# --- the cases


def all_cases() -> tuple[Case, ...]:
    return read_cases(CASES)


def raw_cases() -> dict[str, dict[str, list[str]]]:
    return {row["id"]: row for row in map(json.loads, CASES.read_text("utf-8").splitlines())}


def evidence_of(case: Case) -> str:
    return "\n".join(sample_texts()[name] for name in case.docs)


def numbers_in(text: str) -> set[Decimal]:
    """The numbers of a text as whole tokens: 4 is not in 44."""
    return {Decimal(number) for number in NUMBER.findall(unicodedata.normalize("NFKC", text))}


ANSWERED = [pytest.param(case, id=case.id) for case in all_cases() if not case.refuse]


def test_there_are_enough_cases_of_every_kind() -> None:
    kinds = Counter(case.kind for case in all_cases())
    assert len(all_cases()) >= 125
    assert kinds["refuse"] >= 18
    assert kinds["followup"] >= 12
    assert all(kinds[kind] >= 5 for kind in LEDGER_KINDS), kinds
    assert sum(kinds[kind] for kind in LEDGER_KINDS) >= 60


def test_every_document_has_a_case() -> None:
    asked = {name for case in all_cases() for name in case.docs}
    plain = set(sample_texts()) - {name for name in sample_texts() if name.startswith("dx-")}
    assert plain - asked == set()


@pytest.mark.parametrize("case", ANSWERED)
def test_evidence_stands_in_a_named_document(case: Case) -> None:
    assert case.docs and case.evidence
    assert set(case.docs) <= set(sample_texts())
    assert all(holds(evidence_of(case), phrase) for phrase in case.evidence)


@pytest.mark.parametrize("case", ANSWERED)
def test_what_must_be_said_is_in_the_documents_or_derived(case: Case) -> None:
    known = numbers_in(evidence_of(case)) | {result for _, result in derivations(case.id)}
    for group in case.must:
        figures = [alternative for alternative in group if NUMBER.search(alternative)]
        if figures:
            assert any(numbers_in(alternative) <= known for alternative in figures) or holds_any(case, group)
        else:
            assert holds_any(case, group) or WORDING & set(group), group


def holds_any(case: Case, group: Iterable[str]) -> bool:
    said = evidence_of(case) + case.question
    return any(holds(said, alternative) for alternative in group)


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in all_cases()])
def test_a_trap_never_forbids_the_right_answer(case: Case) -> None:
    right = [alternative for group in case.must for alternative in group]
    assert not [trap for trap in case.must_not for words in right if holds(words, trap)]


@pytest.mark.parametrize("case_id", [id for id, row in raw_cases().items() if "derived" in row])
def test_derived_numbers_follow_exactly_from_the_documents(case_id: str) -> None:
    case = next(case for case in all_cases() if case.id == case_id)
    known = numbers_in(evidence_of(case)) | numbers_in(case.question)
    known |= {Decimal(100), Decimal(10_000)}  # per cent, 万元 in 亿元
    said = numbers_in("\n".join(chain.from_iterable(case.must)))
    for expression, result in derivations(case_id):
        value = worked(ast.parse(expression, mode="eval").body)
        assert value.quantize(result, ROUND_HALF_UP) == result
        assert numbers_in(expression) <= known
        assert result in said


def derivations(case_id: str) -> list[tuple[str, Decimal]]:
    """The case's `expression = result` lines, taken apart."""
    pairs = [line.split(" = ") for line in raw_cases()[case_id].get("derived", [])]
    return [(expression, Decimal(result)) for expression, result in pairs]


def worked(node: ast.expr) -> Decimal:
    """An expression of + - * / and sum, count, floor, rank (the first among the rest), worked in Decimal."""
    match node:
        case ast.Constant(value=int() | float() as number):
            return Decimal(str(number))
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return worked(left) + worked(right)
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            return worked(left) - worked(right)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return worked(left) * worked(right)
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return worked(left) / worked(right)
        case ast.Call(func=ast.Name(id="sum"), args=args):
            return sum(map(worked, args), Decimal(0))
        case ast.Call(func=ast.Name(id="floor"), args=[whole]):
            return worked(whole) // 1
        case ast.Call(func=ast.Name(id="count"), args=args):
            return Decimal(len(args))
        case ast.Call(func=ast.Name(id="rank"), args=[first, *rest]):
            return Decimal(1 + sum(worked(other) > worked(first) for other in rest))
    raise ValueError(f"no rule for {ast.dump(node)}")


# --- the same evidence through our own loaders


@pytest.fixture(scope="module")
def read_samples() -> dict[str, Document]:
    found = find([DOCUMENTS])
    files = [each for path in found.files for each in open_file(path, sidecars=found.sidecars)]
    assert not found.refused
    return {file.name: read_file(request_of(file)).document for file in files}


def request_of(file: SourceFile | Refused) -> Request:
    assert isinstance(file, SourceFile), file
    return Request(
        document_id=file.name, source=file.source, name=file.name, sha256=file.sha256, kind=file.kind,
        data=file.data, sidecar=file.sidecar, inherited=file.inherited,
    )  # fmt: skip


def quotable(document: Document) -> str:
    spans = [block for block in document.blocks if block.kind != "boilerplate"]
    return "\n".join(document.text[span.start : span.end] for span in spans)


def test_our_loaders_find_the_same_documents(read_samples: dict[str, Document]) -> None:
    assert set(read_samples) == set(sample_texts())


@pytest.mark.parametrize("case", ANSWERED)
def test_our_loaders_keep_the_evidence(case: Case, read_samples: dict[str, Document]) -> None:
    text = "\n".join(quotable(read_samples[name]) for name in case.docs)
    assert [phrase for phrase in case.evidence if not holds(text, phrase)] == []


@pytest.mark.parametrize(
    ("name", "published", "basis"),
    [
        pytest.param("青岛2024年招商年报摘编.md", "2025-03-03", "stated", id="front matter"),
        pytest.param("宁波季度招商数据表.csv", "2025-07-15", "stated", id="sidecar"),
        pytest.param("胶州上半年招商小结.html", "2023-08-03", "stated", id="HTML meta"),
        pytest.param("dx-2025-0708", "2025-07-08", "stated", id="record of a .jsonl"),
        pytest.param("区市一季度招商观察.txt", "2025-04-18", "stated", id="masthead"),
        pytest.param("蓝湾生物开工侧记.txt", "2025-02-21", "stated", id="member of a .zip"),
        pytest.param("产业链调度会侧记.txt", "2023", "inferred", id="undated, inferred"),
    ],
)
def test_our_loaders_date_the_samples(
    name: str, published: str, basis: str, read_samples: dict[str, Document]
) -> None:
    document = read_samples[name]
    assert document.published.startswith(published)
    assert document.published_basis == basis


# --- the sources


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    pytest.importorskip("reportlab")
    spec = importlib.util.spec_from_file_location("build_samples", ROOT / "tools" / "build_samples.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rebuilt(builder: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    written: list[Path] = builder.build(SAMPLES / "source", into=tmp_path_factory.mktemp("samples"))
    return written


def test_the_committed_binaries_say_what_their_sources_say(rebuilt: list[Path]) -> None:
    assert {path.suffix for path in rebuilt} == {".docx", ".xlsx", ".pptx", ".pdf", ".zip"}
    for path in rebuilt:
        assert texts_of(path) == texts_of(DOCUMENTS / path.name), f"{path.name}: run tools/build_samples.py"


def test_the_same_sources_give_the_same_bytes(
    builder: ModuleType, rebuilt: list[Path], tmp_path: Path
) -> None:
    again = builder.build(SAMPLES / "source", into=tmp_path)
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in rebuilt]


# --- whose words they are

NAMES = (
    "歌尔整机和光学模组", "时代电服（青岛）科技有限公司", "上合风电装备产业园", "瑞幸咖啡创新生产中心",
    "齐鲁前海基金", "跨国公司领导人青岛峰会", "跨国公司在华机构", "“10+1”创新型产业体系",
    "生物医药及医疗器械",
    "亿元以上项目", "过亿元产业项目", "新一代信息技术", "西海岸新区",
)  # fmt: skip
FIGURE = re.compile(r"\d[\d.]*(?:余|多)?(?:亿元|万元|亿美元|%|个|家|项|座|台|次)?")
RUN = 12


def runs(text: str) -> set[str]:
    """Every run of twelve characters that holds no name and no figure; width and punctuation do not count."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    for name in NAMES:
        plain = plain.replace(unicodedata.normalize("NFKC", name), "\0")
    words = re.sub(r"[^\w\0]|_", "", FIGURE.sub("\0", plain))
    return {
        piece[n : n + RUN] for piece in re.split("\0+", words) for n in range(max(0, len(piece) - RUN + 1))
    }


def test_runs_see_a_copied_sentence() -> None:
    theirs, ours = "招商引资不是“独奏曲”，而是“协奏曲”。", "有人说招商引资不是独奏曲而是协奏曲，签约34个"
    assert runs(theirs) & runs(ours)
    assert not runs("一季度签约亿元以上项目34个，总投资152.66亿元") & runs("该区亿元以上项目34个")


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the maintainers' corpus is not beside the checkout")
def test_no_sentence_comes_from_the_corpus() -> None:
    theirs = set(chain.from_iterable(runs(path.read_text("utf-8")) for path in CORPUS.rglob("*.txt")))
    ours = {**sample_texts(), **{case.id: case.question for case in all_cases()}}
    copied = {name: shared for name, text in ours.items() if (shared := runs(text) & theirs)}
    assert copied == {}
