/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-shots"

#include "config.h"

#include "ty-shots-private.h"

#include "ty-language.h"
#include "ty-settings.h"

/* How the pictures look, and how they become files. */

static double
get_text_scale (void)
{
  const char *text = g_getenv ("TOUYAN_SHOTS_TEXT");

  return text != NULL ? CLAMP (g_ascii_strtod (text, NULL), 0.5, 3) : 1;
}

/**
 * ty_shots_prepare:
 *
 * Sets what all pictures have in common: the font of the drawings, no blinking, the colours, the name of
 * who works here.
 */
void
ty_shots_prepare (void)
{
  gboolean traditional = ty_language_get_current () == TY_LANGUAGE_ZH_TW;
  gboolean dark = g_strcmp0 (g_getenv ("TOUYAN_COLOR_SCHEME"), "dark") == 0;

  g_object_set (gtk_settings_get_default (),
                "gtk-font-name", traditional ? "Noto Sans CJK TC 10.5" : "Noto Sans CJK SC 10.5",
                "gtk-enable-animations", FALSE,
                "gtk-cursor-blink", FALSE,
                "gtk-decoration-layout", ":minimize,maximize,close",
                "gtk-xft-dpi", (int) (96 * 1024 * get_text_scale ()),
                NULL);
  /* Whoever makes the pictures is not in them, and the settings of the desk stay as they are. */
  g_settings_delay (ty_settings_get ());
  g_settings_set_string (ty_settings_get (), "user-name", "佟禾");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                           : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

/* Of a widget all that it has. */
void
ty_shots_save (GtkWidget  *widget,
               const char *dir,
               const char *name)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (dir, file, NULL);
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  int scale = gtk_widget_get_scale_factor (widget);

  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return;

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width * scale, height * scale));
  if (!gdk_texture_save_to_png (texture, path))
    g_printerr ("%s cannot be written\n", path);
}
