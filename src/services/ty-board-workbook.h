/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-chart.h"

G_BEGIN_DECLS

gboolean ty_board_workbook_write (int          fd,
                                  const char  *title,
                                  const char  *line,
                                  GPtrArray   *charts,
                                  GError     **error);

G_END_DECLS
