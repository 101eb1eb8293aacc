#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: test-order.py TOUYAN-CLI
"""The official order of townships and villages, turned round, is that of every list, table, drawing and file."""

import collections
import csv
import itertools
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import openpyxl

CLI = sys.argv[1]
AS_OF = "2025-12-31"
RANKED = {"ranking"}  # by their values


class County:
    """A sample of several townships whose order somebody turned round."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="touyan-")
        self.path = os.path.join(self.folder, "county.touyan")
        self.run("sample", self.path, "--villages", "40", "--seed", "7")
        before = self.units()
        with sqlite3.connect(self.path) as county:
            county.execute("UPDATE unit_state SET position = 100000 - position WHERE level IN ('township', 'village')")
        self.townships, self.villages = self.units()
        assert self.townships == before[0][::-1] and len(self.townships) > 1
        assert sorted(self.villages) == sorted(before[1]) and self.villages == before[1][::-1]

    def close(self):
        shutil.rmtree(self.folder)

    def run(self, *arguments):
        environment = dict(os.environ, XDG_DATA_HOME=os.path.join(self.folder, "data"), LANGUAGE="en")
        return subprocess.run([CLI, *arguments], capture_output=True, encoding="utf-8", env=environment,
                              check=True).stdout

    def json(self, *arguments):
        return json.loads(self.run(*arguments, "--json"))

    def units(self):
        """Townships, and villages below them, as the positions of siblings have them."""
        below = collections.defaultdict(list)
        with sqlite3.connect(self.path) as county:
            for unit, parent, position, name, level in county.execute(
                    "SELECT unit, parent, position, name, level FROM unit_state WHERE until_date IS NULL"):
                below[parent].append((position, unit, name, level))
        townships, villages = [], []

        def go(parent):
            for _, unit, name, level in sorted(below[parent]):
                if level == "township":
                    townships.append(name)
                elif level == "village":
                    villages.append(name)
                go(unit)
        go(None)
        return townships, villages


def assert_order(names, order, what):
    """Each name once or several times in a row, as the order has them; what is no unit does not count."""
    places = [order.index(name) for name in names if name in order]
    assert places == sorted(places), f"{what}: {[order[place] for place in places]}"
    return len(set(places))


def test_lists(county):
    for who in ("secretaries", "members", "in_office", "reserves", "departed"):
        rows = county.json("list", county.path, "--as-of", AS_OF, "--who", who)["rows"]
        n = assert_order([row.get("township", "") for row in rows], county.townships, who)
        assert n == len(county.townships) or who == "reserves", who
        assert_order([row.get("village", "") for row in rows], county.villages, who)
    rows = county.json("list", county.path, "--as-of", AS_OF, "--who", "secretaries", "--sort", "sex,unit")["rows"]
    for sex in {row["sex"] for row in rows}:
        assert_order([row["village"] for row in rows if row["sex"] == sex], county.villages, "sorted by unit")


def test_figures(county):
    for dimension, order in (("township", county.townships), ("village", county.villages)):
        for more in ((), ("--by", "sex")):
            lines = county.run("figures", county.path, "--as-of", AS_OF, "--by", dimension, *more).splitlines()
            names = [line.split(" ")[0] for line in lines]
            assert assert_order(names, order, dimension) == len(order), dimension
        lines = county.run("figures", county.path, "--as-of", AS_OF, "--by", "sex", "--by", dimension).splitlines()
        heading = next(line for line in lines if order[0] in line)
        assert_order(heading.split(), order, f"columns by {dimension}")


def test_dashboards(county):
    seen = collections.Counter()
    for line in county.run("dashboard", county.path).splitlines()[1:]:
        if not line.strip():
            continue
        for card in county.json("dashboard", county.path, line.split()[0], "--as-of", AS_OF):
            if card["card"]["kind"] in RANKED:
                continue
            for part in ("categories", "series"):
                labels = [label.get("label", "") for label in card[part]]
                for order in (county.townships, county.villages):
                    seen[part] += assert_order(labels, order, f"{line}: {card['title']}") > 1
    assert seen["categories"] > 15, seen


def test_exports(county):
    path = os.path.join(county.folder, "roster.csv")
    county.run("export", county.path, path, "--roster", "--as-of", AS_OF, "--who", "members")
    with open(path, encoding="utf-8-sig", newline="") as roster:
        rows = list(csv.reader(roster))
    place = {name: next(i for i, cell in enumerate(rows[1]) if cell.startswith(name)) for name in ("Township", "Village")}
    assert assert_order([row[place["Township"]] for row in rows[2:]], county.townships, "roster.csv") > 1
    assert_order([row[place["Village"]] for row in rows[2:]], county.villages, "roster.csv")

    path = os.path.join(county.folder, "roster.xlsx")
    county.run("export", county.path, path, "--roster", "--as-of", AS_OF, "--group", "township")
    cells = [str(cell.value) for row in openpyxl.load_workbook(path).active.iter_rows() for cell in row[:4]
             if cell.value is not None]
    assert_order([cell for cell in cells if cell in county.villages], county.villages, "roster.xlsx")

    path = os.path.join(county.folder, "dashboard.xlsx")
    county.run("export", county.path, "--dashboard", "summary", "--as-of", AS_OF, "--output", path)
    n = 0
    for sheet in openpyxl.load_workbook(path).worksheets:
        names = [row[0].value for row in sheet.iter_rows()]
        for is_unit, rows in itertools.groupby(names, lambda name: name in county.townships):
            n += is_unit and assert_order(list(rows), county.townships, f"dashboard.xlsx, {sheet.title}") > 1
    assert n > 0


def test_collected(county):
    folder = os.path.join(county.folder, "out")
    county.run("collect", county.path, "--out", folder, "--as-of", AS_OF, "--kind", "roster")
    for name in os.listdir(folder):
        sheet = openpyxl.load_workbook(os.path.join(folder, name)).worksheets[0]
        cells = [str(cell.value) for row in sheet.iter_rows() for cell in row[:4]]
        assert_order([cell for cell in cells if cell in county.villages], county.villages, name)


TESTS = [test_lists, test_figures, test_dashboards, test_exports, test_collected]


def main():
    county = County()
    failed = 0
    try:
        for number, test in enumerate(TESTS, 1):
            try:
                test(county)
                print(f"ok {number} - {test.__name__}")
            except (AssertionError, subprocess.CalledProcessError) as error:
                failed += 1
                print(f"# {error} {getattr(error, 'stderr', '')}")
                print(f"not ok {number} - {test.__name__}")
        print(f"1..{len(TESTS)}")
    finally:
        county.close()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
