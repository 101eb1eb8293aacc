/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"

G_BEGIN_DECLS

/**
 * TyTwin:
 * @person: key of a person of the file
 * @name: (owned): the name
 * @birth: the date of birth, as far as known
 * @title: (owned): the posts at the cut-off date with their unit, or the empty text
 * @same_number: whether the ID number is the same; else name and month of birth are
 *
 * Somebody who may be the same human as one who is about to be entered.
 */
typedef struct
{
  gint64 person;
  char *name;
  TyDate birth;
  char *title;
  gboolean same_number;
} TyTwin;

void       ty_twin_free                (TyTwin               *self);

/* Who has the ID number, or the same name and month of birth: (element-type TyTwin), at most ten. */
void       ty_office_find_twins_async  (TyOffice             *self,
                                        const char           *id_number,
                                        const char           *name,
                                        TyDate                birth,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GPtrArray *ty_office_find_twins_finish (TyOffice             *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyTwin, ty_twin_free)

G_END_DECLS
