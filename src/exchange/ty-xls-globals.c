/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xls-globals"

#include "config.h"

#include "ty-xls-globals.h"

#include "ty-xls-record.h"
#include "ty-xlsx-error.h"
#include "ty-xlsx-strings.h"

#include <glib/gi18n-lib.h>

#define VERSION_97 0x0600
#define MAX_SHEETS 4096

static void
sheet_clear (gpointer data)
{
  g_free (((TyXlsSheetInfo *) data)->name);
}

void
ty_xls_globals_free (TyXlsGlobals *self)
{
  g_array_unref (self->sheets);
  g_ptr_array_unref (self->strings);
  ty_xlsx_styles_free (self->styles);
  g_free (self);
}

static gboolean
check_begin (TyXlsRecord  *record,
             GError      **error)
{
  if (!ty_xls_record_step (record) || (record->type & 0xFF) != (TY_XLS_BEGIN & 0xFF))
    {
      ty_xlsx_error_damaged (error);
      return FALSE;
    }
  if (record->type == TY_XLS_BEGIN && ty_xls_record_take_16 (record) == VERSION_97)
    return TRUE;

  ty_xlsx_error_set (error, TY_XLSX_ERROR_OLD_XLS,
                     _("This is an old .xls workbook. Open it in WPS or Excel and save it as an "
                       ".xlsx workbook."));
  return FALSE;
}

/* Where the sheet begins, whether its tab is hidden, what kind of sheet it is, its name. */
static void
add_sheet (TyXlsGlobals *self,
           TyXlsRecord  *record)
{
  TyXlsSheetInfo sheet = { .offset = ty_xls_record_take_32 (record) };
  g_autoptr(GString) name = g_string_new (NULL);
  guint type;

  sheet.shown = (ty_xls_record_take_8 (record) & 3) == 0;
  type = ty_xls_record_take_8 (record);
  ty_xls_record_take_text (record, ty_xls_record_take_8 (record), name);
  if (record->failed || type != 0 || self->sheets->len >= MAX_SHEETS)
    return;

  sheet.name = g_strdup (name->str);
  g_array_append_val (self->sheets, sheet);
}

static void
add_format (TyXlsGlobals *self,
            TyXlsRecord  *record)
{
  guint format = ty_xls_record_take_16 (record);
  g_autoptr(GString) code = g_string_new (NULL);

  ty_xls_record_take_text (record, ty_xls_record_take_16 (record), code);
  if (!record->failed)
    ty_xlsx_styles_add_code (self->styles, format, code->str);
}

static gboolean
read_strings (TyXlsGlobals  *self,
              TyXlsRecord   *record,
              GError       **error)
{
  guint32 n;
  gsize bytes = 0;

  ty_xls_record_skip (record, 4);
  n = ty_xls_record_take_32 (record);
  for (guint32 i = 0; i < n && !record->failed; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      ty_xls_record_take_text (record, ty_xls_record_take_16 (record), text);
      bytes += text->len;
      if (self->strings->len >= TY_XLSX_MAX_STRINGS || bytes > TY_XLSX_MAX_STRING_BYTES)
        {
          ty_xlsx_error_unpacks (error);
          return FALSE;
        }
      g_ptr_array_add (self->strings, g_strdup (text->str));
    }
  if (record->failed)
    ty_xlsx_error_damaged (error);
  return !record->failed;
}

static gboolean
take_record (TyXlsGlobals  *self,
             TyXlsRecord   *record,
             GError       **error)
{
  switch (record->type)
    {
    case TY_XLS_PROTECTED:
      ty_xlsx_error_set (error, TY_XLSX_ERROR_ENCRYPTED,
                         _("The file is encrypted. Open it in WPS or Excel, remove the password and "
                           "save it again."));
      return FALSE;
    case TY_XLS_DATE_MODE:
      self->since_1904 = ty_xls_record_take_16 (record) == 1;
      return TRUE;
    case TY_XLS_FORMAT:
      add_format (self, record);
      return TRUE;
    case TY_XLS_CELL_STYLE:
      ty_xls_record_skip (record, 2);
      if (ty_xlsx_styles_add_style (self->styles, ty_xls_record_take_16 (record)))
        return TRUE;
      ty_xlsx_error_unpacks (error);
      return FALSE;
    case TY_XLS_SHEET:
      add_sheet (self, record);
      return TRUE;
    case TY_XLS_STRINGS:
      return read_strings (self, record, error);
    default:
      return TRUE;
    }
}

/**
 * ty_xls_globals_new:
 * @stream: the stream `Workbook` of a file
 * @error: a `TY_XLSX_ERROR`
 *
 * Returns: (transfer full) (nullable): what the workbook says for all sheets
 */
TyXlsGlobals *
ty_xls_globals_new (GBytes  *stream,
                    GError **error)
{
  g_autoptr(TyXlsGlobals) self = g_new0 (TyXlsGlobals, 1);
  TyXlsRecord record;

  self->sheets = g_array_new (FALSE, FALSE, sizeof (TyXlsSheetInfo));
  g_array_set_clear_func (self->sheets, sheet_clear);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->styles = ty_xlsx_styles_new ();
  ty_xls_record_init (&record, stream, 0);
  if (!check_begin (&record, error))
    return NULL;

  while (ty_xls_record_step (&record))
    {
      if (record.type == TY_XLS_EOF)
        break;
      if (!take_record (self, &record, error))
        return NULL;
    }
  if (record.type != TY_XLS_EOF)
    {
      ty_xlsx_error_damaged (error);
      return NULL;
    }
  if (self->sheets->len == 0)
    {
      ty_xlsx_error_set (error, TY_XLSX_ERROR_EMPTY,
                         _("The workbook has no sheet with cells. Choose another workbook."));
      return NULL;
    }
  return g_steal_pointer (&self);
}
