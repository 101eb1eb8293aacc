/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "ty-language.h"

G_BEGIN_DECLS

/**
 * TyLabel:
 * @texts: the text by language; where there is one for none of them, the label is of one language
 * @text: (nullable): the text of a label that is the same in every language
 *
 * A title or a note: what the program ships is in all languages, what a county writes in its own.
 */
typedef struct
{
  char *texts[TY_N_LANGUAGES]; /* (owned) (nullable) */
  char *text;                  /* (owned) */
} TyLabel;

TyLabel    *ty_label_new       (const char     *text) G_GNUC_WARN_UNUSED_RESULT;
TyLabel    *ty_label_from_json (JsonNode       *node) G_GNUC_WARN_UNUSED_RESULT;
JsonNode   *ty_label_to_json   (const TyLabel  *self) G_GNUC_WARN_UNUSED_RESULT;
TyLabel    *ty_label_copy      (const TyLabel  *self) G_GNUC_WARN_UNUSED_RESULT;
void        ty_label_free      (TyLabel        *self);
const char *ty_label_get       (const TyLabel  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyLabel, ty_label_free)

G_END_DECLS
