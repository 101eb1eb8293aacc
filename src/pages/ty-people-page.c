/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-people-page"

#include "config.h"

#include "ty-people-page.h"

#include "ty-format.h"
#include "ty-roster-columns.h"
#include "ty-roster-growth.h"
#include "ty-roster-list.h"
#include "ty-settings.h"

#include <glib/gi18n-lib.h>

#define WAIT_DELAY 200 /* ms until a list that is not there is said to be awaited */
#define ROW_HEIGHT 32  /* pixels, until it is known how high the rows are */

/**
 * TyPeoplePage:
 *
 * The people of a population who meet a condition, as a table. Two pages are of this type: the
 * roster, whose population is chosen, and the departed cadres.
 */
struct _TyPeoplePage
{
  TyPage parent_instance;

  /* Template */
  GtkSearchEntry *search;
  GtkBox *populations_box;
  GtkBox *conditions_box;
  GtkLabel *count_label;
  GtkStack *stack;
  AdwStatusPage *nothing_page;
  GtkColumnView *view;
  GtkSingleSelection *selection;

  /* Owned */
  TyRosterList *list; /* (nullable) */
  TyRosterGrowth *growth;
  GSimpleActionGroup *actions;

  TyWho who;
  TyCondition condition;
  TySort sort;
  gboolean descending;
  gboolean installing;
  gboolean asked_anew; /* what is awaited was asked for here, and is seen from its beginning */
  gint64 selected;     /* the person, or 0 */
  double row_height;   /* in pixels */
  guint wait_id;
};

static const TyWho chosen_populations[] = {
  TY_WHO_IN_OFFICE, TY_WHO_SECRETARIES, TY_WHO_HEADS,
  TY_WHO_MEMBERS, TY_WHO_SPECIALISTS,
};

static const TyCondition chosen_conditions[] = {
  TY_CONDITION_AGE_LE_35, TY_CONDITION_AGE_LE_45, TY_CONDITION_AGE_LE_50, TY_CONDITION_COLLEGE,
  TY_CONDITION_BACHELOR, TY_CONDITION_FEMALE, TY_CONDITION_DUAL_ROLE, TY_CONDITION_CROSS,
  TY_CONDITION_RETAINED, TY_CONDITION_FROM_RESERVES, TY_CONDITION_RETURNED_HOME,
  TY_CONDITION_DISPATCHED,
};

G_DEFINE_FINAL_TYPE (TyPeoplePage, ty_people_page, TY_TYPE_PAGE)

static gboolean
is_departed (TyPeoplePage *self)
{
  return self->who == TY_WHO_DEPARTED;
}

static void
query (TyPeoplePage *self)
{
  const TyRosterQuery asked = {
    .who = self->who,
    .condition = self->condition,
    .search = gtk_editable_get_text (GTK_EDITABLE (self->search)),
    .keys = { { self->sort, self->descending } },
    .n_keys = 1,
  };

  if (self->list == NULL || !ty_office_is_open (ty_page_get_office (TY_PAGE (self))))
    return;

  ty_roster_list_set_gradual (self->list, self->asked_anew);
  ty_roster_list_set_query (self->list, &asked);
}

/* Another question, whose answer is looked at from its beginning. */
static void
ask (TyPeoplePage *self)
{
  self->asked_anew = TRUE;
  query (self);
}

static gboolean
is_filtered (TyPeoplePage *self)
{
  return self->condition != TY_CONDITION_NONE ||
         *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
}

static char *
describe_filters (TyPeoplePage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *condition = ty_condition_dup_label (self->condition);

  if (*text == '\0')
    return g_strdup_printf (_("The condition is “%s”."), condition);
  if (self->condition == TY_CONDITION_NONE)
    return g_strdup_printf (_("The search is for “%s”."), text);

  return g_strdup_printf (_("The condition is “%s”, and the search is for “%s”."), condition, text);
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

static void
update_state (TyPeoplePage *self)
{
  guint n_people = ty_roster_list_get_n_people (self->list);
  g_autofree char *count = ty_format_people (n_people);
  g_autofree char *filters = NULL;
  gboolean loading;

  g_object_get (self->list, "loading", &loading, NULL);
  ty_page_set_loading (TY_PAGE (self), loading || ty_roster_list_is_growing (self->list));
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
selected_cb (TyPeoplePage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  self->selected = self->list != NULL ? ty_roster_list_get_person (self->list, position) : 0;
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
  guint position = gtk_single_selection_get_selected (self->selection);
  gint64 selected = self->selected;

  if (self->asked_anew)
    gtk_adjustment_set_value (adjustment, 0);
  scrolled_cb (self, adjustment);
  if (position != GTK_INVALID_LIST_POSITION
      && (self->asked_anew || ty_roster_list_get_person (list, position) != selected))
    {
      if (self->asked_anew || !ty_roster_list_find (list, selected, &position))
        position = GTK_INVALID_LIST_POSITION;
      gtk_single_selection_set_selected (self->selection, position);
    }
  self->asked_anew = FALSE;
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
  ask (self);
}

static void
stop_search_cb (TyPeoplePage   *self,
                GtkSearchEntry *search)
{
  gtk_editable_set_text (GTK_EDITABLE (search), "");
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
sort_cb (TySort sort,
         gboolean     descending,
         gpointer     user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  g_autofree char *word = NULL;

  if (self->installing)
    return;

  self->sort = sort;
  self->descending = descending;
  word = ty_roster_columns_sort_to_word (sort, descending);
  g_settings_set_string (ty_settings_get (), "roster-sort", word);
  ask (self);
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

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  ty_people_page_show (self, self->who, TY_CONDITION_NONE);
}

/* The team to which the person who is selected belongs. */
static void
show_unit_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (widget);
  TyRosterItem *item = gtk_single_selection_get_selected_item (self->selection);
  TyRosterRow *row = item != NULL ? ty_roster_item_get_row (item) : NULL;

  if (row != NULL && ty_roster_row_get_unit (row) != 0)
    gtk_widget_activate_action (widget, "win.show-village", "x", ty_roster_row_get_unit (row));
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
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
}

static void
ty_people_page_refresh (TyPage *page)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (page);

  if (self->list == NULL || ty_roster_list_get_office (self->list) != ty_page_get_office (page))
    make_list (self);
  query (self);
}

static void
ty_people_page_find (TyPage *page)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (page);

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static GtkWidget *
make_chip (const char *action,
           const char *word,
           const char *label,
           gboolean    removable)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  if (removable)
    {
      GtkWidget *cross = g_object_new (GTK_TYPE_IMAGE,
                                       "icon-name", "window-close-symbolic",
                                       "pixel-size", 12,
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                       NULL);

      g_object_bind_property (chip, "active", cross, "visible", G_BINDING_SYNC_CREATE);
      gtk_box_append (GTK_BOX (box), cross);
    }
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "ty-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "s", word);
  return chip;
}

static gboolean
begins_group (TyCondition condition)
{
  return condition == TY_CONDITION_COLLEGE || condition == TY_CONDITION_FEMALE
         || condition == TY_CONDITION_RETAINED;
}

/* Only what makes sense to ask of the people shown; a gap goes with the chip behind it. */
static void
update_chips (TyPeoplePage *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->conditions_box));

  for (guint i = 0; i < G_N_ELEMENTS (chosen_conditions); i++)
    {
      gboolean suits = ty_condition_suits (chosen_conditions[i], self->who);

      if (begins_group (chosen_conditions[i]))
        {
          gtk_widget_set_visible (child, suits);
          child = gtk_widget_get_next_sibling (child);
        }
      gtk_widget_set_visible (child, suits);
      child = gtk_widget_get_next_sibling (child);
    }
}

static void
add_chips (TyPeoplePage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (chosen_populations); i++)
    {
      g_autofree char *label = ty_who_dup_label (chosen_populations[i]);

      gtk_box_append (self->populations_box,
                      make_chip ("roster.population",
                                 ty_who_to_string (chosen_populations[i]), label, FALSE));
    }
  for (guint i = 0; i < G_N_ELEMENTS (chosen_conditions); i++)
    {
      g_autofree char *label = ty_condition_dup_label (chosen_conditions[i]);

      if (begins_group (chosen_conditions[i]))
        {
          GtkWidget *gap = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

          gtk_widget_add_css_class (gap, "ty-chip-gap");
          gtk_box_append (self->conditions_box, gap);
        }
      gtk_box_append (self->conditions_box,
                      make_chip ("roster.condition",
                                 ty_condition_to_string (chosen_conditions[i]), label, TRUE));
    }
}

static void
set_departed (TyPeoplePage *self)
{
  self->who = TY_WHO_DEPARTED;
  gtk_widget_set_visible (GTK_WIDGET (self->populations_box), FALSE);
  ty_roster_columns_set_departed (self->view);
  update_chips (self);
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
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_pointer (&self->growth, ty_roster_growth_free);
  g_clear_object (&self->list);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (ty_people_page_parent_class)->dispose (object);
}

static void
ty_people_page_class_init (TyPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_people_page_dispose;
  TY_PAGE_CLASS (klass)->refresh = ty_people_page_refresh;
  TY_PAGE_CLASS (klass)->find = ty_people_page_find;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, search);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, populations_box);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, conditions_box);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, count_label);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, view);
  gtk_widget_class_bind_template_child (widget_class, TyPeoplePage, selection);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_activate_cb);

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
  g_autofree char *word = g_settings_get_string (ty_settings_get (), "roster-sort");
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "roster", G_ACTION_GROUP (self->actions));
  add_chips (self);

  self->installing = TRUE;
  self->sort = ty_roster_columns_sort_from_word (word, &self->descending);
  ty_roster_columns_install (self->view, sort_cb, self);
  ty_roster_columns_show_sort (self->view, self->sort, self->descending);
  self->installing = FALSE;
  self->growth = ty_roster_growth_new (self->view);
  self->row_height = ROW_HEIGHT;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (measured_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->view));
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
  return g_object_new (TY_TYPE_PEOPLE_PAGE,
                       "page-name", "roster",
                       "title", _("Roster"),
                       "icon-name", "ty-roster-symbolic",
                       "office", office,
                       NULL);
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
                                     "title", _("Departed cadres"),
                                     "icon-name", "ty-departed-symbolic",
                                     "office", office,
                                     NULL);

  set_departed (self);
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

  self->who = population;
  self->condition = ty_condition_suits (condition, population) ? condition : TY_CONDITION_NONE;
  set_action_state (self, "population", ty_who_to_string (population));
  set_action_state (self, "condition", ty_condition_to_string (self->condition));
  update_chips (self);
  ask (self);
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
