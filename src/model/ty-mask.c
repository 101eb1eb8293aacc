/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-mask"

#include "config.h"

#include "ty-mask.h"

#include "ty-text.h"

#include <string.h>

/* How sensitive values look in lists. Whoever shows a value of a record asks here, by the field, so that a
 * new field of that class is masked without anybody thinking of it. */

/**
 * ty_mask_is_needed:
 * @field: a field
 *
 * Returns: whether its values are masked in lists
 */
gboolean
ty_mask_is_needed (const TyFieldInfo *field)
{
  return field->privacy == TY_PRIVACY_SENSITIVE;
}

/**
 * ty_mask_has_fields:
 * @info: a kind of record
 *
 * Returns: whether something of it is masked in lists
 */
gboolean
ty_mask_has_fields (const TyRecordInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (ty_mask_is_needed (&info->fields[i]))
      return TRUE;

  return FALSE;
}

/**
 * ty_mask_apply:
 * @field: a field
 * @value: (nullable): what it holds
 *
 * Masks a value for a list, where its field is sensitive: of an ID number the last four characters are
 * hidden, of a phone number those in the middle, of a name all but the surname, of anything else all.
 *
 * Returns: (transfer full): what may be shown; the empty text for none
 */
char *
ty_mask_apply (const TyFieldInfo *field,
               const char        *value)
{
  if (value == NULL || *value == '\0')
    return g_strdup ("");
  if (!ty_mask_is_needed (field))
    return g_strdup (value);

  if (strcmp (field->column, "id_number") == 0)
    return ty_text_mask_id_number (value);
  if (strcmp (field->column, "phone") == 0)
    return ty_text_mask_phone (value);
  if (strcmp (field->column, "name") == 0)
    return ty_text_mask_name (value);

  return g_strdup ("****");
}
