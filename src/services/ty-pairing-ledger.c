/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-ledger"

#include "config.h"

#include "ty-pairing-ledger.h"

#include "ty-action-log.h"
#include "ty-action.h"
#include "ty-pairing-status.h"
#include "ty-pairing.h"
#include "ty-sheet-pdf.h"
#include "ty-words.h"
#include "ty-xlsx-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_COLUMNS 14
#define HEAD_ROWS 3
#define TITLE_HEIGHT 30
#define LINE_HEIGHT 20
#define ROW_HEIGHT 20

/**
 * TyPairingLedger:
 *
 * The ledger of pairings and the sheet of a month, as texts in columns. Paper and workbook are made of the same
 * texts, so that they say the same.
 */
struct _TyPairingLedger
{
  TyPairingLedgerKind kind;
  TyView *view;        /* (owned) */
  GPtrArray *statuses; /* (owned) (element-type TyPairingStatus) */
  GPtrArray *rows;     /* (owned) (element-type GStrv): a text for each column */
  char *title;
  char *line;
  guint n_columns;
  TySheetColumn columns[MOST_COLUMNS];
};

static void
add_column (TyPairingLedger *self,
            const char      *heading,
            double           characters,
            gboolean         centred)
{
  self->columns[self->n_columns++] = (TySheetColumn){ .heading = heading, .share = characters,
                                                      .centred = centred };
}

static void
add_columns (TyPairingLedger *self)
{
  add_column (self, C_("heading of a column", "No."), 4, TRUE);
  add_column (self, _("Township"), 10, FALSE);
  add_column (self, _("Village"), 11, FALSE);
  add_column (self, _("Mentee"), 8, TRUE);
  add_column (self, _("Mentor"), 8, TRUE);
  add_column (self, _("Mentor level"), 7, TRUE);
  if (self->kind == TY_PAIRING_MONTH)
    {
      add_column (self, _("Talks due"), 6, TRUE);
      add_column (self, _("Talks done"), 6, TRUE);
      add_column (self, _("Talks missing"), 6, TRUE);
      add_column (self, _("Days of the talks"), 18, FALSE);
      add_column (self, _("Milestones"), 7, TRUE);
      return;
    }
  add_column (self, _("Programme"), 14, FALSE);
  add_column (self, _("From"), 9, TRUE);
  add_column (self, _("Until"), 9, TRUE);
  add_column (self, _("State"), 10, TRUE);
  add_column (self, _("Talks"), 6, TRUE);
  add_column (self, _("Milestones"), 7, TRUE);
  add_column (self, _("Result of the pairing"), 8, TRUE);
}

static char *
dup_unit (TyPairingLedger *self,
          guint32          unit)
{
  const TyUnitSpan *span = unit != TY_UNIT_NONE ? ty_unit_tree_get_span (ty_view_get_tree (self->view), unit)
                                                : NULL;

  return g_strdup (span != NULL ? span->name : "");
}

static char *
dup_date (TyDate date)
{
  return ty_date_is_known (date) ? ty_date_to_record (date) : g_strdup ("");
}

static char *
dup_label (const char *list,
           const char *key)
{
  return g_strdup (key != NULL ? ty_words_get_label (list, key) : "");
}

/* The days of the month on which the two talked: 3、17. */
static char *
dup_days (TyPairingLedger *self,
          TyPairingStatus *status)
{
  TyDate as_of = ty_view_get_as_of (self->view);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < status->row->talks->len; i++)
    {
      TyDate day = g_array_index (status->row->talks, TyDate, i);

      if (day.year == as_of.year && day.month == as_of.month)
        g_string_append_printf (text, day.day != 0 ? "%s%d" : "%s—", text->len > 0 ? ty_words_get_separator () : "",
                                day.day);
    }
  return g_string_free (text, FALSE);
}

static guint
get_missing (TyPairingStatus *status)
{
  return status->talks.due - MIN (status->talks.done, status->talks.due);
}

static void
begin_row (TyPairingLedger *self,
           GStrvBuilder    *builder,
           TyPairingStatus *status)
{
  g_autofree char *number = g_strdup_printf ("%u", self->rows->len + 1);
  g_autofree char *township = dup_unit (self, status->township);
  g_autofree char *village = status->unit != status->township ? dup_unit (self, status->unit) : g_strdup ("");
  g_autofree char *level = dup_label ("unit_level", status->row->level);

  g_strv_builder_add_many (builder, number, township, village, status->row->mentee, status->row->mentor, level,
                           NULL);
}

static void
add_month_row (TyPairingLedger *self,
               TyPairingStatus *status)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *due = g_strdup_printf ("%u", status->talks.due);
  g_autofree char *done = g_strdup_printf ("%u", status->talks.done);
  g_autofree char *missing = g_strdup_printf ("%u", get_missing (status));
  g_autofree char *days = dup_days (self, status);
  g_autofree char *goals = g_strdup_printf ("%u/%u", status->n_reached, status->n_goals);

  begin_row (self, builder, status);
  g_strv_builder_add_many (builder, due, done, missing, days, goals, NULL);
  g_ptr_array_add (self->rows, g_strv_builder_end (builder));
}

static void
add_ledger_row (TyPairingLedger *self,
                TyPairingStatus *status)
{
  TyRecord *pairing = status->row->pairing;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *from = dup_date (ty_record_get_date (pairing, TY_PAIRING_FROM_DATE));
  g_autofree char *until = dup_date (ty_record_get_date (pairing, TY_PAIRING_UNTIL_DATE));
  g_autofree char *state = dup_label ("pairing_state", ty_record_get_text (pairing, TY_PAIRING_STATE));
  g_autofree char *talks = g_strdup_printf ("%u", status->row->talks->len);
  g_autofree char *goals = g_strdup_printf ("%u/%u", status->n_reached, status->n_goals);
  g_autofree char *result = dup_label ("pairing_result", ty_record_get_text (pairing, TY_PAIRING_RESULT));

  begin_row (self, builder, status);
  g_strv_builder_add_many (builder, status->row->programme, from, until, state, talks, goals, result, NULL);
  g_ptr_array_add (self->rows, g_strv_builder_end (builder));
}

/* The sums of a township, and of all below. */
static void
add_sum (TyPairingLedger *self,
         const char      *label,
         guint32          township,
         gboolean         all)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint sums[3] = { 0, 0, 0 };
  guint n = 0;
  g_autofree char *pairs = NULL;

  for (guint i = 0; i < self->statuses->len; i++)
    {
      TyPairingStatus *status = g_ptr_array_index (self->statuses, i);

      if (!all && status->township != township)
        continue;
      n++;
      sums[0] += status->talks.due;
      sums[1] += status->talks.done;
      sums[2] += get_missing (status);
    }
  pairs = g_strdup_printf (ngettext ("%u pair", "%u pairs", n), n);
  g_strv_builder_add_many (builder, "", label, "", pairs, "", "", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autofree char *sum = g_strdup_printf ("%u", sums[i]);

      g_strv_builder_add (builder, sum);
    }
  g_strv_builder_add_many (builder, "", "", NULL);
  g_ptr_array_add (self->rows, g_strv_builder_end (builder));
}

static void
add_sums (TyPairingLedger *self)
{
  guint32 last = TY_UNIT_NONE;

  for (guint i = 0; i < self->statuses->len; i++)
    {
      guint32 township = ((TyPairingStatus *) g_ptr_array_index (self->statuses, i))->township;
      g_autofree char *name = dup_unit (self, township);

      if (i > 0 && township == last)
        continue;
      add_sum (self, *name != '\0' ? name : C_("roster", "No township or village"), township, FALSE);
      last = township;
    }
  add_sum (self, _("Total"), TY_UNIT_NONE, TRUE);
}

/* By township and village in the official order, then by mentee. */
static int
compare_statuses (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const TyPairingStatus *first = *(TyPairingStatus *const *) a;
  const TyPairingStatus *second = *(TyPairingStatus *const *) b;
  const guint32 *ranks = ty_unit_tree_get_ranks (data);
  guint32 places[4] = { first->township, second->township, first->unit, second->unit };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    places[i] = places[i] != TY_UNIT_NONE ? ranks[places[i]] : G_MAXUINT32;
  if (places[0] != places[1])
    return places[0] < places[1] ? -1 : 1;
  if (places[2] != places[3])
    return places[2] < places[3] ? -1 : 1;
  return (first->person > second->person) - (first->person < second->person);
}

static void
name (TyPairingLedger *self,
      const char      *programme)
{
  TyDate as_of = ty_view_get_as_of (self->view);
  g_autofree char *day = ty_date_to_record (as_of);
  g_autofree char *month = ty_words_dup_month (as_of);

  self->title = self->kind == TY_PAIRING_LEDGER
                  ? g_strdup_printf (_("Ledger of pairings: %s"), programme)
                  /* Translators: a month, and a programme */
                  : g_strdup_printf (_("Talks in %s: %s"), month, programme);
  /* Translators: on a printed table: the day for which it speaks, such as 2021.12.31 */
  self->line = g_strdup_printf (_("As of %s"), day);
}

/**
 * ty_pairing_ledger_new:
 * @view: the day, and the scope of the mentees
 * @database: a connection of the same state of the file
 * @programme: key of a programme, 0 = all
 * @kind: what is wanted
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the table
 */
TyPairingLedger *
ty_pairing_ledger_new (TyView               *view,
                       TyDatabase           *database,
                       gint64                programme,
                       TyPairingLedgerKind   kind,
                       GError              **error)
{
  g_autoptr(GPtrArray) all = ty_pairing_status_list (view, database, kind == TY_PAIRING_LEDGER, error);
  TyPairingLedger *self;
  const char *label = NULL;

  if (all == NULL)
    return NULL;

  self = g_new0 (TyPairingLedger, 1);
  self->kind = kind;
  self->view = ty_view_ref (view);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = all->len; i > 0; i--)
    {
      TyPairingStatus *status = g_ptr_array_index (all, i - 1);

      if ((programme != 0 && ty_record_get_integer (status->row->pairing, TY_PAIRING_PROGRAMME) != programme)
          || (kind == TY_PAIRING_MONTH && !status->meets))
        g_ptr_array_remove_index (all, i - 1);
    }
  self->statuses = g_steal_pointer (&all);
  g_ptr_array_sort_with_data (self->statuses, compare_statuses, ty_view_get_tree (view));
  add_columns (self);
  for (guint i = 0; i < self->statuses->len; i++)
    {
      TyPairingStatus *status = g_ptr_array_index (self->statuses, i);

      label = status->row->programme;
      if (kind == TY_PAIRING_MONTH)
        add_month_row (self, status);
      else
        add_ledger_row (self, status);
    }
  if (kind == TY_PAIRING_MONTH && self->statuses->len > 0)
    add_sums (self);
  name (self, programme != 0 && label != NULL ? label : _("all programmes"));
  return self;
}

/**
 * ty_pairing_ledger_free:
 * @self: (transfer full): a table
 */
void
ty_pairing_ledger_free (TyPairingLedger *self)
{
  g_clear_pointer (&self->view, ty_view_unref);
  g_clear_pointer (&self->statuses, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->title);
  g_free (self->line);
  g_free (self);
}

/**
 * ty_pairing_ledger_get_n_rows:
 * @self: a table
 *
 * Returns: how many pairings it has
 */
guint
ty_pairing_ledger_get_n_rows (TyPairingLedger *self)
{
  return self->statuses->len;
}

/**
 * ty_pairing_ledger_make_sheet:
 * @self: a table
 *
 * Returns: (transfer full): the same for paper
 */
TyTableSheet *
ty_pairing_ledger_make_sheet (TyPairingLedger *self)
{
  g_autofree char *today = ty_date_to_record (ty_date_today ());
  /* Translators: at the foot of a printed page, with a day such as 2021.12.31 */
  g_autofree char *footer = g_strdup_printf (_("Printed on %s"), today);
  TyTableSheet *sheet = ty_table_sheet_new (self->title, self->line, footer, self->columns, self->n_columns);

  ty_table_sheet_set_grid (sheet, NULL, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    ty_table_sheet_add_row (sheet, (const char *const *) g_ptr_array_index (self->rows, i));
  return sheet;
}

static gboolean
write_line (TyPairingLedger  *self,
            TyXlsxWriter     *writer,
            double            height,
            TyXlsxStyle       style,
            const char       *text,
            GError          **error)
{
  ty_xlsx_writer_begin_row (writer, height);
  ty_xlsx_writer_add_text (writer, style, text);
  ty_xlsx_writer_merge (writer, 0, self->n_columns - 1, 1);
  return ty_xlsx_writer_end_row (writer, error);
}

/* Numbers are numbers, so that others can add them up. */
static gboolean
write_row (TyPairingLedger  *self,
           TyXlsxWriter     *writer,
           char            **texts,
           GError          **error)
{
  ty_xlsx_writer_begin_row (writer, ROW_HEIGHT);
  for (guint i = 0; i < self->n_columns; i++)
    {
      gint64 number;

      if (g_ascii_string_to_signed (texts[i], 10, 0, G_MAXINT, &number, NULL))
        ty_xlsx_writer_add_number (writer, TY_XLSX_NUMBER, (double) number);
      else
        ty_xlsx_writer_add_text (writer, self->columns[i].centred ? TY_XLSX_CENTRED : TY_XLSX_TEXT, texts[i]);
    }
  return ty_xlsx_writer_end_row (writer, error);
}

static gboolean
write_workbook (TyPairingLedger  *self,
                int               fd,
                GError          **error)
{
  double widths[MOST_COLUMNS];
  TyXlsxPage page = { .name = self->kind == TY_PAIRING_LEDGER ? _("Ledger") : _("Month"), .widths = widths,
                      .n_columns = self->n_columns, .n_frozen_rows = HEAD_ROWS,
                      .first_repeated = 0, .last_repeated = HEAD_ROWS - 1 };
  g_autoptr(TyXlsxWriter) writer = NULL;

  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = self->columns[i].share + 2;
  writer = ty_xlsx_writer_new (fd, &page, error);
  if (writer == NULL || !write_line (self, writer, TITLE_HEIGHT, TY_XLSX_TITLE, self->title, error)
      || !write_line (self, writer, LINE_HEIGHT, TY_XLSX_LINE, self->line, error))
    return FALSE;

  ty_xlsx_writer_begin_row (writer, LINE_HEIGHT);
  for (guint i = 0; i < self->n_columns; i++)
    ty_xlsx_writer_add_text (writer, TY_XLSX_HEADING, self->columns[i].heading);
  if (!ty_xlsx_writer_end_row (writer, error))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (!write_row (self, writer, g_ptr_array_index (self->rows, i), error))
      return FALSE;

  return ty_xlsx_writer_finish (writer, error);
}

/**
 * ty_pairing_ledger_draw:
 * @self: a table
 * @path: where to, ending with .xlsx or .pdf
 * @error: a `G_IO_ERROR`
 *
 * Writes the table beside its place.
 *
 * Returns: (transfer full) (nullable): the whole file, which gets its name by ty_out_file_commit()
 */
TyOutFile *
ty_pairing_ledger_draw (TyPairingLedger  *self,
                        const char       *path,
                        GError          **error)
{
  g_autoptr(TyOutFile) file = NULL;
  g_autoptr(TyTableSheet) sheet = NULL;
  gboolean written;

  if (!g_str_has_suffix (path, ".xlsx") && !g_str_has_suffix (path, ".pdf"))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("“%s” does not end with .xlsx or .pdf. Choose another name."), path);
      return NULL;
    }
  file = ty_out_file_new (path, error);
  if (file == NULL)
    return NULL;

  if (g_str_has_suffix (path, ".pdf"))
    {
      sheet = ty_pairing_ledger_make_sheet (self);
      written = ty_sheet_pdf_write (sheet, ty_out_file_get_fd (file), NULL, NULL, NULL, error);
    }
  else
    written = write_workbook (self, ty_out_file_get_fd (file), error);
  return written && ty_out_file_seal (file, error) ? g_steal_pointer (&file) : NULL;
}

/**
 * ty_pairing_ledger_note:
 * @store: the store that writes
 * @path: where the table goes
 * @user: who exports
 * @error: a `TY_STORE_ERROR`
 *
 * Notes in the history that a table of pairings leaves the file.
 *
 * Returns: whether it is noted
 */
gboolean
ty_pairing_ledger_note (TyStore     *store,
                        const char  *path,
                        const char  *user,
                        GError     **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *file = g_filename_display_name (base);
  g_autofree char *detail = ty_action_detail_new ("what", "pairings", "file", file, NULL);

  return ty_store_add_event (store, user, "exported", detail, error);
}
