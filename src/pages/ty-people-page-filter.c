/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-people-page"

#include "config.h"

#include "ty-people-page-private.h"

#include "ty-filter-editor.h"
#include "ty-filter-manager.h"
#include "ty-filter-namer.h"

#include <glib/gi18n-lib.h>

/* The filter of conditions that is joined with the chips of a roster, and the named filters of the file. */

static const TyWho chosen_populations[] = {
  TY_WHO_IN_OFFICE, TY_WHO_SECRETARIES, TY_WHO_HEADS, TY_WHO_MEMBERS, TY_WHO_SPECIALISTS,
  TY_WHO_RESERVES, TY_WHO_MENTORS, TY_WHO_EVERYBODY,
};

/* Who can be shown, as a menu of one choice, made when it is opened. */
static void
fill_populations (GtkMenuButton *button,
                  gpointer       user_data)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (chosen_populations); i++)
    {
      g_autofree char *label = ty_who_dup_label (chosen_populations[i]);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "roster.population", "s",
                                         ty_who_to_string (chosen_populations[i]));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
show_filter (TyPeoplePage *self)
{
  g_autofree char *sentence = self->filter != NULL ? ty_filter_node_dup_text (self->filter) : NULL;
  const char *name = self->filter_stored != NULL
                       ? ty_record_get_text (TY_RECORD (self->filter_stored), TY_SAVED_FILTER_NAME) : NULL;
  /* Translators: the name of a filter and what it asks for */
  g_autofree char *named = name != NULL ? g_strdup_printf (C_("filter", "%s: %s"), name, sentence) : NULL;
  GAction *save = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "save-filter");

  gtk_widget_set_visible (self->filter_bar, self->filter != NULL);
  gtk_label_set_label (self->filter_label, named != NULL ? named : sentence != NULL ? sentence : "");
  g_simple_action_set_enabled (G_SIMPLE_ACTION (save), self->filter != NULL);
}

static void
set_filter (TyPeoplePage  *self,
            TyFilterNode  *filter,
            TySavedFilter *stored)
{
  g_clear_pointer (&self->filter, ty_filter_node_free);
  g_clear_pointer (&self->filter_population, ty_population_unref);
  self->filter = filter;
  self->filter_population = filter != NULL ? ty_filter_node_make_population (filter) : NULL;
  if (filter == NULL)
    stored = NULL;
  g_set_object (&self->filter_stored, stored);
  show_filter (self);
}

static void
applied_cb (TyPeoplePage   *self,
            TyFilterEditor *editor)
{
  TySavedFilter *stored = ty_filter_editor_get_stored (editor);
  TyFilterNode *filter = ty_filter_editor_dup_filter (editor);

  set_filter (self, filter, stored);
  ty_people_page_ask (self);
}

static void
saved_cb (TyPeoplePage *self,
          const char   *text)
{
  ty_page_tell_done (TY_PAGE (self), text);
}

static void
edit_filter_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  TyRosterQuery query;
  TyFilterEditor *editor;

  if (!ty_office_is_open (ty_page_get_office (TY_PAGE (self))))
    return;

  ty_people_page_make_query (self, &query);
  editor = ty_filter_editor_new (ty_page_get_office (TY_PAGE (self)), &query, self->filter,
                                 self->filter_stored);
  gtk_window_set_transient_for (GTK_WINDOW (editor),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (editor, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
clear_filter_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);

  set_filter (self, NULL, NULL);
  ty_people_page_ask (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->filter_button));
}

static void
named_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(TyPeoplePage) self = TY_PEOPLE_PAGE (user_data);
  g_autoptr(GError) error = NULL;

  if (ty_office_save_filter_finish (TY_OFFICE (source), result, &error))
    {
      g_autofree char *text = g_strdup_printf (_("Filter saved: %s"), self->filter_name);

      ty_page_tell_done (TY_PAGE (self), text);
    }
  else
    ty_page_tell_problem (TY_PAGE (self), error);
}

static void
named_cb (const char *name,
          gpointer    user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  g_autoptr(TySavedFilter) filter = ty_saved_filter_new ();
  g_autofree char *conditions = NULL;
  TyRosterQuery query;

  ty_people_page_make_query (self, &query);
  conditions = ty_filter_editor_dup_conditions (&query, self->filter);
  ty_record_set_text (TY_RECORD (filter), TY_SAVED_FILTER_NAME, name);
  ty_record_set_text (TY_RECORD (filter), TY_SAVED_FILTER_CONDITIONS, conditions);
  g_free (self->filter_name);
  self->filter_name = g_strdup (name);
  ty_office_save_filter_async (ty_page_get_office (TY_PAGE (self)), NULL, filter, NULL, named_saved_cb,
                               g_object_ref (self));
}

static void
save_filter_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ty_filter_namer_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (user_data))),
                       _("Save as a Named Filter"), "", named_cb, user_data);
}

static void
manage_filters_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  TyFilterManager *manager = ty_filter_manager_new (ty_page_get_office (TY_PAGE (self)));

  gtk_window_set_transient_for (GTK_WINDOW (manager),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (manager, "done", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (manager));
}

/* Made when it is opened, with the named filters that are known then. */
static void
make_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) own = g_menu_new ();
  g_autoptr(GMenu) named = g_menu_new ();
  g_autoptr(GMenu) more = g_menu_new ();

  g_menu_append (own, _("Conditions…"), "roster.edit-filter");
  g_menu_append (own, _("Save as a Named Filter…"), "roster.save-filter");
  for (guint i = 0; self->filters != NULL && i < self->filters->len; i++)
    {
      TyRecord *filter = g_ptr_array_index (self->filters, i);
      g_autoptr(GMenuItem) item = g_menu_item_new (ty_record_get_text (filter, TY_SAVED_FILTER_NAME), NULL);

      g_menu_item_set_action_and_target (item, "win.show-filter", "x",
                                         ty_record_get_integer (filter, TY_SAVED_FILTER_ID));
      g_menu_append_item (named, item);
    }
  g_menu_append (more, _("Named Filters…"), "roster.manage-filters");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (named));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) filters = ty_office_list_filters_finish (TY_OFFICE (source), result, &error);
  TyPeoplePage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || filters == NULL)
    return; /* the list tells what is wrong with the file */

  self = TY_PEOPLE_PAGE (user_data);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  self->filters = g_steal_pointer (&filters);
}

/**
 * ty_people_page_list_filters:
 * @self: a page that is refreshed
 *
 * Reads the named filters for its menu.
 */
void
ty_people_page_list_filters (TyPeoplePage *self)
{
  if (self->filtering == NULL)
    self->filtering = g_cancellable_new ();
  ty_office_list_filters_async (ty_page_get_office (TY_PAGE (self)), self->filtering, listed_cb, self);
}

/* A named filter. */

static gboolean
says_who (TyFilterNode *filter)
{
  for (guint i = 0; filter->children != NULL && i < filter->children->len; i++)
    if (says_who (g_ptr_array_index (filter->children, i)))
      return TRUE;

  return filter->field != NULL && g_str_equal (filter->field->key, "who");
}

/* Who is asked about stands in a named filter beside its conditions; a roster says it otherwise. Without
 * it these are all in office, as on the command line. */
static TyWho
take_who (TyFilterNode *filter)
{
  for (guint i = 0; filter->children != NULL && !filter->any && !filter->negated
                    && i < filter->children->len; i++)
    {
      TyFilterNode *child = g_ptr_array_index (filter->children, i);
      TyWho who;

      if (child->field == NULL || child->negated || child->values->len != 1
          || !g_str_equal (child->field->key, "who"))
        continue;
      who = ty_who_from_string (g_ptr_array_index (child->values, 0));
      if (who == TY_WHO_DEPARTED)
        continue; /* they have a page of their own */
      g_ptr_array_remove_index (filter->children, i);
      return who;
    }
  return says_who (filter) ? TY_WHO_EVERYBODY : TY_WHO_IN_OFFICE;
}

typedef struct
{
  TyPeoplePage *page;    /* (owned) */
  TySavedFilter *stored; /* (owned) */
} Applying;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Applying *applying = user_data;
  g_autoptr(TyPeoplePage) self = applying->page;
  g_autoptr(TySavedFilter) stored = applying->stored;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyFilterNode) filter = ty_office_read_filter_finish (TY_OFFICE (source), result, &error);
  TyWho who;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (filter == NULL)
    {
      ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }

  who = take_who (filter);
  if (ty_filter_node_is_empty (filter))
    g_clear_pointer (&filter, ty_filter_node_free);
  set_filter (self, g_steal_pointer (&filter), stored);
  ty_people_page_show (self, who, TY_CONDITION_NONE);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Applying *applying = user_data;
  g_autoptr(TyPeoplePage) self = applying->page;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) filters = ty_office_list_filters_finish (TY_OFFICE (source), result, &error);

  if (filters == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }
  for (guint i = 0; i < filters->len; i++)
    {
      TyRecord *filter = g_ptr_array_index (filters, i);
      Applying *next;

      if (ty_record_get_integer (filter, TY_SAVED_FILTER_ID) != self->filter_id)
        continue;
      next = g_new0 (Applying, 1);
      next->page = g_object_ref (self);
      next->stored = g_object_ref (TY_SAVED_FILTER (filter));
      ty_office_read_filter_async (TY_OFFICE (source),
                                   ty_record_get_text (filter, TY_SAVED_FILTER_CONDITIONS),
                                   self->filtering, read_cb, next);
      return;
    }
}

/**
 * ty_people_page_show_filter:
 * @self: the roster
 * @id: key of a named filter
 *
 * Shows whom the filter asks for, and nothing else; what is wrong with it is told.
 */
void
ty_people_page_show_filter (TyPeoplePage *self,
                            gint64        id)
{
  Applying *applying;

  g_return_if_fail (TY_IS_PEOPLE_PAGE (self));

  if (!ty_office_is_open (ty_page_get_office (TY_PAGE (self))))
    return;

  if (self->filtering == NULL)
    self->filtering = g_cancellable_new ();
  self->filter_id = id;
  applying = g_new0 (Applying, 1);
  applying->page = g_object_ref (self);
  ty_office_list_filters_async (ty_page_get_office (TY_PAGE (self)), self->filtering, found_cb, applying);
}

/**
 * ty_people_page_show_population:
 * @self: the roster, which shows who is asked about
 * @conditions: a population in JSON, who of them are shown
 *
 * Narrows it as ty_people_page_restore_filter() does, and asks.
 */
void
ty_people_page_show_population (TyPeoplePage *self,
                                const char   *conditions)
{
  g_return_if_fail (TY_IS_PEOPLE_PAGE (self));

  ty_people_page_restore_filter (self, conditions);
  ty_people_page_ask (self);
}

/* What back and forward keep. */

/**
 * ty_people_page_save_filter:
 * @self: a page
 *
 * Returns: (transfer full): the filter as it is kept; empty for none
 */
char *
ty_people_page_save_filter (TyPeoplePage *self)
{
  return self->filter_population != NULL ? ty_population_to_json (self->filter_population)
                                         : g_strdup ("");
}

static void
labelled_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TyPeoplePage) self = TY_PEOPLE_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyFilterNode) filter = ty_office_read_filter_finish (TY_OFFICE (source), result, &error);
  g_autoptr(TyPopulation) population = filter != NULL ? ty_filter_node_make_population (filter) : NULL;

  /* Only its names were not known. */
  if (population == NULL || self->filter_population == NULL
      || !ty_population_equal (population, self->filter_population))
    return;

  g_clear_pointer (&self->filter, ty_filter_node_free);
  self->filter = g_steal_pointer (&filter);
  show_filter (self);
}

/**
 * ty_people_page_restore_filter:
 * @self: a page
 * @conditions: what ty_people_page_save_filter() had returned
 */
void
ty_people_page_restore_filter (TyPeoplePage *self,
                               const char   *conditions)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));
  g_autoptr(TyPopulation) population = *conditions != '\0' ? ty_population_from_json (conditions, NULL)
                                                          : NULL;

  set_filter (self, population != NULL ? ty_filter_node_new_for (population) : NULL, NULL);
  if (population == NULL || office == NULL || !ty_office_is_open (office))
    return;

  /* It is asked for as it was, joined in whatever way. */
  g_clear_pointer (&self->filter_population, ty_population_unref);
  self->filter_population = ty_filter_node_make_population (self->filter);
  ty_office_read_filter_async (office, conditions, self->filtering, labelled_cb, g_object_ref (self));
}

/**
 * ty_people_page_describe_filter:
 * @self: a page
 * @lines: (element-type utf8): gets the sentence of the filter, if there is one
 */
void
ty_people_page_describe_filter (TyPeoplePage *self,
                                GPtrArray    *lines)
{
  if (self->filter != NULL)
    g_ptr_array_add (lines, ty_filter_node_dup_text (self->filter));
}

/**
 * ty_people_page_drop_filter:
 * @self: a page
 *
 * Takes the filter away without asking anew.
 */
void
ty_people_page_drop_filter (TyPeoplePage *self)
{
  set_filter (self, NULL, NULL);
}

/**
 * ty_people_page_add_filter_actions:
 * @self: a page that is made
 */
void
ty_people_page_add_filter_actions (TyPeoplePage *self)
{
  static const GActionEntry entries[] = {
    { .name = "edit-filter", .activate = edit_filter_cb },
    { .name = "clear-filter", .activate = clear_filter_cb },
    { .name = "save-filter", .activate = save_filter_cb },
    { .name = "manage-filters", .activate = manage_filters_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_menu_button_set_create_popup_func (self->population_button, fill_populations, NULL, NULL);
  gtk_menu_button_set_create_popup_func (self->filter_button, make_menu, self, NULL);
  show_filter (self);
}

/**
 * ty_people_page_stop_filter:
 * @self: a page that goes
 */
void
ty_people_page_stop_filter (TyPeoplePage *self)
{
  if (self->filtering != NULL)
    g_cancellable_cancel (self->filtering);
  g_clear_object (&self->filtering);
  g_clear_pointer (&self->filter, ty_filter_node_free);
  g_clear_pointer (&self->filter_population, ty_population_unref);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  g_clear_object (&self->filter_stored);
  g_clear_pointer (&self->filter_name, g_free);
}
