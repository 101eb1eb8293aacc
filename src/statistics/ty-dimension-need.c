/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dimension"

#include "config.h"

#include "ty-dimension-need.h"

#include "ty-code-list.h"
#include "ty-needs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* By who needs a mentor by the rules of the programmes that run on the date, and who has one:
 *
 *   need                for what: each person has any number of kinds
 *   coverage            of all programmes: served where each that asks has given one, waiting where one has not
 *   coverage:county     of those of one level
 *   coverage:12         of one programme
 *
 * What one needs follows from the scope: who needs somebody as secretary of one township does not as a reserve of
 * another. A dimension by word is made when it is first asked for and is never freed, as those of the table are. */

#define PREFIX TY_DIMENSION_NEED_PREFIX

enum
{
  COVERAGE_SERVED = 1,
  COVERAGE_WAITING,
};

typedef struct
{
  TyDimension dimension; /* comes first */
  char *key;
  TyNeedAsk ask;
} CoverageDimension;

static GMutex mutex;
static GHashTable *dimensions; /* key to CoverageDimension; guarded by the mutex */
static GHashTable *names;      /* key of a programme to what it is called; guarded by the mutex */

static const TyNeedAsk *
get_ask (const TyScale *scale)
{
  static const TyNeedAsk all = { 0, NULL };
  const TyDimension *dimension = scale->dimension;

  return g_str_has_prefix (dimension->key, PREFIX) ? &((const CoverageDimension *) dimension)->ask : &all;
}

static TyNeedMark
judge (const TyScale *scale,
       TyView        *view,
       const TyChunk *chunk,
       guint          index,
       TyGroups       groups)
{
  return ty_needs_judge (ty_needs_get (view), view, chunk, index, groups, get_ask (scale));
}

static guint32
find_need (const TyScale *scale,
           TyView        *view,
           const TyChunk *chunk,
           guint          index,
           TyGroups       groups)
{
  return judge (scale, view, chunk, index, groups).kinds;
}

static guint32
find_coverage (const TyScale *scale,
               TyView        *view,
               const TyChunk *chunk,
               guint          index,
               TyGroups       groups)
{
  TyNeedMark mark = judge (scale, view, chunk, index, groups);

  return mark.kinds == 0 ? TY_SCALE_NONE : mark.waiting != 0 ? COVERAGE_WAITING : COVERAGE_SERVED;
}

static gboolean
is_by_hand (TyView *view)
{
  return ty_marks_get_rows (ty_columns_get_marks (ty_view_get_columns (view)), TY_MARK_NEED)->len > 0;
}

/* Rules ask of what somebody is in the scope; what was added by hand is looked at person by person. */
static gboolean
is_scoped (const TyScale *scale,
           TyView        *view)
{
  return !is_by_hand (view)
         && (ty_needs_get_facts (ty_needs_get (view), get_ask (scale)) & ~TY_FACTS_OF_SCOPE) == 0;
}

/* Most people are nobody whom a rule asks about. */
static void
fill (const TyScale *scale,
      TyView        *view,
      guint          chunk,
      guint32       *values)
{
  const TyChunk *people = ty_columns_get_chunk (ty_view_get_columns (view), chunk);
  guint32 asked = ty_needs_get_facts (ty_needs_get (view), get_ask (scale));
  gboolean by_hand = is_by_hand (view);
  const guint32 *facts;

  memset (values, 0, ty_chunk_get_n (people) * sizeof *values);
  if (asked == 0)
    return;
  facts = ty_view_get_facts (view, chunk);
  for (guint i = 0; i < ty_chunk_get_n (people); i++)
    if ((facts[i] & asked) != 0 || by_hand)
      values[i] = scale->find (scale, view, people, i, (TyGroups){ NULL, 0 });
}

void
ty_dimension_make_need (TyScale *scale,
                        TyView  *view)
{
  TyCodeList *list = ty_code_list_get_shipped ("need_kind");

  scale->kind = TY_SCALE_MARKS;
  scale->fill = fill;
  scale->find = find_need;
  scale->scoped = is_scoped (scale, view);
  for (TyNeedKind kind = 0; kind < TY_N_NEED_KINDS; kind++)
    {
      const char *key = ty_need_kind_to_string (kind);

      ty_scale_add (scale, key, ty_code_get_label (ty_code_list_lookup (list, key)));
    }
}

void
ty_dimension_make_coverage (TyScale *scale,
                            TyView  *view)
{
  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill;
  scale->find = find_coverage;
  scale->scoped = is_scoped (scale, view);
  /* Translators: of who needs a mentor */
  ty_scale_add (scale, "served", C_("coverage", "Has a mentor"));
  ty_scale_add (scale, "waiting", C_("coverage", "Waits for one"));
}

static gboolean
parse_ask (const char *word,
           TyNeedAsk  *ask)
{
  TyCodeList *levels = ty_code_list_get_shipped ("unit_level");

  *ask = (TyNeedAsk){ 0, NULL };
  if (ty_code_list_lookup (levels, word) != NULL)
    {
      ask->level = g_intern_string (word);
      return TRUE;
    }
  return g_ascii_string_to_signed (word, 10, 1, G_MAXINT64, &ask->programme, NULL);
}

/**
 * ty_dimension_need_find:
 * @key: a word
 *
 * Returns: (transfer none) (nullable): the dimension; %NULL where the word is of no coverage of a level or a
 *   programme. Whether a file has the programme, only its columns know: where it has not, nobody needs anybody
 */
const TyDimension *
ty_dimension_need_find (const char *key)
{
  g_autoptr(GMutexLocker) locker = NULL;
  CoverageDimension *self;
  TyNeedAsk ask;

  if (!g_str_has_prefix (key, PREFIX))
    return NULL;

  locker = g_mutex_locker_new (&mutex);
  if (dimensions == NULL)
    dimensions = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (dimensions, key);
  if (self != NULL)
    return &self->dimension;
  if (!parse_ask (key + strlen (PREFIX), &ask))
    return NULL;

  self = g_new0 (CoverageDimension, 1);
  self->key = g_strdup (key);
  self->ask = ask;
  self->dimension = (TyDimension){ self->key, N_("Coverage by mentors"), FALSE, FALSE,
                                   ty_dimension_make_coverage, FALSE };
  g_hash_table_insert (dimensions, self->key, self);
  return &self->dimension;
}

/**
 * ty_dimension_need_set_name:
 * @programme: key of a programme
 * @name: (nullable): what it is called
 *
 * Notes it: labels of dimensions are asked for where no file is at hand.
 */
void
ty_dimension_need_set_name (gint64      programme,
                            const char *name)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (names == NULL)
    names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_hash_table_replace (names, g_memdup2 (&programme, sizeof programme), g_strdup (name));
}

/**
 * ty_dimension_need_dup_label:
 * @self: a dimension of ty_dimension_need_find()
 *
 * Returns: (transfer full): its name in the user’s language: of which programme or level it is
 */
char *
ty_dimension_need_dup_label (const TyDimension *self)
{
  const CoverageDimension *coverage = (const CoverageDimension *) self;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  const char *of = names != NULL ? g_hash_table_lookup (names, &coverage->ask.programme) : NULL;

  if (coverage->ask.level != NULL)
    of = ty_code_get_label (ty_code_list_lookup (ty_code_list_get_shipped ("unit_level"), coverage->ask.level));
  /* Translators: of a programme of mentoring, or of the programmes of a level */
  return of != NULL ? g_strdup_printf (_("Coverage by mentors (%s)"), of) : g_strdup (_(self->label));
}
