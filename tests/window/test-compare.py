# SPDX-License-Identifier: GPL-3.0-or-later
"""People side by side, from a roster, with the keyboard alone."""

import sqlite3

import pyatspi

from touyan_window import Failed, Window, key, run, type_text, wait_for, walk

SEARCH = 'Search people, villages, pages and commands'
TAKE_OUT = 'Take out of the comparison'


def expect(condition, text):
    if not condition:
        raise Failed(text)


def count_people(window):
    """How many stand side by side: each has a button that takes them out."""
    def count():
        page = window.find(name='TyComparePage')
        return page and [node.name for node in walk(page) if node.name.startswith(TAKE_OUT)]
    return count()


def wait_people(window, n):
    return wait_for(lambda: len(count_people(window) or ()) == n, f'{n} people')


def someone(window):
    """Name and pinyin of a secretary whose pinyin nobody else's begins with."""
    with sqlite3.connect(f'file:{window.file}?mode=ro', uri=True) as county:
        people = county.execute('SELECT id, name, pinyin FROM person').fetchall()
        secretaries = {row[0] for row in county.execute(
            "SELECT person FROM appointment WHERE post = 'D1' AND until_date IS NULL")}
    letters = [pinyin.replace(' ', '') for _, _, pinyin in people]
    for (person, name, _), own in reversed(list(zip(people, letters))):
        if person in secretaries and sum(own in other for other in letters) == 1:
            return name, own
    raise Failed('no secretary has pinyin of their own')


def compares(build):
    window = Window(build, villages=4)
    try:
        name, letters = someone(window)
        window.start()
        window.page('TyOverviewPage', 'Overview')
        key('ctrl+k')
        window.focused(role='entry', name=SEARCH)
        type_text('Roster')
        window.wait(role='list item', begins='Page: Roster')
        key('Return')
        roster = window.page('TyPeoplePage', 'Roster')
        key('ctrl+f')
        window.focused(role='entry', below=roster)
        key('Escape', 'Down', 'shift+Down', 'shift+Down')
        window.wait(name='3 selected', below=roster)

        key('ctrl+shift+c')
        window.page('TyComparePage', 'Comparison')
        wait_people(window, 3)

        # One is taken out at the name, another is found by pinyin.
        key('Tab')
        page = window.wait(name='TyComparePage')
        first = window.name_of(begins=TAKE_OUT, below=page).split(': ')[1]
        for _ in range(12):
            if window.find(name=first, state=pyatspi.STATE_FOCUSED, below=page):
                break
            key('Tab')
        window.focused(name=first, below=page)
        key('Delete')
        wait_people(window, 2)
        key('ctrl+f')
        window.focused(role='entry', name='Find a person')
        type_text(letters)
        key('Return')
        wait_people(window, 3)
        expect(any(name in text for text in count_people(window)), f'{name} was not added')

        # Back to the roster with those who were chosen, and forward to those who were compared.
        key('alt+Left')
        roster = window.page('TyPeoplePage', 'Roster')
        window.wait(name='3 selected', below=roster)
        key('alt+Right')
        window.page('TyComparePage', 'Comparison')
        wait_people(window, 3)
        expect(any(name in text for text in count_people(window)), f'{name} was forgotten')
        window.stop()
    finally:
        window.clear()


if __name__ == '__main__':
    run([compares])
