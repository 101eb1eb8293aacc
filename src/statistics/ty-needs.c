/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-needs"

#include "config.h"

#include "ty-needs.h"

#include "ty-decimal.h"
#include "ty-period.h"
#include "ty-view-private.h"

#define KEPT "needs"

typedef struct
{
  gint64 id;
  const char *word;    /* interned: the key as text, as pairings name it */
  const char *level;   /* (nullable): interned */
  guint wanted;        /* kinds, a bit each */
  guint thresholds[TY_N_NEED_KINDS];
} Programme;

/**
 * TyNeeds:
 *
 * The programmes of mentoring that run on the date of a view, with their rules: who needs a mentor follows from
 * them, and from what was added or waived by hand, whenever it is asked.
 */
struct _TyNeeds
{
  GArray *programmes; /* (owned) (element-type Programme) */
  guint32 facts;
};

static void
needs_free (gpointer data)
{
  TyNeeds *self = data;

  g_array_unref (self->programmes);
  g_free (self);
}

static void
read_kinds (TyMarks   *marks,
            Programme *programme)
{
  guint n;
  const TyMarkRow *rows = ty_marks_find (marks, TY_MARK_PROGRAMME_NEED, programme->id, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 threshold = rows[i].number / TY_DECIMAL_ONE;
      TyNeedKind kind;

      if (!ty_need_kind_parse (rows[i].key, &kind))
        continue;
      programme->wanted |= 1u << kind;
      programme->thresholds[kind] = threshold > 0 ? (guint) MIN (threshold, G_MAXINT)
                                                  : ty_need_rule_get_usual (kind);
    }
}

static TyNeeds *
make_needs (TyView *view)
{
  TyNeeds *self = g_new0 (TyNeeds, 1);
  TyMarks *marks = ty_columns_get_marks (ty_view_get_columns (view));
  GArray *rows = ty_marks_get_rows (marks, TY_MARK_PROGRAMME_LEVEL);

  self->programmes = g_array_new (FALSE, FALSE, sizeof (Programme));
  for (guint i = 0; i < rows->len; i++)
    {
      const TyMarkRow *row = &g_array_index (rows, TyMarkRow, i);
      g_autofree char *word = g_strdup_printf ("%" G_GINT64_FORMAT, row->owner);
      Programme programme = { .id = row->owner, .level = row->key };

      if (!ty_period_contains ((TyPeriod){ row->from, row->until }, ty_view_get_as_of (view)))
        continue;
      programme.word = g_intern_string (word);
      read_kinds (marks, &programme);
      if (programme.wanted != 0)
        g_array_append_val (self->programmes, programme);
    }
  return self;
}

/**
 * ty_needs_get:
 * @view: a date and a scope
 *
 * Returns: (transfer none): the programmes of that date. The view keeps them
 */
const TyNeeds *
ty_needs_get (TyView *view)
{
  const TyNeeds *kept = ty_view_get_kept (view, KEPT);

  if (kept != NULL)
    return kept;

  ty_view_keep (view, KEPT, make_needs (view), needs_free);
  return ty_view_get_kept (view, KEPT);
}

static gboolean
is_asked (const Programme *programme,
          const TyNeedAsk *ask)
{
  return (ask->programme == 0 || programme->id == ask->programme)
         && (ask->level == NULL || programme->level == ask->level);
}

/**
 * ty_needs_get_facts:
 * @self: programmes
 * @ask: of which it is asked
 *
 * Returns: what whoever needs a mentor is, unless it was added by hand: a quick look before ty_needs_judge()
 */
guint32
ty_needs_get_facts (const TyNeeds   *self,
                    const TyNeedAsk *ask)
{
  guint32 facts = 0;

  for (guint i = 0; i < self->programmes->len; i++)
    {
      const Programme *programme = &g_array_index (self->programmes, Programme, i);

      for (TyNeedKind kind = 0; is_asked (programme, ask) && kind < TY_N_NEED_KINDS; kind++)
        if ((programme->wanted & (1u << kind)) != 0)
          facts |= ty_need_rule_get_fact (kind);
    }
  return facts;
}

/* What somebody added or waived for the person, in force on the date. */
static void
find_by_hand (TyView *view,
              gint64  person,
              guint  *added,
              guint  *waived)
{
  guint n;
  const TyMarkRow *rows = ty_marks_find (ty_columns_get_marks (ty_view_get_columns (view)), TY_MARK_NEED, person,
                                         &n);

  *added = *waived = 0;
  for (guint i = 0; i < n; i++)
    {
      TyNeedKind kind;

      if (!ty_period_contains ((TyPeriod){ rows[i].from, rows[i].until }, ty_view_get_as_of (view))
          || !ty_need_kind_parse (rows[i].key, &kind))
        continue;
      if (rows[i].number != 0)
        *waived |= 1u << kind;
      else
        *added |= 1u << kind;
    }
}

/* Who has a mentor in the programme: one that was agreed and has not ended, whatever end was planned. */
static gboolean
has_mentor (TyView          *view,
            gint64           person,
            const Programme *programme)
{
  guint n;
  const TyMarkRow *rows = ty_marks_find (ty_columns_get_marks (ty_view_get_columns (view)), TY_MARK_PAIRED_IN,
                                         person, &n);

  for (guint i = 0; i < n; i++)
    if (rows[i].key == programme->word
        && ty_period_contains ((TyPeriod){ rows[i].from, rows[i].until }, ty_view_get_as_of (view)))
      return TRUE;

  return FALSE;
}

/* Whether somebody holds or held anything there: who belongs to one unit alone is counted in it without a look at the
 * holdings, and must be the same. */
static gboolean
belongs (TyView        *view,
         const TyChunk *chunk,
         guint          index,
         TyGroups       groups)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM);

  for (guint i = first[index]; i < first[index + 1]; i++)
    if (from[i] <= ty_view_get_day (view) && ty_view_is_in_scope (view, unit[i], groups))
      return TRUE;

  return FALSE;
}

static guint
find_kinds (TyView          *view,
            const TyChunk   *chunk,
            guint            index,
            TyGroups         groups,
            const Programme *programme,
            guint            waived)
{
  guint kinds = 0;

  for (TyNeedKind kind = 0; kind < TY_N_NEED_KINDS; kind++)
    if ((programme->wanted & ~waived & (1u << kind)) != 0
        && ty_need_rule_applies (view, chunk, index, kind, programme->thresholds[kind], groups, NULL))
      kinds |= 1u << kind;
  return kinds;
}

/**
 * ty_needs_judge:
 * @self: programmes
 * @view: the date and the scope of which they are
 * @chunk: a chunk of its generation
 * @index: one of its people
 * @groups: to what the scope is narrowed
 * @ask: of which programmes it is asked
 *
 * Returns: for what the person needs a mentor, and for what none was given yet
 */
TyNeedMark
ty_needs_judge (const TyNeeds   *self,
                TyView          *view,
                const TyChunk   *chunk,
                guint            index,
                TyGroups         groups,
                const TyNeedAsk *ask)
{
  gint64 person = TY_CHUNK_PEOPLE_FIELD (chunk, gint64, TY_PEOPLE_ID)[index];
  TyNeedMark mark = { 0, 0 };
  guint added, waived;

  find_by_hand (view, person, &added, &waived);
  /* What is added holds everywhere, or where the person has anything to do with the units. */
  if (added != 0 && (ty_view_get_scope (view) != 0 || groups.groups != NULL) && !belongs (view, chunk, index, groups))
    added = 0;
  for (guint i = 0; i < self->programmes->len; i++)
    {
      const Programme *programme = &g_array_index (self->programmes, Programme, i);
      guint kinds;

      if (!is_asked (programme, ask))
        continue;
      kinds = find_kinds (view, chunk, index, groups, programme, waived) | (added & programme->wanted);
      mark.kinds |= kinds;
      if (kinds != 0 && !has_mentor (view, person, programme))
        mark.waiting |= kinds;
    }
  return mark;
}
