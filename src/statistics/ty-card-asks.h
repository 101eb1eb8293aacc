/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ty-cross-table.h"

G_BEGIN_DECLS

/**
 * TyCardAsk:
 * @number: which table
 * @measure: which of its measures
 *
 * What was asked: where its number will be found.
 */
typedef struct
{
  guint number;
  guint measure;
} TyCardAsk;

typedef struct _TyCardAsks TyCardAsks;

TyCardAsks   *ty_card_asks_new       (TyColumns               *columns,
                                      TyViews                 *views,
                                      TyDatabase              *database,
                                      gint64                   scope) G_GNUC_WARN_UNUSED_RESULT;
void          ty_card_asks_free      (TyCardAsks              *self);
TyView       *ty_card_asks_get_view  (TyCardAsks              *self,
                                      TyDate                   as_of);
TyCardAsk     ty_card_asks_add       (TyCardAsks              *self,
                                      const TyCrossTableSpec  *spec);
gboolean      ty_card_asks_run       (TyCardAsks              *self,
                                      GCancellable            *cancellable,
                                      GError                 **error);
TyCrossTable *ty_card_asks_get_table (TyCardAsks              *self,
                                      TyCardAsk                ask,
                                      const char             **problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCardAsks, ty_card_asks_free)

G_END_DECLS
