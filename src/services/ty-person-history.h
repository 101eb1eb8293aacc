/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-event-table.h"
#include "ty-office.h"

G_BEGIN_DECLS

/* How many entries are read at most; what is older is on the page of the history. */
#define TY_PERSON_HISTORY_MOST 300

/**
 * TyPersonHistoryEntry:
 * @seq: the action, or 0 where something was only shown
 * @at: (owned): UTC, `2021-10-01T08:00:00Z`
 * @user: (owned): who it was
 * @text: (owned): what was done, in the user’s language
 * @values: (owned) (nullable): what was changed from what to what, a line for each record, masked; %NULL where
 *   it changed nothing, or too much at once
 *
 * What was done to a person’s file: an action, or that something of it was shown that is masked in lists.
 */
typedef struct
{
  gint64 seq;
  char *at;
  char *user;
  char *text;
  char *values;
} TyPersonHistoryEntry;

void       ty_person_history_entry_free          (TyPersonHistoryEntry  *self);

GPtrArray *ty_person_history_load                (TyDatabase            *database,
                                                  gint64                 person,
                                                  GError               **error) G_GNUC_WARN_UNUSED_RESULT;

void       ty_office_load_person_history_async   (TyOffice              *self,
                                                  gint64                 person,
                                                  GCancellable          *cancellable,
                                                  GAsyncReadyCallback    callback,
                                                  gpointer               user_data);
GPtrArray *ty_office_load_person_history_finish  (TyOffice              *self,
                                                  GAsyncResult          *result,
                                                  GError               **error);

char      *ty_person_history_dup_event (const TyEvent *event) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
