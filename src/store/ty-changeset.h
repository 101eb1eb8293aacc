/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-change.h"
#include "ty-database.h"

G_BEGIN_DECLS

/**
 * TySubject:
 * @kind: `person` or `unit`
 * @id: its key
 *
 * A person or a unit that an action touched.
 */
typedef struct
{
  const char *kind;
  gint64 id;
} TySubject;

gboolean   ty_changeset_digest   (GBytes       *changeset,
                                  GByteArray   *hashes,
                                  GArray       *subjects,
                                  GError      **error);
GPtrArray *ty_changeset_decode   (GBytes       *changeset,
                                  GError      **error);
GBytes    *ty_changeset_invert   (GBytes       *changeset,
                                  GError      **error);
gboolean   ty_changeset_apply    (TyDatabase   *database,
                                  GBytes       *changeset,
                                  TyChange    **conflict,
                                  GError      **error);

G_END_DECLS
