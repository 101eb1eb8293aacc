/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TY_JSON_MAX_DEPTH:
 *
 * How many objects and arrays may stand within each other.
 */
#define TY_JSON_MAX_DEPTH 16

/**
 * TyJsonToken:
 * @TY_JSON_OBJECT: an object begins
 * @TY_JSON_OBJECT_END: it ends
 * @TY_JSON_ARRAY: an array begins
 * @TY_JSON_ARRAY_END: it ends
 * @TY_JSON_NAME: the name of a member, whose value follows
 * @TY_JSON_TEXT: a text
 * @TY_JSON_INTEGER: a whole number of 64 bits
 * @TY_JSON_NUMBER: any other number
 * @TY_JSON_BOOLEAN: true or false
 * @TY_JSON_NULL: null
 * @TY_JSON_END: nothing follows
 */
typedef enum
{
  TY_JSON_OBJECT,
  TY_JSON_OBJECT_END,
  TY_JSON_ARRAY,
  TY_JSON_ARRAY_END,
  TY_JSON_NAME,
  TY_JSON_TEXT,
  TY_JSON_INTEGER,
  TY_JSON_NUMBER,
  TY_JSON_BOOLEAN,
  TY_JSON_NULL,
  TY_JSON_END,
} TyJsonToken;

/**
 * TyJsonError:
 * @TY_JSON_ERROR_SYNTAX: not JSON
 * @TY_JSON_ERROR_LIMIT: too deep, or a text that is too long
 * @TY_JSON_ERROR_CONTENT: JSON, but not what was to be there
 */
typedef enum
{
  TY_JSON_ERROR_SYNTAX,
  TY_JSON_ERROR_LIMIT,
  TY_JSON_ERROR_CONTENT,
} TyJsonError;

#define TY_JSON_ERROR (ty_json_error_quark ())

GQuark         ty_json_error_quark         (void);

TyJsonScanner *ty_json_scanner_new         (GInputStream   *stream,
                                            gsize           longest) G_GNUC_WARN_UNUSED_RESULT;
void           ty_json_scanner_free        (TyJsonScanner  *self);
gboolean       ty_json_scanner_next        (TyJsonScanner  *self,
                                            TyJsonToken    *token,
                                            GCancellable   *cancellable,
                                            GError        **error);
const char    *ty_json_scanner_get_text    (TyJsonScanner  *self);
gsize          ty_json_scanner_get_length  (TyJsonScanner  *self);
gint64         ty_json_scanner_get_integer (TyJsonScanner  *self);
gboolean       ty_json_scanner_fail        (TyJsonScanner  *self,
                                            TyJsonError     code,
                                            const char     *text,
                                            GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyJsonScanner, ty_json_scanner_free)

G_END_DECLS
