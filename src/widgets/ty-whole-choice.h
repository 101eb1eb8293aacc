/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void ty_whole_choice_show (AdwComboRow *row);

G_END_DECLS
