/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ty-app-types.h"
#include "ty-import-report.h"

G_BEGIN_DECLS

#define TY_TYPE_PROBLEM_ITEM (ty_problem_item_get_type ())
G_DECLARE_FINAL_TYPE (TyProblemItem, ty_problem_item, TY, PROBLEM_ITEM, GObject)

TyProblemItem *ty_problem_item_new (const TyProblem *problem) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
