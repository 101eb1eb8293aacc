#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The .ui files: well-formed, extractable, and every icon-only control has a name to be read out."""

import re
import xml.etree.ElementTree as ElementTree

import checklib

BUTTONS = {'GtkButton', 'GtkToggleButton', 'GtkMenuButton', 'GtkLinkButton', 'AdwSplitButton'}
TEXTS = {'label', 'title', 'subtitle', 'tooltip-text', 'placeholder-text', 'description', 'text',
         'body', 'heading'}
TRANSLATABLE = re.compile(r'translatable\s*=\s*["\']([^"\']*)["\']')
WORD = re.compile(r'[A-Za-z]{2,}')


def properties(element):
    return {child.get('name').replace('_', '-'): child for child in element.findall('property')}


def child_objects(element):
    found = [child.find('object') for child in element.findall('child')]
    own_child = properties(element).get('child')
    if own_child is not None:
        found.append(own_child.find('object'))
    return [child for child in found if child is not None]


def has_own_name(element):
    accessibility = element.find('accessibility')
    if accessibility is None:
        return False
    return any(child.get('name') in ('label', 'labelled-by') for child in accessibility)


def shows_icon_only(element):
    own = properties(element)
    if 'label' in own:
        return False
    if 'icon-name' in own:
        return True
    children = child_objects(element)
    return bool(children) and all(child.get('class') == 'GtkImage' for child in children)


def nameless_buttons(path, tree):
    for element in tree.iter('object'):
        if element.get('class') in BUTTONS and shows_icon_only(element):
            if not has_own_name(element):
                name = element.get('id') or properties(element).get('icon-name')
                name = name if isinstance(name, str) or name is None else name.text
                yield f'{checklib.relative(path)}: {element.get("class")} {name or "?"}'


def untranslated_texts(path, tree):
    for element in tree.iter('property'):
        if element.get('name', '').replace('_', '-') not in TEXTS or len(element):
            continue
        bound = any(element.get(key) is not None for key in ('bind-source', 'bind_source'))
        text = element.text or ''
        if WORD.search(text) and element.get('translatable') != 'yes' and not bound:
            yield f'{checklib.relative(path)}: “{text.strip()}” cannot be translated'


def wrong_template_name(path, tree):
    template = tree.find('template')
    if template is None or template.get('class') == 'GtkListItem':
        return None  # rows of a list are templates of no class of ours
    words = re.findall(r'[A-Z][a-z0-9]*', template.get('class'))
    wanted = '-'.join(words).lower() + '.ui'
    if path.name == wanted:
        return None
    return f'{checklib.relative(path)} holds {template.get("class")}, so it is {wanted}'


def parse_all(paths):
    trees, errors = {}, []
    for path in paths:
        try:
            trees[path] = ElementTree.parse(path).getroot()
        except ElementTree.ParseError as error:
            errors.append(f'{checklib.relative(path)}: {error}')
    return trees, errors


def main():
    report = checklib.Report()
    root = checklib.source_root()
    paths = checklib.files_in(root / 'data', '.ui') + checklib.files_in(root / 'resources', '.ui')
    trees, errors = parse_all(paths)
    report.check('there are .ui files', [] if paths else ['none was found'])
    report.check('each is well-formed', errors)
    report.check('none has a CDATA section: xgettext does not look into them',
                 (checklib.relative(path) for path in paths if '<![CDATA[' in checklib.read(path)))
    report.check('translatable is always "yes": xgettext reads no other word',
                 (f'{checklib.relative(path)}: {value}' for path in paths
                  for value in TRANSLATABLE.findall(checklib.read(path)) if value != 'yes'))
    report.check('every text can be translated',
                 (found for path, tree in trees.items()
                  for found in untranslated_texts(path, tree)))
    report.check('every icon-only button has an accessible label',
                 (found for path, tree in trees.items() for found in nameless_buttons(path, tree)))
    report.check('each template is in the file of its name',
                 filter(None, (wrong_template_name(path, tree) for path, tree in trees.items())))
    report.end()


if __name__ == '__main__':
    main()
