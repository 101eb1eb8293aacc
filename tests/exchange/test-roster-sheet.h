/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-test-xlsx.h"

G_BEGIN_DECLS

/**
 * TestField:
 *
 * The columns of a small roster, A to L.
 */
typedef enum
{
  FIELD_TOWNSHIP,
  FIELD_VILLAGE,
  FIELD_NAME,
  FIELD_SEX,
  FIELD_BIRTH,
  FIELD_ID_NUMBER,
  FIELD_POST,
  FIELD_SINCE,
  FIELD_SOURCE,
  FIELD_POLITICAL,
  FIELD_ETHNICITY,
  FIELD_EDUCATION,
  N_FIELDS,
} TestField;

extern const char *const test_field_headings[N_FIELDS];

char       *test_make_number   (const char *birth,
                                guint       order) G_GNUC_WARN_UNUSED_RESULT;
TyTestXlsx *test_sheet_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void        test_sheet_add     (TyTestXlsx *xlsx,
                                guint       row,
                                const char *village,
                                const char *name,
                                guint       order,
                                const char *post,
                                const char *since);
void        test_sheet_set     (TyTestXlsx *xlsx,
                                guint       row,
                                TestField   field,
                                const char *text);

G_END_DECLS
