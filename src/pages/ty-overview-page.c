/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-overview-page"

#include "config.h"

#include "ty-overview-page.h"

#include "ty-agenda-card.h"
#include "ty-columns-box.h"
#include "ty-fact-grid.h"
#include "ty-figures-table.h"
#include "ty-first-steps.h"
#include "ty-format.h"
#include "ty-office-agenda.h"
#include "ty-office-figures.h"
#include "ty-recent-card.h"
#include "ty-section.h"
#include "ty-stat-tile.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * TyOverviewPage:
 *
 * What is to be done, what changed lately, and the county in figures at the cut-off date, each compared
 * with the day before the term began. An empty county shows the first steps instead. The three are
 * asked for at a time, and each is shown when it comes.
 */
struct _TyOverviewPage
{
  TyPage parent_instance;

  /* Template */
  GtkStack *stack;
  TyColumnsBox *tiles_box;
  TySection *secretaries_section;
  TySection *members_section;
  TyFiguresTable *secretaries_table;
  TyFiguresTable *members_table;
  TyColumnsBox *batches_box;
  TyColumnsBox *numbers_box;
  TyAgendaCard *agenda_card;
  TyRecentCard *recent_card;
  TyFirstSteps *first_steps;  /* of an empty county */
  TyFirstSteps *next_steps;   /* beside the first figures */

  GtkWidget *numbers[4];      /* (unowned): the small figures */
  GtkWidget *batches[4];      /* (unowned): those of the four batches */
  guint n_awaited;            /* of what was asked for */
};

typedef struct
{
  const char *caption;
  TyWho population;
  TyCondition condition; /* BIRTH_KNOWN = the average age */
} TileInfo;

static const TileInfo tile_infos[] = {
  { N_("Secretaries: dual role"), TY_WHO_SECRETARIES, TY_CONDITION_DUAL_ROLE },
  { N_("Secretaries: average age"), TY_WHO_SECRETARIES, TY_CONDITION_BIRTH_KNOWN },
  { N_("Secretaries: 45 and under"), TY_WHO_SECRETARIES, TY_CONDITION_AGE_LE_45 },
  { N_("Secretaries: college"), TY_WHO_SECRETARIES, TY_CONDITION_COLLEGE },
  { N_("Members: in both bodies"), TY_WHO_MEMBERS, TY_CONDITION_CROSS },
  { N_("Members: women"), TY_WHO_MEMBERS, TY_CONDITION_FEMALE },
};

G_DEFINE_FINAL_TYPE (TyOverviewPage, ty_overview_page, TY_TYPE_PAGE)

static void
fill_age_tile (GtkWidget            *tile,
               const TyGroupFigures *now,
               const TyGroupFigures *before)
{
  g_autofree char *figure = ty_figures_average_age (now);
  g_autofree char *old = before != NULL ? ty_figures_average_age (before) : NULL;
  g_autofree char *change = ty_format_change (figure, old, TY_CHANGE_UNIT_YEARS);
  /* Translators: the value before the term election: before 53.76 */
  g_autofree char *note = old != NULL ? g_strdup_printf (_("before %s"), old)
                                      : ty_format_people (now->count);

  g_object_set (tile,
                "figure", figure,
                "unit", now->age_known > 0 ? C_("unit after an average age", "years") : "",
                "change", change,
                "good", g_str_has_prefix (change, "▼"),
                "note", note,
                NULL);
}

static void
fill_share_tile (GtkWidget            *tile,
                 TyCondition           condition,
                 const TyGroupFigures *now,
                 const TyGroupFigures *before)
{
  g_autofree char *figure = ty_figures_share (now, condition);
  g_autofree char *old = before != NULL ? ty_figures_share (before, condition) : NULL;
  g_autofree char *change = ty_format_change (figure, old, TY_CHANGE_UNIT_POINTS);
  g_autofree char *note = ty_format_people (ty_group_figures_get (now, condition));

  g_object_set (tile,
                "figure", figure,
                "unit", now->count > 0 ? "%" : "",
                "change", change,
                "good", g_str_has_prefix (change, "▲"),
                "note", note,
                NULL);
}

static const TyGroupFigures *
get_group (const TileInfo  *info,
           const TyFigures *figures)
{
  if (figures == NULL)
    return NULL;

  return info->population == TY_WHO_MEMBERS ? &figures->members : &figures->secretaries;
}

/* The figure of a tile as a number; NAN where nobody is there of whom it could be. */
static double
get_value (const TileInfo  *info,
           const TyFigures *figures)
{
  const TyGroupFigures *group = get_group (info, figures);

  if (group == NULL)
    return NAN;
  if (info->condition == TY_CONDITION_BIRTH_KNOWN)
    return group->age_known > 0 ? (double) group->age_sum / group->age_known : NAN;

  return group->count > 0 ? (double) ty_group_figures_get (group, info->condition) / group->count : NAN;
}

static void
fill_trend (GtkWidget        *tile,
            const TileInfo   *info,
            const TyOverview *overview)
{
  double values[TY_OVERVIEW_N_EARLIER + 1];

  for (guint i = 0; i < TY_OVERVIEW_N_EARLIER; i++)
    values[i] = get_value (info, overview->earlier[i]);
  values[TY_OVERVIEW_N_EARLIER] = get_value (info, overview->now);
  ty_stat_tile_set_trend (TY_STAT_TILE (tile), values, G_N_ELEMENTS (values));
}

static void
fill_tiles (TyOverviewPage *self,
            TyOverview     *overview)
{
  GtkWidget *tile = gtk_widget_get_first_child (GTK_WIDGET (self->tiles_box));

  for (guint i = 0; i < G_N_ELEMENTS (tile_infos); i++)
    {
      const TileInfo *info = &tile_infos[i];
      const TyGroupFigures *now = get_group (info, overview->now);
      const TyGroupFigures *before = get_group (info, overview->before);

      if (info->condition == TY_CONDITION_BIRTH_KNOWN)
        fill_age_tile (tile, now, before);
      else
        fill_share_tile (tile, info->condition, now, before);
      fill_trend (tile, info, overview);
      tile = gtk_widget_get_next_sibling (tile);
    }
}

static void
fill_tables (TyOverviewPage *self,
             TyOverview     *overview)
{
  const TyFigures *before = overview->before;
  TyDate date = before != NULL ? before->as_of : TY_DATE_NONE;
  g_autofree char *day = ty_date_to_record (date);
  g_autofree char *caption = NULL;

  if (before != NULL)
    caption = g_strdup_printf (_("compared with %s"), day);
  g_object_set (self->secretaries_section, "caption", caption, NULL);
  g_object_set (self->members_section, "caption", caption, NULL);

  ty_figures_table_set_figures (self->secretaries_table, TY_WHO_SECRETARIES,
                                &overview->now->secretaries,
                                before != NULL ? &before->secretaries : NULL, date);
  ty_figures_table_set_figures (self->members_table, TY_WHO_MEMBERS,
                                &overview->now->members,
                                before != NULL ? &before->members : NULL, date);
}

static GtkWidget *
small_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A small figure that leads to those of whom it speaks. */
static GtkWidget *
small_button (TyColumnsBox *columns,
              const char   *tooltip)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *figure = small_label ("ty-figure-s");
  GtkWidget *name = small_label ("caption");

  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (name, "dim-label");
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), name);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-small-figure");
  gtk_widget_set_tooltip_text (button, tooltip);
  ty_columns_box_append (columns, button);
  return button;
}

static void
show_small (GtkWidget  *button,
            const char *label,
            guint       count)
{
  GtkWidget *figure = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *number = ty_text_format_count (count);
  g_autofree char *name = g_strdup_printf ("%s %u", label, count);

  gtk_label_set_text (GTK_LABEL (figure), number);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (figure)), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static GtkWidget *
people_button (TyColumnsBox *columns,
               TyWho         who,
               TyCondition   condition)
{
  GtkWidget *button = small_button (columns, _("Show these people"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", ty_who_to_string (who),
                                    ty_condition_to_string (condition), "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-roster");
  return button;
}

/* Those with somebody in the two committees, among all of the scope. */
static GtkWidget *
villages_button (TyColumnsBox *columns)
{
  GtkWidget *button = small_button (columns, _("Show the villages"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-villages");
  return button;
}

static const TyWho number_whos[] = { TY_WHO_IN_OFFICE, TY_WHO_SPECIALISTS, TY_WHO_DEPARTED };

static const TyCondition batch_conditions[] = { TY_CONDITION_RETAINED, TY_CONDITION_FROM_RESERVES,
                                                TY_CONDITION_RETURNED_HOME, TY_CONDITION_DISPATCHED };

static void
make_small_figures (TyOverviewPage *self)
{
  self->numbers[0] = villages_button (self->numbers_box);
  for (guint i = 0; i < G_N_ELEMENTS (number_whos); i++)
    self->numbers[i + 1] = people_button (self->numbers_box, number_whos[i], TY_CONDITION_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (batch_conditions); i++)
    self->batches[i] = people_button (self->batches_box, TY_WHO_SECRETARIES, batch_conditions[i]);
}

static void
fill_numbers (TyOverviewPage *self,
              TyOverview     *overview)
{
  const TyFigures *now = overview->now;

  show_small (self->numbers[0], _("Villages"), overview->n_villages);
  show_small (self->numbers[1], _("All in office"), now->in_office);
  show_small (self->numbers[2], _("Specialists"), now->specialists);
  show_small (self->numbers[3], _("Departed cadres"), now->departed);
}

static void
fill_batches (TyOverviewPage *self,
              TyOverview     *overview)
{
  const TyFigures *now = overview->now;
  const guint counts[] = { now->retained, now->from_reserves, now->returned_home, now->dispatched };
  g_autofree char *caption = NULL;
  GtkWidget *section = gtk_widget_get_ancestor (GTK_WIDGET (self->batches_box), TY_TYPE_SECTION);

  gtk_widget_set_visible (section, now->term != 0);
  caption = g_strdup_printf (_("secretaries of the term of %d"), now->term);
  g_object_set (section, "caption", caption, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *label = ty_condition_dup_label (batch_conditions[i]);

      show_small (self->batches[i], label, counts[i]);
    }
}

static void
take_answer (TyOverviewPage *self,
             const GError   *error)
{
  if (--self->n_awaited == 0)
    ty_page_set_loading (TY_PAGE (self), FALSE);
  if (error != NULL)
    ty_page_tell_problem (TY_PAGE (self), error);
}

static void
whole_agenda_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  TyAgenda *agenda = ty_office_load_agenda_finish (TY_OFFICE (source), result, &error);

  if (agenda != NULL)
    ty_agenda_card_show (TY_OVERVIEW_PAGE (user_data)->agenda_card, agenda);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ty_page_tell_problem (TY_PAGE (user_data), error);
}

/* What has to be read from all records comes behind. */
static void
agenda_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  TyAgenda *agenda = ty_office_load_agenda_finish (TY_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (agenda != NULL && !agenda->whole)
    ty_office_load_agenda_async (TY_OFFICE (source), TRUE, g_task_get_cancellable (G_TASK (result)),
                                 whole_agenda_cb, user_data);
  if (agenda != NULL)
    ty_agenda_card_show (TY_OVERVIEW_PAGE (user_data)->agenda_card, agenda);
  take_answer (TY_OVERVIEW_PAGE (user_data), error);
}

static void
recent_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = ty_office_load_recent_finish (TY_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (entries != NULL)
    ty_recent_card_show (TY_OVERVIEW_PAGE (user_data)->recent_card, entries,
                         !ty_office_is_read_only (TY_OFFICE (source)));
  take_answer (TY_OVERVIEW_PAGE (user_data), error);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyOverview) overview = NULL;
  TyOverviewPage *self;

  overview = ty_office_load_overview_finish (TY_OFFICE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_OVERVIEW_PAGE (user_data);
  take_answer (self, error);
  if (overview == NULL)
    return;

  ty_first_steps_show (self->first_steps, TY_OFFICE (source), overview);
  ty_first_steps_show (self->next_steps, TY_OFFICE (source), overview);
  if (overview->n_people > 0)
    {
      fill_tiles (self, overview);
      fill_tables (self, overview);
      fill_numbers (self, overview);
      fill_batches (self, overview);
    }
  gtk_stack_set_visible_child_name (self->stack, overview->n_people > 0 ? "figures" : "empty");
}

static void
ty_overview_page_refresh (TyPage *page)
{
  TyOffice *office = ty_page_get_office (page);
  GCancellable *cancellable = ty_page_begin (page);

  TY_OVERVIEW_PAGE (page)->n_awaited = 3;
  ty_office_load_overview_async (office, cancellable, load_cb, page);
  ty_office_load_agenda_async (office, FALSE, cancellable, agenda_cb, page);
  ty_office_load_recent_async (office, TY_RECENT_CARD_ROWS, cancellable, recent_cb, page);
}

static void
ty_overview_page_class_init (TyOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TY_PAGE_CLASS (klass)->refresh = ty_overview_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TyOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TyOverviewPage, tiles_box);
  gtk_widget_class_bind_template_child (widget_class, TyOverviewPage, secretaries_section);
  gtk_widget_class_bind_template_child (widget_class, TyOverviewPage, members_section);
  gtk_widget_class_bind_template_child (widget_class, TyOverviewPage, secretaries_table);
  gtk_widget_class_bind_template_child (widget_class, TyOverviewPage, members_table);
  gtk_widget_class_bind_template_child (widget_class, TyOverviewPage, batches_box);
  gtk_widget_class_bind_template_child (widget_class, TyOverviewPage, numbers_box);
  gtk_widget_class_bind_template_child (widget_class, TyOverviewPage, agenda_card);
  gtk_widget_class_bind_template_child (widget_class, TyOverviewPage, recent_card);
  gtk_widget_class_bind_template_child (widget_class, TyOverviewPage, first_steps);
  gtk_widget_class_bind_template_child (widget_class, TyOverviewPage, next_steps);
}

static void
ty_overview_page_init (TyOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  make_small_figures (self);
  for (guint i = 0; i < G_N_ELEMENTS (tile_infos); i++)
    {
      const TileInfo *info = &tile_infos[i];
      GtkWidget *tile = ty_stat_tile_new (_(info->caption));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (tile), "win.show-roster");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (tile), "(sss)",
                                        ty_who_to_string (info->population),
                                        ty_condition_to_string (info->condition), "");
      ty_columns_box_append (self->tiles_box, tile);
    }
}

/**
 * ty_overview_page_new:
 * @office: from which it reads
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
ty_overview_page_new (TyOffice *office)
{
  return g_object_new (TY_TYPE_OVERVIEW_PAGE,
                       "page-name", "overview",
                       "title", _("Overview"),
                       "icon-name", "ty-overview-symbolic",
                       "office", office,
                       NULL);
}
