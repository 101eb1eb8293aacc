/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TyFormTemplate TyFormTemplate;

/**
 * TyFormOf:
 * @TY_FORM_OF_PERSON: each has a form of one's own
 * @TY_FORM_OF_PEOPLE: people stand in it one after the other
 * @TY_FORM_OF_VILLAGE: the people of each village have a form
 * @TY_FORM_OF_PAIRING: each pairing of a mentor and a mentee has a form
 *
 * Of whom a form is.
 */
typedef enum
{
  TY_FORM_OF_PERSON,
  TY_FORM_OF_PEOPLE,
  TY_FORM_OF_VILLAGE,
  TY_FORM_OF_PAIRING,
} TyFormOf;

/**
 * TyFormTemplateError:
 * @TY_FORM_TEMPLATE_ERROR_MISSING: there is no such template
 * @TY_FORM_TEMPLATE_ERROR_SYNTAX: no JSON
 * @TY_FORM_TEMPLATE_ERROR_VALUE: something in it cannot be; the message says what and where
 */
typedef enum
{
  TY_FORM_TEMPLATE_ERROR_MISSING,
  TY_FORM_TEMPLATE_ERROR_SYNTAX,
  TY_FORM_TEMPLATE_ERROR_VALUE,
} TyFormTemplateError;

#define TY_FORM_TEMPLATE_ERROR (ty_form_template_error_quark ())

/**
 * TyFormTemplateFieldFunc:
 * @list: (nullable): the word of the list in whose rows it stands
 * @field: the word of the field
 * @data: the caller's
 *
 * Hears of a field that a template fills in.
 */
typedef void (*TyFormTemplateFieldFunc) (const char *list,
                                         const char *field,
                                         gpointer    data);

GQuark              ty_form_template_error_quark    (void);

const char * const *ty_form_template_list_shipped   (void);
TyFormTemplate     *ty_form_template_get_shipped    (const char              *id,
                                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
TyFormTemplate     *ty_form_template_get_shipped_in (const char              *id,
                                                     gboolean                 traditional,
                                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
TyFormTemplate     *ty_form_template_load           (const char              *path,
                                                     gboolean                 traditional,
                                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
TyFormTemplate     *ty_form_template_new            (const char              *json,
                                                     gssize                   length,
                                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
TyFormTemplate     *ty_form_template_ref            (TyFormTemplate          *self) G_GNUC_WARN_UNUSED_RESULT;
void                ty_form_template_unref          (TyFormTemplate          *self);
const char         *ty_form_template_get_id         (TyFormTemplate          *self);
const char         *ty_form_template_get_name       (TyFormTemplate          *self);
const char         *ty_form_template_get_title      (TyFormTemplate          *self);
TyFormOf            ty_form_template_get_of         (TyFormTemplate          *self);
gboolean            ty_form_template_is_traditional (TyFormTemplate          *self);
gboolean            ty_form_template_has_photo      (TyFormTemplate          *self);
guint               ty_form_template_get_capacity   (TyFormTemplate          *self);
guint               ty_form_template_get_n_footers  (TyFormTemplate          *self);
void                ty_form_template_foreach_field  (TyFormTemplate          *self,
                                                     TyFormTemplateFieldFunc  func,
                                                     gpointer                 data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFormTemplate, ty_form_template_unref)

G_END_DECLS
