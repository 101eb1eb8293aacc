/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-roster-import.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * TestCounty:
 * @folder: (owned): a folder of its own
 * @path: (owned): the county file in it
 * @store: (owned) (nullable): the file, open for writing
 *
 * An empty county in a folder that goes with it.
 */
typedef struct
{
  char *folder;
  char *path;
  TyStore *store;
} TestCounty;

TestCounty     *test_county_new             (void);
void            test_county_free            (TestCounty   *self);
void            test_county_open            (TestCounty   *self);
void            test_county_close           (TestCounty   *self);
char           *test_county_dup_path        (TestCounty   *self,
                                             const char   *name);
TyImportReport *test_county_try             (TestCounty   *self,
                                             const char   *roster,
                                             const char   *as_of,
                                             const char   *end_missing,
                                             gboolean      dry_run,
                                             gboolean      skip_errors,
                                             GError      **error);
TyImportReport *test_county_import          (TestCounty   *self,
                                             const char   *roster,
                                             const char   *as_of,
                                             const char   *end_missing);
void            test_county_assert_sound    (TestCounty   *self);
void            test_county_assert_untouched (TestCounty  *self,
                                             const char   *sum);
char           *test_county_dup_sum         (TestCounty   *self);
gint64          test_county_count           (TestCounty   *self,
                                             const char   *sql);
char           *test_county_dup_text        (TestCounty   *self,
                                             const char   *sql);
JsonObject     *test_county_get_figures     (TestCounty   *self,
                                             const char   *as_of,
                                             int           term);
int             test_county_run_program     (TestCounty   *self,
                                             const char *const *arguments,
                                             char        **output,
                                             char        **messages);
guint           test_report_count           (TyImportReport *report,
                                             const char     *kind);
const TyImportProblem *test_report_find           (TyImportReport *report,
                                             const char     *kind);
void            test_assert_has_members     (JsonObject   *actual,
                                             JsonObject   *expected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestCounty, test_county_free)

G_END_DECLS
