/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-group-choice"

#include "config.h"

#include "ty-group-choice.h"

#include "ty-annual-result.h"
#include "ty-background.h"
#include "ty-honour.h"
#include "ty-mentor.h"
#include "ty-person.h"
#include "ty-reserve.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

/* What can be done. Fields in which everybody differs (the name, the ID number) make no sense for many. */
const TyGroupChoice ty_group_choices[] = {
  { "add-honour", TY_GROUP_ADD, &ty_honour_info, 0 },
  { "add-annual-result", TY_GROUP_ADD, &ty_annual_result_info, 0 },
  { "add-background", TY_GROUP_ADD, &ty_background_info, 0 },
  { "add-reserve", TY_GROUP_ADD, &ty_reserve_info, 0 },
  { "add-mentor", TY_GROUP_ADD, &ty_mentor_info, 0 },
  { "set-political", TY_GROUP_SET, &ty_person_info, TY_PERSON_POLITICAL },
  { "set-ethnicity", TY_GROUP_SET, &ty_person_info, TY_PERSON_ETHNICITY },
  { "set-native-place", TY_GROUP_SET, &ty_person_info, TY_PERSON_NATIVE_PLACE },
  { "set-health", TY_GROUP_SET, &ty_person_info, TY_PERSON_HEALTH },
  { "set-marital", TY_GROUP_SET, &ty_person_info, TY_PERSON_MARITAL },
  { "set-skill", TY_GROUP_SET, &ty_person_info, TY_PERSON_SKILL },
  { "set-note", TY_GROUP_SET, &ty_person_info, TY_PERSON_NOTE },
  { "remove-honour", TY_GROUP_REMOVE, &ty_honour_info, 0 },
  { "remove-annual-result", TY_GROUP_REMOVE, &ty_annual_result_info, 0 },
  { "remove-background", TY_GROUP_REMOVE, &ty_background_info, 0 },
  { "remove-reserve", TY_GROUP_REMOVE, &ty_reserve_info, 0 },
  { "remove-mentor", TY_GROUP_REMOVE, &ty_mentor_info, 0 },
};

const guint ty_n_group_choices = G_N_ELEMENTS (ty_group_choices);

/**
 * ty_group_choice_dup_label:
 * @what: number of a choice
 *
 * Returns: (transfer full): what it is called
 */
char *
ty_group_choice_dup_label (guint what)
{
  const char *name = ty_group_choices[what].op == TY_GROUP_SET ? ty_group_choices[what].info->fields[ty_group_choices[what].field].label
                                                      : ty_group_choices[what].info->label;

  /* Translators: what is done with many people at once, and a field or a kind of record: Set: Ethnicity */
  return g_strdup_printf (ty_group_choices[what].op == TY_GROUP_SET ? _("Set: %s")
                          : ty_group_choices[what].op == TY_GROUP_ADD ? _("Add: %s") : _("Remove: %s"),
                          _(name));
}

/**
 * ty_group_choice_describe_done:
 * @what: number of a choice
 * @n_people: with how many it was done
 *
 * Returns: (transfer full): a short sentence that says so
 */
char *
ty_group_choice_describe_done (guint what,
                               guint n_people)
{
  const TyGroupChoice *choice = &ty_group_choices[what];
  const char *name = _(choice->op == TY_GROUP_SET ? choice->info->fields[choice->field].label
                                                  : choice->info->label);
  g_autofree char *people = ty_text_format_count (n_people);

  switch (choice->op)
    {
    case TY_GROUP_SET:
      return g_strdup_printf (ngettext ("%s set, %s person", "%s set, %s people", n_people), name, people);
    case TY_GROUP_ADD:
      return g_strdup_printf (ngettext ("%s added, %s person", "%s added, %s people", n_people), name,
                              people);
    case TY_GROUP_REMOVE:
    default:
      return g_strdup_printf (ngettext ("%s removed, %s person", "%s removed, %s people", n_people), name,
                              people);
    }
}
