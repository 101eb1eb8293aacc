/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-list"

#include "config.h"

#include "ty-import-list.h"

#include "ty-text.h"

#include <string.h>

struct _TyImportList
{
  GObject parent_instance;

  TyImportPlan *plan; /* (owned) (nullable) */
  GArray *places;     /* (owned) (element-type guint): the rows that are shown */
  GHashTable *items;  /* (owned): of TyImportItem by their place, those that were looked at */
  char *search;       /* (owned) (nullable): folded */
  int state;          /* the only one that is shown, or -1 */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TyImportList, ty_import_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return TY_TYPE_IMPORT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return TY_IMPORT_LIST (model)->places->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TyImportList *self = TY_IMPORT_LIST (model);
  TyImportItem *item;
  guint place;

  if (position >= self->places->len)
    return NULL;

  place = g_array_index (self->places, guint, position);
  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (place));
  if (item == NULL)
    {
      item = ty_import_item_new (self->plan, place);
      g_hash_table_insert (self->items, GUINT_TO_POINTER (place), item);
    }
  return g_object_ref (item);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
contains (const char *text,
          const char *search)
{
  g_autofree char *folded = text != NULL ? ty_text_fold (text) : NULL;

  return folded != NULL && strstr (folded, search) != NULL;
}

static gboolean
is_shown (TyImportList      *self,
          const TyImportRow *row)
{
  if (self->state >= 0 && row->state != (TyImportState) self->state)
    return FALSE;

  return self->search == NULL || contains (row->name, self->search) || contains (row->place, self->search);
}

/* What needs an answer stands first, what says nothing new last; within a state as in the table. */
static void
refill (TyImportList *self)
{
  guint n_before = self->places->len;

  g_array_set_size (self->places, 0);
  for (int state = 0; self->plan != NULL && state < TY_N_IMPORT_STATES; state++)
    for (guint i = 0; i < ty_import_plan_get_n_rows (self->plan); i++)
      {
        TyImportRow *row = ty_import_plan_get_row (self->plan, i);

        if (row->state == (TyImportState) state && is_shown (self, row))
          g_array_append_val (self->places, i);
      }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->places->len);
}

static void
ty_import_list_finalize (GObject *object)
{
  TyImportList *self = TY_IMPORT_LIST (object);

  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->plan, ty_import_plan_unref);
  g_free (self->search);

  G_OBJECT_CLASS (ty_import_list_parent_class)->finalize (object);
}

static void
ty_import_list_class_init (TyImportListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ty_import_list_finalize;
}

static void
ty_import_list_init (TyImportList *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->state = -1;
}

/**
 * ty_import_list_new:
 *
 * Returns: (transfer full): a list without rows
 */
TyImportList *
ty_import_list_new (void)
{
  return g_object_new (TY_TYPE_IMPORT_LIST, NULL);
}

/**
 * ty_import_list_set_plan:
 * @self: a list
 * @plan: (nullable): a plan
 *
 * Shows the rows of the plan.
 */
void
ty_import_list_set_plan (TyImportList *self,
                         TyImportPlan *plan)
{
  guint n_before = self->places->len;

  /* Nobody may look at rows of the plan that goes. */
  g_array_set_size (self->places, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);
  g_hash_table_remove_all (self->items);
  g_clear_pointer (&self->plan, ty_import_plan_unref);
  if (plan != NULL)
    self->plan = ty_import_plan_ref (plan);
  refill (self);
}

/**
 * ty_import_list_set_state:
 * @self: a list
 * @state: the only state that is shown, or -1 for all
 */
void
ty_import_list_set_state (TyImportList *self,
                          int           state)
{
  if (self->state == state)
    return;

  self->state = state;
  refill (self);
}

/**
 * ty_import_list_set_search:
 * @self: a list
 * @text: (nullable): what the name or the unit must have in it
 */
void
ty_import_list_set_search (TyImportList *self,
                           const char   *text)
{
  g_autofree char *folded = text != NULL && *text != '\0' ? ty_text_fold (text) : NULL;

  if (g_strcmp0 (self->search, folded) == 0)
    return;

  g_free (self->search);
  self->search = g_steal_pointer (&folded);
  refill (self);
}

/**
 * ty_import_list_set_accepted:
 * @self: a list
 * @accepted: whether they shall be taken over
 *
 * Accepts or refuses all rows that are shown and can be taken over.
 */
void
ty_import_list_set_accepted (TyImportList *self,
                             gboolean      accepted)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      TyImportRow *row = ty_import_plan_get_row (self->plan, g_array_index (self->places, guint, i));

      if (row->state == TY_IMPORT_STATE_NEW || row->state == TY_IMPORT_STATE_CHANGED)
        row->accepted = accepted;
    }
  ty_import_list_update (self);
}

/**
 * ty_import_list_update:
 * @self: a list whose rows were accepted elsewhere or compared anew
 *
 * Tells those that were looked at that they say something else. Rows stay where they are until the list is
 * narrowed or filled anew.
 */
void
ty_import_list_update (TyImportList *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    ty_import_item_update (TY_IMPORT_ITEM (item));
}
