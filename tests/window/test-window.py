# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole window: from a figure to its people, to a person, an edit, and back."""

import sqlite3

import pyatspi

from touyan_window import Failed, Window, is_focused, key, run, type_text, wait_for


def expect(condition, text):
    if not condition:
        raise Failed(text)


def set_date(window, day):
    window.press(role='push button', begins='Cut-off date')
    window.focused(role='text', name='Cut-off date')
    key('ctrl+a')
    type_text(day)
    key('Return')
    window.wait(role='push button', name='Cut-off date: ' + day.replace('-', '.'))


def wait_for_people(window, number):
    roster = window.page('TyPeoplePage', 'Roster')
    text = '1 person' if number == 1 else f'{number:,} people'
    return window.wait(role='label', name=text, below=roster)


def leads_from_a_figure_to_its_people(build):
    window = Window(build)
    try:
        window.start()
        set_date(window, '2021-12-31')
        expected = window.figures('2021-12-31')
        dual = expected['secretaries']['dual_role']
        window.wait(role='push button', begins='Secretaries: dual role', contains=f'{dual} people')
        window.press(role='push button', begins='Secretaries: dual role')
        wait_for_people(window, dual)
        key('alt+Left')
        window.page('TyOverviewPage', 'Overview')
        window.press(role='push button', begins='Members: women')
        wait_for_people(window, expected['members']['female'])
        window.stop()
    finally:
        window.clear()


def obeys_date_and_scope(build):
    window = Window(build)
    try:
        window.start()
        set_date(window, '2018-12-31')
        count = window.figures('2018-12-31')['secretaries']['count']
        window.wait(role='push button', name=f'All {count}')
        set_date(window, '2021-12-31')
        count = window.figures('2021-12-31')['secretaries']['count']
        window.wait(role='push button', name=f'All {count}')
        window.stop()
    finally:
        window.clear()


def chooses_a_scope(build):
    window = Window(build)
    name = '屏阳街道'  # the first township of the sample; keys for characters come and go too fast
    try:
        window.start()
        window.page('TyOverviewPage', 'Overview')
        window.press(role='push button', begins='Scope: ')
        window.focused(role='entry', name='Search for a unit')
        window.wait(role='label', name=name)
        type_text('pingyang')
        key('Return')
        window.wait(role='push button', name=f'Scope: {name}')

        # The tree is there again, and its top stands for everything.
        window.press(role='push button', begins='Scope: ')
        window.focused(role='entry', name='Search for a unit')
        window.wait(role='label', name=name, below=window.wait(role='list', name='Units'))
        key('Down', 'Return')
        window.wait(role='push button', name='Scope: Whole county')
        window.stop()
    finally:
        window.clear()


def lonely_secretary(window):
    """Name and pinyin of a secretary whose initials no other secretary has."""
    with sqlite3.connect(f'file:{window.file}?mode=ro', uri=True) as county:
        people = county.execute(
            "SELECT DISTINCT p.name, p.pinyin FROM person p JOIN appointment a ON a.person = p.id "
            "WHERE a.post = 'D1' AND a.until_date IS NULL ORDER BY p.id").fetchall()
    initials = [''.join(word[0] for word in pinyin.split()) for _, pinyin in people]
    for person, letters in zip(people, initials):
        if len(letters) == 3 and sum(letters in other for other in initials) == 1:
            return person
    raise Failed('no secretary has initials of their own')


def edits_and_undoes(build):
    window = Window(build)
    try:
        name, pinyin = lonely_secretary(window)
        initials = ''.join(word[0] for word in pinyin.split())
        window.start()
        set_date(window, '2021-12-31')
        window.press(role='push button', begins='Secretaries: average age')
        window.page('TyPeoplePage', 'Roster')
        key('ctrl+f')
        type_text(initials)
        wait_for_people(window, 1)
        key('Return')
        person = window.page('TyPersonPage', name)

        window.press(role='push button', name='Edit the basic information', below=person)
        window.edit_today()
        window.fill('19900009999', role='text', name='Phone')
        window.press(role='push button', contains='Save')
        window.wait(name='199****9999', below=person)
        history = window.cli('history', str(window.file), '--limit', '1')
        expect('changed' in history and '199****9999' in history, history)

        key('ctrl+z')
        window.wait(role='label', begins='Undone: ')
        window.wait_gone(name='199****9999', below=person)
        history = window.cli('history', str(window.file), '--limit', '1', '--brief')
        expect('Undone' in history, history)
        window.stop()
        expect('good' in window.cli('check', str(window.file)), 'the file is not good')
    finally:
        window.clear()


def secretaries_with_own_initials(window, number):
    """Keys, names and initials of secretaries whose initials nobody else in the file has."""
    with sqlite3.connect(f'file:{window.file}?mode=ro', uri=True) as county:
        everybody = county.execute('SELECT id, name, pinyin FROM person').fetchall()
        posts = {person for person, in county.execute(
            "SELECT person FROM appointment WHERE post = 'D1' AND until_date IS NULL")}
    initials = {person: ''.join(word[0] for word in pinyin.split()) for person, _, pinyin in everybody}
    found = [(person, name, initials[person]) for person, name, _ in everybody
             if person in posts and list(initials.values()).count(initials[person]) == 1]
    if len(found) < number:
        raise Failed('too few secretaries have initials of their own')
    return found[:number]


def show_history(window):
    """By the arrows in the sidebar, whose last place it is."""
    places = window.wait(name='Pages', role='list')
    window.wait(role='label', name='History', below=places)
    window.page('TyOverviewPage', 'Overview')

    def in_sidebar():
        key('Tab')
        return any(is_focused(row) for row in places)
    wait_for(in_sidebar, 'the sidebar')
    key('End')
    return window.page('TyHistoryPage', 'History')


def choose_action(window, words, text):
    """Searches the history and goes to the newest action that is found."""
    key('ctrl+f')
    entry = window.focused(role='entry', name='Search the history')
    key('ctrl+a')
    type_text(words)
    window.wait(role='label', begins=text)
    key('Return')
    wait_for(lambda: not is_focused(entry), 'the list')


def takes_back_a_chosen_action(build):
    window = Window(build)
    try:
        (first, name, initials), (second, other, _) = secretaries_with_own_initials(window, 2)
        for person, phone in ((first, '19900001111'), (second, '19900002222')):
            window.cli('edit', str(window.file), '--person', str(person), '--set', f'phone={phone}',
                       '--user', 'tester')
        window.start()
        history = show_history(window)
        window.wait(role='label', name=f'Person edited: {other}', below=history)

        # The first edit, although the second came later.
        choose_action(window, initials, '1 of ')
        window.wait(role='label', contains='199****1111', below=history)
        key('Delete')
        toast = window.wait(name='AdwToastWidget')
        window.wait(contains='Undone: Person edited', below=toast)
        window.press(role='push button', begins='Undo', below=toast)

        # That took back the undo and nothing else; the list shows all of it.
        window.wait(role='label', name=f'Redone: Person edited: {name}', below=history)
        window.wait(role='label', name=f'Undone: Person edited: {name}', below=history)
        window.wait(role='label', contains='Taken back by action', below=history)
        key('ctrl+f', 'Escape')
        window.wait(role='label', name=f'Person edited: {other}', below=history)
        window.stop()
        expect('good' in window.cli('check', str(window.file)), 'the file is not good')
    finally:
        window.clear()


def set_day_of_first_edit(window):
    """So that the heading of a day stands between the two; the chain is not looked at here."""
    with sqlite3.connect(window.file) as county:
        county.execute("UPDATE action SET at = '2021-12-01T08:00:00Z' WHERE seq = "
                       "(SELECT min(seq) FROM action WHERE kind = 'person.edit')")


def tells_what_stands_against_it(build):
    window = Window(build)
    try:
        (person, _, initials), = secretaries_with_own_initials(window, 1)
        for value in ('phone=19900001111', 'phone=19900003333'):
            window.cli('edit', str(window.file), '--person', str(person), '--set', value,
                       '--user', 'tester')
        set_day_of_first_edit(window)
        window.start()
        history = show_history(window)
        choose_action(window, initials, '2 of ')
        window.wait(role='label', contains='199****3333', below=history)
        key('Down')
        reason = 'a later action changed the same records'
        window.wait(role='label', contains=reason, below=history)
        key('Delete')
        window.focused(role='push button', name='Show the Later Action', below=history)
        key('Return')
        window.wait(role='label', contains='199****3333', below=history)
        window.wait_gone(role='label', contains=reason, below=history)
        expect('Undone' not in window.cli('history', str(window.file), '--brief'),
               'something was taken back')
        window.stop()
    finally:
        window.clear()


def narrow_by_keyboard(window, roster):
    """By the first value of a chip, and back."""
    window.press(role='push button', name='Age band', below=roster)
    value = window.name_of(role='check box', contains=', ', state=pyatspi.STATE_FOCUSED)
    number = int(value.rsplit(', ', 1)[1].replace(',', ''))
    key('space')
    wait_for_people(window, number)
    key('space')
    window.wait(role='push button', name='Age band', below=roster)
    key('Escape')
    window.wait_gone(role='check box')


def works_through_the_roster_by_keyboard(build):
    window = Window(build)
    try:
        window.start()
        set_date(window, '2021-12-31')
        count = window.figures('2021-12-31')['secretaries']['count']
        window.press(role='push button', name=f'All {count}')
        wait_for_people(window, count)
        roster = window.page('TyPeoplePage', 'Roster')
        narrow_by_keyboard(window, roster)
        key('ctrl+f')
        key('Escape')  # out of the search into the table

        key('Down', 'ctrl+Down', 'space')
        window.wait(name='2 selected', below=roster)
        window.wait(contains='average age ', below=roster)
        key('ctrl+a')
        window.wait(name=f'{count} selected', below=roster)
        key('ctrl+c')
        window.wait(name=f'Copied {count} people as a table.')
        key('Escape')
        window.wait_gone(contains=' selected', below=roster)

        # A window of this size has no room for it beside the columns, unless it is asked for.
        key('Down', 'F9')
        window.wait(name='Basic information', below=roster)
        key('F9')
        window.wait_gone(name='Basic information', below=roster)
        key('F9')
        window.wait(name='Basic information', below=roster)
        key('shift+F10')
        window.wait(name='Copy as a Table', role='menu item')
        window.wait(begins='Only Township: ', role='menu item')
        key('Escape')
        window.wait_gone(role='menu item', name='Copy as a Table')
        key('Return')
        window.wait(name='TyPersonPage')
        window.stop()
    finally:
        window.clear()


def speaks_chinese(build):
    for language, overview, roster, as_of in (('zh_CN', '概览', '花名册', '截至'), ('zh_TW', '概覽', '花名冊', '截至')):
        window = Window(build, language=language)
        try:
            window.start()
            window.wait(role='label', name=overview)
            window.wait(role='label', name=roster)
            # Also GTK's own calendar, whatever language the system speaks.
            window.press(role='push button', begins=as_of)
            window.wait(role='label', name='六')
            window.wait(role='label', contains=' 月')
            key('Escape')
            window.wait_gone(role='label', name='六')
            window.stop()
        finally:
            window.clear()


def opens_an_empty_county(build):
    window = Window(build)
    try:
        path = window.home / '石城县.touyan'
        window.cli('create', str(path), '--name', '石城县', '--code', '990101')
        window.start(str(path))
        window.wait(role='label', name='石城县')
        window.wait(role='push button', contains='Import Roster')
        window.stop()
    finally:
        window.clear()


def refuses_a_file_that_is_none(build):
    window = Window(build)
    try:
        path = window.home / 'letter.touyan'
        path.write_text('Dear county')
        window.start(str(path))
        window.wait(contains='not a county file of Touyan')
        window.stop()
    finally:
        window.clear()


def keeps_what_was_typed(build):
    """Escape in a form that somebody has begun asks first."""
    window = Window(build, villages=4)
    question = 'Discard What Was Entered?'
    try:
        window.start()
        window.page('TyOverviewPage', 'Overview')
        window.wait(role='push button', begins='Secretaries: dual role')
        key('ctrl+shift+p')
        wait_for(lambda: window.frame().name == 'New Person', 'the form')
        window.fill('𠮷㛃', role='text', name='Name')
        key('Escape')
        window.wait(role='dialog', name=question)
        key('Escape')
        wait_for(lambda: window.frame().name == 'New Person', 'the form once more')
        window.wait(role='text', name='Name')
        key('Escape')
        window.wait(role='dialog', name=question)
        window.press(role='push button', contains='Discard')
        window.wait(name='TyHeader')
        # One that is as it was just goes.
        key('ctrl+shift+p')
        wait_for(lambda: window.frame().name == 'New Person', 'an empty form')
        key('Escape')
        window.wait(name='TyHeader')
        window.stop()
        with sqlite3.connect(f'file:{window.file}?mode=ro', uri=True) as county:
            expect(not county.execute("SELECT 1 FROM person WHERE name = '𠮷㛃'").fetchall(), 'somebody was saved')
    finally:
        window.clear()


def look_aside(window):
    """At another window and back, as who comes from the file manager."""
    key('ctrl+comma')
    wait_for(lambda: window.frame().name == 'Preferences', 'the preferences')
    key('Escape')
    window.wait(name='TyHeader')


def tells_that_the_file_is_gone(build):
    window = Window(build, villages=4)
    gone = 'The county file is no longer where it was opened'
    try:
        window.start()
        window.page('TyOverviewPage', 'Overview')
        window.wait(role='push button', begins='Secretaries: dual role')
        elsewhere = window.file.rename(window.home / 'elsewhere.touyan')
        look_aside(window)
        window.wait(role='label', begins=gone)
        elsewhere.rename(window.file)
        look_aside(window)
        window.wait_gone(role='label', begins=gone)
        window.stop()
        expect('good' in window.cli('check', str(window.file)), 'the file is not good')
    finally:
        window.clear()


if __name__ == '__main__':
    run([leads_from_a_figure_to_its_people, obeys_date_and_scope, chooses_a_scope, edits_and_undoes,
         takes_back_a_chosen_action, tells_what_stands_against_it,
         works_through_the_roster_by_keyboard, speaks_chinese, opens_an_empty_county,
         refuses_a_file_that_is_none, keeps_what_was_typed,
         tells_that_the_file_is_gone])
