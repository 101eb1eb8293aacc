/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ty-condition.h"
#include "ty-date.h"
#include "ty-services-types.h"
#include "ty-village-table.h"

G_BEGIN_DECLS

/**
 * TyTeamMember:
 * @person: key of the person
 * @name: (owned): the name
 * @sex: (owned): in words, or the empty text
 * @age: (owned): full years at the cut-off date, or `—`
 * @political: (owned): the political status in words, or the empty text
 * @education: (owned): the highest level
 * @posts: (owned): the posts in the body, the highest first
 * @since: (owned): from when the highest of them is held: `2021.10`
 * @linked: whether the person sits in both committees of the unit
 * @photo: (owned) (nullable): PNG or JPEG
 *
 * Somebody in a body of a unit.
 */
typedef struct
{
  gint64 person;
  char *name;
  char *sex;
  char *age;
  char *political;
  char *education;
  char *posts;
  char *since;
  gboolean linked;
  GBytes *photo;
} TyTeamMember;

/**
 * TyVacancy:
 * @post: (owned): for what: `党支部书记`, `委员`
 * @post_key: (nullable): the same as a key
 * @since: (owned): since when, or the empty text
 *
 * An approved seat that nobody has.
 */
typedef struct
{
  char *post;
  const char *post_key;
  char *since;
} TyVacancy;

/**
 * TyTeam:
 * @body: (unowned): key of the body
 * @label: (owned): the body as it is called in the unit: 党支部
 * @may_approve: whether it is a body for which seats are approved
 * @seats: the approved seats, or -1 where none are approved
 * @women: how many of them are to be women’s
 * @n_women: how many women sit there
 * @count: approved seats and who sits on them
 * @members: (owned) (element-type TyTeamMember): the highest post first
 * @vacancies: (owned) (element-type TyVacancy): the head’s first
 *
 * A body of a unit (班子).
 */
typedef struct
{
  const char *body;
  char *label;
  gboolean may_approve;
  int seats;
  int women;
  guint n_women;
  TySeatCount count;
  GPtrArray *members;
  GPtrArray *vacancies;
} TyTeam;

/**
 * TyVillageFigure:
 * @who: of whom
 * @condition: what is asked of them
 * @average: whether it is the average of their ages
 * @amount: the figure, exact
 *
 * A figure of a unit, which leads to its people.
 */
typedef struct
{
  TyWho who;
  TyCondition condition;
  gboolean average;
  TyAmount amount;
} TyVillageFigure;

/**
 * TyVillageAge:
 * @label: (owned): a band of ages
 * @before: how many members were of it on the day before the term began
 * @now: how many are
 *
 * How old the members of the two committees are.
 */
typedef struct
{
  char *label;
  guint before;
  guint now;
} TyVillageAge;

#define TY_VILLAGE_FIGURES 7

/**
 * TyVillageFile:
 * @unit: key of the unit
 * @name: (owned): what it is called at the cut-off date
 * @above: (owned): what the unit above it is called, or the empty text
 * @kind: (owned): in words
 * @party_form: (owned): in words, or the empty text
 * @is_village: whether it is a village or a community
 * @exists: whether it is there at the cut-off date
 * @dual_role: whether the secretary is the head, too
 * @n_reserves: how many reserves it has, who could fill what is vacant
 * @reserves: (owned) (element-type TyVillageReserve): they, those for the highest posts first
 * @figures: its figures
 * @term: year of the term in which the cut-off date lies, or 0
 * @ages: (owned) (element-type TyVillageAge): of the members, where it is known when the term began
 * @teams: (owned) (element-type TyTeam): the bodies
 * @seats: (owned) (element-type TySeat): what was approved when, the newest first
 * @weak_income: below how many yuan a year its collective economy counts as weak
 * @years: (owned) (element-type TyUnitYear): what it tells of each year, the newest first
 * @classes: (owned) (element-type TyDifficulty): how difficult it was from when on, the newest first
 * @class_now: which of @classes holds on the cut-off date, or -1
 * @actions: (owned) (element-type TyAction): the history of the unit, the newest first, at most 50
 *
 * Everything about one village or township.
 */
struct _TyVillageFile
{
  gint64 unit;
  char *name;
  char *above;
  char *kind;
  char *party_form;
  gboolean is_village;
  gboolean exists;
  gboolean dual_role;
  guint n_reserves;
  GPtrArray *reserves;
  TyVillageFigure figures[TY_VILLAGE_FIGURES];
  int term;
  GArray *ages;
  GPtrArray *teams;
  GPtrArray *seats;
  int weak_income;
  GPtrArray *years;
  GPtrArray *classes;
  int class_now;
  GPtrArray *actions;
};

void  ty_team_member_free       (TyTeamMember   *self);
void  ty_vacancy_free           (TyVacancy      *self);
void  ty_team_free              (TyTeam         *self);
void  ty_village_file_free      (TyVillageFile  *self);
guint ty_village_file_count_vacancies (TyVillageFile *self);
char *ty_village_file_dup_text  (TyVillageFile  *self) G_GNUC_WARN_UNUSED_RESULT;
char *ty_village_file_dup_html  (TyVillageFile  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyVillageFile, ty_village_file_free)

G_END_DECLS
