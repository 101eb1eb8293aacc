/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-agenda.h"

G_BEGIN_DECLS

/* Something that is to be done, as a row that leads there. */
#define TY_TYPE_AGENDA_ROW (ty_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (TyAgendaRow, ty_agenda_row, TY, AGENDA_ROW, GtkListBoxRow)

GtkWidget     *ty_agenda_row_new       (GtkSizeGroup       *texts,
                                        GtkSizeGroup       *aways) G_GNUC_WARN_UNUSED_RESULT;
void           ty_agenda_row_show      (TyAgendaRow        *self,
                                        const TyAgendaItem *item,
                                        TyDate              as_of);
TyAgendaGroup  ty_agenda_row_get_group (TyAgendaRow        *self);

G_END_DECLS
