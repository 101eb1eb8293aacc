# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of what is to be done, by keyboard: from a duty to its people and back."""

import json

import pyatspi

from touyan_window import Failed, Window, children, key, run, type_text, wait_for

DAY = '2024-06-30'


def set_date(window, day):
    window.press(role='push button', begins='Cut-off date')
    entry = window.wait(role='text', name='Cut-off date')
    wait_for(lambda: entry.getState().contains(pyatspi.STATE_FOCUSED), 'the entry for the date')
    key('ctrl+a')
    type_text(day)
    key('Return')
    window.wait(role='push button', name='Cut-off date: ' + day.replace('-', '.'))


def count(window, who, duty):
    listed = window.cli('list', str(window.file), '--as-of', DAY, '--who', who, '--where', f'duty={duty}',
                        '--json')
    return json.loads(listed)['count']


def focused_row(duties):
    for row in children(duties):
        if row.getState().contains(pyatspi.STATE_FOCUSED):
            return row
    return None


def go_to_row(window, duties, begins):
    for _ in range(60):
        if focused_row(duties):
            break
        key('Tab')
    for _ in range(20):
        row = wait_for(lambda: focused_row(duties), 'a row to have the focus')
        if row.name.startswith(begins):
            return
        key('Down')
    raise Failed(f'no row begins with {begins}')


def follows_a_duty_to_its_people_and_back(build):
    window = Window(build, villages=60)
    try:
        expected = count(window, 'in_office', 'age_reached')
        if expected <= 3:
            raise Failed(f'only {expected} people have reached the age limit')
        window.start()
        window.page('TyOverviewPage', 'Overview')
        set_date(window, DAY)
        duties = window.wait(role='list', name='To do')
        window.wait(role='list item', begins=f'Age limit reached: {expected} people', below=duties)
        go_to_row(window, duties, 'Age limit reached')
        key('Return')
        window.page('TyPeoplePage', 'Roster')
        window.wait(role='label', name=f'{expected} people')
        key('alt+Left')
        window.page('TyOverviewPage', 'Overview')
        window.wait(role='list item', begins=f'Age limit reached: {expected} people')
        window.stop()
    finally:
        window.clear()


if __name__ == '__main__':
    run([follows_a_duty_to_its_people_and_back])
