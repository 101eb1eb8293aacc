/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office-lists.h"
#include "ty-search-hit.h"

G_BEGIN_DECLS

/* The pages and commands that can be searched. Signal "changed": what is found may be something else
 * now. */
/* With what the name of a page begins that is a named list; its key follows. */
#define TY_TOPICS_LIST "list:"

#define TY_TYPE_TOPICS (ty_topics_get_type ())
G_DECLARE_FINAL_TYPE (TyTopics, ty_topics, TY, TOPICS, GObject)

TyTopics  *ty_topics_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       ty_topics_add_page    (TyTopics      *self,
                                  const char    *page_name,
                                  const char    *title,
                                  const char    *icon_name);
void       ty_topics_set_lists   (TyTopics      *self,
                                  GPtrArray     *lists);
gboolean   ty_topics_has_command (TyTopics      *self,
                                  const char    *action);
void       ty_topics_set_enabled (TyTopics      *self,
                                  const char    *action,
                                  gboolean       enabled);
void       ty_topics_set_detail  (TyTopics      *self,
                                  const char    *action,
                                  const char    *detail);
void       ty_topics_set_filters (TyTopics      *self,
                                  GPtrArray     *filters);
void       ty_topics_prepare     (TyTopics      *self);
gboolean   ty_topics_is_prepared (TyTopics      *self);
GPtrArray *ty_topics_find        (TyTopics      *self,
                                  TySearchGroup  group,
                                  const char    *text,
                                  guint          limit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
