/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-lookup.h"
#include "ty-order.h"
#include "ty-population.h"

G_BEGIN_DECLS

#define TY_LISTING_ERROR (ty_listing_error_quark ())

typedef enum
{
  TY_LISTING_ERROR_PEOPLE_ONLY,
} TyListingError;

/**
 * TyListingSpec:
 * @population: people, villages or posts
 * @view: the date and the scope
 * @search: (nullable): of people: part of a name, of its pinyin or initials, a village, or a whole ID
 *   number
 * @keys: (array length=n_keys) (nullable): of people: the order
 * @n_keys: none = the official order
 *
 * What is listed.
 */
typedef struct
{
  TyPopulation *population;
  TyView *view;
  const char *search;
  const TySortKey *keys;
  guint n_keys;
} TyListingSpec;

typedef struct _TyListing TyListing;

GQuark      ty_listing_error_quark      (void);
gboolean    ty_listing_count            (TyLookup             *lookup,
                                         const TyListingSpec  *spec,
                                         guint                *n,
                                         GError              **error);
TyListing  *ty_listing_new              (TyLookup             *lookup,
                                         const TyListingSpec  *spec,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        ty_listing_free             (TyListing            *self);
TySubject   ty_listing_get_subject      (TyListing            *self);
guint       ty_listing_get_n            (TyListing            *self);
guint       ty_listing_get_n_columns    (TyListing            *self);
const char *ty_listing_get_column       (TyListing            *self,
                                         guint                 column);
char       *ty_listing_dup_column_label (TyListing            *self,
                                         guint                 column) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *ty_listing_load             (TyListing            *self,
                                         guint                 first,
                                         guint                 n,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyListing, ty_listing_free)

G_END_DECLS
