"""How is the shipped static embedding model made, and how good is it?

`train` needs the extra `st` with datasets, accelerate, sentencepiece and protobuf; `reference` needs
the extra `st`; `evaluate` runs on the plain installation.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from language.text import fold
from vectorstore.embedding import Embedder, open_embedder

UNKNOWN = "[UNK]"
# Pieces stay short: long ones ("亿元以上项目") would hide the words that question and passage share.
MAX_PIECE_CHARS = 4
PASSAGE_CHARS = 300
QUERY_CHARS = 120
# Share of self-made pairs whose passage keeps the query's sentence: questions do share words with answers.
KEPT_SENTENCES = 0.3
PAIRS_PER_ARTICLE = 6
# Real questions are few beside self-made pairs.
QUESTION_REPEATS = 3
TOKENIZER_CHARS = 8_000_000
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;\n]*")


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A text somebody might ask, and a passage that should be found for it."""

    query: str
    passage: str


# ---- data


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as file
    ):
        for line in file:
            if line.strip():
                yield json.loads(line)


def question_pairs(paths: Sequence[Path], *, sources: Sequence[str], held_out: frozenset[str]) -> list[Pair]:
    """The pairs whose `src` may train a shipped model, without those asked in a held-out set."""
    allowed = tuple(sources)
    rows = (row for path in paths for row in read_jsonl(path) if str(row["src"]).startswith(allowed))
    return [Pair(query=row["q"], passage=row["p"]) for row in rows if question_key(row["q"]) not in held_out]


def question_key(question: str) -> str:
    return "".join(fold(question).lower().split())


def passages_of(text: str) -> list[list[str]]:
    """Whole sentences grouped into passages of about PASSAGE_CHARS."""
    groups: list[list[str]] = [[]]
    for match in _SENTENCE.finditer(text):
        if sum(map(len, groups[-1])) + len(match[0]) > PASSAGE_CHARS and groups[-1]:
            groups.append([])
        groups[-1].append(match[0])
    return [group for group in groups if group]


def article_pairs(article: dict[str, Any], *, draw: random.Random, with_title: bool) -> Iterator[Pair]:
    """Sentence → rest of its passage (inverse cloze), and title → a passage."""
    passages = [group for group in passages_of(article["text"]) if len(group) > 1]
    if not passages:
        return
    for _ in range(PAIRS_PER_ARTICLE):
        group = draw.choice(passages)
        asked = draw.randrange(len(group))
        query = group[asked].strip()[:QUERY_CHARS]
        keep = draw.random() < KEPT_SENTENCES
        rest = "".join(s for i, s in enumerate(group) if keep or i != asked)
        if len(query) >= 8 and rest.strip():
            yield Pair(query=query, passage=rest)
    title = str(article.get("title") or "").strip()
    if with_title and len(title) >= 6:
        yield Pair(query=title, passage="".join(draw.choice(passages)))


# ---- tokenizer


def tokenizer_texts(
    questions: Sequence[Pair], articles: Sequence[dict[str, Any]], *, draw: random.Random
) -> list[str]:
    """Every question pair and as many articles as TOKENIZER_CHARS allow."""
    texts = [text for pair in questions for text in (pair.query, pair.passage)]
    left = TOKENIZER_CHARS - sum(map(len, texts))
    for article in draw.sample(articles, len(articles)):
        if left <= 0:
            break
        texts.append(article["text"])
        left -= len(article["text"])
    return texts


def train_tokenizer(texts: Iterable[str], *, vocabulary: int) -> Any:
    """A Unigram tokenizer that folds scripts and case itself, so that its folder needs nothing beside it."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Precompiled(folding_charsmap())
    words = r"\p{Han}+|\p{Nd}+|[\p{L}&&[^\p{Han}]]+"
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(words), behavior="removed", invert=True)
    trainer = trainers.UnigramTrainer(
        vocab_size=vocabulary,
        special_tokens=[UNKNOWN],
        unk_token=UNKNOWN,
        max_piece_length=MAX_PIECE_CHARS,
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def _open_tokenizer(path: Path | None) -> Any:
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(path)) if path else None


def folding_charsmap() -> bytes:
    """`language.text.fold` and lower case as the character table a tokenizer.json can hold."""
    import io
    import tempfile

    from sentencepiece import SentencePieceTrainer
    from sentencepiece import sentencepiece_model_pb2 as messages

    characters = [chr(code) for code in (*range(1, 0xD800), *range(0xE000, 0x30000))]
    folded = {c: fold(c).lower() for c in characters if len(fold(c).lower()) == 1}
    with tempfile.TemporaryDirectory() as folder:
        rules = Path(folder) / "rules.tsv"
        rules.write_text("".join(f"{ord(c):X}\t{ord(f):X}\n" for c, f in folded.items() if f != c))
        written = io.BytesIO()
        # sentencepiece compiles the table only while training something.
        SentencePieceTrainer.train(
            sentence_iterator=iter(["天地玄黄宇宙洪荒日月盈昃"] * 50),
            model_writer=written,
            vocab_size=20,
            hard_vocab_limit=False,
            normalization_rule_tsv=str(rules),
            minloglevel=2,
        )
    model = messages.ModelProto()
    model.ParseFromString(written.getvalue())
    return bytes(model.normalizer_spec.precompiled_charsmap)


# ---- model


def initial_rows(tokenizer: Any, texts: Sequence[str], *, dimension: int, seed: int) -> np.ndarray:
    """Random rows scaled by inverse document frequency: rare tokens weigh more from the first step."""
    seen: Counter[int] = Counter()
    for encoding in tokenizer.encode_batch_fast(list(texts), add_special_tokens=False):
        seen.update(set(encoding.ids))
    counts = np.array([seen[i] for i in range(tokenizer.get_vocab_size())], dtype=np.float32)
    idf = np.log((len(texts) + 1) / (counts + 1))
    rows = np.random.default_rng(seed).standard_normal((len(idf), dimension), dtype=np.float32)
    return rows * (idf / idf.mean())[:, None]


def train_model(tokenizer: Any, rows: np.ndarray, pairs: Sequence[Pair], args: argparse.Namespace) -> Any:
    """Contrastive training with in-batch negatives; stops early when `args.max_minutes` are over."""
    import tempfile

    from datasets import Dataset
    from sentence_transformers import (
        SentenceTransformer,
        SentenceTransformerTrainer,
        SentenceTransformerTrainingArguments,
    )
    from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    static = StaticEmbedding(tokenizer, embedding_weights=rows)
    model = SentenceTransformer(modules=[static], device="cpu")
    data = Dataset.from_dict({"query": [p.query for p in pairs], "passage": [p.passage for p in pairs]})
    with tempfile.TemporaryDirectory() as scratch:
        settings = SentenceTransformerTrainingArguments(
            output_dir=scratch,
            num_train_epochs=args.epochs,
            per_device_train_batch_size=args.batch,
            learning_rate=args.learning_rate,
            warmup_steps=20,
            seed=args.seed,
            use_cpu=True,
            save_strategy="no",
            logging_steps=20,
            report_to="none",
            disable_tqdm=True,
            dataloader_drop_last=True,
        )
        loss = MultipleNegativesRankingLoss(model, scale=args.scale)
        trainer = SentenceTransformerTrainer(model=model, args=settings, train_dataset=data, loss=loss)
        trainer.add_callback(_stop_after(args.max_minutes))
        trainer.train()
    return model


def _stop_after(minutes: float) -> Any:
    from transformers import TrainerCallback

    class StopAfter(TrainerCallback):
        def on_train_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:
            self.deadline = time.monotonic() + minutes * 60

        def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
            control.should_training_stop |= time.monotonic() > self.deadline

    return StopAfter()


def save_model(model: Any, out: Path) -> None:
    """Half precision, and the unknown token says nothing; the model card beside it is kept."""
    card = out / "README.md"
    text = card.read_text("utf-8") if card.exists() else ""
    static = model[0]
    static.embedding.weight.data[static.tokenizer.token_to_id(UNKNOWN)] = 0
    model.half().save(str(out), create_model_card=False)
    tokenizer = out / "tokenizer.json"
    compact = json.dumps(json.loads(tokenizer.read_text("utf-8")), ensure_ascii=False, separators=(",", ":"))
    tokenizer.write_text(compact, "utf-8")
    (out / "model.safetensors").chmod(0o644)
    if text:
        card.write_text(text, "utf-8")


def train(args: argparse.Namespace) -> None:
    began = time.monotonic()
    draw = random.Random(args.seed)
    articles = list(read_jsonl(args.corpus))
    asked = [row for path in args.hold_out for row in read_jsonl(path)]
    held_out = frozenset(question_key(row["question"]) for row in asked)
    held_out_titles = {row_id for row in asked for row_id in row.get("gold_doc_ids", ())}
    questions = question_pairs(args.pairs, sources=args.sources, held_out=held_out)
    made = [
        pair
        for article in articles
        for pair in article_pairs(article, draw=draw, with_title=article["id"] not in held_out_titles)
    ]
    print(f"{len(questions)} question pairs, {len(made)} made from {len(articles)} articles", flush=True)
    texts = tokenizer_texts(questions, articles, draw=draw)
    tokenizer = _open_tokenizer(args.tokenizer) or train_tokenizer(texts, vocabulary=args.vocabulary)
    print(f"{tokenizer.get_vocab_size()} pieces after {time.monotonic() - began:.0f} s", flush=True)
    rows = initial_rows(tokenizer, [p.passage for p in made], dimension=args.dimension, seed=args.seed)
    model = train_model(tokenizer, rows, made + questions * QUESTION_REPEATS, args)
    save_model(model, args.out)
    print(f"{args.out} written after {time.monotonic() - began:.0f} s")


# ---- reference vectors


def reference(args: argparse.Namespace) -> None:
    """Keep what sentence-transformers computes for our own sentences, for the test of identical vectors."""
    from sentence_transformers import SentenceTransformer

    texts = json.loads(args.texts.read_text("utf-8"))
    texts = texts["texts"] if isinstance(texts, dict) else texts
    model = SentenceTransformer(str(args.model), device="cpu", local_files_only=True)
    vectors = model.encode(texts, show_progress_bar=False).astype(np.float32)
    rounded = [[round(float(x), 5) for x in vector] for vector in vectors]
    args.out.write_text(json.dumps({"texts": texts, "vectors": rounded}, ensure_ascii=False) + "\n", "utf-8")


# ---- evaluation


def evaluate(args: argparse.Namespace) -> None:
    """Dense retrieval alone: passages of about 300 characters, a document scores as its best passage."""
    embedder = open_embedder(str(args.model) if args.model else "")
    documents = [row for path in args.corpus for row in read_jsonl(path)]
    owners, vectors = _embed_corpus(embedder, documents)
    starts = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]])
    kinds: dict[str, list[dict[str, Any]]] = {}
    for row in read_jsonl(args.questions):
        if row.get("gold_doc_ids") and row.get("specific", True):
            kinds.setdefault(row.get("kind", "all"), []).append(row)
    identifiers = [documents[i]["id"] for i in owners[starts]]
    for kind, rows in sorted(kinds.items()):
        scores = np.maximum.reduceat(
            embedder.embed_queries([r["question"] for r in rows]) @ vectors.T, starts, axis=1
        )
        ranks = [
            _first_rank(s, row["gold_doc_ids"], identifiers) for s, row in zip(scores, rows, strict=True)
        ]
        hits = [float(np.mean([rank <= k for rank in ranks])) for k in (1, 5)]
        reciprocal = float(np.mean([1 / rank if rank <= 10 else 0 for rank in ranks]))
        print(f"{kind:16} hit@1 {hits[0]:.3f}  hit@5 {hits[1]:.3f}  MRR@10 {reciprocal:.3f}  n={len(rows)}")


def _embed_corpus(embedder: Embedder, documents: Sequence[dict[str, Any]]) -> tuple[np.ndarray, np.ndarray]:
    texts, owners = [], []
    for number, document in enumerate(documents):
        groups = ["".join(group) for group in passages_of(document["text"])] or [document["text"]]
        texts += groups
        owners += [number] * len(groups)
    began = time.perf_counter()
    parts = [embedder.embed_documents(texts[i : i + 1024]) for i in range(0, len(texts), 1024)]
    print(f"{len(texts)} passages, {len(texts) / (time.perf_counter() - began):.0f}/s")
    return np.array(owners), np.concatenate(parts)


def _first_rank(scores: np.ndarray, gold: Sequence[str], identifiers: Sequence[str]) -> int:
    order = np.argsort(-scores, kind="stable")[:10]
    return next((place for place, i in enumerate(order, 1) if identifiers[i] in gold), 1 << 30)


# ---- command line


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("train", help="train a model and save it")
    one.add_argument("--pairs", type=Path, nargs="+", required=True, help="JSONL of q, p, src")
    one.add_argument("--sources", nargs="+", required=True, help="prefixes of `src` that may train the model")
    one.add_argument("--corpus", type=Path, required=True, help="JSONL of id, title, text to make pairs from")
    one.add_argument("--hold-out", type=Path, nargs="*", default=[], help="question files kept out")
    one.add_argument("--out", type=Path, required=True)
    one.add_argument("--tokenizer", type=Path, help="a tokenizer.json to use again instead of training one")
    one.add_argument("--vocabulary", type=int, default=28_000)
    one.add_argument("--dimension", type=int, default=256)
    one.add_argument("--seed", type=int, default=0)
    one.add_argument("--epochs", type=float, default=4)
    one.add_argument("--batch", type=int, default=1024)
    one.add_argument("--learning-rate", type=float, default=0.05)
    one.add_argument("--scale", type=float, default=20.0)
    one.add_argument("--max-minutes", type=float, default=20)
    one.set_defaults(run=train)
    two = commands.add_parser("reference", help="write the vectors sentence-transformers computes")
    two.add_argument("--model", type=Path, required=True)
    two.add_argument("--texts", type=Path, required=True, help="JSON list of texts, or an older reference")
    two.add_argument("--out", type=Path, required=True)
    two.set_defaults(run=reference)
    three = commands.add_parser("evaluate", help="measure retrieval with nothing but the vectors")
    three.add_argument("--model", type=Path, help="a model folder; the shipped one by default")
    three.add_argument("--corpus", type=Path, nargs="+", required=True)
    three.add_argument("--questions", type=Path, required=True)
    three.set_defaults(run=evaluate)
    return parser.parse_args()


if __name__ == "__main__":
    arguments = _arguments()
    arguments.run(arguments)
