/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-form-document.h"
#include "ty-form-values.h"

G_BEGIN_DECLS

/**
 * TyFormPack:
 * @TY_FORM_PACK_ONE: all in one file
 * @TY_FORM_PACK_FOLDER: a file of each person or village, in a folder
 * @TY_FORM_PACK_ZIP: the same, in an archive
 *
 * How forms are handed out.
 */
typedef enum
{
  TY_FORM_PACK_ONE,
  TY_FORM_PACK_FOLDER,
  TY_FORM_PACK_ZIP,
} TyFormPack;

typedef struct _TyFormTarget TyFormTarget;

/**
 * TyFormTargetSpec:
 * @template: which form
 * @path: the file, the archive or the folder
 * @format: what the files are
 * @pack: how they are handed out
 * @naming: (nullable): how files of one form each are called, nothing for the usual
 * @overwrite: whether files of a folder are replaced
 *
 * Where forms go.
 */
typedef struct
{
  TyFormTemplate *template;
  const char *path;
  TyFormFormat format;
  TyFormPack pack;
  const char *naming;
  gboolean overwrite;
} TyFormTargetSpec;

TyFormTarget *ty_form_target_new             (const TyFormTargetSpec  *spec,
                                              GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void          ty_form_target_free            (TyFormTarget            *self);
gboolean      ty_form_target_add             (TyFormTarget            *self,
                                              TyForm                  *form,
                                              TyFormValues            *values,
                                              const char              *bookmark,
                                              GError                 **error);
gboolean      ty_form_target_finish          (TyFormTarget            *self,
                                              GError                 **error);
gboolean      ty_form_target_commit          (TyFormTarget            *self,
                                              GError                 **error);
guint         ty_form_target_get_n_pages     (TyFormTarget            *self);
guint         ty_form_target_get_n_files     (TyFormTarget            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFormTarget, ty_form_target_free)

G_END_DECLS
