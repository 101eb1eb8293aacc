#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes and reads a workbook of 100,000 rows and 30 columns, beside openpyxl and, where it is there, LibreOffice.

usage: bench-xlsx.py BENCH-XLSX
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

OPENPYXL = """
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
print(sum(len(row) for row in book.active.iter_rows(values_only=True)), 'cells')
"""


def run(what, *words):
    """Prints what a program took, and returns whether it could do it."""
    begin = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read().decode().strip().splitlines()
    _, status, usage = os.wait4(process.pid, 0)
    print(f'{what:44} {time.monotonic() - begin:7.2f} s  {usage.ru_maxrss / 1024:8.1f} MB  '
          f'{output[-1] if output else ""}', flush=True)
    return status == 0


def main():
    bench = sys.argv[1]
    python = '/usr/bin/python3' if os.path.exists('/usr/bin/python3') else sys.executable
    office = shutil.which('soffice')
    with tempfile.TemporaryDirectory(prefix='touyan-bench-') as folder:
        path = os.path.join(folder, 'bench.xlsx')
        if not run('Written (< 5 s, < 50 MB)', bench, 'write', path) or not run('Read', bench, 'read', path):
            sys.exit(1)
        if not run('Read by openpyxl, one cell after the other', python, '-c', OPENPYXL, path):
            print('(openpyxl is not installed)')
        if office is None:
            return
        profile = f'-env:UserInstallation=file://{folder}/profile'
        run('Opened and saved as csv by LibreOffice', office, '--headless', profile, '--convert-to', 'csv',
            '--outdir', folder, path)
        run('That csv read', bench, 'read', os.path.join(folder, 'bench.csv'))


if __name__ == '__main__':
    main()
