/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-engine.h"
#include "ty-services-types.h"

G_BEGIN_DECLS

/**
 * TyAgendaGroup:
 * @TY_AGENDA_LATE: was due before the cut-off date
 * @TY_AGENDA_TODAY: is due on it
 * @TY_AGENDA_THIS_YEAR: is due until the end of its year
 * @TY_AGENDA_LATER: is due after it
 * @TY_AGENDA_UNDATED: nothing says by when
 *
 * By when something is due.
 */
typedef enum
{
  TY_AGENDA_LATE,
  TY_AGENDA_TODAY,
  TY_AGENDA_THIS_YEAR,
  TY_AGENDA_LATER,
  TY_AGENDA_UNDATED,
} TyAgendaGroup;

/**
 * TyAgendaItem:
 * @kind: (unowned): key of the kind
 * @icon_name: (unowned): its icon
 * @text: (owned): what is to be done, in the user’s language
 * @where: (owned): about whom and where
 * @detail: (owned) (nullable): a sentence that says more
 * @due: by when, as far as known; %TY_DATE_NONE where nothing says so
 * @group: the same in words
 * @many: whether @due is only the first of several days
 * @n: how many people, villages or records
 * @action: (unowned): the action of the window that leads there
 * @target: (owned): its parameter
 *
 * Something that the office has to do.
 */
typedef struct
{
  const char *kind;
  const char *icon_name;
  char *text;
  char *where;
  char *detail;
  TyDate due;
  TyAgendaGroup group;
  gboolean many;
  guint n;
  const char *action;
  GVariant *target;
} TyAgendaItem;

/**
 * TyAgenda:
 * @items: (owned) (element-type TyAgendaItem): what is due first stands in front, what has no date behind
 * @as_of: the cut-off date
 * @whole: whether nothing was left out that takes long
 *
 * What the office has to do at the cut-off date in the scope (待办).
 */
typedef struct
{
  GPtrArray *items;
  TyDate as_of;
  gboolean whole;
} TyAgenda;

TyAgenda   *ty_agenda_load           (TyOrder         *order,
                                      TyEngine        *engine,
                                      TyDatabase      *database,
                                      gboolean         whole,
                                      GCancellable    *cancellable,
                                      GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void        ty_agenda_free           (TyAgenda        *self);
TyAgendaItem *ty_agenda_get          (TyAgenda        *self,
                                      guint            number);
const char *ty_agenda_group_get_label (TyAgendaGroup   self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyAgenda, ty_agenda_free)

G_END_DECLS
