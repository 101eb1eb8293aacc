#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: test-board.py TOUYAN-CLI
"""Dashboards that leave the program: pages with text that can be read, pictures, a workbook. Prints TAP."""
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import zipfile

CLI = sys.argv[1]
DATE = "2021-12-31"


def run(*arguments, status=0):
    # See test-paper.py.
    environment = dict(os.environ, ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0")
    result = subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True, env=environment)
    assert result.returncode == status, (arguments, result.returncode, result.stderr)
    return result.stdout + result.stderr


def export(county, path, *more, status=0):
    return run("export", county, "--dashboard", "summary", "--as-of", DATE, "--output", path, *more, status=status)


def read(path):
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    return "".join(text.split())


def texts_of_figures(county):
    """What the figures of the dashboard say, as they are shown."""
    for answer in json.loads(run("dashboard", county, "summary", "--as-of", DATE, "--json")):
        if answer["card"]["kind"] == "figure":
            yield answer["values"][0][-1]["text"]


def test_pages(county, folder):
    for paper, size in (("wide", "960 x 540"), ("a4", "841.89 x 595.28")):
        path = folder / f"{paper}.pdf"
        pages = json.loads(export(county, path, "--paper", paper, "--json"))["pages"]
        info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
        assert f"Pages:           {pages}" in info and size in info, info
        fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout
        assert all(line.split()[-5] == "yes" for line in fonts.splitlines()[2:]), fonts
        text = read(path)
        assert "2021.12.31" in text and f"1/{pages}" in text
        images = subprocess.run(["pdfimages", "-list", path], capture_output=True, text=True, check=True).stdout
        assert len(images.splitlines()) == 2, images


def test_numbers(county, folder):
    path = folder / "numbers.pdf"
    export(county, path)
    text = read(path)
    figures = list(texts_of_figures(county))
    assert len(figures) >= 4, figures
    for figure in figures:
        assert figure in text, figure


def test_set(county, folder):
    """All dashboards, or some, in one file with contents, whose pages are numbered through."""
    path = folder / "set.pdf"
    words = [one["word"] for one in json.loads(run("dashboard", county, "--json"))]
    answer = json.loads(run("export", county, "--dashboard", "summary, pair,summary", "--as-of", DATE,
                            "--output", path, "--json"))
    text = read(path)
    alone = [json.loads(run("export", county, "--dashboard", word, "--as-of", DATE, "--output", path, "--overwrite",
                            "--json"))["pages"] for word in ("summary", "pair")]
    pages = int(answer["pages"])
    assert pages == 1 + sum(map(int, alone)), (pages, alone)
    assert f"1/{pages}" in text and f"{pages}/{pages}" in text, text
    for figure in texts_of_figures(county):
        assert figure in text, figure
    run("export", county, "--dashboard", "all", "--as-of", DATE, "--output", path, "--overwrite", "--paper", "a4")
    marks = subprocess.run(["pdftotext", "-f", "1", "-l", "1", path, "-"], capture_output=True, text=True, check=True)
    starts = [int(line) for line in marks.stdout.split() if line.isdigit()]
    assert len([n for n in starts if n >= 2]) >= len(words), (starts, words)


def test_set_bad(county, folder):
    run("export", county, "--dashboard", "summary,nothing", "--output", folder / "bad.pdf", status=2)
    run("export", county, "--dashboard", "summary,", "--output", folder / "bad.pdf", status=2)
    run("export", county, "--dashboard", "summary,pair", "--card", 1, "--output", folder / "bad.pdf", status=2)
    assert ".pdf" in run("export", county, "--dashboard", "all", "--output", folder / "bad.svg", status=1)
    assert not (folder / "bad.pdf").exists()


def test_pictures(county, folder):
    path = folder / "board.png"
    export(county, path, "--width", 800)
    assert struct.unpack(">I", path.read_bytes()[16:20])[0] == 800
    path = folder / "board.svg"
    export(county, path, "--card", 7)
    assert "<svg" in path.read_text()


def test_workbook(county, folder):
    path = folder / "board.xlsx"
    export(county, path)
    with zipfile.ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet and sheet.count("<row") > 20


def test_note(county, folder):
    events = run("history", county, "--events")
    assert "board.xlsx" in events, events


def test_bad(county, folder):
    path = folder / "board.png"
    assert "--overwrite" in export(county, path, status=1)
    assert "99" in export(county, folder / "x.pdf", "--card", 99, status=2)
    export(county, folder / "board.docx", status=2)
    export(county, folder / "small.png", "--width", 3, status=2)
    run("export", county, "--dashboard", "nothing", "--output", folder / "x.pdf", status=2)
    export(county, folder / "gone" / "x.pdf", status=1)
    assert not (folder / "x.pdf").exists()


def main():
    tests = [test_pages, test_numbers, test_set, test_set_bad, test_pictures, test_workbook, test_note, test_bad]
    print(f"1..{len(tests)}")
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        county = folder / "county.touyan"
        run("sample", county, "--villages", 20)
        for number, test in enumerate(tests, 1):
            try:
                test(county, folder)
                print(f"ok {number} {test.__name__}")
            except Exception as error:  # pylint: disable=broad-except
                failed += 1
                print(f"not ok {number} {test.__name__}\n# {error!r}"[:2000])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
