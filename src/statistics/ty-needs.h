/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-need-rule.h"

G_BEGIN_DECLS

typedef struct _TyNeeds TyNeeds;

/**
 * TyNeedAsk:
 * @programme: key of a programme, 0 for all
 * @level: (nullable): interned level of the programmes
 *
 * Of which programmes it is asked.
 */
typedef struct
{
  gint64 programme;
  const char *level;
} TyNeedAsk;

/**
 * TyNeedMark:
 * @kinds: for each #TyNeedKind whether the person needs a mentor for it, a bit each
 * @waiting: of these the ones for which a programme has not given one yet
 *
 * What the programmes that run on a date say of a person.
 */
typedef struct
{
  guint kinds;
  guint waiting;
} TyNeedMark;

const TyNeeds *ty_needs_get          (TyView           *view);
guint32        ty_needs_get_facts    (const TyNeeds    *self,
                                      const TyNeedAsk  *ask);
TyNeedMark     ty_needs_judge        (const TyNeeds    *self,
                                      TyView           *view,
                                      const TyChunk    *chunk,
                                      guint             index,
                                      TyGroups          groups,
                                      const TyNeedAsk  *ask);

G_END_DECLS
