/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-unit-names.h"

G_BEGIN_DECLS

/**
 * TyVillageReserve:
 * @person: key of the person
 * @name: (owned): the name
 * @facts: (owned): sex, age at the cut-off date and education, as far as known
 * @post_key: key of the post for which somebody is prepared
 * @post: (owned): the same, as it is called in the unit
 * @source: (owned): where the person comes from, or the empty text
 * @since: (owned): since when: `2021.10`, or the empty text
 *
 * Somebody who is prepared for a post in a village.
 */
typedef struct
{
  gint64 person;
  char *name;
  char *facts;
  const char *post_key;
  char *post;
  char *source;
  char *since;
} TyVillageReserve;

void       ty_village_reserve_free  (TyVillageReserve *self);
GPtrArray *ty_village_reserves_load (TyDatabase       *database,
                                     TyUnitNames      *names,
                                     gint64            unit,
                                     TyDate            as_of,
                                     GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
