#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""touyan-cli must run where there is no desktop, so it links no window library."""

import subprocess

import checklib

FORBIDDEN = ('libgtk-', 'libadwaita-')


def main():
    report = checklib.Report()
    program = checklib.build_root() / 'touyan-cli'
    done = subprocess.run(['ldd', program], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    libraries = [line.split()[0] for line in done.stdout.splitlines() if line.strip()]
    report.check('touyan-cli can be loaded',
                 done.stdout.splitlines() if done.returncode or 'not found' in done.stdout else [])
    report.check('touyan-cli links neither GTK nor libadwaita',
                 (name for name in libraries if name.startswith(FORBIDDEN)))
    report.end()


if __name__ == '__main__':
    main()
