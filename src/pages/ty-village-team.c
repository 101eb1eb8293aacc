/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-village-team"

#include "config.h"

#include "ty-village-team.h"

#include "ty-action.h"
#include "ty-bars-view.h"
#include "ty-format.h"
#include "ty-post-change.h"
#include "ty-ratio.h"
#include "ty-row-grid.h"
#include "ty-seat-view.h"
#include "ty-seat.h"
#include "ty-section.h"
#include "ty-tag.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

/* The pieces of a village's page: bodies with their seats, figures, what was approved and changed. */

#define N_ACTIONS 12

static GtkWidget *
make_label (const char *text,
            const char *first_class,
            const char *second_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (first_class != NULL)
    gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  return label;
}

static GtkWidget *
make_cut_label (const char *text,
                const char *first_class,
                const char *second_class)
{
  GtkWidget *label = make_label (text, first_class, second_class);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  return label;
}

/* Facts of one line, those that are known. */
static char *
dup_facts (TyTeamMember *member)
{
  gboolean known = g_ascii_isdigit (member->age[0]);
  g_autofree char *age = known ? g_strdup_printf (ngettext ("%d year", "%d years", (gulong) atoi (member->age)),
                                                  atoi (member->age)) : NULL;
  const char *facts[] = { member->sex, age, member->education };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i] != NULL && *facts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "　" : "", facts[i]);
  return g_string_free (text, FALSE);
}

/* What is decided about somebody of the team, in the corner of the seat. */
static GtkWidget *
add_menu (GtkWidget    *seat,
          TyTeamMember *member)
{
  static const TyPostMove moves[] = { TY_MOVE_APPOINT, TY_MOVE_TRANSFER, TY_MOVE_REMOVE, TY_MOVE_STEP_DOWN,
                                      TY_MOVE_RETIRE, TY_MOVE_DIE };
  g_autoptr(GMenu) menu = g_menu_new ();
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: the name of somebody */
  g_autofree char *name = g_strdup_printf (_("Posts of %s: appoint, transfer, remove"), member->name);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *label = g_strdup_printf (_("%s…"), ty_post_move_get_label (moves[i]));
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "village.change-posts", "(sx)",
                                         ty_post_move_to_string (moves[i]), member->person);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-small");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "ty-seat-menu");
  gtk_widget_add_css_class (seat, "with-menu");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), seat);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), button);
  return overlay;
}

/* Who stands behind those for whom seats were approved is more than was approved. */
static GtkWidget *
build_member (TyTeam *team,
              guint   number)
{
  TyTeamMember *member = g_ptr_array_index (team->members, number);
  gboolean over = team->count.over > 0 && number + team->count.over >= team->members->len;
  g_autofree char *facts = dup_facts (member);
  GtkWidget *seat = ty_seat_view_new (over ? TY_SEAT_OVER : TY_SEAT_TAKEN, member->name, facts,
                                      member->posts);

  ty_seat_view_set_photo (TY_SEAT_VIEW (seat), member->photo);
  ty_seat_view_set_linked (TY_SEAT_VIEW (seat), member->linked);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (seat), "win.show-person");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (seat), "x", member->person);
  return add_menu (seat, member);
}

/* Since when, and how many could fill it: `2021.10 起，2 名后备可补`. */
static char *
dup_vacancy_note (TyVillageFile *file,
                  TyVacancy     *vacancy)
{
  /* Translators: a day or a month, such as 2021.10 */
  g_autofree char *since = *vacancy->since != '\0' ? g_strdup_printf (_("since %s"), vacancy->since)
                                                   : g_strdup ("");
  g_autofree char *reserves = NULL;

  if (file->n_reserves == 0)
    return g_steal_pointer (&since);

  /* Translators: of a vacant post: those who are prepared to fill it. */
  reserves = g_strdup_printf (ngettext ("%u reserve", "%u reserves", file->n_reserves),
                              file->n_reserves);
  if (*since == '\0')
    return g_steal_pointer (&reserves);
  /* Translators: since when a post is vacant, and how many reserves there are */
  return g_strdup_printf (C_("vacant post", "%s, %s"), since, reserves);
}

/* One click from who fills it: the form offers those who are prepared. */
static GtkWidget *
build_vacancy (TyVillageFile *file,
               TyVacancy     *vacancy)
{
  /* Translators: a post that is vacant, such as “Member of the party committee” */
  g_autofree char *title = g_strdup_printf (_("%s, vacant"), vacancy->post);
  g_autofree char *note = dup_vacancy_note (file, vacancy);
  GtkWidget *seat = ty_seat_view_new (TY_SEAT_VACANT, title, NULL, note);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (seat), "village.appoint");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (seat), "(xs)", G_GINT64_CONSTANT (0),
                                    vacancy->post_key != NULL ? vacancy->post_key : "");
  return seat;
}

/* How the body stands: complete, with vacancies, over-filled, or not approved. */
static GtkWidget *
make_state (TyTeam *team)
{
  g_autofree char *text = NULL;

  if (team->seats < 0)
    return make_label (team->may_approve ? _("not set") : "", "caption", "dim-label");
  if (team->count.vacant > 0)
    {
      text = g_strdup_printf (ngettext ("%u vacant", "%u vacant", team->count.vacant),
                              team->count.vacant);
      return ty_tag_new (text, "warn");
    }
  if (team->count.over > 0)
    {
      text = g_strdup_printf (_("%u over"), team->count.over);
      return ty_tag_new (text, "neutral");
    }
  return make_label (_("complete"), "caption", "dim-label");
}

static char *
dup_counts (TyTeam *team)
{
  if (team->seats < 0)
    return g_strdup_printf (_("%u in office"), team->members->len);

  /* Translators: of a committee: approved seats, and how many people sit there */
  return g_strdup_printf (_("%d approved, %u filled"), team->seats, team->members->len);
}

static GtkWidget *
build_head (TyTeam *team)
{
  g_autofree char *counts = dup_counts (team);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *count = make_cut_label (counts, "caption", "dim-label");

  gtk_widget_add_css_class (head, "ty-team-head");
  gtk_widget_set_hexpand (count, TRUE);
  /* Not cut: there are fewer columns where bodies have long names. */
  gtk_box_append (GTK_BOX (head), make_label (team->label, "heading", NULL));
  gtk_box_append (GTK_BOX (head), count);
  gtk_box_append (GTK_BOX (head), make_state (team));
  return head;
}

/**
 * ty_village_team_build:
 * @file: a village
 * @team: one of its bodies
 *
 * Returns: (transfer floating): a column of its seats
 */
GtkWidget *
ty_village_team_build (TyVillageFile *file,
                       TyTeam        *team)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 7);

  gtk_widget_set_valign (column, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (column), build_head (team));
  for (guint i = 0; i < team->members->len; i++)
    gtk_box_append (GTK_BOX (column), build_member (team, i));
  for (guint i = 0; i < team->vacancies->len; i++)
    gtk_box_append (GTK_BOX (column), build_vacancy (file, g_ptr_array_index (team->vacancies, i)));
  if (team->members->len == 0 && team->vacancies->len == 0)
    gtk_box_append (GTK_BOX (column), make_label (_("Nobody sits here."), "dim-label", NULL));
  if (team->women > 0 && team->n_women < (guint) team->women)
    {
      g_autofree char *text = g_strdup_printf (
        ngettext ("At least %d woman is to sit here.", "At least %d women are to sit here.",
                  team->women), team->women);

      gtk_box_append (GTK_BOX (column), make_cut_label (text, "caption", "ty-warn"));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (column), GTK_ACCESSIBLE_PROPERTY_LABEL, team->label,
                                  -1);
  return column;
}

static char *
dup_figure_label (const TyVillageFigure *figure)
{
  if (figure->average)
    return g_strdup (_("Average age"));
  if (figure->condition != TY_CONDITION_NONE)
    return ty_condition_dup_label (figure->condition);
  if (figure->who == TY_WHO_MEMBERS)
    return g_strdup (_("Committee members"));

  return ty_who_dup_label (figure->who);
}

/**
 * ty_village_team_build_figure:
 * @file: a village
 * @index: which of its figures
 *
 * Returns: (transfer floating): the figure, which leads to its people
 */
GtkWidget *
ty_village_team_build_figure (TyVillageFile *file,
                              guint          index)
{
  const TyVillageFigure *figure = &file->figures[index];
  g_autofree char *label = dup_figure_label (figure);
  g_autofree char *value = figure->average
                             ? ty_ratio_format (figure->amount.sum, figure->amount.n, 1, 2)
                             : ty_text_format_count ((guint) figure->amount.sum);
  g_autofree char *name = g_strdup_printf ("%s %s", label, value);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  /* Translators: the units behind a figure, empty where none is said */
  GtkWidget *unit = make_label (figure->average            ? C_("unit of a figure", "years")
                                : figure->amount.sum == 1 ? C_("unit of a figure", "person")
                                                          : C_("unit of a figure", "people"),
                                "ty-unit", NULL);

  gtk_widget_set_valign (unit, GTK_ALIGN_BASELINE);
  gtk_widget_set_margin_bottom (unit, 2);
  gtk_box_append (GTK_BOX (box), make_label (label, "caption", "dim-label"));
  gtk_box_append (GTK_BOX (line), make_label (value, "ty-figure-s", "numeric"));
  gtk_box_append (GTK_BOX (line), unit);
  gtk_box_append (GTK_BOX (box), line);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-small-figure");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-unit-roster");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xss)", file->unit,
                                    ty_who_to_string (figure->who),
                                    ty_condition_to_string (figure->condition));
  return button;
}

/**
 * ty_village_team_build_ages:
 * @file: a village
 *
 * Returns: (transfer floating) (nullable): how old the members of the committees are, and were before the
 *   term, as a card; %NULL where there were none then and now
 */
GtkWidget *
ty_village_team_build_ages (TyVillageFile *file)
{
  g_autoptr(TyBars) bars = ty_bars_new ();
  g_autofree char *caption = g_strdup_printf (_("hatched: before %d"), file->term);
  GtkWidget *card;
  guint n = 0;

  for (guint i = 0; i < file->ages->len; i++)
    {
      const TyVillageAge *age = &g_array_index (file->ages, TyVillageAge, i);

      ty_bars_add (bars, age->label, age->before, age->now);
      n += age->before + age->now;
    }
  if (n == 0)
    return NULL;

  card = ty_section_new (_("Ages of the committee members"));
  g_object_set (card, "caption", caption, NULL);
  ty_section_set_content (TY_SECTION (card), ty_bars_view_new (g_steal_pointer (&bars)));
  return card;
}

static void
add_seat (TyRowGrid *grid,
          TyRecord  *seat)
{
  g_autofree char *body = ty_format_code ("body", ty_record_get_text (seat, TY_SEAT_BODY));
  g_autofree char *seats = g_strdup_printf ("%" G_GINT64_FORMAT,
                                            ty_record_get_integer (seat, TY_SEAT_SEATS));
  g_autofree char *women = g_strdup_printf ("%" G_GINT64_FORMAT,
                                            ty_record_get_integer (seat, TY_SEAT_WOMEN));
  g_autofree char *range = ty_format_range (ty_record_get_date (seat, TY_SEAT_FROM_DATE),
                                            ty_record_get_date (seat, TY_SEAT_UNTIL_DATE));
  const char *texts[] = { *range != '\0' ? range : _("always"), seats, women, body, NULL };

  ty_row_grid_add (grid, FALSE, texts);
}

/**
 * ty_village_team_build_seats:
 * @file: a village
 *
 * Returns: (transfer floating): what was approved when, as a card
 */
GtkWidget *
ty_village_team_build_seats (TyVillageFile *file)
{
  const char *headings[] = { _("Period"), _("Seats"), _("Women"), _("Body"), NULL };
  GtkWidget *card = ty_section_new (_("Approved seats"));
  GtkWidget *grid;

  if (file->seats->len == 0)
    {
      GtkWidget *label = make_label (_("No seats are approved yet. Set them, and vacancies are told."),
                                     "dim-label", NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      ty_section_set_content (TY_SECTION (card), label);
      return card;
    }

  grid = ty_row_grid_new ();
  ty_row_grid_set_numeric (TY_ROW_GRID (grid), 1);
  ty_row_grid_set_numeric (TY_ROW_GRID (grid), 2);
  ty_row_grid_add (TY_ROW_GRID (grid), TRUE, headings);
  for (guint i = 0; i < file->seats->len; i++)
    add_seat (TY_ROW_GRID (grid), g_ptr_array_index (file->seats, i));
  ty_section_set_content (TY_SECTION (card), grid);
  return card;
}

/**
 * ty_village_team_build_history:
 * @file: a village
 *
 * Returns: (transfer floating): the last changes of the unit and of the posts in it, as a card
 */
GtkWidget *
ty_village_team_build_history (TyVillageFile *file)
{
  GtkWidget *card = ty_section_new (_("History of the unit"));
  GtkWidget *grid;

  if (file->actions->len == 0)
    {
      ty_section_set_content (TY_SECTION (card),
                              make_label (_("Nothing was changed yet"), "dim-label", NULL));
      return card;
    }

  grid = ty_row_grid_new ();
  for (guint i = 0; i < MIN (file->actions->len, N_ACTIONS); i++)
    {
      TyAction *action = g_ptr_array_index (file->actions, i);
      g_autofree char *when = ty_format_utc (ty_action_get_at (action));
      g_autofree char *label = ty_action_dup_label (action);
      const char *texts[] = { when, ty_action_get_user (action), label, NULL };

      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
    }
  ty_section_set_content (TY_SECTION (card), grid);
  return card;
}
