# SPDX-License-Identifier: GPL-3.0-or-later
"""A filter is put together and saved by the keyboard, and gives the same people another day."""

import json

from touyan_window import Window, key, run, type_text


def count(window, *arguments):
    return json.loads(window.cli('list', str(window.file), '--json', '--count', *arguments))['count']


def people(number):
    return f'{number} people'


def shows(window, text):
    """The roster says how many people it shows."""
    page = window.page('TyPeoplePage', 'Roster')
    return window.wait(name=text, role='label', below=page)


def a_saved_filter(build):
    window = Window(build)
    try:
        # Those from 35 to 50 who are not women, typed without an input method.
        conditions = json.dumps({'all': [
            {'who': 'in_office'},
            {'test': 'age', 'how': 'between', 'values': ['35', '50']}]})
        expected = count(window, '--filter', conditions)
        window.start()
        window.wait(role='push button', begins='Secretaries: dual role')

        key('ctrl+shift+f')
        window.wait(name='Show', role='label')
        key('space')                       # the field, which has the focus
        window.wait(name='Find a value')
        type_text('age')
        key('Return')
        window.wait(name='years old')
        type_text('35')
        key('Tab')
        type_text('20')
        window.wait(contains='must not be smaller')
        key('BackSpace', 'BackSpace')
        type_text('50')
        window.wait(name=people(expected), role='label')
        key('ctrl+shift+s')
        window.wait(name='Name of the filter')
        type_text('middle')
        key('Return')
        shows(window, people(expected))
        window.wait(begins='middle: 35 to 50 years old')
        window.stop()

        # It is in the file, for the command line and for the next window.
        if count(window, '--filter', 'middle') != expected:
            raise AssertionError('the command line finds others')
        window.start()
        window.wait(role='push button', begins='Secretaries: dual role')
        key('ctrl+k')
        type_text('middle')
        window.wait(contains='middle', role='list item')
        key('Return')
        shows(window, people(expected))
        window.wait(begins='middle: 35 to 50 years old')

        # Back and forward keep it.
        key('alt+Left')
        window.page('TyOverviewPage', 'Overview')
        key('alt+Right')
        shows(window, people(expected))
        window.wait(begins='35 to 50 years old')
        window.stop()
    finally:
        window.clear()


run([a_saved_filter])
