/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office-share.h"
#include "ty-office.h"

G_BEGIN_DECLS

typedef enum
{
  TY_OFFICE_CLOSED,
  TY_OFFICE_OPENING,
  TY_OFFICE_OPEN,
  TY_OFFICE_CLOSING,
} TyOfficePhase;

struct _TyOffice
{
  GObject parent_instance;

  /* Owned */
  TyOfficeShare *share;  /* threads and columns, also of other offices of the file */
  TyOfficeState *state;  /* (nullable) while closed */
  char *user;
  char *second_folder;   /* (nullable) */
  char *scope_name;      /* (nullable) for the whole county */
  char *damage;          /* (nullable): what the check of the file found */

  TyOfficePhase phase;
  guint generation;      /* counts the files that were opened */
  TyDate as_of;
  gint64 scope;
};

/**
 * TyOfficeFunc:
 * @thread: the thread in which it runs, with a store
 * @data: its data
 * @cancellable: (nullable): that of the caller
 * @error: set where %NULL is returned
 *
 * A piece of work on the county file.
 *
 * Returns: its result, never %NULL where it succeeded
 */
typedef gpointer (*TyOfficeFunc) (TyOfficeThread  *thread,
                                  gpointer         data,
                                  GCancellable    *cancellable,
                                  GError         **error);

#define TY_OFFICE_DONE GINT_TO_POINTER (TRUE)

void     ty_office_read          (TyOffice            *self,
                                  GTask               *task,
                                  TyOfficeFunc         func,
                                  gpointer             data,
                                  GDestroyNotify       data_free,
                                  GDestroyNotify       result_free);
void     ty_office_write         (TyOffice            *self,
                                  GTask               *task,
                                  TyOfficeFunc         func,
                                  gpointer             data,
                                  GDestroyNotify       data_free,
                                  GDestroyNotify       result_free);
void     ty_office_start         (TyOffice            *self,
                                  GTask               *task,
                                  TyOfficeFunc         func,
                                  gpointer             data,
                                  GDestroyNotify       data_free);
void     ty_office_enter         (TyOffice            *self,
                                  TyOfficeState       *state,
                                  TyDate               as_of,
                                  gint64               scope);
void     ty_office_prepare_share (TyOffice            *self);
void     ty_office_leave         (TyOffice            *self);
void     ty_office_publish       (TyOffice            *self,
                                  TyOfficeState       *state);
void     ty_office_set_damage    (TyOffice            *self,
                                  const char          *damage);
GTask   *ty_office_task_new      (TyOffice            *self,
                                  gpointer             tag,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data) G_GNUC_WARN_UNUSED_RESULT;
gpointer ty_office_task_finish   (TyOffice            *self,
                                  GAsyncResult        *result,
                                  gpointer             tag,
                                  GError             **error);

G_END_DECLS
