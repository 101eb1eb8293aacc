/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-history-card"

#include "config.h"

#include "ty-person-history-card.h"

#include "ty-format.h"
#include "ty-person-history.h"
#include "ty-row-grid.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

#define N_AT_FIRST 12 /* entries; more when they are asked for */
#define N_IN_FRAME 15 /* that are added in one frame, so that none comes late */

/* The history of a record, entries by entries: its newest first, all of them when asked. */
typedef struct
{
  GPtrArray *history;  /* (owned) (element-type TyPersonHistoryEntry) */
  TyRowGrid *grid;     /* (unowned) */
  GtkWidget *button;   /* (unowned) */
  guint n_shown;
  guint tick_id;
} HistoryCard;

static void
history_card_free (gpointer data)
{
  HistoryCard *card = data;

  g_ptr_array_unref (card->history);
  g_free (card);
}

static void
add_entry (HistoryCard *card)
{
  const TyPersonHistoryEntry *entry = g_ptr_array_index (card->history, card->n_shown);
  g_autofree char *when = ty_format_utc (entry->at);
  g_autofree char *what = NULL;
  const char *texts[] = { when, entry->user, NULL, NULL };

  what = entry->values != NULL ? g_strconcat (entry->text, "\n", entry->values, NULL) : g_strdup (entry->text);
  texts[2] = what;
  ty_row_grid_add (card->grid, FALSE, texts);
  if (entry->seq == 0)
    ty_row_grid_dim_last (card->grid);
  card->n_shown++;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  HistoryCard *card = user_data;

  for (guint i = 0; i < N_IN_FRAME && card->n_shown < card->history->len; i++)
    add_entry (card);
  if (card->n_shown < card->history->len)
    return G_SOURCE_CONTINUE;

  card->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
more_cb (GtkButton *button,
         gpointer   user_data)
{
  HistoryCard *card = user_data;

  gtk_widget_set_visible (card->button, FALSE);
  if (card->tick_id == 0)
    card->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (card->grid), tick_cb, card, NULL);
}

static GtkWidget *
make_more_button (HistoryCard *card)
{
  g_autofree char *count = ty_text_format_count (card->history->len);
  g_autofree char *label = NULL;
  GtkWidget *button;

  label = g_strdup_printf (card->history->len < TY_PERSON_HISTORY_MOST ? _("Show all %s entries")
                                                                       : _("Show the last %s entries"),
                           count);
  button = gtk_button_new_with_label (label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (more_cb), card);
  return button;
}

/**
 * ty_person_history_build:
 * @file: a person's file whose history was read
 *
 * Makes the content of the card with the history of the record: who changed what from what to what, and who
 * asked to see what is masked. The newest entries are there at once, the others when they are asked for.
 *
 * Returns: (transfer floating): the content
 */
GtkWidget *
ty_person_history_build (TyPersonFile *file)
{
  HistoryCard *card = g_new0 (HistoryCard, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  card->history = g_ptr_array_ref (file->history);
  card->grid = TY_ROW_GRID (ty_row_grid_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (card->grid));
  while (card->n_shown < MIN (N_AT_FIRST, card->history->len))
    add_entry (card);
  if (card->n_shown < card->history->len)
    {
      card->button = make_more_button (card);
      gtk_box_append (GTK_BOX (box), card->button);
    }
  g_object_set_data_full (G_OBJECT (box), "ty-history-card", card, history_card_free);
  return box;
}
