#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: test-collect.py TOUYAN-CLI
"""Workbooks for the townships: filled in by another program, read back in one run, and taken back one by one."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import openpyxl

CLI = sys.argv[1]
AS_OF = "2021-12-31"
HEAD = 4


class County:
    """A sample with three townships, and two fields of its own."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="touyan-")
        self.language = "zh_CN"
        self.path = self.place("county.touyan")
        self.run("sample", self.path, "--villages", "60")
        self.run("fields", self.path, "--add", "网格", "--kind", "choice", "--choices", "甲,乙")
        self.run("fields", self.path, "--add", "特长说明")
        self.townships = [name for name, in self.ask(
            "SELECT name FROM unit_state WHERE level = 'township' AND until_date IS NULL ORDER BY position")]

    def close(self):
        shutil.rmtree(self.folder)

    def place(self, name):
        return os.path.join(self.folder, name)

    def run(self, *arguments, status=0):
        environment = dict(os.environ, XDG_DATA_HOME=self.place("data"), LANGUAGE=self.language)
        result = subprocess.run([CLI, *arguments], capture_output=True, encoding="utf-8", env=environment,
                                check=False)
        assert result.returncode == status, (arguments, result.returncode, result.stdout, result.stderr)
        return result.stdout if status == 0 else result.stderr

    def ask(self, sql, *parameters):
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as database:
            return database.execute(sql, parameters).fetchall()

    def send(self, name, kind, *options):
        folder = self.place(name)
        self.run("collect", self.path, "--out", folder, "--kind", kind, "--as-of", AS_OF, *options)
        return {workbook.split("-")[0]: os.path.join(folder, workbook) for workbook in sorted(os.listdir(folder))}

    def take(self, name, *options):
        answer = json.loads(self.run("collect", self.path, "--in", self.place(name), "--json", *options))
        return {township["name"]: township for township in answer["townships"]}, answer.get("plan", {"rows": []})

    def state(self):
        return {table: self.ask(f'SELECT * FROM "{table}" ORDER BY 1, 2') for table in
                ("person", "education", "appointment", "background", "custom_value", "annual_result", "unit_year")}


def open_sheet(path):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    headings = {cell.value: cell.column for cell in sheet[HEAD]}
    return book, sheet, headings


def id_number(digits):
    total = sum(int(digit) * (2 ** (17 - place) % 11) for place, digit in enumerate(digits))
    return digits + "10X98765432"[total % 11]


def find_row(sheet, column, text):
    return next(row for row in range(HEAD + 1, sheet.max_row + 1) if sheet.cell(row, column).value == text)


def first_spare(sheet):
    return next(row for row in range(HEAD + 1, sheet.max_row + 1) if sheet.cell(row, 1).value is None)


def test_form(county):
    """One sheet is seen; keys are hidden, what is grey is locked, and the drop-downs are those of the lists."""
    books = county.send("form", "roster", "--sensitive")
    assert sorted(books) == sorted(county.townships)
    villages = {name for name, in county.ask(
        "SELECT v.name FROM unit_state v JOIN unit_state t ON t.unit = v.parent WHERE v.level = 'village' "
        "AND t.name = ? AND v.until_date IS NULL", county.townships[0])}
    book, sheet, headings = open_sheet(books[county.townships[0]])
    assert [page.sheet_state for page in book] == ["visible", "hidden", "hidden"]
    assert sheet.protection.sheet and sheet.column_dimensions["A"].hidden
    assert {"村（社区）", "姓名", "身份证号", "政治面貌", "网格", "特长说明"} <= set(headings), headings
    for name, locked in (("姓名", True), ("身份证号", True), ("性别", False), ("网格", False)):
        cell = sheet.cell(HEAD + 1, headings[name])
        assert cell.protection.locked == locked and cell.number_format == "@", name
    spare = first_spare(sheet)
    assert not sheet.cell(spare, headings["姓名"]).protection.locked
    assert sheet.cell(spare, headings["乡镇（街道）"]).value == county.townships[0]
    rules = {rule.sqref.ranges[0].bounds[0]: rule for rule in sheet.data_validations.dataValidation}

    def choices(name):
        place = rules[headings[name]].formula1
        page, block = place.split("!")
        return [row[0].value for row in book[page.strip("'")][block.replace("$", "")]]

    assert {"男", "女"} <= set(choices("性别")) and choices("网格") == ["甲", "乙"]
    assert set(choices("村（社区）")) == villages and "中共党员" in choices("政治面貌")
    assert rules[headings["身份证号"]].type == "textLength" and rules[headings["性别"]].errorStyle in (None, "stop")
    assert rules[headings["性别"]].sqref.ranges[0].bounds[3] == spare + 39
    about = {row[0].value: row[1].value for row in book.worksheets[2]}
    assert about["format"] == "touyan-collect" and about["kind"] == "roster" and about["as_of"] == AS_OF
    keys = {sheet.cell(row, 1).value for row in range(HEAD + 1, spare)}
    assert keys <= {str(key) for key, in county.ask("SELECT id FROM person")} and len(keys) == spare - HEAD - 1
    event = json.loads(county.run("history", county.path, "--events", "--json"))[-1]["detail"]
    assert event["what"] == "collect" and event["sensitive"] == "yes" and event["files"] == len(books)


def test_unchanged(county):
    """What comes back as it went out changes nothing, also where nobody's ID number was written."""
    before = county.state()
    for kind in ("roster", "results", "village-years"):
        books = county.send(f"same-{kind}", kind)
        for path in books.values():
            for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True):
                assert not any(str(value).startswith("99010") and len(str(value)) == 18 for value in row)
        townships, plan = county.take(f"same-{kind}")
        assert plan["counts"]["same"] > 10, plan["counts"]
        assert {state for state, n in plan["counts"].items() if n > 0} == {"same"}, (kind, plan["counts"])
        assert {township["status"] for township in townships.values()} == {"reported"}
    assert county.state() == before
    county.run("collect", county.path, "--out", county.place("same-roster"), "--kind", "roster", "--as-of", AS_OF,
               status=1)


def test_roster(county):
    """One has changed, one has not reported: an action for each workbook, each taken back by itself."""
    books = county.send("roster", "roster")
    before = county.state()
    first, second, missing = county.townships[0], county.townships[1], county.townships[2]
    book, sheet, headings = open_sheet(books[first])
    person = int(sheet.cell(HEAD + 1, 1).value)
    sheet.cell(HEAD + 1, headings["籍贯"]).value = "云屏东山"
    sheet.cell(HEAD + 1, headings["网格"]).value = "乙"
    spare = first_spare(sheet)
    for name, value in (("村（社区）", sheet.cell(HEAD + 1, headings["村（社区）"]).value), ("姓名", "周新岭"),
                        ("身份证号", id_number("99010119950101001")), ("性别", "男"), ("出生年月", "1995.01"),
                        ("现任职务", "党支部委员"), ("任现职时间", "2021.11"), ("特长说明", "养蜂")):
        sheet.cell(spare, headings[name]).value = value
    sheet.cell(HEAD + 2, headings["姓名"]).value = "别人"
    book.save(books[first])
    book, sheet, headings = open_sheet(books[second])
    sheet.cell(HEAD + 1, headings["备注"]).value = "已核对"
    book.save(books[second])
    os.remove(books[missing])

    dry, plan = county.take("roster", "--dry-run")
    assert (dry[first]["changed"], dry[first]["new"], dry[first]["refused"]) == (1, 1, 1), [
        row["reason"] for row in plan["rows"] if row["state"] == "refused"]
    assert dry[second]["changed"] == 1 and dry[missing]["status"] == "missing" and dry[missing]["file"] is None
    assert any(row["reason"] and row["state"] == "refused" for row in plan["rows"])
    assert county.state() == before
    done, _ = county.take("roster")
    assert county.ask("SELECT native_place FROM person WHERE id = ?", person) == [("云屏东山",)]
    new, = county.ask("SELECT p.id, p.sex, v.value FROM person p JOIN custom_value v ON v.person = p.id "
                      "WHERE id_number = ?", id_number("99010119950101001"))
    assert new[1:] == ("1", "养蜂")
    assert county.ask("SELECT count(*) FROM appointment WHERE person = ?", new[0]) == [(1,)]
    assert done[second]["action"] == done[first]["action"] + 1
    history = county.run("history", county.path)
    assert first in history and second in history
    county.run("undo", county.path)
    county.run("undo", county.path)
    assert county.state() == before
    county.run("check", county.path)


def test_numbers(county):
    """Yearly numbers of villages are numbers, and an empty cell makes no row."""
    books = county.send("numbers", "village-years", "--year", "2030")
    township = county.townships[0]
    book, sheet, headings = open_sheet(books[township])
    unit = int(sheet.cell(HEAD + 1, 1).value)
    column = next(column for heading, column in headings.items() if heading and "户数" in heading)
    sheet.cell(HEAD + 1, column).value = 412
    book.save(books[township])
    assert next(rule for rule in sheet.data_validations.dataValidation
                if rule.sqref.ranges[0].bounds[0] == column).type == "decimal"
    done, _ = county.take("numbers")
    assert sum(entry["new"] for entry in done.values()) == 1, done
    rows = county.ask("SELECT unit, households FROM unit_year WHERE year = 2030")
    assert [(key, float(number)) for key, number in rows] == [(unit, 412)], rows
    county.run("undo", county.path)
    books = county.send("again", "village-years", "--year", "2021")
    _, sheet, _ = open_sheet(books[township])
    known = county.ask("SELECT households FROM unit_year WHERE unit = ? AND year = 2021", unit)
    if known and known[0][0] is not None:
        cell = sheet.cell(find_row(sheet, 1, str(unit)), column)
        assert cell.data_type == "n" and float(cell.value) == float(known[0][0])


def test_refused(county):
    """What is no answer is told with its reason, and the others are read all the same."""
    books = county.send("mixed", "roster")
    first, second = county.townships[0], county.townships[1]
    shutil.copy(books[first], county.place("mixed/copy.xlsx"))
    shutil.copy(next(iter(county.send("else", "results").values())), county.place("mixed/else.xlsx"))
    openpyxl.Workbook().save(county.place("mixed/own.xlsx"))
    with open(county.place("mixed/broken.xlsx"), "wb") as file:
        file.write(b"PK\x03\x04 nothing")
    with open(county.place("mixed/~$open.xlsx"), "wb") as file:
        file.write(b"")
    answer = json.loads(county.run("collect", county.path, "--in", county.place("mixed"), "--json", "--dry-run"))
    found = {}
    for entry in answer["townships"]:
        found.setdefault(entry["status"], []).append(entry["file"])
        assert (entry["reason"] is None) == (entry["status"] in ("reported", "missing")), entry
    assert set(found["twice"]) == {os.path.basename(books[first]), "copy.xlsx"}
    assert found["other"] == ["else.xlsx"] and sorted(found["unreadable"]) == ["broken.xlsx", "own.xlsx"]
    assert os.path.basename(books[second]) in found["reported"]
    county.run("collect", county.path, "--out", county.place("x"), "--kind", "family", "--as-of", AS_OF, status=2)
    county.run("collect", county.path, "--in", county.place("nowhere"), status=1)
    county.run("collect", county.path, status=2)


def fill_spare(county, path):
    """A new person with words of the drop-downs, whatever language they are in."""
    book, sheet, headings = open_sheet(path)
    about = {row[0].value: row[1].value for row in book.worksheets[2]}
    place = {word: headings[about[f"column:{word}"]] for word in (
        "village", "person.name", "person.id_number", "person.sex", "person.birth", "person.ethnicity",
        "person.political", "education.fulltime", "post", "since", "source", "person.native_place")}
    rules = {rule.sqref.ranges[0].bounds[0]: rule for rule in sheet.data_validations.dataValidation}

    def choices(word):
        page, block = rules[place[word]].formula1.split("!")
        return [row[0].value for row in book[page.strip("'")][block.replace("$", "")]]

    spare = first_spare(sheet)
    values = {word: choices(word)[1] for word in ("person.sex", "person.ethnicity", "person.political",
                                                  "education.fulltime", "source")}
    values.update({"village": choices("village")[0], "person.name": "周新岭", "person.birth": "1995.01",
                   "person.id_number": id_number("99010119950101001"), "since": "2021.11"})
    for word, value in values.items():
        sheet.cell(spare, place[word]).value = value
    posts = sheet.cell(HEAD + 1, place["post"]).value
    sheet.cell(spare, place["post"]).value = posts
    sheet.cell(HEAD + 1, place["person.native_place"]).value = "云屏东山"
    book.save(path)


def test_languages(county):
    """A workbook of one language is read in another: untouched it changes nothing, and the words of its drop-downs are
    understood."""
    before = county.state()
    for written, read in (("en", "zh_CN"), ("zh_TW", "en")):
        name, township = f"{written}-{read}", county.townships[0]
        county.language = written
        books = county.send(name, "roster")
        county.language = read
        _, plan = county.take(name, "--dry-run")
        assert {state for state, n in plan["counts"].items() if n > 0} == {"same"}, (name, [
            row for row in plan["rows"] if row["state"] != "same"][:3])
        fill_spare(county, books[township])
        done, plan = county.take(name)
        assert (done[township]["new"], done[township]["changed"], done[township]["refused"]) == (1, 1, 0), (name, [
            row for row in plan["rows"] if row["state"] != "same"])
        new, = county.ask("SELECT sex, ethnicity_text, political_text FROM person WHERE id_number = ?",
                          id_number("99010119950101001"))
        assert new == ("1", None, None), (name, new)
        county.run("undo", county.path)
        assert county.state() == before, name
        for kind in ("results",) if written == "en" else ():
            county.language = written
            county.send(f"{name}-{kind}", kind)
            county.language = read
            _, plan = county.take(f"{name}-{kind}")
            assert {state for state, n in plan["counts"].items() if n > 0} <= {"same"}, (name, kind)
    county.language = "zh_CN"


TESTS = [test_form, test_unchanged, test_roster, test_numbers, test_refused, test_languages]


def main():
    print(f"1..{len(TESTS)}")
    county = County()
    failed = False
    for number, test in enumerate(TESTS, 1):
        try:
            test(county)
            print(f"ok {number} {test.__name__}")
        except Exception as error:  # every case is told, whatever happened in it
            failed = True
            print(f"not ok {number} {test.__name__}\n# {type(error).__name__}: {error}")
    county.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
