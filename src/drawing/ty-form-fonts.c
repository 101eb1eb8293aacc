/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-fonts"

#include "config.h"

#include "ty-form-fonts.h"

#include <string.h>

/* Asked for a family that it does not have, fontconfig gives any other that it likes. So the families of
 * each typeface stand here in their order, and the first that is installed is taken. The real ones come
 * first, which a machine of an office has; what stands in for them follows the bar. */

typedef struct
{
  const char *word;
  const char *names[2];    /* as documents call it: simplified, traditional */
  const char *families[2]; /* joined by commas, a bar before those that stand in */
} Typeface;

static const Typeface typefaces[TY_N_FORM_FONTS] = {
  { "song", { "宋体", "新細明體" },
    { "宋体,SimSun,NSimSun,新宋体,FZSongS,方正书宋_GBK|Noto Serif CJK SC,Source Han Serif SC,思源宋体,AR PL UMing CN",
      "新細明體,PMingLiU,細明體,MingLiU|Noto Serif CJK TC,Source Han Serif TC,TW-Sung,AR PL UMing TW" } },
  { "fangsong", { "仿宋_GB2312", "仿宋體" },
    { "仿宋_GB2312,FangSong_GB2312,仿宋,FangSong,方正仿宋_GBK,方正仿宋简体,FZFangSong-Z02S,华文仿宋,STFangsong|"
      "Noto Serif CJK SC,Source Han Serif SC,思源宋体,AR PL UMing CN",
      "方正仿宋繁體,仿宋體|Noto Serif CJK TC,Source Han Serif TC,TW-Sung,AR PL UMing TW" } },
  { "kai", { "楷体_GB2312", "標楷體" },
    { "楷体_GB2312,KaiTi_GB2312,楷体,KaiTi,方正楷体_GBK,方正楷体简体,华文楷体,STKaiti|LXGW WenKai,霞鹜文楷,"
      "AR PL UKai CN,AR PL KaitiM GB,Noto Serif CJK SC,Source Han Serif SC",
      "標楷體,DFKai-SB,BiauKai|TW-Kai,LXGW WenKai TC,AR PL UKai TW,Noto Serif CJK TC,Source Han Serif TC" } },
  { "hei", { "黑体", "正黑體" },
    { "黑体,SimHei,方正黑体_GBK,方正黑体简体,华文黑体,STHeiti|Noto Sans CJK SC,Source Han Sans SC,思源黑体,"
      "WenQuanYi Zen Hei",
      "微軟正黑體,Microsoft JhengHei|Noto Sans CJK TC,Source Han Sans TC,WenQuanYi Zen Hei" } },
  { "title", { "方正小标宋简体", "小標宋" },
    { "方正小标宋简体,FZXiaoBiaoSong-B05S,方正小标宋_GBK,FZXiaoBiaoSong-B05|Noto Serif CJK SC,Source Han Serif SC,"
      "思源宋体,宋体,SimSun,AR PL UMing CN",
      "方正小標宋繁體|Noto Serif CJK TC,Source Han Serif TC,新細明體,PMingLiU,AR PL UMing TW" } },
};

/* Who has a character that the typeface lacks: the rare ones of names. */
static const char *const rare[] = {
  "SimSun-ExtB,宋体-PUA,Noto Serif CJK SC,Noto Sans CJK SC,TW-Sung,TW-Sung-Ext-B,HanaMinA,HanaMinB,"
  "AR PL UMing CN",
  "MingLiU-ExtB,Noto Serif CJK TC,Noto Sans CJK TC,TW-Sung,TW-Sung-Ext-B,HanaMinA,HanaMinB,AR PL UMing TW",
};

/**
 * TyFormFonts:
 *
 * Which family of this machine is taken for each typeface of a form.
 */
struct _TyFormFonts
{
  gboolean traditional;
  char *families[TY_N_FORM_FONTS];  /* (owned): the one that is taken, and who helps out */
  char *stand_ins[TY_N_FORM_FONTS]; /* (owned) (nullable): what stands in for the real one */
};

/**
 * ty_form_font_parse:
 * @word: (nullable): a word of a template
 * @font: (out): the typeface
 *
 * Returns: whether there is such a typeface
 */
gboolean
ty_form_font_parse (const char *word,
                    TyFormFont *font)
{
  for (guint i = 0; word != NULL && i < TY_N_FORM_FONTS; i++)
    if (strcmp (typefaces[i].word, word) == 0)
      {
        *font = i;
        return TRUE;
      }
  return FALSE;
}

static GHashTable *
list_installed (PangoFontMap *map)
{
  GHashTable *installed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PangoFontFamily **families;
  int n;

  pango_font_map_list_families (map, &families, &n);
  for (int i = 0; i < n; i++)
    g_hash_table_add (installed, g_utf8_casefold (pango_font_family_get_name (families[i]), -1));
  g_free (families);
  return installed;
}

static char *
find_installed (GHashTable *installed,
                const char *list)
{
  g_auto(GStrv) families = g_strsplit (list, ",", -1);

  for (guint i = 0; families[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (families[i], -1);

      if (g_hash_table_contains (installed, folded))
        return g_strdup (families[i]);
    }
  return NULL;
}

static void
choose (TyFormFonts *self,
        GHashTable  *installed,
        TyFormFont   font)
{
  g_auto(GStrv) parts = g_strsplit (typefaces[font].families[self->traditional], "|", 2);
  g_autofree char *family = find_installed (installed, parts[0]);

  if (family == NULL)
    {
      family = find_installed (installed, parts[1]);
      self->stand_ins[font] = g_strdup (family != NULL ? family : "Serif");
    }
  self->families[font] = g_strconcat (family != NULL ? family : "Serif", ",", rare[self->traditional], NULL);
}

/**
 * ty_form_fonts_new:
 * @map: the fonts of this machine
 * @traditional: whether the form is in traditional characters
 *
 * Returns: (transfer full): what is taken for each typeface
 */
TyFormFonts *
ty_form_fonts_new (PangoFontMap *map,
                   gboolean      traditional)
{
  TyFormFonts *self = g_new0 (TyFormFonts, 1);
  g_autoptr(GHashTable) installed = list_installed (map);

  self->traditional = traditional != FALSE;
  for (TyFormFont font = 0; font < TY_N_FORM_FONTS; font++)
    choose (self, installed, font);
  return self;
}

void
ty_form_fonts_free (TyFormFonts *self)
{
  for (guint i = 0; i < TY_N_FORM_FONTS; i++)
    {
      g_free (self->families[i]);
      g_free (self->stand_ins[i]);
    }
  g_free (self);
}

/**
 * ty_form_fonts_get_family:
 * @self: fonts
 * @font: a typeface
 *
 * Returns: (transfer none): families for Pango, the one that is taken first
 */
const char *
ty_form_fonts_get_family (TyFormFonts *self,
                          TyFormFont   font)
{
  return self->families[font];
}

/**
 * ty_form_fonts_get_name:
 * @self: fonts
 * @font: a typeface
 *
 * Returns: (transfer none): what documents call it
 */
const char *
ty_form_fonts_get_name (TyFormFonts *self,
                        TyFormFont   font)
{
  return typefaces[font].names[self->traditional];
}

/**
 * ty_form_fonts_get_stand_in:
 * @self: fonts
 * @font: a typeface
 *
 * Returns: (transfer none) (nullable): the family that stands in for it, nothing where it is installed
 */
const char *
ty_form_fonts_get_stand_in (TyFormFonts *self,
                            TyFormFont   font)
{
  return self->stand_ins[font];
}

/**
 * ty_form_fonts_is_bold:
 * @self: fonts
 * @font: a typeface
 *
 * Returns: whether it is told by its weight: 小标宋 is strong by itself, what stands in for it has to be bold
 */
gboolean
ty_form_fonts_is_bold (TyFormFonts *self,
                       TyFormFont   font)
{
  return font == TY_FORM_FONT_TITLE && self->stand_ins[font] != NULL;
}
