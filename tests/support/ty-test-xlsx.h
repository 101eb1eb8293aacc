/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TyTestXlsx TyTestXlsx;

/**
 * TyTestXlsxKind:
 * @TY_TEST_XLSX_TEXT: a text, shared or inline as ty_test_xlsx_set_shared() says
 * @TY_TEST_XLSX_NUMBER: a number of the General format, as its characters
 * @TY_TEST_XLSX_DECIMAL: a number of the format `0.00`
 * @TY_TEST_XLSX_DATE: the serial of a day, with the built-in date format 14
 * @TY_TEST_XLSX_DATE_CUSTOM: the serial of a day, with `yyyy"年"m"月"`
 * @TY_TEST_XLSX_BOOLEAN: `0` or `1`
 * @TY_TEST_XLSX_ERROR: such as `#N/A`
 * @TY_TEST_XLSX_FORMULA: the text that a formula gave
 */
typedef enum
{
  TY_TEST_XLSX_TEXT,
  TY_TEST_XLSX_NUMBER,
  TY_TEST_XLSX_DECIMAL,
  TY_TEST_XLSX_DATE,
  TY_TEST_XLSX_DATE_CUSTOM,
  TY_TEST_XLSX_BOOLEAN,
  TY_TEST_XLSX_ERROR,
  TY_TEST_XLSX_FORMULA,
} TyTestXlsxKind;

TyTestXlsx *ty_test_xlsx_new             (void);
void        ty_test_xlsx_free            (TyTestXlsx     *self);
void        ty_test_xlsx_add_sheet       (TyTestXlsx     *self,
                                          const char     *name,
                                          gboolean        shown);
guint       ty_test_xlsx_add_row         (TyTestXlsx     *self,
                                          ...) G_GNUC_NULL_TERMINATED;
void        ty_test_xlsx_set_cell        (TyTestXlsx     *self,
                                          guint           row,
                                          guint           column,
                                          TyTestXlsxKind  kind,
                                          const char     *value);
void        ty_test_xlsx_merge           (TyTestXlsx     *self,
                                          guint           first_row,
                                          guint           first_column,
                                          guint           last_row,
                                          guint           last_column);
void        ty_test_xlsx_set_shared      (TyTestXlsx     *self,
                                          gboolean        shared);
void        ty_test_xlsx_set_since_1904  (TyTestXlsx     *self,
                                          gboolean        since_1904);
void        ty_test_xlsx_set_part        (TyTestXlsx     *self,
                                          const char     *name,
                                          const char     *content);
void        ty_test_xlsx_set_part_bytes  (TyTestXlsx     *self,
                                          const char     *name,
                                          GBytes         *content);
void        ty_test_xlsx_remove_part     (TyTestXlsx     *self,
                                          const char     *name);
GBytes     *ty_test_xlsx_to_bytes        (TyTestXlsx     *self) G_GNUC_WARN_UNUSED_RESULT;
void        ty_test_xlsx_save            (TyTestXlsx     *self,
                                          const char     *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyTestXlsx, ty_test_xlsx_free)

G_END_DECLS
