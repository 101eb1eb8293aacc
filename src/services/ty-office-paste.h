/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-roster-row.h"

G_BEGIN_DECLS

/* Of one name, so many are offered. */
#define TY_PASTE_CANDIDATES 50

/**
 * TyPastedLine:
 * @text: (owned): the name or the number as it was pasted
 * @rows: (owned) (element-type TyRosterRow): who may be meant; none = nobody was found
 * @chosen: which of them is meant; -1 = several may be, and one has to be chosen
 *
 * A line that was pasted.
 */
typedef struct
{
  char *text;
  GPtrArray *rows;
  int chosen;
} TyPastedLine;

void       ty_pasted_line_free            (TyPastedLine         *self);
gint64     ty_pasted_line_get_person      (const TyPastedLine   *self);

/* In the whole county at the cut-off date: who is meant by a pasted column. */
void       ty_office_find_pasted_async    (TyOffice             *self,
                                           const char           *text,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *ty_office_find_pasted_finish   (TyOffice             *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyPastedLine, ty_pasted_line_free)

G_END_DECLS
