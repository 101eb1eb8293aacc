/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A button that opens what can be chosen, to be found by name, pinyin or initials: one, or any number.
 * Signals: “asked” (s text), when the choices are opened and, where they are found elsewhere, whenever
 * another text is typed; “changed”, by the user. */
#define TY_TYPE_FILTER_PICK (ty_filter_pick_get_type ())
G_DECLARE_FINAL_TYPE (TyFilterPick, ty_filter_pick, TY, FILTER_PICK, AdwBin)

GtkWidget  *ty_filter_pick_new           (gboolean      several) G_GNUC_WARN_UNUSED_RESULT;
void        ty_filter_pick_set_name      (TyFilterPick *self,
                                          const char   *name,
                                          const char   *prompt);
void        ty_filter_pick_set_asking    (TyFilterPick *self,
                                          gboolean      asking);
void        ty_filter_pick_set_tree      (TyFilterPick *self,
                                          GtkWidget    *tree);
void        ty_filter_pick_toggle        (TyFilterPick *self,
                                          const char   *picked,
                                          const char   *name);
void        ty_filter_pick_clear_choices (TyFilterPick *self);
void        ty_filter_pick_add_choice    (TyFilterPick *self,
                                          const char   *key,
                                          const char   *label,
                                          const char   *note,
                                          const char   *heading);
void        ty_filter_pick_choose        (TyFilterPick *self,
                                          const char   *key,
                                          const char   *label);
void        ty_filter_pick_clear         (TyFilterPick *self);
void        ty_filter_pick_open          (TyFilterPick *self);
guint       ty_filter_pick_get_n         (TyFilterPick *self);
const char *ty_filter_pick_get_key       (TyFilterPick *self,
                                          guint         number);
const char *ty_filter_pick_get_label     (TyFilterPick *self,
                                          guint         number);

G_END_DECLS
