/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-documents"

#include "config.h"

#include "ty-form-documents.h"

#include "ty-form-content.h"

/* A form of each person, of all of them, or of the people of each village. */

typedef struct
{
  TyFormDocuments *documents; /* (unowned) */
  TyFormContent *content;     /* (owned) */
  TyFormValues *list;         /* (owned) (nullable): who is not yet handed on */
} Gatherer;

static void
gatherer_clear (Gatherer *gatherer)
{
  g_clear_pointer (&gatherer->list, ty_form_values_free);
  g_clear_pointer (&gatherer->content, ty_form_content_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gatherer, gatherer_clear)

static gboolean
hand_on (Gatherer *gatherer,
         GError  **error)
{
  TyFormValues *list = g_steal_pointer (&gatherer->list);
  g_autofree char *village = NULL;

  if (list == NULL)
    return TRUE;
  village = g_strdup (ty_form_values_get (list, "village"));
  ty_form_values_take (list, "count", g_strdup_printf ("%u", ty_form_values_get_n (list, "people")));
  return gatherer->documents->func (list, village, gatherer->documents->data, error);
}

/* Whether somebody belongs to those who were gathered. Cards with photos are made page by page, so that not
 * all photos are in memory. */
static gboolean
goes_with (Gatherer     *gatherer,
           TyFormValues *values)
{
  TyFormTemplate *template = gatherer->documents->template;
  TyFormValues *list = gatherer->list;
  guint capacity = ty_form_template_get_capacity (template);

  if (ty_form_template_get_of (template) == TY_FORM_OF_PEOPLE)
    return capacity == 0 || ty_form_values_get_n (list, "people") < capacity;

  return g_strcmp0 (ty_form_values_get (list, "village"), ty_form_values_get (values, "village")) == 0
         && g_strcmp0 (ty_form_values_get (list, "township"), ty_form_values_get (values, "township")) == 0;
}

static gboolean
gather (Gatherer      *gatherer,
        TyFormValues  *values,
        GError       **error)
{
  TyFormTemplate *template = gatherer->documents->template;
  gboolean of_village = ty_form_template_get_of (template) == TY_FORM_OF_VILLAGE;
  guint number;

  if (gatherer->list != NULL && !goes_with (gatherer, values) && !hand_on (gatherer, error))
    {
      ty_form_values_free (values);
      return FALSE;
    }
  if (gatherer->list == NULL)
    gatherer->list = ty_form_content_make_list (gatherer->content, of_village ? values : NULL);
  if (!ty_form_template_has_photo (template))
    ty_form_values_set_photo (values, NULL);
  number = of_village ? ty_form_values_get_n (gatherer->list, "people") + 1 : gatherer->documents->n_read;
  ty_form_values_take (values, "no", g_strdup_printf ("%u", number));
  ty_form_values_take_row (gatherer->list, "people", values);
  return TRUE;
}

/* A person whose records cannot be read is named, and the others follow. */
static gboolean
make_person (Gatherer  *gatherer,
             gint64     person,
             GError   **error)
{
  TyFormDocuments *documents = gatherer->documents;
  g_autoptr(GError) unreadable = NULL;
  TyFormValues *values = ty_form_content_make_person (gatherer->content, person, &unreadable);
  g_autofree char *name = NULL;

  if (values == NULL)
    {
      g_ptr_array_add (documents->failures, g_strdup (unreadable->message));
      return TRUE;
    }
  documents->n_read++;
  if (ty_form_template_get_of (documents->template) != TY_FORM_OF_PERSON)
    return gather (gatherer, values, error);

  name = g_strdup (ty_form_values_get (values, "name"));
  return documents->func (values, name, documents->data, error);
}

/**
 * ty_form_documents_make:
 * @self: whose forms, and who takes them
 * @database: a connection
 * @cancellable: (nullable): stops it
 * @error: a `TY_STORE_ERROR`, what the taker says, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether all were handed on
 */
gboolean
ty_form_documents_make (TyFormDocuments  *self,
                        TyDatabase       *database,
                        GCancellable     *cancellable,
                        GError          **error)
{
  g_auto(Gatherer) gatherer = { self, ty_form_content_new (database, self->as_of,
                                                            ty_form_template_is_traditional (self->template), error),
                                NULL };

  if (gatherer.content == NULL)
    return FALSE;
  for (guint i = 0; i < self->n_people; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !make_person (&gatherer, self->people[i], error))
        return FALSE;
      if (self->progress != NULL)
        self->progress (i + 1, self->n_people, self->progress_data);
    }
  return hand_on (&gatherer, error);
}
