# SPDX-License-Identifier: GPL-3.0-or-later
"""One short life of the window: start, overview, roster, person, end. For the sanitizers too."""

from touyan_window import Window, key, run


def lives_and_ends(build):
    window = Window(build, villages=3)
    try:
        window.start()
        window.press(role='push button', begins='Members: women')
        window.wait(contains=' people', below=window.page('TyPeoplePage', 'Roster'))
        key('alt+Left')
        window.page('TyOverviewPage', 'Overview')
        window.stop()
    finally:
        window.clear()


if __name__ == '__main__':
    run([lives_and_ends])
