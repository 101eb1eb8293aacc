/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-people-page-preview"

#include "config.h"

#include "ty-people-page-private.h"

#include "ty-language.h"
#include "ty-roster-columns.h"
#include "ty-settings.h"

#define SIDEBAR_WIDTH 208 /* pixels */
#define LISTS_WIDTH 224
#define PREVIEW_WIDTH 296
#define LEAST_POSTS 8     /* characters of the present posts that are to be seen beside the preview */
#define LEAST_LATIN 15    /* the same, in widths of a character, in English, whose words are longer */

/* The preview of the current row. It stands beside the list where the usual columns have room beside it, which
 * depends on language and size of the text; in a smaller window when somebody asks for it. */

/**
 * ty_people_page_update_preview:
 * @self: a page where another row is the current one, or whose preview comes or goes
 */
void
ty_people_page_update_preview (TyPeoplePage *self)
{
  gboolean shown = (self->wide || self->insisted)
                   && g_settings_get_boolean (ty_settings_get (), "roster-preview");
  gint64 person = ty_roster_selection_get_person (self->selection);

  gtk_widget_set_visible (self->preview_box, shown);
  if (self->preview_action != NULL)
    g_simple_action_set_state (self->preview_action, g_variant_new_boolean (shown));
  if (shown)
    ty_roster_preview_show (self->preview, ty_page_get_office (TY_PAGE (self)), person);
}

static gboolean
is_wide (TyPeoplePage *self,
         GdkSurface   *surface)
{
  guint posts = ty_language_get_current () == TY_LANGUAGE_EN ? LEAST_LATIN : LEAST_POSTS;
  int needed = ty_roster_columns_measure_usual (self->view, posts) + PREVIEW_WIDTH + SIDEBAR_WIDTH;

  if (self->of_list)
    needed += LISTS_WIDTH;
  return gdk_surface_get_width (surface) >= needed;
}

static void
width_cb (TyPeoplePage *self,
          GParamSpec   *pspec,
          GdkSurface   *surface)
{
  gboolean wide = is_wide (self, surface);

  if (self->wide == wide)
    return;
  self->wide = wide;
  self->insisted = FALSE;
  ty_people_page_update_preview (self);
}

/**
 * ty_people_page_watch_room:
 * @self: a page that is realized
 *
 * Looks from here on whether there is room for the preview.
 */
void
ty_people_page_watch_room (TyPeoplePage *self)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));

  g_signal_connect_object (surface, "notify::width", G_CALLBACK (width_cb), self, G_CONNECT_SWAPPED);
  self->wide = is_wide (self, surface);
  ty_people_page_update_preview (self);
}

/**
 * ty_people_page_unwatch_room:
 * @self: a page that is about to be unrealized
 */
void
ty_people_page_unwatch_room (TyPeoplePage *self)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));

  g_signal_handlers_disconnect_by_func (surface, width_cb, self);
}

/* It turns round what is seen, and not what was chosen while there was room. */
static void
preview_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  gboolean show = !gtk_widget_get_visible (self->preview_box);

  self->insisted = show && !self->wide;
  g_settings_set_boolean (ty_settings_get (), "roster-preview", show);
  ty_people_page_update_preview (self);
}

/**
 * ty_people_page_add_preview_action:
 * @self: a page that is made
 *
 * Adds the action that shows and hides the preview. All rosters show it, or none.
 */
void
ty_people_page_add_preview_action (TyPeoplePage *self)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new_stateful ("roster-preview", NULL,
                                                                  g_variant_new_boolean (FALSE));

  g_signal_connect_object (action, "activate", G_CALLBACK (preview_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  self->preview_action = action; /* which the map keeps as long as the page lives */
  g_signal_connect_object (ty_settings_get (), "changed::roster-preview",
                           G_CALLBACK (ty_people_page_update_preview), self, G_CONNECT_SWAPPED);
}
