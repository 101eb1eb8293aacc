/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-parsed-post"

#include "config.h"

#include "ty-parsed-post.h"

/**
 * ty_parsed_post_new:
 * @post_key: a static string
 * @party_form: (nullable): a static string
 * @text: the piece of the title
 *
 * Returns: (transfer full): a post
 */
TyParsedPost *
ty_parsed_post_new (const char *post_key,
                    const char *party_form,
                    const char *text)
{
  TyParsedPost *self;

  g_return_val_if_fail (post_key != NULL && text != NULL, NULL);

  self = g_new0 (TyParsedPost, 1);
  self->post_key = post_key;
  self->party_form = party_form;
  self->text = g_strdup (text);
  return self;
}

/**
 * ty_parsed_post_copy:
 * @self: a post
 *
 * Returns: (transfer full): a copy
 */
TyParsedPost *
ty_parsed_post_copy (const TyParsedPost *self)
{
  TyParsedPost *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = ty_parsed_post_new (self->post_key, self->party_form, self->text);
  copy->title = g_strdup (self->title);
  copy->unit = g_strdup (self->unit);
  return copy;
}

/**
 * ty_parsed_post_free:
 * @self: (transfer full): a post
 */
void
ty_parsed_post_free (TyParsedPost *self)
{
  g_free (self->text);
  g_free (self->title);
  g_free (self->unit);
  g_free (self);
}
