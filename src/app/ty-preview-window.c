/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-preview-window"

#include "config.h"

#include "ty-preview-window.h"

#include "ty-roster-preview.h"

/**
 * TyPreviewWindow:
 *
 * A look at a person from anywhere, without leaving the page: Escape goes back to it, Enter opens the
 * person's page.
 */
struct _TyPreviewWindow
{
  AdwWindow parent_instance;

  /* Template */
  GtkWidget *box;
  TyRosterPreview *preview;

  /* Owned */
  TyOffice *office; /* (nullable) */

  gint64 person;
};

enum
{
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyPreviewWindow, ty_preview_window, ADW_TYPE_WINDOW)

static void
open_person (TyPreviewWindow *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, self->person);
  gtk_window_close (GTK_WINDOW (self));
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  open_person (TY_PREVIEW_WINDOW (user_data));
}

/* Enter is that of the button where the keyboard is, if it is at one. */
static void
ty_preview_window_activate_default (GtkWindow *window)
{
  TyPreviewWindow *self = TY_PREVIEW_WINDOW (window);
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus == NULL || focus == self->box)
    open_person (self);
  else
    GTK_WINDOW_CLASS (ty_preview_window_parent_class)->activate_default (window);
}

/* What is shown is that of now, for the cut-off date and the file of the page. */
static void
update (TyPreviewWindow *self)
{
  if (ty_office_is_open (self->office))
    ty_roster_preview_show (self->preview, self->office, self->person);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
ty_preview_window_dispose (GObject *object)
{
  TyPreviewWindow *self = TY_PREVIEW_WINDOW (object);

  if (self->preview != NULL)
    ty_roster_preview_show (self->preview, NULL, 0);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_PREVIEW_WINDOW);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_preview_window_parent_class)->dispose (object);
}

static void
ty_preview_window_class_init (TyPreviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_preview_window_dispose;
  GTK_WINDOW_CLASS (klass)->activate_default = ty_preview_window_activate_default;

  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (TY_TYPE_ROSTER_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-preview-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPreviewWindow, box);
  gtk_widget_class_bind_template_child (widget_class, TyPreviewWindow, preview);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ty_preview_window_init (TyPreviewWindow *self)
{
  static const GActionEntry entries[] = { { "open", open_cb, NULL, NULL, NULL } };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* At no button, so that Enter opens the person. */
  gtk_window_set_focus (GTK_WINDOW (self), self->box);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "roster", G_ACTION_GROUP (actions));
}

/**
 * ty_preview_window_new:
 * @parent: the window to which it belongs
 * @office: from which it reads
 * @person: key of a person
 *
 * Returns: (transfer none): a window that shows the person
 */
TyPreviewWindow *
ty_preview_window_new (GtkWindow *parent,
                       TyOffice  *office,
                       gint64     person)
{
  TyPreviewWindow *self = g_object_new (TY_TYPE_PREVIEW_WINDOW, "transient-for", parent, NULL);

  self->office = g_object_ref (office);
  self->person = person;
  g_signal_connect_object (office, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (office, "notify::open", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}
