/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TyTestCounty:
 * @folder: a folder of the test's own
 * @path: a county file in it
 * @store: the open file, which writes
 *
 * A fixture: a new county file.
 */
typedef struct
{
  char *folder;
  char *path;
  TyStore *store;
} TyTestCounty;

void         ty_test_county_set_up       (TyTestCounty  *self,
                                          gconstpointer  data);
void         ty_test_county_tear_down    (TyTestCounty  *self,
                                          gconstpointer  data);
void         ty_test_county_reopen       (TyTestCounty  *self);
char        *ty_test_county_build_path   (TyTestCounty  *self,
                                          const char    *name) G_GNUC_WARN_UNUSED_RESULT;
gint64       ty_test_county_add          (TyStore       *store,
                                          const char    *name);
gint64       ty_test_county_set_phone    (TyStore       *store,
                                          const char    *name,
                                          const char    *phone);
char        *ty_test_county_dup_content  (TyStore       *store) G_GNUC_WARN_UNUSED_RESULT;
gint64       ty_test_county_count        (TyStore       *store,
                                          const char    *sql);
void         ty_test_county_exec         (TyStore       *store,
                                          const char    *sql);
void         ty_test_county_assert_sound (TyStore       *store);
void         ty_test_remove_tree         (const char    *path);
GSubprocess *ty_test_cli_start           (const char    *data_folder,
                                          ...) G_GNUC_NULL_TERMINATED;
int          ty_test_cli_run             (const char    *data_folder,
                                          char         **output,
                                          char         **errors,
                                          ...) G_GNUC_NULL_TERMINATED;

#define TY_TEST_ADD(path, func) \
  g_test_add (path, TyTestCounty, NULL, ty_test_county_set_up, func, ty_test_county_tear_down)

G_END_DECLS
