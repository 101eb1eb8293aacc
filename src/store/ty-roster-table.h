/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"

G_BEGIN_DECLS

/**
 * TyRosterPersonRow:
 * @person: key of the person
 * @name: (owned): name
 * @pinyin: (owned) (nullable): pinyin as stored
 * @id_number: (owned) (nullable): ID number
 * @birth: date of birth
 * @sex: `1`, `2` or another digit; `0` where it is not filled in
 *
 * What rosters search and sort by.
 */
typedef struct
{
  gint64 person;
  char *name;
  char *pinyin;
  char *id_number;
  TyDate birth;
  char sex;
} TyRosterPersonRow;

/**
 * TyRosterPostRow:
 * @person: key of the person
 * @unit: key of the unit
 * @post: (transfer none): key of the post, interned
 * @from: from when; none = before our records
 * @until: until when; none = still
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
} TyRosterPostRow;

GArray   *ty_roster_table_list_people   (TyDatabase  *database,
                                         GError     **error);
GArray   *ty_roster_table_list_posts    (TyDatabase  *database,
                                         TyDate       as_of,
                                         GError     **error);
GArray   *ty_roster_table_list_posts_of (TyDatabase  *database,
                                         gint64       person,
                                         TyDate       as_of,
                                         GError     **error);
gboolean  ty_roster_table_count_people  (TyDatabase  *database,
                                         guint       *n,
                                         GError     **error);

G_END_DECLS
