/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-custom-field.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyCustomChange:
 * @field: key of a field
 * @stored: (nullable): its value as it was read
 * @typed: (nullable): what is to stand there, as typed; nothing = no value
 *
 * What is to be entered for somebody in a field of the county.
 */
typedef struct
{
  gint64 field;
  const char *stored;
  const char *typed;
} TyCustomChange;

gboolean ty_custom_edit_add    (TyStore               *store,
                                const char            *user,
                                TyCustomField         *field,
                                gint64                *seq,
                                GError               **error);
gboolean ty_custom_edit_change (TyStore               *store,
                                const char            *user,
                                TyCustomField         *stored,
                                TyCustomField         *field,
                                gint64                *seq,
                                GError               **error);
gboolean ty_custom_edit_remove (TyStore               *store,
                                const char            *user,
                                gint64                 field,
                                gint64                *n_values,
                                gint64                *seq,
                                GError               **error);
gboolean ty_custom_edit_move   (TyStore               *store,
                                const char            *user,
                                gint64                 field,
                                int                    step,
                                gint64                *seq,
                                GError               **error);
gboolean ty_custom_edit_set    (TyStore               *store,
                                const char            *user,
                                gint64                 person,
                                const TyCustomChange  *changes,
                                guint                  n_changes,
                                gint64                *seq,
                                GError               **error);
gboolean ty_custom_edit_put    (TyStore               *store,
                                TyCustomField         *field,
                                gint64                 person,
                                const char            *value,
                                GError               **error);

G_END_DECLS
