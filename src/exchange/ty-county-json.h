/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-store.h"

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TY_COUNTY_JSON_FORMAT:
 *
 * What the member `format` of a county as JSON says.
 */
#define TY_COUNTY_JSON_FORMAT "touyan-county"

/**
 * TY_COUNTY_JSON_VERSION:
 *
 * The version of the outer form: the members beside the tables. What the tables hold is told by
 * `schema_version`.
 */
#define TY_COUNTY_JSON_VERSION 1

/**
 * TyCountyJsonCount:
 * @rows: rows of tables under history
 * @people: of these, people
 * @blobs: photos and scans
 *
 * How much was written or read.
 */
typedef struct
{
  gint64 rows;
  gint64 people;
  gint64 blobs;
} TyCountyJsonCount;

gboolean  ty_county_json_write      (TyDatabase         *database,
                                     int                 fd,
                                     TyCountyJsonCount  *count,
                                     GCancellable       *cancellable,
                                     GError            **error);
gboolean  ty_county_json_read       (GInputStream       *stream,
                                     const char         *name,
                                     const char         *path,
                                     const char         *user,
                                     TyCountyJsonCount  *count,
                                     GCancellable       *cancellable,
                                     GError            **error);
char     *ty_county_json_dup_schema (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
