#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a province of a million people and searches it as the window does.

usage: bench-search.py TOUYAN-CLI BENCH-SEARCH
"""

import os
import subprocess
import sys
import tempfile

VILLAGES = 150000


def main():
    cli, bench = sys.argv[1:3]
    with tempfile.TemporaryDirectory(prefix='touyan-bench-') as folder:
        county = os.path.join(folder, 'province.touyan')
        subprocess.run([cli, 'sample', county, '--villages', str(VILLAGES)],
                       stdout=subprocess.DEVNULL, check=True)
        subprocess.run([bench, county], check=True)


if __name__ == '__main__':
    main()
