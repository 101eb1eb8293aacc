/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-collect-sheet"

#include "config.h"

#include "ty-collect-sheet.h"

#include "ty-code-list.h"
#include "ty-columns.h"
#include "ty-population.h"
#include "ty-roster-sheet.h"
#include "ty-table.h"
#include "ty-unit-state.h"
#include "ty-words.h"
#include "ty-xlsx-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TITLE_HEIGHT 34
#define LINE_HEIGHT 20
#define HELP_HEIGHT 34
#define HEADING_HEIGHT 32
#define HEAD_ROWS 4
#define KEY_COLUMNS 1 /* hidden, before all others */
#define SPARE_ROWS 40 /* for people who are new */

/* A workbook for one township: who or what it knows already, what it must not change on grey, drop-downs for what
 * stands in code lists, and rows for people who are new. Who fills it in sees one sheet. */

typedef struct
{
  TyXlsxWriter *writer;          /* (owned) */
  TyDatabase *database;
  const TyCollectPeople *people;
  const TyCollectSpec *spec;
  const TyCollectCounty *county;
  const TyCollectTownship *township;
  GPtrArray *columns;            /* (owned) (element-type TyCollectColumn) */
  GPtrArray *lists;              /* (owned) (element-type GStrv): the texts of the drop-downs */
  GArray *rules;                 /* (owned) (element-type TyXlsxRule) */
  double *widths;                /* (owned) */
  TyRosterLayout *layout;        /* (owned): what is read of a person */
  char *title;                   /* (owned) */
  char *name;                    /* (owned): of the sheet */
  guint n_rows;                  /* those that are known */
} Book;

static void
book_clear (Book *book)
{
  g_clear_pointer (&book->writer, ty_xlsx_writer_free);
  g_clear_pointer (&book->columns, g_ptr_array_unref);
  g_clear_pointer (&book->lists, g_ptr_array_unref);
  g_clear_pointer (&book->rules, g_array_unref);
  g_clear_pointer (&book->widths, g_free);
  g_clear_pointer (&book->layout, ty_roster_layout_free);
  g_clear_pointer (&book->title, g_free);
  g_clear_pointer (&book->name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, book_clear)

static const TyCollectColumn *
get_column (const Book *book,
            guint       i)
{
  return g_ptr_array_index (book->columns, i);
}

static char **
dup_labels (const char *list)
{
  TyCodeList *codes = ty_code_list_get_shipped (list);
  guint n = ty_code_list_get_n_items (codes);
  char **labels = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    labels[i] = g_strdup (ty_code_get_label (ty_code_list_get_item (codes, i)));
  return labels;
}

static char **
dup_villages (const TyCollectTownship *township)
{
  char **names = g_new0 (char *, township->villages->len + 1);

  for (guint i = 0; i < township->villages->len; i++)
    names[i] = g_strdup (ty_record_get_text (g_ptr_array_index (township->villages, i), TY_UNIT_STATE_NAME));
  return names;
}

static char **
dup_list (const Book            *book,
          const TyCollectColumn *column)
{
  if (column->roster == TY_ROSTER_FIELD_VILLAGE)
    return dup_villages (book->township);
  if (column->list != NULL)
    return dup_labels (column->list);

  return g_strdupv (column->choices);
}

static void
add_rule (Book            *book,
          TyXlsxRuleKind   kind,
          guint            i,
          guint            n,
          const char      *message)
{
  const TyXlsxRule rule = {
    .kind = kind, .column = i + KEY_COLUMNS, .first_row = HEAD_ROWS + 1, .sheet = TY_COLLECT_LISTS_SHEET,
    .list = book->lists->len - 1, .n = n, .message = message,
  };

  g_array_append_val (book->rules, rule);
}

/* What may be typed into a column, and the lists for it. */
static void
find_rules (Book *book)
{
  for (guint i = 0; i < book->columns->len; i++)
    {
      const TyCollectColumn *column = get_column (book, i);
      char **list = dup_list (book, column);

      if (list != NULL && *list != NULL)
        {
          g_ptr_array_add (book->lists, list);
          add_rule (book, column->hint ? TY_XLSX_RULE_HINT_LIST : TY_XLSX_RULE_LIST, i, g_strv_length (list),
                    _("Choose one from the list."));
          continue;
        }
      g_strfreev (list);
      if (column->length > 0)
        add_rule (book, TY_XLSX_RULE_LENGTH, i, column->length, _("An ID number has 18 characters."));
      else if (column->number)
        add_rule (book, TY_XLSX_RULE_NUMBER, i, 0, _("Type a number."));
    }
}

static TyRosterLayout *
make_layout (const Book *book)
{
  TyRosterLayout *layout = ty_roster_layout_new ("collect", "collect");

  ty_roster_layout_set_own (layout, book->county->fields);
  for (guint i = 0; i < book->columns->len; i++)
    if (get_column (book, i)->own != NULL)
      ty_roster_layout_add_own (layout, get_column (book, i)->own);
    else if (get_column (book, i)->roster >= 0)
      ty_roster_layout_add (layout, (TyRosterField) get_column (book, i)->roster);
  return layout;
}

static gboolean
begin_book (Book     *book,
            int       fd,
            GError  **error)
{
  guint n = book->columns->len + KEY_COLUMNS;
  g_autofree double *list_widths = NULL;
  const double about_widths[] = { 14, 40 };
  TyXlsxPage pages[3] = { 0 };

  find_rules (book);
  book->widths = g_new0 (double, n);
  book->widths[0] = 10;
  for (guint i = 0; i < book->columns->len; i++)
    book->widths[i + KEY_COLUMNS] = get_column (book, i)->width;
  list_widths = g_new0 (double, book->lists->len);
  for (guint i = 0; i < book->lists->len; i++)
    list_widths[i] = 16;

  pages[0] = (TyXlsxPage){
    .name = book->name, .widths = book->widths, .n_columns = n, .n_frozen_rows = HEAD_ROWS,
    .n_frozen_columns = KEY_COLUMNS + 3, .first_repeated = HEAD_ROWS, .last_repeated = HEAD_ROWS,
    .guarded = TRUE, .n_hidden_columns = KEY_COLUMNS, .rules = (const TyXlsxRule *) book->rules->data,
    .n_rules = book->rules->len,
    .footer = { C_("roster", "Filled in by:"), C_("roster", "Checked by:"), NULL },
  };
  pages[1] = (TyXlsxPage){ .name = TY_COLLECT_LISTS_SHEET, .widths = list_widths,
                           .n_columns = book->lists->len, .hidden = TRUE, .guarded = TRUE };
  pages[2] = (TyXlsxPage){ .name = TY_COLLECT_ABOUT_SHEET, .widths = about_widths, .n_columns = 2,
                           .hidden = TRUE, .guarded = TRUE };
  book->writer = ty_xlsx_writer_new_book (fd, pages, G_N_ELEMENTS (pages), error);
  return book->writer != NULL;
}

static gboolean
write_line (Book        *book,
            double       height,
            TyXlsxStyle  style,
            const char  *text,
            GError     **error)
{
  ty_xlsx_writer_begin_row (book->writer, height);
  for (guint i = 0; i < KEY_COLUMNS; i++)
    ty_xlsx_writer_add_text (book->writer, style, NULL);
  ty_xlsx_writer_add_text (book->writer, style, text);
  ty_xlsx_writer_merge (book->writer, KEY_COLUMNS, book->columns->len + KEY_COLUMNS - 1, 1);
  return ty_xlsx_writer_end_row (book->writer, error);
}

static gboolean
write_head (Book    *book,
            GError **error)
{
  g_autofree char *day = ty_date_to_record (book->spec->as_of);
  /* Translators: a township and a day, below the title of a workbook */
  g_autofree char *line = g_strdup_printf (_("Unit: %s    As of: %s"), book->township->name, day);
  const char *help = ty_import_kind_get_people (book->spec->kind) == TY_IMPORT_PEOPLE_ANY
                       ? _("What is grey cannot be changed. Correct the rest; people who are new go below, in the "
                           "empty rows. An empty cell changes nothing.")
                       : _("What is grey cannot be changed. Fill in the rest. An empty cell changes nothing.");

  if (!write_line (book, TITLE_HEIGHT, TY_XLSX_TITLE, book->title, error)
      || !write_line (book, LINE_HEIGHT, TY_XLSX_LINE, line, error)
      || !write_line (book, LINE_HEIGHT, TY_XLSX_LINE, help, error))
    return FALSE;

  ty_xlsx_writer_begin_row (book->writer, HEADING_HEIGHT);
  ty_xlsx_writer_add_text (book->writer, TY_XLSX_HEADING, _("Key"));
  for (guint i = 0; i < book->columns->len; i++)
    ty_xlsx_writer_add_text (book->writer, TY_XLSX_HEADING, get_column (book, i)->title);
  return ty_xlsx_writer_end_row (book->writer, error);
}

/* Keys have 63 bits: as a number they would be rounded. */
static void
add_key (Book   *book,
         gint64  key)
{
  g_autofree char *text = key != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, key) : NULL;

  ty_xlsx_writer_add_text (book->writer, TY_XLSX_LOCKED, text);
}

static void
add_cell (Book                  *book,
          const TyCollectColumn *column,
          const char            *text,
          gboolean               locked)
{
  if (locked)
    ty_xlsx_writer_add_text (book->writer, TY_XLSX_LOCKED, text);
  else if (column->number && text != NULL && *text != '\0')
    ty_xlsx_writer_add_number (book->writer, TY_XLSX_OPEN_NUMBER, g_ascii_strtod (text, NULL));
  else
    ty_xlsx_writer_add_text (book->writer, column->number ? TY_XLSX_OPEN_NUMBER
                                           : column->wide ? TY_XLSX_OPEN_TEXT : TY_XLSX_OPEN_CENTRED, text);
}

/* A value as a cell has it. A number that nobody filled in is none. */
static char *
dup_value (TyRecord *row,
           guint     field)
{
  const TyFieldInfo *info = &ty_record_get_info (row)->fields[field];

  if (info->kind == TY_FIELD_INTEGER)
    return ty_record_get_integer (row, field) != 0
             ? g_strdup_printf ("%" G_GINT64_FORMAT, ty_record_get_integer (row, field)) : NULL;
  if (info->kind == TY_FIELD_DATE)
    return ty_words_dup_month (ty_record_get_date (row, field));
  if (info->kind == TY_FIELD_CODE)
    return ty_words_dup_label (info->code_list, ty_record_get_text (row, field), NULL);

  return g_strdup (ty_record_get_text (row, field));
}

/* The row of the year, if the file has one. */
static gboolean
find_row (Book      *book,
          gint64     owner,
          TyRecord **row,
          GError   **error)
{
  const TyRecordInfo *info = ty_import_kind_get_info (book->spec->kind);
  g_autoptr(GPtrArray) rows = NULL;

  *row = NULL;
  if (info == NULL)
    return TRUE;
  rows = ty_table_list_of (book->database, info, info->fields[0].column, owner, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (ty_record_get_integer (g_ptr_array_index (rows, i), 1) == book->spec->year)
      *row = g_object_ref (g_ptr_array_index (rows, i));
  return rows != NULL;
}

typedef const char *(*TextFunc) (const Book            *book,
                                 const TyCollectColumn *column,
                                 gpointer               data);

static gboolean
write_row (Book      *book,
           gint64     key,
           TextFunc   get_text,
           gpointer   data,
           GError   **error)
{
  g_autoptr(TyRecord) row = NULL;

  if (!find_row (book, key, &row, error))
    return FALSE;

  ty_xlsx_writer_begin_row (book->writer, 0);
  add_key (book, key);
  for (guint i = 0; i < book->columns->len; i++)
    {
      const TyCollectColumn *column = get_column (book, i);
      gboolean fixed = column->roster >= 0 || column->own != NULL;
      gboolean left_out = column->sensitive && !book->spec->sensitive;
      g_autofree char *text = NULL;

      if (!left_out)
        text = fixed ? g_strdup (get_text (book, column, data)) : row != NULL ? dup_value (row, column->field) : NULL;
      add_cell (book, column, text, column->locked && text != NULL && *text != '\0');
    }
  book->n_rows++;
  return ty_xlsx_writer_end_row (book->writer, error);
}

static const char *
get_person_text (const Book            *book,
                 const TyCollectColumn *column,
                 gpointer               data)
{
  for (guint i = 0; i < book->layout->columns->len; i++)
    {
      const TyRosterLayoutColumn *of = ty_roster_layout_get (book->layout, i);

      if (column->own != NULL ? of->own == ty_custom_field_get_key (column->own) && of->field == TY_ROSTER_FIELD_OWN
                              : (int) of->field == column->roster)
        return ty_roster_sheet_get_column (data, of);
    }
  return NULL;
}

/* Only who serves in a village: posts of the township itself are not reported by it. */
static gboolean
write_person (Book           *book,
              TyRosterSheet  *sheet,
              gint64          person,
              GError        **error)
{
  const TyRosterFacts facts = { 0 };

  if (!ty_roster_sheet_load (sheet, person, &facts, error))
    return FALSE;
  if (ty_roster_sheet_get_text (sheet, TY_ROSTER_FIELD_VILLAGE) == NULL
      || g_strcmp0 (ty_roster_sheet_get_text (sheet, TY_ROSTER_FIELD_TOWNSHIP), book->township->name) != 0)
    return TRUE;

  return write_row (book, person, get_person_text, sheet, error);
}

static gboolean
write_people (Book    *book,
              GError **error)
{
  g_autoptr(TyOrder) order = book->people->get_order (book->spec->as_of, book->township->unit,
                                                      book->people->data, error);
  g_autoptr(TyPopulation) population = ty_population_new_simple (TY_WHO_IN_OFFICE, TY_CONDITION_NONE);
  const TySortKey by_unit = { TY_SORT_UNIT, FALSE };
  g_autoptr(TyBitmap) marked = NULL;
  g_autoptr(GArray) rows = NULL;
  g_autoptr(TyRosterSheet) sheet = NULL;

  if (order == NULL)
    return FALSE;

  marked = ty_population_mark (population, ty_order_get_view (order), book->people->views);
  rows = ty_order_sort_list (order, marked, 0, &by_unit, 1);
  sheet = ty_roster_sheet_new (book->database, book->layout, book->spec->as_of);
  ty_roster_sheet_set_exact (sheet);
  for (guint i = 0; i < rows->len; i++)
    if (!write_person (book, sheet,
                       ty_columns_get_person (ty_view_get_columns (ty_order_get_view (order)),
                                              g_array_index (rows, guint32, i)), error))
      return FALSE;

  return TRUE;
}

static const char *
get_village_text (const Book            *book,
                  const TyCollectColumn *column,
                  gpointer               data)
{
  return column->roster == TY_ROSTER_FIELD_TOWNSHIP ? book->township->name
                                                    : ty_record_get_text (data, TY_UNIT_STATE_NAME);
}

static gboolean
write_villages (Book    *book,
                GError **error)
{
  for (guint i = 0; i < book->township->villages->len; i++)
    {
      TyRecord *state = g_ptr_array_index (book->township->villages, i);

      if (!write_row (book, ty_record_get_integer (state, TY_UNIT_STATE_UNIT), get_village_text, state, error))
        return FALSE;
    }
  return TRUE;
}

/* Rows for people who are new, in which only the township is said. */
static gboolean
write_spare_rows (Book    *book,
                  GError **error)
{
  if (ty_import_kind_get_people (book->spec->kind) != TY_IMPORT_PEOPLE_ANY)
    return TRUE;

  for (guint n = 0; n < SPARE_ROWS; n++)
    {
      ty_xlsx_writer_begin_row (book->writer, 0);
      add_key (book, 0);
      for (guint i = 0; i < book->columns->len; i++)
        {
          gboolean township = get_column (book, i)->roster == TY_ROSTER_FIELD_TOWNSHIP;

          add_cell (book, get_column (book, i), township ? book->township->name : NULL, township);
        }
      if (!ty_xlsx_writer_end_row (book->writer, error))
        return FALSE;
    }
  return TRUE;
}

/* The rules are for all rows; how many there are is known when the last is written. */
static void
end_rules (Book *book)
{
  gboolean spare = ty_import_kind_get_people (book->spec->kind) == TY_IMPORT_PEOPLE_ANY;
  guint last = HEAD_ROWS + MAX (book->n_rows + (spare ? SPARE_ROWS : 0), 1);

  for (guint i = 0; i < book->rules->len; i++)
    g_array_index (book->rules, TyXlsxRule, i).last_row = last;
}

static gboolean
write_lists (Book    *book,
             GError **error)
{
  guint n_rows = 0;

  for (guint i = 0; i < book->lists->len; i++)
    n_rows = MAX (n_rows, g_strv_length (g_ptr_array_index (book->lists, i)));
  for (guint row = 0; row < n_rows; row++)
    {
      ty_xlsx_writer_begin_row (book->writer, 0);
      for (guint i = 0; i < book->lists->len; i++)
        {
          char **list = g_ptr_array_index (book->lists, i);

          ty_xlsx_writer_add_text (book->writer, TY_XLSX_TEXT, row < g_strv_length (list) ? list[row] : NULL);
        }
      if (!ty_xlsx_writer_end_row (book->writer, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_fact (Book        *book,
            const char  *name,
            const char  *text,
            GError     **error)
{
  ty_xlsx_writer_begin_row (book->writer, 0);
  ty_xlsx_writer_add_text (book->writer, TY_XLSX_TEXT, name);
  ty_xlsx_writer_add_text (book->writer, TY_XLSX_TEXT, text);
  return ty_xlsx_writer_end_row (book->writer, error);
}

/* What the workbook is, and what its columns mean, so that the answer is understood whatever language it was made
 * in. */
static gboolean
write_about (Book    *book,
             GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *day = ty_date_to_iso (book->spec->as_of);
  g_autofree char *version = g_strdup_printf ("%d", TY_COLLECT_VERSION);
  g_autofree char *county = g_strdup_printf ("%" G_GINT64_FORMAT, book->county->unit);
  g_autofree char *township = g_strdup_printf ("%" G_GINT64_FORMAT, book->township->unit);
  g_autofree char *year = g_strdup_printf ("%u", book->spec->year);
  const char *facts[][2] = {
    { "format", TY_COLLECT_FORMAT }, { "version", version }, { "id", id }, { "kind", ty_import_kind_get_word (book->spec->kind) },
    { "as_of", day }, { "year", year }, { "county", county }, { "county_name", book->county->name },
    { "township", township }, { "township_name", book->township->name }, { "sheet", book->name },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (!write_fact (book, facts[i][0], facts[i][1], error))
      return FALSE;
  if (!write_fact (book, "column:", _("Key"), error))
    return FALSE;
  for (guint i = 0; i < book->columns->len; i++)
    {
      g_autofree char *word = g_strconcat ("column:", get_column (book, i)->word, NULL);

      if (!write_fact (book, word, get_column (book, i)->title, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_book (Book    *book,
            GError **error)
{
  gboolean done;

  if (!write_head (book, error))
    return FALSE;
  done = ty_import_kind_get_people (book->spec->kind) == TY_IMPORT_PEOPLE_NONE ? write_villages (book, error)
                                                                               : write_people (book, error);
  if (!done || !write_spare_rows (book, error))
    return FALSE;

  end_rules (book);
  return ty_xlsx_writer_next_sheet (book->writer, error)
         && write_lists (book, error)
         && ty_xlsx_writer_next_sheet (book->writer, error)
         && write_about (book, error)
         && ty_xlsx_writer_finish (book->writer, error);
}

/**
 * ty_collect_sheet_write:
 * @fd: a regular file
 * @database: a connection
 * @people: where people come from
 * @spec: what is collected
 * @county: whose workbook it is
 * @township: for whom
 * @n_rows: (out): how many people or villages are in it
 * @error: a `G_IO_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: whether the workbook was written
 */
gboolean
ty_collect_sheet_write (int                       fd,
                        TyDatabase               *database,
                        const TyCollectPeople    *people,
                        const TyCollectSpec      *spec,
                        const TyCollectCounty    *county,
                        const TyCollectTownship  *township,
                        guint                    *n_rows,
                        GError                  **error)
{
  g_auto(Book) book = {
    .database = database,
    .people = people,
    .spec = spec,
    .county = county,
    .township = township,
    .columns = ty_collect_list_columns (spec, county->fields),
    .lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev),
    .rules = g_array_new (FALSE, FALSE, sizeof (TyXlsxRule)),
  };

  book.name = g_strdup (ty_import_kind_get_label (spec->kind));
  /* Translators: the title of a workbook: a township and what it reports, such as “Dongshan: Roster of cadres” */
  book.title = g_strdup_printf (C_("workbook", "%s: %s"), township->name, ty_import_kind_get_label (spec->kind));
  book.layout = make_layout (&book);
  if (!begin_book (&book, fd, error) || !write_book (&book, error))
    return FALSE;

  *n_rows = book.n_rows;
  return TRUE;
}
