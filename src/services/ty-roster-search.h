/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-roster-table.h"

G_BEGIN_DECLS

/**
 * TyRosterKeys:
 * @name: (owned) (nullable): the folded name; none until it is first searched
 * @letters: (owned): the pinyin in one word
 * @initials: (owned): its initials
 *
 * By what a person is found.
 */
typedef struct
{
  char *name;
  char *letters;
  char *initials;
} TyRosterKeys;

typedef struct _TyRosterSearch TyRosterSearch;

void            ty_roster_keys_clear           (TyRosterKeys             *self);
TyRosterSearch *ty_roster_search_new           (const char               *text) G_GNUC_WARN_UNUSED_RESULT;
void            ty_roster_search_free          (TyRosterSearch           *self);
gboolean        ty_roster_search_is_empty      (TyRosterSearch           *self);
gboolean        ty_roster_search_matches       (TyRosterSearch           *self,
                                                const TyRosterPersonRow  *person,
                                                TyRosterKeys             *keys);
gboolean        ty_roster_search_matches_unit  (TyRosterSearch           *self,
                                                const char               *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyRosterSearch, ty_roster_search_free)

G_END_DECLS
