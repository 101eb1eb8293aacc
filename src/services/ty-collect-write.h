/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-collect.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyCollectOrderFunc:
 * @as_of: a day
 * @scope: a unit
 * @data: the caller's
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): everybody in the scope on that day
 */
typedef TyOrder *(*TyCollectOrderFunc) (TyDate     as_of,
                                        gint64     scope,
                                        gpointer   data,
                                        GError   **error);

/**
 * TyCollectPeople:
 * @get_order: finds everybody in a scope
 * @views: where views of other dates are kept
 * @data: for @get_order
 *
 * Where people come from.
 */
typedef struct
{
  TyCollectOrderFunc get_order;
  TyViews *views;
  gpointer data;
} TyCollectPeople;

/**
 * TyCollectProgressFunc:
 * @n_done: how many workbooks are written or read
 * @n_all: how many there are
 * @data: the caller's
 *
 * Hears how far it is, in the thread that works.
 */
typedef void (*TyCollectProgressFunc) (guint    n_done,
                                       guint    n_all,
                                       gpointer data);

typedef struct _TyCollectBooks TyCollectBooks;

TyCollectBooks *ty_collect_books_new         (TyDatabase             *database,
                                              const TyCollectPeople  *people,
                                              const TyCollectSpec    *spec,
                                              gboolean                overwrite,
                                              TyCollectProgressFunc   progress,
                                              gpointer                progress_data,
                                              GCancellable           *cancellable,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void            ty_collect_books_free        (TyCollectBooks         *self);
gboolean        ty_collect_books_commit      (TyCollectBooks         *self,
                                              TyStore                *store,
                                              const char             *user,
                                              GError                **error);
guint           ty_collect_books_get_n       (TyCollectBooks         *self);
const char     *ty_collect_books_get_path    (TyCollectBooks         *self,
                                              guint                   i);
guint           ty_collect_books_get_n_rows  (TyCollectBooks         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCollectBooks, ty_collect_books_free)

G_END_DECLS
