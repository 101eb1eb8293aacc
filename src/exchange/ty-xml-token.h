/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TyXmlTokenState:
 * @TY_XML_TOKEN_GOOD: it can be read
 * @TY_XML_TOKEN_DAMAGED: it is no XML
 * @TY_XML_TOKEN_ENTITY: it names an entity that XML itself does not have
 */
typedef enum
{
  TY_XML_TOKEN_GOOD,
  TY_XML_TOKEN_DAMAGED,
  TY_XML_TOKEN_ENTITY,
} TyXmlTokenState;

TyXmlTokenState ty_xml_token_decode      (char       *text,
                                          gsize      *length,
                                          gboolean    in_attribute);
gboolean        ty_xml_token_is_readable (const char *text,
                                          gsize       length);
gsize           ty_xml_token_skip_name   (const char *text,
                                          gsize       length);
gsize           ty_xml_token_skip_blanks (const char *text,
                                          gsize       length);

G_END_DECLS
