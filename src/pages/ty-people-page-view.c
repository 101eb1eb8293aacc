/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-people-page"

#include "config.h"

#include "ty-people-page-private.h"

#include "ty-custom-field.h"
#include "ty-roster-columns.h"
#include "ty-settings.h"

#include <glib/gi18n-lib.h>

#define KEEP_DELAY 400   /* ms: a width that is dragged is kept once */

/* Each page has its own: roster-order, departed-order. */
static char *
make_key (TyPeoplePage *self,
          const char   *name)
{
  return g_strdup_printf ("%s-%s", ty_page_get_page_name (TY_PAGE (self)), name);
}

static gboolean
show_sort_cb (gpointer user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);

  self->sort_id = 0;
  self->installing = TRUE;
  ty_roster_columns_show_sort (self->view, ty_roster_sort_get_first (&self->sort));
  self->installing = FALSE;
  return G_SOURCE_REMOVE;
}

/* The heading shows the first key; not while a heading tells that it was clicked. */
static void
show_sort (TyPeoplePage *self)
{
  ty_roster_sort_fill_box (&self->sort, self->sort_box, self->view);
  if (self->sort_id == 0)
    self->sort_id = g_idle_add (show_sort_cb, self);
}

static void
sort_changed (TyPeoplePage *self)
{
  g_autofree char *key = make_key (self, "order");
  g_auto(GStrv) words = ty_roster_sort_to_words (&self->sort);

  g_settings_set_strv (ty_settings_get (), key, (const char * const *) words);
  show_sort (self);
  ty_people_page_ask_order (self);
}

static gboolean
is_shift_down (TyPeoplePage *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  GdkSeat *seat = gdk_display_get_default_seat (display);
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;

  return keyboard != NULL && (gdk_device_get_modifier_state (keyboard) & GDK_SHIFT_MASK) != 0;
}

static void
heading_cb (TySortKey key,
            gpointer  user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);

  if (self->installing)
    return;
  if (key.sort != TY_SORT_OFFICIAL && is_shift_down (self))
    {
      key.descending = FALSE;
      ty_roster_sort_add (&self->sort, key);
    }
  else
    ty_roster_sort_choose (&self->sort, key);
  sort_changed (self);
}

static void
add_sort_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  TySortKey key = ty_roster_sort_read_word (g_variant_get_string (parameter, NULL));

  key.descending = FALSE;
  ty_roster_sort_add (&self->sort, key);
  sort_changed (self);
}

static void
turn_sort_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);

  ty_roster_sort_turn (&self->sort, g_variant_get_uint32 (parameter));
  sort_changed (self);
}

static void
remove_sort_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);

  ty_roster_sort_remove (&self->sort, g_variant_get_uint32 (parameter));
  sort_changed (self);
}

static void
clear_sort_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);

  self->sort.n_keys = 0;
  sort_changed (self);
}

/* A column of the field of another county stays chosen for that. */
static char **
list_kept (TyPeoplePage *self,
           const char   *key)
{
  g_auto(GStrv) shown = ty_roster_columns_get_shown (self->view);
  g_auto(GStrv) known = ty_roster_columns_list (self->view);
  g_auto(GStrv) before = g_settings_get_strv (ty_settings_get (), key);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();

  g_strv_builder_addv (words, (const char **) shown);
  for (guint i = 0; before[i] != NULL; i++)
    if (ty_custom_field_key_from_word (before[i]) != 0
        && !g_strv_contains ((const char * const *) known, before[i]))
      g_strv_builder_add (words, before[i]);
  return g_strv_builder_end (words);
}

static gboolean
keep_cb (gpointer user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  g_autofree char *columns_key = make_key (self, "columns");
  g_autofree char *widths_key = make_key (self, "widths");
  g_auto(GStrv) words = list_kept (self, columns_key);

  self->keep_id = 0;
  g_settings_set_strv (ty_settings_get (), columns_key, (const char * const *) words);
  g_settings_set_value (ty_settings_get (), widths_key, ty_roster_columns_get_widths (self->view));
  return G_SOURCE_REMOVE;
}

static void
keep_later (gpointer user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);

  if (self->keep_id == 0)
    self->keep_id = g_timeout_add (KEEP_DELAY, keep_cb, self);
}

/* Columns that come and go take the order with them in the view, but not in the list. */
static void
columns_changed_cb (TyPeoplePage    *self,
                    TyColumnChooser *chooser)
{
  keep_later (self);
  show_sort (self);
}

static void
show_density (TyPeoplePage *self)
{
  g_autofree char *density = g_settings_get_string (ty_settings_get (), "roster-density");
  static const char *const classes[] = { "compact", "normal", "loose" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (g_str_equal (classes[i], density))
        gtk_widget_add_css_class (GTK_WIDGET (self->view), classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->view), classes[i]);
    }
}

/* A window of GTK 4.8 takes Shift+F10 for F10 and opens its own menu, before anybody else sees it. */
static gboolean
key_cb (TyPeoplePage    *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state,
        GtkEventControllerKey *controller)
{
  return keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0
         && gtk_widget_get_mapped (GTK_WIDGET (self)) && ty_people_page_show_menu (self);
}

static void
add_key_controller (TyPeoplePage *self)
{
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), self->keys);
}

static void
realize_cb (TyPeoplePage *self)
{
  add_key_controller (self);
  ty_people_page_watch_room (self);
}

static void
unrealize_cb (TyPeoplePage *self)
{
  ty_people_page_unwatch_room (self);
  gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), self->keys);
  self->keys = NULL;
}

/**
 * ty_people_page_add_view_actions:
 * @self: a page that is made
 */
void
ty_people_page_add_view_actions (TyPeoplePage *self)
{
  static const GActionEntry entries[] = {
    { .name = "add-sort", .activate = add_sort_cb, .parameter_type = "s" },
    { .name = "turn-sort", .activate = turn_sort_cb, .parameter_type = "u" },
    { .name = "remove-sort", .activate = remove_sort_cb, .parameter_type = "u" },
    { .name = "clear-sort", .activate = clear_sort_cb },
  };
  g_autoptr(GAction) density = g_settings_create_action (ty_settings_get (), "roster-density");

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  ty_people_page_add_preview_action (self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), density);
  g_signal_connect_object (ty_settings_get (), "changed::roster-density",
                           G_CALLBACK (show_density), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "realize", G_CALLBACK (realize_cb), NULL);
  g_signal_connect (self, "unrealize", G_CALLBACK (unrealize_cb), NULL);

  self->installing = TRUE;
  ty_roster_columns_install (self->view, heading_cb, self);
  self->installing = FALSE;
  ty_roster_columns_watch_widths (self->view, keep_later, self);
  ty_column_chooser_set_view (self->chooser, self->view);
  g_signal_connect_object (self->chooser, "changed", G_CALLBACK (columns_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_density (self);
}

/**
 * ty_people_page_restore_columns:
 * @self: a page that knows its name
 *
 * Shows the columns that were chosen, in their widths.
 */
void
ty_people_page_restore_columns (TyPeoplePage *self)
{
  g_autofree char *columns_key = make_key (self, "columns");
  g_autofree char *widths_key = make_key (self, "widths");
  g_auto(GStrv) columns = g_settings_get_strv (ty_settings_get (), columns_key);
  g_autoptr(GVariant) widths = g_settings_get_value (ty_settings_get (), widths_key);

  self->installing = TRUE;
  ty_roster_columns_set_shown (self->view, (const char * const *) columns);
  ty_roster_columns_set_widths (self->view, widths);
  self->installing = FALSE;
  show_sort (self);
}

/**
 * ty_people_page_restore_view:
 * @self: a page that knows its name
 *
 * Shows the table as it was left: columns, widths, order.
 */
void
ty_people_page_restore_view (TyPeoplePage *self)
{
  GSettings *settings = ty_settings_get ();
  g_autofree char *order_key = make_key (self, "order");
  g_auto(GStrv) order = g_settings_get_strv (settings, order_key);

  ty_people_page_restore_columns (self);
  ty_roster_sort_from_words (&self->sort, (const char * const *) order);
  show_sort (self);
}

/**
 * ty_people_page_set_order:
 * @self: a page
 * @words: (array zero-terminated=1): names of columns, as ty_roster_sort_to_words() gives them
 *
 * Sorts it so, and keeps that as the order of the page.
 */
void
ty_people_page_set_order (TyPeoplePage       *self,
                          const char * const *words)
{
  g_auto(GStrv) before = ty_roster_sort_to_words (&self->sort);

  if (g_strv_equal ((const char * const *) before, words))
    return;

  ty_roster_sort_from_words (&self->sort, words);
  sort_changed (self);
}

/**
 * ty_people_page_stop_view:
 * @self: a page that goes
 */
void
ty_people_page_stop_view (TyPeoplePage *self)
{
  if (self->keep_id != 0)
    {
      g_source_remove (self->keep_id);
      keep_cb (self);
    }
  g_clear_handle_id (&self->sort_id, g_source_remove);
}
