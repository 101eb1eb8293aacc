/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-custom-field.h"
#include "ty-date.h"
#include "ty-import-report.h"
#include "ty-roster-header.h"
#include "ty-roster-study.h"
#include "ty-table-line.h"

G_BEGIN_DECLS

/**
 * TyRosterOwn:
 * @field: (unowned): a field of the county
 * @value: (owned): what the row says for it, as it is stored
 */
typedef struct
{
  TyCustomField *field;
  char *value;
} TyRosterOwn;

/**
 * TyRosterEntry:
 *
 * One row of a roster, understood. Keys of code lists are static; where a word is not known, the
 * key is %NULL and the text keeps it.
 */
struct _TyRosterEntry
{
  char *sheet;
  guint row;
  gboolean failed; /* an error was found in the row */
  char *reason;    /* the first one */

  char *township;
  char *village;
  char *name;
  const char *sex;
  TyDate birth;
  const char *ethnicity;
  char *ethnicity_text;
  char *native_place;
  const char *political;
  char *political_text;
  TyDate party_date;
  TyDate work_date;
  GPtrArray *studies; /* of TyRosterStudy */
  char *title;
  GPtrArray *posts;   /* of TyParsedPost; perhaps shared with other rows, and not changed then */
  TyDate since;
  char *id_number;    /* 18 characters, checked */
  char *number_column;
  char *number_heading;
  const char *source; /* the first of them */
  GPtrArray *sources; /* (nullable): all, where one cell names several */
  char *source_text;
  char *phone;
  char *note;
  GArray *own; /* of TyRosterOwn */
};

TyRosterEntry *ty_roster_entry_parse (TyTableLine    *line,
                                      TyRosterHeader *columns,
                                      const char      *sheet,
                                      TyDate           as_of,
                                      TyImportReport  *report) G_GNUC_WARN_UNUSED_RESULT;
TyRosterEntry *ty_roster_entry_parse_person (TyTableLine *line,
                                      TyRosterHeader  *columns,
                                      gboolean         with_name,
                                      const char      *sheet,
                                      TyDate           as_of,
                                      TyImportReport  *report) G_GNUC_WARN_UNUSED_RESULT;
void           ty_roster_entry_free  (TyRosterEntry   *self);
TyImportProblem     *ty_roster_entry_add_problem (TyRosterEntry *self,
                                      TyImportReport  *report,
                                      gboolean         error,
                                      const char      *kind,
                                      char            *text);
void           ty_roster_entry_add_number_problem (TyRosterEntry *self,
                                      TyImportReport  *report,
                                      const char      *kind,
                                      char            *text);
gboolean       ty_roster_entry_has_name (TyRosterEntry  *self,
                                      const char      *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyRosterEntry, ty_roster_entry_free)

G_END_DECLS
