/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dashboard-page"

#include "config.h"

#include "ty-dashboard-page-private.h"

#include "ty-file-dialog.h"
#include "ty-office-board.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A dashboard, or one card of it, as pages, as a picture, or as tables. */

#define ALL_CARDS G_MAXUINT32

static const struct
{
  const char *word;
  const char *label;
  const char *suffix;
  TyBoardFormat format;
  gboolean a4;
  TyFileKind kind;
} formats[] = {
  { "pdf", N_("PDF, as a Screen (16 : 9)…"), "pdf", TY_BOARD_PDF, FALSE, TY_FILE_KIND_PDF },
  { "pdf-a4", N_("PDF, A4…"), "pdf", TY_BOARD_PDF, TRUE, TY_FILE_KIND_PDF },
  { "svg", N_("SVG…"), "svg", TY_BOARD_SVG, FALSE, TY_FILE_KIND_SVG },
  { "png", N_("PNG…"), "png", TY_BOARD_PNG, FALSE, TY_FILE_KIND_PNG },
  { "xlsx", N_("Numbers as a Workbook…"), "xlsx", TY_BOARD_XLSX, FALSE, TY_FILE_KIND_ROSTER },
};

typedef struct
{
  TyDashboardPage *page; /* (owned) */
  guint format;          /* of the table */
  guint card;            /* or all */
} Exporting;

static void
exporting_free (Exporting *exporting)
{
  g_object_unref (exporting->page);
  g_free (exporting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Exporting, exporting_free)

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TyDashboardPage) self = TY_DASHBOARD_PAGE (user_data);
  g_autoptr(GError) error = NULL;

  ty_page_set_loading (TY_PAGE (self), FALSE);
  if (ty_office_export_board_finish (TY_OFFICE (source), result, &error))
    ty_page_tell (TY_PAGE (self), _("Exported."));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ty_page_tell_problem (TY_PAGE (self), error);
}

static char *
dup_title (TyDashboardPage *self,
           guint            card)
{
  const char *title = card < self->charts->len ? ty_chart_get_text (g_ptr_array_index (self->charts, card),
                                                                    TY_CHART_TITLE) : NULL;
  const TyLabel *label = self->snapshot != NULL ? self->snapshot->dashboard->title : self->dashboard->title;

  return g_strdup (title != NULL ? title : ty_label_get (label));
}

/**
 * ty_dashboard_page_dup_place:
 * @self: a page
 *
 * Returns: (transfer full): whose numbers are shown
 */
char *
ty_dashboard_page_dup_place (TyDashboardPage *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));
  g_autofree char *scope = NULL;

  if (self->snapshot != NULL)
    return g_strdup (self->snapshot->scope_name);
  if (self->narrow_name != NULL)
    return g_strdup (self->narrow_name);

  g_object_get (office, "scope-name", &scope, NULL);
  return g_strdup (scope != NULL && *scope != '\0' ? scope : ty_office_get_county_name (office));
}

static void
write_file (Exporting *exporting,
            GFile     *file)
{
  TyDashboardPage *self = exporting->page;
  TyOffice *office = ty_page_get_office (TY_PAGE (self));
  g_autofree char *title = dup_title (self, exporting->card);
  g_autofree char *place = ty_dashboard_page_dup_place (self);
  g_autoptr(GPtrArray) charts = ty_dashboard_page_list_charts (self);
  gboolean paired = self->snapshot != NULL && charts->len != self->snapshot->charts->len;
  const TyDashboard *dashboard = self->snapshot != NULL ? self->snapshot->dashboard : self->dashboard;
  TyBoardExportSpec spec = {
    .path = g_file_peek_path (file),
    .format = formats[exporting->format].format,
    .a4 = formats[exporting->format].a4,
    .word = self->dashboard->word,
    .title = title,
    .unit_name = place,
    .as_of = self->snapshot != NULL ? self->snapshot->as_of : ty_office_get_as_of (office),
  };

  if (exporting->card < charts->len)
    {
      g_autoptr(TyChart) one = ty_chart_ref (g_ptr_array_index (charts, exporting->card));

      g_ptr_array_set_size (charts, 0);
      g_ptr_array_add (charts, g_steal_pointer (&one));
      dashboard = NULL;
    }
  ty_page_set_loading (TY_PAGE (self), TRUE);
  ty_office_export_board_async (office, &spec, charts, paired ? NULL : dashboard, NULL, exported_cb,
                                g_object_ref (self));
}

/**
 * ty_dashboard_page_export_to:
 * @self: a page with cards
 * @word: as what: `pdf`, `pdf-a4`, `svg`, `png`, `xlsx`
 * @card: a card, or %G_MAXUINT for all of them
 * @file: where it is written
 *
 * Writes what the page shows, and says when that is done.
 */
void
ty_dashboard_page_export_to (TyDashboardPage *self,
                             const char      *word,
                             guint            card,
                             GFile           *file)
{
  for (guint i = 0; self->charts->len > 0 && i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].word, word) == 0)
      {
        Exporting exporting = { .page = self, .format = i, .card = card };

        write_file (&exporting, file);
      }
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Exporting) exporting = user_data;
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);

  if (file != NULL && exporting->page->charts->len > 0)
    write_file (exporting, file);
}

/* (format, card): (su). */
static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (user_data);
  Exporting *exporting;
  const char *word;
  guint card;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  g_variant_get (parameter, "(&su)", &word, &card);
  for (guint i = 0; self->charts->len > 0 && i < G_N_ELEMENTS (formats); i++)
    {
      if (strcmp (formats[i].word, word) != 0)
        continue;
      exporting = g_new0 (Exporting, 1);
      exporting->page = g_object_ref (self);
      exporting->format = i;
      exporting->card = card;
      title = dup_title (self, card);
      name = g_strdelimit (g_strconcat (title, ".", formats[i].suffix, NULL), "/\\:*?\"<>|", '-');
      ty_file_dialog_save_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Export the Dashboard"),
                                 formats[i].kind, name, chosen_cb, exporting);
      return;
    }
}

/**
 * ty_dashboard_page_make_export_menu:
 * @card: a card, or %G_MAXUINT for all of them
 *
 * Returns: (transfer full): as what it can be exported
 */
GMenuModel *
ty_dashboard_page_make_export_menu (guint card)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(formats[i].label), NULL);

      g_menu_item_set_action_and_target (item, "board.export", "(su)", formats[i].word, card);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/**
 * ty_dashboard_page_add_export_actions:
 * @self: a page that is made
 */
void
ty_dashboard_page_add_export_actions (TyDashboardPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "export", .activate = export_cb, .parameter_type = "(su)" },
  };
  g_autoptr(GMenuModel) one = ty_dashboard_page_make_export_menu (ALL_CARDS);
  g_autoptr(GMenu) menu = g_menu_new ();

  g_menu_append_section (menu, _("This dashboard"), one);
  ty_dashboard_page_add_set_actions (self, menu);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_menu_button_set_menu_model (self->export_button, G_MENU_MODEL (menu));
}
