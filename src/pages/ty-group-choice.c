/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-group-choice"

#include "config.h"

#include "ty-group-choice.h"

#include "ty-annual-result.h"
#include "ty-appraisal.h"
#include "ty-attendance.h"
#include "ty-background.h"
#include "ty-custom-value.h"
#include "ty-honour.h"
#include "ty-mentor.h"
#include "ty-person.h"
#include "ty-reserve.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

/* What can be done. Fields in which everybody differs (the name, the ID number) make no sense for many. */
const TyGroupChoice ty_group_choices[] = {
  { "add-honour", TY_GROUP_ADD, &ty_honour_info, 0, NULL },
  { "add-annual-result", TY_GROUP_ADD, &ty_annual_result_info, 0, NULL },
  { "add-attendance", TY_GROUP_ADD, &ty_attendance_info, 0, NULL },
  { "add-appraisal", TY_GROUP_ADD, &ty_appraisal_info, 0, NULL },
  { "add-background", TY_GROUP_ADD, &ty_background_info, 0, NULL },
  { "add-reserve", TY_GROUP_ADD, &ty_reserve_info, 0, NULL },
  { "add-mentor", TY_GROUP_ADD, &ty_mentor_info, 0, NULL },
  { "set-political", TY_GROUP_SET, &ty_person_info, TY_PERSON_POLITICAL, NULL },
  { "set-ethnicity", TY_GROUP_SET, &ty_person_info, TY_PERSON_ETHNICITY, NULL },
  { "set-native-place", TY_GROUP_SET, &ty_person_info, TY_PERSON_NATIVE_PLACE, NULL },
  { "set-health", TY_GROUP_SET, &ty_person_info, TY_PERSON_HEALTH, NULL },
  { "set-marital", TY_GROUP_SET, &ty_person_info, TY_PERSON_MARITAL, NULL },
  { "set-skill", TY_GROUP_SET, &ty_person_info, TY_PERSON_SKILL, NULL },
  { "set-note", TY_GROUP_SET, &ty_person_info, TY_PERSON_NOTE, NULL },
  { "remove-honour", TY_GROUP_REMOVE, &ty_honour_info, 0, NULL },
  { "remove-annual-result", TY_GROUP_REMOVE, &ty_annual_result_info, 0, NULL },
  { "remove-attendance", TY_GROUP_REMOVE, &ty_attendance_info, 0, NULL },
  { "remove-appraisal", TY_GROUP_REMOVE, &ty_appraisal_info, 0, NULL },
  { "remove-background", TY_GROUP_REMOVE, &ty_background_info, 0, NULL },
  { "remove-reserve", TY_GROUP_REMOVE, &ty_reserve_info, 0, NULL },
  { "remove-mentor", TY_GROUP_REMOVE, &ty_mentor_info, 0, NULL },
};

const guint ty_n_group_choices = G_N_ELEMENTS (ty_group_choices);

/**
 * ty_group_choice_new_own:
 * @field: a field of the county
 *
 * Returns: (transfer full): to set it
 */
TyGroupChoice *
ty_group_choice_new_own (TyCustomField *field)
{
  TyGroupChoice *self = g_new0 (TyGroupChoice, 1);

  self->word = ty_custom_field_dup_word (field);
  self->op = TY_GROUP_SET_OWN;
  self->info = &ty_custom_value_info;
  self->field = TY_CUSTOM_VALUE_VALUE;
  self->own = g_object_ref (field);
  return self;
}

/**
 * ty_group_choice_free_own:
 * @self: (transfer full): a choice of ty_group_choice_new_own()
 */
void
ty_group_choice_free_own (TyGroupChoice *self)
{
  g_free ((char *) self->word);
  g_object_unref (self->own);
  g_free (self);
}

static const char *
get_name (const TyGroupChoice *self)
{
  if (self->own != NULL)
    return ty_custom_field_get_name (self->own);

  return self->op == TY_GROUP_SET ? _(self->info->fields[self->field].label) : _(self->info->label);
}

/**
 * ty_group_choice_dup_label:
 * @self: a choice
 *
 * Returns: (transfer full): what it is called
 */
char *
ty_group_choice_dup_label (const TyGroupChoice *self)
{
  /* Translators: what is done with many people at once, and a field or a kind of record: Set: Ethnicity */
  return g_strdup_printf (self->op == TY_GROUP_ADD ? _("Add: %s")
                          : self->op == TY_GROUP_REMOVE ? _("Remove: %s") : _("Set: %s"), get_name (self));
}

/**
 * ty_group_choice_describe_done:
 * @self: a choice
 * @n_people: with how many it was done
 *
 * Returns: (transfer full): a short sentence that says so
 */
char *
ty_group_choice_describe_done (const TyGroupChoice *self,
                               guint                n_people)
{
  const char *name = get_name (self);
  g_autofree char *people = ty_text_format_count (n_people);

  switch (self->op)
    {
    case TY_GROUP_ADD:
      return g_strdup_printf (ngettext ("%s added, %s person", "%s added, %s people", n_people), name,
                              people);
    case TY_GROUP_REMOVE:
      return g_strdup_printf (ngettext ("%s removed, %s person", "%s removed, %s people", n_people), name,
                              people);
    case TY_GROUP_SET:
    case TY_GROUP_SET_OWN:
    default:
      return g_strdup_printf (ngettext ("%s set, %s person", "%s set, %s people", n_people), name, people);
    }
}
