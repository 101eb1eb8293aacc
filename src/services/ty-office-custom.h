/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-custom-edit.h"
#include "ty-office.h"

G_BEGIN_DECLS

/**
 * TyOwnField:
 * @field: (owned): a field of the county
 * @n_people: how many people have a value in it
 *
 * A field of the county as the preferences show it.
 */
typedef struct
{
  TyCustomField *field;
  guint n_people;
} TyOwnField;

void       ty_own_field_free             (TyOwnField           *self);

/* The fields of the county in their order. */
void       ty_office_list_fields_async   (TyOffice             *self,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *ty_office_list_fields_finish  (TyOffice             *self,
                                          GAsyncResult         *result,
                                          GError              **error);

/* Each is one action, with undo. Rules of entry that are not met are told with the field. */
void       ty_office_save_field_async    (TyOffice             *self,
                                          TyCustomField        *stored,
                                          TyCustomField        *field,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean   ty_office_save_field_finish   (TyOffice             *self,
                                          GAsyncResult         *result,
                                          GError              **error);
void       ty_office_remove_field_async  (TyOffice             *self,
                                          gint64                field,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean   ty_office_remove_field_finish (TyOffice             *self,
                                          GAsyncResult         *result,
                                          GError              **error);
void       ty_office_move_field_async    (TyOffice             *self,
                                          gint64                field,
                                          int                   step,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean   ty_office_move_field_finish   (TyOffice             *self,
                                          GAsyncResult         *result,
                                          GError              **error);
void       ty_office_set_own_values_async (TyOffice            *self,
                                          gint64                person,
                                          const TyCustomChange *changes,
                                          guint                 n_changes,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean   ty_office_set_own_values_finish (TyOffice           *self,
                                          GAsyncResult         *result,
                                          GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyOwnField, ty_own_field_free)

G_END_DECLS
