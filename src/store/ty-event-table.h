/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"

G_BEGIN_DECLS

/**
 * TyEvent:
 * @seq: its place among the events
 * @at: (owned): UTC, `2021-10-01T08:00:00Z`
 * @user: (owned): who did it
 * @kind: (owned): what, such as `exported`
 * @detail: (owned) (nullable): more, in JSON
 *
 * Something that changed nothing but must be known.
 */
typedef struct
{
  gint64 seq;
  char *at;
  char *user;
  char *kind;
  char *detail;
} TyEvent;

GPtrArray *ty_event_table_list       (TyDatabase  *database,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ty_event_table_list_shown (TyDatabase  *database,
                                      gint64       person,
                                      guint        limit,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
