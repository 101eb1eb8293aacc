/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-page"

#include "config.h"

#include "ty-pairing-page-private.h"

#include "ty-format.h"
#include "ty-programme.h"
#include "ty-settings.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

/**
 * TyPairingPage:
 *
 * Mentoring (导师帮带): who needs a mentor, who is paired with whom, and whether it happens. A programme at the
 * cut-off date in the scope, as a board.
 */
G_DEFINE_FINAL_TYPE (TyPairingPage, ty_pairing_page, TY_TYPE_PAGE)

/* The programme, and its figures. */

static char *
dup_period (TyRecord *programme)
{
  return ty_format_range (ty_record_get_date (programme, TY_PROGRAMME_FROM_DATE),
                          ty_record_get_date (programme, TY_PROGRAMME_UNTIL_DATE));
}

static GMenuModel *
make_programmes (TyPairingPage *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) programmes = g_menu_new ();

  for (guint i = 0; i < self->data->programmes->len; i++)
    {
      TyRecord *programme = g_ptr_array_index (self->data->programmes, i);
      const char *name = ty_record_get_text (programme, TY_PROGRAMME_NAME);
      g_autoptr(GMenuItem) item = g_menu_item_new (name != NULL ? name : "—", NULL);

      g_menu_item_set_action_and_target (item, "board.programme", "x",
                                         ty_record_get_integer (programme, TY_PROGRAMME_ID));
      g_menu_append_item (programmes, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (programmes));
  return G_MENU_MODEL (menu);
}

static void
show_programme (TyPairingPage *self)
{
  TyRecord *programme = self->data->programme;
  g_autofree char *period = programme != NULL ? dup_period (programme) : NULL;
  g_autoptr(GMenuModel) menu = make_programmes (self);

  gtk_label_set_label (self->programme_label,
                       programme != NULL ? ty_record_get_text (programme, TY_PROGRAMME_NAME) : "");
  gtk_label_set_label (self->period_label, period != NULL ? period : "");
  gtk_menu_button_set_menu_model (self->programme_button, menu);
  gtk_widget_set_visible (self->toolbar, programme != NULL);
}

static void
add_figure (TyPairingPage *self,
            const char    *label,
            const char    *value,
            const char    *rest,
            const char    *unit,
            gboolean       warn)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *caption = gtk_label_new (label);
  GtkWidget *figure = gtk_label_new (value);
  GtkWidget *behind = gtk_label_new (unit);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (figure, "ty-figure-s");
  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (behind, "ty-unit");
  if (warn)
    gtk_widget_add_css_class (figure, "ty-warn");
  gtk_widget_set_valign (behind, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (figure, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (line), figure);
  if (rest != NULL)
    {
      GtkWidget *of = gtk_label_new (rest);

      gtk_widget_add_css_class (of, "ty-figure-s");
      gtk_widget_add_css_class (of, "numeric");
      gtk_widget_add_css_class (of, "dim-label");
      gtk_widget_set_valign (of, GTK_ALIGN_BASELINE);
      gtk_box_append (GTK_BOX (line), of);
    }
  gtk_box_append (GTK_BOX (line), behind);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (self->figures, box);
}

static void
add_count (TyPairingPage *self,
           const char    *label,
           guint          n,
           const char    *unit,
           gboolean       warn)
{
  g_autofree char *value = ty_text_format_count (n);

  add_figure (self, label, value, NULL, unit, warn);
}

static void
show_figures (TyPairingPage *self)
{
  TyPairingBoard *data = self->data;
  guint waiting = ty_pairing_board_count (data, TY_PAIRING_COLUMN_WAITING);
  guint closed = ty_pairing_board_count (data, TY_PAIRING_COLUMN_CLOSED);
  guint met = ty_pairing_board_count (data, TY_PAIRING_COLUMN_UNDER_WAY)
              + ty_pairing_board_count (data, TY_PAIRING_COLUMN_REVIEW);
  guint late = ty_pairing_board_count_overdue (data);
  g_autofree char *talks = ty_text_format_count (data->talks);
  g_autofree char *due_count = ty_text_format_count (data->talks_due);
  g_autofree char *due = g_strconcat ("/", due_count, NULL);
  /* Translators: the unit behind a figure, empty where none is said */
  const char *pairs = C_("unit of a figure", "pairs");
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->figures))) != NULL)
    gtk_box_remove (self->figures, child);
  add_count (self, _("Mentees"), data->cards->len - closed, C_("unit of a figure", "people"), FALSE);
  add_count (self, _("Meeting"), met, pairs, FALSE);
  add_count (self, _("Without a mentor"), waiting, C_("unit of a figure", "people"), FALSE);
  if (data->talks_due > 0)
    /* Translators: the unit behind the number of talks */
    add_figure (self, _("Talks this month"), talks, due, C_("unit of a figure", "talks"), FALSE);
  add_count (self, C_("pairings", "Late"), late, pairs, late > 0);
}

/* What is shown. */

static const char *
find_state (TyPairingPage *self)
{
  if (self->data->programme == NULL)
    return "none";
  if (self->data->cards->len == 0)
    return "nobody";
  if (self->shown->len == 0)
    return "nothing";

  return "board";
}

/**
 * ty_pairing_page_show:
 * @self: a page
 *
 * Shows what was read, as far as it fits the filters.
 */
void
ty_pairing_page_show (TyPairingPage *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));

  if (self->data == NULL)
    return;

  ty_pairing_page_filter (self);
  ty_pair_board_set_writable (self->board, !ty_office_is_read_only (office));
  ty_pair_board_show (self->board, self->data, self->shown);
  gtk_stack_set_visible_child_name (self->stack, find_state (self));
  ty_pairing_page_update_actions (self);
}

static void
filter_cb (TyPairingPage *self,
           GtkWidget     *widget)
{
  if (!self->filling)
    ty_pairing_page_show (self);
}

static void
drop_cb (TyPairingPage *self,
         GParamSpec    *pspec,
         GtkDropDown   *drop)
{
  if (!self->filling)
    ty_pairing_page_show (self);
}

static void
stop_search_cb (TyPairingPage *self,
                GtkWidget     *search)
{
  gtk_editable_set_text (self->search, "");
  gtk_toggle_button_set_active (self->filter_button, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->board), GTK_DIR_TAB_FORWARD);
}

static void
tell_late (TyPairingPage  *self,
           TyPairingBoard *data)
{
  guint late = ty_pairing_board_count_overdue (data);

  ty_page_set_count (TY_PAGE (self), late > 0 ? (int) late : -1, TY_PAGE_BADGE_LATE);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPairingBoard) data = ty_office_load_pairing_board_finish (TY_OFFICE (source), result, &error);
  TyPairingPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PAIRING_PAGE (user_data);
  ty_page_set_loading (TY_PAGE (self), FALSE);
  if (data == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
        ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }

  tell_late (self, data);
  ty_pairing_page_take_data (self, g_steal_pointer (&data));
  self->programme = self->data->programme != NULL
                      ? ty_record_get_integer (self->data->programme, TY_PROGRAMME_ID) : 0;
  show_programme (self);
  show_figures (self);
  ty_pairing_page_show (self);
}

static void
ty_pairing_page_refresh (TyPage *page)
{
  ty_office_load_pairing_board_async (ty_page_get_office (page), TY_PAIRING_PAGE (page)->programme,
                                      ty_page_begin (page), loaded_cb, page);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPairingBoard) data = ty_office_load_pairing_board_finish (TY_OFFICE (source), result, &error);

  if (data != NULL)
    tell_late (TY_PAIRING_PAGE (user_data), data);
}

static void
ty_pairing_page_count (TyPage       *page,
                       GCancellable *cancellable)
{
  ty_office_load_pairing_board_async (ty_page_get_office (page), TY_PAIRING_PAGE (page)->programme,
                                      cancellable, counted_cb, page);
}

static void
ty_pairing_page_find (TyPage *page)
{
  TyPairingPage *self = TY_PAIRING_PAGE (page);

  gtk_toggle_button_set_active (self->filter_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* The board. */

static void
move_cb (TyPairingPage *self,
         TyPairCard    *card,
         guint          column,
         TyPairBoard   *board)
{
  TyPairingCard *record = ty_pairing_board_find (self->data, ty_pair_card_get_person (card),
                                                 ty_pair_card_get_pairing (card));

  if (record != NULL)
    ty_pairing_page_move (self, record, column);
}

static void
open_cb (TyPairingPage *self,
         TyPairCard    *card,
         TyPairBoard   *board)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-person", "x", ty_pair_card_get_person (card));
}

static void
menu_cb (TyPairingPage *self,
         TyPairCard    *card,
         TyPairBoard   *board)
{
  ty_pairing_page_show_menu (self, GTK_WIDGET (card));
}

static void
chosen_cb (TyPairingPage *self,
           TyPairCard    *card,
           TyPairBoard   *board)
{
  ty_pairing_page_update_actions (self);
}

static void
folded_cb (TyPairingPage *self,
           TyPairBoard   *board)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    if (ty_pair_column_is_folded (ty_pair_board_get_column (board, i)))
      g_ptr_array_add (words, (gpointer) ty_pairing_column_to_string (i));
  g_ptr_array_add (words, NULL);
  g_settings_set_strv (ty_settings_get (), "board-folded", (const char *const *) words->pdata);
}

static void
restore_folded (TyPairingPage *self)
{
  g_auto(GStrv) words = g_settings_get_strv (ty_settings_get (), "board-folded");

  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    ty_pair_column_set_folded (ty_pair_board_get_column (self->board, i),
                               g_strv_contains ((const char *const *) words, ty_pairing_column_to_string (i)));
}

/* A window of GTK 4.8 takes Shift+F10 for F10 and opens its own menu, before anybody else sees it. */
static gboolean
key_cb (TyPairingPage         *self,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkEventControllerKey *controller)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *focus = gtk_window_get_focus (window);

  if (keyval != GDK_KEY_F10 || (state & GDK_SHIFT_MASK) == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self))
      || focus == NULL || !TY_IS_PAIR_CARD (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;

  ty_pairing_page_show_menu (self, focus);
  return GDK_EVENT_STOP;
}

static void
ty_pairing_page_realize (GtkWidget *widget)
{
  TyPairingPage *self = TY_PAIRING_PAGE (widget);

  GTK_WIDGET_CLASS (ty_pairing_page_parent_class)->realize (widget);
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);
}

static void
ty_pairing_page_unrealize (GtkWidget *widget)
{
  TyPairingPage *self = TY_PAIRING_PAGE (widget);

  gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);
  self->keys = NULL;
  GTK_WIDGET_CLASS (ty_pairing_page_parent_class)->unrealize (widget);
}

static void
ty_pairing_page_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TyPairingPage *self = TY_PAIRING_PAGE (widget);

  GTK_WIDGET_CLASS (ty_pairing_page_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
ty_pairing_page_dispose (GObject *object)
{
  TyPairingPage *self = TY_PAIRING_PAGE (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (ty_pairing_page_parent_class)->dispose (object);
}

static void
ty_pairing_page_finalize (GObject *object)
{
  TyPairingPage *self = TY_PAIRING_PAGE (object);

  g_clear_pointer (&self->data, ty_pairing_board_free);
  g_ptr_array_unref (self->shown);

  G_OBJECT_CLASS (ty_pairing_page_parent_class)->finalize (object);
}

static void
ty_pairing_page_class_init (TyPairingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_pairing_page_dispose;
  object_class->finalize = ty_pairing_page_finalize;
  widget_class->realize = ty_pairing_page_realize;
  widget_class->unrealize = ty_pairing_page_unrealize;
  widget_class->size_allocate = ty_pairing_page_size_allocate;
  TY_PAGE_CLASS (klass)->refresh = ty_pairing_page_refresh;
  TY_PAGE_CLASS (klass)->count = ty_pairing_page_count;
  TY_PAGE_CLASS (klass)->find = ty_pairing_page_find;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-pairing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, programme_button);
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, programme_label);
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, period_label);
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, figures);
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, search);
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, township_drop);
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, need_drop);
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, late_button);
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, board);
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, none_page);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  ty_pairing_page_install_actions (widget_class);
}

static void
ty_pairing_page_init (TyPairingPage *self)
{
  self->shown = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  restore_folded (self);
  ty_pairing_page_update_actions (self);
}

/**
 * ty_pairing_page_new:
 * @office: (nullable): from which it reads
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
ty_pairing_page_new (TyOffice *office)
{
  return g_object_new (TY_TYPE_PAIRING_PAGE,
                       "page-name", "pairing",
                       "title", _("Mentoring"),
                       "icon-name", "ty-pairing-symbolic",
                       "group", C_("sidebar", "Work"),
                       "office", office,
                       NULL);
}

/**
 * ty_pairing_page_get_board:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what it shows; %NULL before it was read
 */
TyPairingBoard *
ty_pairing_page_get_board (TyPairingPage *self)
{
  g_return_val_if_fail (TY_IS_PAIRING_PAGE (self), NULL);

  return self->data;
}

/**
 * ty_pairing_page_show_programme:
 * @self: a page
 * @programme: key of a programme
 *
 * Shows another programme.
 */
void
ty_pairing_page_show_programme (TyPairingPage *self,
                                gint64         programme)
{
  g_return_if_fail (TY_IS_PAIRING_PAGE (self));

  if (self->programme == programme)
    return;
  self->programme = programme;
  ty_page_refresh (TY_PAGE (self));
}
