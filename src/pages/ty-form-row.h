/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-date.h"

G_BEGIN_DECLS

char      *ty_form_row_dup_text   (GtkEditable *row) G_GNUC_WARN_UNUSED_RESULT;
TyDate     ty_form_row_read_date  (gpointer     row);
void       ty_form_row_set_error  (GtkWidget   *row,
                                   const char  *label,
                                   const char  *message);
gboolean   ty_form_row_check_date (gpointer     row,
                                   const char  *label,
                                   gboolean     required);
GtkWidget *ty_form_row_make_note  (const char  *text,
                                   gboolean     warns) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
