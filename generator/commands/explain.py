"""explain: say what a code of a report means, or list all codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

import click

from generator.explain import Explanation, explanations
from generator.text.near import nearest


def explain(code: str | None) -> int:
    """Print the explanation of a code, or one line for each; gives the exit code."""
    known = explanations()
    if code is None:
        click.echo("\n".join(_listed(known)))
        return 0
    found = known.get(code.strip("[]").casefold())
    if found is None:
        meant = nearest(code, known)
        advice = f"did you mean `{meant}`?" if meant else "`casebook explain` without a code lists all"
        click.echo(f"there is no code `{code}`\n  help: {advice}", err=True)
        return 2
    click.echo(f"{found.code}: {found.fault}\n\n{found.text}")
    return 0


def _listed(known: Mapping[str, Explanation]) -> Iterator[str]:
    width = max(map(len, known))
    for group, members in groupby(known.values(), key=lambda explanation: explanation.group):
        yield f"{group}:"
        for explanation in members:
            yield f"  {explanation.code:{width}}  {explanation.fault}"
        yield ""
    yield "`casebook explain CODE` tells more about one of them."
