/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-record-words"

#include "config.h"

#include "ty-record-words.h"

#include "ty-change-words.h"
#include "ty-decimal.h"
#include "ty-record-registry.h"
#include "ty-table.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * TyRecordWords:
 *
 * How any record is told in one line, from its table of fields: what a later table holds is told
 * without anything being written for it.
 */
struct _TyRecordWords
{
  TyDatabase *database; /* (unowned) */
  TyUnitNames *units;   /* (owned) */
  TyDate as_of;
};

/**
 * ty_record_words_new:
 * @database: a connection, which must outlive it
 * @as_of: the date whose names of units are told
 *
 * Returns: (transfer full): words for records
 */
TyRecordWords *
ty_record_words_new (TyDatabase *database,
                     TyDate      as_of)
{
  TyRecordWords *self = g_new0 (TyRecordWords, 1);

  self->database = database;
  self->units = ty_unit_names_new (database);
  self->as_of = as_of;
  return self;
}

void
ty_record_words_free (TyRecordWords *self)
{
  ty_unit_names_free (self->units);
  g_free (self);
}

/* Records that are referred to are called by their name, terms by their year. */
static char *
dup_name (TyRecordWords     *self,
          const TyFieldInfo *field,
          gint64             id)
{
  static const char *const columns[] = { "name", "year", "file_name" };
  const TyRecordInfo *info = ty_record_registry_find (field->reference);
  g_autoptr(TyRecord) record = NULL;

  if (id == 0 || info == NULL || info->n_keys != 1)
    return g_strdup ("");
  if (g_str_equal (field->reference, "unit"))
    return ty_unit_names_dup_path (self->units, id, self->as_of);

  record = ty_table_get (self->database, info, id, NULL);
  for (guint i = 0; record != NULL && i < G_N_ELEMENTS (columns); i++)
    {
      const TyFieldInfo *named = ty_record_info_find_field (info, columns[i]);

      if (named != NULL)
        return ty_record_words_dup_value (self, record, (guint) (named - info->fields), TRUE);
    }
  return g_strdup ("");
}

/* A post is called as it is in a unit of that kind. */
static char *
dup_code (TyRecordWords     *self,
          TyRecord          *record,
          const TyFieldInfo *field,
          const char        *key)
{
  const TyRecordInfo *info = ty_record_get_info (record);
  const TyFieldInfo *unit = ty_record_info_find_field (info, "unit");

  if (g_str_equal (field->code_list, "post") && unit != NULL)
    return ty_words_dup_post (self->units, ty_record_get_integer (record, (guint) (unit - info->fields)),
                              key, self->as_of);

  return g_strdup (ty_words_get_label (field->code_list, key));
}

static char *
dup_number (const TyFieldInfo *field,
            gint64             number)
{
  if (number == 0 && (field->flags & TY_FIELD_REQUIRED) == 0)
    return g_strdup ("");

  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/**
 * ty_record_words_dup_value:
 * @self: words for records
 * @record: a record
 * @field: one of its fields
 * @masked: whether what is sensitive is masked
 *
 * Returns: (transfer full): the value as it is shown, or the empty text
 */
char *
ty_record_words_dup_value (TyRecordWords *self,
                           TyRecord      *record,
                           guint          field,
                           gboolean       masked)
{
  const TyFieldInfo *info = &ty_record_get_info (record)->fields[field];
  const char *text;

  if (info->kind == TY_FIELD_REFERENCE)
    return dup_name (self, info, ty_record_get_integer (record, field));
  if (info->kind == TY_FIELD_INTEGER)
    return dup_number (info, ty_record_get_integer (record, field));

  text = ty_record_get_text (record, field);
  if (text == NULL)
    return g_strdup ("");
  if (masked && info->privacy == TY_PRIVACY_SENSITIVE)
    return ty_change_words_dup_value (info, text, NULL);
  if (info->kind == TY_FIELD_CODE)
    return dup_code (self, record, info, text);
  if (info->kind == TY_FIELD_DATE)
    return ty_date_to_record (ty_date_from_iso (text));
  if (info->kind == TY_FIELD_DECIMAL)
    return ty_decimal_dup_shown (text);
  if (info->kind == TY_FIELD_HASH)
    return g_strndup (text, 8);

  return g_strdup (text);
}

/* What says something to a reader: not the person, whom everybody sees, and no keys of the program. */
static gboolean
is_told (const TyRecordInfo *info,
         guint               field)
{
  const TyFieldInfo *told = &info->fields[field];
  const TyRecordInfo *other = told->reference != NULL ? ty_record_registry_find (told->reference) : NULL;

  if (told->kind == TY_FIELD_HASH || g_str_equal (told->column, "position"))
    return FALSE;
  if (told->reference != NULL)
    return !g_str_equal (told->reference, "person") && other != NULL && other->n_keys == 1;

  return (told->flags & TY_FIELD_HIDDEN) == 0 || told->kind == TY_FIELD_TEXT;
}

static const TyFieldInfo *
find_until (const TyRecordInfo *info,
            guint               field)
{
  return g_str_equal (info->fields[field].column, "from_date")
           ? ty_record_info_find_field (info, "until_date") : NULL;
}

static gboolean
is_end (const TyRecordInfo *info,
        guint               field)
{
  return g_str_equal (info->fields[field].column, "until_date")
         && ty_record_info_find_field (info, "from_date") != NULL;
}

/* 2001.09—2005.07, 2021.10— */
static char *
dup_part (TyRecordWords *self,
          TyRecord      *record,
          guint          field,
          gboolean       masked)
{
  const TyRecordInfo *info = ty_record_get_info (record);
  const TyFieldInfo *until = find_until (info, field);
  char *value = ty_record_words_dup_value (self, record, field, masked);
  g_autofree char *from = NULL;
  g_autofree char *end = NULL;

  if (until == NULL)
    return value;
  from = value;
  end = ty_record_words_dup_value (self, record, (guint) (until - info->fields), masked);
  return *from != '\0' || *end != '\0' ? g_strconcat (from, "—", end, NULL) : g_strdup ("");
}

/**
 * ty_record_words_dup_line:
 * @self: words for records
 * @record: a row of a person’s file
 * @masked: whether what is sensitive is masked
 *
 * Returns: (transfer full): what it says, in one line
 */
char *
ty_record_words_dup_line (TyRecordWords *self,
                          TyRecord      *record,
                          gboolean       masked)
{
  const TyRecordInfo *info = ty_record_get_info (record);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *part = is_told (info, i) && !is_end (info, i)
                                ? dup_part (self, record, i, masked) : NULL;

      if (part != NULL && *part != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? "　" : "", part);
    }
  return g_string_free (line, FALSE);
}

/**
 * ty_record_words_is_sensitive:
 * @info: a kind of record
 *
 * Returns: whether something of it is masked
 */
gboolean
ty_record_words_is_sensitive (const TyRecordInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].privacy == TY_PRIVACY_SENSITIVE)
      return TRUE;

  return FALSE;
}
