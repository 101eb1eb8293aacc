# SPDX-License-Identifier: GPL-3.0-or-later
"""The board of pairings by keyboard: move a card, take it back, log a talk."""

import sqlite3

from touyan_window import Failed, Window, key, run, type_text, wait_for

UNDER_WAY = ("SELECT p.id, m.name FROM pairing p JOIN person m ON m.id = p.person "
             "WHERE p.state = 'under_way' AND p.programme = (SELECT id FROM programme ORDER BY position "
             'LIMIT 1) ORDER BY p.id LIMIT 1')


def ask(window, sql, *values):
    with sqlite3.connect(f'file:{window.file}?mode=ro', uri=True) as county:
        return county.execute(sql, values).fetchall()


def open_board(window):
    key('ctrl+k')
    type_text('mentoring')
    window.wait(role='label', name='Mentoring')
    key('Return')
    return window.page('TyPairingPage', 'Mentoring')


def choose(window, name):
    """By the search, which leads to the first card that it leaves."""
    key('ctrl+f')
    window.focused(role='entry', name='Search the cards')
    window.fill(name, role='entry', name='Search the cards')
    window.wait(role='list item', begins=name)
    key('Return')
    window.focused(role='list item', begins=name)


def moves_and_takes_back(build):
    window = Window(build)
    try:
        pairing, name = ask(window, UNDER_WAY)[0]
        window.start()
        open_board(window)
        choose(window, name)

        key('ctrl+Right')
        wait_for(lambda: ask(window, 'SELECT state FROM pairing WHERE id = ?', pairing) == [('review',)],
                 'the state of review')
        window.wait(contains='was moved to')
        window.focused(role='list item', begins=name)
        key('ctrl+z')
        wait_for(lambda: ask(window, 'SELECT state FROM pairing WHERE id = ?', pairing) == [('under_way',)],
                 'the state of before')
        window.focused(role='list item', begins=name)

        # Four actions: the form, what it was about, and saved; here two keys and a word.
        key('ctrl+t')
        window.wait(name='Log a Talk')
        type_text('accounts')
        key('ctrl+Return')
        talks = 'SELECT COUNT(*) FROM talk WHERE topics = ?'
        wait_for(lambda: ask(window, talks, 'accounts') == [(1,)], 'the talk')
        window.wait(contains='was logged')
        key('ctrl+z')
        wait_for(lambda: ask(window, talks, 'accounts') == [(0,)], 'no talk any more')
        window.stop()
        if 'good' not in window.cli('check', str(window.file)):
            raise Failed('the file is not good')
    finally:
        window.clear()


run([moves_and_takes_back])
