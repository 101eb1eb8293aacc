/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"

G_BEGIN_DECLS

/**
 * TyNamedList:
 * @id: key of the list
 * @name: (owned): what it is called
 * @people: (owned) (element-type gint64): who is on it, in its order
 * @sorted: (owned) (element-type gint64): the same by key
 * @n_merged: how many of its rows name somebody who was merged into another
 *
 * A list put together by hand. For who was merged into another stands the other one.
 */
typedef struct
{
  gint64 id;
  char *name;
  GArray *people;
  GArray *sorted;
  guint n_merged;
} TyNamedList;

typedef struct _TyPersonLists TyPersonLists;

TyPersonLists     *ty_person_lists_load         (TyDatabase     *database,
                                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;
TyPersonLists     *ty_person_lists_ref          (TyPersonLists  *self);
void               ty_person_lists_unref        (TyPersonLists  *self);
guint              ty_person_lists_get_n        (TyPersonLists  *self);
const TyNamedList *ty_person_lists_get          (TyPersonLists  *self,
                                                 guint           number);
const TyNamedList *ty_person_lists_find         (TyPersonLists  *self,
                                                 gint64          id);
const TyNamedList *ty_person_lists_find_by_name (TyPersonLists  *self,
                                                 const char     *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyPersonLists, ty_person_lists_unref)

G_END_DECLS
