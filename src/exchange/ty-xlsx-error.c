/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xlsx-error"

#include "config.h"

#include "ty-xlsx-error.h"

#include "ty-cell-range.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (ty-xlsx-error-quark, ty_xlsx_error)

/**
 * ty_xlsx_error_set:
 * @error: (out) (optional): where the error goes
 * @code: the reason
 * @message: a whole translated sentence
 *
 * Sets an error of this domain.
 */
void
ty_xlsx_error_set (GError      **error,
                   TyXlsxError   code,
                   const char   *message)
{
  g_set_error_literal (error, TY_XLSX_ERROR, (int) code, message);
}

/**
 * ty_xlsx_error_damaged:
 * @error: (out) (optional): where the error goes
 *
 * Sets %TY_XLSX_ERROR_TRUNCATED for bytes that make no sense.
 */
void
ty_xlsx_error_damaged (GError **error)
{
  ty_xlsx_error_set (error, TY_XLSX_ERROR_TRUNCATED,
                     _("The file is cut off or damaged. Copy it again from where it came from, or "
                       "open it in WPS or Excel and save it again."));
}

/**
 * ty_xlsx_error_unpacks:
 * @error: (out) (optional): where the error goes
 *
 * Sets %TY_XLSX_ERROR_TOO_LARGE for a file that grows beyond all measure.
 */
void
ty_xlsx_error_unpacks (GError **error)
{
  ty_xlsx_error_set (error, TY_XLSX_ERROR_TOO_LARGE,
                     _("The file holds far more than a roster can have, and reading it was "
                       "stopped. Copy the roster alone into a new workbook and save that."));
}

/**
 * ty_xlsx_error_beyond:
 * @error: (out) (optional): where the error goes
 *
 * Sets %TY_XLSX_ERROR_TOO_LARGE for a row or a column that no sheet has.
 */
void
ty_xlsx_error_beyond (GError **error)
{
  ty_xlsx_error_set (error, TY_XLSX_ERROR_TOO_LARGE,
                     _("The file names a cell beyond the last row or column that a sheet can have. "
                       "Copy the roster alone into a new workbook and save that."));
}

/**
 * ty_xlsx_error_hostile:
 * @error: (out) (optional): where the error goes
 *
 * Sets %TY_XLSX_ERROR_HOSTILE.
 */
void
ty_xlsx_error_hostile (GError **error)
{
  ty_xlsx_error_set (error, TY_XLSX_ERROR_HOSTILE,
                     _("The file holds declarations that no workbook needs, and was not read: it "
                       "may be meant to do harm. Ask where the file comes from."));
}

/**
 * ty_xlsx_error_propagate:
 * @error: (out) (optional): where the error goes
 * @io_error: (transfer full): an error of GIO
 *
 * Hands on a cancellation as it is and everything else as %TY_XLSX_ERROR_IO.
 */
void
ty_xlsx_error_propagate (GError **error,
                         GError  *io_error)
{
  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || io_error->domain == TY_XLSX_ERROR)
    {
      g_propagate_error (error, io_error);
      return;
    }

  g_set_error (error, TY_XLSX_ERROR, TY_XLSX_ERROR_IO, _("The file cannot be read: %s"),
               io_error->message);
  g_error_free (io_error);
}

/**
 * ty_xlsx_error_add_place:
 * @error: (inout) (optional): an error, or none
 * @sheet: the name of the sheet
 * @row: the row, from 1, or 0 where there is none
 * @column: the column, from 0, or -1 where there is none
 *
 * Puts the place before the message of an error of this domain.
 */
void
ty_xlsx_error_add_place (GError      **error,
                         const char   *sheet,
                         guint         row,
                         int           column)
{
  g_autofree char *message = NULL;

  if (error == NULL || *error == NULL || (*error)->domain != TY_XLSX_ERROR)
    return;

  message = g_steal_pointer (&(*error)->message);
  if (row == 0)
    {
      /* TRANSLATORS: the name of a sheet, and a whole sentence that says what is wrong there */
      (*error)->message = g_strdup_printf (_("Sheet “%s”: %s"), sheet, message);
    }
  else if (column < 0)
    {
      /* TRANSLATORS: a sheet, the number of a row, and a whole sentence */
      (*error)->message = g_strdup_printf (_("Sheet “%s”, row %u: %s"), sheet, row, message);
    }
  else
    {
      g_autofree char *place = ty_cell_place_to_string (row, (guint) column);

      /* TRANSLATORS: a sheet, a cell such as B12, and a whole sentence */
      (*error)->message = g_strdup_printf (_("Sheet “%s”, cell %s: %s"), sheet, place, message);
    }
}
