/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-chart.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *ty_chart_to_json   (TyChart  *self) G_GNUC_WARN_UNUSED_RESULT;
TyChart  *ty_chart_from_json (JsonNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
