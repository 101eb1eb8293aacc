/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

TyXmlSource *ty_xml_source_new   (TyZipPass    *pass) G_GNUC_WARN_UNUSED_RESULT;
TyXmlSource *ty_xml_source_new_for_bytes (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
void         ty_xml_source_free  (TyXmlSource  *self);
gssize       ty_xml_source_read  (TyXmlSource  *self,
                                  char         *buffer,
                                  gsize         length,
                                  GError      **error);
gboolean     ty_xml_source_drain (TyXmlSource  *self,
                                  GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyXmlSource, ty_xml_source_free)

G_END_DECLS
