#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first frame of touyan on the sample county beside that of an empty window.

usage: bench-first-frame.py TOUYAN TOUYAN-CLI EMPTY-WINDOW

Needs a display; `make bench` has one. Prints milliseconds from main() to the end of the first frame.
"""

import os
import statistics
import subprocess
import sys
import tempfile

ROUNDS = 9
PATIENCE = 60


def first_frame(environment, *words):
    done = subprocess.run(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=PATIENCE, text=True)
    try:
        return float(done.stdout.split()[-1])
    except (IndexError, ValueError):
        sys.exit(f'{words[0]} printed no time, status {done.returncode}:\n{done.stderr}')


def main():
    touyan, cli, empty = sys.argv[1:4]
    if not os.environ.get('DISPLAY') and not os.environ.get('WAYLAND_DISPLAY'):
        print('First frame: not measured, there is no display')
        return 77
    with tempfile.TemporaryDirectory(prefix='touyan-bench-') as folder:
        environment = dict(os.environ, HOME=folder, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder,
                           XDG_CACHE_HOME=folder, GSETTINGS_BACKEND='memory', LC_ALL='C.UTF-8',
                           TOUYAN_FIRST_FRAME='1')
        county = os.path.join(folder, 'sample.touyan')
        subprocess.run([cli, 'sample', county], env=environment, check=True,
                       stdout=subprocess.DEVNULL)
        times = {'empty': [], 'touyan': []}
        # In turn, so that a busy moment meets both; the first of each only warms the caches.
        for number in range(ROUNDS + 1):
            for name, words in (('empty', [empty]), ('touyan', [touyan, county])):
                took = first_frame(environment, *words)
                if number > 0:
                    times[name].append(took)
    medians = {name: statistics.median(values) for name, values in times.items()}
    print(f'{"":44} {"median":>12}  {"worst":>12}  target')
    for name, what in (('empty', 'First frame of an empty window'),
                       ('touyan', 'First frame on the sample county')):
        print(f'{what:44} {medians[name]:9.1f} ms  {max(times[name]):9.1f} ms')
    print(f'{"Ratio":44} {medians["touyan"] / medians["empty"]:9.2f}   {"":13} < 2')
    return 0


if __name__ == '__main__':
    sys.exit(main())
