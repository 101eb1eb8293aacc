/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"

G_BEGIN_DECLS

/**
 * TyPostLineChoice:
 * @key: key of a person or a unit
 * @label: (owned): the name
 * @note: (owned): what tells it from the others
 *
 * One of several that a line may mean.
 */
typedef struct
{
  gint64 key;
  char *label;
  char *note;
} TyPostLineChoice;

/**
 * TyPostLine:
 * @text: (owned): the line as it was written
 * @leaves: whether the post is left (免); else it is taken (任)
 * @name: (owned): the name of the person as it was written
 * @person: key of the person, 0 where it is not known or not clear
 * @people: (owned) (element-type TyPostLineChoice): who may be meant, where several may
 * @unit: key of the unit, 0 where it is not known or not clear
 * @unit_name: (owned): its name, or the empty text
 * @units: (owned) (element-type TyPostLineChoice): which may be meant, where several may
 * @posts: (owned) (element-type utf8): keys of posts, interned
 * @title: (owned): the posts as they were written
 *
 * A line of a document: somebody, and a post in a unit.
 */
typedef struct
{
  char *text;
  gboolean leaves;
  char *name;
  gint64 person;
  GPtrArray *people;
  gint64 unit;
  char *unit_name;
  GPtrArray *units;
  GPtrArray *posts;
  char *title;
} TyPostLine;

void        ty_post_line_free        (TyPostLine   *self);
const char *ty_post_line_get_problem (TyPostLine   *self);
GPtrArray  *ty_post_lines_read       (TyDatabase   *database,
                                      const char   *text,
                                      TyDate        day,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
