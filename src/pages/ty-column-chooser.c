/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-column-chooser"

#include "config.h"

#include "ty-column-chooser.h"

#include "ty-roster-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * TyColumnChooser:
 *
 * The columns of a roster, those that are shown first and in their order. Each can be shown or not and
 * moved up and down, but for the name, which stands first.
 */
struct _TyColumnChooser
{
  GtkBox parent_instance;

  GtkColumnView *view; /* (unowned) (nullable): which has the button of the popover beside it */
  GtkBox *rows;        /* (unowned) */
  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyColumnChooser, ty_column_chooser, GTK_TYPE_BOX)

static void fill (TyColumnChooser *self);

static const char *
get_word (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "ty-word");
}

static void
set_shown (TyColumnChooser *self,
           GPtrArray       *words)
{
  g_ptr_array_add (words, NULL);
  ty_roster_columns_set_shown (self->view, (const char * const *) words->pdata);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
fill_cb (gpointer user_data)
{
  fill (TY_COLUMN_CHOOSER (user_data));
  return G_SOURCE_REMOVE;
}

static void
toggled_cb (TyColumnChooser *self,
            GtkCheckButton  *check)
{
  g_auto(GStrv) shown = NULL;
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  if (self->filling)
    return;

  shown = ty_roster_columns_get_shown (self->view);
  for (guint i = 0; shown[i] != NULL; i++)
    if (!g_str_equal (shown[i], get_word (check)))
      g_ptr_array_add (words, shown[i]);
  if (gtk_check_button_get_active (check))
    g_ptr_array_add (words, (gpointer) get_word (check));
  set_shown (self, words);
  /* Not while the check tells of it. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fill_cb, g_object_ref (self), g_object_unref);
}

static void
move (TyColumnChooser *self,
      GtkButton       *button,
      int              step)
{
  g_auto(GStrv) shown = ty_roster_columns_get_shown (self->view);
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  guint n = g_strv_length (shown);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (words, shown[i]);
  for (guint i = 1; i < n; i++)
    {
      guint to = i + (guint) step;

      if (!g_str_equal (shown[i], get_word (button)) || to < 1 || to >= n)
        continue;
      words->pdata[i] = shown[to];
      words->pdata[to] = shown[i];
      set_shown (self, words);
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fill_cb, g_object_ref (self), g_object_unref);
      return;
    }
}

static void
up_cb (TyColumnChooser *self,
       GtkButton       *button)
{
  move (self, button, -1);
}

static void
down_cb (TyColumnChooser *self,
         GtkButton       *button)
{
  move (self, button, 1);
}

static void
add_mover (TyColumnChooser *self,
           GtkWidget       *row,
           const char      *word,
           const char      *icon,
           const char      *spoken,
           gboolean         possible,
           GCallback        callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  g_object_set_data_full (G_OBJECT (button), "ty-word", g_strdup (word), g_free);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-small");
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_widget_set_sensitive (button, possible);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
}

static void
add_row (TyColumnChooser *self,
         const char      *word,
         gboolean         shown,
         gboolean         can_rise,
         gboolean         can_sink)
{
  const char *title = ty_roster_columns_get_title (self->view, word);
  gboolean is_name = g_str_equal (word, "name");
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new_with_label (title);
  /* Translators: the heading of a column of the roster is the %s. */
  g_autofree char *rise = g_strdup_printf (_("Move %s to the left"), title);
  g_autofree char *sink = g_strdup_printf (_("Move %s to the right"), title);

  g_object_set_data_full (G_OBJECT (check), "ty-word", g_strdup (word), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
  gtk_widget_set_sensitive (check, !is_name);
  gtk_widget_set_hexpand (check, TRUE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), check);
  if (shown && !is_name)
    {
      add_mover (self, row, word, "go-up-symbolic", rise, can_rise, G_CALLBACK (up_cb));
      add_mover (self, row, word, "go-down-symbolic", sink, can_sink, G_CALLBACK (down_cb));
    }
  gtk_box_append (self->rows, row);
}

/* Where the focus was, so that a column can be moved several places by the keyboard. */
static GtkWidget *
find_focus (GtkWidget  *widget,
            const char *word,
            const char *tooltip)
{
  const char *own = get_word (widget);

  if (own != NULL && g_str_equal (own, word)
      && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_focus (child, word, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
fill (TyColumnChooser *self)
{
  g_auto(GStrv) shown = ty_roster_columns_get_shown (self->view);
  g_auto(GStrv) all = ty_roster_columns_list (self->view);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *focus = root != NULL ? gtk_window_get_focus (GTK_WINDOW (root)) : NULL;
  const char *own = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
                      ? get_word (focus) : NULL;
  g_autofree char *word = g_strdup (own);
  g_autofree char *tooltip = own != NULL ? g_strdup (gtk_widget_get_tooltip_text (focus)) : NULL;
  guint n = g_strv_length (shown);
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint i = 0; i < n; i++)
    add_row (self, shown[i], TRUE, i > 1, i + 1 < n);
  for (guint i = 0; all[i] != NULL; i++)
    if (!g_strv_contains ((const char * const *) shown, all[i]))
      add_row (self, all[i], FALSE, FALSE, FALSE);
  self->filling = FALSE;
  child = word != NULL ? find_focus (GTK_WIDGET (self->rows), word, tooltip) : NULL;
  if (child != NULL)
    gtk_widget_grab_focus (child);
}

static void
reset_cb (TyColumnChooser *self,
          GtkButton       *button)
{
  g_autoptr(GVariant) widths = g_variant_ref_sink (g_variant_new ("a{si}", NULL));
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();

  ty_roster_columns_set_widths (self->view, widths);
  set_shown (self, nothing);
  fill (self);
}

static void
ty_column_chooser_map (GtkWidget *widget)
{
  if (TY_COLUMN_CHOOSER (widget)->view != NULL)
    fill (TY_COLUMN_CHOOSER (widget));

  GTK_WIDGET_CLASS (ty_column_chooser_parent_class)->map (widget);
}

static void
ty_column_chooser_class_init (TyColumnChooserClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = ty_column_chooser_map;

  /**
   * TyColumnChooser::changed:
   * @self: the chooser
   *
   * Other columns are shown, or in other widths.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TY_TYPE_COLUMN_CHOOSER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ty_column_chooser_init (TyColumnChooser *self)
{
  GtkWidget *reset = gtk_button_new_with_label (_("Usual Columns and Widths"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_size_request (GTK_WIDGET (self), 240, -1);
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "ty-dense");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->rows));
  g_signal_connect_object (reset, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), reset);
}

/**
 * ty_column_chooser_set_view:
 * @self: a chooser
 * @view: the column view of a roster, which lives as long
 */
void
ty_column_chooser_set_view (TyColumnChooser *self,
                            GtkColumnView   *view)
{
  g_return_if_fail (TY_IS_COLUMN_CHOOSER (self));

  self->view = view;
}
