/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-resume-text"

#include "config.h"

#include "ty-resume-text.h"

#include "ty-date.h"

#include <string.h>

/* The résumé as one text (field.md 6.1): a segment begins a line, with its months and two blanks
 * before what was done; what follows without months belongs to the segment above. */

#define PERIOD_COLUMNS 16

static gunichar
to_ascii (gunichar c)
{
  if (c >= 0xFF01 && c <= 0xFF5E)
    return c - 0xFF01 + '!';
  if (c == 0x3000 || c == 0xA0)
    return ' ';

  return c;
}

static const char *
skip_blanks (const char *p)
{
  while (*p != '\0' && (g_unichar_isspace (g_utf8_get_char (p)) || g_utf8_get_char (p) == 0x3000
                        || g_utf8_get_char (p) == 0xFEFF))
    p = g_utf8_next_char (p);

  return p;
}

static gboolean
take_number (const char **cursor,
             guint        least,
             guint        most,
             guint       *number)
{
  const char *p = *cursor;
  guint n = 0;

  *number = 0;
  while (n < most && to_ascii (g_utf8_get_char (p)) >= '0' && to_ascii (g_utf8_get_char (p)) <= '9')
    {
      *number = *number * 10 + (guint) (to_ascii (g_utf8_get_char (p)) - '0');
      p = g_utf8_next_char (p);
      n++;
    }
  if (n < least)
    return FALSE;

  *cursor = p;
  return TRUE;
}

static gboolean
take_any (const char        **cursor,
          const char *const  *words,
          guint               n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_has_prefix (*cursor, words[i]))
      {
        *cursor += strlen (words[i]);
        return TRUE;
      }

  return FALSE;
}

/* 2001.07, 200107, 2001年7月, with any digits; a month of 00 is not known. */
static gboolean
take_month (const char **cursor,
            TyDate      *date)
{
  static const char *const points[] = { ".", "．", "年", "/", "·" };
  static const char *const ends[] = { "月份", "月" };
  const char *p = *cursor;
  guint year, month;

  if (!take_number (&p, 4, 4, &year) || year < 1900 || year > 2199)
    return FALSE;
  take_any (&p, points, G_N_ELEMENTS (points));
  if (!take_number (&p, 1, 2, &month) || month > 12)
    return FALSE;
  take_any (&p, ends, G_N_ELEMENTS (ends));

  *date = ty_date_new (year, month, 0);
  *cursor = p;
  return TRUE;
}

static gboolean
take_dashes (const char **cursor)
{
  static const char *const dashes[] = { "-", "—", "－", "–", "―", "～", "~", "至", "─" };
  gboolean any = FALSE;

  *cursor = skip_blanks (*cursor);
  while (take_any (cursor, dashes, G_N_ELEMENTS (dashes)))
    any = TRUE;
  return any;
}

static gboolean
take_period (const char **cursor,
             TyDate      *from,
             TyDate      *until)
{
  static const char *const now[] = { "至今", "今", "现在", "現在" };
  const char *p = skip_blanks (*cursor);

  *until = TY_DATE_NONE;
  if (!take_month (&p, from) || !take_dashes (&p))
    return FALSE;
  p = skip_blanks (p);
  if (!take_month (&p, until))
    take_any (&p, now, G_N_ELEMENTS (now));

  *cursor = p;
  return TRUE;
}

static gboolean
is_ascii_end (const char *text)
{
  return *text != '\0' && g_ascii_isalnum (text[strlen (text) - 1]);
}

/* A line was broken for want of room, which only Latin words show as a blank. */
static void
append_line (TyRecord   *entry,
             const char *line)
{
  const char *present = ty_record_get_text (entry, TY_RESUME_ENTRY_TEXT);
  const char *blank;

  if (present == NULL)
    present = "";
  blank = is_ascii_end (present) && g_ascii_isalnum (*line) ? " " : "";
  ty_record_take_text (entry, TY_RESUME_ENTRY_TEXT, g_strconcat (present, blank, line, NULL));
}

static TyRecord *
add_entry (GPtrArray *entries,
           TyDate     from,
           TyDate     until)
{
  TyRecord *entry = TY_RECORD (ty_resume_entry_new ());

  ty_record_set_date (entry, TY_RESUME_ENTRY_FROM_DATE, from);
  ty_record_set_date (entry, TY_RESUME_ENTRY_UNTIL_DATE, until);
  g_ptr_array_add (entries, entry);
  return entry;
}

/* Blanks inside stay: two of them follow the months of what ran beside. */
static char *
dup_trimmed (const char *line)
{
  const char *begin = skip_blanks (line);
  const char *end = begin;

  for (const char *p = begin; *p != '\0'; p = g_utf8_next_char (p))
    if (skip_blanks (p) == p)
      end = g_utf8_next_char (p);

  return g_strndup (begin, (gsize) (end - begin));
}

static gboolean
is_undated (TyRecord *entry)
{
  return !ty_date_is_known (ty_record_get_date (entry, TY_RESUME_ENTRY_FROM_DATE));
}

static char **
split_lines (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GString) plain = g_string_new (valid);

  g_string_replace (plain, "\r\n", "\n", 0);
  return g_strsplit (g_strdelimit (plain->str, "\r", '\n'), "\n", -1);
}

/**
 * ty_resume_text_parse:
 * @text: a résumé as an appointment form has it
 *
 * Understands the spellings of field.md 6.1: any dash, full-width digits, a point that is missing, “至今”.
 * A line without months continues the segment above; behind an empty line it is an entry of its own
 * without dates, as the roles in committees at the end are, and each of these begins at the edge. A month `00` is a year alone.
 *
 * Returns: (transfer full) (element-type TyResumeEntry): the segments in their order, without a person
 *   and keys
 */
GPtrArray *
ty_resume_text_parse (const char *text)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) lines = split_lines (text);
  TyRecord *entry = NULL;
  gboolean apart = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];
      TyDate from, until;
      g_autofree char *clean = NULL;
      gboolean dated = take_period (&line, &from, &until);

      clean = dup_trimmed (line);
      if (!dated && *clean == '\0')
        {
          apart = TRUE;
          continue;
        }
      if (dated)
        entry = add_entry (entries, from, until);
      else if (entry == NULL || apart || (is_undated (entry) && skip_blanks (line) == line))
        entry = add_entry (entries, TY_DATE_NONE, TY_DATE_NONE);
      append_line (entry, clean);
      apart = FALSE;
    }
  return g_steal_pointer (&entries);
}

static void
append_month (GString *text,
              TyDate   date)
{
  if (ty_date_is_known (date))
    g_string_append_printf (text, "%04u.%02u", date.year, date.month);
}

static void
append_entry (GString  *text,
              TyRecord *entry,
              gboolean  after_dated)
{
  TyDate from = ty_record_get_date (entry, TY_RESUME_ENTRY_FROM_DATE);
  TyDate until = ty_record_get_date (entry, TY_RESUME_ENTRY_UNTIL_DATE);
  const char *what = ty_record_get_text (entry, TY_RESUME_ENTRY_TEXT);
  gsize begin;

  if (text->len > 0)
    g_string_append (text, !ty_date_is_known (from) && after_dated ? "\n\n" : "\n");
  begin = text->len;
  if (ty_date_is_known (from))
    {
      append_month (text, from);
      g_string_append (text, "--");
      append_month (text, until);
      while (text->len - begin < PERIOD_COLUMNS)
        g_string_append_c (text, ' ');
      g_string_append (text, "  ");
    }
  g_string_append (text, what != NULL ? what : "");
}

/**
 * ty_resume_text_write:
 * @entries: (element-type TyResumeEntry): segments in their order
 *
 * Writes them as the official editor does: `yyyy.mm--yyyy.mm`, two blanks, what was done; all of it
 * begins in the 18th column. Entries without dates stand behind an empty line. Lines end in `\n`.
 *
 * Returns: (transfer full): the text
 */
char *
ty_resume_text_write (GPtrArray *entries)
{
  GString *text = g_string_new (NULL);
  gboolean dated = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      TyRecord *entry = g_ptr_array_index (entries, i);

      append_entry (text, entry, dated);
      dated = ty_date_is_known (ty_record_get_date (entry, TY_RESUME_ENTRY_FROM_DATE));
    }
  return g_string_free (text, FALSE);
}
