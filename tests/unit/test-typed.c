/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-pinyin.h"
#include "ty-text.h"
#include "ty-typed.h"

static TyFit
rank (const char *typed_text,
      const char *name)
{
  g_auto(TyTyped) typed = { 0 };
  g_autofree char *pinyin = ty_pinyin_for_name (name);
  g_autofree char *folded = ty_text_fold (name);
  g_autofree char *letters = ty_pinyin_search_key (pinyin);
  g_autofree char *initials = ty_pinyin_initials (pinyin);
  TyFit fit;

  ty_typed_init (&typed, typed_text);
  fit = ty_typed_rank (&typed, folded, letters, initials);
  return fit != TY_FIT_INSIDE_PINYIN ? fit : ty_typed_rank_syllables (&typed, pinyin, initials);
}

static void
test_fits (void)
{
  static const struct { const char *typed; const char *name; TyFit fit; } cases[] = {
    { "张晓明", "张晓明", TY_FIT_WHOLE },           { "張曉明", "张晓明", TY_FIT_WHOLE },
    { "张晓明", "張曉明", TY_FIT_WHOLE },           { " 张 晓明 ", "张晓明", TY_FIT_WHOLE },
    { "zhangxiaoming", "张晓明", TY_FIT_WHOLE_PINYIN }, { "Zhang Xiao Ming", "张晓明", TY_FIT_WHOLE_PINYIN },
    { "zxm", "张晓明", TY_FIT_WHOLE_INITIALS },     { "ZXM", "张晓明", TY_FIT_WHOLE_INITIALS },
    { "张", "张晓明", TY_FIT_START },               { "張曉", "张晓明", TY_FIT_START },
    { "zhangx", "张晓明", TY_FIT_START_PINYIN },    { "zx", "张晓明", TY_FIT_START_INITIALS },
    { "晓明", "张晓明", TY_FIT_INSIDE },            { "xiaom", "张晓明", TY_FIT_INSIDE_PINYIN },
    { "xm", "张晓明", TY_FIT_INSIDE_PINYIN },       { "李", "张晓明", TY_FIT_NONE },
    { "张3", "张晓明", TY_FIT_NONE },               { "zhang 3", "张晓明", TY_FIT_NONE },
    { "lubu", "吕布", TY_FIT_WHOLE_PINYIN },        { "lvbu", "吕布", TY_FIT_WHOLE_PINYIN },
    { "undo", "张俊东", TY_FIT_ACROSS },             { "jundong", "张俊东", TY_FIT_INSIDE_PINYIN },
    { "ingxiao", "张晓明", TY_FIT_NONE },           { "angxiao", "张晓明", TY_FIT_ACROSS },
    { "lu", "王吕", TY_FIT_INSIDE_PINYIN },         { "lvb", "王吕布", TY_FIT_INSIDE_PINYIN },
    { "undo", "Undo", TY_FIT_WHOLE },               { "und", "Undo", TY_FIT_START },
    { "ma", "马", TY_FIT_WHOLE_PINYIN },            { "m", "马", TY_FIT_WHOLE_INITIALS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (rank (cases[i].typed, cases[i].name) != cases[i].fit)
      g_error ("“%s” fits %s as %u and not %u", cases[i].typed, cases[i].name,
               rank (cases[i].typed, cases[i].name), cases[i].fit);
}

/* Of what fits, what is wholly meant comes before what begins so, and that before what has it inside. */
static void
test_order (void)
{
  static const char * const names[] = { "李华", "李华英", "李", "王李华" };
  static const guint order[] = { 0, 1, 3 };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (order); i++)
    g_assert_cmpuint (rank ("李华", names[order[i]]), <, rank ("李华", names[order[i + 1]]));
  g_assert_cmpuint (rank ("李华", names[2]), ==, TY_FIT_NONE);
  g_assert_cmpuint (rank ("ma", "马"), <, rank ("ma", "马英"));
  g_assert_cmpuint (rank ("lh", "李华"), <, rank ("lh", "李华英"));
}

static void
test_empty (void)
{
  static const char * const texts[] = { "", "  ", "\t" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto(TyTyped) typed = { 0 };

      ty_typed_init (&typed, texts[i]);
      g_assert_true (ty_typed_is_empty (&typed));
    }
}

/* What comes from a keyboard may be anything. */
static void
test_bad_input (void)
{
  g_auto(TyTyped) typed = { 0 };

  ty_typed_init (&typed, "\xff\xfe张");
  g_assert_true (g_utf8_validate (typed.folded, -1, NULL));
  g_assert_cmpuint (ty_typed_rank (&typed, "张", "zhang", "z"), ==, TY_FIT_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typed/fits", test_fits);
  g_test_add_func ("/typed/order", test_order);
  g_test_add_func ("/typed/empty", test_empty);
  g_test_add_func ("/typed/bad-input", test_bad_input);
  return g_test_run ();
}
