/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-writer"

#include "config.h"

#include "ty-form-writer.h"

#include <math.h>
#include <string.h>

/* The middle of a Chinese character stands this high above the base line, in ems: the square of a character
 * goes from 0.88 above it to 0.12 below. Lines are placed by it and not by what a font says of its height,
 * so that every font stands in the same place. */
#define MIDDLE 0.38

/* How much an estimate of the height may be wrong before a text is laid out to see. */
#define DOUBT 1.08

/* The size of a text that goes on on a further page anyway, in points: there is no need to make it tiny. */
#define READABLE 10

/* Behind how many bytes an entry of a résumé no longer begins with its dates. */
#define HEAD_BYTES 40

/**
 * TyFormWriter:
 *
 * Breaks texts into lines and finds the size in which they fit. It is for one thread; what it laid out for a
 * label it keeps, since that is the same on every form.
 */
struct _TyFormWriter
{
  PangoContext *context;   /* (owned) */
  TyFormFonts *fonts;      /* (owned) */
  GHashTable *labels;      /* (owned) (element-type TyFormText TyFormFitted) */
  GHashTable *missing;     /* (owned): characters that no font has */
  gboolean used[TY_N_FORM_FONTS]; /* which typefaces were needed */
  double blanks[TY_N_FORM_FONTS]; /* how wide a blank is, in ems; 0 = not yet known */
};

static void
free_fitted (gpointer data)
{
  ty_form_fitted_clear (data);
  g_free (data);
}

/**
 * ty_form_writer_new:
 * @traditional: whether the form is in traditional characters
 *
 * Returns: (transfer full): a writer for this thread
 */
TyFormWriter *
ty_form_writer_new (gboolean traditional)
{
  TyFormWriter *self = g_new0 (TyFormWriter, 1);
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Letters are as wide on every screen as on paper. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  self->context = pango_font_map_create_context (map);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string (traditional ? "zh-tw" : "zh-cn"));
  cairo_font_options_destroy (options);

  self->fonts = ty_form_fonts_new (map, traditional);
  self->labels = g_hash_table_new_full (NULL, NULL, NULL, free_fitted);
  self->missing = g_hash_table_new (NULL, NULL);
  return self;
}

void
ty_form_writer_free (TyFormWriter *self)
{
  g_hash_table_unref (self->labels);
  g_hash_table_unref (self->missing);
  ty_form_fonts_free (self->fonts);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * ty_form_writer_get_fonts:
 * @self: a writer
 *
 * Returns: (transfer none): its fonts
 */
TyFormFonts *
ty_form_writer_get_fonts (TyFormWriter *self)
{
  return self->fonts;
}

/**
 * ty_form_writer_get_used:
 * @self: a writer
 *
 * Returns: (transfer none) (array fixed-size=5): which typefaces were needed so far
 */
const gboolean *
ty_form_writer_get_used (TyFormWriter *self)
{
  return self->used;
}

static int
compare_characters (gconstpointer a,
                    gconstpointer b)
{
  guint first = GPOINTER_TO_UINT (a), second = GPOINTER_TO_UINT (b);

  return (first > second) - (first < second);
}

/**
 * ty_form_writer_dup_missing:
 * @self: a writer
 *
 * Returns: (transfer full) (nullable): the characters so far for which no font has a glyph, in their order
 */
char *
ty_form_writer_dup_missing (TyFormWriter *self)
{
  g_autoptr(GList) all = g_list_sort (g_hash_table_get_keys (self->missing), compare_characters);
  GString *text = g_string_new (NULL);

  for (GList *item = all; item != NULL; item = item->next)
    g_string_append_unichar (text, GPOINTER_TO_UINT (item->data));
  return g_string_free (text, text->len == 0);
}

void
ty_form_fitted_clear (TyFormFitted *fitted)
{
  g_clear_object (&fitted->layout);
}

/* The dates of an entry end where two blanks or a tab follow. Lines without dates hang where the texts of
 * the others do. */
static const char *
find_head_end (const char *line,
               gsize       length)
{
  for (gsize i = 0; i + 1 < MIN (length, HEAD_BYTES); i++)
    if (line[i] == '\t' || (line[i] == ' ' && line[i + 1] == ' '))
      return line + i;

  return line;
}

/* Blanks of both widths. */
static const char *
skip_blanks (const char *p,
             const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t' || *p == '\r' || g_str_has_prefix (p, "\343\200\200")))
    p += *p == '\343' ? 3 : 1;
  return p;
}

/* Takes the dates of each entry apart from its text by a tab, and leaves out empty lines at the end. */
char *
ty_form_writer_dup_hanging (const char *text)
{
  GString *hanging = g_string_new (NULL);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *end, *body;
      const char *line = g_strchomp (lines[i]);

      end = line + strlen (line);
      body = find_head_end (line, end - line);
      if (i > 0)
        g_string_append_c (hanging, '\n');
      if (end == line)
        continue;
      g_string_append_len (hanging, line, body - line);
      g_string_append_c (hanging, '\t');
      g_string_append (hanging, skip_blanks (body, end));
    }
  while (hanging->len > 0 && hanging->str[hanging->len - 1] == '\n')
    g_string_truncate (hanging, hanging->len - 1);
  return g_string_free (hanging, FALSE);
}

static double
get_pitch (const TyFormText *style,
           double            size)
{
  if (style->line > 0)
    return style->line * MIN (size / style->size, 1);

  return style->lead < 0 ? size * (1 - style->lead) : size + style->lead;
}

static void
note_missing (TyFormWriter *self,
              PangoLayout  *layout)
{
  g_autoptr(PangoLayoutIter) iter = NULL;

  if (pango_layout_get_unknown_glyphs_count (layout) == 0)
    return;

  iter = pango_layout_get_iter (layout);
  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);

      for (int i = 0; run != NULL && i < run->glyphs->num_glyphs; i++)
        {
          PangoGlyph glyph = run->glyphs->glyphs[i].glyph;

          if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 && glyph != PANGO_GLYPH_EMPTY)
            g_hash_table_add (self->missing, GUINT_TO_POINTER (glyph & ~PANGO_GLYPH_UNKNOWN_FLAG));
        }
    }
  while (pango_layout_iter_next_run (iter));
}

static PangoFontDescription *
describe (TyFormWriter     *self,
          const TyFormText *style,
          double            size)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, ty_form_fonts_get_family (self->fonts, style->font));
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (style->bold || ty_form_fonts_is_bold (self->fonts, style->font))
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  return font;
}

static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };

static PangoLayout *
lay_out (TyFormWriter     *self,
         const TyFormText *style,
         const char       *text,
         double            size,
         double            width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = describe (self, style, size);

  self->used[style->font] = TRUE;
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, alignments[style->across]);
  if (style->hang > 0)
    {
      int hang = (int) (style->hang * size * PANGO_SCALE);
      PangoTabArray *tabs = pango_tab_array_new_with_positions (1, FALSE, PANGO_TAB_LEFT, hang);

      pango_layout_set_indent (layout, -hang);
      pango_layout_set_tabs (layout, tabs);
      pango_tab_array_free (tabs);
    }
  else if (style->indent > 0)
    pango_layout_set_indent (layout, (int) (style->indent * (size + style->tracking) * PANGO_SCALE));
  if (style->tracking != 0)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes,
                              pango_attr_letter_spacing_new ((int) (style->tracking * PANGO_SCALE)));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

/* Latin letters and what is narrow count half. */
static double
count_ems (const char *text,
           const char *end)
{
  double ems = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    ems += (guchar) *p < 0x80 ? 0.55 : 1;
  return ems;
}

static double
estimate_height (const TyFormText *style,
                 const char       *text,
                 double            size,
                 double            width)
{
  double per_line = MAX (width / size - style->hang, 1);
  double lines = 0;

  for (const char *line = text; line != NULL; )
    {
      const char *end = strchr (line, '\n');
      const char *stop = end != NULL ? end : line + strlen (line);
      const char *tab = style->hang > 0 ? memchr (line, '\t', stop - line) : NULL;
      double ems = count_ems (tab != NULL ? tab + 1 : line, stop);

      lines += MAX (ceil (ems / per_line), 1);
      line = end != NULL ? end + 1 : NULL;
    }
  return lines * get_pitch (style, size);
}

/* Text that stands alone in a box never runs out of it sideways: a word that is wider is broken. */
static void
set_fitted (TyFormFitted     *fitted,
            const TyFormText *style,
            PangoLayout      *layout,
            double            size)
{
  g_set_object (&fitted->layout, layout);
  fitted->size = size;
  fitted->pitch = get_pitch (style, size);
  fitted->n_lines = pango_layout_get_line_count (layout);
  /* What is left of the pitch below the last line is no part of the text. */
  fitted->height = (fitted->n_lines - 1) * fitted->pitch + MIN (fitted->pitch, size);
}

static gboolean
try_size (TyFormWriter     *self,
          const TyFormText *style,
          const char       *text,
          double            size,
          double            width,
          double            height,
          TyFormFitted     *fitted)
{
  g_autoptr(PangoLayout) layout = lay_out (self, style, text, size, width);

  set_fitted (fitted, style, layout, size);
  return fitted->height <= height + 0.01;
}

static double
get_smaller (const TyFormText *style,
             double            size)
{
  return MAX (size - style->step, style->least);
}

/* The first size of which the estimate says that it may fit. */
static double
guess_size (const TyFormText *style,
            const char       *text,
            double            width,
            double            height)
{
  double size = style->size;

  while (size > style->least && estimate_height (style, text, size, width) > height * DOUBT + size)
    size = get_smaller (style, size);
  return size;
}

/* The estimate may have been too careful: larger sizes are tried as long as they fit. */
static void
try_larger (TyFormWriter     *self,
            const TyFormText *style,
            const char       *text,
            double            width,
            double            height,
            TyFormFitted     *fitted)
{
  while (fitted->size < style->size)
    {
      g_auto(TyFormFitted) larger = { 0 };

      if (!try_size (self, style, text, MIN (fitted->size + style->step, style->size), width, height, &larger))
        return;
      ty_form_fitted_clear (fitted);
      *fitted = larger;
      larger.layout = NULL;
    }
}

/* Two characters of a name are spread to the room of four. */
static void
spread (TyFormFitted *fitted)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes,
                          pango_attr_letter_spacing_new ((int) (fitted->size * PANGO_SCALE)));
  pango_layout_set_attributes (fitted->layout, attributes);
  pango_attr_list_unref (attributes);
  fitted->spread = TRUE;
}

/**
 * ty_form_writer_fit:
 * @self: a writer
 * @style: how it is written
 * @text: what is written
 * @width: of the box without its padding, in points
 * @height: the same
 * @fitted: (out caller-allocates): the text in the largest size in which it fits
 */
void
ty_form_writer_fit (TyFormWriter     *self,
                    const TyFormText *style,
                    const char       *text,
                    double            width,
                    double            height,
                    TyFormFitted     *fitted)
{
  double size = guess_size (style, text, width, height);
  gboolean fits;

  memset (fitted, 0, sizeof *fitted);
  fits = try_size (self, style, text, size, width, height, fitted);
  if (fits)
    try_larger (self, style, text, width, height, fitted);
  while (!fits && size > style->least)
    {
      size = get_smaller (style, size);
      fits = try_size (self, style, text, size, width, height, fitted);
    }
  fitted->overfull = !fits;
  if (!fits && style->rest != NULL)
    try_size (self, style, text, CLAMP (READABLE, style->least, style->size), width, height, fitted);
  fitted->across = style->across;
  if (style->turn && fitted->n_lines > 1)
    {
      fitted->across = TY_FORM_START;
      pango_layout_set_alignment (fitted->layout, PANGO_ALIGN_LEFT);
    }
  if (style->spread && g_utf8_strlen (text, -1) == 2 && fitted->n_lines == 1
      && fitted->size * 4 <= width)
    spread (fitted);
  note_missing (self, fitted->layout);
}

static double
get_blank (TyFormWriter     *self,
           const TyFormText *style)
{
  double *blank = &self->blanks[style->font];

  if (*blank == 0)
    {
      g_autoptr(PangoLayout) layout = lay_out (self, style, " ", 100, 1000);
      PangoRectangle extents;

      pango_layout_get_extents (layout, NULL, &extents);
      *blank = MAX (extents.width / (100.0 * PANGO_SCALE), 0.01);
    }
  return *blank;
}

/* A blank of a label is half as wide as a character, whatever the font thinks: labels of two characters are
 * spread by it to the width of three or four. */
static void
widen_blanks (TyFormWriter     *self,
              const TyFormText *style,
              TyFormFitted     *fitted)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  double more = (0.5 - get_blank (self, style)) * fitted->size;

  for (const char *p = style->label; *p != '\0'; p++)
    if (*p == ' ')
      {
        PangoAttribute *attribute = pango_attr_letter_spacing_new ((int) (more * PANGO_SCALE));

        attribute->start_index = p - style->label;
        attribute->end_index = attribute->start_index + 1;
        pango_attr_list_change (attributes, attribute);
      }
  pango_layout_set_attributes (fitted->layout, attributes);
  pango_attr_list_unref (attributes);
  fitted->n_lines = pango_layout_get_line_count (fitted->layout);
  fitted->height = (fitted->n_lines - 1) * fitted->pitch + MIN (fitted->pitch, fitted->size);
}

/**
 * ty_form_writer_fit_label:
 * @self: a writer
 * @style: a label without fields
 * @width: of its box without the padding, in points
 * @height: the same
 * @fitted: (out caller-allocates): the label
 */
void
ty_form_writer_fit_label (TyFormWriter     *self,
                          const TyFormText *style,
                          double            width,
                          double            height,
                          TyFormFitted     *fitted)
{
  TyFormFitted *kept = g_hash_table_lookup (self->labels, style);

  if (kept == NULL)
    {
      kept = g_new0 (TyFormFitted, 1);
      ty_form_writer_fit (self, style, style->label, width, height, kept);
      widen_blanks (self, style, kept);
      g_hash_table_insert (self->labels, (gpointer) style, kept);
    }
  *fitted = *kept;
  g_object_ref (fitted->layout);
}

/**
 * ty_form_writer_may_overrun:
 * @style: how it is written
 * @text: what is written
 * @width: of the box without its padding, in points
 * @height: the same
 *
 * Returns: whether it has to be laid out to see that it fits in its smallest size
 */
gboolean
ty_form_writer_may_overrun (const TyFormText *style,
                            const char       *text,
                            double            width,
                            double            height)
{
  return estimate_height (style, text, style->least, width) * DOUBT * DOUBT > height - style->least;
}

/**
 * ty_form_writer_draw:
 * @self: a writer
 * @fitted: a text
 * @cr: where to draw
 * @first: its first line that is drawn
 * @n_lines: how many of them
 * @x: where the box begins, in points
 * @y: where the first line begins
 * @width: of the box
 */
void
ty_form_writer_draw (TyFormWriter       *self,
                     const TyFormFitted *fitted,
                     cairo_t            *cr,
                     int                 first,
                     int                 n_lines,
                     double              x,
                     double              y,
                     double              width)
{
  g_autoptr(PangoLayoutIter) iter = pango_layout_get_iter (fitted->layout);
  int line = 0;

  do
    {
      PangoRectangle extents;

      if (line >= first && line < first + n_lines)
        {
          double middle = y + (line - first) * fitted->pitch + MIN (fitted->pitch, fitted->size) / 2;

          pango_layout_iter_get_line_extents (iter, NULL, &extents);
          cairo_move_to (cr, x + (double) extents.x / PANGO_SCALE, middle + MIDDLE * fitted->size);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      line++;
    }
  while (line < first + n_lines && pango_layout_iter_next_line (iter));
}
