/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office-state.h"
#include "ty-office-thread.h"
#include "ty-services-types.h"

G_BEGIN_DECLS

#define TY_OFFICE_N_READERS 2

/**
 * TyOfficeShare:
 * @writer: (nullable): until the first file
 * @readers: (nullable): the same
 * @checker: (nullable): until the first large file
 * @checking: (nullable): while nothing is checked
 * @engine: the columns of the file
 * @offices: (element-type TyOffice): those that show the file; unowned
 * @generation: counts the files that were opened
 * @waiting: jobs of each reader
 *
 * What the offices of one file have in common: its threads and its columns. Used in the main thread
 * only.
 */
typedef struct
{
  TyOfficeThread *writer;
  TyOfficeThread *readers[TY_OFFICE_N_READERS];
  TyOfficeThread *checker;
  GCancellable *checking;
  TyEngine *engine;
  GPtrArray *offices;
  guint generation;
  guint waiting[TY_OFFICE_N_READERS];
  guint n_refs;
} TyOfficeShare;

TyOfficeShare *ty_office_share_new           (void) G_GNUC_WARN_UNUSED_RESULT;
TyOfficeShare *ty_office_share_ref           (TyOfficeShare       *self);
void           ty_office_share_unref         (TyOfficeShare       *self);
void           ty_office_share_start         (TyOfficeShare       *self);
void           ty_office_share_enter         (TyOfficeShare       *self,
                                              const TyOfficeState *state);
void           ty_office_share_publish       (TyOfficeShare       *self,
                                              const TyOfficeState *state);
void           ty_office_share_set_damage    (TyOfficeShare       *self,
                                              const char          *damage);
void           ty_office_share_start_check   (TyOfficeShare       *self,
                                              const char          *path);
void           ty_office_share_cancel_check  (TyOfficeShare       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyOfficeShare, ty_office_share_unref)

G_END_DECLS
