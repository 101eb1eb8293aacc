#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets LibreOffice open and save the rosters that are exported here, and imports what it made of them.

What is written here opens without repair and is the same cell by cell; saved as .xlsx, .xls and csv it imports
to the same people, posts and figures. Rows that were copied from the roster of the window arrive as cells, from the
HTML and from the lines with tabs that stand on the clipboard.

usage: libreoffice.py BUILD-DIRECTORY
"""

import os
import subprocess
import sys
import tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
ROSTER = os.path.join(ROOT, 'tests', 'data', 'term-election-2021', 'roster-before.xlsx')
DATE = '2020-12-31'
CSV = 'csv:Text - txt - csv (StarCalc):44,34,'
FORMATS = {'xlsx': 'xlsx', 'xls': 'xls', 'GB18030': CSV + '85', 'UTF-8': CSV + '76', 'UTF-16': CSV + '65535'}
LAYOUTS = {'village': ['--group', 'none'], 'cadres': ['--group', 'village']}

CELLS = """
import sys, openpyxl
for sheet in openpyxl.load_workbook(sys.argv[1]):
    print(sheet.title, sorted(str(block) for block in sheet.merged_cells.ranges))
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                print(cell.coordinate, cell.data_type, repr(cell.value))
"""


class County:
    """A county file of its own, filled with one roster."""

    def __init__(self, build, folder, roster):
        self.cli = os.path.join(build, 'touyan-cli')
        self.path = os.path.join(folder, f'county-{len(os.listdir(folder))}.touyan')
        self.run('create', '--name', '石城县', '--code', '990101')
        self.run('import', roster, '--as-of', DATE)

    def run(self, command, *words):
        environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='zh_CN',
                           XDG_DATA_HOME=os.path.dirname(self.path))
        result = subprocess.run([self.cli, command, self.path, *words], env=environment, check=False,
                                capture_output=True, text=True)
        if result.returncode != 0:
            sys.exit(f'{command} {" ".join(words)}: {result.stderr}')
        return result.stdout

    def tell(self):
        """All that the roster says of everybody, and the figures."""
        csv = self.path + '.csv'
        self.run('export', csv, '--roster', '--as-of', DATE, '--layout', 'cadres', '--sensitive')
        with open(csv, encoding='utf-8-sig') as file:
            return file.read() + self.run('figures', '--as-of', DATE, '--json')


def convert(folder, path, wanted, *words):
    """What LibreOffice saves of a file; it says what went wrong and gives no file where it cannot open it."""
    out = os.path.join(folder, f'out-{len(os.listdir(folder))}')
    subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{folder}/profile',
                    *words, '--convert-to', wanted, '--outdir', out, path], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return os.path.join(out, os.path.basename(path).rsplit('.', 1)[0] + '.' + wanted.split(':')[0])


def read_cells(path):
    return subprocess.run(['/usr/bin/python3', '-c', CELLS, path], check=True, capture_output=True, text=True).stdout


def check(what, got, expected):
    if got == expected:
        print(f'ok      {what}', flush=True)
        return 0
    for mine, theirs in zip(got.splitlines(), expected.splitlines()):
        if mine != theirs:
            print(f'FAILED  {what}\n  {mine}\n  {theirs}', flush=True)
            return 1
    print(f'FAILED  {what}: {len(got.splitlines())} lines, {len(expected.splitlines())} expected', flush=True)
    return 1


def read_lines(folder, path, words):
    """What LibreOffice makes of a file of the clipboard, as lists of cells."""
    saved = convert(folder, path, 'csv:Text - txt - csv (StarCalc):9,34,76', *words)
    with open(saved, encoding='utf-8-sig') as file:
        lines = [line.rstrip('\n').split('\t') for line in file]
    return '\n'.join(' | '.join(line) for line in lines if any(line))


def check_copied(build, folder):
    """The test of the roster in the window leaves what it copied."""
    source = os.path.abspath(ROOT)
    environment = dict(os.environ, TY_COPIED=folder, G_TEST_SRCDIR=os.path.join(source, 'tests', 'ui'),
                       G_TEST_BUILDDIR=os.path.join(build, 'tests', 'ui'), GSETTINGS_BACKEND='memory',
                       GSETTINGS_SCHEMA_DIR=os.path.join(build, 'data'), GTK_A11Y='test', LC_ALL='C.UTF-8',
                       LANGUAGE='en')
    subprocess.run([os.path.join(source, 'build-aux', 'headless'), os.path.join(build, 'tests', 'ui', 'test-roster'),
                    '-p', '/roster/copy'], env=environment, check=True, stdout=subprocess.DEVNULL)
    text = os.path.join(folder, 'copied.txt')
    with open(text, encoding='utf-8') as file:
        expected = '\n'.join(' | '.join(line.rstrip('\n').split('\t')) for line in file)
    html = read_lines(folder, os.path.join(folder, 'copied.html'), ['--infilter=HTML (StarCalc)'])
    lines = read_lines(folder, text, ['--infilter=Text - txt - csv (StarCalc):9,34,76,1'])
    return check('copied rows, as HTML', html, expected) + check('copied rows, as text', lines, expected)


def main():
    build = os.path.abspath(sys.argv[1])
    failures = 0
    with tempfile.TemporaryDirectory(prefix='touyan-office-') as folder:
        county = County(build, folder, ROSTER)
        for layout, words in LAYOUTS.items():
            path = os.path.join(folder, f'{layout}.xlsx')
            county.run('export', path, '--roster', '--as-of', DATE, '--layout', layout, '--sensitive', *words)
            saved = convert(folder, path, 'xlsx')
            failures += check(f'{layout}: the same cells in LibreOffice', read_cells(saved), read_cells(path))
        failures += check_copied(build, folder)
        path = os.path.join(folder, 'village.xlsx')
        expected = County(build, folder, path).tell()
        for name, wanted in FORMATS.items():
            saved = convert(folder, path, wanted)
            failures += check(f'imported from {name}', County(build, folder, saved).tell(), expected)
    sys.exit(1 if failures else 0)


if __name__ == '__main__':
    main()
