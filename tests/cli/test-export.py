#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: test-export.py TOUYAN-CLI
"""Rosters that the program exports, read by another program's reader and held against the tables."""

import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import openpyxl

CLI = sys.argv[1]
AS_OF = "2021-06-30"


class County:
    """A small sample in a folder of its own."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="touyan-")
        self.path = os.path.join(self.folder, "county.touyan")
        self.run("sample", self.path, "--villages", "12")
        self.database = sqlite3.connect(f"file:{self.path}?immutable=1", uri=True)

    def close(self):
        self.database.close()
        shutil.rmtree(self.folder)

    def run(self, *arguments, status=0, language="en"):
        environment = dict(os.environ, XDG_DATA_HOME=os.path.join(self.folder, "data"),
                           LANGUAGE=language)
        # Leaks of the libraries that draw letters are told from ours in unit/form and ui/print.
        if any(argument.endswith(".pdf") for argument in arguments):
            environment["ASAN_OPTIONS"] = environment.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
        result = subprocess.run([CLI, *arguments], capture_output=True, encoding="utf-8",
                                env=environment, check=False)
        assert result.returncode == status, result.stderr
        return result.stdout if status == 0 else result.stderr

    def export(self, name, *options, **more):
        path = os.path.join(self.folder, name)
        self.run("export", self.path, path, "--roster", "--as-of", AS_OF, "--overwrite", *options, **more)
        return path

    def ask(self, sql, *parameters):
        return self.database.execute(sql, parameters).fetchall()


def read_rows(path, n_head):
    """The rows as dictionaries by heading, with the types of the cells."""
    sheet = openpyxl.load_workbook(path).active
    rows = list(sheet.iter_rows())
    headings = [cell.value for cell in rows[n_head - 1]]
    return sheet, headings, [dict(zip(headings, row)) for row in rows[n_head:]]


# Who is in office on a day, from the tables: somebody with a post in force.
IN_OFFICE = """
SELECT DISTINCT person.id, person.name, person.birth, person.id_number, person.phone FROM person
JOIN appointment ON appointment.person = person.id
WHERE (from_date IS NULL OR from_date <= ?1) AND (until_date IS NULL OR until_date > ?1)
AND merged_into IS NULL
"""

SECRETARIES = IN_OFFICE + "AND post = 'D1'"


def month(date):
    return None if date is None else ".".join(date.split("-")[:2])


def test_values(county):
    path = county.export("values.xlsx", "--columns", "number,name,birth,age,id_number,phone")
    _, headings, rows = read_rows(path, 3)
    assert headings == ["No.", "Name", "Born", "Age", "ID number", "Phone"], headings
    people = county.ask(IN_OFFICE, AS_OF)
    assert len(people) > 50 and len(rows) == len(people), (len(rows), len(people))
    found = sorted((row["Name"].value, row["Born"].value or "", row["ID number"].value or "",
                    row["Phone"].value or "") for row in rows)
    known = sorted((name, month(birth) or "", number or "", phone or "")
                   for _, name, birth, number, phone in people)
    assert found == known
    for i, row in enumerate(rows):
        assert row["No."].value == i + 1 and row["No."].data_type == "n"
        for heading in ("Born", "ID number", "Phone"):
            cell = row[heading]
            assert cell.value is None or (cell.data_type == "s" and cell.number_format == "@"), cell
        # Of whom only the year is known was born on 1 January.
        year, of_year = (int(part) for part in (row["Born"].value + ".1").split(".")[:2])
        assert row["Age"].data_type == "n"
        assert row["Age"].value == 2021 - year - (of_year > 6), (row["Born"].value, row["Age"].value)


def test_page(county):
    sheet, _, rows = read_rows(county.export("page.xlsx", "--layout", "cadres"), 4)
    assert rows and rows[0]["Level and degree"] is not None
    assert sheet.freeze_panes == "B5", sheet.freeze_panes
    assert sheet.print_title_rows == "$3:$4", sheet.print_title_rows
    setup = sheet.page_setup
    assert (setup.orientation, int(setup.paperSize)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (int(setup.fitToWidth), int(setup.fitToHeight)) == (1, 0)
    assert "2021.06.30" in sheet.oddHeader.right.text and sheet.oddHeader.left.text.startswith("Unit: ")
    assert sheet.oddFooter.left.text == "Filled in by:" == sheet.firstFooter.left.text
    assert sheet.oddFooter.center.text == "Checked by:"
    assert sheet.oddFooter.right.text == "Page &P of &N"
    merged = {str(block) for block in sheet.merged_cells.ranges}
    assert {"A1:Q1", "I3:J3", "K3:L3", "A3:A4"} <= merged, merged
    assert abs(sheet.column_dimensions["B"].width - 19.36) < 0.01
    assert sheet.row_dimensions[5].height == 75
    assert sheet["A1"].alignment.horizontal == "center" and sheet["B5"].alignment.wrap_text


def test_heights(county):
    """A row is as high as its longest text needs, though not every program measures it."""
    sheet, headings, rows = read_rows(county.export("heights.xlsx", "--columns", "name,posts,school"), 3)
    high = 0
    for number, row in enumerate(rows, 4):
        longest = max(len(cell.value or "") * 2 / (sheet.column_dimensions[cell.column_letter].width - 1)
                      for cell in row.values())
        height = sheet.row_dimensions[number].height
        assert height >= 20 and (height > 30) == (longest > 1 and height > 20), (height, longest)
        high += height > 30
    assert headings == ["Name", "Present posts", "School and subject"] and high > 0


def test_filter(county):
    path = county.export("filter.xlsx", "--who", "secretaries", "--columns", "name,posts,village")
    _, _, rows = read_rows(path, 4)
    names = sorted(row["Name"].value for row in rows)
    known = sorted(name for _, name, *_ in county.ask(SECRETARIES, AS_OF))
    assert names == known and len(names) >= 10, (len(names), len(known))
    assert openpyxl.load_workbook(path).active["A3"].value.startswith("Only: Secretaries")


def test_groups(county):
    path = county.export("groups.xlsx", "--who", "members", "--columns", "number,name,village",
                         "--group", "village")
    _, _, rows = read_rows(path, 4)
    village = None
    seen = []
    for row in rows:
        if row["Name"].value is None:
            village = row["No."].value.split("  ")[1]
            seen.append(village)
        else:
            assert row["Village (community)"].value == village
    assert len(seen) == len(set(seen)) == 12, seen


def test_sensitive(county):
    """Off until chosen; each export is noted with what it had."""
    _, headings, _ = read_rows(county.export("plain.xlsx"), 3)
    assert "ID number" not in headings and "Phone" not in headings and "Name" in headings
    _, headings, _ = read_rows(county.export("all.xlsx", "--sensitive", "--user", "张三"), 3)
    assert "ID number" in headings and "Phone" in headings
    events = json.loads(county.run("history", county.path, "--events", "--json"))
    plain, full = events[-2:]
    assert plain["kind"] == full["kind"] == "exported"
    assert plain["detail"]["sensitive"] == [] and full["detail"]["sensitive"] == ["phone", "id_number"]
    assert full["user"] == "张三" and full["detail"]["file"] == "all.xlsx"
    assert full["detail"]["people"] == len(county.ask(IN_OFFICE, AS_OF))
    assert full["detail"]["as_of"] == AS_OF and full["detail"]["filter"] == {"who": "in_office"}
    county.run("check", county.path)


def test_csv(county):
    options = ("--columns", "name,birth,id_number", "--sort", "name")
    with open(county.export("plain.csv", *options), encoding="utf-8-sig", newline="") as file:
        utf8 = list(csv.reader(file))
    path = county.export("gb.csv", *options, "--format", "csv-gb18030")
    with open(path, encoding="gb18030", newline="") as file:
        assert list(csv.reader(file)) == utf8
    assert utf8[1] == ["Name", "Born", "ID number"] and AS_OF.replace("-", ".") in utf8[0][0]
    known = county.ask(IN_OFFICE, AS_OF)
    assert sorted(row[2] for row in utf8[2:]) == sorted(number or "" for *_, number, _ in known)


def read_words(path):
    """The words of a PDF as (page, y, x from, x to, text), page by page from above."""
    html = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, encoding="utf-8", check=True).stdout
    root = ElementTree.fromstring(html[html.index("<html"):])
    words = []
    for number, page in enumerate(root.iter("{http://www.w3.org/1999/xhtml}page")):
        assert (float(page.get("width")), float(page.get("height"))) == (841.89, 595.28)
        for word in page:
            x1, y1, x2, y2 = (float(word.get(name)) for name in ("xMin", "yMin", "xMax", "yMax"))
            assert x1 > 20 and x2 < 822 and y1 > 20 and y2 < 575, (number, word.text)
            words.append((number, round(y1, 1), x1, x2, word.text))
    return sorted(words)


def shown(value):
    return "" if value is None else "".join(str(value).split())


def test_pdf(county):
    """Column by column the pages say what the workbook says, with the headings again on each, and nothing is cut."""
    options = ("--columns", "number,name,sex,birth,school,posts,since,source,id_number", "--sort", "name")
    _, headings, rows = read_rows(county.export("same.xlsx", *options), 3)
    words = read_words(county.export("same.pdf", *options))
    head = max(word[1] for word in words if word[0] == 0 and word[4] == headings[0])
    columns, left = [], min(word[2] for word in words)
    for heading in headings:
        box = [word for word in words if word[0] == 0 and abs(word[1] - head) < 8 and word[2] >= left - 1
               and word[4] in heading.split()][:len(heading.split())]
        right = min(word[2] for word in box) + max(word[3] for word in box) - left
        columns.append((left, right))
        left = right
    n_pages = max(word[0] for word in words) + 1
    assert n_pages > 2, n_pages
    # The heading with the most lines ends with this word.
    head = max(word[1] for word in words if word[0] == 0 and word[4] == "since")
    for (left, right), heading in zip(columns, headings):
        said = "".join("".join(word[4].split()) for word in words
                       if left - 1 <= word[2] and word[3] <= right + 1 and head + 2 < word[1] < 545)
        known = "".join(shown(row[heading].value) for row in rows)
        at = len(os.path.commonprefix([said, known]))
        assert said == known, (heading, said[max(at - 20, 0):at + 40], known[max(at - 20, 0):at + 40])
    text = subprocess.run(["pdftotext", "-layout", os.path.join(county.folder, "same.pdf"), "-"],
                          capture_output=True, encoding="utf-8", check=True).stdout
    for line in ("As of: 2021.06.30", "Filled in by:", "Checked by:", "ID number"):
        assert text.count(line) == n_pages, (line, text.count(line))
    assert f"Page {n_pages} of {n_pages}" in text
    event = json.loads(county.run("history", county.path, "--events", "--json"))[-1]
    assert event["detail"]["format"] == "pdf" and event["detail"]["sensitive"] == ["id_number"]


def test_pdf_groups(county):
    """Headings of columns in two rows, and headings above each village, again where they go on."""
    path = county.export("groups.pdf", "--layout", "cadres", "--group", "village")
    sheet, _, _ = read_rows(county.export("groups.xlsx", "--layout", "cadres", "--group", "village"), 4)
    pages = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, encoding="utf-8",
                           check=True).stdout.split("\f")[:-1]
    for page in pages:
        assert "In-service education" in page and page.count("School and") == 2, page[:300]
    names = [row[0] for row in sheet.iter_rows(min_row=5, values_only=True) if not any(row[1:])]
    text = "".join("".join(pages).split())
    assert len(names) > 12 and all("".join(name.split()) in text for name in names)
    assert "(continued)" in text
    county.run("export", county.path, path, "--roster", "--as-of", AS_OF, "--format", "paper", "--overwrite", status=2)


def test_refused(county):
    county.export("x.xlsx", "--layout", "nothing", status=2)
    county.export("x.xlsx", "--columns", "name,nothing", status=2)
    county.export("x.xlsx", "--group", "nothing", status=2)
    county.export("x.doc", status=2)
    county.export("x.xlsx", "--who", "villages", status=2)
    county.export(os.path.join("nowhere", "x.xlsx"), status=1)
    path = county.export("there.xlsx")
    county.run("export", county.path, path, "--roster", "--as-of", AS_OF, status=1)
    assert not [name for name in os.listdir(county.folder) if name.startswith(".") and "xlsx" in name]
    assert "cadres" in county.run("export", county.path, "--list-layouts")


def test_round_trip(county):
    """What is exported in Chinese, with its groups, can be imported: the figures are the same."""
    path = county.export("round.xlsx", "--who", "members", "--group", "village", "--columns",
                         "number,township,village,name,sex,birth,full_time,in_service,posts,since,"
                         "source,id_number", language="zh_CN")
    other = os.path.join(county.folder, "other.touyan")
    county.run("create", other, "--name", "新县")
    report = json.loads(county.run("import", other, path, "--as-of", AS_OF, "--json"))
    assert report["rows"] == len(read_rows(path, 4)[2]) - 12, report["rows"]
    assert report["errors"] == 0, report["problems"]
    before = json.loads(county.run("figures", county.path, "--as-of", AS_OF, "--json"))
    after = json.loads(county.run("figures", other, "--as-of", AS_OF, "--json"))
    for key in ("secretaries", "members"):
        assert before[key] == after[key], (key, before[key], after[key])


def test_village_layout(county):
    """The roster of field.md 9.2 of a whole county comes back with everybody, leaders of townships too, and with each post
    that it names: of who serves in two units it names one."""
    path, other = os.path.join(county.folder, "whole.xlsx"), os.path.join(county.folder, "whole.touyan")
    county.run("export", county.path, path, "--roster", "--as-of", AS_OF, "--layout", "village", "--sensitive",
               language="zh_CN")
    county.run("create", other, "--name", "新县")
    plan = json.loads(county.run("import", other, path, "--kind", "roster", "--as-of", AS_OF, "--json"))
    listed = json.loads(county.run("list", county.path, "--as-of", AS_OF, "--json"))
    assert plan["counts"] == {"refused": 0, "doubtful": 0, "changed": 0, "new": listed["count"], "same": 0}, plan["counts"]
    sql = ("SELECT p.id_number, a.post, ifnull(a.title, ''), s.name FROM appointment a JOIN person p ON p.id = a.person "
           "JOIN unit_state s ON s.unit = a.unit AND s.until_date IS NULL "
           "WHERE (a.from_date IS NULL OR a.from_date <= '2021-06-30') AND (a.until_date IS NULL OR a.until_date > '2021-06-30')")
    before = set(county.ask(sql))
    with sqlite3.connect(f"file:{other}?mode=ro", uri=True) as database:
        after = set(database.execute(sql).fetchall())
    units = {}
    for number, _, _, unit in before:
        units.setdefault(number, set()).add(unit)
    assert after <= before and any(post.startswith("T") for _, post, _, _ in after)
    assert all(len(units[row[0]]) > 1 for row in before - after), before - after


TESTS = [test_village_layout, test_values, test_page, test_heights, test_filter, test_groups, test_sensitive, test_csv, test_pdf,
         test_pdf_groups, test_refused,
         test_round_trip]


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
