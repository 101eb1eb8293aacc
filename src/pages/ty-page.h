/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office.h"
#include "ty-pages-types.h"

G_BEGIN_DECLS

#define TY_TYPE_PAGE (ty_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TyPage, ty_page, TY, PAGE, AdwBin)

/**
 * TyPageClass:
 * @refresh: reads again what the page shows; the file is open. Begin with ty_page_begin()
 * @find: (nullable): gives the focus to the page's search entry
 */
struct _TyPageClass
{
  AdwBinClass parent_class;

  void (*refresh) (TyPage *self);
  void (*find)    (TyPage *self);
};

TyOffice     *ty_page_get_office     (TyPage       *self);
const char   *ty_page_get_page_name  (TyPage       *self);
const char   *ty_page_get_title      (TyPage       *self);
void          ty_page_set_title      (TyPage       *self,
                                      const char   *title);
gboolean      ty_page_get_loading    (TyPage       *self);
void          ty_page_set_loading    (TyPage       *self,
                                      gboolean      loading);
gboolean      ty_page_can_find       (TyPage       *self);
void          ty_page_find           (TyPage       *self);
void          ty_page_refresh        (TyPage       *self);
GCancellable *ty_page_begin          (TyPage       *self);
void          ty_page_tell_problem   (TyPage       *self,
                                      const GError *error);
void          ty_page_tell_done      (TyPage       *self,
                                      const char   *text);
void          ty_page_tell           (TyPage       *self,
                                      const char   *text);

G_END_DECLS
