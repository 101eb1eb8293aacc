/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyFindingKind:
 * @TY_FINDING_STRUCTURE: SQLite’s own check found a fault
 * @TY_FINDING_REFERENCE: a row names another that is not there
 * @TY_FINDING_CHAIN: an entry of the history was changed, or some are missing
 * @TY_FINDING_CHANGES: the changes of an action are not those that it recorded
 * @TY_FINDING_CONTENT: a row is not what the history says
 * @TY_FINDING_BLOB: a photo or scan is not what its hash says
 */
typedef enum
{
  TY_FINDING_STRUCTURE,
  TY_FINDING_REFERENCE,
  TY_FINDING_CHAIN,
  TY_FINDING_CHANGES,
  TY_FINDING_CONTENT,
  TY_FINDING_BLOB,
} TyFindingKind;

/**
 * TyFinding:
 * @kind: what kind of fault
 * @seq: the entry of the history concerned, or 0
 * @text: a sentence for the user
 */
typedef struct
{
  TyFindingKind kind;
  gint64 seq;
  char *text; /* (owned) */
} TyFinding;

GPtrArray  *ty_check_run              (TyStore       *store,
                                       GError       **error);
const char *ty_finding_kind_to_string (TyFindingKind  kind);

G_END_DECLS
