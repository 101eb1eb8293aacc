# SPDX-License-Identifier: GPL-3.0-or-later
"""Cross tables and dashboards with the keyboard: every cell and every mark leads to as many people as it says."""

import pyatspi

from touyan_window import Failed, Window, children, key, run, type_text, wait_for

SEARCH = 'Search people, villages, pages and commands'


def go(window, title, kind):
    key('ctrl+k')
    window.focused(role='entry', name=SEARCH)
    type_text(title)
    window.wait(role='list item', begins=f'Page: {title}')
    key('Return')
    return window.page(kind, title)


def tab_to(window, **what):
    """Goes on by Tab until what is meant has the focus."""
    for _ in range(45):
        if window.find(state=pyatspi.STATE_FOCUSED, **what):
            return
        key('Tab')
    raise Failed(f'Tab does not lead to {what}')


def cross_table_leads(window):
    page = go(window, 'Cross tables', 'TyCrossPage')
    window.wait(role='table', below=page)
    key('ctrl+f')
    tab_to(window, role='table', below=page)
    key('ctrl+End', 'Home')
    # Its row, its headings, its number.
    cell = window.name_of(role='table', begins='Total　', below=page)
    number = cell.rsplit('　', 1)[1]
    key('Return')
    roster = window.page('TyPeoplePage', 'Roster')
    window.wait(role='label', begins=f'{number} people', below=roster)
    key('alt+Left')
    window.page('TyCrossPage', 'Cross tables')


def mark_leads(window):
    page = go(window, 'Dashboards', 'TyDashboardPage')
    window.wait(role='image', begins='Dual role', below=page)
    tab_to(window, role='image', below=page)
    key('Return')
    window.wait(name='Who is behind the figure')
    window.press(name='Export…')
    wait_for(lambda: any(dialog.name == 'Export Roster' for dialog in children(window.frame().parent)),
             'the window of exports')
    key('Escape')
    wait_for(lambda: all(dialog.name != 'Export Roster' for dialog in children(window.frame().parent)),
             'the window of exports to go')
    window.press(name='Open in the Roster')
    roster = window.page('TyPeoplePage', 'Roster')
    window.wait(role='label', contains='people', below=roster)
    key('alt+Left')
    window.page('TyDashboardPage', 'Dashboards')
    key('Escape')


def figures(build):
    window = Window(build, villages=4)
    try:
        window.start()
        window.page('TyOverviewPage', 'Overview')
        cross_table_leads(window)
        mark_leads(window)
        window.stop()
    finally:
        window.clear()


if __name__ == '__main__':
    run([figures])
