# SPDX-License-Identifier: GPL-3.0-or-later
"""The window around the pages: several windows, the sidebar, what is remembered."""

import sqlite3
import subprocess

import pyatspi

from touyan_window import Failed, Window, children, key, run, type_text, wait_for


def frames(window):
    """The windows of the program, the oldest first."""
    try:
        for application in children(pyatspi.Registry.getDesktop(0)):
            if application.name == 'touyan':
                return [node for node in children(application) if node.getRoleName() == 'frame']
    except LookupError:
        pass
    return []


def wait_for_frames(window, number):
    return wait_for(lambda: len(frames(window)) == number and frames(window), f'{number} windows')


def expect(condition, text):
    if not condition:
        raise Failed(text)


def is_active(frame):
    return frame.getState().contains(pyatspi.STATE_ACTIVE)


def focused_entry(window, frame):
    entry = window.find(role='entry', name='Search people, villages, pages and commands', below=frame)
    return entry and entry.getState().contains(pyatspi.STATE_FOCUSED)


def lonely_person(window):
    """Name and initials of somebody whose initials nobody else has."""
    with sqlite3.connect(f'file:{window.file}?mode=ro', uri=True) as county:
        everybody = [(name, ''.join(word[0] for word in pinyin.split())) for name, pinyin in
                     county.execute('SELECT name, pinyin FROM person ORDER BY id')]
    letters = [initials for _, initials in everybody]
    for name, initials in everybody:
        if len(initials) == 3 and sum(initials in other for other in letters) == 1:
            return name, initials
    raise Failed('nobody has initials of their own')


def give_a_name(window):
    """Under which name one works is asked once."""
    question = 'Your changes are noted in the history under the name'
    window.wait(role='label', begins=question)
    window.press(role='push button', name='Another Name…')
    entry = window.wait(role='text', name='Your name in the history')
    wait_for(lambda: entry.getState().contains(pyatspi.STATE_FOCUSED), 'the entry')
    entry.queryEditableText().setTextContents('佟禾')
    key('Return')
    wait_for(lambda: window.find(role='label', begins=question) is None, 'the question to go')
    window.wait(role='label', name='佟禾')


def writes_from_two_windows(build):
    window = Window(build, villages=4)
    try:
        window.start()
        window.page('TyOverviewPage', 'Overview')
        give_a_name(window)
        key('ctrl+shift+n')
        first, second = wait_for_frames(window, 2)
        for frame in (first, second):
            window.wait(role='push button', begins='Secretaries: dual role', below=frame)

        # A date of its own.
        window.press(role='push button', begins='Cut-off date', below=second)
        entry = window.wait(role='text', name='Cut-off date')
        wait_for(lambda: entry.getState().contains(pyatspi.STATE_FOCUSED), 'the entry for the date')
        key('ctrl+a')
        type_text('2018-12-31')
        key('Return')
        count = window.figures('2018-12-31')['secretaries']['count']
        window.wait(role='push button', name=f'All {count}', below=second)
        today = window.find(role='push button', begins='All ', below=first)
        wait_for(lambda: not window.find(name='Cut-off date: 2018.12.31', below=first),
                 'the date of the other window')

        # What one writes can be undone in the other.
        name, initials = lonely_person(window)
        key('ctrl+k')
        wait_for(lambda: focused_entry(window, second), 'the search')
        type_text(initials)
        window.wait(role='label', name=name, below=second)
        key('Return')
        window.press(role='push button', name='Edit the basic information', below=second)
        window.edit_today()
        window.fill('19900009999', role='text', name='Phone')
        window.press(role='push button', contains='Save')
        window.wait(name='199****9999', below=second)
        with sqlite3.connect(f'file:{window.file}?mode=ro', uri=True) as county:
            (user,), = county.execute('SELECT user FROM action ORDER BY seq DESC LIMIT 1')
        expect(user == '佟禾', f'the action is of {user}')
        window.press(role='push button', name='Undo', below=first)
        wait_for(lambda: window.find(name='199****9999', below=second) is None,
                 'the old phone number in the other window')

        # One goes, the other stays and writes.
        key('ctrl+w')
        first, = wait_for_frames(window, 1)
        window.press(role='push button', name='Redo', below=first)
        window.wait(role='label', begins='Redone: ', below=first)
        window.stop()
        expect('good' in window.cli('check', str(window.file)), 'the file is not good')
        expect('Redone' in window.cli('history', str(window.file), '--limit', '1', '--brief'),
               'the other window did not write')
    finally:
        window.clear()


def opens_files_from_outside(build):
    window = Window(build, villages=4)
    try:
        other = window.home / '石城县.touyan'
        window.cli('create', str(other), '--name', '石城县', '--code', '990101')
        window.start()
        window.page('TyOverviewPage', 'Overview')

        # Another file has a window of its own; one that is shown comes to the front.
        window.open_too(other)
        wait_for_frames(window, 2)
        wait_for(lambda: any(frame.name == '石城县 — Touyan' for frame in frames(window)),
                 'the other county')
        window.open_too(window.file)
        window.open_too(other)
        wait_for(lambda: any(frame.name == '石城县 — Touyan' and is_active(frame)
                             for frame in frames(window)), 'the other county in front')
        wait_for_frames(window, 2)
        window.stop()
    finally:
        window.clear()


def resize(width, height):
    found = subprocess.run(['xdotool', 'getactivewindow'], check=True, capture_output=True, text=True)
    subprocess.run(['xdotool', 'windowsize', found.stdout.strip(), str(width), str(height)], check=True)


def size(window):
    box = window.frame().queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    return box.width, box.height


def count_people(window, roster, number):
    return window.wait(role='label', name='1 person' if number == 1 else f'{number:,} people',
                       below=roster)


def preview(window):
    wait_for(lambda: window.frame().name == 'Quick Preview', 'the preview')
    return window.frame()


def keeps_a_roster_and_previews_people(build):
    window = Window(build, villages=4)
    try:
        window.start()
        key('ctrl+k')
        wait_for(lambda: focused_entry(window, None), 'the search')
        type_text('roster')
        window.wait(role='list item', begins='Page: Roster')
        key('Return')
        roster = window.page('TyPeoplePage', 'Roster')

        # Narrow it, sort it, choose two rows.
        window.press(role='push button', name='Age band', below=roster)
        value = window.name_of(role='check box', contains=', ', state=pyatspi.STATE_FOCUSED)
        number = int(value.rsplit(', ', 1)[1].replace(',', ''))
        key('space')
        count_people(window, roster, number)
        key('Escape')
        wait_for(lambda: window.find(role='check box') is None, 'the values to go')
        key('ctrl+f', 'Escape')
        key('Down', 'Down', 'ctrl+Down', 'space')
        window.wait(name='2 selected', below=roster)

        # By another way to the whole roster, and back twice.
        key('Return')
        window.wait(name='TyPersonPage')
        key('ctrl+k')
        wait_for(lambda: focused_entry(window, None), 'the search')
        type_text('roster')
        window.wait(role='list item', begins='Page: Roster')
        key('Return')
        window.page('TyPeoplePage', 'Roster')
        key('alt+Left')
        window.wait(name='TyPersonPage')
        key('alt+Left')
        roster = window.page('TyPeoplePage', 'Roster')
        count_people(window, roster, number)
        window.wait(name='2 selected', below=roster)

        # A look at somebody from the list, and from the search.
        key('alt+Return')
        preview(window)
        key('Escape')
        window.page('TyPeoplePage', 'Roster')
        name, initials = lonely_person(window)
        key('ctrl+k')
        wait_for(lambda: focused_entry(window, None), 'the search')
        type_text(initials)
        window.wait(role='list item', begins=name)
        key('alt+Return')
        window.wait(role='label', name=name, below=preview(window))
        key('Return')
        window.page('TyPersonPage', name)
        window.stop()
    finally:
        window.clear()


def previews_from_lists_of_work(build):
    """Of rows that are no buttons, too."""
    window = Window(build, villages=4)
    try:
        window.start()
        for title, kind in (('County filings', 'TyFilingsPage'), ('Training', 'TyTrainingPage')):
            key('ctrl+k')
            wait_for(lambda: focused_entry(window, None), 'the search')
            type_text(title)
            window.wait(role='list item', begins=f'Page: {title}')
            key('Return')
            page = window.page(kind, title)
            window.wait(role='table row', below=page)
            key('ctrl+f', 'Escape', 'Down')
            key('alt+Return')
            preview(window)
            key('Escape')
            window.page(kind, title)
        window.stop()
    finally:
        window.clear()


def remembered(window):
    return window.home / 'config' / 'glib-2.0' / 'settings' / 'keyfile'


def remembers_its_desk(build):
    window = Window(build, villages=4)
    try:
        window.environment['GSETTINGS_BACKEND'] = 'keyfile'
        window.start()
        window.page('TyOverviewPage', 'Overview')
        places = window.wait(name='Pages', role='list')
        window.wait(role='label', name='Cadres', below=places)
        window.wait(role='list item', begins='Villages, 4', below=places)

        def words():
            return window.find(role='label', name='History', below=places)
        resize(800, 600)
        wait_for(lambda: not words(), 'the words to go where there is no room')
        resize(1200, 700)
        wait_for(words, 'the words where there is room')
        key('F8')
        wait_for(lambda: not words(), 'the narrow form')
        key('ctrl+k')
        wait_for(lambda: focused_entry(window, None), 'the search')
        type_text('villages')
        window.wait(role='list item', begins='Page: Villages')
        key('Return')
        window.page('TyVillagesPage', 'Villages')
        before = size(window)
        resize(1000, 640)
        wait_for(lambda: size(window) != before and window.find(name='TyVillagesPage'), 'the size')
        small = size(window)
        window.stop()

        # The language too, which is chosen in the preferences.
        with open(remembered(window), 'a', encoding='utf-8') as settings:
            settings.write("language='zh_TW'\n")
        window.start()
        window.page('TyVillagesPage', '村（社區）')
        wait_for(lambda: size(window) == small, 'the size of before')
        places = window.wait(name='頁面', role='list')
        expect(window.find(role='label', name='變動歷史', below=places) is None, 'the sidebar is wide')
        window.stop()
    finally:
        window.clear()


if __name__ == '__main__':
    run([writes_from_two_windows, opens_files_from_outside, keeps_a_roster_and_previews_people,
         previews_from_lists_of_work, remembers_its_desk])
