/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"
#include "ty-person-problems.h"

G_BEGIN_DECLS

/**
 * TyLikeness:
 * @TY_LIKENESS_ID_NUMBER: the same ID number
 * @TY_LIKENESS_NAME_AND_BIRTH: the same name and month of birth, and not all with an ID number of their own
 *
 * In what people are alike who may be one.
 */
typedef enum
{
  TY_LIKENESS_ID_NUMBER,
  TY_LIKENESS_NAME_AND_BIRTH,
} TyLikeness;

/**
 * TyLikePerson:
 * @person: key of the person
 * @other: key of another who is alike
 * @name: (owned): the name of the person
 * @other_name: (owned): the name of the other
 * @value: (owned): in what they are alike: an ID number, or a date of birth as it is stored
 */
typedef struct
{
  gint64 person;
  gint64 other;
  char *name;
  char *other_name;
  char *value;
} TyLikePerson;

GPtrArray *ty_problem_table_list_like  (TyDatabase   *database,
                                        TyLikeness    likeness,
                                        gint64        person,
                                        GError      **error);
GArray    *ty_problem_table_list_terms (TyDatabase   *database,
                                        GError      **error);
gboolean   ty_problem_table_get_kept   (TyDatabase   *database,
                                        guint32      *kept,
                                        GError      **error);
char      *ty_problem_table_dup_name   (TyDatabase   *database,
                                        gint64        person,
                                        GError      **error);

G_END_DECLS
