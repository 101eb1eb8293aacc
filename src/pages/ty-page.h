/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office.h"
#include "ty-pages-types.h"

G_BEGIN_DECLS

#define TY_TYPE_PAGE (ty_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TyPage, ty_page, TY, PAGE, AdwBin)

/**
 * TyPageBadge:
 * @TY_PAGE_BADGE_COUNT: how many there are
 * @TY_PAGE_BADGE_WAITS: how many wait for somebody
 * @TY_PAGE_BADGE_LATE: how many are late or wrong
 *
 * What the number beside the entry of a page means.
 */
typedef enum
{
  TY_PAGE_BADGE_COUNT,
  TY_PAGE_BADGE_WAITS,
  TY_PAGE_BADGE_LATE,
} TyPageBadge;

/**
 * TyPageClass:
 * @refresh: reads again what the page shows; the file is open. Begin with ty_page_begin()
 * @count: (nullable): asks for the number beside the page's entry, also of a page that is not seen, and
 *   tells it by ty_page_set_count()
 * @find: (nullable): gives the focus to the page's search entry
 * @print: (nullable): prints what the page shows
 * @present: (nullable): shows it over a whole screen
 * @get_person: (nullable): whom the keyboard is at in a list of the page whose rows are no buttons, or 0
 * @count_delay: milliseconds until @count is called, 0 for the usual moment
 */
struct _TyPageClass
{
  AdwBinClass parent_class;

  void (*refresh) (TyPage *self);
  void (*find)    (TyPage *self);
  void (*count)   (TyPage       *self,
                   GCancellable *cancellable);
  void (*print)   (TyPage *self);
  void (*present) (TyPage *self);
  gint64 (*get_person) (TyPage *self);
  guint count_delay;
};

TyOffice     *ty_page_get_office     (TyPage       *self);
const char   *ty_page_get_page_name  (TyPage       *self);
const char   *ty_page_get_title      (TyPage       *self);
void          ty_page_set_title      (TyPage       *self,
                                      const char   *title);
gboolean      ty_page_get_loading    (TyPage       *self);
void          ty_page_set_loading    (TyPage       *self,
                                      gboolean      loading);
const char   *ty_page_get_group      (TyPage       *self);
int           ty_page_get_count      (TyPage       *self);
TyPageBadge   ty_page_get_badge      (TyPage       *self);
void          ty_page_set_count      (TyPage       *self,
                                      int           count,
                                      TyPageBadge   badge);
gboolean      ty_page_can_find       (TyPage       *self);
void          ty_page_find           (TyPage       *self);
gboolean      ty_page_can_print      (TyPage       *self);
void          ty_page_print          (TyPage       *self);
gboolean      ty_page_can_present    (TyPage       *self);
void          ty_page_present        (TyPage       *self);
gint64        ty_page_get_person     (TyPage       *self);
void          ty_page_refresh        (TyPage       *self);
GCancellable *ty_page_begin          (TyPage       *self);
void          ty_page_tell_problem   (TyPage       *self,
                                      const GError *error);
void          ty_page_tell_done      (TyPage       *self,
                                      const char   *text);
void          ty_page_tell           (TyPage       *self,
                                      const char   *text);
void          ty_page_tell_copied    (TyPage       *self,
                                      const char   *text,
                                      gboolean      sensitive);

G_END_DECLS
