/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-page-pane"

#include "config.h"

#include "ty-pairing-page-private.h"

#include "ty-office-pairing.h"
#include "ty-plan-reasons.h"
#include "ty-programme.h"
#include "ty-settings.h"

#include <glib/gi18n-lib.h>

/* How well pairs fit follows from everybody at once, so it is asked for behind the board, once nothing has
 * changed for a moment. The cards show the points, and the pane beside the board why. */

#define DELAY 300       /* ms */
#define MOST_CARDS 3000 /* of more, fit is told in the plan only */
#define WIDE 1600       /* pixels of a window that has room for the pane */

static const TyPlanMentee *
find_mentee (TyPairingPage       *self,
             const TyPairingCard *card)
{
  return self->plan != NULL ? ty_pairing_plan_find_mentee (self->plan, card->person) : NULL;
}

static const TyPlanMentor *
find_mentor (TyPairingPage       *self,
             const TyPairingCard *card)
{
  return self->plan != NULL && card->mentor != 0 ? ty_pairing_plan_find_mentor (self->plan, card->mentor) : NULL;
}

/* The face is another one, since the old one is shown. */
static void
set_fit (TyPairingPage *self,
         TyPairingCard *card)
{
  const TyPlanMentee *mentee = find_mentee (self, card);
  const TyPlanMentor *mentor = find_mentor (self, card);
  int points[TY_N_FIT_CRITERIA];
  TyPairFace *face;
  int score;

  if (mentee == NULL || mentor == NULL || card->column == TY_PAIRING_COLUMN_CLOSED)
    return;

  ty_pairing_plan_explain (self->plan, mentee, mentor, points, &score);
  face = ty_pair_face_copy (card->face);
  g_free (face->fit);
  /* Translators: how well two fit, in points: there is room for the number only, or for a character more */
  face->fit = g_strdup_printf (C_("fit of a pair", "%d"), score);
  ty_pair_face_unref (card->face);
  card->face = face;
}

/**
 * ty_pairing_page_update_pane:
 * @self: a page
 *
 * Shows why the pair that is current fits, where there is room.
 */
void
ty_pairing_page_update_pane (TyPairingPage *self)
{
  const TyPairingCard *card = ty_pairing_page_get_chosen (self);
  const TyPlanMentee *mentee = card != NULL ? find_mentee (self, card) : NULL;
  gboolean wanted = self->wide && g_settings_get_boolean (ty_settings_get (), "board-pane");

  /* What is asked for anew stays as it was, so that the board keeps its width. */
  if (wanted && self->plan == NULL && (self->plan_id != 0 || self->planning != NULL))
    return;

  gtk_widget_set_visible (self->pane_frame, wanted && mentee != NULL);
  if (wanted && self->plan != NULL)
    ty_plan_reasons_fill_pair (self->pane, self->plan, mentee, card != NULL ? find_mentor (self, card) : NULL);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  TyPairingPlan *plan = ty_office_plan_pairings_finish (TY_OFFICE (source), result, &error);
  TyPairingPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PAIRING_PAGE (user_data);
  g_clear_object (&self->planning);
  if (plan == NULL)
    {
      g_debug ("How well pairs fit is not known: %s", error->message);
      return;
    }

  g_clear_pointer (&self->plan, ty_pairing_plan_unref);
  self->plan = plan;
  for (guint i = 0; i < self->data->cards->len; i++)
    set_fit (self, g_ptr_array_index (self->data->cards, i));
  ty_pairing_page_show (self);
}

static gboolean
ask_cb (gpointer data)
{
  TyPairingPage *self = TY_PAIRING_PAGE (data);

  self->plan_id = 0;
  self->planning = g_cancellable_new ();
  ty_office_plan_pairings_async (ty_page_get_office (TY_PAGE (self)), self->programme, NULL, 0, NULL,
                                 self->planning, planned_cb, self);
  return G_SOURCE_REMOVE;
}

/**
 * ty_pairing_page_stop_plan:
 * @self: a page
 *
 * What is known of the fit is no longer so.
 */
void
ty_pairing_page_stop_plan (TyPairingPage *self)
{
  g_cancellable_cancel (self->planning);
  g_clear_object (&self->planning);
  g_clear_handle_id (&self->plan_id, g_source_remove);
  g_clear_pointer (&self->plan, ty_pairing_plan_unref);
}

/**
 * ty_pairing_page_ask_plan:
 * @self: a page that has read its board
 */
void
ty_pairing_page_ask_plan (TyPairingPage *self)
{
  ty_pairing_page_stop_plan (self);
  if (self->data->programme != NULL && self->data->cards->len > 0 && self->data->cards->len <= MOST_CARDS)
    self->plan_id = g_timeout_add (DELAY, ask_cb, self);
}

static void
width_cb (TyPairingPage *self,
          GParamSpec    *pspec,
          GdkSurface    *surface)
{
  gboolean wide = gdk_surface_get_width (surface) >= WIDE;

  if (self->wide == wide)
    return;
  self->wide = wide;
  ty_pairing_page_update_pane (self);
}

/**
 * ty_pairing_page_follow_width:
 * @self: a page that is realized
 * @follow: whether it goes by the width of its window from now on
 */
void
ty_pairing_page_follow_width (TyPairingPage *self,
                              gboolean       follow)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));

  if (!follow)
    {
      g_signal_handlers_disconnect_by_func (surface, width_cb, self);
      return;
    }
  g_signal_connect_object (surface, "notify::width", G_CALLBACK (width_cb), self, G_CONNECT_SWAPPED);
  width_cb (self, NULL, surface);
}
