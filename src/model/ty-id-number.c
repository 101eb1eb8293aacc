/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-id-number"

#include "config.h"

#include "ty-id-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LENGTH 18
#define LEGACY_LENGTH 15

G_DEFINE_QUARK (ty-id-number-error-quark, ty_id_number_error)

static gboolean
are_digits (const char *text,
            size_t      n)
{
  for (size_t i = 0; i < n; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;

  return TRUE;
}

static guint
read_number (const char *text,
             size_t      n)
{
  guint number = 0;

  for (size_t i = 0; i < n; i++)
    number = number * 10 + (guint) g_ascii_digit_value (text[i]);

  return number;
}

/* Digits 7 to 14, or 7 to 12 of a legacy number, which leave out the 19 of the year. */
static TyDate
read_birth (const char *number)
{
  if (strlen (number) == LEGACY_LENGTH)
    return ty_date_new (1900 + read_number (number + 6, 2), read_number (number + 8, 2),
                        read_number (number + 10, 2));

  return ty_date_new (read_number (number + 6, 4), read_number (number + 10, 2),
                      read_number (number + 12, 2));
}

/**
 * ty_id_number_has_lost_digits:
 * @text: what stands where an ID number should
 *
 * A spreadsheet writes a long number into a text as `9.90101E+17`: only its first digits are left.
 *
 * Returns: whether @text is such a number
 */
gboolean
ty_id_number_has_lost_digits (const char *text)
{
  const char *p = text;

  if (!g_ascii_isdigit (*p))
    return FALSE;
  for (p++; g_ascii_isdigit (*p) || *p == '.'; p++)
    ;
  if (*p != 'E' && *p != 'e')
    return FALSE;
  p += p[1] == '+' ? 2 : 1;
  return p[0] == '1' && p[1] >= '4' && p[1] <= '9' && p[2] == '\0';
}

/**
 * ty_id_number_complete:
 * @seventeen: the first 17 digits of an ID number; what follows is not read
 *
 * Computes the check character of GB 11643 (ISO 7064 MOD 11-2). (field.md 8.7)
 *
 * Returns: `0` to `9` or `X`; 0 where @seventeen has not 17 digits
 */
char
ty_id_number_complete (const char *seventeen)
{
  static const guint weights[LENGTH - 1] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  static const char characters[] = "10X98765432";
  guint sum = 0;

  g_return_val_if_fail (seventeen != NULL, 0);

  if (!are_digits (seventeen, LENGTH - 1))
    return 0;
  for (guint i = 0; i < LENGTH - 1; i++)
    sum += weights[i] * (guint) g_ascii_digit_value (seventeen[i]);

  return characters[sum % 11];
}

static gboolean
check_characters (const char  *number,
                  size_t       length,
                  GError     **error)
{
  size_t digits = length == LENGTH ? LENGTH - 1 : length;

  if (are_digits (number, digits)
      && (length != LENGTH || g_ascii_isdigit (number[digits]) || number[digits] == 'X'))
    return TRUE;

  g_set_error (error, TY_ID_NUMBER_ERROR, TY_ID_NUMBER_ERROR_CHARACTERS,
               _("The ID number “%s” has a character that does not belong there."), number);
  return FALSE;
}

/**
 * ty_id_number_check:
 * @number: a citizen ID number, cleaned by ty_text_clean_code()
 * @error: a `TY_ID_NUMBER_ERROR`
 *
 * Checks length, characters, the day of birth and the check character of GB 11643. A legacy
 * number of 15 digits has no check character. (field.md 8.7)
 *
 * Returns: whether it can be an ID number
 */
gboolean
ty_id_number_check (const char  *number,
                    GError     **error)
{
  size_t length;
  TyDate birth;

  g_return_val_if_fail (number != NULL, FALSE);

  length = strlen (number);
  if (length != LENGTH && length != LEGACY_LENGTH)
    {
      g_set_error (error, TY_ID_NUMBER_ERROR, TY_ID_NUMBER_ERROR_LENGTH,
                   _("The ID number “%s” has %d characters, not 18."), number,
                   (int) g_utf8_strlen (number, -1));
      return FALSE;
    }
  if (!check_characters (number, length, error))
    return FALSE;

  birth = read_birth (number);
  if (birth.month == 0 || birth.day == 0 || !ty_date_is_valid (birth))
    {
      g_set_error (error, TY_ID_NUMBER_ERROR, TY_ID_NUMBER_ERROR_BIRTH,
                   _("The ID number “%s” has no possible date of birth."), number);
      return FALSE;
    }
  if (length == LENGTH && ty_id_number_complete (number) != number[LENGTH - 1])
    {
      g_set_error (error, TY_ID_NUMBER_ERROR, TY_ID_NUMBER_ERROR_CHECK_DIGIT,
                   _("The ID number “%s” has a wrong check digit."), number);
      return FALSE;
    }

  return TRUE;
}

/**
 * ty_id_number_upgrade:
 * @number: an ID number of 18 characters or 15 digits
 * @error: a `TY_ID_NUMBER_ERROR`
 *
 * Puts the 19 of the year into a legacy number and adds the check character.
 *
 * Returns: (transfer full): the number of 18 characters; %NULL where @number is not right
 */
char *
ty_id_number_upgrade (const char  *number,
                      GError     **error)
{
  char full[LENGTH + 1] = { 0 };

  g_return_val_if_fail (number != NULL, NULL);

  if (!ty_id_number_check (number, error))
    return NULL;
  if (strlen (number) == LENGTH)
    return g_strdup (number);

  memcpy (full, number, 6);
  memcpy (full + 6, "19", 2);
  memcpy (full + 8, number + 6, LEGACY_LENGTH - 6);
  full[LENGTH - 1] = ty_id_number_complete (full);

  return g_strdup (full);
}

/**
 * ty_id_number_get_birth:
 * @number: an ID number
 *
 * Returns: the day of birth, %TY_DATE_NONE where @number is not right
 */
TyDate
ty_id_number_get_birth (const char *number)
{
  g_return_val_if_fail (number != NULL, TY_DATE_NONE);

  return ty_id_number_check (number, NULL) ? read_birth (number) : TY_DATE_NONE;
}

/**
 * ty_id_number_get_sex:
 * @number: an ID number
 *
 * Returns: 1 for a man and 2 for a woman, as in GB/T 2261.1; 0 where @number is not right
 */
int
ty_id_number_get_sex (const char *number)
{
  char digit;

  g_return_val_if_fail (number != NULL, 0);

  if (!ty_id_number_check (number, NULL))
    return 0;

  digit = strlen (number) == LENGTH ? number[LENGTH - 2] : number[LEGACY_LENGTH - 1];
  return g_ascii_digit_value (digit) % 2 == 1 ? 1 : 2;
}

/**
 * ty_id_number_get_division:
 * @number: an ID number
 *
 * Returns: (transfer full) (nullable): the six digits of the county where it was given out, which
 * need not exist any more; %NULL where @number is not right
 */
char *
ty_id_number_get_division (const char *number)
{
  g_return_val_if_fail (number != NULL, NULL);

  return ty_id_number_check (number, NULL) ? g_strndup (number, 6) : NULL;
}
