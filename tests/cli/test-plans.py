#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: test-plans.py TOUYAN-CLI
"""Tables that offices paste and save, taken over by plan, and what comes out again."""

import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback

CLI = sys.argv[1]
AS_OF = "2021-12-31"


def id_number(digits):
    total = sum(int(digit) * (2 ** (17 - place) % 11) for place, digit in enumerate(digits))
    return digits + "10X98765432"[total % 11]


ROSTER = [
    ["乡镇", "村", "姓名", "性别", "身份证号", "现任职务", "任现职时间", "政治面貌"],
    ["云岭镇", "下河村", "何长安", "男", id_number("99010119780512001"), "党支部书记、村委会主任", "2018.03", "中共党员"],
    ["云岭镇", "下河村", "石秀兰", "女", id_number("99010119820703002"), "党支部委员、妇联副主席", "2018.03", "中共党员"],
    ["云岭镇", "下河村", "方大同", "男", id_number("99010119850216003"), "民兵副连长", "2019.06", "群众"],
    ["云岭镇", "东山村", "田一鸣", "男", id_number("99010119900911005"), "首席幸福官", "2020.01", "群众"],
]


class County:
    """An empty county file in a folder of its own, with the villages and people of a small roster."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="touyan-")
        self.path = self.place("county.touyan")
        self.run("create", self.path, "--name", "石城县", "--code", "990101")
        self.run("import", self.path, self.table("roster.csv", ROSTER), "--as-of", AS_OF)

    def close(self):
        shutil.rmtree(self.folder)

    def place(self, name):
        return os.path.join(self.folder, name)

    def run(self, *arguments, status=0):
        environment = dict(os.environ, XDG_DATA_HOME=self.place("data"), LANGUAGE="en")
        if any(argument.endswith(".pdf") for argument in arguments):
            environment["ASAN_OPTIONS"] = environment.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
        result = subprocess.run([CLI, *arguments], capture_output=True, encoding="utf-8", env=environment,
                                check=False)
        assert result.returncode == status, (arguments, result.returncode, result.stdout, result.stderr)
        return result.stdout if status == 0 else result.stderr

    def ask(self, sql, *parameters):
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as database:
            return database.execute(sql, parameters).fetchall()

    def table(self, name, rows):
        path = self.place(name)
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path


def test_own_words(county):
    """Posts without a code come out as they were written: in rosters, in forms, in files of the official editor."""
    roster = county.place("out.csv")
    county.run("export", county.path, roster, "--roster", "--as-of", AS_OF, "--columns", "name,posts")
    with open(roster, encoding="utf-8-sig", newline="") as file:
        text = file.read()
    for words in ("妇联副主席", "民兵副连长", "首席幸福官"):
        assert words in text, text

    folder = county.place("forms")
    county.run("export-forms", county.path, folder, "--as-of", AS_OF)
    forms = "".join(open(os.path.join(folder, name), encoding="utf-8").read() for name in sorted(os.listdir(folder))
                    if name.endswith(".lrmx"))
    for words in ("妇联副主席", "民兵副连长", "首席幸福官"):
        assert words in forms, words

    before = county.ask("SELECT * FROM appointment ORDER BY person, id")
    answer = json.loads(county.run("import", county.path, county.table("again.csv", ROSTER), "--kind", "roster",
                                   "--as-of", AS_OF, "--json"))
    assert county.ask("SELECT * FROM appointment ORDER BY person, id") == before, answer
    other = county.ask("SELECT p.name, a.title FROM appointment a JOIN person p ON p.id = a.person "
                       "WHERE a.title IS NOT NULL ORDER BY a.id")
    assert other == [("石秀兰", "妇联副主席"), ("方大同", "民兵副连长"), ("田一鸣", "首席幸福官")], other


TESTS = [test_own_words]


def main():
    print(f"1..{len(TESTS)}")
    failed = False
    for number, test in enumerate(TESTS, 1):
        county = County()
        try:
            test(county)
            print(f"ok {number} {test.__name__}")
        except Exception:  # pylint: disable=broad-except
            failed = True
            print(f"not ok {number} {test.__name__}")
            print("\n".join("# " + line for line in traceback.format_exc().splitlines()))
        finally:
            county.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
