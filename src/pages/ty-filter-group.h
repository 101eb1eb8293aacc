/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-filter-node.h"
#include "ty-office-roster.h"

G_BEGIN_DECLS

/* A group of conditions of a filter. Signals: “changed”; “removed”, when it shall go. */
#define TY_TYPE_FILTER_GROUP (ty_filter_group_get_type ())
G_DECLARE_FINAL_TYPE (TyFilterGroup, ty_filter_group, TY, FILTER_GROUP, AdwBin)

GtkWidget *ty_filter_group_new   (TyOffice      *office,
                                  TyWho          who,
                                  TyFilterNode  *node,
                                  guint          depth) G_GNUC_WARN_UNUSED_RESULT;
gboolean   ty_filter_group_check (TyFilterGroup *self,
                                  gboolean       whole);
void       ty_filter_group_begin (TyFilterGroup *self);

G_END_DECLS
