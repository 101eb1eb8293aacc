/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-people-page"

#include "config.h"

#include "ty-people-page-private.h"

#include "ty-day-question.h"
#include "ty-office-search.h"
#include "ty-post-forms.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

/* How many people one form is for: more than a document ever names. */
#define MOST_PEOPLE 300

/* What is decided about those who are chosen. */

typedef struct
{
  TyPeoplePage *page; /* (owned) */
  TyPostMove move;
} Request;

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr(TyPeoplePage) self = request->page;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = ty_office_look_up_people_finish (TY_OFFICE (source), result, &error);
  TyPostEditor *editor;

  if (people == NULL || people->len == 0)
    {
      if (error != NULL)
        ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }

  editor = ty_post_editor_new (TY_OFFICE (source), request->move);
  for (guint i = 0; i < people->len; i++)
    {
      TyRosterRow *row = ((TyFoundPerson *) g_ptr_array_index (people, i))->row;

      ty_post_editor_add_person (editor, ty_roster_row_get_person (row),
                                 ty_roster_row_get_text (row, TY_ROSTER_TEXT_NAME));
    }
  ty_post_forms_open (TY_PAGE (self), GTK_WINDOW (editor));
}

static void
look_up (TyPage   *page,
         gpointer  data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (page);
  g_autoptr(GArray) people = ty_roster_selection_list_people (self->selection);
  Request *request = g_new0 (Request, 1);

  request->page = g_object_ref (self);
  request->move = GPOINTER_TO_INT (data);
  ty_office_look_up_people_async (ty_page_get_office (page), (const gint64 *) people->data, people->len,
                                  NULL, named_cb, request);
}

static void
change_posts_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  g_autoptr(GArray) people = ty_roster_selection_list_people (self->selection);
  TyPostMove move;

  if (people->len == 0 || ty_office_is_read_only (ty_page_get_office (TY_PAGE (self)))
      || !ty_post_move_parse (g_variant_get_string (parameter, NULL), &move))
    return;
  if (people->len > MOST_PEOPLE)
    {
      g_autofree char *most = ty_text_format_count (MOST_PEOPLE);
      g_autofree char *text = g_strdup_printf (_("A form is for up to %s people. Select fewer."), most);

      ty_page_tell (TY_PAGE (self), text);
      return;
    }

  ty_day_question_ask (TY_PAGE (self), look_up, GINT_TO_POINTER (move), NULL);
}

/**
 * ty_people_page_add_post_actions:
 * @self: a page that is made
 */
void
ty_people_page_add_post_actions (TyPeoplePage *self)
{
  static const TyPostMove moves[] = { TY_MOVE_APPOINT, TY_MOVE_REMOVE, TY_MOVE_RETIRE, TY_MOVE_RESERVE,
                                      TY_MOVE_RESERVE_END };
  static const GActionEntry entries[] = {
    { .name = "change-posts", .activate = change_posts_cb, .parameter_type = "s" },
  };
  g_autoptr(GMenuModel) menu = ty_post_forms_make_menu ("roster.change-posts", moves, G_N_ELEMENTS (moves));

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_menu_button_set_menu_model (self->posts_button, menu);
}
