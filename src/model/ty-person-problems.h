/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-problem.h"
#include "ty-record.h"

G_BEGIN_DECLS

/**
 * TyMaterials:
 * @TY_MATERIAL_RESUME: a résumé
 * @TY_MATERIAL_FAMILY: the family
 * @TY_MATERIAL_EDUCATION: an education
 *
 * Rows of which a person is to have at least one, above the bits of the person’s fields.
 */
typedef enum
{
  TY_MATERIAL_RESUME = 1 << 28,
  TY_MATERIAL_FAMILY = 1 << 29,
  TY_MATERIAL_EDUCATION = 1 << 30,
} TyMaterials;

/**
 * TyPersonRecords:
 * @person: (unowned): the person
 * @appointments: (unowned) (element-type TyAppointment): all posts
 * @resume: (unowned) (element-type TyResumeEntry): segments of the résumé, in any order
 * @educations: (unowned) (element-type TyEducation): courses of study
 * @family: (unowned) (element-type TyFamilyMember): members of the family
 * @honours: (unowned) (element-type TyHonour): honours
 *
 * What is on record of one person.
 */
typedef struct
{
  TyRecord *person;
  GPtrArray *appointments;
  GPtrArray *resume;
  GPtrArray *educations;
  GPtrArray *family;
  GPtrArray *honours;
} TyPersonRecords;

/**
 * TyPersonQuestion:
 * @as_of: the cut-off date: for ages and for what is held; %TY_DATE_NONE for what is found on any date at all
 * @today: the day after which nothing can have happened
 * @in_office: whether the person holds a post on the cut-off date; the others are asked for no material
 * @kept: a bit of `1u << TyPersonField` for each field and of #TyMaterials for the rest that the county has
 *   of others, so that it is missing where it is not filled in
 *
 * From where a person’s records are looked at. Without a date each problem says on which dates it is found, and
 * whether only in office.
 */
typedef struct
{
  TyDate as_of;
  TyDate today;
  gboolean in_office;
  guint32 kept;
} TyPersonQuestion;

gboolean ty_person_question_includes (const TyPersonQuestion *self,
                                      gint32                  from,
                                      gint32                  until,
                                      gboolean                in_office);
void ty_person_problems_find (const TyPersonRecords  *records,
                              const TyPersonQuestion *question,
                              GPtrArray              *problems);
void ty_resume_problems_find (const TyPersonRecords  *records,
                              const TyPersonQuestion *question,
                              GPtrArray              *problems);

G_END_DECLS
