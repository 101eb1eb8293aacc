# SPDX-License-Identifier: GPL-3.0-or-later
"""That whatever takes the focus says what it is, on each page and in each window of the program; that
Escape closes what was opened and the focus goes back to where it was; that Enter does what is meant."""

import sqlite3
import subprocess
import time

import pyatspi

from touyan_window import (Failed, Focus, Window, children, is_focused, is_shown, key, run, type_text,
                           wait_for)

SEARCH = 'Search people, villages, pages and commands'
ROWS = 3  # of a long list: the others are made like these

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


def active_title():
    """Of the window that the window manager has given the keyboard."""
    found = subprocess.run(['xdotool', 'getactivewindow', 'getwindowname'], capture_output=True, text=True)
    return found.stdout.strip()


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

    def settle(self, **what):
        """Until the page shows what it is known by."""
        self.window.wait(below=self.page, **what)

    def dialog(self, name):
        """The window of that name in front of the main one."""
        def find():
            for node in program_windows():
                if node.name == name:
                    return node
            return None
        return wait_for(find, f'the window {name}')

    def seats(self):
        with sqlite3.connect(f'file:{self.window.file}?mode=ro', uri=True) as county:
            return [str(seats) for seats, in county.execute('SELECT seats FROM seat')]

    def popover(self):
        """What is around the focus, in front of the page."""
        node = self.focus.node
        while node.parent is not None and node.name != 'GtkPopoverContent':
            node = node.parent
        return node

    def wait_alone(self, what):
        wait_for(lambda: len(program_windows()) == 1, f'{what} to go')

    def look_at(self, name, opener, names=True, back=True):
        """Opens a window, looks through it, and closes it by Escape: the focus comes back."""
        self.focus.listen()
        before = self.focus.node
        opener()
        self.dialog(name)
        if names:
            check_names(lambda: self.dialog(name), name)
        key('Escape')
        self.wait_alone(name)
        if back:
            wait_for(lambda: is_focused(before), f'the focus where it was before {name}')
        self.focus.listen()
        self.focus.node = before


def names_what_is_around_the_pages(desk):
    check_names(lambda: desk.header, 'the header')
    check_names(lambda: desk.sidebar, 'the sidebar')


def names_the_pages(desk):
    check_names(lambda: desk.page, 'the overview')
    for kind, title, text in (('TyPeoplePage', 'Roster', ' people'), ('TyVillagesPage', 'Villages', ' villages'),
                              ('TyChecksPage', 'Data checks', ' findings'),
                              ('TyHistoryPage', 'History', ' action')):
        desk.show(kind, title)
        desk.settle(role='label', contains=text)
        check_names(lambda: desk.page, title)


def names_a_village_and_a_person(desk):
    desk.show('TyVillagesPage', 'Villages')
    desk.focus.move('ctrl+f')
    desk.focus.wait_on('Search the villages')
    key('Escape', 'Down', 'Return')
    desk.page = desk.in_sight('TyVillagePage')
    desk.settle(role='push button', name='Approved Seats…')
    check_names(lambda: desk.page, 'the village')
    desk.show('TyPeoplePage', 'Roster')
    desk.focus.move('ctrl+f')
    desk.focus.wait_on('Search the roster')
    key('Escape', 'Down', 'Return')
    desk.page = desk.in_sight('TyPersonPage')
    desk.settle(role='push button', name='Edit the basic information')
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
                       ('Export Roster', 'ctrl+shift+e'), ('Keyboard Shortcuts', 'F1')):
        desk.look_at(name, lambda keys=keys: key(keys))
    # It is libadwaita's own, with a button for the version that has no name but its text.
    desk.look_at('About', lambda: desk.search('about', 'Command: About Touyan'), names=False, back=False)


def closes_the_import_by_escape(desk):
    roster = desk.window.home / 'roster.xlsx'
    desk.window.cli('export', str(desk.window.file), str(roster), '--roster', '--as-of',
                    '2021-12-31')
    desk.focus.go_to('Pages')
    before = desk.focus.node
    key('ctrl+i')
    desk.dialog('Import of a Table')
    wait_for(lambda: active_title() == 'Import of a Table', 'the import')
    key('Return')
    wait_for(lambda: len(program_windows()) == 3, 'the choice of a file')
    type_text('/')
    desk.focus.wait_on('GtkFileChooserEntry')
    type_text(str(roster)[1:])
    key('Return')
    desk.dialog('Import of roster.xlsx')
    wait_for(lambda: desk.window.find(role='push button', contains='Compare', below=desk.dialog('Import of roster.xlsx')),
             'what can be imported')
    check_names(lambda: desk.dialog('Import of roster.xlsx'), 'the import')
    key('Escape')
    desk.wait_alone('the import')
    wait_for(lambda: is_focused(before), 'the focus in the sidebar')


def asks_for_a_place_by_enter(desk):
    """Of a new county; without a name there is nothing to be made."""
    desk.focus.go_to('Pages')
    key('ctrl+n')
    desk.dialog('New County')
    wait_for(lambda: active_title() == 'New County', 'the form')
    type_text('Shicheng')
    key('Return')
    desk.dialog('Where is the county file to be?')
    key('Escape')
    wait_for(lambda: len(program_windows()) == 2, 'the choice of a place to go')
    wait_for(lambda: active_title() == 'New County', 'the form once more')
    key('Escape')
    # The name that was typed is not lost by a slip of the hand.
    desk.window.wait(role='dialog', name='Discard What Was Entered?')
    desk.window.press(role='push button', contains='Discard')
    desk.wait_alone('the form')


def saves_seats_by_enter(desk):
    page = desk.show('TyVillagesPage', 'Villages')
    desk.focus.move('ctrl+f')
    desk.focus.wait_on('Search the villages')
    key('Escape', 'Down')
    wait_for(lambda: desk.window.find(contains=' selected', below=page), 'the village')
    desk.look_at('Approved seats', lambda: key('ctrl+e'))
    key('ctrl+e')
    desk.dialog('Approved seats')
    desk.focus.go_to('Party')
    key('ctrl+a')
    type_text('9')
    key('Return')
    desk.wait_alone('the seats')
    wait_for(lambda: '9' in desk.seats(), 'the seats')
    key('ctrl+z')
    wait_for(lambda: '9' not in desk.seats(), 'the seats of before')


def names_the_toast(desk):
    """It tells what was just undone."""
    check_names(lambda: desk.window.wait(name='AdwToastWidget'), 'the toast')


def edits_a_person_and_looks_at_one(desk):
    desk.show('TyPeoplePage', 'Roster')
    desk.focus.move('ctrl+f')
    desk.focus.wait_on('Search the roster')
    key('Escape', 'Down')
    # The row may be made anew meanwhile; that Enter opens the person shows that the focus is in the list.
    desk.look_at('Quick Preview', lambda: key('alt+Return'), back=False)
    key('Return')
    desk.page = desk.in_sight('TyPersonPage')
    desk.settle(role='push button', name='Edit the basic information')
    desk.focus.go_to('Edit the basic information')
    before = desk.focus.node
    key('Return')
    desk.dialog('Basic information')
    check_names(lambda: desk.dialog('Basic information'), 'the record editor')
    key('Escape')
    desk.wait_alone('the record editor')
    wait_for(lambda: is_focused(before), 'the focus on the button')


def closes_popovers_by_escape(desk):
    """Of the header bar and the menu; Escape gives the focus back to the button."""
    desk.show('TyHistoryPage', 'History')
    for button, inside in (('Scope: ', 'Search for a unit'), ('Cut-off date', 'Cut-off date')):
        desk.focus.go_to(button)
        before = desk.focus.node
        key('Return')
        wait_for(lambda: desk.focus.is_on(inside) and not is_focused(before), inside)
        check_names(desk.popover, button)
        key('Escape')
        wait_for(lambda: is_focused(before), f'the focus on {button}')
    desk.focus.go_to('Pages')
    before = desk.focus.node
    key('F10')
    wait_for(lambda: desk.focus.is_on('New County'), 'the menu')
    key('Escape')
    wait_for(lambda: desk.window.find(role='menu item', below=desk.sidebar) is None, 'the menu to go')
    wait_for(lambda: is_focused(before) or desk.focus.is_on('Main menu'), 'the focus')
    desk.show('TyPeoplePage', 'Roster')
    for button in ('Age band', 'Columns', 'View'):
        desk.focus.go_to(button)
        before = desk.focus.node
        key('Return')
        wait_for(lambda: desk.focus.listen() or not is_focused(before), button)
        check_names(desk.popover, button)
        key('Escape')
        wait_for(lambda: is_focused(before), f'the focus on {button}')


def names_the_gallery(build):
    window = Window(build, villages=1)
    try:
        window.start('--gallery')
        check_names(window.frame, 'the gallery')
    finally:
        window.clear()


TESTS = [names_what_is_around_the_pages, names_the_pages, names_a_village_and_a_person,
         says_the_rows_of_the_checks, closes_windows_by_escape, closes_the_import_by_escape,
         saves_seats_by_enter, names_the_toast, edits_a_person_and_looks_at_one,
         asks_for_a_place_by_enter, closes_popovers_by_escape]


def main():
    desks = []

    def wrap(test):
        def wrapped(build):
            if not desks:
                desks.append(Desk(build))
            begun = time.monotonic()
            try:
                test(desks[0])
            except Failed:
                key('Escape', 'Escape', 'Escape')  # so that the next begins where it can
                raise
            finally:
                print(f'# {time.monotonic() - begun:.1f} s')
        wrapped.__name__ = test.__name__
        return wrapped
    def ends(build):
        desks[0].window.stop()
    try:
        run([wrap(test) for test in TESTS] + [ends, names_the_gallery])
    finally:
        for desk in desks:
            desk.window.clear()


if __name__ == '__main__':
    main()
