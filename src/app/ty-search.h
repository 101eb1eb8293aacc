/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-topics.h"

G_BEGIN_DECLS

/* Searches people, units, pages and commands. Properties: "office" (writable), "topics" (writable),
 * "text" (s, writable), "waiting" (b: something else may be found in a moment), "note" (s, what is to
 * be said of it, or empty). */
#define TY_TYPE_SEARCH (ty_search_get_type ())
G_DECLARE_FINAL_TYPE (TySearch, ty_search, TY, SEARCH, GObject)

TySearch   *ty_search_new        (void) G_GNUC_WARN_UNUSED_RESULT;
GListModel *ty_search_get_hits   (TySearch   *self);
const char *ty_search_get_text   (TySearch   *self);
void        ty_search_set_text   (TySearch   *self,
                                  const char *text);
gboolean    ty_search_is_waiting (TySearch   *self);
void        ty_search_start      (TySearch   *self);
void        ty_search_stop       (TySearch   *self);

G_END_DECLS
