#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of keys: whatever keys the program has stand in it, and it has no others."""

import re
import xml.etree.ElementTree as ElementTree

import checklib

BINDING = re.compile(r'gtk_widget_class_add_binding(?:_action)? \(\s*\w+,\s*GDK_KEY_(\w+),\s*([^,]+),')
TABLE = re.compile(r'\{ GDK_KEY_(\w+), (\w+(?: \| \w+)*), "[a-z-]+\.[a-z-]+" \}')
APPLICATION = re.compile(r'\{ "[a-z]+\.[a-z-]+", \{ ((?:"[^"]+"(?:, )?)+) \} \}')
HELPER = re.compile(r'add_zoom \(widget_class, GDK_KEY_(\w+),')
CASE = re.compile(r'case GDK_KEY_(\w+):')
MODIFIERS = {'GDK_CONTROL_MASK': 'Control', 'GDK_SHIFT_MASK': 'Shift', 'GDK_ALT_MASK': 'Alt'}

# Another key for the same, which only some keyboards have or which says what the other says.
SYNONYMS = {'Menu': '<Shift>F10', '<Control>equal': '<Control>plus', 'equal': 'plus'}

# What windows and lists of GTK know themselves, and keys that a controller asks for, with who does it.
ELSEWHERE = {
    'F10': 'GtkMenuButton:primary',
    'Return': 'lists', 'space': 'lists', 'Up': 'lists', 'Down': 'lists', 'Left': 'trees', 'Right': 'trees',
    'Home': 'lists', 'End': 'lists',
    '<Control>Down': 'TyRosterSelection', '<Control>a': 'TyRosterSelection',
    '<Control>Left': 'TyPairingBoard', '<Control>Right': 'TyPairingBoard',
    '<Shift>F10': 'TyPeoplePage',
    '<Alt>Up': 'TyVillagesPage', '<Alt>Down': 'TyVillagesPage',
    '1...9': 'TyPresentation', 'BackSpace': 'TyPresentation', 'Page_Up': 'TyPresentation',
    'Page_Down': 'TyPresentation',
}


def accelerator(key, modifiers=''):
    words = [MODIFIERS[word] for word in re.findall(r'GDK_\w+', modifiers)]
    return ''.join(f'<{word}>' for word in sorted(words)) + key


def normal(keys):
    return accelerator(re.sub(r'<\w+>', '', keys), ' '.join(
        mask for mask, word in MODIFIERS.items() if f'<{word}>' in keys))


def keys_of_source(path):
    """Each with the line where it is set."""
    text = checklib.without_comments(checklib.read(path))
    found = [(match, accelerator(match[1], match[2])) for match in BINDING.finditer(text)]
    found += [(match, accelerator(match[1], match[2])) for match in TABLE.finditer(text)]
    found += [(match, accelerator(match[1])) for match in HELPER.finditer(text)]
    if path.name == 'ty-application.c':
        found += [(match, normal(keys)) for match in APPLICATION.finditer(text)
                  for keys in re.findall(r'"([^"]+)"', match[1])]
    if path.name == 'ty-presentation.c':
        found += [(match, match[1]) for match in CASE.finditer(text) if len(match[1]) == 1]
    for match, keys in found:
        if not keys.startswith('KP_'):
            yield keys, f'{checklib.relative(path)}:{checklib.line_of(text, match.start())}'


def listed_keys(root):
    tree = ElementTree.parse(root / 'data' / 'ui' / 'app' / 'help-overlay.ui').getroot()
    for entry in tree.iter('property'):
        if entry.get('name') == 'accelerator':
            yield from (normal(keys) for keys in entry.text.split())


def main():
    report = checklib.Report()
    root = checklib.source_root()
    program = {}
    for path in checklib.files_in(root / 'src', '.c'):
        for keys, place in keys_of_source(path):
            program.setdefault(SYNONYMS.get(keys, keys), place)
    listed = set(listed_keys(root))
    by_name = checklib.without_comments(checklib.read(root / 'src' / 'app' / 'ty-application.c'))
    by_name = {normal(keys) for match in APPLICATION.finditer(by_name)
               for keys in re.findall(r'"([^"]+)"', match[1])}
    report.check('there are keys', [] if len(program) > 30 else [f'{len(program)} keys'])
    report.check('every key stands in the list of keys',
                 (f'{place}: {keys}' for keys, place in sorted(program.items())
                  if keys not in listed | by_name))
    report.check('every key of the list does something',
                 (keys for keys in sorted(listed) if keys not in program and keys not in ELSEWHERE))
    report.end()


if __name__ == '__main__':
    main()
