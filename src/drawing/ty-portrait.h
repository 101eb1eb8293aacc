/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TY_PORTRAIT_ERROR_FAILED,
} TyPortraitError;

#define TY_PORTRAIT_ERROR (ty_portrait_error_quark ())

GQuark  ty_portrait_error_quark (void);

GBytes *ty_portrait_draw_png    (guint32   seed,
                                 int       sex,
                                 int       age,
                                 int       width,
                                 int       height,
                                 GError  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
