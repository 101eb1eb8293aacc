/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-app-types.h"
#include "ty-search.h"

G_BEGIN_DECLS

/* Property "search" (readable): what it shows. */
#define TY_TYPE_SEARCH_BUTTON (ty_search_button_get_type ())
G_DECLARE_FINAL_TYPE (TySearchButton, ty_search_button, TY, SEARCH_BUTTON, AdwBin)

TySearch *ty_search_button_get_search    (TySearchButton *self);
void      ty_search_button_open          (TySearchButton *self);
gboolean  ty_search_button_is_open       (TySearchButton *self);
void      ty_search_button_set_tight     (TySearchButton *self,
                                          gboolean        tight);
int       ty_search_button_measure_words (TySearchButton *self);

G_END_DECLS
