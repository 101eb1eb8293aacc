/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-pair"

#include "config.h"

#include "ty-cli-pair.h"

#include "ty-pairing-need.h"
#include "ty-pairing.h"
#include "ty-programme.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* How a plan of pairings is printed. */

static const char *const states[] = {
  [TY_PLAN_KEPT] = NC_("pairs", "kept"),
  [TY_PLAN_NEW] = NC_("pairs", "new"),
  [TY_PLAN_CHANGED] = NC_("pairs", "changed"),
  [TY_PLAN_ALONE] = NC_("pairs", "left over"),
};

static const char *const words[] = {
  [TY_PLAN_KEPT] = "kept",
  [TY_PLAN_NEW] = "new",
  [TY_PLAN_CHANGED] = "changed",
  [TY_PLAN_ALONE] = "alone",
};

static char *
dup_person (const char *name,
            const char *unit)
{
  /* Translators: a name, and the unit of the person */
  return unit != NULL ? g_strdup_printf (_("%s (%s)"), name, unit) : g_strdup (name);
}

static char *
dup_points (const int *points)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < TY_N_FIT_CRITERIA; i++)
    if (points[i] != 0)
      g_string_append_printf (text, "%s%s %d", text->len > 0 ? " + " : "",
                              ty_fit_criterion_get_label ((TyFitCriterion) i), points[i]);
  return g_string_free (text, FALSE);
}

static void
print_mentee (const TyPlanMentee *mentee)
{
  g_autofree char *one = dup_person (mentee->name, mentee->unit_name);
  g_autofree char *other = mentee->mentor != NULL
                             ? dup_person (mentee->mentor->name, mentee->mentor->unit_name) : g_strdup ("—");
  g_autofree char *points = dup_points (mentee->points);

  g_print ("%s → %s  %s", one, other, g_dpgettext2 (GETTEXT_PACKAGE, "pairs", states[mentee->state]));
  if (mentee->mentor != NULL)
    g_print ("  %d = %s", mentee->score, points);
  g_print ("\n");
  for (guint i = 0; i < mentee->needs->len; i++)
    g_print ("    %s\n", ((TyPairingNeed *) g_ptr_array_index (mentee->needs, i))->reason);
  if (mentee->state == TY_PLAN_CHANGED)
    /* Translators: the mentor until now, and why another one is proposed */
    g_print (_("    instead of %s: %s\n"), mentee->present_name, mentee->reason);
  else if (mentee->reason != NULL)
    g_print ("    %s\n", mentee->reason);
  if (mentee->runner_up != NULL)
    {
      g_autofree char *extra = g_strdup_printf ("%" G_GINT64_FORMAT, mentee->extra);

      /* Translators: another mentor, and how many points all pairs together would have less */
      g_print (_("    next best: %s, at least %s points less for all together\n"), mentee->runner_up->name, extra);
    }
}

/**
 * ty_cli_pair_print:
 * @plan: a solved plan
 *
 * Prints it for a reader.
 */
void
ty_cli_pair_print (TyPairingPlan *plan)
{
  GPtrArray *mentees = ty_pairing_plan_get_mentees (plan);
  GPtrArray *messages = ty_pairing_plan_get_messages (plan);
  g_autofree char *total = g_strdup_printf ("%" G_GINT64_FORMAT, ty_pairing_plan_get_total (plan));

  for (guint i = 0; i < mentees->len; i++)
    print_mentee (g_ptr_array_index (mentees, i));
  g_print (_("Kept: %u, new: %u, changed: %u, left over: %u; %s points together\n"),
           ty_pairing_plan_count (plan, TY_PLAN_KEPT), ty_pairing_plan_count (plan, TY_PLAN_NEW),
           ty_pairing_plan_count (plan, TY_PLAN_CHANGED), ty_pairing_plan_count (plan, TY_PLAN_ALONE),
           total);
  if (ty_pairing_plan_is_proved (plan))
    g_print ("%s\n", _("No better assignment exists; this was proven."));
  for (guint i = 0; i < messages->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (messages, i));
}

/**
 * ty_cli_pair_print_why:
 * @plan: a plan
 * @mentee: one of its mentees
 * @mentor: one of its mentors
 *
 * Prints how well the two fit, or why they cannot be paired.
 */
void
ty_cli_pair_print_why (TyPairingPlan *plan,
                       TyPlanMentee  *mentee,
                       TyPlanMentor  *mentor)
{
  int points[TY_N_FIT_CRITERIA];
  int score;
  TyFitObstacle obstacle = ty_pairing_plan_explain (plan, mentee, mentor, points, &score);
  g_autofree char *one = dup_person (mentee->name, mentee->unit_name);
  g_autofree char *other = dup_person (mentor->name, mentor->unit_name);
  g_autofree char *sum = dup_points (points);

  g_print ("%s → %s  %s  %d = %s\n", one, other, ty_fit_obstacle_get_label (obstacle), score, sum);
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gint64       number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_truth (JsonBuilder *builder,
           const char  *name,
           gboolean     truth)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, truth);
}

static void
add_needs (JsonBuilder        *builder,
           const TyPlanMentee *mentee)
{
  json_builder_set_member_name (builder, "needs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < mentee->needs->len; i++)
    {
      TyPairingNeed *need = g_ptr_array_index (mentee->needs, i);

      json_builder_begin_object (builder);
      add_text (builder, "kind", need->kind);
      add_number (builder, "urgency", need->urgency);
      add_text (builder, "reason", need->reason);
      add_truth (builder, "by_hand", need->by_hand);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_pair (JsonBuilder        *builder,
          const TyPlanMentee *mentee)
{
  add_number (builder, "mentor", mentee->mentor->fit.person);
  add_text (builder, "mentor_name", mentee->mentor->name);
  add_number (builder, "score", mentee->score);
  json_builder_set_member_name (builder, "points");
  json_builder_begin_object (builder);
  for (guint i = 0; i < TY_N_FIT_CRITERIA; i++)
    add_number (builder, ty_fit_criterion_to_string ((TyFitCriterion) i), mentee->points[i]);
  json_builder_end_object (builder);
  if (mentee->runner_up == NULL)
    return;
  add_number (builder, "runner_up", mentee->runner_up->fit.person);
  add_text (builder, "runner_up_name", mentee->runner_up->name);
  add_number (builder, "runner_up_loses", mentee->extra);
}

static void
add_obstacles (JsonBuilder        *builder,
               const TyPlanMentee *mentee)
{
  json_builder_set_member_name (builder, "obstacles");
  json_builder_begin_object (builder);
  for (guint i = 0; i < TY_N_FIT_OBSTACLES; i++)
    if (mentee->obstacles[i] > 0)
      add_number (builder, ty_fit_obstacle_to_string ((TyFitObstacle) i), mentee->obstacles[i]);
  json_builder_end_object (builder);
}

static void
add_mentee (JsonBuilder        *builder,
            const TyPlanMentee *mentee)
{
  json_builder_begin_object (builder);
  add_number (builder, "person", mentee->fit.person);
  add_text (builder, "name", mentee->name);
  add_text (builder, "unit", mentee->unit_name);
  add_needs (builder, mentee);
  add_text (builder, "state", words[mentee->state]);
  add_truth (builder, "locked", mentee->locked);
  if (mentee->present != NULL)
    {
      add_number (builder, "present", ty_record_get_integer (mentee->present, TY_PAIRING_MENTOR));
      add_text (builder, "present_name", mentee->present_name);
    }
  if (mentee->mentor != NULL)
    add_pair (builder, mentee);
  else
    add_obstacles (builder, mentee);
  add_text (builder, "reason", mentee->reason);
  json_builder_end_object (builder);
}

static void
add_mentor (JsonBuilder        *builder,
            const TyPlanMentor *mentor)
{
  json_builder_begin_object (builder);
  add_number (builder, "person", mentor->fit.person);
  add_text (builder, "name", mentor->name);
  add_text (builder, "unit", mentor->unit_name);
  add_text (builder, "level", mentor->level);
  add_number (builder, "capacity", mentor->fit.capacity);
  add_number (builder, "room", mentor->room);
  add_number (builder, "assigned", mentor->assigned);
  add_number (builder, "price", mentor->price);
  json_builder_end_object (builder);
}

static void
add_people (JsonBuilder   *builder,
            TyPairingPlan *plan)
{
  GPtrArray *mentees = ty_pairing_plan_get_mentees (plan);
  GPtrArray *mentors = ty_pairing_plan_get_mentors (plan);

  json_builder_set_member_name (builder, "mentees");
  json_builder_begin_array (builder);
  for (guint i = 0; i < mentees->len; i++)
    add_mentee (builder, g_ptr_array_index (mentees, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "mentors");
  json_builder_begin_array (builder);
  for (guint i = 0; i < mentors->len; i++)
    add_mentor (builder, g_ptr_array_index (mentors, i));
  json_builder_end_array (builder);
}

/**
 * ty_cli_pair_print_json:
 * @plan: a solved plan
 * @action: the action by which it was taken over, or 0
 *
 * Prints it for a program.
 */
void
ty_cli_pair_print_json (TyPairingPlan *plan,
                        gint64         action)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *day = ty_date_to_iso (ty_pairing_plan_get_as_of (plan));
  GPtrArray *messages = ty_pairing_plan_get_messages (plan);
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "programme", ty_record_get_text (ty_pairing_plan_get_programme (plan), TY_PROGRAMME_NAME));
  add_text (builder, "as_of", day);
  add_truth (builder, "proved", ty_pairing_plan_is_proved (plan));
  add_number (builder, "score", ty_pairing_plan_get_total (plan));
  for (TyPlanState state = TY_PLAN_KEPT; state <= TY_PLAN_ALONE; state++)
    add_number (builder, words[state], ty_pairing_plan_count (plan, state));
  add_number (builder, "action", action);
  json_builder_set_member_name (builder, "messages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < messages->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (messages, i));
  json_builder_end_array (builder);
  add_people (builder, plan);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  g_print ("%s\n", json);
}
