/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-post-name"

#include "config.h"

#include "ty-post-name.h"

#include "ty-appointment.h"
#include "ty-code-list.h"
#include "ty-township-post.h"

#include <string.h>

/* The list names a post of the party in general: 党组织书记. In a village it bears the name of its
 * organization: 党支部书记. */
static const char *const general_names[TY_N_LANGUAGES] = {
  [TY_LANGUAGE_ZH_CN] = "党组织",
  [TY_LANGUAGE_ZH_TW] = "黨組織",
};

/**
 * ty_post_name_dup:
 * @post_key: a key of the list `post`
 * @party_form: (nullable): a key of the list `party_form`, the form of the party organization in
 *   the unit
 *
 * Names a post as rosters do: `党总支副书记`, `党支部纪检委员`, `村委会主任`. English says the general
 * name, whatever the form. A key that is not in the list is its own name.
 *
 * Returns: (transfer full): the name in the user’s language
 */
char *
ty_post_name_dup (const char *post_key,
                  const char *party_form)
{
  return ty_post_name_dup_in (post_key, party_form, ty_language_get_current ());
}

/**
 * ty_post_name_dup_in:
 * @post_key: a key of the list `post`
 * @party_form: (nullable): a key of the list `party_form`
 * @language: the language of the name
 *
 * As ty_post_name_dup(), for papers that have a language of their own.
 *
 * Returns: (transfer full): the name
 */
char *
ty_post_name_dup_in (const char *post_key,
                     const char *party_form,
                     TyLanguage  language)
{
  TyCode *post, *form;
  const char *label, *general;

  g_return_val_if_fail (post_key != NULL, NULL);

  post = ty_code_list_lookup (ty_code_list_get_shipped ("post"), post_key);
  form = ty_code_list_lookup (ty_code_list_get_shipped ("party_form"), party_form);
  if (post == NULL)
    return g_strdup (post_key);

  label = ty_code_get_label_in (post, language);
  general = general_names[language];
  if (form == NULL || general == NULL || !g_str_has_prefix (label, general)
      || g_strcmp0 (ty_code_get_attribute (post, "body"), "party") != 0)
    return g_strdup (label);

  return g_strconcat (ty_code_get_label_in (form, language), label + strlen (general), NULL);
}

/**
 * ty_post_name_dup_at:
 * @post_key: a key of the list `post`
 * @unit_kind: (nullable): a key of the list `unit_kind`, the kind of the unit in which it is held
 * @party_form: (nullable): a key of the list `party_form`
 * @language: the language of the name
 *
 * Names a post as it stands behind the name of its unit: 党工委书记 of a subdistrict, 党委书记 of a town.
 *
 * Returns: (transfer full): the name
 */
char *
ty_post_name_dup_at (const char *post_key,
                     const char *unit_kind,
                     const char *party_form,
                     TyLanguage  language)
{
  const char *name = ty_township_post_get_name (post_key, unit_kind, language);

  return name != NULL ? g_strdup (name) : ty_post_name_dup_in (post_key, party_form, language);
}

/**
 * ty_post_name_dup_of:
 * @appointment: an appointment
 * @unit_kind: (nullable): a key of the list `unit_kind`, the kind of the unit in which it is held
 * @party_form: (nullable): a key of the list `party_form`
 * @language: the language of the name
 *
 * Returns: (transfer full): the post in its own words where it has some, else as ty_post_name_dup_at() says
 */
char *
ty_post_name_dup_of (TyRecord   *appointment,
                     const char *unit_kind,
                     const char *party_form,
                     TyLanguage  language)
{
  const char *title, *post;

  g_return_val_if_fail (TY_IS_APPOINTMENT (appointment), NULL);

  title = ty_record_get_text (appointment, TY_APPOINTMENT_TITLE);
  post = ty_record_get_text (appointment, TY_APPOINTMENT_POST);
  if (title != NULL)
    return g_strdup (title);

  return ty_post_name_dup_at (post != NULL ? post : "", unit_kind, party_form, language);
}

/**
 * ty_post_name_get_rank:
 * @post_key: (nullable): a key of the list `post`
 *
 * Returns: the place of the post in the official order, the lowest first; %G_MAXINT for none
 */
int
ty_post_name_get_rank (const char *post_key)
{
  TyCode *post = ty_code_list_lookup (ty_code_list_get_shipped ("post"), post_key);

  return post != NULL ? ty_code_get_integer (post, "rank") : G_MAXINT;
}
