/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TyCliTable TyCliTable;

TyCliTable *ty_cli_table_new   (guint       n_columns,
                                guint       n_left) G_GNUC_WARN_UNUSED_RESULT;
void        ty_cli_table_free  (TyCliTable *self);
void        ty_cli_table_add   (TyCliTable *self,
                                const char *text);
void        ty_cli_table_print (TyCliTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCliTable, ty_cli_table_free)

G_END_DECLS
