/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-theme.h"

#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct _TyBars TyBars;

TyBars     *ty_bars_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void        ty_bars_free       (TyBars        *self);
void        ty_bars_add        (TyBars        *self,
                                const char    *label,
                                guint          before,
                                guint          now);
void        ty_bars_set_tenths (TyBars        *self,
                                gboolean       tenths);
void        ty_bars_set_threshold (TyBars     *self,
                                guint          threshold,
                                const char    *name);
const char *ty_bars_get_threshold_name (TyBars *self);
char       *ty_bars_dup_number (TyBars        *self,
                                guint          value) G_GNUC_WARN_UNUSED_RESULT;
guint       ty_bars_get_n      (TyBars        *self);
guint       ty_bars_get_before (TyBars        *self,
                                guint          number);
guint       ty_bars_get_now    (TyBars        *self,
                                guint          number);
gboolean    ty_bars_has_before (TyBars        *self);
const char *ty_bars_get_label  (TyBars        *self,
                                guint          number);
int         ty_bars_find       (TyBars        *self,
                                double         x,
                                double         width);
void        ty_bars_draw       (TyBars        *self,
                                cairo_t       *cr,
                                PangoLayout   *layout,
                                double         width,
                                double         height,
                                const TyTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyBars, ty_bars_free)

G_END_DECLS
