/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-setting.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TySettingEdit:
 * @user: who does it
 * @kind: the kind of the action
 * @name: what is saved or removed, for the label of the action
 * @key: key of the setting
 * @value: (nullable): what it shall be; none = it is removed
 *
 * A setting that is changed, as one action.
 */
typedef struct
{
  const char *user;
  const char *kind;
  const char *name;
  const char *key;
  const char *value;
} TySettingEdit;

GPtrArray *ty_setting_table_list (TyDatabase           *database,
                                  const char           *prefix,
                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   ty_setting_table_edit (TyStore              *store,
                                  const TySettingEdit  *edit,
                                  GError              **error);

G_END_DECLS
