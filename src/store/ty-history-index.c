/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-history-index"

#include "config.h"

#include "ty-history-index.h"

#include "ty-action.h"
#include "ty-history-search.h"
#include "ty-text.h"

#include <string.h>

/* One pass over the actions that SQL leaves, those of a person by the index of the subjects. It reads
 * the first columns of the rows only: changesets lie behind them. Kind and user are compared here, so
 * that the same pass counts what each of them would leave. */

/* A unit with all below it, and the people who serve or served there. */
#define OF_UNIT                                                                                  \
  "WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT s.unit FROM unit_state s "                \
  "JOIN below b ON s.parent = b.id) SELECT s.seq FROM action_subject s "                         \
  "JOIN below b ON s.kind = 'unit' AND s.id = b.id UNION SELECT s.seq FROM below b "             \
  "JOIN appointment a ON a.unit = b.id JOIN action_subject s "                                   \
  "ON s.kind = 'person' AND s.id = a.person"

typedef struct
{
  const TyHistoryFilter *filter;
  TyHistoryIndex *index;
  TyHistorySearch *search; /* (owned) (nullable) */
  GHashTable *words;       /* (owned): what makes a sentence, to the sentence folded */
  GHashTable *kinds;       /* (owned): kind to count */
  GHashTable *users;       /* (owned): user to count */
  char minute[17];         /* the one whose day is known */
  TyDate day;
} Scan;

/**
 * ty_history_filter_copy:
 * @self: what is asked
 *
 * Returns: (transfer full): a copy with its own texts; free it with ty_history_filter_free()
 */
TyHistoryFilter *
ty_history_filter_copy (const TyHistoryFilter *self)
{
  TyHistoryFilter *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);
  copy->kind = g_strdup (self->kind);
  copy->user = g_strdup (self->user);
  return copy;
}

void
ty_history_filter_free (TyHistoryFilter *self)
{
  g_free ((char *) self->text);
  g_free ((char *) self->kind);
  g_free ((char *) self->user);
  g_free (self);
}

static void
facet_free (gpointer data)
{
  TyHistoryFacet *facet = data;

  g_free (facet->word);
  g_free (facet);
}

static TyHistoryIndex *
index_new (void)
{
  TyHistoryIndex *self = g_new0 (TyHistoryIndex, 1);

  self->seqs = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->days = g_array_new (FALSE, FALSE, sizeof (TyHistoryDay));
  self->kinds = g_ptr_array_new_with_free_func (facet_free);
  self->users = g_ptr_array_new_with_free_func (facet_free);
  return self;
}

void
ty_history_index_free (TyHistoryIndex *self)
{
  g_clear_pointer (&self->seqs, g_array_unref);
  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->users, g_ptr_array_unref);
  g_free (self);
}

/* The moment at which a local day begins, as actions write it. */
static char *
dup_beginning (TyDate day,
               int    days_later)
{
  g_autoptr(GDateTime) local = g_date_time_new_local (day.year, day.month, day.day, 0, 0, 0);
  g_autoptr(GDateTime) later = local != NULL ? g_date_time_add_days (local, days_later) : NULL;
  g_autoptr(GDateTime) utc = later != NULL ? g_date_time_to_utc (later) : NULL;

  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

static TyStatement *
prepare (TyDatabase             *database,
         const TyHistoryFilter  *filter,
         GError                **error)
{
  g_autoptr(GString) sql = g_string_new (
    "SELECT a.seq, a.at, a.user, a.kind, a.detail, r.kind, r.detail FROM action a "
    "LEFT JOIN action r ON r.seq = a.root WHERE 1");
  TyStatement *statement;
  int index = 0;

  if (filter->person != 0)
    g_string_append (sql, " AND a.seq IN (SELECT seq FROM action_subject WHERE kind = 'person' AND id = ?)");
  if (filter->unit != 0)
    g_string_append (sql, " AND a.seq IN (" OF_UNIT ")");
  if (filter->from.year != 0)
    g_string_append (sql, " AND a.at >= ?");
  if (filter->until.year != 0)
    g_string_append (sql, " AND a.at < ?");
  g_string_append (sql, " ORDER BY a.seq DESC");

  statement = ty_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return NULL;
  if (filter->person != 0)
    ty_statement_bind_int (statement, index++, filter->person);
  if (filter->unit != 0)
    ty_statement_bind_int (statement, index++, filter->unit);
  if (filter->from.year != 0)
    {
      g_autofree char *from = dup_beginning (filter->from, 0);

      ty_statement_bind_text (statement, index++, from);
    }
  if (filter->until.year != 0)
    {
      g_autofree char *until = dup_beginning (filter->until, 1);

      ty_statement_bind_text (statement, index, until);
    }
  return statement;
}

/* Sentences repeat: most actions differ only in whom they touched. */
static const char *
get_words (Scan        *scan,
           TyStatement *row)
{
  const char *user = ty_statement_get_text (row, 2);
  const char *kind = ty_statement_get_text (row, 3);
  const char *detail = ty_statement_get_text (row, 4);
  const char *root_kind = ty_statement_get_text (row, 5);
  const char *root_detail = ty_statement_get_text (row, 6);
  g_autofree char *key = g_strjoin ("\n", user, kind, detail != NULL ? detail : "",
                                    root_kind != NULL ? root_kind : "",
                                    root_detail != NULL ? root_detail : "", NULL);
  const char *known = g_hash_table_lookup (scan->words, key);
  TyActionValues values = {
    .user = user,
    .kind = kind,
    .detail = detail,
    .root_kind = root_kind,
    .root_detail = root_detail,
  };
  g_autoptr(TyAction) action = NULL;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  char *words;

  if (known != NULL)
    return known;

  action = ty_action_new (&values);
  label = ty_action_dup_label (action);
  text = g_strjoin ("/", label, user, NULL);
  words = ty_text_fold (text);
  g_hash_table_insert (scan->words, g_steal_pointer (&key), words);
  return words;
}

static void
count (GHashTable *counts,
       const char *word)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, word));

  g_hash_table_insert (counts, g_strdup (word), GUINT_TO_POINTER (n + 1));
}

static TyDate
get_day (Scan       *scan,
         const char *at)
{
  g_autoptr(GDateTime) moment = NULL;
  g_autoptr(GDateTime) local = NULL;

  if (strncmp (scan->minute, at, sizeof scan->minute - 1) == 0)
    return scan->day;

  moment = g_date_time_new_from_iso8601 (at, NULL);
  local = moment != NULL ? g_date_time_to_local (moment) : NULL;
  if (local == NULL)
    return (TyDate) { 0 };

  g_strlcpy (scan->minute, at, sizeof scan->minute);
  scan->day = ty_date_new (g_date_time_get_year (local), g_date_time_get_month (local),
                           g_date_time_get_day_of_month (local));
  return scan->day;
}

static void
append (Scan       *scan,
        gint64      seq,
        const char *at)
{
  TyHistoryIndex *index = scan->index;
  TyDate day = get_day (scan, at);
  TyHistoryDay *last = index->days->len > 0
                         ? &g_array_index (index->days, TyHistoryDay, index->days->len - 1) : NULL;
  TyHistoryDay next = { index->seqs->len, 1, day };

  g_array_append_val (index->seqs, seq);
  if (last != NULL && ty_date_compare (last->day, day) == 0)
    last->count++;
  else
    g_array_append_val (index->days, next);
}

static void
look_at (Scan        *scan,
         TyStatement *row)
{
  const TyHistoryFilter *filter = scan->filter;
  gint64 seq = ty_statement_get_int (row, 0);
  const char *user = ty_statement_get_text (row, 2);
  const char *kind = ty_statement_get_text (row, 3);
  gboolean of_user = filter->user == NULL || g_str_equal (filter->user, user);
  gboolean of_kind = filter->kind == NULL || g_str_equal (filter->kind, kind);

  if (!of_user && !of_kind)
    return;
  if (scan->search != NULL && !ty_history_search_matches (scan->search, seq, get_words (scan, row)))
    return;

  if (of_user)
    count (scan->kinds, kind);
  if (of_kind)
    count (scan->users, user);
  if (of_user && of_kind)
    append (scan, seq, ty_statement_get_text (row, 1));
}

static int
compare_facets (gconstpointer a,
                gconstpointer b)
{
  const TyHistoryFacet *first = *(const TyHistoryFacet *const *) a;
  const TyHistoryFacet *second = *(const TyHistoryFacet *const *) b;

  if (first->count != second->count)
    return first->count < second->count ? 1 : -1;
  return strcmp (first->word, second->word);
}

static void
take_facets (GHashTable *counts,
             GPtrArray  *facets)
{
  GHashTableIter iter;
  gpointer word, n;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &word, &n))
    {
      TyHistoryFacet *facet = g_new0 (TyHistoryFacet, 1);

      facet->word = g_strdup (word);
      facet->count = GPOINTER_TO_UINT (n);
      g_ptr_array_add (facets, facet);
    }
  g_ptr_array_sort (facets, compare_facets);
}

static gboolean
scan_actions (Scan         *scan,
              TyDatabase   *database,
              GError      **error)
{
  g_autoptr(TyStatement) statement = prepare (database, scan->filter, error);
  gint64 n_all = 0;
  TyStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    look_at (scan, statement);
  if (step == TY_STEP_ERROR
      || !ty_database_get_integer (database, "SELECT coalesce(max(seq), 0) FROM action", &n_all, error))
    return FALSE;

  scan->index->n_all = (guint) n_all;
  take_facets (scan->kinds, scan->index->kinds);
  take_facets (scan->users, scan->index->users);
  return TRUE;
}

/**
 * ty_history_index_load:
 * @database: a connection
 * @filter: what is asked
 * @error: a `TY_STORE_ERROR`
 *
 * Looks through the whole history of the file.
 *
 * Returns: (transfer full) (nullable): the actions that answer it
 */
TyHistoryIndex *
ty_history_index_load (TyDatabase             *database,
                       const TyHistoryFilter  *filter,
                       GError                **error)
{
  g_autoptr(TyHistoryIndex) index = index_new ();
  g_autoptr(GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) users = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(TyHistorySearch) search = NULL;
  Scan scan = { filter, index, NULL, words, kinds, users, "", { 0 } };

  if (filter->text != NULL && *filter->text != '\0')
    {
      search = ty_history_search_new (database, filter->text, error);
      if (search == NULL)
        return NULL;
      scan.search = search;
    }
  return scan_actions (&scan, database, error) ? g_steal_pointer (&index) : NULL;
}
