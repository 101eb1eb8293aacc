/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-picture.h"

/* A part of a chart, for one that goes on on the next page. */

static TyChartKind
get_kind (TyChartKind kind)
{
  /* Bars of two pages do not compare, and a ranking would begin with 1 again. */
  if (kind == TY_CHART_RANKING || kind == TY_CHART_BAR_ACROSS || kind == TY_CHART_FUNNEL)
    return TY_CHART_TABLE;

  return kind;
}

static void
copy_cell (TyChart *self,
           guint    category,
           guint    series,
           TyChart *slice,
           guint    to)
{
  const char *text = ty_chart_get_value_text (self, category, series);

  if (text != NULL)
    ty_chart_set_value (slice, to, series, ty_chart_get_value (self, category, series), text);
}

static void
copy_row (TyChart *self,
          guint    category,
          TyChart *slice,
          guint    to)
{
  for (guint s = 0; s < ty_chart_get_n_series (self); s++)
    copy_cell (self, category, s, slice, to);
  copy_cell (self, category, TY_CHART_ALL, slice, to);
}

/**
 * ty_chart_slice:
 * @self: a chart
 * @first: its first category that is kept
 * @n: how many are kept
 *
 * Takes a part of a chart, with its title and its series. Totals and the note stand with the last category.
 *
 * Returns: (transfer full): the part, as a table where its marks would say something else
 */
TyChart *
ty_chart_slice (TyChart *self,
                guint    first,
                guint    n)
{
  TyChart *slice = ty_chart_new (get_kind (ty_chart_get_kind (self)), ty_chart_get_text (self, TY_CHART_TITLE));
  gboolean last = first + n >= ty_chart_get_n_categories (self);

  for (guint i = TY_CHART_SUBTITLE; i < TY_N_CHART_TEXTS; i++)
    if (i != TY_CHART_NOTE || last)
      ty_chart_set_text (slice, i, ty_chart_get_text (self, i));
  for (guint s = 0; s < ty_chart_get_n_series (self); s++)
    ty_chart_add_series (slice, ty_chart_get_series (self, s), ty_chart_get_flags (self, s));
  for (guint i = 0; i < ty_chart_get_n_steps (self); i++)
    {
      const char *label;
      double from = ty_chart_get_step (self, i, &label);

      ty_chart_add_step (slice, from, label);
    }
  for (guint i = first; i < MIN (first + n, ty_chart_get_n_categories (self)); i++)
    copy_row (self, i, slice, ty_chart_add_category (slice, ty_chart_get_category (self, i),
                                                     ty_chart_get_group (self, i)));
  if (last)
    copy_row (self, TY_CHART_ALL, slice, TY_CHART_ALL);
  return slice;
}

/**
 * ty_chart_slice_fitting:
 * @chart: a chart that has no room as a whole
 * @first: its first category that is kept
 * @context: for its texts
 * @em: the size of body text, in pixels
 * @width: in pixels
 * @height: in pixels
 * @flags: what is laid out
 *
 * Takes as many categories as have room, and one at least.
 *
 * Returns: (transfer full): the part
 */
TyChart *
ty_chart_slice_fitting (TyChart             *chart,
                        guint                first,
                        PangoContext        *context,
                        double               em,
                        double               width,
                        double               height,
                        TyChartPictureFlags  flags)
{
  guint n = ty_chart_get_n_categories (chart) - first, left;
  TyChart *slice = ty_chart_slice (chart, first, n);
  g_autoptr(TyChartPicture) picture = ty_chart_picture_new (slice, context, em, width, height, flags);

  left = ty_chart_picture_get_n_left (picture);
  if (left == 0)
    return slice;

  ty_chart_unref (slice);
  n -= MIN (left, n - 1);
  slice = ty_chart_slice (chart, first, n);
  /* Without totals and without the word of what is left there may be room for some more. */
  while (first + n + 1 < ty_chart_get_n_categories (chart))
    {
      g_autoptr(TyChart) more = ty_chart_slice (chart, first, n + 1);
      g_autoptr(TyChartPicture) larger = ty_chart_picture_new (more, context, em, width, height, flags);

      if (ty_chart_picture_get_n_left (larger) > 0)
        break;
      ty_chart_unref (slice);
      slice = ty_chart_ref (more);
      n++;
    }
  return slice;
}
