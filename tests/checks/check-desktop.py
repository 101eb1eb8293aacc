#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop reads: desktop file, metainfo, settings, file type, icons, manual pages."""

import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

import checklib

MIME = '{http://www.freedesktop.org/standards/shared-mime-info}'
NUMERIC = {'y', 'n', 'q', 'i', 'u', 'x', 't', 'd'}
COUNTY_TYPE = 'application/x-touyan-county'


def complaints(*command):
    if shutil.which(command[0]) is None:
        return [f'{command[0]} is not installed']
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout.splitlines() or ['failed'] if done.returncode else []


def key_findings(key):
    name, kind = key.get('name'), key.get('type')
    for needed in ('summary', 'description'):
        if not (key.findtext(needed) or '').strip():
            yield f'{name} has no {needed}'
    if kind in NUMERIC and key.find('range') is None:
        yield f'{name} has no range'


def schema_findings(path, app_id):
    tree = ElementTree.parse(path).getroot()
    for schema in tree.findall('schema'):
        if not schema.get('id').startswith(app_id):
            yield f'schema {schema.get("id")}'
        for key in schema.findall('key'):
            yield from key_findings(key)


def mime_findings(path, data):
    tree = ElementTree.parse(path).getroot()
    kinds = {kind.get('type'): kind for kind in tree.findall(f'{MIME}mime-type')}
    if set(kinds) != {COUNTY_TYPE}:
        yield f'types {sorted(kinds)}'
        return
    kind = kinds[COUNTY_TYPE]
    if [glob.get('pattern') for glob in kind.findall(f'{MIME}glob')] != ['*.touyan']:
        yield 'the pattern is not *.touyan'
    values = [match.get('value') for match in kind.iter(f'{MIME}match')]
    if len(values) != 2 or values[0] != 'SQLite format 3\\0':
        yield f'magic {values}'
    if f'MimeType={COUNTY_TYPE};' not in checklib.read(data / 'org.touyan.Touyan.desktop.in'):
        yield 'the desktop file does not open the type'


def application_id_in_store(root):
    """The number that the store writes at byte 68 of a county file."""
    pattern = re.compile(r'\b0x54[0-9A-Fa-f]{6}\b')
    for path in checklib.files_in(root / 'src' / 'store', '.c', '.h', '.sql'):
        for found in pattern.findall(checklib.read(path)):
            yield int(found, 16)


def store_id_findings(root, data):
    tree = ElementTree.parse(data / 'org.touyan.Touyan.xml.in').getroot()
    magic = {int(match.get('value'), 16) for match in tree.iter(f'{MIME}match')
             if match.get('offset') == '68'}
    written = set(application_id_in_store(root))
    if written != magic:
        yield f'the store writes {sorted(map(hex, written))}, the type reads {sorted(map(hex, magic))}'


def id_findings(root, data, app_id):
    for name in ('desktop.in', 'metainfo.xml.in', 'xml.in', 'gschema.xml'):
        if not (data / f'{app_id}.{name}').exists():
            yield f'data/{app_id}.{name} is missing'
    for path in checklib.files_in(data, '.in', '.gschema.xml', '.ui', '.svg'):
        for found in re.findall(r'\borg\.[Tt]ouyan\.\w+', checklib.read(path)):
            if found != app_id:
                yield f'{checklib.relative(path)}: {found}'
    icons = data / 'icons' / 'hicolor'
    for path in (icons / 'scalable' / 'apps' / f'{app_id}.svg',
                 icons / 'symbolic' / 'apps' / f'{app_id}-symbolic.svg'):
        if not path.exists():
            yield f'{checklib.relative(path)} is missing'


def symbolic_findings(root):
    """GTK colours the fill of symbolic icons, so a stroke becomes a blot."""
    for path in checklib.files_in(root, '-symbolic.svg'):
        if '_build' not in checklib.relative(path) and re.search(r'\bstroke=', checklib.read(path)):
            yield f'{checklib.relative(path)} is drawn with strokes'


def manual_findings(root, build):
    """Every command and option of the manual is one that the program knows, and vice versa."""
    page = checklib.read(root / 'data' / 'man' / 'touyan-cli.1').replace('\\-', '-')
    section = page.split('.SH COMMANDS')[1].split('.SH ')[0]
    documented = set(re.findall(r'^\.TP\n(?:\.BI |\\fB)([a-z]+)', section, re.MULTILINE))
    done = subprocess.run([build / 'touyan-cli', '--help'], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, env={'LC_ALL': 'C.UTF-8'})
    offered = set(re.findall(r'^ {1,4}([a-z]+)(?=  |$| [A-Z[-])', done.stdout, re.MULTILINE))
    for name in sorted(documented):
        if re.search(rf'^\s+(?:touyan-cli )?{name}\b', done.stdout, re.MULTILINE) is None:
            yield f'touyan-cli --help does not list “{name}”'
    for name in sorted(offered - documented):
        yield f'the manual page does not list “{name}”'


def main():
    report = checklib.Report()
    root, build = checklib.source_root(), checklib.build_root()
    data = root / 'data'
    match = re.search(r"^app_id = '([^']+)'$", checklib.read(root / 'meson.build'), re.MULTILINE)
    app_id = match.group(1)
    built = build / 'data'
    report.check('the desktop file is valid',
                 complaints('desktop-file-validate', built / f'{app_id}.desktop'))
    report.check('the metainfo is valid',
                 complaints('appstreamcli', 'validate', '--no-net', '--pedantic',
                            built / f'{app_id}.metainfo.xml'))
    report.check('the settings compile',
                 complaints('glib-compile-schemas', '--strict', '--dry-run', data))
    report.check('every setting is described and bounded',
                 schema_findings(data / f'{app_id}.gschema.xml', app_id))
    report.check('the file type is complete', mime_findings(built / f'{app_id}.xml', data))
    report.check('the file type knows the number that the store writes',
                 store_id_findings(root, data))
    report.check('the application id is the same everywhere', id_findings(root, data, app_id))
    report.check('symbolic icons have fills only', symbolic_findings(root))
    report.check('the manual page and touyan-cli --help name the same commands',
                 manual_findings(root, build))
    report.end()


if __name__ == '__main__':
    main()
