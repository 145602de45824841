"""`wend warm`: compile the kernels once, so that the first question of a new installation is quick."""

from __future__ import annotations

import click

from wend.cli.speech import said


@click.command(help=said("cli.warm.help"))
def warm() -> None:
    """Compile and cache every kernel."""
    from wend.collect import facade as collect
    from wend.engines import machine
    from wend.maps import facade as maps
    from wend.questions import facade as questions

    machine.warm()
    collect.warm()
    maps.warm()
    questions.warm()
    click.echo(said("cli.warm.done"))
