/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-documents"

#include "config.h"

#include "ty-form-documents.h"

#include "ty-form-content.h"
#include "ty-form-pairing.h"
#include "ty-pairing.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>

/* So many people are named in one sentence. */
#define MOST_NAMED 10

/* A form of each person, of all of them, of the people of each village, or of each pairing of somebody. */

typedef struct
{
  TyFormDocuments *documents; /* (unowned) */
  TyFormContent *content;     /* (owned) */
  TyFormValues *list;         /* (owned) (nullable): who is not yet handed on */
  GHashTable *pairings;       /* (owned) (element-type utf8): those that have a form */
  GPtrArray *unpaired;        /* (owned) (element-type utf8): names of those who have none */
} Gatherer;

static void
gatherer_clear (Gatherer *gatherer)
{
  g_clear_pointer (&gatherer->list, ty_form_values_free);
  g_clear_pointer (&gatherer->content, ty_form_content_free);
  g_clear_pointer (&gatherer->pairings, g_hash_table_unref);
  g_clear_pointer (&gatherer->unpaired, g_ptr_array_unref);
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

/* Of two who are both chosen there is one form. */
static gboolean
make_pairing (Gatherer  *gatherer,
              TyRecord  *pairing,
              GError   **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                          ty_record_get_integer (pairing, TY_PAIRING_PERSON),
                                          ty_record_get_integer (pairing, TY_PAIRING_ID));
  g_autoptr(GError) unreadable = NULL;
  g_autofree char *bookmark = NULL;
  TyFormValues *values;

  if (!g_hash_table_add (gatherer->pairings, g_steal_pointer (&key)))
    return TRUE;
  values = ty_form_content_make_pairing (gatherer->content, pairing, &unreadable);
  if (values == NULL)
    {
      g_ptr_array_add (gatherer->documents->failures, g_strdup (unreadable->message));
      return TRUE;
    }
  bookmark = g_strdup_printf ("%s — %s", ty_form_values_get (values, "name"), ty_form_values_get (values, "mentor"));
  return gatherer->documents->func (values, bookmark, gatherer->documents->data, error);
}

/* Who has no pairing has no form of one: of many chosen that is no failure, but it is said. */
static void
tell_unpaired (Gatherer *gatherer)
{
  GPtrArray *names = gatherer->unpaired;
  gboolean all = g_hash_table_size (gatherer->pairings) == 0;
  GPtrArray *sentences = all ? gatherer->documents->failures : gatherer->documents->warnings;
  g_autofree char *day = ty_date_to_record (gatherer->documents->as_of);
  g_autoptr(GString) who = g_string_new (NULL);

  if (names->len == 0 || sentences == NULL)
    return;
  for (guint i = 0; i < MIN (names->len, MOST_NAMED); i++)
    g_string_append_printf (who, "%s%s", i > 0 ? ty_words_get_separator () : "", (char *) g_ptr_array_index (names, i));
  if (names->len > MOST_NAMED)
    g_string_append (who, " …");
  g_ptr_array_add (sentences,
                   /* Translators: how many people, their names, a day such as 2021.12.31 */
                   g_strdup_printf (ngettext ("%1$u person has no form, being neither mentor nor mentee on %3$s: %2$s. "
                                              "Pair people on the board, or choose another cut-off date.",
                                              "%1$u people have no form, being neither mentor nor mentee on %3$s: %2$s. "
                                              "Pair people on the board, or choose another cut-off date.",
                                              names->len), names->len, who->str, day));
}

static void
note_unpaired (Gatherer *gatherer,
               gint64    person)
{
  g_autoptr(GError) unreadable = NULL;
  g_autoptr(TyFormValues) values = ty_form_content_make_person (gatherer->content, person, &unreadable);

  if (values == NULL)
    g_ptr_array_add (gatherer->documents->failures, g_strdup (unreadable->message));
  else
    g_ptr_array_add (gatherer->unpaired, g_strdup (ty_form_values_get (values, "name")));
}

static gboolean
make_pairings (Gatherer  *gatherer,
               gint64     person,
               GError   **error)
{
  g_autoptr(GPtrArray) pairings = ty_form_pairing_list (ty_form_content_get_database (gatherer->content), person,
                                                        gatherer->documents->as_of, error);

  if (pairings == NULL)
    return FALSE;
  if (pairings->len == 0)
    note_unpaired (gatherer, person);
  else
    gatherer->documents->n_read++;
  for (guint i = 0; i < pairings->len; i++)
    if (!make_pairing (gatherer, g_ptr_array_index (pairings, i), error))
      return FALSE;

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
                                NULL, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                                g_ptr_array_new_with_free_func (g_free) };
  gboolean of_pairing = ty_form_template_get_of (self->template) == TY_FORM_OF_PAIRING;

  if (gatherer.content == NULL)
    return FALSE;
  for (guint i = 0; i < self->n_people; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !(of_pairing ? make_pairings : make_person) (&gatherer, self->people[i], error))
        return FALSE;
      if (self->progress != NULL)
        self->progress (i + 1, self->n_people, self->progress_data);
    }
  tell_unpaired (&gatherer);
  return hand_on (&gatherer, error);
}
