/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-model"

#include "config.h"

#include "ty-model.h"

#include "ty-codes-resource.h"

static gpointer
register_resources (gpointer data)
{
  ty_codes_register_resource ();
  return NULL;
}

/**
 * ty_model_init:
 *
 * Makes the code lists and rules that the program ships known to GResource: a static archive
 * drops the constructor that would do it. May be called often and from any thread.
 */
void
ty_model_init (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, register_resources, NULL);
}
