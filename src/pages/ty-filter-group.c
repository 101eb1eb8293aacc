/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filter-group"

#include "config.h"

#include "ty-filter-group.h"

#include "ty-filter-row.h"

#include <glib/gi18n-lib.h>

/**
 * TyFilterGroup:
 *
 * Conditions and groups of which all must be met, or any; the group itself can be negated.
 */
struct _TyFilterGroup
{
  AdwBin parent_instance;

  /* Template */
  GtkWidget *frame;
  GtkToggleButton *not_button;
  GtkDropDown *any_drop;
  GtkWidget *remove_button;
  GtkBox *rows;
  GtkWidget *add_group_button;

  TyOffice *office;    /* (owned) */
  TyFilterNode *node;  /* (unowned) */
  TyWho who;
  guint depth;
  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyFilterGroup, ty_filter_group, ADW_TYPE_BIN)

static void
tell_changed (TyFilterGroup *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static guint
find_place (TyFilterGroup *self,
            GtkWidget     *row)
{
  guint place = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); child != row;
       child = gtk_widget_get_next_sibling (child))
    place++;
  return place;
}

/* The focus goes to what comes into its place. */
static gboolean
remove_row (gpointer user_data)
{
  GtkWidget *row = user_data;
  GtkWidget *group = gtk_widget_get_ancestor (gtk_widget_get_parent (row), TY_TYPE_FILTER_GROUP);
  TyFilterGroup *self = TY_FILTER_GROUP (group);
  GtkWidget *next = gtk_widget_get_next_sibling (row);
  guint place = find_place (self, row);

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (row);
  gtk_box_remove (self->rows, row);
  g_ptr_array_remove_index (self->node->children, place);
  if (next != NULL)
    gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  tell_changed (self);
  return G_SOURCE_REMOVE;
}

/* Not while its own button tells so. */
static void
removed_cb (TyFilterGroup *self,
            GtkWidget     *row)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, remove_row, g_object_ref (row), g_object_unref);
}

static GtkWidget *
add_row (TyFilterGroup *self,
         TyFilterNode  *node)
{
  GtkWidget *row = node->children != NULL
                     ? ty_filter_group_new (self->office, self->who, node, self->depth + 1)
                     : ty_filter_row_new (self->office, self->who, node);

  g_signal_connect_object (row, "changed", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->rows, row);
  return row;
}

static void
add_condition_cb (TyFilterGroup *self,
                  GtkButton     *button)
{
  TyFilterNode *node = ty_filter_node_new_condition (NULL);

  g_ptr_array_add (self->node->children, node);
  ty_filter_row_begin (TY_FILTER_ROW (add_row (self, node)));
  tell_changed (self);
}

static void
add_group_cb (TyFilterGroup *self,
              GtkButton     *button)
{
  TyFilterNode *node = ty_filter_node_new_group (!self->node->any);

  g_ptr_array_add (node->children, ty_filter_node_new_condition (NULL));
  g_ptr_array_add (self->node->children, node);
  ty_filter_group_begin (TY_FILTER_GROUP (add_row (self, node)));
  tell_changed (self);
}

static void
any_changed_cb (TyFilterGroup *self,
                GParamSpec    *pspec,
                GtkDropDown   *drop)
{
  if (self->filling)
    return;
  self->node->any = gtk_drop_down_get_selected (drop) == 1;
  tell_changed (self);
}

static void
not_toggled_cb (TyFilterGroup   *self,
                GtkToggleButton *button)
{
  if (self->filling)
    return;
  self->node->negated = gtk_toggle_button_get_active (button);
  tell_changed (self);
}

static void
remove_cb (TyFilterGroup *self,
           GtkButton     *button)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
ty_filter_group_dispose (GObject *object)
{
  TyFilterGroup *self = TY_FILTER_GROUP (object);

  self->filling = TRUE;
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_filter_group_parent_class)->dispose (object);
}

static void
ty_filter_group_class_init (TyFilterGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_filter_group_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TY_TYPE_FILTER_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", TY_TYPE_FILTER_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-filter-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TyFilterGroup, frame);
  gtk_widget_class_bind_template_child (widget_class, TyFilterGroup, not_button);
  gtk_widget_class_bind_template_child (widget_class, TyFilterGroup, any_drop);
  gtk_widget_class_bind_template_child (widget_class, TyFilterGroup, remove_button);
  gtk_widget_class_bind_template_child (widget_class, TyFilterGroup, rows);
  gtk_widget_class_bind_template_child (widget_class, TyFilterGroup, add_group_button);
  gtk_widget_class_bind_template_callback (widget_class, any_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_condition_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_group_cb);
}

static void
ty_filter_group_init (TyFilterGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_filter_group_new:
 * @office: an open office, for the choices
 * @who: of whom the choices are counted
 * @node: a group that outlives the widget, into which is written
 * @depth: in how many groups it stands
 *
 * Returns: (transfer floating): its widget
 */
GtkWidget *
ty_filter_group_new (TyOffice     *office,
                     TyWho         who,
                     TyFilterNode *node,
                     guint         depth)
{
  TyFilterGroup *self = g_object_new (TY_TYPE_FILTER_GROUP, NULL);

  self->office = g_object_ref (office);
  self->who = who;
  self->node = node;
  self->depth = depth;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->any_drop, node->any ? 1 : 0);
  gtk_toggle_button_set_active (self->not_button, node->negated);
  gtk_widget_set_visible (self->remove_button, depth > 0);
  gtk_widget_set_visible (self->add_group_button, depth + 2 < TY_FILTER_MOST_DEPTH);
  if (depth > 0)
    gtk_widget_add_css_class (self->frame, "ty-filter-group");
  for (guint i = 0; i < node->children->len; i++)
    add_row (self, g_ptr_array_index (node->children, i));
  self->filling = FALSE;
  return GTK_WIDGET (self);
}

/**
 * ty_filter_group_check:
 * @self: a group
 * @whole: whether all must be finished; the focus then goes to the first that is not
 *
 * Returns: whether all conditions can be asked
 */
gboolean
ty_filter_group_check (TyFilterGroup *self,
                       gboolean       whole)
{
  gboolean good = TRUE;

  g_return_val_if_fail (TY_IS_FILTER_GROUP (self), FALSE);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gboolean checked = TY_IS_FILTER_GROUP (row)
                           ? ty_filter_group_check (TY_FILTER_GROUP (row), whole && good)
                           : ty_filter_row_check (TY_FILTER_ROW (row), whole && good);

      good = good && checked;
    }
  return good;
}

/**
 * ty_filter_group_begin:
 * @self: a group
 *
 * Gives the focus to the first of its conditions.
 */
void
ty_filter_group_begin (TyFilterGroup *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  if (TY_IS_FILTER_ROW (row))
    ty_filter_row_begin (TY_FILTER_ROW (row));
  else if (row != NULL)
    ty_filter_group_begin (TY_FILTER_GROUP (row));
}
