/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-milestone.h"
#include "ty-pairing-board.h"
#include "ty-pairing.h"
#include "ty-programme.h"
#include "ty-sample.h"
#include "ty-statement.h"
#include "ty-talk.h"
#include "ty-test-office.h"

#include <string.h>

/* The board of each programme of the sample, against plain SQL over the tables. */

#define AS_OF "2026-11-24"
#define MONTH "2026-11"

static gint64
ask (TyStore    *store,
     const char *sql,
     gint64      number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStatement) statement = ty_database_prepare (ty_store_get_database (store), sql, &error);

  g_assert_no_error (error);
  if (strchr (sql, '?') != NULL)
    ty_statement_bind_int (statement, 0, number);
  g_assert_cmpint (ty_statement_step (statement, &error), ==, TY_STEP_ROW);
  return ty_statement_get_int (statement, 0);
}

static TyPairingBoard *
load (TyOffice *office,
      gint64    programme)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyPairingBoard *board;

  ty_office_load_pairing_board_async (office, programme, NULL, ty_test_office_keep_result, &result);
  board = ty_office_load_pairing_board_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return board;
}

/* What the file says of one pairing. */
static void
check_card (TyStore             *store,
            const TyPairingCard *card)
{
  const TyPairFace *face = card->face;
  g_autofree char *name = NULL;
  gint64 talks, last;

  g_assert_cmpint (card->mentor, ==, ask (store, "SELECT mentor FROM pairing WHERE id = ?", card->pairing));
  if (card->column != TY_PAIRING_COLUMN_UNDER_WAY && card->column != TY_PAIRING_COLUMN_REVIEW)
    {
      g_assert_cmpuint (face->talks_due, ==, 0);
      return;
    }

  talks = ask (store, "SELECT COUNT(*) FROM talk t, pairing p WHERE p.id = ? AND t.person = p.person "
               "AND t.mentor = p.mentor AND substr (t.date, 1, 7) = '" MONTH "' AND t.date <= '" AS_OF "' "
               "AND t.date >= ifnull (p.from_date, '') AND t.date < ifnull (p.until_date, '9')", card->pairing);
  g_assert_cmpuint (face->talks, ==, talks);
  g_assert_cmpuint (face->goals, ==,
                    ask (store, "SELECT COUNT(*) FROM milestone m, pairing p WHERE p.id = ? "
                         "AND m.person = p.person AND m.mentor = p.mentor "
                         "AND ifnull (m.due_date, '9') >= ifnull (p.from_date, '')", card->pairing));
  last = ask (store, "SELECT ifnull (julianday ('" AS_OF "') - julianday (max (CASE length (t.date) WHEN 7 "
              "THEN t.date || '-01' ELSE t.date END)), -1) FROM talk t, pairing p WHERE p.id = ? "
              "AND t.person = p.person AND t.mentor = p.mentor AND t.date <= '" AS_OF "' "
              "AND t.date >= ifnull (p.from_date, '')", card->pairing);
  if (last >= 0)
    g_assert_cmpint (card->days, ==, last);
}

static guint
count_state (TyStore    *store,
             gint64      programme,
             const char *state)
{
  g_autofree char *sql = g_strdup_printf ("SELECT COUNT(*) FROM pairing WHERE programme = ? AND state IN (%s) "
                                          "AND ifnull (from_date, '') <= '" AS_OF "'", state);

  return (guint) ask (store, sql, programme);
}

static void
check_board (TyStore        *store,
             TyPairingBoard *board)
{
  gint64 programme = ty_record_get_integer (board->programme, TY_PROGRAMME_ID);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_assert_cmpuint (ty_pairing_board_count (board, TY_PAIRING_COLUMN_AGREED), ==,
                    count_state (store, programme, "'agreed'"));
  g_assert_cmpuint (ty_pairing_board_count (board, TY_PAIRING_COLUMN_UNDER_WAY), ==,
                    count_state (store, programme, "'under_way'"));
  g_assert_cmpuint (ty_pairing_board_count (board, TY_PAIRING_COLUMN_CLOSED), ==,
                    count_state (store, programme, "'done', 'ended'"));
  for (guint i = 0; i < board->cards->len; i++)
    {
      const TyPairingCard *card = g_ptr_array_index (board->cards, i);

      g_assert_nonnull (card->face->name);
      if (i > 0)
        {
          const TyPairingCard *before = g_ptr_array_index (board->cards, i - 1);

          g_assert_cmpint (before->column, <=, card->column);
          g_assert_true (before->column != card->column || ty_pairing_card_compare (before, card, card->column) < 0);
        }
      if (card->record == NULL)
        {
          /* Who waits is nobody who has a mentor, and is there once, with a reason. */
          g_assert_true (g_hash_table_add (seen, (gpointer) &card->person));
          g_assert_nonnull (card->reason);
          g_assert_cmpint (card->needs & ~board->needs, ==, 0);
          g_assert_cmpint (ask (store, "SELECT COUNT(*) FROM pairing WHERE person = ? AND programme = "
                                "(SELECT id FROM programme ORDER BY position LIMIT 1) "
                                "AND state IN ('agreed', 'under_way', 'review')", card->person) == 0
                           || programme != ask (store, "SELECT id FROM programme ORDER BY position LIMIT 1", 0),
                           ==, TRUE);
          continue;
        }
      check_card (store, card);
    }
}

static void
check_mentors (TyStore        *store,
               TyPairingBoard *board)
{
  for (guint i = 0; i < board->mentors->len; i++)
    {
      const TyBoardMentor *mentor = g_ptr_array_index (board->mentors, i);

      g_assert_cmpuint (mentor->load, ==,
                        ask (store, "SELECT COUNT(*) FROM pairing WHERE mentor = ? AND ifnull (from_date, '') <= '"
                             AS_OF "' AND state IN ('proposed', 'agreed', 'under_way', 'review')",
                             mentor->person));
    }
}

static void
test_sample (void)
{
  const TySampleOptions options = { .n_villages = 40, .seed = 9 };
  g_autoptr(TyOffice) office = ty_office_new ();
  g_autofree char *folder = g_dir_make_tmp ("touyan-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "county.touyan", NULL);
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(TyStore) store = NULL;
  g_autoptr(GError) error = NULL;
  TyPairingBoard *board;
  guint n_cards = 0;

  ty_sample_create (path, &options, "tester", NULL, &error);
  g_assert_no_error (error);
  ty_office_open_async (office, path, NULL, ty_test_office_keep_result, &opened);
  g_assert_true (ty_office_open_finish (office, ty_test_office_await (&opened), &error));
  ty_office_set_as_of (office, ty_date_from_iso (AS_OF));
  store = ty_store_open (path, TY_STORE_READ_ONLY, &error);
  g_assert_no_error (error);

  board = load (office, 0);
  g_assert_cmpuint (board->programmes->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      TyPairingBoard *one = load (office, ty_record_get_integer (g_ptr_array_index (board->programmes, i),
                                                                 TY_PROGRAMME_ID));

      check_board (store, one);
      check_mentors (store, one);
      n_cards += one->cards->len;
      ty_pairing_board_free (one);
    }
  g_assert_cmpuint (n_cards, >, 50);
  ty_pairing_board_free (board);

  /* A programme that is gone is the first; before all records there is no pair, and who was entered by hand
   * without a day has always waited. */
  board = load (office, 12345);
  g_assert_cmpint (ty_record_get_integer (board->programme, TY_PROGRAMME_POSITION), ==, 1);
  ty_pairing_board_free (board);
  ty_office_set_as_of (office, ty_date_from_iso ("1949-10-01"));
  board = load (office, 0);
  for (guint i = 0; i < board->cards->len; i++)
    g_assert_null (((TyPairingCard *) g_ptr_array_index (board->cards, i))->record);
  ty_pairing_board_free (board);
  ty_store_close (store, NULL);
  ty_test_office_close (office);
}

/* In a township are its own, and all townships together are the county. */
static void
test_scope (void)
{
  const TySampleOptions options = { .n_villages = 24, .seed = 3 };
  g_autoptr(TyOffice) office = ty_office_new ();
  g_autofree char *folder = g_dir_make_tmp ("touyan-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "county.touyan", NULL);
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GError) error = NULL;
  TyPairingBoard *all;
  guint n = 0;

  ty_sample_create (path, &options, "tester", NULL, &error);
  g_assert_no_error (error);
  ty_office_open_async (office, path, NULL, ty_test_office_keep_result, &opened);
  g_assert_true (ty_office_open_finish (office, ty_test_office_await (&opened), &error));
  ty_office_set_as_of (office, ty_date_from_iso (AS_OF));
  all = load (office, 0);
  for (guint i = 0; i < all->townships->len; i++)
    {
      const TyBoardTownship *township = g_ptr_array_index (all->townships, i);
      TyPairingBoard *part;

      ty_office_set_scope (office, township->unit);
      part = load (office, 0);
      for (guint j = 0; j < part->cards->len; j++)
        g_assert_cmpint (((TyPairingCard *) g_ptr_array_index (part->cards, j))->township, ==, township->unit);
      n += part->cards->len;
      ty_pairing_board_free (part);
    }
  g_assert_cmpuint (n, ==, all->cards->len);
  ty_pairing_board_free (all);
  ty_test_office_close (office);
}

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pairing-board/sample", test_sample);
  g_test_add_func ("/pairing-board/scope", test_scope);

  return g_test_run ();
}
