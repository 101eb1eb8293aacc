#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole window at work, on the sample county and on a file of 500,000 people.

usage: bench-window.py [--million] TOUYAN TOUYAN-CLI [FILE...]

Needs a display; `make bench` has one. Prints for each page the time until all of it was drawn, at the first
visit, again, at other dates and in other scopes; the time from frame to frame while the roster is worked with;
how often an idle window wakes up; and what memory many switches of the page, dates and scopes,
people and windows leave behind. Work is the processor time of the main thread: on a busy machine it says more
than the time. Kinds of steps and pages in TOUYAN_WINDOW_BENCH are the only ones that are done.

With --million only the roster is worked with, that of a million people where no FILE is named.
"""

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile

VILLAGES = 75_000
VILLAGES_OF_A_MILLION = 150_000
PATIENCE = 1200
FRAMES = (
    ('scroll', 'Scrolling'), ('drag', 'Scroll bar drawn'), ('step', 'Arrow down'), ('jump', 'End and Home'),
    ('type', 'Typing'), ('sort', 'Sorting by up to four'), ('facet', 'Facets with their counts'),
    ('select', 'All selected'), ('copy', '10,000 rows copied'),
)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[max(math.ceil(share * len(ordered)) - 1, 0)]


def print_head(what, *heads):
    print(f'{what:36}' + ''.join(f'{head:>12}' for head in heads))


def print_numbers(what, values, target=''):
    numbers = (statistics.median(values), percentile(values, 0.99), max(values))
    print(f'{what:36}' + ''.join(f'{number:9.1f} ms' for number in numbers) + f'   {target}')


def print_steps(title, steps, target):
    """A line for each page: median and worst until all was drawn, the first frame, and the work."""
    print_head(f'{title} ({target})', 'median', 'worst', 'first frame', 'work')
    for page in dict.fromkeys(step[0] for step in steps):
        done, framed, work = zip(*(step[1:] for step in steps if step[0] == page))
        numbers = (statistics.median(done), max(done), statistics.median(framed), statistics.median(work))
        print(f'  {page:34}' + ''.join(f'{number:9.1f} ms' for number in numbers))


def print_frames(title, steps):
    print_head(title, 'median', '99 of 100', 'worst')
    print_numbers('  from frame to frame', [step[1] for step in steps], '< 33 ms')
    print_numbers('  work of a frame', [step[2] for step in steps])


def print_idle(steps):
    print_head('Idle for 2 s', 'wake-ups', 'frames', 'of threads')
    for page, *numbers in steps:
        print(f'  {page:34}' + ''.join(f'{number:12.0f}' for number in numbers))


def measure(environment, touyan, county, change, steps):
    environment = dict(environment, TOUYAN_WINDOW_BENCH=os.environ.get('TOUYAN_WINDOW_BENCH', steps))
    done = subprocess.run([touyan, county], env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=PATIENCE, text=True)
    if not done.stdout.strip():
        sys.exit(f'{touyan} printed nothing, status {done.returncode}:\n{done.stderr}')
    times = json.loads(done.stdout.strip().splitlines()[-1])
    for name, title, target in (('first', 'First visit', '< 600 ms'), ('back', 'Back and forward', '< 100 ms'),
                                ('date', 'Another date', change), ('scope', 'Another scope', change)):
        if name in times:
            print_steps(title, times[name], target)
    for name, title in FRAMES:
        if name in times:
            print_frames(title, times[name])
    if 'idle' in times:
        print_idle(times['idle'])
    if 'board' in times:
        print_head('Dashboards', 'median', '99 of 100', 'worst')
        print_numbers('  until all is drawn', [step[1] for step in times['board']], '< 300 ms')
        print_numbers('  work', [step[3] for step in times['board']])
    for name, title in (('switch', '1,800 switches of the page'), ('turn', '280 pages, dates and scopes'),
                        ('person', '200 profiles'), ('window', '17 times 8 windows')):
        if name in times:
            print(f'Growth after {title:23}{times[name + "_growth"]:9.1f} MB')


def main():
    words = sys.argv[1:]
    million = words[0] == '--million'
    touyan, cli, *files = words[million:]
    wanted = ((('million', VILLAGES_OF_A_MILLION),) if million
              else (('sample', None), ('half-million', VILLAGES)))
    if not os.environ.get('DISPLAY') and not os.environ.get('WAYLAND_DISPLAY'):
        print('The window: not measured, there is no display')
        return 77
    with tempfile.TemporaryDirectory(prefix='touyan-bench-') as folder:
        environment = dict(os.environ, HOME=folder, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder,
                           XDG_CACHE_HOME=folder, GSETTINGS_BACKEND='memory', LC_ALL='C.UTF-8')
        for name, villages in () if files else wanted:
            files.append(os.path.join(folder, name + '.touyan'))
            subprocess.run([cli, 'sample', files[-1], *(['--villages', str(villages)] if villages else [])],
                           env=environment, check=True, stdout=subprocess.DEVNULL)
        for county in files:
            size = os.path.getsize(county)
            print(f'{os.path.basename(county)}, {size / 1e6:.0f} MB; load {os.getloadavg()[0]:.1f} '
                  f'on {os.cpu_count()} cores')
            measure(environment, touyan, county, '< 150 ms' if size < 50e6 else '< 300 ms',
                    ','.join(name for name, _ in FRAMES) if million else 'all')
    return 0


if __name__ == '__main__':
    sys.exit(main())
