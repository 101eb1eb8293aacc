/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-history-list"

#include "config.h"

#include "ty-history-list.h"

#define BATCH 256    /* actions that are read at once: as many as GTK 4.8 makes rows for */
#define N_YOUNG 1024 /* items until those that were not looked at since are forgotten */
#define N_FEW 256    /* more than GTK 4.8 makes rows for */

/**
 * TyHistoryList:
 *
 * Which actions answer the question, eight bytes for each, with the headings of their days between
 * them; and the entries of those that were looked at last.
 *
 * A row is told by a number: an action by its sequence, a heading by that of the oldest action below
 * it, negative. So both keep their names when newer actions come.
 */
struct _TyHistoryList
{
  GObject parent_instance;

  /* Owned */
  TyOffice *office;
  TyHistoryFilter *filter;
  TyHistoryIndex *index;    /* (nullable) until the first answer */
  GArray *rows;             /* (element-type gint64) */
  GHashTable *places;       /* row of a heading to the place of its day in the index */
  GHashTable *young;        /* row to TyHistoryItem: looked at lately */
  GHashTable *old;          /* row to TyHistoryItem: looked at before that */
  GArray *wanted;           /* (element-type gint64): actions to be read, the most wanted last */
  GCancellable *listing;    /* (nullable) */
  GCancellable *reading;    /* (nullable) */

  guint n_rows;             /* how many of the rows are shown to others */
  guint n_read;
  guint read_id;
};

typedef enum
{
  PROP_N_ITEMS = 1,
  PROP_LOADING,
} TyHistoryListProps;

static GParamSpec *properties[PROP_LOADING + 1];

enum
{
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
static void read_soon       (TyHistoryList       *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (TyHistoryList, ty_history_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GHashTable *
items_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/* A file that was closed meanwhile is no failure of the list. */
static void
report (TyHistoryList *self,
        const GError  *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
set_listing (TyHistoryList *self,
             GCancellable  *listing)
{
  gboolean was_loading = self->listing != NULL;

  if (was_loading)
    g_cancellable_cancel (self->listing);
  g_set_object (&self->listing, listing);
  if (was_loading != (listing != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Items. */

static TyHistoryItem *
find_item (TyHistoryList *self,
           gint64         row)
{
  TyHistoryItem *item = g_hash_table_lookup (self->young, &row);

  return item != NULL ? item : g_hash_table_lookup (self->old, &row);
}

static void
want (TyHistoryList *self,
      gint64         seq)
{
  g_array_append_val (self->wanted, seq);
  read_soon (self);
}

static const TyHistoryDay *
get_day (TyHistoryList *self,
         gint64         row)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &row));

  return &g_array_index (self->index->days, TyHistoryDay, place);
}

static TyHistoryItem *
make_item (TyHistoryList *self,
           guint          position)
{
  gint64 row = g_array_index (self->rows, gint64, position);
  const TyHistoryDay *day;

  if (row > 0)
    {
      want (self, row);
      return ty_history_item_new_action (row);
    }

  day = get_day (self, row);
  return ty_history_item_new_heading (day->day, day->count);
}

static void
grow_old (TyHistoryList *self)
{
  if (g_hash_table_size (self->young) < N_YOUNG)
    return;

  g_hash_table_unref (self->old);
  self->old = self->young;
  self->young = items_new ();
}

/* Reading. */

static void
take_entries (TyHistoryList *self,
              GPtrArray     *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      TyHistoryEntry *entry = g_ptr_array_index (entries, i);
      TyHistoryItem *item = find_item (self, ty_history_entry_get_seq (entry));

      self->n_read++;
      if (item != NULL)
        ty_history_item_set_entry (item, entry);
    }
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = ty_office_read_history_finish (TY_OFFICE (source), result, &error);
  g_autoptr(TyHistoryList) self = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = g_object_ref (TY_HISTORY_LIST (user_data));
  g_clear_object (&self->reading);
  if (entries != NULL)
    take_entries (self, entries);
  else
    {
      g_array_set_size (self->wanted, 0);
      report (self, error);
    }
  read_soon (self);
}

static GArray *
take_batch (TyHistoryList *self)
{
  GArray *seqs = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = self->wanted->len;

  while (n > 0 && seqs->len < BATCH)
    {
      gint64 *seq = &g_array_index (self->wanted, gint64, --n);

      if (g_hash_table_add (seen, seq))
        g_array_append_val (seqs, *seq);
    }
  g_array_set_size (self->wanted, n);
  return seqs;
}

static gboolean
read_wanted_cb (gpointer user_data)
{
  TyHistoryList *self = TY_HISTORY_LIST (user_data);
  g_autoptr(GArray) seqs = NULL;

  self->read_id = 0;
  if (self->reading != NULL || self->wanted->len == 0 || !ty_office_is_open (self->office))
    return G_SOURCE_REMOVE;

  seqs = take_batch (self);
  self->reading = g_cancellable_new ();
  ty_office_read_history_async (self->office, seqs, self->reading, read_cb, self);
  return G_SOURCE_REMOVE;
}

static void
read_soon (TyHistoryList *self)
{
  if (self->read_id == 0 && self->reading == NULL && self->wanted->len > 0)
    self->read_id = g_idle_add_full (G_PRIORITY_DEFAULT, read_wanted_cb, self, NULL);
}

/* An action may have been taken back, a person renamed: what is shown is read again. */
static void
want_items (TyHistoryList *self,
            GHashTable    *items)
{
  GHashTableIter iter;
  gpointer row, item;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, &row, &item))
    if (!ty_history_item_is_heading (item))
      want (self, *(gint64 *) row);
    else if (g_hash_table_contains (self->places, row))
      ty_history_item_set_count (item, get_day (self, *(gint64 *) row)->count);
}

/* The answer. */

static GArray *
make_rows (TyHistoryIndex *index,
           GHashTable     *places)
{
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (gint64),
                                    index->seqs->len + index->days->len);

  for (guint i = 0; i < index->days->len; i++)
    {
      const TyHistoryDay *day = &g_array_index (index->days, TyHistoryDay, i);
      const gint64 *seqs = &g_array_index (index->seqs, gint64, day->first);
      gint64 heading = -seqs[day->count - 1];

      g_hash_table_insert (places, g_memdup2 (&heading, sizeof heading), GUINT_TO_POINTER (i));
      g_array_append_val (rows, heading);
      g_array_append_vals (rows, seqs, day->count);
    }
  return rows;
}

static void
tell_change (TyHistoryList *self,
             guint          position,
             guint          removed,
             guint          added)
{
  self->n_rows = self->n_rows - removed + added;
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* Where many come for others, GTK 4.8 would look for the row in sight among all of them; so a few come
 * first, and the others in a second step. */
static void
replace_rows (TyHistoryList *self,
              GArray        *rows)
{
  g_autoptr(GArray) before = self->rows;
  guint shorter = MIN (before->len, rows->len);
  guint first = 0, last = 0;

  while (first < shorter
         && g_array_index (before, gint64, first) == g_array_index (rows, gint64, first))
    first++;
  while (last < shorter - first
         && g_array_index (before, gint64, before->len - 1 - last)
              == g_array_index (rows, gint64, rows->len - 1 - last))
    last++;

  self->rows = rows;
  if (before->len - first - last > 0 && rows->len - first - last > N_FEW)
    {
      tell_change (self, first, before->len - first, N_FEW);
      tell_change (self, first + N_FEW, 0, rows->len - first - N_FEW);
    }
  else
    tell_change (self, first, before->len - first - last, rows->len - first - last);
}

static void
take_index (TyHistoryList  *self,
            TyHistoryIndex *index)
{
  g_autoptr(TyHistoryIndex) before = self->index;
  guint n_before = self->n_rows;

  self->index = index;
  g_hash_table_remove_all (self->places);
  replace_rows (self, make_rows (index, self->places));
  want_items (self, self->old);
  want_items (self, self->young);
  if (self->n_rows != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyHistoryIndex) index = ty_office_list_history_finish (TY_OFFICE (source), result,
                                                                   &error);
  g_autoptr(TyHistoryList) self = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = g_object_ref (TY_HISTORY_LIST (user_data));
  if (index != NULL)
    take_index (self, g_steal_pointer (&index));
  else
    report (self, error);

  /* A handler may have asked for another list. */
  if (self->listing == g_task_get_cancellable (G_TASK (result)))
    set_listing (self, NULL);
}

static GType
ty_history_list_get_item_type (GListModel *model)
{
  return TY_TYPE_HISTORY_ITEM;
}

static guint
ty_history_list_get_n_items (GListModel *model)
{
  return TY_HISTORY_LIST (model)->n_rows;
}

static gpointer
ty_history_list_get_item (GListModel *model,
                          guint       position)
{
  TyHistoryList *self = TY_HISTORY_LIST (model);
  TyHistoryItem *item;
  gint64 row;

  if (position >= self->n_rows)
    return NULL;

  row = g_array_index (self->rows, gint64, position);
  item = find_item (self, row);
  item = item != NULL ? g_object_ref (item) : make_item (self, position);
  grow_old (self);
  g_hash_table_replace (self->young, g_memdup2 (&row, sizeof row), g_object_ref (item));
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ty_history_list_get_item_type;
  iface->get_n_items = ty_history_list_get_n_items;
  iface->get_item = ty_history_list_get_item;
}

static void
ty_history_list_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TyHistoryList *self = TY_HISTORY_LIST (object);

  switch ((TyHistoryListProps) prop_id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->n_rows);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->listing != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_history_list_dispose (GObject *object)
{
  TyHistoryList *self = TY_HISTORY_LIST (object);

  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->listing);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->read_id, g_source_remove);
  self->n_rows = 0;
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_history_list_parent_class)->dispose (object);
}

static void
ty_history_list_finalize (GObject *object)
{
  TyHistoryList *self = TY_HISTORY_LIST (object);

  g_clear_pointer (&self->filter, ty_history_filter_free);
  g_clear_pointer (&self->index, ty_history_index_free);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->young, g_hash_table_unref);
  g_clear_pointer (&self->old, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_array_unref);

  G_OBJECT_CLASS (ty_history_list_parent_class)->finalize (object);
}

static void
ty_history_list_class_init (TyHistoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ty_history_list_get_property;
  object_class->dispose = ty_history_list_dispose;
  object_class->finalize = ty_history_list_finalize;

  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TyHistoryList::failed:
   * @self: the list
   * @error: what went wrong, a sentence for the user
   *
   * The list or a part of it could not be read. What was there before stays.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", TY_TYPE_HISTORY_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ty_history_list_init (TyHistoryList *self)
{
  const TyHistoryFilter everything = { 0 };

  self->filter = ty_history_filter_copy (&everything);
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->young = items_new ();
  self->old = items_new ();
}

/**
 * ty_history_list_new:
 * @office: an office
 *
 * Returns: (transfer full): a list that is empty until it is asked to load
 */
TyHistoryList *
ty_history_list_new (TyOffice *office)
{
  TyHistoryList *self;

  g_return_val_if_fail (TY_IS_OFFICE (office), NULL);

  self = g_object_new (TY_TYPE_HISTORY_LIST, NULL);
  self->office = g_object_ref (office);
  return self;
}

/**
 * ty_history_list_get_office:
 * @self: a list
 *
 * Returns: (transfer none): whom it asks
 */
TyOffice *
ty_history_list_get_office (TyHistoryList *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_LIST (self), NULL);

  return self->office;
}

/**
 * ty_history_list_set_filter:
 * @self: a list
 * @filter: what it shows from now on, which is copied
 *
 * What is shown stays until the answer is known.
 */
void
ty_history_list_set_filter (TyHistoryList         *self,
                            const TyHistoryFilter *filter)
{
  g_autoptr(TyHistoryFilter) before = NULL;

  g_return_if_fail (TY_IS_HISTORY_LIST (self));
  g_return_if_fail (filter != NULL);

  before = g_steal_pointer (&self->filter);
  self->filter = ty_history_filter_copy (filter);
  ty_history_list_reload (self);
}

/**
 * ty_history_list_reload:
 * @self: a list
 *
 * Asks again. Only what is another is told as changed, so that selection and place stay where new
 * actions come on top.
 */
void
ty_history_list_reload (TyHistoryList *self)
{
  g_autoptr(GCancellable) listing = NULL;

  g_return_if_fail (TY_IS_HISTORY_LIST (self));

  if (!ty_office_is_open (self->office))
    return;

  listing = g_cancellable_new ();
  set_listing (self, listing);
  ty_office_list_history_async (self->office, self->filter, listing, listed_cb, self);
}

/**
 * ty_history_list_get_index:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the actions with the counts of kinds and users, once they are
 *   known
 */
TyHistoryIndex *
ty_history_list_get_index (TyHistoryList *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_LIST (self), NULL);

  return self->index;
}

/**
 * ty_history_list_is_answered:
 * @self: a list
 *
 * Returns: whether it shows the answer to what was asked last, and everything looked at was read
 */
gboolean
ty_history_list_is_answered (TyHistoryList *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_LIST (self), FALSE);

  return self->index != NULL && self->listing == NULL && self->reading == NULL
         && self->wanted->len == 0;
}

/**
 * ty_history_list_find:
 * @self: a list
 * @seq: an action
 * @position: (out): its place
 *
 * Returns: whether it is listed
 */
gboolean
ty_history_list_find (TyHistoryList *self,
                      gint64         seq,
                      guint         *position)
{
  g_return_val_if_fail (TY_IS_HISTORY_LIST (self), FALSE);

  for (*position = 0; *position < self->n_rows; (*position)++)
    if (g_array_index (self->rows, gint64, *position) == seq)
      return TRUE;

  return FALSE;
}

/**
 * ty_history_list_count_read:
 * @self: a list
 *
 * Returns: how many entries were read since it was made, for tests
 */
guint
ty_history_list_count_read (TyHistoryList *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_LIST (self), 0);

  return self->n_read;
}
