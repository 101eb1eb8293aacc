/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-post-forms"

#include "config.h"

#include "ty-post-forms.h"

#include "ty-format.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* How the forms of posts are opened, from wherever it may be. */

/* The day about which it was asked last: nobody is asked twice about the same. */
static TyDate asked_day;

/**
 * ty_post_forms_make_menu:
 * @action: name of an action whose parameter is the word of a move
 * @moves: (array length=n_moves): what can be done
 * @n_moves: their number
 *
 * Returns: (transfer full): a menu of them
 */
GMenuModel *
ty_post_forms_make_menu (const char       *action,
                         const TyPostMove *moves,
                         guint             n_moves)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < n_moves; i++)
    {
      /* Translators: what a menu entry with a form behind it is called */
      g_autofree char *label = g_strdup_printf (_("%s…"), ty_post_move_get_label (moves[i]));
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, action, "s", ty_post_move_to_string (moves[i]));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
saved_cb (TyPage     *page,
          const char *text,
          GtkWindow  *form)
{
  ty_page_tell_done (page, text);
}

static void
response_cb (GtkWindow        *form,
             const char       *response,
             AdwMessageDialog *dialog)
{
  if (g_str_equal (response, "edit"))
    gtk_window_present (form);
  else
    gtk_window_destroy (form);
}

/* Who looks at another day may take it for the day of the entry: that is asked once. */
static void
ask_about_past (TyPage    *page,
                GtkWindow *form)
{
  TyDate as_of = ty_office_get_as_of (ty_page_get_office (page));
  g_autofree char *day = ty_format_day_long (as_of);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                              _("Edit the Record of Today?"), NULL);

  asked_day = as_of;
  /* Translators: a day, such as 2021年12月31日 */
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("The window shows the state of %s. What you enter changes the "
                                    "record itself, and holds from the dates that you write."), day);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "edit",
                                    _("_Edit"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "edit");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "edit",
                                              ADW_RESPONSE_SUGGESTED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), form, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * ty_post_forms_present:
 * @page: from where it is opened
 * @editor: a form
 *
 * Shows a form above the window; what it did is told by the page.
 */
void
ty_post_forms_present (TyPage       *page,
                       TyPostEditor *editor)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (root));
  g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

/**
 * ty_post_forms_open:
 * @page: from where it is opened
 * @form: a form with a signal “saved” (s)
 *
 * The same; who looks at another day than today is asked first, once about each day.
 */
void
ty_post_forms_open (TyPage    *page,
                    GtkWindow *form)
{
  TyDate as_of = ty_office_get_as_of (ty_page_get_office (page));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (form, GTK_WINDOW (root));
  g_signal_connect_object (form, "saved", G_CALLBACK (saved_cb), page, G_CONNECT_SWAPPED);
  if (ty_date_compare (as_of, ty_date_today ()) != 0 && ty_date_compare (as_of, asked_day) != 0)
    ask_about_past (page, form);
  else
    gtk_window_present (form);
}
