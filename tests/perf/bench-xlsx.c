/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "bench-xlsx"

#include "config.h"

#include "ty-out-file.h"
#include "ty-table-source.h"
#include "ty-xlsx-writer.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>

/* usage: bench-xlsx write PATH, or bench-xlsx read PATH
 *
 * Writes a sheet of 100,000 rows and 30 columns, with names, ID numbers and posts that differ from
 * row to row, or reads it and whatever other programs made of it; prints the time, the most memory and
 * the size. */

#define N_ROWS 100000u
#define N_COLUMNS 30u

static void
add_row (TyXlsxWriter *writer,
         guint         row,
         GRand        *rand)
{
  ty_xlsx_writer_begin_row (writer, 0);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      guint number = g_rand_int (rand);
      char text[96];

      if (i % 6 == 0)
        ty_xlsx_writer_add_number (writer, TY_XLSX_NUMBER, number % 70);
      else if (i % 6 == 1)
        g_snprintf (text, sizeof text, "9901%08u%06u", number % 100000000, row);
      else if (i % 6 == 2)
        g_snprintf (text, sizeof text, "%u.%02u", 1950 + number % 60, 1 + number % 12);
      else if (i % 6 == 3)
        g_snprintf (text, sizeof text, "党总支书记、村委会主任%u", number % 50);
      else if (i % 6 == 4)
        g_snprintf (text, sizeof text, "第%u镇第%u村", number % 30, number % 900);
      else
        g_snprintf (text, sizeof text, "女");
      if (i % 6 != 0)
        ty_xlsx_writer_add_text (writer, TY_XLSX_TEXT, text);
    }
}

static gboolean
write_rows (const char  *path,
            GError     **error)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autoptr(TyOutFile) file = ty_out_file_new (path, error);
  double widths[N_COLUMNS] = { 0 };
  const TyXlsxPage page = { .name = "bench", .widths = widths, .n_columns = N_COLUMNS };
  g_autoptr(TyXlsxWriter) writer = NULL;

  if (file == NULL)
    return FALSE;
  writer = ty_xlsx_writer_new (ty_out_file_get_fd (file), &page, error);
  if (writer == NULL)
    return FALSE;

  for (guint row = 0; row < N_ROWS; row++)
    {
      add_row (writer, row, rand);
      if (!ty_xlsx_writer_end_row (writer, error))
        return FALSE;
    }
  return ty_xlsx_writer_finish (writer, error) && ty_out_file_commit (file, error);
}

static gboolean
count_cells (guint          row,
             const TyCell  *cells,
             guint          n_cells,
             gpointer       data,
             GError       **error)
{
  *(guint *) data += n_cells;
  return TRUE;
}

static gboolean
read_rows (const char  *path,
           GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(TyTableSource) source = ty_table_source_open (file, error);
  guint n = 0;

  if (source == NULL || !ty_table_source_read_sheet (source, 0, count_cells, &n, NULL, error))
    return FALSE;

  g_assert_cmpuint (n, ==, N_ROWS * N_COLUMNS);
  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  const char *path = argc == 3 ? argv[2] : "";
  gboolean reads = argc == 3 && g_str_equal (argv[1], "read");
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimer) timer = g_timer_new ();
  struct rusage usage;
  GStatBuf info;

  if (argc != 3)
    return 2;
  if (reads ? !read_rows (path, &error) : !write_rows (path, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  getrusage (RUSAGE_SELF, &usage);
  g_stat (path, &info);
  g_print ("%.2f s, at most %.1f MB, file %.1f MB\n", g_timer_elapsed (timer, NULL),
           (double) usage.ru_maxrss / 1024, (double) info.st_size / 1e6);
  return EXIT_SUCCESS;
}
