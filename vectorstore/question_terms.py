"""As which terms is a question asked of the word index, and what does each of them count there?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from language.aliases import other_names
from language.place_standing import places_asked
from language.text import fold
from language.words import STOP_WORDS, parts, query_terms, words
from language.written import digits_of, otherwise
from language.year_parts import is_year_part, without_year_parts, year_parts
from vectorstore.shortlisted import OtherName, QuestionTerms
from vectorstore.term_counts import OTHER_NAME

_QUERY_CHARS = 600  # the rest of a pasted page adds time, not aim
_MOST_TERMS = 120


def terms_asked(query: str) -> QuestionTerms:
    query = query[:_QUERY_CHARS]
    telling, pairs = question_terms(query)
    text = folded(query)
    return QuestionTerms(
        text=text, words=tuple(telling), pairs=tuple(pairs), places=places_asked(fold(query)),
        other_names=tuple(_other_names(text, telling, pairs)), between=_between(query),
    )  # fmt: skip


def _other_names(text: str, words: Sequence[str], pairs: Sequence[str]) -> Iterator[OtherName]:
    for name, others in other_names(text).items():
        meant = tuple(each for each in words if each in name), tuple(each for each in pairs if each in name)
        if any(meant):
            yield from (OtherName(name=other, words=meant[0], pairs=meant[1]) for other in others)


def question_terms(query: str) -> tuple[list[str], list[str]]:
    """The telling words of a question, and its character pairs and lone terms; each once, in order.

    前三季度 is asked for as 1-9月 alone: in a text that writes it so, its characters stand nowhere.
    """
    plain = fold(query)
    rest = without_year_parts(plain)
    said = [each for word in words(rest) for each in (word, *parts(word))]
    said += [*digits_of(rest), *year_parts(plain)]
    telling = [word for word in said if word not in STOP_WORDS and (len(word) > 1 or word.isdigit())]
    pairs = [term for term in query_terms(rest) if _is_pair(term) and term not in STOP_WORDS]
    return list(dict.fromkeys(telling))[:_MOST_TERMS], list(dict.fromkeys(pairs))[:_MOST_TERMS]


def _between(query: str) -> frozenset[str]:
    """The character pairs that join two words of a question and stand in none of them."""
    said = words(without_year_parts(fold(query)))
    within = {word[at : at + 2] for word in said for at in range(len(word) - 1)}
    return frozenset(first[-1] + second[0] for first, second in pairwise(said)) - within


def _is_pair(term: str) -> bool:
    """True for two Chinese characters or one, and for anything of another script, which has no pairs."""
    return len(term) <= 2 or not "一" <= term[0] <= "鿿"


def folded(question: str) -> str:
    """A question as QuestionTerms keeps it."""
    return fold(question).lower()


def index_weights(question: QuestionTerms, idf: dict[str, float]) -> dict[str, float]:
    """What each term counts in the index, in each way it is written; a word that is a pair counts as both,
    and so do months. What is meant by another name counts the less."""
    other = {
        term: OTHER_NAME * (1 + (len(term) == 2))
        for each in question.other_names
        for term in terms_of_name(each.name)
    }
    own = {
        form: float((term in question.words) + (term in question.pairs or is_year_part(term)))
        for term, worth in idf.items()
        if worth
        for form in (*otherwise(term), term)
    }
    return other | own


@lru_cache(maxsize=1 << 10)
def terms_of_name(name: str) -> tuple[str, ...]:
    """The words of a name by which the index knows it: the longer ones, else its pairs."""
    found = dict.fromkeys(query_terms(name))
    return tuple(term for term in found if len(term) > 2) or tuple(found)
