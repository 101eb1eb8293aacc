/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-export.h"
#include "ty-form-template.h"
#include "ty-form-values.h"

G_BEGIN_DECLS

/**
 * TyFormDocumentFunc:
 * @values: (transfer full): what a form says
 * @bookmark: (nullable): whose form it is
 * @data: the caller's
 * @error: why it cannot go on
 *
 * Takes a form. It has to be done with it before the next one, or keep it.
 *
 * Returns: whether it goes on
 */
typedef gboolean (*TyFormDocumentFunc) (TyFormValues  *values,
                                        const char    *bookmark,
                                        gpointer       data,
                                        GError       **error);

/**
 * TyFormDocuments:
 * @template: which form
 * @people: (array length=n_people): keys, in their order
 * @n_people: their number
 * @as_of: the day for which posts are written
 * @func: takes each form
 * @data: for @func
 * @progress: (nullable): hears how far it is
 * @progress_data: for @progress
 * @failures: (element-type utf8): where a sentence is added for who cannot be read
 * @warnings: (nullable) (element-type utf8): where it is told who has no form, while others have
 * @n_read: (out): how many people were read
 *
 * Whose forms are made.
 */
typedef struct
{
  TyFormTemplate *template;
  const gint64 *people;
  guint n_people;
  TyDate as_of;
  TyFormDocumentFunc func;
  gpointer data;
  TyAppointmentProgressFunc progress;
  gpointer progress_data;
  GPtrArray *failures;
  GPtrArray *warnings;
  guint n_read;
} TyFormDocuments;

gboolean ty_form_documents_make (TyFormDocuments  *self,
                                 TyDatabase       *database,
                                 GCancellable     *cancellable,
                                 GError          **error);

G_END_DECLS
