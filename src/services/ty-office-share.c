/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-share"

#include "config.h"

#include "ty-office-private.h"

/**
 * ty_office_share_new:
 *
 * Returns: (transfer full): no threads yet, and columns without a file
 */
TyOfficeShare *
ty_office_share_new (void)
{
  TyOfficeShare *self = g_new0 (TyOfficeShare, 1);

  self->engine = ty_engine_new ();
  self->offices = g_ptr_array_new ();
  self->n_refs = 1;
  return self;
}

/**
 * ty_office_share_ref:
 * @self: a share
 *
 * Returns: (transfer full): the same
 */
TyOfficeShare *
ty_office_share_ref (TyOfficeShare *self)
{
  self->n_refs++;
  return self;
}

/**
 * ty_office_share_unref:
 * @self: (transfer full): a share
 *
 * The last reference waits for the threads.
 */
void
ty_office_share_unref (TyOfficeShare *self)
{
  if (--self->n_refs > 0)
    return;

  /* Readers and the loader first: the last connection brings the file's companions home, and must write. */
  for (guint i = 0; i < TY_OFFICE_N_READERS; i++)
    g_clear_pointer (&self->readers[i], ty_office_thread_free);
  ty_office_share_cancel_check (self);
  g_clear_pointer (&self->checker, ty_office_thread_free);
  ty_engine_stop (self->engine);
  g_clear_pointer (&self->writer, ty_office_thread_free);
  g_clear_pointer (&self->engine, ty_engine_free);
  g_ptr_array_unref (self->offices);
  g_free (self);
}

/**
 * ty_office_share_start:
 * @self: a share
 *
 * Makes the threads, unless they are there.
 */
void
ty_office_share_start (TyOfficeShare *self)
{
  if (self->writer != NULL)
    return;

  self->writer = ty_office_thread_new ("ty-writer", self->engine);
  for (guint i = 0; i < TY_OFFICE_N_READERS; i++)
    self->readers[i] = ty_office_thread_new ("ty-reader", self->engine);
}

/**
 * ty_office_share_enter:
 * @self: a share whose writer has opened a file
 * @state: the state of the file
 *
 * Loads the columns, and looks at the structure of a large file.
 */
void
ty_office_share_enter (TyOfficeShare       *self,
                       const TyOfficeState *state)
{
  self->generation++;
  ty_engine_start (self->engine, state->path);
  if (!state->checked)
    ty_office_share_start_check (self, state->path);
}

/* Whoever is told may close another office. */
static GPtrArray *
list_offices (TyOfficeShare *self)
{
  GPtrArray *offices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->offices->len; i++)
    g_ptr_array_add (offices, g_object_ref (g_ptr_array_index (self->offices, i)));
  return offices;
}

/**
 * ty_office_share_publish:
 * @self: a share
 * @state: the file after a write
 *
 * Tells all who show the file.
 */
void
ty_office_share_publish (TyOfficeShare       *self,
                         const TyOfficeState *state)
{
  g_autoptr(GPtrArray) offices = list_offices (self);

  for (guint i = 0; i < offices->len; i++)
    ty_office_publish (g_ptr_array_index (offices, i), ty_office_state_copy (state));
}

/**
 * ty_office_share_set_damage:
 * @self: a share
 * @damage: what the check of the file found
 */
void
ty_office_share_set_damage (TyOfficeShare *self,
                            const char    *damage)
{
  g_autoptr(GPtrArray) offices = list_offices (self);

  for (guint i = 0; i < offices->len; i++)
    ty_office_set_damage (g_ptr_array_index (offices, i), damage);
}

/**
 * ty_office_prepare_share:
 * @self: an office without a file
 *
 * Makes its threads. Those of a file that others still show are left to them.
 */
void
ty_office_prepare_share (TyOffice *self)
{
  if (self->share->offices->len > 0)
    {
      ty_office_share_unref (self->share);
      self->share = ty_office_share_new ();
    }
  ty_office_share_start (self->share);
}

/**
 * ty_office_join:
 * @self: an office without a file
 * @other: an office with an open file
 *
 * Shows the file of another office, with a cut-off date and a scope of its own that begin as those of the
 * other. What is done in one is seen in both, and the file is closed with the last.
 *
 * Returns: whether it shows it; not while @other opens or closes it
 */
gboolean
ty_office_join (TyOffice *self,
                TyOffice *other)
{
  g_return_val_if_fail (TY_IS_OFFICE (self), FALSE);
  g_return_val_if_fail (TY_IS_OFFICE (other), FALSE);

  if (self->phase != TY_OFFICE_CLOSED || other->phase != TY_OFFICE_OPEN)
    return FALSE;

  ty_office_share_ref (other->share);
  ty_office_share_unref (self->share);
  self->share = other->share;
  ty_office_set_user (self, other->user);
  ty_office_set_second_folder (self, other->second_folder);
  ty_office_set_damage (self, other->damage);
  ty_office_enter (self, ty_office_state_copy (other->state), other->as_of, other->scope);
  return TRUE;
}
