/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dimension"

#include "config.h"

#include "ty-dimension-change.h"

#include "ty-main-post.h"
#include "ty-view-private.h"
#include "ty-who.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Comings and goings (进退情况) since another date: who came, left, rose, was lowered, moved or stayed, by the
 * highest post held in the scope on both dates. The word says since when, and of whom:
 *
 *   change:2020-12-31   change:year   change:month   change:term   change:2020-12-31:members
 *
 * In a unit it is asked as if that were everything, so that who moves from one township to another left the one
 * and came to the other, and in the county moved: before, less who left, and who came, is now. On the earlier
 * date units belong to where they belong now. A dimension is made when it is first asked for and is never
 * freed, as those of the table are. */

#define PREFIX "change:"

enum
{
  CHANGE_CAME = 1,
  CHANGE_LEFT,
  CHANGE_ROSE,
  CHANGE_LOWERED,
  CHANGE_MOVED,
  CHANGE_STAYED,
};

typedef enum
{
  SINCE_DATE,
  SINCE_YEAR,
  SINCE_MONTH,
  SINCE_TERM,
} Since;

typedef struct
{
  TyDimension dimension; /* comes first */
  char *key;
  Since since;
  TyDate date;
  TyWho who;
} ChangeDimension;

static const char *const since_words[] = {
  [SINCE_DATE] = NULL, [SINCE_YEAR] = "year", [SINCE_MONTH] = "month", [SINCE_TERM] = "term",
};

static const TyWho whos[] = { TY_WHO_IN_OFFICE, TY_WHO_SECRETARIES, TY_WHO_HEADS, TY_WHO_MEMBERS,
                              TY_WHO_SPECIALISTS };

static GMutex mutex;
static GHashTable *dimensions; /* key to ChangeDimension; guarded by the mutex */

/**
 * ty_change_find_eve_of_term:
 * @columns: the file
 * @as_of: the cut-off date
 *
 * Returns: the day before the newest term began that had begun, or %TY_DATE_NONE
 */
TyDate
ty_change_find_eve_of_term (TyColumns *columns,
                            TyDate     as_of)
{
  GArray *terms = ty_columns_get_terms (columns);
  gint32 day = ty_date_to_days (as_of);
  gint32 newest = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      gint32 from = g_array_index (terms, TyTermRow, i).from;

      if (from != 0 && from <= day)
        newest = MAX (newest, from);
    }
  return newest != 0 ? ty_date_from_days (newest - 1) : TY_DATE_NONE;
}

static TyDate
go_back (TyDate date,
         guint  n_months)
{
  guint months = date.year * 12u + date.month - 1;
  guint day = date.day;
  TyDate earlier;

  if (months < n_months + 12)
    return TY_DATE_NONE;

  earlier = ty_date_new ((months - n_months) / 12, (months - n_months) % 12 + 1, day);
  while (!ty_date_is_valid (earlier) && day > 28)
    earlier = ty_date_new ((months - n_months) / 12, (months - n_months) % 12 + 1, --day);
  return earlier;
}

static TyDate
find_date (const ChangeDimension *self,
           TyView                *view)
{
  TyDate as_of = ty_date_from_days (ty_view_get_day (view));

  switch (self->since)
    {
    case SINCE_YEAR:
      return go_back (as_of, 12);
    case SINCE_MONTH:
      return go_back (as_of, 1);
    case SINCE_TERM:
      return ty_change_find_eve_of_term (ty_view_get_columns (view), as_of);
    case SINCE_DATE:
    default:
      return self->date;
    }
}

/* The highest post held, of those of whom it is: the others have no rank. */
static guint32
find_post (const TyScale *scale,
           TyView        *view,
           const TyChunk *chunk,
           guint          index,
           TyGroups       groups)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  guint32 best = TY_MAIN_POST_NONE, lowest = G_MAXUINT32;

  for (guint32 i = first[index]; i < first[index + 1]; i++)
    if (scale->table[post[i]] < lowest && ty_view_holds_post (view, chunk, i, groups))
      {
        best = i;
        lowest = scale->table[post[i]];
      }
  return best;
}

static guint32
find_change (const TyScale *scale,
             TyView        *view,
             const TyChunk *chunk,
             guint          index,
             TyGroups       groups)
{
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  guint32 now = find_post (scale, view, chunk, index, groups);
  guint32 before = scale->before != NULL ? find_post (scale, scale->before, chunk, index, groups)
                                         : TY_MAIN_POST_NONE;

  if (now == TY_MAIN_POST_NONE || before == TY_MAIN_POST_NONE)
    return now != TY_MAIN_POST_NONE ? CHANGE_CAME : before != TY_MAIN_POST_NONE ? CHANGE_LEFT : TY_SCALE_NONE;
  if (scale->table[post[now]] != scale->table[post[before]])
    return scale->table[post[now]] < scale->table[post[before]] ? CHANGE_ROSE : CHANGE_LOWERED;

  return unit[now] != unit[before] ? CHANGE_MOVED : CHANGE_STAYED;
}

static void
fill_changes (const TyScale *scale,
              TyView        *view,
              guint          chunk,
              guint32       *values)
{
  const TyChunk *people = ty_columns_get_chunk (ty_view_get_columns (view), chunk);

  if (ty_view_is_far (view, people) && (scale->before == NULL || ty_view_is_far (scale->before, people)))
    {
      memset (values, 0, ty_chunk_get_n (people) * sizeof *values);
      return;
    }

  for (guint i = 0; i < ty_chunk_get_n (people); i++)
    values[i] = find_change (scale, view, people, i, (TyGroups){ NULL, 0 });
}

static void
make_changes (TyScale *scale,
              TyView  *view)
{
  const ChangeDimension *self = scale->dimension;
  TyDate date = find_date (self, view);
  guint n = ty_codebook_get_n (ty_columns_get_book (ty_view_get_columns (view), TY_BOOK_POST));

  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_changes;
  scale->find = find_change;
  scale->table = ty_main_post_dup_ranks (view);
  for (guint i = 0; i < n; i++)
    if (self->who != TY_WHO_IN_OFFICE && (ty_view_get_post_facts (view, i) & ty_who_get_facts (self->who)) == 0)
      scale->table[i] = G_MAXUINT32;
  if (ty_date_is_known (date))
    scale->before = ty_view_new (ty_view_get_columns (view), date, ty_view_get_scope (view), 0, NULL);
  /* Who came or left held something in the scope on one of the days, which had begun by the later one. */
  scale->scoped = scale->before == NULL
                  || (ty_view_get_day (scale->before) <= ty_view_get_day (view)
                      && ty_view_is_within (scale->before, view));
  /* Translators: what became of somebody between two dates */
  ty_scale_add (scale, "came", C_("change", "Came"));
  ty_scale_add (scale, "left", C_("change", "Left"));
  ty_scale_add (scale, "rose", C_("change", "Rose"));
  ty_scale_add (scale, "lowered", C_("change", "Lowered"));
  ty_scale_add (scale, "moved", C_("change", "Moved"));
  ty_scale_add (scale, "stayed", C_("change", "Stayed"));
}

static gboolean
parse_since (const char *word,
             Since      *since,
             TyDate     *date)
{
  for (guint i = 0; i < G_N_ELEMENTS (since_words); i++)
    if (g_strcmp0 (since_words[i], word) == 0)
      {
        *since = i;
        return TRUE;
      }

  *since = SINCE_DATE;
  return ty_date_parse_iso (word, date, NULL) && ty_date_is_valid (*date);
}

static gboolean
parse_who (const char *word,
           TyWho      *who)
{
  *who = TY_WHO_IN_OFFICE;
  if (word == NULL)
    return TRUE;
  if (!ty_who_parse (word, who))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (whos); i++)
    if (whos[i] == *who)
      return TRUE;

  return FALSE;
}

/**
 * ty_dimension_change_find:
 * @key: a word
 *
 * Returns: (transfer none) (nullable): the dimension; %NULL where the word is of no comings and goings
 */
const TyDimension *
ty_dimension_change_find (const char *key)
{
  g_autoptr(GMutexLocker) locker = NULL;
  g_auto(GStrv) words = NULL;
  ChangeDimension *self;
  Since since;
  TyDate date = TY_DATE_NONE;
  TyWho who;

  if (!g_str_has_prefix (key, PREFIX))
    return NULL;

  locker = g_mutex_locker_new (&mutex);
  if (dimensions == NULL)
    dimensions = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (dimensions, key);
  if (self != NULL)
    return &self->dimension;

  words = g_strsplit (key + strlen (PREFIX), ":", 3);
  if (words[0] == NULL || (words[1] != NULL && words[2] != NULL) || !parse_since (words[0], &since, &date)
      || !parse_who (words[1], &who))
    return NULL;

  self = g_new0 (ChangeDimension, 1);
  self->key = g_strdup (key);
  self->since = since;
  self->date = date;
  self->who = who;
  self->dimension = (TyDimension){ self->key, N_("Comings and goings"), FALSE, FALSE, make_changes, FALSE };
  g_hash_table_insert (dimensions, self->key, self);
  return &self->dimension;
}
