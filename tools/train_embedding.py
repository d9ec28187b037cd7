"""How is the shipped static embedding model made?

Needs the extra `st`; `train` needs datasets, accelerate, sentencepiece and protobuf besides.
`tools/evaluate_embedding.py` measures the result.
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

UNKNOWN = "[UNK]"
# Pieces stay short: long ones ("亿元以上项目") would hide the words that question and passage share.
MAX_PIECE_CHARS = 4
PASSAGE_CHARS = 300
QUERY_CHARS = 120
# Share of self-made pairs whose passage keeps the query's sentence: questions do share words with answers.
KEPT_SENTENCES = 0.3
CUT_QUERIES = 0.5
CUT_CHARS = (8, 30)
QUERY_WORDS = (3, 8)
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
    """The objects of a .jsonl or .jsonl.gz file."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


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


def article_pairs(article: dict[str, Any], *, draw: random.Random, tokenizer: Any) -> list[Pair]:
    """Sentence → rest of its passage (inverse cloze), key words → passage, title → a passage."""
    passages = [group for group in passages_of(article["text"]) if len(group) > 1]
    if not passages:
        return []
    pairs = []
    for group in draw.choices(passages, k=PAIRS_PER_ARTICLE):
        pairs.append(sentence_pair(group, draw=draw))
        pairs.append(words_pair("".join(group), draw=draw, tokenizer=tokenizer))
    pairs.append(Pair(query=str(article.get("title") or ""), passage="".join(draw.choice(passages))))
    return [pair for pair in pairs if len(pair.query.strip()) >= 6 and len(pair.passage.strip()) >= 6]


def sentence_pair(group: Sequence[str], *, draw: random.Random) -> Pair:
    """One sentence, half of the time only a stretch of it, for the passage it stands in."""
    asked = draw.randrange(len(group))
    query = group[asked].strip()[:QUERY_CHARS]
    if draw.random() < CUT_QUERIES:
        size = draw.randint(*CUT_CHARS)
        start = draw.randint(0, max(0, len(query) - size))
        query = query[start : start + size]
    keep = draw.random() < KEPT_SENTENCES
    return Pair(query=query, passage="".join(s for i, s in enumerate(group) if keep or i != asked))


def words_pair(passage: str, *, draw: random.Random, tokenizer: Any) -> Pair:
    """A few different words of a passage, as somebody types them into a search box."""
    words = sorted(set(tokenizer.encode(passage, add_special_tokens=False).tokens))
    typed = draw.sample(words, min(len(words), draw.randint(*QUERY_WORDS)))
    return Pair(query=" ".join(typed), passage=passage)


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
    asked = [row for path in args.hold_out for row in read_jsonl(path)]
    held_out = frozenset(question_key(row["question"]) for row in asked)
    wanted = {number for row in asked for number in row.get("gold_doc_ids", ())}
    articles = [article for article in read_jsonl(args.corpus) if article["id"] not in wanted]
    questions = question_pairs(args.pairs, sources=args.sources, held_out=held_out)
    texts = tokenizer_texts(questions, articles, draw=draw)
    tokenizer = _open_tokenizer(args.tokenizer) or train_tokenizer(texts, vocabulary=args.vocabulary)
    print(f"{tokenizer.get_vocab_size()} pieces after {time.monotonic() - began:.0f} s", flush=True)
    made = [pair for row in articles for pair in article_pairs(row, draw=draw, tokenizer=tokenizer)]
    print(f"{len(questions)} question pairs, {len(made)} made from {len(articles)} articles", flush=True)
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


# ---- command line


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("train", help="train a model and save it")
    one.add_argument("--pairs", type=Path, nargs="+", required=True, help="JSONL of q, p, src")
    one.add_argument("--sources", nargs="+", required=True, help="prefixes of `src` that may train the model")
    one.add_argument("--corpus", type=Path, required=True, help="JSONL of id, title, text to make pairs from")
    one.add_argument(
        "--hold-out",
        type=Path,
        nargs="*",
        default=[],
        help="question files: neither their questions nor their documents are trained on",
    )
    one.add_argument("--out", type=Path, required=True)
    one.add_argument("--tokenizer", type=Path, help="a tokenizer.json to use again instead of training one")
    one.add_argument("--vocabulary", type=int, default=28_000)
    one.add_argument("--dimension", type=int, default=256)
    one.add_argument("--seed", type=int, default=0)
    one.add_argument("--epochs", type=float, default=3)
    one.add_argument("--batch", type=int, default=4096)
    one.add_argument("--learning-rate", type=float, default=0.05)
    one.add_argument("--scale", type=float, default=20.0)
    one.add_argument("--max-minutes", type=float, default=20)
    one.set_defaults(run=train)
    two = commands.add_parser("reference", help="write the vectors sentence-transformers computes")
    two.add_argument("--model", type=Path, required=True)
    two.add_argument("--texts", type=Path, required=True, help="JSON list of texts, or an older reference")
    two.add_argument("--out", type=Path, required=True)
    two.set_defaults(run=reference)
    return parser.parse_args()


if __name__ == "__main__":
    arguments = _arguments()
    arguments.run(arguments)
