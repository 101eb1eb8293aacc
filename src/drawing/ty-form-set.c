/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-set"

#include "config.h"

#include "ty-form-set.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * TyFormSet:
 *
 * Forms of one template one after the other, as they are looked at and printed: their pages are counted
 * through. It is for one thread.
 */
struct _TyFormSet
{
  TyFormTemplate *template; /* (owned) */
  TyFormWriter *writer;     /* (owned) */
  GPtrArray *values;        /* (owned) (element-type TyFormValues) */
  GPtrArray *forms;         /* (owned) (element-type TyForm) */
  GArray *pages;            /* (owned) (element-type guint): of which form each page is */
  GArray *firsts;           /* (owned) (element-type guint): the first page of each form */
};

/**
 * ty_form_set_new:
 * @template: how they look
 * @values: (transfer full) (element-type TyFormValues): what each says
 *
 * Returns: (transfer full): the forms
 */
TyFormSet *
ty_form_set_new (TyFormTemplate *template,
                 GPtrArray      *values)
{
  TyFormSet *self = g_new0 (TyFormSet, 1);

  self->template = ty_form_template_ref (template);
  self->writer = ty_form_writer_new (ty_form_template_is_traditional (template));
  self->values = values;
  self->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_form_free);
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < values->len; i++)
    {
      TyForm *form = ty_form_new (template, self->writer, g_ptr_array_index (values, i));

      g_ptr_array_add (self->forms, form);
      g_array_append_val (self->firsts, self->pages->len);
      for (guint k = 0; k < ty_form_get_n_pages (form); k++)
        g_array_append_val (self->pages, i);
    }
  return self;
}

void
ty_form_set_free (TyFormSet *self)
{
  g_ptr_array_unref (self->forms);
  g_ptr_array_unref (self->values);
  g_array_unref (self->pages);
  g_array_unref (self->firsts);
  ty_form_writer_free (self->writer);
  ty_form_template_unref (self->template);
  g_free (self);
}

/**
 * ty_form_set_get_n_pages:
 * @self: forms
 *
 * Returns: how many pages all have
 */
guint
ty_form_set_get_n_pages (TyFormSet *self)
{
  return self->pages->len;
}

static TyForm *
find_page (TyFormSet *self,
           guint      page,
           guint     *number)
{
  guint form = g_array_index (self->pages, guint, page);

  *number = page - g_array_index (self->firsts, guint, form);
  return g_ptr_array_index (self->forms, form);
}

/**
 * ty_form_set_get_page_size:
 * @self: forms
 * @page: which page of all, from 0
 * @width: (out): in points
 * @height: (out): in points
 */
void
ty_form_set_get_page_size (TyFormSet *self,
                           guint      page,
                           double    *width,
                           double    *height)
{
  guint number;
  TyForm *form = find_page (self, page, &number);

  ty_form_get_page_size (form, number, width, height);
}

/**
 * ty_form_set_draw_page:
 * @self: forms
 * @page: which page of all, from 0
 * @cr: where to draw, in points
 */
void
ty_form_set_draw_page (TyFormSet *self,
                       guint      page,
                       cairo_t   *cr)
{
  guint number;
  TyForm *form = find_page (self, page, &number);

  ty_form_draw_page (form, number, cr);
}

static void
append_line (GString    *text,
             const char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* One font stands in for several typefaces: each is said with the one that stands in. */
static void
append_fonts (GString   *text,
              TyFormSet *self)
{
  TyFormFonts *fonts = ty_form_writer_get_fonts (self->writer);
  const gboolean *used = ty_form_writer_get_used (self->writer);

  for (TyFormFont font = 0; font < TY_N_FORM_FONTS; font++)
    if (used[font] && ty_form_fonts_get_stand_in (fonts, font) != NULL)
      {
        g_autofree char *line = g_strdup_printf (_("%s is not installed; %s stands in for it."),
                                                 ty_form_fonts_get_name (fonts, font),
                                                 ty_form_fonts_get_stand_in (fonts, font));

        append_line (text, line);
      }
}

/**
 * ty_form_set_dup_remarks:
 * @self: forms
 *
 * Returns: (transfer full): sentences in lines about what was laid out so far: fonts that stand in, characters
 *   without a glyph, what goes on on further pages
 */
char *
ty_form_set_dup_remarks (TyFormSet *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *missing = ty_form_writer_dup_missing (self->writer);

  append_fonts (text, self);
  if (missing != NULL)
    {
      g_autofree char *line = g_strdup_printf (_("No font of this machine has these characters: %s. Install a "
                                                 "font that has them, and draw the forms again."), missing);

      append_line (text, line);
    }
  for (guint i = 0; i < self->forms->len; i++)
    {
      GPtrArray *warnings = ty_form_get_warnings (g_ptr_array_index (self->forms, i));
      const char *name = ty_form_values_get (g_ptr_array_index (self->values, i), "name");
      const char *remark = ty_form_values_get (g_ptr_array_index (self->values, i), TY_FORM_REMARK);

      if (remark != NULL)
        append_line (text, remark);

      for (guint k = 0; k < warnings->len; k++)
        {
          g_autofree char *line = g_strdup_printf (_("%s: %s"), name != NULL ? name : "—",
                                                   (const char *) g_ptr_array_index (warnings, k));

          append_line (text, line);
        }
    }
  return g_string_free (text, FALSE);
}
