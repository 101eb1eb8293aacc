#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The runner of the tests: whatever a failing test prints, its cases are counted."""

import importlib.util
import pathlib
import tempfile

import checklib

REPORT = b"""<?xml version='1.0' encoding='utf-8'?>
<testsuites><testsuite name="touyan.date" tests="2">
<testcase name="/date/parse" /><testcase name="/date/print"><failure>\x1b[31mgot \x00\x07\xff</failure></testcase>
</testsuite></testsuites>
"""


def load_runner(root):
    spec = importlib.util.spec_from_file_location('runner', root / 'build-aux' / 'run-tests.py')
    runner = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(runner)
    return runner


def control_findings(runner):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / 'report.xml'
        path.write_bytes(REPORT)
        cases = runner.read_cases(path)
    if cases != {'date': [('/date/parse', 'passed'), ('/date/print', 'failed')]}:
        yield f'cases {cases}'


def count_findings(runner):
    """A program that fell counts once more than its cases that passed."""
    count = runner.Count()
    runner.count_program(count, {'name': 'date', 'result': 'FAIL', 'returncode': -11}, [('/date/parse', 'passed')])
    if count.line() != '1 passed, 1 failed, 0 skipped':
        yield count.line()


def main():
    report = checklib.Report()
    runner = load_runner(checklib.source_root())
    report.check('control characters in the output of a test spoil nothing', control_findings(runner))
    report.check('a program that fell is one more failure', count_findings(runner))
    report.end()


if __name__ == '__main__':
    main()
