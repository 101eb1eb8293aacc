/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *ty_roster_titles_find (GHashTable  *known,
                                  const char  *title,
                                  const char  *full,
                                  const char  *unit_kind,
                                  gboolean    *unsure,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ty_roster_titles_join (GPtrArray   *posts,
                                  GPtrArray   *more) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
