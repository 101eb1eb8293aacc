/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-model-types.h"

G_BEGIN_DECLS

/**
 * TyParsedPost:
 * @post_key: a key of the list `post`
 * @party_form: (nullable): a key of the list `party_form`, where the title says it
 * @text: the piece of the title from which it was read
 * @title: (nullable): its own words, where the key is that of other posts
 * @unit: (nullable): the unit that stands before it, folded: 东山村
 *
 * One post among those that a title names.
 */
struct _TyParsedPost
{
  const char *post_key;   /* (unowned): static */
  const char *party_form; /* (unowned) (nullable): static */
  char *text;             /* (owned) */
  char *title;            /* (owned) (nullable) */
  char *unit;             /* (owned) (nullable) */
};

/* The key of whatever post the list has no code for. */
#define TY_POST_OTHER "P11"

TyParsedPost *ty_parsed_post_new  (const char   *post_key,
                                   const char   *party_form,
                                   const char   *text) G_GNUC_WARN_UNUSED_RESULT;
TyParsedPost *ty_parsed_post_copy (const TyParsedPost *self) G_GNUC_WARN_UNUSED_RESULT;
void          ty_parsed_post_free (TyParsedPost *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyParsedPost, ty_parsed_post_free)

G_END_DECLS
