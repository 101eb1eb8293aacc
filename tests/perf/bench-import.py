#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports a large roster by touyan-cli and prints the median time and the peak of memory; then compares one of 100,000
rows and 30 columns, imports 1,000 appointment files with photos, and prints the time of the processor.

usage: bench-import.py TOUYAN-CLI ROSTER.xlsx
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 5
ROSTER = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'support', 'roster.py')


def run(environment, *words):
    """The seconds and the megabytes that a command took."""
    begin = time.monotonic()
    process = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    if status != 0:
        sys.exit(f'{" ".join(words)}: status {status}\n{output}')
    return seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def compare(program):
    """A dry run of what nobody has in one county."""
    with tempfile.TemporaryDirectory(prefix='touyan-bench-') as folder:
        county, roster = os.path.join(folder, 'county.touyan'), os.path.join(folder, 'large.xlsx')
        environment = dict(os.environ, XDG_DATA_HOME=folder, LC_ALL='C.UTF-8')
        subprocess.run([sys.executable, '-B', ROSTER, roster, '100000', '30'], check=True)
        run(environment, program, 'create', county, '--name', '石城县', '--code', '990101')
        return run(environment, program, 'import', county, roster, '--kind', 'roster', '--as-of', '2020-12-31',
                   '--dry-run')


def take_forms(program):
    """The files of a sample, whose people have photos, into an empty county."""
    with tempfile.TemporaryDirectory(prefix='touyan-bench-') as folder:
        sample, county = os.path.join(folder, 'sample.touyan'), os.path.join(folder, 'county.touyan')
        forms = os.path.join(folder, 'forms')
        environment = dict(os.environ, XDG_DATA_HOME=folder, LC_ALL='C.UTF-8')
        run(environment, program, 'sample', sample, '--villages', '160')
        run(environment, program, 'export-forms', sample, forms, '--as-of', '2021-12-31')
        for name in sorted(os.listdir(forms))[1000:]:
            os.remove(os.path.join(forms, name))
        run(environment, program, 'create', county, '--name', '石城县', '--code', '990101')
        took = run(environment, program, 'import-forms', county, forms)
        return len(os.listdir(forms)), took[2]


def main():
    program, roster = sys.argv[1:3]
    seconds, megabytes = [], []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory(prefix='touyan-bench-') as folder:
            county = os.path.join(folder, 'county.touyan')
            environment = dict(os.environ, XDG_DATA_HOME=folder, LC_ALL='C.UTF-8')
            run(environment, program, 'create', county, '--name', '石城县', '--code', '990101')
            took = run(environment, program, 'import', county, roster, '--as-of', '2020-12-31')
            seconds.append(took[0])
            megabytes.append(took[1])
    print(f'{"":44} {"median":>12}  {"worst":>12}  target')
    for what, values, unit, target in (
            ('Roster of 10,000 rows imported, backups too', seconds, 's ', '< 3 s'),
            ('Memory at its peak', megabytes, 'MB', '< 150 MB')):
        print(f'{what:44} {statistics.median(values):9.2f} {unit}  {max(values):9.2f} {unit}  {target}')
    _, memory, processor = compare(program)
    n_forms, of_forms = take_forms(program)
    print(f'{"100,000 rows of 30 columns compared":44} {processor:9.2f} s   {"":12}  < 10 s')
    print(f'{"Memory at its peak":44} {memory:9.2f} MB  {"":12}  < 300 MB')
    print(f'{f"{n_forms:,} appointment files with photos":44} {of_forms:9.2f} s   {"":12}  < 5 s')


if __name__ == '__main__':
    main()
