/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-sample"

#include "config.h"

#include "ty-office-private.h"

#include "ty-sample.h"

typedef struct
{
  char *path;
  char *user;
} Sample;

static void
sample_free (gpointer data)
{
  Sample *sample = data;

  g_free (sample->path);
  g_free (sample->user);
  g_free (sample);
}

static gpointer
create_sample (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Sample *sample = data;
  const TySampleOptions options = { TY_SAMPLE_DEFAULT_VILLAGES, TY_SAMPLE_DEFAULT_SEED };
  TyStore *store;

  if (!ty_sample_create (sample->path, &options, sample->user, cancellable, error))
    return NULL;
  store = ty_store_open (sample->path, TY_STORE_READ_WRITE, error);
  if (store == NULL)
    return NULL;

  ty_office_thread_take_store (thread, store);
  return ty_office_state_load (store, error);
}

/**
 * ty_office_create_sample_async:
 * @self: an office without a file
 * @path: a file that does not exist yet
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when the office shows the file
 * @user_data: for @callback
 *
 * Makes the sample county, which takes some seconds, and opens it.
 */
void
ty_office_create_sample_async (TyOffice            *self,
                               const char          *path,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_create_sample_async, cancellable,
                                              callback, user_data);
  Sample *sample;

  g_return_if_fail (path != NULL);

  sample = g_new0 (Sample, 1);
  sample->path = g_strdup (path);
  sample->user = g_strdup (self->user);
  ty_office_start (self, task, create_sample, sample, sample_free);
}

/**
 * ty_office_create_sample_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the sample is open
 */
gboolean
ty_office_create_sample_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_create_sample_async, error) != NULL;
}
