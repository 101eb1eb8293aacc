/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-reminders"

#include "config.h"

#include "ty-office-reminders.h"

#include "ty-office-private.h"
#include "ty-pairing-status.h"
#include "ty-text.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>

static void
add_part (GString    *text,
          const char *format,
          guint       n)
{
  g_autofree char *number = ty_text_format_count (n);
  g_auto(GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *part = g_strjoinv (number, parts);

  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append (text, ty_words_get_separator ());
  g_string_append (text, part);
}

/**
 * ty_reminders_dup_text:
 * @self: numbers
 *
 * Returns: (transfer full) (nullable): one line without names for a screen that others see, or %NULL where there is
 *   nothing to remind of
 */
char *
ty_reminders_dup_text (const TyReminders *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  add_part (text, ngettext ("%s pair with overdue talks", "%s pairs with overdue talks", self->n_talks), self->n_talks);
  add_part (text, ngettext ("%s pair with overdue milestones", "%s pairs with overdue milestones", self->n_goals),
            self->n_goals);
  add_part (text, ngettext ("%s pair that ends", "%s pairs that end", self->n_ends), self->n_ends);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static gpointer
count (TyOfficeThread  *thread,
       gpointer         data,
       GCancellable    *cancellable,
       GError         **error)
{
  const TyDate *today = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyView) view = ty_engine_get_view (ty_office_thread_get_engine (thread), database, *today, 0, 0, error);
  g_autoptr(GPtrArray) all = view != NULL ? ty_pairing_status_list (view, database, FALSE, error) : NULL;
  TyReminders *reminders = all != NULL ? g_new0 (TyReminders, 1) : NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const TyPairingStatus *status = g_ptr_array_index (all, i);

      reminders->n_talks += status->overdue;
      reminders->n_goals += status->meets && status->n_late > 0;
      reminders->n_ends += status->end != TY_PAIRING_GOES_ON;
    }
  return reminders;
}

/**
 * ty_office_count_reminders_async:
 * @self: an open office
 * @today: the day
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is counted
 * @user_data: for @callback
 *
 * Counts what there is to remind of.
 */
void
ty_office_count_reminders_async (TyOffice            *self,
                                 TyDate               today,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_count_reminders_async, cancellable, callback, user_data);

  ty_office_read (self, task, count, g_memdup2 (&today, sizeof today), g_free, g_free);
}

/**
 * ty_office_count_reminders_finish:
 * @self: an office
 * @result: what the callback was given
 * @reminders: (out caller-allocates): the numbers
 * @error: a `TY_STORE_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Returns: whether it was counted
 */
gboolean
ty_office_count_reminders_finish (TyOffice      *self,
                                  GAsyncResult  *result,
                                  TyReminders   *reminders,
                                  GError       **error)
{
  g_autofree TyReminders *counted = ty_office_task_finish (self, result, ty_office_count_reminders_async, error);

  if (counted != NULL)
    *reminders = *counted;
  return counted != NULL;
}
