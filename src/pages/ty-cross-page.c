/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cross-page"

#include "config.h"

#include "ty-cross-page-private.h"

#include "ty-office-cross.h"
#include "ty-office-custom.h"
#include "ty-office-filters.h"
#include "ty-settings.h"
#include "ty-tab-stop.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TyCrossPage, ty_cross_page, TY_TYPE_PAGE)

#define SETTING "cross-table"

/* What is kept for the next start: not the filter, whose texts are nothing for a settings file. */
static void
remember (TyCrossPage *self)
{
  g_autoptr(TyTablePlan) plan = ty_table_plan_copy (self->plan);
  g_autofree char *json = NULL;

  g_clear_pointer (&plan->filter, ty_population_unref);
  json = ty_table_plan_to_json (plan);
  g_settings_set_string (ty_settings_get (), SETTING, json);
}

static TyTablePlan *
recall (TyCrossPage *self)
{
  g_autofree char *json = g_settings_get_string (ty_settings_get (), SETTING);
  TyTablePlan *plan = ty_table_plan_from_json (json, NULL);

  return plan != NULL ? plan : ty_table_plan_copy (g_ptr_array_index (self->plans, 0));
}

/* What is shown. */

static void
show_note (TyCrossPage *self)
{
  const char *note = ty_cross_grid_get_note (self->table);

  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
  gtk_label_set_label (self->note_label, note != NULL ? note : "");
}

static void
show_table (TyCrossPage *self)
{
  TyGrid *grid = ty_cross_grid_get_grid (self->table);
  g_autofree char *who = ty_who_dup_label (self->plan->who);
  g_autofree char *text = NULL;

  gtk_label_set_label (self->left_label, ty_grid_get_left (grid));
  gtk_label_set_label (self->right_label, ty_grid_get_right (grid));
  show_note (self);
  ty_grid_view_set_grid (self->view, grid);
  /* What stood beside it was about another table. */
  gtk_widget_set_visible (GTK_WIDGET (self->panel), FALSE);
  /* Translators: who is counted, where and when: “Secretaries”, “Stone County”, “As of 1990.01.01” */
  text = g_strdup_printf (_("Nobody is counted: %s, %s. Choose another day or scope in the header bar, or other people "
                            "here."), ty_grid_get_left (grid), ty_grid_get_right (grid));
  adw_status_page_set_description (self->empty_page, text);
  gtk_stack_set_visible_child_name (self->stack, ty_cross_grid_get_n (self->table) > 0 ? "table" : "empty");
  ty_cross_page_update_actions (self);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyCrossGrid) table = ty_office_count_cross_finish (TY_OFFICE (source), result, &error);
  TyCrossPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_CROSS_PAGE (user_data);
  ty_page_set_loading (TY_PAGE (self), FALSE);
  g_clear_pointer (&self->table, ty_cross_grid_free);
  if (table != NULL)
    {
      self->table = g_steal_pointer (&table);
      show_table (self);
      return;
    }
  ty_grid_view_set_grid (self->view, NULL);
  ty_cross_page_update_actions (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    return;
  /* What was chosen cannot be counted so: it is said in the place of the table. */
  adw_status_page_set_description (self->problem_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) plans = ty_office_list_crosses_finish (TY_OFFICE (source), result, &error);
  TyCrossPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_CROSS_PAGE (user_data);
  if (plans == NULL)
    {
      ty_page_set_loading (TY_PAGE (self), FALSE);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
        ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }

  g_clear_pointer (&self->plans, g_ptr_array_unref);
  self->plans = g_steal_pointer (&plans);
  if (self->plan == NULL)
    {
      self->plan = recall (self);
      ty_cross_page_show_choices (self);
      ty_cross_page_show_name (self);
      ty_page_refresh (TY_PAGE (self));
      return;
    }
  ty_cross_page_show_name (self);
}

static void
fields_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GPtrArray) fields = ty_office_list_fields_finish (TY_OFFICE (source), result, NULL);

  /* Without them the table is the same. */
  if (fields != NULL)
    ty_cross_page_set_own_fields (TY_CROSS_PAGE (user_data), fields);
}

static void
ty_cross_page_refresh (TyPage *page)
{
  TyCrossPage *self = TY_CROSS_PAGE (page);
  GCancellable *cancellable = ty_page_begin (page);
  TyOffice *office = ty_page_get_office (page);

  /* What is counted is not known until the saved ones were read for the first time. */
  ty_office_list_fields_async (office, cancellable, fields_cb, self);
  ty_office_list_crosses_async (office, cancellable, listed_cb, self);
  if (self->plan != NULL)
    ty_office_count_cross_async (office, self->plan, cancellable, counted_cb, self);
}

/* Another choice. */

/**
 * ty_cross_page_change:
 * @self: a page whose plan was changed
 *
 * Counts anew, and keeps what was chosen for the next start.
 */
void
ty_cross_page_change (TyCrossPage *self)
{
  remember (self);
  ty_cross_page_show_choices (self);
  ty_cross_page_show_name (self);
  ty_page_refresh (TY_PAGE (self));
}

static void
show_filter (TyCrossPage *self)
{
  g_autofree char *sentence = self->filter != NULL ? ty_filter_node_dup_text (self->filter) : NULL;

  gtk_widget_set_visible (self->filter_bar, self->filter != NULL);
  gtk_label_set_label (self->filter_label, sentence != NULL ? sentence : "");
}

/**
 * ty_cross_page_set_filter:
 * @self: a page
 * @filter: (transfer full) (nullable): which of the people are counted
 */
void
ty_cross_page_set_filter (TyCrossPage  *self,
                          TyFilterNode *filter)
{
  g_clear_pointer (&self->filter, ty_filter_node_free);
  g_clear_pointer (&self->plan->filter, ty_population_unref);
  self->filter = filter;
  self->plan->filter = filter != NULL ? ty_filter_node_make_population (filter) : NULL;
  show_filter (self);
}

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TyCrossPage) self = TY_CROSS_PAGE (user_data);
  g_autoptr(TyFilterNode) filter = ty_office_read_filter_finish (TY_OFFICE (source), result, NULL);
  g_autoptr(TyPopulation) population = filter != NULL ? ty_filter_node_make_population (filter) : NULL;

  /* Only its names were not known. */
  if (population == NULL || self->plan->filter == NULL || !ty_population_equal (population, self->plan->filter))
    return;

  g_clear_pointer (&self->filter, ty_filter_node_free);
  self->filter = g_steal_pointer (&filter);
  show_filter (self);
}

/**
 * ty_cross_page_set_plan:
 * @self: a page
 * @plan: what is counted, which is copied
 *
 * Shows another table.
 */
void
ty_cross_page_set_plan (TyCrossPage       *self,
                        const TyTablePlan *plan)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));
  TyTablePlan *old = self->plan;
  TyPopulation *filter;

  g_return_if_fail (TY_IS_CROSS_PAGE (self));

  self->plan = ty_table_plan_copy (plan);
  g_clear_pointer (&old, ty_table_plan_free);
  filter = self->plan->filter;
  g_clear_pointer (&self->filter, ty_filter_node_free);
  self->filter = filter != NULL ? ty_filter_node_new_for (filter) : NULL;
  show_filter (self);
  if (filter != NULL && office != NULL && ty_office_is_open (office))
    {
      g_autofree char *json = ty_population_to_json (filter);

      ty_office_read_filter_async (office, json, self->reading, named_cb, g_object_ref (self));
    }
  ty_cross_page_change (self);
}

/* Villages and posts are listed beside the table. */
static void
show_beside (TyCrossPage  *self,
             TyPopulation *population,
             TySubject     subject,
             guint         row,
             guint         column)
{
  TyGrid *grid = ty_cross_grid_get_grid (self->table);
  g_autofree char *name = ty_grid_dup_name (grid, row, column);
  g_autofree char *path = g_strdup_printf ("%s › %s", self->plan->name, name);
  TyDrillSpec spec = { population, subject, path, ty_grid_get_text (grid, row, column) };

  ty_drill_panel_show (self->panel, ty_page_get_office (TY_PAGE (self)), &spec);
  gtk_widget_set_visible (GTK_WIDGET (self->panel), TRUE);
}

static void
panel_closed_cb (TyCrossPage  *self,
                 TyDrillPanel *panel)
{
  gtk_widget_set_visible (GTK_WIDGET (panel), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
panel_listed_cb (TyCrossPage  *self,
                 const char   *text,
                 gboolean      undoable,
                 TyDrillPanel *panel)
{
  if (undoable)
    ty_page_tell_done (TY_PAGE (self), text);
  else
    ty_page_tell (TY_PAGE (self), text);
}

/* Who is behind a cell. */
static void
activated_cb (TyCrossPage *self,
              guint        row,
              guint        column,
              TyGridView  *view)
{
  g_autoptr(TyPopulation) population = ty_cross_grid_dup_population (self->table, row, column);
  g_autofree char *json = population != NULL ? ty_population_to_json (population) : NULL;
  TySubject subject = ty_who_get_subject (self->plan->who);

  if (population != NULL && subject != TY_SUBJECT_PEOPLE)
    show_beside (self, population, subject, row, column);
  else if (json != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-population", "(ss)",
                                ty_who_to_string (TY_WHO_EVERYBODY), json);
}

static void
ty_cross_page_find (TyPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TY_CROSS_PAGE (page)->rows_drop));
}

static void
ty_cross_page_dispose (GObject *object)
{
  TyCrossPage *self = TY_CROSS_PAGE (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->plan, ty_table_plan_free);
  g_clear_pointer (&self->filter, ty_filter_node_free);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->dimensions, g_ptr_array_unref);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->table, ty_cross_grid_free);

  G_OBJECT_CLASS (ty_cross_page_parent_class)->dispose (object);
}

static void
ty_cross_page_class_init (TyCrossPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_cross_page_dispose;
  TY_PAGE_CLASS (klass)->refresh = ty_cross_page_refresh;
  TY_PAGE_CLASS (klass)->find = ty_cross_page_find;
  TY_PAGE_CLASS (klass)->print = ty_cross_page_print;

  g_type_ensure (TY_TYPE_DRILL_PANEL);
  g_type_ensure (TY_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-cross-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TyCrossPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, TyCrossPage, table_label);
  gtk_widget_class_bind_template_child (widget_class, TyCrossPage, changed_label);
  gtk_widget_class_bind_template_child (widget_class, TyCrossPage, choices_box);
  gtk_widget_class_bind_template_child (widget_class, TyCrossPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, TyCrossPage, filter_label);
  gtk_widget_class_bind_template_child (widget_class, TyCrossPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, TyCrossPage, left_label);
  gtk_widget_class_bind_template_child (widget_class, TyCrossPage, right_label);
  gtk_widget_class_bind_template_child (widget_class, TyCrossPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TyCrossPage, view);
  gtk_widget_class_bind_template_child (widget_class, TyCrossPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, TyCrossPage, problem_page);
  gtk_widget_class_bind_template_child (widget_class, TyCrossPage, options_button);
  gtk_widget_class_bind_template_child (widget_class, TyCrossPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_listed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "cross.copy", NULL);
}

static void
ty_cross_page_init (TyCrossPage *self)
{
  self->dimensions = g_ptr_array_new ();
  self->measures = g_ptr_array_new ();
  self->own = g_ptr_array_new ();
  self->reading = g_cancellable_new ();
  self->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "cross", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_cross_page_add_choices (self);
  ty_cross_page_add_actions (self);
}

/**
 * ty_cross_page_new:
 * @office: (nullable): from which it reads
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
ty_cross_page_new (TyOffice *office)
{
  return g_object_new (TY_TYPE_CROSS_PAGE,
                       "page-name", "cross",
                       "title", _("Cross tables"),
                       "icon-name", "ty-cross-symbolic",
                       "group", C_("sidebar", "Figures"),
                       "office", office,
                       NULL);
}

/**
 * ty_cross_page_get_plan:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what is counted
 */
const TyTablePlan *
ty_cross_page_get_plan (TyCrossPage *self)
{
  g_return_val_if_fail (TY_IS_CROSS_PAGE (self), NULL);

  return self->plan;
}

/**
 * ty_cross_page_get_table:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the table that is shown
 */
TyCrossGrid *
ty_cross_page_get_table (TyCrossPage *self)
{
  g_return_val_if_fail (TY_IS_CROSS_PAGE (self), NULL);

  return self->table;
}
