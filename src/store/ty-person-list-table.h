/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-person-list-member.h"
#include "ty-person-list.h"

G_BEGIN_DECLS

GPtrArray   *ty_person_list_table_list_all       (TyDatabase  *database,
                                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *ty_person_list_table_list_members   (TyDatabase  *database,
                                                  gint64       list,
                                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
TyStatement *ty_person_list_table_select_people  (TyDatabase  *database,
                                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
TyStatement *ty_person_list_table_select_merged  (TyDatabase  *database,
                                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
