/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cross-page"

#include "config.h"

#include "ty-cross-page-private.h"

#include "ty-clipboard.h"
#include "ty-file-dialog.h"
#include "ty-filter-editor.h"
#include "ty-filter-namer.h"
#include "ty-grid-book.h"
#include "ty-office-cross.h"
#include "ty-print.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is done with a cross table: it is saved under a name, copied, exported, printed. */

static GtkWindow *
get_window (TyCrossPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static gboolean
is_writable (TyCrossPage *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));

  return office != NULL && ty_office_is_open (office) && !ty_office_is_read_only (office);
}

/**
 * ty_cross_page_find_saved:
 * @self: a page
 * @id: word of a table
 *
 * Returns: (transfer none) (nullable): the saved table of that word
 */
const TyTablePlan *
ty_cross_page_find_saved (TyCrossPage *self,
                          const char  *id)
{
  for (guint i = 0; self->plans != NULL && i < self->plans->len; i++)
    {
      const TyTablePlan *plan = g_ptr_array_index (self->plans, i);

      if (strcmp (plan->id, id) == 0)
        return plan;
    }
  return NULL;
}

/* The menu of tables. */

static void
add_saved (GMenu             *menu,
           const TyTablePlan *plan)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (plan->name, NULL);

  g_menu_item_set_action_and_target (item, "cross.table", "s", plan->id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (TyCrossPage *self)
{
  g_autoptr(GMenu) shipped = g_menu_new ();
  g_autoptr(GMenu) own = g_menu_new ();
  g_autoptr(GMenu) work = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; self->plans != NULL && i < self->plans->len; i++)
    {
      const TyTablePlan *plan = g_ptr_array_index (self->plans, i);

      add_saved (plan->shipped ? shipped : own, plan);
    }
  g_menu_append (work, _("Save"), "cross.save");
  g_menu_append (work, _("Save As…"), "cross.save-as");
  g_menu_append (work, _("Rename…"), "cross.rename");
  g_menu_append (work, _("As It Was Saved"), "cross.revert");
  g_menu_append (work, _("Remove"), "cross.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shipped));
  g_menu_append_section (menu, _("Tables of the county"), G_MENU_MODEL (own));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (work));
  return G_MENU_MODEL (menu);
}

static void
enable (TyCrossPage *self,
        const char  *name,
        gboolean     enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * ty_cross_page_update_actions:
 * @self: a page
 *
 * Enables what can be done now.
 */
void
ty_cross_page_update_actions (TyCrossPage *self)
{
  const TyTablePlan *saved = self->plan != NULL ? ty_cross_page_find_saved (self, self->plan->id) : NULL;
  gboolean changed = self->plan != NULL && (saved == NULL || !ty_table_plan_equal (self->plan, saved));
  gboolean shown = self->table != NULL && ty_cross_grid_get_n (self->table) > 0;
  gboolean writable = is_writable (self);

  enable (self, "save", changed && writable);
  enable (self, "save-as", self->plan != NULL && writable);
  enable (self, "rename", saved != NULL && !saved->shipped && writable);
  enable (self, "revert", saved != NULL && changed);
  enable (self, "remove", saved != NULL && !saved->shipped && writable);
  enable (self, "edit-filter", self->plan == NULL || ty_who_get_subject (self->plan->who) == TY_SUBJECT_PEOPLE);
  enable (self, "copy", shown);
  enable (self, "export", shown);
}

/**
 * ty_cross_page_show_name:
 * @self: a page with a plan
 *
 * Says which table it is, and whether it is as it was saved.
 */
void
ty_cross_page_show_name (TyCrossPage *self)
{
  const TyTablePlan *saved = ty_cross_page_find_saved (self, self->plan->id);
  g_autoptr(GMenuModel) menu = make_menu (self);
  GAction *table = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "table");
  g_autofree char *name = NULL;

  /* One that was renamed, or that an undo took away, keeps its name until it is saved. */
  if (saved != NULL && strcmp (saved->name, self->plan->name) != 0)
    {
      g_autofree char *id = g_strdup (saved->id);

      ty_table_plan_set_name (self->plan, id, saved->name);
    }
  gtk_label_set_label (self->table_label, self->plan->name);
  gtk_widget_set_visible (GTK_WIDGET (self->changed_label),
                          saved == NULL || !ty_table_plan_equal (self->plan, saved));
  name = g_strdup_printf ("%s %s", _("Cross table"), self->plan->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_menu_button_set_menu_model (self->table_button, menu);
  g_simple_action_set_state (G_SIMPLE_ACTION (table), g_variant_new_string (self->plan->id));
  ty_cross_page_update_actions (self);
}

static void
table_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  TyCrossPage *self = TY_CROSS_PAGE (user_data);
  const TyTablePlan *plan = ty_cross_page_find_saved (self, g_variant_get_string (parameter, NULL));

  if (plan != NULL)
    ty_cross_page_set_plan (self, plan);
}

static void
revert_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TyCrossPage *self = TY_CROSS_PAGE (user_data);
  const TyTablePlan *plan = ty_cross_page_find_saved (self, self->plan->id);

  if (plan != NULL)
    ty_cross_page_set_plan (self, plan);
}

/* Saving. */

typedef struct
{
  TyCrossPage *page; /* (owned) */
  TyTablePlan *plan; /* (owned) */
  gboolean remove;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->page);
  ty_table_plan_free (saving->plan);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  TyCrossPage *self = saving->page;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!ty_office_save_cross_finish (TY_OFFICE (source), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }
  if (!saving->remove)
    ty_table_plan_set_name (self->plan, saving->plan->id, saving->plan->name);
  text = g_strdup_printf (saving->remove ? _("Cross table “%s” removed") : _("Cross table “%s” saved"),
                          saving->plan->name);
  ty_page_tell_done (TY_PAGE (self), text);
  ty_page_refresh (TY_PAGE (self));
}

static void
save (TyCrossPage       *self,
      const TyTablePlan *plan,
      gboolean           remove)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->page = g_object_ref (self);
  saving->plan = ty_table_plan_copy (plan);
  saving->remove = remove;
  ty_office_save_cross_async (ty_page_get_office (TY_PAGE (self)), plan, remove, NULL, saved_cb, saving);
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TyCrossPage *self = TY_CROSS_PAGE (user_data);

  save (self, self->plan, FALSE);
}

static void
saved_as_cb (const char *name,
             gpointer    user_data)
{
  TyCrossPage *self = TY_CROSS_PAGE (user_data);
  g_autoptr(TyTablePlan) plan = ty_table_plan_copy (self->plan);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *clean = ty_text_clean (name);

  ty_table_plan_set_name (plan, id, clean);
  save (self, plan, FALSE);
}

static void
save_as_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  TyCrossPage *self = TY_CROSS_PAGE (user_data);

  ty_filter_namer_ask_of (get_window (self), _("Save the Cross Table"), _("Name of the cross table"), "",
                          saved_as_cb, self);
}

static void
renamed_cb (const char *name,
            gpointer    user_data)
{
  TyCrossPage *self = TY_CROSS_PAGE (user_data);
  const TyTablePlan *saved = ty_cross_page_find_saved (self, self->plan->id);
  g_autoptr(TyTablePlan) plan = saved != NULL ? ty_table_plan_copy (saved) : NULL;
  g_autofree char *clean = ty_text_clean (name);

  if (plan == NULL)
    return;

  ty_table_plan_set_name (plan, saved->id, clean);
  save (self, plan, FALSE);
}

static void
rename_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TyCrossPage *self = TY_CROSS_PAGE (user_data);

  ty_filter_namer_ask_of (get_window (self), _("Rename the Cross Table"), _("Name of the cross table"),
                          self->plan->name, renamed_cb, self);
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TyCrossPage *self = TY_CROSS_PAGE (user_data);
  const TyTablePlan *saved = ty_cross_page_find_saved (self, self->plan->id);

  if (saved != NULL)
    save (self, saved, TRUE);
}

/* Which of the people are counted. */

static void
applied_cb (TyCrossPage    *self,
            TyFilterEditor *editor)
{
  ty_cross_page_set_filter (self, ty_filter_editor_dup_filter (editor));
  ty_cross_page_change (self);
}

static void
told_cb (TyCrossPage *self,
         const char  *text)
{
  ty_page_tell_done (TY_PAGE (self), text);
}

static void
edit_filter_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TyCrossPage *self = TY_CROSS_PAGE (user_data);
  TyOffice *office = ty_page_get_office (TY_PAGE (self));
  TyRosterQuery query = { 0 };
  TyFilterEditor *editor;

  if (self->plan == NULL || office == NULL || !ty_office_is_open (office))
    return;

  query.who = self->plan->who;
  editor = ty_filter_editor_new (office, &query, self->filter, NULL);
  gtk_window_set_transient_for (GTK_WINDOW (editor), get_window (self));
  g_signal_connect_object (editor, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "saved", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
clear_filter_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TyCrossPage *self = TY_CROSS_PAGE (user_data);

  ty_cross_page_set_filter (self, NULL);
  ty_cross_page_change (self);
}

/* How it is shown. */

static void
all_cb (GSimpleAction *action,
        GVariant      *value,
        gpointer       user_data)
{
  TyCrossPage *self = TY_CROSS_PAGE (user_data);

  if (self->plan == NULL)
    return;
  self->plan->all = g_variant_get_boolean (value);
  ty_cross_page_change (self);
}

static void
decimals_cb (GSimpleAction *action,
             GVariant      *value,
             gpointer       user_data)
{
  TyCrossPage *self = TY_CROSS_PAGE (user_data);

  if (self->plan == NULL)
    return;
  self->plan->decimals = CLAMP (g_variant_get_int32 (value), 0, TY_TABLE_PLAN_DECIMALS);
  ty_cross_page_change (self);
}

/* Where it goes. */

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TyCrossPage *self = TY_CROSS_PAGE (user_data);
  TyGrid *grid = ty_cross_grid_get_grid (self->table);
  g_autofree char *text = ty_grid_to_text (grid);
  g_autofree char *html = ty_grid_to_html (grid);

  ty_clipboard_put_table (GTK_WIDGET (self), text, html, FALSE);
  ty_page_tell (TY_PAGE (self), _("The cross table was copied."));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TyCrossPage) self = TY_CROSS_PAGE (user_data);
  g_autoptr(GError) error = NULL;

  ty_page_set_loading (TY_PAGE (self), FALSE);
  if (ty_office_export_grid_finish (TY_OFFICE (source), result, &error))
    ty_page_tell (TY_PAGE (self), _("The cross table was exported."));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ty_page_tell_problem (TY_PAGE (self), error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TyCrossPage) self = TY_CROSS_PAGE (user_data);
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);

  if (file == NULL || self->table == NULL)
    return;

  ty_page_set_loading (TY_PAGE (self), TRUE);
  ty_office_export_grid_async (ty_page_get_office (TY_PAGE (self)), ty_cross_grid_get_grid (self->table),
                               g_file_peek_path (file), NULL, exported_cb, g_object_ref (self));
}

/* A name may have what no file can be called. */
static char *
dup_file_name (TyCrossPage *self)
{
  char *name = g_strconcat (self->plan->name, ".xlsx", NULL);

  return g_strdelimit (name, "/\\:*?\"<>|", '-');
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TyCrossPage *self = TY_CROSS_PAGE (user_data);
  g_autofree char *name = dup_file_name (self);

  ty_file_dialog_save_async (get_window (self), _("Export the Cross Table"), TY_FILE_KIND_ROSTER, name, chosen_cb,
                             g_object_ref (self));
}

static void
printed_cb (TyCrossPage             *self,
            GtkPrintOperationResult  result,
            GtkPrintOperation       *operation)
{
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  ty_page_tell_problem (TY_PAGE (self), error);
}

/**
 * ty_cross_page_print:
 * @page: a page of cross tables
 *
 * Prints the table that is shown.
 */
void
ty_cross_page_print (TyPage *page)
{
  TyCrossPage *self = TY_CROSS_PAGE (page);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autoptr(GtkPrintOperation) operation = NULL;

  if (self->table == NULL || ty_cross_grid_get_n (self->table) == 0)
    {
      ty_page_tell (page, _("There is no cross table here that could be printed."));
      return;
    }

  operation = ty_print_operation_new (ty_grid_sheet_new (ty_cross_grid_get_grid (self->table)),
                                      pango_context_get_font_description (context));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, get_window (self), NULL);
}

static GMenuModel *
make_options (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) decimals = g_menu_new ();

  for (int i = 0; i <= 2; i++)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("%d decimal", "%d decimals", (gulong) i), i);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "cross.decimals", "i", i);
      g_menu_append_item (decimals, item);
    }
  g_menu_append (menu, _("Also Rows and Columns Without Anybody"), "cross.all");
  g_menu_append_section (menu, _("Shares and averages"), G_MENU_MODEL (decimals));
  return G_MENU_MODEL (menu);
}

/**
 * ty_cross_page_add_actions:
 * @self: a page that is made
 */
void
ty_cross_page_add_actions (TyCrossPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "table", .activate = table_cb, .parameter_type = "s", .state = "''" },
    { .name = "revert", .activate = revert_cb },
    { .name = "save", .activate = save_cb },
    { .name = "save-as", .activate = save_as_cb },
    { .name = "rename", .activate = rename_cb },
    { .name = "remove", .activate = remove_cb },
    { .name = "edit-filter", .activate = edit_filter_cb },
    { .name = "clear-filter", .activate = clear_filter_cb },
    { .name = "all", .state = "false", .change_state = all_cb },
    { .name = "decimals", .parameter_type = "i", .state = "2", .change_state = decimals_cb },
    { .name = "copy", .activate = copy_cb },
    { .name = "export", .activate = export_cb },
  };
  g_autoptr(GMenuModel) options = make_options ();

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_menu_button_set_menu_model (self->options_button, options);
  ty_cross_page_update_actions (self);
}
