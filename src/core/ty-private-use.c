/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-private-use"

#include "config.h"

#include "ty-private-use.h"

/* Characters of private use: what one computer shows as the character of somebody’s name, another shows as
 * another one or as a box, and nobody finds it. Older Chinese systems have put eighty characters of GBK there
 * that Unicode has since encoded, 䶮 among them; which is which follows from their place in GB 18030. */

#define FIRST 0xE815 /* FE50 in GBK, and so on to FEA0 without FE7F */

static const gunichar encoded[] = {
  0x2E81, 0x20087, 0x20089, 0x200CC, 0x2E84, 0x3473, 0x3447, 0x2E88,
  0x2E8B, 0x9FB4, 0x359E, 0x361A, 0x360E, 0x2E8C, 0x2E97, 0x396E,
  0x3918, 0x9FB5, 0x39CF, 0x39DF, 0x3A73, 0x39D0, 0x9FB6, 0x9FB7,
  0x3B4E, 0x3C6E, 0x3CE0, 0x2EA7, 0x215D7, 0x9FB8, 0x2EAA, 0x4056,
  0x415F, 0x2EAE, 0x4337, 0x2EB3, 0x2EB6, 0x2EB7, 0x2298F, 0x43B1,
  0x43AC, 0x2EBB, 0x43DD, 0x44D6, 0x4661, 0x464C, 0x9FB9, 0x4723,
  0x4729, 0x477C, 0x478D, 0x2ECA, 0x4947, 0x497A, 0x497D, 0x4982,
  0x4983, 0x4985, 0x4986, 0x499F, 0x499B, 0x49B7, 0x49B6, 0x9FBA,
  0x241FE, 0x4CA3, 0x4C9F, 0x4CA0, 0x4CA1, 0x4C77, 0x4CA2, 0x4D13,
  0x4D14, 0x4D15, 0x4D16, 0x4D17, 0x4D18, 0x4D19, 0x4DAE, 0x9FBB,
};

static const struct
{
  gunichar private_use;
  gunichar encoded;
} others[] = {
  /* Signs of vertical lines, and two letters of pinyin. */
  { 0xE78D, 0xFE10 }, { 0xE78E, 0xFE12 }, { 0xE78F, 0xFE11 }, { 0xE790, 0xFE13 }, { 0xE791, 0xFE14 },
  { 0xE792, 0xFE15 }, { 0xE793, 0xFE16 }, { 0xE794, 0xFE17 }, { 0xE795, 0xFE18 }, { 0xE796, 0xFE19 },
  { 0xE7C7, 0x1E3F }, { 0xE7C8, 0x01F9 },
};

/**
 * ty_private_use_is:
 * @character: a character
 *
 * Returns: whether it means something only on a computer that has a font for it
 */
gboolean
ty_private_use_is (gunichar character)
{
  return g_unichar_type (character) == G_UNICODE_PRIVATE_USE;
}

/**
 * ty_private_use_find:
 * @character: a character
 *
 * Returns: the encoded character that it stands for, or 0 where that is not known
 */
gunichar
ty_private_use_find (gunichar character)
{
  if (character >= FIRST && character - FIRST < G_N_ELEMENTS (encoded))
    return encoded[character - FIRST];
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i].private_use == character)
      return others[i].encoded;

  return 0;
}

/**
 * ty_private_use_has:
 * @text: any text
 *
 * Returns: whether it has characters of private use
 */
gboolean
ty_private_use_has (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (ty_private_use_is (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/**
 * ty_private_use_dup_encoded:
 * @text: any text
 *
 * Returns: (transfer full) (nullable): the text with the characters that every computer shows; %NULL where it
 *   has none of private use of which these are known
 */
char *
ty_private_use_dup_encoded (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GString) better = g_string_new (NULL);
  gboolean found = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar known = ty_private_use_find (c);

      found |= known != 0;
      g_string_append_unichar (better, known != 0 ? known : c);
    }
  return found ? g_string_free (g_steal_pointer (&better), FALSE) : NULL;
}
