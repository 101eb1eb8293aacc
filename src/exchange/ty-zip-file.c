/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-zip-file"

#include "config.h"

#include "ty-zip-file.h"

#include "ty-xlsx-error.h"
#include "ty-zip-pass.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SCAN_BYTES 65536

/**
 * TyZipFile:
 *
 * A zip whose members are read by name. The file stays open and is only read.
 */
struct _TyZipFile
{
  GInputStream *stream; /* (owned) */
  GHashTable *names;    /* (owned) (element-type utf8 utf8): a set */
  guint64 size;         /* bytes */
};

/* Counts up to most + 1 occurrences of a short byte string in the whole stream. */
static gboolean
count_bytes (GInputStream  *stream,
             const void    *needle,
             gsize          length,
             guint          most,
             guint         *count,
             GError       **error)
{
  g_autofree guint8 *buffer = g_malloc (SCAN_BYTES);
  gsize kept = 0;

  g_assert (length <= 64);

  *count = 0;
  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, NULL, error))
    return FALSE;

  while (*count <= most)
    {
      gssize n = g_input_stream_read (stream, buffer + kept, SCAN_BYTES - kept, NULL, error);
      const guint8 *at = buffer;
      const guint8 *end;

      if (n <= 0)
        return n == 0;

      end = buffer + kept + n;
      while (*count <= most && (at = memmem (at, (gsize) (end - at), needle, length)) != NULL)
        {
          (*count)++;
          at++;
        }
      kept = MIN ((gsize) (end - buffer), length - 1);
      memmove (buffer, end - kept, kept);
    }

  return TRUE;
}

static gboolean
fail_ole (TyZipFile  *self,
          GError    **error)
{
  static const char package[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  guint count;

  if (!count_bytes (self->stream, package, sizeof package, 0, &count, error))
    return FALSE;

  if (count > 0)
    ty_xlsx_error_set (error, TY_XLSX_ERROR_ENCRYPTED,
                       _("The file is encrypted. Open it in WPS or Excel, remove the password and "
                         "save it again."));
  else
    ty_xlsx_error_set (error, TY_XLSX_ERROR_OLD_XLS,
                       _("This is an old .xls workbook. Open it in WPS or Excel and save it as an "
                         ".xlsx workbook."));
  return FALSE;
}

static gboolean
check_kind (TyZipFile  *self,
            GError    **error)
{
  static const guint8 ole[8] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };
  guint8 head[8] = { 0 };
  gsize n;

  if (!g_input_stream_read_all (self->stream, head, sizeof head, &n, NULL, error))
    return FALSE;

  if (n == 0)
    {
      ty_xlsx_error_set (error, TY_XLSX_ERROR_NOT_XLSX,
                         _("The file is empty. Choose the workbook that was saved from WPS or "
                           "Excel."));
      return FALSE;
    }
  if (memcmp (head, ole, sizeof ole) == 0)
    return fail_ole (self, error);
  if (memcmp (head, "PK\003\004", 4) != 0)
    {
      ty_xlsx_error_set (error, TY_XLSX_ERROR_NOT_XLSX,
                         _("This is not an .xlsx workbook. Open it in WPS or Excel and save it as "
                           "an .xlsx workbook."));
      return FALSE;
    }

  return TRUE;
}

/* The directory is loaded as a whole by the zip reader, so that its entries are counted first. */
static gboolean
check_size (TyZipFile  *self,
            GError    **error)
{
  guint count;

  if (!g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_END, NULL, error))
    return FALSE;
  self->size = (guint64) g_seekable_tell (G_SEEKABLE (self->stream));
  if (self->size > TY_ZIP_MAX_FILE_BYTES)
    {
      ty_xlsx_error_set (error, TY_XLSX_ERROR_TOO_LARGE,
                         _("The file is larger than 256 MB. Copy the roster alone into a new "
                           "workbook and save that."));
      return FALSE;
    }

  if (!count_bytes (self->stream, "PK\001\002", 4, TY_ZIP_MAX_MEMBERS, &count, error))
    return FALSE;
  if (count > TY_ZIP_MAX_MEMBERS)
    {
      ty_xlsx_error_unpacks (error);
      return FALSE;
    }

  return g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_SET, NULL, error);
}

static gboolean
collect_names (TyZipFile  *self,
               GError    **error)
{
  g_autoptr(TyZipPass) pass = ty_zip_pass_new (self->stream, NULL);

  while (TRUE)
    {
      char *name;

      if (!ty_zip_pass_next (pass, &name, error))
        return FALSE;
      if (name == NULL)
        return TRUE;
      g_hash_table_add (self->names, name);
    }
}

static GInputStream *
open_regular (GFile   *file,
              GError **error)
{
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GFileInputStream) stream = NULL;

  /* Opening a pipe would wait for a writer. */
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL,
                            error);
  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      ty_xlsx_error_set (error, TY_XLSX_ERROR_NOT_XLSX,
                         _("This is a folder or a device. Choose an .xlsx workbook."));
      return NULL;
    }

  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;
  if (!g_seekable_can_seek (G_SEEKABLE (stream)))
    {
      ty_xlsx_error_set (error, TY_XLSX_ERROR_IO,
                         _("The file cannot be read where it is. Copy it to this computer first."));
      return NULL;
    }

  return G_INPUT_STREAM (g_steal_pointer (&stream));
}

/**
 * ty_zip_file_new:
 * @file: a file
 * @error: a `TY_XLSX_ERROR`
 *
 * Opens a zip and looks at what kind of file it is, at its size and at the names of its members.
 *
 * Returns: (transfer full) (nullable): the zip
 */
TyZipFile *
ty_zip_file_new (GFile   *file,
                 GError **error)
{
  g_autoptr(TyZipFile) self = g_new0 (TyZipFile, 1);
  GError *local_error = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stream = open_regular (file, &local_error);
  if (self->stream == NULL
      || !check_kind (self, &local_error)
      || !check_size (self, &local_error)
      || !collect_names (self, &local_error))
    {
      ty_xlsx_error_propagate (error, local_error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
ty_zip_file_free (TyZipFile *self)
{
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_object (&self->stream);
  g_free (self);
}

/**
 * ty_zip_file_has_part:
 * @self: a zip
 * @name: the name of a member, in any case, without a leading `/`
 *
 * Returns: whether there is such a member
 */
gboolean
ty_zip_file_has_part (TyZipFile  *self,
                      const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_hash_table_contains (self->names, lower);
}

/**
 * ty_zip_file_open_part:
 * @self: a zip
 * @name: the name of a member, in any case, without a leading `/`
 * @limit: the most bytes that the member may unpack to; %TY_ZIP_MAX_RATIO may set a lower one
 * @cancellable: (nullable): stops the reading
 * @error: a `TY_XLSX_ERROR`
 *
 * Opens a member. Only one is open at a time.
 *
 * Returns: (transfer full) (nullable): a pass that stands on the member
 */
TyZipPass *
ty_zip_file_open_part (TyZipFile     *self,
                       const char    *name,
                       guint64        limit,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr(TyZipPass) pass = NULL;
  g_autofree char *lower = g_ascii_strdown (name, -1);
  guint64 fair = MAX ((guint64) TY_ZIP_FREE_BYTES, self->size * TY_ZIP_MAX_RATIO);

  pass = ty_zip_pass_new (self->stream, cancellable);
  while (TRUE)
    {
      g_autofree char *found = NULL;

      if (!ty_zip_pass_next (pass, &found, error))
        return NULL;
      if (found == NULL)
        break;
      if (strcmp (found, lower) != 0)
        continue;
      if (!ty_zip_pass_begin (pass, MIN (limit, fair), error))
        return NULL;
      return g_steal_pointer (&pass);
    }

  g_set_error (error, TY_XLSX_ERROR, TY_XLSX_ERROR_TRUNCATED,
               _("The workbook is damaged: its part “%s” is missing. Open it in WPS or Excel and "
                 "save it again."), name);
  return NULL;
}
