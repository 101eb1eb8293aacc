/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-mentor-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A mentor with the mentees as chips: one widget that is drawn. Properties: "item" (TyMentorItem, writable). */
#define TY_TYPE_MENTOR_LINE (ty_mentor_line_get_type ())
G_DECLARE_FINAL_TYPE (TyMentorLine, ty_mentor_line, TY, MENTOR_LINE, GtkWidget)

GtkWidget    *ty_mentor_line_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void          ty_mentor_line_set_item   (TyMentorLine  *self,
                                        TyMentorItem *item);
TyMentorItem *ty_mentor_line_get_item   (TyMentorLine  *self);
int           ty_mentor_line_pick       (TyMentorLine  *self,
                                        double        x,
                                        double        y);
int           ty_mentor_line_get_chosen (TyMentorLine  *self);
void          ty_mentor_line_set_chosen (TyMentorLine  *self,
                                        int           chosen);

G_END_DECLS
