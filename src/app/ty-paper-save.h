/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-form-target.h"

G_BEGIN_DECLS

#define TY_TYPE_PAPER_SAVE (ty_paper_save_get_type ())
G_DECLARE_FINAL_TYPE (TyPaperSave, ty_paper_save, TY, PAPER_SAVE, GtkBox)

void         ty_paper_save_set_template (TyPaperSave    *self,
                                         TyFormTemplate *template);
void         ty_paper_save_choose       (TyPaperSave    *self,
                                         TyFormFormat    format,
                                         TyFormPack      pack,
                                         const char     *naming);
TyFormFormat ty_paper_save_get_format   (TyPaperSave    *self);
TyFormPack   ty_paper_save_get_pack     (TyPaperSave    *self);
char        *ty_paper_save_dup_naming   (TyPaperSave    *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
