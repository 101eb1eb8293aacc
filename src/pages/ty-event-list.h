/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office.h"

G_BEGIN_DECLS

/* What was shown, exported, opened and backed up, by day. Signal: “failed” (error). */
#define TY_TYPE_EVENT_LIST (ty_event_list_get_type ())
G_DECLARE_FINAL_TYPE (TyEventList, ty_event_list, TY, EVENT_LIST, AdwBin)

void   ty_event_list_load       (TyEventList *self,
                                 TyOffice    *office);
gint64 ty_event_list_get_person (TyEventList *self);

G_END_DECLS
