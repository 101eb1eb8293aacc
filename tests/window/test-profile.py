# SPDX-License-Identifier: GPL-3.0-or-later
"""A new person by the keyboard alone, the ID number first, and the same person again."""

import sqlite3

from touyan_window import Failed, Window, key, run, type_text, wait_for

NUMBER = '990101199001010027'
KEYS = 60  # a minute’s worth for somebody who looks at the papers


def ask(window, question, *values):
    with sqlite3.connect(f'file:{window.file}?mode=ro', uri=True) as county:
        return county.execute(question, values).fetchall()


class Keys:
    """Counts what is pressed."""

    def __init__(self):
        self.n = 0

    def press(self, *keys):
        self.n += len(keys)
        key(*keys)

    def type(self, text):
        self.n += len(text)
        type_text(text)


def open_form(window, keys):
    keys.press('ctrl+shift+p')
    wait_for(lambda: window.find(role='text', name='ID number'), 'the form')


def enters_a_person_by_keyboard(build):
    window = Window(build)
    keys = Keys()
    try:
        window.start()
        window.page('TyOverviewPage', 'Overview')
        open_form(window, keys)
        keys.type(NUMBER)
        keys.press('Tab')
        keys.type('Li Ming')
        keys.press('ctrl+s')
        wait_for(lambda: ask(window, 'SELECT name, birth, sex FROM person WHERE id_number = ?', NUMBER)
                 == [('Li Ming', '1990-01-01', '2')], 'the person with birth and sex')
        if keys.n > KEYS:
            raise Failed(f'{keys.n} keys are too many')
        window.page('TyPersonPage', 'Li Ming')

        # The same number again shows who is there already.
        open_form(window, keys)
        keys.type(NUMBER)
        window.wait(role='label', contains='Same ID number')
        key('Escape')
        window.wait(role='dialog', name='Discard What Was Entered?')
        window.press(role='push button', contains='Discard')
        window.page('TyPersonPage', 'Li Ming')
        key('ctrl+z')
        wait_for(lambda: not ask(window, 'SELECT 1 FROM person WHERE id_number = ?', NUMBER), 'nobody')
        window.stop()
    finally:
        window.clear()


if __name__ == '__main__':
    run([enters_a_person_by_keyboard])
