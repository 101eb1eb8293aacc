/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-writer"

#include "config.h"

#include "ty-roster-writer.h"

#include "ty-csv-writer.h"
#include "ty-xlsx-writer.h"

#include <glib/gi18n-lib.h>

/* Heights in points. */
#define TITLE_HEIGHT 34
#define LINE_HEIGHT 20
#define UPPER_HEIGHT 19.5
#define LOWER_HEIGHT 30
#define GROUP_HEIGHT 22
#define TEXT_HEIGHT 14.5 /* of each line of a text */
#define TEXT_MARGIN 4
#define LEAST_HEIGHT 20
#define MOST_HEIGHT 409

static const struct
{
  const char *word;
  const char *suffix;
} formats[TY_N_ROSTER_FORMATS] = {
  [TY_ROSTER_XLSX] = { "xlsx", "xlsx" },
  [TY_ROSTER_CSV] = { "csv", "csv" },
  [TY_ROSTER_CSV_GB18030] = { "csv-gb18030", "csv" },
  [TY_ROSTER_PDF] = { "pdf", "pdf" },
  [TY_ROSTER_PAPER] = { "paper", "" },
};

/**
 * TyRosterWriter:
 *
 * Writes a roster as a layout says: as a workbook with title, headings that stay in sight and are
 * printed on each page, and groups; the same on pages, which are written when the last row is known; or as
 * plain values with the same first lines, in which groups are left out, since each row names its unit.
 */
struct _TyRosterWriter
{
  TyXlsxWriter *xlsx;           /* (owned) (nullable) */
  TyCsvWriter *csv;             /* (owned) (nullable) */
  TyTableSheet *sheet;          /* (owned) (nullable): of pages */
  int fd;                       /* where pages are written; -1 for a printer */
  const TyRosterLayout *layout; /* (unowned) */
};

/**
 * ty_roster_format_to_string:
 * @self: a format
 *
 * Returns: (transfer none): its word
 */
const char *
ty_roster_format_to_string (TyRosterFormat self)
{
  g_return_val_if_fail ((guint) self < TY_N_ROSTER_FORMATS, NULL);

  return formats[self].word;
}

/**
 * ty_roster_format_get_suffix:
 * @self: a format
 *
 * Returns: (transfer none): how the names of its files end, without the dot
 */
const char *
ty_roster_format_get_suffix (TyRosterFormat self)
{
  g_return_val_if_fail ((guint) self < TY_N_ROSTER_FORMATS, NULL);

  return formats[self].suffix;
}

/**
 * ty_roster_format_is_paper:
 * @self: a format
 *
 * Returns: whether it has pages
 */
gboolean
ty_roster_format_is_paper (TyRosterFormat self)
{
  return self == TY_ROSTER_PDF || self == TY_ROSTER_PAPER;
}

/**
 * ty_roster_format_parse:
 * @word: (nullable): a word
 * @format: (out): what it stands for
 *
 * Returns: whether there is such a format
 */
gboolean
ty_roster_format_parse (const char     *word,
                        TyRosterFormat *format)
{
  for (guint i = 0; i < TY_N_ROSTER_FORMATS; i++)
    if (g_strcmp0 (word, formats[i].word) == 0)
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

static const TyRosterLayoutColumn *
get_column (TyRosterWriter *self,
            guint           i)
{
  return ty_roster_layout_get (self->layout, i);
}

static gboolean
has_groups_of_columns (const TyRosterLayout *layout)
{
  for (guint i = 0; i < layout->columns->len; i++)
    if (ty_roster_layout_get (layout, i)->group != NULL)
      return TRUE;

  return FALSE;
}

/* Title, unit and date, the filter if there is one, and the headings. */
static guint
count_head_rows (const TyRosterLayout *layout,
                 const TyRosterHead   *head,
                 guint                *n_before)
{
  *n_before = head->filter != NULL ? 3 : 2;
  return *n_before + (has_groups_of_columns (layout) ? 2 : 1);
}

/* Up to the column with the name, which stays in sight. */
static guint
count_frozen_columns (const TyRosterLayout *layout)
{
  for (guint i = 0; i < layout->columns->len && i < 5; i++)
    if (ty_roster_layout_get (layout, i)->field == TY_ROSTER_FIELD_NAME)
      return i + 1;

  return 0;
}

static TyXlsxWriter *
new_workbook (int                    fd,
              const TyRosterLayout  *layout,
              const TyRosterHead    *head,
              GError               **error)
{
  g_autofree double *widths = g_new (double, layout->columns->len);
  g_autofree char *pages = g_strdup_printf (C_("roster", "Page %s of %s"), TY_XLSX_PAGE_NUMBER,
                                            TY_XLSX_N_PAGES);
  guint n_before;
  const TyXlsxPage page = {
    .name = layout->title,
    .widths = widths,
    .n_columns = layout->columns->len,
    .n_frozen_rows = count_head_rows (layout, head, &n_before),
    .n_frozen_columns = count_frozen_columns (layout),
    .first_repeated = n_before + 1,
    .last_repeated = count_head_rows (layout, head, &n_before),
    .header = { head->unit, NULL, head->date },
    .footer = { C_("roster", "Filled in by:"), C_("roster", "Checked by:"), pages },
  };

  for (guint i = 0; i < layout->columns->len; i++)
    widths[i] = ty_roster_layout_get (layout, i)->width;
  return ty_xlsx_writer_new (fd, &page, error);
}

static gboolean
write_title (TyRosterWriter      *self,
             const TyRosterHead  *head,
             GError             **error)
{
  ty_xlsx_writer_begin_row (self->xlsx, TITLE_HEIGHT);
  ty_xlsx_writer_add_text (self->xlsx, TY_XLSX_TITLE, head->title);
  ty_xlsx_writer_merge (self->xlsx, 0, self->layout->columns->len - 1, 1);
  return ty_xlsx_writer_end_row (self->xlsx, error);
}

/* The unit from the left, the day from the right: two merged halves, of which a short roster has only
 * the first. */
static gboolean
write_line (TyRosterWriter  *self,
            const char      *left,
            const char      *right,
            GError         **error)
{
  guint n = self->layout->columns->len;
  guint half = right != NULL && n > 1 ? n / 2 : n;
  g_autofree char *both = half == n && right != NULL ? g_strconcat (left, "  ", right, NULL) : NULL;

  ty_xlsx_writer_begin_row (self->xlsx, LINE_HEIGHT);
  for (guint i = 0; i < n; i++)
    if (i == 0)
      ty_xlsx_writer_add_text (self->xlsx, TY_XLSX_LINE, both != NULL ? both : left);
    else
      ty_xlsx_writer_add_text (self->xlsx, TY_XLSX_LINE_END, i == half ? right : NULL);
  ty_xlsx_writer_merge (self->xlsx, 0, half - 1, 1);
  if (half < n)
    ty_xlsx_writer_merge (self->xlsx, half, n - 1, 1);
  return ty_xlsx_writer_end_row (self->xlsx, error);
}

/* The columns from @first on that have the same group. */
static guint
count_same_group (TyRosterWriter *self,
                  guint           first)
{
  const char *group = get_column (self, first)->group;
  guint n = 1;

  while (group != NULL && first + n < self->layout->columns->len
         && g_strcmp0 (get_column (self, first + n)->group, group) == 0)
    n++;
  return n;
}

static gboolean
write_upper_headings (TyRosterWriter  *self,
                      GError         **error)
{
  ty_xlsx_writer_begin_row (self->xlsx, UPPER_HEIGHT);
  for (guint i = 0; i < self->layout->columns->len;)
    {
      const TyRosterLayoutColumn *column = get_column (self, i);
      guint n = count_same_group (self, i);

      for (guint j = 0; j < n; j++)
        ty_xlsx_writer_add_text (self->xlsx, TY_XLSX_HEADING,
                                 j > 0 ? NULL : column->group != NULL ? column->group : column->title);
      ty_xlsx_writer_merge (self->xlsx, i, i + n - 1, column->group != NULL ? 1 : 2);
      i += n;
    }
  return ty_xlsx_writer_end_row (self->xlsx, error);
}

static gboolean
write_headings (TyRosterWriter  *self,
                GError         **error)
{
  gboolean grouped = has_groups_of_columns (self->layout);

  if (grouped && !write_upper_headings (self, error))
    return FALSE;

  ty_xlsx_writer_begin_row (self->xlsx, LOWER_HEIGHT);
  for (guint i = 0; i < self->layout->columns->len; i++)
    {
      const TyRosterLayoutColumn *column = get_column (self, i);

      ty_xlsx_writer_add_text (self->xlsx, TY_XLSX_HEADING,
                               grouped && column->group == NULL ? NULL : column->title);
    }
  return ty_xlsx_writer_end_row (self->xlsx, error);
}

static gboolean
begin_workbook (TyRosterWriter      *self,
                const TyRosterHead  *head,
                GError             **error)
{
  return write_title (self, head, error)
         && write_line (self, head->unit, head->date, error)
         && (head->filter == NULL || write_line (self, head->filter, NULL, error))
         && write_headings (self, error);
}

/* One line says what it is, so that a reader finds the headings behind it. */
static gboolean
begin_csv (TyRosterWriter      *self,
           const TyRosterHead  *head,
           GError             **error)
{
  g_autofree char *line = g_strjoin ("  ", head->title, head->unit, head->date, head->filter, NULL);

  for (guint i = 0; i < self->layout->columns->len; i++)
    ty_csv_writer_add_text (self->csv, i == 0 ? line : NULL);
  if (!ty_csv_writer_end_row (self->csv, error))
    return FALSE;

  for (guint i = 0; i < self->layout->columns->len; i++)
    {
      const TyRosterLayoutColumn *column = get_column (self, i);
      g_autofree char *both = g_strconcat (column->group != NULL ? column->group : "", column->title,
                                           NULL);

      ty_csv_writer_add_text (self->csv, both);
    }
  return ty_csv_writer_end_row (self->csv, error);
}

static gboolean
is_long (TyRosterField field)
{
  return field != TY_ROSTER_FIELD_OWN && ty_roster_field_is_long (field);
}

/* The same as the workbook is on paper. Whoever fills in a roster and checks it signs at the foot. */
static TyTableSheet *
new_sheet (const TyRosterLayout *layout,
           const TyRosterHead   *head)
{
  g_autofree TySheetColumn *columns = g_new0 (TySheetColumn, layout->columns->len);
  g_autofree char *footer = g_strdup_printf ("%s　　　　　　　　　　%s", C_("roster", "Filled in by:"),
                                             C_("roster", "Checked by:"));
  TyTableSheet *sheet;

  for (guint i = 0; i < layout->columns->len; i++)
    {
      const TyRosterLayoutColumn *column = ty_roster_layout_get (layout, i);

      columns[i] = (TySheetColumn){
        .heading = column->title,
        .group = column->group,
        .share = MAX (column->width, 2),
        .centred = !is_long (column->field),
      };
    }
  sheet = ty_table_sheet_new (head->title, head->unit, footer, columns, layout->columns->len);
  ty_table_sheet_set_grid (sheet, head->date, head->filter);
  return sheet;
}

/**
 * ty_roster_writer_new:
 * @fd: a regular file that stays open until the writer is gone; -1 for a printer
 * @format: as what it is written
 * @layout: how it is laid out, which outlives the writer
 * @head: what it says of itself
 * @error: a `G_IO_ERROR`
 *
 * Returns: (transfer full) (nullable): a writer before the first row of people
 */
TyRosterWriter *
ty_roster_writer_new (int                    fd,
                      TyRosterFormat         format,
                      const TyRosterLayout  *layout,
                      const TyRosterHead    *head,
                      GError               **error)
{
  g_autoptr(TyRosterWriter) self = g_new0 (TyRosterWriter, 1);

  g_return_val_if_fail (layout->columns->len > 0, NULL);

  self->layout = layout;
  self->fd = fd;
  if (ty_roster_format_is_paper (format))
    {
      self->sheet = new_sheet (layout, head);
      return g_steal_pointer (&self);
    }
  if (format != TY_ROSTER_XLSX)
    {
      self->csv = ty_csv_writer_new (fd, format == TY_ROSTER_CSV ? TY_CSV_UTF_8 : TY_CSV_GB18030);
      return begin_csv (self, head, error) ? g_steal_pointer (&self) : NULL;
    }

  self->xlsx = new_workbook (fd, layout, head, error);
  return self->xlsx != NULL && begin_workbook (self, head, error) ? g_steal_pointer (&self) : NULL;
}

void
ty_roster_writer_free (TyRosterWriter *self)
{
  g_clear_pointer (&self->xlsx, ty_xlsx_writer_free);
  g_clear_pointer (&self->csv, ty_csv_writer_free);
  g_clear_pointer (&self->sheet, ty_table_sheet_free);
  g_free (self);
}

/**
 * ty_roster_writer_add_group:
 * @self: a writer
 * @text: heading of the rows that follow
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether it was written
 */
gboolean
ty_roster_writer_add_group (TyRosterWriter  *self,
                            const char      *text,
                            GError         **error)
{
  if (self->sheet != NULL)
    ty_table_sheet_add_group (self->sheet, text);
  if (self->xlsx == NULL)
    return TRUE;

  ty_xlsx_writer_begin_row (self->xlsx, GROUP_HEIGHT);
  for (guint i = 0; i < self->layout->columns->len; i++)
    ty_xlsx_writer_add_text (self->xlsx, TY_XLSX_GROUP, i == 0 ? text : NULL);
  ty_xlsx_writer_merge (self->xlsx, 0, self->layout->columns->len - 1, 1);
  return ty_xlsx_writer_end_row (self->xlsx, error);
}

static void
add_cell (TyRosterWriter *self,
          TyRosterField   field,
          const char     *text)
{
  if (text != NULL && ty_roster_sheet_is_number (field))
    {
      if (self->xlsx != NULL)
        ty_xlsx_writer_add_number (self->xlsx, TY_XLSX_NUMBER, g_ascii_strtod (text, NULL));
      else
        ty_csv_writer_add_number (self->csv, g_ascii_strtod (text, NULL));
    }
  else if (self->xlsx != NULL)
    ty_xlsx_writer_add_text (self->xlsx,
                             is_long (field) ? TY_XLSX_TEXT : TY_XLSX_CENTRED, text);
  else
    ty_csv_writer_add_text (self->csv, text);
}

/* How many lines a text needs in a column, whose width is counted in characters; a Chinese one is two
 * of them. A margin of one is left for the grid. */
static guint
count_lines (const char *text,
             double      width)
{
  double room = MAX (width - 1, 2);
  double taken = 0;
  guint n = 1;

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      double wide = g_unichar_iswide (c) ? 2 : 1;

      if (c == '\n' || taken + wide > room)
        {
          n++;
          taken = 0;
        }
      if (c != '\n')
        taken += wide;
    }
  return n;
}

static double
estimate_height (TyRosterWriter *self,
                 TyRosterSheet  *sheet)
{
  guint n = 1;

  for (guint i = 0; i < self->layout->columns->len; i++)
    {
      const TyRosterLayoutColumn *column = get_column (self, i);
      const char *text = ty_roster_sheet_get_column (sheet, column);

      if (text != NULL && !ty_roster_sheet_is_number (column->field))
        n = MAX (n, count_lines (text, column->width));
    }
  return CLAMP (n * TEXT_HEIGHT + TEXT_MARGIN, LEAST_HEIGHT, MOST_HEIGHT);
}

static void
begin_row (TyRosterWriter *self,
           TyRosterSheet  *sheet)
{
  if (self->layout->row_height > 0)
    ty_xlsx_writer_begin_row (self->xlsx, self->layout->row_height);
  else
    ty_xlsx_writer_begin_fitting_row (self->xlsx, estimate_height (self, sheet));
}

static void
add_sheet_row (TyRosterWriter *self,
               TyRosterSheet  *sheet)
{
  g_autofree const char **cells = g_new0 (const char *, self->layout->columns->len);

  for (guint i = 0; i < self->layout->columns->len; i++)
    cells[i] = ty_roster_sheet_get_column (sheet, get_column (self, i));
  ty_table_sheet_add_row (self->sheet, cells);
}

/**
 * ty_roster_writer_add_row:
 * @self: a writer
 * @sheet: a maker of rows with a row
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether the row was written
 */
gboolean
ty_roster_writer_add_row (TyRosterWriter  *self,
                          TyRosterSheet   *sheet,
                          GError         **error)
{
  if (self->sheet != NULL)
    {
      add_sheet_row (self, sheet);
      return TRUE;
    }
  if (self->xlsx != NULL)
    begin_row (self, sheet);
  for (guint i = 0; i < self->layout->columns->len; i++)
    {
      const TyRosterLayoutColumn *column = get_column (self, i);

      add_cell (self, column->field, ty_roster_sheet_get_column (sheet, column));
    }
  return self->xlsx != NULL ? ty_xlsx_writer_end_row (self->xlsx, error)
                            : ty_csv_writer_end_row (self->csv, error);
}

/**
 * ty_roster_writer_finish:
 * @self: a writer after its last row
 * @progress: (nullable): hears how many pages are drawn, where there are some
 * @data: for @progress
 * @cancellable: (nullable): stops the drawing of pages
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether the file is whole
 */
gboolean
ty_roster_writer_finish (TyRosterWriter       *self,
                         TySheetProgressFunc   progress,
                         gpointer              data,
                         GCancellable         *cancellable,
                         GError              **error)
{
  if (self->sheet != NULL)
    return self->fd < 0 || ty_sheet_pdf_write (self->sheet, self->fd, progress, data, cancellable, error);

  return self->xlsx != NULL ? ty_xlsx_writer_finish (self->xlsx, error)
                            : ty_csv_writer_finish (self->csv, error);
}

/**
 * ty_roster_writer_steal_sheet:
 * @self: a writer of pages after its last row
 *
 * Returns: (transfer full) (nullable): what is printed
 */
TyTableSheet *
ty_roster_writer_steal_sheet (TyRosterWriter *self)
{
  return g_steal_pointer (&self->sheet);
}

/**
 * ty_roster_writer_get_n_cut:
 * @self: a writer
 *
 * Returns: how many texts were longer than a cell may be
 */
guint
ty_roster_writer_get_n_cut (TyRosterWriter *self)
{
  return self->xlsx != NULL ? ty_xlsx_writer_get_n_cut (self->xlsx) : 0;
}
