/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-village-years-card"

#include "config.h"

#include "ty-village-years-card.h"

#include "ty-bars-view.h"
#include "ty-decimal.h"
#include "ty-difficulty.h"
#include "ty-fact-grid.h"
#include "ty-format.h"
#include "ty-row-grid.h"
#include "ty-section.h"
#include "ty-unit-year.h"

#include <glib/gi18n-lib.h>

/* What a village tells of its years, and how difficult the work in it is. */

#define N_BARS 7 /* years that are drawn */
#define TEN_THOUSAND 10000
#define TENTH 1000 /* yuan, of ten thousand */

static GtkWidget *
make_nothing (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
make_add_button (const char *table,
                 const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-small");
  gtk_widget_set_tooltip_text (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "village.add-row");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", table);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static char *
dup_amount (TyRecord *record,
            guint     field)
{
  const char *text = ty_record_get_text (record, field);

  return text != NULL ? ty_decimal_dup_shown (text) : g_strdup ("");
}

/* From which economy a village does not count as weak any more. */
static void
set_threshold (TyBars *bars,
               int     yuan)
{
  g_autofree char *number = yuan % TEN_THOUSAND == 0 ? g_strdup_printf ("%d", yuan / TEN_THOUSAND)
                                                     : ty_bars_dup_number (bars, (guint) (yuan / TENTH));
  /* Translators: the line of a chart below which the collective economy of a village is weak, and its number */
  g_autofree char *name = g_strdup_printf (_("weak below %s"), number);

  ty_bars_set_threshold (bars, (guint) (yuan / TENTH), name);
}

/* The years until the cut-off date, in ten thousands of yuan, as incomes are spoken of. */
static GtkWidget *
build_bars (TyVillageFile *file,
            TyDate         as_of)
{
  g_autoptr(TyBars) bars = ty_bars_new ();
  guint first = 0, n = 0;

  while (first < file->years->len
         && ty_record_get_integer (g_ptr_array_index (file->years, first), TY_UNIT_YEAR_YEAR) > as_of.year)
    first++;
  ty_bars_set_tenths (bars, TRUE);
  set_threshold (bars, file->weak_income);
  for (guint i = MIN (file->years->len, first + N_BARS); i > first; i--)
    {
      TyRecord *year = g_ptr_array_index (file->years, i - 1);
      const char *text = ty_record_get_text (year, TY_UNIT_YEAR_INCOME);
      double amount = ty_decimal_to_double (text) / TENTH;
      g_autofree char *label = g_strdup_printf ("%d", (int) ty_record_get_integer (year, TY_UNIT_YEAR_YEAR));

      if (text == NULL || amount < 0 || amount > G_MAXINT)
        continue;
      ty_bars_add (bars, label, 0, (guint) (amount + 0.5));
      n++;
    }
  return n > 1 ? ty_bars_view_new (g_steal_pointer (&bars)) : NULL;
}

static void
add_amount (TyFactGrid *grid,
            TyRecord   *year,
            guint       field)
{
  g_autofree char *amount = dup_amount (year, field);

  ty_fact_grid_add (grid, _(ty_unit_year_info.fields[field].label), *amount != '\0' ? amount : NULL);
}

/* What changes little from year to year is told of the newest one. */
static GtkWidget *
build_facts (TyRecord *year)
{
  static const guint amounts[] = { TY_UNIT_YEAR_HOUSEHOLDS, TY_UNIT_YEAR_POPULATION, TY_UNIT_YEAR_RESIDENTS,
                                   TY_UNIT_YEAR_PARTY_MEMBERS, TY_UNIT_YEAR_ARABLE_LAND };
  GtkWidget *grid = ty_fact_grid_new (2);

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    add_amount (TY_FACT_GRID (grid), year, amounts[i]);
  ty_fact_grid_add (TY_FACT_GRID (grid), _(ty_unit_year_info.fields[TY_UNIT_YEAR_INDUSTRIES].label),
                    ty_record_get_text (year, TY_UNIT_YEAR_INDUSTRIES));
  ty_fact_grid_add (TY_FACT_GRID (grid), _(ty_unit_year_info.fields[TY_UNIT_YEAR_NOTE].label),
                    ty_record_get_text (year, TY_UNIT_YEAR_NOTE));
  return grid;
}

static GtkWidget *
build_table (TyVillageFile *file)
{
  const char *headings[] = { _("Year"), _("Operating income"), _("Collective income"), _("Debts"), NULL };
  GtkWidget *grid = ty_row_grid_new ();

  for (guint i = 1; headings[i] != NULL; i++)
    ty_row_grid_set_numeric (TY_ROW_GRID (grid), i);
  ty_row_grid_add (TY_ROW_GRID (grid), TRUE, headings);
  for (guint i = 0; i < file->years->len; i++)
    {
      TyRecord *row = g_ptr_array_index (file->years, i);
      g_autofree char *year = g_strdup_printf ("%d", (int) ty_record_get_integer (row, TY_UNIT_YEAR_YEAR));
      g_autofree char *operating = dup_amount (row, TY_UNIT_YEAR_OPERATING_INCOME);
      g_autofree char *income = dup_amount (row, TY_UNIT_YEAR_INCOME);
      g_autofree char *debt = dup_amount (row, TY_UNIT_YEAR_DEBT);
      const char *texts[] = { year, operating, income, debt, NULL };

      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
      ty_row_grid_add_button (TY_ROW_GRID (grid), _("Edit the numbers of the year"), "village.edit-row",
                              g_variant_new ("(su)", ty_unit_year_info.table, i));
    }
  return grid;
}

/* The newest year that is not later than the cut-off date. */
static TyRecord *
find_newest (TyVillageFile *file,
             TyDate         as_of)
{
  for (guint i = 0; i < file->years->len; i++)
    if (ty_record_get_integer (g_ptr_array_index (file->years, i), TY_UNIT_YEAR_YEAR) <= as_of.year)
      return g_ptr_array_index (file->years, i);

  return NULL;
}

/**
 * ty_village_years_card_build:
 * @file: a village
 * @as_of: the cut-off date
 *
 * Returns: (transfer floating): what it tells of its years, as a card
 */
GtkWidget *
ty_village_years_card_build (TyVillageFile *file,
                             TyDate         as_of)
{
  GtkWidget *card = ty_section_new (_("The village by years"));
  GtkWidget *box, *bars;
  TyRecord *newest = find_newest (file, as_of);

  ty_section_set_suffix (TY_SECTION (card), make_add_button (ty_unit_year_info.table,
                                                             _("Enter the numbers of a year")));
  if (file->years->len == 0)
    {
      ty_section_set_content (TY_SECTION (card),
                              make_nothing (_("Income, households and the like have not been entered yet.")));
      return card;
    }

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  bars = build_bars (file, as_of);
  if (newest != NULL)
    {
      g_autofree char *caption = g_strdup_printf (
        /* Translators: on the page of a village: of which year the numbers are */
        _("numbers of %d"), (int) ty_record_get_integer (newest, TY_UNIT_YEAR_YEAR));

      g_object_set (card, "caption", caption, NULL);
      gtk_box_append (GTK_BOX (box), build_facts (newest));
    }
  if (bars != NULL)
    {
      GtkWidget *title = gtk_label_new (_("Collective income, in 10,000 yuan"));

      gtk_label_set_xalign (GTK_LABEL (title), 0);
      gtk_widget_add_css_class (title, "caption");
      gtk_widget_add_css_class (title, "dim-label");
      gtk_box_append (GTK_BOX (box), title);
      gtk_box_append (GTK_BOX (box), bars);
    }
  gtk_box_append (GTK_BOX (box), build_table (file));
  ty_section_set_content (TY_SECTION (card), box);
  return card;
}

/* Why the class is that, and who helps. */
static GtkWidget *
build_class (TyRecord *now)
{
  GtkWidget *grid = ty_fact_grid_new (1);

  for (guint i = TY_DIFFICULTY_REASON; i <= TY_DIFFICULTY_NOTE; i++)
    ty_fact_grid_add (TY_FACT_GRID (grid), _(ty_difficulty_info.fields[i].label), ty_record_get_text (now, i));
  return grid;
}

/* All classes that the village had, each with the way to its form. */
static GtkWidget *
build_classes (TyVillageFile *file)
{
  GtkWidget *grid = ty_row_grid_new ();

  for (guint i = 0; i < file->classes->len; i++)
    {
      TyRecord *row = g_ptr_array_index (file->classes, i);
      g_autofree char *class = ty_format_code ("unit_class", ty_record_get_text (row, TY_DIFFICULTY_CLASS));
      g_autofree char *range = ty_format_range (ty_record_get_date (row, TY_DIFFICULTY_FROM_DATE),
                                                ty_record_get_date (row, TY_DIFFICULTY_UNTIL_DATE));
      const char *texts[] = { *range != '\0' ? range : _("always"), class, NULL };

      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
      if ((int) i != file->class_now)
        ty_row_grid_dim_last (TY_ROW_GRID (grid));
      ty_row_grid_add_button (TY_ROW_GRID (grid), _("Edit the difficulty class"), "village.edit-row",
                              g_variant_new ("(su)", ty_difficulty_info.table, i));
    }
  return grid;
}

/**
 * ty_village_class_card_build:
 * @file: a village
 *
 * Returns: (transfer floating): how difficult the work in it is, why, and who helps, as a card
 */
GtkWidget *
ty_village_class_card_build (TyVillageFile *file)
{
  GtkWidget *card = ty_section_new (_("Difficulty class"));
  GtkWidget *box;

  ty_section_set_suffix (TY_SECTION (card), make_add_button (ty_difficulty_info.table,
                                                             _("Classify the village anew")));
  if (file->classes->len == 0)
    {
      ty_section_set_content (TY_SECTION (card), make_nothing (_("The village has not been classified yet.")));
      return card;
    }

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_box_append (GTK_BOX (box), build_classes (file));
  if (file->class_now >= 0)
    {
      GtkWidget *facts = build_class (g_ptr_array_index (file->classes, file->class_now));

      if (ty_fact_grid_get_n_facts (TY_FACT_GRID (facts)) > 0)
        gtk_box_append (GTK_BOX (box), facts);
      else
        g_object_unref (g_object_ref_sink (facts));
    }
  ty_section_set_content (TY_SECTION (card), box);
  return card;
}
