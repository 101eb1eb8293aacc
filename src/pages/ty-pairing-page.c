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
  g_autoptr(GMenu) edit = g_menu_new ();
  g_autoptr(GMenu) pair = g_menu_new ();

  for (guint i = 0; i < self->data->programmes->len; i++)
    {
      TyRecord *programme = g_ptr_array_index (self->data->programmes, i);
      const char *name = ty_record_get_text (programme, TY_PROGRAMME_NAME);
      g_autoptr(GMenuItem) item = g_menu_item_new (name != NULL ? name : "—", NULL);

      g_menu_item_set_action_and_target (item, "board.programme", "x",
                                         ty_record_get_integer (programme, TY_PROGRAMME_ID));
      g_menu_append_item (programmes, item);
    }
  g_menu_append (edit, _("Edit the Programme…"), "board.edit-programme");
  g_menu_append (edit, _("New Programme…"), "board.new-programme");
  g_menu_append (pair, _("New Pairing…"), "board.pair");
  g_menu_append (pair, _("Mentors by the Records…"), "board.propose-mentors");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (programmes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (pair));
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
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->programme_label),
                               gtk_label_get_label (self->programme_label));
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

/**
 * ty_pairing_page_is_by_mentor:
 * @self: a page
 *
 * Returns: whether the cards are arranged by mentor, not by state
 */
gboolean
ty_pairing_page_is_by_mentor (TyPairingPage *self)
{
  g_autofree char *arrangement = g_settings_get_string (ty_settings_get (), "board-arrangement");

  return g_str_equal (arrangement, "mentors");
}

static const char *
find_state (TyPairingPage *self)
{
  if (self->data->programme == NULL)
    return "none";
  if (self->data->cards->len == 0)
    return "nobody";
  if (self->shown->len == 0)
    return "nothing";

  return ty_pairing_page_is_by_mentor (self) ? "mentors" : "board";
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
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  if (self->data == NULL)
    return;

  ty_pairing_page_filter (self);
  /* What is not seen holds nothing of what was read. */
  ty_pair_board_set_writable (self->board, !ty_office_is_read_only (office));
  ty_mentor_board_set_writable (self->mentors, !ty_office_is_read_only (office));
  if (ty_pairing_page_is_by_mentor (self))
    {
      ty_pair_board_show (self->board, self->data, none);
      ty_mentor_board_show (self->mentors, self->data, self->shown);
    }
  else
    {
      ty_mentor_board_clear (self->mentors);
      ty_pair_board_show (self->board, self->data, self->shown);
    }
  gtk_stack_set_visible_child_name (self->stack, find_state (self));
  ty_pairing_page_show_portraits (self);
  ty_pairing_page_update_actions (self);
  ty_pairing_page_update_pane (self);
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

/* Enter leads from what was typed to the first card that it leaves. */
static void
search_activate_cb (TyPairingPage *self,
                    GtkWidget     *search)
{
  if (ty_pairing_page_is_by_mentor (self))
    {
      gtk_widget_child_focus (GTK_WIDGET (self->mentors), GTK_DIR_TAB_FORWARD);
      return;
    }
  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    {
      TyPairColumn *column = ty_pair_board_get_column (self->board, i);
      GtkWidget *card = ty_pair_stack_get_card (ty_pair_column_get_stack (column), 0);

      if (card != NULL && !ty_pair_column_is_folded (column) && ty_pair_board_focus_card (self->board, card))
        return;
    }
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
  if (self->programme != 0)
    g_settings_set_int64 (ty_settings_get (), "board-programme", self->programme);
  show_programme (self);
  show_figures (self);
  ty_pairing_page_ask_plan (self);
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
  ty_pairing_page_update_pane (self);
}

static void
open_person_cb (TyPairingPage *self,
                gint64         person,
                TyMentorBoard *mentors)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-person", "x", person);
}

static void
mentor_menu_cb (TyPairingPage *self,
                GtkWidget     *row,
                TyMentorBoard *mentors)
{
  ty_pairing_page_show_menu (self, row);
}

static void
mentor_chosen_cb (TyPairingPage *self,
                  TyMentorBoard *mentors)
{
  ty_pairing_page_update_actions (self);
  ty_pairing_page_update_pane (self);
}

static void
reassign_cb (TyPairingPage *self,
             gint64         person,
             gint64         pairing,
             gint64         mentor,
             TyMentorBoard *mentors)
{
  ty_pairing_page_reassign (self, person, pairing, mentor);
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
      || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
      || ty_pairing_page_get_chosen (self) == NULL)
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
  ty_pairing_page_follow_width (self, TRUE);
}

static void
ty_pairing_page_unrealize (GtkWidget *widget)
{
  TyPairingPage *self = TY_PAIRING_PAGE (widget);

  ty_pairing_page_follow_width (self, FALSE);
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

  ty_pairing_page_stop_plan (self);
  g_cancellable_cancel (self->loading_portraits);
  g_clear_object (&self->loading_portraits);
  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (ty_pairing_page_parent_class)->dispose (object);
}

static void
ty_pairing_page_finalize (GObject *object)
{
  TyPairingPage *self = TY_PAIRING_PAGE (object);

  g_clear_pointer (&self->data, ty_pairing_board_free);
  g_clear_pointer (&self->portraits, g_hash_table_unref);
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
  TY_PAGE_CLASS (klass)->print = ty_pairing_page_print;
  TY_PAGE_CLASS (klass)->present = ty_pairing_page_present;

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
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, mentors);
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, pane_frame);
  gtk_widget_class_bind_template_child (widget_class, TyPairingPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_person_cb);
  gtk_widget_class_bind_template_callback (widget_class, mentor_menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, mentor_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, reassign_cb);
  ty_pairing_page_install_actions (widget_class);
  ty_pairing_page_install_pool_actions (widget_class);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "board.log-talk", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "arrange.board-pane", NULL);
}

/* The toggles are radio items of the setting: the arrangement is the same in every window. */
static void
add_arrangement (TyPairingPage *self)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GAction) arrangement = g_settings_create_action (ty_settings_get (), "board-arrangement");
  g_autoptr(GAction) pane = g_settings_create_action (ty_settings_get (), "board-pane");

  g_action_map_add_action (G_ACTION_MAP (group), arrangement);
  g_action_map_add_action (G_ACTION_MAP (group), pane);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "arrange", G_ACTION_GROUP (group));
  g_signal_connect_object (ty_settings_get (), "changed::board-arrangement", G_CALLBACK (ty_pairing_page_show),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ty_settings_get (), "changed::board-pane", G_CALLBACK (ty_pairing_page_update_pane),
                           self, G_CONNECT_SWAPPED);
}

static void
ty_pairing_page_init (TyPairingPage *self)
{
  self->shown = g_ptr_array_new ();
  ty_pairing_page_forget_portraits (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  restore_folded (self);
  self->programme = g_settings_get_int64 (ty_settings_get (), "board-programme");
  add_arrangement (self);
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
 * ty_pairing_page_get_person:
 * @self: a page
 *
 * Returns: key of the mentee whose card is current, or 0
 */
gint64
ty_pairing_page_get_person (TyPairingPage *self)
{
  const TyPairingCard *card;

  g_return_val_if_fail (TY_IS_PAIRING_PAGE (self), 0);

  card = ty_pairing_page_get_chosen (self);
  return card != NULL ? card->person : 0;
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
