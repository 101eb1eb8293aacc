/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-who"

#include "config.h"

#include "ty-who.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *word;
  const char *label;
  TySubject subject;
  TyFacts facts;
} infos[TY_N_WHO] = {
  [TY_WHO_IN_OFFICE] = { "in_office", N_("All in office"), TY_SUBJECT_PEOPLE,
    TY_FACT_IN_OFFICE },
  [TY_WHO_SECRETARIES] = { "secretaries", N_("Secretaries"), TY_SUBJECT_PEOPLE,
    TY_FACT_SECRETARY },
  [TY_WHO_HEADS] = { "heads", N_("Village heads"), TY_SUBJECT_PEOPLE,
    TY_FACT_HEAD },
  [TY_WHO_MEMBERS] = { "members", N_("Members of the two committees"), TY_SUBJECT_PEOPLE,
    TY_FACT_MEMBER },
  [TY_WHO_SPECIALISTS] = { "specialists", N_("Party-building specialists"), TY_SUBJECT_PEOPLE,
    TY_FACT_SPECIALIST },
  [TY_WHO_DEPARTED] = { "departed", N_("Departed cadres"), TY_SUBJECT_PEOPLE,
    TY_FACT_DEPARTED },
  [TY_WHO_RESERVES] = { "reserves", N_("Reserve cadres"), TY_SUBJECT_PEOPLE,
    TY_FACT_RESERVE },
  [TY_WHO_MENTORS] = { "mentors", N_("Mentors"), TY_SUBJECT_PEOPLE,
    TY_FACT_MENTOR },
  [TY_WHO_EVERYBODY] = { "everybody", N_("Everybody in the file"), TY_SUBJECT_PEOPLE, 0 },
  [TY_WHO_VILLAGES] = { "villages", N_("Villages and communities"), TY_SUBJECT_VILLAGES, 0 },
  [TY_WHO_POSTS] = { "posts", N_("Posts held"), TY_SUBJECT_POSTS, 0 },
};

/**
 * ty_who_to_string:
 * @self: who
 *
 * Returns: the word in JSON
 */
const char *
ty_who_to_string (TyWho self)
{
  return infos[self].word;
}

/**
 * ty_who_parse:
 * @word: a word of ty_who_to_string()
 * @who: (out): who it is
 *
 * Returns: whether there is such a word
 */
gboolean
ty_who_parse (const char *word,
              TyWho      *who)
{
  for (guint i = 0; i < TY_N_WHO; i++)
    if (strcmp (infos[i].word, word) == 0)
      {
        *who = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ty_who_from_string:
 * @word: a word of ty_who_to_string()
 *
 * Returns: who it is; all in office for another word
 */
TyWho
ty_who_from_string (const char *word)
{
  TyWho who = TY_WHO_IN_OFFICE;

  ty_who_parse (word, &who);
  return who;
}

/**
 * ty_who_dup_label:
 * @self: who
 *
 * Returns: (transfer full): the name in the user's language
 */
char *
ty_who_dup_label (TyWho self)
{
  return g_strdup (_(infos[self].label));
}

/**
 * ty_who_get_subject:
 * @self: who
 *
 * Returns: whether it is people, villages, or rows of a kind
 */
TySubject
ty_who_get_subject (TyWho self)
{
  return infos[self].subject;
}

/**
 * ty_who_get_facts:
 * @self: people
 *
 * Returns: the fact that makes somebody one of them, or 0 where everybody is
 */
TyFacts
ty_who_get_facts (TyWho self)
{
  return infos[self].facts;
}
