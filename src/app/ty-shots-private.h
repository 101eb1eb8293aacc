/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-shots.h"

G_BEGIN_DECLS

typedef struct
{
  /* Owned */
  TyWindow *window;
  char *dir;
  GtkWindow *dialog; /* (nullable) */

  GtkWidget *popover; /* (nullable) (unowned): shown instead */

  guint step;
  guint n_quiet;
  guint n_checks;
  gboolean begun;
  gboolean compare; /* the import shows what its rows would change */
} Shots;

void ty_shots_show_dialog (Shots *shots,
                           void  *dialog);

/* In ty-shots-lists.c. */
void ty_shots_begin_lists (Shots *shots);
void ty_shots_begin_paste (Shots *shots);
void ty_shots_begin_group (Shots *shots);

G_END_DECLS
