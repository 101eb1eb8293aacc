/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-office-person.h"

G_BEGIN_DECLS

/**
 * TyPersonSection:
 *
 * The sections of a person's page, in the order of its index.
 */
typedef enum
{
  TY_PERSON_SECTION_PROBLEMS,
  TY_PERSON_SECTION_BASICS,
  TY_PERSON_SECTION_POSTS,
  TY_PERSON_SECTION_MANDATES,
  TY_PERSON_SECTION_RESUME,
  TY_PERSON_SECTION_EDUCATION,
  TY_PERSON_SECTION_FAMILY,
  TY_PERSON_SECTION_HONOURS,
  TY_PERSON_SECTION_PENALTIES,
  TY_PERSON_SECTION_RESULTS,
  TY_PERSON_SECTION_APPRAISALS,
  TY_PERSON_SECTION_TRAINING,
  TY_PERSON_SECTION_POOLS,
  TY_PERSON_SECTION_GUIDANCE,
  TY_PERSON_SECTION_STRENGTHS,
  TY_PERSON_SECTION_NEEDS,
  TY_PERSON_SECTION_PAIRINGS,
  TY_PERSON_SECTION_TALKS,
  TY_PERSON_SECTION_MILESTONES,
  TY_PERSON_SECTION_REVIEWS,
  TY_PERSON_SECTION_PAUSES,
  TY_PERSON_SECTION_WISHES,
  TY_PERSON_SECTION_EXCLUSIONS,
  TY_PERSON_SECTION_BACKGROUNDS,
  TY_PERSON_SECTION_OWN,
  TY_PERSON_SECTION_ATTACHMENTS,
  TY_PERSON_SECTION_EMPTY, /* all that can be entered and has no row yet */
  TY_PERSON_SECTION_HISTORY,
} TyPersonSection;

#define TY_N_PERSON_SECTIONS (TY_PERSON_SECTION_HISTORY + 1)

/**
 * TyRevealed:
 *
 * What is shown without a mask for as long as the page is open: bits of the person’s own fields and of the
 * sections whose rows have such fields.
 */
typedef guint64 TyRevealed;

#define TY_REVEALED_FIELD(field) (G_GUINT64_CONSTANT (1) << (field))
#define TY_REVEALED_SECTION(section) (G_GUINT64_CONSTANT (1) << (32 + (section)))

const char         *ty_person_section_get_title     (TyPersonSection  section);
guint               ty_person_section_count         (TyPersonSection  section,
                                                     TyPersonFile    *file);
const TyRecordInfo *ty_person_section_get_info      (TyPersonSection  section);
const char         *ty_person_section_get_linked_name (TyPersonSection section,
                                                     TyPersonFile    *file,
                                                     guint            index,
                                                     guint            field);
gboolean            ty_person_section_is_offered    (TyPersonSection  section,
                                                     TyPersonFile    *file);
gboolean            ty_person_section_is_wide       (TyPersonSection  section);
gboolean            ty_person_section_has_card      (TyPersonSection  section,
                                                     TyPersonFile    *file);
gboolean            ty_person_section_is_incomplete (TyPersonSection  section,
                                                     TyPersonFile    *file);
gboolean            ty_person_section_is_masked     (TyPersonSection  section,
                                                     TyPersonFile    *file);
const char         *ty_person_section_get_edit_label (TyPersonSection section);
TyRecord           *ty_person_section_get_row       (TyPersonSection  section,
                                                     TyPersonFile    *file,
                                                     guint            index);
const char         *ty_person_section_get_unit_name (TyPersonSection  section,
                                                     TyPersonFile    *file,
                                                     guint            index);
GtkWidget          *ty_person_section_build         (TyPersonSection  section,
                                                     TyPersonFile    *file,
                                                     TyRevealed       revealed) G_GNUC_WARN_UNUSED_RESULT;
G_END_DECLS
