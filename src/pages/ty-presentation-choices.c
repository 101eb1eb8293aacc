/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-presentation"

#include "config.h"

#include "ty-presentation-choices.h"

#include "ty-settings.h"
#include "ty-widget-theme.h"

#include <glib/gi18n-lib.h>

/* What is chosen once for all presentations: on which screen they are, what a slide shows, and its look. The menu beside
 * the button of a presentation has it. */

#define SCREEN "presentation-screen"
#define SLIDES "presentation-slides"
#define LOOK "presentation-look"

static GdkMonitor *
find_connector (GListModel *monitors,
                const char *connector)
{
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (g_strcmp0 (gdk_monitor_get_connector (monitor), connector) == 0)
        return g_steal_pointer (&monitor);
    }
  return NULL;
}

static GdkMonitor *
find_but (GListModel *monitors,
          GdkMonitor *but)
{
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != but)
        return g_steal_pointer (&monitor);
    }
  return NULL;
}

/**
 * ty_presentation_choices_find_own:
 * @window: the window from which a presentation is started
 *
 * Returns: (transfer full) (nullable): the screen on which the speaker works, as far as it is known
 */
GdkMonitor *
ty_presentation_choices_find_own (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));
  GdkMonitor *monitor = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;

  return monitor != NULL ? g_object_ref (monitor) : NULL;
}

/**
 * ty_presentation_choices_find_monitor:
 * @display: a display
 * @own: (nullable): the screen on which the speaker works
 *
 * Returns: (transfer full) (nullable): the screen for the slides: the chosen one while it is there, else one on which the
 *   speaker does not work, else the only one
 */
GdkMonitor *
ty_presentation_choices_find_monitor (GdkDisplay *display,
                                      GdkMonitor *own)
{
  GListModel *monitors = gdk_display_get_monitors (display);
  g_autofree char *chosen = g_settings_get_string (ty_settings_get (), SCREEN);
  GdkMonitor *found = *chosen != '\0' ? find_connector (monitors, chosen) : NULL;

  if (found == NULL)
    found = find_but (monitors, own);
  if (found == NULL && own != NULL)
    found = g_object_ref (own);
  return found;
}

/**
 * ty_presentation_choices_find_other:
 * @display: a display
 * @monitor: (nullable): the screen of the slides
 * @own: (nullable): the screen on which the speaker works
 *
 * Returns: (transfer full) (nullable): a screen for the speaker; %NULL where there is but one
 */
GdkMonitor *
ty_presentation_choices_find_other (GdkDisplay *display,
                                    GdkMonitor *monitor,
                                    GdkMonitor *own)
{
  return own != NULL && own != monitor ? g_object_ref (own) : find_but (gdk_display_get_monitors (display), monitor);
}

/**
 * ty_presentation_choices_get_pages:
 *
 * Returns: whether a slide shows as many cards as can be read, instead of one
 */
gboolean
ty_presentation_choices_get_pages (void)
{
  g_autofree char *slides = g_settings_get_string (ty_settings_get (), SLIDES);

  return g_str_equal (slides, "pages");
}

/**
 * ty_presentation_choices_read_theme:
 * @widget: what shows the slides
 * @theme: (out caller-allocates): their look
 *
 * Rooms are lit, so that slides are light whatever the window is, unless something else was chosen.
 */
void
ty_presentation_choices_read_theme (GtkWidget *widget,
                                    TyTheme   *theme)
{
  g_autofree char *look = g_settings_get_string (ty_settings_get (), LOOK);

  if (g_str_equal (look, "window"))
    ty_widget_theme_read (widget, theme);
  else if (g_str_equal (look, "dark"))
    ty_theme_init_dark (theme);
  else
    ty_theme_init_paper (theme);
}

/**
 * ty_presentation_choices_toggle_dark:
 * @widget: what shows the slides
 *
 * Makes dark slides light, and light ones dark, from now on.
 */
void
ty_presentation_choices_toggle_dark (GtkWidget *widget)
{
  TyTheme theme;

  ty_presentation_choices_read_theme (widget, &theme);
  g_settings_set_string (ty_settings_get (), LOOK,
                         theme.colors[TY_COLOR_CARD].green < theme.colors[TY_COLOR_FG].green ? "light" : "dark");
}

static void
append (GMenu      *menu,
        const char *label,
        const char *key,
        const char *value)
{
  g_autofree char *action = g_strconcat ("presentation.", key, NULL);
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", value);
  g_menu_append_item (menu, item);
}

static void
append_monitors (GMenu      *menu,
                 GListModel *monitors)
{
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      const char *connector = gdk_monitor_get_connector (monitor);
      g_autofree char *label = NULL;
      GdkRectangle area;

      if (connector == NULL)
        continue;
      gdk_monitor_get_geometry (monitor, &area);
      label = g_strdup_printf ("%s　%d × %d", connector, area.width, area.height);
      append (menu, label, SCREEN, connector);
    }
}

static void
fill (AdwSplitButton *button)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (button)));
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) slides = g_menu_new ();
  g_autoptr(GMenu) look = g_menu_new ();
  g_autoptr(GMenu) screens = g_menu_new ();

  append (slides, _("One card"), SLIDES, "cards");
  append (slides, _("As many cards as can be read"), SLIDES, "pages");
  append (look, C_("look of slides", "Light"), LOOK, "light");
  append (look, C_("look of slides", "Dark"), LOOK, "dark");
  append (look, _("As the window is"), LOOK, "window");
  append (screens, _("Another one than this, if there is one"), SCREEN, "");
  append_monitors (screens, monitors);
  g_menu_append_section (menu, _("On a slide"), G_MENU_MODEL (slides));
  g_menu_append_section (menu, _("Look of the slides"), G_MENU_MODEL (look));
  g_menu_append_section (menu, _("Screen of the slides"), G_MENU_MODEL (screens));
  adw_split_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/**
 * ty_presentation_choices_attach:
 * @button: starts a presentation
 *
 * Gives it a menu with what is chosen of presentations.
 */
void
ty_presentation_choices_attach (AdwSplitButton *button)
{
  static const char *const keys[] = { SCREEN, SLIDES, LOOK };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (button)));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr(GAction) action = g_settings_create_action (ty_settings_get (), keys[i]);

      g_action_map_add_action (G_ACTION_MAP (group), action);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (button), "presentation", G_ACTION_GROUP (group));
  g_signal_connect_object (monitors, "items-changed", G_CALLBACK (fill), button, G_CONNECT_SWAPPED);
  fill (button);
}
