/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-roster-row.h"
#include "ty-typed.h"

G_BEGIN_DECLS

/**
 * TyFoundPerson:
 * @row: (owned): the line of the roster: post, unit and age at the cut-off date
 * @fit: how well the name fits what was typed
 * @departed: whether the person has departed by then
 * @reserve: whether the person is a reserve cadre then
 * @mentor: whether the person is a mentor then
 *
 * Somebody who was searched for.
 */
typedef struct
{
  TyRosterRow *row;
  TyFit fit;
  gboolean departed;
  gboolean reserve;
  gboolean mentor;
} TyFoundPerson;

void       ty_found_person_free            (TyFoundPerson       *self);

/* In the whole county at the cut-off date: those whose names fit best, the best first. */
void       ty_office_find_people_async     (TyOffice             *self,
                                            const char           *text,
                                            guint                 limit,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray *ty_office_find_people_finish    (TyOffice             *self,
                                            GAsyncResult         *result,
                                            GError              **error);
/* The same of some people; one who is no longer in the file is left out. */
void       ty_office_look_up_people_async  (TyOffice             *self,
                                            const gint64         *people,
                                            guint                 n_people,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray *ty_office_look_up_people_finish (TyOffice             *self,
                                            GAsyncResult         *result,
                                            GError              **error);
gboolean   ty_office_has_names             (TyOffice             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFoundPerson, ty_found_person_free)

G_END_DECLS
