#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the suites of a build directory and counts their test cases.

usage: build-aux/run-tests.py BUILD-DIRECTORY [OPTION OF meson test...]

Each case of a TAP program counts by itself. A program that crashed, ran out of time or printed no
case at all counts as one more failure. The last line is "N passed, N failed, N skipped".
"""

import collections
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

TAIL_LINES = 40
BAD = {'FAIL', 'TIMEOUT', 'INTERRUPT', 'ERROR', 'UNEXPECTEDPASS'}
SKIPPED_BY_EXIT = 77
NO_XML = re.compile('[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')


class Count:
    def __init__(self):
        self.passed = 0
        self.skipped = []
        self.failures = []

    def fail(self, name, reason, record=None):
        self.failures.append((name, reason, record))

    def line(self):
        return (f'{self.passed} passed, {len(self.failures)} failed, '
                f'{len(self.skipped)} skipped')


def duplicate_names(build):
    """Names used twice in a suite: meson's own report stops at the second."""
    listed = subprocess.run(['meson', 'introspect', '--tests', build],
                            stdout=subprocess.PIPE, check=True)
    names = collections.Counter(f'{" ".join(test["suite"])} / {test["name"]}'
                                for test in json.loads(listed.stdout))
    return sorted(name for name, uses in names.items() if uses > 1)


def read_records(path):
    """What each program did as a whole, in the order in which they ended."""
    with open(path, encoding='utf-8', errors='replace') as log:
        return [json.loads(line) for line in log if line.strip()]


def read_cases(path):
    """The TAP cases by program: {'date': [('/date/parse', 'passed'), ...]}."""
    cases = {}
    with open(path, encoding='utf-8', errors='replace') as report:
        # Meson writes what a test printed as it is, also what no XML may hold.
        text = NO_XML.sub('\ufffd', report.read())
    for suite in ElementTree.fromstring(text.encode()).iter('testsuite'):
        name = suite.get('name')
        if '.' not in name:
            continue
        cases[name.split('.', 1)[1]] = [(case.get('name'), outcome_of(case))
                                        for case in suite.findall('testcase')]
    return cases


def outcome_of(case):
    if case.find('failure') is not None or case.find('error') is not None:
        return 'failed'
    return 'skipped' if case.find('skipped') is not None else 'passed'


def count_program(count, record, cases):
    """Adds one program: its cases, or the whole where it has none."""
    name, result = record['name'], record['result']
    failures_before = len(count.failures)
    for case, outcome in cases:
        if outcome == 'passed':
            count.passed += 1
        elif outcome == 'skipped':
            count.skipped.append(f'{name}: {case}')
        else:
            count.fail(f'{name}: {case}', 'failed', record)
    if result in BAD:
        if len(count.failures) == failures_before:
            count.fail(name, f'{result}, exit status {record["returncode"]}', record)
    elif not cases:
        count_whole(count, record)


def count_whole(count, record):
    stdout = record.get('stdout') or ''
    if record['result'] != 'SKIP':
        count.passed += 1
    elif record['returncode'] == SKIPPED_BY_EXIT or '1..0 # ' in stdout:
        count.skipped.append(record['name'])
    else:
        count.fail(record['name'], 'printed no test case', record)


def print_tail(title, text):
    lines = (text or '').rstrip().splitlines()
    if not lines:
        return
    print(f'  -- {title}' + (f', last {TAIL_LINES} lines' if len(lines) > TAIL_LINES else ''))
    for line in lines[-TAIL_LINES:]:
        print(f'  {line}')


def report(count):
    shown = set()
    for name, reason, record in count.failures:
        print(f'\nFAILED {name}: {reason}')
        if record is not None and record['name'] not in shown:
            shown.add(record['name'])
            print_tail('output', record.get('stdout'))
            print_tail('errors', record.get('stderr'))
    for name in sorted(count.skipped):
        print(f'SKIPPED {name}')


def run(build, options):
    count = Count()
    for name in duplicate_names(build):
        count.fail(name, 'two programs have this name')
    if count.failures:
        return count

    logs = os.path.join(build, 'meson-logs')
    record_path = os.path.join(logs, 'testlog.json')
    case_path = os.path.join(logs, 'testlog.junit.xml')
    for path in (record_path, case_path):
        if os.path.exists(path):
            os.remove(path)

    status = subprocess.run(['meson', 'test', '-C', build, '--no-rebuild', *options]).returncode
    if not os.path.exists(record_path) or not os.path.exists(case_path):
        count.fail('meson test', f'ended with status {status} and no report')
        return count

    cases = read_cases(case_path)
    for record in read_records(record_path):
        count_program(count, record, cases.get(record['name'], []))
    if count.passed + len(count.failures) == 0:
        count.fail('meson test', 'no test was run')
    elif status != 0 and not count.failures:
        count.fail('meson test', f'ended with status {status}')
    return count


def main():
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    count = run(sys.argv[1], sys.argv[2:])
    report(count)
    sys.stderr.flush()
    print()
    print(count.line(), flush=True)
    return 1 if count.failures else 0


if __name__ == '__main__':
    sys.exit(main())
