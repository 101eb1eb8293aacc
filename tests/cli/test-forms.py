#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: test-forms.py TOUYAN-CLI
"""Appointment files by the command line: the forms of the sample are read into another county and written
again, and are the same to the byte. Prints TAP."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

CLI = sys.argv[1]


def run(*arguments, status=0):
    result = subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True)
    assert result.returncode == status, (arguments, result.returncode, result.stderr)
    return result.stdout


def round_trip(folder):
    sample, empty = folder / "sample.touyan", folder / "empty.touyan"
    run("sample", sample, "--villages", 12)
    run("create", empty, "--name", "石城县", "--code", "990101")
    run("export-forms", sample, folder / "first", "--as-of", "2021-12-31")
    files = sorted((folder / "first").glob("*.lrmx"))
    assert len(files) > 50, len(files)
    posts = [ElementTree.parse(file).getroot().findtext("XianRenZhiWu") or "" for file in files]
    assert any(re.search("镇党委书记|乡党委书记|街道党工委书记", post) for post in posts), posts
    assert not any("（" in post for post in posts), [post for post in posts if "（" in post]

    dry = json.loads(run("import-forms", empty, folder / "first", "--dry-run", "--json"))
    assert len(dry) == len(files) and {line["state"] for line in dry} == {"new"}
    run("import-forms", empty, folder / "first")
    run("export-forms", empty, folder / "second", "--as-of", "2021-12-31", "--who", "everybody")
    for file in files:
        again = folder / "second" / file.name
        assert file.read_bytes() == again.read_bytes(), file.name
    same = json.loads(run("import-forms", empty, folder / "first", "--dry-run", "--json"))
    assert {line["state"] for line in same} == {"same"}, [line for line in same if line["state"] != "same"]
    run("check", empty)


def noted(folder):
    events = json.loads(run("history", folder / "sample.touyan", "--events", "--json"))
    exported = [event for event in events if event["kind"] == "exported"]
    assert len(exported) == 1, events
    assert "appointment-forms" in json.dumps(exported[0]), exported


def never_overwritten(folder):
    output = subprocess.run([CLI, "export-forms", folder / "sample.touyan", folder / "first", "--as-of",
                             "2021-12-31"], capture_output=True, text=True)
    assert output.returncode == 1 and "already" in output.stderr, output
    before = sorted(file.name for file in (folder / "first").iterdir())
    run("export-forms", folder / "sample.touyan", folder / "first", "--as-of", "2021-12-31", "--overwrite")
    assert before == sorted(file.name for file in (folder / "first").iterdir())


def old_editor(folder):
    run("export-forms", folder / "sample.touyan", folder / "old", "--as-of", "2021-12-31", "--format", "lrm")
    records = list((folder / "old").glob("*.lrm"))
    photos = list((folder / "old").glob("*.pic"))
    assert records and photos, (records, photos)
    line = records[0].read_bytes().decode("gb18030")
    assert line.startswith('"') and line.count('","') == 32, line[:200]
    again = json.loads(run("import-forms", folder / "sample.touyan", folder / "old", "--dry-run", "--json"))
    assert "refused" not in {entry["state"] for entry in again}, again


def bad(folder):
    (folder / "bad").mkdir()
    (folder / "bad" / "a.lrmx").write_text("<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><Person>"
                                           "<XingMing>&y;</XingMing></Person>")
    (folder / "bad" / "b.lrm").write_text('"a","b"')
    (folder / "bad" / "c.lrmx").symlink_to(folder / "first")
    lines = json.loads(run("import-forms", folder / "empty.touyan", folder / "bad", "--json", status=1))
    assert [line["state"] for line in lines] == ["refused", "refused"], lines
    run("import-forms", folder / "empty.touyan", folder / "missing", status=1)
    (folder / "nothing").mkdir()
    run("import-forms", folder / "empty.touyan", folder / "nothing", status=1)


def main():
    os.environ["LC_ALL"] = "C.UTF-8"
    tests = [round_trip, noted, never_overwritten, old_editor, bad]
    print(f"1..{len(tests)}")
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_DATA_HOME"] = name + "/data"
        for number, test in enumerate(tests, 1):
            test(pathlib.Path(name))
            print(f"ok {number} - /cli/forms/{test.__name__}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
