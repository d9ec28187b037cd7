"""Every embedder keeps one contract; the shipped one computes what sentence-transformers computes."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from fakes_embedding import BigramEmbedder

from vectorstore.embedding import (
    SHIPPED_MODEL,
    Embedder,
    EmbedderError,
    SentenceTransformerEmbedder,
    StaticEmbedder,
    is_static_model,
    open_embedder,
)

REFERENCE = json.loads((Path(__file__).parent / "data" / "embedding_reference.json").read_text("utf-8"))
HAS_SENTENCE_TRANSFORMERS = importlib.util.find_spec("sentence_transformers") is not None
needs_sentence_transformers = pytest.mark.skipif(
    not HAS_SENTENCE_TRANSFORMERS, reason="the extra st is not installed"
)
QUESTION = "一季度签约了多少个亿元以上项目"
ON_TOPIC = "今年一季度，全区签约亿元以上项目23个，总投资156亿元。"
OFF_TOPIC = "周末阴有小雨，海上能见度较差，请市民注意出行安全。"

EMBEDDERS = [
    pytest.param(open_embedder, id="shipped"),
    pytest.param(BigramEmbedder, id="fake"),
    pytest.param(
        lambda: SentenceTransformerEmbedder(SHIPPED_MODEL),
        id="sentence-transformers",
        marks=[needs_sentence_transformers, pytest.mark.filterwarnings("ignore")],
    ),
]


@pytest.fixture(params=EMBEDDERS)
def embedder(request: pytest.FixtureRequest) -> Embedder:
    make: Callable[[], Embedder] = request.param
    return make()


# ---- the contract, for every embedder


def test_rows_are_float32_and_of_unit_length(embedder: Embedder) -> None:
    for embed in (embedder.embed_documents, embedder.embed_queries):
        vectors = embed([ON_TOPIC, OFF_TOPIC, QUESTION])
        assert vectors.dtype == np.float32
        assert vectors.shape == (3, embedder.dimension)
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_it_satisfies_the_protocol_and_has_a_name(embedder: Embedder) -> None:
    assert isinstance(embedder, Embedder)
    assert embedder.name


@pytest.mark.parametrize("text", ["", "   ", "\n\t"], ids=["empty", "blanks", "newline"])
def test_text_that_says_nothing_is_the_zero_vector(embedder: Embedder, text: str) -> None:
    vectors = embedder.embed_documents([ON_TOPIC, text])
    assert not vectors[1].any()
    assert vectors[0].any()
    assert not embedder.embed_queries([text]).any()


def test_no_texts_give_no_rows(embedder: Embedder) -> None:
    assert embedder.embed_documents([]).shape == (0, embedder.dimension)
    assert embedder.embed_queries([]).shape == (0, embedder.dimension)


def test_a_question_is_nearer_to_its_answer_than_to_the_weather(embedder: Embedder) -> None:
    near, far = embedder.embed_documents([ON_TOPIC, OFF_TOPIC]) @ embedder.embed_queries([QUESTION])[0]
    assert near > far + 0.2


def test_a_text_has_the_same_vector_alone_and_in_company(embedder: Embedder) -> None:
    together = embedder.embed_documents([OFF_TOPIC, ON_TOPIC, QUESTION])
    alone = embedder.embed_documents([ON_TOPIC])
    assert together[1] == pytest.approx(alone[0], abs=1e-6)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        pytest.param("青島市即墨區招商引資專案", "青岛市即墨区招商引资专案", id="traditional"),
        pytest.param("总投资１５６亿元", "总投资156亿元", id="full-width"),
        pytest.param("ＬＮＧ与Ai芯片", "lng与AI芯片", id="case"),
    ],
)
def test_script_width_and_case_make_no_difference(embedder: Embedder, written: str, plain: str) -> None:
    first, second = embedder.embed_queries([written, plain])
    assert first @ second == pytest.approx(1, abs=1e-5)


def test_a_broken_surrogate_is_no_reason_to_fail(embedder: Embedder) -> None:
    if isinstance(embedder, BigramEmbedder):
        pytest.skip("hashes code units of whole characters only")
    whole, broken = embedder.embed_documents(["重点项目", "重点\ud800项目"])
    assert whole @ broken == pytest.approx(1, abs=1e-5)


# ---- the shipped model


def test_reader_computes_what_sentence_transformers_computed() -> None:
    ours = open_embedder().embed_documents(REFERENCE["texts"])
    theirs = np.array(REFERENCE["vectors"], dtype=np.float32)
    theirs /= np.linalg.norm(theirs, axis=1, keepdims=True)
    cosines = np.sum(ours * theirs, axis=1)
    assert len(cosines) >= 20
    assert cosines.min() >= 0.99999


@needs_sentence_transformers
@pytest.mark.filterwarnings("ignore")
def test_live_sentence_transformers_gives_identical_vectors() -> None:
    live, ours = SentenceTransformerEmbedder(SHIPPED_MODEL), StaticEmbedder(SHIPPED_MODEL)
    texts = [*REFERENCE["texts"], ON_TOPIC * 20, "\u0378", "𠮷野家", "e\u0301cole №5"]
    expected = live.embed_documents(texts)
    vectors = ours.embed_documents(texts)
    assert (expected.any(axis=1) == vectors.any(axis=1)).all()
    said = expected.any(axis=1)
    assert np.sum(expected[said] * vectors[said], axis=1).min() >= 0.99999


@pytest.mark.parametrize(
    "text", ["\U000f0000\U000f0001", "\u2603", "。，！"], ids=["private", "symbol", "marks"]
)
def test_text_of_unknown_characters_is_the_zero_vector(text: str) -> None:
    assert not open_embedder().embed_queries([text]).any()


def test_unknown_characters_do_not_move_a_text() -> None:
    plain, strewn = open_embedder().embed_queries(["重点项目签约", "重点项目\u2603签约\u2603"])
    assert plain @ strewn == pytest.approx(1, abs=1e-6)


def test_a_text_of_a_million_characters_is_embedded() -> None:
    short, long = open_embedder().embed_documents([ON_TOPIC, ON_TOPIC * 30_000])
    assert short @ long == pytest.approx(1, abs=1e-4)


def test_shipped_files_stay_small() -> None:
    sizes = [path.stat().st_size for path in SHIPPED_MODEL.rglob("*") if path.is_file()]
    assert sum(sizes) < 16 << 20


def test_opening_the_shipped_model_imports_no_torch_and_is_quick() -> None:
    script = (
        "import sys, time; from vectorstore.embedding import open_embedder;"
        "open_embedder().embed_queries(['项目']);"
        "print(len({'torch', 'transformers', 'sentence_transformers', 'chromadb'} & set(sys.modules)));"
        "print(time.process_time())"
    )
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True
    )
    heavy, seconds = done.stdout.split()
    assert int(heavy) == 0
    assert float(seconds) < 1  # 0.2 on an idle machine


# ---- which embedder is opened, and what happens when it cannot be


def test_name_follows_the_weights(tmp_path: Path) -> None:
    copy = tmp_path / SHIPPED_MODEL.name
    shutil.copytree(SHIPPED_MODEL, copy)
    assert open_embedder(str(copy)).name == open_embedder().name
    weights = bytearray((copy / "model.safetensors").read_bytes())
    weights[-1] ^= 0x40
    (copy / "model.safetensors").write_bytes(weights)
    assert open_embedder(str(copy)).name != open_embedder().name


def test_a_static_folder_is_read_without_torch(tmp_path: Path) -> None:
    copy = tmp_path / "mine"
    shutil.copytree(SHIPPED_MODEL, copy)
    assert isinstance(open_embedder(str(copy)), StaticEmbedder)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        pytest.param("modules.json", "not json", id="damaged"),
        pytest.param("modules.json", "[]", id="empty"),
        pytest.param(
            "modules.json",
            '[{"path": "", "type": "sentence_transformers.models.Transformer"}]',
            id="transformer",
        ),
        pytest.param(
            "config_sentence_transformers.json", '{"prompts": {"query": "查询："}}', id="with prompts"
        ),
    ],
)
def test_other_folders_are_not_static(tmp_path: Path, file: str, content: str) -> None:
    copy = tmp_path / "mine"
    shutil.copytree(SHIPPED_MODEL, copy)
    assert is_static_model(copy)
    (copy / file).write_text(content, "utf-8")
    assert not is_static_model(copy)
    with pytest.raises(EmbedderError, match="静态向量模型"):
        StaticEmbedder(copy)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        pytest.param("model.safetensors", b"cut short", id="damaged weights"),
        pytest.param("model.safetensors", None, id="no weights"),
        pytest.param("tokenizer.json", b"{}", id="damaged tokenizer"),
        pytest.param("tokenizer.json", None, id="no tokenizer"),
    ],
)
def test_a_damaged_model_names_its_file(tmp_path: Path, file: str, content: bytes | None) -> None:
    copy = tmp_path / "mine"
    shutil.copytree(SHIPPED_MODEL, copy)
    (copy / file).unlink()
    if content is not None:
        (copy / file).write_bytes(content)
    with pytest.raises(EmbedderError, match=file):
        open_embedder(str(copy))


@pytest.mark.skipif(HAS_SENTENCE_TRANSFORMERS, reason="the extra st is installed")
def test_a_missing_extra_is_named() -> None:
    with pytest.raises(EmbedderError, match=r"pip install 'zhaoda\[st\]'"):
        open_embedder("some/model")


@needs_sentence_transformers
@pytest.mark.filterwarnings("ignore")
def test_an_absent_model_is_not_looked_up_outside() -> None:
    with pytest.raises(EmbedderError, match="no-such-owner/no-such-model"):
        open_embedder("no-such-owner/no-such-model")


@needs_sentence_transformers
@pytest.mark.filterwarnings("ignore")
def test_prompts_of_a_model_tell_queries_from_documents(tmp_path: Path) -> None:
    prompted = tmp_path / "prompted"
    shutil.copytree(SHIPPED_MODEL, prompted)
    settings = json.loads((prompted / "config_sentence_transformers.json").read_text("utf-8"))
    settings["prompts"] = {"query": "查询：", "document": ""}
    (prompted / "config_sentence_transformers.json").write_text(json.dumps(settings), "utf-8")
    embedder, plain = open_embedder(str(prompted)), open_embedder()
    assert isinstance(embedder, SentenceTransformerEmbedder)
    assert embedder.embed_documents([ON_TOPIC]) == pytest.approx(plain.embed_documents([ON_TOPIC]), abs=1e-3)
    assert embedder.embed_queries(["签约"])[0] @ plain.embed_queries(["签约"])[0] < 0.999
    assert embedder.embed_queries(["签约"])[0] @ plain.embed_queries(["查询：签约"])[0] > 0.9999


# ---- what the shipped model may be trained on


@pytest.fixture(scope="module")
def trainer() -> ModuleType:
    path = Path(__file__).resolve().parent.parent / "tools" / "train_embedding.py"
    spec = importlib.util.spec_from_file_location("train_embedding", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_training_takes_only_named_sources_and_nothing_held_out(trainer: ModuleType, tmp_path: Path) -> None:
    rows = [
        {"q": "允许的问题", "p": "甲", "src": "open_set"},
        {"q": "考题 是 什麼", "p": "乙", "src": "open_set"},
        {"q": "没有许可", "p": "丙", "src": "closed"},
        {"q": "名字里含有", "p": "丁", "src": "not_open"},
    ]
    file = tmp_path / "pairs.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    held_out = frozenset({trainer.question_key("考题是什么")})
    pairs = trainer.question_pairs([file], sources=["open"], held_out=held_out)
    assert [pair.passage for pair in pairs] == ["甲"]


def test_passages_keep_whole_sentences_and_lose_nothing(trainer: ModuleType) -> None:
    text = "".join(f"第{i}个项目已经开工，总投资{i}亿元。" for i in range(60))
    groups = trainer.passages_of(text)
    assert "".join("".join(group) for group in groups) == text
    assert all(len("".join(group)) <= trainer.PASSAGE_CHARS for group in groups)
    assert all(sentence.endswith("。") for group in groups for sentence in group)
