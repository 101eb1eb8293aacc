#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a roster of invented people as an xlsx file, the same for the same arguments.

usage: roster.py FILE.xlsx ROWS [COLUMNS]

More than 18 columns have further headings, some of which a roster knows, and something in every cell.
"""

import sys
import zipfile
from xml.sax.saxutils import escape

HEADINGS = ['序号', '乡镇', '村（社区）', '姓名', '性别', '出生年月', '民族', '政治面貌', '入党时间',
            '全日制学历', '在职学历', '毕业院校及专业', '现任职务', '任现职时间', '身份证号', '来源',
            '联系电话', '备注']
SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'
GIVEN = '文明志强建国海涛春华秋月玉兰桂英晓东立新永福德贵小平国庆红梅雪峰家和'
POSTS = ['党支部书记、村委会主任', '党支部副书记', '党支部委员', '村委会副主任', '村委会委员',
         '党支部委员、村委会委员', '村委会委员']
MORE_HEADINGS = ['籍贯', '参加工作时间', '健康状况', '特长', '家庭住址', '报酬档次', '养老保险', '值班安排', '联系户数', '网格',
                 '承诺事项', '评议等次']
STUDIES = ['初中', '高中', '中专', '大专', '大学本科']
SOURCES = ['致富能手', '外出务工返乡', '退役军人', '']
VILLAGES_PER_TOWNSHIP = 18

CONTENT_TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                 '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
                 'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
                 '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
                 'officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/'
                 'sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
                 'spreadsheetml.worksheet+xml"/></Types>')
RELATIONS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
             'relationships/{}" Target="{}"/></Relationships>')
WORKBOOK = ('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
            '<sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>')
SHEET_HEAD = ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
              '<sheetData>')
SHEET_TAIL = '</sheetData></worksheet>'


def id_number(birth, order):
    """An ID number of a division that does not exist, with its check digit (GB 11643)."""
    body = f'990101{birth}{order:03d}'
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(body))
    return body + '10X98765432'[total % 11]


def person(number):
    """The cells of one row."""
    village, place = divmod(number, len(POSTS))
    township, in_township = divmod(village, VILLAGES_PER_TOWNSHIP)
    woman = place == 1 or number % 5 == 0
    # Steps through all days of 35 years of 12 months of 28 days, so that no number comes twice.
    day = number * 37 % 11760
    birth = f'{1962 + day % 35}{1 + day // 35 % 12:02d}{1 + day // 420:02d}'
    order = number // 11760 * 2 + (2 if woman else 1)
    member = place in (0, 1, 2, 5) or number % 3 == 0
    name = (SURNAMES[number % len(SURNAMES)] + GIVEN[number * 7 % len(GIVEN)]
            + ('' if number % 3 == 0 else GIVEN[number * 11 % len(GIVEN)]))
    return [str(number + 1), f'第{township + 1}乡', f'第{in_township + 1}村', name,
            '女' if woman else '男', f'{birth[:4]}.{birth[4:6]}', '汉族' if number % 9 else '苗族',
            '中共党员' if member else '群众', f'{int(birth[:4]) + 20}.07' if member else '',
            STUDIES[number % len(STUDIES)], '大专' if number % 4 == 0 else '', '', POSTS[place],
            f'{2018 + number % 3}.0{1 + number % 9}', id_number(birth, order), SOURCES[number % len(SOURCES)], '', '']


def more(number, n_columns):
    """What stands in the columns behind those of every roster."""
    known = ['石城县', f'{1985 + number % 30}.0{1 + number % 9}']
    return (known + [f'{heading}{number % 37}' for heading in MORE_HEADINGS[2:]])[:n_columns - len(HEADINGS)]


def letters(column):
    return (chr(64 + column // 26) if column >= 26 else '') + chr(65 + column % 26)


def row_xml(number, cells):
    texts = ''.join(f'<c r="{letters(column)}{number}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
                    for column, text in enumerate(cells) if text)
    return f'<row r="{number}">{texts}</row>'


def write_roster(path, n_rows, n_columns=len(HEADINGS)):
    headings = HEADINGS + MORE_HEADINGS[:n_columns - len(HEADINGS)]
    rows = [row_xml(1, ['石城县村（社区）干部花名册']), row_xml(2, headings)]
    rows += [row_xml(index + 3, person(index) + more(index, n_columns)) for index in range(n_rows)]
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, text in (('[Content_Types].xml', CONTENT_TYPES),
                           ('_rels/.rels', RELATIONS.format('officeDocument', 'xl/workbook.xml')),
                           ('xl/workbook.xml', WORKBOOK),
                           ('xl/_rels/workbook.xml.rels',
                            RELATIONS.format('worksheet', 'worksheets/sheet1.xml')),
                           ('xl/worksheets/sheet1.xml', SHEET_HEAD + ''.join(rows) + SHEET_TAIL)):
            # A fixed time: the same arguments give the same bytes.
            archive.writestr(zipfile.ZipInfo(name, (2021, 1, 1, 0, 0, 0)), text,
                             zipfile.ZIP_DEFLATED)


if __name__ == '__main__':
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    write_roster(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) == 4 else len(HEADINGS))
