/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-page.h"

G_BEGIN_DECLS

#define TY_TYPE_TRAINING_PAGE (ty_training_page_get_type ())
G_DECLARE_FINAL_TYPE (TyTrainingPage, ty_training_page, TY, TRAINING_PAGE, TyPage)

GtkWidget  *ty_training_page_new         (TyOffice       *office) G_GNUC_WARN_UNUSED_RESULT;
GListModel *ty_training_page_get_courses (TyTrainingPage *self);
GListModel *ty_training_page_get_people  (TyTrainingPage *self);
void        ty_training_page_choose      (TyTrainingPage *self,
                                          gint64          course);
char       *ty_training_page_dup_name    (TyTrainingPage *self) G_GNUC_WARN_UNUSED_RESULT;
GArray     *ty_training_page_list_people (TyTrainingPage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
