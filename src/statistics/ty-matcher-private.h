/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-matcher.h"
#include "ty-population-private.h"

G_BEGIN_DECLS

/**
 * TyPartYears:
 * @func: (nullable): by posts: the years of one person in a scope, -1 = not known
 * @field: without @func: the field of people with the day since which they count
 * @facts: who has none of these facts has no years; 0 = none asked for
 * @first: how many days before the last day of the month the youngest began, at least
 * @end: how many days before it the oldest began, and one more
 * @least: the fewest years that pass
 * @most: the most
 * @ranks: (owned) (nullable): of ty_main_post_dup_ranks()
 *
 * A test of years, made ready to be asked: by a day that is a field of people, or by posts.
 */
typedef struct _TyPartYears TyPartYears;

/**
 * TyPart:
 * @node: what it is
 * @number: where its words are
 * @view: (owned): the date and the scope in which it is asked
 * @facts: of who it is or of the condition; 0 = none asked for
 * @by_age: whether an age is asked for
 * @limit: of the age, in days
 * @scale: (owned) (nullable): of a value
 * @value: its number
 * @unknown: no such value: nobody has it
 * @rows: (unowned) (nullable): rows of people, of the population
 * @years: (owned) (nullable): of a test of years
 * @scoped: whether it can only be true of who holds or held something in the scope that is set
 * @fixed: whether it is asked in a scope of its own, whatever scope is set
 * @narrow: (unowned) (nullable): by number of the unit: 1 in the units to which the scope is narrowed
 *   where it is asked; of a part that narrows it: for those below it
 * @own_narrow: (owned) (nullable): the same, where it is this part that makes it
 * @list: (unowned) (nullable): of a named list; its view keeps it
 * @groups: (owned) (nullable): by number of the unit: its group, where those below it are asked in
 *   groups too
 * @a: (owned) (nullable): below it
 * @b: (owned) (nullable): below it
 *
 * What a node of a population needs on its date in its scope.
 */
typedef struct _TyPart TyPart;

struct _TyPartYears
{
  int (*func) (const TyPart  *part,
               const TyChunk *chunk,
               guint          index,
               TyGroups       groups);
  guint field;
  guint32 facts;
  guint32 first;
  guint32 end;
  int least;
  int most;
  guint32 *ranks;
};

struct _TyPart
{
  TyNode node;
  guint number;
  TyView *view;
  guint32 facts;
  gboolean by_age;
  guint32 limit;
  TyScale *scale;
  guint value;
  gboolean unknown;
  const TyBitmap *rows;
  TyPartYears *years;
  gboolean scoped;
  gboolean fixed;
  const guint32 *narrow;
  guint32 *own_narrow;
  const TyNamedList *list;
  guint32 *groups;
  TyPart *a;
  TyPart *b;
};

/**
 * TyMatcher:
 *
 * A population on a date in a scope, made ready to be asked: of a chunk of people at once, or of one
 * person in a narrower scope, of a village, of a post.
 */
struct _TyMatcher
{
  TyView *view;      /* (owned) */
  TyPart *root;      /* (owned) */
  TySubject subject;
  guint n_parts;
  GArray *bases;     /* (owned) (element-type guint32): where the posts of each chunk begin; one more */
};

/* What one thread needs while it asks. */
struct _TyMatcherRoom
{
  guint64 *words;   /* (owned): %TY_MATCHER_WORDS of each part */
  guint32 *values;  /* (owned) (nullable): of the people of a chunk, once values are asked for */
};

TyPart   *ty_part_new          (TyPopulation      *population,
                                TyView            *outer,
                                TyViews           *views,
                                guint             *n_parts) G_GNUC_WARN_UNUSED_RESULT;
void      ty_part_free         (TyPart            *self);

/* ty-matcher-years.c */
TyPartYears *ty_part_years_new (const TyFilterTest *test,
                                TyView             *view) G_GNUC_WARN_UNUSED_RESULT;
void      ty_part_years_free   (TyPartYears       *self);
void      ty_part_years_mark   (const TyPart      *part,
                                guint              number,
                                const TyChunk     *chunk,
                                guint64           *words);
gboolean  ty_part_years_pass   (const TyPart      *part,
                                const TyChunk     *chunk,
                                guint              index,
                                TyGroups           groups);
void      ty_part_pack         (guint64           *words,
                                const guint8      *flags,
                                guint              n);
void      ty_part_set_groups   (TyPart            *self,
                                const TyDimension *dimension,
                                TyScale           *scale);
gboolean  ty_part_is_dated     (const TyPart      *self);
gboolean  ty_part_matches_unit (const TyPart      *self,
                                guint32            unit);
gboolean  ty_part_matches_post (const TyPart      *self,
                                const TyChunk     *chunk,
                                guint              holding);

G_END_DECLS
