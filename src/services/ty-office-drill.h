/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-grid.h"
#include "ty-office.h"
#include "ty-population.h"

G_BEGIN_DECLS

/**
 * TyDrillUnit:
 * @unit: key of a village
 * @name: (owned): its name
 * @above: (owned): that of the unit above it
 */
typedef struct
{
  gint64 unit;
  char *name;
  char *above;
} TyDrillUnit;

void        ty_drill_unit_free              (TyDrillUnit          *self);

/* The villages of a population at the office's cut-off date: (element-type TyDrillUnit). */
void        ty_office_list_villages_of_async  (TyOffice             *self,
                                               TyPopulation         *population,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GPtrArray  *ty_office_list_villages_of_finish (TyOffice             *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/* The same as a table with what is known of each, for a workbook or for paper. */
void        ty_office_grid_villages_of_async  (TyOffice             *self,
                                               TyPopulation         *population,
                                               const char           *title,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
TyGrid     *ty_office_grid_villages_of_finish (TyOffice             *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/* The people of a population who hold posts in it, each once: (element-type gint64). */
void        ty_office_list_holders_async      (TyOffice             *self,
                                               TyPopulation         *population,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GArray     *ty_office_list_holders_finish     (TyOffice             *self,
                                               GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
