/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-units"

#include "config.h"

#include "ty-roster-units.h"

#include "ty-parsed-post.h"
#include "ty-table.h"
#include "ty-text.h"
#include "ty-unit-table.h"

#include <string.h>

/**
 * TyRosterUnits:
 *
 * The townships and villages that a roster names, found by township and name, or made. A new one
 * has no code: an invented one would be worse.
 */
struct _TyRosterUnits
{
  TyStore *store;          /* (unowned) */
  TyImportReport *report;  /* (unowned) */
  GPtrArray *states;       /* (owned): of TyUnitState, in force on the date of the roster */
  GHashTable *by_name;     /* (owned): parent and folded name to a state */
  GHashTable *by_key;      /* (owned): key to a state */
  GHashTable *met;         /* (owned): township and village as the roster writes them to the state of the village */
  GHashTable *expected;    /* (owned): folded township and village to an Expected */
  GHashTable *listed;      /* (owned): keys of the villages of the roster */
  GArray *covered;         /* (owned): keys of the townships of the roster */
  char *county_name;       /* (owned) */
  gint64 county;
  gint64 next_position;
};

/* A village of which the roster has a row. */
typedef struct
{
  char *township;
  char *village;
  gboolean is_community;
} Expected;

static const char *const village_ends[] = { "村民委员会", "居民委员会", "村委会", "居委会", "社区", "村" };

static void
expected_free (gpointer data)
{
  Expected *self = data;

  g_free (self->township);
  g_free (self->village);
  g_free (self);
}

static gint64
get_unit (TyRecord *state)
{
  return ty_record_get_integer (state, TY_UNIT_STATE_UNIT);
}

static char *
dup_key (gint64      parent,
         const char *name)
{
  g_autofree char *folded = ty_text_fold (name);

  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s", parent, folded);
}

/* The folded name without 村 or 社区, for a roster that leaves it out or writes 村委会. */
static char *
dup_short_name (const char *name)
{
  g_autofree char *folded = ty_text_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (village_ends); i++)
    if (g_str_has_suffix (folded, village_ends[i]) && strlen (folded) > strlen (village_ends[i]))
      return g_strndup (folded, strlen (folded) - strlen (village_ends[i]));

  return g_steal_pointer (&folded);
}

/* What follows the county's name in 石城县云岭镇. */
static const char *
skip_county (TyRosterUnits *self,
             const char    *name)
{
  glong length = g_utf8_strlen (self->county_name, -1);
  g_autofree char *start = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *county = NULL;

  if (g_utf8_strlen (name, -1) <= length)
    return name;
  start = g_utf8_substring (name, 0, length);
  folded = ty_text_fold (start);
  county = ty_text_fold (self->county_name);
  return strcmp (folded, county) == 0 ? g_utf8_offset_to_pointer (name, length) : name;
}

static void
remember (TyRosterUnits *self,
          TyRecord      *state)
{
  gint64 parent = ty_record_get_integer (state, TY_UNIT_STATE_PARENT);
  const char *name = ty_record_get_text (state, TY_UNIT_STATE_NAME);
  gint64 unit = get_unit (state);

  g_hash_table_insert (self->by_name, dup_key (parent, name), state);
  if (!g_hash_table_contains (self->by_key, &unit))
    g_hash_table_insert (self->by_key, g_memdup2 (&unit, sizeof unit), state);
  self->next_position = MAX (self->next_position,
                             ty_record_get_integer (state, TY_UNIT_STATE_POSITION) + 1);
}

/**
 * ty_roster_units_new:
 * @store: a store that writes, inside an action
 * @as_of: the date of the roster
 * @report: counts the new units
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the units
 */
TyRosterUnits *
ty_roster_units_new (TyStore         *store,
                     TyDate           as_of,
                     TyImportReport  *report,
                     GError         **error)
{
  g_autoptr(TyRosterUnits) self = g_new0 (TyRosterUnits, 1);
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(TyUnitState) root = NULL;

  self->store = store;
  self->report = report;
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, expected_free);
  self->listed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->covered = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->states = ty_unit_table_list (database, as_of, error);
  if (self->states == NULL)
    return NULL;
  root = ty_unit_table_get_root (database, error);
  if (root == NULL)
    return NULL;

  self->county = get_unit (TY_RECORD (root));
  self->county_name = g_strdup (ty_record_get_text (TY_RECORD (root), TY_UNIT_STATE_NAME));
  for (guint i = 0; i < self->states->len; i++)
    remember (self, g_ptr_array_index (self->states, i));
  return g_steal_pointer (&self);
}

void
ty_roster_units_free (TyRosterUnits *self)
{
  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->met, g_hash_table_unref);
  g_clear_pointer (&self->expected, g_hash_table_unref);
  g_clear_pointer (&self->listed, g_hash_table_unref);
  g_clear_pointer (&self->covered, g_array_unref);
  g_free (self->county_name);
  g_free (self);
}

static TyRecord *
look_up (TyRosterUnits *self,
         gint64         parent,
         const char    *name)
{
  g_autofree char *key = dup_key (parent, name);

  return g_hash_table_lookup (self->by_name, key);
}

static const char *
get_township_kind (const char *name)
{
  g_autofree char *folded = ty_text_fold (name);

  if (g_str_has_suffix (folded, "镇"))
    return "town";
  if (g_str_has_suffix (folded, "乡"))
    return "township";

  return "subdistrict";
}

static gboolean
is_community (TyRosterEntry *entry)
{
  g_autofree char *name = ty_text_fold (entry->village);

  for (guint i = 0; i < entry->posts->len; i++)
    {
      TyParsedPost *post = g_ptr_array_index (entry->posts, i);

      if (*post->post_key == 'J' && (post->unit == NULL || strcmp (post->unit, name) == 0))
        return TRUE;
    }

  return g_str_has_suffix (name, "社区") || g_str_has_suffix (name, "居委会");
}

static TyRecord *
add_unit (TyRosterUnits  *self,
          gint64          parent,
          const char     *name,
          const char     *level,
          const char     *kind,
          GError        **error)
{
  TyUnitState *state = ty_unit_state_new ();
  TyRecord *record = TY_RECORD (state);

  g_ptr_array_add (self->states, state);
  ty_record_set_integer (record, TY_UNIT_STATE_PARENT, parent);
  ty_record_set_text (record, TY_UNIT_STATE_NAME, name);
  ty_record_set_text (record, TY_UNIT_STATE_LEVEL, level);
  ty_record_set_text (record, TY_UNIT_STATE_KIND, kind);
  ty_record_set_integer (record, TY_UNIT_STATE_POSITION, self->next_position);
  if (!ty_unit_table_add (self->store, state, error))
    return NULL;

  remember (self, record);
  self->report->new_units++;
  return record;
}

/* By its whole name, else by its name without 村 or 社区 where that fits one village alone. */
static TyRecord *
find_village (TyRosterUnits *self,
              gint64         township,
              const char    *name)
{
  TyRecord *found = look_up (self, township, name);
  g_autofree char *folded = ty_text_fold (name);
  g_autofree char *wanted = dup_short_name (name);
  gboolean is_short = strcmp (folded, wanted) == 0 || g_str_has_suffix (folded, "委会");
  guint n = 0;

  if (found != NULL || !is_short)
    return found;
  for (guint i = 0; i < self->states->len; i++)
    {
      TyRecord *state = g_ptr_array_index (self->states, i);
      g_autofree char *short_name = NULL;

      if (ty_record_get_integer (state, TY_UNIT_STATE_PARENT) != township)
        continue;
      short_name = dup_short_name (ty_record_get_text (state, TY_UNIT_STATE_NAME));
      if (strcmp (short_name, wanted) == 0)
        {
          found = state;
          n++;
        }
    }
  return n == 1 ? found : NULL;
}

static TyRecord *
find_or_add_township (TyRosterUnits  *self,
                      const char     *written,
                      GError        **error)
{
  const char *name = skip_county (self, written);
  TyRecord *township = look_up (self, self->county, name);

  return township != NULL ? township
                          : add_unit (self, self->county, name, "township", get_township_kind (name), error);
}

static TyRecord *
find_or_add (TyRosterUnits  *self,
             const char     *above,
             const char     *name,
             gboolean        community,
             GError        **error)
{
  TyRecord *township = find_or_add_township (self, above, error);
  TyRecord *village;

  if (township == NULL)
    return NULL;

  village = find_village (self, get_unit (township), name);
  return village != NULL ? village
                         : add_unit (self, get_unit (township), name, "village",
                                     community ? "community" : "village", error);
}

static TyRecord *
find_state (TyRosterUnits *self,
            gint64         unit)
{
  return g_hash_table_lookup (self->by_key, &unit);
}

/* A village without its township, where only one of the county is called so. */
static TyRecord *
find_anywhere (TyRosterUnits *self,
               const char    *name)
{
  TyRecord *found = NULL;
  guint n = 0;

  for (guint i = 0; i < self->states->len; i++)
    {
      TyRecord *township = g_ptr_array_index (self->states, i);
      TyRecord *village;

      if (ty_record_get_integer (township, TY_UNIT_STATE_PARENT) != self->county)
        continue;
      village = find_village (self, get_unit (township), name);
      if (village == NULL)
        continue;
      found = village;
      n++;
    }
  return n == 1 ? found : NULL;
}

/* 青河镇东山村: the name of a township and that of a village of it. */
static TyRecord *
find_by_path (TyRosterUnits *self,
              const char    *name)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      TyRecord *state = g_ptr_array_index (self->states, i);
      g_autofree char *township = NULL;

      if (ty_record_get_integer (state, TY_UNIT_STATE_PARENT) != self->county)
        continue;
      township = ty_text_fold (ty_record_get_text (state, TY_UNIT_STATE_NAME));
      if (g_str_has_prefix (name, township) && name[strlen (township)] != '\0')
        return find_village (self, get_unit (state), name + strlen (township));
    }
  return NULL;
}

static char *
dup_place (const char *township,
           const char *village)
{
  g_autofree char *place = g_strconcat (township != NULL ? township : "", village, NULL);

  return ty_text_fold (place);
}

/**
 * ty_roster_units_expect:
 * @self: the units
 * @entries: (element-type TyRosterEntry): the rows to come
 *
 * A post can be in a village that stands further down on the roster.
 */
void
ty_roster_units_expect (TyRosterUnits *self,
                        GPtrArray     *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      TyRosterEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *place = NULL;
      Expected *expected;

      if (entry->failed || entry->township == NULL || entry->village == NULL)
        continue;
      place = dup_place (skip_county (self, entry->township), entry->village);
      if (g_hash_table_contains (self->expected, place))
        continue;
      expected = g_new0 (Expected, 1);
      *expected = (Expected){ g_strdup (entry->township), g_strdup (entry->village), is_community (entry) };
      g_hash_table_insert (self->expected, g_steal_pointer (&place), expected);
    }
}

static Expected *
find_expected (TyRosterUnits *self,
               TyRecord      *township,
               const char    *name)
{
  g_autofree char *near = dup_place (ty_record_get_text (township, TY_UNIT_STATE_NAME), name);
  Expected *expected = g_hash_table_lookup (self->expected, near);

  return expected != NULL ? expected : g_hash_table_lookup (self->expected, name);
}

/**
 * ty_roster_units_find_named:
 * @self: the units
 * @unit: key of a village or a township
 * @name: (nullable): what stands before a post in a row of that unit: 东山村, 青河镇东山村
 * @error: a `TY_STORE_ERROR`
 *
 * Finds the unit of a post that is not in the unit of its row: of the same township, or of the only one of the county
 * that has a village of this name.
 *
 * Returns: key of the unit, which is made where the roster has rows of it; @unit where no other one is meant; 0 on failure
 */
gint64
ty_roster_units_find_named (TyRosterUnits *self,
                            gint64         unit,
                            const char    *name,
                            GError       **error)
{
  TyRecord *state = find_state (self, unit);
  gint64 township = unit;
  TyRecord *found;
  Expected *expected;

  if (name == NULL || state == NULL)
    return unit;
  if (g_strcmp0 (ty_record_get_text (state, TY_UNIT_STATE_LEVEL), "village") == 0)
    township = ty_record_get_integer (state, TY_UNIT_STATE_PARENT);

  found = find_village (self, township, name);
  if (found == NULL)
    found = find_by_path (self, name);
  if (found == NULL)
    found = find_anywhere (self, name);
  if (found != NULL)
    return get_unit (found);

  expected = find_expected (self, find_state (self, township), name);
  if (expected == NULL)
    return unit;
  found = find_or_add (self, expected->township, expected->village, expected->is_community, error);
  return found != NULL ? get_unit (found) : 0;
}

static gboolean
set_party_form (TyRosterUnits  *self,
                TyRecord       *state,
                TyRosterEntry  *entry,
                GError        **error)
{
  for (guint i = 0; i < entry->posts->len; i++)
    {
      TyParsedPost *post = g_ptr_array_index (entry->posts, i);

      if (post->party_form == NULL
          || ty_roster_units_find_named (self, get_unit (state), post->unit, NULL) != get_unit (state)
          || g_strcmp0 (post->party_form, ty_record_get_text (state, TY_UNIT_STATE_PARTY_FORM)) == 0)
        continue;
      ty_record_set_text (state, TY_UNIT_STATE_PARTY_FORM, post->party_form);
      return ty_table_update (ty_store_get_database (self->store), state, error);
    }
  return TRUE;
}

static void
note_listed (TyRosterUnits *self,
             gint64         township,
             gint64         village)
{
  gboolean covered = FALSE;

  if (!g_hash_table_add (self->listed, g_memdup2 (&village, sizeof village)))
    return;
  for (guint i = 0; i < self->covered->len; i++)
    covered |= g_array_index (self->covered, gint64, i) == township;
  if (!covered)
    g_array_append_val (self->covered, township);
}

/**
 * ty_roster_units_find:
 * @self: the units
 * @entry: an entry with a township, and a village unless it is of the township itself
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: key of the village or the township, which is made where it is missing; 0 on failure
 */
gint64
ty_roster_units_find (TyRosterUnits  *self,
                      TyRosterEntry  *entry,
                      GError        **error)
{
  /* A roster names each village some ten times, in the same words. */
  g_autofree char *written = g_strconcat (entry->township, "\n", entry->village, NULL);
  TyRecord *village = g_hash_table_lookup (self->met, written);

  if (entry->village == NULL)
    {
      TyRecord *township = find_or_add_township (self, entry->township, error);

      return township != NULL ? get_unit (township) : 0;
    }
  if (village == NULL)
    {
      village = find_or_add (self, entry->township, entry->village, is_community (entry), error);
      if (village == NULL)
        return 0;
      g_hash_table_insert (self->met, g_steal_pointer (&written), village);
    }
  if (!set_party_form (self, village, entry, error))
    return 0;

  note_listed (self, ty_record_get_integer (village, TY_UNIT_STATE_PARENT), get_unit (village));
  return get_unit (village);
}

/**
 * ty_roster_units_get_covered:
 * @self: the units
 *
 * Returns: (transfer none) (element-type gint64): keys of the townships of which the roster has at
 * least one row
 */
GArray *
ty_roster_units_get_covered (TyRosterUnits *self)
{
  return self->covered;
}

/**
 * ty_roster_units_is_covered:
 * @self: the units
 * @village: key of a village
 *
 * Returns: whether the roster names the village
 */
gboolean
ty_roster_units_is_covered (TyRosterUnits *self,
                            gint64         village)
{
  return g_hash_table_contains (self->listed, &village);
}

/**
 * ty_roster_units_dup_path:
 * @self: the units
 * @village: key of a village
 *
 * Returns: (transfer full): township and village, such as `云岭镇/下松河村`
 */
char *
ty_roster_units_dup_path (TyRosterUnits *self,
                          gint64         village)
{
  TyRecord *state = find_state (self, village);
  TyRecord *township;

  if (state == NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, village);
  township = find_state (self, ty_record_get_integer (state, TY_UNIT_STATE_PARENT));
  return g_strdup_printf ("%s/%s",
                          township != NULL ? ty_record_get_text (township, TY_UNIT_STATE_NAME) : "",
                          ty_record_get_text (state, TY_UNIT_STATE_NAME));
}

/**
 * ty_roster_units_find_known:
 * @self: the units
 * @township: (nullable): the name of a township
 * @village: (nullable): the name of a village; none for the township itself
 *
 * Returns: key of the unit, or 0 where there is none of this name, or several
 */
gint64
ty_roster_units_find_known (TyRosterUnits *self,
                            const char    *township,
                            const char    *village)
{
  TyRecord *above = township != NULL ? look_up (self, self->county, skip_county (self, township)) : NULL;
  TyRecord *found;

  if (township != NULL && above == NULL)
    return 0;
  if (village == NULL)
    return above != NULL ? get_unit (above) : 0;

  found = above != NULL ? find_village (self, get_unit (above), village) : find_anywhere (self, village);
  return found != NULL ? get_unit (found) : 0;
}

/**
 * ty_roster_units_get_state:
 * @self: the units
 * @unit: key of a unit, or 0 for the county
 *
 * Returns: (transfer none) (nullable): what the unit is on the date of the table
 */
TyRecord *
ty_roster_units_get_state (TyRosterUnits *self,
                           gint64         unit)
{
  return find_state (self, unit != 0 ? unit : self->county);
}

/**
 * ty_roster_units_new_state:
 * @self: the units
 * @township: (nullable): key of the township of a village, or 0 for a township
 * @name: its name
 *
 * Returns: (transfer full): a unit that is not in the file yet, without a key
 */
TyUnitState *
ty_roster_units_new_state (TyRosterUnits *self,
                           gint64         township,
                           const char    *name)
{
  TyUnitState *state = ty_unit_state_new ();
  TyRecord *record = TY_RECORD (state);
  g_autofree char *folded = ty_text_fold (name);
  gboolean community = g_str_has_suffix (folded, "社区") || g_str_has_suffix (folded, "居委会");

  ty_record_set_integer (record, TY_UNIT_STATE_PARENT, township != 0 ? township : self->county);
  ty_record_set_text (record, TY_UNIT_STATE_NAME, township != 0 ? name : skip_county (self, name));
  ty_record_set_text (record, TY_UNIT_STATE_LEVEL, township != 0 ? "village" : "township");
  ty_record_set_text (record, TY_UNIT_STATE_KIND,
                      township == 0 ? get_township_kind (name) : community ? "community" : "village");
  ty_record_set_integer (record, TY_UNIT_STATE_POSITION, self->next_position);
  return state;
}

/**
 * ty_roster_units_remember:
 * @self: the units
 * @state: a unit that was added to the file
 *
 * Finds it from here on.
 */
void
ty_roster_units_remember (TyRosterUnits *self,
                          TyUnitState   *state)
{
  g_ptr_array_add (self->states, g_object_ref (state));
  remember (self, TY_RECORD (state));
  self->report->new_units++;
}
