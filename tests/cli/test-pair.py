#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: test-pair.py TOUYAN-CLI
"""The plan of a programme on the command line: held against the tables of the file, taken over, undone, with
locks and with bad input. Prints TAP."""
import collections
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import zipfile

CLI = sys.argv[1]
DAY = "2026-11-26"
PRESENT = ("proposed", "agreed", "under_way", "review")


def call(*arguments):
    # Letters in a PDF need deep stacks to be told from leaks of ours: tests of the drawing look for those.
    environment = dict(os.environ, ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0")
    return subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True, env=environment)


def run(*arguments, status=0):
    result = call(*arguments)
    assert result.returncode == status, (arguments, result.returncode, result.stderr)
    return result.stdout


def rows(county, sql, *values):
    with sqlite3.connect(f"file:{county}?mode=ro", uri=True) as file:
        return file.execute(sql, values).fetchall()


def change(county, sql, *values):
    """Past the history, as no program may: only to make a file that is bad."""
    with sqlite3.connect(county) as file:
        file.execute(sql, values)


def plan(county, programme, *more):
    return json.loads(run("pair", county, "--programme", programme, "--as-of", DAY, "--json", *more))


def rules_hold(folder):
    county = folder / "a.touyan"
    run("sample", county, "--villages", 40, "--seed", 5)
    excluded = {frozenset(pair) for pair in rows(county, "SELECT person, other FROM exclusion")}
    for (programme, key, most) in rows(county, "SELECT name, id, capacity FROM programme"):
        found = plan(county, programme)
        load = collections.Counter(mentor for (mentor,) in rows(
            county, f"SELECT mentor FROM pairing WHERE programme <> ? AND state IN {PRESENT}", key))
        here = collections.Counter()
        for mentee in found["mentees"]:
            if "mentor" not in mentee:
                assert mentee["state"] == "alone" and mentee["reason"], mentee
                continue
            assert sum(mentee["points"].values()) == mentee["score"], mentee
            assert frozenset((mentee["person"], mentee["mentor"])) not in excluded, mentee
            assert mentee["person"] != mentee["mentor"], mentee
            here[mentee["mentor"]] += 1
        planned = {mentee["person"] for mentee in found["mentees"]}
        for (person, mentor) in rows(
                county, f"SELECT person, mentor FROM pairing WHERE programme = ? AND state IN {PRESENT}", key):
            if person not in planned:
                here[mentor] += 1
        for mentor, n in here.items():
            ((capacity,),) = rows(county, "SELECT capacity FROM mentor WHERE person = ? AND (until_date IS NULL "
                                  "OR until_date > ?)", mentor, DAY)
            assert n <= most and n + load[mentor] <= capacity, (programme, mentor, n, load[mentor], capacity)
        assert found["proved"], found


def needs_are_those_of_the_rules(folder):
    county = folder / "a.touyan"
    wanted = {person for (person,) in rows(
        county, "SELECT DISTINCT person FROM reserve WHERE (from_date IS NULL OR from_date <= ?) "
        "AND (until_date IS NULL OR until_date > ?)", DAY, DAY)}
    found = plan(county, "后备干部导师帮带")
    assert {mentee["person"] for mentee in found["mentees"]} == wanted

    secretaries = dict(rows(
        county, "SELECT a.person, a.unit FROM appointment a JOIN unit_state s ON s.unit = a.unit "
        "WHERE a.post = 'D1' AND s.level = 'village' AND a.until_date IS NULL AND s.until_date IS NULL"))
    difficult = {unit for (unit,) in rows(
        county, "SELECT unit FROM unit_class WHERE class = 'difficult' AND from_date <= ? "
        "AND (until_date IS NULL OR until_date > ?)", DAY, DAY)}
    found = plan(county, "青蓝帮带")
    by_rule = {mentee["person"] for mentee in found["mentees"] for need in mentee["needs"]
               if need["kind"] == "weak_base" and not need["by_hand"]}
    assert by_rule == {person for person, unit in secretaries.items() if unit in difficult}
    by_hand = {mentee["person"] for mentee in found["mentees"] for need in mentee["needs"] if need["by_hand"]}
    assert by_hand == {person for (person,) in rows(county, "SELECT person FROM need WHERE waived = 'no'")}
    waived = {person for (person,) in rows(county, "SELECT person FROM need WHERE waived = 'yes'")}
    assert not [mentee for mentee in found["mentees"] for need in mentee["needs"]
                if mentee["person"] in waived and need["kind"] == "new_secretary"]


def locks(folder):
    county = folder / "a.touyan"
    before = plan(county, "青蓝帮带")
    mentee = next(one for one in before["mentees"] if one["state"] == "new" and "runner_up" in one)
    lock = f"{mentee['person']}={mentee['runner_up']}"
    after = plan(county, "青蓝帮带", "--lock", lock)
    same = next(one for one in after["mentees"] if one["person"] == mentee["person"])
    assert same["mentor"] == mentee["runner_up"] and same["locked"], same
    assert after["score"] <= before["score"] + 200 * len(before["mentees"])

    contrary = plan(county, "青蓝帮带", "--lock", lock, "--lock", f"{mentee['person']}={mentee['mentor']}")
    assert any(mentee["name"] in message for message in contrary["messages"]), contrary["messages"]
    (excluded, other) = rows(county, "SELECT person, other FROM exclusion")[0]
    refused = plan(county, "青蓝帮带", "--lock", f"{excluded}={other}")
    assert refused["messages"] and refused["proved"], refused["messages"]
    why = run("pair", county, "--programme", "青蓝帮带", "--as-of", DAY, "--why", f"{excluded}={other}")
    assert "Not to be paired" in why, why
    run("pair", county, "--programme", "青蓝帮带", "--lock", "one", status=2)
    run("pair", county, "--programme", "青蓝帮带", "--why", "1=2", status=2)
    run("pair", county, "--programme", "无此项目", status=2)


def taken_over(folder):
    county = folder / "a.touyan"
    before = rows(county, "SELECT * FROM pairing ORDER BY person, id")
    found = plan(county, "青蓝帮带", "--apply", "--user", "李云")
    assert found["action"] > 0, found["action"]
    made = {(person, mentor) for (person, mentor) in rows(
        county, "SELECT person, mentor FROM pairing WHERE state = 'proposed'")}
    assert made == {(one["person"], one["mentor"]) for one in found["mentees"]
                    if one["state"] in ("new", "changed")}
    changed = [one for one in found["mentees"] if one["state"] == "changed"]
    for one in changed:
        ((state, result),) = rows(county, "SELECT state, result FROM pairing WHERE person = ? AND mentor = ? "
                                  "AND until_date = ?", one["person"], one["present"], DAY)
        assert (state, result) == ("ended", "changed"), one
    again = plan(county, "青蓝帮带", "--apply")
    assert again["new"] == 0 and again["alone"] == found["alone"], again
    run("undo", county)
    if again["action"]:
        run("undo", county)
    assert rows(county, "SELECT * FROM pairing ORDER BY person, id") == before
    run("check", county)


def ledgers(folder):
    county = folder / "a.touyan"
    ((due,),) = rows(county, "SELECT count(*) FROM pairing g JOIN programme p ON p.id = g.programme "
                     "WHERE p.name = '书记带专干' AND g.state = 'under_way'")
    ((everybody,),) = rows(county, "SELECT count(*) FROM pairing g JOIN programme p ON p.id = g.programme "
                           "WHERE p.name = '书记带专干'")
    ((done,),) = rows(county, "SELECT count(*) FROM talk t JOIN pairing g ON g.person = t.person AND g.mentor = "
                      "t.mentor JOIN programme p ON p.id = g.programme WHERE p.name = '书记带专干' AND g.state = "
                      "'under_way' AND t.date BETWEEN '2026-11-01' AND ?", DAY)
    say = ("pair", county, "--programme", "书记带专干", "--as-of", DAY)
    assert f"{everybody} pairing" in run(*say, "--ledger", folder / "ledger.xlsx")
    assert f"{due} pairing" in run(*say, "--month-sheet", folder / "month.xlsx")
    with zipfile.ZipFile(folder / "month.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    last = re.findall("<v>([0-9]+)</v>", sheet[sheet.rindex("<row "):])
    assert last[:2] == [str(2 * due), str(done)], (last, due, done)
    run(*say, "--month-sheet", folder / "month.pdf")
    text = subprocess.run(["pdftotext", "-layout", folder / "month.pdf", "-"], capture_output=True,
                          text=True).stdout
    assert "Talks in" in text and "Total" in text, text
    run(*say, "--ledger", folder / "ledger.doc", status=1)
    assert len([event for event in json.loads(run("history", county, "--events", "--json"))
                if event["kind"] == "exported"]) >= 3


def bad(folder):
    county = folder / "b.touyan"
    run("create", county, "--name", "石城县", "--code", "990101")
    assert "no mentoring programme" in call("pair", county, "--programme", "x").stderr

    county = folder / "a.touyan"
    run("backup", county, folder / "c.touyan")
    county = folder / "c.touyan"
    change(county, "UPDATE mentor SET capacity = 0 WHERE person = (SELECT min(person) FROM mentor "
           "WHERE until_date IS NULL)")
    ((name,),) = rows(county, "SELECT name FROM person WHERE id = (SELECT min(person) FROM mentor "
                      "WHERE until_date IS NULL)")
    change(county, "INSERT INTO programme_weight SELECT p.id, c.column1, 0 FROM programme p JOIN "
           "(VALUES ('needs'), ('industry'), ('distance'), ('level'), ('experience'), ('load'), "
           "('continuity'), ('wishes')) c WHERE p.name = '书记带专干'")
    found = plan(county, "书记带专干")
    assert any(name in message for message in found["messages"]), found["messages"]
    assert any("no criterion" in message for message in found["messages"]), found["messages"]
    assert found["new"] > 0 and found["score"] == 0, found["new"]

    # Who leaves during the pairing is told by name, and all others are planned.
    ((person, name),) = rows(county, "SELECT g.person, p.name FROM pairing g JOIN person p ON p.id = g.person "
                             "JOIN programme o ON o.id = g.programme WHERE o.name = '书记带专干' AND g.state = "
                             "'under_way' ORDER BY 1 LIMIT 1")
    change(county, "UPDATE appointment SET until_date = '2026-01' WHERE person = ? AND until_date IS NULL", person)
    change(county, "DELETE FROM reserve WHERE person = ?", person)
    change(county, "DELETE FROM mentor WHERE person = ?", person)
    left = plan(county, "书记带专干")
    assert any(name in message and "has left" in message for message in left["messages"]), left["messages"]
    assert len(left["mentees"]) == len(found["mentees"]) - 1

    change(county, "UPDATE programme SET until_date = '2026-06-30' WHERE name = '书记带专干'")
    ended = plan(county, "书记带专干")
    assert ended["new"] == ended["changed"] == 0 and ended["kept"] > 0, ended
    assert any("书记带专干" in message for message in ended["messages"]), ended["messages"]

    change(county, "DELETE FROM mentor")
    empty = plan(county, "青蓝帮带")
    assert empty["new"] == empty["kept"] == 0 and empty["alone"] == len(empty["mentees"]) > 0
    assert any("no mentors" in message for message in empty["messages"]), empty["messages"]


def main():
    tests = [rules_hold, needs_are_those_of_the_rules, locks, taken_over, ledgers, bad]
    print(f"1..{len(tests)}")
    with tempfile.TemporaryDirectory() as folder:
        for number, test in enumerate(tests, 1):
            test(pathlib.Path(folder))
            print(f"ok {number} /cli/pair/{test.__name__}", flush=True)


main()
