/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office-lists.h"

G_BEGIN_DECLS

#define TY_TYPE_LIST_PICKER (ty_list_picker_get_type ())
G_DECLARE_FINAL_TYPE (TyListPicker, ty_list_picker, TY, LIST_PICKER, AdwWindow)

/* Signal “saved” (s text, b undoable): the text says what was done. */
TyListPicker *ty_list_picker_new (TyOffice *office,
                                  GArray   *people) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
