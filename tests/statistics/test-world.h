/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-condition.h"
#include "ty-store.h"

G_BEGIN_DECLS

#define TEST_N_TOWNSHIPS 3
#define TEST_N_VILLAGES 9
#define TEST_N_PEOPLE 40
#define TEST_N_POSTS 3
#define TEST_N_STUDIES 3
#define TEST_N_STATES 3

/**
 * TestState:
 * @from: an ISO date as far as known, empty for none
 * @until: the same; it does not count any more
 * @township: the number of the township, or -1 for a unit below the county itself
 *
 * What a unit was for a while.
 */
typedef struct
{
  const char *from;
  const char *until;
  int township;
} TestState;

/**
 * TestUnit:
 * @id: key in the file
 * @n_states: how many states
 * @states: one after the other
 *
 * A village or a township.
 */
typedef struct
{
  gint64 id;
  guint n_states;
  TestState states[TEST_N_STATES];
} TestUnit;

/**
 * TestPost:
 * @id: key of the appointment
 * @village: number of the village
 * @post: key of the post
 * @from: an ISO date as far as known, empty for none
 * @until: the same
 * @batch: (nullable): batch of a mandate in the term of 2021
 */
typedef struct
{
  gint64 id;
  guint village;
  const char *post;
  const char *from;
  const char *until;
  const char *batch;
} TestPost;

typedef struct
{
  const char *mode;
  const char *level;
  const char *outcome;
  const char *until;
} TestStudy;

typedef struct
{
  gint64 id;
  const char *sex;
  char birth[11];
  guint n_posts;
  TestPost posts[TEST_N_POSTS];
  guint n_studies;
  TestStudy studies[TEST_N_STUDIES];
} TestPerson;

/**
 * TestWorld:
 *
 * A small county, as it was drawn and before it went into a file.
 */
typedef struct
{
  gint64 county;
  TestUnit townships[TEST_N_TOWNSHIPS];
  TestUnit villages[TEST_N_VILLAGES];
  TestPerson people[TEST_N_PEOPLE];
} TestWorld;

void     test_world_draw      (TestWorld        *self,
                               GRand            *random);
void     test_world_write     (TestWorld        *self,
                               TyStore          *store);
gboolean test_world_is_in     (const TestWorld  *self,
                               const TestPerson *person,
                               TyWho      population,
                               const char       *day,
                               gint64            scope);
gboolean test_world_meets     (const TestWorld  *self,
                               const TestPerson *person,
                               TyCondition       condition,
                               const char       *day,
                               gint64            scope);
int      test_world_get_age   (const TestPerson *person,
                               const char       *day);
guint    test_world_count_villages (const TestWorld *self,
                               const char       *day,
                               gint64            scope);
guint    test_world_count_batch (const TestWorld *self,
                               const char       *batch,
                               const char       *day,
                               gint64            scope);

G_END_DECLS
