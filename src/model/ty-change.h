/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ty-field-info.h"

G_BEGIN_DECLS

typedef enum
{
  TY_CHANGE_INSERT,
  TY_CHANGE_UPDATE,
  TY_CHANGE_DELETE,
} TyChangeKind;

/**
 * TyChange:
 * @kind: what was done
 * @info: the table
 * @key: the values of the primary key, joined by `/`
 * @columns: (element-type utf8): the columns concerned
 * @old_values: (element-type utf8): their values before, %NULL for none
 * @new_values: (element-type utf8): their values after, %NULL for none
 *
 * What an action did to one row. Numbers stand as decimal text.
 */
struct _TyChange
{
  TyChangeKind kind;
  const TyRecordInfo *info; /* (unowned) */
  char *key;                /* (owned) */
  GPtrArray *columns;       /* (owned) (unowned elements) */
  GPtrArray *old_values;    /* (owned) */
  GPtrArray *new_values;    /* (owned) */
};

TyChange   *ty_change_new       (TyChangeKind        kind,
                                 const TyRecordInfo *info) G_GNUC_WARN_UNUSED_RESULT;
void        ty_change_free      (TyChange           *self);
void        ty_change_take      (TyChange           *self,
                                 const char         *column,
                                 char               *old_value,
                                 char               *new_value);
const char *ty_change_get_value (TyChange           *self,
                                 const char         *column,
                                 gboolean            old);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyChange, ty_change_free)

G_END_DECLS
