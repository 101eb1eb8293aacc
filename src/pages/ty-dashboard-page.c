/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dashboard-page"

#include "config.h"

#include "ty-dashboard-page-private.h"

#include "ty-card-chart.h"
#include "ty-presentation-choices.h"
#include "ty-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SETTING "dashboard"

G_DEFINE_FINAL_TYPE (TyDashboardPage, ty_dashboard_page, TY_TYPE_PAGE)

/* Cards that have a place for each unit stay as they are: there one chooses another. */
static gboolean
has_units (const TyCard *card)
{
  for (guint i = 0; i < card->n_dimensions; i++)
    if (ty_dimension_suits (card->dimensions[i], TY_SUBJECT_VILLAGES)
        && (strcmp (card->dimensions[i]->key, "township") == 0))
      return TRUE;

  return FALSE;
}

/**
 * ty_dashboard_page_get_answer:
 * @self: a page
 * @card: which card
 *
 * Returns: (transfer none) (nullable): what the card shows
 */
const TyCardAnswer *
ty_dashboard_page_get_answer (TyDashboardPage *self,
                              guint            card)
{
  GPtrArray *answers = self->answers;

  if (answers == NULL || card >= answers->len)
    return NULL;
  if (self->narrow != 0 && self->narrowed != NULL && card < self->narrowed->len
      && !has_units (ty_dashboard_get_card (self->dashboard, card)))
    answers = self->narrowed;
  return g_ptr_array_index (answers, card);
}

static void
panel_closed_cb (TyDashboardPage *self,
                 TyDrillPanel    *panel)
{
  ty_dashboard_page_close_panel (self);
}

static void
panel_listed_cb (TyDashboardPage *self,
                 const char      *text,
                 gboolean         undoable,
                 TyDrillPanel    *panel)
{
  if (undoable)
    ty_page_tell_done (TY_PAGE (self), text);
  else
    ty_page_tell (TY_PAGE (self), text);
}

/* Narrowing. */

static void count (TyDashboardPage *self);

/**
 * ty_dashboard_page_set_narrow:
 * @self: a page
 * @unit: key of a unit, or 0 for none
 * @name: (nullable): what it is called
 *
 * Narrows the cards that have no place for each unit to one of them.
 */
void
ty_dashboard_page_set_narrow (TyDashboardPage *self,
                              gint64           unit,
                              const char      *name)
{
  if (self->narrow == unit)
    return;

  self->narrow = unit;
  g_free (self->narrow_name);
  self->narrow_name = g_strdup (name);
  g_clear_pointer (&self->narrowed, g_ptr_array_unref);
  gtk_widget_set_visible (self->narrow_button, unit != 0);
  gtk_label_set_label (self->narrow_label, name != NULL ? name : "");
  count (self);
}

static void
mark_cb (TyDashboardPage *self,
         guint            mark,
         TyDashboardCard *card)
{
  if (!ty_dashboard_page_activate (self, ty_dashboard_card_get_number (card), mark))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
widen_cb (TyDashboardPage *self,
          GtkButton       *button)
{
  ty_dashboard_page_close_panel (self);
  ty_dashboard_page_set_narrow (self, 0, NULL);
}

static void
menu_cb (TyDashboardPage *self,
         GtkWidget       *at,
         TyDashboardCard *card)
{
  ty_dashboard_page_show_menu (self, card, at);
}

static void
dropped_cb (TyDashboardPage *self,
            guint            from,
            TyDashboardCard *card)
{
  ty_dashboard_page_move_card (self, from, ty_dashboard_card_get_number (card));
}

/* What is shown. */

static void
make_cards (TyDashboardPage *self)
{
  gboolean editable = gtk_toggle_button_get_active (self->edit_button);

  ty_dashboard_page_close_panel (self);
  g_ptr_array_set_size (self->cards, 0);
  ty_board_grid_clear (self->grid);
  for (guint i = 0; i < self->dashboard->cards->len; i++)
    {
      const TyCard *card = ty_dashboard_get_card (self->dashboard, i);
      GtkWidget *widget = ty_dashboard_card_new (i);

      ty_dashboard_card_set_editable (TY_DASHBOARD_CARD (widget), editable);
      g_signal_connect_object (widget, "mark-activated", G_CALLBACK (mark_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (widget, "menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (widget, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
      ty_board_grid_append (self->grid, widget, card->width, card->height);
      g_ptr_array_add (self->cards, widget);
    }
}

static void
show_dates (TyDashboardPage *self)
{
  const TyCardAnswer *answer = ty_dashboard_page_get_answer (self, 0);
  g_autofree char *now = answer != NULL ? ty_date_to_record (answer->as_of) : NULL;
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; answer != NULL && !ty_date_is_known (answer->before) && i < self->answers->len; i++)
    answer = ty_dashboard_page_get_answer (self, i);
  if (answer != NULL && ty_date_is_known (answer->before))
    {
      before = ty_date_to_record (answer->before);
      /* Translators: two days whose figures are compared */
      text = g_strdup_printf (_("%s and %s"), before, now);
    }
  gtk_label_set_label (self->dates_label, text != NULL ? text : now != NULL ? now : "");
}

static void
show_charts (TyDashboardPage *self)
{
  if (self->cards->len != self->dashboard->cards->len)
    make_cards (self);
  g_ptr_array_set_size (self->charts, 0);
  for (guint i = 0; i < self->cards->len; i++)
    {
      const TyCardAnswer *answer = ty_dashboard_page_get_answer (self, i);
      TyChart *chart = answer != NULL ? ty_card_chart_new_part (answer, TY_CARD_CHART_MOST) : NULL;

      if (chart == NULL)
        continue;
      g_ptr_array_add (self->charts, chart);
      ty_dashboard_card_set_chart (g_ptr_array_index (self->cards, i), chart);
    }
  show_dates (self);
  gtk_stack_set_visible_child_name (self->stack, self->cards->len > 0 ? "cards" : "empty");
  ty_dashboard_page_update_actions (self);
}

static void
narrowed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) answers = ty_office_count_dashboard_finish (TY_OFFICE (source), result, &error);
  TyDashboardPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_DASHBOARD_PAGE (user_data);
  ty_page_set_loading (TY_PAGE (self), FALSE);
  if (answers == NULL)
    {
      ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }
  g_clear_pointer (&self->narrowed, g_ptr_array_unref);
  self->narrowed = g_steal_pointer (&answers);
  show_charts (self);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) answers = ty_office_count_dashboard_finish (TY_OFFICE (source), result, &error);
  TyDashboardPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_DASHBOARD_PAGE (user_data);
  if (self->narrow == 0 || self->snapshot != NULL || answers == NULL)
    ty_page_set_loading (TY_PAGE (self), FALSE);
  if (answers == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
        ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  self->answers = g_steal_pointer (&answers);
  if (self->snapshot != NULL)
    ty_dashboard_page_show_frozen (self);
  else if (self->narrow == 0 || self->narrowed != NULL)
    show_charts (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self->panel)))
    ty_drill_panel_again (self->panel);
}

/* In the whole scope, and in the unit to which it is narrowed. */
static void
count (TyDashboardPage *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));
  TyDashboardAsk ask = { .dashboard = self->snapshot != NULL ? self->snapshot->dashboard : self->dashboard,
                         .compare = self->compare };
  GCancellable *cancellable;

  if (self->dashboard == NULL || office == NULL || !ty_office_is_open (office))
    return;

  cancellable = ty_page_begin (TY_PAGE (self));
  ty_office_count_dashboard_async (office, &ask, cancellable, counted_cb, self);
  if (self->narrow == 0 || self->snapshot != NULL)
    return;

  ask.narrow = self->narrow;
  ty_office_count_dashboard_async (office, &ask, cancellable, narrowed_cb, self);
}

static gboolean
has_same_cards (const TyDashboard *a,
                const TyDashboard *b)
{
  g_autofree char *left = ty_dashboard_to_json (a);
  g_autofree char *right = ty_dashboard_to_json (b);

  return strcmp (left, right) == 0;
}

static void
show_dashboard (TyDashboardPage   *self,
                const TyDashboard *dashboard)
{
  TyDashboard *old = self->dashboard;
  g_autofree char *name = NULL;

  self->dashboard = ty_dashboard_copy (dashboard);
  if (self->snapshot_id == NULL && (old == NULL || !has_same_cards (old, dashboard)))
    {
      g_clear_pointer (&self->answers, g_ptr_array_unref);
      g_clear_pointer (&self->narrowed, g_ptr_array_unref);
      g_ptr_array_set_size (self->charts, 0);
      make_cards (self);
    }
  g_clear_pointer (&old, ty_dashboard_free);
  g_free (self->word);
  self->word = g_strdup (dashboard->word);
  gtk_label_set_label (self->title_label, ty_label_get (dashboard->title));
  name = g_strdup_printf ("%s %s", _("Dashboard"), ty_label_get (dashboard->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_button),
                               dashboard->note != NULL ? ty_label_get (dashboard->note) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->edited_label), dashboard->shipped && dashboard->edited);
  ty_dashboard_page_fill_menus (self);
  ty_dashboard_page_update_actions (self);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) dashboards = ty_office_list_dashboards_finish (TY_OFFICE (source), result, &error);
  TyDashboardPage *self;
  TyDashboard *found;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_DASHBOARD_PAGE (user_data);
  if (dashboards == NULL || dashboards->len == 0)
    {
      ty_page_set_loading (TY_PAGE (self), FALSE);
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
        ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }
  g_clear_pointer (&self->dashboards, g_ptr_array_unref);
  self->dashboards = g_steal_pointer (&dashboards);
  found = ty_dashboard_find (self->dashboards, self->word);
  show_dashboard (self, found != NULL ? found : g_ptr_array_index (self->dashboards, 0));
  ty_dashboard_page_list_snapshots (self, self->refreshing);
}

/**
 * ty_dashboard_page_go_on:
 * @self: a page whose dashboards and snapshots were read
 *
 * Counts the dashboard, or shows the snapshot.
 */
void
ty_dashboard_page_go_on (TyDashboardPage *self)
{
  ty_dashboard_page_fill_menus (self);
  if (self->snapshot == NULL || gtk_toggle_button_get_active (self->today_button))
    {
      count (self);
      return;
    }
  ty_page_set_loading (TY_PAGE (self), FALSE);
  ty_dashboard_page_show_frozen (self);
}

/* The unit may not be in another scope, or another dashboard have no place for it. */
static void
forget_narrow (TyDashboardPage *self)
{
  self->narrow = 0;
  g_clear_pointer (&self->narrow_name, g_free);
  g_clear_pointer (&self->narrowed, g_ptr_array_unref);
  gtk_widget_set_visible (self->narrow_button, FALSE);
}

static void
ty_dashboard_page_refresh (TyPage *page)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (page);
  gint64 scope = ty_office_get_scope (ty_page_get_office (page));

  if (scope != self->scope)
    forget_narrow (self);
  self->scope = scope;
  g_set_object (&self->refreshing, ty_page_begin (page));
  ty_office_list_dashboards_async (ty_page_get_office (page), self->refreshing, listed_cb, page);
}

/**
 * ty_dashboard_page_show:
 * @self: a page
 * @word: the word of a dashboard
 *
 * Shows another dashboard.
 */
void
ty_dashboard_page_show (TyDashboardPage *self,
                        const char      *word)
{
  g_return_if_fail (TY_IS_DASHBOARD_PAGE (self));

  ty_dashboard_page_leave_snapshot (self);
  if (g_strcmp0 (self->word, word) == 0)
    return;

  g_free (self->word);
  self->word = g_strdup (word);
  g_settings_set_string (ty_settings_get (), SETTING, word);
  forget_narrow (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  ty_page_refresh (TY_PAGE (self));
}

static void
compare_cb (TyDashboardPage *self,
            GParamSpec      *pspec,
            GtkDropDown     *drop)
{
  guint selected = gtk_drop_down_get_selected (drop);

  if (self->filling || selected > TY_CARD_BEFORE_YEAR)
    return;

  self->compare = (TyCardCompare) { .before = (TyCardBefore) selected };
  g_clear_pointer (&self->narrowed, g_ptr_array_unref);
  count (self);
}

static void
today_cb (TyDashboardPage *self,
          GtkToggleButton *button)
{
  if (self->snapshot == NULL)
    return;

  g_clear_pointer (&self->answers, g_ptr_array_unref);
  ty_page_refresh (TY_PAGE (self));
}

static void
edit_cb (TyDashboardPage *self,
         GtkToggleButton *button)
{
  gboolean active = gtk_toggle_button_get_active (button);

  for (guint i = 0; i < self->cards->len; i++)
    ty_dashboard_card_set_editable (g_ptr_array_index (self->cards, i), active);
  gtk_widget_set_visible (self->add_button, active);
}

static void
fill_compare (TyDashboardPage *self)
{
  const char *labels[] = {
    _("As the dashboard says"), C_("comparison", "Nothing"), _("The last term"), _("A year before"), NULL,
  };
  g_autoptr(GtkStringList) list = gtk_string_list_new (labels);

  self->filling = TRUE;
  gtk_drop_down_set_model (self->compare_drop, G_LIST_MODEL (list));
  self->filling = FALSE;
}

static void
ty_dashboard_page_dispose (GObject *object)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->actions);
  g_clear_object (&self->refreshing);
  g_clear_pointer (&self->snapshots, g_ptr_array_unref);
  g_clear_pointer (&self->snapshot_id, g_free);
  g_clear_pointer (&self->dashboards, g_ptr_array_unref);
  g_clear_pointer (&self->dashboard, ty_dashboard_free);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->narrowed, g_ptr_array_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  g_clear_pointer (&self->word, g_free);
  g_clear_pointer (&self->narrow_name, g_free);

  G_OBJECT_CLASS (ty_dashboard_page_parent_class)->dispose (object);
}

static void
ty_dashboard_page_class_init (TyDashboardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_dashboard_page_dispose;
  TY_PAGE_CLASS (klass)->refresh = ty_dashboard_page_refresh;
  TY_PAGE_CLASS (klass)->present = ty_dashboard_page_present;
  TY_PAGE_CLASS (klass)->print = ty_dashboard_page_print;

  g_type_ensure (TY_TYPE_BOARD_GRID);
  g_type_ensure (TY_TYPE_DRILL_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-dashboard-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, title_button);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, edited_label);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, dates_label);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, compare_drop);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, narrow_button);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, narrow_label);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, present_button);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, grid);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, panel);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, frozen_bar);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, frozen_label);
  gtk_widget_class_bind_template_child (widget_class, TyDashboardPage, today_button);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, widen_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_listed_cb);
}

static void
ty_dashboard_page_init (TyDashboardPage *self)
{
  self->chosen_card = G_MAXUINT;
  self->cards = g_ptr_array_new ();
  self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_chart_unref);
  self->word = g_settings_get_string (ty_settings_get (), SETTING);
  self->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "board", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_compare (self);
  ty_dashboard_page_add_actions (self);
  ty_dashboard_page_add_snapshot_actions (self);
  ty_dashboard_page_add_export_actions (self);
  ty_presentation_choices_attach (self->present_button);
}

/**
 * ty_dashboard_page_new:
 * @office: (nullable): from which it reads
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
ty_dashboard_page_new (TyOffice *office)
{
  return g_object_new (TY_TYPE_DASHBOARD_PAGE,
                       "page-name", "dashboards",
                       "title", _("Dashboards"),
                       "icon-name", "ty-board-symbolic",
                       "group", C_("sidebar", "Figures"),
                       "office", office,
                       NULL);
}

/**
 * ty_dashboard_page_get_dashboard:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what is shown
 */
const TyDashboard *
ty_dashboard_page_get_dashboard (TyDashboardPage *self)
{
  g_return_val_if_fail (TY_IS_DASHBOARD_PAGE (self), NULL);

  return self->dashboard;
}

/**
 * ty_dashboard_page_get_n_behind:
 * @self: a page
 *
 * Returns: how many are shown beside the cards; -1 where nobody is, or until they were read
 */
int
ty_dashboard_page_get_n_behind (TyDashboardPage *self)
{
  g_return_val_if_fail (TY_IS_DASHBOARD_PAGE (self), -1);

  return gtk_widget_get_visible (GTK_WIDGET (self->panel)) ? ty_drill_panel_get_n (self->panel) : -1;
}

/* Paper and other programs have all of what a screen may show a part of. */
static TyChart *
dup_whole_chart (TyDashboardPage *self,
                 guint            number)
{
  const TyCardAnswer *answer = self->snapshot == NULL && self->charts->len == self->cards->len
                                 ? ty_dashboard_page_get_answer (self, number) : NULL;

  if (answer != NULL && answer->categories->len > TY_CARD_CHART_MOST)
    return ty_card_chart_new (answer);

  return ty_chart_ref (g_ptr_array_index (self->charts, number));
}

/**
 * ty_dashboard_page_list_charts:
 * @self: a page
 *
 * Returns: (transfer full) (element-type TyChart): what its cards show, as a whole, in their order
 */
GPtrArray *
ty_dashboard_page_list_charts (TyDashboardPage *self)
{
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_chart_unref);

  g_return_val_if_fail (TY_IS_DASHBOARD_PAGE (self), charts);

  for (guint i = 0; i < self->charts->len; i++)
    g_ptr_array_add (charts, dup_whole_chart (self, i));
  return charts;
}
