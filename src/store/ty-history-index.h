/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"

G_BEGIN_DECLS

/**
 * TyHistoryFilter:
 * @text: (nullable): words, see ty_history_search_new()
 * @person: key of a person, or 0
 * @unit: key of a unit, with what is below it and who serves or served there; or 0
 * @kind: (nullable): kind of the action, such as `person.edit`
 * @user: (nullable): who did it
 * @from: the first day, in the local time zone; none = from the beginning
 * @until: the last day; none = to the end
 *
 * What is asked of the history.
 */
typedef struct
{
  const char *text;
  gint64 person;
  gint64 unit;
  const char *kind;
  const char *user;
  TyDate from;
  TyDate until;
} TyHistoryFilter;

/**
 * TyHistoryDay:
 * @first: place of its first action
 * @count: how many actions follow each other on it
 * @day: the day, in the local time zone
 *
 * Office clocks go back now and then: a day may come twice.
 */
typedef struct
{
  guint first;
  guint count;
  TyDate day;
} TyHistoryDay;

/**
 * TyHistoryFacet:
 * @word: (owned): a kind or a user
 * @count: how many actions it would leave, with the other filters as they are
 */
typedef struct
{
  char *word;
  guint count;
} TyHistoryFacet;

/**
 * TyHistoryIndex:
 * @seqs: (element-type gint64): the actions, the newest first
 * @days: (element-type TyHistoryDay): their days
 * @kinds: (element-type TyHistoryFacet): the kinds, the most frequent first
 * @users: (element-type TyHistoryFacet): the users, the most frequent first
 * @n_all: how many actions the file has
 *
 * Which actions answer a question: eight bytes for each, so that a list can be windowed.
 */
typedef struct
{
  GArray *seqs;
  GArray *days;
  GPtrArray *kinds;
  GPtrArray *users;
  guint n_all;
} TyHistoryIndex;

TyHistoryFilter *ty_history_filter_copy (const TyHistoryFilter *self) G_GNUC_WARN_UNUSED_RESULT;
void             ty_history_filter_free (TyHistoryFilter       *self);

TyHistoryIndex *ty_history_index_load (TyDatabase             *database,
                                       const TyHistoryFilter  *filter,
                                       GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void            ty_history_index_free (TyHistoryIndex         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyHistoryFilter, ty_history_filter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyHistoryIndex, ty_history_index_free)

G_END_DECLS
