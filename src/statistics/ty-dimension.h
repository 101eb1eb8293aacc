/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-scale.h"
#include "ty-who.h"

G_BEGIN_DECLS

/**
 * TyDimension:
 * @key: the word in JSON
 * @label: the name in English, marked for translation
 * @villages: whether it sorts villages too
 * @posts: whether it sorts posts held too
 * @make: fills a scale: its values and how they are found
 * @own: whether it is one of a field of the county, ty-dimension-own.h
 *
 * A dimension sorts people, villages or posts: by age band, by township, by post. All but
 * those of the county’s own fields are static entries of one table.
 */
typedef struct
{
  const char *key;
  const char *label;
  gboolean villages;
  gboolean posts;
  void (*make) (TyScale *scale,
                TyView  *view);
  gboolean own;
} TyDimension;

guint              ty_dimension_get_n     (void);
const TyDimension *ty_dimension_get       (guint              number);
const TyDimension *ty_dimension_find      (const char        *key);
char              *ty_dimension_dup_label (const TyDimension *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean           ty_dimension_suits     (const TyDimension *self,
                                           TySubject          subject);
TyScale           *ty_dimension_measure   (const TyDimension *self,
                                           TyView            *view) G_GNUC_WARN_UNUSED_RESULT;

/* The entries, each in the file of its kind. */
void               ty_dimension_make_age_band   (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_sex        (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_ethnicity  (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_political  (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_source     (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_education  (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_full_time  (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_in_service (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_degree     (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_tenure     (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_village_years (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_duty       (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_leave_reason (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_leave_post (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_appointment_how (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_mentor_level (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_mentor_load (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_pairing_form (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_pairing_level (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_pairing_result (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_programme  (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_talk_state (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_need       (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_coverage   (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_post       (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_body       (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_city       (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_county     (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_township   (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_village    (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_unit_kind  (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_training   (TyScale *scale,
                                                  TyView  *view);
void               ty_dimension_make_appraisal_grade (TyScale *scale,
                                                  TyView  *view);
void               ty_dimension_make_unit_class (TyScale *scale,
                                                  TyView  *view);
void               ty_dimension_make_weak_economy (TyScale *scale,
                                                  TyView  *view);
void               ty_dimension_make_honoured   (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_paired     (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_reserve_post (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_reserve_way (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_reserve_source (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_course_kind (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_course_level (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_annual_result (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_reserve_way_out (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_reserve_change (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_four_ones (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_seat_state (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_reserve_state (TyScale *scale,
                                                 TyView  *view);
void               ty_dimension_make_party_form (TyScale *scale,
                                                 TyView  *view);

gboolean           ty_dimension_get_four_ones   (TyView   *view,
                                                 guint32   unit,
                                                 gboolean *complete);

G_END_DECLS
