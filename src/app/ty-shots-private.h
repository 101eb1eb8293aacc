/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-shots.h"

G_BEGIN_DECLS

typedef struct
{
  /* Owned */
  TyWindow *window;
  char *dir; /* (nullable) */
  GtkWindow *dialog; /* (nullable) */

  TyShotFunc func; /* (nullable): looks, instead of a picture */
  gpointer func_data;
  GtkWidget *popover; /* (nullable) (unowned): shown instead */

  int width, height; /* pixels of the window */
  guint step;
  guint turn; /* of a step that has several pictures */
  guint n_quiet;
  guint n_checks;
  gboolean begun;
  gboolean compare; /* the import shows what its rows would change */
} Shots;

void ty_shots_show_dialog (Shots *shots,
                           void  *dialog);

/* In ty-shots-picture.c. */
void ty_shots_save (GtkWidget  *widget,
                    const char *dir,
                    const char *name);

/* In ty-shots-lists.c. */
void ty_shots_begin_lists (Shots *shots);
void ty_shots_begin_paste (Shots *shots);
void ty_shots_begin_group (Shots *shots);

/* In ty-shots-boards.c. */
const char *ty_shots_get_board (guint  number);
void ty_shots_begin_board (Shots *shots);
const char *ty_shots_get_table (guint  number);
void ty_shots_begin_table (Shots *shots);

G_END_DECLS
