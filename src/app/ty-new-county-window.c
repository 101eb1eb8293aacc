/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-new-county-window"

#include "config.h"

#include "ty-new-county-window.h"

#include "ty-file-dialog.h"
#include "ty-form-guard.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

#define CODE_LENGTH 6

/**
 * TyNewCountyWindow:
 *
 * Asks for the name and code of a new county and where its file is to be. The signal “create”
 * (path, name, code) comes once all is known.
 */
struct _TyNewCountyWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwEntryRow *name_row;
  AdwEntryRow *code_row;
};

enum
{
  SIGNAL_CREATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyNewCountyWindow, ty_new_county_window, ADW_TYPE_WINDOW)

static gboolean
is_code (const char *text)
{
  size_t length = strlen (text);

  for (size_t i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;

  return length == 0 || length == CODE_LENGTH;
}

static void
changed_cb (TyNewCountyWindow *self,
            AdwEntryRow       *row)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name_row));
  const char *code = gtk_editable_get_text (GTK_EDITABLE (self->code_row));

  if (is_code (code))
    gtk_widget_remove_css_class (GTK_WIDGET (self->code_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->code_row), "error");
  ty_widget_action_enable (GTK_WIDGET (self), "county.create",
                           *name != '\0' && is_code (code));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TyNewCountyWindow *self = TY_NEW_COUNTY_WINDOW (source);
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  const char *code = gtk_editable_get_text (GTK_EDITABLE (self->code_row));

  if (path == NULL)
    return;

  g_signal_emit (self, signals[SIGNAL_CREATE], 0, path,
                 gtk_editable_get_text (GTK_EDITABLE (self->name_row)),
                 *code != '\0' ? code : NULL);
  ty_form_guard_close (GTK_WINDOW (self));
}

static void
create_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TyNewCountyWindow *self = TY_NEW_COUNTY_WINDOW (widget);
  g_autofree char *name = g_strconcat (gtk_editable_get_text (GTK_EDITABLE (self->name_row)),
                                       ".touyan", NULL);

  ty_file_dialog_save_async (GTK_WINDOW (self), _("Where is the county file to be?"),
                             TY_FILE_KIND_COUNTY, name, chosen_cb, NULL);
}

static void
ty_new_county_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_NEW_COUNTY_WINDOW);

  G_OBJECT_CLASS (ty_new_county_window_parent_class)->dispose (object);
}

static void
ty_new_county_window_class_init (TyNewCountyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_new_county_window_dispose;

  signals[SIGNAL_CREATE] = g_signal_new ("create", TY_TYPE_NEW_COUNTY_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING,
                                         G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-new-county-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TyNewCountyWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, TyNewCountyWindow, code_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "county.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ty_new_county_window_init (TyNewCountyWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch (GTK_WINDOW (self));
  changed_cb (self, self->name_row);
  /* Else it is on Cancel, which stands first. */
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

/**
 * ty_new_county_window_new:
 * @parent: the window that asks
 *
 * Returns: (transfer none): the dialog
 */
TyNewCountyWindow *
ty_new_county_window_new (GtkWindow *parent)
{
  return g_object_new (TY_TYPE_NEW_COUNTY_WINDOW, "transient-for", parent, NULL);
}
