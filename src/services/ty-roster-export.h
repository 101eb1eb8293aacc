/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ty-order.h"
#include "ty-population.h"
#include "ty-roster-writer.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyRosterExportSpec:
 * @layout: the columns; those that are sensitive were chosen
 * @format: as what it is written
 * @path: (nullable): where; %NULL for a printer
 * @unit_name: whose roster it is
 * @filter_text: (nullable): how it is narrowed, in words
 * @population: who is in it, for the note of the export
 * @searched: whether they were also searched by a text, which the note does not keep
 * @keys: (array length=n_keys) (nullable): the order
 * @n_keys: none = the official order
 *
 * What is exported.
 */
typedef struct
{
  const TyRosterLayout *layout;
  TyRosterFormat format;
  const char *path;
  const char *unit_name;
  const char *filter_text;
  TyPopulation *population;
  gboolean searched;
  const TySortKey *keys;
  guint n_keys;
} TyRosterExportSpec;

/**
 * TyRosterProgressFunc:
 * @n_done: how many people are written
 * @n_people: how many there are
 * @data: the caller's
 *
 * Hears how far it is, in the thread that writes.
 */
typedef void (*TyRosterProgressFunc) (guint    n_done,
                                      guint    n_people,
                                      gpointer data);

typedef struct _TyRosterExport TyRosterExport;

TyRosterExport *ty_roster_export_new           (TyDatabase                *database,
                                                TyOrder                   *order,
                                                TyViews                   *views,
                                                const TyBitmap            *rows,
                                                const TyRosterExportSpec  *spec,
                                                TyRosterProgressFunc       progress,
                                                gpointer                   data,
                                                GCancellable              *cancellable,
                                                GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        ty_roster_export_preview       (TyDatabase                *database,
                                                TyOrder                   *order,
                                                TyViews                   *views,
                                                const TyBitmap            *rows,
                                                const TyRosterExportSpec  *spec,
                                                guint                      n_rows,
                                                GPtrArray                 *texts,
                                                GError                   **error);
void            ty_roster_export_free          (TyRosterExport            *self);
gboolean        ty_roster_export_commit        (TyRosterExport            *self,
                                                TyStore                   *store,
                                                const char                *user,
                                                GError                   **error);
guint           ty_roster_export_get_n_people  (TyRosterExport            *self);
guint           ty_roster_export_get_n_cut     (TyRosterExport            *self);
TyTableSheet   *ty_roster_export_steal_sheet   (TyRosterExport            *self) G_GNUC_WARN_UNUSED_RESULT;
const char     *ty_roster_export_get_path      (TyRosterExport            *self);
gboolean        ty_roster_export_is_noted      (TyRosterExport            *self);
char           *ty_roster_export_suggest_name  (const TyRosterLayout      *layout,
                                                const char                *unit_name,
                                                TyDate                     as_of,
                                                TyRosterFormat             format) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyRosterExport, ty_roster_export_free)

G_END_DECLS
