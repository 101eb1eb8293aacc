/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TyAppointmentFile TyAppointmentFile;
typedef struct _TyCell TyCell;
typedef struct _TyCellRange TyCellRange;
typedef struct _TyCsvWriter TyCsvWriter;
typedef struct _TyDelimited TyDelimited;
typedef struct _TyDocxWriter TyDocxWriter;
typedef struct _TyFileNames TyFileNames;
typedef struct _TyImportReport TyImportReport;
typedef struct _TyJsonScanner TyJsonScanner;
typedef struct _TyOutFile TyOutFile;
typedef struct _TyRosterHeader TyRosterHeader;
typedef struct _TyRosterEntry TyRosterEntry;
typedef struct _TyRowBuffer TyRowBuffer;
typedef struct _TyTableColumn TyTableColumn;
typedef struct _TyTableHead TyTableHead;
typedef struct _TyTableLine TyTableLine;
typedef struct _TyTableMerges TyTableMerges;
typedef struct _TyTableSource TyTableSource;
typedef struct _TyXlsReader TyXlsReader;
typedef struct _TyXlsxReader TyXlsxReader;
typedef struct _TyXlsxSheet TyXlsxSheet;
typedef struct _TyXlsxStrings TyXlsxStrings;
typedef struct _TyXlsxStyles TyXlsxStyles;
typedef struct _TyXlsxWorkbook TyXlsxWorkbook;
typedef struct _TyXlsxWriter TyXlsxWriter;
typedef struct _TyXmlPart TyXmlPart;
typedef struct _TyXmlSource TyXmlSource;
typedef struct _TyZipFile TyZipFile;
typedef struct _TyZipPass TyZipPass;
typedef struct _TyZipWriter TyZipWriter;

G_END_DECLS
