/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-presentation.h"

G_BEGIN_DECLS

TyPresentation *ty_board_presentation_new (TyOffice  *office,
                                           GPtrArray *answers) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
