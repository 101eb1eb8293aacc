/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-listing"

#include "config.h"

#include "ty-listing.h"

#include "ty-appointment.h"
#include "ty-finder.h"
#include "ty-main-post.h"
#include "ty-post-name.h"
#include "ty-post-ref.h"
#include "ty-roster-loader.h"
#include "ty-roster-row.h"
#include "ty-table.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * TyListing:
 *
 * People, villages or posts in order, as texts. What is sensitive, ID numbers and phones, is in no
 * column.
 */
struct _TyListing
{
  TyLookup *lookup;  /* (unowned) */
  TyView *view;      /* (owned) */
  TyOrder *order;    /* (owned) (nullable): of people and posts */
  TySubject subject;
  GArray *items;     /* (owned): rows of people, numbers of units, or TyPostRef */
};

typedef struct
{
  const char *key;
  const char *label;
} Column;

/* The first column is the key in the file. Those of people are properties of TyRosterRow. */
static const Column people_columns[] = {
  { "person", N_("Number of the person") },
  { "name", N_("Name") },
  { "sex", N_("Sex") },
  { "birth", N_("Born") },
  { "township", N_("Township") },
  { "village", N_("Village") },
  { "posts", N_("Posts") },
  { "since", N_("Since") },
};

static const Column village_columns[] = {
  { "unit", N_("Number of the unit") },
  { "name", N_("Name") },
  { "township", N_("Township") },
};

static const Column post_columns[] = {
  { "person", N_("Number of the person") },
  { "name", N_("Name") },
  { "post", N_("Post") },
  { "township", N_("Township") },
  { "village", N_("Village") },
  { "since", N_("Since") },
};

G_DEFINE_QUARK (ty-listing-error-quark, ty_listing_error)

static const Column *
get_columns (TySubject  subject,
             guint     *n)
{
  switch (subject)
    {
    case TY_SUBJECT_VILLAGES:
      *n = G_N_ELEMENTS (village_columns);
      return village_columns;
    case TY_SUBJECT_POSTS:
      *n = G_N_ELEMENTS (post_columns);
      return post_columns;
    case TY_SUBJECT_PEOPLE:
    default:
      *n = G_N_ELEMENTS (people_columns);
      return people_columns;
    }
}

static gboolean
check_spec (const TyListingSpec  *spec,
            TySubject            *subject,
            GError              **error)
{
  gboolean official = spec->n_keys == 0
                      || (spec->n_keys == 1 && spec->keys[0].sort == TY_SORT_OFFICIAL
                          && !spec->keys[0].descending);

  if (!ty_population_get_subject (spec->population, subject, error))
    return FALSE;
  if (*subject == TY_SUBJECT_PEOPLE || (ty_finder_is_empty (spec->search) && official))
    return TRUE;

  g_set_error_literal (error, TY_LISTING_ERROR, TY_LISTING_ERROR_PEOPLE_ONLY,
                       _("Only people are searched and sorted. Villages and posts are listed in the "
                         "official order; narrow them by a scope or a filter."));
  return FALSE;
}

static TyBitmap *
find_people (TyLookup             *lookup,
             TyOrder              *order,
             const TyListingSpec  *spec,
             GError              **error)
{
  g_autoptr(TyPopulation) population = ty_population_resolve (spec->population,
                                                              ty_order_get_view (order),
                                                              ty_lookup_get_database (lookup), error);
  g_autoptr(TyBitmap) rows = NULL;
  g_autoptr(TyBitmap) found = NULL;

  if (population == NULL)
    return NULL;

  rows = ty_population_mark (population, ty_order_get_view (order), ty_lookup_get_views (lookup));
  if (ty_finder_is_empty (spec->search))
    return g_steal_pointer (&rows);

  found = ty_finder_find (order, ty_lookup_get_database (lookup), spec->search, error);
  if (found == NULL)
    return NULL;
  ty_bitmap_and (rows, found);
  return g_steal_pointer (&rows);
}

static TyOrder *
get_order (TyLookup             *lookup,
           const TyListingSpec  *spec,
           GError              **error)
{
  return ty_lookup_get_order (lookup, ty_view_get_as_of (spec->view),
                              ty_view_get_scope (spec->view), error);
}

/**
 * ty_listing_count:
 * @lookup: a file
 * @spec: what would be listed
 * @n: (out): how many they are
 * @error: as ty_listing_new()
 *
 * Reads no names where nothing is searched.
 *
 * Returns: whether they were counted
 */
gboolean
ty_listing_count (TyLookup             *lookup,
                  const TyListingSpec  *spec,
                  guint                *n,
                  GError              **error)
{
  g_autoptr(TyPopulation) population = NULL;
  g_autoptr(TyOrder) order = NULL;
  g_autoptr(TyBitmap) rows = NULL;
  TySubject subject;

  if (!check_spec (spec, &subject, error))
    return FALSE;
  if (ty_finder_is_empty (spec->search))
    {
      population = ty_population_resolve (spec->population, spec->view, ty_lookup_get_database (lookup),
                                          error);
      if (population == NULL)
        return FALSE;
      *n = ty_population_count (population, spec->view, ty_lookup_get_views (lookup));
      return TRUE;
    }

  order = get_order (lookup, spec, error);
  rows = order != NULL ? find_people (lookup, order, spec, error) : NULL;
  if (rows == NULL)
    return FALSE;
  *n = ty_bitmap_count (rows);
  return TRUE;
}

static gboolean
list_people (TyListing            *self,
             const TyListingSpec  *spec,
             GError              **error)
{
  g_autoptr(TyBitmap) rows = find_people (self->lookup, self->order, spec, error);

  if (rows == NULL)
    return FALSE;

  self->items = ty_order_sort_list (self->order, rows, ty_population_get_list (spec->population), spec->keys,
                                    spec->n_keys);
  return TRUE;
}

static void
list_villages (TyListing           *self,
               const TyListingSpec *spec)
{
  g_autoptr(TyBitmap) units = ty_population_mark (spec->population, self->view,
                                                  ty_lookup_get_views (self->lookup));
  TyUnitTree *tree = ty_view_get_tree (self->view);

  self->items = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint rank = 0; rank < ty_unit_tree_get_n (tree); rank++)
    {
      guint32 unit = ty_unit_tree_get_unit (tree, rank);

      if (ty_bitmap_get (units, unit))
        g_array_append_val (self->items, unit);
    }
}

/* A post and its place: of the unit, then of the post, then by pinyin. */
typedef struct
{
  guint32 keys[3];
  TyPostRef ref;
} Post;

static int
compare_posts (gconstpointer a,
               gconstpointer b)
{
  const Post *first = a;
  const Post *second = b;

  for (guint i = 0; i < G_N_ELEMENTS (first->keys); i++)
    if (first->keys[i] != second->keys[i])
      return first->keys[i] < second->keys[i] ? -1 : 1;
  if (first->ref.person != second->ref.person)
    return first->ref.person < second->ref.person ? -1 : 1;

  return (first->ref.number > second->ref.number) - (first->ref.number < second->ref.number);
}

static guint32
get_name (TyListing *self,
          guint32    row)
{
  return ty_name_index_get_numbers (ty_order_get_names (self->order),
                                    row >> TY_CHUNK_SHIFT)[row & (TY_CHUNK_PEOPLE - 1)];
}

static void
list_posts (TyListing           *self,
            const TyListingSpec *spec)
{
  g_autoptr(GArray) refs = ty_population_list (spec->population, self->view,
                                               ty_lookup_get_views (self->lookup));
  g_autoptr(GArray) posts = g_array_sized_new (FALSE, FALSE, sizeof (Post), refs->len);
  g_autoptr(GArray) pinyin = ty_names_dup_pinyin_ranks (
    ty_name_index_get_names (ty_order_get_names (self->order)));
  g_autofree guint32 *post_ranks = ty_main_post_dup_ranks (self->view);
  const guint32 *unit_ranks = ty_unit_tree_get_ranks (ty_view_get_tree (self->view));

  for (guint i = 0; i < refs->len; i++)
    {
      Post post = { { G_MAXUINT32, G_MAXUINT32, G_MAXUINT32 }, g_array_index (refs, TyPostRef, i) };
      TyPostPlace place;

      if (ty_post_ref_find (&post.ref, ty_view_get_columns (self->view), &place))
        {
          post.keys[0] = place.unit != TY_UNIT_NONE ? unit_ranks[place.unit] : G_MAXUINT32;
          post.keys[1] = post_ranks[place.post];
          post.keys[2] = g_array_index (pinyin, guint32, get_name (self, place.row));
        }
      g_array_append_val (posts, post);
    }
  g_array_sort (posts, compare_posts);
  self->items = g_array_sized_new (FALSE, FALSE, sizeof (TyPostRef), posts->len);
  for (guint i = 0; i < posts->len; i++)
    g_array_append_val (self->items, g_array_index (posts, Post, i).ref);
}

/**
 * ty_listing_new:
 * @lookup: a file, which outlives the listing
 * @spec: what is listed
 * @error: a `TY_POPULATION_ERROR` where the population is of different things, a `TY_LISTING_ERROR`,
 *   or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the listing
 */
TyListing *
ty_listing_new (TyLookup             *lookup,
                const TyListingSpec  *spec,
                GError              **error)
{
  g_autoptr(TyListing) self = NULL;
  TySubject subject;

  if (!check_spec (spec, &subject, error))
    return NULL;

  self = g_new0 (TyListing, 1);
  self->lookup = lookup;
  self->subject = subject;
  if (subject == TY_SUBJECT_VILLAGES)
    {
      self->view = ty_view_ref (spec->view);
      list_villages (self, spec);
      return g_steal_pointer (&self);
    }

  self->order = get_order (lookup, spec, error);
  if (self->order == NULL)
    return NULL;
  self->view = ty_view_ref (ty_order_get_view (self->order));
  if (subject == TY_SUBJECT_POSTS)
    list_posts (self, spec);
  else if (!list_people (self, spec, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ty_listing_free (TyListing *self)
{
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->order, ty_order_unref);
  g_clear_pointer (&self->view, ty_view_unref);
  g_free (self);
}

/**
 * ty_listing_get_subject:
 * @self: a listing
 *
 * Returns: of what it is
 */
TySubject
ty_listing_get_subject (TyListing *self)
{
  return self->subject;
}

/**
 * ty_listing_get_n:
 * @self: a listing
 *
 * Returns: how many rows it has
 */
guint
ty_listing_get_n (TyListing *self)
{
  return self->items->len;
}

/**
 * ty_listing_get_n_columns:
 * @self: a listing
 *
 * Returns: how many columns it has
 */
guint
ty_listing_get_n_columns (TyListing *self)
{
  guint n;

  get_columns (self->subject, &n);
  return n;
}

/**
 * ty_listing_get_column:
 * @self: a listing
 * @column: which column; the first is the key in the file
 *
 * Returns: (transfer none): its word in JSON
 */
const char *
ty_listing_get_column (TyListing *self,
                       guint      column)
{
  guint n;
  const Column *columns = get_columns (self->subject, &n);

  g_return_val_if_fail (column < n, NULL);

  return columns[column].key;
}

/**
 * ty_listing_dup_column_label:
 * @self: a listing
 * @column: which column
 *
 * Returns: (transfer full): its name in the user’s language
 */
char *
ty_listing_dup_column_label (TyListing *self,
                             guint      column)
{
  guint n;
  const Column *columns = get_columns (self->subject, &n);

  g_return_val_if_fail (column < n, NULL);

  return g_strdup (_(columns[column].label));
}

static char *
dup_key (gint64 key)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, key);
}

static char **
make_person (TyRosterRow *row)
{
  char **texts = g_new0 (char *, G_N_ELEMENTS (people_columns) + 1);

  texts[0] = dup_key (ty_roster_row_get_person (row));
  for (guint i = 1; i < G_N_ELEMENTS (people_columns); i++)
    g_object_get (row, people_columns[i].key, &texts[i], NULL);
  return texts;
}

static gboolean
load_people (TyListing  *self,
             guint       first,
             guint       n,
             GPtrArray  *texts,
             GError    **error)
{
  g_autofree gint64 *people = g_new (gint64, n + 1);
  g_autoptr(GPtrArray) rows = NULL;

  for (guint i = 0; i < n; i++)
    people[i] = ty_columns_get_person (ty_view_get_columns (self->view),
                                       g_array_index (self->items, guint32, first + i));
  rows = ty_roster_loader_load (ty_lookup_get_database (self->lookup), people, n,
                                ty_view_get_as_of (self->view), error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_ptr_array_add (texts, make_person (g_ptr_array_index (rows, i)));
  return rows != NULL;
}

/* What the unit of that level was called to which a unit belongs; empty for none. */
static char *
dup_unit_name (TyListing  *self,
               guint32     unit,
               const char *level)
{
  TyUnitTree *tree = ty_view_get_tree (self->view);
  const TyUnitSpan *span = ty_unit_tree_get_span (tree, ty_unit_tree_get_at_level (tree, unit, level));

  return g_strdup (span != NULL ? span->name : "");
}

static void
load_villages (TyListing *self,
               guint      first,
               guint      n,
               GPtrArray *texts)
{
  TyUnits *units = ty_columns_get_units (ty_view_get_columns (self->view));

  for (guint i = 0; i < n; i++)
    {
      guint32 unit = g_array_index (self->items, guint32, first + i);
      char **row = g_new0 (char *, G_N_ELEMENTS (village_columns) + 1);

      row[0] = dup_key (ty_units_get_id (units, unit));
      row[1] = dup_unit_name (self, unit, "village");
      row[2] = dup_unit_name (self, unit, "township");
      g_ptr_array_add (texts, row);
    }
}

/* The date as far as it is known stands only in the file. */
static char **
make_post (TyListing       *self,
           const TyPostRef *ref,
           TyRecord        *appointment)
{
  const TyUnitSpan *span;
  TyPostPlace place;
  char **texts;

  if (!ty_post_ref_find (ref, ty_view_get_columns (self->view), &place))
    return NULL;

  span = ty_unit_tree_get_span (ty_view_get_tree (self->view), place.unit);
  texts = g_new0 (char *, G_N_ELEMENTS (post_columns) + 1);
  texts[0] = dup_key (ref->person);
  texts[1] = ty_names_dup_name (ty_name_index_get_names (ty_order_get_names (self->order)),
                                get_name (self, place.row));
  texts[2] = ty_post_name_dup_of (appointment, g_quark_to_string (span != NULL ? span->kind : 0),
                                  g_quark_to_string (span != NULL ? span->party_form : 0),
                                  ty_language_get_current ());
  texts[3] = dup_unit_name (self, place.unit, "township");
  texts[4] = dup_unit_name (self, place.unit, "village");
  texts[5] = ty_words_dup_month (ty_record_get_date (appointment, TY_APPOINTMENT_FROM_DATE));
  return texts;
}

static gboolean
load_posts (TyListing  *self,
            guint       first,
            guint       n,
            GPtrArray  *texts,
            GError    **error)
{
  for (guint i = 0; i < n; i++)
    {
      const TyPostRef *ref = &g_array_index (self->items, TyPostRef, first + i);
      g_autoptr(GPtrArray) held = ty_table_list_of (ty_lookup_get_database (self->lookup),
                                                    &ty_appointment_info, "person", ref->person,
                                                    error);
      char **row;

      if (held == NULL)
        return FALSE;
      row = ref->number < held->len ? make_post (self, ref, g_ptr_array_index (held, ref->number))
                                    : NULL;
      if (row != NULL)
        g_ptr_array_add (texts, row);
    }
  return TRUE;
}

/**
 * ty_listing_load:
 * @self: a listing
 * @first: the first row that is wanted
 * @n: how many; fewer where it ends
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type GStrv): the texts of the rows, one for each column,
 * empty where something is not known
 */
GPtrArray *
ty_listing_load (TyListing  *self,
                 guint       first,
                 guint       n,
                 GError    **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint end = first < self->items->len ? first + MIN (n, self->items->len - first) : first;

  if (self->subject == TY_SUBJECT_VILLAGES)
    load_villages (self, first, end - first, texts);
  else if (self->subject == TY_SUBJECT_POSTS
             ? !load_posts (self, first, end - first, texts, error)
             : !load_people (self, first, end - first, texts, error))
    return NULL;

  return g_steal_pointer (&texts);
}
