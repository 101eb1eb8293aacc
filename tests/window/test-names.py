# SPDX-License-Identifier: GPL-3.0-or-later
"""That whatever takes the focus says what it is, on each page and in each window of the program; that
Escape closes what was opened and the focus goes back to where it was; that Enter does what is meant."""

import subprocess
import time

import pyatspi

from touyan_window import (Failed, Focus, Window, children, is_focused, is_shown, key, run, type_text,
                           wait_for)

SEARCH = 'Search people, villages, pages and commands'
ROWS = 8  # of a long list: the others are made like these

# What holds other things, and takes the focus only where nothing in it does, so that it can be scrolled.
# The tabs are those of a window of preferences that has one page and shows none.
HOLDERS = ('scroll pane', 'panel', 'list', 'page tab')
LISTS = ('list', 'table', 'tree table', 'tree')
ITEMS = ('list item', 'table row', 'table cell')


def expect(condition, text):
    if not condition:
        raise Failed(text)


def some_children(node):
    number = node.childCount
    if node.getRoleName() in LISTS:
        number = min(number, ROWS)
    for index in range(number):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield child


def has_name(node):
    """The name of a class is what GTK tells where there is none."""
    name = node.name.strip()
    return bool(name) and not (name.startswith(('Gtk', 'Ty', 'Adw')) and ' ' not in name)


def says_something(node, depth=6):
    return has_name(node) or depth > 0 and any(says_something(child, depth - 1) for child in children(node))


def is_named(node):
    """A row is read out by what stands in it."""
    return has_name(node) or (node.getRoleName() in ITEMS
                              and any(says_something(child) for child in children(node)))


def nameless(node, way=''):
    """What can have the focus below a node and has no name, each with the way to it."""
    if not is_shown(node):
        return
    role = node.getRoleName()
    way = f'{way}/{role}:{node.name}'
    if node.getState().contains(pyatspi.STATE_FOCUSABLE) and role not in HOLDERS and not is_named(node):
        yield way
    for child in some_children(node):
        yield from nameless(child, way)


def check_names(root, what):
    """Asks again where the tree changes meanwhile."""
    found = wait_for(lambda: [list(nameless(root()))], f'the tree of {what}')[0]
    expect(not found, f'{what}: without a name: ' + '; '.join(way[-160:] for way in found[:5]))


def program_windows():
    for application in children(pyatspi.Registry.getDesktop(0)):
        if application.name == 'touyan':
            return list(children(application))
    return []


class Desk:
    """One window for all tests of this file, with the focus as a screen reader is told of it."""

    def __init__(self, build):
        self.window = Window(build, villages=4)
        self.focus = Focus()
        self.window.start()
        self.page = self.window.page('TyOverviewPage', 'Overview')
        self.header = self.window.wait(name='TyHeader')
        self.sidebar = self.window.wait(name='TySidebar')
        self.stack = self.page.parent.parent
        self.window.wait(role='push button', begins='Secretaries: dual role', below=self.page)

    def search(self, text, row):
        self.focus.move('ctrl+k', patience=5)
        self.focus.wait_on(SEARCH)
        type_text(text)
        self.window.wait(role='list item', begins=row, below=self.header)
        key('Return')

    def title(self, text):
        wait_for(lambda: self.window.find(name=text, role='label', below=self.header), f'the page {text}')

    def in_sight(self, kind):
        """A page is in a bin of the stack; those out of sight are hidden or have the old name."""
        def find():
            for holder in children(self.stack):
                for page in children(holder):
                    if page.name == kind and is_shown(page):
                        return page
            return None
        return wait_for(find, kind)

    def show(self, kind, title):
        self.search(title, f'Page: {title}')
        self.title(title)
        self.page = self.in_sight(kind)
        return self.page

    def settle(self):
        wait_for(lambda: not self.window.find(role='progress bar', below=self.page), 'the page')

    def dialog(self, name):
        """The window of that name in front of the main one."""
        def find():
            for node in program_windows():
                if node.name == name:
                    return node
            return None
        return wait_for(find, f'the window {name}')

    def wait_alone(self, what):
        wait_for(lambda: len(program_windows()) == 1, f'{what} to go')

    def look_at(self, name, opener, names=True):
        """Opens a window, looks through it, and closes it by Escape: the focus comes back."""
        before = self.focus.node
        opener()
        self.dialog(name)
        self.focus.listen()
        if names:
            check_names(lambda: self.dialog(name), name)
        key('Escape')
        self.wait_alone(name)
        wait_for(lambda: is_focused(before), f'the focus where it was before {name}')
        self.focus.listen()
        self.focus.node = before


def names_what_is_around_the_pages(desk):
    check_names(lambda: desk.header, 'the header')
    check_names(lambda: desk.sidebar, 'the sidebar')


def names_the_pages(desk):
    check_names(lambda: desk.page, 'the overview')
    for kind, title in (('TyPeoplePage', 'Roster'), ('TyVillagesPage', 'Villages'),
                        ('TyChecksPage', 'Data checks'), ('TyHistoryPage', 'History')):
        desk.show(kind, title)
        desk.settle()
        check_names(lambda: desk.page, title)


def names_a_village_and_a_person(desk):
    desk.show('TyVillagesPage', 'Villages')
    desk.focus.move('ctrl+f')
    desk.focus.wait_on('Search the villages')
    key('Escape', 'Down', 'Return')
    desk.page = desk.in_sight('TyVillagePage')
    desk.settle()
    check_names(lambda: desk.page, 'the village')
    desk.show('TyPeoplePage', 'Roster')
    desk.focus.move('ctrl+f')
    desk.focus.wait_on('Search the roster')
    key('Escape', 'Down', 'Return')
    desk.page = desk.in_sight('TyPersonPage')
    desk.settle()
    check_names(lambda: desk.page, 'the person')


def says_the_rows_of_the_checks(desk):
    desk.show('TyChecksPage', 'Data checks')
    desk.focus.move('ctrl+f')
    desk.focus.wait_on('Search what was found')
    key('Escape', 'Down')
    wait_for(lambda: (desk.focus.names() or [''])[0].count(', ') > 2, 'the name of the row')


def closes_windows_by_escape(desk):
    desk.show('TyVillagesPage', 'Villages')
    desk.focus.go_to('Pages')
    for name, keys in (('Preferences', 'ctrl+comma'), ('New County', 'ctrl+n'), ('New Person', 'ctrl+shift+p'),
                       ('Export Roster', 'ctrl+shift+e'), ('GtkShortcutsWindow', 'F1')):
        desk.look_at(name, lambda keys=keys: key(keys))


def main():
    import sys
    desks = []

    def wrap(test):
        def wrapped(build):
            if not desks:
                desks.append(Desk(build))
            begun = time.monotonic()
            test(desks[0])
            print(f'# {time.monotonic() - begun:.1f} s')
        wrapped.__name__ = test.__name__
        return wrapped
    try:
        run([wrap(test) for test in (names_what_is_around_the_pages, names_the_pages,
                                     names_a_village_and_a_person, says_the_rows_of_the_checks,
                                     closes_windows_by_escape)])
    finally:
        for desk in desks:
            desk.window.clear()


if __name__ == '__main__':
    main()
