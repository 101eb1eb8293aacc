/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-window-columns"

#include "config.h"

#include "ty-import-window-private.h"

#include "ty-form-guard.h"

#include <glib/gi18n-lib.h>

/* What the columns of tables mean. */

static guint
find_kind (const TyImportKind *kind)
{
  for (guint i = 0; i < ty_import_kind_get_n (); i++)
    if (ty_import_kind_get (i) == kind)
      return i;

  return 0;
}

static void
fill_sheets (TyImportWindow *self,
             TyImportTable  *table)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  const char *only = ty_import_source_get_sheet (table->source);
  guint selected = 0;

  gtk_string_list_append (names, _("All sheets with this heading"));
  for (guint i = 0; i < table->look->sheets->len; i++)
    {
      const char *name = g_ptr_array_index (table->look->sheets, i);

      gtk_string_list_append (names, name);
      if (g_strcmp0 (name, only) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->sheet_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), table->look->sheets->len > 1);
}

static void
fill_files (TyImportWindow *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->tables->len; i++)
    gtk_string_list_append (names, ty_import_source_get_name (
                                     ((TyImportTable *) g_ptr_array_index (self->tables, i))->source));
  adw_combo_row_set_model (self->file_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->file_row, self->current);
  gtk_widget_set_visible (GTK_WIDGET (self->file_row), self->tables->len > 1);
}

static void
show_hint (TyImportWindow *self)
{
  TyImportTable *table = ty_import_window_get_table (self);
  g_autofree char *hint = ty_import_columns_dup_hint (table->look, table->by_hand);
  g_autoptr(GString) text = g_string_new (hint);
  guint n_others = self->set != NULL ? self->set->forms->len + self->set->photos->len : 0;

  if (self->later->len + n_others > 0)
    g_string_append_c (text, '\n');
  if (self->later->len > 0)
    g_string_append_printf (text, ngettext ("%u table of another kind comes after this. ",
                                            "%u tables of other kinds come after this. ", self->later->len),
                            self->later->len);
  if (n_others > 0)
    g_string_append_printf (text, ngettext ("%u appointment file or photo comes after the tables.",
                                            "%u appointment files and photos come after the tables.", n_others),
                            n_others);
  gtk_label_set_label (self->look_label, text->str);
}

static void
show_table (TyImportWindow *self)
{
  TyImportTable *table = ty_import_window_get_table (self);
  const char *known = table->look->mapping != NULL ? ty_import_mapping_get_name (table->look->mapping) : NULL;
  const char *name = table->name != NULL ? table->name : table->by_hand ? NULL : known;

  self->filling = TRUE;
  adw_combo_row_set_selected (self->kind_row, find_kind (table->look->kind));
  fill_sheets (self, table);
  gtk_widget_set_visible (GTK_WIDGET (self->end_row), ty_import_kind_is_roster (table->look->kind));
  if (name != NULL || self->tables->len > 1)
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), name != NULL ? name : "");
  show_hint (self);
  ty_import_columns_set_look (self->columns, table->look);
  self->filling = FALSE;
}

/**
 * ty_import_window_keep_name:
 * @self: a dialog
 *
 * Remembers what was typed as the name of the columns that are shown.
 */
void
ty_import_window_keep_name (TyImportWindow *self)
{
  TyImportTable *table = ty_import_window_get_table (self);

  if (table == NULL)
    return;
  g_free (table->name);
  table->name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}

static void
forget_tables (TyImportWindow *self)
{
  ty_import_columns_set_look (self->columns, NULL);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  self->current = 0;
}

static char *
take_unreadable (GPtrArray *tables)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean several = tables->len > 1;

  for (guint i = 0; i < tables->len;)
    {
      TyImportTable *table = g_ptr_array_index (tables, i);

      if (table->look != NULL)
        {
          i++;
          continue;
        }
      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (several)
        g_string_append_printf (text, _("%s: %s"), ty_import_source_get_name (table->source), table->problem);
      else
        g_string_append (text, table->problem);
      g_ptr_array_remove_index (tables, i);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* What the first table is that is understood; those of which the kind is not clear are looked at with it. */
static void
take_other_kinds (TyImportWindow *self,
                  GPtrArray      *tables)
{
  const TyImportKind *kind = NULL;

  for (guint i = 0; kind == NULL && i < tables->len; i++)
    if (((TyImportTable *) g_ptr_array_index (tables, i))->look->usable)
      kind = ((TyImportTable *) g_ptr_array_index (tables, i))->look->kind;
  for (guint i = 0; kind != NULL && i < tables->len;)
    {
      TyImportTable *table = g_ptr_array_index (tables, i);

      if (table->look->kind == kind)
        {
          i++;
          continue;
        }
      g_ptr_array_add (self->later, ty_import_source_ref (table->source));
      g_ptr_array_remove_index (tables, i);
    }
}

static void
show_title (TyImportWindow *self)
{
  TyImportTable *table = ty_import_window_get_table (self);
  g_autofree char *title
    = self->tables->len > 1
        ? g_strdup_printf (ngettext ("Import of %u Table", "Import of %u Tables", self->tables->len), self->tables->len)
        : g_strdup_printf (_("Import of %s"), ty_import_source_get_name (table->source));

  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Another sheet of one table: the others stay as they are. */
static GPtrArray *
put_in_place (TyImportWindow *self,
              GPtrArray      *looked)
{
  TyImportTable *table = ty_import_window_get_table (self);
  TyImportTable *other = g_ptr_array_index (looked, 0);

  if (other->look == NULL)
    return looked;
  ty_import_columns_set_look (self->columns, NULL);
  g_clear_pointer (&table->look, ty_import_look_free);
  table->look = g_steal_pointer (&other->look);
  table->by_hand = FALSE;
  g_ptr_array_unref (looked);
  return g_ptr_array_ref (self->tables);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) tables = ty_office_look_at_tables_finish (TY_OFFICE (source), result, &error);
  g_autofree char *problem = NULL;
  TyImportWindow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_IMPORT_WINDOW (user_data);
  if (tables == NULL)
    {
      ty_import_window_end_work (self, "choose", error);
      return;
    }

  if (self->only_current)
    tables = put_in_place (self, g_steal_pointer (&tables));
  problem = take_unreadable (tables);
  take_other_kinds (self, tables);
  if (tables->len > 0 && tables != self->tables)
    {
      forget_tables (self);
      self->tables = g_ptr_array_ref (tables);
    }
  if (tables->len > 0)
    {
      self->filling = TRUE;
      fill_files (self);
      self->filling = FALSE;
      show_title (self);
      show_table (self);
    }
  ty_import_window_end_work (self, tables->len > 0 ? "columns" : "choose", NULL);
  ty_problem_bar_set_message (self->problem_bar, problem);
}

static void
look_at (TyImportWindow     *self,
         GPtrArray          *sources,
         const TyImportKind *kind)
{
  ty_import_window_begin_work (self, _("The table is being read…"));
  ty_office_look_at_tables_async (self->office, sources, kind, self->cancellable, looked_cb, self);
}

/**
 * ty_import_window_list_sources:
 * @self: a dialog with tables
 *
 * Returns: (transfer full) (element-type TyImportSource): the tables that are imported together
 */
GPtrArray *
ty_import_window_list_sources (TyImportWindow *self)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_import_source_unref);

  for (guint i = 0; i < self->tables->len; i++)
    g_ptr_array_add (sources, ty_import_source_ref (((TyImportTable *) g_ptr_array_index (self->tables, i))->source));
  return sources;
}

/**
 * ty_import_window_take_sources:
 * @self: a dialog
 * @sources: (element-type TyImportSource): tables
 *
 * Begins with tables, whatever was there before.
 */
void
ty_import_window_take_sources (TyImportWindow *self,
              GPtrArray      *sources)
{
  g_ptr_array_set_size (self->later, 0);
  forget_tables (self);
  self->only_current = FALSE;
  look_at (self, sources, NULL);
}

static void
file_cb (TyImportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->file_row);
  gboolean begun;

  if (self->filling || self->tables == NULL || selected >= self->tables->len || selected == self->current)
    return;

  begun = ty_form_guard_is_begun (GTK_WINDOW (self));
  ty_import_window_keep_name (self);
  self->current = selected;
  show_table (self);
  if (!begun)
    ty_form_guard_settle (GTK_WINDOW (self));
}

/* Tables that are imported together are all of one kind. */
static void
kind_cb (TyImportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);
  g_autoptr(GPtrArray) sources = NULL;

  if (self->filling || self->tables == NULL || selected >= ty_import_kind_get_n ())
    return;

  sources = ty_import_window_list_sources (self);
  self->only_current = FALSE;
  look_at (self, sources, ty_import_kind_get (selected));
}

static void
sheet_cb (TyImportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->sheet_row);
  TyImportTable *table = ty_import_window_get_table (self);
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_import_source_unref);

  if (self->filling || table == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  ty_import_source_set_sheet (table->source,
                              selected > 0 ? g_ptr_array_index (table->look->sheets, selected - 1) : NULL);
  g_ptr_array_add (sources, ty_import_source_ref (table->source));
  self->only_current = TRUE;
  look_at (self, sources, table->look->kind);
}

static void
columns_changed_cb (TyImportWindow *self)
{
  TyImportTable *table = ty_import_window_get_table (self);

  table->by_hand = TRUE;
  table->look->usable = ty_import_sheet_is_usable (table->look->sheet, table->look->kind);
  show_hint (self);
}

/**
 * ty_import_window_bind_columns:
 * @widget_class: the class of the dialog
 *
 * Binds what is done where the columns are shown.
 */
void
ty_import_window_bind_columns (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, file_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_changed_cb);
}
