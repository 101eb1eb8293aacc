/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"

G_BEGIN_DECLS

/**
 * TyRosterPostRow:
 * @person: key of the person
 * @unit: key of the unit
 * @post: (transfer none): key of the post, interned
 * @from: from when; none = before our records
 * @until: until when; none = still
 * @title: (transfer none) (nullable): the post in its own words, interned
 *
 * A post that had begun by a date, and may have ended.
 */
typedef struct
{
  gint64 person;
  gint64 unit;
  const char *post;
  TyDate from;
  TyDate until;
  const char *title;
} TyRosterPostRow;

GArray *ty_roster_table_list_posts_of (TyDatabase  *database,
                                       gint64       person,
                                       TyDate       as_of,
                                       GError     **error);

G_END_DECLS
