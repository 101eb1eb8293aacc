/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-app-types.h"
#include "ty-office-search.h"
#include "ty-unit-item.h"

G_BEGIN_DECLS

/**
 * TySearchGroup:
 * @TY_SEARCH_PEOPLE: people
 * @TY_SEARCH_VILLAGES: villages, communities, and the units above them
 * @TY_SEARCH_PAGES: pages of the window
 * @TY_SEARCH_COMMANDS: what the window can do
 *
 * What was found, in the order in which it is listed.
 */
typedef enum
{
  TY_SEARCH_PEOPLE,
  TY_SEARCH_VILLAGES,
  TY_SEARCH_PAGES,
  TY_SEARCH_COMMANDS,
} TySearchGroup;

#define TY_SEARCH_N_GROUPS (TY_SEARCH_COMMANDS + 1)

/* Something that was found. Properties, all readable: "title" (s), "detail" (s, what tells it from
 * others of the same title), "note" (s, that a person has departed), "keys" (s, those of a command),
 * "icon-name" (s), "sentence" (s, all of it for who hears it). */
#define TY_TYPE_SEARCH_HIT (ty_search_hit_get_type ())
G_DECLARE_FINAL_TYPE (TySearchHit, ty_search_hit, TY, SEARCH_HIT, GObject)

TySearchHit  *ty_search_hit_new_person   (const TyFoundPerson *person) G_GNUC_WARN_UNUSED_RESULT;
TySearchHit  *ty_search_hit_new_unit     (TyUnitItem          *unit) G_GNUC_WARN_UNUSED_RESULT;
TySearchHit  *ty_search_hit_new_page     (const char          *page_name,
                                          const char          *title,
                                          const char          *icon_name,
                                          TyFit                fit) G_GNUC_WARN_UNUSED_RESULT;
TySearchHit  *ty_search_hit_new_command  (const char          *action,
                                          const char          *label,
                                          const char          *detail,
                                          const char          *keys,
                                          TyFit                fit) G_GNUC_WARN_UNUSED_RESULT;

TySearchGroup ty_search_hit_get_group    (TySearchHit         *self);
gint64        ty_search_hit_get_key      (TySearchHit         *self);
const char   *ty_search_hit_get_name     (TySearchHit         *self);
TyFit         ty_search_hit_get_fit      (TySearchHit         *self);
const char   *ty_search_hit_get_title    (TySearchHit         *self);
const char   *ty_search_hit_get_sentence (TySearchHit         *self);
gboolean      ty_search_hit_is_same      (TySearchHit         *self,
                                          TySearchHit         *other);

G_END_DECLS
