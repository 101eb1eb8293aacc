/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-decimal"

#include "config.h"

#include "ty-decimal.h"

#include "ty-text.h"

#include <string.h>

/* Decimal numbers as offices write them: amounts, areas, scores, days. They are kept as text, so that
 * what is not known is told from none, and exactly. */

#define PLACES 4
#define MOST_DIGITS 12

/* 万, which follows many amounts, and 元, which says nothing. */
#define TEN_THOUSAND "\xe4\xb8\x87"
#define YUAN "\xe5\x85\x83"

static void
cut_end (char       *text,
         const char *end)
{
  if (g_str_has_suffix (text, end))
    text[strlen (text) - strlen (end)] = '\0';
}

/* Commas between groups of three: 1,234,567. Any others make no number. */
static gboolean
take_commas_off (char *text)
{
  gsize before = strspn (text, "0123456789");
  char *to;

  if (text[before] != ',')
    return TRUE;
  if (before == 0 || before > 3)
    return FALSE;

  to = text + before;
  for (const char *from = to; ; from += 4)
    {
      if (*from != ',')
        {
          if (g_ascii_isdigit (*from))
            return FALSE;
          memmove (to, from, strlen (from) + 1);
          return TRUE;
        }
      if (strspn (from + 1, "0123456789") < 3)
        return FALSE;
      memmove (to, from + 1, 3);
      to += 3;
    }
}

static gboolean
parse_plain (const char *text,
             gint64     *value)
{
  gsize before = strspn (text, "0123456789");
  gsize after = text[before] == '.' ? strspn (text + before + 1, "0123456789") : 0;
  gint64 number = 0;

  if (before == 0 || before > MOST_DIGITS || after > PLACES
      || text[before + (text[before] == '.' ? after + 1 : 0)] != '\0'
      || (text[before] == '.' && after == 0))
    return FALSE;

  for (gsize i = 0; i < before; i++)
    number = number * 10 + (text[i] - '0');
  for (gsize i = 0; i < PLACES; i++)
    number = number * 10 + (i < after ? text[before + 1 + i] - '0' : 0);
  *value = number;
  return TRUE;
}

/**
 * ty_decimal_parse:
 * @text: a number as typed: 120000, 120,000, 12万, 12.5万元, -42000, also with digits of full width
 * @value: (out): the number in units of 1 / %TY_DECIMAL_ONE
 *
 * Returns: whether it is a number of up to twelve digits with up to four decimal places
 */
gboolean
ty_decimal_parse (const char *text,
                  gint64     *value)
{
  g_autofree char *clean = ty_text_clean_code (text);
  char *start = clean;
  gboolean negative = *start == '-';
  gboolean many;

  if (*start == '-' || *start == '+')
    start++;
  cut_end (start, YUAN);
  many = g_str_has_suffix (start, TEN_THOUSAND);
  cut_end (start, TEN_THOUSAND);
  if (!take_commas_off (start) || !parse_plain (start, value))
    return FALSE;
  if (many && *value >= G_GINT64_CONSTANT (100000000) * TY_DECIMAL_ONE)
    return FALSE;

  if (many)
    *value *= 10000;
  if (negative)
    *value = -*value;
  return TRUE;
}

/**
 * ty_decimal_format:
 * @value: a number in units of 1 / %TY_DECIMAL_ONE
 *
 * Returns: (transfer full): the number in its stored form
 */
char *
ty_decimal_format (gint64 value)
{
  gint64 size = ABS (value);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s%" G_GINT64_FORMAT, value < 0 ? "-" : "", size / TY_DECIMAL_ONE);
  if (size % TY_DECIMAL_ONE != 0)
    {
      g_string_append_printf (text, ".%04d", (int) (size % TY_DECIMAL_ONE));
      while (text->str[text->len - 1] == '0')
        g_string_truncate (text, text->len - 1);
    }
  return g_string_free (text, FALSE);
}

/**
 * ty_decimal_clean:
 * @text: a number as typed
 *
 * Returns: (transfer full): the number in its stored form; what is none, without blanks at its ends
 */
char *
ty_decimal_clean (const char *text)
{
  gint64 value;

  return ty_decimal_parse (text, &value) ? ty_decimal_format (value) : ty_text_clean (text);
}

/**
 * ty_decimal_is_valid:
 * @text: a text
 *
 * Returns: whether it is a number in its stored form
 */
gboolean
ty_decimal_is_valid (const char *text)
{
  g_autofree char *stored = NULL;
  gint64 value;

  if (!ty_decimal_parse (text, &value))
    return FALSE;

  stored = ty_decimal_format (value);
  return g_str_equal (stored, text);
}

/**
 * ty_decimal_to_double:
 * @text: (nullable): a number in its stored form
 *
 * Returns: the number; 0 for none
 */
double
ty_decimal_to_double (const char *text)
{
  gint64 value;

  return text != NULL && ty_decimal_parse (text, &value) ? (double) value / TY_DECIMAL_ONE : 0;
}

/**
 * ty_decimal_dup_shown:
 * @text: a number in its stored form
 *
 * Returns: (transfer full): the number for readers, with commas from four digits on
 */
char *
ty_decimal_dup_shown (const char *text)
{
  gsize sign = *text == '-' ? 1 : 0;
  gsize digits = strspn (text + sign, "0123456789");
  GString *shown = g_string_new_len (text, (gssize) sign);

  for (gsize i = 0; i < digits; i++)
    {
      if (i > 0 && digits > 3 && (digits - i) % 3 == 0)
        g_string_append_c (shown, ',');
      g_string_append_c (shown, text[sign + i]);
    }
  g_string_append (shown, text + sign + digits);
  return g_string_free (shown, FALSE);
}
