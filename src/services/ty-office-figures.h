/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-figures.h"
#include "ty-office.h"

G_BEGIN_DECLS

/* How many years back a trend goes. */
#define TY_OVERVIEW_N_EARLIER 3

/**
 * TyOverview:
 * @now: (owned): the figures at the cut-off date
 * @before: (owned) (nullable): those of the day before the term began in which the cut-off date lies
 * @earlier: (owned): those of the same day three years, two years and one year before; %NULL where nobody
 *   was in office
 * @term: year of that term, or 0
 * @n_villages: how many villages and communities there are at the date
 * @n_people: how many people the file holds at all; 0 = an empty county
 * @n_units: how many units below the county the file holds at all
 * @has_seats: whether seats are approved anywhere
 * @has_photos: whether there are photos of people
 *
 * What the overview shows.
 */
struct _TyOverview
{
  TyFigures *now;
  TyFigures *before;
  TyFigures *earlier[TY_OVERVIEW_N_EARLIER];
  int term;
  guint n_villages;
  guint n_people;
  guint n_units;
  gboolean has_seats;
  gboolean has_photos;
};

void        ty_overview_free                (TyOverview           *self);

/* At the office's cut-off date and scope. */
void        ty_office_load_overview_async   (TyOffice             *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
TyOverview *ty_office_load_overview_finish  (TyOffice             *self,
                                             GAsyncResult         *result,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyOverview, ty_overview_free)

G_END_DECLS
