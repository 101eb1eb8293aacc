/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-shots"

#include "config.h"

#include "ty-shots-private.h"

#include "ty-group-editor.h"
#include "ty-office-lists.h"
#include "ty-office-roster.h"
#include "ty-paste-window.h"

/* Pictures of what is done with many people at once. */

static void
list_made_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(TyWindow) window = TY_WINDOW (user_data);
  TyPersonListChange change;

  if (ty_office_edit_list_finish (TY_OFFICE (source), result, &change, NULL))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-list", "x", change.list);
}

static void
make_list (TyWindow   *window,
           const char *name,
           GArray     *people,
           guint       n_people)
{
  g_autoptr(TyPersonList) list = ty_person_list_new ();
  const TyPersonListEdit edit = {
    .op = TY_PERSON_LIST_ADD,
    .list = list,
    .people = (const gint64 *) (gpointer) people->data,
    .n_people = MIN (people->len, n_people),
  };

  ty_record_set_text (TY_RECORD (list), TY_PERSON_LIST_NAME, name);
  ty_record_set_text (TY_RECORD (list), TY_PERSON_LIST_NOTE, "组织部会议议定");
  ty_office_edit_list_async (ty_window_get_office (window), &edit, NULL, list_made_cb,
                             g_object_ref (window));
}

static void
for_lists_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(TyWindow) window = TY_WINDOW (user_data);
  g_autoptr(GArray) people = ty_office_list_roster_finish (TY_OFFICE (source), result, NULL);

  if (people == NULL)
    return;
  make_list (window, "年轻书记轮训班", people, 9);
  make_list (window, "换届考察对象", people, 38);
}

/* The sample has no lists of its own. */
void
ty_shots_begin_lists (Shots *shots)
{
  const TyRosterQuery query = { .who = TY_WHO_SECRETARIES };

  ty_office_list_roster_async (ty_window_get_office (shots->window), &query, NULL, for_lists_cb,
                               g_object_ref (shots->window));
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Shots *shots = user_data;
  g_autoptr(GPtrArray) rows = ty_office_load_rows_finish (TY_OFFICE (source), result, NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_string_append_printf (text, "%s\n", ty_roster_row_get_name (g_ptr_array_index (rows, i)));
  g_string_append (text, "单于无名\n无此人\n");
  ty_shots_show_dialog (shots, ty_paste_window_new (TY_OFFICE (source), NULL, text->str));
}

static void
to_paste_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GArray) people = ty_office_list_roster_finish (TY_OFFICE (source), result, NULL);

  if (people != NULL)
    ty_office_load_rows_async (TY_OFFICE (source), (const gint64 *) (gpointer) people->data,
                               MIN (people->len, 60), NULL, pasted_cb, user_data);
}

void
ty_shots_begin_paste (Shots *shots)
{
  const TyRosterQuery query = { .who = TY_WHO_MEMBERS };

  ty_office_list_roster_async (ty_window_get_office (shots->window), &query, NULL, to_paste_cb, shots);
}

static void
grouped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GArray) people = ty_office_list_roster_finish (TY_OFFICE (source), result, NULL);
  TyGroupEditor *editor;

  if (people == NULL)
    return;
  editor = ty_group_editor_new (TY_OFFICE (source), people);
  ty_group_editor_choose (editor, "add-honour");
  ty_shots_show_dialog (user_data, editor);
}

void
ty_shots_begin_group (Shots *shots)
{
  const TyRosterQuery query = { .who = TY_WHO_SECRETARIES };

  ty_office_list_roster_async (ty_window_get_office (shots->window), &query, NULL, grouped_cb, shots);
}
