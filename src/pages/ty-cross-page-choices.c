/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cross-page"

#include "config.h"

#include "ty-cross-page-private.h"

#include "ty-dimension-own.h"
#include "ty-drop-down.h"
#include "ty-office-custom.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What can be chosen for a cross table: of people, of villages and of posts held each what suits them, and of people
 * also the fields of the county. */

static const TyWho whos[] = {
  TY_WHO_IN_OFFICE, TY_WHO_SECRETARIES, TY_WHO_HEADS, TY_WHO_MEMBERS, TY_WHO_SPECIALISTS, TY_WHO_RESERVES,
  TY_WHO_MENTORS, TY_WHO_DEPARTED, TY_WHO_EVERYBODY, TY_WHO_VILLAGES, TY_WHO_POSTS,
};

/* Dimensions by word that are offered beside those of the table. */
static const char *const more_words[] = { "coverage:county", "coverage:township", "coverage:village" };

static const TyDimension *
get_dimension (TyCrossPage *self,
               guint        number)
{
  return g_ptr_array_index (self->dimensions, number);
}

static const TyMeasure *
get_measure (TyCrossPage *self,
             guint        number)
{
  return g_ptr_array_index (self->measures, number);
}

/* Villages and posts are not counted as if they were people. */
static char *
dup_measure_label (TyCrossPage     *self,
                   const TyMeasure *measure)
{
  return self->subject != TY_SUBJECT_PEOPLE && strcmp (measure->key, "count") == 0
           ? g_strdup (C_("villages or posts", "Number")) : ty_measure_dup_label (measure);
}

static char *
dup_share_label (guint share)
{
  switch ((TyTableShare) share)
    {
    case TY_TABLE_SHARE_ROW:
      return g_strdup (_("Of the row"));
    case TY_TABLE_SHARE_COLUMN:
      return g_strdup (_("Of the column"));
    case TY_TABLE_SHARE_ALL:
      return g_strdup (_("Of all"));
    case TY_TABLE_SHARE_NONE:
    default:
      return g_strdup (C_("shares", "None"));
    }
}

static char *
dup_compare_label (guint compare)
{
  switch ((TyTableCompare) compare)
    {
    case TY_TABLE_COMPARE_TERM:
      return g_strdup (_("The last term"));
    case TY_TABLE_COMPARE_YEAR:
      return g_strdup (_("A year before"));
    case TY_TABLE_COMPARE_DAY:
      return g_strdup (_("Another day"));
    case TY_TABLE_COMPARE_NONE:
    default:
      return g_strdup (C_("comparison", "Nothing"));
    }
}

static char *
dup_who_label (guint number)
{
  return ty_who_dup_label (whos[number]);
}

typedef char *(*LabelFunc) (guint number);

static GtkWidget *
add_box (TyCrossPage *self,
         const char  *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "ty-dense");
  gtk_box_append (GTK_BOX (box), label);
  ty_wrap_box_append (self->choices_box, box);
  return box;
}

static GtkDropDown *
add_drop (TyCrossPage *self,
          const char  *title,
          guint        n,
          LabelFunc    dup_label,
          GCallback    callback)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *box = add_box (self, title);
  GtkWidget *drop;

  for (guint i = 0; i < n; i++)
    gtk_string_list_take (labels, dup_label (i));
  drop = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  ty_drop_down_set_label (GTK_DROP_DOWN (drop), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), drop);
  g_signal_connect_object (drop, "notify::selected", callback, self, G_CONNECT_SWAPPED);
  return GTK_DROP_DOWN (drop);
}

static GtkMenuButton *
add_list (TyCrossPage  *self,
          const char   *title,
          TyCheckList **list,
          guint         most,
          GCallback     callback)
{
  GtkWidget *box = add_box (self, title);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  *list = TY_CHECK_LIST (ty_check_list_new ());
  ty_check_list_set_most (*list, most);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (*list));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_object (*list, "chosen", callback, self, G_CONNECT_SWAPPED);
  return GTK_MENU_BUTTON (button);
}

static guint
get_selected (GtkDropDown *drop)
{
  guint selected = gtk_drop_down_get_selected (drop);

  return selected != GTK_INVALID_LIST_POSITION ? selected : 0;
}

static gboolean
is_held (TyCrossPage *self)
{
  return self->filling || self->plan == NULL;
}

/* What is not told of those who are counted now is given up, and so are conditions of people. */
static void
drop_unsuitable (TyCrossPage *self)
{
  TyTablePlan *plan = self->plan;
  TySubject subject = ty_who_get_subject (plan->who);
  guint n = 0;

  if (plan->rows != NULL && !ty_dimension_suits (plan->rows, subject))
    plan->rows = ty_dimension_find ("township");
  for (guint i = 0; i < plan->n_columns; i++)
    if (ty_dimension_suits (plan->columns[i], subject) && plan->columns[i] != plan->rows)
      plan->columns[n++] = plan->columns[i];
  plan->n_columns = n;
  n = 0;
  for (guint i = 0; i < plan->n_measures; i++)
    if (ty_measure_suits (plan->measures[i], subject))
      plan->measures[n++] = plan->measures[i];
  if (n == 0)
    plan->measures[n++] = ty_measure_find ("count");
  plan->n_measures = n;
  if (!ty_measure_suits (plan->cells, subject))
    plan->cells = ty_measure_find ("count");
  if (subject != TY_SUBJECT_PEOPLE)
    ty_cross_page_set_filter (self, NULL);
}

static void
who_cb (TyCrossPage *self)
{
  if (is_held (self))
    return;

  self->plan->who = whos[get_selected (self->who_drop)];
  drop_unsuitable (self);
  ty_cross_page_change (self);
}

static void
set_columns (TyCrossPage *self)
{
  self->plan->n_columns = 0;
  for (guint i = 0; i < self->dimensions->len && self->plan->n_columns < TY_TABLE_PLAN_COLUMNS; i++)
    {
      const TyDimension *dimension = get_dimension (self, i);

      if (ty_check_list_has (self->columns_list, dimension->key) && dimension != self->plan->rows)
        self->plan->columns[self->plan->n_columns++] = dimension;
    }
}

static void
columns_cb (TyCrossPage *self)
{
  set_columns (self);
  ty_cross_page_change (self);
}

/* Nothing stands in rows and columns at once. */
static void
rows_cb (TyCrossPage *self)
{
  guint selected = get_selected (self->rows_drop);

  if (is_held (self))
    return;

  self->plan->rows = selected > 0 ? get_dimension (self, selected - 1) : NULL;
  set_columns (self);
  ty_cross_page_change (self);
}

/* Something is always counted. */
static void
measures_cb (TyCrossPage *self)
{
  self->plan->n_measures = 0;
  for (guint i = 0; i < self->measures->len && self->plan->n_measures < TY_TABLE_PLAN_MEASURES; i++)
    if (ty_check_list_has (self->measures_list, get_measure (self, i)->key))
      self->plan->measures[self->plan->n_measures++] = get_measure (self, i);
  if (self->plan->n_measures == 0)
    self->plan->measures[self->plan->n_measures++] = ty_measure_find ("count");
  ty_cross_page_change (self);
}

static void
cells_cb (TyCrossPage *self)
{
  if (is_held (self))
    return;

  self->plan->cells = get_measure (self, get_selected (self->cells_drop));
  ty_cross_page_change (self);
}

static void
share_cb (TyCrossPage *self)
{
  if (is_held (self))
    return;

  self->plan->share = (TyTableShare) get_selected (self->share_drop);
  ty_cross_page_change (self);
}

static void
compare_cb (TyCrossPage *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));

  if (is_held (self))
    return;

  self->plan->compare = (TyTableCompare) get_selected (self->compare_drop);
  if (self->plan->compare == TY_TABLE_COMPARE_DAY && !ty_date_is_known (self->plan->day) && office != NULL)
    {
      TyDate as_of = ty_office_get_as_of (office);

      self->plan->day = ty_date_new (as_of.year - 1, 12, 31);
    }
  ty_cross_page_change (self);
}

/* What cannot be read as a day is marked, and the table stays as it is. */
static void
day_cb (TyCrossPage *self)
{
  TyDate day;
  gboolean known = ty_date_parse_record (gtk_editable_get_text (self->day_entry), &day, NULL, NULL)
                   && ty_date_is_known (day);

  gtk_widget_remove_css_class (GTK_WIDGET (self->day_entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->day_entry), NULL);
  if (!known)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->day_entry), "error");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->day_entry),
                                   _("Write a date such as 1978.05 or 2021.12.31."));
      return;
    }
  if (ty_date_compare (day, self->plan->day) == 0)
    return;
  self->plan->day = day;
  ty_cross_page_change (self);
}

static void
list_suitable (TyCrossPage *self,
               TySubject    subject)
{
  g_ptr_array_set_size (self->dimensions, 0);
  g_ptr_array_set_size (self->measures, 0);
  for (guint i = 0; i < ty_dimension_get_n (); i++)
    if (ty_dimension_suits (ty_dimension_get (i), subject))
      g_ptr_array_add (self->dimensions, (gpointer) ty_dimension_get (i));
  for (guint i = 0; subject == TY_SUBJECT_PEOPLE && i < G_N_ELEMENTS (more_words); i++)
    g_ptr_array_add (self->dimensions, (gpointer) ty_dimension_find (more_words[i]));
  for (guint i = 0; subject == TY_SUBJECT_PEOPLE && i < self->own->len; i++)
    g_ptr_array_add (self->dimensions, g_ptr_array_index (self->own, i));
  for (guint i = 0; i < ty_measure_get_n (); i++)
    if (ty_measure_suits (ty_measure_get (i), subject))
      g_ptr_array_add (self->measures, (gpointer) ty_measure_get (i));
}

static void
fill_drop (GtkDropDown *drop,
           GStrv        labels)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new ((const char *const *) labels);

  gtk_drop_down_set_model (drop, G_LIST_MODEL (list));
}

static void
fill_dimensions (TyCrossPage *self)
{
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_auto(GStrv) texts = NULL;

  ty_check_list_clear (self->columns_list);
  g_strv_builder_add (labels, C_("rows", "None"));
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      g_autofree char *label = ty_dimension_dup_label (get_dimension (self, i));

      g_strv_builder_add (labels, label);
      ty_check_list_add (self->columns_list, get_dimension (self, i)->key, label);
    }
  texts = g_strv_builder_end (labels);
  fill_drop (self->rows_drop, texts);
}

static void
fill_measures (TyCrossPage *self)
{
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_auto(GStrv) texts = NULL;

  ty_check_list_clear (self->measures_list);
  for (guint i = 0; i < self->measures->len; i++)
    {
      g_autofree char *label = dup_measure_label (self, get_measure (self, i));

      g_strv_builder_add (labels, label);
      ty_check_list_add (self->measures_list, get_measure (self, i)->key, label);
    }
  texts = g_strv_builder_end (labels);
  fill_drop (self->cells_drop, texts);
}

/* Anew only where it is about something else: a popover that is open stays as it is. */
static void
fill_lists (TyCrossPage *self,
            TySubject    subject)
{
  if (self->measures->len > 0 && self->subject == subject)
    return;

  self->subject = subject;
  list_suitable (self, subject);
  fill_dimensions (self);
  fill_measures (self);
}

static gboolean
is_same (GPtrArray *one,
         GPtrArray *other)
{
  return one->len == other->len && (one->len == 0 || memcmp (one->pdata, other->pdata, one->len * sizeof (gpointer)) == 0);
}

/**
 * ty_cross_page_set_own_fields:
 * @self: a page
 * @fields: (element-type TyOwnField): the fields of the county
 *
 * Offers the fields as rows and columns.
 */
void
ty_cross_page_set_own_fields (TyCrossPage *self,
                              GPtrArray   *fields)
{
  g_autoptr(GPtrArray) own = g_ptr_array_new ();

  for (guint i = 0; i < fields->len; i++)
    {
      const TyOwnField *field = g_ptr_array_index (fields, i);
      g_autofree char *word = ty_custom_field_dup_word (field->field);

      ty_dimension_own_set_name (field->field);
      g_ptr_array_add (own, (gpointer) ty_dimension_find (word));
    }
  if (is_same (own, self->own))
    return;

  g_clear_pointer (&self->own, g_ptr_array_unref);
  self->own = g_steal_pointer (&own);
  g_ptr_array_set_size (self->measures, 0);
  if (self->plan != NULL)
    ty_cross_page_show_choices (self);
}

/**
 * ty_cross_page_add_choices:
 * @self: a page that is made
 */
void
ty_cross_page_add_choices (TyCrossPage *self)
{
  GtkWidget *entry = gtk_entry_new ();

  self->who_drop = add_drop (self, C_("cross table", "Counted"), G_N_ELEMENTS (whos), dup_who_label, G_CALLBACK (who_cb));
  self->rows_drop = add_drop (self, C_("cross table", "Rows"), 0, NULL, G_CALLBACK (rows_cb));
  self->columns_button = add_list (self, C_("cross table", "Columns"), &self->columns_list, TY_TABLE_PLAN_COLUMNS,
                                   G_CALLBACK (columns_cb));
  self->measures_button = add_list (self, _("Figures of the rows"), &self->measures_list,
                                    TY_TABLE_PLAN_MEASURES, G_CALLBACK (measures_cb));
  self->cells_drop = add_drop (self, _("In the cells"), 0, NULL,
                               G_CALLBACK (cells_cb));
  self->cells_box = gtk_widget_get_parent (GTK_WIDGET (self->cells_drop));
  self->share_drop = add_drop (self, C_("cross table", "Shares"), TY_N_TABLE_SHARES, dup_share_label, G_CALLBACK (share_cb));
  self->compare_drop = add_drop (self, _("Compared with"), TY_N_TABLE_COMPARES, dup_compare_label,
                                 G_CALLBACK (compare_cb));
  self->day_entry = GTK_EDITABLE (entry);
  gtk_editable_set_width_chars (self->day_entry, 11);
  gtk_editable_set_max_width_chars (self->day_entry, 11);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Day of the comparison"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (day_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->compare_drop))), entry);
}

/* The first of the rows is none. What is not offered, such as comings and goings, stands in the plan all the same. */
static guint
find_rows (TyCrossPage *self)
{
  guint number;

  return self->plan->rows != NULL && g_ptr_array_find (self->dimensions, self->plan->rows, &number)
           ? number + 1 : self->plan->rows != NULL ? GTK_INVALID_LIST_POSITION : 0;
}

static guint
find_cells (TyCrossPage *self)
{
  guint number;

  return g_ptr_array_find (self->measures, self->plan->cells, &number) ? number : 0;
}

static guint
find_who (TyWho who)
{
  for (guint i = 0; i < G_N_ELEMENTS (whos); i++)
    if (whos[i] == who)
      return i;

  return 0;
}

/* The first of several by its name, the others by their number. */
static void
set_button (GtkMenuButton *button,
            const char    *title,
            char         **labels,
            guint          n)
{
  g_autofree char *text = n == 0 ? g_strdup (C_("columns", "None"))
                          : n == 1 ? g_strdup (labels[0])
                          /* Translators: the first of what is chosen, and how many are chosen */
                          : g_strdup_printf (_("%s … (%u)"), labels[0], n);
  g_autofree char *name = g_strdup_printf ("%s %s", title, text);

  gtk_menu_button_set_label (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_lists (TyCrossPage *self)
{
  const char *columns[TY_TABLE_PLAN_COLUMNS + 1] = { NULL };
  const char *measures[TY_TABLE_PLAN_MEASURES + 1] = { NULL };
  g_auto(GStrv) column_labels = g_new0 (char *, TY_TABLE_PLAN_COLUMNS + 1);
  g_auto(GStrv) measure_labels = g_new0 (char *, TY_TABLE_PLAN_MEASURES + 1);

  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      columns[i] = self->plan->columns[i]->key;
      column_labels[i] = ty_dimension_dup_label (self->plan->columns[i]);
    }
  for (guint i = 0; i < self->plan->n_measures; i++)
    {
      measures[i] = self->plan->measures[i]->key;
      measure_labels[i] = dup_measure_label (self, self->plan->measures[i]);
    }
  ty_check_list_set (self->columns_list, columns);
  ty_check_list_set (self->measures_list, measures);
  set_button (self->columns_button, C_("cross table", "Columns"), column_labels, self->plan->n_columns);
  set_button (self->measures_button, _("Figures of the rows"), measure_labels, self->plan->n_measures);
}

/**
 * ty_cross_page_show_choices:
 * @self: a page with a plan
 *
 * Shows what is chosen.
 */
void
ty_cross_page_show_choices (TyCrossPage *self)
{
  const TyTablePlan *plan = self->plan;
  g_autofree char *day = ty_date_is_known (plan->day) ? ty_date_to_record (plan->day) : g_strdup ("");
  GAction *all = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "all");
  GAction *decimals = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "decimals");

  self->filling = TRUE;
  fill_lists (self, ty_who_get_subject (plan->who));
  gtk_drop_down_set_selected (self->who_drop, find_who (plan->who));
  gtk_drop_down_set_selected (self->rows_drop, find_rows (self));
  gtk_drop_down_set_selected (self->cells_drop, find_cells (self));
  gtk_drop_down_set_selected (self->share_drop, plan->share);
  gtk_drop_down_set_selected (self->compare_drop, plan->compare);
  gtk_editable_set_text (self->day_entry, day);
  gtk_widget_remove_css_class (GTK_WIDGET (self->day_entry), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->day_entry), plan->compare == TY_TABLE_COMPARE_DAY);
  gtk_widget_set_visible (self->cells_box, plan->n_columns > 0);
  show_lists (self);
  g_simple_action_set_state (G_SIMPLE_ACTION (all), g_variant_new_boolean (plan->all));
  g_simple_action_set_state (G_SIMPLE_ACTION (decimals), g_variant_new_int32 (plan->decimals));
  self->filling = FALSE;
}
