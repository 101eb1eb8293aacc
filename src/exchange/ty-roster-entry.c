/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-entry"

#include "config.h"

#include "ty-roster-entry.h"

#include "ty-cell-range.h"
#include "ty-code-list.h"
#include "ty-education-word.h"
#include "ty-id-number.h"
#include "ty-parsed-post.h"
#include "ty-roster-place.h"
#include "ty-roster-study.h"
#include "ty-roster-titles.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define NAME_WIDTH 18

/* No column: the school is found later. */
#define TY_ROSTER_NO_SCHOOL TY_N_ROSTER_COLUMNS

/* What the parsing of one row needs. */
typedef struct
{
  TyTableLine *line;
  TyRosterHeader *columns;
  TyImportReport *report;
  TyRosterEntry *entry;
  TyDate as_of;
  gboolean lenient; /* the unit need not be said, nor the ID number */
} Parse;

static void
own_clear (gpointer data)
{
  g_free (((TyRosterOwn *) data)->value);
}

void
ty_roster_entry_free (TyRosterEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->sheet);
  g_free (self->township);
  g_free (self->village);
  g_free (self->name);
  g_free (self->ethnicity_text);
  g_free (self->native_place);
  g_free (self->political_text);
  g_clear_pointer (&self->studies, g_ptr_array_unref);
  g_free (self->title);
  g_clear_pointer (&self->posts, g_ptr_array_unref);
  g_free (self->id_number);
  g_free (self->number_column);
  g_free (self->number_heading);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_free (self->source_text);
  g_free (self->phone);
  g_free (self->note);
  g_free (self->reason);
  g_clear_pointer (&self->own, g_array_unref);
  g_free (self);
}

/**
 * ty_roster_entry_add_problem:
 * @self: an entry
 * @report: where the problem goes
 * @error: whether the row cannot be imported
 * @kind: (transfer none): its word in JSON, static
 * @text: (transfer full): a sentence for the user
 *
 * Returns: (transfer none): the problem
 */
TyImportProblem *
ty_roster_entry_add_problem (TyRosterEntry  *self,
                             TyImportReport *report,
                             gboolean        error,
                             const char     *kind,
                             char           *text)
{
  self->failed |= error;
  if (error && self->reason == NULL)
    self->reason = g_strdup (text);
  return ty_import_report_add (report, error, kind, self->sheet, self->row, text);
}

/**
 * ty_roster_entry_add_number_problem:
 * @self: an entry
 * @report: where the problem goes
 * @kind: (transfer none): its word in JSON, static
 * @text: (transfer full): a sentence for the user
 *
 * Adds an error of the ID number, with its column. The row cannot be imported.
 */
void
ty_roster_entry_add_number_problem (TyRosterEntry  *self,
                                    TyImportReport *report,
                                    const char     *kind,
                                    char           *text)
{
  TyImportProblem *problem = ty_roster_entry_add_problem (self, report, TRUE, kind, text);

  problem->column = g_strdup (self->number_column);
  problem->heading = g_strdup (self->number_heading);
}

/**
 * ty_roster_entry_has_name:
 * @self: an entry with a name
 * @name: a name
 *
 * Returns: whether they are the same name, be it in another script
 */
gboolean
ty_roster_entry_has_name (TyRosterEntry *self,
                          const char    *name)
{
  g_autofree char *own = NULL;
  g_autofree char *other = NULL;

  if (strcmp (self->name, name) == 0)
    return TRUE;

  own = ty_text_fold (self->name);
  other = ty_text_fold (name);
  return strcmp (own, other) == 0;
}

static void
locate (TyRosterHeader  *columns,
        TyRosterColumn   column,
        char           **letters,
        char           **heading)
{
  g_autofree char *place = NULL;

  if (!ty_roster_header_has (columns, column))
    return;
  place = ty_cell_place_to_string (1, columns->places[column]);
  *letters = g_strndup (place, strlen (place) - 1);
  *heading = g_strdup (columns->headings[column]);
}

/* A problem of one cell; what stands in the cell is repeated unless it is a secret. */
static void
report_cell (Parse          *parse,
             TyRosterColumn  column,
             gboolean        error,
             const char     *kind,
             const char     *value,
             char           *text)
{
  TyImportProblem *problem = ty_roster_entry_add_problem (parse->entry, parse->report, error, kind, text);

  locate (parse->columns, column, &problem->column, &problem->heading);
  if (value != NULL && *value != '\0')
    problem->value = column == TY_ROSTER_COLUMN_ID_NUMBER ? ty_text_mask_id_number (value)
                     : column == TY_ROSTER_COLUMN_PHONE ? ty_text_mask_phone (value)
                                                         : g_strdup (value);
}

static const TyCell *
get_cell (Parse          *parse,
          TyRosterColumn  column)
{
  return ty_cell_at (parse->line->cells, parse->line->n_cells, parse->columns->places[column]);
}

/* The text of a cell, or %NULL for an empty one. A failed formula is as good as empty. */
static char *
dup_text (Parse          *parse,
          TyRosterColumn  column)
{
  g_autofree char *text = NULL;

  if (get_cell (parse, column)->kind == TY_CELL_ERROR)
    return NULL;
  text = ty_table_line_dup_text (parse->line, parse->columns->places[column]);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static const char *
find_code (const char *list,
           const char *word)
{
  TyCode *code = ty_code_list_find_word (ty_code_list_get_shipped (list), word);

  return code != NULL ? ty_code_get_key (code) : NULL;
}

static TyDate
parse_date (Parse          *parse,
            TyRosterColumn  column)
{
  g_autofree char *text = dup_text (parse, column);
  TyCellDateRemarks remarks;
  TyDate date;

  if (text == NULL)
    return TY_DATE_NONE;
  if (!ty_cell_parse_date (get_cell (parse, column), &date, &remarks))
    {
      report_cell (parse, column, TRUE, "date", text,
                   g_strdup (_("This is not a date. Write year and month, such as 1978.05.")));
      return TY_DATE_NONE;
    }
  if ((remarks & TY_CELL_DATE_OCTOBER) != 0)
    report_cell (parse, column, FALSE, "month-assumed", text,
                 g_strdup (_("The cell is a number and was read as October. Write dates as text to "
                             "be sure.")));
  if ((remarks & TY_CELL_DATE_NO_MONTH) != 0)
    report_cell (parse, column, FALSE, "month-unknown", text,
                 g_strdup (_("The month is unknown; the year was kept.")));
  if ((remarks & TY_CELL_DATE_SERIAL) != 0)
    {
      g_autofree char *shown = ty_date_to_record (date);

      report_cell (parse, column, FALSE, "date-serial", text,
                   g_strdup_printf (_("The cell shows a number and was read as the day %s that spreadsheets "
                                      "count so. Give the cell the format of a date to be sure."), shown));
    }
  return date;
}

static void
parse_unit (Parse *parse)
{
  TyRosterEntry *entry = parse->entry;
  g_autofree char *unit = dup_text (parse, TY_ROSTER_COLUMN_UNIT);

  entry->township = dup_text (parse, TY_ROSTER_COLUMN_TOWNSHIP);
  entry->village = dup_text (parse, TY_ROSTER_COLUMN_VILLAGE);
  if (entry->township == NULL && entry->village != NULL)
    ty_roster_place_split (entry, entry->village);
  else if (unit != NULL && entry->village == NULL)
    ty_roster_place_split (entry, unit);
  if (entry->township != NULL && entry->village != NULL
      && g_str_has_prefix (entry->village, entry->township)
      && entry->village[strlen (entry->township)] != '\0')
    {
      char *rest = g_strdup (entry->village + strlen (entry->township));

      g_free (entry->village);
      entry->village = rest;
    }

  if (entry->township == NULL && entry->village == NULL && unit != NULL && ty_roster_place_is_township (unit))
    entry->township = g_steal_pointer (&unit);
  if (entry->township != NULL && g_strcmp0 (entry->township, entry->village) == 0)
    g_clear_pointer (&entry->village, g_free);
  if (!parse->lenient && entry->village != NULL && entry->township == NULL)
    report_cell (parse, TY_ROSTER_COLUMN_TOWNSHIP, TRUE, "no-township", NULL,
                 g_strdup (_("The township is missing.")));
}

static void
parse_name (Parse *parse)
{
  g_autofree char *text = dup_text (parse, TY_ROSTER_COLUMN_NAME);

  if (text != NULL)
    parse->entry->name = ty_text_clean_name (text);
  if (parse->entry->name == NULL || *parse->entry->name == '\0')
    report_cell (parse, TY_ROSTER_COLUMN_NAME, TRUE, "no-name", NULL,
                 g_strdup (_("The name is missing.")));
  else if (ty_text_width (parse->entry->name) > 2 * NAME_WIDTH)
    report_cell (parse, TY_ROSTER_COLUMN_NAME, TRUE, "name-too-long", parse->entry->name,
                 g_strdup_printf (_("The name is longer than %d characters."), NAME_WIDTH));
}

static void
parse_id_number (Parse *parse)
{
  const TyCell *cell = get_cell (parse, TY_ROSTER_COLUMN_ID_NUMBER);
  g_autofree char *text = dup_text (parse, TY_ROSTER_COLUMN_ID_NUMBER);
  g_autofree char *number = text != NULL ? ty_text_clean_code (text) : NULL;
  g_autoptr(GError) error = NULL;

  if (number == NULL || *number == '\0')
    {
      if (!parse->lenient)
        report_cell (parse, TY_ROSTER_COLUMN_ID_NUMBER, FALSE, "no-id-number", NULL,
                     g_strdup (_("The ID number is missing; the person will not be recognised by it.")));
      return;
    }
  if (cell->kind == TY_CELL_NUMBER || ty_id_number_has_lost_digits (number))
    {
      report_cell (parse, TY_ROSTER_COLUMN_ID_NUMBER, TRUE, "id-numeric", number,
                   g_strdup (_("The ID number stands in a number cell and has lost its last digits. "
                               "Enter it again as text.")));
      return;
    }
  if (!ty_id_number_check (number, &error))
    {
      gboolean digit = g_error_matches (error, TY_ID_NUMBER_ERROR, TY_ID_NUMBER_ERROR_CHECK_DIGIT);

      report_cell (parse, TY_ROSTER_COLUMN_ID_NUMBER, TRUE, digit ? "check-digit" : "id-number",
                   number,
                   g_strdup (digit ? _("The check digit of the ID number is wrong.")
                                   : _("This is not an ID number of 18 characters.")));
      return;
    }

  parse->entry->id_number = ty_id_number_upgrade (number, NULL);
}

static void
parse_sex (Parse *parse)
{
  TyRosterEntry *entry = parse->entry;
  g_autofree char *text = dup_text (parse, TY_ROSTER_COLUMN_SEX);

  if (text != NULL)
    {
      entry->sex = find_code ("sex", text);
      if (entry->sex == NULL)
        report_cell (parse, TY_ROSTER_COLUMN_SEX, FALSE, "unknown-word", text,
                     g_strdup (_("This word for the sex is not known.")));
    }
  if (entry->id_number == NULL)
    return;

  if (entry->sex == NULL)
    entry->sex = ty_id_number_get_sex (entry->id_number) == 1 ? "1" : "2";
  else if (atoi (entry->sex) != ty_id_number_get_sex (entry->id_number))
    report_cell (parse, TY_ROSTER_COLUMN_SEX, FALSE, "sex-differs", text,
                 g_strdup (_("The sex is unlike that of the ID number.")));
}

static void
parse_birth (Parse *parse)
{
  TyRosterEntry *entry = parse->entry;
  TyDate of_number = TY_DATE_NONE;

  entry->birth = parse_date (parse, TY_ROSTER_COLUMN_BIRTH);
  if (ty_date_compare (entry->birth, parse->as_of) > 0)
    report_cell (parse, TY_ROSTER_COLUMN_BIRTH, TRUE, "date", NULL,
                 g_strdup (_("The birth lies after the date of the roster.")));
  if (entry->id_number == NULL)
    return;

  of_number = ty_id_number_get_birth (entry->id_number);
  if (!ty_date_is_known (entry->birth))
    entry->birth = ty_date_new (of_number.year, of_number.month, 0);
  else if (entry->birth.year != of_number.year
           || (entry->birth.month != 0 && entry->birth.month != of_number.month))
    {
      g_autofree char *value = ty_date_to_record (entry->birth);

      report_cell (parse, TY_ROSTER_COLUMN_BIRTH, FALSE, "birth-differs", value,
                   g_strdup (_("The birth is unlike that of the ID number.")));
    }
}

/* A word of a code list; an unknown one is kept as text and counted as not filled in. */
static const char *
parse_word (Parse           *parse,
            TyRosterColumn   column,
            const char      *list,
            char           **unknown)
{
  g_autofree char *text = dup_text (parse, column);
  const char *key;

  if (text == NULL)
    return NULL;
  key = find_code (list, text);
  if (key != NULL)
    return key;

  report_cell (parse, column, FALSE, "unknown-word", text,
               g_strdup (_("This word is not known. It was kept as text and counts as not filled in.")));
  *unknown = g_steal_pointer (&text);
  return NULL;
}

static void
parse_study (Parse          *parse,
             TyRosterColumn  column,
             TyRosterColumn  school_column,
             const char     *mode)
{
  g_autofree char *text = dup_text (parse, column);
  const char *known_mode = NULL;
  TyRosterStudy *study;

  if (text == NULL || strcmp (text, "无") == 0 || strcmp (text, "—") == 0 || strcmp (text, "-") == 0
      || strcmp (text, "/") == 0)
    return;

  study = g_new0 (TyRosterStudy, 1);
  study->mode = mode;
  if (school_column != TY_ROSTER_NO_SCHOOL)
    study->school = dup_text (parse, school_column);
  if (!ty_education_word_parse (text, &study->level, &study->outcome, &known_mode))
    {
      study->level = NULL;
      study->outcome = NULL;
      report_cell (parse, column, FALSE, "unknown-word", text,
                   g_strdup (_("This word is not known. It was kept as text and counts as not filled "
                               "in.")));
      study->text = g_steal_pointer (&text);
    }
  if (study->mode == NULL)
    study->mode = known_mode;
  g_ptr_array_add (parse->entry->studies, study);
}

static void
parse_studies (Parse *parse)
{
  GPtrArray *studies = parse->entry->studies;
  guint n_before;

  parse_study (parse, TY_ROSTER_COLUMN_EDUCATION_FULL_TIME, TY_ROSTER_COLUMN_SCHOOL_FULL_TIME,
               "fulltime");
  parse_study (parse, TY_ROSTER_COLUMN_EDUCATION_IN_SERVICE, TY_ROSTER_COLUMN_SCHOOL_IN_SERVICE,
               "inservice");
  n_before = studies->len;
  parse_study (parse, TY_ROSTER_COLUMN_EDUCATION, TY_ROSTER_NO_SCHOOL, NULL);
  if (studies->len > n_before && n_before > 0)
    ty_roster_studies_drop_repeated (studies, !ty_roster_header_has (parse->columns,
                                                                     TY_ROSTER_COLUMN_EDUCATION_IN_SERVICE));
  ty_roster_studies_take_school (studies, dup_text (parse, TY_ROSTER_COLUMN_SCHOOL));
}

/* @context stands before a title that does not say its body, which shows by @mark. */
static void
parse_posts_of (Parse          *parse,
                TyRosterColumn  column,
                const char     *context,
                const char     *mark)
{
  TyRosterEntry *entry = parse->entry;
  g_autofree char *text = dup_text (parse, column);
  g_autofree char *full = NULL;
  g_autoptr(GPtrArray) posts = NULL;
  g_autoptr(GError) error = NULL;
  gboolean unsure = FALSE;
  const char *title;
  GPtrArray *all;

  if (text == NULL || strcmp (text, "无") == 0 || strcmp (text, "—") == 0 || strcmp (text, "/") == 0)
    return;

  title = ty_roster_place_skip (entry, text);
  if (context != NULL && strstr (title, mark) == NULL)
    full = g_strconcat (context, title, NULL);
  posts = ty_roster_titles_find (parse->columns->titles, title, full, ty_roster_place_get_kind (entry), &unsure, &error);
  if (posts == NULL)
    {
      report_cell (parse, column, TRUE, "unknown-post", text, g_strdup (error->message));
      return;
    }
  if (unsure)
    report_cell (parse, column, FALSE, "other-post", text,
                 g_strdup (_("Part of this is not in the list of posts. It is taken as another post, in these "
                             "words.")));
  all = ty_roster_titles_join (entry->posts, posts);
  g_ptr_array_unref (entry->posts);
  entry->posts = all;
}

/* A row without a village is of the township where it names a post of it; what else it names is of the township,
 * too. Else the village was forgotten. */
static void
check_village (Parse *parse)
{
  TyRosterEntry *entry = parse->entry;

  if (entry->village == NULL && !ty_roster_place_is_of_township (entry))
    report_cell (parse, TY_ROSTER_COLUMN_VILLAGE, TRUE, "no-village", NULL,
                 g_strdup (_("The village or community is missing.")));
}

static void
parse_posts (Parse *parse)
{
  TyRosterEntry *entry = parse->entry;
  const char *committee = strcmp (ty_roster_place_get_kind (entry), "community") == 0 ? "居委会" : "村委会";
  gboolean failed = entry->failed;

  entry->failed = FALSE;
  parse_posts_of (parse, TY_ROSTER_COLUMN_POST, NULL, NULL);
  parse_posts_of (parse, TY_ROSTER_COLUMN_POST_PARTY, "党组织", "支");
  parse_posts_of (parse, TY_ROSTER_COLUMN_POST_COMMITTEE, committee, "委会");
  parse_posts_of (parse, TY_ROSTER_COLUMN_POST_OTHER, NULL, NULL);
  if (entry->posts->len == 0 && !entry->failed)
    report_cell (parse, TY_ROSTER_COLUMN_POST, TRUE, "no-post", NULL,
                 g_strdup (_("The post is missing.")));
  entry->failed |= failed;
  check_village (parse);
}

/* 退役军人、致富能手: somebody may come from several groups; one word that is not known makes the text be kept. */
static gboolean
split_sources (Parse      *parse,
               const char *text)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  g_autoptr(GString) plain = g_string_new (text);
  g_auto(GStrv) words = NULL;

  g_string_replace (plain, "、", ",", 0);
  g_string_replace (plain, "，", ",", 0);
  g_string_replace (plain, "；", ",", 0);
  words = g_strsplit_set (plain->str, ",;/ ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *key = *words[i] != '\0' ? find_code ("source", words[i]) : NULL;

      if (*words[i] != '\0' && key == NULL)
        return FALSE;
      if (key != NULL && !g_ptr_array_find (found, key, NULL))
        g_ptr_array_add (found, (gpointer) key);
    }
  if (found->len < 2)
    return FALSE;

  parse->entry->source = g_ptr_array_index (found, 0);
  parse->entry->sources = g_steal_pointer (&found);
  return TRUE;
}

static void
parse_source (Parse *parse)
{
  g_autofree char *text = dup_text (parse, TY_ROSTER_COLUMN_SOURCE);
  TyRosterEntry *entry = parse->entry;

  if (text != NULL && find_code ("source", text) == NULL && split_sources (parse, text))
    return;
  entry->source = parse_word (parse, TY_ROSTER_COLUMN_SOURCE, "source", &entry->source_text);
}

static void
parse_since (Parse *parse)
{
  TyRosterEntry *entry = parse->entry;

  entry->since = parse_date (parse, TY_ROSTER_COLUMN_SINCE);
  if (ty_date_compare (entry->since, parse->as_of) > 0)
    report_cell (parse, TY_ROSTER_COLUMN_SINCE, FALSE, "start-after-roster", NULL,
                 g_strdup (_("The post begins after the date of the roster.")));
}

static TyRosterEntry *
entry_new (const char     *sheet,
           TyTableLine    *line,
           TyRosterHeader *columns)
{
  TyRosterEntry *entry = g_new0 (TyRosterEntry, 1);

  entry->own = g_array_new (FALSE, FALSE, sizeof (TyRosterOwn));
  g_array_set_clear_func (entry->own, own_clear);
  entry->sheet = g_strdup (sheet);
  entry->row = line->row;
  locate (columns, TY_ROSTER_COLUMN_ID_NUMBER, &entry->number_column, &entry->number_heading);
  entry->studies = g_ptr_array_new_with_free_func (ty_roster_study_free);
  entry->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_parsed_post_free);
  return entry;
}

static void
parse_person (Parse *parse)
{
  TyRosterEntry *entry = parse->entry;
  g_autofree char *phone = NULL;

  parse_id_number (parse);
  parse_sex (parse);
  parse_birth (parse);
  entry->ethnicity = parse_word (parse, TY_ROSTER_COLUMN_ETHNICITY, "ethnicity",
                                 &entry->ethnicity_text);
  entry->political = parse_word (parse, TY_ROSTER_COLUMN_POLITICAL, "political",
                                 &entry->political_text);
  entry->party_date = parse_date (parse, TY_ROSTER_COLUMN_PARTY_DATE);
  entry->work_date = parse_date (parse, TY_ROSTER_COLUMN_WORK_DATE);
  parse_studies (parse);
  entry->native_place = dup_text (parse, TY_ROSTER_COLUMN_NATIVE_PLACE);
  phone = dup_text (parse, TY_ROSTER_COLUMN_PHONE);
  entry->phone = phone != NULL ? ty_text_clean_code (phone) : NULL;
}

/**
 * ty_roster_entry_parse:
 * @line: a row of a roster
 * @columns: where the roster has what
 * @sheet: the name of the sheet
 * @as_of: the date for which the roster speaks
 * @report: gets the problems of the row, each with its place
 *
 * Understands one row. Nothing is guessed: what cannot be read is an error, or a remark with the
 * text kept.
 *
 * Returns: (transfer full): the entry, with `failed` set where it has an error
 */
TyRosterEntry *
ty_roster_entry_parse (TyTableLine    *line,
                       TyRosterHeader *columns,
                       const char      *sheet,
                       TyDate           as_of,
                       TyImportReport  *report)
{
  TyRosterEntry *entry = entry_new (sheet, line, columns);
  Parse parse = { line, columns, report, entry, as_of, FALSE };

  parse_unit (&parse);
  parse_name (&parse);
  parse_person (&parse);
  parse_posts (&parse);
  parse_since (&parse);
  parse_source (&parse);
  entry->note = dup_text (&parse, TY_ROSTER_COLUMN_NOTE);
  return entry;
}

/**
 * ty_roster_entry_parse_person:
 * @line: a row of a table about people or units
 * @columns: where the table has what
 * @with_name: whether the row is about a person, who must have a name
 * @sheet: the name of the sheet
 * @as_of: the date for which the table speaks
 * @report: gets the problems of the row, each with its place
 *
 * Understands what a row says of a person and of the unit, without posts. Where there is no unit, it is said by
 * whoever needs it.
 *
 * Returns: (transfer full): the entry, with `failed` set where it has an error
 */
TyRosterEntry *
ty_roster_entry_parse_person (TyTableLine    *line,
                              TyRosterHeader *columns,
                              gboolean        with_name,
                              const char     *sheet,
                              TyDate          as_of,
                              TyImportReport *report)
{
  TyRosterEntry *entry = entry_new (sheet, line, columns);
  Parse parse = { line, columns, report, entry, as_of, TRUE };

  parse_unit (&parse);
  if (!with_name)
    return entry;

  parse_name (&parse);
  parse_person (&parse);
  return entry;
}
