/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office-posts.h"

G_BEGIN_DECLS

/* A form for a change of posts. Signal: “saved” (s text), after it was acknowledged; the window then closes
 * itself. */
#define TY_TYPE_POST_EDITOR (ty_post_editor_get_type ())
G_DECLARE_FINAL_TYPE (TyPostEditor, ty_post_editor, TY, POST_EDITOR, AdwWindow)

TyPostEditor *ty_post_editor_new        (TyOffice     *office,
                                         TyPostMove    move) G_GNUC_WARN_UNUSED_RESULT;
void          ty_post_editor_add_person (TyPostEditor *self,
                                         gint64        person,
                                         const char   *name);
void          ty_post_editor_offer_person (TyPostEditor *self,
                                         gint64        person,
                                         const char   *name,
                                         const char   *note);
void          ty_post_editor_set_post   (TyPostEditor *self,
                                         gint64        unit,
                                         const char   *unit_name,
                                         const char   *post);
void          ty_post_editor_choose_end (TyPostEditor *self,
                                         gint64        person,
                                         gint64        appointment);

G_END_DECLS
