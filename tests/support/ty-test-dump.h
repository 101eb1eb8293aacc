/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-test-xlsx.h"
#include "ty-xlsx-reader.h"

G_BEGIN_DECLS

#define TY_TEST_SHEET_PART "xl/worksheets/sheet1.xml"
#define TY_TEST_STRINGS_PART "xl/sharedStrings.xml"

/* The XML of a sheet, around its rows. */
#define TY_TEST_SHEET_HEAD \
  "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
#define TY_TEST_SHEET_TAIL "</sheetData></worksheet>"

const char *ty_test_folder             (void);
void        ty_test_remove_folder      (void);
gboolean    ty_test_dump_row           (guint         row,
                                        const TyCell *cells,
                                        guint         n_cells,
                                        gpointer      data,
                                        GError      **error);
char       *ty_test_dump_bytes         (GBytes   *bytes,
                                        guint     sheet,
                                        GError  **error) G_GNUC_WARN_UNUSED_RESULT;
void        ty_test_assert_dump        (TyTestXlsx *xlsx,
                                        guint       sheet,
                                        const char *expected);
void        ty_test_assert_fails_bytes (GBytes      *bytes,
                                        TyXlsxError  code,
                                        const char  *part_of_message);
void        ty_test_assert_fails       (TyTestXlsx  *xlsx,
                                        TyXlsxError  code,
                                        const char  *part_of_message);
void        ty_test_assert_sheet       (const char *xml,
                                        const char *expected);
void        ty_test_assert_sheet_fails (const char  *xml,
                                        TyXlsxError  code,
                                        const char  *part_of_message);

G_END_DECLS
