/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-model-types.h"

G_BEGIN_DECLS

typedef enum
{
  TY_FIELD_TEXT,      /* text, none = not filled in */
  TY_FIELD_DATE,      /* ISO text as far as known */
  TY_FIELD_CODE,      /* key of a code list */
  TY_FIELD_HASH,      /* SHA-256 of a blob, hexadecimal */
  TY_FIELD_INTEGER,   /* a number that is always there */
  TY_FIELD_REFERENCE, /* key of another record, 0 = none */
  TY_FIELD_DECIMAL,   /* a number as text, such as 92.5, since it may not be known */
} TyFieldKind;

/**
 * TyPrivacy:
 * @TY_PRIVACY_PUBLIC: may stand on a public notice: name, post
 * @TY_PRIVACY_INTERNAL: for the work of the office
 * @TY_PRIVACY_SENSITIVE: masked in lists, shown and exported only on demand
 *
 * The privacy class of a field (chain.md, last section).
 */
typedef enum
{
  TY_PRIVACY_PUBLIC,
  TY_PRIVACY_INTERNAL,
  TY_PRIVACY_SENSITIVE,
} TyPrivacy;

typedef enum
{
  TY_FIELD_FLAG_NONE = 0,
  TY_FIELD_REQUIRED = 1 << 0, /* never empty */
  TY_FIELD_HIDDEN = 1 << 1,   /* serves the program; no label in a list of columns */
  TY_FIELD_PAST = 1 << 2,     /* a date that cannot be still to come */
} TyFieldFlags;

/**
 * TyFieldInfo:
 * @property: name of the GObject property
 * @column: name of the column
 * @label: label in English, marked for translation
 * @kind: what it holds
 * @code_list: (nullable): id of the code list, for %TY_FIELD_CODE
 * @reference: (nullable): table of the other record, for %TY_FIELD_REFERENCE
 * @privacy: privacy class
 * @max_width: longest entry in Chinese characters, 0 = as long as needed (field.md 3)
 * @flags: more
 *
 * All that history, masking, export, column pickers, filters and forms need to know of a field.
 */
struct _TyFieldInfo
{
  const char *property;
  const char *column;
  const char *label;
  TyFieldKind kind;
  const char *code_list;
  const char *reference;
  TyPrivacy privacy;
  guint max_width;
  TyFieldFlags flags;
};

/**
 * TyRecordInfo:
 * @table: name of the table
 * @label: what a row is, in English, marked for translation
 * @fields: (array length=n_fields): the fields in the order of the columns, keys first
 * @n_fields: their number
 * @n_keys: how many of them are the primary key
 * @get_type: the type of the record
 */
struct _TyRecordInfo
{
  const char *table;
  const char *label;
  const TyFieldInfo *fields;
  guint n_fields;
  guint n_keys;
  GType (*get_type) (void);
};

#define TY_FIELD_IS_NUMBER(field) \
  ((field)->kind == TY_FIELD_INTEGER || (field)->kind == TY_FIELD_REFERENCE)

/* Short forms for the tables of fields. */
#define TY_KEY(property, column, reference) \
  { property, column, NULL, TY_FIELD_REFERENCE, NULL, reference, TY_PRIVACY_INTERNAL, 0, \
    TY_FIELD_REQUIRED | TY_FIELD_HIDDEN }
#define TY_TEXT_KEY(property, column) \
  { property, column, NULL, TY_FIELD_TEXT, NULL, NULL, TY_PRIVACY_INTERNAL, 0, \
    TY_FIELD_REQUIRED | TY_FIELD_HIDDEN }
#define TY_LINK(property, column, label, reference) \
  { property, column, label, TY_FIELD_REFERENCE, NULL, reference, TY_PRIVACY_INTERNAL, 0, \
    TY_FIELD_FLAG_NONE }
#define TY_TEXT(property, column, label, privacy, width) \
  { property, column, label, TY_FIELD_TEXT, NULL, NULL, privacy, width, TY_FIELD_FLAG_NONE }
#define TY_DAY(property, column, label) \
  { property, column, label, TY_FIELD_DATE, NULL, NULL, TY_PRIVACY_INTERNAL, 0, TY_FIELD_FLAG_NONE }
#define TY_CHOICE(property, column, label, list) \
  { property, column, label, TY_FIELD_CODE, list, NULL, TY_PRIVACY_INTERNAL, 0, TY_FIELD_FLAG_NONE }
#define TY_BLOB(property, column, label) \
  { property, column, label, TY_FIELD_HASH, NULL, NULL, TY_PRIVACY_INTERNAL, 0, TY_FIELD_FLAG_NONE }
#define TY_PAST_DAY(property, column, label) \
  { property, column, label, TY_FIELD_DATE, NULL, NULL, TY_PRIVACY_INTERNAL, 0, TY_FIELD_PAST }
#define TY_REQUIRED_LINK(property, column, label, reference) \
  { property, column, label, TY_FIELD_REFERENCE, NULL, reference, TY_PRIVACY_INTERNAL, 0, \
    TY_FIELD_REQUIRED }
#define TY_REQUIRED_TEXT(property, column, label, privacy, width) \
  { property, column, label, TY_FIELD_TEXT, NULL, NULL, privacy, width, TY_FIELD_REQUIRED }
#define TY_REQUIRED_CHOICE(property, column, label, list) \
  { property, column, label, TY_FIELD_CODE, list, NULL, TY_PRIVACY_INTERNAL, 0, TY_FIELD_REQUIRED }
#define TY_REQUIRED_COUNT(property, column, label) \
  { property, column, label, TY_FIELD_INTEGER, NULL, NULL, TY_PRIVACY_INTERNAL, 0, TY_FIELD_REQUIRED }
#define TY_DECIMAL(property, column, label) \
  { property, column, label, TY_FIELD_DECIMAL, NULL, NULL, TY_PRIVACY_INTERNAL, 0, TY_FIELD_FLAG_NONE }
#define TY_COUNT(property, column, label) \
  { property, column, label, TY_FIELD_INTEGER, NULL, NULL, TY_PRIVACY_INTERNAL, 0, TY_FIELD_FLAG_NONE }

G_END_DECLS
