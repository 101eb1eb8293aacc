/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-list"

#include "config.h"

#include "ty-roster-item-private.h"
#include "ty-roster-pages.h"

#include <string.h>

/* More than GTK 4.8 makes rows for. */
#define N_FEW 256

/* Of few who become many: as many at first as half a frame makes rows for, then so many at a time as take
 * some milliseconds. Those of a screen do not wait. */
#define N_FIRST 12
#define N_SCREEN 40
#define N_STEP 2

/* Of many who become few: the rows that GTK 4.8 has at most, which go so many at a time. */
#define N_ROWS 205
#define N_DROP 5

/**
 * TyRosterList:
 *
 * A roster as a list model: the keys of all its people, and the rows of those pages that were
 * looked at last. It follows its office by itself.
 */
struct _TyRosterList
{
  GObject parent_instance;

  /* Owned */
  TyOffice *office;
  GArray *people;          /* (element-type gint64) */
  TyRosterItem *nobody;    /* (nullable): what stands in places that are about to go */
  TyRosterPages *pages;    /* those that were looked at last */
  GCancellable *listing;   /* (nullable): of the list that is awaited */

  TyRosterQuery *query;    /* (nullable) until it gets one */
  guint n_items;           /* how many of the people are shown to others */
  gboolean asked;          /* whether it was ever asked for */
  gboolean following;      /* whether it asks again when the office changed */
  gboolean gradual;        /* whether few become many little by little */
};

typedef enum
{
  PROP_N_ITEMS = 1,
  PROP_N_PEOPLE,
  PROP_LOADING,
} TyRosterListProps;

static GParamSpec *properties[PROP_LOADING + 1];

enum
{
  SIGNAL_FAILED,
  SIGNAL_REPLACED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TyRosterList, ty_roster_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
set_listing (TyRosterList *self,
             GCancellable *listing)
{
  gboolean was_loading = self->listing != NULL;

  if (was_loading)
    g_cancellable_cancel (self->listing);
  g_set_object (&self->listing, listing);
  if (was_loading != (listing != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
report (const GError *error,
        gpointer      user_data)
{
  TyRosterList *self = TY_ROSTER_LIST (user_data);

  /* A file that was closed meanwhile is no failure of the roster. */
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
change_length (TyRosterList *self,
               guint         position,
               guint         removed,
               guint         added)
{
  self->n_items = self->n_items - removed + added;
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* Nothing else reaches an item whose page is gone. */
static void
look_anew (TyRosterList *self,
           GArray       *places,
           guint         n)
{
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, guint, i) < n)
      change_length (self, g_array_index (places, guint, i), 1, 1);
}

/* The same people in the same order: what is shown stays where it is and is only read again. */
static void
refresh (TyRosterList *self)
{
  g_autoptr(GArray) left = ty_roster_pages_refresh (self->pages);

  look_anew (self, left, self->n_items);
}

/* How many places there are at once: fewer than people where many come, and more where many go, which takes
 * GTK a quarter of a millisecond for each row, in the frame that already draws all that is in sight. What it
 * has no rows for goes at once. */
static guint
choose_length (TyRosterList *self,
               GArray       *people,
               gboolean      gradual)
{
  if (!gradual)
    return people->len;
  if (people->len < self->n_items)
    return MAX (people->len, MIN (self->n_items, N_ROWS));

  return self->n_items < N_FEW ? MIN (people->len, MAX (self->n_items, N_FIRST)) : people->len;
}

/* The places stay, with other people in them, and only the end changes: GTK 4.8 would make all its
 * widgets anew, and look for those that were in sight among all that came in their place. */
static void
replace_people (TyRosterList *self,
                GArray       *people,
                gboolean      gradual)
{
  gboolean other_number = self->people->len != people->len;
  guint before, after, common;
  g_autoptr(GArray) left = NULL;

  /* What stands in places without people is out of reach. */
  if (self->n_items > self->people->len)
    ty_roster_list_grow_up (self);
  before = self->n_items;
  after = choose_length (self, people, gradual);
  common = MIN (before, after);
  left = ty_roster_pages_refill (self->pages, people);

  g_array_unref (self->people);
  self->people = g_array_ref (people);
  change_length (self, common, before - common, after - common);
  look_anew (self, left, MIN (common, people->len));
  if (other_number)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PEOPLE]);
  g_signal_emit (self, signals[SIGNAL_REPLACED], 0);
}

static gboolean
same_people (GArray *a,
             GArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (gint64)) == 0);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) people = ty_office_list_roster_finish (TY_OFFICE (source), result, &error);
  g_autoptr(TyRosterList) self = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = g_object_ref (TY_ROSTER_LIST (user_data));
  if (people == NULL)
    report (error, self);
  else if (same_people (self->people, people))
    refresh (self);
  else
    replace_people (self, people, self->gradual);

  /* A handler may have asked for another list. */
  if (self->listing == g_task_get_cancellable (G_TASK (result)))
    set_listing (self, NULL);
}

static void
clear (TyRosterList *self)
{
  g_autoptr(GArray) nobody = g_array_new (FALSE, FALSE, sizeof (gint64));

  set_listing (self, NULL);
  replace_people (self, nobody, FALSE);
}

static void
office_changed_cb (TyOffice *office,
                   gpointer  user_data)
{
  TyRosterList *self = TY_ROSTER_LIST (user_data);

  if (self->asked && self->following)
    ty_roster_list_reload (self);
}

static void
notify_open_cb (GObject    *object,
                GParamSpec *pspec,
                gpointer    user_data)
{
  if (!ty_office_is_open (TY_OFFICE (object)))
    clear (TY_ROSTER_LIST (user_data));
}

static GType
ty_roster_list_get_item_type (GListModel *model)
{
  return TY_TYPE_ROSTER_ITEM;
}

static guint
ty_roster_list_get_n_items (GListModel *model)
{
  return TY_ROSTER_LIST (model)->n_items;
}

static gpointer
ty_roster_list_get_item (GListModel *model,
                         guint       position)
{
  TyRosterList *self = TY_ROSTER_LIST (model);

  if (position >= self->n_items)
    return NULL;
  if (position < self->people->len)
    return ty_roster_pages_get_item (self->pages, position);

  if (self->nobody == NULL)
    self->nobody = ty_roster_item_new (0, position);
  return g_object_ref (self->nobody);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ty_roster_list_get_item_type;
  iface->get_n_items = ty_roster_list_get_n_items;
  iface->get_item = ty_roster_list_get_item;
}

static void
ty_roster_list_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TyRosterList *self = TY_ROSTER_LIST (object);

  switch ((TyRosterListProps) prop_id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->n_items);
      break;
    case PROP_N_PEOPLE:
      g_value_set_uint (value, self->people->len);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->listing != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_roster_list_dispose (GObject *object)
{
  TyRosterList *self = TY_ROSTER_LIST (object);

  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_clear_object (&self->nobody);
  g_clear_pointer (&self->pages, ty_roster_pages_free);
  self->n_items = 0;
  if (self->office != NULL)
    g_signal_handlers_disconnect_by_data (self->office, self);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_roster_list_parent_class)->dispose (object);
}

static void
ty_roster_list_finalize (GObject *object)
{
  TyRosterList *self = TY_ROSTER_LIST (object);

  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->query, ty_roster_query_free);

  G_OBJECT_CLASS (ty_roster_list_parent_class)->finalize (object);
}

static void
ty_roster_list_class_init (TyRosterListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ty_roster_list_get_property;
  object_class->dispose = ty_roster_list_dispose;
  object_class->finalize = ty_roster_list_finalize;

  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_PEOPLE] = g_param_spec_uint ("n-people", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TyRosterList::failed:
   * @self: the list
   * @error: what went wrong, a sentence for the user
   *
   * The list or a page of it could not be read. What was there before stays.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", TY_TYPE_ROSTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  /**
   * TyRosterList::replaced:
   * @self: the list
   *
   * Others are listed now, or in another order. Items in places that are still there may be the same
   * ones, with other people.
   */
  signals[SIGNAL_REPLACED] = g_signal_new ("replaced", TY_TYPE_ROSTER_LIST, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ty_roster_list_init (TyRosterList *self)
{
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->following = TRUE;
}

/**
 * ty_roster_list_new:
 * @office: an office
 *
 * Returns: (transfer full): a list that is empty until it gets a query
 */
TyRosterList *
ty_roster_list_new (TyOffice *office)
{
  TyRosterList *self;

  g_return_val_if_fail (TY_IS_OFFICE (office), NULL);

  self = g_object_new (TY_TYPE_ROSTER_LIST, NULL);
  self->office = g_object_ref (office);
  self->pages = ty_roster_pages_new (office, report, self);
  g_signal_connect_object (office, "changed", G_CALLBACK (office_changed_cb), self, 0);
  g_signal_connect_object (office, "notify::open", G_CALLBACK (notify_open_cb), self, 0);
  return self;
}

/**
 * ty_roster_list_set_query:
 * @self: a list
 * @query: what it shows from now on
 *
 * The people shown stay until the new ones are known, then they are replaced at once.
 */
void
ty_roster_list_set_query (TyRosterList        *self,
                          const TyRosterQuery *query)
{
  g_autoptr(TyRosterQuery) before = NULL;

  g_return_if_fail (TY_IS_ROSTER_LIST (self));
  g_return_if_fail (query != NULL);

  before = g_steal_pointer (&self->query);
  self->query = ty_roster_query_copy (query);
  ty_roster_list_reload (self);
}

/**
 * ty_roster_list_reload:
 * @self: a list
 *
 * Asks again. Where the same people come in the same order, only their rows are read again, so
 * that selection and place stay.
 */
void
ty_roster_list_reload (TyRosterList *self)
{
  g_autoptr(GCancellable) listing = NULL;

  g_return_if_fail (TY_IS_ROSTER_LIST (self));

  self->asked = TRUE;
  if (self->query == NULL || !ty_office_is_open (self->office))
    return;

  listing = g_cancellable_new ();
  set_listing (self, listing);
  ty_office_list_roster_async (self->office, self->query, listing, listed_cb, self);
}

/**
 * ty_roster_list_get_person:
 * @self: a list
 * @position: a place in it
 *
 * Returns: the key of the person there, or 0 behind the end
 */
gint64
ty_roster_list_get_person (TyRosterList *self,
                           guint         position)
{
  g_return_val_if_fail (TY_IS_ROSTER_LIST (self), 0);

  return position < self->people->len ? g_array_index (self->people, gint64, position) : 0;
}

/**
 * ty_roster_list_find:
 * @self: a list
 * @person: key of a person
 * @position: (out): the place
 *
 * Returns: whether the person is listed
 */
gboolean
ty_roster_list_find (TyRosterList *self,
                     gint64        person,
                     guint        *position)
{
  g_return_val_if_fail (TY_IS_ROSTER_LIST (self), FALSE);

  for (*position = 0; *position < self->people->len; (*position)++)
    if (g_array_index (self->people, gint64, *position) == person)
      return TRUE;

  return FALSE;
}

/**
 * ty_roster_list_get_office:
 * @self: a list
 *
 * Returns: (transfer none): whom it asks
 */
TyOffice *
ty_roster_list_get_office (TyRosterList *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_LIST (self), NULL);

  return self->office;
}

/**
 * ty_roster_list_set_following:
 * @self: a list
 * @following: whether it asks again by itself when its office changed, as it does at first; else
 *   that is left to who shows it
 */
void
ty_roster_list_set_following (TyRosterList *self,
                              gboolean      following)
{
  g_return_if_fail (TY_IS_ROSTER_LIST (self));

  self->following = following;
}

/**
 * ty_roster_list_set_seen:
 * @self: a list
 * @first: the first place in sight
 * @last: the last one
 *
 * Rows in sight are read before others, and drawing waits for them for a moment. GTK 4.8 asks for
 * ten times as many.
 */
void
ty_roster_list_set_seen (TyRosterList *self,
                         guint         first,
                         guint         last)
{
  g_return_if_fail (TY_IS_ROSTER_LIST (self));
  g_return_if_fail (first <= last);

  ty_roster_pages_set_seen (self->pages, first, last);
}

/**
 * ty_roster_list_get_n_people:
 * @self: a list
 *
 * Returns: how many people are listed, also where it is still growing and has fewer items, or more
 */
guint
ty_roster_list_get_n_people (TyRosterList *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_LIST (self), 0);

  return self->people->len;
}

/**
 * ty_roster_list_set_gradual:
 * @self: a list
 * @gradual: whether few become many little by little; at first they do at once
 *
 * GTK 4.8 makes the widgets of 205 rows where many come, which takes longer than anybody wants to wait
 * for what was typed. A gradual list has some items then, and whoever shows it calls
 * ty_roster_list_grow() until it has all. Where few are left of many, the last of its places have nobody
 * until they go in the same way.
 */
void
ty_roster_list_set_gradual (TyRosterList *self,
                            gboolean      gradual)
{
  g_return_if_fail (TY_IS_ROSTER_LIST (self));

  self->gradual = gradual;
}

/**
 * ty_roster_list_is_growing:
 * @self: a list
 *
 * Returns: whether it has not as many items as people
 */
gboolean
ty_roster_list_is_growing (TyRosterList *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_LIST (self), FALSE);

  return self->n_items != self->people->len;
}

/**
 * ty_roster_list_is_shrinking:
 * @self: a list
 *
 * Returns: whether it has places without people
 */
gboolean
ty_roster_list_is_shrinking (TyRosterList *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_LIST (self), FALSE);

  return self->n_items > self->people->len;
}

/**
 * ty_roster_list_is_hasty:
 * @self: a list that is growing
 *
 * Returns: whether what is missing may be in sight
 */
gboolean
ty_roster_list_is_hasty (TyRosterList *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_LIST (self), FALSE);

  return self->n_items < MIN (self->people->len, N_SCREEN);
}

/**
 * ty_roster_list_grow:
 * @self: a list
 *
 * Adds some items, whose rows take a view a small part of a frame; behind those that a view makes rows for,
 * all the others. Or takes some away. Called again as long as a frame has time.
 */
void
ty_roster_list_grow (TyRosterList *self)
{
  guint n;

  g_return_if_fail (TY_IS_ROSTER_LIST (self));

  n = self->people->len;
  if (self->n_items > n)
    {
      guint removed = MIN (self->n_items - n, N_DROP);

      change_length (self, self->n_items - removed, removed, 0);
      return;
    }
  n -= self->n_items;
  change_length (self, self->n_items, 0, self->n_items < N_FEW ? MIN (n, N_STEP) : n);
}

/**
 * ty_roster_list_grow_up:
 * @self: a list
 *
 * Adds all items that are missing, or takes away those that are too many.
 */
void
ty_roster_list_grow_up (TyRosterList *self)
{
  guint n;

  g_return_if_fail (TY_IS_ROSTER_LIST (self));

  n = self->people->len;
  if (self->n_items > n)
    change_length (self, n, self->n_items - n, 0);
  else
    change_length (self, self->n_items, 0, n - self->n_items);
}
