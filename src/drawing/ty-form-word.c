/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-word"

#include "config.h"

#include "ty-form-word.h"

#include "ty-form-private.h"
#include "ty-form-word-private.h"
#include "ty-image-header.h"
#include "ty-photo.h"

#include <math.h>

/* The room of a page below the last table that is left to rounding and to the paragraph that ends the page. */
#define SLACK 200

/* What a page needs below a table that goes down to its edge. */
#define LEAST_SLACK 80

/* No margin below needs to be larger. */
#define MOST_BOTTOM 567

static const char head[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
  "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
  "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
  "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
  "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "
  "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
  "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><w:body>";

/**
 * TyFormWord:
 *
 * Forms as the document of a word processor, in transitional OOXML: each page is a section with tables of exact
 * widths and heights, whose texts can be edited. It writes the part `word/document.xml`, form by form; whoever
 * has the package takes the XML away after each.
 */
struct _TyFormWord
{
  TyFormWordPictureFunc picture_func;
  TyFormWordFooterFunc footer_func;
  gpointer data;
  GString *xml;         /* (owned): what was not yet taken away */
  char *section;        /* (owned) (nullable): of the page before, which its last paragraph ends */
  guint n_pages;
  guint n_drawings;
  guint footers[2];     /* of odd and of even pages: relations, 0 = none yet */

  /* While a page is visited. */
  int lowest;           /* where tables end at the latest */
  TyFormFonts *fonts;   /* (unowned) */
  GPtrArray *cells;     /* (owned) (element-type TyWordCell) */
  GError *error;        /* (owned) (nullable): why a picture cannot be kept */
};

static void
cell_free (gpointer data)
{
  TyWordCell *cell = data;

  g_string_free (cell->paragraphs, TRUE);
  g_free (cell);
}

/**
 * ty_form_word_new:
 * @picture_func: keeps the pictures
 * @footer_func: keeps what stands below the pages of running texts
 * @data: for both
 *
 * Returns: (transfer full): a document without pages
 */
TyFormWord *
ty_form_word_new (TyFormWordPictureFunc picture_func,
                  TyFormWordFooterFunc  footer_func,
                  gpointer              data)
{
  TyFormWord *self = g_new0 (TyFormWord, 1);

  self->picture_func = picture_func;
  self->footer_func = footer_func;
  self->data = data;
  self->xml = g_string_new (head);
  self->cells = g_ptr_array_new_with_free_func (cell_free);
  return self;
}

void
ty_form_word_free (TyFormWord *self)
{
  g_string_free (self->xml, TRUE);
  g_ptr_array_unref (self->cells);
  g_clear_error (&self->error);
  g_free (self->section);
  g_free (self);
}

static int
to_twips (double millimetres)
{
  return (int) lround (millimetres * TY_WORD_MM);
}

static void
begin_box (const TyFormBox *box,
           gpointer         data)
{
  TyFormWord *self = data;
  TyWordCell *cell = g_new0 (TyWordCell, 1);

  cell->x0 = to_twips (box->x);
  cell->y0 = to_twips (box->y);
  cell->x1 = to_twips (box->x + box->width);
  cell->y1 = MIN (to_twips (box->y + box->height), self->lowest);
  for (guint i = 0; i < TY_FORM_N_SIDES; i++)
    cell->lines[i] = (int) lround (box->lines[i] * 8);
  cell->group = box->group;
  cell->turned = box->turned;
  cell->paragraphs = g_string_new (NULL);
  g_ptr_array_add (self->cells, cell);
}

static TyWordCell *
get_cell (TyFormWord *self)
{
  return g_ptr_array_index (self->cells, self->cells->len - 1);
}

static void
add_text (const TyFormLaid *laid,
          gpointer          data)
{
  TyFormWord *self = data;

  ty_word_cell_add_text (get_cell (self), self->fonts, laid);
}

/* A JPEG or a PNG goes in as it is, anything else as a JPEG. */
static GBytes *
make_picture (GBytes         *photo,
              TyImageHeader  *header,
              GError        **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (photo, &length);
  g_autoptr(GdkPixbuf) picture = NULL;
  char *encoded;

  if (!ty_photo_check (photo, error))
    return NULL;
  if (ty_image_header_read (data, length, header)
      && (header->format == TY_IMAGE_JPEG || header->format == TY_IMAGE_PNG) && header->width > 0
      && header->height > 0)
    return g_bytes_ref (photo);

  picture = ty_photo_decode (photo, 0, error);
  if (picture == NULL || !gdk_pixbuf_save_to_buffer (picture, &encoded, &length, "jpeg", error, NULL))
    return NULL;
  header->format = TY_IMAGE_JPEG;
  header->width = (guint32) gdk_pixbuf_get_width (picture);
  header->height = (guint32) gdk_pixbuf_get_height (picture);
  return g_bytes_new_take (encoded, length);
}

static gboolean
add_photo (const TyFormBox  *box,
           GBytes           *photo,
           gpointer          data,
           GError          **error)
{
  TyFormWord *self = data;
  TyImageHeader header;
  g_autoptr(GBytes) picture = make_picture (photo, &header, error);
  double width = box->width - 2 * TY_FORM_PHOTO_PAD, height = box->height - 2 * TY_FORM_PHOTO_PAD;
  double scale;
  guint relation;

  if (picture == NULL)
    return FALSE;
  if (self->error != NULL)
    return TRUE;

  relation = self->picture_func (picture, header.format == TY_IMAGE_PNG ? "png" : "jpeg", self->data, &self->error);
  scale = MIN (width / header.width, height / header.height);
  if (relation > 0)
    ty_word_cell_add_photo (get_cell (self), relation, ++self->n_drawings, header.width * scale,
                            header.height * scale);
  return TRUE;
}

static void
end_box (const TyFormBox *box,
         gpointer         data)
{
  TyFormWord *self = data;
  TyWordCell *cell = get_cell (self);

  if (cell->turned && cell->paragraphs->len > 0)
    ty_word_cell_turn (cell, ++self->n_drawings);
}

static int
find_least (GPtrArray *cells,
            gboolean   across)
{
  int least = cells->len > 0 ? G_MAXINT : 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const TyWordCell *cell = g_ptr_array_index (cells, i);

      least = MIN (least, across ? cell->x0 : cell->y0);
    }
  return least;
}

static void
end_page (TyFormWord *self,
          int         w,
          int         h,
          int         left,
          int         top,
          int         last)
{
  g_free (self->section);
  self->section = g_strdup_printf ("<w:sectPr><w:pgSz w:w=\"%d\" w:h=\"%d\"%s/><w:pgMar w:top=\"%d\" w:right=\"%d\" "
                                   "w:bottom=\"%d\" w:left=\"%d\" w:header=\"0\" w:footer=\"0\" w:gutter=\"0\"/>"
                                   "</w:sectPr>", w, h, w > h ? " w:orient=\"landscape\"" : "", top, MIN (left, 567),
                                   CLAMP (h - last - SLACK, 0, MOST_BOTTOM), left);
  self->n_pages++;
}

/* All forms of a document are of one template, and share what stands below. */
static void
append_footers (TyFormWord        *self,
                TyForm            *form,
                const TyFormPage  *page,
                GString           *section)
{
  static const struct
  {
    TyFormParity parity;
    const char *type;
  } sides[G_N_ELEMENTS (self->footers)] = { { TY_FORM_ODD_PAGES, "default" }, { TY_FORM_EVEN_PAGES, "even" } };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      const TyFormBox *box = ty_form_page_find_number (page, sides[i].parity);
      g_autofree char *xml = box != NULL && self->footers[i] == 0 ? ty_word_dup_footer (form, page, box) : NULL;

      if (xml != NULL && self->error == NULL)
        self->footers[i] = self->footer_func (xml, self->data, &self->error);
      if (self->footers[i] != 0)
        g_string_append_printf (section, "<w:footerReference w:type=\"%s\" r:id=\"rId%u\"/>", sides[i].type,
                                self->footers[i]);
    }
}

/* Twips from the lower edge of the paper to what stands below the text. */
static int
get_footer_margin (const TyFormPage *page)
{
  const TyFormBox *box = ty_form_page_find_number (page, TY_FORM_ODD_PAGES);

  return box != NULL ? to_twips (page->height - box->y - box->height) : 0;
}

static char *
dup_running_section (TyFormWord       *self,
                     TyForm           *form,
                     const TyFormPage *page)
{
  const TyFormRunning *running = page->running;
  GString *section = g_string_new ("<w:sectPr>");

  append_footers (self, form, page, section);
  g_string_append_printf (section, "<w:pgSz w:w=\"%d\" w:h=\"%d\"/><w:pgMar w:top=\"%d\" w:right=\"%d\" "
                                   "w:bottom=\"%d\" w:left=\"%d\" w:header=\"0\" w:footer=\"%d\" w:gutter=\"0\"/>"
                                   "<w:pgNumType w:start=\"1\"/></w:sectPr>",
                          to_twips (page->width), to_twips (page->height), to_twips (running->y),
                          to_twips (page->width - running->x - running->width),
                          to_twips (page->height - running->y - running->height) - LEAST_SLACK,
                          to_twips (running->x), get_footer_margin (page));
  return g_string_free (section, FALSE);
}

/* A running text is one section, whose pages the word processor makes. */
static void
add_running (TyFormWord        *self,
             TyForm            *form,
             const TyFormSheet *sheet)
{
  self->n_pages++;
  if (sheet->line > 0)
    return;
  if (self->section != NULL)
    ty_word_append_spacer (self->xml, 0, self->section);
  for (guint i = 0; i < form->runs->len; i++)
    ty_word_append_run (self->xml, self->fonts, g_ptr_array_index (form->runs, i));
  g_free (self->section);
  self->section = dup_running_section (self, form, sheet->page);
}

static void
add_page (TyFormWord *self,
          TyForm     *form,
          guint       page)
{
  static const TyFormVisitor visitor = { begin_box, add_text, add_photo, end_box };
  double width, height;
  int w, h, left, top, last;

  if (self->section != NULL)
    ty_word_append_spacer (self->xml, 0, self->section);
  ty_form_get_page_size (form, page, &width, &height);
  w = to_twips (width * 25.4 / 72);
  h = to_twips (height * 25.4 / 72);
  self->lowest = h - LEAST_SLACK;
  ty_form_visit_page (form, page, &visitor, self);
  left = find_least (self->cells, TRUE);
  top = find_least (self->cells, FALSE);
  last = ty_word_append_cells (self->xml, self->cells, left, top);
  end_page (self, w, h, left, top, last);
  g_ptr_array_set_size (self->cells, 0);
}

/**
 * ty_form_word_add:
 * @self: a document
 * @form: what is added at its end
 * @error: what the keeper of pictures says
 *
 * Returns: whether all of it is there
 */
gboolean
ty_form_word_add (TyFormWord  *self,
                  TyForm      *form,
                  GError     **error)
{
  self->fonts = ty_form_writer_get_fonts (form->writer);
  for (guint i = 0; i < ty_form_get_n_pages (form); i++)
    {
      const TyFormSheet *sheet = &g_array_index (form->sheets, TyFormSheet, i);

      if (sheet->page->running != NULL)
        add_running (self, form, sheet);
      else
        add_page (self, form, i);
    }
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/**
 * ty_form_word_finish:
 * @self: a document with all its forms
 *
 * Writes what stands at the end of a document. The last section is the one of the body.
 */
void
ty_form_word_finish (TyFormWord *self)
{
  ty_word_append_spacer (self->xml, 0, NULL);
  if (self->section != NULL)
    g_string_append (self->xml, self->section);
  g_string_append (self->xml, "</w:body></w:document>");
}

/**
 * ty_form_word_get_xml:
 * @self: a document
 *
 * Returns: (transfer none): what was written since it was emptied the last time; whoever keeps it empties it
 */
GString *
ty_form_word_get_xml (TyFormWord *self)
{
  return self->xml;
}

/**
 * ty_form_word_get_n_pages:
 * @self: a document
 *
 * Returns: how many pages it has so far
 */
guint
ty_form_word_get_n_pages (TyFormWord *self)
{
  return self->n_pages;
}
