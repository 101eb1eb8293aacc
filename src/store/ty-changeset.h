/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-change.h"
#include "ty-database.h"

G_BEGIN_DECLS

/**
 * TySubject:
 * @kind: `person` or `unit`; the table of an updated row that concerns more than it names
 * @id: its key; of a row, the first part of the key
 * @second: of a row, the second part of the key
 *
 * A person or a unit that an action touched.
 */
typedef struct
{
  const char *kind;
  gint64 id;
  gint64 second;
} TySubject;

gboolean   ty_changeset_digest   (GBytes       *changeset,
                                  GByteArray   *hashes,
                                  GArray       *subjects,
                                  GError      **error);
GPtrArray *ty_changeset_decode   (GBytes       *changeset,
                                  GError      **error);
gboolean   ty_changeset_add_tables (GBytes     *changeset,
                                  GHashTable   *tables,
                                  GError      **error);
GBytes    *ty_changeset_invert   (GBytes       *changeset,
                                  GError      **error);
gboolean   ty_changeset_apply    (TyDatabase   *database,
                                  GBytes       *changeset,
                                  TyChange    **conflict,
                                  GError      **error);

G_END_DECLS
