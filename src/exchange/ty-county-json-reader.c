/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-county-json-reader"

#include "config.h"

#include "ty-county-json.h"

#include "ty-blob-table.h"
#include "ty-bulk-run.h"
#include "ty-bulk.h"
#include "ty-content-hash.h"
#include "ty-date.h"
#include "ty-decimal.h"
#include "ty-json-scanner.h"
#include "ty-migrations.h"
#include "ty-person.h"
#include "ty-record-registry.h"
#include "ty-reference-check.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* An attachment has at most 20 MB, which are 27 MB of letters. */
#define LONGEST_BYTES (40u << 20)
#define LONGEST_TEXT (4u << 20)
#define HASH_LETTERS 64

/* A county as JSON into a new file, as one genesis. Each row goes into its table when its object ends,
 * so that a province needs no more memory than its longest row. */

typedef struct
{
  TyJsonScanner *scanner; /* (owned) */
  TyStore *store;
  TyActionSpec *spec;
  const char *name; /* of the JSON, for the history */
  char *detail;     /* (owned) */
  TyCountyJsonCount *count;
  GCancellable *cancellable;

  TyJsonToken token;
  char *content;         /* (owned) (nullable): the hash that it says it has */
  guint members;         /* bits of those that were read */
  GHashTable *tables;    /* (element-type TyRecordInfo): those that were read */
  GPtrArray *texts;      /* (owned) (element-type utf8): of the row */
} Reader;

typedef enum
{
  MEMBER_FORMAT,
  MEMBER_VERSION,
  MEMBER_SCHEMA_VERSION,
  MEMBER_CONTENT,
  MEMBER_TABLES,
  MEMBER_BLOBS,
  N_MEMBERS,
} Member;

static const char *const member_names[N_MEMBERS] = {
  "format", "version", "schema_version", "content", "tables", "blobs",
};

static gboolean
next (Reader  *self,
      GError **error)
{
  return ty_json_scanner_next (self->scanner, &self->token, self->cancellable, error);
}

G_GNUC_PRINTF (3, 4)
static gboolean
fail (Reader      *self,
      GError     **error,
      const char  *format,
      ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  return ty_json_scanner_fail (self->scanner, TY_JSON_ERROR_CONTENT, text, error);
}

static gboolean
expect (Reader       *self,
        TyJsonToken   token,
        const char   *sentence,
        GError      **error)
{
  if (!next (self, error))
    return FALSE;
  if (self->token == token)
    return TRUE;

  return fail (self, error, "%s", sentence);
}

static const char *
get_text (Reader *self)
{
  return ty_json_scanner_get_text (self->scanner);
}

static gboolean
is_hash (const char *text)
{
  return strlen (text) == HASH_LETTERS && strspn (text, "0123456789abcdef") == HASH_LETTERS;
}

static gboolean
check_text (Reader             *self,
            const TyFieldInfo  *field,
            GError            **error)
{
  const char *text = get_text (self);
  TyDate date;

  if (ty_json_scanner_get_length (self->scanner) > LONGEST_TEXT)
    return fail (self, error, _("The text of “%s” is too long."), field->column);
  if (field->kind == TY_FIELD_DATE && !ty_date_parse_iso (text, &date, NULL))
    return fail (self, error, _("“%s” is a date such as 1978-05-12, 1978-05 or 1978."), field->column);
  if (field->kind == TY_FIELD_DECIMAL && !ty_decimal_is_valid (text))
    return fail (self, error, _("“%s” is a number, written as a text such as 92.5."), field->column);
  if (field->kind == TY_FIELD_HASH && !is_hash (text))
    return fail (self, error, _("“%s” is a SHA-256 of 64 hexadecimal digits."), field->column);

  return TRUE;
}

/* The texts stay until the row is inserted. */
static gboolean
set_text (Reader             *self,
          TyBulk             *bulk,
          guint               i,
          const TyFieldInfo  *field,
          GError            **error)
{
  char *text;

  if (!check_text (self, field, error))
    return FALSE;

  text = g_strdup (get_text (self));
  g_ptr_array_add (self->texts, text);
  ty_bulk_set_text (bulk, i, text);
  return TRUE;
}

static gboolean
set_key (Reader             *self,
         TyBulk             *bulk,
         guint               i,
         const TyFieldInfo  *field,
         GError            **error)
{
  const char *text = get_text (self);
  gint64 key;

  if (!g_ascii_isdigit (*text) || !g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &key, NULL))
    return fail (self, error, _("“%s” is a key: a whole number, written as a text."), field->column);

  ty_bulk_set_int (bulk, i, key);
  return TRUE;
}

static gboolean
set_value (Reader             *self,
           TyBulk             *bulk,
           guint               i,
           const TyFieldInfo  *field,
           GError            **error)
{
  gboolean number = field->kind == TY_FIELD_INTEGER;

  if (!next (self, error))
    return FALSE;
  if (self->token == TY_JSON_NULL)
    return TRUE;
  if (self->token != (number ? TY_JSON_INTEGER : TY_JSON_TEXT))
    return fail (self, error, number ? _("“%s” is a whole number.") : _("“%s” is a text."), field->column);

  if (number)
    {
      ty_bulk_set_int (bulk, i, ty_json_scanner_get_integer (self->scanner));
      return TRUE;
    }
  return field->kind == TY_FIELD_REFERENCE ? set_key (self, bulk, i, field, error)
                                           : set_text (self, bulk, i, field, error);
}

static gboolean
read_field (Reader              *self,
            const TyRecordInfo  *info,
            TyBulk              *bulk,
            guint64             *seen,
            GError             **error)
{
  const TyFieldInfo *field = ty_record_info_find_field (info, get_text (self));
  guint i = field != NULL ? (guint) (field - info->fields) : 0;

  if (field == NULL)
    return fail (self, error, _("The table “%s” has no field “%s”."), info->table, get_text (self));
  if ((*seen >> i & 1) != 0)
    return fail (self, error, _("The field “%s” stands here twice."), field->column);

  *seen |= G_GUINT64_CONSTANT (1) << i;
  return set_value (self, bulk, i, field, error);
}

/* What SQLite says of a row, with the place where it ends. */
static gboolean
insert_row (Reader              *self,
            const TyRecordInfo  *info,
            TyBulk              *bulk,
            GError             **error)
{
  g_autoptr(GError) local = NULL;

  if (ty_bulk_insert (bulk, &local))
    {
      g_ptr_array_set_size (self->texts, 0);
      self->count->rows++;
      self->count->people += info == &ty_person_info;
      return TRUE;
    }
  if (!g_error_matches (local, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return fail (self, error, _("This row of the table “%s” lacks a field, or its key stands there twice. %s"),
               info->table, local->message);
}

static gboolean
read_row (Reader              *self,
          const TyRecordInfo  *info,
          TyBulk              *bulk,
          GError             **error)
{
  guint64 seen = 0;

  while (next (self, error))
    {
      if (self->token == TY_JSON_OBJECT_END)
        return insert_row (self, info, bulk, error);
      if (!read_field (self, info, bulk, &seen, error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
read_table (Reader  *self,
            GError **error)
{
  const TyRecordInfo *info = ty_record_registry_find (get_text (self));
  g_autoptr(TyBulk) bulk = NULL;

  if (info == NULL)
    return fail (self, error, _("There is no table “%s”."), get_text (self));
  if (!g_hash_table_add (self->tables, (gpointer) info))
    return fail (self, error, _("The table “%s” stands here twice."), info->table);

  bulk = ty_bulk_new (self->store, info, error);
  if (bulk == NULL || !expect (self, TY_JSON_ARRAY, _("Here an array must stand."), error))
    return FALSE;
  while (next (self, error))
    {
      if (self->token == TY_JSON_ARRAY_END)
        return TRUE;
      if (self->token != TY_JSON_OBJECT)
        return fail (self, error, "%s", _("Here an object must stand."));
      if (!read_row (self, info, bulk, error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
read_tables (Reader  *self,
             GError **error)
{
  if (!expect (self, TY_JSON_OBJECT, _("Here an object must stand."), error))
    return FALSE;
  while (next (self, error))
    {
      if (self->token == TY_JSON_OBJECT_END)
        return TRUE;
      if (!read_table (self, error))
        return FALSE;
    }
  return FALSE;
}

typedef struct
{
  char *sha256;     /* (owned) (nullable) */
  char *media_type; /* (owned) (nullable) */
  GBytes *bytes;    /* (owned) (nullable) */
} Blob;

static void
blob_clear (Blob *blob)
{
  g_free (blob->sha256);
  g_free (blob->media_type);
  g_clear_pointer (&blob->bytes, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Blob, blob_clear)

/* GLib passes over what is not base64, so that the length tells whether all of it was. */
static GBytes *
decode (Reader *self)
{
  const char *text = get_text (self);
  gsize letters = ty_json_scanner_get_length (self->scanner);
  gsize padding = letters > 0 && text[letters - 1] == '=' ? 1 + (letters > 1 && text[letters - 2] == '=') : 0;
  gsize size;
  guchar *data;

  if (letters % 4 != 0)
    return NULL;
  data = letters > 0 ? g_base64_decode (text, &size) : NULL;
  if (letters == 0)
    return g_bytes_new (NULL, 0);
  if (size == letters / 4 * 3 - padding)
    return g_bytes_new_take (data, size);

  g_free (data);
  return NULL;
}

static gboolean
read_blob_member (Reader  *self,
                  Blob    *blob,
                  GError **error)
{
  g_autofree char *member = g_strdup (get_text (self));
  char **text = NULL;

  if (strcmp (member, "sha256") == 0)
    text = &blob->sha256;
  else if (strcmp (member, "media_type") == 0)
    text = &blob->media_type;
  else if (strcmp (member, "bytes") != 0)
    return fail (self, error, _("A photo or scan has no field “%s”."), member);
  if ((text != NULL ? *text != NULL : blob->bytes != NULL))
    return fail (self, error, _("The field “%s” stands here twice."), member);

  if (!expect (self, TY_JSON_TEXT, _("Here a text must stand."), error))
    return FALSE;
  if (text != NULL)
    *text = g_strdup (get_text (self));
  else
    blob->bytes = decode (self);
  return text != NULL || blob->bytes != NULL || fail (self, error, _("These bytes are not base64."));
}

static gboolean
add_blob (Reader      *self,
          const Blob  *blob,
          GError     **error)
{
  g_autofree char *sha256 = NULL;

  if (blob->sha256 == NULL || blob->media_type == NULL || blob->bytes == NULL)
    return fail (self, error, _("A photo or scan has sha256, media_type and bytes."));

  sha256 = ty_blob_table_add (ty_store_get_database (self->store), blob->bytes, blob->media_type, error);
  if (sha256 == NULL)
    return FALSE;
  if (strcmp (sha256, blob->sha256) != 0)
    return fail (self, error, _("The photo or scan is not what its SHA-256 says."));

  self->count->blobs++;
  return TRUE;
}

static gboolean
read_blob (Reader  *self,
           GError **error)
{
  g_auto(Blob) blob = { 0 };

  while (next (self, error))
    {
      if (self->token == TY_JSON_OBJECT_END)
        return add_blob (self, &blob, error);
      if (!read_blob_member (self, &blob, error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
read_blobs (Reader  *self,
            GError **error)
{
  if (!expect (self, TY_JSON_ARRAY, _("Here an array must stand."), error))
    return FALSE;
  while (next (self, error))
    {
      if (self->token == TY_JSON_ARRAY_END)
        return TRUE;
      if (self->token != TY_JSON_OBJECT)
        return fail (self, error, "%s", _("Here an object must stand."));
      if (!read_blob (self, error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
read_format (Reader  *self,
             GError **error)
{
  if (!expect (self, TY_JSON_TEXT, _("Here a text must stand."), error))
    return FALSE;

  return strcmp (get_text (self), TY_COUNTY_JSON_FORMAT) == 0
         || fail (self, error, _("This is no county that Touyan has exported."));
}

static gboolean
read_version (Reader  *self,
              gint64   expected,
              GError **error)
{
  gint64 version;

  if (!expect (self, TY_JSON_INTEGER, _("Here a whole number must stand."), error))
    return FALSE;
  version = ty_json_scanner_get_integer (self->scanner);
  if (version > expected)
    return fail (self, error, _("This was exported by a newer version of Touyan. Install that version to read it."));

  return version == expected
         || fail (self, error, _("This was exported by an older version of Touyan. Read it with that version, and "
                                 "open the county file with this one."));
}

static gboolean
read_content (Reader  *self,
              GError **error)
{
  if (!expect (self, TY_JSON_TEXT, _("Here a text must stand."), error))
    return FALSE;

  self->content = g_strdup (get_text (self));
  return TRUE;
}

static gboolean
read_member (Reader  *self,
             Member   member,
             GError **error)
{
  switch (member)
    {
    case MEMBER_FORMAT:
      return read_format (self, error);
    case MEMBER_VERSION:
      return read_version (self, TY_COUNTY_JSON_VERSION, error);
    case MEMBER_SCHEMA_VERSION:
      return read_version (self, ty_migrations_get_version (), error);
    case MEMBER_CONTENT:
      return read_content (self, error);
    case MEMBER_TABLES:
      return read_tables (self, error);
    case MEMBER_BLOBS:
    case N_MEMBERS:
    default:
      return read_blobs (self, error);
    }
}

/* What the format is must be known before the tables are understood. */
static gboolean
check_member (Reader  *self,
              Member   member,
              GError **error)
{
  const guint head = 1 << MEMBER_FORMAT | 1 << MEMBER_VERSION | 1 << MEMBER_SCHEMA_VERSION;

  if (member == N_MEMBERS)
    return fail (self, error, _("There is no member “%s” here."), get_text (self));
  if ((self->members & 1u << member) != 0)
    return fail (self, error, _("The field “%s” stands here twice."), member_names[member]);
  if ((member == MEMBER_TABLES || member == MEMBER_BLOBS) && (self->members & head) != head)
    return fail (self, error, _("This is no county that Touyan has exported."));

  self->members |= 1u << member;
  return TRUE;
}

static gboolean
read_members (Reader  *self,
              GError **error)
{
  if (!expect (self, TY_JSON_OBJECT, _("Here an object must stand."), error))
    return FALSE;
  while (next (self, error))
    {
      Member member = 0;

      if (self->token == TY_JSON_OBJECT_END)
        return (self->members & 1u << MEMBER_TABLES) != 0
               || fail (self, error, _("This is no county that Touyan has exported."));
      while (member < N_MEMBERS && strcmp (get_text (self), member_names[member]) != 0)
        member++;
      if (!check_member (self, member, error) || !read_member (self, member, error))
        return FALSE;
    }
  return FALSE;
}

/* A photo of which only the hash came along. */
static gboolean
check_blobs (TyDatabase  *database,
             GError     **error)
{
  g_auto(TyBlobUse) use = { 0 };

  if (!ty_blob_table_get_use (database, &use, error))
    return FALSE;
  if (use.missing->len == 0)
    return TRUE;

  g_set_error (error, TY_JSON_ERROR, TY_JSON_ERROR_CONTENT,
               _("The photo or scan %s is named by a record, but does not stand under “blobs”."),
               (const char *) g_ptr_array_index (use.missing, 0));
  return FALSE;
}

static gboolean
check_content (Reader      *self,
               TyDatabase  *database,
               GError     **error)
{
  gint64 n_rows;
  g_autofree char *hash = NULL;

  if (self->content == NULL)
    return TRUE;
  hash = ty_content_hash (database, &n_rows, error);
  if (hash == NULL)
    return FALSE;
  if (strcmp (hash, self->content) == 0)
    return TRUE;

  g_set_error_literal (error, TY_JSON_ERROR, TY_JSON_ERROR_CONTENT,
                       _("The rows are not those that were exported. If they were changed on purpose, "
                         "remove the member “content”."));
  return FALSE;
}

static gboolean
fill (TyStore   *store,
      gpointer   data,
      GError   **error)
{
  Reader *self = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autofree char *people = NULL;

  if (!ty_reference_check_begin (database, error)
      || !read_members (self, error)
      || !expect (self, TY_JSON_END, "", error)
      || !ty_reference_check_run (database, error)
      || !check_blobs (database, error)
      || !check_content (self, database, error))
    return FALSE;

  people = g_strdup_printf ("%" G_GINT64_FORMAT, self->count->people);
  self->detail = ty_action_detail_new ("file", self->name, "people", people, NULL);
  self->spec->detail = self->detail;
  return TRUE;
}

static gboolean
fill_store (Reader      *self,
            const char  *user,
            GError     **error)
{
  TyActionSpec spec = { user, "genesis", NULL, 0 };
  gboolean done;

  self->spec = &spec;
  done = ty_store_run_bulk (self->store, &spec, fill, self, self->cancellable, error);
  g_clear_pointer (&self->detail, g_free);
  g_clear_pointer (&self->content, g_free);
  g_clear_pointer (&self->tables, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  return done;
}

/**
 * ty_county_json_read:
 * @stream: JSON as ty_county_json_write() writes it
 * @name: what it is called, for the history
 * @path: a file that does not exist yet
 * @user: who does it
 * @count: (out): how much was read
 * @cancellable: (nullable): stops it; then there is no file
 * @error: a `TY_JSON_ERROR` with line and column, a `TY_STORE_ERROR` or a `G_IO_ERROR`
 *
 * Makes a county file whose content is equal to that of the exported one: all rows and keys, and the
 * photos and scans. Its history begins anew.
 *
 * Returns: whether the file is there
 */
gboolean
ty_county_json_read (GInputStream       *stream,
                     const char         *name,
                     const char         *path,
                     const char         *user,
                     TyCountyJsonCount  *count,
                     GCancellable       *cancellable,
                     GError            **error)
{
  g_autoptr(TyStore) store = ty_store_create (path, error);
  g_autoptr(TyJsonScanner) scanner = ty_json_scanner_new (stream, LONGEST_BYTES);
  Reader reader = {
    .scanner = scanner,
    .store = store,
    .name = name,
    .count = count,
    .cancellable = cancellable,
    .tables = g_hash_table_new (NULL, NULL),
    .texts = g_ptr_array_new_with_free_func (g_free),
  };
  gboolean done;

  *count = (TyCountyJsonCount){ 0 };
  if (store == NULL)
    {
      g_hash_table_unref (reader.tables);
      g_ptr_array_unref (reader.texts);
      return FALSE;
    }
  done = fill_store (&reader, user, error);
  if (!ty_store_close (store, done ? error : NULL))
    done = FALSE;
  if (!done)
    g_unlink (path);
  return done;
}
