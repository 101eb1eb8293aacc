# SPDX-License-Identifier: GPL-3.0-or-later
"""A workbook that a township sent back, of which one field is left out, taken over and taken back."""

import sqlite3

import openpyxl
import pyatspi

from touyan_window import Focus, Window, key, run, type_text, wait_for, walk

DAY = '2021-06-30'
HEAD = 4


def fill_in(folder):
    """The first person of one township gets two other values, and one township has not reported."""
    first, *others = sorted(folder.iterdir())
    book = openpyxl.load_workbook(first)
    sheet = book.worksheets[0]
    headings = {cell.value: cell.column for cell in sheet[HEAD]}
    for name, text in (('Native place', '云屏东山'), ('Note', '已核对')):
        sheet.cell(HEAD + 1, headings[name]).value = text
    book.save(first)
    return int(sheet.cell(HEAD + 1, 1).value), others


def values(window, person):
    """None where the file is being written just now; whoever waits asks again."""
    file = sqlite3.connect(f'file:{window.file}?mode=ro', uri=True)
    try:
        return file.execute('SELECT native_place, note FROM person WHERE id = ?', (person,)).fetchone()
    except sqlite3.OperationalError:
        return None
    finally:
        file.close()


def is_accepted(window, label):
    """Whether the change with this label has its mark."""
    for item in walk(window.frame()):
        if item.getRoleName() == 'list item' and window.look(below=item, name=label) is not None:
            return window.look(below=item, role='check box').getState().contains(pyatspi.STATE_CHECKED)
    return None


def what_a_township_sent_back(build):
    window = Window(build)
    focus = Focus()
    folder = window.home / 'townships'
    try:
        window.cli('collect', str(window.file), '--out', str(folder), '--kind', 'roster', '--as-of', DAY)
        person, _ = fill_in(folder)
        before = values(window, person)
        window.start()
        window.wait(name='TyOverviewPage')
        key('ctrl+k')
        type_text('collect')
        window.wait(role='list item', contains='Collect from townships')
        key('Return')
        window.press(role='push button', begins='_Read a Folder')
        window.wait(begins='Folder with the Workbooks')
        type_text(str(folder))
        key('Return')
        window.wait(contains='Rows to be taken over: 1.')
        window.press(name='Rows')
        window.wait(contains='1 of ')
        wait_for(lambda: is_accepted(window, 'Native place'), 'the native place')
        focus.go_to('Take over this change')
        key('space')
        wait_for(lambda: is_accepted(window, 'Native place') is False, 'the native place to be left out')
        window.press(role='push button', begins='_Take Over')
        window.wait_gone(role='push button', begins='_Take Over')
        wait_for(lambda: values(window, person) == (before[0], '已核对'), 'the note alone')
        key('ctrl+z')
        wait_for(lambda: values(window, person) == before, 'the values of before')
        window.stop()
    finally:
        window.clear()


if __name__ == '__main__':
    run([what_a_township_sent_back])
