/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-drawn-texts"

#include "config.h"

#include "ty-drawn-texts.h"

/* Texts of cells that were drawn lately, ready to be drawn again. To lay out the cells in sight takes a
 * third of a frame; most of what is searched for and scrolled over says the same as before: posts, sexes,
 * dates, and the people who are found by the next letter, too. */

#define N_YOUNG 2048 /* some screens */

typedef struct
{
  char *text;
  TyTextPlace place;
  GdkRGBA color;
  guint serial;         /* of the font */
  GskRenderNode *node;  /* (nullable) where nothing is to be seen */
} DrawnText;

/* What is not asked for while as many others are goes with the old ones. */
typedef struct
{
  GHashTable *young; /* (owned) (element-type DrawnText DrawnText): a set */
  GHashTable *old;   /* (owned) (element-type DrawnText DrawnText): a set */
} DrawnTexts;

static void
drawn_text_free (gpointer data)
{
  DrawnText *self = data;

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_free (self->text);
  g_free (self);
}

static guint
drawn_text_hash (gconstpointer data)
{
  const DrawnText *self = data;

  return g_str_hash (self->text) * 31 + (guint) self->place.width;
}

static gboolean
drawn_text_equal (gconstpointer a,
                  gconstpointer b)
{
  const DrawnText *x = a, *y = b;

  return x->place.width == y->place.width && x->place.y == y->place.y
         && x->place.baseline == y->place.baseline && x->place.at_end == y->place.at_end
         && x->serial == y->serial && gdk_rgba_equal (&x->color, &y->color)
         && g_str_equal (x->text, y->text);
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (drawn_text_hash, drawn_text_equal, drawn_text_free, NULL);
}

static void
drawn_texts_free (gpointer data)
{
  DrawnTexts *self = data;

  g_hash_table_unref (self->young);
  g_hash_table_unref (self->old);
  g_free (self);
}

static DrawnTexts *
get_texts (PangoLayout *layout)
{
  static GQuark quark;
  DrawnTexts *self;

  if (quark == 0)
    quark = g_quark_from_static_string ("ty-drawn-texts");
  self = g_object_get_qdata (G_OBJECT (layout), quark);
  if (self == NULL)
    {
      self = g_new0 (DrawnTexts, 1);
      self->young = new_set ();
      self->old = new_set ();
      g_object_set_qdata_full (G_OBJECT (layout), quark, self, drawn_texts_free);
    }
  return self;
}

static void
keep (DrawnTexts *self,
      DrawnText  *text)
{
  if (g_hash_table_size (self->young) == N_YOUNG)
    {
      g_hash_table_unref (self->old);
      self->old = g_steal_pointer (&self->young);
      self->young = new_set ();
    }
  g_hash_table_add (self->young, text);
}

static DrawnText *
find (DrawnTexts      *self,
      const DrawnText *wanted)
{
  gpointer found;

  if (g_hash_table_lookup_extended (self->young, wanted, &found, NULL))
    return found;
  if (!g_hash_table_steal_extended (self->old, wanted, &found, NULL))
    return NULL;

  keep (self, found);
  return found;
}

static GskRenderNode *
draw (GtkWidget         *widget,
      PangoLayout       *layout,
      const char        *text,
      const TyTextPlace *place)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, place->width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget),
                              place->at_end ? place->width - width : 0,
                              place->y + place->baseline - PANGO_PIXELS (pango_layout_get_baseline (layout)),
                              layout);
  return gtk_snapshot_free_to_node (snapshot);
}

static DrawnText *
add (DrawnTexts      *self,
     const DrawnText *wanted,
     GtkWidget       *widget,
     PangoLayout     *layout)
{
  DrawnText *text = g_memdup2 (wanted, sizeof *wanted);

  text->text = g_strdup (wanted->text);
  text->node = draw (widget, layout, text->text, &text->place);
  keep (self, text);
  return text;
}

/**
 * ty_drawn_texts_get_line:
 * @layout: with which all cells of a view draw
 * @height: (out): of a line without an ellipsis
 * @baseline: (out): where its texts stand
 *
 * Measures a line, once for each font.
 */
void
ty_drawn_texts_get_line (PangoLayout *layout,
                         int         *height,
                         int         *baseline)
{
  static GQuark quark;
  guint serial = pango_context_get_serial (pango_layout_get_context (layout));
  guint known;

  if (quark == 0)
    quark = g_quark_from_static_string ("ty-line");
  known = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (layout), quark));
  if (known == 0 || known >> 16 != (serial & 0xffff))
    {
      pango_layout_set_width (layout, -1);
      pango_layout_set_text (layout, "村", -1);
      pango_layout_get_pixel_size (layout, NULL, height);
      *baseline = PANGO_PIXELS (pango_layout_get_baseline (layout));
      known = serial << 16 | (guint) CLAMP (*height, 1, 0xff) << 8 | (guint) CLAMP (*baseline, 0, 0xff);
      g_object_set_qdata (G_OBJECT (layout), quark, GUINT_TO_POINTER (known));
    }
  *height = (int) (known >> 8 & 0xff);
  *baseline = (int) (known & 0xff);
}

/**
 * ty_drawn_texts_snapshot:
 * @widget: a cell
 * @snapshot: where it is drawn
 * @layout: with which all cells of a view draw, which keeps what was drawn with it
 * @text: what is drawn
 * @place: where it stands
 *
 * Draws a text in the colour of a cell, with an ellipsis where it is too long.
 */
void
ty_drawn_texts_snapshot (GtkWidget         *widget,
                         GtkSnapshot       *snapshot,
                         PangoLayout       *layout,
                         const char        *text,
                         const TyTextPlace *place)
{
  DrawnText wanted = { .text = (char *) text, .place = *place };
  DrawnTexts *self;
  DrawnText *drawn;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  if (*text == '\0')
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &wanted.color);
  wanted.serial = pango_context_get_serial (pango_layout_get_context (layout));
  self = get_texts (layout);
  drawn = find (self, &wanted);
  if (drawn == NULL)
    drawn = add (self, &wanted, widget, layout);
  if (drawn->node != NULL)
    gtk_snapshot_append_node (snapshot, drawn->node);
}
