#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans who would help whom in a county of more than 10,000 mentees and 4,000 mentors: the whole command, and a plan
that is kept; once with room for all, and once with too few places.

usage: bench-pairing.py TOUYAN-CLI BENCH-PAIRING
"""

import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

DAY = '2026-11-26'
N_MENTORS = 4000
PROGRAMME = 77
NEEDS = (('new_secretary', 3, 0), ('weak_base', 3, 0), ('weak_economy', 2, 0), ('young_secretary', 1, 0),
         ('reserve', 1, 0), ('new_cadre', 1, 590))


def enlarge(path):
    """Past the history, as no program may: only to have a county of that size."""
    rand = random.Random(3)
    with sqlite3.connect(path) as file:
        strengths = [key for (key,) in file.execute('SELECT DISTINCT strength FROM mentor_strength ORDER BY 1')]
        there = {key for (key,) in file.execute('SELECT person FROM mentor')}
        posts = [row for row in file.execute('SELECT person, min(unit) FROM appointment WHERE until_date IS NULL '
                                             'GROUP BY person ORDER BY person') if row[0] not in there]
        rand.shuffle(posts)
        for number, (person, unit) in enumerate(posts[:N_MENTORS - len(there)]):
            file.execute('INSERT INTO mentor (person, id, unit, level, from_date, capacity) VALUES (?, ?, ?, ?, ?, ?)',
                         (person, number + 1, unit, rand.choice(('township', 'township', 'village', 'county')),
                          '2021-12', rand.randint(1, 5)))
            for strength in rand.sample(strengths, 3):
                file.execute('INSERT INTO mentor_strength (person, strength) VALUES (?, ?)', (person, strength))
        file.execute('INSERT INTO programme (id, name, level, level_only, superior, capacity, talks, months, keep, '
                     "from_date, position) VALUES (?, '全县', 'township', 'no', 'no', 6, 2, 24, 200, '2021-12', 9)",
                     (PROGRAMME,))
        file.executemany(f'INSERT INTO programme_need VALUES ({PROGRAMME}, ?, ?, ?)', NEEDS)


def run(what, *words):
    begin = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    print(f'pairing {what:44} {(time.monotonic() - begin) * 1000:8.1f} ms  '
          f'{(usage.ru_utime + usage.ru_stime) * 1000:8.1f} ms of processor  {usage.ru_maxrss / 1024:8.1f} MB',
          flush=True)
    return status == 0


def main():
    cli, bench = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix='touyan-bench-') as folder:
        county = os.path.join(folder, 'county.touyan')
        subprocess.run([cli, 'sample', county, '--villages', '1500', '--seed', '3'], check=True,
                       stdout=subprocess.DEVNULL)
        enlarge(county)
        for what, change in (('room', 'UPDATE mentor SET capacity = capacity + 1'),
                             ('scarce', 'UPDATE mentor SET capacity = max (capacity - 1, 0)')):
            with sqlite3.connect(county) as file:
                file.execute(change)
            words = (county, '--programme', str(PROGRAMME), '--as-of', DAY, '--json')
            if not run(f'the whole command, {what} (goal: 3 s)', cli, 'pair', *words):
                sys.exit(1)
            subprocess.run([bench, county, str(PROGRAMME), DAY], check=True)


if __name__ == '__main__':
    main()
