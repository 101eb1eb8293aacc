# SPDX-License-Identifier: GPL-3.0-or-later
"""The search of the whole window, with the keyboard alone."""

import sqlite3

import pyatspi

from touyan_window import Failed, Window, is_focused, key, run, type_text, wait_for, walk

SEARCH = 'Search people, villages, pages and commands'


def expect(condition, text):
    if not condition:
        raise Failed(text)


def ask(window, question):
    with sqlite3.connect(f'file:{window.file}?mode=ro', uri=True) as county:
        return county.execute(question).fetchall()


def someone(window):
    """Key, name and pinyin of a secretary whose pinyin nobody else's begins with."""
    people = ask(window, 'SELECT id, name, pinyin FROM person')
    letters = [pinyin.replace(' ', '') for _, _, pinyin in people]
    secretaries = {row[0] for row in ask(window, "SELECT person FROM appointment WHERE post = 'D1' "
                                                 'AND until_date IS NULL')}
    for (person, name, _), own in zip(people, letters):
        if person in secretaries and sum(own in other for other in letters) == 1:
            return person, name, own
    raise Failed('no secretary has pinyin of their own')


def entry(window):
    window.focused(role='entry', name=SEARCH)


def selected(window, begins):
    """The text of the line that Enter would open."""
    def text():
        item = window.find(role='list item', begins=begins, state=pyatspi.STATE_SELECTED,
                           below=window.find(role='list', name='Found'))
        return item and item.name
    return wait_for(text, f'the line {begins} to be selected')


def opens_a_person(build):
    window = Window(build)
    try:
        person, name, letters = someone(window)
        window.start()
        window.page('TyOverviewPage', 'Overview')
        key('ctrl+k')
        entry(window)
        type_text(letters)
        text = selected(window, name + ', ')
        expect('years old' in text and 'village' not in text.split(',')[0], text)
        key('Return')
        window.page('TyPersonPage', name)

        # Somebody who was looked at is offered before anything is typed.
        key('alt+Left')
        window.page('TyOverviewPage', 'Overview')
        key('ctrl+k')
        entry(window)
        selected(window, name + ', ')
        key('Return')
        window.page('TyPersonPage', name)
        window.stop()
    finally:
        window.clear()


def chooses_early(build):
    """Name and Enter as fast as keys come, while the search for the first letters is under way."""
    window = Window(build)
    try:
        person, name, letters = someone(window)
        window.start()
        window.page('TyOverviewPage', 'Overview')
        key('ctrl+k')
        entry(window)
        type_text('zzz')
        key('ctrl+a')
        type_text(letters)
        key('Return')
        window.page('TyPersonPage', name)
        window.stop()
    finally:
        window.clear()


def opens_a_village(build):
    window = Window(build)
    try:
        window.start()
        window.page('TyOverviewPage', 'Overview')
        key('ctrl+k')
        entry(window)
        type_text('pingyang')
        selected(window, 'Unit: 屏阳街道')
        key('Return')
        window.page('TyPeoplePage', 'Roster')
        window.wait(role='push button', name='Scope: 屏阳街道')

        # Back leads to where one was, in the scope of then.
        key('alt+Left')
        window.page('TyOverviewPage', 'Overview')
        window.wait(role='push button', name='Scope: Whole county')
        window.stop()
    finally:
        window.clear()


def opens_the_page_of_a_village(build):
    window = Window(build)
    try:
        (unit, name), = ask(window, "SELECT unit, name FROM unit_state WHERE level = 'village' AND name "
                                    "LIKE '%村' ORDER BY unit LIMIT 1")
        window.start()
        window.page('TyOverviewPage', 'Overview')
        key('ctrl+k')
        entry(window)
        window.fill(name, role='entry', name=SEARCH)
        selected(window, f'Unit: {name}')
        key('Return')
        window.page('TyVillagePage', name)
        key('alt+Left')
        window.page('TyOverviewPage', 'Overview')
        window.stop()
    finally:
        window.clear()


def opens_a_page(build):
    window = Window(build)
    try:
        window.start()
        window.page('TyOverviewPage', 'Overview')
        key('ctrl+k')
        entry(window)
        type_text('history')
        selected(window, 'Page: History')
        key('Return')
        window.page('TyHistoryPage', 'History')
        window.stop()
    finally:
        window.clear()


def runs_a_command(build):
    window = Window(build)
    try:
        window.start()
        window.page('TyOverviewPage', 'Overview')
        key('ctrl+k')
        entry(window)

        # There is nothing to do again, and so no such command; others can be walked to.
        type_text('redo')
        window.wait(contains='Nothing is called “redo”.')
        key('ctrl+a')
        type_text('help')
        selected(window, 'Command: Keyboard shortcuts, ')
        key('Down')
        selected(window, 'Command: About Touyan')
        key('Up')
        selected(window, 'Command: Keyboard shortcuts, ')
        key('Down', 'Return')
        window.wait(role='label', name='Touyan', below=window.frame())
        key('Escape')
        window.page('TyOverviewPage', 'Overview')
        window.stop()
    finally:
        window.clear()


def gives_the_focus_back(build):
    window = Window(build)
    try:
        window.start()
        window.page('TyOverviewPage', 'Overview')
        window.press(role='push button', begins='Members: women')
        roster = window.page('TyPeoplePage', 'Roster')
        window.wait(contains=' people', below=roster)
        key('ctrl+f')
        def own():
            """The entry that has the focus, in the roster."""
            return next((node for node in walk(roster)
                         if node.getRoleName() in ('entry', 'text') and is_focused(node)), None)
        wait_for(own, 'the entry of the roster')
        key('ctrl+k')
        entry(window)
        type_text('z')
        window.wait(role='list', name='Found')
        key('Escape')
        wait_for(own, 'the focus to come back')

        # In an entry the keys of undo are its own.
        type_text('zz')
        def typed():
            text = own().queryText()
            return text.getText(0, text.characterCount)
        wait_for(lambda: typed() == 'zz', 'zz')
        key('ctrl+z')
        wait_for(lambda: len(typed()) < 2, 'what was typed to be undone')
        window.stop()
    finally:
        window.clear()


def opens_a_recent_file(build):
    window = Window(build)
    try:
        other = window.home / '石城县.touyan'
        window.cli('create', str(other), '--name', '石城县', '--code', '990101')
        window.start()
        window.page('TyOverviewPage', 'Overview')
        window.open_too(other)
        window.wait(role='label', name='石城县')
        key('F10')
        window.wait(role='menu item', name=window.file.name)
        key('Down', 'Down', 'Down')
        window.focused(role='menu item', name=window.file.name)
        key('Return')
        window.wait(role='label', name='云屏县')
        window.wait_gone(role='menu item', name=window.file.name)
        window.stop()
    finally:
        window.clear()


def shows_the_shortcuts(build):
    window = Window(build)
    try:
        window.start()
        window.page('TyOverviewPage', 'Overview')
        key('ctrl+question')
        window.wait(role='label', name='Open a county file')
        key('Escape')
        window.page('TyOverviewPage', 'Overview')
        key('F1')
        window.wait(role='label', name='Open a county file')
        key('Escape')
        window.page('TyOverviewPage', 'Overview')
        window.stop('ctrl+w')
    finally:
        window.clear()


if __name__ == '__main__':
    run([opens_a_person, chooses_early, opens_a_village, opens_the_page_of_a_village, opens_a_page, runs_a_command,
         gives_the_focus_back, opens_a_recent_file, shows_the_shortcuts])
