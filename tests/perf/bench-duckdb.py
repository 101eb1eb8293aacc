#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions of bench-columns asked of DuckDB on the same people, where it can be had.

usage: bench-duckdb.py FILE.touyan

DuckDB is no package of Debian 12. Its library comes with the package @duckdb/node-api of the npm
registry: where node finds it (NODE_PATH), the times are printed, else that it is not here.
"""

import csv
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

TABLES = {
    'person': 'SELECT id, sex, birth, party_date, political FROM person',
    'appointment': 'SELECT person, unit, post, from_date, until_date FROM appointment',
    'education': 'SELECT person, mode, level, outcome, until_date FROM education',
    'unit_state': 'SELECT unit, parent, level FROM unit_state',
}

PROGRAM = r"""
let api;
try {
  api = (await import(process.env.TOUYAN_DUCKDB ?? '@duckdb/node-api'));
} catch (error) {
  console.log('DuckDB: not here');
  process.exit(0);
}
const folder = process.argv[2];
const instance = await api.DuckDBInstance.create(':memory:');
const connection = await instance.connect();

async function time(what, sql, rounds) {
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const started = performance.now();
    const reader = await connection.runAndReadAll(sql);
    reader.getRows();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const median = times[Math.floor(rounds / 2)];
  console.log(`${what.padEnd(62)} ${median.toFixed(2).padStart(9)} ms `
              + `${times[rounds - 1].toFixed(2).padStart(9)} ms`);
}

for (const table of ['person', 'appointment', 'education', 'unit_state'])
  await time(`DuckDB: ${table} loaded from text`,
             `CREATE OR REPLACE TABLE ${table} AS SELECT * FROM `
             + `read_csv('${folder}/${table}.csv', header = true, all_varchar = true)`, 1);
for (const sql of [
  "CREATE TABLE p AS SELECT id::BIGINT id, sex, (left(birth, 4)::INT * 12 + "
  + "coalesce(substr(birth, 6, 2), '1')::INT) born FROM person",
  "CREATE TABLE a AS SELECT person::BIGINT person, unit::BIGINT unit, post, coalesce(from_date, '') f, "
  + "coalesce(until_date, '9999') u FROM appointment",
  "CREATE TABLE e AS SELECT person::BIGINT person, mode, level, outcome, coalesce(until_date, '') u "
  + "FROM education",
  "CREATE TABLE s AS SELECT unit::BIGINT unit, parent::BIGINT parent FROM unit_state"])
  await connection.run(sql);

const held = "a.f <= '2026-06-30' AND a.u > '2026-06-30'";
const members = "('D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'C1', 'C2', 'C3', 'J1', 'J2', 'J3')";
const now = 2026 * 12 + 6;
const counts = `count(*), avg((${now} - born) // 12), sum((${now} - born < 36 * 12)::INT), `
  + `sum((${now} - born < 46 * 12)::INT), sum((${now} - born < 51 * 12)::INT), sum((sex = '2')::INT)`;
const college = "SELECT DISTINCT person FROM e WHERE level < '35' AND outcome = 'graduated' "
  + "AND u <= '2026-06-30'";
await time('DuckDB: all figures of the members on a date',
           `WITH m AS (SELECT DISTINCT person FROM a WHERE ${held} AND post IN ${members}), `
           + `c AS (${college}) SELECT ${counts}, sum((c.person IS NOT NULL)::INT) `
           + 'FROM m JOIN p ON p.id = m.person LEFT JOIN c ON c.person = m.person', 9);
await time('DuckDB: in office by township on a date',
           'WITH g AS (SELECT DISTINCT s.parent township, a.person FROM a JOIN s ON s.unit = a.unit '
           + `WHERE ${held}), c AS (${college}) SELECT township, ${counts}, `
           + 'sum((c.person IS NOT NULL)::INT) FROM g JOIN p ON p.id = g.person '
           + 'LEFT JOIN c ON c.person = g.person GROUP BY township', 9);
await time('DuckDB: sorted by birth',
           `SELECT id FROM p WHERE id IN (SELECT person FROM a WHERE ${held}) ORDER BY born DESC`, 3);
"""


def dump(county, folder):
    connection = sqlite3.connect(f'file:{county}?immutable=1', uri=True)
    for table, query in TABLES.items():
        rows = connection.execute(query)
        with open(os.path.join(folder, f'{table}.csv'), 'w', newline='', encoding='utf-8') as file:
            writer = csv.writer(file)
            writer.writerow([column[0] for column in rows.description])
            writer.writerows(rows)
    connection.close()


def main():
    if shutil.which('node') is None:
        print('DuckDB: not here')
        return
    with tempfile.TemporaryDirectory(prefix='touyan-bench-') as folder:
        program = os.path.join(folder, 'bench.mjs')
        with open(program, 'w', encoding='utf-8') as file:
            file.write(PROGRAM)
        check = subprocess.run(['node', program, folder], capture_output=True, text=True, check=False)
        if 'not here' in check.stdout:
            print(check.stdout, end='')
            return
        dump(sys.argv[1], folder)
        subprocess.run(['node', program, folder], check=True)


if __name__ == '__main__':
    main()
