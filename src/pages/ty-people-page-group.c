/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-people-page-group"

#include "config.h"

#include "ty-people-page-private.h"

#include "ty-day-question.h"
#include "ty-group-editor.h"
#include "ty-list-picker.h"

/* What is done with all who are chosen: they are put on a named list, or the same is changed of each. */

static gboolean
can_write (TyPeoplePage *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));

  return office != NULL && ty_office_is_open (office) && !ty_office_is_read_only (office);
}

static void
present (TyPeoplePage *self,
         GtkWindow    *window)
{
  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (window);
}

static void
put_cb (TyPeoplePage *self,
        const char   *text,
        gboolean      done,
        TyListPicker *picker)
{
  if (done)
    ty_page_tell_done (TY_PAGE (self), text);
  else
    ty_page_tell (TY_PAGE (self), text);
}

static void
put_on_list_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  g_autoptr(GArray) people = ty_roster_selection_list_people (self->selection);
  TyListPicker *picker;

  if (people->len == 0)
    return;

  picker = ty_list_picker_new (ty_page_get_office (TY_PAGE (self)), people);
  g_signal_connect_object (picker, "saved", G_CALLBACK (put_cb), self, G_CONNECT_SWAPPED);
  present (self, GTK_WINDOW (picker));
}

static void
saved_cb (TyPeoplePage  *self,
          const char    *text,
          TyGroupEditor *editor)
{
  ty_page_tell_done (TY_PAGE (self), text);
}

static void
open_editor (TyPage   *page,
             gpointer  data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (page);
  g_autoptr(GArray) people = ty_roster_selection_list_people (self->selection);
  TyGroupEditor *editor;

  if (people->len == 0)
    return;

  editor = ty_group_editor_new (ty_page_get_office (TY_PAGE (self)), people);
  g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  present (self, GTK_WINDOW (editor));
}

static void
edit_group_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ty_day_question_ask (TY_PAGE (user_data), open_editor, NULL, NULL);
}

/**
 * ty_people_page_update_group:
 * @self: a page on which others are chosen, or where the file changed
 */
void
ty_people_page_update_group (TyPeoplePage *self)
{
  static const char *const names[] = { "put-on-list", "edit-group" };
  gboolean enabled = ty_roster_selection_get_n (self->selection) > 0 && can_write (self);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                                              names[i])), enabled);
}

/**
 * ty_people_page_add_group_actions:
 * @self: a page that is made
 */
void
ty_people_page_add_group_actions (TyPeoplePage *self)
{
  static const GActionEntry entries[] = {
    { .name = "put-on-list", .activate = put_on_list_cb },
    { .name = "edit-group", .activate = edit_group_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}
