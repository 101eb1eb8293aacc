/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-collect.h"
#include "ty-import-mapping.h"

G_BEGIN_DECLS

/**
 * TyCollectAbout:
 * @id: (owned): of the workbook
 * @kind: what it is
 * @as_of: for which day
 * @year: for which year, or 0
 * @county: key of the county
 * @township: key of the township
 * @township_name: (owned): its name when the workbook was made
 * @sheet: (owned): the name of the sheet that was filled in
 * @mapping: (owned): what its columns mean
 * @keys: (owned): for each row of the sheet the key of the person or the unit
 *
 * What a workbook that comes back says of itself.
 */
typedef struct
{
  char *id;
  const TyImportKind *kind;
  TyDate as_of;
  guint year;
  gint64 county;
  gint64 township;
  char *township_name;
  char *sheet;
  TyImportMapping *mapping;
  GHashTable *keys;
} TyCollectAbout;

TyCollectAbout *ty_collect_about_read (const char      *path,
                                       GCancellable    *cancellable,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        ty_collect_about_is_one (const char     *path);
void            ty_collect_about_free (TyCollectAbout  *self);
gboolean        ty_collect_about_is_same (const TyCollectAbout *self,
                                       const TyCollectAbout *other);
gint64          ty_collect_about_get_key (const TyCollectAbout *self,
                                       guint            row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCollectAbout, ty_collect_about_free)

G_END_DECLS
