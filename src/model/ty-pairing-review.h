/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_PAIRING_REVIEW (ty_pairing_review_get_type ())
G_DECLARE_FINAL_TYPE (TyPairingReview, ty_pairing_review, TY, PAIRING_REVIEW, TyRecord)

typedef enum
{
  TY_PAIRING_REVIEW_PERSON,
  TY_PAIRING_REVIEW_ID,
  TY_PAIRING_REVIEW_MENTOR,
  TY_PAIRING_REVIEW_DATE,
  TY_PAIRING_REVIEW_SIDE,
  TY_PAIRING_REVIEW_VERDICT,
  TY_PAIRING_REVIEW_REMARK,
} TyPairingReviewField;

extern const TyRecordInfo ty_pairing_review_info;

TyPairingReview *ty_pairing_review_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
