/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-history-names.h"

G_BEGIN_DECLS

/**
 * TyHistorySubject:
 * @kind: `person` or `unit`
 * @id: its key
 * @name: (owned): what it is called
 * @gone: whether no record of it is left
 * @count: how many actions touched it
 *
 * A person or a unit that the history names.
 */
typedef struct
{
  const char *kind;
  gint64 id;
  char *name;
  gboolean gone;
  guint count;
} TyHistorySubject;

typedef struct _TyHistorySearch TyHistorySearch;

TyHistorySearch *ty_history_search_new     (TyDatabase       *database,
                                            const char       *text,
                                            GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void             ty_history_search_free    (TyHistorySearch  *self);
gboolean         ty_history_search_matches (TyHistorySearch  *self,
                                            gint64            seq,
                                            const char       *words);
GPtrArray       *ty_history_search_list_subjects (TyDatabase *database,
                                            const char       *text,
                                            guint             limit,
                                            GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyHistorySearch, ty_history_search_free)

G_END_DECLS
