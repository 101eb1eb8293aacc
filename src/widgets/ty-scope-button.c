/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-scope-button"

#include "config.h"

#include "ty-scope-button.h"

#include "ty-pinyin.h"
#include "ty-text.h"
#include "ty-unit-state.h"

#include <glib/gi18n-lib.h>

/**
 * TyScopeButton:
 *
 * The scope in the header bar (范围): the tree of units, or those that a typed name, its pinyin or
 * its initials name.
 */
struct _TyScopeButton
{
  AdwBin parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkLabel *value_label;
  GtkSearchEntry *search;
  GtkListView *view;
  GtkSingleSelection *selection;

  /* Owned */
  GPtrArray *units;      /* (element-type TyUnitState) (nullable) */
  GHashTable *children;  /* key of a unit -> GListStore of those below */
  gint64 scope;
  char *scope_name;
};

typedef enum
{
  PROP_SCOPE = 1,
  PROP_SCOPE_NAME,
} TyScopeButtonProps;

static GParamSpec *properties[PROP_SCOPE_NAME + 1];

G_DEFINE_FINAL_TYPE (TyScopeButton, ty_scope_button, ADW_TYPE_BIN)

static GListModel *
get_children (TyScopeButton *self,
              gint64         unit)
{
  return g_hash_table_lookup (self->children, &unit);
}

static GListModel *
create_children (gpointer item,
                 gpointer user_data)
{
  TyScopeButton *self = TY_SCOPE_BUTTON (user_data);
  GListModel *model = get_children (self, ty_record_get_integer (item, TY_UNIT_STATE_UNIT));

  return model != NULL ? g_object_ref (model) : NULL;
}

static GListModel *
no_children (gpointer item,
             gpointer user_data)
{
  return NULL;
}

static gboolean
unit_matches (TyRecord   *unit,
              const char *folded)
{
  const char *name = ty_record_get_text (unit, TY_UNIT_STATE_NAME);
  g_autofree char *key = ty_text_fold (name != NULL ? name : "");
  g_autofree char *pinyin = ty_pinyin_for_name (name != NULL ? name : "");
  g_autofree char *initials = ty_pinyin_initials (pinyin);
  g_autofree char *letters = ty_pinyin_search_key (pinyin);

  return strstr (key, folded) != NULL || g_str_has_prefix (initials, folded) ||
         strstr (letters, folded) != NULL;
}

static GListModel *
find_units (TyScopeButton *self,
            const char    *text)
{
  GListStore *found = g_list_store_new (TY_TYPE_UNIT_STATE);
  g_autofree char *folded = ty_text_fold (text);

  for (guint i = 0; self->units != NULL && i < self->units->len; i++)
    {
      TyRecord *unit = g_ptr_array_index (self->units, i);

      if (unit_matches (unit, folded))
        g_list_store_append (found, unit);
    }

  return G_LIST_MODEL (found);
}

/* The tree opens at its top, so that the townships are seen. */
static void
show_tree (TyScopeButton *self)
{
  GListModel *roots = get_children (self, 0);
  g_autoptr(GtkTreeListModel) tree = NULL;

  if (roots == NULL)
    return;

  tree = gtk_tree_list_model_new (g_object_ref (roots), FALSE, FALSE, create_children, self, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (roots); i++)
    {
      g_autoptr(GtkTreeListRow) row = gtk_tree_list_model_get_child_row (tree, i);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (tree));
}

static void
search_changed_cb (TyScopeButton  *self,
                   GtkSearchEntry *search)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (search));
  g_autoptr(GtkTreeListModel) flat = NULL;

  if (*text == '\0')
    {
      show_tree (self);
      return;
    }

  flat = gtk_tree_list_model_new (find_units (self, text), FALSE, FALSE, no_children, NULL, NULL);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (flat));
}

static void
set_scope (TyScopeButton *self,
           gint64         scope)
{
  if (self->scope == scope)
    return;

  self->scope = scope;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCOPE]);
}

static void
choose (TyScopeButton *self,
        guint          position)
{
  g_autoptr(GtkTreeListRow) row = NULL;
  g_autoptr(TyRecord) unit = NULL;
  gint64 key, parent;

  row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  if (row == NULL)
    return;

  unit = gtk_tree_list_row_get_item (row);
  key = ty_record_get_integer (unit, TY_UNIT_STATE_UNIT);
  parent = ty_record_get_integer (unit, TY_UNIT_STATE_PARENT);
  set_scope (self, parent == 0 ? 0 : key);
  gtk_menu_button_popdown (self->button);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
view_activate_cb (TyScopeButton *self,
                  guint          position,
                  GtkListView   *view)
{
  choose (self, position);
}

static void
search_activate_cb (TyScopeButton  *self,
                    GtkSearchEntry *search)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
show_name (TyScopeButton *self)
{
  const char *name = self->scope == 0 ? _("Whole county") : self->scope_name;
  g_autofree char *label = g_strdup_printf (_("Scope: %s"), name != NULL ? name : "");

  gtk_label_set_label (self->value_label, name != NULL ? name : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
ty_scope_button_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TyScopeButton *self = TY_SCOPE_BUTTON (object);

  switch ((TyScopeButtonProps) prop_id)
    {
    case PROP_SCOPE:
      g_value_set_int64 (value, self->scope);
      break;
    case PROP_SCOPE_NAME:
      g_value_set_string (value, self->scope_name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_scope_button_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TyScopeButton *self = TY_SCOPE_BUTTON (object);

  switch ((TyScopeButtonProps) prop_id)
    {
    case PROP_SCOPE:
      set_scope (self, g_value_get_int64 (value));
      break;
    case PROP_SCOPE_NAME:
      g_free (self->scope_name);
      self->scope_name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  show_name (self);
}

static void
ty_scope_button_dispose (GObject *object)
{
  TyScopeButton *self = TY_SCOPE_BUTTON (object);

  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);

  G_OBJECT_CLASS (ty_scope_button_parent_class)->dispose (object);
}

static void
ty_scope_button_finalize (GObject *object)
{
  TyScopeButton *self = TY_SCOPE_BUTTON (object);

  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->children, g_hash_table_unref);
  g_clear_pointer (&self->scope_name, g_free);

  G_OBJECT_CLASS (ty_scope_button_parent_class)->finalize (object);
}

static void
ty_scope_button_class_init (TyScopeButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ty_scope_button_get_property;
  object_class->set_property = ty_scope_button_set_property;
  object_class->dispose = ty_scope_button_dispose;
  object_class->finalize = ty_scope_button_finalize;

  properties[PROP_SCOPE] = g_param_spec_int64 ("scope", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                               G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SCOPE_NAME] = g_param_spec_string ("scope-name", NULL, NULL, NULL,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/widgets/ty-scope-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TyScopeButton, button);
  gtk_widget_class_bind_template_child (widget_class, TyScopeButton, value_label);
  gtk_widget_class_bind_template_child (widget_class, TyScopeButton, search);
  gtk_widget_class_bind_template_child (widget_class, TyScopeButton, view);
  gtk_widget_class_bind_template_child (widget_class, TyScopeButton, selection);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_activate_cb);
}

static void
ty_scope_button_init (TyScopeButton *self)
{
  self->children = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->view));
  show_name (self);
}

/**
 * ty_scope_button_set_units:
 * @self: a button
 * @units: (element-type TyUnitState): the units, each before those below it
 *
 * Sets the tree from which a scope is chosen. The unit at the top stands for everything.
 */
void
ty_scope_button_set_units (TyScopeButton *self,
                           GPtrArray     *units)
{
  g_return_if_fail (TY_IS_SCOPE_BUTTON (self));

  g_clear_pointer (&self->units, g_ptr_array_unref);
  self->units = g_ptr_array_ref (units);
  g_hash_table_remove_all (self->children);

  for (guint i = 0; i < units->len; i++)
    {
      TyRecord *unit = g_ptr_array_index (units, i);
      gint64 parent = ty_record_get_integer (unit, TY_UNIT_STATE_PARENT);
      GListStore *store = g_hash_table_lookup (self->children, &parent);

      if (store == NULL)
        {
          store = g_list_store_new (TY_TYPE_UNIT_STATE);
          g_hash_table_insert (self->children, g_memdup2 (&parent, sizeof parent), store);
        }
      g_list_store_append (store, unit);
    }
  search_changed_cb (self, self->search);
}
