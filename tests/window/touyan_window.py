# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the window through the accessibility bus, as a person with a screen reader would."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib
import pyatspi

# The program under test lives there, and a test may ask which day it is.
os.environ['TZ'] = 'Asia/Shanghai'
time.tzset()

PATIENCE = float(os.environ.get('TY_PATIENCE', '20'))
TABS = 110  # no way by the keyboard is longer


class Failed(Exception):
    pass


# What is told of a node that has gone: lists make their rows anew at any time.
GONE = (LookupError, GLib.GError)


def wait_for(question, what, patience=PATIENCE):
    """Asks until the answer is not false; the state is waited for, never a time.

    A node may go between two looks at it, so whoever wants its name, state or text asks for them in
    the question: a node that has gone is no answer, and the next look finds the one in its place.
    """
    end = time.monotonic() + patience
    while True:
        try:
            answer = question()
        except GONE:
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failed(f'waited in vain for {what}')
        time.sleep(0.05)


def count_windows():
    """Those that the program tells of, shown or about to be."""
    for application in children(pyatspi.Registry.getDesktop(0)):
        if application.name == 'touyan':
            return application.childCount
    return 0


def wait_in_front():
    """Until keys go to the newest window: a dialog stands on the screen some time before the window manager
    gives it the keys, and the window below gets them back some time after it has gone."""
    def in_front():
        answer = subprocess.run(['xprop', '-root', '_NET_CLIENT_LIST', '_NET_ACTIVE_WINDOW'], check=True,
                                capture_output=True, text=True).stdout
        windows, active = (re.findall('0x[0-9a-f]+', line) for line in answer.splitlines())
        return windows and windows[-1:] == active and len(windows) == count_windows()
    wait_for(in_front, 'the newest window in front')


def key(*keys, in_front=True):
    """Presses keys; a test with several windows says that any of them may get the keys."""
    if in_front:
        wait_in_front()
    subprocess.run(['xdotool', 'key', '--clearmodifiers', *keys], check=True)


def type_text(text):
    wait_in_front()
    subprocess.run(['xdotool', 'type', '--clearmodifiers', '--delay', '20', text], check=True)


def children(node):
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield child


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def is_focused(node):
    return node.getState().contains(pyatspi.STATE_FOCUSED)


def is_shown(node):
    """GTK 4.8 tells no state for it; what was never drawn has no size."""
    if not node.getState().contains(pyatspi.STATE_VISIBLE):
        return False
    try:
        box = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    except NotImplementedError:
        return True
    return box.width > 0 and box.height > 0


def has_action(node):
    try:
        return node.queryAction().nActions > 0
    except NotImplementedError:
        return False


def read(question):
    """The answer, or None where a node went while it was asked."""
    try:
        return question()
    except (LookupError, GLib.GError):
        return None


class Focus:
    """What has the focus, as a screen reader is told."""

    def __init__(self):
        self.node = None
        self.number = 0
        self.listener = Atspi.EventListener.new(self.heard)
        self.listener.register('object:state-changed:focused')

    def heard(self, event):
        if event.detail1:
            self.node = event.source
            self.number += 1

    def listen(self):
        while GLib.MainContext.default().iteration(False):
            pass

    def move(self, keys, patience=1):
        """Presses a key and waits until the focus has gone on, or does not go."""
        self.listen()
        number = self.number
        key(keys)
        end = time.monotonic() + patience
        while self.number == number and time.monotonic() < end:
            self.listen()
            time.sleep(0.002)

    def names(self):
        """Of what has the focus and of what it is in: a menu button has a button of its own in it."""
        names, node = [], self.node
        for _ in range(3):
            if node is None:
                break
            names.append(node.name or '')
            node = node.parent
        return names

    def is_on(self, text):
        self.listen()
        return any(name.startswith(text) for name in read(self.names) or ())

    def go_to(self, text, by='Tab'):
        """Goes on until something has the focus whose name begins so."""
        way = []
        for _ in range(TABS):
            if self.is_on(text):
                return
            self.move(by)
            way.append((read(self.names) or [''])[0])
        raise Failed(f'{by} does not lead to {text}: {way}')

    def wait_on(self, text):
        wait_for(lambda: self.is_on(text), f'the focus on {text}')


def accessibility_bus():
    """A connection of its own to the accessibility bus, for what the library would not ask."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address, = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None,
                                 GLib.VariantType('(s)'), 0, -1).unpack()
    kind = Gio.DBusConnectionFlags
    return Gio.DBusConnection.new_for_address_sync(
        address, kind.AUTHENTICATION_CLIENT | kind.MESSAGE_BUS_CONNECTION)


class Window:
    """The program on a county file of its own, in a home of its own."""

    samples = {}  # what each number of villages gives, made once

    def __init__(self, build, language='C.UTF-8', villages=12):
        self.build = pathlib.Path(build)
        self.home = pathlib.Path(tempfile.mkdtemp(prefix='touyan-window-'))
        self.file = self.home / '样例.touyan'
        self.environment = dict(os.environ, HOME=str(self.home), GSETTINGS_BACKEND='memory',
                                XDG_DATA_HOME=str(self.home / 'data'),
                                XDG_CONFIG_HOME=str(self.home / 'config'),
                                XDG_CACHE_HOME=str(self.home / 'cache'),
                                LC_ALL='C.UTF-8', LANGUAGE=language)
        self.program = None
        if villages not in Window.samples:
            self.cli('sample', str(self.file), '--villages', str(villages), '--seed', '7')
            Window.samples[villages] = self.file.read_bytes()
        else:
            self.file.write_bytes(Window.samples[villages])

    def cli(self, *arguments):
        done = subprocess.run([self.build / 'touyan-cli', *arguments], env=self.environment,
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise Failed(f'touyan-cli {arguments[0]}: {done.stderr}')
        return done.stdout

    def figures(self, day):
        return json.loads(self.cli('figures', str(self.file), '--as-of', day, '--json'))

    def start(self, *arguments):
        self.errors = open(self.home / 'errors', 'w+')
        self.program = subprocess.Popen([self.build / 'touyan', *(arguments or [str(self.file)])],
                                        env=self.environment, stderr=self.errors)
        wait_for(self.frame, 'the window')

    def open_too(self, path):
        """Another file for the program that runs, as from a file manager."""
        subprocess.run([self.build / 'touyan', str(path)], env=self.environment, check=True,
                       timeout=PATIENCE)

    def frame(self):
        if self.program.poll() is not None:
            raise Failed(f'the program ended with {self.program.returncode}: {self.complaints()}')
        for application in children(pyatspi.Registry.getDesktop(0)):
            try:
                if application.name == 'touyan' and application.childCount > 0:
                    return application.getChildAtIndex(application.childCount - 1)
            except GONE:
                continue
        return None

    def complaints(self):
        self.errors.flush()
        return (self.home / 'errors').read_text()

    def look(self, name=None, role=None, begins=None, contains=None, below=None, acts=False, state=None):
        """The first node that is shown and fits, or None; raises where the tree changes under it."""
        root = below or self.frame()
        for node in walk(root) if root else ():
            if role is not None and node.getRoleName() != role:
                continue
            if name is not None and node.name != name:
                continue
            if begins is not None and not node.name.startswith(begins):
                continue
            if contains is not None and contains not in node.name:
                continue
            if acts and not has_action(node):
                continue  # a menu button carries the name of the button in it
            if state is not None and not node.getState().contains(state):
                continue
            if is_shown(node):
                return node
        return None

    def find(self, **what):
        """The same, without an answer where the tree changes: the next look sees it."""
        try:
            return self.look(**what)
        except GONE:
            return None

    def wait(self, **what):
        return wait_for(lambda: self.find(**what), what)

    def wait_gone(self, **what):
        wait_for(lambda: self.look(**what) is None, f'{what} to go')

    def name_of(self, **what):
        """The name of what is found, read while it is there."""
        def name():
            node = self.find(**what)
            return node and node.name
        return wait_for(name, what)

    def focused(self, **what):
        """Waits until what is found has the focus."""
        return self.wait(state=pyatspi.STATE_FOCUSED, **what)

    def page(self, kind, title):
        """The page in sight: the header names it; pages that are not in sight keep their size."""
        def in_sight():
            header = self.find(name='TyHeader')
            return header and self.find(name=title, role='label', below=header)
        wait_for(in_sight, f'the page {title}')
        return self.wait(name=kind)

    def press(self, **what):
        def pressed():
            node = self.find(acts=True, state=pyatspi.STATE_SENSITIVE, **what)
            return node and node.queryAction().doAction(0)
        wait_for(pressed, f'{what} to be pressed')
        time.sleep(0.3)  # GtkButton takes no second click within 250 ms

    def edit_today(self):
        """Says once that the record of today is meant, though another day is shown."""
        self.wait(role='dialog', name='Edit the Record of Today?')
        key('Return')

    def fill(self, text, **what):
        """Puts a text into an entry at once, as a screen reader can."""
        def filled():
            node = self.find(**what)
            return node and node.queryEditableText().setTextContents(text)
        wait_for(filled, f'{what} to be filled')

    def ask_for_a_closed_window(self):
        """Asks for a window by a number that is no longer there, as a screen reader does that counted
        the windows just before one closed. GTK 4.8 answers with the newest window, shown or not, and
        falls where that one was never shown: the program keeps none in store."""
        bus = accessibility_bus()

        def ask(*where, kind=None):
            return bus.call_sync(*where, kind and GLib.VariantType(kind), 0, int(PATIENCE * 1000)).unpack()

        def of_the_bus(method, kind, *values):
            return ask(*('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus'), method,
                       GLib.Variant('(s)', values) if values else None, kind=kind)[0]

        for name in of_the_bus('ListNames', '(as)'):
            if name.startswith(':') and of_the_bus('GetConnectionUnixProcessID', '(u)', name) == self.program.pid:
                ask(name, '/org/a11y/atspi/accessible/root', 'org.a11y.atspi.Accessible', 'GetChildAtIndex',
                    GLib.Variant('(i)', (99,)), kind='((so))')
                break
        else:
            raise Failed(f'the program is not on the accessibility bus: it ended with {self.program.poll()} {self.complaints()}')
        bus.close_sync()

    def stop(self, keys='ctrl+q'):
        """Closes the window as a person does; whoever waits longer than patience is stuck."""
        self.ask_for_a_closed_window()
        key(keys)
        try:
            status = self.program.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.program.kill()
            raise Failed('the program did not end')
        if status != 0:
            raise Failed(f'the program ended with {status}: {self.complaints()}')
        complaints = [line for line in self.complaints().splitlines()
                      if '-WARNING' in line or '-CRITICAL' in line]
        complaints = [line for line in complaints if 'dbind' not in line and 'AT-SPI' not in line]
        if complaints:
            raise Failed('the program complained: ' + '; '.join(complaints[:5]))

    def clear(self):
        if self.program is not None and self.program.poll() is None:
            self.program.kill()
            self.program.wait()
        shutil.rmtree(self.home, ignore_errors=True)


def run(tests):
    """Runs functions that take a build folder, and prints TAP."""
    import sys
    import traceback
    print(f'1..{len(tests)}')
    failed = 0
    for number, test in enumerate(tests, 1):
        name = test.__name__.replace('_', ' ')
        try:
            test(sys.argv[1])
            print(f'ok {number} - {name}', flush=True)
        except Exception:
            failed += 1
            for line in traceback.format_exc().splitlines():
                print(f'# {line}')
            print(f'not ok {number} - {name}', flush=True)
    sys.exit(1 if failed else 0)
