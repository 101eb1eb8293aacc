/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-facts.h"

G_BEGIN_DECLS

/**
 * TySubject:
 * @TY_SUBJECT_PEOPLE: people
 * @TY_SUBJECT_VILLAGES: villages and communities
 * @TY_SUBJECT_POSTS: posts held, so that who holds two is counted twice
 *
 * Of what a population is.
 */
typedef enum
{
  TY_SUBJECT_PEOPLE,
  TY_SUBJECT_VILLAGES,
  TY_SUBJECT_POSTS,
} TySubject;

/**
 * TyWho:
 * @TY_WHO_IN_OFFICE: everybody who holds a post in the scope
 * @TY_WHO_SECRETARIES: secretaries of village party organizations; first secretaries and
 *   members of work teams are none
 * @TY_WHO_HEADS: heads of villagers’ and residents’ committees
 * @TY_WHO_MEMBERS: members of the two committees, the secretary among them
 * @TY_WHO_SPECIALISTS: party-building specialists
 * @TY_WHO_DEPARTED: held a post in the scope once, and holds none now
 * @TY_WHO_RESERVES: members of the reserve pool
 * @TY_WHO_MENTORS: members of the mentor pool
 * @TY_WHO_EVERYBODY: everybody whom the file knows, whatever the scope
 * @TY_WHO_VILLAGES: villages and communities
 * @TY_WHO_POSTS: posts held in the scope
 *
 * Who is asked about (chain.md 0, design.md 6).
 */
typedef enum
{
  TY_WHO_IN_OFFICE,
  TY_WHO_SECRETARIES,
  TY_WHO_HEADS,
  TY_WHO_MEMBERS,
  TY_WHO_SPECIALISTS,
  TY_WHO_DEPARTED,
  TY_WHO_RESERVES,
  TY_WHO_MENTORS,
  TY_WHO_EVERYBODY,
  TY_WHO_VILLAGES,
  TY_WHO_POSTS,
} TyWho;

#define TY_N_WHO (TY_WHO_POSTS + 1)

const char *ty_who_to_string   (TyWho        self);
gboolean    ty_who_parse       (const char  *word,
                                TyWho       *who);
TyWho       ty_who_from_string (const char  *word);
char       *ty_who_dup_label   (TyWho        self) G_GNUC_WARN_UNUSED_RESULT;
TySubject   ty_who_get_subject (TyWho        self);
TyFacts     ty_who_get_facts   (TyWho        self);

G_END_DECLS
