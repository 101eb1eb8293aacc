/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-record.h"

G_BEGIN_DECLS

/**
 * TyHistoryName:
 * @name: what the person or the unit is called, or was called last
 * @gone: whether no record of it is left: what made it was undone
 */
typedef struct
{
  char *name; /* (owned) */
  gboolean gone;
} TyHistoryName;

typedef struct _TyHistoryNames TyHistoryNames;

TyHistoryNames      *ty_history_names_new  (TyDatabase      *database) G_GNUC_WARN_UNUSED_RESULT;
void                 ty_history_names_free (TyHistoryNames  *self);
const TyHistoryName *ty_history_names_get  (TyHistoryNames  *self,
                                            const char      *subject_kind,
                                            gint64           id);
TyRecord            *ty_history_names_get_field (TyHistoryNames *self,
                                            gint64           id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyHistoryNames, ty_history_names_free)

G_END_DECLS
