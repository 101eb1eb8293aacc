/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyKept:
 * @name: (owned): its name, without that of its kind
 * @value: (owned): what is kept
 *
 * A document that the county keeps under a name: a dashboard, a cross table.
 */
typedef struct
{
  char *name;
  char *value;
} TyKept;

GPtrArray *ty_kept_table_list (TyDatabase  *database,
                               const char  *kind,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   ty_kept_table_save (TyStore     *store,
                               const char  *user,
                               const char  *kind,
                               const char  *name,
                               const char  *title,
                               const char  *value,
                               gint64      *seq,
                               GError     **error);

G_END_DECLS
