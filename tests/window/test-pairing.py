# SPDX-License-Identifier: GPL-3.0-or-later
"""The board of pairings by keyboard and by mouse: move a card, take it back, log a talk."""

import sqlite3
import subprocess

import pyatspi

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


def mouse(*words):
    subprocess.run(['xdotool', *(str(word) for word in words)], check=True)


def place_of(window, **what):
    """The middle of a node in the window."""
    def place():
        node = window.find(**what)
        return node and node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    box = wait_for(place, f'the place of {what}')
    return box.x + box.width // 2, box.y + box.height // 2


def drag(window, start, end):
    (x, y), (to_x, to_y) = start, end
    mouse('mousemove', '--window', window, x, y, 'mousedown', 1)
    for step in range(1, 13):
        mouse('mousemove', '--window', window, x + (to_x - x) * step // 12, y + (to_y - y) * step // 12)
    mouse('mousemove', '--window', window, to_x + 1, to_y + 1)
    mouse('mouseup', 1)


def drags_a_card(build):
    window = Window(build)
    try:
        pairing, name = ask(window, UNDER_WAY)[0]
        window.start()
        open_board(window)
        choose(window, name)
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'touyan'], check=True,
                               capture_output=True, text=True).stdout.split()
        state = 'SELECT state FROM pairing WHERE id = ?'
        # A button that is let go before the program has begun to drag moves nothing: then the hand tries again.
        for _ in range(5):
            x, y = place_of(window, role='list item', begins=name)
            to_x, _ = place_of(window, role='label', name='Under review')
            drag(found[-1], (x, y), (to_x, y + 40))
            try:
                wait_for(lambda: ask(window, state, pairing) == [('review',)], 'the state of review', patience=5)
                break
            except Failed:
                continue
        if ask(window, state, pairing) != [('review',)]:
            raise Failed('the card did not move')
        window.wait(contains='was moved to')
        key('ctrl+z')
        wait_for(lambda: ask(window, state, pairing) == [('under_way',)], 'the state of before')
        window.stop()
    finally:
        window.clear()


run([moves_and_takes_back, drags_a_card])
