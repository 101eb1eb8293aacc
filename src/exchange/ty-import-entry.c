/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-entry"

#include "config.h"

#include "ty-import-entry.h"

#include "ty-appointment.h"
#include "ty-cell-range.h"
#include "ty-code-list.h"
#include "ty-decimal.h"
#include "ty-division-code.h"
#include "ty-parsed-post.h"
#include "ty-post-title.h"
#include "ty-reserve.h"
#include "ty-roster-place.h"
#include "ty-text.h"
#include "ty-unit-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  TyImportSheet *sheet;
  TyTableLine *line;
  TyImportReport *report;
  TyImportEntry *entry;
} Parse;

static void
record_clear (gpointer data)
{
  g_clear_object (&((TyImportRecord *) data)->record);
}

void
ty_import_entry_free (TyImportEntry *self)
{
  g_clear_pointer (&self->who, ty_roster_entry_free);
  g_clear_pointer (&self->records, g_array_unref);
  g_clear_object (&self->course.record);
  g_free (self);
}

/**
 * ty_import_entry_new_header:
 * @sheet: a table
 *
 * Returns: (transfer full): where it has what a roster says of a person and of the unit
 */
TyRosterHeader *
ty_import_entry_new_header (TyImportSheet *sheet)
{
  TyRosterHeader *header = ty_roster_header_new (sheet->head->last_row);

  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const TyImportColumn *column = &g_array_index (sheet->columns, TyImportColumn, i);

      if (column->target != NULL && column->target->role == TY_IMPORT_ROLE_COLUMN)
        ty_roster_header_set (header, column->target->column, column->place, column->heading);
    }
  return header;
}

static gboolean
is_place (const TyImportTarget *target)
{
  return target->role == TY_IMPORT_ROLE_COLUMN && target->column <= TY_ROSTER_COLUMN_UNIT;
}

/**
 * ty_import_entry_is_nothing:
 * @sheet: a table
 * @line: one of its rows
 *
 * Returns: whether the row says nothing of anybody: a number of a row and a village that were written before
 *   the rest
 */
gboolean
ty_import_entry_is_nothing (TyImportSheet *sheet,
                            TyTableLine   *line)
{
  gboolean only_places = TRUE;

  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const TyImportColumn *column = &g_array_index (sheet->columns, TyImportColumn, i);
      const TyCell *cell;

      if (column->target == NULL)
        continue;
      cell = ty_cell_at (line->cells, line->n_cells, column->place);
      only_places &= is_place (column->target);
      if (cell->kind == TY_CELL_EMPTY || is_place (column->target))
        continue;
      if (cell->kind != TY_CELL_TEXT || cell->text[strspn (cell->text, " \t")] != '\0')
        return FALSE;
    }
  return !only_places;
}

static void
add_problem (Parse                *parse,
             const TyImportColumn *column,
             gboolean              error,
             const char           *kind,
             const char           *value,
             char                 *text)
{
  TyImportProblem *problem = ty_roster_entry_add_problem (parse->entry->who, parse->report, error, kind, text);
  g_autofree char *place = ty_cell_place_to_string (1, column->place);
  const TyFieldInfo *field = &column->target->info->fields[column->target->field];

  problem->column = g_strndup (place, strlen (place) - 1);
  problem->heading = g_strdup (column->heading);
  problem->value = field->privacy == TY_PRIVACY_SENSITIVE ? g_strdup ("****") : g_strdup (value);
}

static void
report_cell (Parse                *parse,
             const TyImportColumn *column,
             const char           *kind,
             const char           *value,
             char                 *text)
{
  add_problem (parse, column, TRUE, kind, value, text);
}

static void
remark_cell (Parse                *parse,
             const TyImportColumn *column,
             const char           *kind,
             const char           *value,
             char                 *text)
{
  add_problem (parse, column, FALSE, kind, value, text);
}

static gboolean
read_date (Parse                *parse,
           const TyImportColumn *column,
           const TyCell         *cell,
           const char           *text,
           TyDate               *date)
{
  TyCellDateRemarks remarks;

  if (ty_cell_parse_date (cell, date, &remarks))
    return TRUE;

  report_cell (parse, column, "date", text,
               g_strdup (_("This is not a date. Write year and month, such as 1978.05.")));
  return FALSE;
}

/* Amounts are typed with separators, and in units of ten thousand where the heading says so. */
static gboolean
read_amount (Parse                *parse,
             const TyImportColumn *column,
             const char           *text,
             double               *amount)
{
  g_autoptr(GString) plain = g_string_new (NULL);
  char *end = NULL;

  for (const char *p = text; *p != '\0'; p++)
    if (*p != ',' && *p != ' ')
      g_string_append_c (plain, *p);
  *amount = g_ascii_strtod (plain->str, &end);
  if (strstr (column->heading, "万") != NULL || strstr (column->heading, "萬") != NULL
      || g_str_equal (end, "万元") || g_str_equal (end, "萬元") || g_str_equal (end, "万"))
    *amount *= 10000;
  if (end != plain->str && fabs (*amount) <= 1e15
      && (*end == '\0' || strpbrk (end, "0123456789") == NULL))
    return TRUE;

  report_cell (parse, column, "number", text, g_strdup (_("This is not a number.")));
  return FALSE;
}

static gboolean
read_number (Parse                *parse,
             const TyImportColumn *column,
             const char           *text,
             gint64               *number)
{
  double amount;

  if (!read_amount (parse, column, text, &amount))
    return FALSE;
  *number = (gint64) llround (amount);
  return TRUE;
}

/* As it is stored; what was rounded by a unit of ten thousand has no more digits than it had. */
static gboolean
read_decimal (Parse                *parse,
              const TyImportColumn *column,
              const char           *text,
              TyRecord             *record)
{
  char written[G_ASCII_DTOSTR_BUF_SIZE];
  double amount;

  if (!read_amount (parse, column, text, &amount))
    return FALSE;
  ty_record_take_text (record, column->target->field,
                       ty_decimal_clean (g_ascii_formatd (written, sizeof written, "%.12g", amount)));
  return TRUE;
}

/* Only an appointment and a reserve can have a post in its own words. */
static GPtrArray *
parse_posts (Parse                 *parse,
             const TyImportColumn  *column,
             const char            *text,
             GError               **error)
{
  const char *kind = ty_roster_place_get_kind (parse->entry->who);
  g_autoptr(GPtrArray) posts = NULL;
  gboolean unsure = FALSE;

  if (column->target->info == &ty_reserve_info)
    return ty_post_title_take (text, kind, &unsure, error);
  if (column->target->info == &ty_appointment_info)
    {
      posts = ty_post_title_take (text, kind, &unsure, error);
      if (unsure)
        remark_cell (parse, column, "other-post", text,
                     g_strdup (_("Part of this is not in the list of posts. It is taken as another post, in "
                                 "these words.")));
      return g_steal_pointer (&posts);
    }

  posts = ty_post_title_parse (text, kind, error);
  for (guint i = 0; posts != NULL && i < posts->len; i++)
    if (((TyParsedPost *) g_ptr_array_index (posts, i))->title != NULL)
      {
        g_set_error (error, TY_POST_TITLE_ERROR, TY_POST_TITLE_ERROR_UNKNOWN, _("The post “%s” is not known."),
                     text);
        return NULL;
      }
  return g_steal_pointer (&posts);
}

/* A reserve has no words of its own for the post: they stand in the note, before what the table says there. */
static void
keep_words (TyImportRecord     *into,
            const TyParsedPost *post)
{
  const char *note = ty_record_get_text (into->record, TY_RESERVE_NOTE);
  const char *words = post->title != NULL ? post->title : post->text;

  if (note == NULL)
    ty_record_set_text (into->record, TY_RESERVE_NOTE, words);
  else if (strstr (note, words) == NULL)
    ty_record_take_text (into->record, TY_RESERVE_NOTE, g_strdup_printf ("%s；%s", words, note));
  into->said |= G_GUINT64_CONSTANT (1) << TY_RESERVE_NOTE;
}

static void
set_post (TyImportRecord     *into,
          guint               field,
          const TyParsedPost *post)
{
  ty_record_set_text (into->record, field, post->post_key);
  if (ty_record_get_info (into->record) != &ty_appointment_info)
    return;
  ty_record_set_text (into->record, TY_APPOINTMENT_TITLE, post->title);
  into->said |= G_GUINT64_CONSTANT (1) << TY_APPOINTMENT_TITLE;
}

/* The first of several posts is that of the record; for the others there are copies of it. */
static gboolean
read_posts (Parse                *parse,
            const TyImportColumn *column,
            const char           *text,
            TyImportRecord       *into,
            GPtrArray           **others)
{
  g_autoptr(GError) error = NULL;
  TyCode *code = ty_code_list_find_word (ty_code_list_get_shipped ("post"), text);
  GPtrArray *posts = NULL;

  if (code != NULL)
    {
      ty_record_set_text (into->record, column->target->field, ty_code_get_key (code));
      return TRUE;
    }
  posts = parse_posts (parse, column, text, &error);
  if (posts == NULL)
    {
      report_cell (parse, column, "unknown-post", text, g_strdup (error->message));
      return FALSE;
    }
  set_post (into, column->target->field, g_ptr_array_index (posts, 0));
  g_clear_pointer (others, g_ptr_array_unref);
  *others = posts;
  return TRUE;
}

static gboolean
read_word (Parse                *parse,
           const TyImportColumn *column,
           const TyFieldInfo    *field,
           const char           *text,
           TyRecord             *record)
{
  TyCodeList *list = ty_code_list_get_shipped (field->code_list);
  TyCode *code = ty_code_list_find_word (list, text);

  if (code == NULL)
    code = ty_code_list_lookup (list, text);
  if (code == NULL)
    {
      report_cell (parse, column, "unknown-word", text,
                   g_strdup_printf (_("“%s” is not a word for this column. Use one of the list, such as “%s”."),
                                    text, ty_code_get_label (ty_code_list_get_item (list, 0))));
      return FALSE;
    }
  ty_record_set_text (record, column->target->field, ty_code_get_key (code));
  return TRUE;
}

static gboolean
read_division_code (Parse                *parse,
                    const TyImportColumn *column,
                    const char           *text,
                    TyRecord             *record)
{
  g_autofree char *code = ty_text_clean_code (text);

  if (!ty_division_code_is_valid (code))
    {
      report_cell (parse, column, "division-code", text,
                   g_strdup (_("A division code has 6 digits for a county, 9 for a township, or 12.")));
      return FALSE;
    }
  ty_record_set_text (record, column->target->field, code);
  return TRUE;
}

static gboolean
read_text (Parse                *parse,
           const TyImportColumn *column,
           const TyFieldInfo    *field,
           const char           *text,
           TyRecord             *record)
{
  if (field->max_width > 0 && ty_text_width (text) > 2 * field->max_width)
    {
      report_cell (parse, column, "too-long", text,
                   g_strdup_printf (_("This is longer than %u characters."), field->max_width));
      return FALSE;
    }
  ty_record_set_text (record, column->target->field, text);
  return TRUE;
}

static void
read_cell (Parse                *parse,
           const TyImportColumn *column,
           TyImportRecord       *into,
           GPtrArray           **posts)
{
  const TyFieldInfo *field = &column->target->info->fields[column->target->field];
  const TyCell *cell = ty_cell_at (parse->line->cells, parse->line->n_cells, column->place);
  g_autofree char *text = ty_table_line_dup_text (parse->line, column->place);
  gboolean done = FALSE;
  gint64 number = 0;
  TyDate date;

  if (*text == '\0' || cell->kind == TY_CELL_ERROR || g_str_equal (text, "—") || g_str_equal (text, "/"))
    return;
  if (field->kind == TY_FIELD_DATE && (done = read_date (parse, column, cell, text, &date)))
    ty_record_set_date (into->record, column->target->field, date);
  else if (field->kind == TY_FIELD_INTEGER && (done = read_number (parse, column, text, &number)))
    ty_record_set_integer (into->record, column->target->field, number);
  else if (field->kind == TY_FIELD_DECIMAL)
    done = read_decimal (parse, column, text, into->record);
  else if (field->kind == TY_FIELD_CODE)
    done = g_strcmp0 (field->code_list, "post") == 0
             ? read_posts (parse, column, text, into, posts)
             : read_word (parse, column, field, text, into->record);
  else if (field == &ty_unit_state_info.fields[TY_UNIT_STATE_CODE])
    done = read_division_code (parse, column, text, into->record);
  else if (field->kind == TY_FIELD_TEXT)
    done = read_text (parse, column, field, text, into->record);
  if (done)
    into->said |= G_GUINT64_CONSTANT (1) << column->target->field;
}

/* The note of the table is read when all cells are. */
static void
keep_other_post (Parse                *parse,
                 const TyImportColumn *column,
                 TyImportRecord       *into,
                 const TyParsedPost   *post)
{
  if (ty_record_get_info (into->record) != &ty_reserve_info || g_strcmp0 (post->post_key, TY_POST_OTHER) != 0)
    return;

  keep_words (into, post);
  remark_cell (parse, column, "other-post", post->text,
               g_strdup (_("This is not in the list of posts. The reserve is taken for another post, and these "
                           "words are kept in the note.")));
}

/* Each further post of a cell is a record of its own. */
static void
add_posts (Parse                *parse,
           const TyImportColumn *column,
           TyImportRecord       *first,
           GPtrArray            *posts)
{
  g_autoptr(TyRecord) plain = ty_record_dup (first->record);
  guint64 said = first->said;

  keep_other_post (parse, column, first, g_ptr_array_index (posts, 0));
  g_array_append_val (parse->entry->records, *first);
  for (guint i = 1; i < posts->len; i++)
    {
      TyImportRecord other = { ty_record_dup (plain), said };

      set_post (&other, column->target->field, g_ptr_array_index (posts, i));
      keep_other_post (parse, column, &other, g_ptr_array_index (posts, i));
      g_array_append_val (parse->entry->records, other);
    }
}

/* The year of a title such as 2021年度考核结果, where only one is named. */
static guint
find_title_year (TyTableHead *head)
{
  guint found = 0;

  for (guint i = 0; i < head->titles->len; i++)
    for (const char *p = g_ptr_array_index (head->titles, i); *p != '\0'; p++)
      if (strspn (p, "0123456789") == 4 && g_str_has_prefix (p + 4, "年"))
        {
          guint year = (guint) strtoul (p, NULL, 10);

          if (found != 0 && found != year)
            return 0;
          found = year;
          p += 3;
        }
  return found;
}

static void
set_year (Parse          *parse,
          TyImportRecord *into,
          guint           year)
{
  const TyRecordInfo *info = ty_record_get_info (into->record);
  const TyFieldInfo *field = ty_record_info_find_field (info, "year");
  guint i;

  if (field == NULL || field->kind != TY_FIELD_INTEGER)
    return;

  i = (guint) (field - info->fields);
  if ((into->said >> i & 1) != 0)
    return;
  if (year == 0)
    year = find_title_year (parse->sheet->head);
  if (year == 0)
    return;
  ty_record_set_integer (into->record, i, year);
  into->said |= G_GUINT64_CONSTANT (1) << i;
}

/* An appraisal of which no column says the time is of the whole year. */
static void
set_period (Parse          *parse,
            TyImportRecord *into)
{
  const TyRecordInfo *info = ty_record_get_info (into->record);
  const TyFieldInfo *field = ty_record_info_find_field (info, "period");
  guint i;

  if (field == NULL || field->kind != TY_FIELD_CODE)
    return;

  i = (guint) (field - info->fields);
  for (guint j = 0; j < parse->sheet->columns->len; j++)
    {
      const TyImportTarget *target = g_array_index (parse->sheet->columns, TyImportColumn, j).target;

      if (target != NULL && target->info == info && target->field == i)
        return;
    }
  ty_record_set_text (into->record, i, "Y");
  into->said |= G_GUINT64_CONSTANT (1) << i;
}

static void
check_required (Parse                *parse,
                const TyImportRecord *record)
{
  const TyRecordInfo *info = ty_record_get_info (record->record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TyFieldInfo *field = &info->fields[i];

      if ((field->flags & TY_FIELD_REQUIRED) == 0 || (field->flags & TY_FIELD_HIDDEN) != 0
          || field->kind == TY_FIELD_REFERENCE || (record->said >> i & 1) != 0)
        continue;
      ty_roster_entry_add_problem (parse->entry->who, parse->report, TRUE, "missing",
                                   /* Translators: %s is the label of a field */
                                   g_strdup_printf (_("“%s” is missing."), _(field->label)));
    }
}

/* The record of a year, or of no year; it counts only if a column of its own says something. */
static void
add_record (Parse              *parse,
            const TyRecordInfo *info,
            guint               year)
{
  TyImportRecord record = { ty_record_new (info), 0 };
  const TyImportColumn *post_column = NULL;
  g_autoptr(GPtrArray) posts = NULL;
  gboolean failed = parse->entry->who->failed;

  for (guint i = 0; i < parse->sheet->columns->len; i++)
    {
      const TyImportColumn *column = &g_array_index (parse->sheet->columns, TyImportColumn, i);
      GPtrArray *before = posts;

      if (column->target != NULL && column->target->role == TY_IMPORT_ROLE_FIELD && column->year == year)
        read_cell (parse, column, &record, &posts);
      if (posts != before)
        post_column = column;
    }
  if (record.said == 0 && (year != 0 || parse->entry->who->failed != failed))
    {
      record_clear (&record);
      return;
    }
  set_year (parse, &record, year);
  set_period (parse, &record);
  check_required (parse, &record);
  if (posts != NULL)
    add_posts (parse, post_column, &record, posts);
  else
    g_array_append_val (parse->entry->records, record);
}

static void
add_records (Parse              *parse,
             const TyRecordInfo *info)
{
  g_autoptr(GArray) years = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean plain = FALSE;

  for (guint i = 0; i < parse->sheet->columns->len; i++)
    {
      const TyImportColumn *column = &g_array_index (parse->sheet->columns, TyImportColumn, i);
      gboolean known = column->year == 0;

      if (column->target == NULL || column->target->role != TY_IMPORT_ROLE_FIELD)
        continue;
      plain |= column->year == 0;
      for (guint j = 0; j < years->len; j++)
        known |= g_array_index (years, guint, j) == column->year;
      if (!known)
        g_array_append_val (years, column->year);
    }
  if (plain || years->len == 0)
    add_record (parse, info, 0);
  for (guint i = 0; i < years->len; i++)
    add_record (parse, info, g_array_index (years, guint, i));
}

static void
add_course (Parse *parse)
{
  TyImportRecord *course = &parse->entry->course;

  for (guint i = 0; i < parse->sheet->columns->len; i++)
    {
      const TyImportColumn *column = &g_array_index (parse->sheet->columns, TyImportColumn, i);

      if (column->target == NULL || column->target->role != TY_IMPORT_ROLE_COURSE)
        continue;
      if (course->record == NULL)
        course->record = ty_record_new (column->target->info);
      read_cell (parse, column, course, NULL);
    }
}

/**
 * ty_import_entry_parse:
 * @kind: what the table is
 * @sheet: a table
 * @header: where it says what of people and units
 * @line: one of its rows
 * @as_of: the date for which the table speaks
 * @report: gets the problems of the row, each with its place
 *
 * Understands one row. Nothing is guessed: what cannot be read refuses the row.
 *
 * Returns: (transfer full): the entry
 */
TyImportEntry *
ty_import_entry_parse (const TyImportKind *kind,
                       TyImportSheet      *sheet,
                       TyRosterHeader     *header,
                       TyTableLine        *line,
                       TyDate              as_of,
                       TyImportReport     *report)
{
  TyImportEntry *entry = g_new0 (TyImportEntry, 1);
  Parse parse = { sheet, line, report, entry };
  gboolean people = ty_import_kind_get_people (kind) != TY_IMPORT_PEOPLE_NONE;

  entry->records = g_array_new (FALSE, FALSE, sizeof (TyImportRecord));
  g_array_set_clear_func (entry->records, record_clear);
  entry->who = ty_roster_entry_parse_person (line, header, people, sheet->name, as_of, report);
  add_records (&parse, ty_import_kind_get_info (kind));
  add_course (&parse);
  return entry;
}
