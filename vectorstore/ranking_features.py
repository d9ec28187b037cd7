"""What speaks for a passage as the place of an answer? Some numbers, each comparable between questions.

BM25 of the passage and of its document, for words and for character pairs; what title, section and opening
share with the question; how much of it stands in one sentence, and beside a thing of the kind asked for; its
numbers; the place asked about; meaning. No number depends on how many passages there are to compare with.

Pairs within a word and pairs that join two (杯冠 of 世界杯冠军, 的票 of 的票房) are weighed apart: the former
tell what a passage is about, both that one sentence says the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from language.answered import answers_to
from vectorstore.joined_text import JoinedText, Places
from vectorstore.place_features import PLACE_NAMES, place_columns
from vectorstore.shortlisted import Averages, QuestionTerms, Text
from vectorstore.term_counts import Cosines, Counts, Numbers, counted, occurrences, there

Flags = npt.NDArray[np.bool_]
_K1, _B = 1.2, 0.75
_MUCH_UNCOVERED = 1 / 3  # of a question; where less stands in no passage, words know better than meaning
NAMES = (
    "words", "pairs", "document_words", "document_pairs", "title_words", "title_pairs", "section_pairs",
    "covered_words", "covered_within", "covered_between", "document_covered_words", "document_covered_within",
    "document_covered_between", "sentence_words", "sentence_within", "sentence_between", "rarest",
    "rarest_in_sentence", "numbers", "numbers_in_sentence", "answer_words", "answer_within", "answer_between",
    "chars", "ordinal", "opening_pairs", *PLACE_NAMES, "cosine_if_uncovered",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class _Weight:
    """Each word's and each pair's share of the question; of the pairs also two columns, the shares of those
    within a word and of those that join two."""

    words: Numbers
    pairs: Numbers
    apart: Numbers


def _weight(question: QuestionTerms, idf: Mapping[str, float]) -> _Weight:
    pairs = _shares([idf[each] for each in question.pairs])
    between = np.array([each in question.between for each in question.pairs], dtype=bool)
    return _Weight(
        words=_shares([idf[each] for each in question.words]),
        pairs=pairs,
        apart=np.column_stack([pairs * ~between, pairs * between]),
    )


def features(
    question: QuestionTerms,
    texts: Sequence[Text],
    *,
    idf: Mapping[str, float],
    averages: Averages,
    cosines: Cosines | None = None,
) -> Numbers:
    """A row for each of `texts`, a column for each of NAMES; `idf` knows every term of `question`, 0 for one
    that stands nowhere."""
    if not texts:
        return np.zeros((0, len(NAMES)))
    bodies = JoinedText([each.body for each in texts])
    at = occurrences(bodies, question)
    body = counted(bodies, at, of=bodies.owner, rows=len(texts), question=question)
    sentence = counted(bodies, at, of=bodies.sentence, rows=len(bodies.sentence_owner), question=question)
    headings = _headings(question, texts)
    weight = _weight(question, idf)
    columns = (
        *_bm25_columns(body, texts=texts, weight=weight, averages=averages),
        *_coverage_columns(body, headings, texts=texts, weight=weight),
        *_sentence_columns(sentence, bodies, weight=weight),
        *_telling_columns(body, sentence, headings, bodies, question=question, idf=idf),
        *_answer_columns(sentence, bodies, question=question, weight=weight),
        *_position_columns(texts, averages=averages),
        _opening_column(question, texts, title=headings[0], weight=weight),
        *place_columns(question.places, texts),
    )
    table = np.stack(columns, axis=1)
    uncovered = 1 - table[:, NAMES.index("covered_words")].max()
    if cosines is None or uncovered <= _MUCH_UNCOVERED:
        return np.column_stack([table, np.zeros(len(texts))])
    return np.column_stack([table, cosines() * uncovered])


def _headings(question: QuestionTerms, texts: Sequence[Text]) -> tuple[Counts, Counts]:
    """What stands in each text's title, and in its section."""
    distinct = list(dict.fromkeys(name for each in texts for name in (each.title, each.section)))
    joined = JoinedText(distinct)
    at = occurrences(joined, question)
    found = counted(joined, at, of=joined.owner, rows=len(distinct), question=question)
    number = {each: place for place, each in enumerate(distinct)}
    titles = np.array([number[each.title] for each in texts])
    sections = np.array([number[each.section] for each in texts])
    return (
        Counts(words=found.words[titles], pairs=found.pairs[titles]),
        Counts(words=found.words[sections], pairs=found.pairs[sections]),
    )


def _shares(worth: Sequence[float]) -> Numbers:
    """`worth` as shares of its sum."""
    values = np.array(worth, dtype=float)
    return values / (values.sum() or 1.0)


def _bm25_columns(
    body: Counts, *, texts: Sequence[Text], weight: _Weight, averages: Averages
) -> tuple[Numbers, ...]:
    owner = np.array([each.document for each in texts])
    chars = np.array([len(each.body) for each in texts]) / averages.passage_chars
    document_chars = np.array([each.document_chars for each in texts]) / averages.document_chars
    return (
        _bm25(body.words, chars) @ weight.words,
        _bm25(body.pairs, chars) @ weight.pairs,
        _bm25(_of_document(body.words, owner), document_chars) @ weight.words,
        _bm25(_of_document(body.pairs, owner), document_chars) @ weight.pairs,
    )


def _of_document(counts: Numbers, owner: Places) -> Numbers:
    """Counts over all given texts of a text's document."""
    summed = np.zeros((int(owner.max()) + 1, counts.shape[1]))
    np.add.at(summed, owner, counts)
    return summed[owner]


def _bm25(counts: Numbers, chars: Numbers) -> Numbers:
    """What each term adds, by Robertson's formula, standing so often in a text of `chars` mean lengths."""
    return counts * (_K1 + 1) / (counts + (_K1 * (1 - _B + _B * chars))[:, None])


def _coverage_columns(
    body: Counts, headings: tuple[Counts, Counts], *, texts: Sequence[Text], weight: _Weight
) -> tuple[Numbers, ...]:
    title, section = headings
    owner = np.array([each.document for each in texts])
    words = there(body.words + title.words + section.words)
    pairs = there(body.pairs + title.pairs + section.pairs)
    return (
        there(title.words) @ weight.words,
        there(title.pairs) @ weight.pairs,
        there(section.pairs) @ weight.pairs,
        words @ weight.words,
        *(pairs @ weight.apart).T,
        there(_of_document(words, owner)) @ weight.words,
        *(there(_of_document(pairs, owner)) @ weight.apart).T,
    )


def _sentence_columns(sentence: Counts, joined: JoinedText, *, weight: _Weight) -> tuple[Numbers, ...]:
    shares = (there(sentence.words) @ weight.words, *(there(sentence.pairs) @ weight.apart).T)
    return tuple(_best(share, joined.sentence_owner) for share in shares)


def _with_one_before(sentence: Counts, owner: Places) -> Counts:
    """Each sentence together with the one before it in its text."""
    goes_on = np.zeros(len(owner), dtype=bool)
    goes_on[1:] = owner[1:] == owner[:-1]

    def joined(counts: Numbers) -> Numbers:
        before = np.zeros_like(counts)
        before[1:] = counts[:-1]
        return counts + before * goes_on[:, None]

    return Counts(words=joined(sentence.words), pairs=joined(sentence.pairs))


def _best(of_sentences: Numbers, owner: Places) -> Numbers:
    """The highest value among each text's sentences."""
    found = np.zeros(int(owner[-1]) + 1)
    np.maximum.at(found, owner, of_sentences)
    return found


def _telling_columns(
    body: Counts, sentence: Counts, headings: tuple[Counts, Counts], joined: JoinedText, *,
    question: QuestionTerms, idf: Mapping[str, float],
) -> tuple[Numbers, ...]:  # fmt: skip
    """How much of the three rarest words, and of the numbers, is there at all and in one sentence."""
    worth = np.array([idf[each] for each in question.words])
    rare = np.zeros(len(worth))
    rare[np.argsort(-worth, kind="stable")[:3]] = 1.0
    held = there(body.words + headings[0].words + headings[1].words)
    columns = []
    for share in (rare / (rare.sum() or 1.0), _numbers(question)):
        columns += [held @ share, _best(there(sentence.words) @ share, joined.sentence_owner)]
    return tuple(columns)


def _numbers(question: QuestionTerms) -> Numbers:
    """Each word's share of the question's numbers; all 0 where it has none."""
    return _shares([float(any(each.isdigit() for each in word)) for word in question.words])


def _answer_columns(
    sentence: Counts, joined: JoinedText, *, question: QuestionTerms, weight: _Weight
) -> tuple[Numbers, ...]:
    """How much of the question stands around what may answer it; 0 for a statement.

    That is a thing of the kind asked for, any sentence where no kind is told, and never one that asks: pages
    repeat a question and tell nothing.
    """
    owner = joined.sentence_owner
    if not question.asks:
        return (np.zeros(int(owner[-1]) + 1),) * 3
    form, two = answers_to(question.text), _with_one_before(sentence, owner)
    told = (there(two.words) @ weight.words, *(there(two.pairs) @ weight.apart).T)
    shares = [share * ~joined.asking for share in told]
    if form is None:
        return tuple(_best(share, owner) for share in shares)
    holds = joined.holding(form, but=question.text)
    return tuple(_best_that(holds, share, owner) for share in shares)


def _best_that(holds: Callable[[int], bool], of_sentences: Numbers, owner: Places) -> Numbers:
    """The highest value among each text's sentences that `holds` is true of, 0 where it is of none; asked of
    as few as may be, the best first, for a pattern takes longer than all else."""
    found = np.zeros(int(owner[-1]) + 1)
    best_first = np.lexsort((-of_sentences, owner))
    for at in best_first[of_sentences[best_first] > 0].tolist():
        if not found[owner[at]] and holds(at):
            found[owner[at]] = of_sentences[at]
    return found


def _position_columns(texts: Sequence[Text], *, averages: Averages) -> tuple[Numbers, ...]:
    ordinal = np.array([each.ordinal for each in texts], dtype=float)
    chars = np.array([len(each.body) for each in texts]) / averages.passage_chars
    return np.log1p(chars), np.log1p(ordinal)


def _opening_column(
    question: QuestionTerms, texts: Sequence[Text], *, title: Counts, weight: _Weight
) -> Numbers:
    """How much of the question stands in the title or in the document's first characters; 0 without these."""
    distinct = list(dict.fromkeys(each.opening for each in texts))
    if distinct == [""]:
        return np.zeros(len(texts))
    joined = JoinedText(distinct)
    found = counted(
        joined, occurrences(joined, question), of=joined.owner, rows=len(distinct), question=question
    )
    number = {each: at for at, each in enumerate(distinct)}
    own = found.pairs[[number[each.opening] for each in texts]]
    share: Numbers = there(own + title.pairs) @ weight.pairs
    return share
