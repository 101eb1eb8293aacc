/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "ty-card-answer.h"

G_BEGIN_DECLS

JsonNode     *ty_card_answer_to_node   (const TyCardAnswer  *self,
                                        gboolean             populations) G_GNUC_WARN_UNUSED_RESULT;
TyCardAnswer *ty_card_answer_from_node (JsonNode            *node,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
char         *ty_card_answers_to_json  (GPtrArray           *answers,
                                        gboolean             populations) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *ty_card_answers_from_json (const char         *json,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
