/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-export"

#include "config.h"

#include "ty-form-export.h"

#include "ty-action.h"
#include "ty-action-log.h"
#include "ty-form-content.h"
#include "ty-form-documents.h"
#include "ty-store-error.h"

#include <glib/gi18n-lib.h>

/**
 * TyFormExport:
 *
 * Forms that were drawn beside their place. They come there when the export is noted in the history.
 */
struct _TyFormExport
{
  TyFormTarget *target; /* (owned) (nullable) */
  char *path;           /* (owned) */
  char *detail;         /* (owned) (nullable): of the note; a blank form needs none */
  guint n_people;
  guint n_drawn;        /* forms */
  GPtrArray *failures;  /* (owned) (element-type utf8): a sentence for each form that was not drawn */
  GPtrArray *warnings;  /* (owned) (element-type utf8) */
};

typedef struct
{
  TyFormExport *export;          /* (unowned) */
  const TyFormExportSpec *spec;  /* (unowned) */
  TyFormWriter *writer;          /* (owned) */
} Run;

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->writer, ty_form_writer_free);
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
  g_autoptr(GError) local = NULL;

  if (!ty_form_target_add (run->export->target, form, values, bookmark, &local))
    {
      if (run->spec->pack == TY_FORM_PACK_FOLDER)
        {
          add_sentence (run->export->failures, bookmark, local->message);
          return TRUE;
        }
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  run->export->n_drawn++;
  for (guint i = 0; i < warnings->len; i++)
    add_sentence (run->export->warnings, bookmark, g_ptr_array_index (warnings, i));
  return TRUE;
}

static gboolean
take_document (TyFormValues  *values,
               const char    *bookmark,
               gpointer       data,
               GError       **error)
{
  g_autoptr(TyFormValues) owned = values;

  return draw (data, owned, bookmark, error);
}

static gboolean
draw_people (Run                        *run,
             TyDatabase                 *database,
             TyAppointmentProgressFunc   progress,
             gpointer                    data,
             GCancellable               *cancellable,
             GError                    **error)
{
  TyFormDocuments documents = {
    .template = run->spec->template,
    .people = run->spec->people,
    .n_people = run->spec->n_people,
    .as_of = run->spec->as_of,
    .func = take_document,
    .data = run,
    .progress = progress,
    .progress_data = data,
    .failures = run->export->failures,
    .warnings = run->export->warnings,
  };
  gboolean done = ty_form_documents_make (&documents, database, cancellable, error);

  run->export->n_people = documents.n_read;
  return done;
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

  if (export->n_drawn == 0)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_FAILED,
                           export->failures->len > 0 ? g_ptr_array_index (export->failures, 0) : "");
      return FALSE;
    }
  warn_of_missing (run);
  return ty_form_target_finish (export->target, error);
}

static char *
make_detail (const TyFormExportSpec *spec,
             guint                   n_people)
{
  g_autofree char *name = g_path_get_basename (spec->path);
  g_autofree char *shown = g_filename_display_name (name);

  return ty_form_export_dup_note (spec->template, n_people, spec->as_of,
                                  ty_form_format_get_extension (spec->format), shown);
}

static gboolean
open_target (TyFormExport            *self,
             const TyFormExportSpec  *spec,
             GError                 **error)
{
  const TyFormTargetSpec target = {
    spec->template, spec->path, spec->format, spec->pack, spec->naming, spec->overwrite,
  };

  if (spec->pack != TY_FORM_PACK_ONE && ty_form_template_get_of (spec->template) == TY_FORM_OF_PEOPLE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("“%s” has all people in it, so that it cannot be a file of each. Write it as one file."),
                   ty_form_template_get_name (spec->template));
      return FALSE;
    }
  self->target = ty_form_target_new (&target, error);
  return self->target != NULL;
}

/**
 * ty_form_export_dup_note:
 * @template: which form
 * @n_people: of how many people
 * @as_of: the day
 * @format: pdf, docx, print or preview
 * @file: (nullable): the name of the file
 *
 * Returns: (transfer full): what the history says of it, as JSON
 */
char *
ty_form_export_dup_note (TyFormTemplate *template,
                         guint           n_people,
                         TyDate          as_of,
                         const char     *format,
                         const char     *file)
{
  g_autofree char *people = g_strdup_printf ("%u", n_people);
  g_autofree char *date = ty_date_to_iso (as_of);

  return ty_action_detail_new ("what", "forms", "form", ty_form_template_get_id (template), "people", people,
                               "as_of", date, "format", format, file != NULL ? "file" : NULL, file, NULL);
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
 * Writes forms beside their place. ty_form_export_commit() follows.
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
  g_auto(Run) run = { self, spec, NULL };

  self->failures = g_ptr_array_new_with_free_func (g_free);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  if (!ty_form_content_check (spec->template, error))
    return NULL;
  if (!open_target (self, spec, error))
    return NULL;

  self->path = g_strdup (spec->path);
  run.writer = ty_form_writer_new (ty_form_template_is_traditional (spec->template));
  if (!(spec->n_people > 0 ? draw_people (&run, database, progress, data, cancellable, error)
                           : draw_blank (&run, error))
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
  g_clear_pointer (&self->target, ty_form_target_free);
  g_ptr_array_unref (self->failures);
  g_ptr_array_unref (self->warnings);
  g_free (self->detail);
  g_free (self->path);
  g_free (self);
}

/**
 * ty_form_export_commit:
 * @self: an export
 * @store: (nullable): the store that writes; a blank form needs none
 * @user: who exports
 * @error: %TY_STORE_ERROR_READ_ONLY where the export cannot be noted; a `TY_STORE_ERROR`, or a `G_IO_ERROR`
 *
 * Notes the export in the history, and puts the files into their place. Forms have families and résumés in them:
 * none is outside without a note.
 *
 * Returns: whether they are there; what was there before is still there otherwise
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

  return ty_form_target_commit (self->target, error);
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
  return self->path;
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
  return ty_form_target_get_n_pages (self->target);
}

/**
 * ty_form_export_get_n_files:
 * @self: an export
 *
 * Returns: how many files there are; an archive counts what is in it
 */
guint
ty_form_export_get_n_files (TyFormExport *self)
{
  return ty_form_target_get_n_files (self->target);
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
