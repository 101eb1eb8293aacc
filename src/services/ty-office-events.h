/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"

G_BEGIN_DECLS

/**
 * TyEventLine:
 * @seq: the number of the event
 * @day: (owned): the day on this desk: `2021-12-31`
 * @time: (owned): when on that day: `09:30`
 * @user: (owned): who did it
 * @what: (owned): what was done, in the user’s language
 * @about: (owned): about whom or what, or the empty text
 * @person: key of the person whom it is about, or 0
 *
 * An event, as it is read.
 */
typedef struct
{
  gint64 seq;
  char *day;
  char *time;
  char *user;
  char *what;
  char *about;
  gint64 person;
} TyEventLine;

void       ty_event_line_free           (TyEventLine          *self);

/* What changed nothing but must be known: shown in clear, exported, opened, backed up. */
void       ty_office_list_events_async  (TyOffice             *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *ty_office_list_events_finish (TyOffice             *self,
                                         GAsyncResult         *result,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyEventLine, ty_event_line_free)

G_END_DECLS
