/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-custom-field.h"
#include "ty-database.h"

G_BEGIN_DECLS

GPtrArray *ty_custom_table_list_fields  (TyDatabase     *database,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;
TyRecord  *ty_custom_table_find_field   (GPtrArray      *fields,
                                         gint64          key);
TyRecord  *ty_custom_table_find_name    (GPtrArray      *fields,
                                         const char     *name);
gboolean   ty_custom_table_count_values (TyDatabase     *database,
                                         gint64          field,
                                         const char     *value,
                                         gint64         *n,
                                         GError        **error);
TyRecord  *ty_custom_table_find_value   (GPtrArray      *values,
                                         gint64          field);

G_END_DECLS
