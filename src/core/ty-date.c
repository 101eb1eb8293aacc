/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-date"

#include "config.h"

#include "ty-date.h"

#include <string.h>

G_DEFINE_QUARK (ty-date-error-quark, ty_date_error)

/**
 * ty_date_copy:
 * @self: a date
 *
 * Returns: (transfer none): the date itself, which is a value
 */
TyDate
ty_date_copy (const TyDate *self)
{
  return *self;
}

static TyDate *
ty_date_boxed_copy (TyDate *self)
{
  return g_memdup2 (self, sizeof *self);
}

G_DEFINE_BOXED_TYPE (TyDate, ty_date, ty_date_boxed_copy, g_free)

/**
 * ty_date_new:
 * @year: the year
 * @month: the month, or 0
 * @day: the day, or 0
 *
 * Returns: the date, unchecked
 */
TyDate
ty_date_new (guint year,
             guint month,
             guint day)
{
  return (TyDate){ .year = year, .month = month, .day = day };
}

/**
 * ty_date_is_known:
 * @self: a date
 *
 * Returns: whether at least the year is known
 */
gboolean
ty_date_is_known (TyDate self)
{
  return self.year != 0;
}

/**
 * ty_date_is_valid:
 * @self: a date
 *
 * Returns: whether the calendar has it; years from 1800 to 2200 only, since a record outside of
 * these is a slip of the pen
 */
gboolean
ty_date_is_valid (TyDate self)
{
  if (self.year < 1800 || self.year > 2200)
    return FALSE;
  if (self.month == 0)
    return self.day == 0;
  if (self.month > 12)
    return FALSE;
  if (self.day == 0)
    return TRUE;

  return self.day <= g_date_get_days_in_month (self.month, self.year);
}

static gboolean
take_digits (const char **cursor,
             guint        least,
             guint        most,
             guint       *number)
{
  guint value = 0;
  guint n = 0;

  while (n < most && g_ascii_isdigit ((*cursor)[n]))
    value = value * 10 + (guint) g_ascii_digit_value ((*cursor)[n++]);
  if (n < least)
    return FALSE;

  *cursor += n;
  *number = value;
  return TRUE;
}

static gboolean
fail (GError     **error,
      TyDateError  code,
      const char  *text)
{
  g_set_error (error, TY_DATE_ERROR, (int) code,
               code == TY_DATE_ERROR_SYNTAX ? "“%s” is not a date" : "“%s” is no day of the calendar",
               text);
  return FALSE;
}

/**
 * ty_date_parse_iso:
 * @text: `2021-10-01`, `2021-10` or `2021`
 * @date: (out): the date
 * @error: a `TY_DATE_ERROR`
 *
 * Reads the form in which dates are stored and given on the command line.
 *
 * Returns: whether @text is such a date
 */
gboolean
ty_date_parse_iso (const char  *text,
                   TyDate      *date,
                   GError     **error)
{
  const char *cursor = text;
  guint year, month = 0, day = 0;
  TyDate parsed;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  if (!take_digits (&cursor, 4, 4, &year))
    return fail (error, TY_DATE_ERROR_SYNTAX, text);
  if (*cursor == '-')
    {
      cursor++;
      if (!take_digits (&cursor, 2, 2, &month) || month == 0)
        return fail (error, TY_DATE_ERROR_SYNTAX, text);
    }
  if (month != 0 && *cursor == '-')
    {
      cursor++;
      if (!take_digits (&cursor, 2, 2, &day) || day == 0)
        return fail (error, TY_DATE_ERROR_SYNTAX, text);
    }
  if (*cursor != '\0')
    return fail (error, TY_DATE_ERROR_SYNTAX, text);

  parsed = (TyDate){ year, month, day };
  if (!ty_date_is_valid (parsed))
    return fail (error, TY_DATE_ERROR_IMPOSSIBLE, text);

  *date = parsed;
  return TRUE;
}

/**
 * ty_date_from_iso:
 * @text: (nullable): a stored date
 *
 * Returns: the date, or %TY_DATE_NONE for %NULL and for what is not a date
 */
TyDate
ty_date_from_iso (const char *text)
{
  TyDate date = TY_DATE_NONE;

  if (text == NULL || !ty_date_parse_iso (text, &date, NULL))
    return TY_DATE_NONE;

  return date;
}

/* Days before 1970 and after, without a table: years begin in March, so that leap days come last. */
static gint32
count_days (gint32 year,
            gint32 month,
            gint32 day)
{
  gint32 y = month <= 2 ? year - 1 : year;
  gint32 era = y / 400;
  gint32 year_of_era = y - era * 400;
  gint32 day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 305;
}

/* 0 where something else than a digit stands among them. */
static inline guint
read_digits (const char *text,
             guint       n)
{
  guint value = 0;
  gboolean others = FALSE;

  for (guint i = 0; i < n; i++)
    {
      guint digit = (guint) (guchar) text[i] - '0';

      others |= digit > 9;
      value = value * 10 + digit;
    }
  return others ? 0 : value;
}

/**
 * ty_date_days_from_iso:
 * @text: (nullable): a stored date
 *
 * The same as ty_date_to_days() of ty_date_from_iso(), for those who read millions of them.
 *
 * Returns: the day for which the date stands, as ty_date_to_days() counts, or 0 for %NULL and for
 * what is not a date
 */
gint32
ty_date_days_from_iso (const char *text)
{
  size_t length = text != NULL ? strlen (text) : 0;
  TyDate date = TY_DATE_NONE;

  if (length != 4 && length != 7 && length != 10)
    return 0;

  date.year = (guint16) read_digits (text, 4);
  if (length >= 7)
    date.month = (guint8) read_digits (text + 5, 2);
  if (length == 10)
    date.day = (guint8) read_digits (text + 8, 2);
  if ((length >= 7 && (text[4] != '-' || date.month == 0))
      || (length == 10 && (text[7] != '-' || date.day == 0)) || !ty_date_is_valid (date))
    return 0;

  return count_days (date.year, MAX (date.month, 1), MAX (date.day, 1));
}

/* 0 to 9, 10 for 十, 20 for 廿; -1 for any other character. */
static int
get_numeral (gunichar c)
{
  static const gunichar numerals[] = { 0x3007 /* 〇 */, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                       0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341 /* 十 */ };

  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (numerals[i] == c)
      return (int) i;
  if (c == 0x96F6 /* 零 */ || c == 0x25CB || c == 0x25EF)
    return 0;
  if (c == 0x5143 /* 元 */)
    return 1;

  return c == 0x5EFF ? 20 : -1;
}

/* 一九七八 is written digit by digit, 二十三 is not. Returns behind the numerals, @p where there are none. */
static const char *
take_numerals (const char *p,
               GString    *plain)
{
  const char *begin = p;
  gboolean by_tens = FALSE;
  guint value = 0;

  for (; *p != '\0' && p - begin <= 12; p = g_utf8_next_char (p))
    {
      int numeral = get_numeral (g_utf8_get_char (p));

      if (numeral < 0)
        break;
      by_tens |= numeral >= 10;
      if (numeral == 10)
        value = MAX (value, 1) * 10;
      else
        value = by_tens ? value + (guint) numeral : value * 10 + (guint) numeral;
    }
  if (p > begin)
    g_string_append_printf (plain, "%u", value);
  return p;
}

/* The time of day that other programs write behind a date: 2021-10-01 08:30:00, 2021-10-01T08:30. */
static gboolean
is_time (const char *p)
{
  const char *time;

  if (*p != 'T' && !g_ascii_isspace (*p))
    return FALSE;
  time = p + 1 + strspn (p + 1, " ");
  if (!g_ascii_isdigit (*time) || strchr (time, ':') == NULL)
    return FALSE;

  return time[strspn (time, "0123456789:.Z")] == '\0';
}

static gboolean
is_between_parts (gunichar c)
{
  static const gunichar others[] = {
    0xFF0E, 0xFF0D, 0xFF0F, 0xFF0C, 0x3002, 0x3001, 0x00B7, 0x2013, 0x2014,
    0x5E74 /* 年 */, 0x6708 /* 月 */, 0x65E5 /* 日 */, 0x53F7 /* 号 */, 0x865F /* 號 */,
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i] == c)
      return TRUE;

  return c == '.' || c == '-' || c == '/' || c == ',' || c == '\\';
}

/* Full-width digits, numerals and the signs that offices write between the parts, as ASCII. */
static char *
normalize_record (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0' && !is_time (p);)
    {
      gunichar c = g_utf8_get_char (p);
      const char *behind = take_numerals (p, plain);

      if (behind != p)
        {
          p = behind;
          continue;
        }
      if (c >= 0xFF10 && c <= 0xFF19)
        g_string_append_c (plain, (char) ('0' + (c - 0xFF10)));
      else if (c < 0x80 && g_ascii_isdigit ((char) c))
        g_string_append_c (plain, (char) c);
      else if (is_between_parts (c))
        g_string_append_c (plain, '.');
      else if (c == 0x751F /* 生 */ || (c == 0x51FA && g_str_has_suffix (p, "出生")))
        break;
      else if (!g_unichar_isspace (c) && c != 0x3000 && c != 0xFEFF && c != 0x200B)
        g_string_append_c (plain, '?');
      p = g_utf8_next_char (p);
    }
  while (plain->len > 0 && plain->str[plain->len - 1] == '.')
    g_string_truncate (plain, plain->len - 1);

  return g_string_free (plain, FALSE);
}

/* 8 digits YYYYMMDD, 6 digits YYYYMM, 4 digits YYYY; 5 digits are nobody's date. */
static gboolean
split_digits (const char *plain,
              guint       parts[3])
{
  size_t length = strlen (plain);
  guint all = (guint) g_ascii_strtoull (plain, NULL, 10);

  switch (length)
    {
    case 4:
      parts[0] = all;
      return TRUE;
    case 6:
      parts[0] = all / 100;
      parts[1] = all % 100;
      return TRUE;
    case 8:
      parts[0] = all / 10000;
      parts[1] = all / 100 % 100;
      parts[2] = all % 100;
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * ty_date_parse_record:
 * @text: a date as offices write it: `1978.05`, `197805`, `1978-5-12`, `1978年5月`, `1978.05.12`,
 *   `一九七八年五月`, full-width digits and blanks included; a time of day behind it is passed over
 * @date: (out): the date
 * @month_unknown: (out) (optional): whether the month was written as `00`
 * @error: a `TY_DATE_ERROR`
 *
 * Reads a date of a roster (field.md 6.1, 6.3). `1978.00` is kept as the year 1978. A number in
 * which a month's leading zero or last digit may have been lost, such as `19781`, is refused:
 * nothing is guessed. A spreadsheet shows 1990.10 as `1990.1`, so that a number cell needs
 * care; the caller knows the cell's type and this function only its text, in which
 * `1990.1` is January.
 *
 * Returns: whether @text is a date
 */
gboolean
ty_date_parse_record (const char  *text,
                      TyDate      *date,
                      gboolean    *month_unknown,
                      GError     **error)
{
  g_autofree char *plain = NULL;
  guint parts[3] = { 0, 0, 0 };
  gboolean zero_month = FALSE;
  TyDate parsed;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  plain = normalize_record (text);
  if (strchr (plain, '?') != NULL)
    return fail (error, TY_DATE_ERROR_SYNTAX, text);

  if (strchr (plain, '.') == NULL)
    {
      if (!split_digits (plain, parts))
        return fail (error, TY_DATE_ERROR_SYNTAX, text);
      zero_month = strlen (plain) > 4 && parts[1] == 0;
    }
  else
    {
      const char *cursor = plain;
      guint n = 0;

      do
        {
          if (n == 3 || !take_digits (&cursor, n == 0 ? 4 : 1, n == 0 ? 4 : 2, &parts[n]))
            return fail (error, TY_DATE_ERROR_SYNTAX, text);
          n++;
        }
      while (*cursor == '.' && *++cursor != '\0');
      if (*cursor != '\0')
        return fail (error, TY_DATE_ERROR_SYNTAX, text);
      zero_month = n > 1 && parts[1] == 0;
    }

  if (zero_month)
    parts[2] = 0;
  parsed = ty_date_new (parts[0], parts[1], parts[2]);
  if (parts[1] > 12 || parts[2] > 31 || !ty_date_is_valid (parsed))
    return fail (error, TY_DATE_ERROR_IMPOSSIBLE, text);

  if (month_unknown != NULL)
    *month_unknown = zero_month;
  *date = parsed;
  return TRUE;
}

/**
 * ty_date_from_serial:
 * @serial: days as a spreadsheet counts them
 * @since_1904: whether the workbook counts from 1904-01-01
 *
 * Returns: the day; %TY_DATE_NONE outside of 1900 to 2200
 */
TyDate
ty_date_from_serial (gint64   serial,
                     gboolean since_1904)
{
  /* Serial 61 is 1900-03-01; below it the 1900 system has a day that never was. */
  const gint32 base = since_1904 ? ty_date_to_days ((TyDate){ 1904, 1, 1 })
                                 : ty_date_to_days ((TyDate){ 1899, 12, 30 });

  if (serial < 61 || serial > 110000)
    return TY_DATE_NONE;

  return ty_date_from_days (base + (gint32) serial);
}

/**
 * ty_date_today:
 *
 * Returns: today by the local clock
 */
TyDate
ty_date_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return ty_date_new ((guint) g_date_time_get_year (now),
                      (guint) g_date_time_get_month (now),
                      (guint) g_date_time_get_day_of_month (now));
}

/**
 * ty_date_to_days:
 * @self: a date
 *
 * Returns: the Julian day count of GDate (1 = 0001-01-01) of the day that @self stands for, or 0
 * for %TY_DATE_NONE
 */
gint32
ty_date_to_days (TyDate self)
{
  GDate date;

  if (!ty_date_is_known (self))
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, MAX (self.day, 1), MAX (self.month, 1), self.year);
  return (gint32) g_date_get_julian (&date);
}

/**
 * ty_date_from_days:
 * @days: a count of ty_date_to_days()
 *
 * Returns: the day
 */
TyDate
ty_date_from_days (gint32 days)
{
  GDate date;

  if (days <= 0)
    return TY_DATE_NONE;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) days);
  return ty_date_new (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/**
 * ty_date_add_days:
 * @self: a date
 * @days: how many days later, or earlier where negative
 *
 * Returns: the day
 */
TyDate
ty_date_add_days (TyDate self,
                  int    days)
{
  return ty_date_from_days (ty_date_to_days (self) + days);
}

/**
 * ty_date_add_months:
 * @self: a known date
 * @months: how many months later; negative ones are earlier
 *
 * A day that the month does not have becomes its last one: 31 January and a month is the last of February.
 *
 * Returns: the date, as far known as @self, where a year becomes its January
 */
TyDate
ty_date_add_months (TyDate self,
                    int    months)
{
  int month = self.year * 12 + MAX (self.month, 1) - 1 + months;
  TyDate date = ty_date_new ((guint) CLAMP (month / 12, 1, 9999), (guint) (month % 12 + 1), 0);

  if (self.day != 0)
    date.day = MIN (self.day, g_date_get_days_in_month (date.month, date.year));
  return date;
}

/**
 * ty_date_compare:
 * @a: a date
 * @b: another
 *
 * Compares the days for which the dates stand.
 *
 * Returns: less than, equal to or greater than 0
 */
int
ty_date_compare (TyDate a,
                 TyDate b)
{
  gint32 days_a = ty_date_to_days (a);
  gint32 days_b = ty_date_to_days (b);

  return (days_a > days_b) - (days_a < days_b);
}

/**
 * ty_date_full_years:
 * @birth: the date of birth, to the month
 * @as_of: the cut-off date
 *
 * The age on a form: the difference of the years, less 1 if the month of the cut-off date comes
 * before the month of birth. Days do not count. (field.md 6.2)
 *
 * Returns: full years; -1 where @birth is unknown or after @as_of
 */
int
ty_date_full_years (TyDate birth,
                    TyDate as_of)
{
  int years;

  if (!ty_date_is_known (birth) || !ty_date_is_known (as_of))
    return -1;

  years = (int) as_of.year - (int) birth.year;
  if (MAX (as_of.month, 1) < MAX (birth.month, 1))
    years--;

  return MAX (years, -1);
}

static char *
write_digits (char  *to,
              guint  number,
              guint  n)
{
  for (guint i = n; i > 0; i--, number /= 10)
    to[i - 1] = (char) ('0' + number % 10);
  return to + n;
}

/* Millions of dates are written where a large table is compared: by hand it takes a tenth of what printf takes. */
static char *
format_with (TyDate self,
             char   separator)
{
  char text[sizeof "2021-10-01"];
  char *to = text;

  if (ty_date_is_known (self))
    to = write_digits (to, self.year, 4);
  if (ty_date_is_known (self) && self.month != 0)
    {
      *to++ = separator;
      to = write_digits (to, self.month, 2);
    }
  if (ty_date_is_known (self) && self.month != 0 && self.day != 0)
    {
      *to++ = separator;
      to = write_digits (to, self.day, 2);
    }
  return g_strndup (text, (gsize) (to - text));
}

/**
 * ty_date_to_iso:
 * @self: a date
 *
 * Returns: (transfer full): `2021-10-01`, `2021-10`, `2021`, or the empty string
 */
char *
ty_date_to_iso (TyDate self)
{
  return format_with (self, '-');
}

/**
 * ty_date_to_record:
 * @self: a date
 *
 * Returns: (transfer full): as registers show it, `2021.10.01`, `2021.10`, `2021`, or the empty
 * string (field.md 6.3)
 */
char *
ty_date_to_record (TyDate self)
{
  return format_with (self, '.');
}
