/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pair-face"

#include "config.h"

#include "ty-pair-face.h"

#include "ty-font-features.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

/* A card is one drawing: six labels of a widget each would be six thousand widgets on a board of a thousand.
 * Lines stand below each other, and one that has nothing to say takes no room. */

#define CAPTION 0.86
#define DENSE 0.93
#define BODY 1.0

#define GAP 6.0          /* pixels, between lines */
#define COLUMN_GAP 9.0   /* between the portrait and the texts beside it */
#define TAG_PADDING 6.0
#define TAG_GAP 5.0
#define DOT 9.0          /* across */
#define DOT_GAP 4.0
#define MOST_DOTS 8      /* more talks than that are told by their number alone */
#define STEP_HEIGHT 5.0
#define STEP_GAP 3.0
#define MOST_STEPS 10

typedef struct
{
  const TyPairFace *face;
  cairo_t *cr; /* (nullable): none = only measured */
  PangoLayout *layout;
  const TyTheme *theme;
  double width;
  double y;
} Pen;

/**
 * ty_pair_face_new:
 *
 * Returns: (transfer full): a card without texts
 */
TyPairFace *
ty_pair_face_new (void)
{
  return g_atomic_rc_box_new0 (TyPairFace);
}

/**
 * ty_pair_face_copy:
 * @self: a card
 *
 * Returns: (transfer full): another one that looks the same and can be changed
 */
TyPairFace *
ty_pair_face_copy (const TyPairFace *self)
{
  TyPairFace *copy = ty_pair_face_new ();

  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->age = g_strdup (self->age);
  copy->place = g_strdup (self->place);
  copy->tags = g_strdupv (self->tags);
  copy->mentor = g_strdup (self->mentor);
  copy->level = g_strdup (self->level);
  copy->fit = g_strdup (self->fit);
  copy->since = g_strdup (self->since);
  copy->goal_text = g_strdup (self->goal_text);
  copy->note = g_strdup (self->note);
  return copy;
}

/**
 * ty_pair_face_ref:
 * @self: a card
 *
 * Returns: (transfer full): the same
 */
TyPairFace *
ty_pair_face_ref (TyPairFace *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TyPairFace *self = data;

  g_free (self->name);
  g_free (self->age);
  g_free (self->place);
  g_strfreev (self->tags);
  g_free (self->mentor);
  g_free (self->level);
  g_free (self->fit);
  g_free (self->since);
  g_free (self->goal_text);
  g_free (self->note);
}

/**
 * ty_pair_face_unref:
 * @self: (transfer full): a card
 */
void
ty_pair_face_unref (TyPairFace *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static gboolean
has_same_tags (const TyPairFace *self,
               const TyPairFace *other)
{
  if (self->tags == NULL || other->tags == NULL)
    return self->tags == other->tags;

  return g_strv_equal ((const char *const *) self->tags, (const char *const *) other->tags);
}

/**
 * ty_pair_face_equal:
 * @self: a card
 * @other: another one
 *
 * Returns: whether both look the same
 */
gboolean
ty_pair_face_equal (const TyPairFace *self,
                    const TyPairFace *other)
{
  return g_strcmp0 (self->name, other->name) == 0 && g_strcmp0 (self->age, other->age) == 0
         && g_strcmp0 (self->place, other->place) == 0 && has_same_tags (self, other)
         && g_strcmp0 (self->mentor, other->mentor) == 0 && g_strcmp0 (self->level, other->level) == 0
         && g_strcmp0 (self->fit, other->fit) == 0 && self->talks == other->talks
         && self->talks_due == other->talks_due && g_strcmp0 (self->since, other->since) == 0
         && self->late == other->late && self->goals_done == other->goals_done
         && self->goals == other->goals && g_strcmp0 (self->goal_text, other->goal_text) == 0
         && g_strcmp0 (self->note, other->note) == 0 && self->warn == other->warn
         && self->locked == other->locked;
}

/* Texts. */

static void
set_text (Pen        *pen,
          const char *text,
          double      scale,
          gboolean    bold,
          double      room)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  ty_font_features_add (attributes);
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (pen->layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_ellipsize (pen->layout, room >= 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_width (pen->layout, room >= 0 ? (int) (room * PANGO_SCALE) : -1);
  pango_layout_set_text (pen->layout, text, -1);
}

static void
get_size (Pen    *pen,
          double *width,
          double *height)
{
  int pixels_wide, pixels_high;

  pango_layout_get_pixel_size (pen->layout, &pixels_wide, &pixels_high);
  if (width != NULL)
    *width = pixels_wide;
  if (height != NULL)
    *height = pixels_high;
}

typedef struct
{
  PangoFontDescription *font; /* (owned) (nullable) */
  double resolution;
  double heights[3];
} Lines;

static void
lines_free (gpointer data)
{
  Lines *lines = data;

  g_clear_pointer (&lines->font, pango_font_description_free);
  g_free (lines);
}

static GPrivate kept_lines = G_PRIVATE_INIT (lines_free);

/* How high a line of a size is, whatever stands in it. All cards of a board have one font, so that it is
 * measured once for all of them. */
static double
get_line_height (Pen    *pen,
                 double  scale)
{
  static const double scales[] = { CAPTION, DENSE, BODY };
  PangoContext *context = pango_layout_get_context (pen->layout);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double resolution = pango_cairo_context_get_resolution (context);
  Lines *lines = g_private_get (&kept_lines);

  if (lines == NULL)
    {
      lines = g_new0 (Lines, 1);
      g_private_set (&kept_lines, lines);
    }
  if (lines->font == NULL || lines->resolution != resolution || !pango_font_description_equal (lines->font, font))
    {
      g_clear_pointer (&lines->font, pango_font_description_free);
      lines->font = pango_font_description_copy (font);
      lines->resolution = resolution;
      for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
        {
          set_text (pen, "国Ág", scales[i], FALSE, -1);
          get_size (pen, NULL, &lines->heights[i]);
        }
    }
  return lines->heights[scale == CAPTION ? 0 : scale == DENSE ? 1 : 2];
}

static double
measure_text (Pen        *pen,
              const char *text,
              double      scale,
              gboolean    bold)
{
  double width;

  set_text (pen, text, scale, bold, -1);
  get_size (pen, &width, NULL);
  return width;
}

/* Writes a text in the middle of a line; returns how wide it is. */
static double
write_text (Pen         *pen,
            const char  *text,
            double       scale,
            gboolean     bold,
            TyColorName  color,
            double       x,
            double       y,
            double       line,
            double       room)
{
  double width, height;

  if (room < 1)
    return 0;

  set_text (pen, text, scale, bold, room);
  get_size (pen, &width, &height);
  ty_theme_set_source (pen->theme, pen->cr, color);
  cairo_move_to (pen->cr, x, y + (line - height) / 2);
  pango_cairo_show_layout (pen->cr, pen->layout);
  return width;
}

static double
write_at_end (Pen         *pen,
              const char  *text,
              double       scale,
              gboolean     bold,
              TyColorName  color,
              double       y,
              double       line)
{
  double width = MIN (measure_text (pen, text, scale, bold), pen->width);

  write_text (pen, text, scale, bold, color, pen->width - width, y, line, width + 1);
  return width;
}

/* Marks. */

static void
add_box (cairo_t *cr,
         double   x,
         double   y,
         double   width,
         double   height,
         double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* Two heads: who stands beside the mentor’s name. */
static void
draw_pair (Pen    *pen,
           double  x,
           double  y,
           double  line)
{
  cairo_t *cr = pen->cr;
  double middle = y + line / 2;

  ty_theme_set_source (pen->theme, cr, TY_COLOR_DIM);
  cairo_set_line_width (cr, 1.3);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + 5, middle - 3, 2.6, 0, 2 * G_PI);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + 5, middle + 6.5, 5, G_PI * 1.08, G_PI * 1.92);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + 9.6, middle - 3, 2.6, -G_PI / 2.4, G_PI / 2.4);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + 8.4, middle + 6.5, 5, G_PI * 1.62, G_PI * 1.92);
  cairo_stroke (cr);
}

static void
draw_lock (Pen    *pen,
           double  x,
           double  y)
{
  cairo_t *cr = pen->cr;

  ty_theme_set_source (pen->theme, cr, TY_COLOR_DIM);
  cairo_set_line_width (cr, 1.3);
  add_box (cr, x, y + 5, 9, 7, 1.5);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + 4.5, y + 4.5, 2.6, G_PI, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_dots (Pen    *pen,
           double  y,
           double  line)
{
  const TyPairFace *face = pen->face;
  guint n = MIN (face->talks_due, MOST_DOTS);

  for (guint i = 0; i < n; i++)
    {
      double x = i * (DOT + DOT_GAP) + DOT / 2;
      gboolean done = i < face->talks;

      cairo_new_sub_path (pen->cr);
      cairo_arc (pen->cr, x, y + line / 2, done ? DOT / 2 : DOT / 2 - 0.75, 0, 2 * G_PI);
      ty_theme_set_source (pen->theme, pen->cr, done ? TY_COLOR_SERIES_1 : TY_COLOR_DIM);
      if (done)
        {
          cairo_fill (pen->cr);
          continue;
        }
      cairo_set_line_width (pen->cr, 1.2);
      cairo_stroke (pen->cr);
    }
}

static void
draw_steps (Pen    *pen,
            double  y,
            double  line,
            double  width)
{
  const TyPairFace *face = pen->face;
  guint n = MIN (face->goals, MOST_STEPS);
  guint done = face->goals > 0 ? face->goals_done * n / face->goals : 0;
  double step = (width - (n - 1) * STEP_GAP) / n;

  for (guint i = 0; i < n; i++)
    {
      add_box (pen->cr, i * (step + STEP_GAP), y + (line - STEP_HEIGHT) / 2, step, STEP_HEIGHT, 2);
      ty_theme_set_source (pen->theme, pen->cr, i < done ? TY_COLOR_SERIES_1 : TY_COLOR_PILL);
      cairo_fill (pen->cr);
      if (i >= done && pen->theme->distinct)
        {
          add_box (pen->cr, i * (step + STEP_GAP) + 0.5, y + (line - STEP_HEIGHT) / 2 + 0.5, step - 1,
                   STEP_HEIGHT - 1, 1.5);
          ty_theme_set_source (pen->theme, pen->cr, TY_COLOR_DIM);
          cairo_set_line_width (pen->cr, 1);
          cairo_stroke (pen->cr);
        }
    }
}

/* The lines, one below the other. */

static void
put_head (Pen      *pen,
          gboolean  names)
{
  const TyPairFace *face = pen->face;
  double first = get_line_height (pen, BODY);
  double second = get_line_height (pen, CAPTION);
  double high = MAX (first + second + 2, TY_PAIR_FACE_PORTRAIT_HEIGHT);

  if (pen->cr != NULL)
    {
      double x = names ? TY_PAIR_FACE_PORTRAIT_WIDTH + COLUMN_GAP : 0;
      double y = pen->y + (high - first - second - 2) / 2;
      double room = pen->width - x;

      if (face->fit != NULL)
        room -= write_at_end (pen, face->fit, BODY, TRUE, TY_COLOR_FG, y, first) + 6;
      if (names && face->name != NULL)
        {
          double width = write_text (pen, face->name, BODY, TRUE, TY_COLOR_FG, x, y, first, room) + 5;

          /* Half an age would be a wrong one. */
          if (face->age != NULL && room - width >= measure_text (pen, face->age, CAPTION, FALSE))
            write_text (pen, face->age, CAPTION, FALSE, TY_COLOR_DIM, x + width, y, first, room - width);
        }
      else if (face->age != NULL)
        write_text (pen, face->age, BODY, TRUE, TY_COLOR_FG, x, y, first, room);
      if (face->place != NULL)
        write_text (pen, face->place, CAPTION, FALSE, TY_COLOR_DIM, x, y + first + 2, second,
                    pen->width - x);
    }
  pen->y += high;
}

/* As many tags as there is room for; the first is the one that matters most. */
static void
put_tags (Pen *pen)
{
  const TyPairFace *face = pen->face;
  double line = get_line_height (pen, CAPTION) + 2;
  double x = 0;

  if ((face->tags == NULL || face->tags[0] == NULL) && !face->locked)
    return;

  pen->y += GAP;
  if (pen->cr != NULL)
    {
      double end = pen->width - (face->locked ? 16 : 0);

      for (guint i = 0; face->tags != NULL && face->tags[i] != NULL; i++)
        {
          double width = measure_text (pen, face->tags[i], CAPTION, FALSE) + 2 * TAG_PADDING;

          if (i > 0 && x + width > end)
            break;
          width = MIN (width, end - x);
          add_box (pen->cr, x + 0.5, pen->y + 0.5, width - 1, line - 1, 4);
          ty_theme_set_source (pen->theme, pen->cr, i == 0 ? TY_COLOR_TINT : TY_COLOR_LINE2);
          cairo_set_line_width (pen->cr, 1);
          if (i == 0)
            cairo_fill (pen->cr);
          else
            cairo_stroke (pen->cr);
          write_text (pen, face->tags[i], CAPTION, FALSE, i == 0 ? TY_COLOR_ACCENT_TEXT : TY_COLOR_FG,
                      x + TAG_PADDING, pen->y, line, width - 2 * TAG_PADDING + 1);
          x += width + TAG_GAP;
        }
      if (face->locked)
        draw_lock (pen, pen->width - 10, pen->y + (line - 12) / 2);
    }
  pen->y += line;
}

static void
put_mentor (Pen      *pen,
            gboolean  names)
{
  const TyPairFace *face = pen->face;
  double line = get_line_height (pen, DENSE);

  if (face->mentor == NULL)
    return;

  pen->y += GAP;
  if (pen->cr != NULL)
    {
      double x = 20;

      draw_pair (pen, 0, pen->y, line);
      if (names)
        x += write_text (pen, face->mentor, DENSE, FALSE, TY_COLOR_FG, x, pen->y, line, pen->width - x) + 6;
      if (face->level != NULL && pen->width - x > 12)
        write_text (pen, face->level, CAPTION, FALSE, TY_COLOR_DIM, x, pen->y, line, pen->width - x);
    }
  pen->y += line;
}

static void
put_talks (Pen *pen)
{
  const TyPairFace *face = pen->face;
  double line = get_line_height (pen, CAPTION);

  if (face->talks_due == 0 && face->since == NULL)
    return;

  pen->y += GAP;
  if (pen->cr != NULL)
    {
      double x = 0;

      if (face->talks_due > 0)
        {
          g_autofree char *count = g_strdup_printf ("%u/%u", face->talks, face->talks_due);

          draw_dots (pen, pen->y, line);
          x = MIN (face->talks_due, MOST_DOTS) * (DOT + DOT_GAP) + 2;
          x += write_text (pen, count, CAPTION, FALSE, TY_COLOR_FG, x, pen->y, line, pen->width - x) + 6;
        }
      if (face->since != NULL)
        {
          double width = measure_text (pen, face->since, CAPTION, face->late);
          TyColorName color = face->late ? TY_COLOR_WARN : TY_COLOR_DIM;

          if (width <= pen->width - x)
            write_at_end (pen, face->since, CAPTION, face->late, color, pen->y, line);
          else
            write_text (pen, face->since, CAPTION, face->late, color, x, pen->y, line, pen->width - x);
        }
    }
  pen->y += line;
}

static void
put_goals (Pen *pen)
{
  const TyPairFace *face = pen->face;
  double line = get_line_height (pen, CAPTION);

  if (face->goals == 0)
    return;

  pen->y += GAP - 2;
  if (pen->cr != NULL)
    {
      double width = pen->width;

      if (face->goal_text != NULL)
        width -= write_at_end (pen, face->goal_text, CAPTION, FALSE, TY_COLOR_DIM, pen->y, line) + 8;
      if (width > 20)
        draw_steps (pen, pen->y, line, width);
    }
  pen->y += line;
}

static void
put_note (Pen *pen)
{
  const TyPairFace *face = pen->face;
  double line = get_line_height (pen, CAPTION);

  if (face->note == NULL)
    return;

  pen->y += GAP - 1;
  if (pen->cr != NULL)
    write_text (pen, face->note, CAPTION, face->warn, face->warn ? TY_COLOR_WARN : TY_COLOR_DIM, 0, pen->y,
                line, pen->width);
  pen->y += line;
}

static void
put (Pen      *pen,
     gboolean  names)
{
  put_head (pen, names);
  put_tags (pen);
  put_mentor (pen, names);
  put_talks (pen);
  put_goals (pen);
  put_note (pen);
}

/**
 * ty_pair_face_measure:
 * @self: a card
 * @layout: with the font; its text and attributes are lost
 *
 * Returns: how high the card is, in pixels, whatever its width: no line is broken
 */
int
ty_pair_face_measure (const TyPairFace *self,
                      PangoLayout      *layout)
{
  Pen pen = { .face = self, .layout = layout };

  put (&pen, TRUE);
  return (int) pen.y;
}

/**
 * ty_pair_face_draw:
 * @self: a card
 * @cr: where
 * @layout: with the font; its text and attributes are lost
 * @theme: the colours
 * @width: in pixels
 * @names: whether it says who it is; else it can be shown to everybody
 *
 * Draws the texts and marks. Room is left for a portrait at the upper left where there are names.
 */
void
ty_pair_face_draw (const TyPairFace *self,
                   cairo_t          *cr,
                   PangoLayout      *layout,
                   const TyTheme    *theme,
                   double            width,
                   gboolean          names)
{
  Pen pen = { .face = self, .cr = cr, .layout = layout, .theme = theme, .width = width };

  put (&pen, names);
}

static void
add (GString    *text,
     const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? C_("parts of a card read out", ", ") : "", part);
}

/**
 * ty_pair_face_dup_text:
 * @self: a card
 *
 * Returns: (transfer full): everything it shows, read out to those who do not see it
 */
char *
ty_pair_face_dup_text (const TyPairFace *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *mentor = NULL;
  g_autofree char *talks = NULL;

  if (self->mentor != NULL)
    /* Translators: of a card of the board: the name of the mentor */
    mentor = g_strdup_printf (_("mentor %s"), self->mentor);
  if (self->talks_due > 0)
    /* Translators: of a card of the board: talks of this month, and how many there should be */
    talks = g_strdup_printf (_("%1$u of %2$u talks this month"), self->talks, self->talks_due);
  add (text, self->name);
  add (text, self->age);
  add (text, self->place);
  for (guint i = 0; self->tags != NULL && self->tags[i] != NULL; i++)
    add (text, self->tags[i]);
  add (text, mentor);
  add (text, self->level);
  add (text, self->fit);
  add (text, talks);
  add (text, self->since);
  add (text, self->goal_text);
  add (text, self->note);
  add (text, self->locked ? _("locked") : NULL);
  return g_string_free (text, FALSE);
}
