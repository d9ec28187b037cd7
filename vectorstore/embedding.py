"""How does text become vectors? The one door to tokenizers and sentence-transformers."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from vectorstore.errors import VectorStoreError

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

Matrix = npt.NDArray[np.float32]
SHIPPED_MODEL = Path(__file__).with_name("models") / "static-zh"

_STATIC_MODULES = {"StaticEmbedding", "Normalize"}
_UNKNOWN_TOKENS = ("[UNK]", "<unk>")
_SAMPLED_BYTES = 1 << 20
_FEW = 4  # texts that are encoded sooner than threads for them are woken
_MANY = 100  # texts in one call: somebody is filling a store


class EmbedderError(VectorStoreError):
    """An embedding model cannot be opened."""


@runtime_checkable
class Embedder(Protocol):
    """Turns texts into vectors; queries and documents are told apart, for some models prompt them.

    `name` identifies model and version: vectors of different names are never compared. Both methods return
    float32 (n, dimension); each row has unit length, or is all zero where the text says nothing to the model.
    """

    @property
    def name(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    def embed_documents(self, texts: Sequence[str]) -> Matrix: ...

    def embed_queries(self, texts: Sequence[str]) -> Matrix: ...


def open_embedder(spec: str = "", *, allow_download: bool = False) -> Embedder:
    """The embedder `spec` asks for: "" is the shipped model, else a sentence-transformers folder or hub name.

    A folder that holds nothing but a static embedding is read without torch. `allow_download` lets a hub name
    be fetched; otherwise it must already be on this machine.

    Raises: EmbedderError if the model is missing, damaged, or needs the extra that is not installed.
    """
    folder = Path(spec).expanduser() if spec else SHIPPED_MODEL
    if not spec:
        return _shipped_embedder()
    if is_static_model(folder):
        return StaticEmbedder(folder)
    return SentenceTransformerEmbedder(folder if folder.is_dir() else spec, allow_download=allow_download)


@lru_cache(maxsize=1)
def _shipped_embedder() -> StaticEmbedder:
    """Read once: the search and the chooser share its 15 MB."""
    return StaticEmbedder(SHIPPED_MODEL)


def is_static_model(folder: str | Path) -> bool:
    """True when `folder` is a sentence-transformers model of token vectors only, without prompts."""
    modules = _read_json(Path(folder) / "modules.json", default=[])
    prompts = _read_json(Path(folder) / "config_sentence_transformers.json", default={}).get("prompts") or {}
    kinds = [str(module["type"]).rpartition(".")[2] for module in modules]
    return kinds[:1] == ["StaticEmbedding"] and set(kinds) <= _STATIC_MODULES and not any(prompts.values())


class StaticEmbedder:
    """Token vectors averaged and normalised: sentence-transformers' StaticEmbedding without torch.

    Reads the folder sentence-transformers saves (tokenizer.json, model.safetensors). A text in which the
    tokenizer knows nothing becomes the zero vector, so that two unreadable texts are never neighbours.

    Raises: EmbedderError if the folder is incomplete or damaged.
    """

    def __init__(self, folder: str | Path) -> None:
        root = _module_folder(Path(folder))
        self._tokenizer = _read_tokenizer(root / "tokenizer.json")
        self._rows = _read_rows(root / "model.safetensors")
        self._unknown = _unknown_id(self._tokenizer)
        self.name = f"{Path(folder).resolve().name}@{_digest(root)}"

    @property
    def dimension(self) -> int:
        return int(self._rows.shape[1])

    def embed_documents(self, texts: Sequence[str]) -> Matrix:
        return self._embed(texts, rows=self._rows if len(texts) < _MANY else self._wide_rows)

    def embed_queries(self, texts: Sequence[str]) -> Matrix:
        return self._embed(texts, rows=self._rows)

    @cached_property
    def _wide_rows(self) -> Matrix:
        """The rows at full width: twice the memory, and twice as fast for who embeds a collection."""
        return self._rows.astype(np.float32)

    def _embed(self, texts: Sequence[str], *, rows: npt.NDArray[np.floating[Any]]) -> Matrix:
        sums: Matrix = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, encoding in zip(sums, self._encodings([*map(_encodable, texts)]), strict=True):
            tokens = encoding.ids  # a new list each time it is asked for
            if len(tokens) == 1:  # a word
                if tokens[0] != self._unknown:
                    row[:] = rows[tokens[0]]
                continue
            # Counting first keeps memory bounded by the vocabulary, however long the text is.
            ids, counts = np.unique(np.asarray(tokens, dtype=np.int64), return_counts=True)
            if ids.size and not (ids.size == 1 and ids[0] == self._unknown):
                row[:] = counts.astype(np.float32) @ rows[ids].astype(np.float32, copy=False)
        return _unit(sums)

    def _encodings(self, texts: Sequence[str]) -> Sequence[Encoding]:
        if len(texts) <= _FEW:
            return [self._tokenizer.encode(text, add_special_tokens=False) for text in texts]
        return self._tokenizer.encode_batch_fast(texts, add_special_tokens=False)


class SentenceTransformerEmbedder:
    """Any sentence-transformers model, with its own prompts for queries and documents.

    Torch is imported on construction. Without `allow_download` nothing is looked up outside this machine.

    Raises: EmbedderError if the extra is not installed or the model is not there.
    """

    def __init__(self, model: str | Path, *, allow_download: bool = False) -> None:
        if not allow_download:
            os.environ["HF_HUB_OFFLINE"] = "1"
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise EmbedderError(
                f"{model}：没有安装 sentence-transformers；请运行 pip install 'zhaoda[st]'"
            ) from error
        try:
            self._model: Any = SentenceTransformer(
                str(model), device="cpu", local_files_only=not allow_download
            )
        except (OSError, ValueError, ImportError) as error:
            cause = str(error).partition("\n")[0]
            raise EmbedderError(
                f"{model}：打不开这个向量模型（{cause}）；请给出本机上的模型文件夹"
            ) from error
        folder = Path(model)
        self.name = f"st:{folder.resolve().name}@{_digest(folder)}" if folder.is_dir() else f"st:{model}"

    @cached_property
    def dimension(self) -> int:
        return int(self._model.encode(["维"], show_progress_bar=False).shape[1])

    def embed_documents(self, texts: Sequence[str]) -> Matrix:
        return self._embed(self._model.encode_document, texts)

    def embed_queries(self, texts: Sequence[str]) -> Matrix:
        return self._embed(self._model.encode_query, texts)

    def _embed(self, encode: Any, texts: Sequence[str]) -> Matrix:
        vectors: Matrix = np.zeros((len(texts), self.dimension), dtype=np.float32)
        said = [i for i, text in enumerate(texts) if text.strip()]
        if said:
            vectors[said] = encode([_encodable(texts[i]) for i in said], show_progress_bar=False)
        return _unit(vectors)


def _encodable(text: str) -> str:
    """`text` without lone surrogates, which no tokenizer accepts."""
    return text if text.isascii() else text.encode("utf-8", "ignore").decode("utf-8")


def _unit(vectors: Matrix) -> Matrix:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Matrix = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return unit


def _module_folder(folder: Path) -> Path:
    """Where the static module's files lie: the folder itself, or the sub-folder modules.json names."""
    if not is_static_model(folder):
        raise EmbedderError(f"{folder}：这里没有静态向量模型（modules.json）；请重新安装招答或改用别的文件夹")
    modules = _read_json(folder / "modules.json", default=[])
    return folder / str(modules[0]["path"])


def _read_json(path: Path, *, default: Any) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return default


def _read_tokenizer(path: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # tokenizers raises bare Exception for a missing or damaged file
        raise EmbedderError(f"{path}：读不了（{error}）；请重新安装这个模型") from error
    tokenizer.no_padding()
    return tokenizer


def _read_rows(path: Path) -> npt.NDArray[np.floating[Any]]:
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        return load_file(path)["embedding.weight"]
    except (OSError, SafetensorError, KeyError, TypeError) as error:  # KeyError, TypeError: a foreign layout
        raise EmbedderError(f"{path}：读不了（{error}）；请重新安装这个模型") from error


def _unknown_id(tokenizer: Tokenizer) -> int | None:
    found = (tokenizer.token_to_id(token) for token in _UNKNOWN_TOKENS)
    return next((number for number in found if number is not None), None)


def _digest(folder: Path) -> str:
    """Twelve hex digits over each file's name, size, first and last mebibyte: tells two trainings apart."""
    digest = hashlib.sha256()
    for path in sorted(
        p for p in folder.rglob("*") if p.is_file() and p.suffix in {".json", ".safetensors", ".bin"}
    ):
        size = path.stat().st_size
        digest.update(f"{path.relative_to(folder).as_posix()}\0{size}\0".encode())
        with path.open("rb") as file:
            digest.update(file.read(_SAMPLED_BYTES))
            file.seek(max(_SAMPLED_BYTES, size - _SAMPLED_BYTES))
            digest.update(file.read(_SAMPLED_BYTES))
    return digest.hexdigest()[:12]
