/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-model-types.h"

G_BEGIN_DECLS

/* The bodies in which a title can lie, as far as their titles differ. */
typedef enum
{
  TY_POST_BODY_NONE,
  TY_POST_BODY_PARTY,
  TY_POST_BODY_VILLAGE,
  TY_POST_BODY_RESIDENTS,
  TY_POST_BODY_SUPERVISION,
  TY_POST_BODY_ECONOMIC,
  TY_POST_BODY_SETTLEMENT, /* the villagers' or the residents' committee, by the kind of the unit */
} TyPostBody;

typedef struct _TyPostTitleWord TyPostTitleWord;

/**
 * TyPostMatch:
 * @rest: bytes of the piece before what was recognised
 * @body: the body that was written or that the word implies
 * @party_form: (nullable): a key of the list `party_form`, static
 * @has_body: whether the body was written
 * @title: (nullable): a title, which becomes a post together with a body
 * @post_key: (nullable): the post, where one word says all of it, static
 *
 * What ends a piece of a post title.
 */
typedef struct
{
  gsize rest;
  TyPostBody body;
  const char *party_form;
  gboolean has_body;
  const TyPostTitleWord *title;
  const char *post_key;
} TyPostMatch;

gboolean    ty_post_words_match        (const char            *piece,
                                        TyPostMatch           *match);
gboolean    ty_post_words_match_body   (const char            *piece,
                                        TyPostMatch           *match);
const char *ty_post_words_get_post     (const TyPostTitleWord *title,
                                        TyPostBody             body);
void        ty_post_words_drop_remarks (GString               *piece);
const char *ty_post_words_find_label   (const char            *text);

G_END_DECLS
