"""What do `zhaoda figures` and `zhaoda projects` write? The ledger's rows, filtered, as asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import export
from ui.arguments import Options
from ui.rows import Sheet, figures_sheet, original_links, projects_sheet

if TYPE_CHECKING:
    from assistant import Assistant


def run(options: Options) -> int:
    """Write the rows that pass the filters; no row is no error."""
    from assistant import Assistant

    with Assistant.open(options.store) as assistant:
        sheet = (
            _figures(assistant, options) if options.command == "figures" else _projects(assistant, options)
        )
    export.write(sheet, form=options.format)
    return 0


def _figures(assistant: Assistant, options: Options) -> Sheet:
    figures = assistant.figures(
        subject=options.subject, metric=options.metric, period=options.period, modality=options.modality
    )
    return figures_sheet(figures, links=original_links(assistant.documents()))


def _projects(assistant: Assistant, options: Options) -> Sheet:
    projects = assistant.projects(
        name=options.name, place=options.place, stage=options.stage, min_investment=options.min_investment
    )
    return projects_sheet(projects, links=original_links(assistant.documents()))
