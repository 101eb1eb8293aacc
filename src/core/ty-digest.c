/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-digest"

#include "config.h"

#include "ty-digest.h"

#include <string.h>

/**
 * TyDigest:
 *
 * SHA-256 over a sequence of fields. Each field goes in with its kind and its length, so that
 * no two sequences of fields read as the same bytes.
 */
struct _TyDigest
{
  GChecksum *checksum; /* (owned) */
};

/**
 * ty_digest_new:
 *
 * Returns: (transfer full): a digest of nothing yet
 */
TyDigest *
ty_digest_new (void)
{
  TyDigest *self = g_new0 (TyDigest, 1);

  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  return self;
}

void
ty_digest_free (TyDigest *self)
{
  g_checksum_free (self->checksum);
  g_free (self);
}

static void
add_field (TyDigest     *self,
           char          kind,
           gconstpointer data,
           size_t        length)
{
  guint8 head[9];
  guint64 wide = GUINT64_TO_BE ((guint64) length);

  head[0] = (guint8) kind;
  memcpy (head + 1, &wide, sizeof wide);
  g_checksum_update (self->checksum, head, sizeof head);
  g_checksum_update (self->checksum, data, (gssize) length);
}

/**
 * ty_digest_add_bytes:
 * @self: a digest
 * @data: bytes
 * @length: how many
 *
 * Adds a field of bytes.
 */
void
ty_digest_add_bytes (TyDigest     *self,
                     gconstpointer data,
                     size_t        length)
{
  add_field (self, 'b', length > 0 ? data : "", length);
}

/**
 * ty_digest_add_text:
 * @self: a digest
 * @text: (nullable): a text, or %NULL, which differs from the empty text
 *
 * Adds a field of text.
 */
void
ty_digest_add_text (TyDigest   *self,
                    const char *text)
{
  if (text == NULL)
    add_field (self, 'n', "", 0);
  else
    add_field (self, 't', text, strlen (text));
}

/**
 * ty_digest_add_integer:
 * @self: a digest
 * @number: a number
 *
 * Adds a field that holds a number.
 */
void
ty_digest_add_integer (TyDigest *self,
                       gint64    number)
{
  gint64 wide = GINT64_TO_BE (number);

  add_field (self, 'i', &wide, sizeof wide);
}

/**
 * ty_digest_finish:
 * @self: a digest
 * @hash: (out caller-allocates): the SHA-256 of all fields
 *
 * Ends the digest and makes it ready for the next sequence.
 */
void
ty_digest_finish (TyDigest *self,
                  guint8    hash[TY_DIGEST_BYTES])
{
  size_t length = TY_DIGEST_BYTES;

  g_checksum_get_digest (self->checksum, hash, &length);
  g_checksum_reset (self->checksum);
}

/**
 * ty_digest_to_hex:
 * @hash: a SHA-256
 *
 * Returns: (transfer full): 64 lower-case hexadecimal digits
 */
char *
ty_digest_to_hex (const guint8 hash[TY_DIGEST_BYTES])
{
  GString *hex = g_string_sized_new (TY_DIGEST_BYTES * 2);

  for (guint i = 0; i < TY_DIGEST_BYTES; i++)
    g_string_append_printf (hex, "%02x", hash[i]);

  return g_string_free (hex, FALSE);
}
