# SPDX-License-Identifier: GPL-3.0-or-later
"""The same for many people, by the keyboard alone, and taken back."""

import sqlite3

import pyatspi

from touyan_window import Failed, Window, key, run, type_text, wait_for


def count(window, sql):
    file = sqlite3.connect(f'file:{window.file}?mode=ro', uri=True)
    try:
        return file.execute(sql).fetchone()[0]
    finally:
        file.close()


HONOURS = "SELECT count(*) FROM honour WHERE title = 'Model of the year'"
PEOPLE = "SELECT count(DISTINCT person) FROM honour WHERE title = 'Model of the year'"


def open_secretaries(window):
    """Ten people of the roster are chosen, from the search to the table by keys."""
    window.wait(name='TyOverviewPage')
    key('ctrl+k')
    type_text('roster')
    window.wait(role='list item', begins='Page: Roster')
    key('Return')
    roster = window.page('TyPeoplePage', 'Roster')
    window.wait(role='label', contains=' people', below=roster)
    key('ctrl+f')
    window.focused(name='Search the roster')
    key('Escape')
    key('Down')
    for _ in range(9):
        key('shift+Down')
    window.wait(name='10 selected', role='label')


def a_bulk_edit_by_keyboard(build):
    window = Window(build)
    try:
        window.start()
        open_secretaries(window)
        before = count(window, HONOURS)
        key('ctrl+b')
        window.wait(name='What is done')
        # An honour is what is done first.
        window.wait(name='Granted by')
        window.focused(name='What is done')
        key('Tab')
        window.wait_gone(name='What is done', state=pyatspi.STATE_FOCUSED)
        type_text('2021.06')
        key('Tab')
        type_text('Model of the year')
        key('ctrl+Return')
        window.wait(contains='Of 10 people, 10 will be changed')
        key('Return')
        wait_for(lambda: count(window, HONOURS) == before + 10, 'the honours')
        if count(window, PEOPLE) != 10:
            raise Failed('somebody has it twice')
        # The keys are those of the window again when the form has gone.
        window.wait_gone(contains='Of 10 people, 10 will be changed')
        key('ctrl+z')
        wait_for(lambda: count(window, HONOURS) == before, 'the honours to go')
        key('ctrl+shift+z')
        wait_for(lambda: count(window, HONOURS) == before + 10, 'the honours to come back')
        window.stop()
    finally:
        window.clear()


if __name__ == '__main__':
    run([a_bulk_edit_by_keyboard])
