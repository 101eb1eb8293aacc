/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-end"

#include "config.h"

#include "ty-pairing-end.h"

#include "ty-code-combo.h"
#include "ty-format.h"

#include <glib/gi18n-lib.h>

/* How a pairing ended: with which result, why, and when. */

typedef struct
{
  TyRecord *pairing; /* (owned) */
  char *mentee;
  AdwComboRow *result;
  GtkEditable *reason;
  GtkEditable *day;
} End;

static void
end_free (gpointer data)
{
  End *end = data;

  g_object_unref (end->pairing);
  g_free (end->mentee);
  g_free (end);
}

static void
save (TyPairingForm *form,
      gpointer       data)
{
  End *end = data;
  g_autoptr(GPtrArray) pairings = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *result = NULL;
  TyDate day = TY_DATE_NONE;

  if (!ty_date_parse_record (gtk_editable_get_text (end->day), &day, NULL, &error)
      || !ty_date_is_known (day))
    {
      ty_pairing_form_fail (form, error != NULL ? error->message : _("Enter the day on which it ended."),
                            GTK_WIDGET (end->day));
      return;
    }
  if (ty_code_combo_get (end->result) == NULL)
    {
      ty_pairing_form_fail (form, _("Say how the pairing ended."), GTK_WIDGET (end->result));
      return;
    }

  g_ptr_array_add (pairings, end->pairing);
  result = ty_format_code ("pairing_result", ty_code_combo_get (end->result));
  ty_pairing_form_run (form, &(TyPairingEdit){ .kind = TY_PAIRING_END,
                                               .pairings = pairings,
                                               .result = ty_code_combo_get (end->result),
                                               .reason = gtk_editable_get_text (end->reason),
                                               .day = day },
                       /* Translators: the mentee, and how the pairing ended */
                       g_strdup_printf (_("The pairing of %1$s ended: %2$s."), end->mentee, result));
}

/**
 * ty_pairing_end_new:
 * @office: where it is saved
 * @pairing: the row as it was read
 * @mentee: name of the mentee
 * @mentor: name of the mentor
 *
 * Returns: (transfer floating): a form for the end of a pairing
 */
TyPairingForm *
ty_pairing_end_new (TyOffice   *office,
                    TyRecord   *pairing,
                    const char *mentee,
                    const char *mentor)
{
  End *end = g_new0 (End, 1);
  /* Translators: mentor and mentee */
  g_autofree char *who = g_strdup_printf (_("%1$s helps %2$s"), mentor, mentee);
  g_autofree char *today = ty_date_to_record (ty_date_today ());
  TyPairingForm *form = ty_pairing_form_new (office, _("End of a Pairing"), who, _("_End Pairing"), save, end,
                                             end_free);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *result = adw_combo_row_new ();
  GtkWidget *reason = adw_entry_row_new ();
  GtkWidget *day = adw_entry_row_new ();

  end->pairing = g_object_ref (pairing);
  end->mentee = g_strdup (mentee);
  end->result = ADW_COMBO_ROW (result);
  end->reason = GTK_EDITABLE (reason);
  end->day = GTK_EDITABLE (day);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (result), _("Result of the pairing"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (reason), _("Reason"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (day), _("Ended on (year.month.day)"));
  ty_code_combo_fill (end->result, "pairing_result", "graduated");
  gtk_editable_set_text (end->day, today);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("A pairing that is renewed ends and goes on as a new one, for as long as the programme says."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), result);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), reason);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), day);
  ty_pairing_form_add_group (form, group);
  return form;
}
