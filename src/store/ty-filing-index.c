/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filing-index"

#include "config.h"

#include "ty-filing-index.h"

#include "ty-statement.h"

/**
 * TyFilingIndex:
 *
 * All that was filed with the county and all that had to be, whenever it was, so that another date reads nothing.
 * It never changes.
 *
 * Secretaries are filed with the county (县级备案管理): whoever holds the post on the day without a filing by then
 * is open. Filings of other posts are listed where there are any.
 */
struct _TyFilingIndex
{
  gatomicrefcount count;

  /* Owned */
  GArray *filed;          /* (element-type TyFilingRow) filings of appointments */
  GArray *posts;          /* (element-type Post) */
  GStringChunk *numbers;

  gboolean has_removals;  /* whether the end of any post was filed */
};

/* A post of a secretary, or another one whose end was filed. */
typedef struct
{
  gint64 person;
  gint64 appointment;
  gint64 unit;
  const char *post;       /* interned */
  TyDate from;
  TyDate until;
  const char *end_number; /* (nullable) */
  TyDate end_date;
  gboolean leading;       /* whether it is that of a secretary */
  gboolean left;          /* whether such an end has to be filed */
} Post;

static const char filed[] =
  "SELECT a.person, a.id, a.unit, a.post, a.from_date, m.term, t.year, m.filing_number, m.filing_date FROM mandate m "
  "JOIN appointment a ON a.person = m.person AND a.id = m.appointment LEFT JOIN term t ON t.id = m.term "
  "WHERE m.filing_number IS NOT NULL";

static const char posts[] =
  "SELECT person, id, unit, post, from_date, until_date, end_filing_number, end_filing_date, post = 'D1', "
  "post = 'D1' AND end_reason IN ('removed', 'resigned', 'transferred', 'retired', 'promoted') "
  "FROM appointment WHERE post = 'D1' OR end_filing_number IS NOT NULL";

static TyDate
read_date (TyStatement *statement,
           int          column)
{
  const char *text = ty_statement_get_text (statement, column);

  return text != NULL ? ty_date_from_iso (text) : TY_DATE_NONE;
}

static const char *
read_number (TyFilingIndex *self,
             TyStatement   *statement,
             int            column)
{
  const char *text = ty_statement_get_text (statement, column);

  return text != NULL ? g_string_chunk_insert_const (self->numbers, text) : NULL;
}

static void
add_filed (TyFilingIndex *self,
           TyStatement   *statement)
{
  TyFilingRow row = {
    .key = { ty_statement_get_int (statement, 0), ty_statement_get_int (statement, 1),
             ty_statement_get_int (statement, 5), FALSE },
    .unit = ty_statement_get_int (statement, 2),
    .post = g_intern_string (ty_statement_get_text (statement, 3)),
    .day = read_date (statement, 4),
    .year = (int) ty_statement_get_int (statement, 6),
    .number = read_number (self, statement, 7),
    .date = read_date (statement, 8),
  };

  row.open = !ty_date_is_known (row.date);
  g_array_append_val (self->filed, row);
}

static void
add_post (TyFilingIndex *self,
          TyStatement   *statement)
{
  Post post = {
    .person = ty_statement_get_int (statement, 0),
    .appointment = ty_statement_get_int (statement, 1),
    .unit = ty_statement_get_int (statement, 2),
    .post = g_intern_string (ty_statement_get_text (statement, 3)),
    .from = read_date (statement, 4),
    .until = read_date (statement, 5),
    .end_number = read_number (self, statement, 6),
    .end_date = read_date (statement, 7),
    .leading = ty_statement_get_int (statement, 8) != 0,
    .left = ty_statement_get_int (statement, 9) != 0,
  };

  self->has_removals = self->has_removals || post.end_number != NULL;
  g_array_append_val (self->posts, post);
}

static gboolean
read_rows (TyFilingIndex  *self,
           TyDatabase     *database,
           const char     *sql,
           void          (*add) (TyFilingIndex *self,
                                 TyStatement   *statement),
           GError        **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (database, sql, error);
  TyStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    add (self, statement);
  return step == TY_STEP_DONE;
}

/**
 * ty_filing_index_load:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what was and what had to be filed
 */
TyFilingIndex *
ty_filing_index_load (TyDatabase  *database,
                      GError     **error)
{
  g_autoptr(TyFilingIndex) self = g_new0 (TyFilingIndex, 1);

  g_atomic_ref_count_init (&self->count);
  self->filed = g_array_new (FALSE, FALSE, sizeof (TyFilingRow));
  self->posts = g_array_new (FALSE, FALSE, sizeof (Post));
  self->numbers = g_string_chunk_new (1024);
  if (!read_rows (self, database, filed, add_filed, error) || !read_rows (self, database, posts, add_post, error))
    return NULL;

  return g_steal_pointer (&self);
}

TyFilingIndex *
ty_filing_index_ref (TyFilingIndex *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ty_filing_index_unref (TyFilingIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_array_unref (self->filed);
  g_array_unref (self->posts);
  g_string_chunk_free (self->numbers);
  g_free (self);
}

/* What is known to the month or the year only comes before the days in it. */
static gboolean
is_by (TyDate date,
       TyDate day)
{
  if (date.year != day.year)
    return date.year < day.year;
  if (date.month != day.month)
    return date.month < day.month;

  return date.day <= day.day;
}

static gboolean
has_begun (TyDate from,
           TyDate day)
{
  return !ty_date_is_known (from) || is_by (from, day);
}

static gboolean
has_ended (TyDate until,
           TyDate day)
{
  return ty_date_is_known (until) && is_by (until, day);
}

static guint
hash_appointment (gconstpointer key)
{
  const TyFilingKey *appointment = key;

  return g_int64_hash (&appointment->person) * 31 + g_int64_hash (&appointment->appointment);
}

static gboolean
same_appointment (gconstpointer a,
                  gconstpointer b)
{
  const TyFilingKey *first = a;
  const TyFilingKey *second = b;

  return first->person == second->person && first->appointment == second->appointment;
}

/* Returns: the appointments that do not lack a filing: where a number has no date yet, it is that which is open */
static GHashTable *
list_filed (TyFilingIndex *self,
            TyDate         day,
            GArray        *rows)
{
  GHashTable *numbered = g_hash_table_new (hash_appointment, same_appointment);

  for (guint i = 0; i < self->filed->len; i++)
    {
      TyFilingRow *row = &g_array_index (self->filed, TyFilingRow, i);

      if (ty_date_is_known (row->date) && !is_by (row->date, day))
        continue;
      g_hash_table_add (numbered, &row->key);
      if (has_begun (row->day, day))
        g_array_append_vals (rows, row, 1);
    }
  return numbered;
}

static void
add_missing (const Post *post,
             GArray     *rows)
{
  const TyFilingRow row = {
    .key = { post->person, post->appointment, 0, FALSE },
    .unit = post->unit,
    .post = post->post,
    .day = post->from,
    .open = TRUE,
  };

  g_array_append_val (rows, row);
}

static void
list_missing (TyFilingIndex *self,
              TyDate         day,
              GHashTable    *numbered,
              GArray        *rows)
{
  for (guint i = 0; i < self->posts->len; i++)
    {
      const Post *post = &g_array_index (self->posts, Post, i);
      const TyFilingKey key = { post->person, post->appointment, 0, FALSE };

      if (post->leading && has_begun (post->from, day) && !has_ended (post->until, day)
          && !g_hash_table_contains (numbered, &key))
        add_missing (post, rows);
    }
}

static void
add_removal (const Post *post,
             GArray     *rows)
{
  const TyFilingRow row = {
    .key = { post->person, post->appointment, 0, TRUE },
    .unit = post->unit,
    .post = post->post,
    .day = post->until,
    .number = post->end_number,
    .date = post->end_date,
    .open = post->end_number == NULL,
  };

  g_array_append_val (rows, row);
}

static void
list_removals (TyFilingIndex *self,
               TyDate         day,
               GArray        *rows)
{
  for (guint i = 0; i < self->posts->len; i++)
    {
      const Post *post = &g_array_index (self->posts, Post, i);

      if (has_ended (post->until, day) && (post->end_number != NULL || (post->left && self->has_removals)))
        add_removal (post, rows);
    }
}

/**
 * ty_filing_index_list:
 * @self: an index
 * @as_of: a day
 *
 * Lists the county filings that are there on the day, and those that are missing. Removals are missed only
 * in a file that has filings of removals at all. Those of people who were merged into others are listed, too.
 *
 * Returns: (transfer full) (element-type TyFilingRow): filings, in no order
 */
GArray *
ty_filing_index_list (TyFilingIndex *self,
                      TyDate         as_of)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TyFilingRow));
  g_autoptr(GHashTable) numbered = list_filed (self, as_of, rows);

  list_missing (self, as_of, numbered, rows);
  list_removals (self, as_of, rows);
  return rows;
}

/**
 * ty_filing_index_find_any:
 * @database: a connection
 * @found: (out): whether the file has the number of any filing, of an appointment or of a removal
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it was read
 */
gboolean
ty_filing_index_find_any (TyDatabase  *database,
                          gboolean    *found,
                          GError     **error)
{
  gint64 n = 0;

  if (!ty_database_get_integer (database,
                                "SELECT EXISTS (SELECT 1 FROM mandate WHERE filing_number IS NOT NULL) "
                                "OR EXISTS (SELECT 1 FROM appointment WHERE end_filing_number IS NOT NULL)",
                                &n, error))
    return FALSE;

  *found = n != 0;
  return TRUE;
}
