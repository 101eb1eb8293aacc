/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-tag"

#include "config.h"

#include "ty-person-tag.h"

#include "ty-words.h"

#include <glib/gi18n-lib.h>

#define NEW_DAYS 366  /* so long a post is new */
#define NEAR_YEARS 1  /* so long before the age limit it is told */

/* Tags that follow from a fact alone; ages and the time in a post are looked at by themselves. The
 * looks are classes of the style sheet. */
static const struct
{
  const char *label;
  const char *look;
  TyFacts facts;
} infos[TY_N_PERSON_TAGS] = {
  [TY_PERSON_TAG_OVER_AGE] = { NC_("tag of a person", "Over age"), "warn", 0 },
  [TY_PERSON_TAG_NEAR_AGE] = { NC_("tag of a person", "Near age limit"), "warn", 0 },
  [TY_PERSON_TAG_DUAL_ROLE] = { NC_("tag of a person", "Dual role"), "accent", TY_FACT_DUAL_ROLE },
  [TY_PERSON_TAG_SECRETARY] = { NC_("tag of a person", "Secretary"), "accent", TY_FACT_SECRETARY },
  [TY_PERSON_TAG_HEAD] = { NC_("tag of a person", "Head"), "accent", TY_FACT_HEAD },
  [TY_PERSON_TAG_NEW] = { NC_("tag of a person", "New"), "accent", 0 },
  [TY_PERSON_TAG_SPECIALIST] = { NC_("tag of a person", "Specialist"), "neutral",
                                 TY_FACT_SPECIALIST },
  [TY_PERSON_TAG_MENTOR] = { NC_("tag of a person", "Mentor"), "neutral", TY_FACT_MENTOR },
  [TY_PERSON_TAG_DEPARTED] = { NC_("tag of a person", "Departed"), "neutral", TY_FACT_DEPARTED },
  [TY_PERSON_TAG_RESERVE] = { NC_("tag of a person", "Reserve"), "outline", TY_FACT_RESERVE },
  [TY_PERSON_TAG_FROM_RESERVES] = { NC_("tag of a person", "From reserves"), "outline",
                                    TY_FACT_FROM_RESERVES },
  [TY_PERSON_TAG_RETURNED_HOME] = { NC_("tag of a person", "Returned home"), "outline",
                                    TY_FACT_RETURNED_HOME },
  [TY_PERSON_TAG_DISPATCHED] = { NC_("tag of a person", "Dispatched"), "outline",
                                 TY_FACT_DISPATCHED },
};

/**
 * ty_person_tag_get_label:
 * @self: a tag
 *
 * Returns: (transfer none): its word in the user’s language
 */
const char *
ty_person_tag_get_label (TyPersonTag self)
{
  g_return_val_if_fail ((guint) self < TY_N_PERSON_TAGS, NULL);

  return g_dpgettext2 (NULL, "tag of a person", infos[self].label);
}

/**
 * ty_person_tag_get_look:
 * @self: a tag
 *
 * Returns: (transfer none): how it looks, as the style sheet calls it: `warn`, `accent`, `neutral`,
 *   `outline`
 */
const char *
ty_person_tag_get_look (TyPersonTag self)
{
  g_return_val_if_fail ((guint) self < TY_N_PERSON_TAGS, NULL);

  return infos[self].look;
}

static TyPersonTags
find_age (TyView        *view,
          const TyChunk *chunk,
          guint          index)
{
  int limit = ty_county_rules_get_age_limit (ty_columns_get_rules (ty_view_get_columns (view)));
  int age = ty_view_get_age (view, TY_CHUNK_PEOPLE_FIELD (chunk, gint32, TY_PEOPLE_BIRTH)[index]);

  if (age > limit)
    return TY_PERSON_TAG_BIT (TY_PERSON_TAG_OVER_AGE);
  return age >= limit - NEAR_YEARS && age >= 0 ? TY_PERSON_TAG_BIT (TY_PERSON_TAG_NEAR_AGE) : 0;
}

/* Whether every post that is held began not long ago; one of which nobody knows when did not. */
static gboolean
is_new (TyView        *view,
        const TyChunk *chunk,
        guint          index)
{
  const guint32 *firsts = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  gint64 day = ty_view_get_day (view);
  gboolean held = FALSE;

  for (guint i = firsts[index]; i < firsts[index + 1]; i++)
    {
      if (!ty_view_is_held (view, chunk, i)
          || (ty_view_get_post_facts (view, post[i]) & TY_FACT_ANYWHERE) == 0)
        continue;
      if (day - from[i] >= NEW_DAYS)
        return FALSE;
      held = TRUE;
    }
  return held;
}

static TyPersonTags
find_facts (guint32 facts)
{
  TyPersonTags tags = 0;

  for (guint i = 0; i < TY_N_PERSON_TAGS; i++)
    if (infos[i].facts != 0 && (facts & infos[i].facts) != 0)
      tags |= TY_PERSON_TAG_BIT (i);

  /* Who is both is not said to be either. */
  if ((facts & TY_FACT_DUAL_ROLE) != 0)
    tags &= ~(TY_PERSON_TAG_BIT (TY_PERSON_TAG_SECRETARY) | TY_PERSON_TAG_BIT (TY_PERSON_TAG_HEAD));
  return tags;
}

/**
 * ty_person_tags_find:
 * @view: everybody on the date, in the whole county
 * @person: key of a person
 *
 * Tells what a person is by the facts from which all figures are counted. The age limit is that of the
 * county, and is told of those only who hold a post.
 *
 * Returns: the tags; none for one whom the file does not know
 */
TyPersonTags
ty_person_tags_find (TyView *view,
                     gint64  person)
{
  const TyChunk *chunk;
  TyPersonTags tags;
  guint32 row, facts;
  guint index;

  g_return_val_if_fail (view != NULL, 0);

  if (!ty_columns_find_person (ty_view_get_columns (view), person, &row))
    return 0;

  chunk = ty_columns_get_chunk (ty_view_get_columns (view), row >> TY_CHUNK_SHIFT);
  index = row & (TY_CHUNK_PEOPLE - 1);
  facts = ty_view_get_facts (view, row >> TY_CHUNK_SHIFT)[index];
  tags = find_facts (facts);
  if ((facts & TY_FACT_ANYWHERE) == 0)
    return tags;

  if (is_new (view, chunk, index))
    tags |= TY_PERSON_TAG_BIT (TY_PERSON_TAG_NEW);
  return tags | find_age (view, chunk, index);
}

/**
 * ty_person_tags_dup_text:
 * @self: tags
 *
 * Returns: (transfer full): their words in the user’s language, in order; empty for none
 */
char *
ty_person_tags_dup_text (TyPersonTags self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < TY_N_PERSON_TAGS; i++)
    if ((self & TY_PERSON_TAG_BIT (i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ty_words_get_separator () : "",
                              ty_person_tag_get_label (i));
  return g_string_free (text, FALSE);
}
