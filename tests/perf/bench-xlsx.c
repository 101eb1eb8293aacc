/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "bench-xlsx"

#include "config.h"

#include "ty-out-file.h"
#include "ty-xlsx-writer.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>

/* Writes a sheet of 100,000 rows and 30 columns, with names, ID numbers and posts that differ from
 * row to row, and prints the time, the most memory and the size. */

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

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("touyan-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.xlsx", NULL);
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyOutFile) file = ty_out_file_new (path, &error);
  double widths[N_COLUMNS] = { 0 };
  const TyXlsxPage page = { .name = "bench", .widths = widths, .n_columns = N_COLUMNS };
  g_autoptr(TyXlsxWriter) writer = ty_xlsx_writer_new (ty_out_file_get_fd (file), &page, &error);
  g_autoptr(GTimer) timer = g_timer_new ();
  gboolean done = TRUE;
  struct rusage usage;
  GStatBuf info;

  for (guint row = 0; done && row < N_ROWS; row++)
    {
      add_row (writer, row, rand);
      done = ty_xlsx_writer_end_row (writer, &error);
    }
  if (!done || !ty_xlsx_writer_finish (writer, &error) || !ty_out_file_commit (file, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  getrusage (RUSAGE_SELF, &usage);
  g_stat (path, &info);
  g_print ("%u rows of %u columns: %.2f s (%.2f s of the processor), at most %.1f MB, file %.1f MB\n",
           N_ROWS, N_COLUMNS, g_timer_elapsed (timer, NULL),
           (double) usage.ru_utime.tv_sec + (double) usage.ru_utime.tv_usec / 1e6,
           (double) usage.ru_maxrss / 1024, (double) info.st_size / 1e6);
  g_remove (path);
  g_rmdir (folder);
  return EXIT_SUCCESS;
}
