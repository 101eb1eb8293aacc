/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-person.h"
#include "ty-store.h"

G_BEGIN_DECLS

gboolean   ty_person_table_add            (TyStore     *store,
                                           TyPerson    *person,
                                           GError     **error);
GPtrArray *ty_person_table_list_by_number (TyDatabase  *database,
                                           const char  *id_number,
                                           GError     **error);
GArray    *ty_person_table_list_by_phone  (TyDatabase  *database,
                                           const char  *digits,
                                           GError     **error);
GPtrArray *ty_person_table_list_by_name   (TyDatabase  *database,
                                           const char  *name,
                                           GError     **error);

GHashTable *ty_person_table_list_unnumbered (TyDatabase *database,
                                          GError       **error);

G_END_DECLS
