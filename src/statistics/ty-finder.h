/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-bitmap.h"
#include "ty-facts.h"
#include "ty-order.h"
#include "ty-typed.h"

G_BEGIN_DECLS

/**
 * TyFound:
 * @row: a row of the columns
 * @fit: how well the name fits
 * @facts: what is true of the person on the date
 *
 * Somebody who was found.
 */
typedef struct
{
  guint32 row;
  TyFit fit;
  TyFacts facts;
} TyFound;

gboolean  ty_finder_is_empty (const char  *text);
TyBitmap *ty_finder_find     (TyOrder     *order,
                              TyDatabase  *database,
                              const char  *text,
                              GError     **error);
GArray   *ty_finder_find_best (TyOrder     *order,
                              TyDatabase  *database,
                              const char  *text,
                              guint        limit,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
