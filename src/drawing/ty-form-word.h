/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-form.h"

G_BEGIN_DECLS

typedef struct _TyFormWord TyFormWord;

/**
 * TyFormWordPictureFunc:
 * @picture: an encoded picture
 * @extension: `jpeg` or `png`
 * @data: the caller's
 * @error: why it cannot be kept
 *
 * Keeps a picture of a document.
 *
 * Returns: the number under which the document refers to it, 0 where it is not kept
 */
typedef guint (*TyFormWordPictureFunc) (GBytes      *picture,
                                        const char  *extension,
                                        gpointer     data,
                                        GError     **error);

/**
 * TyFormWordFooterFunc:
 * @xml: a footer
 * @data: the caller's
 * @error: why it cannot be kept
 *
 * Keeps a part of a document that stands below its pages.
 *
 * Returns: the number under which the document refers to it, 0 where it is not kept
 */
typedef guint (*TyFormWordFooterFunc) (const char  *xml,
                                       gpointer     data,
                                       GError     **error);

TyFormWord *ty_form_word_new         (TyFormWordPictureFunc   picture_func,
                                      TyFormWordFooterFunc    footer_func,
                                      gpointer                data) G_GNUC_WARN_UNUSED_RESULT;
void        ty_form_word_free        (TyFormWord             *self);
gboolean    ty_form_word_add         (TyFormWord             *self,
                                      TyForm                 *form,
                                      GError                **error);
void        ty_form_word_finish      (TyFormWord             *self);
GString    *ty_form_word_get_xml     (TyFormWord             *self);
guint       ty_form_word_get_n_pages (TyFormWord             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFormWord, ty_form_word_free)

G_END_DECLS
