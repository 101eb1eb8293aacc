#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing of somebody's machine and no real person's number is in the repository."""

import datetime
import re
import shutil
import subprocess
import zipfile

import checklib

# Written with a class so that this file does not find itself.
FORBIDDEN = re.compile(
    r'\.\./[s]hared|(?<![\w.$\-])/[w]ork/|(?<![\w.])/[h]ome/[a-z]|(?<![\w.])/[r]oot/'
    r'|registry\.[n]pmjs|[p]ypi\.org|[c]rates\.io|proxy\.[g]olang')
ID_NUMBER = re.compile(r'(?<![0-9A-Za-z])([1-9]\d{5})(\d{4})(\d\d)(\d\d)\d{3}[\dXx](?![0-9A-Za-z])')
SQL_WORDS = ('SELECT ', 'INSERT ')
OUR_PREFIX = '99'
ARCHIVES = ('.xlsx', '.docx', '.zip', '.ods')


def repository_files(root):
    """What git keeps or would keep; without git, everything but build directories."""
    if shutil.which('git') and (root / '.git').exists():
        listed = subprocess.run(
            ['git', '-c', f'safe.directory={root}', '-C', root, 'ls-files', '-z', '--cached',
             '--others', '--exclude-standard'], stdout=subprocess.PIPE, check=True)
        names = listed.stdout.decode().split('\0')
        return [root / name for name in names if name and (root / name).is_file()]
    return [path for path in checklib.files_in(root, '')
            if not path.relative_to(root).parts[0].startswith(('_build', '.git'))]


def texts_of(path):
    """The readable text of a file: (where, text), one for each part of an archive."""
    if path.suffix in ARCHIVES and zipfile.is_zipfile(path):
        yield from archive_texts(path)
        return
    data = path.read_bytes()
    if b'\0' not in data[:8192]:
        yield checklib.relative(path), data.decode('utf-8', errors='replace')


def archive_texts(path):
    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(('.xml', '.rels')) and archive.getinfo(name).file_size < 50_000_000:
                    where = f'{checklib.relative(path)}({name})'
                    yield where, archive.read(name).decode('utf-8', errors='replace')
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
        # A broken or encrypted archive is a test of the reader.
        return


def is_day(year, month, day):
    try:
        return 1850 <= datetime.date(int(year), int(month), int(day)).year <= 2099
    except ValueError:
        return False


def foreign_numbers(where, text):
    for match in ID_NUMBER.finditer(text):
        unit, year, month, day = match.groups()
        if not unit.startswith(OUR_PREFIX) and is_day(year, month, day):
            yield f'{where}:{checklib.line_of(text, match.start())}: {unit}…'


def machine_paths(where, text):
    for match in FORBIDDEN.finditer(text):
        yield f'{where}:{checklib.line_of(text, match.start())}: {match.group(0)}'


def sql_literals(path):
    text = checklib.without_comments(checklib.read(path))
    for match in re.finditer(checklib.C_STRING, text):
        if any(word in match.group(0) for word in SQL_WORDS):
            yield f'{checklib.relative(path)}:{checklib.line_of(text, match.start())}'


def main():
    report = checklib.Report()
    root = checklib.source_root()
    numbers, paths = [], []
    files = repository_files(root)
    for path in files:
        for where, text in texts_of(path):
            numbers += foreign_numbers(where, text)
            paths += machine_paths(where, text)
    report.check('the repository has files', [] if files else ['none was found'])
    report.check('every ID number begins with 99, which belongs to nobody', numbers)
    report.check('no path of somebody’s machine and no registry is named', paths)
    report.check('SQL is only in src/store',
                 (found for path in checklib.files_in(root / 'src', '.c', '.h')
                  if path.relative_to(root / 'src').parts[0] != 'store'
                  for found in sql_literals(path)))
    report.end()


if __name__ == '__main__':
    main()
