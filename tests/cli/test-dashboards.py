#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: test-dashboards.py TOUYAN-CLI SCHEMA FOLDER-OF-DASHBOARDS
"""Dashboards hold against their schema: those of the program, and what it writes. What does not is refused by the
schema, and by the program or told in the place of the card. Prints TAP."""
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

CLI, SCHEMA, FOLDER = sys.argv[1:]
SHIPPED = sorted(pathlib.Path(FOLDER).glob("*.json"))
PEOPLE = {"who": "secretaries"}
FIGURE = {"kind": "figure", "title": "书记", "population": PEOPLE, "figures": "count"}

# Of which the program makes no dashboard.
WHOLES = {
    "no word": lambda board: board.pop("word"),
    "no title": lambda board: board.pop("title"),
    "no cards": lambda board: board.pop("cards"),
    "a word with blanks": lambda board: board.update(word="a b"),
    "a long word": lambda board: board.update(word="x" * 41),
    "a title that is a number": lambda board: board.update(title=5),
    "cards that are none": lambda board: board.update(cards={}),
    "a card that is none": lambda board: board.update(cards=["figure"]),
    "many cards": lambda board: board.update(cards=[FIGURE] * 61),
}
# In whose place it is told what is wrong.
CARDS = {
    "no kind": {"population": PEOPLE, "figures": "count"},
    "an unknown kind": dict(FIGURE, kind="cloud"),
    "a measure that is a number": dict(FIGURE, figures=7),
    "a figure without measure": dict(FIGURE, figures=[{"label": "人数"}]),
    "many figures": dict(FIGURE, figures=["count"] * 21),
    "three dimensions": dict(FIGURE, kind="bar", by=["sex", "township", "age"]),
    "one band": dict(FIGURE, kind="bar", by={"bands": [[0, None]]}),
    "a band of three": dict(FIGURE, kind="bar", by={"bands": [[0, 30, 40], [31, None]]}),
    "people in words": dict(FIGURE, population="书记"),
    "a date that is none": dict(FIGURE, before="2021-13-45-1"),
}


def run(*arguments, fails=False):
    # See test-paper.py.
    environment = dict(os.environ, ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0")
    result = subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True, env=environment, check=False)
    assert (result.returncode != 0) == fails, (arguments, result.returncode, result.stdout, result.stderr)
    return result.stdout + result.stderr


def read(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))


def is_valid(board):
    return VALIDATOR.is_valid(board)


def save(folder, board):
    path = folder / "board.json"
    path.write_text(json.dumps(board), encoding="utf-8")
    return path


def test_schema(_county, _folder):
    jsonschema.Draft7Validator.check_schema(read(SCHEMA))


def test_shipped(_county, _folder):
    assert len(SHIPPED) >= 10, SHIPPED
    for path in SHIPPED:
        VALIDATOR.validate(read(path))
        assert read(path)["word"] == path.stem, path


def test_written(county, folder):
    """What the program writes of one of its own holds, can be read again, and stays the same."""
    for path in SHIPPED[:2]:
        word = path.stem
        text = run("dashboard", county, word, "--definition")
        VALIDATOR.validate(json.loads(text))
        run("dashboard", county, "--save", save(folder, json.loads(text)))
        assert run("dashboard", county, word, "--definition") == text


def test_malformed(county, folder):
    good = {"word": "own", "title": "自定", "cards": [FIGURE]}
    assert is_valid(good)
    before = run("dashboard", county, "--json")
    for name, spoil in WHOLES.items():
        board = copy.deepcopy(good)
        spoil(board)
        assert not is_valid(board), name
        said = run("dashboard", county, "--save", save(folder, board), fails=True)
        assert said.strip() and "CRITICAL" not in said, (name, said)
    assert run("dashboard", county, "--json") == before


def test_cards(county, folder):
    """A card that cannot be shown says why, and the one beside it has its number."""
    cards = [FIGURE, *CARDS.values()]
    for name, card in CARDS.items():
        assert not is_valid({"word": "own", "title": "自定", "cards": [card]}), name
    run("dashboard", county, "--save", save(folder, {"word": "own", "title": "自定", "cards": cards}))
    answers = json.loads(run("dashboard", county, "own", "--as-of", "2021-12-31", "--json"))
    assert len(answers) == len(cards) and "message" not in answers[0] and answers[0]["values"], answers[0]
    for name, answer in zip(CARDS, answers[1:]):
        assert answer.get("message"), (name, answer)


def main():
    tests = [test_schema, test_shipped, test_written, test_malformed, test_cards]
    print(f"1..{len(tests)}")
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        county = folder / "county.touyan"
        run("sample", county, "--villages", 3)
        for number, test in enumerate(tests, 1):
            try:
                test(county, folder)
                print(f"ok {number} {test.__name__}")
            except Exception as error:  # pylint: disable=broad-except
                failed += 1
                print(f"not ok {number} {test.__name__}\n# " + f"{error!r}"[:2000].replace("\n", " "))
    return 1 if failed else 0


if __name__ == "__main__":
    VALIDATOR = jsonschema.Draft7Validator(read(SCHEMA))
    sys.exit(main())
