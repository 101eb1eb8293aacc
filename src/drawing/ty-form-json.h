/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "ty-form-template-private.h"

G_BEGIN_DECLS

/* What a template says, member by member, with a sentence that says where something cannot be. */

#define TY_FORM_MOST_MM 2000.0

gboolean    ty_form_json_fail        (const char  *where,
                                      const char  *name,
                                      GError     **error);
JsonObject *ty_form_json_get_object  (JsonNode    *node,
                                      const char  *where,
                                      GError     **error);
gboolean    ty_form_json_read_array  (JsonObject  *object,
                                      const char  *name,
                                      const char  *where,
                                      JsonArray  **array,
                                      GError     **error);
gboolean    ty_form_json_read_number (JsonObject  *object,
                                      const char  *name,
                                      const char  *where,
                                      double       most,
                                      double      *number,
                                      GError     **error);
gboolean    ty_form_json_read_count  (JsonObject  *object,
                                      const char  *name,
                                      const char  *where,
                                      guint        most,
                                      guint       *count,
                                      GError     **error);
gboolean    ty_form_json_read_pair   (JsonObject  *object,
                                      const char  *name,
                                      const char  *where,
                                      double      *first,
                                      double      *second,
                                      GError     **error);
gboolean    ty_form_json_read_switch (JsonObject  *object,
                                      const char  *name,
                                      const char  *where,
                                      gboolean    *value,
                                      GError     **error);
gboolean    ty_form_json_read_string (JsonObject  *object,
                                      const char  *name,
                                      const char  *where,
                                      char       **text,
                                      GError     **error);
gboolean    ty_form_json_read_choice (JsonObject         *object,
                                      const char         *name,
                                      const char         *where,
                                      const char * const *words,
                                      int                *choice,
                                      GError            **error);

/* ty-form-text-parse.c */
gboolean    ty_form_text_parse       (JsonObject  *styles,
                                      JsonNode    *node,
                                      const char  *where,
                                      GPtrArray   *texts,
                                      GError     **error);

/* ty-form-running-parse.c */
gboolean    ty_form_running_parse    (TyFormPage  *page,
                                      JsonObject  *styles,
                                      JsonObject  *root,
                                      const char  *where,
                                      GError     **error);

G_END_DECLS
