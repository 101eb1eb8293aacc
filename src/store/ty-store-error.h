/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TyStoreError:
 * @TY_STORE_ERROR_FAILED: anything else
 * @TY_STORE_ERROR_NOT_FOUND: no such file or row
 * @TY_STORE_ERROR_FOREIGN: not a county file: no SQLite, or another application's
 * @TY_STORE_ERROR_NEWER: written by a newer version of the program
 * @TY_STORE_ERROR_CUT_OFF: shorter than its own header says
 * @TY_STORE_ERROR_DAMAGED: damaged in its structure
 * @TY_STORE_ERROR_READ_ONLY: open for reading only
 * @TY_STORE_ERROR_BUSY: another connection writes
 * @TY_STORE_ERROR_FULL: the disk is full
 * @TY_STORE_ERROR_CONSTRAINT: a rule of the tables forbids it
 * @TY_STORE_ERROR_EXISTS: there is such a file already
 * @TY_STORE_ERROR_NOTHING: nothing to undo or redo
 * @TY_STORE_ERROR_CONFLICT: a later action changed the same rows
 * @TY_STORE_ERROR_FINAL: an action that cannot be taken back
 * @TY_STORE_ERROR_CANCELLED: stopped by the user
 *
 * Errors of the store. Messages are whole sentences for the user.
 */
typedef enum
{
  TY_STORE_ERROR_FAILED,
  TY_STORE_ERROR_NOT_FOUND,
  TY_STORE_ERROR_FOREIGN,
  TY_STORE_ERROR_NEWER,
  TY_STORE_ERROR_CUT_OFF,
  TY_STORE_ERROR_DAMAGED,
  TY_STORE_ERROR_READ_ONLY,
  TY_STORE_ERROR_BUSY,
  TY_STORE_ERROR_FULL,
  TY_STORE_ERROR_CONSTRAINT,
  TY_STORE_ERROR_EXISTS,
  TY_STORE_ERROR_NOTHING,
  TY_STORE_ERROR_CONFLICT,
  TY_STORE_ERROR_FINAL,
  TY_STORE_ERROR_CANCELLED,
} TyStoreError;

#define TY_STORE_ERROR (ty_store_error_quark ())

GQuark ty_store_error_quark (void);

G_END_DECLS
