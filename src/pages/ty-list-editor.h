/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office-lists.h"

G_BEGIN_DECLS

#define TY_TYPE_LIST_EDITOR (ty_list_editor_get_type ())
G_DECLARE_FINAL_TYPE (TyListEditor, ty_list_editor, TY, LIST_EDITOR, AdwWindow)

/* Signal “saved” (s text, x list): the change was acknowledged; the text says what was done. */
TyListEditor *ty_list_editor_new (TyOffice     *office,
                                  TyPersonList *stored,
                                  const gint64 *people,
                                  guint         n_people) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
