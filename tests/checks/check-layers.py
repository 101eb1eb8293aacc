#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes point down: by reading them, and by compiling ones that point up."""

import json
import re
import shlex
import subprocess
import tempfile

import checklib

ALL_BELOW_SERVICES = {'core', 'model', 'store', 'statistics', 'pairing', 'exchange', 'drawing', 'sample'}
ALLOWED = {
    'core': set(),
    'model': {'core'},
    'store': {'core', 'model'},
    'statistics': {'core', 'model', 'store'},
    'pairing': {'core', 'model', 'store', 'statistics'},
    'exchange': {'core', 'model', 'store'},
    'drawing': {'core', 'model'},
    'sample': {'core', 'model', 'store', 'drawing'},
    'services': ALL_BELOW_SERVICES,
    'lists': ALL_BELOW_SERVICES | {'services'},
    'widgets': {'core', 'model', 'drawing'},
    'pages': ALL_BELOW_SERVICES | {'services', 'lists', 'widgets'},
    'app': ALL_BELOW_SERVICES | {'services', 'lists', 'widgets', 'pages'},
    'cli': ALL_BELOW_SERVICES | {'services'},
}

WINDOW_LAYERS = {'widgets', 'pages', 'app'}
SYSTEM = (
    (re.compile(r'sqlite3'), {'store'}),
    (re.compile(r'archive(_entry)?\.h|libxml/|xlsxwriter|freexl'), {'exchange'}),
    (re.compile(r'unicode/|opencc'), {'core'}),
    (re.compile(r'gtk/|gdk/|adwaita|libadwaita'), WINDOW_LAYERS),
    (re.compile(r'cairo|pango/'), WINDOW_LAYERS | {'drawing'}),
)

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def headers_by_layer(source):
    return {layer: sorted(path.name for path in (source / layer).rglob('*.h'))
            for layer in ALLOWED}


def includes(path):
    text = checklib.without_comments(checklib.read(path))
    for match in INCLUDE.finditer(text):
        where = f'{checklib.relative(path)}:{checklib.line_of(text, match.start())}'
        yield where, match.group(1) == '<', match.group(2)


def wrong_own_include(layer, name, home):
    if not name.startswith('ty-'):
        return None
    if name.endswith(('-resource.h', '-resources.h')):
        return None  # generated beside the file that includes it
    if name not in home:
        return f'includes {name}, which is in no layer'
    if home[name] != layer and home[name] not in ALLOWED[layer]:
        return f'{layer} includes {name} of {home[name]}'
    return None


def wrong_system_include(layer, name):
    for pattern, layers in SYSTEM:
        if pattern.match(name) and layer not in layers:
            return f'{layer} includes <{name}>, which is only for {", ".join(sorted(layers))}'
    return None


def check_text(report, source, headers):
    home = {name: layer for layer, names in headers.items() for name in names}
    own, system, folders = [], [], []
    for path in checklib.files_in(source, '.c', '.h'):
        layer = path.relative_to(source).parts[0]
        if layer not in ALLOWED:
            folders.append(f'{checklib.relative(path)} is in no known layer')
            continue
        for where, is_system, name in includes(path):
            wrong = None if is_system else wrong_own_include(layer, name, home)
            if wrong is not None:
                own.append(f'{where}: {wrong}')
            wrong = wrong_system_include(layer, name)
            if wrong is not None:
                system.append(f'{where}: {wrong}')
    report.check('every file is in a known layer', folders)
    report.check('project includes stay in the layer or point down', own)
    report.check('libraries are included only where they belong', system)


def compile_commands(source):
    """For each layer the directory and command that compile one of its files."""
    listed = json.loads(checklib.read(checklib.build_root() / 'compile_commands.json'))
    commands = {}
    for entry in listed:
        path = (checklib.pathlib.Path(entry['directory']) / entry['file']).resolve()
        if path.is_relative_to(source):
            layer = path.relative_to(source).parts[0]
            commands.setdefault(layer, (entry['directory'], entry['command'], entry['file']))
    return commands


def preprocess(command, lines):
    """Whether a file of these lines passes the preprocessor with the layer's own command."""
    directory, text, original = command
    words = shlex.split(text)
    arguments = []
    skip = False
    for word in words:
        if skip or word in ('-c', '-MD', '-MMD', original):
            skip = False
        elif word in ('-o', '-MQ', '-MF', '-MT'):
            skip = True
        else:
            arguments.append(word)
    with tempfile.NamedTemporaryFile('w', suffix='.c') as probe:
        probe.write('\n'.join(lines) + '\n')
        probe.flush()
        done = subprocess.run([*arguments, '-E', '-o', '/dev/null', probe.name], cwd=directory,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return done.returncode == 0, done.stderr


def check_compiler(report, source, headers):
    """Tries every header that a layer must not see; only "no such file" will do as a refusal."""
    commands = compile_commands(source)
    for layer, below in ALLOWED.items():
        if layer not in commands:
            report.check(f'{layer}: is compiled', [f'nothing of src/{layer} is compiled'])
            continue
        findings = []
        config = '#include "config.h"'
        works, errors = preprocess(commands[layer], [config])
        if not works:
            findings.append(f'even config.h does not compile: {errors.strip()}')
        for other in sorted(set(ALLOWED) - below - {layer}):
            for header in headers[other][:1]:
                works, errors = preprocess(commands[layer], [config, f'#include "{header}"'])
                if works or f'{header}: No such file' not in errors:
                    findings.append(f'{layer} can include {header} of {other}')
        report.check(f'{layer}: an include that points up does not compile', findings)


def main():
    report = checklib.Report()
    source = (checklib.source_root() / 'src').resolve()
    headers = headers_by_layer(source)
    check_text(report, source, headers)
    check_compiler(report, source, headers)
    report.end()


if __name__ == '__main__':
    main()
