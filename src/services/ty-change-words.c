/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-change-words"

#include "config.h"

#include "ty-change-words.h"

#include "ty-custom-field.h"
#include "ty-custom-value.h"
#include "ty-date.h"
#include "ty-decimal.h"
#include "ty-mask.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>

/* How the old and new values of a change are written. What is sensitive is masked wherever it is
 * shown: others may look at the same screen. */

/**
 * ty_change_words_get_label:
 * @field: a field
 *
 * Returns: (transfer none) (nullable): its label in the user’s language; %NULL for keys and for what
 *   serves only the program, which say nothing to a reader
 */
const char *
ty_change_words_get_label (const TyFieldInfo *field)
{
  return field->label != NULL && (field->flags & TY_FIELD_HIDDEN) == 0 ? _(field->label) : NULL;
}

static char *
dup_name (const TyFieldInfo *field,
          const char        *value,
          TyHistoryNames    *names)
{
  gint64 id = g_ascii_strtoll (value, NULL, 10);
  gboolean known = g_strcmp0 (field->reference, "person") == 0
                   || g_strcmp0 (field->reference, "unit") == 0;

  if (id == 0)
    return NULL;

  return g_strdup (known && names != NULL ? ty_history_names_get (names, field->reference, id)->name
                                          : value);
}

/**
 * ty_change_words_dup_value:
 * @field: a field
 * @value: (nullable): what it held, as a change keeps it
 * @names: (nullable): names for references
 *
 * Returns: (transfer full): the value as it is shown, — for none
 */
char *
ty_change_words_dup_value (const TyFieldInfo *field,
                           const char        *value,
                           TyHistoryNames    *names)
{
  char *shown;

  if (value == NULL || *value == '\0')
    return g_strdup ("—");
  if (ty_mask_is_needed (field))
    return ty_mask_apply (field, value);

  switch (field->kind)
    {
    case TY_FIELD_CODE:
      return g_strdup (ty_words_get_label (field->code_list, value));
    case TY_FIELD_DATE:
      return ty_date_to_record (ty_date_from_iso (value));
    case TY_FIELD_REFERENCE:
      shown = dup_name (field, value, names);
      return shown != NULL ? shown : g_strdup ("—");
    case TY_FIELD_HASH:
      return g_strndup (value, 8);
    case TY_FIELD_DECIMAL:
      return ty_decimal_dup_shown (value);
    case TY_FIELD_TEXT:
    case TY_FIELD_INTEGER:
    default:
      return g_strdup (value);
    }
}

/* The field of the county of which a change of values tells. */
static TyCustomField *
find_custom_field (TyChange       *change,
                   TyHistoryNames *names)
{
  const char *slash = strchr (change->key, '/');
  TyRecord *field = names != NULL && slash != NULL
                      ? ty_history_names_get_field (names, g_ascii_strtoll (slash + 1, NULL, 10)) : NULL;

  return field != NULL ? TY_CUSTOM_FIELD (field) : NULL;
}

/**
 * ty_change_words_get_label_of:
 * @change: a change
 * @field: one of its fields
 * @names: (nullable): names
 *
 * Returns: (transfer none) (nullable): the label of the field; of a value in a field of the county, what
 *   that is called; %NULL for what says nothing to a reader
 */
const char *
ty_change_words_get_label_of (TyChange          *change,
                              const TyFieldInfo *field,
                              TyHistoryNames    *names)
{
  const char *label = ty_change_words_get_label (field);
  TyCustomField *custom = label != NULL && change->info == &ty_custom_value_info
                            ? find_custom_field (change, names) : NULL;

  return custom != NULL ? ty_custom_field_get_name (custom) : label;
}

/**
 * ty_change_words_dup_value_of:
 * @change: a change
 * @field: one of its fields
 * @value: (nullable): what it held, as the change keeps it
 * @names: (nullable): names
 *
 * Returns: (transfer full): the value as it is shown, — for none; a value in a field of the county is
 *   masked where the field says so
 */
char *
ty_change_words_dup_value_of (TyChange          *change,
                              const TyFieldInfo *field,
                              const char        *value,
                              TyHistoryNames    *names)
{
  TyCustomField *custom = change->info == &ty_custom_value_info && value != NULL
                            ? find_custom_field (change, names) : NULL;

  return custom != NULL ? ty_custom_field_dup_masked (custom, value)
                        : ty_change_words_dup_value (field, value, names);
}

/**
 * ty_change_words_dup_owner:
 * @change: a change
 * @names: names
 *
 * Returns: (transfer full) (nullable): whose record it is, where its key tells a person or a unit
 */
char *
ty_change_words_dup_owner (TyChange       *change,
                           TyHistoryNames *names)
{
  g_auto(GStrv) keys = g_strsplit (change->key, "/", (int) change->info->n_keys);

  for (guint i = 0; i < change->info->n_keys && keys[i] != NULL; i++)
    {
      const char *reference = change->info->fields[i].reference;

      if (g_strcmp0 (reference, "person") == 0 || g_strcmp0 (reference, "unit") == 0)
        return g_strdup (ty_history_names_get (names, reference,
                                               g_ascii_strtoll (keys[i], NULL, 10))->name);
    }
  return NULL;
}

/**
 * ty_change_words_get_done:
 * @kind: a kind of change
 *
 * Returns: (transfer none): what was done to the record, in the user’s language
 */
const char *
ty_change_words_get_done (TyChangeKind kind)
{
  switch (kind)
    {
    case TY_CHANGE_INSERT:
      return _("added");
    case TY_CHANGE_DELETE:
      return _("removed");
    case TY_CHANGE_UPDATE:
    default:
      return _("changed");
    }
}
