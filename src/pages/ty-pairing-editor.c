/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-editor"

#include "config.h"

#include "ty-pairing-editor.h"

#include "ty-code-combo.h"
#include "ty-pairing.h"
#include "ty-pick-finder.h"
#include "ty-programme.h"

#include <glib/gi18n-lib.h>

#define N_OFFERED 12

/* Two people are paired by hand. The mentors who fit best are offered, and of whoever is chosen it is said how
 * well the two fit, or why they cannot be paired by the rules: it is a person who decides. */

typedef struct
{
  TyRecord *programme; /* (owned) */
  char *state;
  TyPickRow *mentee;
  TyPickRow *mentor;
  GtkEditable *goal;
  TyPairingPlan *plan;       /* (nullable): what is asked about fit */
  GCancellable *cancellable;
} Editor;

static void
editor_free (gpointer data)
{
  Editor *editor = data;

  g_cancellable_cancel (editor->cancellable);
  g_object_unref (editor->cancellable);
  g_clear_pointer (&editor->plan, ty_pairing_plan_unref);
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

typedef struct
{
  const TyPlanMentor *mentor;
  int score;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return (first->mentor->fit.person > second->mentor->fit.person)
         - (first->mentor->fit.person < second->mentor->fit.person);
}

static const TyPlanMentee *
get_mentee (Editor *editor)
{
  gint64 person = get_person (editor->mentee);

  return editor->plan != NULL && person != 0 ? ty_pairing_plan_find_mentee (editor->plan, person) : NULL;
}

/* Those who fit best, before a name is typed. */
static void
offer_mentors (Editor *editor)
{
  const TyPlanMentee *mentee = get_mentee (editor);
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GPtrArray *mentors;

  ty_pick_finder_clear_offered (editor->mentor);
  if (mentee == NULL)
    return;

  mentors = ty_pairing_plan_get_mentors (editor->plan);
  for (guint i = 0; i < mentors->len; i++)
    {
      int points[TY_N_FIT_CRITERIA];
      Candidate candidate = { g_ptr_array_index (mentors, i), 0 };

      if (ty_pairing_plan_explain (editor->plan, mentee, candidate.mentor, points, &candidate.score)
          == TY_FIT_POSSIBLE)
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < MIN (candidates->len, N_OFFERED); i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      /* Translators: how many points a pair has, and where the mentor works */
      g_autofree char *note = g_strdup_printf (_("%1$d points, %2$s"), candidate->score,
                                               candidate->mentor->unit_name != NULL
                                                 ? candidate->mentor->unit_name : "—");

      ty_pick_finder_offer (editor->mentor, candidate->mentor->fit.person, candidate->mentor->name, note);
    }
}

/* How well the two fit, or why not. */
static void
explain (Editor *editor)
{
  const TyPlanMentee *mentee = get_mentee (editor);
  gint64 person = get_person (editor->mentor);
  const TyPlanMentor *mentor = editor->plan != NULL && person != 0
                                 ? ty_pairing_plan_find_mentor (editor->plan, person) : NULL;
  g_autofree char *text = NULL;
  int points[TY_N_FIT_CRITERIA];
  TyFitObstacle obstacle;
  int score = 0;

  if (editor->plan == NULL || person == 0 || get_person (editor->mentee) == 0)
    text = g_strdup ("");
  else if (mentee == NULL)
    text = g_strdup (_("By the rules of the programme the mentee has no need."));
  else if (mentor == NULL)
    text = g_strdup (_("Not in the pool of mentors on this day."));
  else if ((obstacle = ty_pairing_plan_explain (editor->plan, mentee, mentor, points, &score)) != TY_FIT_POSSIBLE)
    text = g_strdup (ty_fit_obstacle_get_label (obstacle));
  else
    text = g_strdup_printf (ngettext ("%d point", "%d points", (gulong) score), score);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (editor->mentor), text);
}

static void
picked_cb (TyPickRow *row,
           Editor    *editor)
{
  if (row == editor->mentee)
    offer_mentors (editor);
  explain (editor);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  TyPairingPlan *plan = ty_office_plan_pairings_finish (TY_OFFICE (source), result, &error);
  Editor *editor;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Without a plan two people can be paired all the same; nothing is said of their fit. */
  editor = user_data;
  editor->plan = plan;
  if (plan == NULL)
    return;
  offer_mentors (editor);
  explain (editor);
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
  editor->cancellable = g_cancellable_new ();
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
  g_signal_connect (editor->mentee, "picked", G_CALLBACK (picked_cb), editor);
  g_signal_connect (editor->mentor, "picked", G_CALLBACK (picked_cb), editor);
  ty_office_plan_pairings_async (office, ty_record_get_integer (programme, TY_PROGRAMME_ID), NULL, 0, NULL,
                                 editor->cancellable, planned_cb, editor);
  return form;
}
