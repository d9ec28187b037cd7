"""What can go wrong when evaluating.

EvalError
├── CasesError     a file of cases cannot be read, or a line of it is no case
├── BaselineError  a report to compare with cannot be read
├── ReportError    a report cannot be written
├── BenchError     a benchmark's collection, questions or store cannot be used
└── LedgerError    a file of ledger rows or gold rows cannot be read
"""

from __future__ import annotations


class EvalError(Exception):
    """Root of this package's errors; the message names the thing, the cause and the next step."""


class CasesError(EvalError):
    """A file of cases cannot be read, or a line of it is no case."""


class BaselineError(EvalError):
    """A report to compare with cannot be read."""


class ReportError(EvalError):
    """A report cannot be written."""


class LedgerError(EvalError):
    """A file of ledger rows or gold rows cannot be read."""


class BenchError(EvalError):
    """A benchmark's collection, questions or store cannot be used."""
