/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_SAVED_FILTER (ty_saved_filter_get_type ())
G_DECLARE_FINAL_TYPE (TySavedFilter, ty_saved_filter, TY, SAVED_FILTER, TyRecord)

typedef enum
{
  TY_SAVED_FILTER_ID,
  TY_SAVED_FILTER_NAME,
  TY_SAVED_FILTER_CONDITIONS,
  TY_SAVED_FILTER_POSITION,
  TY_SAVED_FILTER_NOTE,
} TySavedFilterField;

extern const TyRecordInfo ty_saved_filter_info;

TySavedFilter *ty_saved_filter_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
