/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-collate"

#include "config.h"

#include "ty-collate.h"

#include "ty-pinyin.h"

#include <unicode/ucol.h>
#include <unicode/ustring.h>

/* Opened once and only read: ICU allows that from several threads at a time. */
static gpointer
open_collator (gpointer locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (locale, &status);

  if (U_FAILURE (status))
    g_error ("ICU has no collation %s: %s", (const char *) locale, u_errorName (status));

  return collator;
}

/* A sort key of ICU has one 0, at its end: it is a C string. */
static char *
make_key (const UCollator *collator,
          const char      *text)
{
  g_autofree UChar *wide = NULL;
  char *key;
  int32_t length = 0, size;
  UErrorCode status = U_ZERO_ERROR;

  u_strFromUTF8WithSub (NULL, 0, &length, text, -1, 0xFFFD, NULL, &status);
  wide = g_new (UChar, (gsize) length + 1);
  status = U_ZERO_ERROR;
  u_strFromUTF8WithSub (wide, length + 1, &length, text, -1, 0xFFFD, NULL, &status);

  size = ucol_getSortKey (collator, wide, length, NULL, 0);
  key = g_malloc0 ((gsize) size + 1);
  ucol_getSortKey (collator, wide, length, (uint8_t *) key, size);

  return key;
}

/**
 * ty_collate_key_stroke:
 * @name: a person's name
 *
 * Makes the key of the order by strokes of the surname (姓氏笔画), in which candidates are listed
 * (field.md 9.2).
 *
 * Returns: (transfer full): bytes for strcmp(), no text
 */
char *
ty_collate_key_stroke (const char *name)
{
  static GOnce once = G_ONCE_INIT;

  g_return_val_if_fail (name != NULL, NULL);

  g_once (&once, open_collator, (gpointer) "zh@collation=stroke");
  return make_key (once.retval, name);
}

/**
 * ty_collate_key_pinyin:
 * @name: a person's name
 * @pinyin: (nullable): the stored pinyin of the person, which an office may have corrected; made
 *   by ty_pinyin_for_name() where %NULL
 *
 * Makes the key of the order by pinyin. ICU's own order would read 曾 as céng; so the syllables
 * come first, and ICU's order decides between names that sound alike.
 *
 * Returns: (transfer full): bytes for strcmp(), no text
 */
char *
ty_collate_key_pinyin (const char *name,
                       const char *pinyin)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *made = NULL;
  g_autofree char *rest = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  g_once (&once, open_collator, (gpointer) "zh@collation=pinyin");
  if (pinyin == NULL)
    pinyin = made = ty_pinyin_for_name (name);
  rest = make_key (once.retval, name);

  return g_strconcat (pinyin, "\x01", rest, NULL);
}
