/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-import-kind.h"
#include "ty-order.h"
#include "ty-views.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TY_COLLECT_FORMAT:
 *
 * What the hidden sheet of a workbook for a township says first.
 */
#define TY_COLLECT_FORMAT "touyan-collect"

#define TY_COLLECT_VERSION 1

/**
 * TyCollectSpec:
 * @kind: what is collected, one of ty_collect_can()
 * @as_of: for which day
 * @year: for which year, of yearly kinds
 * @sensitive: whether ID numbers and phones that the file knows are written into the workbooks
 * @folder: where the workbooks are
 *
 * What is collected from the townships.
 */
typedef struct
{
  const TyImportKind *kind;
  TyDate as_of;
  guint year;
  gboolean sensitive;
  const char *folder;
} TyCollectSpec;

/**
 * TyCollectTownship:
 * @unit: its key
 * @name: (owned): its name
 * @villages: (owned) (element-type TyUnitState): those of it
 *
 * A township that fills in a workbook.
 */
typedef struct
{
  gint64 unit;
  char *name;
  GPtrArray *villages;
} TyCollectTownship;

/**
 * TyCollectColumn:
 * @title: (owned): what stands above it
 * @word: (owned): what it means to the import; empty where it is not read
 * @width: in characters
 * @list: (nullable): id of the code list from which it is filled in
 * @choices: (owned) (nullable): its texts, where they are of no code list
 * @hint: whether other texts may stand in it, too
 * @locked: whether what the file knows cannot be changed
 * @number: whether it holds numbers
 * @wide: whether its texts are long
 * @sensitive: whether it is only filled in where that was chosen
 * @length: how many characters its texts have, or 0
 * @roster: for a roster: the field
 * @field: for a record: the field
 * @own: (nullable): a field of the county
 *
 * A column of a workbook for a township.
 */
typedef struct
{
  char *title;
  char *word;
  double width;
  const char *list;
  char **choices;
  gboolean hint;
  gboolean locked;
  gboolean number;
  gboolean wide;
  gboolean sensitive;
  guint length;
  int roster;
  guint field;
  TyCustomField *own;
} TyCollectColumn;

gboolean   ty_collect_can             (const TyImportKind   *kind);
gboolean   ty_collect_is_yearly       (const TyImportKind   *kind);
GPtrArray *ty_collect_list_townships  (TyDatabase           *database,
                                       TyDate                as_of,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ty_collect_list_columns    (const TyCollectSpec  *spec,
                                       GPtrArray            *fields) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
