/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-roster-layout.h"

G_BEGIN_DECLS

/* The headings and the first rows of a roster as it would be written. */
#define TY_TYPE_EXPORT_PREVIEW (ty_export_preview_get_type ())
G_DECLARE_FINAL_TYPE (TyExportPreview, ty_export_preview, TY, EXPORT_PREVIEW, AdwBin)

void        ty_export_preview_show     (TyExportPreview       *self,
                                        const TyRosterLayout  *layout,
                                        GPtrArray             *rows);
const char *ty_export_preview_get_text (TyExportPreview       *self,
                                        guint                  row,
                                        guint                  column);

G_END_DECLS
