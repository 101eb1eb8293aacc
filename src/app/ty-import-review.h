/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-import-plan.h"
#include "ty-office.h"

G_BEGIN_DECLS

#define TY_TYPE_IMPORT_REVIEW (ty_import_review_get_type ())
G_DECLARE_FINAL_TYPE (TyImportReview, ty_import_review, TY, IMPORT_REVIEW, AdwBin)

void ty_import_review_set_plan   (TyImportReview *self,
                                  TyOffice       *office,
                                  TyImportPlan   *plan);
void ty_import_review_update     (TyImportReview *self);
void ty_import_review_grab_focus (TyImportReview *self);
void ty_import_review_add_state  (TyImportReview *self,
                                  GString        *state);

G_END_DECLS
