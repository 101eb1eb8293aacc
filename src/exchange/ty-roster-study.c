/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-study"

#include "config.h"

#include "ty-roster-study.h"

#include <string.h>

void
ty_roster_study_free (gpointer data)
{
  TyRosterStudy *study = data;

  g_free (study->text);
  g_free (study->school);
  g_free (study);
}

/* The lower the key of ZB64, the higher the education; what is not known comes last. */
static int
compare_studies (const TyRosterStudy *a,
                 const TyRosterStudy *b)
{
  if (a->level == NULL || b->level == NULL)
    return (a->level == NULL) - (b->level == NULL);

  return strcmp (a->level, b->level);
}

/**
 * ty_roster_studies_drop_repeated:
 * @studies: (element-type TyRosterStudy): those of the full-time and in-service columns, and last that of a
 *   plain column
 *
 * @only_full_time: whether the roster has no column for what was learned in service
 *
 * 学历 beside 全日制 and 在职 columns mostly says one of these once more, and is dropped. Where it says something
 * else, it is a study of its own: a higher one than the highest of a full-time school was made in service.
 */
void
ty_roster_studies_drop_repeated (GPtrArray *studies,
                                 gboolean   only_full_time)
{
  TyRosterStudy *last = g_ptr_array_index (studies, studies->len - 1);

  for (guint i = 0; i + 1 < studies->len; i++)
    {
      TyRosterStudy *study = g_ptr_array_index (studies, i);

      if (g_strcmp0 (study->level, last->level) != 0 || g_strcmp0 (study->text, last->text) != 0)
        continue;
      if (study->outcome == NULL)
        study->outcome = last->outcome;
      g_ptr_array_remove_index (studies, studies->len - 1);
      return;
    }
  if (only_full_time && last->mode == NULL && last->level != NULL
      && compare_studies (last, g_ptr_array_index (studies, 0)) < 0)
    last->mode = "inservice";
}

/**
 * ty_roster_studies_take_school:
 * @studies: (element-type TyRosterStudy): all studies of a row
 * @school: (transfer full) (nullable): what a column of schools says
 *
 * A school column of its own belongs to the highest education; of equal ones to the later.
 */
void
ty_roster_studies_take_school (GPtrArray *studies,
                               char      *school)
{
  g_autofree char *owned = school;
  TyRosterStudy *highest = NULL;

  for (guint i = 0; i < studies->len; i++)
    {
      TyRosterStudy *study = g_ptr_array_index (studies, i);

      if (highest == NULL || compare_studies (study, highest) <= 0)
        highest = study;
    }
  if (highest != NULL && highest->school == NULL)
    highest->school = g_steal_pointer (&owned);
}
