/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dimension"

#include "config.h"

#include "ty-dimension.h"

#include "ty-dimension-band.h"
#include "ty-dimension-change.h"
#include "ty-dimension-need.h"
#include "ty-dimension-own.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TyDimension dimensions[] = {
  { "age_band", N_("Age band"), FALSE, FALSE, ty_dimension_make_age_band, FALSE },
  { "sex", N_("Sex"), FALSE, FALSE, ty_dimension_make_sex, FALSE },
  { "education", N_("Education"), FALSE, FALSE, ty_dimension_make_education, FALSE },
  { "full_time_education", N_("Full-time education"), FALSE, FALSE, ty_dimension_make_full_time, FALSE },
  { "in_service_education", N_("In-service education"), FALSE, FALSE, ty_dimension_make_in_service,
    FALSE },
  { "degree", N_("Degree"), FALSE, FALSE, ty_dimension_make_degree, FALSE },
  { "ethnicity", N_("Ethnicity"), FALSE, FALSE, ty_dimension_make_ethnicity, FALSE },
  { "political", N_("Political status"), FALSE, FALSE, ty_dimension_make_political, FALSE },
  { "source", N_("Source"), FALSE, FALSE, ty_dimension_make_source, FALSE },
  { "tenure", N_("Years in the post"), FALSE, FALSE, ty_dimension_make_tenure, FALSE },
  { "village_years", N_("Years in the village"), FALSE, FALSE, ty_dimension_make_village_years, FALSE },
  { "training", N_("Training in the year"), FALSE, FALSE, ty_dimension_make_training, FALSE },
  { "appraisal_grade", N_("Last appraisal"), FALSE, FALSE, ty_dimension_make_appraisal_grade, FALSE },
  { "course_kind", N_("Courses of the year"), FALSE, FALSE, ty_dimension_make_course_kind, FALSE },
  { "course_level", N_("Level of the courses of the year"), FALSE, FALSE, ty_dimension_make_course_level, FALSE },
  { "annual_result", N_("Annual result"), FALSE, FALSE, ty_dimension_make_annual_result, FALSE },
  { "honoured", N_("Honours"), FALSE, FALSE, ty_dimension_make_honoured, FALSE },
  { "paired", N_("Pairing"), FALSE, FALSE, ty_dimension_make_paired, FALSE },
  { "reserve_post", N_("Reserve for the post"), FALSE, FALSE, ty_dimension_make_reserve_post, FALSE },
  { "reserve_way_in", N_("Way into the reserves"), FALSE, FALSE, ty_dimension_make_reserve_way, FALSE },
  { "reserve_source", N_("Source of the reserves"), FALSE, FALSE, ty_dimension_make_reserve_source, FALSE },
  { "reserve_way_out", N_("Way out of the reserves"), FALSE, FALSE, ty_dimension_make_reserve_way_out, FALSE },
  { "reserve_change", N_("Reserves of the year"), FALSE, FALSE, ty_dimension_make_reserve_change, FALSE },
  { "mentor_level", N_("Level of the mentor"), FALSE, FALSE, ty_dimension_make_mentor_level, FALSE },
  { "mentor_load", N_("Mentees of the mentor"), FALSE, FALSE, ty_dimension_make_mentor_load, FALSE },
  { "pairing_form", N_("One to one or to many"), FALSE, FALSE, ty_dimension_make_pairing_form, FALSE },
  { "pairing_level", N_("Level of the programme"), FALSE, FALSE, ty_dimension_make_pairing_level, FALSE },
  { "pairing_result", N_("Result of the pairing"), FALSE, FALSE, ty_dimension_make_pairing_result, FALSE },
  { "programme", N_("Programme of the pairing"), FALSE, FALSE, ty_dimension_make_programme, FALSE },
  { "talk_state", N_("Talks of the pairing"), FALSE, FALSE, ty_dimension_make_talk_state, FALSE },
  { "need", N_("Need of a mentor"), FALSE, FALSE, ty_dimension_make_need, FALSE },
  { "coverage", N_("Coverage by mentors"), FALSE, FALSE, ty_dimension_make_coverage, FALSE },
  { "leave_reason", N_("Reason of leaving"), FALSE, FALSE, ty_dimension_make_leave_reason, FALSE },
  { "leave_post", N_("Post before leaving"), FALSE, FALSE, ty_dimension_make_leave_post, FALSE },
  { "appointment_how", N_("How the post was obtained"), FALSE, FALSE, ty_dimension_make_appointment_how, FALSE },
  { "duty", N_("To do"), FALSE, FALSE, ty_dimension_make_duty, FALSE },
  { "post", N_("Post"), FALSE, TRUE, ty_dimension_make_post, FALSE },
  { "body", N_("Body"), FALSE, TRUE, ty_dimension_make_body, FALSE },
  { "city", N_("City"), TRUE, TRUE, ty_dimension_make_city, FALSE },
  { "county", N_("County"), TRUE, TRUE, ty_dimension_make_county, FALSE },
  { "township", N_("Township"), TRUE, TRUE, ty_dimension_make_township, FALSE },
  { "village", N_("Village"), TRUE, TRUE, ty_dimension_make_village, FALSE },
  { "unit_kind", N_("Village or community"), TRUE, TRUE, ty_dimension_make_unit_kind, FALSE },
  { "party_form", N_("Form of the party organization"), TRUE, TRUE, ty_dimension_make_party_form, FALSE },
  { "unit_class", N_("Difficulty class"), TRUE, TRUE, ty_dimension_make_unit_class, FALSE },
  { "four_ones", N_("Four ones of difficult villages"), TRUE, TRUE, ty_dimension_make_four_ones, FALSE },
  { "weak_economy", N_("Collective economy"), TRUE, TRUE, ty_dimension_make_weak_economy, FALSE },
  { "seat_state", N_("Seats"), TRUE, TRUE, ty_dimension_make_seat_state, FALSE },
  { "reserve_state", N_("Reserves of the village"), TRUE, TRUE, ty_dimension_make_reserve_state, FALSE },
};

/**
 * ty_dimension_get_n:
 *
 * Returns: how many dimensions there are
 */
guint
ty_dimension_get_n (void)
{
  return G_N_ELEMENTS (dimensions);
}

/**
 * ty_dimension_get:
 * @number: which, from 0
 *
 * Returns: (transfer none): the dimension
 */
const TyDimension *
ty_dimension_get (guint number)
{
  g_return_val_if_fail (number < G_N_ELEMENTS (dimensions), NULL);

  return &dimensions[number];
}

/**
 * ty_dimension_find:
 * @key: a word
 *
 * Returns: (transfer none) (nullable): the dimension of that word
 */
const TyDimension *
ty_dimension_find (const char *key)
{
  const TyDimension *made;

  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
    if (strcmp (dimensions[i].key, key) == 0)
      return &dimensions[i];

  made = ty_dimension_band_find (key);
  if (made == NULL)
    made = ty_dimension_change_find (key);
  if (made == NULL)
    made = ty_dimension_need_find (key);
  return made != NULL ? made : ty_dimension_own_find (key);
}

/**
 * ty_dimension_dup_label:
 * @self: a dimension
 *
 * Returns: (transfer full): its name in the user’s language
 */
char *
ty_dimension_dup_label (const TyDimension *self)
{
  if (self->own)
    return ty_dimension_own_dup_label (self);
  if (g_str_has_prefix (self->key, TY_DIMENSION_NEED_PREFIX))
    return ty_dimension_need_dup_label (self);

  return g_strdup (_(self->label));
}

/**
 * ty_dimension_suits:
 * @self: a dimension
 * @subject: people, villages or posts
 *
 * Returns: whether it sorts them
 */
gboolean
ty_dimension_suits (const TyDimension *self,
                    TySubject          subject)
{
  switch (subject)
    {
    case TY_SUBJECT_VILLAGES:
      return self->villages;
    case TY_SUBJECT_POSTS:
      return self->posts;
    case TY_SUBJECT_PEOPLE:
    default:
      return TRUE;
    }
}

/**
 * ty_dimension_measure:
 * @self: a dimension
 * @view: a date and a scope
 *
 * Returns: (transfer full): its values there; the view keeps them
 */
TyScale *
ty_dimension_measure (const TyDimension *self,
                      TyView            *view)
{
  TyScale *scale = ty_view_get_kept (view, self->key);

  if (scale != NULL)
    return ty_scale_ref (scale);

  scale = ty_scale_new ();
  scale->dimension = self;
  self->make (scale, view);
  ty_view_keep (view, self->key, ty_scale_ref (scale), (GDestroyNotify) ty_scale_unref);
  return scale;
}
