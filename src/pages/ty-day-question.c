/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-day-question"

#include "config.h"

#include "ty-day-question.h"

#include "ty-format.h"

#include <glib/gi18n-lib.h>

/* Who looks at another day may take it for the day of the entry. That is asked once for each day that a
 * window shows, whatever form is opened first. */

#define TOLD "ty-day-told"

typedef struct
{
  TyPage *page; /* (owned) */
  TyDayQuestionFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->data);
  g_object_unref (question->page);
  g_free (question);
}

/* The days in which a window was told, as the office keeps it; 0 = none. */
static gpointer
get_day (TyPage *page)
{
  return GINT_TO_POINTER (ty_date_to_days (ty_office_get_as_of (ty_page_get_office (page))));
}

static gboolean
is_told (TyPage *page)
{
  TyOffice *office = ty_page_get_office (page);

  return ty_date_compare (ty_office_get_as_of (office), ty_date_today ()) == 0
         || g_object_get_data (G_OBJECT (office), TOLD) == get_day (page);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  if (!g_str_equal (response, "edit"))
    return;

  g_object_set_data (G_OBJECT (ty_page_get_office (question->page)), TOLD, get_day (question->page));
  question->func (question->page, question->data);
}

/**
 * ty_day_question_ask:
 * @page: a page
 * @func: opens a form
 * @data: for @func
 * @destroy: (nullable): frees @data
 *
 * Opens a form; who looks at another day than today is asked first whether today is meant, once for that
 * day.
 */
void
ty_day_question_ask (TyPage            *page,
                     TyDayQuestionFunc  func,
                     gpointer           data,
                     GDestroyNotify     destroy)
{
  Question *question;
  g_autofree char *day = NULL;
  GtkWidget *dialog;

  g_return_if_fail (TY_IS_PAGE (page));

  if (is_told (page))
    {
      func (page, data);
      if (destroy != NULL)
        destroy (data);
      return;
    }

  question = g_new0 (Question, 1);
  *question = (Question){ g_object_ref (page), func, data, destroy };
  day = ty_format_day_long (ty_office_get_as_of (ty_page_get_office (page)));
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                   _("Edit the Record of Today?"), NULL);
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
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
