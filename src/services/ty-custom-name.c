/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-custom-name"

#include "config.h"

#include "ty-custom-name.h"

#include "ty-custom-field.h"
#include "ty-entry.h"
#include "ty-roster-field.h"
#include "ty-roster-header.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_label_of_roster (const char *name)
{
  g_autofree char *folded = ty_text_fold (name);

  for (guint i = 0; i < TY_N_ROSTER_FIELDS; i++)
    {
      g_autofree char *label = ty_roster_field_dup_label (i);
      g_autofree char *folded_label = ty_text_fold (label);

      if (strcmp (folded, folded_label) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * ty_custom_name_check:
 * @name: (nullable): what a field of the county is to be called
 * @error: a `TY_ENTRY_ERROR` that begins with the label of the name
 *
 * Checks that no column of the program is called so: a heading of a roster that is imported would be
 * taken for that. What other fields of the county are called, only the file knows.
 *
 * Returns: whether the name can be had
 */
gboolean
ty_custom_name_check (const char  *name,
                      GError     **error)
{
  g_autofree char *clean = ty_text_clean_name (name != NULL ? name : "");

  if (*clean == '\0' || (!ty_roster_header_knows (clean) && !is_label_of_roster (clean)))
    return TRUE;

  g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE,
               _("%s: a column of the program is called “%s” already."),
               _(ty_custom_field_info.fields[TY_CUSTOM_FIELD_NAME].label), clean);
  return FALSE;
}
