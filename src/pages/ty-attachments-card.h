/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office-person.h"
#include "ty-pages-types.h"

G_BEGIN_DECLS

#define TY_TYPE_ATTACHMENTS_CARD (ty_attachments_card_get_type ())
G_DECLARE_FINAL_TYPE (TyAttachmentsCard, ty_attachments_card, TY, ATTACHMENTS_CARD, AdwBin)

GtkWidget *ty_attachments_card_new (TyPersonFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
