/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_CUSTOM_FIELD (ty_custom_field_get_type ())
G_DECLARE_FINAL_TYPE (TyCustomField, ty_custom_field, TY, CUSTOM_FIELD, TyRecord)

typedef enum
{
  TY_CUSTOM_FIELD_ID,
  TY_CUSTOM_FIELD_NAME,
  TY_CUSTOM_FIELD_KIND,
  TY_CUSTOM_FIELD_CHOICES,
  TY_CUSTOM_FIELD_PRIVACY,
  TY_CUSTOM_FIELD_POSITION,
  TY_CUSTOM_FIELD_NOTE,
} TyCustomFieldField;

/**
 * TyCustomKind:
 * @TY_CUSTOM_KIND_TEXT: a text
 * @TY_CUSTOM_KIND_NUMBER: a number, with a point
 * @TY_CUSTOM_KIND_DATE: a date as far as known, in ISO form
 * @TY_CUSTOM_KIND_CHOICE: one of the choices of the field
 * @TY_CUSTOM_KIND_YES_NO: a key of the code list `yes_no`
 *
 * What a field of the county holds.
 */
typedef enum
{
  TY_CUSTOM_KIND_TEXT,
  TY_CUSTOM_KIND_NUMBER,
  TY_CUSTOM_KIND_DATE,
  TY_CUSTOM_KIND_CHOICE,
  TY_CUSTOM_KIND_YES_NO,
} TyCustomKind;

/* Between the choices of a field, as they are stored. */
#define TY_CUSTOM_FIELD_SEPARATOR "、"

extern const TyRecordInfo ty_custom_field_info;

TyCustomField *ty_custom_field_new           (void) G_GNUC_WARN_UNUSED_RESULT;
TyCustomKind   ty_custom_field_get_kind      (TyCustomField  *self);
TyPrivacy      ty_custom_field_get_privacy   (TyCustomField  *self);
gint64         ty_custom_field_get_key       (TyCustomField  *self);
const char    *ty_custom_field_get_name      (TyCustomField  *self);
char         **ty_custom_field_list_choices  (TyCustomField  *self) G_GNUC_WARN_UNUSED_RESULT;
void           ty_custom_field_clean         (TyCustomField  *self);
gboolean       ty_custom_field_check         (TyCustomField  *self,
                                              GError        **error);
gboolean       ty_custom_field_parse         (TyCustomField  *self,
                                              const char     *typed,
                                              char          **value,
                                              GError        **error);
char          *ty_custom_field_dup_shown     (TyCustomField  *self,
                                              const char     *value) G_GNUC_WARN_UNUSED_RESULT;
char          *ty_custom_field_dup_masked    (TyCustomField  *self,
                                              const char     *value) G_GNUC_WARN_UNUSED_RESULT;
char          *ty_custom_field_dup_word      (TyCustomField  *self) G_GNUC_WARN_UNUSED_RESULT;
gint64         ty_custom_field_key_from_word (const char     *word);

G_END_DECLS
