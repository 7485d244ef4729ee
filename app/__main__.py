"""The way in: makes sure of a Python and an environment, then opens what was asked for.

Nothing outside the standard library is imported here until the environment stands. This file
alone must also be readable by Pythons that are too old, so that they can say so.
"""

import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
# What a shell says of a program that Ctrl+C ended.
STOPPED = 130
ENDED_BY_QT = (
    "JWG Desk was ended by its window library Qt. What you entered is saved. If no window appeared "
    "at all, this screen cannot be used; without one there is: "
    "python3 -m app demo --into ./jwg-demo"
)


def command() -> int:
    """Run the console command ``jwg``."""
    return main(sys.argv[1:])


def window() -> int:
    """Run ``jwg-desk``, which is started from a menu: it opens a window or says why not."""
    first = sys.argv[1] if len(sys.argv) > 1 else None
    if first is not None and first.lower().startswith("jwg:"):
        return main([first])  # a link in Word or a message was followed
    return _open_window(_local(first) if first is not None else None)


def main(arguments: "list[str]") -> int:
    """Do what the arguments ask, in an environment that has the packages.

    Returns:
        The exit code: 0 done, 1 something was found wanting, 2 wrong use.
    """
    if sys.version_info < OLDEST_PYTHON:
        print(old_python_sentence(sys.version_info[:2]), file=sys.stderr)
        return 1
    try:
        return _start(arguments)
    except KeyboardInterrupt:
        print("Stopped, as you asked.", file=sys.stderr)
        return STOPPED


def old_python_sentence(version: "tuple[int, ...]") -> str:
    """Say that this Python is too old, and what to do."""
    return (
        "JWG Desk needs Python 3.11 or newer, and this is Python {}.{}: install a newer one "
        "and start it with that, for instance “python3.11 -m app”."
    ).format(*version)


def _start(arguments: "list[str]") -> int:
    from app import environment, installer

    if environment.stands():
        return _run(arguments)
    testing = arguments[:1] == ["test"]
    try:
        python = environment.make_ready("test" if testing else "run")
    except installer.SetUpError as failure:
        print(failure, file=sys.stderr)
        return 1
    return environment.run_inside(
        python, ["-m", "app", *arguments], if_aborted="" if testing else ENDED_BY_QT
    )


def _run(arguments: "list[str]") -> int:
    first = _local(arguments[0]) if arguments else ""
    if first == "test":
        from app import selftest

        return selftest.run(arguments[1:])
    if not arguments:
        return _open_window_or_tour()
    if len(arguments) == 1 and first.lower().endswith((".jwg", ".jwgx")):
        return _open_window(first)
    if len(arguments) == 1 and first.lower().startswith("jwg:"):
        arguments = ["open", first]
    from app import cli

    return cli.main(arguments)


def _local(first: str) -> str:
    """Return the path of a file that a desktop names by its address."""
    if not first.lower().startswith("file:"):
        return first
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    return url2pathname(urlsplit(first).path)


def _open_window(workspace: "str | None") -> int:
    from app import display

    obstacle = display.window_obstacle()
    if obstacle is not None:
        print("No window can be opened here:", obstacle, file=sys.stderr)
        return 1
    from app import bootstrap

    return bootstrap.run_window(Path(workspace) if workspace else None)


def _open_window_or_tour() -> int:
    from app import display

    obstacle = display.window_obstacle()
    if obstacle is None:
        return _open_window(None)
    print("No usable display here, so no window was opened:", obstacle)
    print("Made instead:", flush=True)
    from app import cli

    return cli.main(["demo", "--into", "./jwg-demo"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
