/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-collect-write.h"

G_BEGIN_DECLS

/* The sheets of a workbook: what is filled in, the texts of the drop-downs, and what it is. */
#define TY_COLLECT_LISTS_SHEET "lists"
#define TY_COLLECT_ABOUT_SHEET "touyan"

/**
 * TyCollectCounty:
 * @unit: key of the county
 * @name: its name
 * @fields: (element-type TyCustomField): the fields of its own
 *
 * Whose workbooks they are.
 */
typedef struct
{
  gint64 unit;
  const char *name;
  GPtrArray *fields;
} TyCollectCounty;

gboolean ty_collect_sheet_write (int                       fd,
                                 TyDatabase               *database,
                                 const TyCollectPeople    *people,
                                 const TyCollectSpec      *spec,
                                 const TyCollectCounty    *county,
                                 const TyCollectTownship  *township,
                                 guint                    *n_rows,
                                 GError                  **error);

G_END_DECLS
