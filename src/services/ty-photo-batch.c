/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-photo-batch"

#include "config.h"

#include "ty-photo-batch.h"

#include "ty-csv-guard.h"
#include "ty-file-content.h"
#include "ty-person.h"
#include "ty-photo-edit.h"
#include "ty-photo-match.h"
#include "ty-photo.h"
#include "ty-table.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Photos of many people at once. The folder is read and every file is looked at to its end, but none is
 * decoded; then the names of the files are compared with the people. What is chosen is decoded, cut and
 * written into a file without a name, since five thousand photos are too many for the memory; only
 * when all are there, one action takes them into the county file. */

#define LEAST_SIDE 720 /* pixels of the shorter side when it is decoded: enough for 480 × 600 */
#define TELL_EVERY 8   /* files */

static void
photo_file_free (gpointer data)
{
  TyPhotoFile *self = data;

  g_free (self->path);
  g_free (self->name);
  g_free (self->shown);
  g_free (self->who);
  g_free (self->text);
  g_free (self);
}

static void
set_state (TyPhotoFile  *file,
           TyPhotoState  state,
           const char   *text)
{
  file->state = state;
  g_free (file->text);
  file->text = g_strdup (text);
}

/* What the name of the file is, is not looked at: a picture is known by its bytes. */
static void
set_problem (TyPhotoFile  *file,
             const GError *error)
{
  TyPhotoState state = TY_PHOTO_UNREADABLE;

  if (g_error_matches (error, TY_FILE_CONTENT_ERROR, TY_FILE_CONTENT_TOO_LARGE)
      || g_error_matches (error, TY_PHOTO_ERROR, TY_PHOTO_ERROR_TOO_LARGE))
    state = TY_PHOTO_TOO_LARGE;
  else if (error->domain == TY_PHOTO_ERROR)
    state = TY_PHOTO_NO_IMAGE;
  set_state (file, state, error->message);
}

static GBytes *
read_file (TyPhotoFile   *file,
           GCancellable  *cancellable,
           GError       **error)
{
  return ty_file_content_read (file->path, TY_PHOTO_MOST_BYTES, FALSE, NULL, NULL, cancellable, error);
}

static void
look_at (TyPhotoFile  *file,
         GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = read_file (file, cancellable, &error);

  if (bytes == NULL || !ty_photo_check (bytes, &error))
    set_problem (file, error);
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  const TyPhotoFile *first = *(TyPhotoFile **) a;
  const TyPhotoFile *second = *(TyPhotoFile **) b;

  return g_utf8_collate (first->name, second->name);
}

/* Of the programs that show pictures, and hidden ones. */
static gboolean
is_of_no_interest (const char *name)
{
  return *name == '.' || g_ascii_strcasecmp (name, "Thumbs.db") == 0
         || g_ascii_strcasecmp (name, "desktop.ini") == 0;
}

static void
add_file (TyPhotoBatch *self,
          const char   *folder,
          const char   *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GStatBuf info;
  TyPhotoFile *file;

  if (is_of_no_interest (name))
    return;
  if (g_lstat (path, &info) == 0 && S_ISDIR (info.st_mode))
    {
      self->n_folders++;
      return;
    }

  file = g_new0 (TyPhotoFile, 1);
  file->name = g_filename_display_name (name);
  file->shown = ty_photo_match_mask (file->name);
  file->path = g_steal_pointer (&path);
  file->offset = -1;
  g_ptr_array_add (self->files, file);
}

static void
count (TyPhotoBatch *self)
{
  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; i < self->files->len; i++)
    self->counts[((TyPhotoFile *) g_ptr_array_index (self->files, i))->state]++;
}

static gboolean
add_folder (TyPhotoBatch  *self,
            const char    *folder,
            GError       **error)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    add_file (self, folder, name);
  return TRUE;
}

/**
 * ty_photo_batch_scan:
 * @paths: (array zero-terminated=1): files, and folders of them
 * @func: (nullable): hears how far it is
 * @data: for @func
 * @cancellable: (nullable): stops it
 * @error: a `G_FILE_ERROR`, or %G_IO_ERROR_CANCELLED
 *
 * Looks at every file, and at every file of a folder, without following links, looking into its folders or decoding.
 *
 * Returns: (transfer full) (nullable): what is there
 */
TyPhotoBatch *
ty_photo_batch_scan (const char *const  *paths,
                     TyPhotoBatchFunc    func,
                     gpointer            data,
                     GCancellable       *cancellable,
                     GError            **error)
{
  g_autoptr(TyPhotoBatch) self = g_atomic_rc_box_new0 (TyPhotoBatch);

  self->spool = -1;
  self->files = g_ptr_array_new_with_free_func (photo_file_free);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *folder = g_path_get_dirname (paths[i]);
      g_autofree char *name = g_path_get_basename (paths[i]);

      if (g_file_test (paths[i], G_FILE_TEST_IS_REGULAR))
        add_file (self, folder, name);
      else if (!add_folder (self, paths[i], error))
        return NULL;
    }
  g_ptr_array_sort (self->files, compare_files);
  for (guint i = 0; i < self->files->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      look_at (g_ptr_array_index (self->files, i), cancellable);
      if (func != NULL && i % TELL_EVERY == 0)
        func (i, self->files->len, data);
    }
  count (self);
  return g_steal_pointer (&self);
}

/**
 * ty_photo_batch_ref:
 * @self: a folder of photos
 *
 * Returns: (transfer full): the same
 */
TyPhotoBatch *
ty_photo_batch_ref (TyPhotoBatch *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TyPhotoBatch *self = data;

  g_clear_pointer (&self->files, g_ptr_array_unref);
  if (self->spool >= 0)
    close (self->spool);
}

/**
 * ty_photo_batch_unref:
 * @self: (transfer full): a folder of photos
 *
 * What was prepared goes with the last reference.
 */
void
ty_photo_batch_unref (TyPhotoBatch *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* Two photos of one person: nobody but the office knows which one is meant. */
static void
find_doubles (TyPhotoBatch *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->files->len; i++)
    {
      TyPhotoFile *file = g_ptr_array_index (self->files, i);
      TyPhotoFile *other = file->person != 0 ? g_hash_table_lookup (seen, &file->person) : NULL;
      g_autofree char *text = NULL;

      if (file->person == 0)
        continue;
      if (other == NULL)
        {
          g_hash_table_insert (seen, &file->person, file);
          continue;
        }
      text = g_strdup_printf (_("%s and %s are of the same person. Take one of them out of the folder."),
                              other->shown, file->shown);
      set_state (file, TY_PHOTO_SEVERAL_FILES, text);
      set_state (other, TY_PHOTO_SEVERAL_FILES, text);
    }
}

/**
 * ty_photo_batch_match:
 * @self: a folder of photos
 * @database: a connection
 * @as_of: the day of which the posts are looked at
 * @cancellable: (nullable): stops it
 * @error: a `TY_STORE_ERROR`, or %G_IO_ERROR_CANCELLED
 *
 * Finds out by the names of the files whose photos they are.
 *
 * Returns: whether it was found out
 */
gboolean
ty_photo_batch_match (TyPhotoBatch  *self,
                      TyDatabase    *database,
                      TyDate         as_of,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr(TyPhotoMatch) match = ty_photo_match_new (database, as_of);

  for (guint i = 0; i < self->files->len; i++)
    {
      TyPhotoFile *file = g_ptr_array_index (self->files, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (file->state == TY_PHOTO_NEW && !ty_photo_match_run (match, file, error))
        return FALSE;
    }
  find_doubles (self);
  count (self);
  return TRUE;
}

/**
 * ty_photo_batch_is_chosen:
 * @self: a folder of photos
 * @file: one of its files
 *
 * Returns: whether it would be imported
 */
gboolean
ty_photo_batch_is_chosen (TyPhotoBatch      *self,
                          const TyPhotoFile *file)
{
  return file->state == TY_PHOTO_NEW || (file->state == TY_PHOTO_OTHER && self->replace);
}

/**
 * ty_photo_batch_get_n_chosen:
 * @self: a folder of photos
 *
 * Returns: how many photos would be imported
 */
guint
ty_photo_batch_get_n_chosen (TyPhotoBatch *self)
{
  return self->counts[TY_PHOTO_NEW] + (self->replace ? self->counts[TY_PHOTO_OTHER] : 0);
}

/* A file that has a place, but no name: it goes with the program, whatever happens. */
static gboolean
open_spool (TyPhotoBatch  *self,
            GError       **error)
{
  g_autofree char *path = NULL;

  if (self->spool >= 0)
    close (self->spool);
  self->spool = g_file_open_tmp ("touyan-photos-XXXXXX", &path, error);
  if (self->spool < 0)
    return FALSE;

  g_unlink (path);
  return TRUE;
}

static gboolean
write_spool (TyPhotoBatch  *self,
             GBytes        *photo,
             goffset        offset,
             GError       **error)
{
  gsize length, done = 0;
  const char *data = g_bytes_get_data (photo, &length);

  while (done < length)
    {
      ssize_t n = pwrite (self->spool, data + done, length - done, offset + (goffset) done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                       _("The photos cannot be prepared: %s. Make room in the folder for temporary files."),
                       g_strerror (errno));
          return FALSE;
        }
      done += (gsize) n;
    }
  return TRUE;
}

/* In the middle, as large as it can be. */
static GBytes *
make_photo (TyPhotoFile   *file,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GBytes) bytes = read_file (file, cancellable, error);
  g_autoptr(GdkPixbuf) picture = bytes != NULL ? ty_photo_decode (bytes, LEAST_SIDE, error) : NULL;
  TyCrop crop;

  if (picture == NULL)
    return NULL;

  ty_crop_init (&crop, gdk_pixbuf_get_width (picture), gdk_pixbuf_get_height (picture));
  return ty_photo_encode (picture, &crop, error);
}

/**
 * ty_photo_batch_prepare:
 * @self: a folder of photos, compared with the people
 * @func: (nullable): hears how far it is
 * @data: for @func
 * @cancellable: (nullable): stops it
 * @error: a `G_IO_ERROR`, where they cannot be kept until they are imported
 *
 * Decodes and cuts what is chosen. A file that turns out to be damaged is told so and left out.
 *
 * Returns: whether it went through
 */
gboolean
ty_photo_batch_prepare (TyPhotoBatch      *self,
                        TyPhotoBatchFunc   func,
                        gpointer           data,
                        GCancellable      *cancellable,
                        GError           **error)
{
  goffset offset = 0;
  guint n_done = 0, n_chosen = ty_photo_batch_get_n_chosen (self);

  if (!open_spool (self, error))
    return FALSE;
  for (guint i = 0; i < self->files->len; i++)
    {
      TyPhotoFile *file = g_ptr_array_index (self->files, i);
      g_autoptr(GError) problem = NULL;
      g_autoptr(GBytes) photo = NULL;

      file->offset = -1;
      if (!ty_photo_batch_is_chosen (self, file))
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (func != NULL)
        func (n_done++, n_chosen, data);
      photo = make_photo (file, cancellable, &problem);
      if (photo == NULL)
        {
          set_problem (file, problem);
          continue;
        }
      if (!write_spool (self, photo, offset, error))
        return FALSE;
      file->offset = offset;
      file->length = g_bytes_get_size (photo);
      offset += (goffset) file->length;
    }
  count (self);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

typedef struct
{
  TyPhotoBatch *batch;
  GPtrArray *files; /* (element-type TyPhotoFile) */
} Commit;

static gboolean
next_photo (guint      index,
            gint64    *person,
            GBytes   **photo,
            gpointer   data,
            GError   **error)
{
  const Commit *commit = data;
  const TyPhotoFile *file = g_ptr_array_index (commit->files, index);
  g_autofree char *bytes = g_malloc (file->length);
  gsize done = 0;

  while (done < file->length)
    {
      ssize_t n = pread (commit->batch->spool, bytes + done, file->length - done,
                         file->offset + (goffset) done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _("The photos that were prepared cannot be read. Import the folder again."));
          return FALSE;
        }
      done += (gsize) n;
    }
  *person = file->person;
  *photo = g_bytes_new_take (g_steal_pointer (&bytes), file->length);
  return TRUE;
}

/* Between the look at the folder and the import somebody else may have worked. */
static gboolean
look_again (TyPhotoBatch  *self,
            TyStore       *store,
            TyPhotoFile   *file,
            gboolean      *fits,
            GError       **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(TyRecord) person = ty_table_get (ty_store_get_database (store), &ty_person_info, file->person,
                                             &local);

  *fits = FALSE;
  if (g_error_matches (local, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND))
    {
      set_state (file, TY_PHOTO_NOBODY, _("The person is no longer in the file."));
      return TRUE;
    }
  if (person == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (file->state == TY_PHOTO_NEW && ty_record_get_text (person, TY_PERSON_PHOTO) != NULL)
    set_state (file, TY_PHOTO_OTHER, NULL);
  *fits = ty_photo_batch_is_chosen (self, file);
  return TRUE;
}

/**
 * ty_photo_batch_commit:
 * @self: photos that are prepared
 * @store: a store that writes
 * @user: who imports
 * @error: a `TY_STORE_ERROR`
 *
 * Gives everybody the photo, as one action.
 *
 * Returns: whether it was done; where nobody is left, nothing is written
 */
gboolean
ty_photo_batch_commit (TyPhotoBatch  *self,
                       TyStore       *store,
                       const char    *user,
                       GError       **error)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new ();
  Commit commit = { self, files };

  self->n_imported = 0;
  self->seq = 0;
  for (guint i = 0; i < self->files->len; i++)
    {
      TyPhotoFile *file = g_ptr_array_index (self->files, i);
      gboolean fits;

      if (file->offset < 0)
        continue;
      if (!look_again (self, store, file, &fits, error))
        return FALSE;
      if (fits)
        g_ptr_array_add (files, file);
    }
  count (self);
  if (files->len > 0
      && !ty_photo_edit_set_many (store, user, files->len, TY_PHOTO_MEDIA_TYPE, next_photo, &commit,
                                  &self->seq, error))
    return FALSE;

  self->n_imported = files->len;
  return TRUE;
}

/**
 * ty_photo_state_to_string:
 * @state: what can be done with a file
 *
 * Returns: (transfer none): its word for JSON
 */
const char *
ty_photo_state_to_string (TyPhotoState state)
{
  static const char *const words[TY_N_PHOTO_STATES] = {
    "new", "has-photo", "nobody", "several-people", "contradiction", "several-files", "no-image",
    "too-large", "unreadable",
  };

  return words[state];
}

/**
 * ty_photo_batch_get_outcome:
 * @self: a folder of photos
 * @file: one of its files
 *
 * Returns: (transfer none): what would be or was done with it, in a few words in the user’s language
 */
const char *
ty_photo_batch_get_outcome (TyPhotoBatch      *self,
                            const TyPhotoFile *file)
{
  static const char *const labels[TY_N_PHOTO_STATES] = {
    N_("Matched"), N_("Has a photo already"), N_("Nobody of that name"), N_("Several people of that name"),
    N_("Contradiction"), N_("Several files for one person"), N_("Not a usable picture"), N_("Too large"),
    N_("Cannot be read"),
  };

  if (file->state == TY_PHOTO_OTHER)
    return self->replace ? _("Replaces the photo") : _("Keeps the photo that is there");
  return _(labels[file->state]);
}

static void
append_cell (GString    *text,
             const char *cell,
             gboolean    as_csv)
{
  g_autoptr(GString) value = g_string_new (cell != NULL ? cell : "");

  if (!as_csv)
    {
      g_string_replace (value, "\t", " ", 0);
      g_string_append (text, value->str);
      return;
    }
  if (ty_csv_guard_is_needed (value->str))
    g_string_prepend_c (value, '\'');
  g_string_replace (value, "\"", "\"\"", 0);
  g_string_append_printf (text, "\"%s\"", value->str);
}

static void
append_row (GString     *text,
            const char  *const cells[4],
            gboolean     as_csv)
{
  for (guint i = 0; i < 4; i++)
    {
      if (i > 0)
        g_string_append_c (text, as_csv ? ',' : '\t');
      append_cell (text, cells[i], as_csv);
    }
  g_string_append (text, as_csv ? "\r\n" : "\n");
}

/**
 * ty_photo_batch_to_text:
 * @self: a folder of photos
 * @as_csv: as a CSV file for spreadsheets; else with tabs, as it is pasted into one
 *
 * Returns: (transfer full): a line for each file: its name, what is done, of whom it is, and why
 */
char *
ty_photo_batch_to_text (TyPhotoBatch *self,
                        gboolean      as_csv)
{
  GString *text = g_string_new (as_csv ? "\xef\xbb\xbf" : NULL);
  const char *const headings[] = { _("File"), C_("photos", "Result"), _("Person"), _("Explanation") };

  append_row (text, headings, as_csv);
  for (guint i = 0; i < self->files->len; i++)
    {
      const TyPhotoFile *file = g_ptr_array_index (self->files, i);
      const char *const cells[] = { file->name, ty_photo_batch_get_outcome (self, file), file->who,
                                    file->text };

      append_row (text, cells, as_csv);
    }
  return g_string_free (text, FALSE);
}
