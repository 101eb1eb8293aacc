/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parsed once for a library where -Dpch=true; never included, each file includes what it uses. */

#include "config.h"

#include <adwaita.h>

/* Each file says its own before it includes anything. */
#undef G_LOG_DOMAIN
