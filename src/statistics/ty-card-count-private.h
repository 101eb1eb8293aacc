/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-card-count.h"

G_BEGIN_DECLS

/**
 * TyCardCount:
 *
 * A card while it is counted: what it asked, and the answer that is being made of it.
 */
struct _TyCardCount
{
  const TyCard *card;   /* (unowned) */
  TyCardAsks *asks;     /* (unowned) */
  TyDate as_of;
  TyCardBefore how;
  TyView *view;         /* (unowned) (nullable) */
  TyView *view_before;  /* (unowned) (nullable) */
  GArray *figures;      /* (owned) (element-type TyCardAsk): by figure; of a line none */
  GArray *dates;        /* (owned) (element-type TyCardAsk): by date of the trend, then by figure */
  GArray *rows;         /* (owned) (element-type guint): of each category: its number in the tables */
  GArray *columns;      /* (owned) (element-type guint): the same of each series */
  TyCardAnswer *answer; /* (owned) (nullable) */
};

TyDate        ty_card_count_get_date  (TyCardCount       *self,
                                       guint              number);
TyCrossTable *ty_card_count_get_table (TyCardCount       *self,
                                       TyCardAsk          asked);
void          ty_card_count_fill      (TyCardCount       *self,
                                       guint              figure,
                                       TyAmount           amount,
                                       TyCardValue       *value);
void          ty_card_count_fill_change (TyCardCount     *self,
                                       guint              figure,
                                       TyAmount           now,
                                       TyAmount           before,
                                       TyCardValue       *value);

/* ty-card-lines.c */
gboolean      ty_card_count_add_lines (TyCardCount       *self);

/* ty-card-text.c */
char         *ty_card_count_dup_text  (TyCardCount       *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
