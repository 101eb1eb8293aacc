/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-office-events.h"
#include "ty-office-ledger.h"
#include "ty-pairing.h"
#include "ty-programme.h"
#include "ty-table.h"
#include "ty-test-office.h"

#include <glib/gstdio.h>
#include <string.h>

/* The ledger of pairings and the sheet of the month, from an open file to a file outside. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 programme;
  char *folder;
} Fixture;

static void
insert (Fixture  *fixture,
        TyRecord *record)
{
  g_autoptr(GError) error = NULL;

  ty_table_insert (ty_store_get_database (fixture->county->store), record, &error);
  g_assert_no_error (error);
}

static void
add_pairing (Fixture *fixture,
             gint64   mentee,
             gint64   mentor)
{
  g_autoptr(TyRecord) pairing = ty_record_new (&ty_pairing_info);

  ty_record_set_integer (pairing, TY_PAIRING_PERSON, mentee);
  ty_record_set_integer (pairing, TY_PAIRING_ID, ty_store_mint_id (fixture->county->store));
  ty_record_set_integer (pairing, TY_PAIRING_MENTOR, mentor);
  ty_record_set_integer (pairing, TY_PAIRING_PROGRAMME, fixture->programme);
  ty_record_set_text (pairing, TY_PAIRING_STATE, "under_way");
  ty_record_set_text (pairing, TY_PAIRING_FROM_DATE, "2021-11-01");
  insert (fixture, pairing);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = fixture->county = ty_test_office_new ();
  gint64 li = ty_test_office_add_person (county, "李晓一", "2", "1990-01", NULL);
  gint64 wang = ty_test_office_add_person (county, "王晓二", "1", "1970-01", NULL);
  g_autoptr(TyRecord) programme = ty_record_new (&ty_programme_info);

  fixture->programme = ty_store_mint_id (county->store);
  ty_record_set_integer (programme, TY_PROGRAMME_ID, fixture->programme);
  ty_record_set_text (programme, TY_PROGRAMME_NAME, "青蓝帮带");
  ty_record_set_integer (programme, TY_PROGRAMME_TALKS, 2);
  insert (fixture, programme);
  ty_test_office_add_post (county, li, county->plum, "D1", "2021-10", NULL);
  add_pairing (fixture, li, wang);
  fixture->office = ty_test_office_open (county);
  ty_office_set_as_of (fixture->office, ty_date_from_iso ("2021-12-31"));
  fixture->folder = g_dir_make_tmp ("touyan-ledger-XXXXXX", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  ty_test_office_free (fixture->county);
}

static gboolean
export (Fixture              *fixture,
        TyPairingLedgerKind   kind,
        const char           *path,
        guint                *n_rows,
        GError              **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_export_ledger_async (fixture->office, fixture->programme, kind, path, NULL, ty_test_office_keep_result,
                                 &result);
  return ty_office_export_ledger_finish (fixture->office, ty_test_office_await (&result), n_rows, error);
}

static guint
count_events (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) events = NULL;

  ty_office_list_events_async (fixture->office, NULL, ty_test_office_keep_result, &result);
  events = ty_office_list_events_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return events->len;
}

/* Each is a file of its kind, and noted. */
static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { TyPairingLedgerKind kind; const char *name; const char *begins; } files[] = {
    { TY_PAIRING_LEDGER, "ledger.xlsx", "PK" }, { TY_PAIRING_LEDGER, "ledger.pdf", "%PDF" },
    { TY_PAIRING_MONTH, "month.xlsx", "PK" }, { TY_PAIRING_MONTH, "month.pdf", "%PDF" },
  };
  guint n_events = count_events (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i].name, NULL);
      g_autoptr(GError) error = NULL;
      g_autofree char *content = NULL;
      guint n_rows;

      g_assert_true (export (fixture, files[i].kind, path, &n_rows, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (n_rows, ==, 1);
      g_assert_true (g_file_get_contents (path, &content, NULL, &error));
      g_assert_true (g_str_has_prefix (content, files[i].begins));
      g_assert_cmpuint (count_events (fixture), ==, n_events + i + 1);
      g_unlink (path);
    }
}

/* What cannot be written is said, nothing is left, and nothing is noted. */
static void
test_fails (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *name; int code; } places[] = {
    { "ledger.odt", G_IO_ERROR_INVALID_ARGUMENT }, { "nowhere/ledger.xlsx", G_IO_ERROR_NOT_FOUND },
  };
  guint n_events = count_events (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, places[i].name, NULL);
      g_autoptr(GError) error = NULL;

      g_assert_false (export (fixture, TY_PAIRING_LEDGER, path, NULL, &error));
      g_assert_error (error, G_IO_ERROR, places[i].code);
      g_assert_cmpuint (ty_test_office_count_files (fixture->folder), ==, 0);
    }
  g_assert_cmpuint (count_events (fixture), ==, n_events);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);

  ADD ("/pairing-ledger/export", test_export);
  ADD ("/pairing-ledger/fails", test_fails);
  return g_test_run ();
}
