/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-names"

#include "config.h"

#include "ty-collate.h"
#include "ty-names.h"
#include "ty-pinyin.h"
#include "ty-text.h"

#include <string.h>

/* The dictionary against a list of the same names that is searched and sorted the slow way. */

typedef struct
{
  char *name;
  char *pinyin;
} Pair;

typedef struct
{
  TyNames *names;
  GArray *pairs;
} Fixture;

static void
clear_pair (gpointer data)
{
  Pair *pair = data;

  g_free (pair->name);
  g_free (pair->pinyin);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->names = ty_names_new ();
  fixture->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_array_set_clear_func (fixture->pairs, clear_pair);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_names_unref (fixture->names);
  g_array_unref (fixture->pairs);
}

/* Characters of names, so few that parts of them recur; some are rare, some traditional. */
static const char common[] = "王李张刘陈曾單单歐欧阳小晓曉明强強国國梅一丁𬱖䶮㛃〇乐樂长長";

static void
append_random (GString *text)
{
  static const char *const others[] = { "·", "•", " ", "A", "li", "É", "ü", "3", "Ⅳ", "я", "　", "ﬁ" };
  glong n = g_utf8_strlen (common, -1);

  if (g_test_rand_int_range (0, 12) == 0)
    g_string_append (text, others[g_test_rand_int_range (0, G_N_ELEMENTS (others))]);
  else
    g_string_append_unichar (text, g_utf8_get_char (g_utf8_offset_to_pointer (common, g_test_rand_int_range (0, (int) n))));
}

static char *
make_name (void)
{
  GString *name = g_string_new (NULL);
  int length = g_test_rand_int_range (0, 20) == 0 ? g_test_rand_int_range (0, 60) : g_test_rand_int_range (1, 5);

  for (; length > 0; length--)
    append_random (name);
  return g_string_free (name, FALSE);
}

static char *
make_pinyin (const char *name)
{
  static const char *const corrected[] = { "le jia", "", "Lǚ Xī'ān", "lv", "wang xiao ming", "x" };

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return g_strdup (corrected[g_test_rand_int_range (0, G_N_ELEMENTS (corrected))]);
    case 1:
    case 2:
      return NULL;
    default:
      return ty_pinyin_for_name (name);
    }
}

static int
find_pair (Fixture    *fixture,
           const char *name,
           const char *pinyin)
{
  for (guint i = 0; i < fixture->pairs->len; i++)
    {
      Pair *pair = &g_array_index (fixture->pairs, Pair, i);

      if (g_str_equal (pair->name, name) && g_strcmp0 (pair->pinyin, pinyin) == 0)
        return (int) i;
    }
  return -1;
}

static void
add_random (Fixture *fixture,
            guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = make_name ();
      g_autofree char *pinyin = make_pinyin (name);
      guint32 number = ty_names_add (fixture->names, name, pinyin);
      int known = find_pair (fixture, name, pinyin);

      if (known < 0)
        {
          Pair pair = { g_strdup (name), g_strdup (pinyin) };

          known = (int) fixture->pairs->len;
          g_array_append_val (fixture->pairs, pair);
        }
      g_assert_cmpuint (number, ==, (guint) known);
    }
  g_assert_cmpuint (ty_names_get_n (fixture->names), ==, fixture->pairs->len);
}

static gboolean
is_pinyin (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN
        || g_unichar_isdigit (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static gboolean
matches (const Pair *pair,
         const char *text)
{
  g_autofree char *pinyin = pair->pinyin != NULL ? g_strdup (pair->pinyin) : ty_pinyin_for_name (pair->name);
  g_autofree char *name = ty_text_fold (pair->name);
  g_autofree char *letters = ty_pinyin_search_key (pinyin);
  g_autofree char *initials = ty_pinyin_initials (pinyin);
  g_autofree char *folded = ty_text_fold (text);
  g_autofree char *searched = ty_pinyin_search_key (text);

  return strstr (name, folded) != NULL
         || (is_pinyin (text) && *searched != '\0'
             && (strstr (letters, searched) != NULL || strstr (initials, searched) != NULL));
}

static guint
check_search (Fixture    *fixture,
              const char *text)
{
  g_autoptr(TyBitmap) found = ty_names_search (fixture->names, text);

  g_assert_cmpuint (found->n_bits, ==, fixture->pairs->len);
  for (guint i = 0; i < fixture->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (fixture->pairs, Pair, i);

      if (ty_bitmap_get (found, i) != matches (pair, text))
        g_error ("“%s” in “%s” (%s)", text, pair->name, pair->pinyin);
    }
  return ty_bitmap_count (found);
}

/* A part of what can be found. */
static char *
make_query (Fixture *fixture)
{
  const Pair *pair = &g_array_index (fixture->pairs, Pair, g_test_rand_int_range (0, (int) fixture->pairs->len));
  g_autofree char *pinyin = ty_pinyin_for_name (pair->name);
  g_autofree char *text = NULL;
  glong length, start;

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      text = ty_pinyin_initials (pinyin);
      break;
    case 1:
      text = ty_pinyin_search_key (pinyin);
      break;
    case 2:
      return make_name ();
    default:
      text = g_strdup (pair->name);
    }
  length = g_utf8_strlen (text, -1);
  start = g_test_rand_int_range (0, (int) length + 1);
  return g_utf8_substring (text, start, g_test_rand_int_range ((int) start, (int) length + 1));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const searches[] = {
    "王", "单", "單", "晓明", "曉明", "欧阳", "z", "a", "v", "lv", "lü", "zxm", "xiaom", "Zhang Xiao",
    "张3", "3", "A", "é", "я", "·", " ", "", "𬱖", "䶮", "xi'an", "不", "ming", "\xEF\xBF\xBD",
  };
  guint n_found = 0;

  for (guint round = 0; round < 6; round++)
    {
      add_random (fixture, 300);
      for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
        n_found += check_search (fixture, searches[i]);
      for (guint i = 0; i < 40; i++)
        {
          g_autofree char *query = make_query (fixture);

          n_found += check_search (fixture, query);
        }
    }
  g_assert_cmpuint (n_found, >, 1000);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  guint32 number = ty_names_add (fixture->names, "歐陽靜", "ou yang jing");
  g_autofree char *name = ty_names_dup_name (fixture->names, number);

  g_assert_cmpstr (name, ==, "歐陽靜");
  g_assert_cmpuint (ty_names_add (fixture->names, "歐陽靜", "ou yang jing"), ==, number);
  g_assert_cmpuint (ty_names_add (fixture->names, "歐陽靜", NULL), !=, number);
  g_assert_cmpuint (ty_names_add (fixture->names, "欧阳静", "ou yang jing"), !=, number);
  g_assert_cmpuint (ty_names_add (fixture->names, "", NULL), ==, 3);
  g_assert_cmpuint (ty_names_add (fixture->names, "", ""), ==, 4);
  g_assert_cmpuint (ty_names_get_n (fixture->names), ==, 5);
  g_assert_cmpuint (ty_names_get_size (fixture->names), >, 0);
}

static void
check_ranks (Fixture *fixture,
             GArray  *ranks,
             gboolean by_pinyin)
{
  g_auto(GStrv) keys = g_new0 (char *, fixture->pairs->len + 1);
  guint32 last = 0;

  g_assert_cmpuint (ranks->len, ==, fixture->pairs->len);
  for (guint i = 0; i < ranks->len; i++)
    {
      const Pair *pair = &g_array_index (fixture->pairs, Pair, i);

      keys[i] = by_pinyin ? ty_collate_key_pinyin (pair->name, pair->pinyin)
                          : ty_collate_key_stroke (pair->name);
      last = MAX (last, g_array_index (ranks, guint32, i));
    }
  for (guint i = 0; i < ranks->len; i++)
    for (guint j = 0; j < i; j++)
      {
        guint32 a = g_array_index (ranks, guint32, i);
        guint32 b = g_array_index (ranks, guint32, j);
        int order = strcmp (keys[i], keys[j]);

        g_assert_cmpint ((a > b) - (a < b), ==, (order > 0) - (order < 0));
      }
  g_assert_cmpuint (last, <, MAX (ranks->len, 1));
}

static void
test_ranks (Fixture       *fixture,
            gconstpointer  data)
{
  static const guint steps[] = { 0, 1, 400, 1, 2, 0, 300, 20, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(GArray) kept = ty_names_dup_pinyin_ranks (fixture->names);
      guint n_before = kept->len;
      g_autofree guint32 *before = g_memdup2 (kept->data, n_before * sizeof (guint32));
      g_autoptr(GArray) ranks = NULL;
      g_autoptr(GArray) strokes = NULL;

      add_random (fixture, steps[i]);
      ranks = ty_names_dup_pinyin_ranks (fixture->names);
      check_ranks (fixture, ranks, TRUE);
      strokes = ty_names_dup_stroke_ranks (fixture->names);
      check_ranks (fixture, strokes, FALSE);
      g_assert_cmpuint (kept->len, ==, n_before);
      g_assert_cmpmem (kept->data, n_before * sizeof (guint32), before, n_before * sizeof (guint32));
    }
}

/* As many names as two threads share, none of them twice. */
static void
test_large (Fixture       *fixture,
            gconstpointer  data)
{
  const guint n = 900000;
  g_autoptr(TyBitmap) found = NULL;
  g_autoptr(TyBitmap) by_letters = NULL;
  g_autoptr(TyBitmap) by_letter = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GString) name = g_string_new (i % 3 == 0 ? "王" : "张");

      g_string_append_unichar (name, 0x4E00 + i % 1200);
      g_string_append_unichar (name, 0x5000 + i / 1200);
      g_assert_cmpuint (ty_names_add (fixture->names, name->str, i % 3 == 0 ? "wang x" : "zhang qy"), ==, i);
    }
  found = ty_names_search (fixture->names, "王");
  by_letters = ty_names_search (fixture->names, "ngqy");
  by_letter = ty_names_search (fixture->names, "x");
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (ty_bitmap_get (found, i), ==, i % 3 == 0);
      g_assert_cmpint (ty_bitmap_get (by_letters, i), ==, i % 3 != 0);
      g_assert_cmpint (ty_bitmap_get (by_letter, i), ==, i % 3 == 0);
    }
}

static gpointer
add_in_thread (gpointer data)
{
  TyNames *names = data;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *name = g_strdup_printf ("王%u", i % 5000);
      guint32 number = ty_names_add (names, name, "wang");
      g_autofree char *added = ty_names_dup_name (names, number);

      g_assert_cmpstr (added, ==, name);
    }
  ty_names_unref (names);
  return NULL;
}

static gpointer
read_in_thread (gpointer data)
{
  TyNames *names = data;
  guint n_before = 0;

  while (n_before < 5000)
    {
      guint n = ty_names_get_n (names);
      g_autoptr(TyBitmap) found = ty_names_search (names, "王");
      g_autoptr(TyBitmap) by_pinyin = ty_names_search (names, "wan");
      g_autoptr(GArray) ranks = ty_names_dup_pinyin_ranks (names);

      g_assert_cmpuint (found->n_bits, >=, n);
      g_assert_cmpuint (ty_bitmap_count (found), ==, found->n_bits);
      g_assert_cmpuint (ty_bitmap_count (by_pinyin), ==, by_pinyin->n_bits);
      g_assert_cmpuint (ranks->len, >=, n);
      n_before = n;
    }
  ty_names_unref (names);
  return NULL;
}

static void
test_threads (Fixture       *fixture,
              gconstpointer  data)
{
  GThread *threads[6];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("names", i < 2 ? add_in_thread : read_in_thread,
                               ty_names_ref (fixture->names));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (ty_names_get_n (fixture->names), ==, 5000);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/names/names", test_names);
  ADD ("/names/search", test_search);
  ADD ("/names/ranks", test_ranks);
  ADD ("/names/large", test_large);
  ADD ("/names/threads", test_threads);
  return g_test_run ();
}
