/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TyTopicCommand:
 * @action: the name of an action of the window or of the program
 * @label: what it does, marked for translation
 * @words: (nullable): what people would type for it, marked for translation, separated by blanks
 *
 * A command as the search finds it.
 */
typedef struct
{
  const char *action;
  const char *label;
  const char *words;
} TyTopicCommand;

const TyTopicCommand *ty_topic_commands_list (guint *n_commands);

G_END_DECLS
