/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-programme-picker"

#include "config.h"

#include "ty-programme-picker.h"

#include "ty-office-pairing.h"
#include "ty-programme.h"

/* The programme of a pairing: picked from those that there are. */

typedef struct
{
  TyPickRow *row;            /* (unowned): whose data this is */
  GCancellable *cancellable; /* (owned) */
} Picker;

static void
picker_free (gpointer data)
{
  Picker *picker = data;

  g_cancellable_cancel (picker->cancellable);
  g_object_unref (picker->cancellable);
  g_free (picker);
}

static void
programmes_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = ty_office_list_programmes_finish (TY_OFFICE (source), result, &error);
  TyPickRow *row;

  if (all == NULL)
    return;

  row = ((Picker *) user_data)->row;
  ty_pick_row_clear_choices (row);
  for (guint i = 0; i < all->len; i++)
    {
      TyRecord *programme = ((TyProgrammeRules *) g_ptr_array_index (all, i))->programme;
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT,
                                              ty_record_get_integer (programme, TY_PROGRAMME_ID));

      ty_pick_row_add_choice (row, key, ty_record_get_text (programme, TY_PROGRAMME_NAME),
                              ty_record_get_text (programme, TY_PROGRAMME_NOTE));
    }
}

/**
 * ty_programme_picker_attach:
 * @row: a row of a form
 * @office: where programmes are read
 *
 * Offers the programmes that there are, for as long as the row lives.
 */
void
ty_programme_picker_attach (TyPickRow *row,
                            TyOffice  *office)
{
  Picker *picker = g_new0 (Picker, 1);

  picker->row = row;
  picker->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (row), "ty-programmes", picker, picker_free);
  ty_office_list_programmes_async (office, picker->cancellable, programmes_cb, picker);
}
