/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-word-text"

#include "config.h"

#include "ty-form-word-private.h"

#include <math.h>
#include <string.h>

/* Paragraphs of a document for word processors (ECMA-376-1, WordprocessingML). Each run names its fonts: what a
 * theme or a style says of them, word processors read differently. */

#define EMU_OF_TWIP 635

static const char *const alignments[] = { "left", "center", "right" };

/* What XML does not allow is left out. */
void
ty_word_append_text (GString    *xml,
                     const char *text,
                     gsize       length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *next = g_utf8_next_char (text);
      gunichar c = g_utf8_get_char (text);

      if (c == '&')
        g_string_append (xml, "&amp;");
      else if (c == '<')
        g_string_append (xml, "&lt;");
      else if (c == '>')
        g_string_append (xml, "&gt;");
      else if (c >= 0x20 && (c & 0xFFFE) != 0xFFFE)
        g_string_append_len (xml, text, next - text);
      text = next;
    }
}

static int
to_twips (double points)
{
  return (int) lround (points * TY_WORD_POINT);
}

typedef struct
{
  const char *font;
  int half_points;
  gboolean bold;
  int tracking;  /* twips behind each character */
} Type;

static void
append_properties (GString    *xml,
                   const Type *type,
                   int         tracking)
{
  g_string_append_printf (xml, "<w:rPr><w:rFonts w:hint=\"eastAsia\" w:ascii=\"%s\" w:hAnsi=\"%s\" w:eastAsia=\"%s\" "
                               "w:cs=\"%s\"/>", type->font, type->font, type->font, type->font);
  if (type->bold)
    g_string_append (xml, "<w:b/>");
  if (tracking != 0)
    g_string_append_printf (xml, "<w:spacing w:val=\"%d\"/>", tracking);
  g_string_append_printf (xml, "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/></w:rPr>", type->half_points,
                          type->half_points);
}

static void
append_run (GString    *xml,
            const Type *type,
            int         tracking,
            const char *text,
            gsize       length)
{
  const char *end = text + length;

  if (length == 0)
    return;
  g_string_append (xml, "<w:r>");
  append_properties (xml, type, tracking);
  while (text < end)
    {
      const char *stop = text;

      while (stop < end && *stop != '\n' && *stop != '\t')
        stop++;
      if (stop > text)
        {
          g_string_append (xml, "<w:t xml:space=\"preserve\">");
          ty_word_append_text (xml, text, stop - text);
          g_string_append (xml, "</w:t>");
        }
      if (stop < end)
        g_string_append (xml, *stop == '\n' ? "<w:br/>" : "<w:tab/>");
      text = stop + 1;
    }
  g_string_append (xml, "</w:r>");
}

typedef struct
{
  int before, after; /* twips */
  int line;
  int left, right;
  int hanging;       /* negative = the first line begins further right */
  TyFormAlign across;
} Shape;

static void
begin_paragraph (GString     *xml,
                 const Shape *shape)
{
  g_string_append_printf (xml, "<w:p><w:pPr><w:spacing w:before=\"%d\" w:after=\"%d\" w:line=\"%d\" "
                               "w:lineRule=\"exact\"/>", shape->before, shape->after, shape->line);
  if (shape->left != 0 || shape->right != 0 || shape->hanging != 0)
    {
      g_string_append_printf (xml, "<w:ind w:left=\"%d\" w:right=\"%d\"", shape->left, shape->right);
      if (shape->hanging > 0)
        g_string_append_printf (xml, " w:hanging=\"%d\"", shape->hanging);
      else if (shape->hanging < 0)
        g_string_append_printf (xml, " w:firstLine=\"%d\"", -shape->hanging);
      g_string_append (xml, "/>");
    }
  g_string_append_printf (xml, "<w:jc w:val=\"%s\"/></w:pPr>", alignments[shape->across]);
}

/* The blank between two characters that are spread stands behind the first one. */
static void
append_words (GString          *xml,
              const TyFormLaid *laid,
              const Type       *type,
              const char       *text,
              gsize             length)
{
  gsize first = laid->fitted->spread ? (gsize) (g_utf8_next_char (text) - text) : 0;

  if (first > 0)
    append_run (xml, type, to_twips (laid->fitted->size), text, first);
  append_run (xml, type, type->tracking, text + first, length - first);
}

/* The text of the lines that stand here. */
static const char *
get_lines (const TyFormLaid *laid,
           gsize            *length,
           gboolean         *goes_on)
{
  PangoLayout *layout = laid->fitted->layout;
  PangoLayoutLine *first = pango_layout_get_line_readonly (layout, laid->first);
  PangoLayoutLine *last = pango_layout_get_line_readonly (layout, laid->first + laid->n_lines - 1);
  const char *text = pango_layout_get_text (layout);

  if (first == NULL || last == NULL)
    {
      *length = 0;
      *goes_on = FALSE;
      return text;
    }
  *goes_on = !first->is_paragraph_start;
  *length = (gsize) (last->start_index + last->length - first->start_index);
  return text + first->start_index;
}

/* Each entry of a résumé is a paragraph, so that another one can be written between two. */
static void
append_entries (TyWordCell       *cell,
                const TyFormLaid *laid,
                const Type       *type,
                Shape            *shape)
{
  int after = shape->after;
  gsize length;
  gboolean goes_on;
  const char *text = get_lines (laid, &length, &goes_on);
  const char *end = text + length;

  shape->left += to_twips (laid->style->hang * laid->fitted->size);
  while (TRUE)
    {
      const char *stop = memchr (text, '\n', (gsize) (end - text));

      shape->hanging = goes_on ? 0 : to_twips (laid->style->hang * laid->fitted->size);
      shape->after = stop == NULL ? after : 0;
      begin_paragraph (cell->paragraphs, shape);
      append_run (cell->paragraphs, type, 0, text, (gsize) ((stop != NULL ? stop : end) - text));
      g_string_append (cell->paragraphs, "</w:p>");
      if (stop == NULL)
        break;
      text = stop + 1;
      shape->before = 0;
      goes_on = FALSE;
    }
}

/* Whether lines end where the text does not say so. */
static gboolean
is_broken (const TyFormLaid *laid)
{
  int n_lines = 1;

  for (const char *p = pango_layout_get_text (laid->fitted->layout); *p != '\0'; p++)
    n_lines += *p == '\n';
  return n_lines != laid->fitted->n_lines;
}

/* Lines stand as far apart as on paper, but closer where the last one would not be whole: a line is as high as
 * its pitch in a document. Where lines are broken, one more may come of other letters. */
static int
find_pitch (const TyFormLaid *laid,
            int               room)
{
  int pitch = to_twips (laid->fitted->pitch), n_lines = laid->n_lines + is_broken (laid);

  return n_lines * pitch > room ? MIN (pitch, MAX (room / n_lines, to_twips (laid->fitted->size))) : pitch;
}

/* A text that needs no line break gets none where letters are a little wider, as those of a font that stands in
 * for a missing one: a line more would be cut by the height of the row. */
static void
allow_width (const TyFormLaid *laid,
             Shape            *shape)
{
  int more = to_twips (laid->fitted->size);

  if (is_broken (laid) || laid->style->hang > 0)
    return;

  shape->left -= shape->across == TY_FORM_START ? 0 : shape->across == TY_FORM_MIDDLE ? more / 2 : more;
  shape->right -= shape->across == TY_FORM_END ? 0 : shape->across == TY_FORM_MIDDLE ? more / 2 : more;
}

static Shape
find_shape (TyWordCell       *cell,
            const TyFormLaid *laid)
{
  const TyFormText *style = laid->style;
  int height = cell->y1 - cell->y0;
  int top = to_twips (laid->y) - cell->y0;
  Shape shape = {
    .left = MAX (to_twips (laid->x) - cell->x0, 0),
    .right = MAX (cell->x1 - to_twips (laid->x + laid->width), 0),
    .across = laid->fitted->across,
  };

  if (laid->alone)
    {
      shape.before = (int) lround (style->pad[TY_FORM_TOP] * TY_WORD_MM);
      shape.after = (int) lround (style->pad[TY_FORM_BOTTOM] * TY_WORD_MM);
      shape.line = find_pitch (laid, height - shape.before - shape.after);
      /* What is too high loses its padding before it loses a line. */
      if (laid->n_lines * shape.line + shape.before + shape.after > height)
        {
          shape.before = MAX (MIN (shape.before, height - laid->n_lines * shape.line), 0);
          shape.after = 0;
        }
      cell->down = style->down;
    }
  else
    {
      shape.before = MAX (top - cell->used, 0);
      shape.line = find_pitch (laid, height - cell->used - shape.before);
      cell->down = TY_FORM_START;
    }
  allow_width (laid, &shape);
  cell->used += shape.before + laid->n_lines * shape.line;
  return shape;
}

void
ty_word_cell_add_text (TyWordCell       *cell,
                       TyFormFonts      *fonts,
                       const TyFormLaid *laid)
{
  const TyFormText *style = laid->style;
  const Type type = {
    ty_form_fonts_get_name (fonts, style->font),
    (int) floor (laid->fitted->size * 2 + 0.01),
    style->bold,
    0,
  };
  Shape shape;
  gsize length;
  gboolean goes_on;
  const char *text;

  if (laid->n_lines <= 0)
    return;
  shape = find_shape (cell, laid);
  if (style->hang > 0)
    {
      append_entries (cell, laid, &type, &shape);
      return;
    }
  text = get_lines (laid, &length, &goes_on);
  begin_paragraph (cell->paragraphs, &shape);
  append_words (cell->paragraphs, laid, &type, text, length);
  g_string_append (cell->paragraphs, "</w:p>");
}

/* A paragraph of a running text, which the word processor sets itself. */
void
ty_word_append_run (GString         *xml,
                    TyFormFonts     *fonts,
                    const TyFormRun *run)
{
  const TyFormText *style = run->block->text;
  const Type type = {
    ty_form_fonts_get_name (fonts, style->font),
    (int) floor (style->size * 2 + 0.01),
    style->bold,
    (int) floor (style->tracking * TY_WORD_POINT),
  };
  const Shape shape = {
    .line = (int) floor (style->line * TY_WORD_POINT),
    .right = to_twips (run->block->end * style->size),
    .hanging = -to_twips (style->indent * (style->size + style->tracking)),
    .across = style->across,
  };
  const char *text = pango_layout_get_text (run->fitted.layout);

  for (guint i = 0; i < run->block->before; i++)
    {
      begin_paragraph (xml, &shape);
      g_string_append (xml, "</w:p>");
    }
  for (const char *end; text != NULL; text = *end != '\0' ? end + 1 : NULL)
    {
      end = text + strcspn (text, "\n");
      begin_paragraph (xml, &shape);
      append_run (xml, &type, type.tracking, text, (gsize) (end - text));
      g_string_append (xml, "</w:p>");
    }
}

/* The word processor counts the pages. */
static void
append_page_number (GString    *xml,
                    const Type *type)
{
  g_string_append (xml, "<w:fldSimple w:instr=\" PAGE \">");
  append_run (xml, type, 0, "1", 1);
  g_string_append (xml, "</w:fldSimple>");
}

/* What stands below a running text on each page, as a part of the document. */
char *
ty_word_dup_footer (TyForm           *form,
                    const TyFormPage *page,
                    const TyFormBox  *box)
{
  const TyFormText *style = g_ptr_array_index (box->texts, 0);
  const TyFormRunning *running = page->running;
  const Type type = {
    ty_form_fonts_get_name (ty_form_writer_get_fonts (form->writer), style->font),
    (int) floor (style->size * 2 + 0.01),
    style->bold,
    0,
  };
  const Shape shape = {
    .line = to_twips (box->height * TY_FORM_POINTS),
    .left = to_twips ((box->x - running->x) * TY_FORM_POINTS),
    .right = to_twips ((running->x + running->width - box->x - box->width) * TY_FORM_POINTS),
    .across = style->across,
  };
  g_auto(GStrv) parts = g_strsplit (style->label, "{page}", -1);
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:ftr xmlns:w="
                               "\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");

  begin_paragraph (xml, &shape);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *said = ty_form_dup_label (form, form->values, parts[i], 0);

      if (i > 0)
        append_page_number (xml, &type);
      append_run (xml, &type, 0, said, strlen (said));
    }
  g_string_append (xml, "</w:p></w:ftr>");
  return g_string_free (xml, FALSE);
}

/* A line of an exact height would cut a picture: it is as high as the picture. */
void
ty_word_cell_add_photo (TyWordCell *cell,
                        guint       relation,
                        guint       number,
                        double      width,
                        double      height)
{
  long cx = lround (width * 36000), cy = lround (height * 36000);

  cell->down = TY_FORM_MIDDLE;
  g_string_append_printf (cell->paragraphs,
                          "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>"
                          "<w:jc w:val=\"center\"/></w:pPr><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" "
                          "distL=\"0\" distR=\"0\"><wp:extent cx=\"%ld\" cy=\"%ld\"/><wp:docPr id=\"%u\" "
                          "name=\"照片%u\"/><a:graphic><a:graphicData "
                          "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
                          "<pic:cNvPr id=\"%u\" name=\"照片%u\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
                          "<a:blip r:embed=\"rId%u\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
                          "<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%ld\" cy=\"%ld\"/></a:xfrm>"
                          "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
                          "</a:graphic></wp:inline></w:drawing></w:r></w:p>",
                          cx, cy, number, number, number, number, relation, cx, cy);
}

/* Cells can have their text lying, but not upside down: that can only be a shape. */
void
ty_word_cell_turn (TyWordCell *cell,
                   guint       number)
{
  g_autofree char *inner = g_strdup (cell->paragraphs->str);
  int cx = (cell->x1 - cell->x0 - 40) * EMU_OF_TWIP, cy = (cell->y1 - cell->y0 - 40) * EMU_OF_TWIP;

  g_string_printf (cell->paragraphs,
                   "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>"
                   "<w:jc w:val=\"center\"/></w:pPr><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
                   "<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"%d\" cy=\"%d\"/>"
                   "<wp:docPr id=\"%u\" name=\"文字%u\"/><a:graphic><a:graphicData "
                   "uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp>"
                   "<wps:cNvSpPr txBox=\"1\"/><wps:spPr><a:xfrm rot=\"10800000\"><a:off x=\"0\" y=\"0\"/>"
                   "<a:ext cx=\"%d\" cy=\"%d\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
                   "<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>%s</w:txbxContent>"
                   "</wps:txbx><wps:bodyPr rot=\"0\" wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" "
                   "anchor=\"ctr\"/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
                   "</mc:AlternateContent></w:r></w:p>", cx, cy, number, number, cx, cy, inner);
  cell->down = TY_FORM_MIDDLE;
}
