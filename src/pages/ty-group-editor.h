/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office.h"

G_BEGIN_DECLS

#define TY_TYPE_GROUP_EDITOR (ty_group_editor_get_type ())
G_DECLARE_FINAL_TYPE (TyGroupEditor, ty_group_editor, TY, GROUP_EDITOR, AdwWindow)

/* Signal “saved” (s text): the change was acknowledged; the text says what was done. */
TyGroupEditor *ty_group_editor_new     (TyOffice      *office,
                                        GArray        *people) G_GNUC_WARN_UNUSED_RESULT;
gboolean       ty_group_editor_choose  (TyGroupEditor *self,
                                        const char    *word);
gboolean       ty_group_editor_is_busy (TyGroupEditor *self);

G_END_DECLS
