/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-selection"

#include "config.h"

#include "ty-roster-selection.h"

#include <string.h>

/* Who is still chosen when others come in their places is remembered of so many. */
#define N_FOLLOWED 512

/**
 * TyRosterSelection:
 *
 * Who is chosen in a roster: any number of places, and the current one of them. A GtkMultiSelection
 * keeps an item for each place that is selected, which are a million after Ctrl+A; this one keeps
 * a set of numbers.
 */
struct _TyRosterSelection
{
  GObject parent_instance;

  /* Owned */
  TyRosterList *list;   /* (nullable) */
  GtkBitset *selected;
  GArray *followed;     /* (nullable) (element-type gint64): who they are, where they are few */

  gint64 person;        /* the current one, or 0 */
  guint current;        /* its place, or GTK_INVALID_LIST_POSITION */
  gboolean marked;      /* whether they were chosen one by one, and not by going there */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TyRosterSelection, ty_roster_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                      selection_model_init))

static guint
get_n_items (TyRosterSelection *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

static GType
ty_roster_selection_get_item_type (GListModel *model)
{
  return TY_TYPE_ROSTER_ITEM;
}

static guint
ty_roster_selection_get_n_items (GListModel *model)
{
  return get_n_items (TY_ROSTER_SELECTION (model));
}

static gpointer
ty_roster_selection_get_item (GListModel *model,
                              guint       position)
{
  TyRosterSelection *self = TY_ROSTER_SELECTION (model);

  return self->list != NULL ? g_list_model_get_item (G_LIST_MODEL (self->list), position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ty_roster_selection_get_item_type;
  iface->get_n_items = ty_roster_selection_get_n_items;
  iface->get_item = ty_roster_selection_get_item;
}

static GArray *
list_selected (TyRosterSelection *self)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint place;

  if (self->list == NULL)
    return people;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &place); more;
       more = gtk_bitset_iter_next (&iter, &place))
    {
      gint64 person = ty_roster_list_get_person (self->list, place);

      g_array_append_val (people, person);
    }
  return people;
}

static void
note_people (TyRosterSelection *self)
{
  g_clear_pointer (&self->followed, g_array_unref);
  if (gtk_bitset_get_size (self->selected) <= N_FOLLOWED)
    self->followed = list_selected (self);
  self->person = self->list != NULL && self->current != GTK_INVALID_LIST_POSITION
                   ? ty_roster_list_get_person (self->list, self->current) : 0;
}

/* Takes the place of what was selected, and tells the view what changed. */
static void
replace (TyRosterSelection *self,
         GtkBitset         *selected)
{
  g_autoptr(GtkBitset) changed = gtk_bitset_copy (self->selected);
  guint first, last;

  gtk_bitset_difference (changed, selected);
  gtk_bitset_unref (self->selected);
  self->selected = gtk_bitset_ref (selected);
  note_people (self);
  if (!gtk_bitset_is_empty (changed))
    {
      first = gtk_bitset_get_minimum (changed);
      last = gtk_bitset_get_maximum (changed);
      gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
ty_roster_selection_is_selected (GtkSelectionModel *model,
                                 guint              position)
{
  return gtk_bitset_contains (TY_ROSTER_SELECTION (model)->selected, position);
}

static GtkBitset *
ty_roster_selection_get_selection_in_range (GtkSelectionModel *model,
                                            guint              position,
                                            guint              n_items)
{
  return gtk_bitset_ref (TY_ROSTER_SELECTION (model)->selected);
}

static gboolean
ty_roster_selection_set_selection (GtkSelectionModel *model,
                                   GtkBitset         *selected,
                                   GtkBitset         *mask)
{
  TyRosterSelection *self = TY_ROSTER_SELECTION (model);
  g_autoptr(GtkBitset) after = gtk_bitset_copy (self->selected);
  g_autoptr(GtkBitset) wanted = gtk_bitset_copy (selected);
  guint n = get_n_items (self);

  gtk_bitset_intersect (wanted, mask);
  gtk_bitset_subtract (after, mask);
  gtk_bitset_union (after, wanted);
  if (!gtk_bitset_is_empty (after) && gtk_bitset_get_maximum (after) >= n)
    gtk_bitset_remove_range_closed (after, n, gtk_bitset_get_maximum (after));
  self->marked = TRUE;
  replace (self, after);
  return TRUE;
}

static gboolean
ty_roster_selection_select_item (GtkSelectionModel *model,
                                 guint              position,
                                 gboolean           unselect_rest)
{
  TyRosterSelection *self = TY_ROSTER_SELECTION (model);
  g_autoptr(GtkBitset) after = unselect_rest ? gtk_bitset_new_empty ()
                                             : gtk_bitset_copy (self->selected);

  if (position >= get_n_items (self))
    return FALSE;
  gtk_bitset_add (after, position);
  self->current = position;
  self->marked = !unselect_rest;
  replace (self, after);
  return TRUE;
}

static gboolean
ty_roster_selection_unselect_item (GtkSelectionModel *model,
                                   guint              position)
{
  TyRosterSelection *self = TY_ROSTER_SELECTION (model);
  g_autoptr(GtkBitset) after = gtk_bitset_copy (self->selected);

  gtk_bitset_remove (after, position);
  self->current = position;
  self->marked = TRUE;
  replace (self, after);
  return TRUE;
}

/* The end at which one was not yet is where one is. */
static gboolean
ty_roster_selection_select_range (GtkSelectionModel *model,
                                  guint              position,
                                  guint              n_items,
                                  gboolean           unselect_rest)
{
  TyRosterSelection *self = TY_ROSTER_SELECTION (model);
  g_autoptr(GtkBitset) after = unselect_rest ? gtk_bitset_new_empty ()
                                             : gtk_bitset_copy (self->selected);
  guint n = get_n_items (self);

  if (position >= n || n_items == 0)
    return FALSE;
  n_items = MIN (n_items, n - position);
  gtk_bitset_add_range (after, position, n_items);
  if (self->current == position)
    self->current = position + n_items - 1;
  else
    self->current = position;
  self->marked = n_items > 1;
  replace (self, after);
  return TRUE;
}

static gboolean
ty_roster_selection_select_all (GtkSelectionModel *model)
{
  TyRosterSelection *self = TY_ROSTER_SELECTION (model);
  guint n = get_n_items (self);
  g_autoptr(GtkBitset) after = n > 0 ? gtk_bitset_new_range (0, n) : gtk_bitset_new_empty ();

  self->marked = TRUE;
  replace (self, after);
  return TRUE;
}

static gboolean
ty_roster_selection_unselect_all (GtkSelectionModel *model)
{
  ty_roster_selection_clear (TY_ROSTER_SELECTION (model));
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = ty_roster_selection_is_selected;
  iface->get_selection_in_range = ty_roster_selection_get_selection_in_range;
  iface->set_selection = ty_roster_selection_set_selection;
  iface->select_item = ty_roster_selection_select_item;
  iface->unselect_item = ty_roster_selection_unselect_item;
  iface->select_range = ty_roster_selection_select_range;
  iface->select_all = ty_roster_selection_select_all;
  iface->unselect_all = ty_roster_selection_unselect_all;
}

/* Places of the list stay, with other people in them; only its end comes and goes. */
static void
items_changed_cb (TyRosterSelection *self,
                  guint              position,
                  guint              removed,
                  guint              added,
                  GListModel        *list)
{
  guint n = g_list_model_get_n_items (list);
  gboolean lost = !gtk_bitset_is_empty (self->selected)
                  && gtk_bitset_get_maximum (self->selected) >= n;

  if (lost)
    gtk_bitset_remove_range_closed (self->selected, n, gtk_bitset_get_maximum (self->selected));
  if (self->current != GTK_INVALID_LIST_POSITION && self->current >= n)
    self->current = GTK_INVALID_LIST_POSITION;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (lost)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
ty_roster_selection_dispose (GObject *object)
{
  TyRosterSelection *self = TY_ROSTER_SELECTION (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (ty_roster_selection_parent_class)->dispose (object);
}

static void
ty_roster_selection_finalize (GObject *object)
{
  TyRosterSelection *self = TY_ROSTER_SELECTION (object);

  gtk_bitset_unref (self->selected);
  g_clear_pointer (&self->followed, g_array_unref);

  G_OBJECT_CLASS (ty_roster_selection_parent_class)->finalize (object);
}

static void
ty_roster_selection_class_init (TyRosterSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ty_roster_selection_dispose;
  object_class->finalize = ty_roster_selection_finalize;

  /**
   * TyRosterSelection::changed:
   * @self: the selection
   *
   * Others are chosen, or another one is the current one.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TY_TYPE_ROSTER_SELECTION, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ty_roster_selection_init (TyRosterSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
  self->current = GTK_INVALID_LIST_POSITION;
}

/**
 * ty_roster_selection_new:
 *
 * Returns: (transfer full): a selection without a list
 */
TyRosterSelection *
ty_roster_selection_new (void)
{
  return g_object_new (TY_TYPE_ROSTER_SELECTION, NULL);
}

/**
 * ty_roster_selection_set_list:
 * @self: a selection
 * @list: (nullable): of whom is chosen from now on; nobody at first
 */
void
ty_roster_selection_set_list (TyRosterSelection *self,
                              TyRosterList      *list)
{
  guint before = get_n_items (self);

  g_return_if_fail (TY_IS_ROSTER_SELECTION (self));

  if (self->list == list)
    return;
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  if (list != NULL)
    g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self,
                             G_CONNECT_SWAPPED);
  gtk_bitset_remove_all (self->selected);
  self->current = GTK_INVALID_LIST_POSITION;
  self->marked = FALSE;
  note_people (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, get_n_items (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * ty_roster_selection_get_list:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): its list
 */
TyRosterList *
ty_roster_selection_get_list (TyRosterSelection *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_SELECTION (self), NULL);

  return self->list;
}

/**
 * ty_roster_selection_get_n:
 * @self: a selection
 *
 * Returns: how many are chosen
 */
guint
ty_roster_selection_get_n (TyRosterSelection *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_SELECTION (self), 0);

  return (guint) gtk_bitset_get_size (self->selected);
}

/**
 * ty_roster_selection_is_marked:
 * @self: a selection
 *
 * Returns: whether they were chosen on purpose, and not just by going to one of them
 */
gboolean
ty_roster_selection_is_marked (TyRosterSelection *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_SELECTION (self), FALSE);

  return self->marked && !gtk_bitset_is_empty (self->selected);
}

/**
 * ty_roster_selection_get_current:
 * @self: a selection
 *
 * Returns: the place where one is, or %GTK_INVALID_LIST_POSITION
 */
guint
ty_roster_selection_get_current (TyRosterSelection *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_SELECTION (self), GTK_INVALID_LIST_POSITION);

  return self->current;
}

/**
 * ty_roster_selection_get_person:
 * @self: a selection
 *
 * Returns: key of the person where one is, or 0
 */
gint64
ty_roster_selection_get_person (TyRosterSelection *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_SELECTION (self), 0);

  return self->current != GTK_INVALID_LIST_POSITION ? self->person : 0;
}

/**
 * ty_roster_selection_list_people:
 * @self: a selection
 *
 * Returns: (transfer full) (element-type gint64): keys of all who are chosen, in the order of the list
 */
GArray *
ty_roster_selection_list_people (TyRosterSelection *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_SELECTION (self), NULL);

  return list_selected (self);
}

/**
 * ty_roster_selection_choose:
 * @self: a selection
 * @position: a place, which alone is chosen
 */
void
ty_roster_selection_choose (TyRosterSelection *self,
                            guint              position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self), position, TRUE);
}

/**
 * ty_roster_selection_toggle:
 * @self: a selection
 * @position: a place, which is chosen too, or no more
 */
void
ty_roster_selection_toggle (TyRosterSelection *self,
                            guint              position)
{
  if (gtk_bitset_contains (self->selected, position))
    gtk_selection_model_unselect_item (GTK_SELECTION_MODEL (self), position);
  else
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self), position, FALSE);
}

/**
 * ty_roster_selection_clear:
 * @self: a selection
 *
 * Nobody is chosen, and no place is the current one.
 */
void
ty_roster_selection_clear (TyRosterSelection *self)
{
  g_autoptr(GtkBitset) nothing = gtk_bitset_new_empty ();

  g_return_if_fail (TY_IS_ROSTER_SELECTION (self));

  self->current = GTK_INVALID_LIST_POSITION;
  self->marked = FALSE;
  replace (self, nothing);
}

static gboolean
is_as_noted (TyRosterSelection *self)
{
  g_autoptr(GArray) people = self->followed != NULL ? list_selected (self) : NULL;

  return people != NULL && people->len == self->followed->len
         && ty_roster_list_get_person (self->list, self->current) == self->person
         && (people->len == 0
             || memcmp (people->data, self->followed->data, people->len * sizeof (gint64)) == 0);
}

/**
 * ty_roster_selection_follow:
 * @self: a selection whose list has other people in its places
 *
 * Chooses those who were chosen before, wherever they are now. Very many are given up.
 */
void
ty_roster_selection_follow (TyRosterSelection *self)
{
  g_autoptr(GtkBitset) after = gtk_bitset_new_empty ();
  g_autoptr(GHashTable) people = NULL;
  guint current = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (TY_IS_ROSTER_SELECTION (self));

  /* All of them are all of them in any order. */
  if (self->list == NULL || is_as_noted (self)
      || (self->followed == NULL && gtk_bitset_get_size (self->selected) == get_n_items (self)))
    return;

  people = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; self->followed != NULL && i < self->followed->len; i++)
    g_hash_table_add (people, &g_array_index (self->followed, gint64, i));
  for (guint i = 0; g_hash_table_size (people) > 0 && i < get_n_items (self); i++)
    {
      gint64 person = ty_roster_list_get_person (self->list, i);

      if (g_hash_table_contains (people, &person))
        gtk_bitset_add (after, i);
      if (person == self->person)
        current = i;
    }
  self->current = current;
  replace (self, after);
}

/**
 * ty_roster_selection_restore:
 * @self: a selection
 * @people: (array length=n_people): who was chosen; who is not in the list is not
 * @n_people: their number
 * @current: the current one, or 0
 * @marked: whether they were chosen on purpose
 *
 * Chooses people wherever they are.
 */
void
ty_roster_selection_restore (TyRosterSelection *self,
                             const gint64      *people,
                             guint              n_people,
                             gint64             current,
                             gboolean           marked)
{
  g_return_if_fail (TY_IS_ROSTER_SELECTION (self));

  g_clear_pointer (&self->followed, g_array_unref);
  self->followed = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (n_people > 0)
    g_array_append_vals (self->followed, people, n_people);
  self->person = current;
  self->marked = marked;
  ty_roster_selection_follow (self);
}
