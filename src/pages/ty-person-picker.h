/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office.h"

G_BEGIN_DECLS

/* Finds a person by name, pinyin, initials or whole ID number. Signals: “picked” (int64 person), by the
 * user; “cancelled”, when the search was left by Esc. */
#define TY_TYPE_PERSON_PICKER (ty_person_picker_get_type ())
G_DECLARE_FINAL_TYPE (TyPersonPicker, ty_person_picker, TY, PERSON_PICKER, AdwBin)

GtkWidget *ty_person_picker_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       ty_person_picker_set_office (TyPersonPicker *self,
                                        TyOffice       *office);
void       ty_person_picker_clear      (TyPersonPicker *self);
void       ty_person_picker_propose    (TyPersonPicker *self,
                                        gint64          person,
                                        const char     *name,
                                        const char     *note);

G_END_DECLS
