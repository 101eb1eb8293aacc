/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TyRosterStudy:
 * @mode: (nullable): key of the mode
 * @level: (nullable): ZB64 key, where the word is known
 * @outcome: (nullable): key of the outcome
 * @text: (owned) (nullable): the word as written, where it is not known
 * @school: (owned) (nullable): school and subject
 */
typedef struct
{
  const char *mode;
  const char *level;
  const char *outcome;
  char *text;
  char *school;
} TyRosterStudy;

void ty_roster_study_free            (gpointer   data);
void ty_roster_studies_drop_repeated (GPtrArray *studies,
                                      gboolean   only_full_time);
void ty_roster_studies_take_school   (GPtrArray *studies,
                                      char      *school);

G_END_DECLS
