#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes provinces of half a million and of four million people and asks their columns, SQL and DuckDB.

usage: bench-columns.py TOUYAN-CLI BENCH-COLUMNS BENCH-DASHBOARD
"""

import os
import subprocess
import sys
import tempfile
import time

SIZES = (75000, 600000)


def make(cli, county, villages):
    begin = time.monotonic()
    process = subprocess.Popen([cli, 'sample', county, '--villages', str(villages)],
                               stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f'the sample was not made, status {status}')
    print(f'\n{villages:,} villages made in {time.monotonic() - begin:.0f} s with '
          f'{usage.ru_maxrss / 1024:.0f} MB: a file of {os.path.getsize(county) / 1e6:.0f} MB')


def main():
    cli, bench, dashboards = sys.argv[1:4]
    duckdb = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'bench-duckdb.py')
    for villages in SIZES:
        with tempfile.TemporaryDirectory(prefix='touyan-bench-') as folder:
            county = os.path.join(folder, 'province.touyan')
            make(cli, county, villages)
            sys.stdout.flush()
            subprocess.run([bench, county], check=True)
            subprocess.run([dashboards, county, '2021-12-31'], check=True)
            subprocess.run([sys.executable, '-B', duckdb, county], check=True)


if __name__ == '__main__':
    main()
