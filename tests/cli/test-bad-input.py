#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: test-bad-input.py TOUYAN-CLI
"""Files that somebody made to do harm, or that a machine has spoilt: each is refused with its place and its reason
within two seconds, and the county file stays as it was."""

import csv
import hashlib
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback
import zipfile

import openpyxl

CLI = sys.argv[1]
AS_OF = "2021-12-31"
SECONDS = 20 if "ASAN_OPTIONS" in os.environ else 2  # of the processor
HEAD = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
TAIL = "</sheetData></worksheet>"
TITLES = ["乡镇", "村", "姓名", "职务", "备注"]
ROW = ["云岭镇", "下河村", "何长安", "党支部书记"]
BOMB = ("<!DOCTYPE r [<!ENTITY a 'hahahahaha'>" + "".join(
    f"<!ENTITY {name} '{('&' + chr(ord(name) - 1) + ';') * 10}'>" for name in "bcdefghij") + "]>")


class County:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="touyan-")
        self.path = self.place("county.touyan")
        self.call("create", self.path, "--name", "石城县", "--code", "990101")
        self.call("import", self.path, self.table("first.csv", [TITLES, ROW + ["先"]]), "--kind", "roster", "--as-of", AS_OF)

    def close(self):
        shutil.rmtree(self.folder)

    def place(self, name):
        return os.path.join(self.folder, name)

    def table(self, name, rows):
        with open(self.place(name), "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return self.place(name)

    def call(self, *arguments, status=0):
        environment = dict(os.environ, XDG_DATA_HOME=self.place("data"), LANGUAGE="en")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([CLI, *arguments], capture_output=True, encoding="utf-8", env=environment, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        assert done.returncode == status, (arguments, done.returncode, done.stdout[-2000:], done.stderr)
        return done.stdout + done.stderr

    def ask(self, sql):
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as database:
            return database.execute(sql).fetchall()

    def state(self):
        """Everything that the file says, its history too."""
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as database:
            return hashlib.sha256("\n".join(database.iterdump()).encode()).hexdigest()


def workbook(county, name, sheet, **parts):
    """A workbook of one sheet whose XML is given."""
    members = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        "_rels/.rels": "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.xml'/></Relationships>",
        "xl/workbook.xml": "<workbook xmlns:r='r'><sheets><sheet name='名册' sheetId='1' r:id='b'/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels":
            "<Relationships><Relationship Id='b' Type='x/worksheet' Target='worksheets/sheet1.xml'/></Relationships>",
        "xl/worksheets/sheet1.xml": sheet,
    }
    members.update({key.replace("__", "/"): text for key, text in parts.items()})
    with zipfile.ZipFile(county.place(name), "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for member, text in members.items():
            book.writestr(member, text)
    return county.place(name)


def cells(row, texts):
    return f"<row r='{row}'>" + "".join(
        text if text.startswith("<c") else f"<c r='{chr(65 + place)}{row}' t='str'><v>{text}</v></c>"
        for place, text in enumerate(texts)) + "</row>"


def refuses(county, path, words, command="import"):
    """Nothing of the file is taken, and it is said what is wrong and where."""
    before = county.state()
    options = ("--kind", "roster", "--as-of", AS_OF) if command == "import" else ()
    said = county.call(command, county.path, path, *options, status=1)
    assert county.seconds < SECONDS, (path, county.seconds)
    for word in words:
        assert word in said, (path, word, said[-1500:])
    assert county.state() == before, path


def test_archives(county):
    """Zip bombs and archives that lead elsewhere."""
    refuses(county, workbook(county, "bomb.xlsx", HEAD + "<row r='1'>" + " " * 80_000_000), ["名册", "far more"])
    refuses(county, workbook(county, "many.xlsx", HEAD + TAIL, **{f"xl__media__{i}": "" for i in range(2001)}),
            ["far more"])
    refuses(county, workbook(county, "out.xlsx", HEAD + TAIL, **{
        "xl/_rels/workbook.xml.rels": "<Relationships><Relationship Id='b' Type='x/worksheet' "
                                      "Target='../../../../etc/passwd'/></Relationships>"}), ["etc/passwd"])
    refuses(county, workbook(county, "web.xlsx", HEAD + TAIL, **{
        "xl/_rels/workbook.xml.rels": "<Relationships><Relationship Id='b' Type='x/worksheet' TargetMode='External' "
                                      "Target='http://127.0.0.1:9/sheet.xml'/></Relationships>"}), [])
    # What else is in an archive is never unpacked.
    path = workbook(county, "slip.xlsx", HEAD + cells(1, TITLES) + cells(2, ROW) + TAIL, **{"../../slip.txt": "out"})
    county.call("import", county.path, path, "--kind", "roster", "--as-of", AS_OF, "--dry-run")
    assert not os.path.exists(os.path.join(county.folder, "..", "..", "slip.txt"))
    assert "slip.txt" not in " ".join(os.listdir(county.folder))


def test_entities(county):
    """Declarations of document types are refused, in workbooks and in appointment files."""
    for name, sheet in (("laughs.xlsx", BOMB + HEAD + cells(1, ["&j;"]) + TAIL), ("dtd.xlsx", "<!DOCTYPE x>" + HEAD + TAIL),
                        ("file.xlsx", "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>" + HEAD + cells(1, ["&f;"]) + TAIL)):
        refuses(county, workbook(county, name, sheet), ["名册", "declarations"])
    for name, text in (("laughs.lrmx", BOMB + "<Person><XingMing>&j;</XingMing></Person>"),
                       ("file.lrmx", "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><Person><XingMing>&f;</XingMing></Person>")):
        with open(county.place(name), "w", encoding="utf-8") as file:
            file.write(text)
        refuses(county, county.place(name), [name], "import-forms")


def test_sizes(county):
    """A million columns, and cells of 32,767 characters and more."""
    refuses(county, workbook(county, "wide.xlsx", HEAD + "<row r='1'>" + "<c/>" * 1_000_000 + "</row>" + TAIL),
            ["名册", "cell XFE1", "beyond"])
    refuses(county, workbook(county, "far.xlsx", HEAD + "<row r='1'><c r='BDWGN1'/></row>" + TAIL), ["名册", "beyond"])
    with open(county.place("wide.csv"), "w", encoding="utf-8") as file:
        file.write("姓名," * 1_000_000 + "\n")
    refuses(county, county.place("wide.csv"), ["cell XFE1", "beyond"])
    refuses(county, workbook(county, "long.xlsx", HEAD + cells(1, TITLES) + cells(2, ROW[:2] + ["何" * 32768]) + TAIL),
            ["名册", "C2", "32,767"])
    # The longest cell there can be is a text like any other: too long for a name.
    refuses(county, workbook(county, "name.xlsx", HEAD + cells(1, TITLES) + cells(2, ROW[:2] + ["何" * 32767, ROW[3]]) + TAIL),
            ["row 2", "longer than"])


def test_photos(county):
    """Photos that are none, and base64 that is none, refuse the form."""
    for name, code in (("none.lrmx", "aGVsbG8gd29ybGQsIHRoaXMgaXMgbm8gcGhvdG8gb2YgYW55Ym9keQ=="), ("broken.lrmx", "***不是***"),
                       ("cut.lrmx", "/9j/4AAQSkZJRg=")):
        with open(county.place(name), "w", encoding="utf-8") as file:
            file.write(f"<Person><XingMing>何长安</XingMing><ChuShengNianYue>197001</ChuShengNianYue><ZhaoPian>{code}</ZhaoPian></Person>")
        refuses(county, county.place(name), [name, "photo"], "import-forms")
    os.mkdir(county.place("photos"))
    with open(county.place("photos/何长安.jpg"), "wb") as file:
        file.write(b"\xff\xd8\xff\xe0 no picture")
    before = county.state()
    county.call("photos", county.path, county.place("photos"))
    assert county.state() == before


def test_formulas(county):
    """Of a formula its shown value is taken; what begins like one stays a text on every way out and in."""
    formula = "<c r='E2' t='str'><f>HYPERLINK(\"http://127.0.0.1:9\",\"x\")</f><v>见附件</v></c>"
    broken = "<c r='E3' t='e'><f>1/0</f><v>#DIV/0!</v></c>"
    sheet = HEAD + cells(1, TITLES) + cells(2, ROW[:2] + ["石一心", "村委会委员", formula]) \
        + cells(3, ROW[:2] + ["石秀兰", "妇联主席", broken]) + TAIL
    path = workbook(county, "formula.xlsx", sheet)
    county.call("import", county.path, path, "--kind", "roster", "--as-of", AS_OF)
    assert county.ask("SELECT name, note FROM person ORDER BY name") == [("何长安", "先"), ("石一心", "见附件"), ("石秀兰", None)]
    notes = ["=1+1", "+86 1990", "-3", "@SUM(A1)", "\t=2", "'=3", "=HYPERLINK(\"http://x\",\"y\")"]
    rows = [ROW[:2] + [name, "网格员", note] for name, note in zip("甲乙丙丁戊己庚", notes)]
    county.call("import", county.path, county.table("signs.csv", [TITLES] + [
        row[:4] + ["'" + row[4] if row[4][0] in "=+-@'" else row[4]] for row in rows]), "--kind", "roster", "--as-of", AS_OF)
    kept = county.ask("SELECT name, note FROM person WHERE length(name) = 1 ORDER BY id")
    assert [note for _, note in kept] == [note.strip() for note in notes], kept
    for name in ("signs-out.csv", "signs-out.xlsx"):
        out, other = county.place(name), county.place(name + ".touyan")
        environment = dict(os.environ, LANGUAGE="zh_CN", XDG_DATA_HOME=county.place("data"))
        subprocess.run([CLI, "export", county.path, out, "--roster", "--as-of", AS_OF, "--columns",
                        "township,village,name,posts,note"], env=environment, check=True, capture_output=True)
        county.call("create", other, "--name", "石城县")
        county.call("import", other, out, "--kind", "roster", "--as-of", AS_OF)
        with sqlite3.connect(f"file:{other}?mode=ro", uri=True) as database:
            assert set(database.execute("SELECT name, note FROM person WHERE length(name) = 1")) == set(kept), name
    written = [cell for row in openpyxl.load_workbook(county.place("signs-out.xlsx")).worksheets[0].iter_rows() for cell in row]
    assert not [cell.coordinate for cell in written if cell.data_type == "f"]
    with open(county.place("signs-out.csv"), encoding="utf-8-sig", newline="") as file:
        assert not [cell for row in csv.reader(file) for cell in row if cell[:1] in "=+-@" and cell]


TESTS = [test_archives, test_entities, test_sizes, test_photos, test_formulas]


def main():
    print(f"1..{len(TESTS)}")
    failed = False
    county = County()
    for number, test in enumerate(TESTS, 1):
        try:
            test(county)
            print(f"ok {number} {test.__name__}")
        except Exception:  # every case is told, whatever happened in it
            failed = True
            print(f"not ok {number} {test.__name__}")
            print("\n".join("# " + line for line in traceback.format_exc().splitlines()))
    county.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
