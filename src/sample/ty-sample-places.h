/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-month.h"
#include "ty-store.h"

G_BEGIN_DECLS

#define TY_SAMPLE_COUNTY "云屏县"
#define TY_SAMPLE_COUNTY_SHORT "云"
#define TY_SAMPLE_COUNTY_CODE "990102"

/* When two villages were merged into others. */
#define TY_SAMPLE_MERGER TY_SAMPLE_MONTH (2020, 6)

/* When a township got another name. */
#define TY_SAMPLE_RENAMING TY_SAMPLE_MONTH (2019, 5)

typedef struct _TySamplePlace TySamplePlace;

/**
 * TySamplePlace:
 *
 * A township or a village of the invented county.
 */
struct _TySamplePlace
{
  gint64 id;               /* set when it is written */
  TySamplePlace *township; /* (nullable): of a village */
  char *name;
  char *old_name;          /* (nullable) */
  char *code;              /* (nullable) */
  const char *kind;
  const char *party_form;  /* (nullable) */
  TySamplePlace *successor; /* (nullable): where it was merged into */
  guint n_villages;        /* of a township */
};

/**
 * TySamplePlaces:
 * @townships: (element-type TySamplePlace): in the official order
 * @villages: (element-type TySamplePlace): those of today, township by township
 * @merged: (element-type TySamplePlace): those of once
 */
typedef struct
{
  GPtrArray *townships;
  GPtrArray *villages;
  GPtrArray *merged;
} TySamplePlaces;

TySamplePlaces *ty_sample_places_new      (GRand                *rand,
                                           guint                 n_villages) G_GNUC_WARN_UNUSED_RESULT;
void            ty_sample_places_free     (TySamplePlaces       *self);
gboolean        ty_sample_places_write    (TySamplePlaces       *self,
                                           TyStore              *store,
                                           gint64                county,
                                           GError              **error);
gboolean        ty_sample_place_is_community (const TySamplePlace *self);
char           *ty_sample_place_dup_path  (const TySamplePlace  *self,
                                           TySampleMonth         month) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TySamplePlaces, ty_sample_places_free)

G_END_DECLS
