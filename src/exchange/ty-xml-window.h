/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TyXmlWindow:
 * @source: (owned): where the bytes come from
 * @limit: the most bytes that anything may have that is looked for
 * @buffer: (owned): the bytes; there is room for one more behind them
 * @capacity: how many there can be
 * @start: the first that was not yet looked at
 * @end: the one behind the last
 * @ended: whether the source has no more
 *
 * The part of a document that is looked at. It moves on, and grows to what is looked for.
 */
typedef struct
{
  TyXmlSource *source;
  gsize limit;
  char *buffer;
  gsize capacity;
  gsize start;
  gsize end;
  gboolean ended;
} TyXmlWindow;

void     ty_xml_window_init         (TyXmlWindow  *self,
                                     TyXmlSource  *source,
                                     gsize         limit);
void     ty_xml_window_clear        (TyXmlWindow  *self);
gboolean ty_xml_window_fill_to      (TyXmlWindow  *self,
                                     gsize         n,
                                     GError      **error);
gboolean ty_xml_window_find         (TyXmlWindow  *self,
                                     const char   *sign,
                                     gsize         from,
                                     gsize        *place,
                                     gboolean     *found,
                                     GError      **error);
gboolean ty_xml_window_find_whole   (TyXmlWindow  *self,
                                     const char   *sign,
                                     gsize         from,
                                     gsize        *place,
                                     GError      **error);
gboolean ty_xml_window_find_tag_end (TyXmlWindow  *self,
                                     gsize        *place,
                                     GError      **error);

/* Both are asked for each element of millions. */

/**
 * ty_xml_window_get_n:
 * @self: a window
 *
 * Returns: how many bytes are there
 */
static inline gsize
ty_xml_window_get_n (const TyXmlWindow *self)
{
  return self->end - self->start;
}

/**
 * ty_xml_window_has:
 * @self: a window
 * @n: a number of bytes
 * @error: a `TY_XLSX_ERROR`
 *
 * Sees to it that @n bytes are there, as far as there are so many.
 *
 * Returns: whether there was no error
 */
static inline gboolean
ty_xml_window_has (TyXmlWindow  *self,
                   gsize         n,
                   GError      **error)
{
  return ty_xml_window_get_n (self) >= n || ty_xml_window_fill_to (self, n, error);
}

G_END_DECLS
