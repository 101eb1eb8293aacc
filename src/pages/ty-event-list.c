/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-event-list"

#include "config.h"

#include "ty-event-list.h"

#include "ty-format.h"
#include "ty-office-events.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * TyEventList:
 *
 * The events of a file: day by day who did what, and about whom. A row that is about somebody leads there.
 */
struct _TyEventList
{
  AdwBin parent_instance;

  /* Owned */
  GCancellable *loading; /* (nullable) */
  GPtrArray *lines;      /* (nullable) (element-type TyEventLine) */

  GtkStack *stack;       /* (unowned) */
  GListStore *numbers;   /* (unowned): a GtkStringObject with its place for each line */
  GtkSingleSelection *selection; /* (unowned): of them */
};

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyEventList, ty_event_list, ADW_TYPE_BIN)

static GtkWidget *
add_label (GtkWidget  *box,
           const char *css_class,
           int         width)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_size_request (label, width, -1);
  gtk_widget_set_hexpand (label, width < 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* The day above the first row of each day, and below it time, who, what and about whom. */
static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *day = add_label (row, "heading", -1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_margin_top (day, 10);
  gtk_box_append (GTK_BOX (row), line);
  add_label (line, "numeric", 48);
  add_label (line, "dim-label", 110);
  add_label (line, NULL, 260);
  add_label (line, NULL, -1);
  gtk_list_item_set_child (item, row);
}

static void
set_next (GtkWidget **label,
          const char *text)
{
  gtk_label_set_label (GTK_LABEL (*label), text);
  gtk_widget_set_tooltip_text (*label, text);
  *label = gtk_widget_get_next_sibling (*label);
}

static const TyEventLine *
get_line (TyEventList *self,
          guint        position)
{
  return self->lines != NULL && position < self->lines->len ? g_ptr_array_index (self->lines, position) : NULL;
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         TyEventList              *self)
{
  guint position = gtk_list_item_get_position (item);
  const TyEventLine *line = get_line (self, position);
  const TyEventLine *before = position > 0 ? get_line (self, position - 1) : NULL;
  GtkWidget *day = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_widget_get_first_child (gtk_widget_get_next_sibling (day));
  g_autofree char *name = NULL;

  if (line == NULL)
    return;

  name = ty_format_day_long (ty_date_from_iso (line->day));
  gtk_label_set_label (GTK_LABEL (day), name);
  gtk_widget_set_visible (day, before == NULL || strcmp (before->day, line->day) != 0);
  set_next (&label, line->time);
  set_next (&label, line->user);
  set_next (&label, line->what);
  set_next (&label, line->about);
}

static void
activate_cb (TyEventList *self,
             guint        position,
             GtkListView *view)
{
  const TyEventLine *line = get_line (self, position);

  if (line != NULL && line->person != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-person", "x", line->person);
}

static void
show_lines (TyEventList *self)
{
  g_list_store_remove_all (self->numbers);
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autoptr(GtkStringObject) number = gtk_string_object_new ("");

      g_list_store_append (self->numbers, number);
    }
  gtk_stack_set_visible_child_name (self->stack, self->lines->len > 0 ? "list" : "empty");
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = ty_office_list_events_finish (TY_OFFICE (source), result, &error);
  TyEventList *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_EVENT_LIST (user_data);
  g_clear_object (&self->loading);
  if (lines == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }
  g_list_store_remove_all (self->numbers);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = g_steal_pointer (&lines);
  show_lines (self);
}

static void
ty_event_list_dispose (GObject *object)
{
  TyEventList *self = TY_EVENT_LIST (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);

  G_OBJECT_CLASS (ty_event_list_parent_class)->dispose (object);
}

static void
ty_event_list_finalize (GObject *object)
{
  g_clear_pointer (&TY_EVENT_LIST (object)->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (ty_event_list_parent_class)->finalize (object);
}

static void
ty_event_list_class_init (TyEventListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ty_event_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ty_event_list_finalize;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", TY_TYPE_EVENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static GtkWidget *
make_empty (void)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE,
                       "icon-name", "ty-history-symbolic",
                       "title", _("Nothing was noted yet"),
                       "description", _("What is shown in clear, exported, opened or backed up will stand here "
                                        "with who did it and when."),
                       NULL);
}

static void
ty_event_list_init (TyEventList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view;

  self->numbers = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->numbers));
  view = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_widget_add_css_class (view, "ty-dense");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Events"), -1);
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, gtk_label_new (""), "blank");
  gtk_stack_add_named (self->stack, scroller, "list");
  gtk_stack_add_named (self->stack, make_empty (), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * ty_event_list_load:
 * @self: a list
 * @office: an open office
 *
 * Reads the events anew; what was there stays until they have come.
 */
void
ty_event_list_load (TyEventList *self,
                    TyOffice    *office)
{
  g_return_if_fail (TY_IS_EVENT_LIST (self));

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  ty_office_list_events_async (office, self->loading, listed_cb, self);
}

/**
 * ty_event_list_get_person:
 * @self: a list
 *
 * Returns: key of the person whom the current line is about, or 0
 */
gint64
ty_event_list_get_person (TyEventList *self)
{
  const TyEventLine *line;

  g_return_val_if_fail (TY_IS_EVENT_LIST (self), 0);

  line = get_line (self, gtk_single_selection_get_selected (self->selection));
  return line != NULL ? line->person : 0;
}
