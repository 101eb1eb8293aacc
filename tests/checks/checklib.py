# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks share: TAP output, and walking the source tree."""

import pathlib
import re
import sys

C_STRING = r'"(?:\\.|[^"\\\n])*"'
C_TOKEN = re.compile(rf"(/\*.*?\*/|//[^\n]*)|({C_STRING})|('(?:\\.|[^'\\\n])*')", re.DOTALL)


class Report:
    """One TAP case a question; the findings explain a "not ok"."""

    def __init__(self):
        self.number = 0
        self.failures = 0

    def check(self, name, findings):
        self.number += 1
        findings = list(findings)
        if findings:
            self.failures += 1
            for finding in findings:
                print(f'# {finding}')
        print(f'{"not ok" if findings else "ok"} {self.number} - {name}')

    def skip(self, name, reason):
        self.number += 1
        print(f'ok {self.number} - {name} # SKIP {reason}')

    def end(self):
        print(f'1..{self.number}')
        sys.exit(1 if self.failures else 0)


def source_root():
    return pathlib.Path(sys.argv[1])


def build_root():
    return pathlib.Path(sys.argv[2])


def files_in(folder, *endings):
    """The files below a folder with one of these endings, sorted."""
    return sorted(path for path in folder.rglob('*')
                  if path.is_file() and path.name.endswith(endings))


def relative(path):
    return path.relative_to(source_root()).as_posix()


def read(path):
    return path.read_text(encoding='utf-8')


def without_comments(text):
    """C source with its comments blanked, the lines kept."""
    def blank(match):
        if match.group(1) is None:
            return match.group(0)
        return re.sub(r'[^\n]', ' ', match.group(1))
    return C_TOKEN.sub(blank, text)


def line_of(text, position):
    return text.count('\n', 0, position) + 1
