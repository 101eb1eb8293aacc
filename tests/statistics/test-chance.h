/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-population.h"
#include "ty-test-county.h"

G_BEGIN_DECLS

/* Named lists of a county: their keys are from 1. */
#define TEST_CHANCE_LISTS 3

/**
 * TestChance:
 * @random: the source of chance
 * @county: the file, which writes
 * @people: (element-type gint64): keys of the people, also of those who were merged into others
 * @units: (element-type gint64): keys of the units, the first is that of the county
 * @terms: (element-type gint64): keys of the terms
 *
 * A small county of all that can be written into a file, and of some that should not have been:
 * dates close to each other, whole and in part, periods that overlap, units that move, circles,
 * people with several posts, posts that no list knows.
 */
typedef struct
{
  GRand *random;         /* (owned) */
  TyTestCounty county;
  GArray *people;        /* (owned) */
  GArray *units;         /* (owned) */
  GArray *terms;         /* (owned) */
  gboolean reads_records; /* whether conditions of records are drawn, which must be read */
  guint n_writers;       /* how often another machine wrote on */
} TestChance;

TestChance   *test_chance_new             (guint32      seed) G_GNUC_WARN_UNUSED_RESULT;
void          test_chance_free            (TestChance  *self);
guint         test_chance_get_n_seeds     (guint        n);
TyDatabase   *test_chance_get_database    (TestChance  *self);
TyColumns    *test_chance_load            (TestChance  *self) G_GNUC_WARN_UNUSED_RESULT;
const char   *test_chance_draw_day        (TestChance  *self);
gint64        test_chance_draw_scope      (TestChance  *self);
TyPopulation *test_chance_draw_population (TestChance  *self,
                                           TySubject    subject,
                                           guint        depth) G_GNUC_WARN_UNUSED_RESULT;
char         *test_chance_draw_key        (TestChance  *self,
                                           const char  *dimension) G_GNUC_WARN_UNUSED_RESULT;

/* test-chance-filter.c */
TyPopulation *test_chance_draw_test       (TestChance  *self) G_GNUC_WARN_UNUSED_RESULT;
TyPopulation *test_chance_make_test       (TestChance  *self,
                                           const TyFilterField *field) G_GNUC_WARN_UNUSED_RESULT;
void          test_chance_add_merits      (TestChance  *self,
                                           gint64       person);

/* test-chance-write.c: what can be done to a county, each inside of an action. */
gint64        test_chance_add_unit        (TestChance  *self,
                                           const char  *level);
void          test_chance_add_state       (TestChance  *self,
                                           gint64       unit,
                                           const char  *level);
gint64        test_chance_add_term        (TestChance  *self,
                                           int          year);
gint64        test_chance_add_person      (TestChance  *self);
void          test_chance_add_post        (TestChance  *self,
                                           gint64       person);
void          test_chance_add_study       (TestChance  *self,
                                           gint64       person);
void          test_chance_add_background  (TestChance  *self,
                                           gint64       person);
void          test_chance_add_reserve     (TestChance  *self,
                                           gint64       person);
void          test_chance_add_mentor      (TestChance  *self,
                                           gint64       person);
gint64        test_chance_pick_person     (TestChance  *self);
gint64        test_chance_pick_unit       (TestChance  *self);
const char   *test_chance_pick_date       (TestChance  *self);
void          test_chance_run             (TestChance  *self,
                                           const char  *sql,
                                           const char  *kinds,
                                           ...);

/* test-chance-village.c */
void          test_chance_add_village_facts (TestChance *self);
void          test_chance_add_pairings    (TestChance  *self);

/* test-chance-act.c */
const char   *test_chance_act             (TestChance  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestChance, test_chance_free)

G_END_DECLS
