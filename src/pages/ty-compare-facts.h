/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office-person.h"

G_BEGIN_DECLS

/**
 * TyCompareFact:
 *
 * What is told of people who stand side by side, from above. Nothing that only identifies somebody is among
 * it: others may look at the same screen.
 */
typedef enum
{
  TY_COMPARE_POSTS,
  TY_COMPARE_AGE,
  TY_COMPARE_TENURE,
  TY_COMPARE_FULL_TIME,
  TY_COMPARE_IN_SERVICE,
  TY_COMPARE_PARTY,
  TY_COMPARE_SOURCES,
  TY_COMPARE_HONOURS,
  TY_COMPARE_RESULTS,
  TY_COMPARE_TAGS,
  TY_COMPARE_RESUME,
  TY_N_COMPARE_FACTS,
} TyCompareFact;

const char *ty_compare_fact_get_label (TyCompareFact  fact);
char       *ty_compare_fact_dup_text  (TyCompareFact  fact,
                                       TyPersonFile  *file,
                                       TyDate         as_of) G_GNUC_WARN_UNUSED_RESULT;
guint       ty_compare_fact_find_odd  (TyCompareFact  fact,
                                       GPtrArray     *files,
                                       TyDate         as_of,
                                       gboolean      *differs);
char       *ty_compare_facts_dup_text (GPtrArray     *files,
                                       TyDate         as_of) G_GNUC_WARN_UNUSED_RESULT;
char       *ty_compare_facts_dup_html (GPtrArray     *files,
                                       TyDate         as_of) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
