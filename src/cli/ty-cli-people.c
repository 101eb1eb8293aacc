/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-people"

#include "config.h"

#include "ty-cli-people.h"

#include "ty-cli.h"

#include "ty-listing.h"

#include <glib/gi18n-lib.h>

/**
 * ty_cli_list_people:
 * @question: who is meant
 * @path: the county file
 * @search: (nullable): a text that is searched for
 * @error: a `TY_CLI_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the keys of who the question asks for, in the
 *   official order
 */
GArray *
ty_cli_list_people (TyCliQuestion  *question,
                    const char     *path,
                    const char     *search,
                    GError        **error)
{
  g_autoptr(TyLookup) lookup = ty_lookup_open (path, error);
  g_autoptr(TyView) view = NULL;
  g_autoptr(TyPopulation) population = NULL;
  g_autoptr(TyListing) listing = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  TyListingSpec spec = { .search = search };
  GArray *people;

  if (lookup != NULL)
    view = ty_cli_question_get_view (question, lookup, 0, error);
  population = view != NULL ? ty_cli_question_make_population (question, lookup, view, error) : NULL;
  spec.population = population;
  spec.view = view;
  listing = population != NULL ? ty_listing_new (lookup, &spec, error) : NULL;
  if (listing != NULL && ty_listing_get_subject (listing) != TY_SUBJECT_PEOPLE)
    {
      g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE,
                           _("Forms are of people, not of villages or posts."));
      return NULL;
    }
  rows = listing != NULL ? ty_listing_load (listing, 0, ty_listing_get_n (listing), error) : NULL;
  if (rows == NULL)
    return NULL;

  people = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 person = g_ascii_strtoll (((char **) g_ptr_array_index (rows, i))[0], NULL, 10);

      g_array_append_val (people, person);
    }
  return people;
}
