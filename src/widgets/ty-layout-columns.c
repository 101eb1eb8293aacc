/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-layout-columns"

#include "config.h"

#include "ty-layout-columns.h"

#include <glib/gi18n-lib.h>

struct _TyLayoutColumns
{
  GtkBox parent_instance;

  TyRosterLayout *layout; /* (owned) (nullable): all columns that can be chosen; rows name them */
  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyLayoutColumns, ty_layout_columns, GTK_TYPE_BOX)

/* A row is a check, a mark and two buttons; it knows its column by its number in the layout. */
static guint
get_number (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "ty-number"));
}

static GtkCheckButton *
get_check (GtkWidget *row)
{
  return GTK_CHECK_BUTTON (gtk_widget_get_first_child (row));
}

static void
changed (TyLayoutColumns *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
toggled_cb (TyLayoutColumns *self,
            GtkCheckButton  *check)
{
  changed (self);
}

/* The first cannot rise and the last cannot sink. */
static void
update_movers (TyLayoutColumns *self)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *sink = gtk_widget_get_last_child (child);

      gtk_widget_set_sensitive (gtk_widget_get_prev_sibling (sink),
                                gtk_widget_get_prev_sibling (child) != NULL);
      gtk_widget_set_sensitive (sink, gtk_widget_get_next_sibling (child) != NULL);
    }
}

static void
rise_cb (TyLayoutColumns *self,
         GtkButton       *button)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (button));
  GtkWidget *before = gtk_widget_get_prev_sibling (row);

  if (before == NULL)
    return;
  gtk_box_reorder_child_after (GTK_BOX (self), row, gtk_widget_get_prev_sibling (before));
  update_movers (self);
  changed (self);
}

static void
sink_cb (TyLayoutColumns *self,
         GtkButton       *button)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (button));
  GtkWidget *after = gtk_widget_get_next_sibling (row);

  if (after == NULL)
    return;
  gtk_box_reorder_child_after (GTK_BOX (self), row, after);
  update_movers (self);
  changed (self);
}

static void
add_mover (TyLayoutColumns *self,
           GtkWidget       *row,
           const char      *icon,
           const char      *spoken,
           GCallback        callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
}

static GtkWidget *
make_check (TyLayoutColumns *self,
            const char      *title,
            gboolean         active)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return check;
}

static void
add_row (TyLayoutColumns *self,
         guint            number,
         gboolean         active)
{
  const TyRosterLayoutColumn *column = ty_roster_layout_get (self->layout, number);
  gboolean sensitive = ty_roster_layout_get_privacy (column) == TY_PRIVACY_SENSITIVE;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *title = column->group != NULL
                             ? g_strdup_printf ("%s · %s", column->group, column->title)
                             : g_strdup (column->title);
  g_autofree char *rise = g_strdup_printf (_("Move %s to the left"), title);
  g_autofree char *sink = g_strdup_printf (_("Move %s to the right"), title);

  g_object_set_data (G_OBJECT (row), "ty-number", GUINT_TO_POINTER (number));
  gtk_box_append (GTK_BOX (row), make_check (self, title, active && !sensitive));
  if (sensitive)
    {
      GtkWidget *mark = gtk_label_new (C_("column of a roster", "Sensitive"));

      gtk_widget_add_css_class (mark, "ty-tag");
      gtk_widget_add_css_class (mark, "warn");
      gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (row), mark);
    }
  add_mover (self, row, "go-up-symbolic", rise, G_CALLBACK (rise_cb));
  add_mover (self, row, "go-down-symbolic", sink, G_CALLBACK (sink_cb));
  gtk_box_append (GTK_BOX (self), row);
}

static gboolean
has_field (const TyRosterLayout *layout,
           TyRosterField         field)
{
  for (guint i = 0; i < layout->columns->len; i++)
    if (ty_roster_layout_get (layout, i)->field == field)
      return TRUE;

  return FALSE;
}

static gboolean
has_own (const TyRosterLayout *layout,
         TyCustomField        *field)
{
  for (guint i = 0; i < layout->columns->len; i++)
    if (ty_roster_layout_get (layout, i)->own == ty_custom_field_get_key (field))
      return TRUE;

  return FALSE;
}

static void
ty_layout_columns_finalize (GObject *object)
{
  TyLayoutColumns *self = TY_LAYOUT_COLUMNS (object);

  g_clear_pointer (&self->layout, ty_roster_layout_free);

  G_OBJECT_CLASS (ty_layout_columns_parent_class)->finalize (object);
}

static void
ty_layout_columns_class_init (TyLayoutColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ty_layout_columns_finalize;

  /**
   * TyLayoutColumns::changed:
   * @self: the columns
   *
   * Other columns were chosen, or another order.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TY_TYPE_LAYOUT_COLUMNS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ty_layout_columns_init (TyLayoutColumns *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * ty_layout_columns_set_layout:
 * @self: the columns
 * @layout: a layout
 *
 * Shows the columns of a layout, and behind them all others, which are off.
 */
void
ty_layout_columns_set_layout (TyLayoutColumns      *self,
                              const TyRosterLayout *layout)
{
  GtkWidget *child;
  guint n = layout->columns->len;

  g_return_if_fail (TY_IS_LAYOUT_COLUMNS (self));

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  g_clear_pointer (&self->layout, ty_roster_layout_free);
  self->layout = ty_roster_layout_copy (layout);
  for (guint i = 0; i < TY_N_ROSTER_FIELDS; i++)
    if (!has_field (layout, i))
      ty_roster_layout_add (self->layout, i);
  for (guint i = 0; layout->own != NULL && i < layout->own->len; i++)
    if (!has_own (layout, g_ptr_array_index (layout->own, i)))
      ty_roster_layout_add_own (self->layout, g_ptr_array_index (layout->own, i));
  for (guint i = 0; i < self->layout->columns->len; i++)
    add_row (self, i, i < n);
  update_movers (self);
  self->filling = FALSE;
}

/**
 * ty_layout_columns_dup_layout:
 * @self: the columns, with a layout
 *
 * Returns: (transfer full): the layout with the columns that are chosen, in their order
 */
TyRosterLayout *
ty_layout_columns_dup_layout (TyLayoutColumns *self)
{
  TyRosterLayout *layout;

  g_return_val_if_fail (TY_IS_LAYOUT_COLUMNS (self) && self->layout != NULL, NULL);

  layout = ty_roster_layout_copy (self->layout);
  g_ptr_array_set_size (layout->columns, 0);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_active (get_check (child)))
      ty_roster_layout_add_copy (layout, ty_roster_layout_get (self->layout, get_number (child)));
  return layout;
}

/**
 * ty_layout_columns_choose:
 * @self: the columns, with a layout
 * @field: what a column holds
 * @chosen: whether it is chosen
 */
void
ty_layout_columns_choose (TyLayoutColumns *self,
                          TyRosterField    field,
                          gboolean         chosen)
{
  g_return_if_fail (TY_IS_LAYOUT_COLUMNS (self) && self->layout != NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ty_roster_layout_get (self->layout, get_number (child))->field == field)
      gtk_check_button_set_active (get_check (child), chosen);
}
