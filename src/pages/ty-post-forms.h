/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-page.h"
#include "ty-post-editor.h"

G_BEGIN_DECLS

GMenuModel *ty_post_forms_make_menu (const char         *action,
                                     const TyPostMove   *moves,
                                     guint               n_moves) G_GNUC_WARN_UNUSED_RESULT;
void        ty_post_forms_present   (TyPage             *page,
                                     TyPostEditor       *editor);
void        ty_post_forms_open      (TyPage             *page,
                                     GtkWindow          *form);

G_END_DECLS
