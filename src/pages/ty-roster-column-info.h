/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-custom-field.h"
#include "ty-office-choice.h"

G_BEGIN_DECLS

/**
 * TyColumnInfo:
 * @title: the heading, in English and marked for translation; of a field of the county what it is called
 * @text: what its cells show
 * @word: in the settings
 * @sort_word: (nullable): of the order, in the settings; %NULL where it cannot be sorted by
 * @width: in pixels; 0 = takes what is left
 * @at_end: whether its texts stand at the right: numbers and dates
 * @usual: whether it is there until somebody chooses others
 * @sort: the order
 * @own: key of the field of the county that it shows; 0 for a column of the program
 *
 * A column of the roster.
 */
typedef struct
{
  const char *title;
  TyRosterText text;
  const char *word;
  const char *sort_word;
  int width;
  gboolean at_end;
  gboolean usual;
  TySort sort;
  gint64 own;
} TyColumnInfo;

guint               ty_column_info_get_n      (void);
const TyColumnInfo *ty_column_info_get        (guint               number);
TyColumnInfo       *ty_column_info_new_own    (TyCustomField      *field) G_GNUC_WARN_UNUSED_RESULT;
void                ty_column_info_free_own   (TyColumnInfo       *self);
int                 ty_column_info_find_width (const TyColumnInfo *self,
                                               PangoLayout        *layout);

G_END_DECLS
