/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-format"

#include "config.h"

#include "ty-format.h"

#include "ty-text.h"

#include "ty-code-list.h"

#include <glib/gi18n-lib.h>

/* How values are written wherever the window shows them. Every function is pure: the same values
 * give the same text. */

/**
 * ty_format_month:
 * @date: a date as far as it is known
 *
 * Returns: (transfer full): `1978.05`, `1978`, or the empty text
 */
char *
ty_format_month (TyDate date)
{
  date.day = 0;

  return ty_date_to_record (date);
}

/**
 * ty_format_range:
 * @from: the beginning, none = before our records
 * @until: the end, none = still
 *
 * Returns: (transfer full): `2001.09—2005.07`, `2021.10—`, `—2005.07`, or the empty text
 */
char *
ty_format_range (TyDate from,
                 TyDate until)
{
  g_autofree char *first = ty_format_month (from);
  g_autofree char *last = ty_format_month (until);

  if (*first == '\0' && *last == '\0')
    return g_strdup ("");

  return g_strconcat (first, "—", last, NULL);
}

/**
 * ty_format_day_long:
 * @day: a day
 *
 * Returns: (transfer full): a day as sentences say it: 2021年12月24日
 */
char *
ty_format_day_long (TyDate day)
{
  g_autoptr(GDateTime) moment = NULL;

  if (day.day == 0)
    return ty_date_to_record (day);

  moment = g_date_time_new_utc (day.year, day.month, day.day, 0, 0, 0);
  /* Translators: a day in a sentence, in the form of g_date_time_format(). */
  return g_date_time_format (moment, _("%-d %B %Y"));
}

/**
 * ty_format_weekday:
 * @day: a day
 *
 * Returns: (transfer full): which day of the week it is: 星期五; the empty text for no whole day
 */
char *
ty_format_weekday (TyDate day)
{
  static const char *const names[] = {
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"),
    N_("Friday"), N_("Saturday"), N_("Sunday"),
  };
  GDate date;

  if (day.day == 0 || !g_date_valid_dmy (day.day, day.month, day.year))
    return g_strdup ("");

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day.day, day.month, day.year);
  return g_strdup (_(names[g_date_get_weekday (&date) - 1]));
}

/**
 * ty_format_work_day:
 * @day: a day, or a month
 * @as_of: the cut-off date
 *
 * Returns: (transfer full): how a list of work says it: 12.18 in the year of the cut-off date, else
 *   2022.01.10; the empty text for none
 */
char *
ty_format_work_day (TyDate day,
                    TyDate as_of)
{
  if (!ty_date_is_known (day))
    return g_strdup ("");
  if (day.year == as_of.year && day.day != 0)
    return g_strdup_printf ("%02u.%02u", day.month, day.day);

  return ty_date_to_record (day);
}

/**
 * ty_format_due:
 * @due: by when something is due, or none
 * @as_of: the cut-off date
 *
 * Returns: (transfer full): how far that is away: 逾期 5 天, 今天, 3 天后; months where days are many, and
 *   years where months are; the empty text for none
 */
char *
ty_format_due (TyDate due,
               TyDate as_of)
{
  int days = ty_date_to_days (due) - ty_date_to_days (as_of);
  guint n = (guint) ABS (days);

  if (!ty_date_is_known (due))
    return g_strdup ("");
  if (days == 0)
    return g_strdup (_("today"));
  if (n < 100)
    return days < 0 ? g_strdup_printf (ngettext ("%u day late", "%u days late", n), n)
                    : g_strdup_printf (ngettext ("in %u day", "in %u days", n), n);

  /* The mean month of the calendar. */
  n = n * 12 / 365;
  if (n < 24)
    return days < 0 ? g_strdup_printf (ngettext ("%u month late", "%u months late", n), n)
                    : g_strdup_printf (ngettext ("in %u month", "in %u months", n), n);

  n /= 12;
  return days < 0 ? g_strdup_printf (ngettext ("%u year late", "%u years late", n), n)
                  : g_strdup_printf (ngettext ("in %u year", "in %u years", n), n);
}

/**
 * ty_format_moment:
 * @moment: (nullable): a moment
 *
 * Returns: (transfer full): the moment in the local time zone, `11.22 10:31`, with the year where
 *   it is not this one; the empty text for %NULL
 */
char *
ty_format_moment (GDateTime *moment)
{
  g_autoptr(GDateTime) local = NULL;
  g_autoptr(GDateTime) now = NULL;

  if (moment == NULL)
    return g_strdup ("");

  local = g_date_time_to_local (moment);
  now = g_date_time_new_now_local ();
  if (g_date_time_get_year (local) == g_date_time_get_year (now))
    return g_date_time_format (local, "%m.%d %H:%M");

  return g_date_time_format (local, "%Y.%m.%d %H:%M");
}

/**
 * ty_format_utc:
 * @iso: (nullable): a moment as actions keep it, `2021-10-01T08:00:00Z`
 *
 * Returns: (transfer full): see ty_format_moment()
 */
char *
ty_format_utc (const char *iso)
{
  g_autoptr(GDateTime) moment = NULL;

  if (iso != NULL)
    moment = g_date_time_new_from_iso8601 (iso, NULL);

  return ty_format_moment (moment);
}

/**
 * ty_format_people:
 * @count: how many
 *
 * Returns: (transfer full): the number of people with its unit: 472 人
 */
char *
ty_format_people (guint count)
{
  g_autofree char *number = ty_text_format_count (count);

  return g_strdup_printf (ngettext ("%s person", "%s people", count), number);
}

/**
 * ty_format_age:
 * @age: full years, or a negative number where they are not known
 *
 * Returns: (transfer full): the age with its unit: 39 岁
 */
char *
ty_format_age (int age)
{
  if (age < 0)
    return g_strdup (_("age not known"));

  return g_strdup_printf (ngettext ("%d year old", "%d years old", (guint) age), age);
}

/* Reads a shown value, such as `98.63`, in hundredths, so that the change is that of the shown
 * values (field.md 9.3). */
static gboolean
parse_hundredths (const char *text,
                  gint64     *value)
{
  char *end = NULL;
  gint64 whole = g_ascii_strtoll (text, &end, 10);
  gint64 part = 0;

  if (end == text)
    return FALSE;
  if (*end == '.' && g_ascii_isdigit (end[1]))
    {
      part = (end[1] - '0') * 10;
      if (g_ascii_isdigit (end[2]))
        part += end[2] - '0';
    }

  *value = whole * 100 + part;
  return TRUE;
}

/**
 * ty_format_change:
 * @now: a shown value, or — where there is none
 * @before: the value with which it is compared
 * @unit: in what the change is told
 *
 * Returns: (transfer full): the difference of the two shown values, `▲ 57.30 pp`; the empty text
 *   if one of them is missing
 */
char *
ty_format_change (const char   *now,
                  const char   *before,
                  TyChangeUnit  unit)
{
  g_autofree char *number = NULL;
  const char *arrow;
  gint64 a, b, change;

  if (now == NULL || before == NULL || !parse_hundredths (now, &a) || !parse_hundredths (before, &b))
    return g_strdup ("");
  if (a == b)
    return g_strdup (_("no change"));

  change = ABS (a - b);
  arrow = a > b ? "▲" : "▼";
  if (unit == TY_CHANGE_UNIT_NONE)
    return g_strdup_printf ("%s %" G_GINT64_FORMAT, arrow, change / 100);

  number = g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", change / 100, (int) (change % 100));
  if (unit == TY_CHANGE_UNIT_POINTS)
    /* Translators: an arrow and a number of percentage points: ▲ 57.30 pp */
    return g_strdup_printf (_("%s %s pp"), arrow, number);

  /* Translators: an arrow and a number of years: ▼ 9.31 yr */
  return g_strdup_printf (_("%s %s yr"), arrow, number);
}

/**
 * ty_format_code:
 * @list: id of a code list
 * @key: (nullable): a key in it
 *
 * Returns: (transfer full): the label in the user's language; the key itself if the list does not
 *   know it; the empty text for none
 */
char *
ty_format_code (const char *list,
                const char *key)
{
  TyCode *code;

  if (key == NULL || *key == '\0')
    return g_strdup ("");

  code = ty_code_list_lookup (ty_code_list_get_shipped (list), key);
  return g_strdup (code != NULL ? ty_code_get_label (code) : key);
}

/**
 * ty_format_tenure:
 * @from: since when a post is held
 * @as_of: the cut-off date
 *
 * Returns: (transfer full): how long that is: `任现职 2 个月（2021.10）`
 */
char *
ty_format_tenure (TyDate from,
                  TyDate as_of)
{
  g_autofree char *month = ty_format_month (from);
  int months = from.month > 0 && as_of.month > 0
                 ? (as_of.year - from.year) * 12 + as_of.month - from.month
                 : -1;
  int years = months >= 0 ? months / 12 : as_of.year - from.year;

  if (months >= 0 && months < 12)
    /* Translators: how long a post is held, and since which month */
    return g_strdup_printf (ngettext ("%d month in the present post (%s)",
                                      "%d months in the present post (%s)", months), months, month);
  /* Translators: how long a post is held, and since which month */
  return g_strdup_printf (ngettext ("%d year in the present post (%s)",
                                    "%d years in the present post (%s)", years), years, month);
}
