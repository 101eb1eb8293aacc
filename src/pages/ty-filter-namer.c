/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filter-namer"

#include "config.h"

#include "ty-filter-namer.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GtkEditable *entry;
  TyFilterNamedFunc func;
  GObject *object; /* (owned) */
} Asking;

static void
asking_free (gpointer   data,
             GClosure  *closure)
{
  Asking *asking = data;

  g_object_unref (asking->object);
  g_free (asking);
}

static void
typed_cb (AdwMessageDialog *dialog,
          GtkEditable      *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "save", *text != '\0');
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  Asking *asking = user_data;

  if (g_str_equal (response, "save"))
    asking->func (gtk_editable_get_text (asking->entry), asking->object);
}

/**
 * ty_filter_namer_ask_of:
 * @parent: the window that asks
 * @heading: for what a name is asked
 * @label: what the name is, for its entry
 * @name: the name that it has, empty for none
 * @func: takes the name
 * @object: (type GObject): for @func; kept until there is an answer
 *
 * Asks for the name of something that is saved. Without one nothing is done.
 */
void
ty_filter_namer_ask_of (GtkWindow          *parent,
                        const char         *heading,
                        const char         *label,
                        const char         *name,
                        TyFilterNamedFunc   func,
                        gpointer            object)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);
  GtkWidget *entry = gtk_entry_new ();
  Asking *asking = g_new0 (Asking, 1);

  asking->entry = GTK_EDITABLE (entry);
  asking->func = func;
  asking->object = g_object_ref (object);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "save",
                                    _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  typed_cb (ADW_MESSAGE_DIALOG (dialog), GTK_EDITABLE (entry));
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, asking_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

/**
 * ty_filter_namer_ask:
 * @parent: the window that asks
 * @heading: for what a name is asked
 * @name: the name that it has, empty for none
 * @func: takes the name
 * @object: (type GObject): for @func; kept until there is an answer
 *
 * Asks for the name of a filter. Without one nothing is done.
 */
void
ty_filter_namer_ask (GtkWindow          *parent,
                     const char         *heading,
                     const char         *name,
                     TyFilterNamedFunc   func,
                     gpointer            object)
{
  ty_filter_namer_ask_of (parent, heading, _("Name of the filter"), name, func, object);
}
