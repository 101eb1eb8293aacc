/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-export"

#include "config.h"

#include "ty-roster-export.h"

#include "ty-action-log.h"
#include "ty-columns.h"
#include "ty-out-file.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define ROWS_AT_ONCE 256

/**
 * TyRosterExport:
 *
 * A roster that was written beside its place. It comes there when the export is noted in the history, so
 * that no roster is outside without a note. What is to be printed waits for its note, too.
 */
struct _TyRosterExport
{
  TyOutFile *file; /* (owned) (nullable) for a printer */
  TyTableSheet *sheet; /* (owned) (nullable): for a printer */
  char *detail;    /* (owned): of the note, JSON */
  guint n_people;
  guint n_cut;
  gboolean sensitive;
  gboolean noted;
};

typedef struct
{
  TyOrder *order;            /* (unowned) */
  const TyRosterExportSpec *spec;
  GArray *rows;              /* (owned) (element-type guint32) */
  TyBitmap *dual;            /* (owned) */
  TyBitmap *cross;           /* (owned) */
  TyRosterSheet *sheet;      /* (owned) */
  TyRosterWriter *writer;    /* (owned) (nullable) */
  char *group;               /* (owned) (nullable): of the last row */
  TyRosterProgressFunc progress;
  gpointer data;
  GCancellable *cancellable; /* (unowned) (nullable) */
} Run;

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->rows, g_array_unref);
  g_clear_pointer (&run->dual, ty_bitmap_free);
  g_clear_pointer (&run->cross, ty_bitmap_free);
  g_clear_pointer (&run->writer, ty_roster_writer_free);
  g_clear_pointer (&run->sheet, ty_roster_sheet_free);
  g_clear_pointer (&run->group, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* The people of a group must stand together, whatever the order within it. */
static GArray *
sort_rows (TyOrder                   *order,
           const TyBitmap            *rows,
           const TyRosterExportSpec  *spec)
{
  g_autofree TySortKey *keys = g_new0 (TySortKey, spec->n_keys + 1);
  guint n = 0;

  if (spec->layout->groups != TY_ROSTER_GROUPS_NONE)
    keys[n++] = (TySortKey){ TY_SORT_UNIT, FALSE };
  for (guint i = 0; i < spec->n_keys; i++)
    keys[n++] = spec->keys[i];
  return ty_order_sort_list (order, rows,
                             spec->population != NULL ? ty_population_get_list (spec->population) : 0,
                             keys, n);
}

static TyBitmap *
mark_condition (TyOrder     *order,
                TyViews     *views,
                TyCondition  condition)
{
  g_autoptr(TyPopulation) population = ty_population_new_simple (TY_WHO_IN_OFFICE, condition);

  return ty_population_mark (population, ty_order_get_view (order), views);
}

static void
begin_run (Run            *run,
           TyDatabase     *database,
           TyViews        *views,
           const TyBitmap *rows)
{
  run->rows = sort_rows (run->order, rows, run->spec);
  run->dual = mark_condition (run->order, views, TY_CONDITION_DUAL_ROLE);
  run->cross = mark_condition (run->order, views, TY_CONDITION_CROSS);
  run->sheet = ty_roster_sheet_new (database, run->spec->layout,
                                    ty_view_get_as_of (ty_order_get_view (run->order)));
}

/* The heading of the group in which the row stands. */
static char *
dup_group (const Run *run)
{
  const char *township = ty_roster_sheet_get_text (run->sheet, TY_ROSTER_FIELD_TOWNSHIP);
  const char *village = ty_roster_sheet_get_text (run->sheet, TY_ROSTER_FIELD_VILLAGE);

  if (run->spec->layout->groups == TY_ROSTER_GROUPS_TOWNSHIP)
    village = NULL;
  if (township == NULL && village == NULL)
    return g_strdup (C_("roster", "No township or village"));
  if (township == NULL || village == NULL)
    return g_strdup (township != NULL ? township : village);

  return g_strconcat (township, "  ", village, NULL);
}

static gboolean
write_group (Run     *run,
             GError **error)
{
  char *group;

  if (run->spec->layout->groups == TY_ROSTER_GROUPS_NONE)
    return TRUE;

  group = dup_group (run);
  if (g_strcmp0 (group, run->group) == 0)
    {
      g_free (group);
      return TRUE;
    }
  g_free (run->group);
  run->group = group;
  return ty_roster_writer_add_group (run->writer, group, error);
}

static gboolean
load_row (Run     *run,
          guint    i,
          GError **error)
{
  guint32 row = g_array_index (run->rows, guint32, i);
  gint64 person = ty_columns_get_person (ty_view_get_columns (ty_order_get_view (run->order)), row);
  const TyRosterFacts facts = { i + 1, ty_bitmap_get (run->dual, row), ty_bitmap_get (run->cross, row) };

  return ty_roster_sheet_load (run->sheet, person, &facts, error);
}

static gboolean
write_row (Run     *run,
           guint    i,
           GError **error)
{
  return load_row (run, i, error)
         && write_group (run, error)
         && ty_roster_writer_add_row (run->writer, run->sheet, error);
}

/* Of a roster with pages the rows are half of the work, and its pages the other. */
static void
tell_page (guint    n_done,
           guint    n_pages,
           gpointer data)
{
  Run *run = data;

  if (run->progress != NULL)
    run->progress (run->rows->len + (guint) ((guint64) run->rows->len * n_done / n_pages),
                   run->rows->len * 2, run->data);
}

static void
tell_row (Run   *run,
          guint  i)
{
  gboolean paper = ty_roster_format_is_paper (run->spec->format);

  if (run->progress != NULL)
    run->progress (i, paper ? run->rows->len * 2 : run->rows->len, run->data);
}

static gboolean
write_rows (Run     *run,
            GError **error)
{
  for (guint i = 0; i < run->rows->len; i++)
    {
      if (i % ROWS_AT_ONCE == 0)
        {
          if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
            return FALSE;
          tell_row (run, i);
        }
      if (!write_row (run, i, error))
        return FALSE;
    }
  return ty_roster_writer_finish (run->writer, tell_page, run, run->cancellable, error);
}

static gboolean
write_file (TyRosterExport  *self,
            Run             *run,
            GError         **error)
{
  const TyRosterExportSpec *spec = run->spec;
  g_autofree char *day = ty_date_to_record (ty_view_get_as_of (ty_order_get_view (run->order)));
  /* Translators: the unit and what its roster is called, together its title */
  g_autofree char *title = g_strdup_printf (C_("roster", "%s: %s"), spec->unit_name,
                                            spec->layout->title);
  g_autofree char *unit = g_strdup_printf (C_("roster", "Unit: %s"), spec->unit_name);
  g_autofree char *date = g_strdup_printf (C_("roster", "As of: %s"), day);
  g_autofree char *filter = spec->filter_text != NULL
                              ? g_strdup_printf (C_("roster", "Only: %s"), spec->filter_text) : NULL;
  const TyRosterHead head = { title, unit, date, filter };

  run->writer = ty_roster_writer_new (self->file != NULL ? ty_out_file_get_fd (self->file) : -1, spec->format,
                                      spec->layout, &head, error);
  if (run->writer == NULL || !write_rows (run, error))
    return FALSE;

  self->n_cut = ty_roster_writer_get_n_cut (run->writer);
  self->sheet = self->file == NULL ? ty_roster_writer_steal_sheet (run->writer) : NULL;
  return self->file == NULL || ty_out_file_seal (self->file, error);
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_fields (JsonBuilder          *builder,
            const char           *name,
            const TyRosterLayout *layout,
            gboolean              only_sensitive)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < layout->columns->len; i++)
    {
      const TyRosterLayoutColumn *column = ty_roster_layout_get (layout, i);
      g_autofree char *word = ty_roster_layout_dup_word (column);

      if (!only_sensitive || ty_roster_layout_get_privacy (column) == TY_PRIVACY_SENSITIVE)
        json_builder_add_string_value (builder, word);
    }
  json_builder_end_array (builder);
}

/* What, which fields, how many; a text that was searched for may be a name or an ID number and is not
 * kept. */
static char *
make_detail (const TyRosterExportSpec *spec,
             TyView                   *view,
             guint                     n_people)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *name = spec->path != NULL ? g_path_get_basename (spec->path) : g_strdup ("");
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *as_of = ty_date_to_iso (ty_view_get_as_of (view));
  g_autofree char *filter = ty_population_to_json (spec->population);

  json_builder_begin_object (builder);
  add_text (builder, "file", shown);
  add_text (builder, "format", ty_roster_format_to_string (spec->format));
  add_text (builder, "layout", spec->layout->id);
  add_text (builder, "as_of", as_of);
  add_text (builder, "unit", spec->unit_name);
  json_builder_set_member_name (builder, "scope");
  json_builder_add_int_value (builder, ty_view_get_scope (view));
  json_builder_set_member_name (builder, "filter");
  json_builder_add_value (builder, json_from_string (filter, NULL));
  json_builder_set_member_name (builder, "searched");
  json_builder_add_boolean_value (builder, spec->searched);
  add_fields (builder, "columns", spec->layout, FALSE);
  add_fields (builder, "sensitive", spec->layout, TRUE);
  json_builder_set_member_name (builder, "people");
  json_builder_add_int_value (builder, n_people);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/**
 * ty_roster_export_new:
 * @database: a connection
 * @order: everybody on the cut-off date in the scope
 * @views: where views of other dates are kept
 * @rows: who is in it
 * @spec: what is exported
 * @progress: (nullable): hears how far it is
 * @data: for @progress
 * @cancellable: (nullable): stops it, and nothing is left
 * @error: a `G_IO_ERROR` or a `TY_STORE_ERROR`
 *
 * Writes a roster beside its place. ty_roster_export_commit() follows.
 *
 * Returns: (transfer full) (nullable): what was written
 */
TyRosterExport *
ty_roster_export_new (TyDatabase                *database,
                      TyOrder                   *order,
                      TyViews                   *views,
                      const TyBitmap            *rows,
                      const TyRosterExportSpec  *spec,
                      TyRosterProgressFunc       progress,
                      gpointer                   data,
                      GCancellable              *cancellable,
                      GError                   **error)
{
  g_autoptr(TyRosterExport) self = g_new0 (TyRosterExport, 1);
  TyView *view = ty_order_get_view (order);
  g_auto(Run) run = {
    .order = order,
    .spec = spec,
    .progress = progress,
    .data = data,
    .cancellable = cancellable,
  };

  g_return_val_if_fail ((spec->path == NULL) == (spec->format == TY_ROSTER_PAPER), NULL);

  if (spec->path != NULL && (self->file = ty_out_file_new (spec->path, error)) == NULL)
    return NULL;

  begin_run (&run, database, views, rows);
  if (!write_file (self, &run, error))
    return NULL;

  self->n_people = run.rows->len;
  self->sensitive = ty_roster_layout_is_sensitive (spec->layout);
  self->detail = make_detail (spec, view, self->n_people);
  return g_steal_pointer (&self);
}

static char **
dup_row (TyRosterSheet        *sheet,
         const TyRosterLayout *layout)
{
  char **texts = g_new0 (char *, layout->columns->len + 1);

  for (guint i = 0; i < layout->columns->len; i++)
    {
      const char *text = ty_roster_sheet_get_column (sheet, ty_roster_layout_get (layout, i));

      texts[i] = g_strdup (text != NULL ? text : "");
    }
  return texts;
}

/**
 * ty_roster_export_preview:
 * @database: a connection
 * @order: everybody on the cut-off date in the scope
 * @views: where views of other dates are kept
 * @rows: who is in it
 * @spec: what would be exported
 * @n_rows: how many rows at most
 * @texts: (element-type GStrv): where the texts of the rows are added
 * @error: a `TY_STORE_ERROR`
 *
 * Reads the first rows as they would be written, without headings of groups.
 *
 * Returns: whether they were read
 */
gboolean
ty_roster_export_preview (TyDatabase                *database,
                          TyOrder                   *order,
                          TyViews                   *views,
                          const TyBitmap            *rows,
                          const TyRosterExportSpec  *spec,
                          guint                      n_rows,
                          GPtrArray                 *texts,
                          GError                   **error)
{
  g_auto(Run) run = { .order = order, .spec = spec };

  begin_run (&run, database, views, rows);
  for (guint i = 0; i < MIN (n_rows, run.rows->len); i++)
    {
      if (!load_row (&run, i, error))
        return FALSE;
      g_ptr_array_add (texts, dup_row (run.sheet, spec->layout));
    }
  return TRUE;
}

/**
 * ty_roster_export_free:
 * @self: (transfer full): an export
 *
 * What is not in its place yet is thrown away.
 */
void
ty_roster_export_free (TyRosterExport *self)
{
  g_clear_pointer (&self->file, ty_out_file_free);
  g_clear_pointer (&self->sheet, ty_table_sheet_free);
  g_free (self->detail);
  g_free (self);
}

/**
 * ty_roster_export_commit:
 * @self: an export
 * @store: (nullable): the store that writes, where there is one
 * @user: who exports
 * @error: %TY_STORE_ERROR_READ_ONLY where sensitive columns cannot be noted; a `TY_STORE_ERROR`, or a
 *   `G_IO_ERROR`
 *
 * Notes the export in the history, and puts the file into its place.
 *
 * Returns: whether the file is there; what was there before is still there otherwise
 */
gboolean
ty_roster_export_commit (TyRosterExport  *self,
                         TyStore         *store,
                         const char      *user,
                         GError         **error)
{
  self->noted = store != NULL && !ty_store_is_read_only (store);
  if (!self->noted && self->sensitive)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_READ_ONLY,
                           _("The file is open for reading only, so that the export of sensitive columns "
                             "cannot be noted. Leave these columns out, or export where the file can be "
                             "changed."));
      return FALSE;
    }
  if (self->noted && !ty_store_add_event (store, user, "exported", self->detail, error))
    return FALSE;

  return self->file == NULL || ty_out_file_commit (self->file, error);
}

/**
 * ty_roster_export_steal_sheet:
 * @self: an export for a printer, which was committed
 *
 * Returns: (transfer full) (nullable): what is printed
 */
TyTableSheet *
ty_roster_export_steal_sheet (TyRosterExport *self)
{
  return g_steal_pointer (&self->sheet);
}

/**
 * ty_roster_export_get_n_people:
 * @self: an export
 *
 * Returns: how many people are in it
 */
guint
ty_roster_export_get_n_people (TyRosterExport *self)
{
  return self->n_people;
}

/**
 * ty_roster_export_get_n_cut:
 * @self: an export
 *
 * Returns: how many texts were longer than a cell may be, and end in dots
 */
guint
ty_roster_export_get_n_cut (TyRosterExport *self)
{
  return self->n_cut;
}

/**
 * ty_roster_export_get_path:
 * @self: an export
 *
 * Returns: (transfer none) (nullable): where it is; %NULL for a printer
 */
const char *
ty_roster_export_get_path (TyRosterExport *self)
{
  return self->file != NULL ? ty_out_file_get_path (self->file) : NULL;
}

/**
 * ty_roster_export_is_noted:
 * @self: an export that was committed
 *
 * Returns: whether the history knows of it
 */
gboolean
ty_roster_export_is_noted (TyRosterExport *self)
{
  return self->noted;
}

/**
 * ty_roster_export_suggest_name:
 * @layout: the layout
 * @unit_name: whose roster it is
 * @as_of: the cut-off date
 * @format: as what it is written
 *
 * Returns: (transfer full): a name of a file that names unit, roster and cut-off date
 */
char *
ty_roster_export_suggest_name (const TyRosterLayout *layout,
                               const char           *unit_name,
                               TyDate                as_of,
                               TyRosterFormat        format)
{
  g_autofree char *day = ty_date_to_iso (as_of);
  char *name = g_strdup_printf ("%s-%s-%s.%s", unit_name, layout->title, day,
                                ty_roster_format_get_suffix (format));

  return g_strdelimit (name, "/\\:*?\"<>|", ' ');
}
