/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TY_XML_MAX_DEPTH:
 *
 * How deep elements may nest. Worksheets need 12.
 */
#define TY_XML_MAX_DEPTH 32

/**
 * TY_XML_MAX_ATTRIBUTES:
 *
 * The most attributes of an element. Worksheets have some thirty; to see that none comes twice takes the square
 * of their number in time.
 */
#define TY_XML_MAX_ATTRIBUTES 100

/**
 * TY_XML_MAX_PIECE_BYTES:
 *
 * The most bytes from one `<` to the next. The longest text of a cell takes at most 300 KB.
 */
#define TY_XML_MAX_PIECE_BYTES (1 << 20)

/**
 * TyXmlStep:
 * @TY_XML_ERROR: an error was set
 * @TY_XML_DONE: the part was read to its end
 * @TY_XML_START: an element begins
 * @TY_XML_END: an element ends, also one that was written as `<a/>`
 * @TY_XML_TEXT: characters
 */
typedef enum
{
  TY_XML_ERROR,
  TY_XML_DONE,
  TY_XML_START,
  TY_XML_END,
  TY_XML_TEXT,
} TyXmlStep;

TyXmlPart  *ty_xml_part_open           (TyZipFile     *zip,
                                        const char    *name,
                                        guint64        limit,
                                        GCancellable  *cancellable,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;
TyXmlPart  *ty_xml_part_open_bytes     (GBytes        *bytes,
                                        gsize          limit) G_GNUC_WARN_UNUSED_RESULT;
void        ty_xml_part_free           (TyXmlPart     *self);
TyXmlStep   ty_xml_part_next           (TyXmlPart     *self,
                                        GError       **error);
gboolean    ty_xml_part_skip           (TyXmlPart     *self,
                                        GError       **error);
guint       ty_xml_part_get_depth      (TyXmlPart     *self);
gboolean    ty_xml_part_is             (TyXmlPart     *self,
                                        const char    *name);
const char *ty_xml_part_get_name       (TyXmlPart     *self);
const char *ty_xml_part_get_text       (TyXmlPart     *self);
gboolean    ty_xml_part_next_attribute (TyXmlPart     *self,
                                        const char   **name,
                                        const char   **value);
char       *ty_xml_part_dup_attribute  (TyXmlPart     *self,
                                        const char    *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyXmlPart, ty_xml_part_free)

G_END_DECLS
