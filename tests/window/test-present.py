# SPDX-License-Identifier: GPL-3.0-or-later
"""A presentation on two screens: the slides on one, what the speaker needs on the other, whatever happens to them."""

import subprocess

from touyan_window import Failed, Focus, Window, key, read, run, wait_for

SIZE = (1280, 720)
LEFT, RIGHT = 0, SIZE[0]


def xdotool(*arguments):
    return subprocess.run(['xdotool', *arguments], capture_output=True, text=True).stdout.split()


def place_of(title):
    """Where the window with a title is, and how large, or None."""
    for window in xdotool('search', '--onlyvisible', '--name', f'^{title}$'):
        words = xdotool('getwindowgeometry', '--shell', window)
        values = dict(word.split('=') for word in words)
        return tuple(int(values[name]) for name in ('X', 'Y', 'WIDTH', 'HEIGHT'))
    return None


def covers(title, left):
    wait_for(lambda: place_of(title) == (left, 0, *SIZE), f'{title} to cover the screen at {left}: {place_of(title)}')


def is_gone(title):
    wait_for(lambda: place_of(title) is None, f'{title} to go')


def is_above(title, other):
    """Whether one window lies above another one, as the window manager has them."""
    def found():
        words = subprocess.run(['xprop', '-root', '_NET_CLIENT_LIST_STACKING'], capture_output=True, text=True).stdout
        order = [int(word.strip(' ,'), 16) for word in words.split('#')[-1].split(',')]
        places = [max(order.index(int(window)) for window in xdotool('search', '--onlyvisible', '--name', name)
                      if int(window) in order) for name in (f'^{title}$', other)]
        return places[0] > places[1]
    wait_for(found, f'{title} above {other}')


def screens(*arguments):
    subprocess.run(['xrandr', *arguments], check=True)


def press(title, *keys):
    """A key in a window, which gets the focus first."""
    for window in xdotool('search', '--onlyvisible', '--name', f'^{title}$'):
        subprocess.run(['xdotool', 'windowactivate', '--sync', window], check=True)
    key(*keys, in_front=False)


def is_shown(window, begins):
    """Which slide it is, as a screen reader hears it."""
    window.wait(role='image', begins=begins)


def is_told(focus, role):
    """The focus comes to something with that role, and a screen reader says its name and what it says."""
    def told():
        focus.listen()
        node = focus.node
        return node and node.getRoleName() == role and node.name and node.description
    return wait_for(told, f'a {role} that is told: {read(focus.names)}')


def two_screens(build):
    window = Window(build, villages=4)
    try:
        window.start()
        page = window.page('TyOverviewPage', 'Overview')
        before = place_of('样例 — Touyan') or place_of('.*Touyan.*')
        left = before[0] < RIGHT
        own, other = (LEFT, RIGHT) if left else (RIGHT, LEFT)

        # The slides are where the speaker does not work.
        key('F5')
        covers('Presentation', other)
        covers('Speaker', own)
        is_above('Speaker', 'Touyan')

        # The keys of the speaker's window are those of the slides; S swaps the two.
        press('Speaker', 's')
        covers('Presentation', own)
        covers('Speaker', other)
        press('Presentation', 's')
        covers('Presentation', other)

        # Who is behind a mark is told as a dialog that comes up, in whichever window the keys are.
        focus = Focus()
        for title in ('Presentation', 'Speaker'):
            press(title, 'Tab', 'Return')
            is_told(focus, 'dialog')
            press(title, 'Escape')
            is_told(focus, 'image')

        # A screen that is pulled out leaves the slides on the other one, and one that comes back is used again.
        screens('--output', 'DUMMY1', '--off')
        is_gone('Speaker')
        covers('Presentation', LEFT)
        screens('--output', 'DUMMY1', '--mode', '1280x720', '--right-of', 'DUMMY0')
        covers('Speaker', own)
        covers('Presentation', other)

        # All is as it was.
        press('Presentation', 'Escape')
        is_gone('Presentation')
        is_gone('Speaker')
        window.page('TyOverviewPage', 'Overview')
        window.stop()
    finally:
        window.clear()


if __name__ == '__main__':
    run([two_screens])
