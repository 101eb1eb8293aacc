/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-entry"

#include "config.h"

#include "ty-entry.h"

#include "ty-date.h"
#include "ty-id-number.h"
#include "ty-pinyin.h"
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
clean_field (guint       field,
             const char *text)
{
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
 * ty_entry_clean_person:
 * @person: a person as typed
 *
 * Brings every text into its stored form: without blanks at the ends and inside of names and
 * numbers; pinyin without tones.
 */
void
ty_entry_clean_person (TyPerson *person)
{
  TyRecord *record = TY_RECORD (person);

  for (guint i = 0; i < ty_person_info.n_fields; i++)
    {
      const char *text = TY_FIELD_IS_NUMBER (&ty_person_info.fields[i])
                           ? NULL : ty_record_get_text (record, i);

      if (text != NULL)
        ty_record_take_text (record, i, clean_field (i, text));
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
  if (field == TY_PERSON_BIRTH && ty_date_compare (date, today) > 0)
    {
      g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_FUTURE,
                   _("%s: the date “%s” is still to come."), get_label (record, field), text);
      return FALSE;
    }
  return TRUE;
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
check_field (TyRecord  *record,
             guint      field,
             TyDate     today,
             GError   **error)
{
  const TyFieldInfo *info = &ty_record_get_info (record)->fields[field];
  g_autoptr(GError) why = NULL;

  if (TY_FIELD_IS_NUMBER (info) || ty_record_get_text (record, field) == NULL)
    return TRUE;
  if (info->kind == TY_FIELD_DATE)
    return check_date (record, field, today, error);
  if (field == TY_PERSON_PINYIN)
    return check_pinyin (record, error);
  if (field == TY_PERSON_ID_NUMBER
      && !ty_id_number_check (ty_record_get_text (record, field), &why))
    {
      g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_ID_NUMBER, "%s: %s",
                   get_label (record, field), why->message);
      return FALSE;
    }

  return check_width (record, field, error);
}

/**
 * ty_entry_check_person:
 * @person: a person after ty_entry_clean_person()
 * @today: the day against which dates are checked
 * @error: a `TY_ENTRY_ERROR`
 *
 * Checks what can be said of one person alone: a name, lengths (field.md 3), dates, the ID number
 * (GB 11643). That no other person has the same number, only the file can say.
 *
 * Returns: whether all rules are met; if not, the first field that breaks one is told
 */
gboolean
ty_entry_check_person (TyPerson  *person,
                       TyDate     today,
                       GError   **error)
{
  TyRecord *record = TY_RECORD (person);

  if (ty_record_get_text (record, TY_PERSON_NAME) == NULL)
    {
      g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_REQUIRED, _("%s: must be filled in."),
                   get_label (record, TY_PERSON_NAME));
      return FALSE;
    }
  for (guint i = 0; i < ty_person_info.n_fields; i++)
    if (!check_field (record, i, today, error))
      return FALSE;

  return TRUE;
}
