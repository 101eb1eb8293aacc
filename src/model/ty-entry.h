/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-person.h"

G_BEGIN_DECLS

/**
 * TyEntryError:
 * @TY_ENTRY_ERROR_REQUIRED: must be filled in
 * @TY_ENTRY_ERROR_TOO_LONG: longer than the field may be
 * @TY_ENTRY_ERROR_DATE: no date
 * @TY_ENTRY_ERROR_FUTURE: a date that is still to come
 * @TY_ENTRY_ERROR_ID_NUMBER: cannot be an ID number
 * @TY_ENTRY_ERROR_DUPLICATE: somebody else has the same ID number
 * @TY_ENTRY_ERROR_PINYIN: no pinyin
 * @TY_ENTRY_ERROR_PERIOD: ends before it begins
 * @TY_ENTRY_ERROR_PRIVATE_USE: has a character of private use for which there is an encoded one
 * @TY_ENTRY_ERROR_NUMBER: no number
 * @TY_ENTRY_ERROR_VALUE: not of the kind that the county's own field holds
 *
 * Rules of entry that are not met. Messages begin with the label of the field.
 */
typedef enum
{
  TY_ENTRY_ERROR_REQUIRED,
  TY_ENTRY_ERROR_TOO_LONG,
  TY_ENTRY_ERROR_DATE,
  TY_ENTRY_ERROR_FUTURE,
  TY_ENTRY_ERROR_ID_NUMBER,
  TY_ENTRY_ERROR_DUPLICATE,
  TY_ENTRY_ERROR_PINYIN,
  TY_ENTRY_ERROR_PERIOD,
  TY_ENTRY_ERROR_PRIVATE_USE,
  TY_ENTRY_ERROR_NUMBER,
  TY_ENTRY_ERROR_VALUE,
} TyEntryError;

#define TY_ENTRY_ERROR (ty_entry_error_quark ())

GQuark   ty_entry_error_quark  (void);

void     ty_entry_clean (TyRecord  *record);
gboolean ty_entry_check (TyRecord  *record,
                         TyDate     today,
                         GError   **error);

G_END_DECLS
