/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-form-private.h"
#include "ty-form-visit.h"
#include "ty-form-word.h"

G_BEGIN_DECLS

/* Lengths of a document are in twentieths of a point. */
#define TY_WORD_POINT 20
#define TY_WORD_MM (1440 / 25.4)

/**
 * TyWordCell:
 * @x0: its left edge on the page
 * @y0: its upper edge
 * @x1: its right edge
 * @y1: its lower edge
 * @lines: its lines, in eighths of a point
 * @group: of which table of the page it is
 * @turned: whether it is upside down
 * @paragraphs: (owned): what stands in it, as XML
 * @down: where that stands
 * @used: how much of its height the paragraphs take
 *
 * A box of a form, as a cell of a table.
 */
typedef struct
{
  int x0, y0, x1, y1;
  int lines[TY_FORM_N_SIDES];
  guint group;
  gboolean turned;
  GString *paragraphs;
  TyFormAlign down;
  int used;
} TyWordCell;

/* ty-form-word-text.c */
void ty_word_append_text    (GString          *xml,
                             const char       *text,
                             gsize             length);
void ty_word_cell_add_text  (TyWordCell       *cell,
                             TyFormFonts      *fonts,
                             const TyFormLaid *laid);
void ty_word_append_run     (GString          *xml,
                             TyFormFonts      *fonts,
                             const TyFormRun  *run);
char *ty_word_dup_footer    (TyForm           *form,
                             const TyFormPage *page,
                             const TyFormBox  *box);
void ty_word_cell_add_photo (TyWordCell       *cell,
                             guint             relation,
                             guint             number,
                             double            width,
                             double            height);
void ty_word_cell_turn      (TyWordCell       *cell,
                             guint             number);

/* ty-form-word-table.c */
void ty_word_append_spacer  (GString          *xml,
                             int               height,
                             const char       *section);
int  ty_word_append_cells   (GString          *xml,
                             GPtrArray        *cells,
                             int               left,
                             int               top);

G_END_DECLS
