#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the tables of this folder anew: one roster of invented people, as LibreOffice saves it in each format.

Needs python3-openpyxl and libreoffice-calc-nogui. usage: make-tables.py (in this folder)
"""

import datetime
import os
import subprocess
import tempfile

import openpyxl

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = ["岭", "穗", "建国", "晓梅", "志远", "春燕", "海涛", "玉兰", "明", "秀英"]
POSTS = ["党支部书记、村委会主任", "党支部副书记", "党支部委员、村委会委员", "村委会副主任", "村委会委员"]
HEADINGS = ["序号", "乡镇", "村（社区）", "姓名", "性别", "出生年月", "全日制教育", None, "现任职务",
            "任现职时间", "身份证号", "政治面貌", "备注"]
PARTS = {6: "学历", 7: "毕业院校及专业"}


def check_digit(body):
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return "10X98765432"[sum(int(d) * w for d, w in zip(body, weights)) % 11]


def number(i, month):
    body = f"9901011978{month:02d}12{100 + i:03d}"
    return body + check_digit(body)


def fill(sheet):
    sheet.title = "花名册"
    sheet["A1"] = "石城县村（社区）干部花名册"
    sheet.merge_cells("A1:M1")
    for i, heading in enumerate(HEADINGS):
        sheet.cell(2, i + 1, heading)
        if i in PARTS:
            sheet.cell(3, i + 1, PARTS[i])
        else:
            sheet.merge_cells(start_row=2, end_row=3, start_column=i + 1, end_column=i + 1)
    sheet.merge_cells("G2:H2")
    for i in range(20):
        row, month = 4 + i, i % 12 + 1
        sheet.cell(row, 1, f"=ROW()-3")
        sheet.cell(row, 4, f'="{SURNAMES[i]}"&"{GIVEN[i % 10]}"')
        sheet.cell(row, 5, "男" if i % 2 else "女")
        if i % 3 == 0:
            sheet.cell(row, 6, datetime.date(1978, month, 1)).number_format = 'yyyy"年"m"月"'
        elif i % 3 == 1:
            sheet.cell(row, 6, 1978 + month / 100).number_format = "0.00"
        else:
            sheet.cell(row, 6, f"1978.{month:02d}")
        sheet.cell(row, 7, ["大专", "高中", "本科"][i % 3])
        sheet.cell(row, 8, "石城农业学校、会计" if i % 3 == 0 else None)
        sheet.cell(row, 9, POSTS[i % 5])
        sheet.cell(row, 10, datetime.date(2021, 1, 5)).number_format = "yyyy-mm-dd"
        sheet.cell(row, 11, number(i, month)).number_format = "@"
        sheet.cell(row, 12, "中共党员")
        sheet.cell(row, 13, ["=1+1", '"引号", 逗号', "两\n行", "-5", None][i % 5]).data_type = "s"
    for i in range(4):
        sheet.cell(4 + 5 * i, 2, "云岭镇" if i < 2 else "青石乡")
        sheet.cell(4 + 5 * i, 3, ["下松河村", "石桥村", "青石村", "白水村"][i])
        for column in (2, 3):
            sheet.merge_cells(start_row=4 + 5 * i, end_row=8 + 5 * i, start_column=column, end_column=column)
    sheet["A24"] = "合计"
    sheet["D24"] = "=COUNTA(D4:D23)"
    sheet["E24"] = "=1/0"
    sheet["F24"] = "=TRUE()"
    sheet["A25"] = "填表人：周岭"


def fill_lost_digits(sheet):
    """An ID number that was typed into a number cell, and one as text."""
    for row in (["村", "姓名", "乡镇", "职务", "身份证号"],
                ["下松河村", "周岭", "云岭镇", "村委会委员", int(number(0, 1)[:15] + "000")],
                ["下松河村", "李穗", "云岭镇", "村委会委员", number(1, 2)]):
        sheet.append(row)


def main():
    book = openpyxl.Workbook()
    fill_lost_digits(book.active)
    book.save("lost-digits.xlsx")
    with tempfile.TemporaryDirectory() as folder:
        book = openpyxl.Workbook()
        fill(book.active)
        hidden = book.create_sheet("选项")
        hidden["A1"] = "男"
        hidden.sheet_state = "hidden"
        source = os.path.join(folder, "roster.xlsx")
        book.save(source)
        formats = {"roster.xlsx": "xlsx", "roster.xls": "xls",
                   "roster-gb18030.csv": "csv:Text - txt - csv (StarCalc):44,34,85",
                   "roster-utf-16.csv": "csv:Text - txt - csv (StarCalc):9,34,65535"}
        for name, wanted in formats.items():
            out = os.path.join(folder, "out")
            subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
                            "--convert-to", wanted, "--outdir", out, source], check=True,
                           stdout=subprocess.DEVNULL)
            os.replace(os.path.join(out, "roster." + wanted.split(":")[0]), name)


if __name__ == "__main__":
    main()
