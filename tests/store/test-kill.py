#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kill test: touyan-cli is killed at random moments of everything that writes.

usage: test-kill.py BUILD-DIRECTORY SOURCE-DIRECTORY

After each round: what was acknowledged is there, nothing is there by half, the file is sound by
SQLite's own check and by its history, and its lock is free. TY_KILL_ROUNDS says how many rounds,
and TY_MEMORY that memory is all that is looked at.
"""

import fcntl
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROUNDS = int(os.environ.get('TY_KILL_ROUNDS') or (2000 if 'TY_SOAK' in os.environ
                                                  else 50 if 'TY_MEMORY' in os.environ else 200))
N_PEOPLE = 40
N_MORE_PEOPLE = 60
# What an action does not change by itself.
NOT_UNDER_HISTORY = {'blob', 'writer', 'action', 'action_subject', 'event'}


class Failure(Exception):
    pass


def require(condition, text):
    if not condition:
        raise Failure(text)


class County:
    """A county file in a folder of its own, and the program that works on it."""

    def __init__(self, build, source, folder):
        self.program = os.path.join(build, 'touyan-cli')
        self.folder = folder
        self.path = os.path.join(folder, '石城县.touyan')
        self.backup_path = os.path.join(folder, 'backup.touyan')
        self.old_backup = os.path.join(folder, 'old.touyan')
        self.environment = dict(os.environ, XDG_DATA_HOME=os.path.join(folder, 'data'))
        sys.path.insert(0, os.path.join(source, 'tests', 'support'))
        import roster
        self.rosters = []
        for n_rows in (N_PEOPLE, N_MORE_PEOPLE):
            path = os.path.join(folder, f'roster-{n_rows}.xlsx')
            roster.write_roster(path, n_rows)
            self.rosters.append(path)

    def start(self, *words):
        return subprocess.Popen([self.program, *words], env=self.environment, cwd=self.folder,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *words):
        """Runs a command to its end, and returns what it printed and how long it took."""
        begin = time.monotonic()
        process = self.start(*words)
        output, errors = process.communicate()
        require(process.returncode == 0, f'{" ".join(words)}: {errors.decode()}')
        return output.decode(), time.monotonic() - begin

    def create(self):
        self.run('create', self.path, '--name', '石城县', '--code', '990101')
        self.run('import', self.path, self.rosters[0], '--as-of', '2020-12-31')
        self.run('backup', self.path, self.old_backup)

    def check(self, path):
        process = self.start('check', path)
        output, errors = process.communicate()
        require(process.returncode == 0, f'check of {os.path.basename(path)}: '
                f'{output.decode()}{errors.decode()}')

    def is_locked(self):
        lock = os.path.join(self.folder, '.石城县.touyan.lock')
        if not os.path.exists(lock):
            return False
        with open(lock, 'rb') as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return False
            except BlockingIOError:
                return True


def open_read_only(path):
    # SQLite needs the log's index to read the log, so that mode=ro alone is not enough.
    connection = sqlite3.connect(f'file:{path}?mode=rw', uri=True)
    connection.execute('PRAGMA query_only = ON')
    return connection


class State:
    """All that a county file holds, and its history."""

    def __init__(self, path):
        connection = open_read_only(path)
        try:
            self.integrity = connection.execute('PRAGMA integrity_check').fetchone()[0]
            names = [row[0] for row in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
            self.content = {name: sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"')))
                            for name in names if name not in NOT_UNDER_HISTORY}
            self.actions = connection.execute(
                'SELECT seq, kind, reverts, hash FROM action ORDER BY seq').fetchall()
            self.restored = connection.execute(
                "SELECT count(*) FROM event WHERE kind = 'restored'").fetchone()[0]
            self.writers = [row[0] for row in connection.execute(
                'SELECT number FROM writer ORDER BY position')]
            self.people = [row[0] for row in connection.execute('SELECT id FROM person ORDER BY id')]
        finally:
            connection.close()


class Command:
    """One kind of command: how it is called, and what must be true after it."""

    name = ''
    kind = ''

    def __init__(self, county, before, number):
        self.county = county
        self.before = before
        self.number = number

    def words(self):
        return [self.name, self.county.path]

    def is_possible(self):
        return True

    def verify(self, after, acknowledged):
        """One action more and all of it, or nothing."""
        more = len(after.actions) - len(self.before.actions)
        require(after.actions[:len(self.before.actions)] == self.before.actions,
                'the history before it was changed')
        require(more in (0, 1), f'{more} actions more')
        require(more == 1 or not acknowledged, 'an acknowledged action is lost')
        if more == 0:
            require(after.content == self.before.content, 'rows were changed without an action')
            return 'nothing'
        require(after.actions[-1][1] == self.kind, f'an action of the kind {after.actions[-1][1]}')
        self.verify_done(after)
        return 'done'

    def verify_done(self, after):
        require(after.content != self.before.content, 'an action changed nothing')


class Import(Command):
    name = 'import'
    kind = 'roster.import'

    def words(self):
        return ['import', self.county.path, self.county.rosters[1], '--as-of', '2021-12-31',
                '--end-missing', '2021-10-01', '--json']

    def is_possible(self):
        return len(self.before.people) == N_PEOPLE

    def verify_done(self, after):
        require(len(after.people) == N_MORE_PEOPLE, f'{len(after.people)} people')


class Edit(Command):
    name = 'edit'
    kind = 'person.edit'

    def words(self):
        self.person = self.before.people[self.number % len(self.before.people)]
        return ['edit', self.county.path, '--person', str(self.person), '--set',
                f'phone=1990000{self.number:04d}', '--set', f'note=第{self.number}回', '--json']

    def is_possible(self):
        return bool(self.before.people)

    def verify_done(self, after):
        changed = set(after.content['person']) - set(self.before.content['person'])
        require(len(changed) == 1, f'{len(changed)} people changed')
        row = changed.pop()
        require(str(self.person) in row and f'1990000{self.number:04d}' in row
                and f'第{self.number}回' in row, 'the edit is there by half')


class Undo(Command):
    name = 'undo'
    kind = 'undo'


class Redo(Command):
    name = 'redo'
    kind = 'redo'

    def is_possible(self):
        reverted = {action[2] for action in self.before.actions if action[2] is not None}
        for seq, kind, _, _ in reversed(self.before.actions):
            if kind == 'undo' and seq not in reverted:
                return True
            if kind not in ('undo', 'redo'):
                return False
        return False


class Backup(Command):
    name = 'backup'

    def words(self):
        if os.path.exists(self.county.backup_path):
            os.unlink(self.county.backup_path)
        return ['backup', self.county.path, self.county.backup_path]

    def verify(self, after, acknowledged):
        require(after.actions == self.before.actions and after.content == self.before.content,
                'a backup changed the file')
        if not os.path.exists(self.county.backup_path):
            require(not acknowledged, 'an acknowledged backup is not there')
            return 'nothing'
        self.county.check(self.county.backup_path)
        copy = State(self.county.backup_path)
        require(copy.integrity == 'ok', copy.integrity)
        require(copy.actions == self.before.actions and copy.content == self.before.content,
                'the backup is not the file')
        return 'done'


class Restore(Command):
    name = 'restore'

    def words(self):
        return ['restore', self.county.path, self.county.old_backup]

    def verify(self, after, acknowledged):
        old = State(self.county.old_backup)
        if after.writers == self.before.writers:
            require(not acknowledged, 'an acknowledged restore is not there')
            require(after.actions == self.before.actions and after.content == self.before.content,
                    'the file was changed without a restore')
            return 'nothing'
        require(after.content == old.content and after.actions == old.actions,
                'the file is not the backup')
        require(after.restored == old.restored + 1 and len(after.writers) == len(old.writers) + 1
                and after.writers[:-1] == old.writers,
                'the restored file was not given a writer of its own')
        require(self.is_replaced_kept(), 'what was replaced was not backed up')
        return 'done'

    def is_replaced_kept(self):
        backups = os.path.join(self.county.folder, 'data', 'touyan', 'backups')
        newest = max((os.path.join(folder, name) for folder, _, names in os.walk(backups)
                      for name in names if name.endswith('.touyan')), default=None)
        if newest is None:
            return False
        kept = State(newest)
        return kept.content == self.before.content and kept.actions == self.before.actions


COMMANDS = [Import, Edit, Undo, Redo, Backup, Restore]


def choose(county, before, number, draw):
    """A command that the file allows; undone or restored to little, it grows again."""
    while True:
        command = draw.choices(COMMANDS, weights=[3, 4, 3, 2, 2, 2])[0](county, before, number)
        if isinstance(command, Undo) and len(before.actions) < 3:
            continue
        if command.is_possible():
            return command


def undo_is_possible(before):
    reverted = {action[2] for action in before.actions if action[2] is not None}
    return any(kind not in ('undo', 'create') and seq not in reverted
               for seq, kind, _, _ in before.actions)


def kill_after(county, words, delay):
    """What it had printed when it was killed, and whether it had ended by itself."""
    process = county.start(*words)
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    output, errors = process.communicate()
    if process.returncode not in (0, -signal.SIGKILL):
        raise Failure(f'exit status {process.returncode}: {errors.decode()}')
    return output.decode(), process.returncode == 0


def round_of(county, number, draw, durations, counts):
    before = State(county.path)
    command = choose(county, before, number, draw)
    if isinstance(command, Undo) and not undo_is_possible(before):
        command = Edit(county, before, number)
        if not command.is_possible():
            command = Import(county, before, number)
    words = command.words()
    # Half of the time anywhere, half of the time near the end, where it writes.
    longest = durations[command.name]
    delay = draw.uniform(0, longest * 1.2) if draw.random() < 0.5 \
        else draw.uniform(longest * 0.4, longest)
    output, ended = kill_after(county, words, delay)

    require(not county.is_locked(), 'the lock is not free')
    county.check(county.path)
    after = State(county.path)
    require(after.integrity == 'ok', after.integrity)
    outcome = command.verify(after, bool(output.strip()))
    counts[command.name, 'ended' if ended else 'killed', outcome] = \
        counts.get((command.name, 'ended' if ended else 'killed', outcome), 0) + 1


def measure(county):
    """How long each command takes when nobody kills it; each one is acknowledged and there."""
    durations = {}
    number = 0
    for kind in (Edit, Undo, Redo, Import, Backup, Restore):
        command = kind(county, State(county.path), number)
        output, seconds = county.run(*command.words())
        require(output.strip(), f'{kind.name} did not say that it was done')
        require(command.verify(State(county.path), True) == 'done', f'{kind.name} was not done')
        durations[kind.name] = seconds
        number += 1
    return durations


def main():
    build, source = sys.argv[1:3]
    seed = int(os.environ.get('TY_KILL_SEED') or random.SystemRandom().randrange(1 << 32))
    draw = random.Random(seed)
    folder = tempfile.mkdtemp(prefix='touyan-kill-')
    counts = {}
    print('TAP version 13\n1..1')
    print(f'# seed {seed}, {ROUNDS} rounds', flush=True)
    try:
        county = County(build, source, folder)
        county.create()
        durations = measure(county)
        print('# ' + json.dumps({name: round(seconds, 3) for name, seconds in durations.items()}))
        for number in range(10, 10 + ROUNDS):
            try:
                round_of(county, number, draw, durations, counts)
            except Failure as failure:
                raise Failure(f'round {number}: {failure}') from failure
        for key in sorted(counts):
            print('# {} {}, {}: {}'.format(*key, counts[key]))
        require(any(key[1:] == ('killed', 'nothing') for key in counts)
                and any(key[2] == 'done' for key in counts), 'the moments did not vary')
        print('ok 1 /kill/rounds')
    except Failure as failure:
        print(f'# {failure}\n# the files are kept in {folder}\nnot ok 1 /kill/rounds')
        return 1
    shutil.rmtree(folder)
    return 0


if __name__ == '__main__':
    sys.exit(main())
