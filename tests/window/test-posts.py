# SPDX-License-Identifier: GPL-3.0-or-later
"""A change of posts by keyboard alone is seen in the village, the roster and the figures at once."""

import sqlite3

import pyatspi

from touyan_window import Failed, Focus, Window, key, run, wait_for

SEARCH = 'Search people, villages, pages and commands'


def expect(condition, text):
    if not condition:
        raise Failed(text)


def ask(window, sql, *values):
    with sqlite3.connect(f'file:{window.file}?mode=ro', uri=True) as county:
        return county.execute(sql, values).fetchall()


def search(window, text, kind, group):
    key('ctrl+k')
    window.focused(role='entry', name=SEARCH)
    window.fill(text, role='entry', name=SEARCH)
    wait_for(lambda: window.find(role='list item', begins=group, contains=text, state=pyatspi.STATE_SELECTED),
             f'{text} to be found')
    key('Return')
    return window.page(kind, text)


def retires_a_secretary(build):
    window = Window(build)
    try:
        # One name, one human: who is found is who is meant.
        name, village = ask(
            window, "SELECT p.name, s.name FROM appointment a JOIN person p ON p.id = a.person JOIN unit_state s "
            "ON s.unit = a.unit WHERE a.post = 'D1' AND a.until_date IS NULL AND s.until_date IS NULL AND EXISTS "
            "(SELECT 1 FROM appointment b WHERE b.person = a.person AND b.unit = a.unit AND b.post IN ('C1', 'J1') "
            'AND b.until_date IS NULL) AND (SELECT count(*) FROM person q WHERE q.name = p.name) = 1 '
            'AND (SELECT count(*) FROM unit_state t WHERE t.name = s.name) = 1 ORDER BY p.id LIMIT 1')[0]
        focus = Focus()
        window.start()
        window.page('TyOverviewPage', 'Overview')
        roster = window.name_of(begins='Roster, ')
        dual = window.name_of(begins='Secretaries: dual role')

        search(window, name, 'TyPersonPage', '')
        window.wait(name='Appoint, transfer, remove')
        focus.go_to('Appoint, transfer, remove')
        key('Return')
        window.wait(begins='Retire')
        key('Down', 'Down', 'Down', 'Down', 'Return')
        window.wait(contains=' ends.')
        key('ctrl+s')
        window.wait(name=f'{name} retired')
        expect(not ask(window, 'SELECT 1 FROM appointment a JOIN person p ON p.id = a.person WHERE p.name = ? '
                       'AND (a.until_date IS NULL OR a.end_reason IS NULL)', name), 'a post goes on')

        number = int(roster.split(', ')[1]) - 1
        window.wait(name=f'Roster, {number}')
        page = search(window, village, 'TyVillagePage', 'Unit: ')
        wait_for(lambda: window.find(contains='vacant', below=page), 'the vacancy')
        expect(window.find(role='label', name=name, below=page) is None, 'still in the team')
        search(window, 'Overview', 'TyOverviewPage', 'Page: ')
        wait_for(lambda: window.find(begins='Secretaries: dual role') and
                 window.name_of(begins='Secretaries: dual role') != dual, 'another figure')

        key('ctrl+z')
        window.wait(name=roster)
        window.wait(name=dual)
        window.stop()
        expect('good' in window.cli('check', str(window.file)), 'the file is not good')
    finally:
        window.clear()


run([retires_a_secretary])
