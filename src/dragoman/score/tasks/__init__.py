"""The scoring tasks by name; a new task is one module here and its name in this file."""

from dragoman.score.task import Task
from dragoman.score.tasks import actors, sentences, stories

TASKS: dict[str, Task] = {module.TASK.name: module.TASK for module in (actors, sentences, stories)}
"""Every task by name, sorted."""

__all__ = ["TASKS"]
