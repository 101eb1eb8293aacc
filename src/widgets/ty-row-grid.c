/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-row-grid"

#include "config.h"

#include "ty-row-grid.h"

#include "ty-gradual.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

#define MAX_LINE 16 /* half-width characters that stay on one line in a column that is not the last */
#define N_AT_ONCE 12 /* rows that are there at once; more when they are asked for */
#define MIN_LAST 10 /* half-width characters for which the last column has at least room */

/**
 * TyRowGrid:
 *
 * Short rows of texts with aligned columns, parted by hairlines. The last column takes what is
 * left. Long texts wrap; names and dates never do.
 */
struct _TyRowGrid
{
  AdwBin parent_instance;

  /* Borrowed: children */
  GtkGrid *grid;
  GtkWidget *more;

  /* Owned */
  GQueue waiting; /* (element-type WaitingRow) */

  guint32 numeric; /* a bit for each column of numbers */
  guint n_rows;   /* those that wait included */
  guint n_made;
};

/* A row that is not yet there. */
typedef struct
{
  char **texts;     /* (owned) */
  gboolean heading;
  gboolean dim;
  char *name;       /* (owned) (nullable): of its button */
  char *action;     /* (owned) (nullable) */
  GVariant *target; /* (owned) (nullable) */
} WaitingRow;

G_DEFINE_FINAL_TYPE (TyRowGrid, ty_row_grid, ADW_TYPE_BIN)

/* Words may, also few of them; a year with what it belongs to, a month and a number only where they are long. */
static gboolean
may_wrap (const char *text)
{
  gboolean has_words = strchr (text, ' ') != NULL;

  if (has_words && g_ascii_isalpha (*text))
    return TRUE;
  return ty_text_width (text) > MAX_LINE && (has_words || !g_ascii_isdigit (*text));
}

static void
waiting_row_free (gpointer data)
{
  WaitingRow *row = data;

  g_strfreev (row->texts);
  g_free (row->name);
  g_free (row->action);
  g_clear_pointer (&row->target, g_variant_unref);
  g_free (row);
}

static void
make_row (TyRowGrid          *self,
          gboolean            heading,
          const char * const *texts)
{
  for (int i = 0; texts[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (texts[i]);
      gboolean last = texts[i + 1] == NULL;

      gtk_label_set_xalign (GTK_LABEL (label), (self->numeric >> i & 1) != 0 ? 1 : 0);
      gtk_label_set_yalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "numeric");
      if (self->n_made > 0)
        gtk_widget_add_css_class (label, "ty-lined");
      if (heading)
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
        }
      gtk_widget_set_hexpand (label, last);
      gtk_label_set_wrap (GTK_LABEL (label), last || may_wrap (texts[i]));
      if (last)
        gtk_label_set_width_chars (GTK_LABEL (label), MIN (ty_text_width (texts[i]), MIN_LAST));
      gtk_grid_attach (self->grid, label, i, (int) self->n_made, 1, 1);
    }
  self->n_made++;
}

static void
dim_row (TyRowGrid *self)
{
  GtkWidget *label;

  for (int i = 0; (label = gtk_grid_get_child_at (self->grid, i, (int) self->n_made - 1)) != NULL; i++)
    gtk_widget_add_css_class (label, "dim-label");
}

static void
make_button (TyRowGrid  *self,
             const char *name,
             const char *action,
             GVariant   *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  int column = 0;

  while (gtk_grid_get_child_at (self->grid, column, (int) self->n_made - 1) != NULL)
    column++;
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-small");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_grid_attach (self->grid, button, column, (int) self->n_made - 1, 1, 1);
}

static gboolean
make_next (GtkWidget *widget)
{
  TyRowGrid *self = TY_ROW_GRID (widget);
  WaitingRow *row = g_queue_pop_head (&self->waiting);

  if (row == NULL)
    return FALSE;

  make_row (self, row->heading, (const char * const *) row->texts);
  if (row->dim)
    dim_row (self);
  if (row->action != NULL)
    make_button (self, row->name, row->action, row->target);
  waiting_row_free (row);
  return !g_queue_is_empty (&self->waiting);
}

/* Very many rows would make the first frame late; so they come when they are wanted, a few in each frame. */
static void
more_cb (TyRowGrid *self)
{
  gtk_widget_set_visible (self->more, FALSE);
  ty_gradual_start (GTK_WIDGET (self), make_next);
}

static void
offer_more (TyRowGrid *self)
{
  g_autofree char *count = ty_text_format_count (g_queue_get_length (&self->waiting));
  g_autofree char *label = NULL;

  /* Translators: a number of rows, of which the first are there already */
  label = g_strdup_printf (_("Show %s more"), count);
  gtk_button_set_label (GTK_BUTTON (self->more), label);
  gtk_widget_set_visible (self->more, TRUE);
}

static void
ty_row_grid_dispose (GObject *object)
{
  TyRowGrid *self = TY_ROW_GRID (object);

  ty_gradual_stop (GTK_WIDGET (self));
  g_queue_clear_full (&self->waiting, waiting_row_free);

  G_OBJECT_CLASS (ty_row_grid_parent_class)->dispose (object);
}

static void
ty_row_grid_class_init (TyRowGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ty_row_grid_dispose;
}

static void
ty_row_grid_init (TyRowGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  g_queue_init (&self->waiting);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "ty-rows");
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "ty-link");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_widget_set_visible (self->more, FALSE);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (box), self->more);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * ty_row_grid_new:
 *
 * Returns: (transfer floating): a grid without rows
 */
GtkWidget *
ty_row_grid_new (void)
{
  return g_object_new (TY_TYPE_ROW_GRID, NULL);
}

/**
 * ty_row_grid_set_numeric:
 * @self: a grid without rows
 * @column: which column, from 0, below 32
 *
 * Has the numbers of a column end below each other, and its heading with them.
 */
void
ty_row_grid_set_numeric (TyRowGrid *self,
                         guint      column)
{
  g_return_if_fail (TY_IS_ROW_GRID (self));
  g_return_if_fail (self->n_rows == 0);
  g_return_if_fail (column < 32);

  self->numeric |= 1u << column;
}

/**
 * ty_row_grid_add:
 * @self: a grid
 * @heading: whether it is the row of headings
 * @texts: (array zero-terminated=1): the texts from left to right
 *
 * Adds a row below the others. Of many rows the first are there at once, and the others when somebody
 * asks for them.
 */
void
ty_row_grid_add (TyRowGrid          *self,
                 gboolean            heading,
                 const char * const *texts)
{
  WaitingRow *row;

  g_return_if_fail (TY_IS_ROW_GRID (self));

  self->n_rows++;
  if (self->n_rows <= N_AT_ONCE)
    {
      make_row (self, heading, texts);
      return;
    }

  row = g_new0 (WaitingRow, 1);
  row->texts = g_strdupv ((char **) texts);
  row->heading = heading;
  g_queue_push_tail (&self->waiting, row);
  offer_more (self);
}

/**
 * ty_row_grid_dim_last:
 * @self: a grid with a row
 *
 * What the last row tells is over.
 */
void
ty_row_grid_dim_last (TyRowGrid *self)
{
  WaitingRow *row;

  g_return_if_fail (TY_IS_ROW_GRID (self));
  g_return_if_fail (self->n_rows > 0);

  row = g_queue_peek_tail (&self->waiting);
  if (row != NULL)
    row->dim = TRUE;
  else
    dim_row (self);
}

/**
 * ty_row_grid_add_button:
 * @self: a grid with a row
 * @name: what the button does, for its tooltip and for a screen reader
 * @action: name of the action
 * @target: (transfer floating): its parameter
 *
 * Adds a button to edit the last row, at its end.
 */
void
ty_row_grid_add_button (TyRowGrid  *self,
                        const char *name,
                        const char *action,
                        GVariant   *target)
{
  g_autoptr(GVariant) owned = g_variant_ref_sink (target);
  WaitingRow *row;

  g_return_if_fail (TY_IS_ROW_GRID (self));
  g_return_if_fail (self->n_rows > 0);

  row = g_queue_peek_tail (&self->waiting);
  if (row == NULL)
    {
      make_button (self, name, action, owned);
      return;
    }
  row->name = g_strdup (name);
  row->action = g_strdup (action);
  row->target = g_steal_pointer (&owned);
}

/**
 * ty_row_grid_get_n_rows:
 * @self: a grid
 *
 * Returns: how many rows it has, headings included
 */
guint
ty_row_grid_get_n_rows (TyRowGrid *self)
{
  g_return_val_if_fail (TY_IS_ROW_GRID (self), 0);

  return self->n_rows;
}
