/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-dimension.h"
#include "ty-measure.h"
#include "ty-order.h"
#include "ty-population.h"

G_BEGIN_DECLS

/**
 * TyQuestion:
 * @who: (nullable): a word of ty_who_to_string(); none = all in office, unless @filter says who
 * @is: (nullable) (array zero-terminated=1): words of conditions, all of which must be met
 * @where: (nullable) (array zero-terminated=1): `DIMENSION=VALUE`, the value by its key or its name;
 *   of the values of one dimension one is enough
 * @filter: (nullable): a population in JSON
 * @on_list: (nullable): name of a named list on which they must be; then @who is everybody unless given
 *
 * A population in words, as they are typed on a command line.
 */
typedef struct
{
  const char *who;
  const char * const *is;
  const char * const *where;
  const char *filter;
  const char *on_list;
} TyQuestion;

TyPopulation      *ty_question_make_population (const TyQuestion  *self,
                                                TyView            *view,
                                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;
const TyDimension *ty_question_find_dimension  (const char        *word,
                                                GError           **error);
const TyMeasure   *ty_question_find_measure    (const char        *word,
                                                GError           **error);
gboolean           ty_question_check_sorts     (GArray            *keys,
                                                TyView            *view,
                                                GError           **error);
GArray            *ty_question_parse_sorts     (const char        *text,
                                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;

const char        *ty_sort_to_string           (TySort             self);
char              *ty_sort_dup_label           (TySort             self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
