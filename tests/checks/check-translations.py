#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""POTFILES.in is complete, and every string is translated into every language of LINGUAS."""

import gettext
import pathlib
import re
import subprocess
import tempfile

import checklib

# Words that stay as they are in Chinese.
SAME_IN_CHINESE = {'CSV', 'ID', 'JSON', 'PDF', 'PNG', 'SVG', 'XLSX'}

HAN = r'[\u3400-\u9fff\U00020000-\U0003ffff]'
HALF_WIDTH = re.compile(rf'{HAN}[,;:!?]|[,;:!?]{HAN}')
LETTERS = re.compile(r'[A-Za-z]{2,}')
# Anything of a format, a mark-up or a name that is not a word to be translated.
NO_WORD = re.compile(r'%(?:\d+\$)?[-+ #0\']*[\d*]*(?:\.[\d*]+)?[hlqjzt]*[A-Za-z%]'
                     r'|%[-_0^#OE]*[A-Za-z]|<[^>]*>|&\w+;|\{[^}]*\}|https?://\S+')
# A letter to press behind a label, as “保存(_S)”: it would be the only English of a Chinese page.
MNEMONIC = re.compile(r'[(（]_[A-Za-z0-9][)）]')
# A search list of a desktop file is separated by ASCII semicolons.
KEYWORD_LIST = re.compile(r'^[^;\s][^;]*;([^;]*;)+$')

# The quotes of the other script, and its characters: what the old national character set of one
# side cannot write is a character of the other side.
FOREIGN_QUOTES = {'zh_CN': '「」『』', 'zh_TW': '“”‘’'}
CHARACTER_SET = {'zh_CN': 'gb2312', 'zh_TW': 'big5'}
ALLOWED_CHARACTERS = {'zh_CN': '', 'zh_TW': ''}

# What stands in tables of its own is called by names of its own: a penalty is no honour.
NAMES = {'zh_CN': {'Honour': '荣誉', 'Honours': '荣誉', 'Add an honour': '添加荣誉', 'Penalty': '处分'},
         'zh_TW': {'Honour': '榮譽', 'Honours': '榮譽', 'Add an honour': '新增榮譽', 'Penalty': '處分'}}

# What has a name of its own in all sentences is not called otherwise: other words for it.
OTHER_WORDS = {'zh_CN': {'县文件': '县数据文件', '县档案': '县数据文件'},
               'zh_TW': {'縣檔案': '縣資料檔', '縣資料檔案': '縣資料檔', '新建': '新增',
                         '恢復備份': '還原備份', '查看了': '檢視了'}}


def run(*command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          **options)


def check_potfiles(report, root):
    listed = checklib.read(root / 'po' / 'POTFILES.in').split('\n')[:-1]
    wanted = run(root / 'build-aux' / 'update-potfiles', '--list').stdout.split()
    report.check('POTFILES.in is sorted', [] if listed == sorted(set(listed)) else ['it is not'])
    report.check('POTFILES.in lists every file with a string (make po)',
                 sorted(set(wanted) - set(listed)))
    report.check('POTFILES.in lists no other file (make po)', sorted(set(listed) - set(wanted)))


def messages_of(po, folder):
    """The catalogue as {msgid: [msgstr, ...]}; msgfmt leaves fuzzy and empty ones out."""
    compiled = pathlib.Path(folder) / 'checked.mo'
    subprocess.run(['msgfmt', '-o', compiled, po], check=True)
    with open(compiled, 'rb') as stream:
        catalogue = gettext.GNUTranslations(stream)._catalog
    messages = {}
    for key, text in catalogue.items():
        msgid = key[0] if isinstance(key, tuple) else key
        if msgid:
            messages.setdefault(msgid.split('\x04')[-1], []).append(text)
    return messages


def listed_messages(text):
    """The msgid lines of a catalogue excerpt, for the report."""
    return [line for line in text.split('\n')
            if line.startswith(('msgid "', '"', '#:')) and line != 'msgid ""'
            and '\\n"' not in line]


def is_untranslated(msgid, text):
    return (text == msgid and msgid not in SAME_IN_CHINESE
            and LETTERS.search(NO_WORD.sub('', msgid)) is not None)


def half_width(text):
    if KEYWORD_LIST.match(text):
        return None
    return HALF_WIDTH.search(text)


def foreign_characters(language, text):
    return [char for char in text
            if re.match(HAN, char) and char not in ALLOWED_CHARACTERS[language]
            and not can_encode(char, CHARACTER_SET[language])]


def can_encode(char, character_set):
    try:
        char.encode(character_set)
    except UnicodeEncodeError:
        return False
    return True


def check_wording(report, language, messages):
    pairs = [(msgid, text) for msgid, texts in messages.items() for text in texts]
    report.check(f'{language}: no string is left in English',
                 (f'“{msgid}”' for msgid, text in pairs if is_untranslated(msgid, text)))
    report.check(f'{language}: no label has a letter to press (HACKING, “Keys of labels”)',
                 (f'“{text}” for “{msgid}”' for msgid, text in pairs if MNEMONIC.search(text)))
    report.check(f'{language}: records are called by their names',
                 (f'“{text}” for “{msgid}”' for msgid, text in pairs
                  if NAMES.get(language, {}).get(msgid, text) != text))
    report.check(f'{language}: one thing is called by one word',
                 (f'“{other}” for “{word}” in “{text}”' for _, text in pairs
                  for other, word in OTHER_WORDS.get(language, {}).items() if other in text))
    report.check(f'{language}: punctuation next to Chinese is full width',
                 (f'“{text}” for “{msgid}”' for msgid, text in pairs if half_width(text)))
    if language not in CHARACTER_SET:
        return
    report.check(f'{language}: quotation marks are those of its readers',
                 (f'“{text}” for “{msgid}”' for msgid, text in pairs
                  if set(text) & set(FOREIGN_QUOTES[language])))
    report.check(f'{language}: characters are those of its readers',
                 (f'{"".join(found)} in “{text}”' for _, text in pairs
                  if (found := foreign_characters(language, text))))


def check_catalogue(report, root, language, pot, folder):
    po = root / 'po' / f'{language}.po'
    if not po.exists():
        report.check(f'{language}: has a catalogue', [f'po/{language}.po is missing'])
        return
    checked = run('msgfmt', '--check', '-o', '/dev/null', po)
    report.check(f'{language}: msgfmt accepts the catalogue',
                 checked.stdout.split('\n') if checked.returncode else [])
    merged = pathlib.Path(folder) / f'{language}.po'
    run('msgmerge', '--quiet', '--no-fuzzy-matching', '-o', merged, po, pot, check=True)
    for what, option in (('untranslated', '--untranslated'), ('fuzzy', '--only-fuzzy')):
        found = run('msgattrib', option, '--no-obsolete', '--no-wrap', merged).stdout
        report.check(f'{language}: nothing is {what}', listed_messages(found))
    check_wording(report, language, messages_of(po, folder))


def main():
    report = checklib.Report()
    root = checklib.source_root()
    check_potfiles(report, root)
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder) / 'touyan.pot'
        extracted = run(root / 'build-aux' / 'update-po', '--pot', pot)
        report.check('the strings can be extracted',
                     extracted.stdout.split('\n') if extracted.returncode else [])
        warnings = [line for line in extracted.stdout.split('\n') if 'warning:' in line]
        report.check('extracting warns of nothing', warnings)
        languages = checklib.read(root / 'po' / 'LINGUAS').split()
        report.check('LINGUAS names the languages that are promised',
                     sorted(set(CHARACTER_SET) - set(languages)))
        for language in languages:
            check_catalogue(report, root, language, pot, folder)
    report.end()


if __name__ == '__main__':
    main()
