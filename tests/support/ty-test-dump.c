/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-test-dump"

#include "config.h"

#include "ty-test-dump.h"

#include <glib/gstdio.h>
#include <string.h>

static char *folder;

/**
 * ty_test_folder:
 *
 * Returns: (transfer none): a folder of this run, made when it is first asked for
 */
const char *
ty_test_folder (void)
{
  if (folder == NULL)
    folder = g_dir_make_tmp ("touyan-test-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return folder;
}

/**
 * ty_test_remove_folder:
 *
 * Removes the folder of this run with the files in it.
 */
void
ty_test_remove_folder (void)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  if (folder == NULL)
    return;

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

/**
 * ty_test_dump_row:
 * @row: the row
 * @cells: its cells
 * @n_cells: how many
 * @data: a GString
 * @error: not used
 *
 * Writes a row as `3:0t=text|2n=1978.1`: the row, and of each cell its column, the letter of its
 * kind and what a person reads.
 *
 * Returns: %TRUE
 */
gboolean
ty_test_dump_row (guint         row,
                  const TyCell *cells,
                  guint         n_cells,
                  gpointer      data,
                  GError      **error)
{
  static const char marks[] = { ' ', 't', 'n', 'd', 'b', 'e' };
  GString *dump = data;

  g_string_append_printf (dump, "%s%u:", dump->len > 0 ? " / " : "", row);
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *text = ty_cell_dup_text (&cells[i]);

      g_assert_true (i == 0 || cells[i].column > cells[i - 1].column);
      g_assert_true (g_utf8_validate (cells[i].text, -1, NULL));
      g_string_append_printf (dump, "%s%u%c=%s", i > 0 ? "|" : "", cells[i].column,
                              marks[cells[i].kind], text);
    }
  return TRUE;
}

/**
 * ty_test_dump_bytes:
 * @bytes: a file
 * @sheet: the number of a sheet
 * @error: what the reader says
 *
 * Returns: (transfer full) (nullable): the rows of ty_test_dump_row() with ` / ` between them
 */
char *
ty_test_dump_bytes (GBytes   *bytes,
                    guint     sheet,
                    GError  **error)
{
  g_autofree char *path = g_build_filename (ty_test_folder (), "case.xlsx", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(TyXlsxReader) reader = NULL;
  g_autoptr(GString) dump = g_string_new (NULL);
  g_autoptr(GArray) merges = NULL;

  /* Without waiting for the disk, since thousands of files are written; this way of writing does
   * not shorten a file that is there. */
  g_unlink (path);
  g_assert_true (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                           (gssize) g_bytes_get_size (bytes),
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  reader = ty_xlsx_reader_new (file, error);
  if (reader == NULL)
    return NULL;
  g_assert_cmpuint (sheet, <, ty_xlsx_reader_get_n_sheets (reader));
  if (!ty_xlsx_reader_read_sheet (reader, sheet, ty_test_dump_row, dump, NULL, error))
    return NULL;
  merges = ty_xlsx_reader_scan_merges (reader, sheet, NULL, error);
  if (merges == NULL)
    return NULL;

  return g_strdup (dump->str);
}

/**
 * ty_test_assert_dump:
 * @xlsx: a workbook
 * @sheet: the number of a sheet
 * @expected: its rows as ty_test_dump_bytes() gives them
 */
void
ty_test_assert_dump (TyTestXlsx *xlsx,
                     guint       sheet,
                     const char *expected)
{
  g_autoptr(GBytes) bytes = ty_test_xlsx_to_bytes (xlsx);
  g_autoptr(GError) error = NULL;
  g_autofree char *dump = ty_test_dump_bytes (bytes, sheet, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, expected);
}

/**
 * ty_test_assert_fails_bytes:
 * @bytes: a file
 * @code: the error that reading it gives
 * @part_of_message: what stands in the message
 */
void
ty_test_assert_fails_bytes (GBytes      *bytes,
                            TyXlsxError  code,
                            const char  *part_of_message)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *dump = ty_test_dump_bytes (bytes, 0, &error);

  g_assert_null (dump);
  g_assert_error (error, TY_XLSX_ERROR, (int) code);
  if (strstr (error->message, part_of_message) == NULL)
    g_error ("“%s” is not in “%s”", part_of_message, error->message);
}

/**
 * ty_test_assert_fails:
 * @xlsx: a workbook
 * @code: the error that reading it gives
 * @part_of_message: what stands in the message
 */
void
ty_test_assert_fails (TyTestXlsx  *xlsx,
                      TyXlsxError  code,
                      const char  *part_of_message)
{
  g_autoptr(GBytes) bytes = ty_test_xlsx_to_bytes (xlsx);

  ty_test_assert_fails_bytes (bytes, code, part_of_message);
}

/**
 * ty_test_assert_sheet:
 * @xml: the part of the first sheet
 * @expected: its rows as ty_test_dump_bytes() gives them
 */
void
ty_test_assert_sheet (const char *xml,
                      const char *expected)
{
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();

  ty_test_xlsx_set_part (xlsx, TY_TEST_SHEET_PART, xml);
  ty_test_assert_dump (xlsx, 0, expected);
}

/**
 * ty_test_assert_sheet_fails:
 * @xml: the part of the first sheet
 * @code: the error that reading it gives
 * @part_of_message: what stands in the message
 */
void
ty_test_assert_sheet_fails (const char  *xml,
                            TyXlsxError  code,
                            const char  *part_of_message)
{
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();

  ty_test_xlsx_set_part (xlsx, TY_TEST_SHEET_PART, xml);
  ty_test_assert_fails (xlsx, code, part_of_message);
}
