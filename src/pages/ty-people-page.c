/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-people-page"

#include "config.h"

#include "ty-people-page-private.h"

#include "ty-format.h"
#include "ty-preedit.h"
#include "ty-roster-columns.h"

#include <glib/gi18n-lib.h>

#define WAIT_DELAY 200 /* ms until a list that is not there is said to be awaited */
#define ROW_HEIGHT 28  /* pixels, until it is known how high the rows are */

static const char *const facets[] = { "post", "township", "age_band", NULL };
static const char *const departed_facets[] = { "township", "age_band", "education", NULL };

G_DEFINE_FINAL_TYPE (TyPeoplePage, ty_people_page, TY_TYPE_PAGE)

static gboolean
is_departed (TyPeoplePage *self)
{
  return self->who == TY_WHO_DEPARTED;
}

/**
 * ty_people_page_make_query:
 * @self: a page
 * @query: (out caller-allocates): what it asks for; its texts stay those of the page
 */
void
ty_people_page_make_query (TyPeoplePage  *self,
                           TyRosterQuery *query)
{
  *query = (TyRosterQuery) {
    .who = self->who,
    .condition = self->condition,
    .search = gtk_editable_get_text (GTK_EDITABLE (self->search)),
    .n_keys = self->sort.n_keys,
    .population = ty_people_page_get_asked (self),
  };

  for (guint i = 0; i < self->sort.n_keys; i++)
    query->keys[i] = self->sort.keys[i];
  ty_facet_bar_fill_query (self->facets, query);
}

static void
ask_list (TyPeoplePage *self)
{
  TyRosterQuery query;

  if (self->held || self->list == NULL || !ty_office_is_open (ty_page_get_office (TY_PAGE (self))))
    return;

  if (!self->reordered)
    ty_people_page_forget_counts (self);
  ty_people_page_make_query (self, &query);
  ty_roster_list_set_gradual (self->list, self->asked_anew);
  ty_roster_list_set_query (self->list, &query);
}

/**
 * ty_people_page_ask:
 * @self: a page
 *
 * Asks another question, whose answer is looked at from its beginning.
 */
void
ty_people_page_ask (TyPeoplePage *self)
{
  if (!self->held)
    g_clear_pointer (&self->restoring, g_variant_unref);
  self->asked_anew = TRUE;
  self->reordered = FALSE;
  ask_list (self);
}

/**
 * ty_people_page_ask_again:
 * @self: a page
 *
 * Asks so that the answer takes the place of what is shown all at once.
 */
void
ty_people_page_ask_again (TyPeoplePage *self)
{
  self->asked_anew = FALSE;
  self->reordered = FALSE;
  ask_list (self);
}

/**
 * ty_people_page_ask_order:
 * @self: a page
 *
 * Asks for the same people in another order: who is chosen stays so, and nothing is counted anew.
 */
void
ty_people_page_ask_order (TyPeoplePage *self)
{
  self->asked_anew = TRUE;
  self->reordered = TRUE;
  ask_list (self);
}

static gboolean
is_filtered (TyPeoplePage *self)
{
  return self->condition != TY_CONDITION_NONE || ty_facet_bar_is_active (self->facets)
         || self->filter != NULL
         || *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
}

/* Each filter by name in a line of its own, as it stands in its chip. */
static char *
describe_filters (TyPeoplePage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (lines, g_strdup (_("Nobody meets all of this:")));
  ty_facet_bar_describe (self->facets, lines);
  ty_people_page_describe_filter (self, lines);
  if (self->condition != TY_CONDITION_NONE)
    g_ptr_array_add (lines, ty_condition_dup_label (self->condition));
  if (*text != '\0')
    g_ptr_array_add (lines, g_strdup_printf (_("Search: %s"), text));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static gboolean
wait_cb (gpointer user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);

  self->wait_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "wait");
  return G_SOURCE_REMOVE;
}

/* Nobody is there, and nobody knows yet whether that is right. */
static void
wait_for_people (TyPeoplePage *self)
{
  gtk_label_set_label (self->count_label, "");
  if (self->wait_id == 0)
    self->wait_id = g_timeout_add (WAIT_DELAY, wait_cb, self);
}

/**
 * ty_people_page_update_loading:
 * @self: a page that begins or ends to wait for something
 */
void
ty_people_page_update_loading (TyPeoplePage *self)
{
  gboolean loading = FALSE;

  if (self->list != NULL)
    g_object_get (self->list, "loading", &loading, NULL);
  ty_page_set_loading (TY_PAGE (self), loading || self->copying != NULL
                                       || (self->list != NULL
                                           && ty_roster_list_is_growing (self->list)));
}

static void
update_state (TyPeoplePage *self)
{
  guint n_people = ty_roster_list_get_n_people (self->list);
  g_autofree char *count = ty_format_people (n_people);
  g_autofree char *filters = NULL;
  gboolean loading;

  g_object_get (self->list, "loading", &loading, NULL);
  ty_people_page_update_loading (self);
  if (!loading)
    {
      ty_people_page_put_back (self);
      ty_people_page_count (self);
    }
  if (loading && n_people == 0)
    {
      wait_for_people (self);
      return;
    }

  g_clear_handle_id (&self->wait_id, g_source_remove);
  gtk_label_set_label (self->count_label, count);
  if (n_people > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }

  filters = describe_filters (self);
  adw_status_page_set_description (self->nothing_page, filters);
  gtk_stack_set_visible_child_name (self->stack, is_filtered (self) ? "nothing" : "empty");
}

static void
scrolled_cb (TyPeoplePage  *self,
             GtkAdjustment *adjustment)
{
  double first = gtk_adjustment_get_value (adjustment);
  double last = first + gtk_adjustment_get_page_size (adjustment);

  if (self->list != NULL)
    ty_roster_list_set_seen (self->list, (guint) (first / self->row_height),
                             (guint) (last / self->row_height));
}

/* All rows are of the same height, which is told when there are more than fit in the view. */
static void
measured_cb (TyPeoplePage  *self,
             GtkAdjustment *adjustment)
{
  guint n_rows = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
  double height = gtk_adjustment_get_upper (adjustment);

  if (n_rows > 0 && height > gtk_adjustment_get_page_size (adjustment))
    self->row_height = height / n_rows;
  scrolled_cb (self, adjustment);
}

/* A new question is answered from the beginning. Where only the answer is another one, one stays where
 * one was, and the person who was selected is so still. */
static void
replaced_cb (TyPeoplePage *self,
             TyRosterList *list)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (self->asked_anew)
    gtk_adjustment_set_value (adjustment, 0);
  scrolled_cb (self, adjustment);
  if (!self->asked_anew || self->reordered)
    ty_roster_selection_follow (self->selection);
  else if (ty_roster_selection_get_n (self->selection) > 0
           || ty_roster_selection_get_current (self->selection) != GTK_INVALID_LIST_POSITION)
    ty_roster_selection_clear (self->selection);
  self->asked_anew = FALSE;
  self->reordered = FALSE;
}

static void
failed_cb (TyPeoplePage *self,
           const GError *error,
           TyRosterList *list)
{
  ty_page_tell_problem (TY_PAGE (self), error);
}

/* The text, and not “search-changed”, which is told twice where another text takes its place. */
static void
search_changed_cb (TyPeoplePage   *self,
                   GParamSpec     *pspec,
                   GtkSearchEntry *search)
{
  ty_people_page_ask (self);
}

static void
stop_search_cb (TyPeoplePage   *self,
                GtkSearchEntry *search)
{
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
open_person (TyPeoplePage *self,
             guint         position)
{
  gint64 person;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  person = ty_roster_list_get_person (self->list, position);
  if (person != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-person", "x", person);
}

static void
view_activate_cb (TyPeoplePage  *self,
                  guint          position,
                  GtkColumnView *view)
{
  open_person (self, position);
}

/* Enter in the search entry opens the first who is found. */
static void
search_activate_cb (TyPeoplePage   *self,
                    GtkSearchEntry *search)
{
  if (self->list != NULL && ty_roster_list_get_n_people (self->list) > 0)
    open_person (self, 0);
}

static void
population_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  const char *word = g_variant_get_string (parameter, NULL);

  ty_people_page_show (self, ty_who_from_string (word), self->condition);
}

/* A second click on a condition takes it away. */
static void
condition_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  const char *word = g_variant_get_string (parameter, NULL);
  TyCondition condition = ty_condition_from_string (word);

  ty_people_page_show (self, self->who,
                       condition == self->condition ? TY_CONDITION_NONE : condition);
}

static void
clear_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);

  ty_people_page_clear_filters (self);
  ty_people_page_show (self, self->who, TY_CONDITION_NONE);
}

/* The team to which the current person belongs. */
static void
show_unit_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (widget);
  guint position = ty_roster_selection_get_current (self->selection);
  g_autoptr(TyRosterItem) item = position != GTK_INVALID_LIST_POSITION
                                   ? g_list_model_get_item (G_LIST_MODEL (self->list), position) : NULL;
  TyRosterRow *row = item != NULL ? ty_roster_item_get_row (item) : NULL;

  if (row != NULL && ty_roster_row_get_unit (row) != 0)
    gtk_widget_activate_action (widget, "win.show-village", "x", ty_roster_row_get_unit (row));
}

static void
facets_changed_cb (TyPeoplePage *self,
                   TyFacetBar   *bar)
{
  ty_people_page_ask (self);
}

static void
facet_opened_cb (TyPeoplePage *self,
                 TyFacetChip  *chip,
                 TyFacetBar   *bar)
{
  ty_people_page_count_facet (self, chip);
}

/* The page asks again whenever it is refreshed, so the list need not. */
static void
make_list (TyPeoplePage *self)
{
  g_clear_object (&self->list);
  self->list = ty_roster_list_new (ty_page_get_office (TY_PAGE (self)));
  self->asked_anew = TRUE;
  ty_roster_list_set_following (self->list, FALSE);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::n-items", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::n-people", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "replaced", G_CALLBACK (replaced_cb), self,
                           G_CONNECT_SWAPPED);
  ty_roster_growth_set_list (self->growth, self->list);
  ty_roster_selection_set_list (self->selection, self->list);
}

static void
ty_people_page_refresh (TyPage *page)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (page);

  if (self->list == NULL || ty_roster_list_get_office (self->list) != ty_page_get_office (page))
    make_list (self);
  ty_people_page_list_filters (self);
  ty_people_page_load_fields (self);
  ask_list (self);
}

static void
ty_people_page_find (TyPage *page)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (page);

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
update_who (TyPeoplePage *self)
{
  g_autofree char *label = ty_who_dup_label (self->who);
  /* Translators: for assistive technologies: who is shown, such as Secretaries. */
  g_autofree char *spoken = g_strdup_printf (_("Who is shown: %s"), label);

  gtk_label_set_label (self->population_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->population_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  ty_condition_bar_set_who (self->conditions, self->who);
}

static void
set_departed (TyPeoplePage *self)
{
  self->who = TY_WHO_DEPARTED;
  gtk_widget_set_visible (GTK_WIDGET (self->population_button), FALSE);
  self->installing = TRUE;
  ty_roster_columns_set_departed (self->view);
  self->installing = FALSE;
  ty_facet_bar_set_dimensions (self->facets, departed_facets);
  update_who (self);
}

static void
set_action_state (TyPeoplePage *self,
                  const char   *name,
                  const char   *word)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (word));
}

static void
ty_people_page_dispose (GObject *object)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (object);

  /* A column view that goes says that it is sorted by other columns. */
  self->installing = TRUE;
  g_clear_handle_id (&self->wait_id, g_source_remove);
  ty_people_page_stop_view (self);
  ty_people_page_stop_counts (self);
  ty_people_page_stop_rows (self);
  ty_people_page_stop_filter (self);
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->selection, self);
      gtk_column_view_set_model (self->view, NULL);
      ty_roster_selection_set_list (self->selection, NULL);
    }
  g_clear_object (&self->selection);
  g_clear_pointer (&self->growth, ty_roster_growth_free);
  g_clear_pointer (&self->restoring, g_variant_unref);
  g_clear_pointer (&self->population, ty_population_unref);
  g_clear_pointer (&self->asked, ty_population_unref);
  g_clear_pointer (&self->asked_filter, ty_population_unref);
  g_clear_pointer (&self->list_name, g_free);
  g_clear_object (&self->list);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (ty_people_page_parent_class)->dispose (object);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  return ty_people_page_show_menu (TY_PEOPLE_PAGE (widget));
}

static void
ty_people_page_class_init (TyPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_people_page_dispose;
  TY_PAGE_CLASS (klass)->refresh = ty_people_page_refresh;
  TY_PAGE_CLASS (klass)->find = ty_people_page_find;
  TY_PAGE_CLASS (klass)->count = ty_people_page_count_all;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, search);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, population_button);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, population_label);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, facets);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, conditions);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, chooser);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, count_label);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, filter_label);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, sort_box);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, own_sorts);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, view);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, preview_box);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, preview);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, selected_label);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, open_button);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, age_label);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, posts_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, facets_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, facet_opened_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "roster.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "roster.edit-group", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "roster.put-on-list", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "roster.roster-preview", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "roster.unselect", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_install_action (widget_class, "people.show-unit", NULL, show_unit_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "people.show-unit", NULL);
}

static void
ty_people_page_init (TyPeoplePage *self)
{
  static const GActionEntry entries[] = {
    { "population", population_cb, "s", "'in_office'", NULL },
    { "condition", condition_cb, "s", "'count'", NULL },
    { "clear", clear_cb, NULL, NULL, NULL },
  };
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "roster", G_ACTION_GROUP (self->actions));
  ty_facet_bar_set_dimensions (self->facets, facets);

  self->selection = ty_roster_selection_new ();
  ty_people_page_add_row_actions (self);
  ty_people_page_add_post_actions (self);
  ty_people_page_add_view_actions (self);
  ty_people_page_add_filter_actions (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (ty_people_page_update_rows),
                           self, G_CONNECT_SWAPPED);
  update_who (self);
  ty_people_page_update_rows (self);
  self->growth = ty_roster_growth_new (self->view);
  self->row_height = ROW_HEIGHT;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (measured_cb), self, G_CONNECT_SWAPPED);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->view));
  ty_preedit_follow_captured (self->search);
}

/**
 * ty_people_page_new:
 * @office: from which it reads
 *
 * Returns: (transfer floating): the roster of those in office
 */
GtkWidget *
ty_people_page_new (TyOffice *office)
{
  TyPeoplePage *self = g_object_new (TY_TYPE_PEOPLE_PAGE,
                                     "page-name", "roster",
                                     "title", _("Roster"),
                                     "icon-name", "ty-roster-symbolic",
                                     "group", C_("sidebar", "Cadres"),
                                     "office", office,
                                     NULL);

  ty_people_page_restore_view (self);
  return GTK_WIDGET (self);
}

/**
 * ty_people_page_new_departed:
 * @office: from which it reads
 *
 * Returns: (transfer floating): the roster of the departed cadres
 */
GtkWidget *
ty_people_page_new_departed (TyOffice *office)
{
  TyPeoplePage *self = g_object_new (TY_TYPE_PEOPLE_PAGE,
                                     "page-name", "departed",
                                     "title", C_("page", "Departed"),
                                     "icon-name", "ty-departed-symbolic",
                                     "group", C_("sidebar", "Cadres"),
                                     "office", office,
                                     NULL);

  set_departed (self);
  ty_people_page_restore_view (self);
  return GTK_WIDGET (self);
}

/**
 * ty_people_page_show:
 * @self: a page
 * @population: who; the page of the departed shows only them
 * @condition: what is asked of them
 *
 * Shows other people.
 */
void
ty_people_page_show (TyPeoplePage *self,
                     TyWho  population,
                     TyCondition   condition)
{
  g_return_if_fail (TY_IS_PEOPLE_PAGE (self));
  g_return_if_fail (is_departed (self) == (population == TY_WHO_DEPARTED));

  /* Of others they would be plainly wrong; of the same people they are renewed in a moment. */
  if (self->who != population)
    ty_condition_bar_forget_counts (self->conditions);
  self->who = population;
  self->condition = ty_condition_suits (condition, population) ? condition : TY_CONDITION_NONE;
  set_action_state (self, "population", ty_who_to_string (population));
  set_action_state (self, "condition", ty_condition_to_string (self->condition));
  update_who (self);
  ty_people_page_ask (self);
}

/**
 * ty_people_page_get_population:
 * @self: a page
 *
 * Returns: who is shown
 */
TyWho
ty_people_page_get_population (TyPeoplePage *self)
{
  g_return_val_if_fail (TY_IS_PEOPLE_PAGE (self), TY_WHO_IN_OFFICE);

  return self->who;
}

/**
 * ty_people_page_get_condition:
 * @self: a page
 *
 * Returns: what is asked of those who are shown
 */
TyCondition
ty_people_page_get_condition (TyPeoplePage *self)
{
  g_return_val_if_fail (TY_IS_PEOPLE_PAGE (self), TY_CONDITION_NONE);

  return self->condition;
}

/**
 * ty_people_page_get_selection:
 * @self: a page
 *
 * Returns: (transfer none): who is chosen
 */
TyRosterSelection *
ty_people_page_get_selection (TyPeoplePage *self)
{
  g_return_val_if_fail (TY_IS_PEOPLE_PAGE (self), NULL);

  return self->selection;
}
