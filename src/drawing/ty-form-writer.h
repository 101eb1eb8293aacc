/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "ty-form-template-private.h"

G_BEGIN_DECLS

typedef struct _TyFormWriter TyFormWriter;

/**
 * TyFormFitted:
 * @layout: (owned): the text, broken into lines
 * @size: of its letters, in points
 * @pitch: from line to line, in points
 * @n_lines: how many lines there are
 * @height: of all of them, in points
 * @overfull: whether it is higher than its box though it is as small as may be
 * @across: where its lines stand
 * @spread: whether its two characters take the room of four
 *
 * A text as it stands in a box.
 */
typedef struct
{
  PangoLayout *layout;
  double size;
  double pitch;
  int n_lines;
  double height;
  gboolean overfull;
  TyFormAlign across;
  gboolean spread;
} TyFormFitted;

TyFormWriter *ty_form_writer_new         (gboolean           traditional) G_GNUC_WARN_UNUSED_RESULT;
void          ty_form_writer_free        (TyFormWriter      *self);
TyFormFonts  *ty_form_writer_get_fonts   (TyFormWriter      *self);
const gboolean *ty_form_writer_get_used  (TyFormWriter      *self);
char         *ty_form_writer_dup_missing (TyFormWriter      *self);

char         *ty_form_writer_dup_hanging (const char        *text) G_GNUC_WARN_UNUSED_RESULT;
void          ty_form_writer_fit         (TyFormWriter      *self,
                                          const TyFormText  *style,
                                          const char        *text,
                                          double             width,
                                          double             height,
                                          TyFormFitted      *fitted);
void          ty_form_writer_fit_label   (TyFormWriter      *self,
                                          const TyFormText  *style,
                                          double             width,
                                          double             height,
                                          TyFormFitted      *fitted);
gboolean      ty_form_writer_may_overrun (const TyFormText  *style,
                                          const char        *text,
                                          double             width,
                                          double             height);
void          ty_form_writer_draw        (TyFormWriter      *self,
                                          const TyFormFitted *fitted,
                                          cairo_t           *cr,
                                          int                first,
                                          int                n_lines,
                                          double             x,
                                          double             y,
                                          double             width);
void          ty_form_fitted_clear       (TyFormFitted      *fitted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFormWriter, ty_form_writer_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TyFormFitted, ty_form_fitted_clear)

G_END_DECLS
