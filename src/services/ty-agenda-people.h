/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-agenda.h"
#include "ty-duty.h"

G_BEGIN_DECLS

/**
 * TyAgendaCollector:
 * @agenda: (unowned): what was found
 * @order: (unowned): the date and the scope, with the names of everybody
 * @view: (unowned): the same without names
 * @views: (unowned): where views of other dates are kept
 * @problems: (unowned): where what the checks found is kept
 * @database: (unowned): a connection of the same state of the file
 * @kind: (unowned): key of the kind that is looked for
 * @icon_name: (unowned): its icon
 * @whole: whether also what takes long is looked for
 * @cancellable: (unowned) (nullable): stops it
 *
 * Collects what is to be done.
 */
typedef struct
{
  TyAgenda *agenda;
  TyOrder *order;
  TyView *view;
  TyViews *views;
  TyProblemIndex *problems;
  TyDatabase *database;
  const char *kind;
  const char *icon_name;
  gboolean whole;
  GCancellable *cancellable;
} TyAgendaCollector;

/**
 * TyAgendaFunc:
 * @self: gets what is found
 * @duty: of people: which
 * @error: a `TY_STORE_ERROR`
 *
 * Looks for one kind of duties.
 *
 * Returns: whether all was read
 */
typedef gboolean (*TyAgendaFunc) (TyAgendaCollector  *self,
                                  TyDuty              duty,
                                  GError            **error);

TyAgendaItem *ty_agenda_add        (TyAgendaCollector  *self,
                                    char               *text,
                                    char               *where,
                                    TyDate              due,
                                    guint               n,
                                    const char         *action,
                                    GVariant           *target);
char         *ty_agenda_dup_name   (TyAgendaCollector  *self,
                                    guint32             row) G_GNUC_WARN_UNUSED_RESULT;
gboolean      ty_agenda_add_people (TyAgendaCollector  *self,
                                    TyDuty              duty,
                                    GError            **error);

G_END_DECLS
