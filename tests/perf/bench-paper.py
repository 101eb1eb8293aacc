#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a thousand appointment forms with photos as one PDF and as one document, beside LibreOffice turning the
same document into a PDF where it is there.

usage: bench-paper.py TOUYAN-CLI
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

N_FORMS = 1000
N_OFFICE = 200


def run(what, *words):
    """Prints what a program took, and returns whether it could do it."""
    begin = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    print(f'{what:54} {time.monotonic() - begin:7.2f} s  {usage.ru_utime + usage.ru_stime:7.2f} s of processor  '
          f'{usage.ru_maxrss / 1024:8.1f} MB', flush=True)
    return status == 0


def main():
    cli = sys.argv[1]
    office = shutil.which('soffice')
    with tempfile.TemporaryDirectory(prefix='touyan-bench-') as folder:
        sample = os.path.join(folder, 'sample.touyan')
        subprocess.run([cli, 'sample', sample, '--villages', '200'], check=True, stdout=subprocess.DEVNULL)
        listed = subprocess.run([cli, 'list', sample, '--as-of', '2021-12-31', '--json'], check=True,
                                capture_output=True, text=True).stdout
        keys = [row['person'] for row in json.loads(listed)['rows']]
        words = (cli, 'export', sample, '--form', 'appointment-a4', '--as-of', '2021-12-31')
        for n in (N_FORMS // 4, N_FORMS):
            people = ','.join(keys[:n])
            for kind, goal in (('pdf', '< 10 s for 1,000'), ('docx', '< 5 s for 1,000')):
                if not run(f'{min(n, len(keys))} forms as {kind} ({goal})', *words, '--people', people, '--output',
                           os.path.join(folder, f'{n}.{kind}')):
                    sys.exit(1)
        document = os.path.join(folder, 'office.docx')
        subprocess.run([*words, '--people', ','.join(keys[:N_OFFICE]), '--output', document], check=True,
                       stdout=subprocess.DEVNULL)
        if office is not None:
            run(f'{N_OFFICE} of them, LibreOffice to PDF', office, '-env:UserInstallation=file://' + folder + '/office',
                '--headless', '--convert-to', 'pdf', '--outdir', folder, document)


if __name__ == '__main__':
    main()
