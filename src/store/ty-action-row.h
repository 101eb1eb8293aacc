/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-digest.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyActionRow:
 *
 * What is written of an action. The store adds sequence, writer, time, schema and hash.
 */
typedef struct
{
  const char *user;
  const char *kind;
  const char *detail;        /* (nullable) */
  gint64 reverts;            /* 0 = nothing */
  gint64 root;               /* 0 = itself */
  gint64 n_rows;             /* of a genesis */
  GBytes *changeset;         /* (nullable) */
  GByteArray *change_hashes; /* (nullable) */
  gint64 seq;                /* (out) */
} TyActionRow;

gboolean ty_action_row_insert           (TyStore       *store,
                                         TyActionRow   *row,
                                         GError       **error);
gboolean ty_action_row_insert_subjects  (TyStore       *store,
                                         gint64         seq,
                                         GArray        *subjects,
                                         GError       **error);
gboolean ty_action_row_insert_event     (TyDatabase    *database,
                                         const char    *user,
                                         const char    *kind,
                                         const char    *detail,
                                         GError       **error);
TyStatement *ty_action_row_select       (TyDatabase    *database,
                                         GError       **error);
void     ty_action_row_hash             (TyStatement   *statement,
                                         const guint8   previous[TY_DIGEST_BYTES],
                                         guint8         hash[TY_DIGEST_BYTES]);
TyStatement *ty_action_row_select_events (TyDatabase   *database,
                                         GError       **error);
void     ty_action_row_hash_event       (TyStatement   *statement,
                                         const guint8   previous[TY_DIGEST_BYTES],
                                         guint8         hash[TY_DIGEST_BYTES]);
char    *ty_action_row_detail_with_hash (const char    *detail,
                                         const char    *hash) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
