/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-target"

#include "config.h"

#include "ty-form-target.h"

#include "ty-file-names.h"
#include "ty-form-naming.h"
#include "ty-out-file.h"
#include "ty-zip-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define BUFFER_BYTES 65536

/**
 * TyFormTarget:
 *
 * Where forms go: one file, a file of each in a folder, or an archive of these. Everything is written beside its
 * place and comes there with ty_form_target_commit(), or not at all.
 */
struct _TyFormTarget
{
  TyFormTemplate *template; /* (owned) */
  char *path;               /* (owned) */
  char *naming;             /* (owned) */
  TyFormFormat format;
  TyFormPack pack;
  gboolean overwrite;

  GPtrArray *files;         /* (owned) (element-type TyOutFile): not in their place */
  TyFormDocument *document; /* (owned) (nullable): the one of all forms */
  TyFileNames *names;       /* (owned) (nullable): of the forms */
  TyZipWriter *zip;         /* (owned) (nullable) */
  int draft;                /* a file without a name for what goes into the archive, -1 = none */
  guint n_pages;
  guint n_files;
};

/* An out file of the own that is the last of the files. */
static TyOutFile *
add_file (TyFormTarget  *self,
          const char    *path,
          GError       **error)
{
  TyOutFile *file = ty_out_file_new (path, error);

  if (file != NULL)
    g_ptr_array_add (self->files, file);
  return file;
}

static gboolean
fail (int       code,
      GError  **error)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("The forms cannot be written: %s."),
               g_strerror (code));
  return FALSE;
}

static gboolean
open_one (TyFormTarget  *self,
          GError       **error)
{
  TyOutFile *file = add_file (self, self->path, error);

  if (file == NULL)
    return FALSE;
  self->document = ty_form_document_new (self->format, ty_out_file_get_fd (file), self->template, error);
  self->n_files = 1;
  return self->document != NULL;
}

static gboolean
open_folder (TyFormTarget  *self,
             GError       **error)
{
  if (g_mkdir_with_parents (self->path, 0777) == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("The folder %s cannot be made: %s"), self->path,
               g_strerror (errno));
  return FALSE;
}

static gboolean
open_zip (TyFormTarget  *self,
          GError       **error)
{
  TyOutFile *file = add_file (self, self->path, error);
  g_autofree char *path = NULL;

  if (file == NULL)
    return FALSE;
  self->zip = ty_zip_writer_new (ty_out_file_get_fd (file), error);
  if (self->zip == NULL)
    return FALSE;
  self->draft = g_file_open_tmp ("touyan-XXXXXX", &path, error);
  if (self->draft < 0)
    return FALSE;
  g_unlink (path);
  return TRUE;
}

/**
 * ty_form_target_new:
 * @spec: where the forms go
 * @error: a `G_IO_ERROR`
 *
 * Returns: (transfer full) (nullable): a place without forms
 */
TyFormTarget *
ty_form_target_new (const TyFormTargetSpec  *spec,
                    GError                 **error)
{
  g_autoptr(TyFormTarget) self = g_new0 (TyFormTarget, 1);
  gboolean opened;

  self->template = ty_form_template_ref (spec->template);
  self->path = g_strdup (spec->path);
  self->naming = g_strdup (spec->naming != NULL && *spec->naming != '\0'
                             ? spec->naming : ty_form_naming_get_default (spec->template));
  self->format = spec->format;
  self->pack = spec->pack;
  self->overwrite = spec->overwrite;
  self->draft = -1;
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_out_file_free);
  self->names = ty_file_names_new (ty_form_format_get_extension (spec->format));
  if (!ty_form_naming_check (self->naming, error))
    return NULL;

  opened = self->pack == TY_FORM_PACK_ONE ? open_one (self, error)
           : self->pack == TY_FORM_PACK_ZIP ? open_zip (self, error) : open_folder (self, error);
  return opened ? g_steal_pointer (&self) : NULL;
}

/**
 * ty_form_target_free:
 * @self: (transfer full): a place
 *
 * What is not in its place yet is thrown away.
 */
void
ty_form_target_free (TyFormTarget *self)
{
  g_clear_pointer (&self->document, ty_form_document_free);
  g_clear_pointer (&self->zip, ty_zip_writer_free);
  g_clear_pointer (&self->names, ty_file_names_free);
  g_ptr_array_unref (self->files);
  if (self->draft >= 0)
    close (self->draft);
  ty_form_template_unref (self->template);
  g_free (self->path);
  g_free (self->naming);
  g_free (self);
}

/* A document with one form. */
static gboolean
write_alone (TyFormTarget  *self,
             TyForm        *form,
             const char    *bookmark,
             int            fd,
             GError       **error)
{
  g_autoptr(TyFormDocument) document = ty_form_document_new (self->format, fd, self->template, error);

  if (document == NULL || !ty_form_document_add (document, form, bookmark, error)
      || !ty_form_document_finish (document, error))
    return FALSE;

  self->n_pages += ty_form_document_get_n_pages (document);
  self->n_files++;
  return TRUE;
}

static gboolean
copy_draft (TyFormTarget  *self,
            GError       **error)
{
  g_autofree char *buffer = g_malloc (BUFFER_BYTES);

  if (lseek (self->draft, 0, SEEK_SET) < 0)
    return fail (errno, error);
  while (TRUE)
    {
      gssize n = read (self->draft, buffer, BUFFER_BYTES);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (errno, error);
      if (n == 0)
        return TRUE;
      if (!ty_zip_writer_add (self->zip, buffer, (gsize) n, error))
        return FALSE;
    }
}

static gboolean
add_to_zip (TyFormTarget  *self,
            TyForm        *form,
            const char    *name,
            const char    *bookmark,
            GError       **error)
{
  if (ftruncate (self->draft, 0) != 0 || lseek (self->draft, 0, SEEK_SET) < 0)
    return fail (errno, error);

  return write_alone (self, form, bookmark, self->draft, error) && ty_zip_writer_begin (self->zip, name, error)
         && copy_draft (self, error);
}

/* A file that could not be written is none of those that get their name. */
static gboolean
add_to_folder (TyFormTarget  *self,
               TyForm        *form,
               const char    *name,
               const char    *bookmark,
               GError       **error)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);
  TyOutFile *file;

  if (!self->overwrite && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("There is a file %s already."), name);
      return FALSE;
    }
  file = add_file (self, path, error);
  if (file == NULL)
    return FALSE;
  if (write_alone (self, form, bookmark, ty_out_file_get_fd (file), error) && ty_out_file_seal (file, error))
    return TRUE;

  g_ptr_array_remove (self->files, file);
  return FALSE;
}

/**
 * ty_form_target_add:
 * @self: a place
 * @form: a form
 * @values: what it says
 * @bookmark: (nullable): whose form it is
 * @error: a `G_IO_ERROR`
 *
 * Adds a form. In a folder one that cannot be written leaves the others as they are.
 *
 * Returns: whether it is written
 */
gboolean
ty_form_target_add (TyFormTarget  *self,
                    TyForm        *form,
                    TyFormValues  *values,
                    const char    *bookmark,
                    GError       **error)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (self->document != NULL)
    return ty_form_document_add (self->document, form, bookmark, error);

  text = ty_form_naming_dup (self->naming, self->template, values, self->n_files + 1);
  name = ty_file_names_take (self->names, text, ty_form_values_get (values, "birth_month"));
  return self->zip != NULL ? add_to_zip (self, form, name, bookmark, error)
                           : add_to_folder (self, form, name, bookmark, error);
}

/**
 * ty_form_target_finish:
 * @self: a place with all forms
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether everything is on the disk
 */
gboolean
ty_form_target_finish (TyFormTarget  *self,
                       GError       **error)
{
  if (self->document != NULL)
    {
      self->n_pages = ty_form_document_get_n_pages (self->document);
      if (!ty_form_document_finish (self->document, error))
        return FALSE;
    }
  if (self->zip != NULL && !ty_zip_writer_finish (self->zip, error))
    return FALSE;
  for (guint i = 0; i < self->files->len; i++)
    if (!ty_out_file_seal (g_ptr_array_index (self->files, i), error))
      return FALSE;

  return TRUE;
}

/**
 * ty_form_target_commit:
 * @self: a place that is finished
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether all files are in their place
 */
gboolean
ty_form_target_commit (TyFormTarget  *self,
                       GError       **error)
{
  for (guint i = 0; i < self->files->len; i++)
    if (!ty_out_file_commit (g_ptr_array_index (self->files, i), error))
      return FALSE;

  return TRUE;
}

/**
 * ty_form_target_get_n_pages:
 * @self: a place that is finished
 *
 * Returns: how many pages all files have
 */
guint
ty_form_target_get_n_pages (TyFormTarget *self)
{
  return self->n_pages;
}

/**
 * ty_form_target_get_n_files:
 * @self: a place
 *
 * Returns: how many files there are; an archive counts what is in it
 */
guint
ty_form_target_get_n_files (TyFormTarget *self)
{
  return self->n_files;
}
