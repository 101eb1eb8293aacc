/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that chooses one of a short code list, or none. */
void        ty_code_combo_fill (AdwComboRow *row,
                                const char  *list,
                                const char  *key);
const char *ty_code_combo_get  (AdwComboRow *row);

G_END_DECLS
