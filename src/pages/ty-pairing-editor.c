/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-editor"

#include "config.h"

#include "ty-pairing-editor.h"

#include "ty-code-combo.h"
#include "ty-pairing.h"
#include "ty-pick-finder.h"
#include "ty-programme.h"

#include <glib/gi18n-lib.h>

/* Two people are paired by hand. */

typedef struct
{
  TyRecord *programme; /* (owned) */
  char *state;
  TyPickRow *mentee;
  TyPickRow *mentor;
  GtkEditable *goal;
} Editor;

static void
editor_free (gpointer data)
{
  Editor *editor = data;

  g_object_unref (editor->programme);
  g_free (editor->state);
  g_free (editor);
}

static gint64
get_person (TyPickRow *row)
{
  const char *key = ty_pick_row_get_value (row);

  return key != NULL ? g_ascii_strtoll (key, NULL, 10) : 0;
}

static void
save (TyPairingForm *form,
      gpointer       data)
{
  Editor *editor = data;
  g_autoptr(GPtrArray) pairings = g_ptr_array_new ();
  g_autoptr(TyRecord) pairing = ty_record_new (&ty_pairing_info);
  const char *goal = gtk_editable_get_text (editor->goal);

  if (get_person (editor->mentee) == 0)
    {
      ty_pairing_form_fail (form, _("Choose who is to be helped."), GTK_WIDGET (editor->mentee));
      return;
    }
  if (get_person (editor->mentor) == 0)
    {
      ty_pairing_form_fail (form, _("Choose the mentor."), GTK_WIDGET (editor->mentor));
      return;
    }

  ty_record_set_integer (pairing, TY_PAIRING_PERSON, get_person (editor->mentee));
  ty_record_set_integer (pairing, TY_PAIRING_MENTOR, get_person (editor->mentor));
  ty_record_set_integer (pairing, TY_PAIRING_PROGRAMME,
                         ty_record_get_integer (editor->programme, TY_PROGRAMME_ID));
  ty_record_set_text (pairing, TY_PAIRING_STATE, editor->state);
  ty_record_set_text (pairing, TY_PAIRING_GOAL, *goal != '\0' ? goal : NULL);
  g_ptr_array_add (pairings, pairing);
  ty_pairing_form_run (form, &(TyPairingEdit){ .kind = TY_PAIRING_ADD,
                                               .pairings = pairings,
                                               .day = ty_date_today () },
                       /* Translators: mentor and mentee */
                       g_strdup_printf (_("%1$s was paired with %2$s."), ty_pick_row_get_label (editor->mentor),
                                        ty_pick_row_get_label (editor->mentee)));
}

/**
 * ty_pairing_editor_new:
 * @office: where it is saved
 * @programme: the programme
 * @mentee: key of who is to be helped; 0 = is chosen in the form
 * @name: (nullable): the name of @mentee
 * @state: (nullable): key of `pairing_state`; none = proposed
 *
 * Returns: (transfer floating): a form for a new pairing
 */
TyPairingForm *
ty_pairing_editor_new (TyOffice   *office,
                       TyRecord   *programme,
                       gint64      mentee,
                       const char *name,
                       const char *state)
{
  Editor *editor = g_new0 (Editor, 1);
  TyPairingForm *form = ty_pairing_form_new (office, _("New Pairing"),
                                             ty_record_get_text (programme, TY_PROGRAMME_NAME), _("_Pair"), save,
                                             editor, editor_free);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *goal = adw_entry_row_new ();

  editor->programme = g_object_ref (programme);
  editor->state = g_strdup (state != NULL ? state : "proposed");
  editor->mentee = TY_PICK_ROW (ty_pick_row_new ());
  editor->mentor = TY_PICK_ROW (ty_pick_row_new ());
  editor->goal = GTK_EDITABLE (goal);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (editor->mentee), _("Mentee"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (editor->mentor), _("Mentor"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (goal), _("Goal"));
  ty_pick_finder_attach (editor->mentee, office, TY_PICK_PEOPLE);
  ty_pick_finder_attach (editor->mentor, office, TY_PICK_PEOPLE);
  if (mentee != 0)
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mentee);

      ty_pick_row_set_value (editor->mentee, key, name);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (editor->mentee));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (editor->mentor));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), goal);
  ty_pairing_form_add_group (form, group);
  return form;
}
