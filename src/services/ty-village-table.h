/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-measure.h"
#include "ty-services-types.h"
#include "ty-unit-seats.h"
#include "ty-units.h"

G_BEGIN_DECLS

#define TY_VILLAGE_NONE G_MAXUINT32

/**
 * TyVillageRow:
 * @unit: key of the unit
 * @parent: key of the unit above it, or 0
 * @name: (unowned): what it is called on the date
 * @kind: (nullable) (unowned): key of the kind
 * @party_form: (nullable) (unowned): key of the form of the party organization
 * @secretary: (nullable) (unowned): who leads a village: all names, where there are several
 * @above: the row of the unit above it, or %TY_VILLAGE_NONE
 * @end: the first row that does not lie below it
 * @depth: how deep it lies, from 0
 * @is_village: whether it is a village or a community
 * @n_villages: how many of these there are, it being one of them
 * @n_led: how many of them have a secretary
 * @n_dual: in how many of them the secretary is the head, too
 * @n_unset: for how many of them no seats are approved
 * @n_short: how many of them have vacant seats
 * @members: how many people sit in the two committees
 * @age: their ages, and of how many these are known
 * @women: how many of them are women
 * @seats: approved seats and who sits on them
 *
 * A township or a village with its figures at the cut-off date.
 */
typedef struct
{
  gint64 unit;
  gint64 parent;
  const char *name;
  const char *kind;
  const char *party_form;
  const char *secretary;
  guint above;
  guint end;
  guint depth;
  gboolean is_village;
  guint n_villages;
  guint n_led;
  guint n_dual;
  guint n_unset;
  guint n_short;
  guint members;
  TyAmount age;
  guint women;
  TySeatCount seats;
} TyVillageRow;

/**
 * TyVillageTable:
 * @rows: (owned) (element-type TyVillageRow): each before those below it, in the official order
 * @units: (owned): which have their names
 * @texts: (owned): the names of secretaries
 * @total: the figures of the whole scope
 *
 * Townships and villages of the scope.
 */
struct _TyVillageTable
{
  GArray *rows;
  TyUnits *units;
  GStringChunk *texts;
  TyVillageRow total;
};

void                ty_village_table_free  (TyVillageTable *self);
const TyVillageRow *ty_village_table_get   (TyVillageTable *self,
                                            guint           row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyVillageTable, ty_village_table_free)

G_END_DECLS
