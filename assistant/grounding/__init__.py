"""Is every figure of an answer in the evidence it cites, and what is left without those that are not?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from assistant.evidence import Evidence
from assistant.grounding.check import Fault as Fault
from assistant.grounding.check import FaultKind as FaultKind
from assistant.grounding.check import Grounds
from assistant.grounding.repair import repaired


def check(
    text: str, evidence: Mapping[int, Evidence], *, derived: Collection[Decimal] = ()
) -> tuple[Fault, ...]:
    """The faults of a Markdown answer, in its order; () if all of it is grounded.

    Every figure is looked up in the evidence its own sentence or table row cites: value and unit, and the
    place, project and period the answer gives it. `derived` are values our own code computed; they need no
    quote where they are counts or stand in an expression.
    """
    return tuple(Grounds(text, evidence, derived=derived).faults())


def repair(
    text: str, evidence: Mapping[int, Evidence], *, derived: Collection[Decimal] = ()
) -> tuple[str, tuple[Fault, ...]]:
    """The answer with every fault corrected or taken out, and the faults it had; "" if nothing is left.

    A wrong amount is replaced only where measure, subject and period of the answer name one ledger row of
    the evidence it cites; a target told as a fact is called one. Else the clause, sentence or table row goes.
    What is returned has no fault and is whole Markdown.
    """
    return repaired(text, evidence, derived=derived)
