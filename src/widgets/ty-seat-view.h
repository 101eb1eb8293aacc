/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

/**
 * TySeatState:
 * @TY_SEAT_TAKEN: somebody sits there
 * @TY_SEAT_OVER: somebody sits there, and it is more than was approved
 * @TY_SEAT_VACANT: nobody sits there
 */
typedef enum
{
  TY_SEAT_TAKEN,
  TY_SEAT_OVER,
  TY_SEAT_VACANT,
} TySeatState;

#define TY_TYPE_SEAT_VIEW (ty_seat_view_get_type ())
G_DECLARE_FINAL_TYPE (TySeatView, ty_seat_view, TY, SEAT_VIEW, GtkButton)

GtkWidget *ty_seat_view_new        (TySeatState  state,
                                    const char  *title,
                                    const char  *facts,
                                    const char  *note) G_GNUC_WARN_UNUSED_RESULT;
void       ty_seat_view_set_photo  (TySeatView  *self,
                                    GBytes      *photo);
void       ty_seat_view_set_linked (TySeatView  *self,
                                    gboolean     linked);

G_END_DECLS
