# SPDX-License-Identifier: GPL-3.0-or-later
"""Villages by keyboard: find one, set its approved seats, take it back, move another one."""

import sqlite3
import subprocess

import pyatspi

from touyan_window import (Failed, GONE, Window, children, is_focused, key, run, type_text,
                           wait_for)


def expect(condition, text):
    if not condition:
        raise Failed(text)


def ask(window, sql, *values):
    with sqlite3.connect(f'file:{window.file}?mode=ro', uri=True) as county:
        return county.execute(sql, values).fetchall()


def has_focus(node, depth=2):
    """Whether it, or something in it, has the focus."""
    if is_focused(node):
        return True
    return depth > 0 and any(has_focus(child, depth - 1) for child in children(node))


def tab_to(window, what, **where):
    window.wait(**where)
    for _ in range(20):
        try:
            if has_focus(window.find(**where)):
                return
        except GONE:
            continue
        key('Tab')
    raise Failed(f'Tab does not reach {what}')


def open_villages(window):
    """By Tab into the sidebar, and down its entries."""
    pages = window.wait(role='list', name='Pages')
    window.wait(role='label', name='Villages', below=pages)
    tab_to(window, 'the sidebar', role='list', name='Pages')
    header = window.wait(name='TyHeader')
    for _ in range(8):
        if window.find(name='Villages', role='label', below=header):
            break
        key('Down')
    page = window.page('TyVillagesPage', 'Villages')
    window.wait(contains=' villages', role='label', below=page)
    return page


def villages_in_order(window):
    """Those of the first township."""
    return [name for (name,) in ask(
        window, "SELECT name FROM unit_state WHERE level = 'village' AND until_date IS NULL AND parent = "
        "(SELECT unit FROM unit_state WHERE level = 'township' AND until_date IS NULL "
        'ORDER BY position LIMIT 1) ORDER BY position')]


def sets_seats_and_takes_them_back(build):
    window = Window(build)
    try:
        name = villages_in_order(window)[0]
        before = ask(window, 'SELECT * FROM seat ORDER BY unit, id')
        window.start()
        open_villages(window)
        key('ctrl+f')
        window.focused(role='entry', name='Search the villages')
        window.fill(name, role='entry', name='Search the villages')
        key('Return')
        page = window.page('TyVillagePage', name)

        key('ctrl+e')
        window.wait(role='spin button', contains='approved seats', state=pyatspi.STATE_SENSITIVE)
        key('ctrl+a')
        type_text('9')
        key('ctrl+s')
        window.wait(begins='9 approved', below=page)
        history = window.cli('history', str(window.file), '--limit', '1')
        expect('Approved seats' in history, history)
        expect(ask(window, 'SELECT * FROM seat ORDER BY unit, id') != before, 'nothing was written')

        key('ctrl+z')
        window.wait_gone(begins='9 approved', below=page)
        expect(ask(window, 'SELECT * FROM seat ORDER BY unit, id') == before, 'not as before')
        key('alt+Left')
        window.page('TyVillagesPage', 'Villages')
        window.stop()
        expect('good' in window.cli('check', str(window.file)), 'the file is not good')
    finally:
        window.clear()


def moves_a_village(build):
    window = Window(build)
    try:
        names = villages_in_order(window)
        window.start()
        open_villages(window)
        key('ctrl+f')
        key('Tab')
        tab_to(window, 'the table', name='Townships and villages')
        for _ in range(4):
            if window.find(contains='1 village selected'):
                break
            key('Down')  # past the township to its first village
        window.wait(contains='1 village selected')
        key('alt+Down')
        moved = [names[1], names[0]] + names[2:]
        wait_for(lambda: villages_in_order(window) == moved, 'the new order')
        window.wait(contains='1 village selected')
        key('alt+Down')
        moved = [names[1], names[2], names[0]] + names[3:]
        wait_for(lambda: villages_in_order(window) == moved, 'the order after the second step')
        key('ctrl+z', 'ctrl+z')
        wait_for(lambda: villages_in_order(window) == names, 'the old order')
        window.stop()
    finally:
        window.clear()


def place_of(window, name):
    """The middle of a cell on the screen."""
    def place():
        label = window.find(role='label', name=name, below=window.find(name='Townships and villages'))
        return label and label.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    box = wait_for(place, f'the place of {name}')
    return box.x + 60, box.y + box.height // 2


def mouse(*words):
    subprocess.run(['xdotool', *(str(word) for word in words)], check=True)


def drag(window, start, end):
    """From the middle of one row to below that of another."""
    (x, y), (to_x, to_y) = start, end
    mouse('mousemove', '--window', window, x, y, 'mousedown', 1)
    for step in range(1, 13):
        mouse('mousemove', '--window', window, x + (to_x - x) * step // 12,
              y + (to_y + 8 - y) * step // 12)
    mouse('mousemove', '--window', window, to_x + 1, to_y + 9)
    mouse('mouseup', 1)


def drags_a_village(build):
    window = Window(build)
    try:
        names = villages_in_order(window)
        window.start()
        open_villages(window)
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'touyan'], check=True,
                               capture_output=True, text=True).stdout.split()
        moved = [names[1], names[2], names[0]] + names[3:]

        def is_moved():
            return villages_in_order(window) == moved
        # A button that is let go before the program has begun to drag moves nothing, and a busy one begins
        # late: then the hand tries again.
        for _ in range(5):
            drag(found[-1], place_of(window, names[0]), place_of(window, names[2]))
            try:
                wait_for(is_moved, 'the new order', patience=5)
                break
            except Failed:
                continue
        expect(is_moved(), 'the village did not move')
        window.stop()
    finally:
        window.clear()


if __name__ == '__main__':
    run([sets_seats_and_takes_them_back, moves_a_village, drags_a_village])
