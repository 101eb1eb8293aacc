/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-sections"

#include "config.h"

#include "ty-person-sections.h"

#include "ty-annual-result.h"
#include "ty-appointment.h"
#include "ty-appraisal.h"
#include "ty-attachment.h"
#include "ty-attendance.h"
#include "ty-background.h"
#include "ty-completeness.h"
#include "ty-course.h"
#include "ty-custom-table.h"
#include "ty-education.h"
#include "ty-exclusion.h"
#include "ty-family-member.h"
#include "ty-format.h"
#include "ty-honour.h"
#include "ty-mandate.h"
#include "ty-mask.h"
#include "ty-mentor-strength.h"
#include "ty-mentor.h"
#include "ty-milestone.h"
#include "ty-need.h"
#include "ty-pairing-pause.h"
#include "ty-pairing-review.h"
#include "ty-pairing.h"
#include "ty-penalty.h"
#include "ty-person-cards.h"
#include "ty-post-forms.h"
#include "ty-reserve.h"
#include "ty-resume-entry.h"
#include "ty-section.h"
#include "ty-talk.h"
#include "ty-wish.h"
#include "ty-wrap-box.h"

#include <glib/gi18n-lib.h>

/* The sections whose rows are records, in the order of the enum. */
static const struct
{
  const char *title;
  const TyRecordInfo *info; /* (nullable): of its rows, none where they are not entered here */
  const char *add;          /* (nullable): what the button for a new row does */
  const char *edit;         /* (nullable): what the button of a row does */
} sections[TY_N_PERSON_SECTIONS] = {
  [TY_PERSON_SECTION_PROBLEMS] = { N_("Data checks"), NULL, NULL, NULL },
  [TY_PERSON_SECTION_BASICS] = { N_("Basic information"), NULL, NULL, NULL },
  [TY_PERSON_SECTION_POSTS] = { N_("Posts"), &ty_appointment_info, N_("Add a post"),
                                N_("Edit the post") },
  [TY_PERSON_SECTION_MANDATES] = { N_("Terms and elections"), &ty_mandate_info, NULL,
                                   N_("Edit the mandate and its filing") },
  [TY_PERSON_SECTION_RESUME] = { N_("Résumé"), &ty_resume_entry_info, N_("Add a résumé entry"),
                                 N_("Edit the résumé entry") },
  [TY_PERSON_SECTION_EDUCATION] = { N_("Education and degrees"), &ty_education_info,
                                    N_("Add an education"), N_("Edit the education") },
  [TY_PERSON_SECTION_FAMILY] = { N_("Family members"), &ty_family_member_info,
                                 N_("Add a family member"), N_("Edit the family member") },
  [TY_PERSON_SECTION_HONOURS] = { N_("Honours"), &ty_honour_info, N_("Add an honour"),
                                  N_("Edit the honour") },
  [TY_PERSON_SECTION_PENALTIES] = { N_("Penalties"), &ty_penalty_info, N_("Add a penalty"),
                                    N_("Edit the penalty") },
  [TY_PERSON_SECTION_RESULTS] = { N_("Annual assessment"), &ty_annual_result_info,
                                  N_("Add an annual result"), N_("Edit the annual result") },
  [TY_PERSON_SECTION_APPRAISALS] = { N_("Appraisals"), &ty_appraisal_info, N_("Add an appraisal"),
                                     N_("Edit the appraisal") },
  [TY_PERSON_SECTION_TRAINING] = { N_("Training"), &ty_attendance_info, N_("Add a training"),
                                   N_("Edit the training") },
  [TY_PERSON_SECTION_POOLS] = { N_("Reserve pool"), &ty_reserve_info, N_("Take into the reserve pool"),
                                N_("Edit the membership in the reserve pool") },
  [TY_PERSON_SECTION_GUIDANCE] = { N_("Mentor pool"), &ty_mentor_info, N_("Take into the mentor pool"),
                                   N_("Edit the membership in the mentor pool") },
  [TY_PERSON_SECTION_STRENGTHS] = { N_("Strengths as a mentor"), &ty_mentor_strength_info, N_("Add a strength"),
                                    N_("Edit the strength") },
  [TY_PERSON_SECTION_NEEDS] = { N_("Needs of a mentor"), &ty_need_info, N_("Add or waive a need"),
                                N_("Edit the need") },
  [TY_PERSON_SECTION_PAIRINGS] = { N_("Pairings"), &ty_pairing_info, N_("Add a pairing"),
                                   N_("Edit the pairing") },
  [TY_PERSON_SECTION_TALKS] = { N_("Talks"), &ty_talk_info, N_("Add a talk"), N_("Edit the talk") },
  [TY_PERSON_SECTION_MILESTONES] = { N_("Milestones"), &ty_milestone_info, N_("Add a milestone"),
                                     N_("Edit the milestone") },
  [TY_PERSON_SECTION_REVIEWS] = { N_("Stage reviews"), &ty_pairing_review_info, N_("Add a stage review"),
                                  N_("Edit the stage review") },
  [TY_PERSON_SECTION_PAUSES] = { N_("Pauses of pairings"), &ty_pairing_pause_info, N_("Add a pause"),
                                 N_("Edit the pause") },
  [TY_PERSON_SECTION_WISHES] = { N_("Wishes for a pairing"), &ty_wish_info, N_("Add a wish"),
                                 N_("Edit the wish") },
  [TY_PERSON_SECTION_EXCLUSIONS] = { N_("Never to be paired with"), &ty_exclusion_info, N_("Exclude somebody"),
                                     N_("Edit the exclusion") },
  [TY_PERSON_SECTION_BACKGROUNDS] = { N_("Background"), &ty_background_info,
                                      N_("Add a background"), N_("Edit the background") },
  [TY_PERSON_SECTION_OWN] = { N_("County’s own data"), NULL, NULL, NULL },
  [TY_PERSON_SECTION_ATTACHMENTS] = { N_("Attachments"), &ty_attachment_info, N_("Attach files"),
                                      N_("Edit the attachment") },
  [TY_PERSON_SECTION_EMPTY] = { N_("Not entered yet"), NULL, NULL, NULL },
  [TY_PERSON_SECTION_HISTORY] = { N_("History of the record"), NULL, NULL, NULL },
};

static GtkWidget *
make_add_button (TyPersonSection section)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  const char *name = _(sections[section].add);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-small");
  gtk_widget_set_tooltip_text (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "person.add-row");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", (guint) section);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* What is decided about posts has a form of its own, which says what follows. */
static GtkWidget *
make_posts_button (TyPersonSection section)
{
  static const TyPostMove posts[] = { TY_MOVE_APPOINT, TY_MOVE_TRANSFER, TY_MOVE_REMOVE, TY_MOVE_STEP_DOWN,
                                      TY_MOVE_RETIRE, TY_MOVE_DIE };
  static const TyPostMove pool[] = { TY_MOVE_RESERVE, TY_MOVE_RESERVE_END };
  gboolean of_posts = section == TY_PERSON_SECTION_POSTS;
  g_autoptr(GMenuModel) menu = ty_post_forms_make_menu ("person.change-posts", of_posts ? posts : pool,
                                                        of_posts ? G_N_ELEMENTS (posts)
                                                                 : G_N_ELEMENTS (pool));
  const char *name = of_posts ? _("Appoint, transfer, remove") : _("Into the pool and out of it");
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-small");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_edit_button (const char *action,
                  const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-small");
  gtk_widget_set_tooltip_text (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/**
 * ty_person_section_get_title:
 * @section: a section
 *
 * Returns: (transfer none): its title in the user's language
 */
const char *
ty_person_section_get_title (TyPersonSection section)
{
  return _(sections[section].title);
}

static GPtrArray *
get_rows (TyPersonSection  section,
          TyPersonFile    *file)
{
  switch (section)
    {
    case TY_PERSON_SECTION_PROBLEMS:
      return file->problems;
    case TY_PERSON_SECTION_POSTS:
      return file->posts;
    case TY_PERSON_SECTION_MANDATES:
      return file->mandates;
    case TY_PERSON_SECTION_RESUME:
      return file->resume;
    case TY_PERSON_SECTION_POOLS:
      return file->reserves;
    case TY_PERSON_SECTION_GUIDANCE:
      return file->mentors;
    case TY_PERSON_SECTION_STRENGTHS:
      return file->strengths;
    case TY_PERSON_SECTION_NEEDS:
      return file->needs;
    case TY_PERSON_SECTION_PAIRINGS:
      return file->pairings;
    case TY_PERSON_SECTION_TALKS:
      return file->talks;
    case TY_PERSON_SECTION_MILESTONES:
      return file->milestones;
    case TY_PERSON_SECTION_REVIEWS:
      return file->reviews;
    case TY_PERSON_SECTION_PAUSES:
      return file->pauses;
    case TY_PERSON_SECTION_WISHES:
      return file->wishes;
    case TY_PERSON_SECTION_EXCLUSIONS:
      return file->exclusions;
    case TY_PERSON_SECTION_EDUCATION:
      return file->educations;
    case TY_PERSON_SECTION_FAMILY:
      return file->family;
    case TY_PERSON_SECTION_HONOURS:
      return file->honours;
    case TY_PERSON_SECTION_PENALTIES:
      return file->penalties;
    case TY_PERSON_SECTION_RESULTS:
      return file->results;
    case TY_PERSON_SECTION_APPRAISALS:
      return file->appraisals;
    case TY_PERSON_SECTION_TRAINING:
      return file->training;
    case TY_PERSON_SECTION_BACKGROUNDS:
      return file->backgrounds;
    case TY_PERSON_SECTION_OWN:
      return file->own_fields;
    case TY_PERSON_SECTION_ATTACHMENTS:
      return file->attachments;
    case TY_PERSON_SECTION_HISTORY:
      return file->history;
    case TY_PERSON_SECTION_BASICS:
    case TY_PERSON_SECTION_EMPTY:
    default:
      return NULL;
    }
}

/* What has no card, since it would say nothing, and can be entered all the same. */
static gboolean
is_empty (TyPersonSection  section,
          TyPersonFile    *file)
{
  return ty_person_section_is_offered (section, file) && !ty_person_section_has_card (section, file);
}

/**
 * ty_person_section_count:
 * @section: a section
 * @file: a person's file
 *
 * Returns: how many rows it has; 1 for the basic information, for the county’s own data the fields
 *   that there are, and for those that are not entered the sections
 */
guint
ty_person_section_count (TyPersonSection  section,
                         TyPersonFile    *file)
{
  GPtrArray *rows = get_rows (section, file);

  if (section == TY_PERSON_SECTION_BASICS)
    return 1;
  if (section == TY_PERSON_SECTION_EMPTY)
    {
      guint n = 0;

      for (TyPersonSection i = 0; i < TY_N_PERSON_SECTIONS; i++)
        n += i != TY_PERSON_SECTION_EMPTY && is_empty (i, file);
      return n;
    }
  return rows != NULL ? rows->len : 0;
}

/**
 * ty_person_section_get_info:
 * @section: a section
 *
 * Returns: (transfer none) (nullable): what its rows are; %NULL where they are not entered there
 */
const TyRecordInfo *
ty_person_section_get_info (TyPersonSection section)
{
  return sections[section].info;
}

/**
 * ty_person_section_get_edit_label:
 * @section: a section whose rows are records
 *
 * Returns: (transfer none): what the button of a row does, in the user’s language
 */
const char *
ty_person_section_get_edit_label (TyPersonSection section)
{
  return _(sections[section].edit);
}

/**
 * ty_person_section_get_row:
 * @section: a section whose rows are records
 * @file: a person's file
 * @index: which row
 *
 * Returns: (transfer none) (nullable): the record of the row; %NULL where there are fewer
 */
TyRecord *
ty_person_section_get_row (TyPersonSection  section,
                           TyPersonFile    *file,
                           guint            index)
{
  GPtrArray *rows = get_rows (section, file);

  if (rows == NULL || index >= rows->len)
    return NULL;

  return section == TY_PERSON_SECTION_POSTS ? ((TyPost *) g_ptr_array_index (rows, index))->appointment
                                            : TY_RECORD (g_ptr_array_index (rows, index));
}

/**
 * ty_person_section_get_unit_name:
 * @section: a section
 * @file: a person's file
 * @index: which row
 *
 * Returns: (transfer none) (nullable): what the unit or the course of the row is called, where it has one
 */
const char *
ty_person_section_get_unit_name (TyPersonSection  section,
                                 TyPersonFile    *file,
                                 guint            index)
{
  TyRecord *row = ty_person_section_get_row (section, file, index);
  gint64 unit;

  if (row == NULL)
    return NULL;
  if (section == TY_PERSON_SECTION_POSTS)
    return ((TyPost *) g_ptr_array_index (file->posts, index))->unit_name;
  if (section == TY_PERSON_SECTION_TRAINING)
    {
      TyRecord *course = ty_person_file_find_course (file, row);

      return course != NULL ? ty_record_get_text (course, TY_COURSE_NAME) : NULL;
    }
  if (section != TY_PERSON_SECTION_POOLS && section != TY_PERSON_SECTION_GUIDANCE)
    return NULL;

  unit = ty_record_get_integer (row, section == TY_PERSON_SECTION_POOLS ? (guint) TY_RESERVE_UNIT
                                                                        : (guint) TY_MENTOR_UNIT);
  return unit != 0 ? ty_person_file_get_unit_name (file, unit) : NULL;
}

/**
 * ty_person_section_get_linked_name:
 * @section: a section whose rows are records
 * @file: a person's file
 * @index: which row
 * @field: index of a field that leads to a person or a programme
 *
 * Returns: (transfer none) (nullable): what that is called; %NULL where the field leads nowhere
 */
const char *
ty_person_section_get_linked_name (TyPersonSection  section,
                                   TyPersonFile    *file,
                                   guint            index,
                                   guint            field)
{
  TyRecord *row = ty_person_section_get_row (section, file, index);
  const char *reference = row != NULL ? ty_record_get_info (row)->fields[field].reference : NULL;

  if (g_strcmp0 (reference, "person") != 0 && g_strcmp0 (reference, "programme") != 0)
    return NULL;
  return ty_person_file_get_linked_name (file, ty_record_get_integer (row, field));
}

/**
 * ty_person_section_is_offered:
 * @section: a section whose rows are records
 * @file: a person's file
 *
 * What belongs to pairings is offered to those who have some or are in the pool: to all others it would say
 * nothing ten times.
 *
 * Returns: whether rows can be entered there although there are none
 */
gboolean
ty_person_section_is_offered (TyPersonSection  section,
                              TyPersonFile    *file)
{
  if (section == TY_PERSON_SECTION_STRENGTHS)
    return file->mentors->len > 0;
  if (section >= TY_PERSON_SECTION_TALKS && section <= TY_PERSON_SECTION_PAUSES)
    return file->pairings->len > 0;
  if (section == TY_PERSON_SECTION_WISHES || section == TY_PERSON_SECTION_EXCLUSIONS)
    return file->pairings->len > 0 || file->mentors->len > 0 || file->needs->len > 0;

  return sections[section].info != NULL && section != TY_PERSON_SECTION_MANDATES;
}

static guint32
get_expected (TyPersonSection section)
{
  switch (section)
    {
    case TY_PERSON_SECTION_EDUCATION:
      return 1u << TY_EXPECTED_EDUCATION;
    case TY_PERSON_SECTION_RESUME:
      return 1u << TY_EXPECTED_RESUME;
    case TY_PERSON_SECTION_FAMILY:
      return 1u << TY_EXPECTED_FAMILY;
    case TY_PERSON_SECTION_BASICS:
      return ~(1u << TY_EXPECTED_EDUCATION | 1u << TY_EXPECTED_RESUME | 1u << TY_EXPECTED_FAMILY);
    case TY_PERSON_SECTION_PROBLEMS:
    case TY_PERSON_SECTION_POSTS:
    case TY_PERSON_SECTION_MANDATES:
    case TY_PERSON_SECTION_POOLS:
    case TY_PERSON_SECTION_GUIDANCE:
    case TY_PERSON_SECTION_STRENGTHS:
    case TY_PERSON_SECTION_NEEDS:
    case TY_PERSON_SECTION_PAIRINGS:
    case TY_PERSON_SECTION_TALKS:
    case TY_PERSON_SECTION_MILESTONES:
    case TY_PERSON_SECTION_REVIEWS:
    case TY_PERSON_SECTION_PAUSES:
    case TY_PERSON_SECTION_WISHES:
    case TY_PERSON_SECTION_EXCLUSIONS:
    case TY_PERSON_SECTION_HONOURS:
    case TY_PERSON_SECTION_PENALTIES:
    case TY_PERSON_SECTION_RESULTS:
    case TY_PERSON_SECTION_APPRAISALS:
    case TY_PERSON_SECTION_TRAINING:
    case TY_PERSON_SECTION_BACKGROUNDS:
    case TY_PERSON_SECTION_OWN:
    case TY_PERSON_SECTION_ATTACHMENTS:
    case TY_PERSON_SECTION_EMPTY:
    case TY_PERSON_SECTION_HISTORY:
    default:
      return 0;
    }
}

/**
 * ty_person_section_is_wide:
 * @section: a section
 *
 * Returns: whether its rows have many columns, or sentences, and so stand where there is more room
 */
gboolean
ty_person_section_is_wide (TyPersonSection section)
{
  return section < TY_PERSON_SECTION_EDUCATION || section == TY_PERSON_SECTION_APPRAISALS
         || section == TY_PERSON_SECTION_TRAINING || section == TY_PERSON_SECTION_TALKS
         || section == TY_PERSON_SECTION_HISTORY;
}

/**
 * ty_person_section_has_card:
 * @section: a section
 * @file: a person’s file
 *
 * Posts and attachments have one without a row too: there people are appointed, and files dropped.
 *
 * Returns: whether it has something to say
 */
gboolean
ty_person_section_has_card (TyPersonSection  section,
                            TyPersonFile    *file)
{
  return section == TY_PERSON_SECTION_POSTS || section == TY_PERSON_SECTION_ATTACHMENTS
         || ty_person_section_count (section, file) > 0 || ty_person_section_is_incomplete (section, file);
}

/**
 * ty_person_section_is_incomplete:
 * @section: a section
 * @file: a person’s file
 *
 * Returns: whether something is missing that should stand there
 */
gboolean
ty_person_section_is_incomplete (TyPersonSection  section,
                                 TyPersonFile    *file)
{
  return (ty_completeness_find (file).missing & get_expected (section)) != 0;
}

/* In the head of the résumé: whether its months go on without a gap and without an overlap. */
static GtkWidget *
make_resume_check (TyPersonFile *file)
{
  GtkWidget *label = gtk_label_new (NULL);
  TyResumeCheck check;
  g_autofree char *range = NULL;
  g_autofree char *text = NULL;

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  if (ty_resume_check_run (file->resume, &check))
    {
      gtk_label_set_label (GTK_LABEL (label), _("✓ no gap, no overlap"));
      gtk_widget_add_css_class (label, "dim-label");
      return label;
    }

  gtk_widget_add_css_class (label, "ty-warn");
  if (ty_date_is_known (check.gap_from))
    {
      range = ty_format_range (check.gap_from, check.gap_until);
      /* Translators: of a résumé: months of which it says nothing */
      text = g_strdup_printf (_("nothing of %s"), range);
    }
  else
    {
      range = ty_format_month (check.overlap);
      /* Translators: of a résumé: the month from which two entries overlap */
      text = g_strdup_printf (_("overlap from %s"), range);
    }
  gtk_label_set_label (GTK_LABEL (label), text);
  return label;
}

/* Of the fields of the county each says for itself how private it is. */
static gboolean
has_masked_own (TyPersonFile *file)
{
  for (guint i = 0; i < file->own_fields->len; i++)
    {
      TyCustomField *field = g_ptr_array_index (file->own_fields, i);

      if (ty_custom_field_get_privacy (field) == TY_PRIVACY_SENSITIVE
          && ty_custom_table_find_value (file->own_values, ty_custom_field_get_key (field)) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * ty_person_section_is_masked:
 * @section: a section
 * @file: a person’s file
 *
 * Returns: whether its rows have something that is masked
 */
gboolean
ty_person_section_is_masked (TyPersonSection  section,
                             TyPersonFile    *file)
{
  if (section == TY_PERSON_SECTION_OWN)
    return has_masked_own (file);

  return sections[section].info != NULL && ty_mask_has_fields (sections[section].info)
         && ty_person_section_count (section, file) > 0;
}

static GtkWidget *
make_show_button (TyPersonSection section)
{
  GtkWidget *button = gtk_button_new_with_label (_("Show"));
  g_autofree char *name = g_strdup_printf (_("Show: %s"), ty_person_section_get_title (section));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "person.reveal-section");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", (guint) section);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* What should stand there is missed; of what need not, it is only said that there is none. */
static GtkWidget *
make_nothing (TyPersonSection section,
              gboolean        missing)
{
  GtkWidget *label = gtk_label_new (missing ? _("not filled in") : _("Nothing has been entered yet."));

  if (section == TY_PERSON_SECTION_ATTACHMENTS)
    gtk_label_set_label (GTK_LABEL (label), _("Drag scans and documents here, or attach them with the button."));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, missing ? "ty-warn" : "dim-label");
  return label;
}

/* One button for each thing that can be entered, instead of a card that only says that there is nothing. */
static GtkWidget *
make_offers (TyPersonFile *file)
{
  GtkWidget *box = ty_wrap_box_new (6);

  for (TyPersonSection i = 0; i < TY_N_PERSON_SECTIONS; i++)
    if (i != TY_PERSON_SECTION_EMPTY && is_empty (i, file))
      {
        GtkWidget *button = gtk_button_new_with_label (ty_person_section_get_title (i));

        gtk_widget_add_css_class (button, "ty-chip-button");
        gtk_widget_set_tooltip_text (button, _(sections[i].add));
        gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "person.add-row");
        gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", (guint) i);
        gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        _(sections[i].add), -1);
        ty_wrap_box_append (TY_WRAP_BOX (box), button);
      }
  return box;
}

static GtkWidget *
make_suffix (TyPersonSection  section,
             TyPersonFile    *file,
             TyRevealed       revealed)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (section == TY_PERSON_SECTION_RESUME && file->resume->len > 0)
    gtk_box_append (GTK_BOX (box), make_resume_check (file));
  if (section == TY_PERSON_SECTION_BASICS)
    gtk_box_append (GTK_BOX (box), make_edit_button ("person.edit", _("Edit the basic information")));
  if (section == TY_PERSON_SECTION_POSTS || section == TY_PERSON_SECTION_POOLS)
    gtk_box_append (GTK_BOX (box), make_posts_button (section));
  if (ty_person_section_is_masked (section, file) && (revealed & TY_REVEALED_SECTION (section)) == 0)
    gtk_box_append (GTK_BOX (box), make_show_button (section));
  if (section == TY_PERSON_SECTION_OWN)
    gtk_box_append (GTK_BOX (box), make_edit_button ("person.edit-own", _("Edit the county’s own data")));
  if (sections[section].add != NULL)
    gtk_box_append (GTK_BOX (box), make_add_button (section));
  return box;
}

/**
 * ty_person_section_build:
 * @section: a section
 * @file: a person's file
 * @revealed: what is shown without a mask
 *
 * Returns: (transfer floating): the section as a card
 */
GtkWidget *
ty_person_section_build (TyPersonSection  section,
                         TyPersonFile    *file,
                         TyRevealed       revealed)
{
  GtkWidget *card = ty_section_new (ty_person_section_get_title (section));
  g_autofree char *caption = NULL;

  ty_section_set_suffix (TY_SECTION (card), make_suffix (section, file, revealed));
  if (ty_person_section_count (section, file) == 0)
    {
      ty_section_set_content (TY_SECTION (card),
                              make_nothing (section, ty_person_section_is_incomplete (section, file)));
      return card;
    }

  if (section == TY_PERSON_SECTION_EMPTY)
    {
      ty_section_set_content (TY_SECTION (card), make_offers (file));
      return card;
    }

  caption = ty_person_card_dup_caption (section, file);
  ty_section_set_content (TY_SECTION (card), ty_person_card_build (section, file, revealed));
  if (caption != NULL)
    g_object_set (card, "caption", caption, NULL);
  return card;
}
