# SPDX-License-Identifier: GPL-3.0-or-later
"""A pasted table, of which a row is refused, imported and taken back, as somebody does it who sees the window."""

import sqlite3

from touyan_window import Focus, Window, key, run, type_text, wait_for

TABLE = ('姓名\t乡镇\t村\t现任职务\t出生年月\n'
         '石一心\t石岭镇\t新河村\t村委会委员\t1990.05\n'
         '何小满\t石岭镇\t新河村\t妇联副主席\t1991.06\n')


def names(window):
    file = sqlite3.connect(f'file:{window.file}?mode=ro', uri=True)
    try:
        return {name for name, in file.execute("SELECT name FROM person WHERE name IN ('石一心', '何小满')")}
    finally:
        file.close()


def copy_table(window):
    """What another program would have put into the clipboard."""
    key('ctrl+k')
    type_text('roster')
    window.wait(role='list item', begins='Page: Roster')
    key('Return')
    window.page('TyPeoplePage', 'Roster')
    key('ctrl+f')
    window.focused(name='Search the roster')
    window.fill(TABLE, name='Search the roster', role='entry')
    key('ctrl+a')
    key('ctrl+c')
    key('Escape')
    # In the entry the keys would take back what was typed there.
    key('Down')


def an_import_of_what_was_copied(build):
    window = Window(build)
    focus = Focus()
    try:
        window.start()
        window.wait(name='TyOverviewPage')
        copy_table(window)
        key('ctrl+i')
        window.press(role='push button', begins='_Paste')
        window.press(role='push button', begins='_Compare')
        window.wait(contains='2 of 2 rows will be imported')
        focus.go_to('Import this row')
        key('space')
        window.wait(contains='1 of 2 rows will be imported')
        window.press(role='push button', begins='_Import')
        wait_for(lambda: len(names(window)) == 1, 'the person')
        # The keys are those of the window again when the assistant has gone.
        window.wait_gone(role='push button', begins='_Import')
        key('ctrl+z')
        wait_for(lambda: not names(window), 'the person to go')
        window.stop()
    finally:
        window.clear()


if __name__ == '__main__':
    run([an_import_of_what_was_copied])
