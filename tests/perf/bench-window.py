#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole window at work, on the sample county and on a file of 500,000 people.

usage: bench-window.py TOUYAN TOUYAN-CLI [FILE...]

Needs a display; `make bench` has one. The work of a frame is the processor time of the main thread. Prints the time until all of a page was drawn, from frame to
frame while the roster scrolls and is searched, how often an idle window wakes up, and what memory
2,000 switches of the page leave behind.
"""

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile

VILLAGES = 75_000
PATIENCE = 600
PAGES = ('roster', 'villages', 'departed', 'history')


def percentile(values, share):
    ordered = sorted(values)
    return ordered[max(math.ceil(share * len(ordered)) - 1, 0)]


def print_times(what, values, target):
    print(f'{what:44} {statistics.median(values):9.1f} ms  {percentile(values, 0.99):9.1f} ms  '
          f'{max(values):9.1f} ms  {target}')


def print_value(what, value, unit, target):
    print(f'{what:44} {value:9.1f} {unit}  {"":12}  {"":12}  {target}')


def measure(environment, touyan, county, change):
    done = subprocess.run([touyan, county], env=dict(environment, TOUYAN_WINDOW_BENCH='1'),
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=PATIENCE, text=True)
    if not done.stdout.strip():
        sys.exit(f'{touyan} printed nothing, status {done.returncode}:\n{done.stderr}')
    times = json.loads(done.stdout.strip().splitlines()[-1])
    print(f'{"":44} {"median":>12}  {"99 of 100":>12}  {"worst":>12}  target')
    for page, took in zip(PAGES, times['first']):
        print_value(f'First visit: {page}', took, 'ms', '< 600 ms')
    print_times('Back and forward', times['back'], '< 100 ms')
    print_times('Another date, overview', times['date'], change)
    print_times('Another date, roster', times['roster_date'], change)
    print_times('Another scope, overview', times['scope'], change)
    print_times('Frame to frame: scrolling', times['scroll'], '< 33 ms')
    print_times('Frame to frame: typing', times['type'], '< 33 ms')
    print_times('Work of a frame: scrolling', times['scroll_work'], '')
    print_times('Work of a frame: typing', times['type_work'], '')
    print_times('Switch of the page', times['switch'], '')
    for page, wakeups, frames in zip(('overview', *PAGES), times['idle'][::2], times['idle'][1::2]):
        print(f'{"Idle for 2 s: " + page:44} {wakeups:5.0f} wake-ups, {frames:.0f} frames')
    print_value('First visit: dashboards', times['board'][0], 'ms', '< 300 ms')
    print_times('Another dashboard', times['board'][1:], '< 300 ms')
    print_value('Growth after 1,800 switches', times['growth'], 'MB', '')


def main():
    touyan, cli = sys.argv[1:3]
    if not os.environ.get('DISPLAY') and not os.environ.get('WAYLAND_DISPLAY'):
        print('The window: not measured, there is no display')
        return 77
    with tempfile.TemporaryDirectory(prefix='touyan-bench-') as folder:
        environment = dict(os.environ, HOME=folder, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder,
                           XDG_CACHE_HOME=folder, GSETTINGS_BACKEND='memory', LC_ALL='C.UTF-8')
        files = sys.argv[3:]
        for name, words in (('sample', []), ('half-million', ['--villages', str(VILLAGES)])):
            if not sys.argv[3:]:
                files.append(os.path.join(folder, name + '.touyan'))
                subprocess.run([cli, 'sample', files[-1], *words], env=environment, check=True,
                               stdout=subprocess.DEVNULL)
        for county in files:
            size = os.path.getsize(county)
            print(f'{os.path.basename(county)}, {size / 1e6:.0f} MB; load {os.getloadavg()[0]:.1f} '
                  f'on {os.cpu_count()} cores')
            measure(environment, touyan, county, '< 150 ms' if size < 50e6 else '< 300 ms')
    return 0


if __name__ == '__main__':
    sys.exit(main())
