#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: test-paper.py TOUYAN-CLI
"""Forms on paper: their lines and texts are measured in the PDF against the millimetres of the form, and
nothing of what they say is cut off. Prints TAP."""
import collections
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

CLI = sys.argv[1]
TWIPS = 25.4 / 1440
TOLERANCE = 0.5
DPI = 100
N_PEOPLE = 200
N_MEASURED = N_PEOPLE if os.environ.get("TY_SOAK") else 10
N_PAGES_AT_ONCE = 20

Form = collections.namedtuple("Form", "paper first at_first columns second at_second family signature")

# In twips, as the office's form gives them (columns and rows of page 1, rows of page 2, its family columns).
A4 = Form((210, 297), [709, 692, 680, 709, 692, 692, 709, 709, 709, 7133], (22.0, 31.5),
          [0, 1020, 2325, 3388, 4690, 6005, 7335, 9393],
          [1418, 1021, 1361, 646] + [697] * 7 + [2069, 2019], (22.5, 28.3),
          [742, 1092, 1274, 574, 1008, 4731], [742, 4046, 784, 3849])
A4_2025 = A4._replace(first=[709, 692, 680, 680, 692, 692, 709, 709, 709, 7133],
                      family=[739, 1089, 1300, 572, 1005, 4716], signature=[739, 4046, 784, 3852])
B5 = Form((182, 257.1), [624, 601, 601, 601, 590, 590, 624, 624, 624, 6163], (19.5, 27.2),
          [0, 896, 2030, 2926, 4046, 5194, 6327, 8133],
          [1191, 907, 1157, 595] + [601] * 7 + [1780, 1786], (19.5, 26.8),
          [644, 952, 1134, 448, 877, 4078], [644, 3500, 630, 3359])
FORMS = {"appointment-a4": A4, "appointment-a4-2025": A4_2025, "appointment-b5": B5, "appointment-b5-2025": B5}


def run(*arguments, status=0):
    # What the libraries that draw letters keep can be told from a leak of ours only by deep stacks, which take six
    # times as long: unit/form and ui/print are run with them.
    environment = dict(os.environ, ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0")
    result = subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True, env=environment)
    assert result.returncode == status, (arguments, result.returncode, result.stderr)
    return result.stdout + result.stderr


def sums(lengths):
    total = 0
    edges = [0]
    for length in lengths:
        total += length
        edges.append(total)
    return [edge * TWIPS for edge in edges]


class Picture:
    """A page in grey, asked for dark lines by millimetres."""

    def __init__(self, path):
        data = path.read_bytes()
        head = data.split(maxsplit=4)[:4]
        self.width, self.height = int(head[1]), int(head[2])
        self.pixels = data[len(data) - self.width * self.height:]

    @staticmethod
    def is_line(strip):
        return strip and sum(pixel < 160 for pixel in strip) > 0.97 * len(strip)

    def near(self, millimetres):
        """The pixels that touch the place or lie within the tolerance of it."""
        scale = DPI / 25.4
        return range(int((millimetres - TOLERANCE) * scale), int((millimetres + TOLERANCE) * scale) + 1)

    def has_row(self, y, left, right):
        first, last = int(left * DPI / 25.4) + 2, int(right * DPI / 25.4) - 2
        return any(self.is_line(self.pixels[row * self.width + first:row * self.width + last])
                   for row in self.near(y))

    def has_column(self, x, top, bottom):
        first, last = int(top * DPI / 25.4) + 2, int(bottom * DPI / 25.4) - 2
        return any(self.is_line(self.pixels[first * self.width + column:last * self.width:self.width])
                   for column in self.near(x))


def measure_first(picture, form, where):
    x, y = form.at_first
    rows = [y + edge for edge in sums(form.first)]
    columns = [x + edge * TWIPS for edge in form.columns]
    photo = columns[-2]
    for i, row in enumerate(rows):
        right = columns[-1] if i == 0 or i > 3 else photo
        left = columns[0] if i != 5 else columns[1]
        assert picture.has_row(row, left, right), (where, "row", i, row)
    for column in (columns[0], columns[-1]):
        assert picture.has_column(column, rows[0], rows[-1]), (where, "outer", column)
    assert picture.has_column(photo, rows[0], rows[4]), (where, "photo")
    for i in range(1, 6):
        assert picture.has_column(columns[i], rows[0], rows[3]), (where, "column", i, columns[i])
    assert picture.has_column(columns[2], rows[4], rows[9]), (where, "posts")


def measure_second(picture, form, where):
    x, y = form.at_second
    rows = [y + edge for edge in sums(form.second)]
    family = [x + edge for edge in sums(form.family)]
    signature = [x + edge for edge in sums(form.signature)]
    for i, row in enumerate(rows):
        assert picture.has_row(row, family[1], family[-1]), (where, "row", i, row)
    assert picture.has_column(family[0], rows[0], rows[-1]), (where, "outer")
    assert picture.has_column(family[-1], rows[0], rows[-1]), (where, "outer")
    for edge in family[1:-1]:
        assert picture.has_column(edge, rows[3], rows[11]), (where, "family", edge)
    for edge in signature[1:-1]:
        assert picture.has_column(edge, rows[12], rows[13]), (where, "signature", edge)


def measure(pdf, form, pages):
    """The paper and the lines of its first pages, of which each second one is the back of a form."""
    pictures = pdf.with_suffix("")
    n_measured = 0
    for first in range(1, pages + 1, N_PAGES_AT_ONCE):
        last = min(first + N_PAGES_AT_ONCE - 1, pages)
        subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), "-f", str(first), "-l", str(last), pdf, pictures], check=True)
        for path in sorted(pdf.parent.glob(f"{pictures.name}-*.pgm")):
            picture = Picture(path)
            assert abs(picture.width * 25.4 / DPI - form.paper[0]) < TOLERANCE, picture.width
            assert abs(picture.height * 25.4 / DPI - form.paper[1]) < TOLERANCE, picture.height
            (measure_first, measure_second)[n_measured % 2](picture, form, (pdf.name, n_measured))
            n_measured += 1
            path.unlink()
    assert n_measured == pages, n_measured


def read_words(pdf):
    """For each page its words with their boxes in millimetres."""
    text = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True).stdout
    text = re.sub(r"<!DOCTYPE[^>]*>|<meta[^>]*>|<title>[^<]*</title>", "", text).replace(' xmlns="http://www.w3.org/1999/xhtml"', "")
    for page in ElementTree.fromstring(text).iter("page"):
        yield [(word.text, *(float(word.get(key)) * 25.4 / 72 for key in ("xMin", "yMin", "xMax", "yMax")))
               for word in page.iter("word")]


def blank_forms(folder):
    for name, form in FORMS.items():
        pdf = folder / f"{name}.pdf"
        run("export", "--form", name, "--empty", "--output", pdf)
        measure(pdf, form, 2)
        labels = "".join(word[0] for page in read_words(pdf) for word in page)
        for label in ("干部任免审批表", "姓名", "出生年月", "毕业院校", "拟免职务", "称谓", "工作单位及职务", "（盖章）"):
            assert label in labels, (name, label)
        assert ("到龄时间" in labels) == name.endswith("2025"), name


def find_title(page):
    return [word for word in page if word[0] in "干部任免审批表" and word[4] < 32]


def texts_in_place(pdf, sample):
    people = json.loads(run("list", sample, "--as-of", "2021-12-31", "--json"))["rows"]
    keys = [person["person"] for person in people][:N_PEOPLE]
    assert len(keys) == N_PEOPLE, len(keys)
    run("export", sample, "--form", "appointment-a4", "--as-of", "2021-12-31", "--people", ",".join(keys), "--output", pdf)
    measure(pdf, A4, 2 * N_MEASURED)

    pages = list(read_words(pdf))
    assert len(pages) == 2 * N_PEOPLE, len(pages)
    columns = [A4.at_first[0] + edge * TWIPS for edge in A4.columns]
    rows = [A4.at_first[1] + edge for edge in sums(A4.first)]
    for i in range(0, len(pages), 2):
        for k, word in enumerate(sorted(find_title(pages[i]), key=lambda word: word[1])):
            assert abs(word[1] - (63.0 + 12.45 * k)) < TOLERANCE, (i, word)
        for word in pages[i]:
            if word[4] < rows[0]:
                continue
            # Everything inside the table, and the words of a narrow cell inside of that.
            assert columns[0] - 0.1 < word[1] and word[3] < columns[-1] + 0.1, (i, word)
            assert (word[2] + word[4]) / 2 < rows[-1], (i, word)
        middle = [word for word in pages[i] if rows[0] < (word[2] + word[4]) / 2 < rows[1] and columns[3] < word[1] < columns[4]]
        assert len(middle) == 1 and middle[0][0] in "男女", (i, middle)
        assert abs((middle[0][1] + middle[0][3]) / 2 - (columns[3] + columns[4]) / 2) < TOLERANCE, middle
        dated = [word for word in pages[i]
                 if re.match(r"\d{4}\.\d{2}--", word[0]) and word[2] > rows[-2] and word[1] < 60]
        assert all(abs(word[1] - (A4.at_first[0] + 784 * TWIPS + 1.76)) < TOLERANCE for word in dated), (i, dated)


def squeeze(text):
    return re.sub(r"\s", "", text)


def read_text(pdf):
    """What a PDF says without blanks, in the order in which it was drawn."""
    return squeeze(subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout)


def nothing_cut(folder, sample, pdf):
    """What the official editor gets is what stands on paper."""
    run("export-forms", sample, folder / "files", "--as-of", "2021-12-31")
    text = read_text(pdf)
    assert not re.search(r"\d{4}\.00", text)
    whole = 0
    for path in (folder / "files").glob("*.lrmx"):
        person = ElementTree.parse(path).getroot()
        parts = [person.findtext("XianRenZhiWu"), *(person.findtext("JianLi") or "").replace(".00", "").splitlines(),
                 *(person.findtext("JiangChengQingKuang") or "").splitlines(),
                 *(item.findtext("GongZuoDanWeiJiZhiWu") for item in person.iter("Item"))]
        whole += all(squeeze(part or "") in text for part in parts)
    assert whole >= N_PEOPLE, whole


def make_form(path, name, resume, photo="", family=3):
    members = "".join(f"<Item><ChengWei>儿子</ChengWei><XingMing>赵{i}</XingMing><ChuShengRiQi>200801</ChuShengRiQi>"
                      f"<ZhengZhiMianMao>群众</ZhengZhiMianMao><GongZuoDanWeiJiZhiWu>学生</GongZuoDanWeiJiZhiWu></Item>"
                      for i in range(family))
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?><Person><XingMing>{name}</XingMing><XingBie>男</XingBie>'
                    f"<ChuShengNianYue>197805</ChuShengNianYue><JianLi>{resume}</JianLi>"
                    f"<JiaTingChengYuan>{members}</JiaTingChengYuan><JiSuanNianLingShiJian>20220401</JiSuanNianLingShiJian>"
                    f"<TianBiaoShiJian>20220501</TianBiaoShiJian><ZhaoPian>{photo}</ZhaoPian></Person>")


def unusual(folder):
    county, forms = folder / "county.touyan", folder / "unusual"
    forms.mkdir()
    run("create", county, "--name", "石城县", "--code", "990101")
    long_name = "阿卜杜热合曼·阿卜杜克热木江买买提"[:18]
    entries = [f"{1990 + i // 4}.{i % 4 * 3 + 1:02}--{1990 + i // 4}.{i % 4 * 3 + 3:02}  石城县第{i}单位干部、第{i}办公室主任"
               for i in range(80)]
    make_form(forms / "a.lrmx", "张三", "\n".join(entries), family=10)
    make_form(forms / "b.lrmx", long_name, entries[0])
    # Of somebody only the name is known.
    (forms / "c.lrmx").write_text('<?xml version="1.0" encoding="utf-8"?><Person><XingMing>李四</XingMing></Person>')
    run("import-forms", county, forms)
    people = json.loads(run("list", county, "--as-of", "2022-12-31", "--who", "everybody", "--json"))["rows"]
    assert len(people) == 3, people

    pdf = folder / "unusual.pdf"
    said = run("export", county, "--form", "appointment-a4", "--who", "everybody", "--output", pdf)
    assert "张三" in said and "简历" in said, said
    text = read_text(pdf)
    for entry in entries:
        assert squeeze(entry).split("单位")[0][16:] in text, entry
    assert long_name in text and "（下接续页）" in text
    assert all(f"赵{i}" in text for i in range(10))
    # The age of the form's own day: May 1978 is 43 in April 2022, whatever the day of the export.
    assert "1978.05（43岁）" in text, text[:400]
    assert "2022年5月1日" in text
    # Who has nothing but a name has a form of two pages with nothing that is made up.
    only = folder / "only.pdf"
    key = next(person["person"] for person in people if person["name"] == "李四")
    run("export", county, "--form", "appointment-a4", "--people", key, "--output", only)
    empty = folder / "appointment-a4.pdf"
    said = collections.Counter(read_text(only)) - collections.Counter(read_text(empty))
    assert len(list(read_words(only))) == 2 and said == collections.Counter("李四"), said


def sheets(folder, sample):
    """The other sheets and lists: everybody is in them, and no word leaves the paper."""
    people = json.loads(run("list", sample, "--as-of", "2021-12-31", "--json"))["rows"][:30]
    keys = ",".join(person["person"] for person in people)
    forms = [line.split()[0] for line in run("export", "--list-forms").splitlines()]
    assert len(forms) == 19, forms
    for form in forms:
        # Those of pairings are looked at in cli-pair-forms.
        if form.startswith("appointment") or form in ("pairing-record", "pairing-agreement", "mentor-letter"):
            continue
        pdf = folder / f"{form}.pdf"
        run("export", sample, "--form", form, "--as-of", "2021-12-31", "--people", keys, "--output", pdf)
        text = read_text(pdf)
        # Of names that are folded over or written downwards only the characters are looked for.
        for person in people:
            name = squeeze(person["name"])
            assert name in text or (form in ("name-plates", "spine-labels") and set(name) <= set(text)), (form, name)
        landscape = form == "team"
        for i, page in enumerate(read_words(pdf)):
            for word in page:
                assert 5 < word[1] and word[3] < (292 if landscape else 205), (form, i, word)
                assert 0 < word[2] and word[4] < (210 if landscape else 297), (form, i, word)


def noted(sample):
    events = json.loads(run("history", sample, "--events", "--json"))
    details = [event["detail"] for event in events if event["kind"] == "exported" and event["detail"]["what"] == "forms"]
    assert ("appointment-a4", N_PEOPLE) in [(detail["form"], detail["people"]) for detail in details], details
    assert len(details) == 13, len(details)


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def twips(element, name):
    return int(element.get(W + name))


def check_table(table):
    """Widths and spans of each row make up the grid, and every height is exact."""
    grid = [twips(column, "w") for column in table.find(W + "tblGrid")]
    assert sum(grid) == twips(table.find(f"{W}tblPr/{W}tblW"), "w"), grid
    assert table.find(f"{W}tblPr/{W}tblLayout").get(W + "type") == "fixed"
    for row in table.iter(W + "tr"):
        assert row.find(f"{W}trPr/{W}trHeight").get(W + "hRule") == "exact"
        at = 0
        for cell in row.findall(W + "tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            columns = twips(span, "val") if span is not None else 1
            assert twips(cell.find(f"{W}tcPr/{W}tcW"), "w") == sum(grid[at:at + columns])
            assert cell.find(W + "p") is not None
            at += columns
        assert at == len(grid), (at, grid)
    return grid, [twips(height, "val") for height in table.iter(W + "trHeight")]


def edges_of(lengths):
    total = 0
    for length in lengths:
        total += length
        yield total * TWIPS


def has_all(edges, expected):
    found = list(edges)
    return all(any(abs(edge - other) < TOLERANCE for other in found) for edge in expected)


def read_docx(path):
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(package.read(name))
        return ElementTree.fromstring(package.read("word/document.xml")), package.namelist()


def word_processor(folder, sample):
    """The document for word processors: the grid of the form, fonts on each run, the photos and the texts of the PDF."""
    people = json.loads(run("list", sample, "--as-of", "2021-12-31", "--json"))["rows"][:8]
    keys = ",".join(person["person"] for person in people)
    for form in run("export", "--list-forms").split("\n"):
        name = form.split()[0] if form else ""
        if name not in ("appointment-a4", "appointment-b5-2025", "cards", "team", "name-plates"):
            continue
        options = ("export", sample, "--form", name, "--as-of", "2021-12-31", "--people", keys, "--output")
        run(*options, folder / f"{name}.docx")
        run(*options, folder / f"{name}-word.pdf")
        document, members = read_docx(folder / f"{name}.docx")
        text = squeeze("".join(element.text or "" for element in document.iter(W + "t")))
        assert collections.Counter(text) == collections.Counter(read_text(folder / f"{name}-word.pdf")), name
        for fonts in document.iter(W + "rFonts"):
            assert fonts.get(W + "eastAsia") in ("宋体", "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"), name
        for element in document.iter(W + "r"):
            assert element.find(W + "t") is None or element.find(f"{W}rPr/{W}rFonts") is not None, name
        tables = [check_table(table) for table in document.iter(W + "tbl")]
        n_photos = len([member for member in members if member.startswith("word/media/")])
        assert n_photos == (0 if name == "name-plates" else len(people)), (name, n_photos)
        if name != "appointment-a4":
            continue
        assert len(list(document.iter(W + "sectPr"))) == 2 * len(people)
        first = [table for table in tables if len(table[1]) > 8 and sum(table[0]) * TWIPS < 166]
        assert len(first) == len(people)
        for grid, heights in first:
            assert has_all(edges_of(grid), [edge * TWIPS for edge in A4.columns[1:]]), grid
            assert has_all(edges_of(heights), sums(A4.first)[1:]), heights
    assert "neither" in run("export", sample, "--form", "cards", "--output", folder / "out.odt", status=2)


def batches(folder, sample):
    """A file of each, in a folder or an archive: two of one name are told apart, and what cannot be written is named."""
    people = json.loads(run("list", sample, "--as-of", "2021-12-31", "--json"))["rows"][:3]
    keys = ",".join([person["person"] for person in people] * 2)
    options = ("export", sample, "--form", "biography", "--as-of", "2021-12-31", "--people", keys)
    archive, each = folder / "all.zip", folder / "each"
    assert "6" in run(*options, "--output", archive)
    with zipfile.ZipFile(archive) as package:
        assert package.testzip() is None
        names = package.namelist()
        assert len(set(names)) == 6 and all(f"{person['name']}.pdf" in names for person in people), names
        assert package.read(names[0]).startswith(b"%PDF")
    each.mkdir()
    (each / f"002_{people[1]['name']}.docx").write_text("kept")
    said = run(*options, "--each", "docx", "--names", "{no}_{name}", "--output", each, status=1)
    assert f"002_{people[1]['name']}.docx already" in said, said
    assert (each / f"002_{people[1]['name']}.docx").read_text() == "kept"
    files = sorted(path.name for path in each.iterdir())
    assert len(files) == 6 and files[0] == f"001_{people[0]['name']}.docx", files
    read_docx(each / files[0])
    assert "{salary}" in run(*options, "--each", "pdf", "--names", "{salary}", "--output", folder / "no", status=1)
    assert not (folder / "no").exists()
    run("export", sample, "--form", "cards", "--each", "pdf", "--people", keys, "--output", folder / "no", status=1)


def page_numbers(word, document):
    """Below each page the word processor writes its number: at the right on odd pages, at the left on even ones."""
    section = document.find(f".//{W}sectPr")
    sides = {reference.get(W + "type"): reference.get(R + "id") for reference in section.findall(W + "footerReference")}
    assert set(sides) == {"default", "even"}, sides
    assert 21 < twips(section.find(W + "pgMar"), "footer") * TWIPS < 23
    with zipfile.ZipFile(word) as package:
        assert "evenAndOddHeaders" in package.read("word/settings.xml").decode()
        relations = {item.get("Id"): item.get("Target")
                     for item in ElementTree.fromstring(package.read("word/_rels/document.xml.rels"))}
        types = package.read("[Content_Types].xml").decode()
        for side, aligned, indent in (("default", "right", "right"), ("even", "left", "left")):
            part = f"word/{relations[sides[side]]}"
            assert f'PartName="/{part}"' in types, part
            footer = ElementTree.fromstring(package.read(part))
            assert footer.find(f".//{W}jc").get(W + "val") == aligned
            assert abs(twips(footer.find(f".//{W}ind"), indent) * TWIPS - 5.6) < TOLERANCE
            assert footer.find(f".//{W}fldSimple").get(W + "instr").strip() == "PAGE"
            assert "".join(text.text for text in footer.iter(W + "t")) == "— 1 —"


def notices(folder, sample):
    """Official documents: 22 lines of 28 characters between the margins of the standard, page numbers outside."""
    people = json.loads(run("list", sample, "--as-of", "2021-12-31", "--json"))["rows"][:20]
    keys = ",".join(person["person"] for person in people)
    options = ("export", sample, "--as-of", "2021-12-31", "--people", keys, "--form")
    pdf, word = folder / "notice.pdf", folder / "notice.docx"
    run(*options, "publicity", "--output", pdf)
    run(*options, "publicity", "--output", word)
    pages = list(read_words(pdf))
    assert len(pages) > 1, len(pages)
    full, pitches = 0, []
    for number, page in enumerate(pages):
        foot = [item for item in page if item[2] > 262]
        assert "".join(item[0] for item in foot) == f"—{number + 1}—", foot
        assert foot[0][1] > 150 if number % 2 == 0 else foot[0][1] < 40, foot
        body = [item for item in page if item[2] < 262]
        assert min(item[1] for item in body) > 28 - TOLERANCE and max(item[3] for item in body) < 184 + TOLERANCE
        middles = sorted({round((item[2] + item[4]) / 2, 1) for item in body})
        lines = [middle for i, middle in enumerate(middles) if i == 0 or middle - middles[i - 1] > 3]
        assert all(abs((lines[i] - lines[0]) / (225 / 22) - round((lines[i] - lines[0]) / (225 / 22))) < 0.1
                   for i in range(len(lines))), lines
        assert len(lines) <= 22 and (number + 1 == len(pages) or len(lines) > 19), (number, len(lines))
        for text, left, _, right, _ in body:
            if len(text) > 20 and re.fullmatch("[\u4e00-\u9fff，。、（）]+", text):
                pitches.append((right - left) / len(text))
                assert len(text) <= 28, text
                full += len(text) >= 27
    assert full > 0 and len(pitches) > 3 and all(abs(pitch - 156 / 28) < 0.12 for pitch in pitches), (full, pitches)
    xml, _ = read_docx(word)
    page_numbers(word, xml)
    margins = xml.find(f".//{W}pgMar")
    assert [round(twips(margins, side) * TWIPS) for side in ("top", "left", "right")] == [37, 28, 26]
    assert 33 <= twips(margins, "bottom") * TWIPS <= 35
    assert squeeze("".join(element.text or "" for element in xml.iter(W + "t"))) == "".join(
        re.sub("—[0-9]+—", "", squeeze(page)) for page in subprocess.run(
            ["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout.split("\f"))
    run(*options, "filing", "--output", folder / "filing-notice.pdf")
    for page in read_words(folder / "filing-notice.pdf"):
        assert all(28 - TOLERANCE < item[1] and item[3] < 184 + TOLERANCE and item[2] > 37 for item in page)


def traditional(folder, sample):
    """What the program says is in traditional characters, what somebody wrote stays; the date of the age limit is there."""
    for form in ("appointment-a4-2025", "village-cadre", "reserve", "filing", "publicity"):
        pdf = folder / "traditional.pdf"
        run("export", "--form", form, "--empty", "--traditional", "--overwrite", "--output", pdf)
        found = set("简历龄职务单称谓预备奖惩业现签页报盖见党会档证联系电话时间") & set(read_text(pdf))
        assert not found - set("系"), (form, found)
    keys = json.loads(run("list", sample, "--as-of", "2021-12-31", "--json"))["rows"][0]["person"]
    run("export", sample, "--form", "appointment-a4-2025", "--as-of", "2021-12-31", "--people", keys, "--traditional",
        "--overwrite", "--output", pdf)
    text = read_text(pdf)
    assert "歲）" in text and "幹部任免審批表" in text and re.search(r"到齡.{0,12}20[2-5]\d\.\d\d", text), text[:300]


def document(pdf):
    info = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Title:\s+干部任免审批表", info), info
    fonts = subprocess.run(["pdffonts", pdf], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts and all(re.search(r" yes yes yes ", line) for line in fonts), fonts
    assert b"/Outlines" in pdf.read_bytes()


def refused(folder, sample):
    out = folder / "out.pdf"
    assert "nowhere" in run("export", sample, "--form", "nowhere", "--output", out, status=2)
    run("export", sample, "--form", "appointment-a4", "--people", "999999", "--output", out, status=1)
    (folder / "own.json").write_text('{"id": "own", "title": "表", "paper": [100, 100], "styles": {"label": {}, '
                                     '"value": {}}, "pages": [{"boxes": [{"at": [5, 5], "area": [50, 9], '
                                     '"field": "salary"}]}]}')
    assert "salary" in run("export", "--form", folder / "own.json", "--empty", "--output", out, status=1)
    (folder / "own.json").write_text((folder / "own.json").read_text().replace("salary", "name"))
    run("export", sample, "--form", folder / "own.json", "--as-of", "2021-12-31", "--output", folder / "own.pdf")
    (folder / "out.pdf").write_text("kept")
    assert "already" in run("export", sample, "--form", "appointment-a4", "--output", out, status=1)
    assert out.read_text() == "kept"
    run("export", sample, "--form", "appointment-a4", "--output", folder / "missing" / "out.pdf", status=1)
    assert not [path for path in folder.iterdir() if path.name.startswith(".") and path.name.endswith(".pdf")]


def start_in(folder, sample, output, **options):
    """The forms of everybody, on their way into a folder of their own."""
    folder.mkdir()
    return subprocess.Popen([CLI, "export", sample, "--form", "appointment-a4", "--as-of", "2021-12-31", "--who",
                             "everybody", "--output", folder / output], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, **options)


def stopped(folder, sample):
    """Ctrl+C on the way: nothing is in its place, nothing is left beside it, and nothing is noted."""
    n_events = len(json.loads(run("history", sample, "--events", "--json")))
    for output in ("out.pdf", "out.docx", "out.zip"):
        place = folder / f"stopped-{output}"
        process = start_in(place, sample, output)
        # The file beside the place is there from the first form on.
        while not os.listdir(place):
            assert process.poll() is None, process.communicate()
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)[1]
        assert process.returncode != 0, (output, said)
        assert not os.listdir(place), (output, os.listdir(place))
    assert len(json.loads(run("history", sample, "--events", "--json"))) == n_events


def no_room():
    """Files can have 100 kB only, as if the disk were full from there on."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


def full_disk(folder, sample):
    """No room for all of it: it is said, and what was there before is still there."""
    for output in ("out.pdf", "out.docx", "out.zip"):
        place = folder / f"full-{output}"
        process = start_in(place, sample, output, preexec_fn=no_room)
        said = process.communicate(timeout=60)[1]
        assert process.returncode == 1 and said.strip(), (output, process.returncode, said)
        assert not os.listdir(place), (output, os.listdir(place))


def closed_folder(folder, sample):
    """A folder into which nobody may write, and a file that may only be read: both are said."""
    place, county, free = folder / "closed", folder / "closed.touyan", folder / "free"
    place.mkdir()
    place.chmod(0o555)
    free.mkdir()
    free.chmod(0o777)
    shutil.copy(sample, county)
    county.chmod(0o444)
    # For root every folder is open: then somebody else is asked.
    other = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    folder.chmod(0o755)
    try:
        if subprocess.run([CLI, "--help"], capture_output=True, check=False, **other).returncode != 0:
            return
    except PermissionError:
        return
    options = [CLI, "export", county, "--form", "cards", "--as-of", "2021-12-31", "--output"]
    for arguments in ([CLI, "export", "--form", "cards", "--empty", "--output", place / "out.pdf"],
                      [*options, place / "out.pdf"], [*options, free / "out.pdf"]):
        result = subprocess.run(arguments, capture_output=True, text=True, check=False, **other)
        assert result.returncode == 1 and result.stderr.strip(), (arguments, result)
    assert not os.listdir(place) and not os.listdir(free)
    place.chmod(0o755)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        sample = folder / "sample.touyan"
        pdf = folder / "people.pdf"
        run("sample", sample, "--villages", 40)
        steps = (("the lines of blank forms", lambda: blank_forms(folder)),
                 ("lines and texts of 200 people", lambda: texts_in_place(pdf, sample)),
                 ("nothing is cut off", lambda: nothing_cut(folder, sample, pdf)),
                 ("sheets and lists", lambda: sheets(folder, sample)),
                 ("the export is noted", lambda: noted(sample)),
                 ("title, fonts and bookmarks", lambda: document(pdf)),
                 ("documents for word processors", lambda: word_processor(folder, sample)),
                 ("files of each", lambda: batches(folder, sample)),
                 ("notices on the grid of official documents", lambda: notices(folder, sample)),
                 ("traditional characters, and the age limit", lambda: traditional(folder, sample)),
                 ("long résumés, long names, large families", lambda: unusual(folder)),
                 ("what is refused leaves nothing", lambda: refused(folder, sample)),
                 ("what is stopped leaves nothing", lambda: stopped(folder, sample)),
                 ("what has no room leaves nothing", lambda: full_disk(folder, sample)),
                 ("what is closed stays as it is", lambda: closed_folder(folder, sample)))
        print(f"1..{len(steps)}")
        for number, (what, step) in enumerate(steps, 1):
            step()
            print(f"ok {number} {what}", flush=True)


main()
