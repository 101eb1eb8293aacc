/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"

G_BEGIN_DECLS

/**
 * TyContradictionKind:
 * @TY_CONTRADICTION_NONE: nothing stands against it
 * @TY_CONTRADICTION_ROW: a later action touched one of its rows
 * @TY_CONTRADICTION_REFERENCE: a reference would lead nowhere: from a row of a later action to one
 *   that would go, or from a row that would come back to one that a later action removed
 * @TY_CONTRADICTION_NUMBER: a later action gave an ID number to somebody else that would come back
 *
 * Why an action cannot be taken back.
 */
typedef enum
{
  TY_CONTRADICTION_NONE,
  TY_CONTRADICTION_ROW,
  TY_CONTRADICTION_REFERENCE,
  TY_CONTRADICTION_NUMBER,
} TyContradictionKind;

/**
 * TyContradiction:
 * @kind: what stands against it
 * @seq: the last of the later actions that do, or 0
 */
typedef struct
{
  TyContradictionKind kind;
  gint64 seq;
} TyContradiction;

gboolean  ty_contradiction_find     (TyDatabase             *database,
                                     gint64                  seq,
                                     TyContradiction        *found,
                                     GError                **error);
char     *ty_contradiction_dup_text (const TyContradiction  *self,
                                     TyDatabase             *database) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
