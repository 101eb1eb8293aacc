/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-model-types.h"

G_BEGIN_DECLS

typedef enum
{
  TY_ID_NUMBER_ERROR_LENGTH,
  TY_ID_NUMBER_ERROR_CHARACTERS,
  TY_ID_NUMBER_ERROR_BIRTH,
  TY_ID_NUMBER_ERROR_CHECK_DIGIT,
} TyIdNumberError;

#define TY_ID_NUMBER_ERROR (ty_id_number_error_quark ())

GQuark   ty_id_number_error_quark  (void);
gboolean ty_id_number_check        (const char  *number,
                                    GError     **error);
gboolean ty_id_number_has_lost_digits (const char *text);
char     ty_id_number_complete     (const char  *seventeen);
char    *ty_id_number_upgrade      (const char  *number,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
TyDate   ty_id_number_get_birth    (const char  *number);
int      ty_id_number_get_sex      (const char  *number);
char    *ty_id_number_get_division (const char  *number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
