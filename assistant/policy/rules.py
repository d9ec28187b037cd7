"""Which grants do the policy papers that a question is about lay down, article by article?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.collection import Collection
from assistant.evidence import Evidence
from assistant.passages.written_table import written_rows
from assistant.question import QuestionFrame
from assistant.versions import (
    Succession,
    asks_for_former,
    asks_for_old,
    is_policy,
    is_titled,
    named,
    succession,
)
from language.amendment import Amendment, amended_title, amendments_in, without_old
from language.bounds import family_of
from language.grant import definitions_in, rules_in
from language.headed import headed_sections
from language.pattern import pattern
from language.place import short_name
from language.provisions import Provisions, provisions_of
from language.rule import Definition, Rule
from language.text import fold
from language.tier_table import row_rule
from language.words import is_known
from vectorstore.document import Document

_SEARCHED = 40
_MOST_PAPERS = 8
_KIND_OF_ZONE, _LEAST_STEM = pattern(r"(?:技术)?(?:产业)?(?:开发|园)?区$"), 3
_SPENT, _SPENT_ON = "投入", ("equipment", "rd")


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A rule of a paper with the article it stands in, its bounds those of its class if it has none."""

    document: Document
    rule: Rule
    label: str
    defined: Definition | None = None
    in_table: bool = False

    @property
    def family(self) -> str:
        """The sort of measure that decides about the grant."""
        measures = [bound.family for bound in self.rule.bounds if bound.family and bound.family != "price"]
        basis = family_of(self.rule.basis)
        if self.defined is not None and basis:
            return basis  # the class of a project does not say by what its broker is paid
        if self.defined is not None and self.rule.step is not None:
            return family_of(self.rule.text)
        if not measures and not basis and self.rule.bounds and "设备" in self.rule.text:
            return "equipment"  # 单台价格100万元以上的设备，按购置价款的10%: what one costs is no size
        return measures[-1] if measures else basis or family_of(self.rule.text)

    @property
    def words(self) -> str:
        """All that is said of the grant."""
        return f"{self.rule.lead}{self.rule.text}{self.rule.award}{self.defined.name if self.defined else ''}"


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A policy paper: its clauses in order, and what holds in its place, if anything does."""

    document: Document
    text: str
    clauses: tuple[Clause, ...] = ()
    superseded: Succession | None = None

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """The clauses of an older paper that this one changes."""
        return amendments_in(self.text)


def papers_for(frame: QuestionFrame, collection: Collection) -> list[Paper]:
    """The papers in force that the search finds for a question, best first; an old one only where it is
    asked for by name. `superseded` tells what became of it."""
    hits = collection.search(frame.query, k=_SEARCHED, documents=frame.within or None)
    found = {hit.document.id: hit.document for hit in hits if is_policy(hit.document)}
    fitting = [each for each in found.values() if fits_place(each, frame, collection)]
    elsewhere = _unlisted_place(frame)  # as a paper may be of one that no table has, its name must be said
    documents = [each for each in fitting if elsewhere in collection.folded(each.id)][:_MOST_PAPERS]
    texts = {each.id: collection.text(each.id) for each in documents}
    papers = []
    for document in documents:
        after = succession(document, documents, text_of=texts)
        if after is None or asks_for_old(frame.text, document):
            text = texts[document.id]
            papers.append(
                Paper(document=document, text=text, clauses=_clauses(document, text), superseded=after)
            )
    asked_old = [paper for paper in papers if paper.superseded is not None]
    if asks_for_former(frame.text):
        return asked_old  # what holds now is no answer
    return asked_old or [_as_amended(paper, papers) for paper in papers]


def _as_amended(paper: Paper, papers: Sequence[Paper]) -> Paper:
    """The paper without the clauses that a later one of `papers` says otherwise."""
    changed = [
        each
        for later in papers
        if later is not paper and is_titled(paper.document, amended_title(later.text))
        for each in later.amendments
        if not each.old or _says(paper, fold(later.text[each.old.start : each.old.end]))
    ]
    gone = {each.article.partition("条")[0] for each in changed}
    kept = tuple(clause for clause in paper.clauses if clause.label.partition("条")[0] not in gone)
    return replace(paper, clauses=kept) if gone else paper


def _says(paper: Paper, words: str) -> bool:
    return words.strip(" 。") in fold(paper.text)


def replaced_by(paper: Paper, frame: QuestionFrame, collection: Collection) -> list[Succession]:
    """The older papers that this one holds in place of, among those the search finds."""
    hits = collection.search(frame.query, k=_SEARCHED)
    documents = {hit.document.id: hit.document for hit in hits if is_policy(hit.document)}
    texts = {paper.document.id: paper.text}
    found = [succession(each, [paper.document], text_of=texts) for each in documents.values()]
    return [each for each in found if each is not None]


def versions_noted(paper: Paper, frame: QuestionFrame, collection: Collection) -> list[str]:
    """One line for each paper that holds in place of this one, or that this one holds in place of; and that
    it is the city's, where one of its districts is asked about."""
    return [*_citys(paper, frame), *_versions(paper, frame, collection)]


def _citys(paper: Paper, frame: QuestionFrame) -> list[str]:
    told = fold(f"{paper.document.title}{paper.document.publisher}{paper.document.number}")
    asked = frame.places[0] if len(frame.places) == 1 else None
    if asked is None or asked.level != "district" or not asked.city or asked.short in told:
        return []
    return [f"所引为{asked.city}的文件，{asked.name}另有规定的除外"] if short_name(asked.city) in told else []


def _versions(paper: Paper, frame: QuestionFrame, collection: Collection) -> list[str]:
    if paper.superseded is not None:
        return [paper.superseded.note]
    if paper.amendments:
        return [f"《{amended_title(paper.text)}》已由{named(paper.document)}修改，以修改后的为准"]
    return [each.note for each in replaced_by(paper, frame, collection)]


def fits_place(document: Document, frame: QuestionFrame, collection: Collection) -> bool:
    if not frame.places:
        return True
    told = fold(f"{document.title}{document.filed_as}{document.publisher}{document.number}")
    about = collection.about(document.id)
    if _is_neighbours(told, about, frame, collection):
        return False
    return any(
        place.name in about
        or place.short in told
        or place.city in about
        or (bool(place.city) and short_name(place.city) in told)  # what a city grants holds in its districts
        or (place.level == "zone" and _names_zone(place.name, told))
        for place in frame.places
    )


def _is_neighbours(told: str, about: Iterable[str], frame: QuestionFrame, collection: Collection) -> bool:
    """Whether a paper is titled after, or about, other districts of a city than the one asked about: what
    海淀区 grants holds in no other district."""
    if len(frame.places) != 1 or frame.places[0].level not in ("district", "zone"):
        return False
    place = frame.places[0]
    if place.name in about or place.short in told:
        return False
    named = {mention.place.name: mention.place for mention in collection.places.find(told)}
    meant = [
        *named.values(),
        *(other for name in about if (other := collection.places.get(name)) is not None),
    ]
    local = {each.name for each in meant if each.city == place.city and each.level == "district"}
    return len(local) == 1 or bool(local & named.keys())


def _unlisted_place(frame: QuestionFrame) -> str:
    """柳湾 of 柳湾区投资6亿元奖多少, which the national table has not; "" for none."""
    if frame.places:
        return ""
    found = ((term, _KIND_OF_PLACE.search(frame.text.partition(term)[2])) for term in frame.terms)
    return next((term for term, kind in found if kind is not None and not is_known(term + kind.group())), "")


_KIND_OF_PLACE = pattern(r"^(?:(?:新|经开|高新|开发)?[区县镇乡](?![域里级长])|街道)")


def _names_zone(name: str, told: str) -> bool:
    """Whether a zone is named, whatever its kind is called: 高新区 is a 高新技术产业园区."""
    stem = _KIND_OF_ZONE.sub("", name)
    return len(stem) > _LEAST_STEM and stem in told


def evidence_of(clause: Clause, paper: Paper, collection: Collection) -> tuple[Evidence, ...]:
    """The sentence that grants, and the one that defines the class it is for."""
    spans = [_sentence(paper.text, clause.rule.start, clause.rule.end)]
    if clause.rule.beside is not None:
        spans.append(_sentence(paper.text, *clause.rule.beside))
    if clause.defined is not None:
        spans.append(_sentence(paper.text, clause.defined.start, clause.defined.end))
    return tuple(collection.evidence_at(paper.document.id, start, end) for start, end in spans)


def passage_evidence(paper: Paper, collection: Collection, *, start: int, end: int) -> Evidence:
    """A span of a paper as evidence, white space at its ends left out."""
    piece = paper.text[start:end]
    start += len(piece) - len(piece.lstrip())
    return collection.evidence_at(paper.document.id, start, start + len(piece.strip()))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened to the stops around it, its own stop included."""
    if "\t" in text[start:end]:
        return start, end
    while start > 0 and text[start - 1] not in "。\n":
        start -= 1
    while end < len(text) and text[end] not in "。\n":
        end += 1
    end += end < len(text) and text[end] == "。"
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


@lru_cache(maxsize=32)
def _clauses(document: Document, text: str) -> tuple[Clause, ...]:
    folded = fold(without_old(text))
    provisions = provisions_of(text)
    definitions = definitions_in(folded)
    found: list[Clause] = []
    for start, end, opening in _stretches(folded, text, provisions):
        items = [(start + m.start(), m.group()) for m in _ITEM_LINE.finditer(folded[start:end]) if m.start()]
        item = ""
        for rule in rules_in(_without_tables(folded[start:end]), start=start):
            # A second tier stands in the item of the first; an item may begin with a heading: 1.支持增资。
            headed = next((mark for at, mark in reversed(items) if at <= rule.start), "")
            item = _item_label(rule.text) or _item_label(headed) or item
            found.append(_clause(document, rule, text, definitions=definitions, within=(opening, item)))
    found += [
        Clause(document=document, rule=rule, label=str(provisions.at(rule.start)) or "分档表", in_table=True)
        for rule in _table_rules(folded)
    ]
    return tuple(found)


def _clause(
    document: Document,
    rule: Rule,
    text: str,
    *,
    definitions: list[Definition],
    within: tuple[str, str],
) -> Clause:
    label = _amended_article(text, rule) or str(provisions_of(text).at(rule.start)) or _within(*within)
    rule = _of_basis(rule)
    defined = next((d for d in definitions if d.name in rule.who and not rule.bounds), None)
    if defined is not None:
        rule = replace(rule, bounds=defined.bounds)
    return Clause(document=document, rule=rule, label=label, defined=defined)


def _of_basis(rule: Rule) -> Rule:
    """投入1000万元以上的，按设备购置额的8%: the 投入 required is that of which the rate is."""
    basis = family_of(rule.basis)
    if basis not in _SPENT_ON or not any(each.measure == _SPENT for each in rule.bounds):
        return rule
    bounds = (replace(each, family=basis) if each.measure == _SPENT else each for each in rule.bounds)
    return replace(rule, bounds=tuple(bounds))


def _amended_article(text: str, rule: Rule) -> str:
    """The article of the older paper that a rule of a notice of revision stands in; "" for any other rule."""
    spans = ((each.article, each.new) for each in amendments_in(text) if each.new is not None)
    return next((at for at, new in spans if rule.start < new.end and new.start < rule.end), "")


def _within(opening: str, item: str) -> str:
    """An item under what its stretch is called: 二、支持落户 第（一）项; alone where that is an item too."""
    if not item or item == opening:
        return opening
    return item if not opening or re.match(r"第[（\d]", opening) else f"{opening}{item[:-1]}项"


_ITEM = pattern(r"[\s*#]*(?P<mark>\([一二三四五六七八九十]+\)|\d{1,2}[.、])")
_ITEM_LINE = pattern(r"(?m)^[ \t*#]*(?:\([一二三四五六七八九十]+\)|\d{1,2}[.、](?!\d))")


def _item_label(text: str) -> str:
    match = _ITEM.match(text)
    return f"第{match['mark'].strip('.、').replace('(', '（').replace(')', '）')}条" if match else ""


def _stretches(text: str, printed: str, provisions: Provisions) -> list[tuple[int, int, str]]:
    """The articles of a paper, its sections or its blocks, each with what it is called where the place in it
    does not say; items go with the line that leads to them. `text` is `printed` folded."""
    if provisions:
        return [(start, end, "") for start, end in provisions.spans]
    if headed := headed_sections(printed):
        return [(each.start, each.end, each.label) for each in headed]
    cuts = [0]
    for match in re.finditer(r"\n\s*\n", text):
        before = text[: match.start()].rstrip()
        if not before.endswith(":") and not re.match(r"\s*(?:\(\d|\d{1,2}[.、])", text[match.end() :]):
            cuts.append(match.end())
    spans = zip(cuts, [*cuts[1:], len(text)], strict=True)
    return [(start, end, _item_label(text[start:end])) for start, end in spans]


def _without_tables(text: str) -> str:
    """The text with its table rows blanked, every character kept in place."""
    return re.sub(r"(?m)^.*\t.*$|^\s*\|.*$", lambda match: " " * len(match.group()), text)


def _table_rules(text: str) -> list[Rule]:
    found = (
        row_rule(row.cells, row.columns, start=row.line.start, end=row.line.start + len(row.printed.rstrip()))
        for row in written_rows(text)
    )
    return [rule for rule in found if rule is not None]
