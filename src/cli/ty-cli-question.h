/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "ty-lookup.h"
#include "ty-population.h"

G_BEGIN_DECLS

#define TY_CLI_QUESTION_OPTIONS 9

/**
 * TyCliQuestion:
 * @as_of: (owned) (nullable): the cut-off date
 * @scope: (owned) (nullable): a unit
 * @who: (owned) (nullable): who is meant
 * @is: (owned) (nullable): conditions
 * @where: (owned) (nullable): values of dimensions
 * @filter: (owned) (nullable): a population in JSON
 * @on_list: (owned) (nullable): name of a named list
 * @list_words: whether only the words are asked for
 * @as_json: whether JSON is printed
 * @entries: the options
 * @date: the cut-off date, today where none was given
 *
 * The options by which commands ask for people, villages or posts. They are the same for all of them,
 * so that a figure and the list behind it are asked in the same words.
 */
typedef struct
{
  char *as_of;
  char *scope;
  char *who;
  char **is;
  char **where;
  char *filter;
  char *on_list;
  gboolean list_words;
  gboolean as_json;
  GOptionEntry entries[TY_CLI_QUESTION_OPTIONS + 1];
  TyDate date;
} TyCliQuestion;

void          ty_cli_question_init            (TyCliQuestion  *self);
void          ty_cli_question_clear           (TyCliQuestion  *self);
gboolean      ty_cli_question_is_asked        (TyCliQuestion  *self);
gboolean      ty_cli_question_check           (TyCliQuestion  *self,
                                               const char     *usage,
                                               int             argc,
                                               GError        **error);
TyView       *ty_cli_question_get_view        (TyCliQuestion  *self,
                                               TyLookup       *lookup,
                                               int             term,
                                               GError        **error) G_GNUC_WARN_UNUSED_RESULT;
TyPopulation *ty_cli_question_make_population (TyCliQuestion  *self,
                                               TyLookup       *lookup,
                                               TyView         *view,
                                               GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void          ty_cli_question_print_words     (TyCliQuestion  *self);
int           ty_cli_question_get_status      (const GError   *error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TyCliQuestion, ty_cli_question_clear)

G_END_DECLS
