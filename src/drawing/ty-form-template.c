/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-template"

#include "config.h"

#include "ty-form-template-private.h"

#include "ty-forms-resource.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define SHIPPED "/org/touyan/Touyan/forms/"

/* A template is some ten kilobytes; what is much larger is none. */
#define MOST_BYTES (1024 * 1024)

/* In the order in which they are offered. */
static const char *const shipped_ids[] = {
  "appointment-a4",
  "appointment-a4-2025",
  "appointment-b5",
  "appointment-b5-2025",
  "village-cadre",
  "reserve",
  "pairing-record",
  "pairing-agreement",
  "mentor-letter",
  "biography",
  "cards",
  "team",
  "sign-in",
  "addresses",
  "publicity",
  "filing",
  "name-plates",
  "box-labels",
  "spine-labels",
  NULL
};

/**
 * TyFormTemplate:
 *
 * How a form looks: pages with boxes in millimetres, what stands in each, and how it is fitted. It is read
 * from JSON, so that a county can have forms of its own.
 */
G_DEFINE_QUARK (ty-form-template-error-quark, ty_form_template_error)

void
ty_form_text_free (TyFormText *text)
{
  g_free (text->field);
  g_free (text->label);
  g_free (text->rest);
  g_free (text);
}

void
ty_form_box_free (TyFormBox *box)
{
  g_ptr_array_unref (box->texts);
  g_free (box);
}

void
ty_form_page_free (TyFormPage *page)
{
  g_ptr_array_unref (page->boxes);
  g_clear_pointer (&page->running, ty_form_running_free);
  g_free (page->list);
  g_free (page);
}

/**
 * ty_form_template_list_shipped:
 *
 * Returns: (transfer none) (array zero-terminated=1): the words of the forms that come with the program
 */
const char * const *
ty_form_template_list_shipped (void)
{
  return shipped_ids;
}

static TyFormTemplate *
parse (const char  *json,
       gssize       length,
       gboolean     traditional,
       GError     **error)
{
  g_autoptr(TyFormTemplate) self = g_new0 (TyFormTemplate, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_form_page_free);
  return ty_form_template_parse (self, json, length, traditional, error) ? g_steal_pointer (&self) : NULL;
}

static gpointer
register_resources (gpointer data)
{
  ty_forms_register_resource ();
  return NULL;
}

/**
 * ty_form_template_get_shipped:
 * @id: the word of a form
 * @error: a `TY_FORM_TEMPLATE_ERROR`
 *
 * Returns: (transfer full) (nullable): the form that comes with the program
 */
TyFormTemplate *
ty_form_template_get_shipped (const char  *id,
                              GError     **error)
{
  return ty_form_template_get_shipped_in (id, FALSE, error);
}

/**
 * ty_form_template_get_shipped_in:
 * @id: the word of a form
 * @traditional: whether it is in traditional characters
 * @error: a `TY_FORM_TEMPLATE_ERROR`
 *
 * Returns: (transfer full) (nullable): the form that comes with the program
 */
TyFormTemplate *
ty_form_template_get_shipped_in (const char  *id,
                                 gboolean     traditional,
                                 GError     **error)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *path = g_strconcat (SHIPPED, id, ".json", NULL);
  g_autoptr(GBytes) bytes = NULL;

  g_once (&once, register_resources, NULL);
  if (g_strv_contains (shipped_ids, id))
    bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    {
      g_set_error (error, TY_FORM_TEMPLATE_ERROR, TY_FORM_TEMPLATE_ERROR_MISSING,
                   _("There is no form “%s”."), id);
      return NULL;
    }
  return parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), traditional, error);
}

/**
 * ty_form_template_load:
 * @path: a template that a county made
 * @traditional: whether it is shown in traditional characters, as far as its words are known
 * @error: a `TY_FORM_TEMPLATE_ERROR` or a `G_FILE_ERROR`
 *
 * Returns: (transfer full) (nullable): the form
 */
TyFormTemplate *
ty_form_template_load (const char  *path,
                       gboolean     traditional,
                       GError     **error)
{
  static GOnce once = G_ONCE_INIT;
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, error);

  if (file == NULL)
    return NULL;
  if (g_mapped_file_get_length (file) > MOST_BYTES)
    {
      g_set_error (error, TY_FORM_TEMPLATE_ERROR, TY_FORM_TEMPLATE_ERROR_SYNTAX,
                   _("%s is too large to be the template of a form."), path);
      return NULL;
    }
  g_once (&once, register_resources, NULL);
  return parse (g_mapped_file_get_contents (file), (gssize) g_mapped_file_get_length (file), traditional, error);
}

/**
 * ty_form_template_new:
 * @json: a template
 * @length: bytes of @json, or -1
 * @error: a `TY_FORM_TEMPLATE_ERROR` that says what is wrong and where
 *
 * Returns: (transfer full) (nullable): the form
 */
TyFormTemplate *
ty_form_template_new (const char  *json,
                      gssize       length,
                      GError     **error)
{
  return parse (json, length, FALSE, error);
}

/**
 * ty_form_template_ref:
 * @self: a form
 *
 * Returns: (transfer full): @self
 */
TyFormTemplate *
ty_form_template_ref (TyFormTemplate *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ty_form_template_unref (TyFormTemplate *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->pages);
  g_free (self->id);
  g_free (self->name);
  g_free (self->title);
  g_free (self);
}

/**
 * ty_form_template_get_id:
 * @self: a form
 *
 * Returns: (transfer none): its word
 */
const char *
ty_form_template_get_id (TyFormTemplate *self)
{
  return self->id;
}

/**
 * ty_form_template_get_name:
 * @self: a form
 *
 * Returns: (transfer none): what it is called, in the language of the program
 */
const char *
ty_form_template_get_name (TyFormTemplate *self)
{
  return self->name;
}

/**
 * ty_form_template_get_title:
 * @self: a form
 *
 * Returns: (transfer none): the title of the paper, in the language of the form
 */
const char *
ty_form_template_get_title (TyFormTemplate *self)
{
  return self->title;
}

/**
 * ty_form_template_get_of:
 * @self: a form
 *
 * Returns: of whom it is
 */
TyFormOf
ty_form_template_get_of (TyFormTemplate *self)
{
  return self->of;
}

/**
 * ty_form_template_is_traditional:
 * @self: a form
 *
 * Returns: whether it is in traditional characters
 */
gboolean
ty_form_template_is_traditional (TyFormTemplate *self)
{
  return self->traditional;
}

/**
 * ty_form_template_has_photo:
 * @self: a form
 *
 * Returns: whether photos stand in it
 */
gboolean
ty_form_template_has_photo (TyFormTemplate *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      TyFormPage *page = g_ptr_array_index (self->pages, i);

      for (guint k = 0; k < page->boxes->len; k++)
        if (((TyFormBox *) g_ptr_array_index (page->boxes, k))->photo)
          return TRUE;
    }
  return FALSE;
}

/**
 * ty_form_template_get_capacity:
 * @self: a form of people
 *
 * Returns: how many people stand on a page of cards with photos, which are drawn page by page; 0 where a
 *   form has to be drawn as a whole
 */
guint
ty_form_template_get_capacity (TyFormTemplate *self)
{
  TyFormPage *page = g_ptr_array_index (self->pages, 0);

  return self->of == TY_FORM_OF_PEOPLE && self->pages->len == 1 && page->repeat
         && ty_form_template_has_photo (self) ? page->n_items : 0;
}

/* The box of a page that has its number, on odd or on even pages. */
const TyFormBox *
ty_form_page_find_number (const TyFormPage *page,
                          TyFormParity      parity)
{
  for (guint i = 0; i < page->boxes->len; i++)
    {
      const TyFormBox *box = g_ptr_array_index (page->boxes, i);
      const TyFormText *style = box->texts->len > 0 ? g_ptr_array_index (box->texts, 0) : NULL;

      if ((box->parity == parity || box->parity == TY_FORM_EVERY_PAGE) && style != NULL && style->label != NULL
          && strstr (style->label, "{page}") != NULL)
        return box;
    }
  return NULL;
}

/**
 * ty_form_template_get_n_footers:
 * @self: a form
 *
 * Returns: how many footers a document for word processors has: of odd and of even pages, below a running text
 */
guint
ty_form_template_get_n_footers (TyFormTemplate *self)
{
  const TyFormPage *page = g_ptr_array_index (self->pages, 0);

  if (page->running == NULL)
    return 0;

  return (ty_form_page_find_number (page, TY_FORM_ODD_PAGES) != NULL)
         + (ty_form_page_find_number (page, TY_FORM_EVEN_PAGES) != NULL);
}

static void
tell_label (const char              *list,
            const char              *label,
            TyFormTemplateFieldFunc  func,
            gpointer                 data)
{
  for (const char *open = strchr (label, '{'); open != NULL; open = strchr (open + 1, '{'))
    {
      const char *end = strchr (open, '}');
      g_autofree char *field = end != NULL ? g_strndup (open + 1, end - open - 1) : NULL;
      char *otherwise = field != NULL ? strchr (field, '|') : NULL;

      if (otherwise != NULL)
        *otherwise = '\0';
      if (field != NULL)
        func (list, field, data);
    }
}

static void
tell_box (TyFormPage              *page,
          TyFormBox               *box,
          TyFormTemplateFieldFunc  func,
          gpointer                 data)
{
  const char *list = box->item >= 0 ? page->list : NULL;

  for (guint i = 0; i < box->texts->len; i++)
    {
      TyFormText *text = g_ptr_array_index (box->texts, i);

      if (text->field != NULL)
        func (list, text->field, data);
      if (text->label != NULL)
        tell_label (list, text->label, func, data);
    }
}

static void
tell_running (TyFormPage              *page,
              TyFormTemplateFieldFunc  func,
              gpointer                 data)
{
  for (guint i = 0; page->running != NULL && i < page->running->blocks->len; i++)
    {
      const TyFormBlock *block = g_ptr_array_index (page->running->blocks, i);

      tell_label (block->each ? page->list : NULL, block->text->label, func, data);
    }
}

/**
 * ty_form_template_foreach_field:
 * @self: a form
 * @func: (scope call): hears of each field, of some more than once
 * @data: for @func
 *
 * Tells which fields a form fills in, so that whoever fills them can say which he does not know.
 */
void
ty_form_template_foreach_field (TyFormTemplate          *self,
                                TyFormTemplateFieldFunc  func,
                                gpointer                 data)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      TyFormPage *page = g_ptr_array_index (self->pages, i);

      for (guint k = 0; k < page->boxes->len; k++)
        tell_box (page, g_ptr_array_index (page->boxes, k), func, data);
      tell_running (page, func, data);
    }
}
