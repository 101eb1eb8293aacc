/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ty-filing-index.h"
#include "ty-order.h"
#include "ty-problem-index.h"
#include "ty-unit-finder.h"
#include "ty-views.h"

G_BEGIN_DECLS

typedef struct _TyEngine TyEngine;

TyEngine  *ty_engine_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       ty_engine_free        (TyEngine    *self);
void       ty_engine_set_names_later (TyEngine *self);
void       ty_engine_start       (TyEngine    *self,
                                  const char  *path);
void       ty_engine_cancel      (TyEngine    *self);
void       ty_engine_stop        (TyEngine    *self);
void       ty_engine_catch_up    (TyEngine    *self,
                                  TyDatabase  *database);
TyColumns *ty_engine_get_columns (TyEngine    *self,
                                  TyDatabase  *database,
                                  GError     **error);
TyView    *ty_engine_get_view    (TyEngine    *self,
                                  TyDatabase  *database,
                                  TyDate       as_of,
                                  gint64       scope,
                                  int          term,
                                  GError     **error);
TyOrder   *ty_engine_get_order   (TyEngine    *self,
                                  TyDatabase  *database,
                                  TyDate       as_of,
                                  gint64       scope,
                                  GError     **error);
gboolean   ty_engine_has_names   (TyEngine    *self);
TyUnitFinder *ty_engine_get_unit_finder (TyEngine *self,
                                  TyDatabase  *database,
                                  GError     **error);
TyFilingIndex *ty_engine_get_filings (TyEngine *self,
                                  TyDatabase  *database,
                                  GError     **error);
gboolean   ty_engine_find_any_filing (TyEngine *self,
                                  TyDatabase  *database,
                                  gboolean    *found,
                                  GError     **error);
TyViews   *ty_engine_get_views   (TyEngine    *self);
TyProblemIndex *ty_engine_get_problems (TyEngine *self);

G_END_DECLS
