/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-roster-entry.h"

G_BEGIN_DECLS

GPtrArray *ty_roster_reader_read (const char      *path,
                                  TyDate           as_of,
                                  GPtrArray       *fields,
                                  TyImportReport  *report,
                                  GCancellable    *cancellable,
                                  GError         **error);

G_END_DECLS
