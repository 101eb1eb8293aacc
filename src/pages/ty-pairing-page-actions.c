/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-page-actions"

#include "config.h"

#include "ty-pairing-page-private.h"

#include "ty-day-question.h"
#include "ty-milestone.h"
#include "ty-office-pairing.h"
#include "ty-office-replace.h"
#include "ty-pairing-editor.h"
#include "ty-pairing-end.h"
#include "ty-pairing-review.h"
#include "ty-plan-window.h"
#include "ty-pairing.h"
#include "ty-record-editor.h"
#include "ty-talk-form.h"
#include "ty-programme-form.h"
#include "ty-programme.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

/* What is done with cards. Dragging, keys, the menu and the buttons come here, so that each way is the same
 * action, with undo and with a sentence that says what was done. */

/**
 * ty_pairing_page_get_chosen:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the card that is current, in either arrangement
 */
TyPairingCard *
ty_pairing_page_get_chosen (TyPairingPage *self)
{
  const TyPairingCard *chosen = self->data != NULL && ty_pairing_page_is_by_mentor (self)
                                  ? ty_mentor_board_get_chosen (self->mentors) : NULL;
  TyPairCard *card = self->data != NULL && !ty_pairing_page_is_by_mentor (self)
                       ? ty_pair_board_get_chosen (self->board) : NULL;

  if (chosen != NULL)
    return ty_pairing_board_find (self->data, chosen->person, chosen->pairing);
  return card != NULL ? ty_pairing_board_find (self->data, ty_pair_card_get_person (card),
                                               ty_pair_card_get_pairing (card)) : NULL;
}

static gboolean
is_writable (TyPairingPage *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));

  return office != NULL && ty_office_is_open (office) && !ty_office_is_read_only (office);
}

typedef struct
{
  TyPairingPage *page; /* (owned) */
  char *text;          /* (owned): what is told when it is done */
} Told;

static void
edited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Told *told = user_data;
  g_autoptr(GError) error = NULL;
  gboolean changed;

  if (ty_office_edit_pairings_finish (TY_OFFICE (source), result, &changed, &error))
    {
      if (changed)
        ty_page_tell_done (TY_PAGE (told->page), told->text);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      ty_page_tell_problem (TY_PAGE (told->page), error);
      ty_page_refresh (TY_PAGE (told->page));
    }
  g_object_unref (told->page);
  g_free (told->text);
  g_free (told);
}

/* @text: (transfer full): what is told when it is done */
static void
edit (TyPairingPage     *self,
      TyRecord          *pairing,
      TyPairingEditKind  kind,
      const char        *state,
      char              *text)
{
  g_autoptr(GPtrArray) pairings = g_ptr_array_new ();
  TyPairingEdit what = { .kind = kind, .pairings = pairings, .state = state, .day = ty_date_today () };
  Told *told = g_new0 (Told, 1);

  told->page = g_object_ref (self);
  told->text = text;
  g_ptr_array_add (pairings, pairing);
  ty_office_edit_pairings_async (ty_page_get_office (TY_PAGE (self)), &what, NULL, edited_cb, told);
}

/* Who looks at another day is asked first; meanwhile the board may be read anew. */

typedef struct
{
  gint64 person;
  gint64 pairing;
  TyPairingColumn column;
} Wanted;

static void
saved_cb (TyPairingPage *self,
          const char    *text,
          GtkWindow     *window)
{
  ty_page_tell_done (TY_PAGE (self), text);
}

static void
present (TyPairingPage *self,
         GtkWindow     *window)
{
  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (window, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
pair (TyPairingPage       *self,
      const TyPairingCard *card,
      const char          *state)
{
  present (self, GTK_WINDOW (ty_pairing_editor_new (ty_page_get_office (TY_PAGE (self)), self->data->programme,
                                                    card != NULL ? card->person : 0,
                                                    card != NULL ? card->face->name : NULL, state)));
}

static void
move (TyPage   *page,
      gpointer  data)
{
  TyPairingPage *self = TY_PAIRING_PAGE (page);
  const Wanted *wanted = data;
  TyPairingCard *card = ty_pairing_board_find (self->data, wanted->person, wanted->pairing);
  const char *label = ty_pairing_column_get_label (wanted->column);
  const char *state = ty_pairing_column_get_state (wanted->column);

  if (card == NULL || !ty_pairing_card_can_move (card, wanted->column))
    return;
  if (card->record == NULL)
    pair (self, card, state);
  else if (wanted->column == TY_PAIRING_COLUMN_WAITING)
    edit (self, card->record, TY_PAIRING_WITHDRAW, NULL,
          /* Translators: the mentee */
          g_strdup_printf (_("The proposed pairing of %s was taken back."), card->face->name));
  else if (wanted->column == TY_PAIRING_COLUMN_CLOSED)
    present (self, GTK_WINDOW (ty_pairing_end_new (ty_page_get_office (TY_PAGE (self)), card->record,
                                                   card->face->name, card->face->mentor)));
  else
    edit (self, card->record, TY_PAIRING_MOVE, state,
          /* Translators: the mentee, and the column of the board */
          g_strdup_printf (_("%1$s was moved to “%2$s”."), card->face->name, label));
}

/**
 * ty_pairing_page_move:
 * @self: a page
 * @card: a card of its board
 * @column: another column
 *
 * Moves a card there: as an action, or by a form where more has to be said.
 */
void
ty_pairing_page_move (TyPairingPage   *self,
                      TyPairingCard   *card,
                      TyPairingColumn  column)
{
  Wanted *wanted;

  if (!is_writable (self))
    return;

  wanted = g_new0 (Wanted, 1);
  *wanted = (Wanted){ card->person, card->pairing, column };
  ty_day_question_ask (TY_PAGE (self), move, wanted, g_free);
}

static void
move_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyPairingPage *self = TY_PAIRING_PAGE (widget);
  TyPairingCard *card = ty_pairing_page_get_chosen (self);

  for (guint i = 0; card != NULL && i < TY_N_PAIRING_COLUMNS; i++)
    if (g_str_equal (ty_pairing_column_to_string (i), g_variant_get_string (parameter, NULL))
        && ty_pairing_card_can_move (card, i))
      {
        ty_pairing_page_move (self, card, i);
        return;
      }
}

/* To another mentor: what had begun ends as changed, and a new pairing is proposed, as one action. */

static void
replaced_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Told *told = user_data;
  g_autoptr(GError) error = NULL;
  gboolean changed;

  if (ty_office_replace_pairings_finish (TY_OFFICE (source), result, &changed, &error))
    {
      if (changed)
        ty_page_tell_done (TY_PAGE (told->page), told->text);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ty_page_tell_problem (TY_PAGE (told->page), error);
  g_object_unref (told->page);
  g_free (told->text);
  g_free (told);
}

typedef struct
{
  gint64 person;
  gint64 pairing;
  gint64 mentor;
} Reassignment;

static const TyBoardMentor *
find_mentor (TyPairingPage *self,
             gint64         person)
{
  for (guint i = 0; i < self->data->mentors->len; i++)
    {
      const TyBoardMentor *mentor = g_ptr_array_index (self->data->mentors, i);

      if (mentor->person == person)
        return mentor;
    }
  return NULL;
}

static void
reassign (TyPage   *page,
          gpointer  data)
{
  TyPairingPage *self = TY_PAIRING_PAGE (page);
  const Reassignment *wanted = data;
  TyPairingCard *card = ty_pairing_board_find (self->data, wanted->person, wanted->pairing);
  const TyBoardMentor *mentor = find_mentor (self, wanted->mentor);
  g_autoptr(GPtrArray) stored = g_ptr_array_new ();
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  TyRecord *pairing;
  Told *told;

  if (card == NULL || card->record == NULL || mentor == NULL)
    return;

  pairing = ty_record_new (&ty_pairing_info);
  ty_record_set_integer (pairing, TY_PAIRING_PERSON, card->person);
  ty_record_set_integer (pairing, TY_PAIRING_MENTOR, mentor->person);
  ty_record_set_integer (pairing, TY_PAIRING_PROGRAMME,
                         ty_record_get_integer (card->record, TY_PAIRING_PROGRAMME));
  ty_record_set_text (pairing, TY_PAIRING_STATE, "proposed");
  ty_record_set_text (pairing, TY_PAIRING_GOAL, ty_record_get_text (card->record, TY_PAIRING_GOAL));
  g_ptr_array_add (stored, card->record);
  g_ptr_array_add (added, pairing);
  told = g_new0 (Told, 1);
  told->page = g_object_ref (self);
  /* Translators: the mentee, and the new mentor */
  told->text = g_strdup_printf (_("%1$s is proposed to be helped by %2$s."), card->face->name, mentor->name);
  ty_office_replace_pairings_async (ty_page_get_office (page), stored, added, NULL, replaced_cb, told);
}

/**
 * ty_pairing_page_reassign:
 * @self: a page
 * @person: key of a mentee
 * @pairing: id of the pairing
 * @mentor: key of another mentor
 *
 * Gives a mentee to another mentor.
 */
void
ty_pairing_page_reassign (TyPairingPage *self,
                          gint64         person,
                          gint64         pairing,
                          gint64         mentor)
{
  Reassignment *wanted;

  if (!is_writable (self))
    return;

  wanted = g_new0 (Reassignment, 1);
  *wanted = (Reassignment){ person, pairing, mentor };
  ty_day_question_ask (TY_PAGE (self), reassign, wanted, g_free);
}

/* Forms. */

static void
log_talk (TyPage   *page,
          gpointer  data)
{
  TyPairingPage *self = TY_PAIRING_PAGE (page);

  present (self, GTK_WINDOW (ty_talk_form_new (ty_page_get_office (page), self->data,
                                               ty_pairing_page_get_chosen (self))));
}

static void
log_talk_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  ty_day_question_ask (TY_PAGE (widget), log_talk, NULL, NULL);
}

/* A row of the mentee that names the mentor. */
static void
add_row (TyPage   *page,
         gpointer  data)
{
  TyPairingPage *self = TY_PAIRING_PAGE (page);
  const TyRecordInfo *info = data;
  TyPairingCard *card = ty_pairing_page_get_chosen (self);
  g_autoptr(TyRecord) row = NULL;

  if (card == NULL || card->record == NULL)
    return;

  row = ty_record_new (info);
  ty_record_set_integer (row, TY_MILESTONE_PERSON, card->person);
  ty_record_set_integer (row, TY_MILESTONE_MENTOR, card->mentor);
  if (info == &ty_pairing_review_info)
    {
      ty_record_set_date (row, TY_PAIRING_REVIEW_DATE, ty_date_today ());
      ty_record_set_text (row, TY_PAIRING_REVIEW_SIDE, "office");
    }
  present (self, GTK_WINDOW (ty_record_editor_new (ty_page_get_office (page), NULL, row)));
}

static void
add_row_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  const TyRecordInfo *info = g_str_equal (action, "board.review") ? &ty_pairing_review_info : &ty_milestone_info;

  ty_day_question_ask (TY_PAGE (widget), add_row, (gpointer) info, NULL);
}

static void
edit_pairing (TyPage   *page,
              gpointer  data)
{
  TyPairingPage *self = TY_PAIRING_PAGE (page);
  TyPairingCard *card = ty_pairing_page_get_chosen (self);

  if (card != NULL && card->record != NULL)
    present (self, GTK_WINDOW (ty_record_editor_new (ty_page_get_office (page), card->record, card->record)));
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ty_day_question_ask (TY_PAGE (widget), edit_pairing, NULL, NULL);
}

static void
print_nameless_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  ty_pairing_page_print_nameless (TY_PAIRING_PAGE (widget));
}

static void
lock (TyPage   *page,
      gpointer  data)
{
  TyPairingPage *self = TY_PAIRING_PAGE (page);
  TyPairingCard *card = ty_pairing_page_get_chosen (self);

  if (card == NULL || card->record == NULL)
    return;
  if (card->face->locked)
    edit (self, card->record, TY_PAIRING_UNLOCK, NULL,
          g_strdup_printf (_("The pairing of %s is no longer locked."), card->face->name));
  else
    edit (self, card->record, TY_PAIRING_LOCK, NULL,
          g_strdup_printf (_("The pairing of %s is locked: plans leave it as it is."), card->face->name));
}

static void
lock_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ty_day_question_ask (TY_PAGE (widget), lock, NULL, NULL);
}

static void
pair_new (TyPage   *page,
          gpointer  data)
{
  TyPairingPage *self = TY_PAIRING_PAGE (page);
  TyPairingCard *card = ty_pairing_page_get_chosen (self);

  pair (self, card != NULL && card->record == NULL ? card : NULL, "proposed");
}

static void
pair_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ty_day_question_ask (TY_PAGE (widget), pair_new, NULL, NULL);
}

static void
plan_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyPairingPage *self = TY_PAIRING_PAGE (widget);
  GtkWidget *window = ty_plan_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                          ty_page_get_office (TY_PAGE (self)), self->data->programme);

  g_signal_connect_object (window, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_person_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  TyPairingCard *card = ty_pairing_page_get_chosen (TY_PAIRING_PAGE (widget));
  gboolean mentor = g_str_equal (action, "board.show-mentor");

  if (card != NULL && (!mentor || card->mentor != 0))
    gtk_widget_activate_action (widget, "win.show-person", "x", mentor ? card->mentor : card->person);
}

static void
preview_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  TyPairingCard *card = ty_pairing_page_get_chosen (TY_PAIRING_PAGE (widget));

  if (card != NULL)
    gtk_widget_activate_action (widget, "win.preview-person", "x", card->person);
}

static void
make_programme (TyPage   *page,
                gpointer  data)
{
  present (TY_PAIRING_PAGE (page), GTK_WINDOW (ty_programme_form_new (ty_page_get_office (page), NULL)));
}

static void
new_programme_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ty_day_question_ask (TY_PAGE (widget), make_programme, NULL, NULL);
}

static void
programmes_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(TyPairingPage) self = TY_PAIRING_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) programmes = ty_office_list_programmes_finish (TY_OFFICE (source), result, &error);

  if (programmes == NULL)
    {
      ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }
  for (guint i = 0; i < programmes->len; i++)
    {
      TyProgrammeRules *rules = g_ptr_array_index (programmes, i);

      if (ty_record_get_integer (rules->programme, TY_PROGRAMME_ID) == self->programme)
        present (self, GTK_WINDOW (ty_programme_form_new (TY_OFFICE (source), rules)));
    }
}

static void
edit_programme (TyPage   *page,
                gpointer  data)
{
  ty_office_list_programmes_async (ty_page_get_office (page), NULL, programmes_cb, g_object_ref (page));
}

static void
edit_programme_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  ty_day_question_ask (TY_PAGE (widget), edit_programme, NULL, NULL);
}

static void
programme_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ty_pairing_page_show_programme (TY_PAIRING_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ty_pairing_page_clear_filters (TY_PAIRING_PAGE (widget));
}

/* The menu of a card. */

static void
append_moves (GMenu               *menu,
              const TyPairingCard *card)
{
  g_autoptr(GMenu) moves = g_menu_new ();

  for (guint i = 0; i < TY_N_PAIRING_COLUMNS; i++)
    {
      g_autoptr(GMenuItem) item = NULL;

      if (!ty_pairing_card_can_move (card, i))
        continue;
      item = g_menu_item_new (ty_pairing_column_get_label (i), NULL);
      g_menu_item_set_action_and_target (item, "board.move", "s", ty_pairing_column_to_string (i));
      g_menu_append_item (moves, item);
    }
  g_menu_append_submenu (menu, _("Move To"), G_MENU_MODEL (moves));
}

/* Talks are with those who agreed. */
static gboolean
is_running (const TyPairingCard *card)
{
  return card->record != NULL && card->column != TY_PAIRING_COLUMN_PROPOSED
         && card->column != TY_PAIRING_COLUMN_CLOSED;
}

static GMenuModel *
make_menu (const TyPairingCard *card)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) work = g_menu_new ();
  g_autoptr(GMenu) more = g_menu_new ();
  g_autoptr(GMenu) people = g_menu_new ();

  if (card->record == NULL)
    g_menu_append (work, _("Pair…"), "board.pair");
  if (is_running (card))
    g_menu_append (work, _("Log a Talk…"), "board.log-talk");
  append_moves (work, card);
  if (card->record != NULL)
    {
      g_menu_append (work, card->face->locked ? _("Unlock") : _("Lock"), "board.lock");
      g_menu_append (more, _("Edit the Pairing…"), "board.edit");
      g_menu_append (more, _("New Goal…"), "board.milestone");
      g_menu_append (more, _("Review…"), "board.review");
      g_menu_append (more, _("Forms on Paper…"), "win.draw-forms");
    }
  g_menu_append (people, _("Show the Mentee"), "board.show-mentee");
  if (card->mentor != 0)
    g_menu_append (people, _("Show the Mentor"), "board.show-mentor");
  g_menu_append (people, _("Quick Preview"), "board.preview");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (work));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (people));
  return G_MENU_MODEL (menu);
}

/**
 * ty_pairing_page_show_menu:
 * @self: a page
 * @card: the card of which it is
 *
 * Shows what can be done with a card.
 */
void
ty_pairing_page_show_menu (TyPairingPage *self,
                           GtkWidget     *card)
{
  TyPairingCard *record;
  g_autoptr(GMenuModel) menu = NULL;
  graphene_rect_t place;

  if (TY_IS_PAIR_CARD (card))
    ty_pair_board_focus_card (self->board, card);
  record = ty_pairing_page_get_chosen (self);
  if (record == NULL || !gtk_widget_compute_bounds (card, GTK_WIDGET (self), &place))
    return;

  menu = make_menu (record);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) place.origin.x + 24, (int) place.origin.y + 24, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
has_running (TyPairingPage *self)
{
  for (guint i = 0; self->data != NULL && i < self->data->cards->len; i++)
    if (is_running (g_ptr_array_index (self->data->cards, i)))
      return TRUE;
  return FALSE;
}

/**
 * ty_pairing_page_update_actions:
 * @self: a page
 *
 * Only what can be done is offered.
 */
void
ty_pairing_page_update_actions (TyPairingPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TyPairingCard *card = ty_pairing_page_get_chosen (self);
  gboolean writable = is_writable (self);

  ty_widget_action_enable (widget, "board.move", writable && card != NULL);
  ty_widget_action_enable (widget, "board.lock", writable && card != NULL && card->record != NULL);
  ty_widget_action_enable (widget, "board.edit", writable && card != NULL && card->record != NULL);
  ty_widget_action_enable (widget, "board.milestone", writable && card != NULL && card->record != NULL);
  ty_widget_action_enable (widget, "board.review", writable && card != NULL && card->record != NULL);
  ty_widget_action_enable (widget, "board.log-talk", writable && has_running (self));
  ty_widget_action_enable (widget, "board.plan", self->data != NULL && self->data->programme != NULL);
  ty_widget_action_enable (widget, "board.pair",
                           writable && self->data != NULL && self->data->programme != NULL);
  ty_widget_action_enable (widget, "board.new-programme", writable);
  ty_widget_action_enable (widget, "board.propose-mentors", writable);
  ty_widget_action_enable (widget, "board.edit-programme",
                           writable && self->data != NULL && self->data->programme != NULL);
  ty_widget_action_enable (widget, "board.show-mentee", card != NULL);
  ty_widget_action_enable (widget, "board.preview", card != NULL);
  ty_widget_action_enable (widget, "board.show-mentor", card != NULL && card->mentor != 0);
}

/**
 * ty_pairing_page_install_actions:
 * @widget_class: the class of the page
 */
void
ty_pairing_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "board.move", "s", move_action);
  gtk_widget_class_install_action (widget_class, "board.lock", NULL, lock_action);
  gtk_widget_class_install_action (widget_class, "board.pair", NULL, pair_action);
  gtk_widget_class_install_action (widget_class, "board.log-talk", NULL, log_talk_action);
  gtk_widget_class_install_action (widget_class, "board.milestone", NULL, add_row_action);
  gtk_widget_class_install_action (widget_class, "board.review", NULL, add_row_action);
  gtk_widget_class_install_action (widget_class, "board.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "board.plan", NULL, plan_action);
  gtk_widget_class_install_action (widget_class, "board.print-nameless", NULL, print_nameless_action);
  gtk_widget_class_install_action (widget_class, "board.show-mentee", NULL, show_person_action);
  gtk_widget_class_install_action (widget_class, "board.show-mentor", NULL, show_person_action);
  gtk_widget_class_install_action (widget_class, "board.preview", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "board.programme", "x", programme_action);
  gtk_widget_class_install_action (widget_class, "board.new-programme", NULL, new_programme_action);
  gtk_widget_class_install_action (widget_class, "board.edit-programme", NULL, edit_programme_action);
  gtk_widget_class_install_action (widget_class, "board.clear-filters", NULL, clear_filters_action);
}
