/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office-roster.h"
#include "ty-roster-export.h"

G_BEGIN_DECLS

/**
 * TyOfficeExport:
 * @query: who, and in which order, at the office’s cut-off date and scope
 * @people: (array length=n_people) (nullable): only these of them
 * @n_people: their number, 0 = all
 * @layout: the columns; those that are sensitive were chosen
 * @format: as what it is written
 * @path: (nullable): where; %NULL for a printer
 * @filter_text: (nullable): how it is narrowed, in words
 *
 * What is exported.
 */
typedef struct
{
  const TyRosterQuery *query;
  const gint64 *people;
  guint n_people;
  const TyRosterLayout *layout;
  TyRosterFormat format;
  const char *path;
  const char *filter_text;
} TyOfficeExport;

/* Writes a roster, notes that in the history and puts it into its place. */
void            ty_office_export_roster_async   (TyOffice              *self,
                                                 const TyOfficeExport  *spec,
                                                 TyRosterProgressFunc   progress,
                                                 gpointer               progress_data,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
TyRosterExport *ty_office_export_roster_finish  (TyOffice              *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);

/* The first rows of a roster as it would be written. */
void            ty_office_preview_roster_async  (TyOffice              *self,
                                                 const TyOfficeExport  *spec,
                                                 guint                  n_rows,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
GPtrArray      *ty_office_preview_roster_finish (TyOffice              *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);

/* The layouts of the program and of the county. */
void            ty_office_list_layouts_async    (TyOffice              *self,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
GPtrArray      *ty_office_list_layouts_finish   (TyOffice              *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);
void            ty_office_save_layout_async     (TyOffice              *self,
                                                 const TyRosterLayout  *layout,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
gboolean        ty_office_save_layout_finish    (TyOffice              *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);
void            ty_office_remove_layout_async   (TyOffice              *self,
                                                 const char            *id,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
gboolean        ty_office_remove_layout_finish  (TyOffice              *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);

G_END_DECLS
