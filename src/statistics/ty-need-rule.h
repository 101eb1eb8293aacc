/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-view.h"

G_BEGIN_DECLS

/**
 * TyNeedKind:
 * @TY_NEED_WEAK_BASE: the secretary of a difficult village
 * @TY_NEED_WEAK_ECONOMY: that of a village with little operating income
 * @TY_NEED_NEW_SECRETARY: who has not been secretary for long
 * @TY_NEED_YOUNG_SECRETARY: who is secretary and young
 * @TY_NEED_NEW_CADRE: who has not been in the two committees for long
 * @TY_NEED_SPECIALIST: a party-building specialist
 * @TY_NEED_RESERVE: a reserve cadre
 *
 * Why somebody needs a mentor: the kinds of `need_kind`, in the same order.
 */
typedef enum
{
  TY_NEED_WEAK_BASE,
  TY_NEED_WEAK_ECONOMY,
  TY_NEED_NEW_SECRETARY,
  TY_NEED_YOUNG_SECRETARY,
  TY_NEED_NEW_CADRE,
  TY_NEED_SPECIALIST,
  TY_NEED_RESERVE,
} TyNeedKind;

#define TY_N_NEED_KINDS (TY_NEED_RESERVE + 1)

gboolean    ty_need_kind_parse            (const char     *key,
                                           TyNeedKind     *kind);
const char *ty_need_kind_to_string        (TyNeedKind      self);
guint       ty_need_rule_get_usual        (TyNeedKind      kind);
TyFacts     ty_need_rule_get_fact         (TyNeedKind      kind);
gint32      ty_need_rule_get_first_day    (TyView         *view,
                                           const TyChunk  *chunk,
                                           guint           index,
                                           TyNeedKind      kind);
gboolean    ty_need_rule_applies          (TyView         *view,
                                           const TyChunk  *chunk,
                                           guint           index,
                                           TyNeedKind      kind,
                                           guint           threshold,
                                           TyGroups        groups,
                                           guint          *holding);
gboolean    ty_need_rule_find_place       (TyView         *view,
                                           const TyChunk  *chunk,
                                           guint           index,
                                           TyFacts         facts,
                                           TyGroups        groups,
                                           guint          *holding);

G_END_DECLS
