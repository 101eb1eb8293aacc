/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-person-tag.h"
#include "ty-person.h"

G_BEGIN_DECLS

/**
 * TyPost:
 * @unit: key of the unit
 * @unit_name: (owned): the unit with the one above it, as it was called when the post was held or at
 *   the cut-off date
 * @post_label: (owned): the post, as it is called in a unit of that kind and with that form of
 *   party organization: 党总支书记, 村委会主任
 * @from: from when; none = before our records
 * @until: until when; none = still
 * @how: (owned) (nullable): how it began, in words
 * @end_reason: (owned) (nullable): why it ended, in words
 * @filing: (owned) (nullable): filing number
 * @current: whether it is held at the cut-off date
 * @appointment: (owned): the record itself
 *
 * An appointment as a person's page shows it.
 */
struct _TyPost
{
  gint64 unit;
  char *unit_name;
  char *post_label;
  TyDate from;
  TyDate until;
  char *how;
  char *end_reason;
  char *filing;
  gboolean current;
  TyRecord *appointment;
};

/**
 * TyPersonFile:
 * @person: (owned): the person
 * @age: full years at the cut-off date, or -1
 * @tags: what the person is at the cut-off date, in a word each
 * @title: (owned): the present posts with their unit, or the empty text
 * @sources: (owned): backgrounds in words, joined by 、
 * @posts: (owned) (element-type TyPost): the newest first
 * @mandates: (owned) (element-type TyMandate): what is said of the posts in each term, the newest first; behind
 *   @n_mandates of them those that could be entered: posts of the term of the cut-off date that have none
 * @n_mandates: how many of them are in the file
 * @terms: (owned) (element-type gint64 gint): years of the terms
 * @educations: (owned) (element-type TyEducation)
 * @resume: (owned) (element-type TyResumeEntry): in order of time
 * @family: (owned) (element-type TyFamilyMember)
 * @honours: (owned) (element-type TyHonour): the newest first
 * @penalties: (owned) (element-type TyPenalty): the newest first
 * @results: (owned) (element-type TyAnnualResult): the newest first
 * @training: (owned) (element-type TyAttendance): the courses of the person, the newest first
 * @courses: (owned) (element-type gint64 TyCourse): these courses by their keys
 * @training_year: the year of the cut-off date
 * @training_days: days of training in it up to that date, in units of 1 / %TY_DECIMAL_ONE
 * @appraisals: (owned) (element-type TyAppraisal): the newest first
 * @backgrounds: (owned) (element-type TyBackground)
 * @reserves: (owned) (element-type TyReserve): memberships in the pool of reserves
 * @mentors: (owned) (element-type TyMentor): memberships in the pool of mentors
 * @pairings: (owned) (element-type TyPairing): in which the person is the mentee, then those as the mentor, each
 *   the newest first
 * @talks: (owned) (element-type TyTalk): the same of talks
 * @milestones: (owned) (element-type TyMilestone): the same of milestones
 * @reviews: (owned) (element-type TyPairingReview): the same of reviews
 * @pauses: (owned) (element-type TyPairingPause): the same of pauses
 * @needs: (owned) (element-type TyNeed): needs of a mentor that were added or waived
 * @strengths: (owned) (element-type TyMentorStrength): as a mentor
 * @wishes: (owned) (element-type TyWish): with whom the person wishes to be paired
 * @exclusions: (owned) (element-type TyExclusion): with whom the person is never to be paired
 * @linked_names: (owned) (element-type gint64 utf8): names of the people and programmes of these
 * @talk_files: (owned) (element-type utf8 guint): how many attachments talks have; see
 *   ty_person_file_count_talk_files()
 * @own_fields: (owned) (element-type TyCustomField): the fields of the county in their order
 * @own_values: (owned) (element-type TyCustomValue): what the person has in them
 * @attachments: (owned) (element-type TyAttachment): the newest first
 * @unit_names: (owned) (element-type gint64 utf8): what the units of these are called at the cut-off
 *   date, with the one above; see ty_person_file_get_unit_name()
 * @photo: (owned) (nullable): PNG or JPEG
 * @history: (owned) (nullable) (element-type TyPersonHistoryEntry): what was done to it by whom, once it was
 *   read
 * @problems: (owned) (nullable) (element-type TyCheckEntry): what the checks found, once they were run
 *
 * Everything about one person (一人一档).
 */
struct _TyPersonFile
{
  TyPerson *person;
  int age;
  TyPersonTags tags;
  char *title;
  char *sources;
  GPtrArray *posts;
  GPtrArray *mandates;
  guint n_mandates;
  GHashTable *terms;
  GPtrArray *educations;
  GPtrArray *resume;
  GPtrArray *family;
  GPtrArray *honours;
  GPtrArray *penalties;
  GPtrArray *results;
  GPtrArray *training;
  GHashTable *courses;
  int training_year;
  gint64 training_days;
  GPtrArray *appraisals;
  GPtrArray *backgrounds;
  GPtrArray *reserves;
  GPtrArray *mentors;
  GPtrArray *pairings;
  GPtrArray *talks;
  GPtrArray *milestones;
  GPtrArray *reviews;
  GPtrArray *pauses;
  GPtrArray *needs;
  GPtrArray *strengths;
  GPtrArray *wishes;
  GPtrArray *exclusions;
  GHashTable *linked_names;
  GHashTable *talk_files;
  GPtrArray *own_fields;
  GPtrArray *own_values;
  GPtrArray *attachments;
  GHashTable *unit_names;
  GBytes *photo;
  GPtrArray *history;
  GPtrArray *problems;
};

void          ty_post_free                  (TyPost               *self);
void          ty_person_file_free           (TyPersonFile         *self);

int           ty_person_file_get_term       (TyPersonFile         *self,
                                             TyRecord             *mandate);
const TyPost *ty_person_file_find_post      (TyPersonFile         *self,
                                             gint64                appointment);
TyRecord     *ty_person_file_find_course    (TyPersonFile         *self,
                                             TyRecord             *attendance);
const char   *ty_person_file_get_unit_name  (TyPersonFile         *self,
                                             gint64                unit);
const char   *ty_person_file_get_linked_name (TyPersonFile        *self,
                                             gint64                key);
guint         ty_person_file_count_talk_files (TyPersonFile       *self,
                                             TyRecord             *talk);
TyRecord     *ty_person_file_find_talk      (TyPersonFile         *self,
                                             TyRecord             *attachment);

void          ty_office_load_person_async   (TyOffice             *self,
                                             gint64                person,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
TyPersonFile *ty_office_load_person_finish  (TyOffice             *self,
                                             GAsyncResult         *result,
                                             GError              **error);
/* One action, with undo. Rules of entry that are not met are told with the field. */
void          ty_office_save_person_async   (TyOffice             *self,
                                             TyPerson             *person,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean      ty_office_save_person_finish  (TyOffice             *self,
                                             GAsyncResult         *result,
                                             GError              **error);
/* A new person, as one action, with undo. */
void          ty_office_add_person_async    (TyOffice             *self,
                                             TyPerson             *person,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gint64        ty_office_add_person_finish   (TyOffice             *self,
                                             GAsyncResult         *result,
                                             GError              **error);
/* Notes in the events that a masked field was shown. */
void          ty_office_note_shown_async    (TyOffice             *self,
                                             gint64                person,
                                             const char           *what,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean      ty_office_note_shown_finish   (TyOffice             *self,
                                             GAsyncResult         *result,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyPersonFile, ty_person_file_free)

G_END_DECLS
