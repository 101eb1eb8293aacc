/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-action.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyActionSpec:
 * @user: who does it
 * @kind: what is done, as a word of the program: `person.edit`
 * @detail: (nullable): JSON for the label, without anything of a person; read after the action
 *   has run, so that it may count
 * @seq: (out): its place in the history; 0 where nothing was changed
 *
 * What is written about an action.
 */
typedef struct
{
  const char *user;
  const char *kind;
  const char *detail;
  gint64 seq;
} TyActionSpec;

typedef gboolean (*TyActionFunc) (TyStore   *store,
                                  gpointer   data,
                                  GError   **error);

gboolean   ty_store_run           (TyStore       *self,
                                   TyActionSpec  *spec,
                                   TyActionFunc   func,
                                   gpointer       data,
                                   GError       **error);
gboolean   ty_store_run_final     (TyStore       *self,
                                   TyActionSpec  *spec,
                                   TyActionFunc   func,
                                   gpointer       data,
                                   GError       **error);
gboolean   ty_store_run_genesis   (TyStore       *self,
                                   TyActionSpec  *spec,
                                   TyActionFunc   func,
                                   gpointer       data,
                                   GError       **error);
gboolean   ty_store_undo          (TyStore       *self,
                                   const char    *user,
                                   gint64         target,
                                   gint64        *seq,
                                   GError       **error);
gboolean   ty_store_redo          (TyStore       *self,
                                   const char    *user,
                                   gint64        *seq,
                                   GError       **error);
gboolean   ty_store_add_event     (TyStore       *self,
                                   const char    *user,
                                   const char    *kind,
                                   const char    *detail,
                                   GError       **error);

G_END_DECLS
