/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-cell.h"
#include "ty-exchange-types.h"
#include "ty-table-head.h"

G_BEGIN_DECLS

/**
 * TyRosterColumn:
 *
 * What a column of a roster holds (field.md 9.2).
 */
typedef enum
{
  TY_ROSTER_COLUMN_TOWNSHIP,
  TY_ROSTER_COLUMN_VILLAGE,
  TY_ROSTER_COLUMN_UNIT, /* township and village in one */
  TY_ROSTER_COLUMN_NAME,
  TY_ROSTER_COLUMN_SEX,
  TY_ROSTER_COLUMN_BIRTH,
  TY_ROSTER_COLUMN_ETHNICITY,
  TY_ROSTER_COLUMN_NATIVE_PLACE,
  TY_ROSTER_COLUMN_POLITICAL,
  TY_ROSTER_COLUMN_PARTY_DATE,
  TY_ROSTER_COLUMN_WORK_DATE,
  TY_ROSTER_COLUMN_EDUCATION,
  TY_ROSTER_COLUMN_EDUCATION_FULL_TIME,
  TY_ROSTER_COLUMN_EDUCATION_IN_SERVICE,
  TY_ROSTER_COLUMN_SCHOOL,
  TY_ROSTER_COLUMN_SCHOOL_FULL_TIME,
  TY_ROSTER_COLUMN_SCHOOL_IN_SERVICE,
  TY_ROSTER_COLUMN_POST,
  TY_ROSTER_COLUMN_POST_PARTY,
  TY_ROSTER_COLUMN_POST_COMMITTEE,
  TY_ROSTER_COLUMN_POST_OTHER,
  TY_ROSTER_COLUMN_SINCE,
  TY_ROSTER_COLUMN_ID_NUMBER,
  TY_ROSTER_COLUMN_SOURCE,
  TY_ROSTER_COLUMN_PHONE,
  TY_ROSTER_COLUMN_NOTE,
  TY_N_ROSTER_COLUMNS,
} TyRosterColumn;

#define TY_ROSTER_NO_COLUMN G_MAXUINT

/**
 * TyRosterHeader:
 * @header_row: the last row of the header, from 1
 * @places: where each column is, from 0, or %TY_ROSTER_NO_COLUMN
 * @headings: (owned): what stands above it
 * @head: (owned): how the table begins
 * @titles: (owned): the posts that titles of the roster say, by the kind of the unit and the title
 *
 * Where a roster has what.
 */
struct _TyRosterHeader
{
  guint header_row;
  guint places[TY_N_ROSTER_COLUMNS];
  char *headings[TY_N_ROSTER_COLUMNS];
  TyTableHead *head;
  GHashTable *titles;
};

TyRosterHeader *ty_roster_header_find  (GPtrArray       *lines,
                                        GArray          *merges) G_GNUC_WARN_UNUSED_RESULT;
TyRosterHeader  *ty_roster_header_new   (guint            header_row) G_GNUC_WARN_UNUSED_RESULT;
void             ty_roster_header_set   (TyRosterHeader  *self,
                                          TyRosterColumn   column,
                                          guint            place,
                                          const char      *heading);
void             ty_roster_header_free  (TyRosterHeader *self);
gboolean         ty_roster_header_has   (TyRosterHeader *self,
                                          TyRosterColumn   column);
gboolean         ty_roster_header_knows (const char      *text);
TyRosterColumn   ty_roster_header_match (const char      *text);
gboolean         ty_roster_header_is_one_of (const char  *text,
                                          const char      *words);
gboolean         ty_roster_header_is_heading (const char *text,
                                          TyRosterColumn   column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyRosterHeader, ty_roster_header_free)

G_END_DECLS
