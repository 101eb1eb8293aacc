#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window on a file of a million people: its first frame, its memory, and its roster at work.

usage: bench-roster.py TOUYAN TOUYAN-CLI [FILE]

Needs a display; `make bench` has one. Without FILE it makes one of 150,000 villages. Prints
milliseconds until the frame clock had drawn what was asked for, each step by itself.
"""

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile

VILLAGES = 150_000
FRAMES = 5
PATIENCE = 300

STEPS = (
    ('jump', 'Jump to any row, until its rows are drawn', '< 30 ms'),
    ('scroll', 'Scrolled by 100 pixels', ''),
    ('sort', 'Sorted by a column', '< 100 ms'),
    ('filter', 'Filtered', '< 100 ms'),
    ('search', 'Search as you type', '< 30 ms'),
    ('unit', 'Units found by name', '< 30 ms'),
)


def run(environment, *words):
    done = subprocess.run(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=PATIENCE, text=True)
    if not done.stdout.strip():
        sys.exit(f'{words[0]} printed nothing, status {done.returncode}:\n{done.stderr}')
    return done.stdout.strip().splitlines()[-1]


def percentile(values, share):
    ordered = sorted(values)
    return ordered[max(math.ceil(share * len(ordered)) - 1, 0)]


def print_times(what, values, target):
    print(f'{what:44} {statistics.median(values):9.1f} ms  {percentile(values, 0.99):9.1f} ms  '
          f'{max(values):9.1f} ms  {target}')


def print_value(what, value, unit, target):
    print(f'{what:44} {value:9.1f} {unit}  {"":12}  {"":12}  {target}')


def measure(environment, touyan, county):
    frames = [float(run(dict(environment, TOUYAN_FIRST_FRAME='1'), touyan, county))
              for _ in range(FRAMES + 1)][1:]
    roster = json.loads(run(dict(environment, TOUYAN_ROSTER_BENCH='1'), touyan, county))
    print(f'{"":44} {"median":>12}  {"99 of 100":>12}  {"worst":>12}  target')
    print_times('First frame', frames, '< 600 ms')
    print_value('The file is open', roster['opened'], 'ms', '')
    print_value('The roster is drawn, after that', roster['show'][0], 'ms', '')
    for name, what, target in STEPS:
        print_times(what, roster[name], target)
    for name, what, _ in (('show', 'First roster', ''), *STEPS):
        print_value(f'Main thread at a stretch: {what[:17]}', roster[f'{name}_longest'], 'ms', '')
    print_value('Memory with the roster', roster['show_memory'], 'MB', '< 200 MB')
    print_value('  after 40 jumps and 100 steps', roster['scroll_memory'], 'MB', '< 200 MB')
    print_value('  at the end', roster['unit_memory'], 'MB', '')


def main():
    touyan, cli = sys.argv[1:3]
    if not os.environ.get('DISPLAY') and not os.environ.get('WAYLAND_DISPLAY'):
        print('Roster of a million people: not measured, there is no display')
        return 77
    with tempfile.TemporaryDirectory(prefix='touyan-bench-') as folder:
        environment = dict(os.environ, HOME=folder, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder,
                           XDG_CACHE_HOME=folder, GSETTINGS_BACKEND='memory', LC_ALL='C.UTF-8')
        county = sys.argv[3] if len(sys.argv) > 3 else os.path.join(folder, 'million.touyan')
        if len(sys.argv) <= 3:
            subprocess.run([cli, 'sample', county, '--villages', str(VILLAGES)], env=environment,
                           check=True, stdout=subprocess.DEVNULL)
        measure(environment, touyan, county)
    return 0


if __name__ == '__main__':
    sys.exit(main())
