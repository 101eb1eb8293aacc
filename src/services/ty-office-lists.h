/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-order.h"
#include "ty-person-list-edit.h"

G_BEGIN_DECLS

/**
 * TyMergedMember:
 * @name: (owned): who was put on the list
 * @other: key of the person into whom that one was merged
 * @other_name: (owned): that one’s name
 *
 * Somebody on a list who was merged into another since.
 */
typedef struct
{
  char *name;
  gint64 other;
  char *other_name;
} TyMergedMember;

/**
 * TyListEntry:
 * @list: (owned): the list itself
 * @n_people: how many are on it
 * @n_departed: how many of them have departed by the cut-off date
 * @merged: (owned) (element-type TyMergedMember): who was merged into another
 *
 * A named list.
 */
typedef struct
{
  TyPersonList *list;
  guint n_people;
  guint n_departed;
  GPtrArray *merged;
} TyListEntry;

void       ty_list_entry_free            (TyListEntry            *self);
gint64     ty_list_entry_get_key         (const TyListEntry      *self);
const char *ty_list_entry_get_name       (const TyListEntry      *self);

/* The named lists in their order. */
void       ty_office_list_lists_async    (TyOffice               *self,
                                          GCancellable           *cancellable,
                                          GAsyncReadyCallback     callback,
                                          gpointer                user_data);
GPtrArray *ty_office_list_lists_finish   (TyOffice               *self,
                                          GAsyncResult           *result,
                                          GError                **error);

/* Any edit of a list, as one action. */
void       ty_office_edit_list_async     (TyOffice               *self,
                                          const TyPersonListEdit *edit,
                                          GCancellable           *cancellable,
                                          GAsyncReadyCallback     callback,
                                          gpointer                user_data);
gboolean   ty_office_edit_list_finish    (TyOffice               *self,
                                          GAsyncResult           *result,
                                          TyPersonListChange     *change,
                                          GError                **error);

/* Gives a list the order of a sort at the cut-off date, as one action. */
void       ty_office_sort_list_async     (TyOffice               *self,
                                          gint64                  list,
                                          TySort                  sort,
                                          GCancellable           *cancellable,
                                          GAsyncReadyCallback     callback,
                                          gpointer                user_data);
gboolean   ty_office_sort_list_finish    (TyOffice               *self,
                                          GAsyncResult           *result,
                                          TyPersonListChange     *change,
                                          GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyListEntry, ty_list_entry_free)

G_END_DECLS
