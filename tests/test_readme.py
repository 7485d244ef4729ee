import argparse
import re
from pathlib import Path

import pytest

from app import cli

README = Path(__file__).parent.parent.joinpath("README.md").read_text(encoding="utf-8")


def test_two_commands_are_all_there_is_to_know():
    first_block = re.search(r"```\n(.*?)```", README, re.DOTALL).group(1)
    commands = [line.split("#")[0].strip() for line in first_block.splitlines() if line.strip()]

    assert commands == ["python3 -m app", "python3 -m app test"]


@pytest.mark.parametrize("command", sorted(set(re.findall(r"python3 -m app ([a-z-]+)", README))))
def test_every_command_that_is_named_exists(command):
    assert command in {*_sub_commands(), "test"}


def test_every_command_that_exists_is_named():
    for command in _sub_commands():
        assert f"python3 -m app {command}" in README


def test_every_command_of_the_examples_is_understood():
    parser = cli.build_parser()
    examples = re.findall(r"^python3 -m app ((?!test)[a-z]+ .*?)(?:  +#.*)?$", README, re.MULTILINE)

    assert examples
    for example in examples:
        words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', example)]
        assert parser.parse_args(words)


def test_every_file_that_is_linked_exists():
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)

    assert links
    for link in links:
        assert Path(__file__).parent.parent.joinpath(link).exists(), link


def _sub_commands():
    for action in cli.build_parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return sorted(action.choices)
    raise AssertionError("the command line has no sub-commands")
