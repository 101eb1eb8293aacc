/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-page-portraits"

#include "config.h"

#include "ty-pairing-page-private.h"

#include "ty-office-portraits.h"

/* Photos come after the cards, those that are shown first; each is read once for as long as the page is. */

#define SIZE 96      /* pixels: for two pixels of the screen for each */
#define AT_ONCE 40   /* people that are read in one go */
#define MOST 4000    /* photos that are kept */

static void load_next (TyPairingPage *self);

static void
show_portrait (TyPairingPage *self,
               gint64         person,
               GdkTexture    *texture)
{
  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    {
      TyPairStack *stack = ty_pair_column_get_stack (ty_pair_board_get_column (self->board, i));

      for (guint j = 0; j < ty_pair_stack_get_n (stack); j++)
        {
          TyPairCard *card = TY_PAIR_CARD (ty_pair_stack_get_card (stack, j));

          if (ty_pair_card_get_person (card) == person)
            ty_pair_card_set_texture (card, texture);
        }
    }
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) portraits = ty_office_load_portraits_finish (TY_OFFICE (source), result, &error);
  TyPairingPage *self;
  GHashTableIter iter;
  gpointer key, value;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PAIRING_PAGE (user_data);
  g_clear_object (&self->loading_portraits);
  if (portraits == NULL)
    return;

  g_hash_table_iter_init (&iter, portraits);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      GdkTexture *texture = gdk_texture_new_for_pixbuf (value);

      g_hash_table_replace (self->portraits, g_memdup2 (key, sizeof (gint64)), texture);
      show_portrait (self, *(gint64 *) key, texture);
    }
  load_next (self);
}

/* Who has no photo is noted as such. */
static void
load_next (TyPairingPage *self)
{
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    {
      TyPairStack *stack = ty_pair_column_get_stack (ty_pair_board_get_column (self->board, i));

      for (guint j = 0; j < ty_pair_stack_get_n (stack) && people->len < AT_ONCE; j++)
        {
          gint64 person = ty_pair_card_get_person (TY_PAIR_CARD (ty_pair_stack_get_card (stack, j)));

          if (g_hash_table_contains (self->portraits, &person) || g_hash_table_size (self->portraits) >= MOST)
            continue;
          g_hash_table_insert (self->portraits, g_memdup2 (&person, sizeof person), NULL);
          g_array_append_val (people, person);
        }
    }
  if (people->len == 0)
    return;

  self->loading_portraits = g_cancellable_new ();
  ty_office_load_portraits_async (ty_page_get_office (TY_PAGE (self)), (const gint64 *) people->data,
                                  people->len, SIZE, self->loading_portraits, loaded_cb, self);
}

/**
 * ty_pairing_page_show_portraits:
 * @self: a page that shows its board
 *
 * Shows the photos that are known, and asks for the others.
 */
void
ty_pairing_page_show_portraits (TyPairingPage *self)
{
  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    {
      TyPairStack *stack = ty_pair_column_get_stack (ty_pair_board_get_column (self->board, i));

      for (guint j = 0; j < ty_pair_stack_get_n (stack); j++)
        {
          TyPairCard *card = TY_PAIR_CARD (ty_pair_stack_get_card (stack, j));
          gint64 person = ty_pair_card_get_person (card);

          ty_pair_card_set_texture (card, g_hash_table_lookup (self->portraits, &person));
        }
    }
  if (self->loading_portraits == NULL)
    load_next (self);
}

static void
unref_texture (gpointer texture)
{
  g_clear_object (&texture);
}

/**
 * ty_pairing_page_forget_portraits:
 * @self: a page
 *
 * Photos are read anew when they are needed: the file may be another one.
 */
void
ty_pairing_page_forget_portraits (TyPairingPage *self)
{
  g_cancellable_cancel (self->loading_portraits);
  g_clear_object (&self->loading_portraits);
  g_clear_pointer (&self->portraits, g_hash_table_unref);
  self->portraits = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, unref_texture);
}
