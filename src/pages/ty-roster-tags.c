/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-tags"

#include "config.h"

#include "ty-roster-tags.h"

#include <adwaita.h>

/* Tags in a cell of the roster are drawn and are no widgets: 205 rows are kept, and each widget in them
 * costs as much as the rest of its row. The colours are those of the style sheets. */

#define PADDING 6 /* pixels around a word */
#define GAP 4     /* pixels between tags */
#define MARGIN 5  /* pixels above and below */
#define RADIUS 4

static const struct
{
  const char *look;
  const char *ground; /* (nullable): only a ring */
  const char *text;
} looks[] = {
  { "warn", "ty_warn_tint", "ty_warn" },
  { "accent", "ty_tint", "ty_accent_text" },
  { "neutral", "ty_pill", "ty_fg" },
  { "outline", NULL, "ty_fg" },
};

static guint
find_look (TyPersonTag tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_str_equal (looks[i].look, ty_person_tag_get_look (tag)))
      return i;

  g_return_val_if_reached (0);
}

static GdkRGBA
find_color (GtkWidget  *widget,
            const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (context, name, &color))
    gtk_style_context_get_color (context, &color);
  return color;
}

static void
snapshot_ground (GtkWidget             *widget,
                 GtkSnapshot           *snapshot,
                 const graphene_rect_t *area,
                 guint                  look)
{
  GskRoundedRect shape;
  gboolean ring = looks[look].ground == NULL || adw_style_manager_get_high_contrast (
    adw_style_manager_get_for_display (gtk_widget_get_display (widget)));

  gsk_rounded_rect_init_from_rect (&shape, area, RADIUS);
  if (looks[look].ground != NULL)
    {
      GdkRGBA ground = find_color (widget, looks[look].ground);

      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, &ground, area);
      gtk_snapshot_pop (snapshot);
    }
  if (ring)
    {
      GdkRGBA line = find_color (widget, looks[look].ground == NULL ? "ty_line2" : looks[look].text);
      const GdkRGBA lines[] = { line, line, line, line };

      gtk_snapshot_append_border (snapshot, &shape, (float[]) { 1, 1, 1, 1 }, lines);
    }
}

static void
snapshot_tag (GtkWidget             *widget,
              GtkSnapshot           *snapshot,
              PangoLayout           *layout,
              const graphene_rect_t *area,
              guint                  look)
{
  GdkRGBA color = find_color (widget, looks[look].text);
  int height;

  snapshot_ground (widget, snapshot, area, look);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (area->origin.x + PADDING,
                                                area->origin.y + (int) (area->size.height - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/**
 * ty_roster_tags_snapshot:
 * @widget: a cell
 * @snapshot: where it is drawn
 * @layout: with which all cells draw
 * @tags: what is told of the person in a word
 *
 * Draws tags in their order; what has no room any more is cut, and what follows it left out.
 */
void
ty_roster_tags_snapshot (GtkWidget    *widget,
                         GtkSnapshot  *snapshot,
                         PangoLayout  *layout,
                         TyPersonTags  tags)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int line, x = 0;

  pango_layout_set_text (layout, "村", -1);
  pango_layout_get_pixel_size (layout, NULL, &line);
  line = MIN (line, height - 2 * (MARGIN - 1));
  for (guint i = 0; i < TY_N_PERSON_TAGS; i++)
    {
      graphene_rect_t area;
      int text_width;

      if ((tags & TY_PERSON_TAG_BIT (i)) == 0)
        continue;
      if (x + 4 * PADDING > width)
        break;

      pango_layout_set_text (layout, ty_person_tag_get_label (i), -1);
      pango_layout_set_width (layout, (width - x - 2 * PADDING) * PANGO_SCALE);
      pango_layout_get_pixel_size (layout, &text_width, NULL);
      graphene_rect_init (&area, x, (int) (height - line) / 2, text_width + 2 * PADDING, line);
      snapshot_tag (widget, snapshot, layout, &area, find_look (i));
      x += text_width + 2 * PADDING + GAP;
    }
}
