/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-figures-table"

#include "config.h"

#include "ty-figures-table.h"

#include "ty-format.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

#define DECIMALS 2

/**
 * TyFiguresTable:
 *
 * All figures of a population, now and before, with the change. Each count is a button that opens
 * its people, at its date.
 */
struct _TyFiguresTable
{
  AdwBin parent_instance;

  /* Borrowed: a child */
  GtkGrid *grid;
};

typedef enum
{
  COLUMN_LABEL,
  COLUMN_NOW,
  COLUMN_NOW_SHARE,
  COLUMN_BEFORE,
  COLUMN_BEFORE_SHARE,
  COLUMN_CHANGE,
} Column;

G_DEFINE_FINAL_TYPE (TyFiguresTable, ty_figures_table, ADW_TYPE_BIN)

static void
ty_figures_table_class_init (TyFiguresTableClass *klass)
{
}

static void
ty_figures_table_init (TyFiguresTable *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "ty-figures");
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "ty-dense");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

/* What stands there already shows something else: to make all of it anew takes longer than a frame. */
static GtkWidget *
find_child (TyFiguresTable *self,
            Column          column,
            int             row)
{
  return gtk_grid_get_child_at (self->grid, (int) column, row);
}

static void
add_label (TyFiguresTable *self,
           Column          column,
           int             row,
           const char     *text)
{
  GtkWidget *label = find_child (self, column, row);

  if (label != NULL)
    {
      gtk_label_set_text (GTK_LABEL (label), text);
      return;
    }

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), column == COLUMN_LABEL ? 0 : 1);
  gtk_widget_add_css_class (label, row == 0 ? "ty-head" : "ty-cell");
  gtk_widget_add_css_class (label, "numeric");
  /* All columns share the room, so that no number stands far from what it says. */
  gtk_widget_set_hexpand (label, TRUE);
  if (column == COLUMN_LABEL)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (label, text);
    }
  gtk_grid_attach (self->grid, label, (int) column, row, 1, 1);
}

static GtkWidget *
make_button (TyFiguresTable *self,
             Column          column,
             int             row)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *figure = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (figure), 1);
  gtk_button_set_child (GTK_BUTTON (button), figure);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-cell");
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_set_tooltip_text (button, _("Show these people"));
  gtk_grid_attach (self->grid, button, (int) column, row, 1, 1);
  return button;
}

/* A count leads to its people; `date` is empty for the cut-off date that is set. */
static void
add_button (TyFiguresTable *self,
            Column          column,
            int             row,
            const char     *text,
            const char     *label,
            TyWho    population,
            TyCondition     condition,
            const char     *date)
{
  GtkWidget *button = find_child (self, column, row);
  g_autofree char *name = g_strdup_printf ("%s %s", label, text);

  if (button == NULL)
    button = make_button (self, column, row);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)",
                                    ty_who_to_string (population),
                                    ty_condition_to_string (condition), date);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-roster");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
add_change (TyFiguresTable *self,
            int             row,
            const char     *now,
            const char     *before,
            TyChangeUnit    unit)
{
  g_autofree char *change = ty_format_change (now, before, unit);

  add_label (self, COLUMN_CHANGE, row, change);
}

static void
add_average (TyFiguresTable       *self,
             int                   row,
             TyWho          population,
             const TyGroupFigures *now,
             const TyGroupFigures *before,
             const char           *date)
{
  g_autofree char *text = ty_figures_average_age (now);
  g_autofree char *old = before != NULL ? ty_figures_average_age (before) : NULL;

  add_label (self, COLUMN_LABEL, row, _("Average age"));
  add_button (self, COLUMN_NOW, row, text, _("Average age"), population,
              TY_CONDITION_BIRTH_KNOWN, "");
  add_label (self, COLUMN_NOW_SHARE, row, "");
  if (before == NULL)
    return;

  add_button (self, COLUMN_BEFORE, row, old, _("Average age"), population,
              TY_CONDITION_BIRTH_KNOWN, date);
  add_label (self, COLUMN_BEFORE_SHARE, row, "");
  add_change (self, row, text, old, TY_CHANGE_UNIT_YEARS);
}

static void
add_side (TyFiguresTable       *self,
          int                   row,
          Column                column,
          const char           *label,
          TyWho          population,
          TyCondition           condition,
          const TyGroupFigures *group,
          const char           *date)
{
  g_autofree char *count = ty_text_format_count (ty_group_figures_get (group, condition));
  g_autofree char *share = ty_figures_share (group, condition);
  g_autofree char *percent = g_strdup_printf (group->count > 0 ? "%s %%" : "%s", share);

  add_button (self, column, row, count, label, population, condition, date);
  add_label (self, column + 1, row, condition != TY_CONDITION_NONE ? percent : "");
}

static void
add_condition (TyFiguresTable       *self,
               int                   row,
               TyWho          population,
               TyCondition           condition,
               const TyGroupFigures *now,
               const TyGroupFigures *before,
               const char           *date)
{
  g_autofree char *label = ty_condition_dup_label (condition);
  g_autofree char *share = NULL;
  g_autofree char *old_share = NULL;

  add_label (self, COLUMN_LABEL, row, condition != TY_CONDITION_NONE ? label : _("People"));
  add_side (self, row, COLUMN_NOW, label, population, condition, now, "");
  if (before == NULL)
    return;

  add_side (self, row, COLUMN_BEFORE, label, population, condition, before, date);
  if (condition == TY_CONDITION_NONE)
    {
      g_autofree char *count = g_strdup_printf ("%u", now->count);
      g_autofree char *old_count = g_strdup_printf ("%u", before->count);

      add_change (self, row, count, old_count, TY_CHANGE_UNIT_NONE);
      return;
    }

  share = ty_figures_share (now, condition);
  old_share = ty_figures_share (before, condition);
  add_change (self, row, share, old_share, TY_CHANGE_UNIT_POINTS);
}

/* Without a date to compare with, the table is narrower. */
static void
remove_comparison (TyFiguresTable *self)
{
  for (int column = COLUMN_CHANGE; column >= COLUMN_BEFORE; column--)
    gtk_grid_remove_column (self->grid, column);
}

/**
 * ty_figures_table_set_figures:
 * @self: a table
 * @population: whose figures they are
 * @now: the figures at the cut-off date
 * @before: (nullable): those with which they are compared
 * @before_date: the date of @before
 *
 * Shows figures.
 */
void
ty_figures_table_set_figures (TyFiguresTable       *self,
                              TyWho          population,
                              const TyGroupFigures *now,
                              const TyGroupFigures *before,
                              TyDate                before_date)
{
  static const TyCondition steps[] = { TY_CONDITION_AGE_LE_35, TY_CONDITION_AGE_LE_45,
                                       TY_CONDITION_AGE_LE_50, TY_CONDITION_COLLEGE,
                                       TY_CONDITION_BACHELOR, TY_CONDITION_FEMALE };
  g_autofree char *date = ty_date_to_iso (before_date);
  TyCondition last;
  int row = 0;

  g_return_if_fail (TY_IS_FIGURES_TABLE (self));

  last = population == TY_WHO_MEMBERS ? TY_CONDITION_CROSS : TY_CONDITION_DUAL_ROLE;
  if (before == NULL)
    remove_comparison (self);
  add_label (self, COLUMN_LABEL, row, "");
  add_label (self, COLUMN_NOW, row, _("Now"));
  add_label (self, COLUMN_NOW_SHARE, row, _("Share"));
  if (before != NULL)
    {
      add_label (self, COLUMN_BEFORE, row, _("Before"));
      add_label (self, COLUMN_BEFORE_SHARE, row, _("Share"));
      add_label (self, COLUMN_CHANGE, row, _("Change"));
    }

  add_condition (self, ++row, population, TY_CONDITION_NONE, now, before, date);
  add_average (self, ++row, population, now, before, date);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    add_condition (self, ++row, population, steps[i], now, before, date);
  add_condition (self, ++row, population, last, now, before, date);
}

/**
 * ty_figures_share:
 * @group: figures of a population
 * @condition: a condition
 *
 * Returns: (transfer full): the share of those who meet it, in per cent with two decimals
 */
char *
ty_figures_share (const TyGroupFigures *group,
                  TyCondition           condition)
{
  return ty_ratio_format (ty_group_figures_get (group, condition), group->count, 100,
                                  DECIMALS);
}

/**
 * ty_figures_average_age:
 * @group: figures of a population
 *
 * Returns: (transfer full): the mean of the ages in full years, with two decimals (field.md 6.2)
 */
char *
ty_figures_average_age (const TyGroupFigures *group)
{
  return ty_ratio_format (group->age_sum, group->age_known, 1, DECIMALS);
}
