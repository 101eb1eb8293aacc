/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-office-roster.h"

G_BEGIN_DECLS

/**
 * TyRosterSort:
 * @keys: (array length=n_keys): the first before all others
 * @n_keys: none = the official order
 *
 * By what a roster is sorted.
 */
typedef struct
{
  TySortKey keys[TY_ROSTER_KEYS];
  guint n_keys;
} TyRosterSort;

void       ty_roster_sort_choose     (TyRosterSort       *self,
                                      TySortKey           key);
void       ty_roster_sort_add        (TyRosterSort       *self,
                                      TySortKey           key);
void       ty_roster_sort_turn       (TyRosterSort       *self,
                                      guint               number);
void       ty_roster_sort_remove     (TyRosterSort       *self,
                                      guint               number);
TySortKey  ty_roster_sort_get_first  (const TyRosterSort *self);
TySortKey  ty_roster_sort_read_word  (const char         *word);
char     **ty_roster_sort_to_words   (const TyRosterSort *self) G_GNUC_WARN_UNUSED_RESULT;
void       ty_roster_sort_from_words (TyRosterSort       *self,
                                      const char * const *words);
void       ty_roster_sort_fill_box   (const TyRosterSort *self,
                                      GtkBox             *box,
                                      GtkColumnView      *view);

G_END_DECLS
