#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No file over 700 lines, no function over 80; class_init and tables may be longer."""

import ast
import re

import checklib

FILE_LIMIT = 700
FUNCTION_LIMIT = 80
NAME = re.compile(r'^([A-Za-z_]\w*)\s*\(')


def function_name(lines, opening):
    """The name above a "{" in the first column; None where it opens a table or a type."""
    for line in reversed(lines[:opening]):
        if not line.strip() or line.startswith(('}', '#')):
            return None
        if line.rstrip().endswith('='):
            return None
        match = NAME.match(line)
        if match is not None:
            return match.group(1)
    return None


def long_c_functions(path):
    lines = checklib.without_comments(checklib.read(path)).split('\n')
    opening = None
    for index, line in enumerate(lines):
        if line.startswith('{'):
            opening = index
        elif line.startswith('}') and opening is not None:
            name = function_name(lines, opening)
            length = index - opening - 1
            if name is not None and length > FUNCTION_LIMIT and not name.endswith('_class_init'):
                yield f'{checklib.relative(path)}:{opening + 1}: {name} has {length} lines'
            opening = None


def long_python_functions(path):
    for node in ast.walk(ast.parse(checklib.read(path))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = node.end_lineno - node.lineno
            if length > FUNCTION_LIMIT:
                yield f'{checklib.relative(path)}:{node.lineno}: {node.name} has {length} lines'


def main():
    report = checklib.Report()
    root = checklib.source_root()
    paths = [path for folder in ('src', 'tests', 'build-aux')
             for path in checklib.files_in(root / folder, '.c', '.h', '.py')]
    counts = ((path, len(checklib.read(path).splitlines())) for path in paths)
    report.check(f'no file is longer than {FILE_LIMIT} lines',
                 (f'{checklib.relative(path)} has {count}'
                  for path, count in counts if count > FILE_LIMIT))
    report.check(f'no C function is longer than {FUNCTION_LIMIT} lines',
                 (found for path in paths if path.suffix == '.c'
                  for found in long_c_functions(path)))
    report.check(f'no Python function is longer than {FUNCTION_LIMIT} lines',
                 (found for path in paths if path.suffix == '.py'
                  for found in long_python_functions(path)))
    report.end()


if __name__ == '__main__':
    main()
