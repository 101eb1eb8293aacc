#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: test-pair-forms.py TOUYAN-CLI
"""Forms of pairings: the record sheet with its talks, the agreement and the letter say what the file says, and
nothing of it is cut. Prints TAP."""
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

CLI = sys.argv[1]
DAY = "2026-11-30"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def run(*arguments, status=0):
    environment = dict(os.environ, ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0")
    result = subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True, env=environment)
    assert result.returncode == status, (arguments, result.returncode, result.stderr)
    return result.stdout + result.stderr


def squeeze(text):
    return re.sub(r"\s", "", text)


def read_pages(pdf):
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return [squeeze(page) for page in text.split("\f")[:-1]]


def read_docx(path):
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        return ElementTree.fromstring(package.read("word/document.xml"))


class County:
    """What the file says, read from its export as JSON."""

    def __init__(self, path):
        self.path = path
        self.tables = json.loads(run("export", path, "--json"))["tables"]
        self.names = {person["id"]: person["name"] for person in self.tables["person"]}
        self.programmes = {programme["id"]: programme["name"] for programme in self.tables["programme"]}
        self.pairings = [pairing for pairing in self.tables["pairing"] if pairing["state"] in ("under_way", "review")]

    def talks_of(self, pairing):
        return [talk for talk in self.tables["talk"] if talk["person"] == pairing["person"]
                and talk["mentor"] == pairing["mentor"] and talk["date"] >= pairing["from_date"]]

    def draw(self, form, people, output, *options, status=0):
        return run("export", self.path, "--form", form, "--as-of", DAY, "--people", ",".join(people), "--overwrite",
                   *options, "--output", output, status=status)


def records(folder, county):
    """Each pairing has a sheet with all its talks, each under the day on which it was."""
    pairings = [pairing for pairing in county.pairings if county.talks_of(pairing)][:3]
    assert len(pairings) == 3
    for pairing in pairings:
        pdf = folder / "record.pdf"
        county.draw("pairing-record", [pairing["person"]], pdf)
        pages = read_pages(pdf)
        talks = county.talks_of(pairing)
        whole = "".join(pages)
        for part in (county.names[pairing["person"]], county.names[pairing["mentor"]],
                     county.programmes[pairing["programme"]], pairing["goal"]):
            assert squeeze(part) in pages[0], (part, pages[0])
        if len([other for other in county.pairings if other["person"] == pairing["person"]]) > 1:
            continue
        assert f"已谈{len(talks)}次" in pages[0], (len(talks), pages[0])
        assert len(pages) == 1 + (len(talks) + 2) // 3, (len(pages), len(talks))
        for talk in talks:
            year, month, day = map(int, talk["date"].split("-"))
            assert f"{year}年{month}月{day}日" in whole, talk
            for word in ("topics", "situation", "next_step", "place"):
                assert squeeze(talk[word]) in whole, (word, talk)


def both_sides(folder, county):
    """A mentor has the sheets of all mentees; of two who are both chosen there is one."""
    by_mentor = collections.Counter(pairing["mentor"] for pairing in county.pairings)
    mentor, n = by_mentor.most_common(1)[0]
    mentees = [pairing["person"] for pairing in county.pairings if pairing["mentor"] == mentor]
    assert n > 1
    letters, both = folder / "letters.pdf", folder / "both.pdf"
    county.draw("mentor-letter", [mentor], letters)
    pages = read_pages(letters)
    assert len(pages) >= n, (len(pages), n)
    for mentee in mentees:
        assert any(county.names[mentee] + "同志" in page and county.names[mentor] + "同志" in page for page in pages)
    county.draw("mentor-letter", [mentor, *mentees], both)
    assert read_pages(both)[:len(pages)] == pages


def agreements(folder, county):
    """The agreement names both, the time and the talks; the document for word processors says the same."""
    pairing = county.pairings[0]
    pdf, word = folder / "agreement.pdf", folder / "agreement.docx"
    county.draw("pairing-agreement", [pairing["person"]], pdf)
    county.draw("pairing-agreement", [pairing["person"]], word)
    text = "".join(re.sub("—[0-9]+—", "", page) for page in read_pages(pdf))
    year, month = pairing["from_date"].split("-")[:2]
    for part in ("帮带协议书", f"甲方（导师）：{county.names[pairing['mentor']]}",
                 f"乙方（帮带对象）：{county.names[pairing['person']]}", f"自{year}年{int(month)}月起至",
                 f"“{county.programmes[pairing['programme']]}”", "自签字之日起生效"):
        assert squeeze(part) in text, part
    assert squeeze("".join(element.text or "" for element in read_docx(word).iter(W + "t"))) == text
    record, record_word = folder / "sheet.pdf", folder / "sheet.docx"
    county.draw("pairing-record", [pairing["person"]], record)
    county.draw("pairing-record", [pairing["person"]], record_word)
    said = squeeze("".join(element.text or "" for element in read_docx(record_word).iter(W + "t")))
    assert collections.Counter(said) == collections.Counter("".join(read_pages(record)))


def nobody(folder, county):
    """Who has no pairing is told by name; where others have one, their forms are made."""
    pairing = county.pairings[0]
    paired = {person for row in county.tables["pairing"] for person in (row["person"], row["mentor"])}
    alone = next(person for person in county.names if person not in paired)
    pdf = folder / "alone.pdf"
    assert county.names[alone] in county.draw("pairing-record", [alone], pdf, status=1)
    assert not pdf.exists()
    assert county.names[alone] in county.draw("pairing-record", [alone, pairing["person"]], pdf)
    assert county.names[pairing["person"]] in read_pages(pdf)[0]
    each = folder / "each"
    county.draw("mentor-letter", [pairing["person"]], each, "--each", "pdf")
    assert f"{county.names[pairing['person']]}_{county.names[pairing['mentor']]}.pdf" in os.listdir(each)


def blank(folder):
    """The blank form has places to write on, in either script."""
    for form, words in (("pairing-record", "帮带谈话记录"), ("pairing-agreement", "年月日起至年月日止"),
                        ("mentor-letter", "兹聘请您担任“”帮带导师")):
        pdf = folder / f"{form}.pdf"
        run("export", "--form", form, "--empty", "--output", pdf)
        assert words in "".join(read_pages(pdf)), form
        run("export", "--form", form, "--empty", "--traditional", "--overwrite", "--output", pdf)
        found = set("帮带导师对谈话记录协议书职责签党办时间聘请单") & set("".join(read_pages(pdf)))
        assert found <= set("聘"), (form, found)


def too_much(folder, county):
    """Talks and plans of any length: what has no room goes on, and not a sentence of it is lost."""
    pairing = next(pairing for pairing in county.pairings if county.talks_of(pairing))
    talk = county.talks_of(pairing)[0]
    sentences = [f"第{i}个问题已经找到原因。" for i in range(150)]
    plan = [f"第{i}项任务要落实" for i in range(40)]
    talk["situation"] = "".join(sentences)
    talk["next_step"] = "\n".join(f"第{i}步去做" for i in range(30))
    pairing["goal"] = "".join(f"目标{i}：独立主持村务；" for i in range(60))
    for i, title in enumerate(plan):
        county.tables["milestone"].append({"person": pairing["person"], "id": str(7000 + i), "mentor": pairing["mentor"],
                                           "title": title, "due_date": "2026-10-31"})
    path = folder / "much.touyan"
    data = json.loads(run("export", county.path, "--json"))
    data.pop("content")
    data["tables"] = county.tables
    (folder / "much.json").write_text(json.dumps(data, ensure_ascii=False))
    run("create", path, "--from-json", folder / "much.json")
    for form in ("pairing-record", "pairing-agreement"):
        pdf = folder / "much.pdf"
        run("export", path, "--form", form, "--as-of", DAY, "--people", pairing["person"], "--overwrite", "--output", pdf)
        # Where a sentence is at the end of a line or of a page the rest of it follows, but for what frames pages.
        whole = "".join(re.sub("—[0-9]+—", "", page) for page in read_pages(pdf))
        lost = [title for title in plan if title not in whole]
        assert len(lost) <= 2, (form, lost)
        if form == "pairing-record":
            assert not collections.Counter("".join(sentences)) - collections.Counter(whole)
            assert len([sentence for sentence in sentences if sentence in whole]) > 145
            assert all(f"第{i}步去做" in whole for i in range(30))
            assert "目标59：独立主持村务" in whole


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        sample = folder / "sample.touyan"
        run("sample", sample, "--villages", 12)
        county = County(sample)
        steps = (("record sheets with their talks", lambda: records(folder, county)),
                 ("of the mentor and of the mentee", lambda: both_sides(folder, county)),
                 ("agreements", lambda: agreements(folder, county)),
                 ("who has no pairing", lambda: nobody(folder, county)),
                 ("blank forms", lambda: blank(folder)),
                 ("more than there is room for", lambda: too_much(folder, county)))
        print(f"1..{len(steps)}")
        for number, (what, step) in enumerate(steps, 1):
            step()
            print(f"ok {number} {what}", flush=True)


main()
