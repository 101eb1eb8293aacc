/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Some of many things, in a list that is scrolled where it is long: the content of a popover. Signal “chosen”:
 * after the user changed it. */
#define TY_TYPE_CHECK_LIST (ty_check_list_get_type ())
G_DECLARE_FINAL_TYPE (TyCheckList, ty_check_list, TY, CHECK_LIST, AdwBin)

GtkWidget *ty_check_list_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void       ty_check_list_add      (TyCheckList        *self,
                                   const char         *word,
                                   const char         *label);
void       ty_check_list_clear    (TyCheckList        *self);
void       ty_check_list_set      (TyCheckList        *self,
                                   const char * const *words);
gboolean   ty_check_list_has      (TyCheckList        *self,
                                   const char         *word);
void       ty_check_list_set_most (TyCheckList        *self,
                                   guint               most);

G_END_DECLS
