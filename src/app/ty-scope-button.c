/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-scope-button"

#include "config.h"

#include "ty-scope-button.h"

#include "ty-preedit.h"
#include "ty-text-scale.h"
#include "ty-unit-list.h"

#include <glib/gi18n-lib.h>

#define ICON_SIZE 16 /* pixels */

#define MAX_FOUND 200
#define WAIT_DELAY 200 /* ms until a wait is shown */

/**
 * TyScopeButton:
 *
 * The scope in the header bar (范围): the tree of units, or those that a typed name, its pinyin or
 * its initials name. What is not looked at is not read.
 */
struct _TyScopeButton
{
  AdwBin parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkWidget *icon;
  GtkWidget *word_label;
  GtkLabel *value_label;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *view;
  GtkSingleSelection *selection;

  /* Owned */
  TyOffice *office;       /* (nullable) */
  GSignalGroup *signals;
  GtkTreeListModel *tree; /* (nullable) until the units are looked at */
  TyUnitList *top;        /* (nullable): the units at the top of the tree */
  GCancellable *finding;  /* (nullable) while a search is awaited */
  char *asked;            /* (nullable): for which text the list is, or will be */
  char *scope_name;

  gint64 scope;
  guint wait_id;
  gboolean choosing;      /* whether Enter was pressed before the search was answered */
};

typedef enum
{
  PROP_OFFICE = 1,
  PROP_SCOPE,
  PROP_SCOPE_NAME,
} TyScopeButtonProps;

static GParamSpec *properties[PROP_SCOPE_NAME + 1];

G_DEFINE_FINAL_TYPE (TyScopeButton, ty_scope_button, ADW_TYPE_BIN)

static GListModel *
create_children (gpointer item,
                 gpointer user_data)
{
  TyUnitItem *unit = TY_UNIT_ITEM (item);

  if (!ty_unit_item_has_children (unit))
    return NULL;

  return G_LIST_MODEL (ty_unit_list_new (TY_OFFICE (user_data), ty_unit_item_get_unit (unit)));
}

static GListModel *
no_children (gpointer item,
             gpointer user_data)
{
  return NULL;
}

/* In the tree a unit stands below the one that it belongs to. */
static char *
format_above (gpointer        object,
              GtkTreeListRow *row)
{
  g_autoptr(TyUnitItem) unit = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  const char *above = NULL;

  if (unit != NULL && gtk_tree_list_row_get_depth (row) == 0)
    above = ty_unit_item_get_above (unit);
  return g_strdup (above != NULL ? above : "");
}

static const char *
get_text (TyScopeButton *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static gboolean
is_waiting (TyScopeButton *self)
{
  gboolean loading = FALSE;

  if (self->finding != NULL)
    return TRUE;
  if (*get_text (self) == '\0' && self->top != NULL)
    g_object_get (self->top, "loading", &loading, NULL);
  return loading;
}

static gboolean
wait_cb (gpointer user_data)
{
  TyScopeButton *self = TY_SCOPE_BUTTON (user_data);

  self->wait_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "wait");
  return G_SOURCE_REMOVE;
}

/* What was there stays until the answer has come, unless that takes long. */
static void
update_state (TyScopeButton *self)
{
  gboolean nothing;

  if (is_waiting (self))
    {
      if (self->wait_id == 0)
        self->wait_id = g_timeout_add (WAIT_DELAY, wait_cb, self);
      return;
    }

  g_clear_handle_id (&self->wait_id, g_source_remove);
  nothing = *get_text (self) != '\0'
            && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;
  gtk_stack_set_visible_child_name (self->stack, nothing ? "nothing" : "units");
}

static void
warn (TyScopeButton *self,
      const GError  *error)
{
  g_warning ("The units cannot be read: %s", error->message);
}

/* The tree opens at its top, so that the townships are seen. */
static void
top_changed_cb (TyScopeButton *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->top)); i++)
    {
      g_autoptr(GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
forget_tree (TyScopeButton *self)
{
  if (self->top != NULL)
    g_signal_handlers_disconnect_by_data (self->top, self);
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->tree);
  g_clear_object (&self->top);
}

static void
make_tree (TyScopeButton *self)
{
  self->top = ty_unit_list_new (self->office, 0);
  self->tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->top)), FALSE, FALSE,
                                        create_children, g_object_ref (self->office),
                                        g_object_unref);
  g_signal_connect_object (self->top, "items-changed", G_CALLBACK (top_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->top, "notify::loading", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->top, "failed", G_CALLBACK (warn), self, G_CONNECT_SWAPPED);
}

static void
show_tree (TyScopeButton *self)
{
  if (self->tree == NULL && self->office != NULL && ty_office_is_open (self->office))
    make_tree (self);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->tree));
}

static void
stop_finding (TyScopeButton *self)
{
  if (self->finding != NULL)
    g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  self->choosing = FALSE;
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
  g_autoptr(TyUnitItem) unit = NULL;

  row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  if (row == NULL)
    return;

  unit = gtk_tree_list_row_get_item (row);
  set_scope (self, ty_unit_item_get_parent (unit) == 0 ? 0 : ty_unit_item_get_unit (unit));
  gtk_menu_button_popdown (self->button);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
show_found (TyScopeButton *self,
            GPtrArray     *units)
{
  GListStore *found = g_list_store_new (TY_TYPE_UNIT_ITEM);
  g_autoptr(GtkTreeListModel) flat = NULL;

  g_list_store_splice (found, 0, 0, units->pdata, units->len);
  flat = gtk_tree_list_model_new (G_LIST_MODEL (found), FALSE, FALSE, no_children, NULL, NULL);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (flat));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) units = ty_office_find_units_finish (TY_OFFICE (source), result, &error);
  TyScopeButton *self;
  gboolean choosing;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_SCOPE_BUTTON (user_data);
  choosing = self->choosing;
  stop_finding (self);
  if (units != NULL)
    show_found (self, units);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    warn (self, error);
  update_state (self);
  if (choosing)
    choose (self, 0);
}

static void
find (TyScopeButton *self)
{
  stop_finding (self);
  if (self->office == NULL || !ty_office_is_open (self->office))
    return;

  self->finding = g_cancellable_new ();
  ty_office_find_units_async (self->office, get_text (self), MAX_FOUND, self->finding, found_cb,
                              self);
}

/* Nothing where the text was asked for already. */
static void
ask (TyScopeButton *self)
{
  if (g_strcmp0 (self->asked, get_text (self)) == 0)
    return;

  g_free (self->asked);
  self->asked = g_strdup (get_text (self));
  stop_finding (self);
  if (*self->asked == '\0')
    show_tree (self);
  else
    find (self);
  update_state (self);
}

static void
search_changed_cb (TyScopeButton  *self,
                   GtkSearchEntry *search)
{
  ask (self);
}

static void
view_activate_cb (TyScopeButton *self,
                  guint          position,
                  GtkListView   *view)
{
  choose (self, position);
}

/* Enter chooses what is selected; of what is still searched for, the first that will be found. It may
 * come before the entry has told what was typed. */
static void
search_activate_cb (TyScopeButton  *self,
                    GtkSearchEntry *search)
{
  ask (self);
  if (self->finding != NULL)
    self->choosing = TRUE;
  else
    choose (self, gtk_single_selection_get_selected (self->selection));
}

/* What is shown must be read again, at once if it is seen and else when it will be. */
static void
office_changed_cb (TyScopeButton *self)
{
  stop_finding (self);
  forget_tree (self);
  g_clear_pointer (&self->asked, g_free);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->popover)))
    ask (self);
}

/* The entry takes Escape for itself. */
static void
stop_search_cb (TyScopeButton  *self,
                GtkSearchEntry *search)
{
  gtk_popover_popdown (self->popover);
}

static void
popover_map_cb (TyScopeButton *self,
                GtkPopover    *popover)
{
  ask (self);
}

static void
set_office (TyScopeButton *self,
            TyOffice      *office)
{
  if (!g_set_object (&self->office, office))
    return;

  g_signal_group_set_target (self->signals, office);
  office_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OFFICE]);
}

/* The whole file, which may be that of another level than a county. */
static const char *
get_whole (TyScopeButton *self)
{
  const char *level = self->office != NULL ? ty_office_get_county_level (self->office) : NULL;

  if (g_strcmp0 (level, "province") == 0)
    return _("Whole province");
  if (g_strcmp0 (level, "city") == 0)
    return _("Whole city");
  if (g_strcmp0 (level, "township") == 0)
    return _("Whole township");
  return _("Whole county");
}

static void
show_name (TyScopeButton *self)
{
  const char *name = self->scope == 0 ? get_whole (self) : self->scope_name;
  g_autofree char *label = g_strdup_printf (_("Scope: %s"), name != NULL ? name : "");

  gtk_label_set_label (self->value_label, name != NULL ? name : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
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
    case PROP_OFFICE:
      g_value_set_object (value, self->office);
      break;
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
    case PROP_OFFICE:
      set_office (self, g_value_get_object (value));
      break;
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

  g_clear_handle_id (&self->wait_id, g_source_remove);
  stop_finding (self);
  if (self->selection != NULL)
    forget_tree (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_scope_button_parent_class)->dispose (object);
}

static void
ty_scope_button_finalize (GObject *object)
{
  TyScopeButton *self = TY_SCOPE_BUTTON (object);

  g_clear_pointer (&self->asked, g_free);
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

  properties[PROP_OFFICE] = g_param_spec_object ("office", NULL, NULL, TY_TYPE_OFFICE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                 G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SCOPE] = g_param_spec_int64 ("scope", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                               G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SCOPE_NAME] = g_param_spec_string ("scope-name", NULL, NULL, NULL,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TY_TYPE_UNIT_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-scope-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TyScopeButton, button);
  gtk_widget_class_bind_template_child (widget_class, TyScopeButton, popover);
  gtk_widget_class_bind_template_child (widget_class, TyScopeButton, icon);
  gtk_widget_class_bind_template_child (widget_class, TyScopeButton, word_label);
  gtk_widget_class_bind_template_child (widget_class, TyScopeButton, value_label);
  gtk_widget_class_bind_template_child (widget_class, TyScopeButton, search);
  gtk_widget_class_bind_template_child (widget_class, TyScopeButton, stack);
  gtk_widget_class_bind_template_child (widget_class, TyScopeButton, view);
  gtk_widget_class_bind_template_child (widget_class, TyScopeButton, selection);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_above);
}

static void
ty_scope_button_init (TyScopeButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (TY_TYPE_OFFICE);
  g_signal_group_connect_object (self->signals, "notify::county-level", G_CALLBACK (show_name), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "changed", G_CALLBACK (office_changed_cb), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "notify::open", G_CALLBACK (office_changed_cb),
                                 self, G_CONNECT_SWAPPED);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->view));
  ty_preedit_follow_captured (self->search);
  show_name (self);
}

/**
 * ty_scope_button_show_parts:
 * @self: a button
 * @icon: whether there is room for its icon
 * @word: whether there is room for the word that says what it is
 *
 * Without room the tooltip says it.
 */
void
ty_scope_button_show_parts (TyScopeButton *self,
                            gboolean       icon,
                            gboolean       word)
{
  g_return_if_fail (TY_IS_SCOPE_BUTTON (self));

  gtk_widget_set_visible (self->icon, icon);
  gtk_widget_set_visible (self->word_label, word);
}

/**
 * ty_scope_button_measure_word:
 * @self: a button
 *
 * Returns: the pixels that the word takes, or would take
 */
int
ty_scope_button_measure_word (TyScopeButton *self)
{
  g_return_val_if_fail (TY_IS_SCOPE_BUTTON (self), 0);

  return ty_text_measure (self->word_label, gtk_label_get_label (GTK_LABEL (self->word_label)))
         + gtk_box_get_spacing (GTK_BOX (gtk_widget_get_parent (self->word_label)));
}

/**
 * ty_scope_button_measure_icon:
 * @self: a button
 *
 * Returns: the pixels that the icon takes, or would take
 */
int
ty_scope_button_measure_icon (TyScopeButton *self)
{
  g_return_val_if_fail (TY_IS_SCOPE_BUTTON (self), 0);

  return ICON_SIZE + gtk_box_get_spacing (GTK_BOX (gtk_widget_get_parent (self->icon)));
}
