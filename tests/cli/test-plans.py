#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: test-plans.py TOUYAN-CLI
"""Tables that offices paste and save, taken over by plan, and what comes out again."""

import csv
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback
import zipfile

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
        environment = dict(os.environ, XDG_DATA_HOME=self.place("data"), LANGUAGE="zh_CN")
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


NUMBERS = {row[2]: row[4] for row in ROSTER[1:]}


def person(name, *cells):
    village = next(row for row in ROSTER if row[2] == name)
    return [village[0], village[1], name, NUMBERS[name], *cells]


WHO = ["乡镇", "村", "姓名", "身份证号"]

# Each kind: a table, the rows that are refused, what the file holds when it was imported, and the table of that.
KINDS = [
    ("roster", [ROSTER[0], ["云岭镇", "东山村", "石一心", "女", id_number("99010119930818006"), "村委会委员", "2021.05", "群众"],
                ["云岭镇", "东山村", "方小满", "女", id_number("99010119950409002"), "退休", "2021.05", "群众"]],
     1, "SELECT p.name FROM person p WHERE p.name IN ('石一心', '方小满')", [("石一心",)]),
    ("reserves", [WHO + ["培养方向", "入库时间", "备注"], person("田一鸣", "党支部书记", "2021.03", ""),
                  person("石秀兰", "妇联副主席、党支部委员", "2021.03", "重点培养"), person("何长安", "首席幸福官", "2021.03", ""),
                  person("方大同", "退休", "2021.03", "")],
     1, "SELECT p.name, r.post, r.note FROM reserve r JOIN person p ON p.id = r.person ORDER BY p.name, r.post",
     [("何长安", "P11", "首席幸福官"), ("田一鸣", "D1", None), ("石秀兰", "D3", "重点培养"), ("石秀兰", "P11", "妇联副主席；重点培养")]),
    ("appointments", [WHO + ["职务", "任职时间", "免职时间", "任职文号"], person("方大同", "妇联执委", "2020.05", "", "石组〔2020〕3号"),
                      person("田一鸣", "原党支部书记", "2020.05", "", "")],
     1, "SELECT a.post, a.title, a.from_date, a.document FROM appointment a WHERE a.document IS NOT NULL",
     [("P11", "妇联执委", "2020-05", "石组〔2020〕3号")]),
    ("results", [WHO + ["2020年度考核结果", "2021年度考核结果"], person("何长安", "优秀", "称职"),
                 person("石秀兰", "马马虎虎", "称职")],
     1, "SELECT p.name, a.year FROM annual_result a JOIN person p ON p.id = a.person ORDER BY a.year",
     [("何长安", 2020), ("何长安", 2021)]),
    ("appraisals", [WHO + ["年度", "考核得分", "考核等次"], person("何长安", "2021", "92.5", ""),
                    person("方大同", "2021", "很高", "")],
     1, "SELECT p.name, a.year, a.score FROM appraisal a JOIN person p ON p.id = a.person",
     [("何长安", 2021, "92.5")]),
    ("family", [WHO + ["与本人关系", "家庭成员姓名", "家庭成员出生年月", "家庭成员工作单位及职务"],
                person("石秀兰", "丈夫", "方远", "1980.02", "石城县下河小学"), person("田一鸣", "妻子", "", "1991.02", "")],
     1, "SELECT f.name, f.birth, f.occupation FROM family_member f", [("方远", "1980-02", "石城县下河小学")]),
    ("training", [WHO + ["培训班名称", "开始时间", "培训天数"], person("何长安", "村党组织书记轮训班", "2021.04.12", "3"),
                  ["云岭镇", "下河村", "何不在", id_number("99010119700101009"), "村党组织书记轮训班", "2021.04.12", "3"]],
     1, "SELECT p.name, c.name, c.from_date FROM attendance a JOIN course c ON c.id = a.course "
        "JOIN person p ON p.id = a.person", [("何长安", "村党组织书记轮训班", "2021-04-12")]),
    ("honours", [WHO + ["获奖时间", "荣誉称号", "授予单位"], person("石秀兰", "2021.07", "优秀党务工作者", "石城县委"),
                 person("方大同", "去年", "劳动模范", "石城县委")],
     1, "SELECT h.date, h.title, h.granted_by FROM honour h", [("2021-07", "优秀党务工作者", "石城县委")]),
    ("units", [["乡镇", "村", "区划代码", "类别"], ["云岭镇", "下河村", "990101001001", "村"],
               ["云岭镇", "新桥社区", "990101001002", "社区"], ["云岭镇", "西河村", "990101001003", "工厂"],
               ["云岭镇", "南河村", "12", "村"], ["云岭镇", "北河村", "99010100100x", "村"]],
     3, "SELECT name, code FROM unit_state WHERE code LIKE '990101001%' ORDER BY code",
     [("下河村", "990101001001"), ("新桥社区", "990101001002")]),
    ("village-years", [["乡镇", "村", "年度", "集体经济收入（万元）", "户籍人口"], ["云岭镇", "下河村", "2021", "12.5", "1,208"],
                       ["云岭镇", "东山村", "2021", "不少", "900"]],
     1, "SELECT y.income, y.population FROM unit_year y", [("125000", "1208")]),
]


def import_kind(county, kind, rows, *options):
    path = county.table(f"{kind}.csv", rows)
    return json.loads(county.run("import", county.path, path, "--kind", kind, "--as-of", AS_OF, "--json", *options))


def count(plan, state):
    return sum(row["state"] == state for row in plan["rows"])


def test_kinds(county):
    """Each kind of table: what is bad is refused with its place, the rest is one action; once more it is the same, and
    undone nothing of it is left."""
    kinds = [line.split()[0] for line in county.run("import", "--list-kinds").splitlines() if not line.startswith(" ")]
    assert kinds == [kind for kind, *_ in KINDS], kinds
    for kind, rows, n_refused, sql, expected in KINDS:
        before = county.ask(sql)
        plan = import_kind(county, kind, rows, "--dry-run")
        assert count(plan, "refused") == n_refused and len(plan["rows"]) == len(rows) - 1, (kind, plan)
        for row in plan["rows"]:
            assert (row["state"] == "refused") == bool(row.get("reason")), (kind, row)
        assert county.ask(sql) == before, kind

        import_kind(county, kind, rows)
        assert county.ask(sql) == expected, (kind, county.ask(sql))
        again = import_kind(county, kind, rows, "--dry-run")
        assert count(again, "same") == len(rows) - 1 - n_refused, (kind, again)
        if kind != "units":
            county.run("undo", county.path)
            assert county.ask(sql) == before, kind


def test_chosen(county):
    """Rows and fields that are refused stay as they were, and what was taken over says so in the history."""
    rows = [ROSTER[0] + ["联系电话"]] + [row + [f"1990000000{number}"] for number, row in enumerate(ROSTER[1:], 1)]
    rows[1][7] = "群众"
    import_kind(county, "roster", rows, "--refuse", "person.political", "--refuse", "row:3")
    assert county.ask("SELECT name, phone FROM person WHERE phone IS NOT NULL ORDER BY phone") == [
        ("何长安", "19900000001"), ("方大同", "19900000003"), ("田一鸣", "19900000004")]
    assert county.ask("SELECT political FROM person WHERE name = '何长安'") == [("01",)]
    assert "19900000003" not in county.run("history", county.path)


def test_mappings(county):
    """Each of several files is read by the mapping that was kept for tables of its look."""
    first = county.table("a.csv", [["甲", "乙", "丙", "证件号", "丁"], person("何长安", "先进个人")])
    second = county.table("b.csv", [["子", "丑", "寅", "证件号", "卯"], person("方大同", "劳动模范")])
    for path, name, letters in ((first, "旧表", "甲乙丙丁"), (second, "新表", "子丑寅卯")):
        maps = zip(letters, ("township", "village", "person.name", "honour.title"))
        county.run("import", county.path, path, "--kind", "honours", "--save-mapping", name,
                   *(option for letter, word in maps for option in ("--map", f"{letter}={word}")))
    plan = json.loads(county.run("import", county.path, first, second, "--kind", "honours", "--dry-run", "--json"))
    assert [(row["name"], row["state"]) for row in plan["rows"]] == [("何长安", "same"), ("方大同", "same")], plan
    assert county.ask("SELECT title FROM honour ORDER BY title") == [("先进个人",), ("劳动模范",)]


def test_village_roster(county):
    """The roster of field.md 9.2 says the full-time and the highest education and all sources in one cell, and comes back
    into another county file as it was."""
    rows = [ROSTER[0] + ["全日制学历", "在职学历", "来源"], ROSTER[1] + ["高中", "大专", "退役军人、致富能手"],
            ROSTER[2] + ["大专", "", "返乡大学生"], ROSTER[3] + ["", "中专", "退役军人；神仙"], ROSTER[4] + ["初中", "", ""]]
    import_kind(county, "roster", rows)
    roster, other = county.place("village.xlsx"), county.place("other.touyan")
    county.run("export", county.path, roster, "--roster", "--as-of", AS_OF, "--layout", "village", "--sensitive")
    county.run("create", other, "--name", "石城县", "--code", "990101")
    county.run("import", other, roster, "--kind", "roster", "--as-of", AS_OF)
    for sql in ("SELECT p.name, e.mode, e.level FROM education e JOIN person p ON p.id = e.person "
                "WHERE p.name <> '方大同' ORDER BY 1, 2, 3",
                "SELECT p.name, b.source FROM background b JOIN person p ON p.id = b.person ORDER BY 1, 2",
                "SELECT p.name, a.post, a.title FROM appointment a JOIN person p ON p.id = a.person ORDER BY 1, 2, 3"):
        with sqlite3.connect(f"file:{other}?mode=ro", uri=True) as database:
            found = database.execute(sql).fetchall()
        assert found == county.ask(sql), (found, county.ask(sql))
    sources = county.ask("SELECT count(*) FROM background b JOIN person p ON p.id = b.person WHERE p.name = '何长安'")
    modes = county.ask("SELECT e.mode FROM education e JOIN person p ON p.id = e.person WHERE p.name = '何长安' ORDER BY 1")
    assert sources == [(2,)] and modes == [("fulltime",), ("inservice",)], (sources, modes)


def test_two_villages(county):
    """A post before which another village stands is one of that village, also where the village comes later on the roster
    or lies in another township; so it goes out, and so it comes back."""
    number = id_number("99010119760512001")
    rows = [ROSTER[0],
            ["云岭镇", "北坡村", "石守义", "男", number, "北坡村党支部书记、党支部书记、村委会主任、东山村党组织委员、青河镇桥头社区居委会委员",
             "2021.05", "中共党员"],
            ["青河镇", "桥头社区", "何平", "男", id_number("99010119810512002"), "居委会主任", "2021.05", "群众"]]
    import_kind(county, "roster", rows)
    sql = ("SELECT p.name, s.name, s.kind, a.post FROM appointment a JOIN person p ON p.id = a.person "
           "JOIN unit_state s ON s.unit = a.unit WHERE a.until_date IS NULL ORDER BY 1, 2, 4")
    held = [("北坡村", "village", "C1"), ("北坡村", "village", "D1"), ("东山村", "village", "D3"), ("桥头社区", "community", "J3")]
    found = [row[1:] for row in county.ask(sql) if row[0] == "石守义"]
    assert sorted(found) == sorted(held), found

    roster, other = county.place("village.xlsx"), county.place("other.touyan")
    county.run("export", county.path, roster, "--roster", "--as-of", AS_OF, "--layout", "village", "--sensitive")
    county.run("create", other, "--name", "石城县", "--code", "990101")
    county.run("import", other, roster, "--kind", "roster", "--as-of", AS_OF)
    with sqlite3.connect(f"file:{other}?mode=ro", uri=True) as database:
        found = database.execute(sql).fetchall()
    assert found == county.ask(sql), (found, county.ask(sql))


def test_townships(county):
    """The leadership of a township stands on rosters without a village, and is of the township; a row of which the
    village was forgotten is refused."""
    leaders = [["云岭镇", "", "周正", "男", id_number("99010119750101001"), "党委书记", "2021.05", "中共党员"],
               ["云岭镇", "", "孟小棠", "女", id_number("99010119850101002"), "组织委员、副镇长", "2021.05", "中共党员"],
               ["云岭镇", "", "何无村", "男", id_number("99010119860101001"), "网格员", "2021.05", "群众"],
               ["云岭镇", "", "何未知", "男", id_number("99010119870101001"), "首席幸福官", "2021.05", "群众"]]
    rows = [ROSTER[0]] + leaders + ROSTER[1:]
    for options in ((), ("--dry-run",)):
        plan = import_kind(county, "roster", rows, *options)
        assert [row["name"] for row in plan["rows"] if row["state"] == "refused"] == ["何无村", "何未知"], plan
    held = county.ask("SELECT p.name, a.post, s.level, s.name FROM appointment a JOIN person p ON p.id = a.person "
                      "JOIN unit_state s ON s.unit = a.unit WHERE s.level = 'township' ORDER BY 1, 2")
    assert held == [("周正", "T1", "township", "云岭镇"), ("孟小棠", "T4", "township", "云岭镇"),
                    ("孟小棠", "T5", "township", "云岭镇")], held
    # What ends in a term is never a post of the township itself.
    import_kind(county, "roster", [ROSTER[0]] + ROSTER[1:3], "--end-missing", "2021-11-30")
    assert county.ask("SELECT count(*) FROM appointment WHERE post LIKE 'T%' AND until_date IS NOT NULL") == [(0,)]
    plan = import_kind(county, "appointments", [WHO + ["职务", "任职时间"],
                                                ["云岭镇", "", "周正", id_number("99010119750101001"), "镇长", "2021.06"]])
    assert [row["state"] for row in plan["rows"]] == ["new"], plan


def test_several(county):
    """Somebody new who stands in two files that are read together is new in the first and known in the second; each file
    is an action."""
    new = ["云岭镇", "东山村", "石一心", "女", id_number("99010119930818006"), "村委会委员", "2021.05", "群众"]
    first = county.table("first.csv", [ROSTER[0], new])
    second = county.table("second.csv", [ROSTER[0] + ["联系电话"], new + ["19900000009"]])
    n_actions = county.ask("SELECT count(*) FROM action")[0][0]
    plan = json.loads(county.run("import", county.path, first, second, "--kind", "roster", "--as-of", AS_OF, "--json"))
    assert [row["state"] for row in plan["rows"]] == ["new", "changed"], plan
    assert county.ask("SELECT count(*), max(phone) FROM person WHERE name = '石一心'") == [(1, "19900000009")]
    assert county.ask("SELECT count(*) FROM action") == [(n_actions + 2,)]
    county.run("undo", county.path)
    assert county.ask("SELECT phone FROM person WHERE name = '石一心'") == [(None,)]


def read_texts(path):
    """The names of the sheets of a workbook that was written here, and the texts of each."""
    with zipfile.ZipFile(path) as book:
        names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
        sheets = [book.read(f"xl/worksheets/sheet{number}.xml").decode() for number in range(1, len(names) + 1)]
    return dict(zip(names, sheets))


def test_problems(county):
    """What is wrong in several tables goes back in one workbook, each table on a sheet of its own; one without a problem
    is not among them."""
    heads = WHO + ["获奖时间", "荣誉称号", "授予单位"]
    good = county.table("好的.csv", [heads, person("何长安", "2021.07", "先进个人", "石城县委")])
    tables = [county.table(f"{place}.csv", [heads, person(name, bad, "劳动模范", "石城县委")])
              for place, name, bad in (("云岭镇", "石秀兰", "前年某月"), ("河口镇", "方大同", "从前有一天"))]
    book = county.place("问题.xlsx")
    county.run("import", county.path, good, *tables, "--kind", "honours", "--dry-run", "--problems", book)
    found = read_texts(book)
    assert list(found) == ["云岭镇", "河口镇"], list(found)
    assert "前年某月" in found["云岭镇"] and "从前有一天" not in found["云岭镇"], found
    assert "从前有一天" in found["河口镇"] and "前年某月" not in found["河口镇"], found
    county.run("import", county.path, good, "--kind", "honours", "--dry-run", "--problems", book)
    assert len(read_texts(book)) == 1, read_texts(book)


TESTS = [test_own_words, test_kinds, test_chosen, test_mappings, test_village_roster, test_two_villages, test_townships,
         test_several, test_problems]


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
