/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-attachment"

#include "config.h"

#include "ty-attachment.h"

#include <glib/gi18n-lib.h>

/**
 * TyAttachment:
 *
 * A scan, picture or document that belongs to a person’s file. Its bytes are a blob of the county file. Those
 * of a talk name it; when the talk is removed the file stays with the person.
 */

/* What follows from the file is not entered. */
#define GIVEN(property, column, label, kind) \
  { property, column, label, kind, NULL, NULL, TY_PRIVACY_INTERNAL, 0, TY_FIELD_HIDDEN }

static const TyFieldInfo fields[] = {
  [TY_ATTACHMENT_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_ATTACHMENT_ID] = TY_KEY ("id", "id", NULL),
  [TY_ATTACHMENT_TITLE] = TY_REQUIRED_TEXT ("title", "title", N_("Title"), TY_PRIVACY_INTERNAL, 100),
  [TY_ATTACHMENT_DATE] = TY_DAY ("date", "date", N_("Date")),
  [TY_ATTACHMENT_FILE_NAME] = GIVEN ("file-name", "file_name", N_("File"), TY_FIELD_TEXT),
  [TY_ATTACHMENT_MEDIA_TYPE] = GIVEN ("media-type", "media_type", N_("Type"), TY_FIELD_TEXT),
  [TY_ATTACHMENT_SHA256] = TY_BLOB ("sha256", "sha256", N_("Content")),
  [TY_ATTACHMENT_SIZE] = GIVEN ("size", "size", N_("Size"), TY_FIELD_INTEGER),
  [TY_ATTACHMENT_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
  [TY_ATTACHMENT_TALK] = { "talk", "talk", N_("Talk"), TY_FIELD_REFERENCE, NULL, "talk", TY_PRIVACY_INTERNAL, 0,
                           TY_FIELD_HIDDEN },
};

const TyRecordInfo ty_attachment_info = {
  .table = "attachment",
  .label = N_("Attachment"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_attachment_get_type,
};

TY_DEFINE_RECORD (TyAttachment, ty_attachment)
