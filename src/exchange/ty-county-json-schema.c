/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-county-json-schema"

#include "config.h"

#include "ty-county-json.h"

#include "ty-migrations.h"
#include "ty-record-registry.h"

#include <json-glib/json-glib.h>

/* The JSON Schema of a county, made from the tables of fields, so that a new table is in it. In English,
 * since it is read by programs and by those who write them. */

static const struct
{
  const char *name;
  const char *pattern;
  const char *description;
} definitions[] = {
  { "key", "^[0-9]{1,19}$", "The key of a row, a whole number of 63 bits" },
  { "date", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "A date as far as it is known: day, month or year" },
  { "decimal", "^-?[0-9]+([.][0-9]{1,4})?$", "A number with up to four decimal places, as a text" },
  { "hash", "^[0-9a-f]{64}$", "A SHA-256, hexadecimal" },
};

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
begin_object (JsonBuilder *builder,
              const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

/* An object that has nothing but its properties, which follow. */
static void
begin_closed (JsonBuilder *builder)
{
  add_text (builder, "type", "object");
  json_builder_set_member_name (builder, "additionalProperties");
  json_builder_add_boolean_value (builder, FALSE);
}

static void
add_reference (JsonBuilder *builder,
               const char  *definition)
{
  g_autofree char *path = g_strconcat ("#/$defs/", definition, NULL);

  add_text (builder, "$ref", path);
}

static void
add_description (JsonBuilder       *builder,
                 const TyFieldInfo *field)
{
  g_autoptr(GString) text = g_string_new (field->label);

  if (field->kind == TY_FIELD_CODE)
    g_string_append_printf (text, " (a key of the code list %s)", field->code_list);
  if (field->reference != NULL)
    g_string_append_printf (text, "%s(refers to %s)", text->len > 0 ? " " : "", field->reference);
  if (text->len > 0)
    add_text (builder, "description", text->str);
}

static void
add_field (JsonBuilder       *builder,
           const TyFieldInfo *field)
{
  begin_object (builder, field->column);
  switch (field->kind)
    {
    case TY_FIELD_REFERENCE:
      add_reference (builder, "key");
      break;
    case TY_FIELD_DATE:
      add_reference (builder, "date");
      break;
    case TY_FIELD_DECIMAL:
      add_reference (builder, "decimal");
      break;
    case TY_FIELD_HASH:
      add_reference (builder, "hash");
      break;
    case TY_FIELD_INTEGER:
      add_text (builder, "type", "integer");
      break;
    case TY_FIELD_TEXT:
    case TY_FIELD_CODE:
    default:
      add_text (builder, "type", "string");
    }
  add_description (builder, field);
  json_builder_end_object (builder);
}

static void
add_required (JsonBuilder        *builder,
              const TyRecordInfo *info)
{
  json_builder_set_member_name (builder, "required");
  json_builder_begin_array (builder);
  for (guint i = 0; i < info->n_fields; i++)
    if (i < info->n_keys || info->fields[i].kind == TY_FIELD_INTEGER)
      json_builder_add_string_value (builder, info->fields[i].column);
  json_builder_end_array (builder);
}

static void
add_table (JsonBuilder        *builder,
           const TyRecordInfo *info)
{
  begin_object (builder, info->table);
  add_text (builder, "description", info->label);
  add_text (builder, "type", "array");
  begin_object (builder, "items");
  begin_closed (builder);
  add_required (builder, info);
  begin_object (builder, "properties");
  for (guint i = 0; i < info->n_fields; i++)
    add_field (builder, &info->fields[i]);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_tables (JsonBuilder *builder)
{
  guint n;
  const TyRecordInfo *const *infos = ty_record_registry_list (&n);

  begin_object (builder, "tables");
  begin_closed (builder);
  begin_object (builder, "properties");
  for (guint i = 0; i < n; i++)
    add_table (builder, infos[i]);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_names (JsonBuilder *builder,
           const char  *first,
           ...)
{
  va_list args;

  json_builder_set_member_name (builder, "required");
  json_builder_begin_array (builder);
  va_start (args, first);
  for (const char *name = first; name != NULL; name = va_arg (args, const char *))
    json_builder_add_string_value (builder, name);
  va_end (args);
  json_builder_end_array (builder);
}

static void
add_blobs (JsonBuilder *builder)
{
  begin_object (builder, "blobs");
  add_text (builder, "description", "Photos and scans that a record names by their hash");
  add_text (builder, "type", "array");
  begin_object (builder, "items");
  begin_closed (builder);
  add_names (builder, "sha256", "media_type", "bytes", NULL);
  begin_object (builder, "properties");
  begin_object (builder, "sha256");
  add_reference (builder, "hash");
  json_builder_end_object (builder);
  begin_object (builder, "media_type");
  add_text (builder, "type", "string");
  json_builder_end_object (builder);
  begin_object (builder, "bytes");
  add_text (builder, "type", "string");
  add_text (builder, "contentEncoding", "base64");
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_constant (JsonBuilder *builder,
              const char  *name,
              gint64       number)
{
  begin_object (builder, name);
  json_builder_set_member_name (builder, "const");
  json_builder_add_int_value (builder, number);
  json_builder_end_object (builder);
}

static void
add_members (JsonBuilder *builder)
{
  begin_object (builder, "properties");
  begin_object (builder, "format");
  add_text (builder, "const", TY_COUNTY_JSON_FORMAT);
  json_builder_end_object (builder);
  add_constant (builder, "version", TY_COUNTY_JSON_VERSION);
  add_constant (builder, "schema_version", ty_migrations_get_version ());
  begin_object (builder, "content");
  add_reference (builder, "hash");
  add_text (builder, "description", "The hash over all rows; left out where they were changed since");
  json_builder_end_object (builder);
  add_tables (builder);
  add_blobs (builder);
  json_builder_end_object (builder);
}

static void
add_definitions (JsonBuilder *builder)
{
  begin_object (builder, "$defs");
  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
    {
      begin_object (builder, definitions[i].name);
      add_text (builder, "description", definitions[i].description);
      add_text (builder, "type", "string");
      add_text (builder, "pattern", definitions[i].pattern);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

/**
 * ty_county_json_dup_schema:
 *
 * Returns: (transfer full): the JSON Schema (draft 2020-12) of what ty_county_json_write() writes
 */
char *
ty_county_json_dup_schema (void)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "$schema", "https://json-schema.org/draft/2020-12/schema");
  add_text (builder, "title", "A county of Touyan");
  begin_closed (builder);
  add_names (builder, "format", "version", "schema_version", "tables", NULL);
  add_members (builder);
  add_definitions (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  return json_generator_to_data (generator, NULL);
}
