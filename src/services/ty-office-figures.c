/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-figures"

#include "config.h"

#include "ty-office-figures.h"

#include "ty-blob-table.h"
#include "ty-office-private.h"
#include "ty-population.h"
#include "ty-seat-table.h"
#include "ty-term-table.h"
#include "ty-term.h"

typedef struct
{
  TyDate as_of;
  gint64 scope;
} Place;

void
ty_overview_free (TyOverview *self)
{
  g_clear_pointer (&self->now, ty_figures_free);
  g_clear_pointer (&self->before, ty_figures_free);
  for (guint i = 0; i < TY_OVERVIEW_N_EARLIER; i++)
    g_clear_pointer (&self->earlier[i], ty_figures_free);
  g_free (self);
}

/* The term in which a day lies: the newest that had begun. */
static TyRecord *
choose_term (GPtrArray *terms,
             TyDate     date)
{
  TyRecord *newest = NULL;
  TyDate newest_from = TY_DATE_NONE;

  for (guint i = 0; i < terms->len; i++)
    {
      TyRecord *term = g_ptr_array_index (terms, i);
      TyDate from = ty_record_get_date (term, TY_TERM_FROM_DATE);

      if (!ty_date_is_known (from) || ty_date_compare (from, date) > 0
          || ty_date_compare (from, newest_from) <= 0)
        continue;
      newest = term;
      newest_from = from;
    }
  return newest;
}

static int
get_year (TyRecord *term)
{
  return term != NULL ? (int) ty_record_get_integer (term, TY_TERM_YEAR) : 0;
}

static TyFigures *
get_figures (TyOfficeThread *thread,
             TyColumns      *columns,
             TyDate          as_of,
             gint64          scope,
             int             term)
{
  TyViews *views = ty_engine_get_views (ty_office_thread_get_engine (thread));
  g_autoptr(TyView) view = ty_views_get (views, columns, as_of, scope, term);

  return ty_figures_new (view, term);
}

/* Also those in whose committees nobody sits: as many as the page of villages shows. */
static guint
count_villages (TyOfficeThread *thread,
                TyColumns      *columns,
                const Place    *place,
                int             term)
{
  TyViews *views = ty_engine_get_views (ty_office_thread_get_engine (thread));
  g_autoptr(TyView) view = ty_views_get (views, columns, place->as_of, place->scope, term);
  g_autoptr(TyPopulation) villages = ty_population_new_who (TY_WHO_VILLAGES);

  return ty_population_count (villages, view, views);
}

/* The last day of the term before, with that term's own batches. */
static void
count_before (TyOverview     *overview,
              TyOfficeThread *thread,
              TyColumns      *columns,
              GPtrArray      *terms,
              TyRecord       *term,
              const Place    *place)
{
  TyDate from = ty_record_get_date (term, TY_TERM_FROM_DATE);
  TyDate eve = ty_date_add_days (from, -1);

  overview->before = get_figures (thread, columns, eve, place->scope,
                                  get_year (choose_term (terms, eve)));
  if (overview->before->in_office == 0)
    g_clear_pointer (&overview->before, ty_figures_free);
}

/* What the views keep is asked for again and again; these are not, and would push the others out. */
static void
count_earlier (TyOverview  *overview,
               TyColumns   *columns,
               const Place *place)
{
  for (guint i = 0; i < TY_OVERVIEW_N_EARLIER; i++)
    {
      guint year = place->as_of.year - (TY_OVERVIEW_N_EARLIER - i);
      gboolean leap_day = place->as_of.month == 2 && place->as_of.day == 29;
      TyDate day = ty_date_new (year, place->as_of.month, leap_day ? 28 : place->as_of.day);
      g_autoptr(TyView) view = ty_view_new (columns, day, place->scope, 0, NULL);

      overview->earlier[i] = ty_figures_new (view, 0);
      if (overview->earlier[i]->in_office == 0)
        g_clear_pointer (&overview->earlier[i], ty_figures_free);
    }
}

/* The columns are asked for once, before everything else: asked again, they may be of a later action. */
static gpointer
load_overview (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Place *place = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyColumns) columns = ty_engine_get_columns (ty_office_thread_get_engine (thread),
                                                        database, error);
  g_autoptr(GPtrArray) terms = columns != NULL ? ty_term_table_list (database, error) : NULL;
  TyOverview *overview;
  TyRecord *term;
  gboolean has_seats, has_photos;
  guint n_units;

  if (terms == NULL || !ty_seat_table_has_rows (database, &has_seats, error)
      || !ty_blob_table_has_photos (database, &has_photos, error))
    return NULL;

  term = choose_term (terms, place->as_of);
  overview = g_new0 (TyOverview, 1);
  overview->n_people = ty_columns_get_n_people (columns);
  n_units = ty_units_get_n (ty_columns_get_units (columns));
  overview->n_units = n_units > 0 ? n_units - 1 : 0;
  overview->has_seats = has_seats;
  overview->has_photos = has_photos;
  overview->term = get_year (term);
  overview->now = get_figures (thread, columns, place->as_of, place->scope, overview->term);
  overview->n_villages = count_villages (thread, columns, place, overview->term);
  if (term != NULL)
    count_before (overview, thread, columns, terms, term, place);
  count_earlier (overview, columns, place);
  return overview;
}

/**
 * ty_office_load_overview_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is read
 * @user_data: for @callback
 *
 * Counts the figures at the cut-off date in the scope.
 */
void
ty_office_load_overview_async (TyOffice            *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_load_overview_async, cancellable,
                                              callback, user_data);
  Place place = { self->as_of, self->scope };

  ty_office_read (self, task, load_overview, g_memdup2 (&place, sizeof place), g_free,
                  (GDestroyNotify) ty_overview_free);
}

/**
 * ty_office_load_overview_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the figures
 */
TyOverview *
ty_office_load_overview_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_load_overview_async, error);
}
