/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-custom-field.h"
#include "ty-roster-field.h"

G_BEGIN_DECLS

#define TY_ROSTER_LAYOUT_MAX_COLUMNS 100

typedef enum
{
  TY_ROSTER_LAYOUT_ERROR_SYNTAX,
  TY_ROSTER_LAYOUT_ERROR_VALUE,
} TyRosterLayoutError;

#define TY_ROSTER_LAYOUT_ERROR (ty_roster_layout_error_quark ())

/**
 * TyRosterGroups:
 * @TY_ROSTER_GROUPS_NONE: one list
 * @TY_ROSTER_GROUPS_TOWNSHIP: a heading above the people of each township
 * @TY_ROSTER_GROUPS_VILLAGE: a heading above the people of each village
 *
 * How the rows of a roster are grouped.
 */
typedef enum
{
  TY_ROSTER_GROUPS_NONE,
  TY_ROSTER_GROUPS_TOWNSHIP,
  TY_ROSTER_GROUPS_VILLAGE,
} TyRosterGroups;

/**
 * TyRosterLayoutColumn:
 * @field: what it holds
 * @title: (owned): what stands above it
 * @group: (owned) (nullable): what stands above it and its neighbours of the same group
 * @width: in characters of a sheet
 * @own: key of the field of the county, for %TY_ROSTER_FIELD_OWN
 * @own_privacy: its privacy class; sensitive until the file was asked
 *
 * A column of a layout.
 */
typedef struct
{
  TyRosterField field;
  char *title;
  char *group;
  double width;
  gint64 own;
  TyPrivacy own_privacy;
} TyRosterLayoutColumn;

/**
 * TyRosterLayout:
 * @id: (owned): its word
 * @name: (owned): what it is called in a list of layouts
 * @title: (owned): what stands above the roster, behind the name of the unit
 * @groups: how the rows are grouped
 * @row_height: in points, or 0 for as high as the texts need
 * @columns: (owned) (element-type TyRosterLayoutColumn): from left to right
 * @shipped: whether it came with the program
 * @own: (nullable) (element-type TyCustomField): the fields of the county that can be columns too
 *
 * How a roster is laid out.
 */
typedef struct
{
  char *id;
  char *name;
  char *title;
  TyRosterGroups groups;
  double row_height;
  GPtrArray *columns;
  gboolean shipped;
  GPtrArray *own;
} TyRosterLayout;

GQuark                ty_roster_layout_error_quark  (void);
TyRosterLayout       *ty_roster_layout_new          (const char              *id,
                                                     const char              *name) G_GNUC_WARN_UNUSED_RESULT;
TyRosterLayout       *ty_roster_layout_copy         (const TyRosterLayout    *self) G_GNUC_WARN_UNUSED_RESULT;
void                  ty_roster_layout_free         (TyRosterLayout          *self);
TyRosterLayout       *ty_roster_layout_from_json    (const char              *json,
                                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
char                 *ty_roster_layout_to_json      (const TyRosterLayout    *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray            *ty_roster_layout_list_shipped (void) G_GNUC_WARN_UNUSED_RESULT;
void                  ty_roster_layout_add          (TyRosterLayout          *self,
                                                     TyRosterField            field);
void                  ty_roster_layout_add_copy     (TyRosterLayout          *self,
                                                     const TyRosterLayoutColumn *column);
void                  ty_roster_layout_add_from     (TyRosterLayout          *self,
                                                     TyRosterField            field,
                                                     const TyRosterLayout    *other);
void                  ty_roster_layout_add_own      (TyRosterLayout          *self,
                                                     TyCustomField           *field);
void                  ty_roster_layout_set_own      (TyRosterLayout          *self,
                                                     GPtrArray               *fields);
char                 *ty_roster_layout_dup_word     (const TyRosterLayoutColumn *column) G_GNUC_WARN_UNUSED_RESULT;
TyPrivacy             ty_roster_layout_get_privacy  (const TyRosterLayoutColumn *column);
TyCustomField        *ty_roster_layout_find_own     (const TyRosterLayout    *self,
                                                     gint64                   own);
void                  ty_roster_layout_remove_sensitive (TyRosterLayout      *self);
gboolean              ty_roster_layout_is_sensitive (const TyRosterLayout    *self);
const TyRosterLayoutColumn *ty_roster_layout_get    (const TyRosterLayout    *self,
                                                     guint                    i);

const char           *ty_roster_groups_to_string    (TyRosterGroups           self);
gboolean              ty_roster_groups_parse        (const char              *word,
                                                     TyRosterGroups          *groups);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyRosterLayout, ty_roster_layout_free)

G_END_DECLS
