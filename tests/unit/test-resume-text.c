/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-resume-text.h"

#include <string.h>

static void
assert_written (const char *text,
                const char *expected)
{
  g_autoptr(GPtrArray) entries = ty_resume_text_parse (text);
  g_autofree char *written = ty_resume_text_write (entries);
  g_autoptr(GPtrArray) again = ty_resume_text_parse (written);
  g_autofree char *twice = ty_resume_text_write (again);

  g_assert_cmpstr (written, ==, expected);
  g_assert_cmpstr (twice, ==, expected);
}

/* The spellings that are met (field.md 6.1), and the one in which they are written. */
static void
test_spellings (void)
{
  static const char *const same[] = {
    "2001.07--2004.08  石城县农业局干部",
    "2001.07-2004.08 石城县农业局干部",
    "2001.07—2004.08石城县农业局干部",
    "2001.07——2004.08　石城县农业局干部",
    "2001.7－2004.8  石城县农业局干部",
    "200107--200408  石城县农业局干部",
    "２００１．０７～２００４．０８  石城县农业局干部",
    "2001.07 ~ 2004.08  石城县农业局干部",
    "2001年7月至2004年8月  石城县农业局干部",
    "  2001.07--2004.08  石城县\r\n                  农业局干部",
    "2001.07--2004.08  石城县\n                  农业局干部\n\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    assert_written (same[i], "2001.07--2004.08  石城县农业局干部");
}

static void
test_layout (void)
{
  /* An open end keeps the column. */
  assert_written ("2011.03--至今  下松河村党支部书记", "2011.03--         下松河村党支部书记");
  assert_written ("2011.03--  下松河村党支部书记", "2011.03--         下松河村党支部书记");
  /* A month that is not known. */
  assert_written ("1978.00--1982.00  务农", "1978.00--1982.00  务农");
  /* What ran beside stays with its segment. */
  assert_written ("1999.07--2011.03  农业站技术员\n（其间：2003.09--2006.07  大学学习）",
                  "1999.07--2011.03  农业站技术员（其间：2003.09--2006.07  大学学习）");
  /* Roles of committees at the end, each on its line. */
  assert_written ("2011.03--  书记\n\n2016.11当选县第十二届人大代表\n2021.11当选县第十三届人大代表",
                  "2011.03--         书记\n\n2016.11当选县第十二届人大代表\n2021.11当选县第十三届人大代表");
  assert_written ("Worked for\nACME", "Worked for\nACME");
  assert_written ("2001.01--2002.01  Worked for\n   ACME", "2001.01--2002.01  Worked for ACME");
  assert_written ("", "");
  assert_written ("\n \n", "");
}

/* Whatever is typed is taken apart without a fault, and what was written stays so. */
static void
test_anything (void)
{
  static const char *const pieces[] = { "2001", ".", "07", "--", "—", "至今", "\n", "\r\n", " ", "　", "书记", "年",
                                        "月", "99", "\xFF", "（其间：", "0", "9999.13--" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GPtrArray) entries = NULL;
      g_autoptr(GPtrArray) again = NULL;
      g_autofree char *written = NULL;
      g_autofree char *twice = NULL;
      g_autofree char *escaped = NULL;

      for (int j = g_rand_int_range (rand, 0, 20); j > 0; j--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      entries = ty_resume_text_parse (text->str);
      written = ty_resume_text_write (entries);
      again = ty_resume_text_parse (written);
      twice = ty_resume_text_write (again);
      escaped = g_strescape (text->str, NULL);
      g_test_message ("%s", escaped);
      g_assert_cmpstr (written, ==, twice);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/resume-text/spellings", test_spellings);
  g_test_add_func ("/resume-text/layout", test_layout);
  g_test_add_func ("/resume-text/anything", test_anything);

  return g_test_run ();
}
