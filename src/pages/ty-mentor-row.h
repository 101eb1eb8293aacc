/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-mentor-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A mentor with the mentees as chips: one widget that is drawn. Properties: "item" (TyMentorItem, writable). */
#define TY_TYPE_MENTOR_ROW (ty_mentor_row_get_type ())
G_DECLARE_FINAL_TYPE (TyMentorRow, ty_mentor_row, TY, MENTOR_ROW, GtkWidget)

GtkWidget    *ty_mentor_row_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void          ty_mentor_row_set_item   (TyMentorRow  *self,
                                        TyMentorItem *item);
TyMentorItem *ty_mentor_row_get_item   (TyMentorRow  *self);
int           ty_mentor_row_pick       (TyMentorRow  *self,
                                        double        x,
                                        double        y);
int           ty_mentor_row_get_chosen (TyMentorRow  *self);
void          ty_mentor_row_set_chosen (TyMentorRow  *self,
                                        int           chosen);

G_END_DECLS
