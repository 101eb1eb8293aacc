/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dashboard-page"

#include "config.h"

#include "ty-dashboard-page-private.h"

#include "ty-card-editor.h"
#include "ty-filter-namer.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is changed of a dashboard. Each change is one action with an undo: of a dashboard of the program the county
 * keeps a copy from the first change on, until it is reset. */

static gboolean
is_writable (TyDashboardPage *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));

  return office != NULL && ty_office_is_open (office) && !ty_office_is_read_only (office);
}

typedef struct
{
  TyDashboardPage *page; /* (owned) */
  char *text;            /* (owned): what is told when it is done */
  char *word;            /* (owned) (nullable): of the dashboard that is shown then */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->page);
  g_free (saving->text);
  g_free (saving->word);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static Saving *
saving_new (TyDashboardPage *self,
            const char      *text,
            const char      *word)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->page = g_object_ref (self);
  saving->text = g_strdup (text);
  saving->word = g_strdup (word);
  return saving;
}

static void
finish (Saving   *saving,
        gboolean  done,
        GError   *error)
{
  TyDashboardPage *self = saving->page;

  if (done)
    {
      ty_page_tell_done (TY_PAGE (self), saving->text);
      if (saving->word != NULL)
        ty_dashboard_page_show (self, saving->word);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      ty_page_tell_problem (TY_PAGE (self), error);
    }
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = ty_office_save_dashboard_finish (TY_OFFICE (source), result, &error);

  finish (saving, done, error);
}

static void
reset_done_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = ty_office_reset_dashboard_finish (TY_OFFICE (source), result, &error);

  finish (saving, done, error);
}

static void
save (TyDashboardPage   *self,
      const TyDashboard *dashboard,
      const char        *text,
      gboolean           show)
{
  ty_office_save_dashboard_async (ty_page_get_office (TY_PAGE (self)), dashboard, NULL, saved_cb,
                                  saving_new (self, text, show ? dashboard->word : NULL));
}

static TyCard *
get_card (TyDashboard *dashboard,
          GVariant    *parameter)
{
  guint number = g_variant_get_uint32 (parameter);

  return number < dashboard->cards->len ? g_ptr_array_index (dashboard->cards, number) : NULL;
}

/**
 * ty_dashboard_page_move_card:
 * @self: a page
 * @from: a card
 * @to: the card in whose place it comes
 */
void
ty_dashboard_page_move_card (TyDashboardPage *self,
                             guint            from,
                             guint            to)
{
  g_autoptr(TyDashboard) dashboard = ty_dashboard_copy (self->dashboard);
  guint n = dashboard->cards->len;

  if (from == to || from >= n || to >= n || !is_writable (self))
    return;

  g_ptr_array_insert (dashboard->cards, (int) to, g_ptr_array_steal_index (dashboard->cards, from));
  save (self, dashboard, _("Card moved"), FALSE);
}

static void
earlier_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  guint number = g_variant_get_uint32 (parameter);

  if (number > 0)
    ty_dashboard_page_move_card (TY_DASHBOARD_PAGE (user_data), number, number - 1);
}

static void
later_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  guint number = g_variant_get_uint32 (parameter);

  ty_dashboard_page_move_card (TY_DASHBOARD_PAGE (user_data), number, number + 1);
}

static void
resize (TyDashboardPage *self,
        GVariant        *parameter,
        int              width,
        int              height)
{
  g_autoptr(TyDashboard) dashboard = ty_dashboard_copy (self->dashboard);
  TyCard *card = get_card (dashboard, parameter);

  if (card == NULL)
    return;

  card->width = (guint) CLAMP ((int) card->width + width, 1, TY_CARD_COLUMNS);
  card->height = (guint) CLAMP ((int) card->height + height, 1, TY_CARD_MAX_HEIGHT);
  save (self, dashboard, _("Size of the card changed"), FALSE);
}

static void
wider_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  resize (user_data, parameter, 1, 0);
}

static void
narrower_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  resize (user_data, parameter, -1, 0);
}

static void
higher_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  resize (user_data, parameter, 0, 1);
}

static void
lower_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  resize (user_data, parameter, 0, -1);
}

static void
copy_card_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (user_data);
  g_autoptr(TyDashboard) dashboard = ty_dashboard_copy (self->dashboard);
  const TyCard *card = get_card (dashboard, parameter);

  if (card == NULL)
    return;

  g_ptr_array_insert (dashboard->cards, (int) g_variant_get_uint32 (parameter) + 1, ty_card_copy (card));
  save (self, dashboard, _("Card copied"), FALSE);
}

static void
remove_card_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (user_data);
  g_autoptr(TyDashboard) dashboard = ty_dashboard_copy (self->dashboard);

  if (get_card (dashboard, parameter) == NULL)
    return;

  g_ptr_array_remove_index (dashboard->cards, g_variant_get_uint32 (parameter));
  save (self, dashboard, _("Card removed"), FALSE);
}

static void
copy_numbers_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (user_data);
  guint number = g_variant_get_uint32 (parameter);

  if (number >= self->cards->len)
    return;

  ty_chart_view_copy (ty_dashboard_card_get_view (g_ptr_array_index (self->cards, number)));
  ty_page_tell (TY_PAGE (self), _("The numbers of the card were copied."));
}

/* The form of a card. */

static void
card_made_cb (TyDashboardPage *self,
              TyCardEditor    *editor)
{
  g_autoptr(TyDashboard) dashboard = ty_dashboard_copy (self->dashboard);
  TyCard *card = ty_card_editor_dup_card (editor);
  guint number = ty_card_editor_get_number (editor);
  gboolean is_new = number >= dashboard->cards->len;

  if (!is_new)
    g_ptr_array_remove_index (dashboard->cards, number);
  g_ptr_array_insert (dashboard->cards, is_new ? -1 : (int) number, card);
  save (self, dashboard, is_new ? _("Card added") : _("Card changed"), FALSE);
}

static void
edit_card (TyDashboardPage *self,
           const TyCard    *card,
           guint            number)
{
  TyCardEditor *editor = ty_card_editor_new (card, number);

  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (editor, "made", G_CALLBACK (card_made_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
edit_card_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (user_data);
  const TyCard *card = get_card (self->dashboard, parameter);

  if (card != NULL)
    edit_card (self, card, g_variant_get_uint32 (parameter));
}

static void
add_card_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (user_data);
  g_autoptr(TyCard) card = ty_card_new (TY_CARD_BAR);

  card->population = ty_population_new_who (TY_WHO_MEMBERS);
  card->dimensions[card->n_dimensions++] = ty_dimension_find ("age_band");
  ty_card_add_figure (card, ty_measure_find ("count"));
  card->width = 6;
  card->height = 2;
  edit_card (self, card, self->dashboard->cards->len);
}

/* Dashboards. */

static void
dashboard_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ty_dashboard_page_show (TY_DASHBOARD_PAGE (user_data), g_variant_get_string (parameter, NULL));
}

static void
set_title (TyDashboard *dashboard,
           const char  *name)
{
  g_autofree char *clean = ty_text_clean (name);

  g_clear_pointer (&dashboard->title, ty_label_free);
  dashboard->title = ty_label_new (clean);
}

static void
copied_cb (const char *name,
           gpointer    user_data)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (user_data);
  g_autoptr(TyDashboard) dashboard = ty_dashboard_copy (self->dashboard);

  g_free (dashboard->word);
  dashboard->word = ty_dashboard_suggest_word (self->dashboards, self->dashboard->word);
  set_title (dashboard, name);
  save (self, dashboard, _("Dashboard copied"), TRUE);
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (user_data);
  /* Translators: what a copy of a dashboard is called at first */
  g_autofree char *name = g_strdup_printf (_("%s (copy)"), ty_label_get (self->dashboard->title));

  ty_filter_namer_ask_of (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Copy the Dashboard"),
                          _("Name of the dashboard"), name, copied_cb, self);
}

static void
renamed_cb (const char *name,
            gpointer    user_data)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (user_data);
  g_autoptr(TyDashboard) dashboard = ty_dashboard_copy (self->dashboard);

  set_title (dashboard, name);
  save (self, dashboard, _("Dashboard renamed"), FALSE);
}

static void
rename_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (user_data);

  ty_filter_namer_ask_of (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Rename the Dashboard"),
                          _("Name of the dashboard"), ty_label_get (self->dashboard->title), renamed_cb, self);
}

static void
reset_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (user_data);

  ty_office_reset_dashboard_async (ty_page_get_office (TY_PAGE (self)), self->dashboard, NULL, reset_done_cb,
                                   saving_new (self, self->dashboard->shipped ? _("Dashboard reset")
                                                                             : _("Dashboard removed"), NULL));
}

/**
 * ty_dashboard_page_update_actions:
 * @self: a page
 *
 * Enables what can be done now.
 */
void
ty_dashboard_page_update_actions (TyDashboardPage *self)
{
  static const char *const changing[] = {
    "edit-card", "copy-card", "remove-card", "earlier", "later", "wider", "narrower", "higher", "lower", "add-card",
    "copy", "rename",
  };
  gboolean writable = self->dashboard != NULL && is_writable (self);

  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                                              changing[i])), writable);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "reset")),
                               writable && self->dashboard->edited);
  gtk_widget_set_sensitive (GTK_WIDGET (self->edit_button), writable);
}

/* Menus. */

/**
 * ty_dashboard_page_fill_menus:
 * @self: a page with dashboards
 *
 * Offers the dashboards, and what can be done with the one that is shown.
 */
void
ty_dashboard_page_fill_menus (TyDashboardPage *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) shipped = g_menu_new ();
  g_autoptr(GMenu) own = g_menu_new ();
  g_autoptr(GMenu) work = g_menu_new ();
  g_autoptr(GMenuModel) snapshots = ty_dashboard_page_make_snapshot_menu (self);

  for (guint i = 0; i < self->dashboards->len; i++)
    {
      const TyDashboard *dashboard = g_ptr_array_index (self->dashboards, i);
      g_autoptr(GMenuItem) item = g_menu_item_new (ty_label_get (dashboard->title), NULL);

      g_menu_item_set_action_and_target (item, "board.dashboard", "s", dashboard->word);
      g_menu_append_item (dashboard->shipped ? shipped : own, item);
    }
  g_menu_append (work, _("Take a Snapshot"), "board.take-snapshot");
  g_menu_append (work, _("Copy…"), "board.copy");
  g_menu_append (work, _("Rename…"), "board.rename");
  g_menu_append (work, self->dashboard->shipped ? _("Reset to the Shipped One") : _("Remove"), "board.reset");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shipped));
  g_menu_append_section (menu, _("Dashboards of the county"), G_MENU_MODEL (own));
  g_menu_append_section (menu, _("Snapshots"), snapshots);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (work));
  gtk_menu_button_set_menu_model (self->title_button, G_MENU_MODEL (menu));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                                          "dashboard")),
                             g_variant_new_string (self->dashboard->word));
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          guint       card)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "u", card);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (guint card)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) numbers = g_menu_new ();
  g_autoptr(GMenu) change = g_menu_new ();
  g_autoptr(GMenu) place = g_menu_new ();
  g_autoptr(GMenu) end = g_menu_new ();
  g_autoptr(GMenuModel) exports = ty_dashboard_page_make_export_menu (card);

  add_item (numbers, _("Copy the Numbers"), "board.copy-numbers", card);
  g_menu_append_submenu (numbers, _("Export"), exports);
  add_item (change, _("Edit…"), "board.edit-card", card);
  add_item (change, _("Copy the Card"), "board.copy-card", card);
  add_item (place, _("Move Forward"), "board.earlier", card);
  add_item (place, _("Move Back"), "board.later", card);
  add_item (place, _("Wider"), "board.wider", card);
  add_item (place, _("Narrower"), "board.narrower", card);
  add_item (place, _("Higher"), "board.higher", card);
  add_item (place, _("Lower"), "board.lower", card);
  add_item (end, _("Remove"), "board.remove-card", card);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (numbers));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (menu);
}

/**
 * ty_dashboard_page_show_menu:
 * @self: a page
 * @card: a card
 * @at: the widget at which its menu is shown
 */
void
ty_dashboard_page_show_menu (TyDashboardPage *self,
                             TyDashboardCard *card,
                             GtkWidget       *at)
{
  g_autoptr(GMenuModel) model = make_menu (ty_dashboard_card_get_number (card));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (at, GTK_WIDGET (self), &bounds))
    return;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) (bounds.origin.x + bounds.size.width / 2),
                                                 (int) (bounds.origin.y + MIN (bounds.size.height, 40)), 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * ty_dashboard_page_add_actions:
 * @self: a page that is made
 */
void
ty_dashboard_page_add_actions (TyDashboardPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "dashboard", .activate = dashboard_cb, .parameter_type = "s", .state = "''" },
    { .name = "copy", .activate = copy_cb },
    { .name = "rename", .activate = rename_cb },
    { .name = "reset", .activate = reset_cb },
    { .name = "add-card", .activate = add_card_cb },
    { .name = "edit-card", .activate = edit_card_cb, .parameter_type = "u" },
    { .name = "copy-card", .activate = copy_card_cb, .parameter_type = "u" },
    { .name = "remove-card", .activate = remove_card_cb, .parameter_type = "u" },
    { .name = "copy-numbers", .activate = copy_numbers_cb, .parameter_type = "u" },
    { .name = "earlier", .activate = earlier_cb, .parameter_type = "u" },
    { .name = "later", .activate = later_cb, .parameter_type = "u" },
    { .name = "wider", .activate = wider_cb, .parameter_type = "u" },
    { .name = "narrower", .activate = narrower_cb, .parameter_type = "u" },
    { .name = "higher", .activate = higher_cb, .parameter_type = "u" },
    { .name = "lower", .activate = lower_cb, .parameter_type = "u" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  ty_dashboard_page_update_actions (self);
}
