/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-county-json-writer"

#include "config.h"

#include "ty-county-json.h"

#include "ty-blob-table.h"
#include "ty-content-hash.h"
#include "ty-migrations.h"
#include "ty-person.h"
#include "ty-read-view.h"
#include "ty-record-registry.h"
#include "ty-table.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define BUFFER_BYTES 65536
#define ROWS_AT_ONCE 4096

/* All rows of all tables under history, one row a line, so that two exports can be compared by any
 * program that compares texts; and the photos and scans. Not the history: an export is the state. */

typedef struct
{
  TyDatabase *database;
  int fd;
  GString *buffer;
  TyCountyJsonCount *count;
  GCancellable *cancellable;
} Writer;

static gboolean
flush (Writer  *self,
       GError **error)
{
  const char *at = self->buffer->str;
  gsize left = self->buffer->len;

  while (left > 0)
    {
      gssize n = write (self->fd, at, left);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          int code = errno;

          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                       _("The export cannot be written: %s. Choose another folder, or make room there."),
                       g_strerror (code));
          return FALSE;
        }
      at += n;
      left -= (gsize) n;
    }
  g_string_truncate (self->buffer, 0);
  return TRUE;
}

static gboolean
flush_full (Writer  *self,
            GError **error)
{
  return self->buffer->len < BUFFER_BYTES || flush (self, error);
}

/* Line breaks and other controls are escaped, everything else stands as it is. */
static void
add_text (GString    *buffer,
          const char *text)
{
  g_string_append_c (buffer, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (buffer, '\\');
      if (*p == '\n')
        g_string_append (buffer, "\\n");
      else if ((guchar) *p < 0x20 || *p == 0x7F)
        g_string_append_printf (buffer, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (buffer, *p);
    }
  g_string_append_c (buffer, '"');
}

/* A text of a damaged file may be no UTF-8, which JSON cannot hold. */
static void
add_any_text (GString    *buffer,
              const char *text)
{
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  add_text (buffer, text);
}

/* Keys have 63 bits, more than a number has in most programs, so that they are texts. */
static void
add_value (GString           *buffer,
           const TyFieldInfo *field,
           TyStatement       *row,
           int                column)
{
  if (field->kind == TY_FIELD_REFERENCE)
    g_string_append_printf (buffer, "\"%" G_GINT64_FORMAT "\"", ty_statement_get_int (row, column));
  else if (field->kind == TY_FIELD_INTEGER)
    g_string_append_printf (buffer, "%" G_GINT64_FORMAT, ty_statement_get_int (row, column));
  else
    add_any_text (buffer, ty_statement_get_text (row, column));
}

static void
add_row (Writer             *self,
         const TyRecordInfo *info,
         TyStatement        *row)
{
  gboolean first = TRUE;

  g_string_append_c (self->buffer, '{');
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (ty_statement_is_null (row, (int) i))
        continue;
      g_string_append_printf (self->buffer, "%s\"%s\": ", first ? "" : ", ", info->fields[i].column);
      add_value (self->buffer, &info->fields[i], row, (int) i);
      first = FALSE;
    }
  g_string_append_c (self->buffer, '}');
}

static gboolean
add_rows (Writer              *self,
          const TyRecordInfo  *info,
          TyStatement         *row,
          GError             **error)
{
  gint64 n = 0;
  TyStep step;

  while ((step = ty_statement_step (row, error)) == TY_STEP_ROW)
    {
      if (n % ROWS_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      g_string_append (self->buffer, n > 0 ? ",\n" : "\n");
      add_row (self, info, row);
      if (!flush_full (self, error))
        return FALSE;
      n++;
    }
  g_string_append (self->buffer, n > 0 ? "\n    ]" : "]");
  self->count->rows += n;
  if (info == &ty_person_info)
    self->count->people = n;
  return step == TY_STEP_DONE;
}

static gboolean
add_table (Writer              *self,
           const TyRecordInfo  *info,
           gboolean             first,
           GError             **error)
{
  g_autoptr(TyStatement) row = ty_table_select_in_order (self->database, info, error);

  if (row == NULL)
    return FALSE;

  g_string_append_printf (self->buffer, "%s\n    \"%s\": [", first ? "" : ",", info->table);
  return add_rows (self, info, row, error);
}

static gboolean
add_tables (Writer  *self,
            GError **error)
{
  guint n;
  const TyRecordInfo *const *infos = ty_record_registry_list (&n);

  g_string_append (self->buffer, "  \"tables\": {");
  for (guint i = 0; i < n; i++)
    if (!add_table (self, infos[i], i == 0, error))
      return FALSE;

  g_string_append (self->buffer, "\n  },\n");
  return TRUE;
}

/* A scan has up to 20 MB: its letters are made where they are written from. */
static void
add_base64 (GString       *buffer,
            gconstpointer  data,
            size_t         length)
{
  gsize at = buffer->len;
  gint state = 0, save = 0;
  gsize n;

  g_string_set_size (buffer, at + (length / 3 + 1) * 4 + 4);
  n = g_base64_encode_step (data, length, FALSE, buffer->str + at, &state, &save);
  n += g_base64_encode_close (FALSE, buffer->str + at + n, &state, &save);
  g_string_truncate (buffer, at + n);
}

static void
add_blob (Writer      *self,
          TyStatement *row)
{
  size_t length;
  gconstpointer data = ty_statement_get_bytes (row, 2, &length);

  g_string_append (self->buffer, "{\"sha256\": ");
  add_any_text (self->buffer, ty_statement_get_text (row, 0));
  g_string_append (self->buffer, ", \"media_type\": ");
  add_any_text (self->buffer, ty_statement_get_text (row, 1));
  g_string_append (self->buffer, ", \"bytes\": \"");
  add_base64 (self->buffer, data, length);
  g_string_append (self->buffer, "\"}");
}

/* Only those that a record names: without the history, nothing leads to the others. */
static gboolean
add_blobs (Writer  *self,
           GError **error)
{
  g_autoptr(TyStatement) row = ty_blob_table_select_named (self->database, error);
  TyStep step;

  if (row == NULL)
    return FALSE;

  g_string_append (self->buffer, "  \"blobs\": [");
  while ((step = ty_statement_step (row, error)) == TY_STEP_ROW)
    {
      g_string_append (self->buffer, self->count->blobs > 0 ? ",\n" : "\n");
      add_blob (self, row);
      self->count->blobs++;
      if (!flush_full (self, error) || g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }
  g_string_append (self->buffer, self->count->blobs > 0 ? "\n  ]\n" : "]\n");
  return step == TY_STEP_DONE;
}

static gboolean
add_head (Writer  *self,
          GError **error)
{
  gint64 n_rows;
  g_autofree char *hash = ty_content_hash (self->database, &n_rows, error);

  if (hash == NULL)
    return FALSE;

  g_string_append_printf (self->buffer, "{\n  \"format\": \"" TY_COUNTY_JSON_FORMAT "\",\n"
                          "  \"version\": %d,\n  \"schema_version\": %d,\n  \"content\": \"%s\",\n",
                          TY_COUNTY_JSON_VERSION, (int) ty_migrations_get_version (), hash);
  return TRUE;
}

static gboolean
write_all (Writer  *self,
           GError **error)
{
  if (!add_head (self, error) || !add_tables (self, error) || !add_blobs (self, error))
    return FALSE;

  g_string_append (self->buffer, "}\n");
  return flush (self, error);
}

/**
 * ty_county_json_write:
 * @database: a connection
 * @fd: where to write
 * @count: (out): how much was written
 * @cancellable: (nullable): stops it
 * @error: a `TY_STORE_ERROR` or a `G_IO_ERROR`
 *
 * Writes everything that a county file holds as JSON (docs/county-json.md): its state, not its
 * history. Nothing is masked.
 *
 * Returns: whether all of it was written
 */
gboolean
ty_county_json_write (TyDatabase         *database,
                      int                 fd,
                      TyCountyJsonCount  *count,
                      GCancellable       *cancellable,
                      GError            **error)
{
  g_autoptr(GString) buffer = g_string_sized_new (BUFFER_BYTES * 2);
  Writer writer = { database, fd, buffer, count, cancellable };
  gboolean done;

  *count = (TyCountyJsonCount){ 0 };
  if (!ty_read_view_begin (database, error))
    return FALSE;
  done = write_all (&writer, error);
  ty_read_view_end (database);
  return done;
}
