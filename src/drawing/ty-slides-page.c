/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-slides"

#include "config.h"

#include "ty-slides-private.h"

/* More than one chart on a slide. */

#define HEAD 76.0   /* the title of a chart */
#define GAP 56.0    /* between charts side by side */
#define ROW_GAP 20.0
#define STRETCH 1.4 /* how much higher charts get where a slide has room */

/* The room that a chart needs beside others, its title included; all of a slide where it is one for itself. */
typedef struct
{
  double width;
  double height;
} Room;

static Room
measure (TySlides *self,
         TyChart  *chart)
{
  Room room;

  ty_chart_get_minimum (chart, self->context, TY_SLIDE_EM, &room.width, &room.height);
  if (ty_chart_get_kind (chart) == TY_CHART_TEXT)
    room.height = TY_SLIDE_AREA_HEIGHT;
  if (ty_chart_get_kind (chart) != TY_CHART_FIGURE)
    room.height += HEAD;
  room.width = MIN (room.width, TY_SLIDE_AREA_WIDTH);
  return room;
}

/* From @first on: as many charts as have room side by side. */
static guint
count_row (TySlides  *self,
           GPtrArray *charts,
           guint      first,
           double    *width,
           double    *height)
{
  guint n = 0;

  *width = *height = 0;
  for (guint i = first; i < charts->len; i++)
    {
      Room room = measure (self, g_ptr_array_index (charts, i));
      double needs = room.width + (n > 0 ? GAP : 0);

      if (n > 0 && *width + needs > TY_SLIDE_AREA_WIDTH)
        break;
      *width += needs;
      *height = MAX (*height, room.height);
      n++;
    }
  return n;
}

static guint
count_page (TySlides  *self,
            GPtrArray *charts,
            guint      first,
            double    *height)
{
  guint n = 0;

  *height = 0;
  while (first + n < charts->len)
    {
      double wide, high;
      guint more = count_row (self, charts, first + n, &wide, &high);
      double needs = high + (n > 0 ? ROW_GAP : 0);

      if (n > 0 && *height + needs > TY_SLIDE_AREA_HEIGHT)
        break;
      *height += needs;
      n += more;
    }
  return n;
}

/* A row takes the whole width: what is left over is shared by all alike. */
static void
place_row (TySlides  *self,
           GPtrArray *charts,
           guint      first,
           guint      n,
           double     y,
           double     height,
           double     spare)
{
  double x = TY_SLIDE_SIDE;

  for (guint i = first; i < first + n; i++)
    {
      TyChart *chart = g_ptr_array_index (charts, i);
      double width = measure (self, chart).width + spare / n;
      TySlidePart part = { ty_chart_ref (chart),
                    ty_chart_picture_new (chart, self->context, TY_SLIDE_EM, width, height, TY_CHART_PICTURE_NORMAL),
                    self->n_sources++, 0, x, y };

      g_array_append_val (g_array_index (self->slides, TySlide, self->slides->len - 1).parts, part);
      x += width + GAP;
    }
}

static void
place_page (TySlides   *self,
            const char *title,
            GPtrArray  *charts,
            guint       first,
            guint       n,
            double      needs)
{
  double y = TY_SLIDE_AREA_TOP, stretch = MIN (TY_SLIDE_AREA_HEIGHT / needs, STRETCH);
  guint done = 0;

  ty_slides_begin (self, title, NULL);
  while (done < n)
    {
      double wide, high;
      guint in_row = count_row (self, charts, first + done, &wide, &high);

      place_row (self, charts, first + done, in_row, y, high * stretch, TY_SLIDE_AREA_WIDTH - wide);
      y += (high + ROW_GAP) * stretch;
      done += in_row;
    }
}

static gboolean
is_whole (const TySlide *slide)
{
  for (guint i = 0; i < slide->parts->len; i++)
    if (ty_chart_picture_get_n_left (g_array_index (slide->parts, TySlidePart, i).picture) > 0)
      return FALSE;

  return TRUE;
}

/**
 * ty_slides_add_page:
 * @self: slides
 * @title: of the slides that show more than one chart
 * @charts: (element-type TyChart): what is shown, in its order
 *
 * As many charts on a slide as can be read from the back row; one that needs all the room has a slide for itself, with
 * its own title. The first of them has the next number of ty_slides_locate(), and the others follow.
 */
void
ty_slides_add_page (TySlides   *self,
                    const char *title,
                    GPtrArray  *charts)
{
  guint first = 0;

  while (first < charts->len)
    {
      double height;
      guint n = count_page (self, charts, first, &height), source = self->n_sources;

      if (n > 1)
        place_page (self, title, charts, first, n, height);
      if (n > 1 && !is_whole (ty_slides_get (self, self->slides->len - 1)))
        {
          /* What was thought to have room has none. */
          g_array_set_size (self->slides, self->slides->len - 1);
          self->n_sources = source;
          n = 1;
        }
      if (n == 1)
        {
          TyChart *chart = g_ptr_array_index (charts, first);

          ty_slides_add (self, chart, ty_chart_get_text (chart, TY_CHART_NOTE));
        }
      first += n;
    }
}
