/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-board-export"

#include "config.h"

#include "ty-board-export.h"

#include "ty-action-log.h"
#include "ty-board-set.h"
#include "ty-board-sheet.h"
#include "ty-board-workbook.h"
#include "ty-out-file.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define PICTURE_WIDTH 1100.0 /* points of a picture that has no pages */
#define PIXELS 1920

/**
 * TyBoardExport:
 *
 * A dashboard, or one card of it, that was written beside its place. It comes there when the export is noted.
 */
struct _TyBoardExport
{
  TyOutFile *file;     /* (owned) */
  TyBoardSet *set;     /* (owned) (nullable): of several dashboards */
  TyBoardSheet *sheet; /* (owned): of one; (unowned) of a set: the last, (nullable) before the first */
  GPtrArray *charts;   /* (owned) (element-type TyChart) */
  TyBoardFormat format;
  gboolean a4;
  guint pixels;
  char *title;  /* (owned) */
  char *line;   /* (owned) */
  char *detail; /* (owned) */
};

/**
 * ty_board_format_parse:
 * @word: (nullable): how the name of a file ends: pdf, svg, png or xlsx
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
ty_board_format_parse (const char    *word,
                       TyBoardFormat *format)
{
  static const char *const words[] = { "pdf", "svg", "png", "xlsx" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (word != NULL && g_ascii_strcasecmp (words[i], word) == 0)
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value != NULL ? value : "");
}

static char *
make_detail (const TyBoardExportSpec *spec)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *name = g_path_get_basename (spec->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *as_of = ty_date_to_iso (spec->as_of);

  json_builder_begin_object (builder);
  add_member (builder, "what", "dashboard");
  add_member (builder, "dashboard", spec->word);
  add_member (builder, "unit", spec->unit_name);
  add_member (builder, "as_of", as_of);
  add_member (builder, "file", shown);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/**
 * ty_board_export_new:
 * @spec: what is exported
 * @error: a `G_IO_ERROR`
 *
 * Returns: (transfer full) (nullable): an export without cards
 */
TyBoardExport *
ty_board_export_new (const TyBoardExportSpec  *spec,
                     GError                  **error)
{
  g_autoptr(TyBoardExport) self = g_new0 (TyBoardExport, 1);
  g_autofree char *day = ty_date_to_record (spec->as_of);

  if (spec->set && spec->format != TY_BOARD_PDF)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("Several dashboards are written as pages only. Choose a name that ends in .pdf, or "
                             "one dashboard."));
      return NULL;
    }
  self->file = ty_out_file_new (spec->path, error);
  if (self->file == NULL)
    return NULL;

  self->format = spec->format;
  self->a4 = spec->a4;
  self->pixels = spec->pixels > 0 ? spec->pixels : PIXELS;
  self->title = g_strdup (spec->title);
  /* Translators: whose numbers they are, and the cut-off date */
  self->line = g_strdup_printf (_("%s, as of %s"), spec->unit_name != NULL ? spec->unit_name : "", day);
  self->detail = make_detail (spec);
  self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_chart_unref);
  if (spec->set)
    self->set = ty_board_set_new (self->title, self->line);
  else
    self->sheet = ty_board_sheet_new (self->title, self->line, self->line);
  return g_steal_pointer (&self);
}

void
ty_board_export_free (TyBoardExport *self)
{
  g_clear_pointer (&self->file, ty_out_file_free);
  if (self->set == NULL)
    g_clear_pointer (&self->sheet, ty_board_sheet_free);
  g_clear_pointer (&self->set, ty_board_set_free);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  g_free (self->title);
  g_free (self->line);
  g_free (self->detail);
  g_free (self);
}

/**
 * ty_board_export_begin:
 * @self: an export of a set that is not written
 * @title: the title of a dashboard
 *
 * Begins another dashboard: the cards that follow are those of it.
 */
void
ty_board_export_begin (TyBoardExport *self,
                       const char    *title)
{
  g_return_if_fail (self->set != NULL);

  self->sheet = ty_board_set_add (self->set, title);
}

/**
 * ty_board_export_add:
 * @self: an export that is not written
 * @chart: what a card shows
 * @columns: its width in the grid of the dashboard
 * @rows: its height
 */
void
ty_board_export_add (TyBoardExport *self,
                     TyChart       *chart,
                     guint          columns,
                     guint          rows)
{
  g_return_if_fail (self->sheet != NULL);

  g_ptr_array_add (self->charts, ty_chart_ref (chart));
  ty_board_sheet_add (self->sheet, chart, columns, rows);
}

/* One card alone fills the page. */
static void
lay_out (TyBoardExport *self)
{
  if (self->set != NULL)
    ty_board_set_lay_out (self->set, self->a4 ? TY_BOARD_A4_WIDTH : TY_BOARD_WIDE_WIDTH,
                          self->a4 ? TY_BOARD_A4_HEIGHT : TY_BOARD_WIDE_HEIGHT);
  else if (self->format == TY_BOARD_PDF && self->a4)
    ty_board_sheet_lay_out (self->sheet, TY_BOARD_A4_WIDTH, TY_BOARD_A4_HEIGHT);
  else if (self->format == TY_BOARD_PDF)
    ty_board_sheet_lay_out (self->sheet, TY_BOARD_WIDE_WIDTH, TY_BOARD_WIDE_HEIGHT);
  else
    ty_board_sheet_lay_out (self->sheet, PICTURE_WIDTH, 0);
}

static gboolean
write_all (TyBoardExport  *self,
           GError        **error)
{
  int fd = ty_out_file_get_fd (self->file);

  if (self->format == TY_BOARD_XLSX)
    return ty_board_workbook_write (fd, self->title, self->line, self->charts, error);

  lay_out (self);
  if (self->set != NULL)
    return ty_board_set_write_pdf (self->set, fd, error);

  switch (self->format)
    {
    case TY_BOARD_SVG:
      return ty_board_sheet_write_svg (self->sheet, fd, error);
    case TY_BOARD_PNG:
      return ty_board_sheet_write_png (self->sheet, fd, self->pixels, error);
    case TY_BOARD_PDF:
    case TY_BOARD_XLSX:
    default:
      return ty_board_sheet_write_pdf (self->sheet, fd, error);
    }
}

/**
 * ty_board_export_write:
 * @self: an export with all its cards
 * @error: a `G_IO_ERROR`
 *
 * Writes it beside its place; takes as long as drawing does. ty_board_export_commit() follows.
 *
 * Returns: whether all of it is written
 */
gboolean
ty_board_export_write (TyBoardExport  *self,
                       GError        **error)
{
  return write_all (self, error) && ty_out_file_seal (self->file, error);
}

/**
 * ty_board_export_commit:
 * @self: an export that is written
 * @store: (nullable): the store that writes; numbers may leave a file that is only read without a note
 * @user: (nullable): who exports
 * @error: a `TY_STORE_ERROR`, or a `G_IO_ERROR`
 *
 * Notes the export in the history, and puts the file into its place.
 *
 * Returns: whether the file is there; what was there before is still there otherwise
 */
gboolean
ty_board_export_commit (TyBoardExport  *self,
                        TyStore        *store,
                        const char     *user,
                        GError        **error)
{
  if (store != NULL && !ty_store_is_read_only (store)
      && !ty_store_add_event (store, user, "exported", self->detail, error))
    return FALSE;

  return ty_out_file_commit (self->file, error);
}

/**
 * ty_board_export_get_n_pages:
 * @self: an export that is written
 *
 * Returns: how many pages it has; 1 for a picture or a workbook
 */
guint
ty_board_export_get_n_pages (TyBoardExport *self)
{
  if (self->set != NULL)
    return ty_board_set_get_n_pages (self->set);

  return self->format == TY_BOARD_PDF ? ty_board_sheet_get_n_pages (self->sheet) : 1;
}
