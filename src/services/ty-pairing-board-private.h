/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pairing-board-loader.h"
#include "ty-unit-names.h"

G_BEGIN_DECLS

/* Who somebody is, read once: many a mentor has several mentees. */
typedef struct
{
  char *name;
  char *age;      /* (nullable) */
  char *place;    /* (nullable) */
  gint64 township;
  gint64 unit;
} TyBoardIdentity;

typedef struct
{
  TyView *view;
  TyDatabase *database;
  TyUnitNames *names;
  TyPairingBoard *board;
  GHashTable *identities; /* (element-type gint64 TyBoardIdentity) */
  GHashTable *statuses;   /* (element-type gint64 TyPairingStatus): by the id of a pairing; of those that meet */
  GHashTable *needs;      /* (element-type gint64 GPtrArray): of #TyPairingNeed, the most urgent first */
  TyDate as_of;
} TyBoardLoader;

TyBoardIdentity *ty_board_loader_identify    (TyBoardLoader  *self,
                                              gint64          person,
                                              gint64          unit,
                                              GError        **error);
gboolean         ty_board_loader_is_in_scope (TyBoardLoader  *self,
                                              gint64          unit);
gboolean         ty_board_loader_add_mentors (TyBoardLoader  *self,
                                              GError        **error);

G_END_DECLS
