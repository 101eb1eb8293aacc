/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pair-column"

#include "config.h"

#include "ty-pair-column.h"

#include "ty-tag.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

#define FOLDED_WIDTH 40    /* pixels */

/**
 * TyPairColumn:
 *
 * A column of the board: its head with the number of cards and the rule of their order, the cards, and how
 * many more there are. Folded it is a strip with its title, on which cards can be dropped all the same.
 */
struct _TyPairColumn
{
  GtkWidget parent_instance;

  TyPairingColumn column;
  gboolean folded;

  /* Owned by the box */
  GtkWidget *open;        /* what is seen of an unfolded column */
  GtkWidget *strip;       /* and of a folded one */
  GtkWidget *count_label;
  GtkWidget *strip_count;
  GtkWidget *late;        /* (nullable): the tag */
  GtkWidget *head;
  GtkWidget *foot;
  GtkWidget *foot_label;
  GtkScrolledWindow *scroller;
  TyPairStack *stack;
};

enum
{
  SIGNAL_FOLDED,
  SIGNAL_MORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyPairColumn, ty_pair_column, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text,
            const char *first_class,
            const char *second_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  return label;
}

static void
fold_cb (TyPairColumn *self)
{
  ty_pair_column_set_folded (self, !self->folded);
  g_signal_emit (self, signals[SIGNAL_FOLDED], 0);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
more_cb (TyPairColumn *self)
{
  g_signal_emit (self, signals[SIGNAL_MORE], 0);
}

static GtkWidget *
make_head (TyPairColumn *self)
{
  GtkWidget *title = make_label (ty_pairing_column_get_label (self->column), "heading", NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("pan-start-symbolic");
  /* Three dots say nothing: where there is no room the rule is only the tooltip of the title. */
  GtkWidget *room = adw_squeezer_new ();
  GtkWidget *order_label = make_label (ty_pairing_column_get_order_label (self->column), "caption", "dim-label");
  /* Translators: the title of a column */
  g_autofree char *name = g_strdup_printf (_("Fold “%s”"), ty_pairing_column_get_label (self->column));

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->count_label = make_label ("", "dim-label", "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (order_label), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_xalign (GTK_LABEL (order_label), 1);
  adw_squeezer_set_allow_none (ADW_SQUEEZER (room), TRUE);
  adw_squeezer_set_xalign (ADW_SQUEEZER (room), 1);
  adw_squeezer_add (ADW_SQUEEZER (room), order_label);
  gtk_widget_set_hexpand (room, TRUE);
  gtk_widget_set_tooltip_text (order_label, ty_pairing_column_get_order_label (self->column));
  gtk_widget_set_tooltip_text (title, ty_pairing_column_get_order_label (self->column));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (fold_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (self->head, "ty-pair-head");
  gtk_box_append (GTK_BOX (self->head), title);
  gtk_box_append (GTK_BOX (self->head), self->count_label);
  gtk_box_append (GTK_BOX (self->head), room);
  gtk_box_append (GTK_BOX (self->head), button);
  return self->head;
}

static GtkWidget *
make_foot (TyPairColumn *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Show"));

  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->foot_label = make_label ("", "caption", "dim-label");
  gtk_widget_set_hexpand (self->foot_label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-link");
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (self->foot, "ty-pair-foot");
  gtk_widget_set_visible (self->foot, FALSE);
  gtk_box_append (GTK_BOX (self->foot), self->foot_label);
  gtk_box_append (GTK_BOX (self->foot), button);
  return self->foot;
}

static void
make_open (TyPairColumn *self)
{
  self->open = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->stack = g_object_new (TY_TYPE_PAIR_STACK, NULL);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->stack));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  ty_pair_stack_set_adjustment (self->stack, gtk_scrolled_window_get_vadjustment (self->scroller));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stack), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ty_pairing_column_get_label (self->column), -1);
  gtk_box_append (GTK_BOX (self->open), make_head (self));
  gtk_box_append (GTK_BOX (self->open), GTK_WIDGET (self->scroller));
  gtk_box_append (GTK_BOX (self->open), make_foot (self));
  gtk_widget_set_parent (self->open, GTK_WIDGET (self));
}

/* A label does not run downwards, so that each character of a Chinese title is a line; of a title in letters
 * the strip shows the number, and the rest is its tooltip. */
static char *
dup_upright (const char *title)
{
  GString *text = g_string_new (NULL);

  if (g_unichar_iswide (g_utf8_get_char (title)))
    for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
      g_string_append_printf (text, "%s%.*s", text->len > 0 ? "\n" : "", (int) (g_utf8_next_char (p) - p), p);
  return g_string_free (text, FALSE);
}

static void
make_strip (TyPairColumn *self)
{
  g_autofree char *title = dup_upright (ty_pairing_column_get_label (self->column));
  /* Translators: the title of a column */
  g_autofree char *name = g_strdup_printf (_("Unfold “%s”"), ty_pairing_column_get_label (self->column));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *label = make_label (title, "heading", NULL);

  self->strip = gtk_button_new ();
  self->strip_count = make_label ("", "dim-label", "numeric");
  gtk_label_set_xalign (GTK_LABEL (self->strip_count), 0.5f);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-end-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->strip_count);
  gtk_button_set_child (GTK_BUTTON (self->strip), box);
  gtk_widget_add_css_class (self->strip, "ty-pair-strip");
  gtk_widget_set_tooltip_text (self->strip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (self->strip, "clicked", G_CALLBACK (fold_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->strip, FALSE);
  gtk_widget_set_parent (self->strip, GTK_WIDGET (self));
}

static void
ty_pair_column_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TyPairColumn *self = TY_PAIR_COLUMN (widget);

  gtk_widget_measure (self->folded ? self->strip : self->open, orientation, for_size, minimum, natural, NULL,
                      NULL);
  if (self->folded && orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = FOLDED_WIDTH;
}

static void
ty_pair_column_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TyPairColumn *self = TY_PAIR_COLUMN (widget);

  gtk_widget_size_allocate (self->folded ? self->strip : self->open, &(GtkAllocation){ 0, 0, width, height },
                            -1);
}

static void
ty_pair_column_dispose (GObject *object)
{
  TyPairColumn *self = TY_PAIR_COLUMN (object);

  g_clear_pointer (&self->open, gtk_widget_unparent);
  g_clear_pointer (&self->strip, gtk_widget_unparent);

  G_OBJECT_CLASS (ty_pair_column_parent_class)->dispose (object);
}

static void
ty_pair_column_class_init (TyPairColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_pair_column_dispose;
  widget_class->measure = ty_pair_column_measure;
  widget_class->size_allocate = ty_pair_column_size_allocate;

  signals[SIGNAL_FOLDED] = g_signal_new ("folded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MORE] = g_signal_new ("more", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "paircolumn");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ty_pair_column_init (TyPairColumn *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * ty_pair_column_new:
 * @column: which one
 *
 * Returns: (transfer floating): a column without cards
 */
GtkWidget *
ty_pair_column_new (TyPairingColumn column)
{
  TyPairColumn *self = g_object_new (TY_TYPE_PAIR_COLUMN, NULL);

  self->column = column;
  make_open (self);
  make_strip (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ty_pairing_column_get_label (column), -1);
  return GTK_WIDGET (self);
}

/**
 * ty_pair_column_get_column:
 * @self: a column
 *
 * Returns: which one it is
 */
TyPairingColumn
ty_pair_column_get_column (TyPairColumn *self)
{
  g_return_val_if_fail (TY_IS_PAIR_COLUMN (self), 0);

  return self->column;
}

/**
 * ty_pair_column_get_stack:
 * @self: a column
 *
 * Returns: (transfer none): where its cards are
 */
TyPairStack *
ty_pair_column_get_stack (TyPairColumn *self)
{
  g_return_val_if_fail (TY_IS_PAIR_COLUMN (self), NULL);

  return self->stack;
}

/**
 * ty_pair_column_get_adjustment:
 * @self: a column
 *
 * Returns: (transfer none): by which its cards are scrolled
 */
GtkAdjustment *
ty_pair_column_get_adjustment (TyPairColumn *self)
{
  g_return_val_if_fail (TY_IS_PAIR_COLUMN (self), NULL);

  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

/* A tag gives way to longer texts; here it is the one that matters. */
static int
measure_text (TyPairColumn *self,
              const char   *text)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
set_late (TyPairColumn *self,
          guint         n_overdue)
{
  g_autofree char *count = ty_text_format_count (n_overdue);
  g_autofree char *text = g_strdup_printf (ngettext ("%s late", "%s late", n_overdue), count);

  if (self->late != NULL)
    gtk_box_remove (GTK_BOX (self->head), self->late);
  self->late = NULL;
  if (n_overdue == 0)
    return;

  self->late = ty_tag_new (text, "warn");
  gtk_widget_set_size_request (self->late, measure_text (self, text) + 16, -1);
  gtk_widget_set_valign (self->late, GTK_ALIGN_CENTER);
  gtk_box_insert_child_after (GTK_BOX (self->head), self->late, self->count_label);
}

/**
 * ty_pair_column_set_counts:
 * @self: a column
 * @n: how many cards belong here
 * @n_shown: how many of them are shown
 * @n_overdue: of how many something is late
 */
void
ty_pair_column_set_counts (TyPairColumn *self,
                           guint         n,
                           guint         n_shown,
                           guint         n_overdue)
{
  g_autofree char *count = ty_text_format_count (n);
  g_autofree char *rest = ty_text_format_count (n - n_shown);
  g_autofree char *text = g_strdup_printf (ngettext ("%s more", "%s more", n - n_shown), rest);

  g_return_if_fail (TY_IS_PAIR_COLUMN (self));
  g_return_if_fail (n_shown <= n);

  gtk_label_set_label (GTK_LABEL (self->count_label), count);
  gtk_label_set_label (GTK_LABEL (self->strip_count), count);
  gtk_label_set_label (GTK_LABEL (self->foot_label), text);
  gtk_widget_set_visible (self->foot, n_shown < n);
  set_late (self, n_overdue);
}

/**
 * ty_pair_column_set_folded:
 * @self: a column
 * @folded: whether only a strip is shown of it
 */
void
ty_pair_column_set_folded (TyPairColumn *self,
                           gboolean      folded)
{
  g_return_if_fail (TY_IS_PAIR_COLUMN (self));

  folded = !!folded;
  if (self->folded == folded)
    return;
  self->folded = folded;
  gtk_widget_set_visible (self->open, !folded);
  gtk_widget_set_visible (self->strip, folded);
}

/**
 * ty_pair_column_is_folded:
 * @self: a column
 *
 * Returns: whether only a strip is shown of it
 */
gboolean
ty_pair_column_is_folded (TyPairColumn *self)
{
  g_return_val_if_fail (TY_IS_PAIR_COLUMN (self), FALSE);

  return self->folded;
}

/**
 * ty_pair_column_set_target:
 * @self: a column
 * @target: whether what is dragged would be dropped here
 */
void
ty_pair_column_set_target (TyPairColumn *self,
                           gboolean      target)
{
  g_return_if_fail (TY_IS_PAIR_COLUMN (self));

  if (target)
    gtk_widget_add_css_class (GTK_WIDGET (self), "target");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "target");
}
