/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample"

#include "config.h"

#include "ty-sample.h"

#include "ty-action-log.h"
#include "ty-bulk-run.h"
#include "ty-county.h"
#include "ty-sample-appraisals.h"
#include "ty-sample-approval.h"
#include "ty-sample-attachments.h"
#include "ty-sample-draw.h"
#include "ty-sample-family.h"
#include "ty-sample-mass.h"
#include "ty-sample-merits.h"
#include "ty-sample-own.h"
#include "ty-sample-pairings.h"
#include "ty-sample-pools.h"
#include "ty-sample-profile.h"
#include "ty-sample-resume.h"
#include "ty-sample-service.h"
#include "ty-sample-training.h"
#include "ty-sample-world.h"
#include "ty-sample-years.h"
#include "ty-table.h"
#include "ty-unit-table.h"
#include "ty-unit.h"

#include <glib/gstdio.h>

#define MARRYING_AGE 26

typedef struct
{
  const TySampleOptions *options;
  TySampleWorld *world; /* (owned) (nullable): of a county */
  TyActionSpec *spec;
  char *detail; /* (owned) (nullable) */
  GCancellable *cancellable;
} Sample;

/* The county itself was made with a key of this machine; in the sample it has one that follows
 * from the seed. */
static gint64
renew_root (TyStore     *store,
            const char  *level,
            GError     **error)
{
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(TyUnitState) state = ty_unit_table_get_root (database, error);
  g_autoptr(TyUnit) old = ty_unit_new ();
  gint64 id;

  if (state == NULL)
    return 0;

  id = ty_record_get_integer (TY_RECORD (state), TY_UNIT_STATE_UNIT);
  ty_record_set_integer (TY_RECORD (old), TY_UNIT_ID, id);
  ty_record_set_text (TY_RECORD (state), TY_UNIT_STATE_LEVEL, level);
  ty_record_set_text (TY_RECORD (state), TY_UNIT_STATE_KIND, level);
  if (!ty_table_delete (database, TY_RECORD (state), error)
      || !ty_table_delete (database, TY_RECORD (old), error)
      || !ty_unit_table_add (store, state, error))
    return 0;

  return ty_record_get_integer (TY_RECORD (state), TY_UNIT_STATE_UNIT);
}

static gboolean
write_person (TySampleProfiles      *profiles,
              TySampleTerms         *terms,
              TySamplePerson        *person,
              GError               **error)
{
  TyStore *store = profiles->store;
  TyDatabase *database = ty_store_get_database (store);
  GRand *rand = profiles->rand;
  gboolean married = ty_sample_person_age (person, TY_SAMPLE_END) >= MARRYING_AGE
                     && ty_sample_draw_percent (rand, 94);
  gint64 id = ty_sample_profile_write (profiles, person, married, error);

  person->id = id;
  return id != 0
         && ty_sample_service_write (terms, person, id, rand, store, error)
         && ty_sample_resume_write (person, id, rand, database, error)
         && ty_sample_family_write (person, id, married, rand, database, error)
         && ty_sample_merits_write (person, id, rand, database, error);
}

static gboolean
write_people (Sample            *sample,
              TySampleProfiles  *profiles,
              TySampleTerms     *terms,
              GError           **error)
{
  GPtrArray *people = sample->world->people;

  for (guint i = 0; i < people->len; i++)
    if (g_cancellable_set_error_if_cancelled (sample->cancellable, error)
        || !write_person (profiles, terms, g_ptr_array_index (people, i), error))
      return FALSE;

  return TRUE;
}

static void
set_detail (Sample *sample,
            guint   n_people)
{
  g_autofree char *text = g_strdup_printf ("%u", n_people);

  sample->detail = ty_action_detail_new ("people", text, NULL);
  sample->spec->detail = sample->detail;
}

static gboolean
fill_county (TyStore   *store,
             gpointer   data,
             GError   **error)
{
  Sample *sample = data;
  TySampleTerms terms = { 0 };
  TySampleProfiles profiles = { .store = store, .rand = sample->world->rand };
  gint64 county = renew_root (store, "county", error);
  gboolean done;

  profiles.numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  done = county != 0
         && ty_sample_places_write (sample->world->places, store, county, error)
         && ty_sample_service_write_terms (&terms, store, error)
         && write_people (sample, &profiles, &terms, error)
         && ty_sample_pools_write (sample->world, store, error)
         && ty_sample_approval_write (sample->world, store, error)
         && ty_sample_own_write (sample->world, sample->options->seed, store, error)
         && ty_sample_attachments_write (sample->world, store, error)
         && ty_sample_years_write (sample->world, sample->options->seed, store, error)
         && ty_sample_training_write (sample->world, sample->options->seed, store, error)
         && ty_sample_appraisals_write (sample->world, sample->options->seed, store, error)
         && ty_sample_pairings_write (sample->world, sample->options->seed, store, error);
  ty_sample_photos_clear (&profiles.photos);
  g_hash_table_unref (profiles.numbers);

  set_detail (sample, sample->world->people->len);
  return done;
}

static gboolean
fill_province (TyStore   *store,
               gpointer   data,
               GError   **error)
{
  Sample *sample = data;
  gint64 province = renew_root (store, "province", error);
  guint n_people;

  if (province == 0
      || !ty_sample_mass_write (store, province, sample->options, &n_people, sample->cancellable,
                                error))
    return FALSE;

  set_detail (sample, n_people);
  return TRUE;
}

/* The writer of the sample's keys: another for each seed, so that two samples differ. */
static guint32
writer_of (guint32 seed)
{
  return (seed * 2654435761u & G_MAXINT32) | 1;
}

static gboolean
is_province (const TySampleOptions *options)
{
  return options->n_villages > TY_SAMPLE_MOST_RICH_VILLAGES;
}

static gboolean
run (TyStore  *store,
     Sample   *sample,
     GError  **error)
{
  const TySampleOptions *options = sample->options;
  guint n = options->n_villages > 0 ? options->n_villages : TY_SAMPLE_DEFAULT_VILLAGES;

  if (is_province (options))
    return ty_store_run_bulk (store, sample->spec, fill_province, sample, sample->cancellable,
                              error);

  sample->world = ty_sample_world_new (options->seed, n);
  return ty_store_run_genesis (store, sample->spec, fill_county, sample, error);
}

static gboolean
fill_store (TyStore                *store,
            const TySampleOptions  *options,
            const char             *user,
            GCancellable           *cancellable,
            GError                **error)
{
  TyActionSpec spec = { user, "genesis", NULL, 0 };
  Sample sample = { options, NULL, &spec, NULL, cancellable };
  gboolean done;

  done = ty_store_set_writer (store, writer_of (options->seed), error)
         && run (store, &sample, error)
         && ty_store_renew_writer (store, error);
  g_clear_pointer (&sample.world, ty_sample_world_free);
  g_free (sample.detail);
  return done;
}

/**
 * ty_sample_create:
 * @path: a file that does not exist yet
 * @options: how large, and which
 * @user: who makes it
 * @cancellable: (nullable): stops it; then there is no file
 * @error: a `TY_STORE_ERROR`, `TY_PORTRAIT_ERROR` or `G_IO_ERROR_CANCELLED`
 *
 * Makes the file of an invented county, in which each rule has cases on both sides; above
 * %TY_SAMPLE_MOST_RICH_VILLAGES that of a province. Its content follows from the options
 * alone. People, places and numbers are invented; ID numbers and division codes begin with 99,
 * which is given to nobody.
 *
 * Returns: whether the file was made
 */
gboolean
ty_sample_create (const char             *path,
                  const TySampleOptions  *options,
                  const char             *user,
                  GCancellable           *cancellable,
                  GError                **error)
{
  g_autoptr(TyStore) store = NULL;
  gboolean done;

  g_return_val_if_fail (path != NULL && options != NULL && user != NULL, FALSE);

  if (is_province (options))
    store = ty_county_create (path, TY_SAMPLE_MASS_NAME, TY_SAMPLE_MASS_CODE, user, error);
  else
    store = ty_county_create (path, TY_SAMPLE_COUNTY, TY_SAMPLE_COUNTY_CODE, user, error);
  if (store == NULL)
    return FALSE;

  done = fill_store (store, options, user, cancellable, error);
  if (!ty_store_close (store, done ? error : NULL))
    done = FALSE;
  if (!done)
    g_unlink (path);
  return done;
}
