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
  TY_PERSON_SECTION_RESUME,
  TY_PERSON_SECTION_POOLS,
  TY_PERSON_SECTION_GUIDANCE,
  TY_PERSON_SECTION_EDUCATION,
  TY_PERSON_SECTION_FAMILY,
  TY_PERSON_SECTION_HONOURS,
  TY_PERSON_SECTION_RESULTS,
  TY_PERSON_SECTION_BACKGROUNDS,
  TY_PERSON_SECTION_OWN,
  TY_PERSON_SECTION_HISTORY,
} TyPersonSection;

/* Beside the bits of the person’s fields: what the person has in the fields of the county is shown. */
#define TY_PERSON_REVEALED_OWN (1u << 31)

#define TY_N_PERSON_SECTIONS (TY_PERSON_SECTION_HISTORY + 1)

const char         *ty_person_section_get_title     (TyPersonSection  section);
guint               ty_person_section_count         (TyPersonSection  section,
                                                     TyPersonFile    *file);
const TyRecordInfo *ty_person_section_get_info      (TyPersonSection  section);
gboolean            ty_person_section_is_incomplete (TyPersonSection  section,
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
                                                     guint            revealed) G_GNUC_WARN_UNUSED_RESULT;
G_END_DECLS
