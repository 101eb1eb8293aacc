#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: test-json.py TOUYAN-CLI SCHEMA
"""A county as JSON: equal when it is read again, as its JSON Schema says, and refused with its place."""

import base64
import hashlib
import json
import os
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile

CLI, SCHEMA = sys.argv[1:3]
NOT_CONTENT = ("blob", "writer", "action", "action_subject", "event")


class County:
    """A small sample in a folder of its own, with a field, a list and a filter of the county's own."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="touyan-")
        self.path = self.place("county.touyan")
        self.run("sample", self.path, "--villages", "12")
        self.run("fields", self.path, "--add", "入党\"介绍人\"\\一")
        self.run("filters", self.path, "--save", "女书记", "--filter", '{"who": "secretaries"}')
        self.json = self.place("county.json")
        self.run("export", self.path, "--json", "--output", self.json)
        with open(self.json, encoding="utf-8") as file:
            self.data = json.load(file)

    def close(self):
        shutil.rmtree(self.folder)

    def place(self, name):
        return os.path.join(self.folder, name)

    def run(self, *arguments, status=0, given=None):
        environment = dict(os.environ, XDG_DATA_HOME=self.place("data"), LANGUAGE="en")
        result = subprocess.run([CLI, *arguments], capture_output=True, encoding="utf-8", input=given,
                                env=environment, check=False)
        assert result.returncode == status, (arguments, result.returncode, result.stdout, result.stderr)
        return result.stdout if status == 0 else result.stderr

    def read(self, data, status=0):
        """Makes a county of data, which is an object or a text; what was said of it."""
        with open(self.place("given.json"), "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write(data if isinstance(data, str) else json.dumps(data, ensure_ascii=False))
        new = self.place("new.touyan")
        for name in os.listdir(self.folder):
            if "new.touyan" in name:
                os.remove(self.place(name))
        said = self.run("create", new, "--from-json", self.place("given.json"), status=status)
        left = [name for name in os.listdir(self.folder) if "new.touyan" in name and not name.endswith(".lock")]
        assert left == (["new.touyan"] if status == 0 else []), left
        return said


def dump(path):
    """Everything of a county file that is content, by SQLite alone."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        tables = [name for name, in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' "
                                                     "AND name NOT LIKE 'sqlite_%' ORDER BY name")]
        return {table: sorted(map(repr, database.execute(f'SELECT * FROM "{table}"')))
                for table in tables if table not in NOT_CONTENT}


def validate(value, schema, root, place="$"):
    """The part of JSON Schema that a county needs; fails where a word is used that is not known here."""
    known = {"$schema", "title", "description", "$defs", "contentEncoding", "type", "const", "pattern", "required",
             "properties", "additionalProperties", "items", "$ref"}
    assert set(schema) <= known, (place, set(schema) - known)
    if "$ref" in schema:
        validate(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, place)
    kinds = {"object": dict, "array": list, "string": str, "integer": int}
    if "type" in schema:
        assert isinstance(value, kinds[schema["type"]]) and not isinstance(value, bool), (place, value)
    assert "const" not in schema or value == schema["const"], (place, value)
    assert "pattern" not in schema or re.search(schema["pattern"], value), (place, value)
    if isinstance(value, dict):
        assert set(schema.get("required", ())) <= set(value), (place, value)
        properties = schema.get("properties", {})
        assert schema.get("additionalProperties", True) or set(value) <= set(properties), (place, set(value))
        for name, member in value.items():
            validate(member, properties.get(name, {}), root, f"{place}.{name}")
    if isinstance(value, list):
        for index, item in enumerate(value):
            validate(item, schema.get("items", {}), root, f"{place}[{index}]")


def test_equal(county):
    """Read into a new file, everything is the same, and so is its export."""
    new = county.place("equal.touyan")
    county.run("create", new, "--from-json", county.json)
    assert dump(new) == dump(county.path)
    county.run("check", new)
    again = county.run("export", new, "--json")
    with open(county.json, encoding="utf-8") as file:
        assert again == file.read()
    assert "County read from county.json" in county.run("history", new)
    county.run("create", county.place("piped.touyan"), "--from-json", "-", given=again)
    assert dump(county.place("piped.touyan")) == dump(county.path)


def test_blobs(county):
    """Photos are in it, under their hash, and only those that somebody has."""
    used = {row["photo"] for row in county.data["tables"]["person"] if "photo" in row}
    used |= {row["sha256"] for row in county.data["tables"]["attachment"] if "sha256" in row}
    assert used == {blob["sha256"] for blob in county.data["blobs"]} and used
    for blob in county.data["blobs"]:
        assert hashlib.sha256(base64.b64decode(blob["bytes"], validate=True)).hexdigest() == blob["sha256"]


def test_schema(county):
    with open(SCHEMA, encoding="utf-8") as file:
        text = file.read()
    assert text == county.run("export", "--json-schema"), \
        "tables have changed: touyan-cli export --json-schema >docs/county.schema.json"
    schema = json.loads(text)
    validate(county.data, schema, schema)
    assert set(dump(county.path)) == set(schema["properties"]["tables"]["properties"])
    for change in (lambda data: data["tables"]["person"][0].update(birth="May"),
                   lambda data: data["tables"]["person"][0].update(id=5),
                   lambda data: data["tables"]["person"][0].pop("id"),
                   lambda data: data["tables"].update(nothing=[])):
        wrong = json.loads(json.dumps(county.data))
        change(wrong)
        try:
            validate(wrong, schema, schema)
        except AssertionError:
            continue
        raise AssertionError("the schema allows what is wrong")


def test_noted(county):
    """It can be read by its owner alone, is noted, and replaces nothing unasked."""
    assert stat.S_IMODE(os.stat(county.json).st_mode) == 0o600
    event = json.loads(county.run("history", county.path, "--events", "--json"))[-1]
    assert event["kind"] == "exported" and event["detail"]["what"] == "everything"
    county.run("export", county.path, "--json", "--output", county.json, status=1)
    county.run("export", county.path, "--json", "--output", county.json, "--overwrite")
    county.run("create", county.path, "--from-json", county.json, status=1)
    county.run("check", county.path)


def changed(county, change):
    data = json.loads(json.dumps(county.data))
    data.pop("content")
    change(data)
    return data


def test_changed(county):
    """Who changes a row on purpose leaves the hash out; rows may stand in any order, and null is nothing."""
    def turn(data):
        data["tables"] = {name: rows[::-1] for name, rows in reversed(data["tables"].items())}
        data["tables"]["person"][0].update(name="新\u2028名\U00020000\t\"", note=None)
        data["tables"]["person"][0].pop("phone", None)

    county.read(changed(county, turn))
    county.run("check", county.place("new.touyan"))
    names = json.loads(county.run("export", county.place("new.touyan"), "--json"))["tables"]["person"]
    assert any(row["name"] == "新\u2028名\U00020000\t\"" for row in names)
    data = dict(county.data)
    data["tables"] = dict(data["tables"], person_list=[])
    data["tables"]["setting"] = data["tables"]["setting"][1:]
    assert "content" in county.read(data, status=1)


def test_refused(county):
    """What is wrong in the content is named by its place."""
    def person(data):
        return data["tables"]["person"][0]

    cases = [
        (lambda data: data["tables"].update(nothing=[]), "nothing"),
        (lambda data: person(data).update(shoe="42"), "shoe"),
        (lambda data: person(data).update(id=1), "id"),
        (lambda data: person(data).update(id="-1"), "id"),
        (lambda data: person(data).update(id="9223372036854775808"), "id"),
        (lambda data: person(data).update(name=["a"]), "name"),
        (lambda data: person(data).update(birth="1978-13"), "birth"),
        (lambda data: person(data).update(photo="abc"), "photo"),
        (lambda data: data["tables"]["unit_year"][0].update(debt="much"), "debt"),
        (lambda data: person(data).update(note="a" * (5 << 20)), "note"),
        (lambda data: person(data).pop("name"), "person.name"),
        (lambda data: data["tables"]["person"].append(person(data)), "person"),
        (lambda data: data["tables"]["unit_state"][0].update(position=1.5), "position"),
        (lambda data: data["tables"]["unit_state"][0].update(position="1"), "position"),
        (lambda data: data["tables"]["education"][0].update(person="77"), "education"),
        (lambda data: data["tables"]["mandate"][0].update(appointment="77"), "mandate"),
        (lambda data: data["tables"].update(term=[]), "term"),
        (lambda data: data["blobs"].pop(), "photo or scan"),
        (lambda data: data["blobs"][0].update(bytes="AAAA"), "SHA-256"),
        (lambda data: data["blobs"][0].update(bytes="A*AA"), "base64"),
        (lambda data: data["blobs"][0].pop("media_type"), "media_type"),
        (lambda data: data.update(more=1), "more"),
        (lambda data: data.update(schema_version=99), "newer"),
        (lambda data: data.update(format="other"), "no county"),
        (lambda data: data.pop("tables"), "no county"),
    ]
    for number, (change, said) in enumerate(cases):
        answer = county.read(changed(county, change), status=1)
        assert said in answer, (number, said, answer)


def test_malformed(county):
    """What is no JSON is refused where it stops to be some."""
    with open(county.json, encoding="utf-8") as file:
        text = file.read()
    head = '{"format": "touyan-county", "version": 1, "schema_version": 1, "tables": {'
    for given, place in [
            ("", "Line 1, column 1"), ("[]", "Line 1, column 1"), ("{", "Line 1, column 2"), ("\ufeff{} {}", "Line 1"),
            (text[:text.rindex('"bytes": "') + 40], "not have been copied whole"), (text + "x", "Nothing may follow"),
            (text.replace('"person": [', '"person": [,', 1), "no JSON value"),
            (text.replace('"person": [\n', '"person": [\n}', 1), "Line "),
            (head + '"person": [{"id": "1", "id": "2"}]}}', "twice"),
            (head + '"person": [], "person": []}}', "twice"),
            (head + '"person": [{"id": "1", "name": "\\ud800"}]}}', "half"),
            (head + '"person": [{"id": "1", "name": "\\u0000"}]}}', "no character"),
            (head + '"person": [{"id": "1", "name": "a\nb"}]}}', "Line 1, column 108"),
            (head + '"person": [{"id": "1", "name": "\udcff"}]}}', "not UTF-8"),
            (head + '"person": [{"id": 0x1}]}}', "Line 1, column"), (head + '"unit": [{"id": 01}]}}', "begin with 0"),
            (head + '"person": ' + "[" * 100000, "an object must"), ("[" * 100000, "an object must"),
            ('{"format": "touyan-county", "version": 1e400}', "whole number"),
            ('{"tables": {}, "format": "touyan-county", "version": 1, "schema_version": 1}', "no county")]:
        answer = county.read(given, status=1)
        assert place in answer, (given[-80:], answer)


TESTS = [test_equal, test_blobs, test_schema, test_noted, test_changed, test_refused, test_malformed]


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
