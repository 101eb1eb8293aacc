/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dashboard-page"

#include "config.h"

#include "ty-dashboard-page-private.h"

#include "ty-card-chart.h"
#include "ty-file-dialog.h"
#include "ty-office-board.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All dashboards as one set of papers for a meeting: counted one after the other, and written then. */

typedef struct
{
  TyDashboardPage *page; /* (owned) */
  GFile *file;           /* (owned) (nullable): until it is chosen */
  GPtrArray *dashboards; /* (owned) (element-type TyDashboard) */
  GPtrArray *parts;      /* (owned) (element-type TyBoardPart): those that were counted */
  TyCardCompare compare;
  gint64 narrow;
  char *place;           /* (owned) */
  TyDate as_of;
  gboolean a4;
} Gathering;

static void
gathering_free (Gathering *self)
{
  g_object_unref (self->page);
  g_clear_object (&self->file);
  g_ptr_array_unref (self->dashboards);
  g_ptr_array_unref (self->parts);
  g_free (self->place);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gathering, gathering_free)

static void
fail (Gathering    *self,
      const GError *error)
{
  ty_page_set_loading (TY_PAGE (self->page), FALSE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ty_page_tell_problem (TY_PAGE (self->page), error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Gathering) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!ty_office_export_set_finish (TY_OFFICE (source), result, &error))
    {
      fail (self, error);
      return;
    }

  ty_page_set_loading (TY_PAGE (self->page), FALSE);
  ty_page_tell (TY_PAGE (self->page), _("Exported."));
}

static void
write_set (Gathering *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self->page));
  TyBoardExportSpec spec = {
    .path = g_file_peek_path (self->file),
    .format = TY_BOARD_PDF,
    .a4 = self->a4,
    .set = TRUE,
    .word = "all",
    .title = _("Figures for the meeting"),
    .unit_name = self->place,
    .as_of = self->as_of,
  };

  ty_office_export_set_async (office, &spec, self->parts, NULL, written_cb, self);
}

static void count_next (Gathering *self);

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Gathering) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) answers = ty_office_count_dashboard_finish (TY_OFFICE (source), result, &error);
  g_autoptr(GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_chart_unref);

  if (answers == NULL)
    {
      fail (self, error);
      return;
    }

  for (guint i = 0; i < answers->len; i++)
    g_ptr_array_add (charts, ty_card_chart_new (g_ptr_array_index (answers, i)));
  g_ptr_array_add (self->parts, ty_board_part_new (g_ptr_array_index (self->dashboards, self->parts->len), charts));
  count_next (g_steal_pointer (&self));
}

/* Takes @self. */
static void
count_next (Gathering *self)
{
  TyDashboardAsk ask = { .compare = self->compare, .narrow = self->narrow };

  if (self->parts->len == self->dashboards->len)
    {
      write_set (self);
      return;
    }

  ask.dashboard = g_ptr_array_index (self->dashboards, self->parts->len);
  ty_office_count_dashboard_async (ty_page_get_office (TY_PAGE (self->page)), &ask, NULL, counted_cb, self);
}

static Gathering *
gathering_new (TyDashboardPage *page,
               gboolean         a4)
{
  Gathering *self = g_new0 (Gathering, 1);

  self->page = g_object_ref (page);
  self->dashboards = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_dashboard_free);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_board_part_free);
  for (guint i = 0; i < page->dashboards->len; i++)
    g_ptr_array_add (self->dashboards, ty_dashboard_copy (g_ptr_array_index (page->dashboards, i)));
  self->compare = page->compare;
  self->narrow = page->narrow;
  self->place = ty_dashboard_page_dup_place (page);
  self->as_of = ty_office_get_as_of (ty_page_get_office (TY_PAGE (page)));
  self->a4 = a4;
  return self;
}

/**
 * ty_dashboard_page_export_set_to:
 * @self: a page with dashboards
 * @a4: on A4, instead of pages like a screen
 * @file: where it is written
 *
 * Writes all dashboards, and says when that is done.
 */
void
ty_dashboard_page_export_set_to (TyDashboardPage *self,
                                 gboolean         a4,
                                 GFile           *file)
{
  Gathering *gathering = gathering_new (self, a4);

  gathering->file = g_object_ref (file);
  ty_page_set_loading (TY_PAGE (self), TRUE);
  count_next (gathering);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Gathering) gathering = user_data;
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);

  if (file == NULL)
    return;

  gathering->file = g_object_ref (file);
  ty_page_set_loading (TY_PAGE (gathering->page), TRUE);
  count_next (g_steal_pointer (&gathering));
}

/* (on A4): b. */
static void
export_set_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (user_data);
  g_autofree char *name = g_strconcat (_("Figures for the meeting"), ".pdf", NULL);

  if (self->dashboards == NULL || self->snapshot != NULL)
    return;

  ty_file_dialog_save_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Export All Dashboards"),
                             TY_FILE_KIND_PDF, name, chosen_cb,
                             gathering_new (self, g_variant_get_boolean (parameter)));
}

/**
 * ty_dashboard_page_add_set_actions:
 * @self: a page that is made
 * @menu: what offers files
 *
 * Offers all dashboards as one file.
 */
void
ty_dashboard_page_add_set_actions (TyDashboardPage *self,
                                   GMenu           *menu)
{
  static const GActionEntry entries[] = {
    { .name = "export-set", .activate = export_set_cb, .parameter_type = "b" },
  };
  static const struct { const char *label; gboolean a4; } items[] = {
    { N_("PDF, as a Screen (16 : 9)…"), FALSE },
    { N_("PDF, A4…"), TRUE },
  };
  g_autoptr(GMenu) section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(items[i].label), NULL);

      g_menu_item_set_action_and_target (item, "board.export-set", "b", items[i].a4);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, _("All dashboards for a meeting"), G_MENU_MODEL (section));
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}
