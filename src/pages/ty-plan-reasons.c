/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-plan-reasons"

#include "config.h"

#include "ty-plan-reasons.h"

#include "ty-code-list.h"
#include "ty-pairing-need.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Why a plan gives somebody this mentor: points by criterion, which add up to the score, and why not one of the
 * others. Each of these can be taken instead. */

#define N_OTHERS 4

typedef struct
{
  const TyPlanMentor *mentor;
  TyFitObstacle obstacle;
  int score;
} Other;

/* A pair, of the plan or of the board. */
typedef struct
{
  TyPairingPlan *plan;
  const TyPlanMentee *mentee;
  const TyPlanMentor *mentor; /* (nullable) */
  int score;
  int points[TY_N_FIT_CRITERIA];
  gboolean takeable;          /* whether another mentor can be taken instead */
} Pair;

static GtkWidget *
make_label (const char *text,
            const char *first_class,
            const char *second_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (first_class != NULL)
    gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  return label;
}

static void
add_head (GtkBox             *pane,
          const TyPlanMentee *mentee)
{
  gtk_box_append (pane, make_label (mentee->name, "title-3", NULL));
  if (mentee->unit_name != NULL)
    gtk_box_append (pane, make_label (mentee->unit_name, "caption", "dim-label"));
  for (guint i = 0; i < mentee->needs->len; i++)
    {
      const TyPairingNeed *need = g_ptr_array_index (mentee->needs, i);

      gtk_box_append (pane, make_label (need->reason, "ty-dense", NULL));
    }
}

static void
add_criterion (GtkBox          *pane,
               TyFitCriterion   criterion,
               int              points,
               int              weight)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, MAX (weight, 1));
  GtkWidget *label = make_label (ty_fit_criterion_get_label (criterion), NULL, NULL);
  g_autofree char *text = g_strdup_printf ("%d / %d", points, weight);
  GtkWidget *number = make_label (text, "numeric", NULL);

  gtk_label_set_wrap (GTK_LABEL (number), FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), points);
  gtk_level_bar_add_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW, 0);
  gtk_widget_set_size_request (bar, 80, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ty_fit_criterion_get_label (criterion), -1);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (line), bar);
  gtk_box_append (pane, line);
}

static void
add_score (GtkBox     *pane,
           const Pair *pair)
{
  const TyFitRules *rules = ty_pairing_plan_get_rules (pair->plan);
  const TyPlanMentor *mentor = pair->mentor;
  const char *reason = pair->takeable ? pair->mentee->reason : NULL;
  g_autofree char *score = NULL;
  /* Translators: the mentor */
  g_autofree char *who = NULL;
  int most = 0;

  if (mentor == NULL)
    {
      if (pair->takeable)
        gtk_box_append (pane, make_label (reason != NULL ? reason : _("No mentor is left."), "ty-warn", NULL));
      return;
    }

  for (guint i = 0; i < TY_N_FIT_CRITERIA; i++)
    most += rules->weights[i];
  who = mentor->unit_name != NULL ? g_strdup_printf ("%s　%s", mentor->name, mentor->unit_name)
                                  : g_strdup (mentor->name);
  /* Translators: the points of a pair, and how many there can be */
  score = g_strdup_printf (_("%1$d of %2$d points"), pair->score, most);
  gtk_box_append (pane, make_label (who, "heading", NULL));
  gtk_box_append (pane, make_label (score, "ty-figure-s", "numeric"));
  for (guint i = 0; i < TY_N_FIT_CRITERIA; i++)
    if (rules->weights[i] > 0)
      add_criterion (pane, i, pair->points[i], rules->weights[i]);
  if (reason != NULL)
    gtk_box_append (pane, make_label (reason, "ty-warn", NULL));
}

static int
compare_others (gconstpointer a,
                gconstpointer b)
{
  const Other *first = a;
  const Other *second = b;

  if ((first->obstacle == TY_FIT_POSSIBLE) != (second->obstacle == TY_FIT_POSSIBLE))
    return first->obstacle == TY_FIT_POSSIBLE ? -1 : 1;
  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return (first->mentor->fit.person > second->mentor->fit.person)
         - (first->mentor->fit.person < second->mentor->fit.person);
}

static char *
dup_why_not (const Pair  *pair,
             const Other *other)
{
  const TyPlanMentor *mentor = other->mentor;

  if (other->obstacle != TY_FIT_POSSIBLE)
    return g_strdup (ty_fit_obstacle_get_label (other->obstacle));
  if (mentor->assigned >= mentor->room)
    /* Translators: all places of a mentor are taken in the plan: their number */
    return g_strdup_printf (ngettext ("the %u place is given to others", "all %u places are given to others",
                                      mentor->room), mentor->room);
  if (pair->mentor != NULL && other->score < pair->score)
    return g_strdup_printf (ngettext ("%d point less", "%d points less",
                                      (gulong) (pair->score - other->score)), pair->score - other->score);
  if (!pair->takeable)
    return g_strdup (_("would fit, too"));

  return g_strdup (_("would leave less for others"));
}

static void
add_other (GtkBox      *pane,
           const Pair  *pair,
           const Other *other)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *score = other->obstacle == TY_FIT_POSSIBLE ? g_strdup_printf ("%d", other->score)
                                                              : g_strdup ("—");
  g_autofree char *reason = dup_why_not (pair, other);
  GtkWidget *name = make_label (other->mentor->name, NULL, NULL);
  GtkWidget *number = make_label (score, "numeric", "heading");
  GtkWidget *why = make_label (reason, "caption", "dim-label");

  gtk_label_set_wrap (GTK_LABEL (name), FALSE);
  gtk_widget_set_hexpand (why, TRUE);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (line), why);
  if (pair->takeable && other->obstacle == TY_FIT_POSSIBLE)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Take"));
      /* Translators: a mentor who is taken instead of the one of the plan */
      g_autofree char *label = g_strdup_printf (_("Take %s instead, and solve again"), other->mentor->name);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "ty-link");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plan.take");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", pair->mentee->fit.person,
                                        other->mentor->fit.person);
      gtk_box_append (GTK_BOX (line), button);
    }
  gtk_box_append (pane, line);
}

static void
add_others (GtkBox     *pane,
            const Pair *pair)
{
  GPtrArray *mentors = ty_pairing_plan_get_mentors (pair->plan);
  g_autoptr(GArray) others = g_array_new (FALSE, FALSE, sizeof (Other));

  for (guint i = 0; i < mentors->len; i++)
    {
      const TyPlanMentor *mentor = g_ptr_array_index (mentors, i);
      int points[TY_N_FIT_CRITERIA];
      Other other = { mentor, TY_FIT_POSSIBLE, 0 };

      if (mentor == pair->mentor)
        continue;
      other.obstacle = ty_pairing_plan_explain (pair->plan, pair->mentee, mentor, points, &other.score);
      g_array_append_val (others, other);
    }
  if (others->len == 0)
    return;

  g_array_sort (others, compare_others);
  gtk_box_append (pane, make_label (pair->mentor != NULL ? _("Why not") : _("Who would fit"), "heading", NULL));
  for (guint i = 0; i < MIN (others->len, N_OTHERS); i++)
    add_other (pane, pair, &g_array_index (others, Other, i));
}

static void
fill (GtkBox     *pane,
      const Pair *pair)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (pane))) != NULL)
    gtk_box_remove (pane, child);
  if (pair->mentee == NULL)
    return;

  add_head (pane, pair->mentee);
  add_score (pane, pair);
  add_others (pane, pair);
}

/**
 * ty_plan_reasons_fill:
 * @pane: a box
 * @plan: a plan
 * @mentee: (nullable): one of its mentees
 *
 * Fills the box with what the plan says of the mentee, and why.
 */
void
ty_plan_reasons_fill (GtkBox             *pane,
                      TyPairingPlan      *plan,
                      const TyPlanMentee *mentee)
{
  Pair pair = { .plan = plan, .mentee = mentee, .takeable = TRUE };

  if (mentee != NULL)
    {
      pair.mentor = mentee->mentor;
      pair.score = mentee->score;
      memcpy (pair.points, mentee->points, sizeof pair.points);
    }
  fill (pane, &pair);
}

/**
 * ty_plan_reasons_fill_pair:
 * @pane: a box
 * @plan: a plan
 * @mentee: (nullable): one of its mentees
 * @mentor: (nullable): whom the mentee has, whatever the plan says
 *
 * Fills the box with how well two fit who are a pair, and who else would.
 */
void
ty_plan_reasons_fill_pair (GtkBox             *pane,
                           TyPairingPlan      *plan,
                           const TyPlanMentee *mentee,
                           const TyPlanMentor *mentor)
{
  Pair pair = { .plan = plan, .mentee = mentee, .mentor = mentor };

  if (mentee != NULL && mentor != NULL)
    ty_pairing_plan_explain (plan, mentee, mentor, pair.points, &pair.score);
  fill (pane, &pair);
}
