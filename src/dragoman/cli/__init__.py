"""The commands that a person types; one file a command."""

from dragoman.cli.app import main

__all__ = ["main"]
