/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-talk-form"

#include "config.h"

#include "ty-talk-form.h"

#include "ty-field-row.h"
#include "ty-files-group.h"
#include "ty-pairing.h"
#include "ty-pick-row.h"
#include "ty-talk.h"

#include <glib/gi18n-lib.h>

/* A talk is logged: with the pair that is current nothing but its topic has to be typed. Other mentees of the
 * mentor are ticked where all of them were there. */

static const guint fields[] = { TY_TALK_DATE, TY_TALK_FORM, TY_TALK_TOPICS, TY_TALK_PLACE, TY_TALK_SITUATION,
                                TY_TALK_NEXT_STEP };

/* A pair that can talk: copied, since the board may be read anew while the form is open. */
typedef struct
{
  TyRecord *pairing; /* (owned) */
  char *mentee;
  char *mentor;
  GtkCheckButton *tick; /* (nullable): of a mentee of the mentor who is chosen */
} Pair;

typedef struct
{
  GPtrArray *pairs;              /* (element-type Pair) */
  TyFieldRow *rows[G_N_ELEMENTS (fields)];
  TyPickRow *mentor;
  AdwPreferencesGroup *mentees;
  GPtrArray *ticks;              /* (element-type GtkWidget): rows of @mentees */
  TyFilesGroup *files;           /* what each of the mentees gets */
} Form;

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_object_unref (pair->pairing);
  g_free (pair->mentee);
  g_free (pair->mentor);
  g_free (pair);
}

static void
form_free (gpointer data)
{
  Form *form = data;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    ty_field_row_free (form->rows[i]);
  g_ptr_array_unref (form->pairs);
  g_ptr_array_unref (form->ticks);
  g_free (form);
}

static gint64
get_mentor (Pair *pair)
{
  return ty_record_get_integer (pair->pairing, TY_PAIRING_MENTOR);
}

static GPtrArray *
list_ticked (Form  *form,
             char **first)
{
  GPtrArray *pairings = g_ptr_array_new ();

  for (guint i = 0; i < form->pairs->len; i++)
    {
      Pair *pair = g_ptr_array_index (form->pairs, i);

      if (pair->tick == NULL || !gtk_check_button_get_active (pair->tick))
        continue;
      if (pairings->len == 0)
        *first = pair->mentee;
      g_ptr_array_add (pairings, pair->pairing);
    }
  return pairings;
}

static void
save (TyPairingForm *window,
      gpointer       data)
{
  Form *form = data;
  g_autoptr(TyRecord) talk = ty_record_new (&ty_talk_info);
  char *first = NULL;
  g_autoptr(GPtrArray) pairings = list_ticked (form, &first);
  char *text;

  if (pairings->len == 0)
    {
      ty_pairing_form_fail (window, _("Choose the mentor, and tick those with whom the talk was."),
                            GTK_WIDGET (form->mentor));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!ty_field_row_apply (form->rows[i], talk))
      {
        gtk_widget_grab_focus (ty_field_row_get_widget (form->rows[i]));
        return;
      }
  if (!ty_date_is_known (ty_record_get_date (talk, TY_TALK_DATE)))
    {
      ty_pairing_form_fail (window, _("Enter the day of the talk."), ty_field_row_get_widget (form->rows[0]));
      return;
    }
  if (ty_files_group_is_reading (form->files))
    {
      ty_pairing_form_fail (window, _("The files are still being read. Log the talk when they are in the list."),
                            NULL);
      return;
    }

  text = pairings->len == 1
           /* Translators: the mentee */
           ? g_strdup_printf (_("The talk with %s was logged."), first)
           : g_strdup_printf (ngettext ("The talk with %u mentee was logged.",
                                        "The talk with %u mentees was logged.", pairings->len), pairings->len);
  ty_pairing_form_run (window, &(TyPairingEdit){ .kind = TY_PAIRING_TALK,
                                                 .pairings = pairings,
                                                 .day = ty_date_today (),
                                                 .talk = talk,
                                                 .files = ty_files_group_get_files (form->files) }, text);
}

static void
add_tick (Form     *form,
          Pair     *pair,
          gboolean  active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *tick = gtk_check_button_new ();

  pair->tick = GTK_CHECK_BUTTON (tick);
  gtk_check_button_set_active (pair->tick, active);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pair->mentee);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, pair->mentee, -1);
  adw_preferences_group_add (form->mentees, row);
  g_ptr_array_add (form->ticks, row);
}

/* The mentees of a mentor; @chosen alone is ticked, else all of them. */
static void
show_mentees (Form   *form,
              gint64  mentor,
              gint64  chosen)
{
  for (guint i = 0; i < form->ticks->len; i++)
    adw_preferences_group_remove (form->mentees, g_ptr_array_index (form->ticks, i));
  g_ptr_array_set_size (form->ticks, 0);
  for (guint i = 0; i < form->pairs->len; i++)
    {
      Pair *pair = g_ptr_array_index (form->pairs, i);

      pair->tick = NULL;
      if (get_mentor (pair) == mentor)
        add_tick (form, pair, chosen == 0
                              || ty_record_get_integer (pair->pairing, TY_PAIRING_ID) == chosen);
    }
  gtk_widget_set_visible (GTK_WIDGET (form->mentees), form->ticks->len > 0);
}

static void
picked_cb (TyPickRow *row,
           Form      *form)
{
  const char *key = ty_pick_row_get_value (row);

  show_mentees (form, key != NULL ? g_ascii_strtoll (key, NULL, 10) : 0, 0);
}

static void
add_pairs (Form           *form,
           TyPairingBoard *board)
{
  for (guint i = 0; i < board->cards->len; i++)
    {
      const TyPairingCard *card = g_ptr_array_index (board->cards, i);
      Pair *pair;

      if (card->record == NULL || card->column == TY_PAIRING_COLUMN_PROPOSED
          || card->column == TY_PAIRING_COLUMN_CLOSED)
        continue;
      pair = g_new0 (Pair, 1);
      pair->pairing = g_object_ref (card->record);
      pair->mentee = g_strdup (card->face->name);
      pair->mentor = g_strdup (card->face->mentor);
      g_ptr_array_add (form->pairs, pair);
    }
}

static void
offer_mentors (Form *form)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < form->pairs->len; i++)
    {
      Pair *pair = g_ptr_array_index (form->pairs, i);
      gint64 mentor = get_mentor (pair);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mentor);

      if (g_hash_table_add (known, g_memdup2 (&mentor, sizeof mentor)))
        ty_pick_row_add_choice (form->mentor, key, pair->mentor, NULL);
    }
}

static void
add_rows (Form          *form,
          TyPairingForm *window)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr(TyRecord) talk = ty_record_new (&ty_talk_info);

  ty_record_set_date (talk, TY_TALK_DATE, ty_date_today ());
  ty_record_set_text (talk, TY_TALK_FORM, "talk");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      form->rows[i] = ty_field_row_new (talk, fields[i]);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), ty_field_row_get_widget (form->rows[i]));
    }
  ty_pairing_form_add_group (window, group);
}

static void
told_cb (TyPairingForm *window,
         const char    *text)
{
  ty_pairing_form_fail (window, text, NULL);
}

static void
add_files (Form          *form,
           TyPairingForm *window)
{
  form->files = TY_FILES_GROUP (ty_files_group_new ());
  g_signal_connect_object (form->files, "told", G_CALLBACK (told_cb), window, G_CONNECT_SWAPPED);
  ty_files_group_accept (form->files, GTK_WIDGET (window));
  ty_pairing_form_add_group (window, GTK_WIDGET (form->files));
}

/**
 * ty_talk_form_new:
 * @office: where it is saved
 * @board: the board, whose pairs can be chosen
 * @card: (nullable): the pair that is current
 *
 * Returns: (transfer floating): a form for a talk
 */
TyPairingForm *
ty_talk_form_new (TyOffice            *office,
                  TyPairingBoard      *board,
                  const TyPairingCard *card)
{
  Form *form = g_new0 (Form, 1);
  TyPairingForm *window = ty_pairing_form_new (office, _("Log a Talk"), NULL, _("_Log"), save, form, form_free);
  GtkWidget *group = adw_preferences_group_new ();
  gboolean known = card != NULL && card->record != NULL && card->column != TY_PAIRING_COLUMN_PROPOSED
                   && card->column != TY_PAIRING_COLUMN_CLOSED;

  form->pairs = g_ptr_array_new_with_free_func (pair_free);
  form->ticks = g_ptr_array_new ();
  form->mentor = TY_PICK_ROW (ty_pick_row_new ());
  form->mentees = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  add_pairs (form, board);
  offer_mentors (form);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->mentor), _("Mentor"));
  g_signal_connect (form->mentor, "picked", G_CALLBACK (picked_cb), form);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (form->mentor));
  adw_preferences_group_set_title (form->mentees, _("With whom"));
  ty_pairing_form_add_group (window, group);
  ty_pairing_form_add_group (window, GTK_WIDGET (form->mentees));
  add_rows (form, window);
  add_files (form, window);
  if (known)
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, card->mentor);

      ty_pick_row_set_value (form->mentor, key, card->face->mentor);
      gtk_window_set_focus (GTK_WINDOW (window), ty_field_row_get_widget (form->rows[2]));
    }
  show_mentees (form, known ? card->mentor : 0, known ? card->pairing : 0);
  return window;
}
