/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-tab-stop"

#include "config.h"

#include "ty-tab-stop.h"

#define N_TEXTS 6 /* of a row that are read out at once */

/**
 * TyTabStop:
 *
 * What is around a list or a table of any length. In GTK 4.8 Tab goes from row to row, half a million
 * times before it comes to what stands behind; here it goes through what is in the row and then on. The
 * row that gets the focus is named after its first texts, since GTK gives it no name.
 */
struct _TyTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TyTabStop, ty_tab_stop, ADW_TYPE_BIN)

static gboolean
is_row (GtkWidget *widget)
{
  return g_strcmp0 (gtk_widget_get_css_name (widget), "row") == 0;
}

/* Returns: (nullable): the row in @self in which the focus is */
static GtkWidget *
get_focused_row (TyTabStop *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *widget = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (widget != NULL && widget != GTK_WIDGET (self) && !is_row (widget))
    widget = gtk_widget_get_parent (widget);
  return widget != NULL && is_row (widget) && gtk_widget_is_ancestor (widget, GTK_WIDGET (self))
           ? widget : NULL;
}

static guint
add_texts (GtkWidget *widget,
           GString   *texts,
           guint      n)
{
  g_autofree char *text = NULL;

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return n;
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_LABEL
      && g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "label") != NULL)
    {
      if (GTK_IS_LABEL (widget))
        text = g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
      else
        g_object_get (widget, "label", &text, NULL);
    }
  if (text != NULL && *text != '\0' && n < N_TEXTS)
    g_string_append_printf (texts, "%s%s", n++ > 0 ? ", " : "", text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && n < N_TEXTS;
       child = gtk_widget_get_next_sibling (child))
    n = add_texts (child, texts, n);
  return n;
}

static void
focus_widget_cb (TyTabStop  *self,
                 GParamSpec *pspec,
                 GtkRoot    *root)
{
  GtkWidget *row = get_focused_row (self);
  g_autoptr(GString) texts = g_string_new (NULL);

  if (row != NULL && add_texts (row, texts, 0) > 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, texts->str,
                                    -1);
}

static gboolean
ty_tab_stop_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  GtkWidget *row = get_focused_row (TY_TAB_STOP (widget));

  if (row != NULL && (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD))
    return gtk_widget_child_focus (row, direction);

  return GTK_WIDGET_CLASS (ty_tab_stop_parent_class)->focus (widget, direction);
}

static void
ty_tab_stop_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ty_tab_stop_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (focus_widget_cb), widget, G_CONNECT_SWAPPED);
}

static void
ty_tab_stop_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_widget_cb, widget);
  GTK_WIDGET_CLASS (ty_tab_stop_parent_class)->unroot (widget);
}

static void
ty_tab_stop_class_init (TyTabStopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = ty_tab_stop_focus;
  widget_class->root = ty_tab_stop_root;
  widget_class->unroot = ty_tab_stop_unroot;
}

static void
ty_tab_stop_init (TyTabStop *self)
{
}
