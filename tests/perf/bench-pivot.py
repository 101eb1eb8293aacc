#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A cross table beside the pivot table that LibreOffice makes of the same roster: townships by sex, some 50,000 cadres.

Ours is the whole command, which opens the county file, reads the columns and counts. Of LibreOffice it is said how long
it takes to open the workbook, and how long to count again what it has open. The counts are compared cell by cell.

usage: bench-pivot.py TOUYAN-CLI
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

VILLAGES = 7500
DATE = '2021-12-31'
ROUNDS = 3
PATIENCE = 120  # seconds until LibreOffice listens


def measure(what, func, rounds=ROUNDS):
    times = []
    for _ in range(rounds):
        begin = time.monotonic()
        result = func()
        times.append((time.monotonic() - begin) * 1000)
    print(f'{what:<62} {statistics.median(times):9.1f} ms {max(times):9.1f} ms', flush=True)
    return statistics.median(times), result


class Office:
    """LibreOffice without a window, with a profile of its own, asked through UNO."""

    def __init__(self, folder):
        import uno
        self.uno = uno
        pipe = f'touyan{os.getpid()}'
        self.process = subprocess.Popen(['soffice', '--headless', '--norestore', '--nologo',
                                         f'-env:UserInstallation=file://{folder}/profile',
                                         f'--accept=pipe,name={pipe};urp;'],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        context = self.connect(f'uno:pipe,name={pipe};urp;StarOffice.ComponentContext')
        self.desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)

    def connect(self, url):
        local = self.uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return resolver.resolve(url)
            except Exception:  # pylint: disable=broad-except
                # It says that nobody listens yet in no other way than by an exception of its own kind.
                if self.process.poll() is not None or time.monotonic() > end:
                    self.close()
                    sys.exit('LibreOffice was started and does not answer')
                time.sleep(0.1)

    def open(self, path):
        hidden = self.uno.createUnoStruct('com.sun.star.beans.PropertyValue')
        hidden.Name, hidden.Value = 'Hidden', True
        return self.desktop.loadComponentFromURL(f'file://{path}', '_blank', 0, (hidden,))

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:  # pylint: disable=broad-except
            self.process.terminate()
        self.process.wait()


def find_table(document):
    """The cells from the row of headings on."""
    sheet = document.Sheets.getByIndex(0)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last_row, last_column = cursor.RangeAddress.EndRow, cursor.RangeAddress.EndColumn
    head = sheet.getCellRangeByPosition(0, 0, last_column, 9).DataArray
    first = next(i for i, row in enumerate(head) if all(row))
    return sheet.getCellRangeByPosition(0, first, last_column, last_row), list(head[first])


def make_pivot(office, document):
    table, heads = find_table(document)
    sheet = document.Sheets.getByIndex(0)
    tables = sheet.getDataPilotTables()
    descriptor = tables.createDataPilotDescriptor()
    descriptor.setSourceRange(table.RangeAddress)
    fields = descriptor.getDataPilotFields()
    for column, orientation in ((0, 'ROW'), (2, 'COLUMN'), (1, 'DATA')):
        field = fields.getByName(heads[column])
        field.Orientation = office.uno.Enum('com.sun.star.sheet.DataPilotFieldOrientation', orientation)
        if orientation == 'DATA':
            field.Function = office.uno.Enum('com.sun.star.sheet.GeneralFunction', 'COUNT')
    place = sheet.getCellByPosition(len(heads) + 1, table.RangeAddress.StartRow).CellAddress
    tables.insertNewByName('pivot', place, descriptor)
    return tables.getByName('pivot')


def read_pivot(document, pivot):
    """{(township, sex): how many} of the cells; the last row and the last column are totals."""
    address = pivot.OutputRange
    sheet = document.Sheets.getByIndex(0)
    rows = sheet.getCellRangeByPosition(address.StartColumn, address.StartRow, address.EndColumn,
                                        address.EndRow).DataArray
    begin = next(i for i, row in enumerate(rows) if 'Male' in row)
    heads = rows[begin]
    return {(row[0], heads[i]): int(row[i]) for row in rows[begin + 1:-1] for i in range(1, len(heads) - 1)
            if row[i] not in ('', 0)}


def read_ours(text):
    cells = {}
    for row in json.loads(text)['values']:
        for column in row['columns']:
            n = column['amounts'][0]['sum']
            if n > 0:
                # Townships of two counties may have one name, which is one row in a spreadsheet.
                key = row['label'], column['label']
                cells[key] = cells.get(key, 0) + n
    return cells


def compare(cli, office, folder):
    county, roster = os.path.join(folder, 'county.touyan'), os.path.join(folder, 'roster.xlsx')
    environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='en')

    def run(*words):
        return subprocess.run([cli, *words], env=environment, check=True, capture_output=True, text=True).stdout

    run('sample', county, '--villages', str(VILLAGES))
    print(run('export', county, roster, '--roster', '--columns', 'township,name,sex', '--group', 'none', '--as-of',
              DATE).strip(), f'A workbook of {os.path.getsize(roster) / 1e6:.1f} MB')
    ours, text = measure('townships by sex, the whole command', lambda: run(
        'figures', county, '--by', 'township', '--by', 'sex', '--as-of', DATE, '--json'))
    opened, document = measure('LibreOffice: the workbook opened', lambda: office.open(roster), 1)
    made, pivot = measure('LibreOffice: the pivot table made', lambda: make_pivot(office, document), 1)
    again, _ = measure('LibreOffice: the pivot table refreshed', pivot.refresh)
    print(f'  LibreOffice beside ours, from the file to the table: {(opened + made) / ours:.1f}')
    print(f'  LibreOffice beside ours, its refresh beside our whole command: {again / ours:.1f}')
    theirs, mine = read_pivot(document, pivot), read_ours(text)
    document.close(True)
    if theirs != mine:
        different = [key for key in theirs.keys() | mine.keys() if theirs.get(key) != mine.get(key)]
        sys.exit(f'{len(different)} cells differ, as {different[0]}: {theirs.get(different[0])} there, '
                 f'{mine.get(different[0])} here')
    print(f'  the same {len(mine)} cells, {sum(mine.values()):,} people')


def main():
    try:
        import uno  # pylint: disable=unused-import
    except ImportError:
        uno = None
    if uno is None or shutil.which('soffice') is None:
        print('LibreOffice: not here')
        return
    with tempfile.TemporaryDirectory(prefix='touyan-bench-') as folder:
        office = Office(folder)
        try:
            compare(os.path.abspath(sys.argv[1]), office, folder)
        finally:
            office.close()


if __name__ == '__main__':
    main()
