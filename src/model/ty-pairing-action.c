/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-action"

#include "config.h"

#include "ty-pairing-action.h"

#include "ty-code-list.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

static char *
dup_programme_label (const char *what,
                     JsonObject *detail)
{
  const char *name = json_object_get_string_member_with_default (detail, "programme", "");

  if (g_str_equal (what, "programme-add"))
    return g_strdup_printf (_("Programme “%s” made"), name);
  if (g_str_equal (what, "programme-edit"))
    return g_strdup_printf (_("Programme “%s” changed"), name);
  return g_strdup_printf (_("Programme “%s” removed"), name);
}

static char *
dup_label_with_code (const char *format,
                     const char *list,
                     const char *key)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped (list), key);
  const char *label = code != NULL ? ty_code_get_label (code) : key;
  g_auto(GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (label, parts);
}

/**
 * ty_pairing_action_dup_label:
 * @what: the kind of an action about pairings, without “pairing.”
 * @detail: its detail
 *
 * Returns: (transfer full): what was done, in the user’s language
 */
char *
ty_pairing_action_dup_label (const char *what,
                             JsonObject *detail)
{
  gint64 n = json_object_get_int_member_with_default (detail, "pairs", 0);
  const char *state = json_object_get_string_member_with_default (detail, "state", "");
  g_autofree char *pairs = ty_text_format_count ((guint) n);
  g_autofree char *label = NULL;

  if (g_str_has_prefix (what, "programme-"))
    return dup_programme_label (what, detail);
  if (g_str_equal (what, "add"))
    return g_strdup_printf (ngettext ("Paired, %s pair", "Paired, %s pairs", (gulong) n), pairs);
  if (g_str_equal (what, "apply"))
    return g_strdup_printf (ngettext ("Plan of pairings taken over, %s new pair",
                                      "Plan of pairings taken over, %s new pairs", (gulong) n), pairs);
  if (g_str_equal (what, "withdraw"))
    return g_strdup_printf (ngettext ("Proposed pairing taken back, %s pair",
                                      "Proposed pairings taken back, %s pairs", (gulong) n), pairs);
  if (g_str_equal (what, "mentors"))
    return g_strdup_printf (ngettext ("Pool of mentors, %s person added", "Pool of mentors, %s people added",
                                      (gulong) n), pairs);
  if (g_str_equal (what, "lock"))
    return g_strdup_printf (ngettext ("Pairing locked, %s pair", "Pairings locked, %s pairs",
                                      (gulong) n), pairs);
  if (g_str_equal (what, "unlock"))
    return g_strdup_printf (ngettext ("Pairing unlocked, %s pair", "Pairings unlocked, %s pairs",
                                      (gulong) n), pairs);
  if (g_str_equal (what, "talk"))
    return g_strdup_printf (ngettext ("Talk entered, %s mentee", "Talk entered, %s mentees", (gulong) n),
                            pairs);

  if (g_str_equal (what, "move"))
    /* Translators: the state into which a pairing was moved on the board */
    label = dup_label_with_code (_("Pairing moved to “%s”"), "pairing_state", state);
  else
    /* Translators: how a pairing ended */
    label = dup_label_with_code (_("Pairing ended: %s"), "pairing_result", state);
  if (n <= 1)
    return g_steal_pointer (&label);
  /* Translators: what was done, and with how many pairs */
  return g_strdup_printf (ngettext ("%s, %s pair", "%s, %s pairs", (gulong) n), label, pairs);
}
