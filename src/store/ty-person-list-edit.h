/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-person-list.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyPersonListOp:
 * @TY_PERSON_LIST_ADD: a new list, with people or without
 * @TY_PERSON_LIST_CHANGE: another name or note
 * @TY_PERSON_LIST_REMOVE: the list goes, not the people
 * @TY_PERSON_LIST_MOVE: another place among the lists
 * @TY_PERSON_LIST_PUT: people come to its end; who is on it already stays in place
 * @TY_PERSON_LIST_TAKE: people are taken off
 * @TY_PERSON_LIST_PLACE: people come elsewhere on it, in the order that they had
 * @TY_PERSON_LIST_SORT: another order of all
 *
 * What is done with a list.
 */
typedef enum
{
  TY_PERSON_LIST_ADD,
  TY_PERSON_LIST_CHANGE,
  TY_PERSON_LIST_REMOVE,
  TY_PERSON_LIST_MOVE,
  TY_PERSON_LIST_PUT,
  TY_PERSON_LIST_TAKE,
  TY_PERSON_LIST_PLACE,
  TY_PERSON_LIST_SORT,
} TyPersonListOp;

/**
 * TyPersonListEdit:
 * @op: what is done
 * @key: key of the list; of a new one none
 * @stored: (nullable): of a change: the list as it was read
 * @list: (nullable): of a change and a new one: the list as it shall be
 * @people: (array length=n_people) (nullable): who it is about; of an order all of them, and who is not
 *   named comes last
 * @n_people: their number
 * @before: of a place: who comes behind them; 0 = they come last
 * @step: of a move: how many places down; negative = up
 * @by: (nullable): of an order: its word, for the history
 *
 * An edit of a list.
 */
typedef struct
{
  TyPersonListOp op;
  gint64 key;
  TyPersonList *stored;
  TyPersonList *list;
  const gint64 *people;
  guint n_people;
  gint64 before;
  int step;
  const char *by;
} TyPersonListEdit;

/**
 * TyPersonListChange:
 * @list: the list, also a new one
 * @n_people: how many people were put on it, taken off or moved
 * @seq: the action; 0 where nothing had to be changed
 *
 * What an edit of a list did.
 */
typedef struct
{
  gint64 list;
  guint n_people;
  gint64 seq;
} TyPersonListChange;

gboolean ty_person_list_edit_run (TyStore                 *store,
                                  const char              *user,
                                  const TyPersonListEdit  *edit,
                                  TyPersonListChange      *change,
                                  GError                 **error);

G_END_DECLS
