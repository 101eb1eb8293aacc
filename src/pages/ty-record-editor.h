/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office.h"
#include "ty-pages-types.h"

G_BEGIN_DECLS

#define TY_TYPE_PERSON_EDITOR (ty_person_editor_get_type ())
G_DECLARE_FINAL_TYPE (TyPersonEditor, ty_person_editor, TY, PERSON_EDITOR, AdwWindow)

TyPersonEditor *ty_person_editor_new (TyOffice *office,
                                      TyPerson *person) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
