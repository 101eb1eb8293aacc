/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dashboard-page"

#include "config.h"

#include "ty-dashboard-page-private.h"

#include "ty-card-chart.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Snapshots: a dashboard as it was, which is opened in the place of the living one and can be held against today. */

static void
clear_cards (TyDashboardPage *self)
{
  ty_dashboard_page_close_panel (self);
  g_ptr_array_set_size (self->cards, 0);
  g_ptr_array_set_size (self->charts, 0);
  ty_board_grid_clear (self->grid);
}

static void
add_card (TyDashboardPage *self,
          const TyCard    *card,
          TyChart         *chart)
{
  GtkWidget *widget = ty_dashboard_card_new (self->cards->len);
  g_autoptr(TyChart) part = ty_card_chart_dup_part (chart);

  ty_dashboard_card_set_chart (TY_DASHBOARD_CARD (widget), part);
  ty_board_grid_append (self->grid, widget, card->width, card->height);
  g_ptr_array_add (self->cards, widget);
  g_ptr_array_add (self->charts, ty_chart_ref (chart));
}

/* Which day a card is of stands in its title, where two of them stand side by side. */
static void
add_day (TyChart *chart,
         TyDate   day)
{
  g_autofree char *record = ty_date_to_record (day);
  const char *title = ty_chart_get_text (chart, TY_CHART_TITLE);
  g_autofree char *text = g_strdup_printf ("%s　%s", title != NULL ? title : "", record);

  ty_chart_set_text (chart, TY_CHART_TITLE, text);
}

static TyChart *
copy_chart (TyChart *chart)
{
  g_autoptr(JsonNode) node = ty_chart_to_json (chart);

  return ty_chart_from_json (node);
}

static void
add_pair (TyDashboardPage    *self,
          const TyCard       *card,
          TyChart            *frozen,
          const TyCardAnswer *answer)
{
  g_autoptr(TyChart) then = copy_chart (frozen);
  g_autoptr(TyChart) now = ty_card_chart_new (answer);

  add_day (then, self->snapshot->as_of);
  add_day (now, answer->as_of);
  add_card (self, card, then);
  add_card (self, card, now);
}

static void
show_bar (TyDashboardPage *self)
{
  const TySnapshot *snapshot = self->snapshot;
  TyDate taken = TY_DATE_NONE;
  g_autofree char *as_of = NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->frozen_bar, snapshot != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->edit_button), snapshot == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_drop), snapshot == NULL);
  if (snapshot == NULL)
    return;

  ty_date_parse_iso (snapshot->taken, &taken, NULL);
  as_of = ty_date_to_record (snapshot->as_of);
  day = ty_date_to_record (taken);
  /* Translators: a place, a cut-off date, the day on which a snapshot was taken, and by whom */
  text = g_strdup_printf (_("Snapshot: %s, as of %s, taken on %s by %s. Its numbers never change."), snapshot->scope_name,
                          as_of, day, snapshot->user);
  gtk_label_set_label (self->frozen_label, text);
  gtk_label_set_label (self->dates_label, as_of);
}

/**
 * ty_dashboard_page_show_frozen:
 * @self: a page with a snapshot
 *
 * Shows the snapshot, beside today where that is asked for and counted.
 */
void
ty_dashboard_page_show_frozen (TyDashboardPage *self)
{
  const TySnapshot *snapshot = self->snapshot;
  gboolean both = gtk_toggle_button_get_active (self->today_button) && self->answers != NULL;

  clear_cards (self);
  show_bar (self);
  for (guint i = 0; i < snapshot->dashboard->cards->len && i < snapshot->charts->len; i++)
    {
      const TyCard *card = ty_dashboard_get_card (snapshot->dashboard, i);

      if (both && i < self->answers->len)
        add_pair (self, card, g_ptr_array_index (snapshot->charts, i), g_ptr_array_index (self->answers, i));
      else
        add_card (self, card, g_ptr_array_index (snapshot->charts, i));
    }
  gtk_stack_set_visible_child_name (self->stack, "cards");
}

static TySnapshot *
find (TyDashboardPage *self,
      const char      *id)
{
  for (guint i = 0; self->snapshots != NULL && i < self->snapshots->len; i++)
    {
      TySnapshot *snapshot = g_ptr_array_index (self->snapshots, i);

      if (strcmp (snapshot->id, id) == 0)
        return snapshot;
    }
  return NULL;
}

static void
show_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (user_data);
  TySnapshot *snapshot = find (self, g_variant_get_string (parameter, NULL));

  if (snapshot == NULL)
    return;

  g_free (self->snapshot_id);
  self->snapshot_id = g_strdup (snapshot->id);
  gtk_toggle_button_set_active (self->today_button, FALSE);
  ty_page_refresh (TY_PAGE (self));
}

/**
 * ty_dashboard_page_leave_snapshot:
 * @self: a page
 *
 * Goes back to the living dashboard.
 */
void
ty_dashboard_page_leave_snapshot (TyDashboardPage *self)
{
  if (self->snapshot_id == NULL)
    return;

  g_clear_pointer (&self->snapshot_id, g_free);
  self->snapshot = NULL;
  clear_cards (self);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  show_bar (self);
  ty_page_refresh (TY_PAGE (self));
}

static void
leave_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  ty_dashboard_page_leave_snapshot (TY_DASHBOARD_PAGE (user_data));
}

typedef struct
{
  TyDashboardPage *page; /* (owned) */
  gboolean remove;
} Taking;

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Taking *taking = user_data;
  g_autoptr(TyDashboardPage) self = taking->page;
  g_autoptr(GError) error = NULL;

  if (!ty_office_take_snapshot_finish (TY_OFFICE (source), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }
  ty_page_tell_done (TY_PAGE (self), taking->remove ? _("Snapshot removed")
                                                    : _("Snapshot taken. It stands in the menu of the dashboards."));
  if (taking->remove)
    ty_dashboard_page_leave_snapshot (self);
}

static void
run (TyDashboardPage  *self,
     const TySnapshot *snapshot,
     gboolean          remove)
{
  Taking *taking = g_new0 (Taking, 1);

  taking->page = g_object_ref (self);
  taking->remove = remove;
  ty_office_take_snapshot_async (ty_page_get_office (TY_PAGE (self)), snapshot, remove, NULL, taken_cb, taking);
}

/* Of what is seen: narrowed, if it is. */
static void
take_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (user_data);
  TyOffice *office = ty_page_get_office (TY_PAGE (self));
  g_autoptr(TySnapshot) snapshot = NULL;
  g_autoptr(GPtrArray) charts = NULL;
  g_autofree char *scope = NULL;
  const TyCardAnswer *answer = ty_dashboard_page_get_answer (self, 0);

  if (answer == NULL || self->snapshot != NULL || self->charts->len != self->dashboard->cards->len)
    return;

  g_object_get (office, "scope-name", &scope, NULL);
  charts = ty_dashboard_page_list_charts (self);
  snapshot = ty_snapshot_new (self->dashboard, charts);
  snapshot->as_of = answer->as_of;
  snapshot->before = answer->before;
  snapshot->scope = answer->scope;
  g_free (snapshot->scope_name);
  snapshot->scope_name = g_strdup (self->narrow_name != NULL ? self->narrow_name
                                   : scope != NULL && *scope != '\0' ? scope : ty_office_get_county_name (office));
  g_free (snapshot->user);
  snapshot->user = g_strdup (ty_office_get_user (office));
  run (self, snapshot, FALSE);
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (user_data);

  if (self->snapshot != NULL)
    run (self, self->snapshot, TRUE);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) snapshots = ty_office_list_snapshots_finish (TY_OFFICE (source), result, &error);
  TyDashboardPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_DASHBOARD_PAGE (user_data);
  if (snapshots == NULL)
    return; /* the dashboards tell what is wrong with the file */

  self->snapshot = NULL;
  g_clear_pointer (&self->snapshots, g_ptr_array_unref);
  self->snapshots = g_steal_pointer (&snapshots);
  self->snapshot = self->snapshot_id != NULL ? find (self, self->snapshot_id) : NULL;
  if (self->snapshot_id != NULL && self->snapshot == NULL)
    {
      /* It was removed, or its taking was undone. */
      ty_dashboard_page_leave_snapshot (self);
      return;
    }
  ty_dashboard_page_go_on (self);
}

/**
 * ty_dashboard_page_list_snapshots:
 * @self: a page that is refreshed
 * @cancellable: stops it
 *
 * Reads the snapshots, and goes on with the page then.
 */
void
ty_dashboard_page_list_snapshots (TyDashboardPage *self,
                                  GCancellable    *cancellable)
{
  ty_office_list_snapshots_async (ty_page_get_office (TY_PAGE (self)), cancellable, listed_cb, self);
}

/**
 * ty_dashboard_page_make_snapshot_menu:
 * @self: a page
 *
 * Returns: (transfer full): the snapshots, to choose from
 */
GMenuModel *
ty_dashboard_page_make_snapshot_menu (TyDashboardPage *self)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; self->snapshots != NULL && i < self->snapshots->len; i++)
    {
      const TySnapshot *snapshot = g_ptr_array_index (self->snapshots, i);
      g_autofree char *day = ty_date_to_record (snapshot->as_of);
      g_autofree char *label = g_strdup_printf ("%s　%s", snapshot->title, day);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "board.show-snapshot", "s", snapshot->id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/**
 * ty_dashboard_page_add_snapshot_actions:
 * @self: a page that is made
 */
void
ty_dashboard_page_add_snapshot_actions (TyDashboardPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "take-snapshot", .activate = take_cb },
    { .name = "show-snapshot", .activate = show_cb, .parameter_type = "s" },
    { .name = "leave-snapshot", .activate = leave_cb },
    { .name = "remove-snapshot", .activate = remove_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}
