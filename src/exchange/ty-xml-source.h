/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TY_XML_MAX_ATTRIBUTES:
 *
 * The most attributes of an element. Worksheets have some thirty; the parser takes the square
 * of their number in time.
 */
#define TY_XML_MAX_ATTRIBUTES 100

/**
 * TY_XML_MAX_PIECE_BYTES:
 *
 * The most bytes from one `<` to the next. The longest text of a cell takes at most 300 KB.
 */
#define TY_XML_MAX_PIECE_BYTES (1 << 20)

TyXmlSource *ty_xml_source_new   (TyZipPass    *pass) G_GNUC_WARN_UNUSED_RESULT;
TyXmlSource *ty_xml_source_new_for_bytes (GBytes *bytes,
                                  gsize         limit) G_GNUC_WARN_UNUSED_RESULT;
void         ty_xml_source_free  (TyXmlSource  *self);
gssize       ty_xml_source_read  (TyXmlSource  *self,
                                  char         *buffer,
                                  gsize         length,
                                  GError      **error);
gboolean     ty_xml_source_drain (TyXmlSource  *self,
                                  GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyXmlSource, ty_xml_source_free)

G_END_DECLS
