/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-record-editor"

#include "config.h"

#include "ty-record-editor-private.h"

#include "ty-office-training.h"

/* A new course: whoever made it is told its key. */

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gint64 key = ty_office_add_course_finish (TY_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  TY_RECORD_EDITOR (user_data)->key = key;
  ty_record_editor_finish (TY_RECORD_EDITOR (user_data), key != 0, FALSE, error);
}

/**
 * ty_record_editor_save_course: (skip)
 * @self: a form of a new course
 *
 * Saves it.
 */
void
ty_record_editor_save_course (TyRecordEditor *self)
{
  ty_office_add_course_async (self->office, TY_COURSE (self->record), self->cancellable, added_cb, self);
}
