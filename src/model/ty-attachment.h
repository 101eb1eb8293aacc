/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_ATTACHMENT (ty_attachment_get_type ())
G_DECLARE_FINAL_TYPE (TyAttachment, ty_attachment, TY, ATTACHMENT, TyRecord)

typedef enum
{
  TY_ATTACHMENT_PERSON,
  TY_ATTACHMENT_ID,
  TY_ATTACHMENT_TITLE,
  TY_ATTACHMENT_DATE,
  TY_ATTACHMENT_FILE_NAME,
  TY_ATTACHMENT_MEDIA_TYPE,
  TY_ATTACHMENT_SHA256,
  TY_ATTACHMENT_SIZE,
  TY_ATTACHMENT_NOTE,
  TY_ATTACHMENT_TALK,
} TyAttachmentField;

extern const TyRecordInfo ty_attachment_info;

TyAttachment *ty_attachment_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
