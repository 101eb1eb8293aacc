/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-problems-county"

#include "config.h"

#include "ty-problems-private.h"

#include "ty-code-list.h"
#include "ty-period.h"
#include "ty-post-name.h"
#include "ty-problem-table.h"
#include "ty-seat-table.h"
#include "ty-term.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What only the county as a whole can tell. */

/* Of these a village or a township has one at a time. */
static const char *const leading_posts[] = { "D1", "C1", "J1", "S1", "E1", "T1", "T2" };

/* A day of a date of which only the month is known is its first one, and so says no more. */
static char *
dup_day (gint32 day)
{
  TyDate date = ty_date_from_days (day);

  if (date.day == 1)
    date.day = 0;
  return ty_date_to_record (date);
}

/**
 * ty_search_check_terms:
 * @self: a search
 * @error: a `TY_STORE_ERROR`
 *
 * Looks for terms that overlap: they are the county’s, and so of no smaller scope.
 *
 * Returns: whether they were read
 */
gboolean
ty_search_check_terms (TySearch  *self,
                       GError   **error)
{
  g_autoptr(GArray) terms = ty_problem_table_list_terms (self->database, error);

  if (terms == NULL)
    return FALSE;
  for (guint i = 1; i < terms->len; i++)
    {
      TyPeriod before = g_array_index (terms, TyPeriod, i - 1);
      TyPeriod after = g_array_index (terms, TyPeriod, i);
      g_autofree char *ended = ty_date_to_record (before.until);
      g_autofree char *began = ty_date_to_record (after.from);

      if (!ty_period_overlaps (before, after))
        continue;
      if (*ended != '\0')
        /* Translators: two dates */
        ty_search_add (self, ty_problem_new (TY_PROBLEM_TERMS, 0, 0, _(ty_term_info.label),
                                             g_strdup_printf (_("One term lasts until %s, the next "
                                                                "begins in %s."), ended, began)));
      else
        ty_search_add (self, ty_problem_new (TY_PROBLEM_TERMS, 0, 0, _(ty_term_info.label),
                                             g_strdup_printf (_("A term begins in %s while the one "
                                                                "before it has no end."), began)));
    }
  return TRUE;
}

/* Leading posts. */

typedef struct
{
  guint32 unit;
  guint16 post;
  gint32 from;
  gint32 until;
  gint64 person;
} Holding;

static gboolean *
list_leading (TySearch *self)
{
  TyCodebook *book = ty_columns_get_book (self->columns, TY_BOOK_POST);
  guint n = ty_codebook_get_n (book);
  gboolean *leading = g_new0 (gboolean, n + 1);

  for (guint post = 0; post < n; post++)
    for (guint i = 0; i < G_N_ELEMENTS (leading_posts); i++)
      if (g_strcmp0 (ty_codebook_get (book, post), leading_posts[i]) == 0)
        leading[post] = TRUE;

  return leading;
}

/* Those in some units, or in all. */
static void
collect_of_chunk (const TyChunk  *chunk,
                  const gboolean *leading,
                  GHashTable     *units,
                  GArray         *holdings)
{
  const gint64 *id = TY_CHUNK_PEOPLE_FIELD (chunk, gint64, TY_PEOPLE_ID);
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM);
  const gint32 *until = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_UNTIL);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);

  for (guint i = 0; i < ty_chunk_get_n (chunk); i++)
    for (guint j = first[i]; j < first[i + 1]; j++)
      {
        Holding holding = { unit[j], post[j], from[j], until[j], id[i] };

        if (leading[post[j]] && until[j] > from[j] && unit[j] != TY_UNIT_NONE
            && (units == NULL || g_hash_table_contains (units, GUINT_TO_POINTER (unit[j]))))
          g_array_append_val (holdings, holding);
      }
}

static int
compare_holdings (gconstpointer a,
                  gconstpointer b)
{
  const Holding *first = a;
  const Holding *second = b;

  if (first->unit != second->unit)
    return first->unit < second->unit ? -1 : 1;
  if (first->post != second->post)
    return first->post < second->post ? -1 : 1;
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return (first->person > second->person) - (first->person < second->person);
}

static gboolean
add_heads (TySearch       *self,
           const Holding  *before,
           const Holding  *after,
           GError        **error)
{
  const char *key = ty_codebook_get (ty_columns_get_book (self->columns, TY_BOOK_POST), after->post);
  g_autofree char *name = NULL, *other = NULL, *unit = NULL, *post = NULL, *from = NULL, *text = NULL;
  gint64 person = after->person, another = before->person;
  TyProblem *problem;

  if (self->person != 0 && person != self->person && another != self->person)
    return TRUE;
  if (self->person == another)
    {
      another = person;
      person = self->person;
    }
  name = ty_problem_table_dup_name (self->database, person, error);
  other = name != NULL ? ty_problem_table_dup_name (self->database, another, error) : NULL;
  if (other == NULL)
    return FALSE;

  unit = ty_search_dup_unit_name (self, after->unit);
  post = ty_post_name_dup (key, NULL);
  from = after->from != TY_DAY_FIRST ? dup_day (after->from) : NULL;
  if (from != NULL)
    /* Translators: two names, a post, a unit and a date */
    text = g_strdup_printf (_("%s and %s both have the post “%s” in %s at the same time, from %s."), name,
                            other, post, unit, from);
  else
    /* Translators: two names, a post and a unit */
    text = g_strdup_printf (_("%s and %s both have the post “%s” in %s at the same time."), name, other,
                            post, unit);
  problem = ty_problem_new (TY_PROBLEM_HEADS, person, ty_units_get_id (self->units, after->unit), name,
                            g_steal_pointer (&text));
  problem->from = after->from;
  ty_search_add (self, problem);
  return TRUE;
}

/* Units in which the person leads or led, so that nobody else has to be sorted. */
static GHashTable *
list_units_of (TySearch       *self,
               const gboolean *leading)
{
  GHashTable *units = g_hash_table_new (NULL, NULL);
  guint32 row;

  if (ty_columns_find_person (self->columns, self->person, &row))
    {
      const TyChunk *chunk = ty_columns_get_chunk (self->columns, row >> TY_CHUNK_SHIFT);
      guint index = row & (TY_CHUNK_PEOPLE - 1);
      const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);

      for (guint i = first[index]; i < first[index + 1]; i++)
        if (leading[TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST)[i]])
          g_hash_table_add (units, GUINT_TO_POINTER (
            TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT)[i]));
    }
  return units;
}

static GArray *
collect_holdings (TySearch *self)
{
  g_autofree gboolean *leading = list_leading (self);
  g_autoptr(GHashTable) units = self->person != 0 ? list_units_of (self, leading) : NULL;
  GArray *holdings = g_array_new (FALSE, FALSE, sizeof (Holding));

  if (units != NULL && g_hash_table_size (units) == 0)
    return holdings;
  for (guint i = 0; i < ty_columns_get_n_chunks (self->columns); i++)
    collect_of_chunk (ty_columns_get_chunk (self->columns, i), leading, units, holdings);
  g_array_sort (holdings, compare_holdings);
  return holdings;
}

/**
 * ty_search_check_heads:
 * @self: a search
 * @error: a `TY_STORE_ERROR`
 *
 * Looks for two people in the same leading post of a unit at the same time, until any cut-off date. The one who
 * came later is told with the one whose time reaches farthest among those before.
 *
 * Returns: whether it was read
 */
gboolean
ty_search_check_heads (TySearch  *self,
                       GError   **error)
{
  g_autoptr(GArray) holdings = collect_holdings (self);
  const Holding *reach = NULL;

  for (guint i = 0; i < holdings->len; i++)
    {
      const Holding *holding = &g_array_index (holdings, Holding, i);

      if (reach != NULL && (reach->unit != holding->unit || reach->post != holding->post))
        reach = NULL;
      if (reach != NULL && reach->person != holding->person
          && ty_search_overlap (reach->from, reach->until, holding->from, holding->until)
          && !add_heads (self, reach, holding, error))
        return FALSE;
      if (reach == NULL || holding->until > reach->until)
        reach = holding;
    }
  return TRUE;
}

/* Approved seats. */

typedef struct
{
  guint32 unit;
  const char *body; /* (unowned): interned */
} Body;

static guint
hash_body (gconstpointer key)
{
  const Body *body = key;

  return body->unit * 31 + g_direct_hash (body->body);
}

static gboolean
equal_bodies (gconstpointer a,
              gconstpointer b)
{
  const Body *first = a;
  const Body *second = b;

  return first->unit == second->unit && first->body == second->body;
}

/* By number of the post: its body, interned. */
static const char **
list_bodies (TySearch *self)
{
  TyCodebook *book = ty_columns_get_book (self->columns, TY_BOOK_POST);
  TyCodeList *posts = ty_code_list_get_shipped ("post");
  const char **bodies = g_new0 (const char *, ty_codebook_get_n (book) + 1);

  for (guint i = 0; i < ty_codebook_get_n (book); i++)
    {
      const char *key = ty_codebook_get (book, i);
      TyCode *code = key != NULL ? ty_code_list_lookup (posts, key) : NULL;

      bodies[i] = code != NULL ? g_intern_string (ty_code_get_attribute (code, "body")) : NULL;
    }
  return bodies;
}

/* People count once in a body. */
static void
count_of_chunk (TySearch       *self,
                const TyChunk  *chunk,
                const char    **bodies,
                GHashTable     *counts)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);

  for (guint i = 0; i < ty_chunk_get_n (chunk); i++)
    for (guint j = first[i]; j < first[i + 1]; j++)
      {
        Body body = { unit[j], bodies[post[j]] };
        guint *count = body.body != NULL ? g_hash_table_lookup (counts, &body) : NULL;
        gboolean again = FALSE;

        if (count == NULL || !ty_view_is_held (self->view, chunk, j))
          continue;
        for (guint k = first[i]; k < j && !again; k++)
          again = unit[k] == unit[j] && bodies[post[k]] == body.body
                  && ty_view_is_held (self->view, chunk, k);
        if (!again)
          (*count)++;
      }
}

static void
add_seats (TySearch        *self,
           const TySeatRow *seat,
           const Body      *body,
           guint            filled)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("body"), seat->body);
  g_autofree char *unit = ty_search_dup_unit_name (self, body->unit);
  const char *label = code != NULL ? ty_code_get_label (code) : seat->body;

  /* Translators: a unit, a body, how many seats are approved, and how many people sit there */
  ty_search_add (self, ty_problem_new (TY_PROBLEM_SEATS, 0, seat->unit, unit,
                                       g_strdup_printf (_("%s, %s: %u approved, %u filled."), unit, label,
                                                        seat->seats, filled)));
}

/**
 * ty_search_check_seats:
 * @self: a search
 * @error: a `TY_STORE_ERROR`
 *
 * Looks for bodies in which more people sit on the cut-off date than seats are approved.
 *
 * Returns: whether they were read
 */
gboolean
ty_search_check_seats (TySearch  *self,
                       GError   **error)
{
  g_autoptr(GArray) seats = ty_seat_table_list (self->database, ty_view_get_as_of (self->view), error);
  g_autoptr(GHashTable) counts = g_hash_table_new_full (hash_body, equal_bodies, g_free, g_free);
  g_autofree const char **bodies = NULL;

  if (seats == NULL || seats->len == 0)
    return seats != NULL;
  for (guint i = 0; i < seats->len; i++)
    {
      const TySeatRow *seat = &g_array_index (seats, TySeatRow, i);
      Body body = { ty_units_find (self->units, seat->unit), seat->body };

      if (body.unit != TY_UNIT_NONE && ty_view_has_unit (self->view, body.unit))
        g_hash_table_insert (counts, g_memdup2 (&body, sizeof body), g_new0 (guint, 1));
    }
  bodies = list_bodies (self);
  for (guint i = 0; i < ty_columns_get_n_chunks (self->columns); i++)
    count_of_chunk (self, ty_columns_get_chunk (self->columns, i), bodies, counts);
  for (guint i = 0; i < seats->len; i++)
    {
      const TySeatRow *seat = &g_array_index (seats, TySeatRow, i);
      Body body = { ty_units_find (self->units, seat->unit), seat->body };
      const guint *filled = g_hash_table_lookup (counts, &body);

      if (filled != NULL && *filled > seat->seats)
        add_seats (self, seat, &body, *filled);
    }
  return TRUE;
}

/* People who may be one. */

static char *
dup_like_text (TyLikeness          likeness,
               const TyLikePerson *like)
{
  g_autofree char *value = NULL;

  if (likeness == TY_LIKENESS_ID_NUMBER)
    {
      value = ty_text_mask_id_number (like->value);
      /* Translators: two names and a masked ID number */
      return g_strdup_printf (_("%s and %s have the same ID number, %s."), like->name, like->other_name,
                              value);
    }

  value = ty_date_to_record (ty_date_from_iso (like->value));
  /* Translators: a name and a month */
  return g_strdup_printf (_("%s, born %s, is in the file twice, and no ID numbers tell the two apart."),
                          like->name, value);
}

static void
add_like (TySearch           *self,
          TyProblemKind       kind,
          TyLikeness          likeness,
          const TyLikePerson *like)
{
  TyProblem *problem = ty_problem_new (kind, like->person, 0, like->name, dup_like_text (likeness, like));

  problem->other = like->other;
  ty_search_add (self, problem);
}

/**
 * ty_search_check_likes:
 * @self: a search
 * @error: a `TY_STORE_ERROR`
 *
 * Looks for people who may be one.
 *
 * Returns: whether they were read
 */
gboolean
ty_search_check_likes (TySearch  *self,
                       GError   **error)
{
  static const TyProblemKind kinds[] = {
    [TY_LIKENESS_ID_NUMBER] = TY_PROBLEM_ID_TWICE,
    [TY_LIKENESS_NAME_AND_BIRTH] = TY_PROBLEM_SAME_PERSON,
  };

  for (guint likeness = 0; likeness < G_N_ELEMENTS (kinds); likeness++)
    {
      g_autoptr(GPtrArray) likes = ty_problem_table_list_like (self->database, likeness, self->person,
                                                               error);

      if (likes == NULL)
        return FALSE;
      for (guint i = 0; i < likes->len; i++)
        add_like (self, kinds[likeness], likeness, g_ptr_array_index (likes, i));
    }
  return TRUE;
}
