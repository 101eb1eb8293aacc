/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct _TyFormFonts TyFormFonts;

/**
 * TyFormFont:
 * @TY_FORM_FONT_SONG: 宋体, of forms
 * @TY_FORM_FONT_FANGSONG: 仿宋, of documents
 * @TY_FORM_FONT_KAI: 楷体
 * @TY_FORM_FONT_HEI: 黑体
 * @TY_FORM_FONT_TITLE: 小标宋, of titles
 *
 * The typefaces of official papers, whatever the fonts of a machine are called.
 */
typedef enum
{
  TY_FORM_FONT_SONG,
  TY_FORM_FONT_FANGSONG,
  TY_FORM_FONT_KAI,
  TY_FORM_FONT_HEI,
  TY_FORM_FONT_TITLE,
} TyFormFont;

#define TY_N_FORM_FONTS (TY_FORM_FONT_TITLE + 1)

gboolean     ty_form_font_parse             (const char   *word,
                                             TyFormFont   *font);

TyFormFonts *ty_form_fonts_new              (PangoFontMap *map,
                                             gboolean      traditional) G_GNUC_WARN_UNUSED_RESULT;
void         ty_form_fonts_free             (TyFormFonts  *self);
const char  *ty_form_fonts_get_family       (TyFormFonts  *self,
                                             TyFormFont    font);
const char  *ty_form_fonts_get_name         (TyFormFonts  *self,
                                             TyFormFont    font);
const char  *ty_form_fonts_get_stand_in     (TyFormFonts  *self,
                                             TyFormFont    font);
gboolean     ty_form_fonts_is_bold          (TyFormFonts  *self,
                                             TyFormFont    font);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFormFonts, ty_form_fonts_free)

G_END_DECLS
