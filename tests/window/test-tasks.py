# SPDX-License-Identifier: GPL-3.0-or-later
"""What a clerk does in a day, by the keyboard alone, one task after the other in the same windows."""

import sqlite3
import time

import pyatspi

from touyan_window import Failed, Focus, Window, children, count_windows, key, read, run, type_text, wait_for, walk

SEARCH = 'Search people, villages, pages and commands'


def expect(condition, text):
    if not condition:
        raise Failed(text)


class Desk:
    """The window and what has its focus. Of the pages only the one in sight is looked through: a table
    has some thousand nodes, each a question to the program."""

    def __init__(self, build):
        self.window = Window(build)
        self.focus = Focus()
        window = self.window
        self.other = window.home / 'other.touyan'
        window.cli('create', str(self.other), '--name', '石城县', '--code', '990101')
        # A name that can be typed without an input method.
        window.file = window.file.rename(window.home / 'sample.touyan')

    def open(self):
        window = self.window
        window.start(str(self.other))
        self.header = window.wait(name='TyHeader')
        # That of the first page; later the list of the search has names of pages, too.
        self.title = window.wait(name='Overview', role='label', below=self.header)
        self.stack = window.wait(name='TyOverviewPage').parent.parent
        self.sidebar = window.wait(name='TySidebar')

    def page(self, kind, title):
        """The page, once it is in sight."""
        wait_for(lambda: read(lambda: self.title.name) == title, f'the page {title}')
        pages = [next(children(page)) for page in children(self.stack)]
        pages = [page for page in pages if page.name == kind]
        return pages[-1 if title == 'Departed' else 0]

    def wait(self, below=None, **what):
        return self.window.wait(below=below or self.header, **what)

    def wait_gone(self, below, **what):
        wait_for(lambda: self.window.find(below=below, **what) is None, f'{what} to go')

    def wait_dialog(self):
        wait_for(lambda: count_windows() == 2, 'the dialog')

    def wait_no_dialog(self):
        wait_for(lambda: count_windows() == 1, 'the dialog to go')

    def press(self, text, keys='Return', by='Tab'):
        self.focus.go_to(text, by)
        key(keys)

    def show(self, kind, title):
        """By the search, from wherever one is."""
        self.focus.move('ctrl+k', patience=5)
        self.focus.wait_on(SEARCH)
        type_text(title)
        key('Return')
        return self.page(kind, title)

    def ask(self, question, *values):
        with sqlite3.connect(f'file:{self.window.file}?mode=ro', uri=True) as county:
            return county.execute(question, values).fetchall()

    def secretary(self):
        """Key, name and initials of a secretary whose initials nobody else has."""
        everybody = self.ask('SELECT id, name, pinyin FROM person ORDER BY id')
        letters = {person: ''.join(word[0] for word in pinyin.split()) for person, _, pinyin in everybody}
        posts = {person for person, in self.ask("SELECT person FROM appointment WHERE post = 'D1' "
                                                'AND until_date IS NULL')}
        for person, name, _ in everybody:
            own = letters[person]
            if person in posts and len(own) == 3 and sum(own in other for other in letters.values()) == 1:
                return person, name, own
        raise Failed('no secretary has initials of their own')

    def first_villages(self):
        """The villages of the first township, in their order."""
        return [name for name, in self.ask(
            "SELECT name FROM unit_state WHERE level = 'village' AND until_date IS NULL AND parent = "
            "(SELECT unit FROM unit_state WHERE level = 'township' AND until_date IS NULL "
            'ORDER BY position LIMIT 1) ORDER BY position')]


def opens_a_file_by_its_path(desk):
    key('ctrl+o')
    desk.wait_dialog()
    type_text('/')
    desk.focus.wait_on('GtkFileChooserEntry')
    type_text(str(desk.window.file)[1:])
    key('Return')
    desk.wait(desk.sidebar, role='label', name='sample.touyan')


def opens_a_recent_file(desk):
    for path in (desk.other, desk.window.file):
        key('F10')
        desk.press(path.name, by='Down')
        desk.wait(desk.sidebar, role='label', name=path.name)
    desk.wait(desk.page('TyOverviewPage', 'Overview'), role='push button', begins='Secretaries: dual role')


def types_a_date(desk):
    desk.press('Cut-off date')
    desk.focus.wait_on('Cut-off date')
    key('ctrl+a')
    type_text('2018.12.31')
    key('Return')
    desk.wait(role='push button', name='Cut-off date: 2018.12.31')
    count = desk.window.figures('2018-12-31')['secretaries']['count']
    desk.wait(desk.page('TyOverviewPage', 'Overview'), role='push button', name=f'All {count}')


def goes_back_to_today(desk):
    desk.press('Cut-off date')
    desk.press('Today')
    desk.wait(role='push button', name=f'Cut-off date: {time.strftime("%Y.%m.%d")}')


def chooses_the_day_before_a_term(desk):
    desk.press('Cut-off date')
    desk.press('Before the term of 2021')
    desk.wait(role='push button', begins='Cut-off date: 2021.')


def chooses_a_scope_by_search(desk):
    desk.press('Scope: ')
    desk.focus.wait_on('Search for a unit')
    type_text('pingyang')
    key('Return')
    desk.wait(role='push button', name='Scope: 屏阳街道')


def goes_back_to_the_whole_county(desk):
    desk.press('Scope: ')
    desk.focus.wait_on('Search for a unit')
    desk.wait(role='label', name='屏阳街道')
    key('Down', 'Return')
    desk.wait(role='push button', name='Scope: Whole county')


def follows_a_figure_to_its_people(desk):
    overview = desk.page('TyOverviewPage', 'Overview')
    tile = desk.wait(overview, role='push button', begins='Secretaries: dual role')
    number = int(tile.name.rsplit(', ', 1)[1].split()[0])
    desk.press('Secretaries: dual role')
    roster = desk.page('TyPeoplePage', 'Roster')
    desk.wait(roster, role='label', name=f'{number} people')
    key('alt+Left')
    desk.page('TyOverviewPage', 'Overview')
    key('alt+Right')
    desk.page('TyPeoplePage', 'Roster')


def goes_through_the_pages(desk):
    desk.focus.go_to('Pages')
    desk.focus.move('Home')
    for kind, title in (('TyPeoplePage', 'Roster'), ('TyVillagesPage', 'Villages'), ('TyPeoplePage', 'Departed'),
                        ('TyListsPage', 'Lists'), ('TyFilingsPage', 'County filings'),
                        ('TyTrainingPage', 'Training'), ('TyPairingPage', 'Mentoring'),
                        ('TyDashboardPage', 'Dashboards'), ('TyCrossPage', 'Cross tables'),
                        ('TyChecksPage', 'Data checks'), ('TyHistoryPage', 'History')):
        desk.focus.move('Down')
        desk.page(kind, title)
    desk.focus.move('Home')
    desk.page('TyOverviewPage', 'Overview')


def searches_a_person_by_initials(desk):
    _, name, initials = desk.secretary()
    desk.focus.move('ctrl+k', patience=5)
    desk.focus.wait_on(SEARCH)
    type_text(initials)
    key('Return')
    desk.page('TyPersonPage', name)


def edits_a_phone_number(desk):
    person, _, _ = desk.secretary()
    desk.press('Edit the basic information')
    desk.window.edit_today()
    wait_for(lambda: desk.window.find(role='text', name='Phone'), 'the form')
    form = desk.window.frame()
    desk.wait(form, role='text', name='Phone')
    # Entries of a form do not tell that they got the focus: they are counted from a row that does.
    nodes = [(node.getRoleName(), node.name) for node in walk(form)]
    behind = nodes[[name for _, name in nodes].index('Marital status'):]
    entries = [name for role, name in behind if role == 'text']
    desk.focus.go_to('Marital status')
    key(*['Tab'] * (entries.index('Phone') + 1))
    key('ctrl+a')
    type_text('19900009999')
    key('ctrl+s')
    desk.wait_no_dialog()
    wait_for(lambda: desk.ask('SELECT phone FROM person WHERE id = ?', person) == [('19900009999',)],
             'the new number')
    # The keys are those of the window again when it has heard of the deed.
    desk.window.wait(role='label', begins='Person edited')


def undoes_it(desk):
    person, _, _ = desk.secretary()
    key('ctrl+z')
    wait_for(lambda: desk.ask('SELECT phone FROM person WHERE id = ?', person) != [('19900009999',)],
             'the old number')


def does_it_again(desk):
    person, _, _ = desk.secretary()
    key('ctrl+shift+z')
    wait_for(lambda: desk.ask('SELECT phone FROM person WHERE id = ?', person) == [('19900009999',)],
             'the new number again')


def takes_back_a_chosen_action(desk):
    person, name, initials = desk.secretary()
    history = desk.show('TyHistoryPage', 'History')
    desk.focus.move('ctrl+f')
    desk.focus.wait_on('Search the history')
    type_text(initials)
    desk.wait(history, role='label', contains=' of ')
    key('Return')
    wait_for(lambda: not desk.focus.is_on('Search the history'), 'the list')
    desk.wait(history, role='label', contains='199****9999')
    key('Delete')
    wait_for(lambda: desk.ask('SELECT phone FROM person WHERE id = ?', person) != [('19900009999',)],
             'the old number')


def clears_the_filters_of_the_history(desk):
    history = desk.page('TyHistoryPage', 'History')
    desk.focus.move('ctrl+f')
    desk.focus.wait_on('Search the history')
    key('Escape')
    wait_for(lambda: ' of ' not in (read(lambda: desk.window.find(
        below=history, role='label', contains=' actions').name) or ' of '), 'all actions')


def sorts_by_a_second_key(desk):
    roster = desk.show('TyPeoplePage', 'Roster')
    for item in ('Sex', 'Born'):
        desk.press('View')
        desk.press(item, by='Down')
    desk.wait(roster, role='push button', begins='Sex, ascending')
    desk.wait(roster, role='push button', begins='Born, ascending')


def filters_by_a_facet(desk):
    roster = desk.page('TyPeoplePage', 'Roster')
    desk.press('Age band')
    wait_for(lambda: desk.focus.node and read(desk.focus.node.getRoleName) == 'check box', 'a value')
    number = int(desk.focus.node.name.rsplit(', ', 1)[1].replace(',', ''))
    key('space')
    desk.wait(roster, role='label', name=f'{number} people')
    key('Escape')


def takes_the_filter_off(desk):
    roster = desk.page('TyPeoplePage', 'Roster')
    desk.press('Remove the filter')
    desk.wait(roster, role='push button', name='Age band')


def selects_and_copies_people(desk):
    roster = desk.page('TyPeoplePage', 'Roster')
    desk.focus.move('ctrl+f')
    desk.focus.wait_on('Search the roster')
    key('Escape', 'Down', 'ctrl+Down', 'space')
    desk.wait(roster, name='2 selected')
    key('ctrl+c')
    desk.focus.move('ctrl+k', patience=5)
    desk.focus.wait_on(SEARCH)
    key('ctrl+v')
    entry = desk.wait(role='entry', name=SEARCH)
    wait_for(lambda: '\t' in (read(lambda: get_text(entry)) or ''), 'the table in the clipboard')
    key('Escape')
    desk.wait(roster, name='2 selected')


def opens_a_person_of_the_roster(desk):
    desk.page('TyPeoplePage', 'Roster')
    key('Down')
    wait_for(lambda: len((read(desk.focus.names) or [''])[0].split(', ')) > 3, 'the name of the row')
    key('Return')
    wait_for(lambda: read(lambda: desk.title.name) not in (None, 'Roster'), 'the person')
    key('alt+Left')
    desk.page('TyPeoplePage', 'Roster')


def hides_a_column(desk):
    desk.press('Columns')
    wait_for(lambda: desk.focus.node and read(desk.focus.node.getRoleName) == 'check box', 'a column')
    column = desk.focus.node
    before = column.getState().contains(pyatspi.STATE_CHECKED)
    key('space')
    wait_for(lambda: read(lambda: column.getState().contains(pyatspi.STATE_CHECKED)) != before, 'the tick')
    key('space', 'Escape')
    desk.focus.wait_on('Columns')


def leaves_the_table_by_tab(desk):
    """The table has any number of rows; Tab goes on to what stands behind them all."""
    desk.focus.move('ctrl+f')
    desk.focus.wait_on('Search the roster')
    key('Escape', 'Down', 'F9')
    desk.focus.go_to('Open the File')


def moves_a_village_up(desk):
    names = desk.first_villages()
    villages = desk.show('TyVillagesPage', 'Villages')
    desk.wait(villages, role='label', contains=' villages')
    desk.focus.move('ctrl+f')
    desk.focus.wait_on('Search the villages')
    key('Escape')
    wait_for(lambda: not desk.focus.is_on('Search the villages'), 'the table')
    for _ in range(6):
        if desk.focus.is_on(names[1]):
            break
        desk.focus.move('Down')
    key('alt+Up')
    wait_for(lambda: desk.first_villages()[:2] == [names[1], names[0]], 'the new order')
    key('ctrl+z')
    wait_for(lambda: desk.first_villages() == names, 'the old order')


def sets_approved_seats(desk):
    before = desk.ask('SELECT * FROM seat ORDER BY unit, id')
    key('ctrl+e')
    desk.wait_dialog()
    desk.focus.go_to('Party')
    key('ctrl+a')
    type_text('9')
    key('ctrl+s')
    desk.wait_no_dialog()
    wait_for(lambda: desk.ask('SELECT * FROM seat ORDER BY unit, id') != before, 'the seats')


def opens_a_village_and_comes_back(desk):
    key('Return')
    wait_for(lambda: read(lambda: desk.title.name) not in (None, 'Villages'), 'the village')
    key('alt+Left')
    desk.page('TyVillagesPage', 'Villages')


def looks_at_the_preferences(desk):
    key('ctrl+comma')
    desk.wait_dialog()
    key('Escape')
    desk.wait_no_dialog()


def looks_up_the_shortcuts(desk):
    key('F1')
    desk.wait_dialog()
    key('Escape')
    desk.wait_no_dialog()


def get_text(node):
    text = node.queryText()
    return text.getText(0, text.characterCount)


def ends(desk):
    desk.window.stop()
    expect('good' in desk.window.cli('check', str(desk.window.file)), 'the file is not good')


TASKS = [opens_a_file_by_its_path, opens_a_recent_file, types_a_date, goes_back_to_today,
         chooses_the_day_before_a_term, chooses_a_scope_by_search, goes_back_to_the_whole_county,
         follows_a_figure_to_its_people, goes_through_the_pages, searches_a_person_by_initials,
         edits_a_phone_number, undoes_it, does_it_again, takes_back_a_chosen_action,
         clears_the_filters_of_the_history, sorts_by_a_second_key, filters_by_a_facet,
         takes_the_filter_off, selects_and_copies_people, opens_a_person_of_the_roster,
         hides_a_column, leaves_the_table_by_tab, moves_a_village_up, sets_approved_seats,
         opens_a_village_and_comes_back, looks_at_the_preferences, looks_up_the_shortcuts, ends]


def main():
    import sys
    desks = []

    def wrap(task):
        def test(build):
            if not desks:
                desks.append(Desk(build))
                desks[0].open()
            begun = time.monotonic()
            try:
                task(desks[0])
                print(f'# {time.monotonic() - begun:.1f} s')
            except Failed:
                key('Escape', 'Escape', 'Escape')  # so that the next begins where it can
                raise
        test.__name__ = task.__name__
        return test
    try:
        run([wrap(task) for task in TASKS])
    finally:
        for desk in desks:
            desk.window.clear()


if __name__ == '__main__':
    main()
