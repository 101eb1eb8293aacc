/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-export"

#include "config.h"

#include "ty-form-export.h"

#include "ty-action.h"
#include "ty-action-log.h"
#include "ty-form-content.h"
#include "ty-form-pdf.h"
#include "ty-out-file.h"
#include "ty-store-error.h"

#include <glib/gi18n-lib.h>

/**
 * TyFormExport:
 *
 * Forms that were drawn beside their place. They come there when the export is noted in the history.
 */
struct _TyFormExport
{
  TyOutFile *file;      /* (owned) */
  char *detail;         /* (owned) (nullable): of the note; a blank form needs none */
  guint n_people;
  guint n_pages;
  GPtrArray *failures;  /* (owned) (element-type utf8): a sentence for each form that was not drawn */
  GPtrArray *warnings;  /* (owned) (element-type utf8) */
};

typedef struct
{
  TyFormExport *export;          /* (unowned) */
  const TyFormExportSpec *spec;  /* (unowned) */
  TyFormContent *content;        /* (owned) (nullable): a blank form needs none */
  TyFormWriter *writer;          /* (owned) */
  TyFormPdf *pdf;                /* (owned) */
  TyFormValues *list;            /* (owned) (nullable): the people who are not yet drawn */
  TyAppointmentProgressFunc progress;
  gpointer data;
  GCancellable *cancellable;     /* (unowned) (nullable) */
} Run;

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->list, ty_form_values_free);
  g_clear_pointer (&run->pdf, ty_form_pdf_free);
  g_clear_pointer (&run->writer, ty_form_writer_free);
  g_clear_pointer (&run->content, ty_form_content_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* A sentence about a form, with the name of whose it is. */
static void
add_sentence (GPtrArray  *sentences,
              const char *name,
              const char *sentence)
{
  g_ptr_array_add (sentences, name != NULL ? g_strdup_printf (_("%s: %s"), name, sentence)
                                           : g_strdup (sentence));
}

static gboolean
draw (Run           *run,
      TyFormValues  *values,
      const char    *bookmark,
      GError       **error)
{
  g_autoptr(TyForm) form = ty_form_new (run->spec->template, run->writer, values);
  GPtrArray *warnings = ty_form_get_warnings (form);

  if (!ty_form_pdf_add (run->pdf, form, bookmark, error))
    return FALSE;
  for (guint i = 0; i < warnings->len; i++)
    add_sentence (run->export->warnings, bookmark, g_ptr_array_index (warnings, i));
  return TRUE;
}

/* Draws who was gathered, with the village as its bookmark. */
static gboolean
draw_list (Run     *run,
           GError **error)
{
  g_autoptr(TyFormValues) list = g_steal_pointer (&run->list);

  if (list == NULL)
    return TRUE;
  ty_form_values_take (list, "count", g_strdup_printf ("%u", ty_form_values_get_n (list, "people")));
  return draw (run, list, ty_form_values_get (list, "village"), error);
}

/* Whether somebody belongs to those who were gathered. Cards with photos are drawn page by page, so that
 * not all photos are in memory. */
static gboolean
goes_with (Run          *run,
           TyFormValues *values)
{
  guint capacity = ty_form_template_get_capacity (run->spec->template);

  if (ty_form_template_get_of (run->spec->template) == TY_FORM_OF_PEOPLE)
    return capacity == 0 || ty_form_values_get_n (run->list, "people") < capacity;

  return g_strcmp0 (ty_form_values_get (run->list, "village"), ty_form_values_get (values, "village")) == 0
         && g_strcmp0 (ty_form_values_get (run->list, "township"), ty_form_values_get (values, "township")) == 0;
}

static gboolean
gather (Run           *run,
        TyFormValues  *values,
        GError       **error)
{
  gboolean of_village = ty_form_template_get_of (run->spec->template) == TY_FORM_OF_VILLAGE;
  guint number;

  if (run->list != NULL && !goes_with (run, values) && !draw_list (run, error))
    {
      ty_form_values_free (values);
      return FALSE;
    }
  if (run->list == NULL)
    run->list = ty_form_content_make_list (run->content, of_village ? values : NULL);
  if (!ty_form_template_has_photo (run->spec->template))
    ty_form_values_set_photo (values, NULL);
  number = of_village ? ty_form_values_get_n (run->list, "people") + 1 : run->export->n_people;
  ty_form_values_take (values, "no", g_strdup_printf ("%u", number));
  ty_form_values_take_row (run->list, "people", values);
  return TRUE;
}

/* A person whose records cannot be read is named, and the others are drawn. */
static gboolean
draw_person (Run     *run,
             gint64   person,
             GError **error)
{
  g_autoptr(GError) unreadable = NULL;
  g_autoptr(TyFormValues) values = ty_form_content_make_person (run->content, person, &unreadable);

  if (values == NULL)
    {
      g_ptr_array_add (run->export->failures, g_strdup (unreadable->message));
      return TRUE;
    }
  run->export->n_people++;
  if (ty_form_template_get_of (run->spec->template) != TY_FORM_OF_PERSON)
    return gather (run, g_steal_pointer (&values), error);

  return draw (run, values, ty_form_values_get (values, "name"), error);
}

static gboolean
draw_people (Run     *run,
             GError **error)
{
  for (guint i = 0; i < run->spec->n_people; i++)
    {
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error)
          || !draw_person (run, run->spec->people[i], error))
        return FALSE;
      if (run->progress != NULL)
        run->progress (i + 1, run->spec->n_people, run->data);
    }
  return draw_list (run, error);
}

static gboolean
draw_blank (Run     *run,
            GError **error)
{
  g_autoptr(TyFormValues) values = ty_form_values_new ();

  return draw (run, values, NULL, error);
}

static void
warn_of_missing (Run *run)
{
  g_autofree char *missing = ty_form_writer_dup_missing (run->writer);

  if (missing != NULL)
    g_ptr_array_add (run->export->warnings,
                     g_strdup_printf (_("No font of this machine has these characters: %s. Install a font that "
                                        "has them, and draw the forms again."), missing));
}

static gboolean
finish (Run     *run,
        GError **error)
{
  TyFormExport *export = run->export;

  if (run->spec->n_people > 0 && export->n_people == 0)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_FAILED,
                           export->failures->len > 0 ? g_ptr_array_index (export->failures, 0) : "");
      return FALSE;
    }
  warn_of_missing (run);
  export->n_pages = ty_form_pdf_get_n_pages (run->pdf);
  return ty_form_pdf_finish (run->pdf, error) && ty_out_file_seal (export->file, error);
}

static char *
make_detail (const TyFormExportSpec *spec,
             guint                   n_people)
{
  g_autofree char *people = g_strdup_printf ("%u", n_people);
  g_autofree char *date = ty_date_to_iso (spec->as_of);
  g_autofree char *name = g_path_get_basename (spec->path);
  g_autofree char *shown = g_filename_display_name (name);

  return ty_action_detail_new ("what", "forms", "form", ty_form_template_get_id (spec->template), "people",
                               people, "as_of", date, "format", "pdf", "file", shown, NULL);
}

/**
 * ty_form_export_new:
 * @database: (nullable): a connection; a blank form needs none
 * @spec: what is drawn
 * @progress: (nullable): hears how far it is
 * @data: for @progress
 * @cancellable: (nullable): stops it, and nothing is left
 * @error: a `G_IO_ERROR`, a `TY_FORM_TEMPLATE_ERROR` or a `TY_STORE_ERROR`
 *
 * Draws forms into a PDF beside its place. ty_form_export_commit() follows.
 *
 * Returns: (transfer full) (nullable): what was drawn
 */
TyFormExport *
ty_form_export_new (TyDatabase                 *database,
                    const TyFormExportSpec     *spec,
                    TyAppointmentProgressFunc   progress,
                    gpointer                    data,
                    GCancellable               *cancellable,
                    GError                    **error)
{
  g_autoptr(TyFormExport) self = g_new0 (TyFormExport, 1);
  g_auto(Run) run = {
    .export = self,
    .spec = spec,
    .progress = progress,
    .data = data,
    .cancellable = cancellable,
  };

  self->failures = g_ptr_array_new_with_free_func (g_free);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  if (!ty_form_content_check (spec->template, error))
    return NULL;
  if (spec->n_people > 0)
    {
      run.content = ty_form_content_new (database, spec->as_of, error);
      if (run.content == NULL)
        return NULL;
    }
  self->file = ty_out_file_new (spec->path, error);
  if (self->file == NULL)
    return NULL;

  run.writer = ty_form_writer_new (ty_form_template_is_traditional (spec->template));
  run.pdf = ty_form_pdf_new (ty_out_file_get_fd (self->file), ty_form_template_get_title (spec->template));
  if (!(spec->n_people > 0 ? draw_people (&run, error) : draw_blank (&run, error))
      || !finish (&run, error))
    return NULL;

  if (spec->n_people > 0)
    self->detail = make_detail (spec, self->n_people);
  return g_steal_pointer (&self);
}

/**
 * ty_form_export_free:
 * @self: (transfer full): an export
 *
 * What is not in its place yet is thrown away.
 */
void
ty_form_export_free (TyFormExport *self)
{
  g_clear_pointer (&self->file, ty_out_file_free);
  g_ptr_array_unref (self->failures);
  g_ptr_array_unref (self->warnings);
  g_free (self->detail);
  g_free (self);
}

/**
 * ty_form_export_commit:
 * @self: an export
 * @store: (nullable): the store that writes; a blank form needs none
 * @user: who exports
 * @error: %TY_STORE_ERROR_READ_ONLY where the export cannot be noted; a `TY_STORE_ERROR`, or a `G_IO_ERROR`
 *
 * Notes the export in the history, and puts the PDF into its place. Forms have families and résumés in them:
 * none is outside without a note.
 *
 * Returns: whether the file is there; what was there before is still there otherwise
 */
gboolean
ty_form_export_commit (TyFormExport  *self,
                       TyStore       *store,
                       const char    *user,
                       GError       **error)
{
  if (self->detail != NULL && (store == NULL || ty_store_is_read_only (store)))
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_READ_ONLY,
                           _("The file is open for reading only, so that the export cannot be noted. Export "
                             "where the file can be changed."));
      return FALSE;
    }
  if (self->detail != NULL && !ty_store_add_event (store, user, "exported", self->detail, error))
    return FALSE;

  return ty_out_file_commit (self->file, error);
}

/**
 * ty_form_export_get_path:
 * @self: an export
 *
 * Returns: (transfer none): where it is
 */
const char *
ty_form_export_get_path (TyFormExport *self)
{
  return ty_out_file_get_path (self->file);
}

/**
 * ty_form_export_get_n_people:
 * @self: an export
 *
 * Returns: of how many people forms were drawn
 */
guint
ty_form_export_get_n_people (TyFormExport *self)
{
  return self->n_people;
}

/**
 * ty_form_export_get_n_pages:
 * @self: an export
 *
 * Returns: how many pages there are
 */
guint
ty_form_export_get_n_pages (TyFormExport *self)
{
  return self->n_pages;
}

/**
 * ty_form_export_get_failures:
 * @self: an export
 *
 * Returns: (transfer none) (element-type utf8): a sentence for each form that was not drawn
 */
GPtrArray *
ty_form_export_get_failures (TyFormExport *self)
{
  return self->failures;
}

/**
 * ty_form_export_get_warnings:
 * @self: an export
 *
 * Returns: (transfer none) (element-type utf8): sentences about what is not as it usually is
 */
GPtrArray *
ty_form_export_get_warnings (TyFormExport *self)
{
  return self->warnings;
}
