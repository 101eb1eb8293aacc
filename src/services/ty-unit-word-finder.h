/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-view.h"

G_BEGIN_DECLS

/**
 * TyUnitWords:
 * @township: key of the township, or 0
 * @township_name: what it was called; the empty text for none
 * @name: what the unit was called
 * @kind: (nullable): its kind, interned
 * @party_form: (nullable): the form of its party organization, interned
 *
 * What is told of a unit beside a person or a post. The texts stay as long as who found them.
 */
typedef struct
{
  gint64 township;
  const char *township_name;
  const char *name;
  const char *kind;
  const char *party_form;
} TyUnitWords;

typedef struct _TyUnitWordFinder TyUnitWordFinder;

TyUnitWordFinder *ty_unit_word_finder_new  (TyView           *view,
                                            TyDatabase       *database) G_GNUC_WARN_UNUSED_RESULT;
void              ty_unit_word_finder_free (TyUnitWordFinder *self);
void              ty_unit_word_finder_find (TyUnitWordFinder *self,
                                            gint64            unit,
                                            TyUnitWords      *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyUnitWordFinder, ty_unit_word_finder_free)

G_END_DECLS
