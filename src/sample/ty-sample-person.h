/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-sample-places.h"
#include "ty-sample-study.h"

G_BEGIN_DECLS

/**
 * TySampleHolding:
 *
 * An unbroken holding of a post.
 */
typedef struct
{
  TySamplePlace *place;
  const char *post;       /* a key of the code list */
  TySampleMonth from;     /* 0: since before our records */
  TySampleMonth until;    /* 0: still */
  const char *how;
  const char *end_reason; /* (nullable) */
  guint document;         /* a number of the year, 0 for none */
} TySampleHolding;

/**
 * TySampleWanted:
 *
 * Whom a post asks for.
 */
typedef struct
{
  TySampleMonth month; /* when that age counts */
  int youngest;
  int oldest;
  int women;           /* percent */
  gboolean party;      /* only a member */
  gboolean college;    /* only with junior college or higher */
} TySampleWanted;

/**
 * TySamplePerson:
 *
 * An invented person, as far as the other parts of the sample must know.
 */
typedef struct
{
  gint64 id;                 /* set when it is written */
  int sex;
  TyDate birth;
  char *name;
  const char *surname;       /* (nullable) */
  const char *ethnicity;
  const char *political;
  TySampleMonth party_date;  /* 0: not in the party */
  TySampleMonth work_date;
  TySampleStudy studies[2];
  guint n_studies;
  const char *source;        /* a background */
  const char *batch;         /* (nullable): as a secretary of the term 2021 */
  TySamplePlace *home;       /* (nullable): of somebody who never had a post */
  GPtrArray *holdings;       /* (element-type TySampleHolding): in the order of their beginning */
} TySamplePerson;

TySamplePerson  *ty_sample_person_new          (GRand                *rand,
                                                const TySampleWanted *wanted) G_GNUC_WARN_UNUSED_RESULT;
void             ty_sample_person_free         (TySamplePerson       *self);
int              ty_sample_person_age          (const TySamplePerson *self,
                                                TySampleMonth         month);
TySampleMonth    ty_sample_person_birth_month  (const TySamplePerson *self);
gboolean         ty_sample_person_has_college  (const TySamplePerson *self,
                                                TySampleMonth         month);
TySampleHolding *ty_sample_person_take_post    (TySamplePerson       *self,
                                                TySamplePlace        *place,
                                                const char           *post,
                                                TySampleMonth         from,
                                                const char           *how);
void             ty_sample_person_leave        (TySamplePerson       *self,
                                                TySamplePlace        *place,
                                                TySampleMonth         until,
                                                const char           *reason);
TySampleHolding *ty_sample_person_find_post    (TySamplePerson       *self,
                                                const TySamplePlace  *place,
                                                const char           *post);
gboolean         ty_sample_person_is_in_office (const TySamplePerson *self);
gboolean         ty_sample_person_is_dead      (const TySamplePerson *self);
TySampleMonth    ty_sample_person_start        (const TySamplePerson *self);
TySampleMonth    ty_sample_person_end          (const TySamplePerson *self);

G_END_DECLS
