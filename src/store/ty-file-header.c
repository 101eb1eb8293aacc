/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-file-header"

#include "config.h"

#include "ty-file-header.h"

#include "ty-steady-locks.h"
#include "ty-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define HEADER_BYTES 100

/* Offsets in the header of an SQLite file (fileformat2.html). */
#define OFFSET_PAGE_SIZE 16
#define OFFSET_CHANGE_COUNTER 24
#define OFFSET_PAGE_COUNT 28
#define OFFSET_APPLICATION_ID 68
#define OFFSET_VERSION_VALID_FOR 92

static guint32
read_be32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
refuse (GError       **error,
        TyStoreError   code,
        const char    *path)
{
  if (code == TY_STORE_ERROR_NOT_FOUND)
    g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                 _("“%s” cannot be opened. Check that it exists and that you may read it."), path);
  else if (code == TY_STORE_ERROR_CUT_OFF)
    g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CUT_OFF,
                 _("“%s” is cut off: a part of the file is missing. Copy it again from where it "
                   "came, or restore the last backup."), path);
  else
    g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_FOREIGN,
                 _("“%s” is not a county file of Touyan. Choose another file; a roster is imported "
                   "into a county file."), path);

  return FALSE;
}

/* Through SQLite’s own layer: who opens a file by hand and closes it gives up all locks of the process
 * on it. Then another process that closes the file takes itself for the last one and removes the
 * log from under whoever still has the file open. */
static gboolean
read_header (const char *path,
             guint8     *header,
             gint64     *size)
{
  sqlite3 *handle = NULL;
  sqlite3_file *file = NULL;
  sqlite3_int64 length = 0;
  gboolean done;

  ty_steady_locks_install ();
  done = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK
         && sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK
         && file->pMethods != NULL
         && file->pMethods->xFileSize (file, &length) == SQLITE_OK
         && (length == 0
             || file->pMethods->xRead (file, header, (int) MIN (length, HEADER_BYTES), 0) == SQLITE_OK);
  sqlite3_close (handle);
  *size = length;
  return done;
}

static gboolean
is_file (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && S_ISREG (info.st_mode);
}

/**
 * ty_file_header_check:
 * @path: a file
 * @error: %TY_STORE_ERROR_NOT_FOUND, %TY_STORE_ERROR_FOREIGN or %TY_STORE_ERROR_CUT_OFF
 *
 * Looks at the first bytes of a file, before anything is asked of it.
 *
 * Returns: whether it is a county file of at least the length that its header gives
 */
gboolean
ty_file_header_check (const char  *path,
                      GError     **error)
{
  guint8 header[HEADER_BYTES] = { 0 };
  gint64 size;
  guint32 page_size;

  if (!is_file (path) || !read_header (path, header, &size))
    return refuse (error, TY_STORE_ERROR_NOT_FOUND, path);
  if (size < HEADER_BYTES)
    return refuse (error, size >= 16 && memcmp (header, "SQLite format 3", 16) == 0
                            ? TY_STORE_ERROR_CUT_OFF : TY_STORE_ERROR_FOREIGN, path);
  if (memcmp (header, "SQLite format 3", 16) != 0
      || read_be32 (header + OFFSET_APPLICATION_ID) != TY_STORE_APPLICATION_ID)
    return refuse (error, TY_STORE_ERROR_FOREIGN, path);

  page_size = (guint32) header[OFFSET_PAGE_SIZE] << 8 | header[OFFSET_PAGE_SIZE + 1];
  if (page_size == 1)
    page_size = 65536;
  if (read_be32 (header + OFFSET_CHANGE_COUNTER) == read_be32 (header + OFFSET_VERSION_VALID_FOR)
      && (guint64) size < (guint64) page_size * read_be32 (header + OFFSET_PAGE_COUNT))
    {
      g_autofree char *wal = g_strconcat (path, "-wal", NULL);

      /* A write-ahead log may hold the rest. */
      if (g_access (wal, F_OK) != 0)
        return refuse (error, TY_STORE_ERROR_CUT_OFF, path);
    }
  return TRUE;
}

/**
 * ty_file_header_can_share:
 * @path: a county file
 *
 * A file in WAL mode can be read beside a writer only where its companions can be made or are
 * there. In a folder that cannot be written and without a log beside it, it is read as
 * immutable.
 *
 * Returns: whether readers may share the file
 */
gboolean
ty_file_header_can_share (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);

  return g_access (folder, W_OK) == 0 || g_access (wal, F_OK) == 0;
}

/**
 * ty_file_header_check_log:
 * @path: a county file that readers may share
 * @error: %TY_STORE_ERROR_READ_ONLY
 *
 * A log that a program left behind when it died belongs to the file; to read it, its index must be
 * made beside it.
 *
 * Returns: whether that is possible, or not needed
 */
gboolean
ty_file_header_check_log (const char  *path,
                          GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);

  if (g_access (folder, W_OK) == 0 || g_access (wal, F_OK) != 0 || g_access (shm, R_OK) == 0)
    return TRUE;

  g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_READ_ONLY,
               _("“%s” was not closed in order, and its folder cannot be written. Copy it together "
                 "with “%s” to a folder of your own and open the copy."), path, wal);
  return FALSE;
}
