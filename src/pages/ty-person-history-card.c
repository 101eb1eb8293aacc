/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-history-card"

#include "config.h"

#include "ty-person-history-card.h"

#include "ty-format.h"
#include "ty-person-history.h"
#include "ty-row-grid.h"

static void
add_entry (TyRowGrid                  *grid,
           const TyPersonHistoryEntry *entry)
{
  g_autofree char *when = ty_format_utc (entry->at);
  g_autofree char *what = NULL;
  const char *texts[] = { when, entry->user, NULL, NULL };

  what = entry->values != NULL ? g_strconcat (entry->text, "\n", entry->values, NULL)
                               : g_strdup (entry->text);
  texts[2] = what;
  ty_row_grid_add (grid, FALSE, texts);
  if (entry->seq == 0)
    ty_row_grid_dim_last (grid);
}

/**
 * ty_person_history_build:
 * @file: a person's file whose history was read
 *
 * Makes the content of the card with the history of the record: who changed what from what to what, and who
 * asked to see what is masked.
 *
 * Returns: (transfer floating): the content
 */
GtkWidget *
ty_person_history_build (TyPersonFile *file)
{
  GtkWidget *grid = ty_row_grid_new ();

  for (guint i = 0; i < file->history->len; i++)
    add_entry (TY_ROW_GRID (grid), g_ptr_array_index (file->history, i));
  return grid;
}
