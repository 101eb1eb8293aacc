/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"

G_BEGIN_DECLS

/* Reminds of pairings by notifications of the desktop, once a day and only where that is wished. */
#define TY_TYPE_REMINDER (ty_reminder_get_type ())
G_DECLARE_FINAL_TYPE (TyReminder, ty_reminder, TY, REMINDER, GObject)

/**
 * TyReminderFunc:
 * @title: what it is about
 * @text: numbers, and nobody’s name
 * @data: as given
 *
 * Shows a notification.
 */
typedef void (*TyReminderFunc) (const char *title,
                                const char *text,
                                gpointer    data);

TyReminder *ty_reminder_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void        ty_reminder_set_func (TyReminder     *self,
                                  TyReminderFunc  func,
                                  gpointer        data);

G_END_DECLS
