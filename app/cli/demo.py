"""``demo``."""

from app.cli.arguments import Commands


def add(commands: Commands) -> None:
    """Declare the command."""
