#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets LibreOffice open the forms that are written for word processors: as many pages as our PDF of the same people has,
and the same text on each of them.

usage: libreoffice-forms.py BUILD-DIRECTORY
"""

import collections
import os
import re
import subprocess
import sys
import tempfile


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


# What runs over pages is broken elsewhere by fonts that are a hair wider.
RUNNING = ('publicity', 'pairing-agreement')
PAIRINGS = ('pairing-record', 'pairing-agreement', 'mentor-letter')


def read_pages(pdf):
    """The characters of each page; a word processor sets them in another order, and has page numbers of its own."""
    text = re.sub('— *[0-9]+ *—', '', run('pdftotext', '-raw', pdf, '-'))
    return [collections.Counter(re.sub(r'\s', '', page)) for page in text.split('\f')]


def main():
    cli = os.path.join(sys.argv[1], 'touyan-cli')
    with tempfile.TemporaryDirectory(prefix='touyan-forms-') as folder:
        sample = os.path.join(folder, 'sample.touyan')
        run(cli, 'sample', sample, '--villages', '12')
        forms = [line.split()[0] for line in run(cli, 'export', '--list-forms').splitlines()]
        for form in forms:
            for kind in ('pdf', 'docx'):
                run(cli, 'export', sample, '--form', form, '--as-of',
                    '2026-11-30' if form in PAIRINGS else '2021-12-31', '--output', os.path.join(folder, f'{form}.{kind}'))
        office = os.path.join(folder, 'office')
        run('soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--convert-to', 'pdf', '--outdir',
            office, *(os.path.join(folder, f'{form}.docx') for form in forms))
        for form in forms:
            ours = read_pages(os.path.join(folder, f'{form}.pdf'))
            theirs = read_pages(os.path.join(office, f'{form}.pdf'))
            assert len(ours) == len(theirs), (form, len(ours), len(theirs))
            n_pages = len(ours) - 1
            if form in RUNNING:
                ours, theirs = [sum(ours, collections.Counter())], [sum(theirs, collections.Counter())]
            for number, (page, other) in enumerate(zip(ours, theirs), 1):
                assert page == other, (form, number, page - other, other - page)
            print(f'{form}: {n_pages} pages are the same', flush=True)


if __name__ == '__main__':
    main()
