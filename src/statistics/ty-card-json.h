/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "ty-card.h"

G_BEGIN_DECLS

TyCard   *ty_card_from_node         (JsonNode       *node,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *ty_card_to_node           (const TyCard   *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean  ty_card_compare_from_json (JsonObject     *object,
                                     TyCardCompare  *compare,
                                     GError        **error);
void      ty_card_compare_to_json   (TyCardCompare   compare,
                                     JsonObject     *object);

G_END_DECLS
