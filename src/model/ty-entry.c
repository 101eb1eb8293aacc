/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-entry"

#include "config.h"

#include "ty-entry.h"

#include "ty-course.h"
#include "ty-date.h"
#include "ty-decimal.h"
#include "ty-id-number.h"
#include "ty-pinyin.h"
#include "ty-private-use.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (ty-entry-error-quark, ty_entry_error)

static const char *
get_label (TyRecord *record,
           guint     field)
{
  return _(ty_record_get_info (record)->fields[field].label);
}

static char *
clean_field (TyRecord   *record,
             guint       field,
             const char *text)
{
  const TyRecordInfo *info = ty_record_get_info (record);

  if (info->fields[field].kind == TY_FIELD_DECIMAL)
    return ty_decimal_clean (text);
  /* Blanks inside of the name of a course are part of it. */
  if (info != &ty_person_info)
    return g_str_equal (info->fields[field].column, "name") && info != &ty_course_info ? ty_text_clean_name (text)
                                                            : ty_text_clean (text);

  switch ((TyPersonField) field)
    {
    case TY_PERSON_NAME:
      return ty_text_clean_name (text);
    case TY_PERSON_PINYIN:
      return ty_pinyin_clean (text);
    case TY_PERSON_ID_NUMBER:
    case TY_PERSON_PHONE:
      return ty_text_clean_code (text);
    default:
      return ty_text_clean (text);
    }
}

/**
 * ty_entry_clean:
 * @record: a record as typed
 *
 * Brings every text into its stored form: without blanks at the ends and inside of names and
 * numbers; pinyin without tones; nothing instead of an empty text.
 */
void
ty_entry_clean (TyRecord *record)
{
  const TyRecordInfo *info = ty_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *text = TY_FIELD_IS_NUMBER (&info->fields[i]) ? NULL
                                                               : ty_record_get_text (record, i);

      if (text != NULL)
        {
          g_autofree char *clean = clean_field (record, i, text);

          ty_record_set_text (record, i, *clean != '\0' ? clean : NULL);
        }
    }
}

static gboolean
check_width (TyRecord  *record,
             guint      field,
             GError   **error)
{
  guint limit = ty_record_get_info (record)->fields[field].max_width;

  if (limit == 0 || ty_text_width (ty_record_get_text (record, field)) <= 2 * limit)
    return TRUE;

  g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_TOO_LONG,
               _("%s: more than the %u Chinese characters that fit here."),
               get_label (record, field), limit);
  return FALSE;
}

/* Where no encoded character is known, the one that there is must do. */
static gboolean
check_characters (TyRecord  *record,
                  guint      field,
                  GError   **error)
{
  const char *text = ty_record_get_text (record, field);
  g_autofree char *better = ty_private_use_dup_encoded (text);

  if (better == NULL)
    return TRUE;

  /* Translators: the label of a field, and its text with other characters */
  g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_PRIVATE_USE,
               _("%s: has a character that other computers do not show. Write “%s”."),
               get_label (record, field), better);
  return FALSE;
}

static gboolean
check_date (TyRecord  *record,
            guint      field,
            TyDate     today,
            GError   **error)
{
  const char *text = ty_record_get_text (record, field);
  TyDate date;

  if (!ty_date_parse_iso (text, &date, NULL) || !ty_date_is_known (date))
    {
      g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DATE,
                   _("%s: “%s” is no date. Write it like 1978-05-01, 1978-05 or 1978."),
                   get_label (record, field), text);
      return FALSE;
    }
  if ((ty_record_get_info (record)->fields[field].flags & TY_FIELD_PAST) != 0
      && ty_date_compare (date, today) > 0)
    {
      g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_FUTURE,
                   _("%s: the date “%s” is still to come."), get_label (record, field), text);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_decimal (TyRecord  *record,
               guint      field,
               GError   **error)
{
  const char *text = ty_record_get_text (record, field);

  if (ty_decimal_is_valid (text))
    return TRUE;

  g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_NUMBER,
               _("%s: “%s” is no number. Write it like 1200 or 92.5."), get_label (record, field), text);
  return FALSE;
}

/* What is proposed is always right, also for a name with digits in it. */
static gboolean
check_pinyin (TyRecord  *record,
              GError   **error)
{
  const char *pinyin = ty_record_get_text (record, TY_PERSON_PINYIN);
  g_autofree char *proposal = NULL;

  if (pinyin[strspn (pinyin, "abcdefghijklmnopqrstuvwxyz ")] == '\0')
    return TRUE;
  proposal = ty_pinyin_for_name (ty_record_get_text (record, TY_PERSON_NAME));
  if (g_str_equal (pinyin, proposal))
    return TRUE;

  g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_PINYIN,
               _("%s: “%s” is no pinyin. Write it like “zeng xiao ming”, ü as v."),
               get_label (record, TY_PERSON_PINYIN), pinyin);
  return FALSE;
}

static gboolean
is_empty (TyRecord *record,
          guint     field)
{
  const TyFieldInfo *info = &ty_record_get_info (record)->fields[field];

  return TY_FIELD_IS_NUMBER (info) ? ty_record_get_integer (record, field) == 0
                                   : ty_record_get_text (record, field) == NULL;
}

static gboolean
check_id_number (TyRecord  *record,
                 GError   **error)
{
  g_autoptr(GError) why = NULL;

  if (ty_id_number_check (ty_record_get_text (record, TY_PERSON_ID_NUMBER), &why))
    return TRUE;

  g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_ID_NUMBER, "%s: %s",
               get_label (record, TY_PERSON_ID_NUMBER), why->message);
  return FALSE;
}

static gboolean
check_field (TyRecord  *record,
             guint      field,
             TyDate     today,
             GError   **error)
{
  const TyRecordInfo *info = ty_record_get_info (record);
  const TyFieldInfo *field_info = &info->fields[field];

  if (is_empty (record, field))
    {
      if ((field_info->flags & (TY_FIELD_REQUIRED | TY_FIELD_HIDDEN)) != TY_FIELD_REQUIRED)
        return TRUE;
      g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_REQUIRED, _("%s: must be filled in."),
                   get_label (record, field));
      return FALSE;
    }
  if (TY_FIELD_IS_NUMBER (field_info))
    return TRUE;
  if (field_info->kind == TY_FIELD_DATE)
    return check_date (record, field, today, error);
  if (field_info->kind == TY_FIELD_DECIMAL)
    return check_decimal (record, field, error);
  if (info == &ty_person_info && field == TY_PERSON_PINYIN)
    return check_pinyin (record, error);
  if (info == &ty_person_info && field == TY_PERSON_ID_NUMBER)
    return check_id_number (record, error);

  return check_characters (record, field, error) && check_width (record, field, error);
}

static guint
find_column (const TyRecordInfo *info,
             const char         *column)
{
  const TyFieldInfo *field = ty_record_info_find_field (info, column);

  return field != NULL ? (guint) (field - info->fields) : info->n_fields;
}

/* What ends on the day on which it began may be: of many only the year is known. */
static gboolean
check_period (TyRecord  *record,
              GError   **error)
{
  const TyRecordInfo *info = ty_record_get_info (record);
  guint from = find_column (info, "from_date");
  guint until = find_column (info, "until_date");
  TyDate first, last;

  if (from == info->n_fields || until == info->n_fields)
    return TRUE;
  first = ty_record_get_date (record, from);
  last = ty_record_get_date (record, until);
  if (!ty_date_is_known (first) || !ty_date_is_known (last) || ty_date_compare (last, first) >= 0)
    return TRUE;

  g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_PERIOD, _("%s: the end is before the beginning."),
               get_label (record, until));
  return FALSE;
}

/**
 * ty_entry_check:
 * @record: a record after ty_entry_clean()
 * @today: the day against which dates are checked
 * @error: a `TY_ENTRY_ERROR`
 *
 * Checks what can be said of one record alone: what must be filled in, lengths (field.md 3), characters
 * of private use, dates that are none or still to come, an end before the beginning, the ID number (GB 11643). That no
 * other person has the same number, only the file can say.
 *
 * Returns: whether all rules are met; if not, the first field that breaks one is told
 */
gboolean
ty_entry_check (TyRecord  *record,
                TyDate     today,
                GError   **error)
{
  const TyRecordInfo *info = ty_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (!check_field (record, i, today, error))
      return FALSE;

  return check_period (record, error);
}
