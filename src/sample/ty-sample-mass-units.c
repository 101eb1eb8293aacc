/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-mass-units"

#include "config.h"

#include "ty-sample-mass-units.h"

#include "ty-sample-draw.h"
#include "ty-sample-mass-words.h"
#include "ty-unit-state.h"
#include "ty-unit.h"

#define VILLAGES_A_TOWNSHIP 18
#define TOWNSHIPS_A_COUNTY 12
#define COUNTIES_A_CITY 12
/* Two digits of the division code tell the city; where they do not suffice, cities are larger. */
#define MOST_CITIES 99

/* So many things are shared by so many parts, one part a little larger than another. */
typedef struct
{
  guint n;
  guint n_parts;
  guint part; /* the next one */
  guint begin;
} Share;

/* A level of the tree while its units are written from the first to the last. */
typedef struct
{
  Share share;   /* the units below it */
  gint64 unit;   /* the one that is being filled */
  guint n;       /* how many are below that one */
  guint next;    /* the next of them */
} Level;

/**
 * TySampleMassUnits:
 *
 * The units of a province, written from the top and from the first to the last: a township is
 * written with its villages, and before it the county and the city that it begins.
 */
struct _TySampleMassUnits
{
  TyStore *store;
  GRand *rand;
  gint64 root;

  /* Owned */
  TyBulk *units;
  TyBulk *states;
  GHashTable *siblings; /* names of the villages of a township, or the townships of a county */
  GHashTable *townships;
  GString *name;
  GString *code;
  GArray *villages;

  Level city;
  Level county;
  Share villages_share;
  guint n_cities;
  guint next_city;
  guint n_named; /* cities and counties */
  guint shift;   /* where their names begin */
  guint position;
  char county_code[7];
};

static guint
share_next (Share *self,
            GRand *rand)
{
  int mean = (int) (self->n / self->n_parts);
  int spread = MIN (4, mean / 4);
  guint size, end;

  self->part++;
  end = (guint) ((guint64) self->part * self->n / self->n_parts);
  if (self->part < self->n_parts)
    end = (guint) ((int) end + ty_sample_draw_range (rand, -spread, spread));
  size = end - self->begin;
  self->begin = end;
  return size;
}

static guint
divide (guint n,
        guint by)
{
  return MAX (1, (n + by / 2) / by);
}

/**
 * ty_sample_mass_units_new:
 * @store: a store that writes, inside an action
 * @root: the unit of the province
 * @n_villages: how many villages and communities, some hundreds at least
 * @rand: the sample's generator
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): a province without cities yet
 */
TySampleMassUnits *
ty_sample_mass_units_new (TyStore  *store,
                          gint64    root,
                          guint     n_villages,
                          GRand    *rand,
                          GError  **error)
{
  g_autoptr(TyBulk) units = ty_bulk_new (store, &ty_unit_info, error);
  g_autoptr(TyBulk) states = units != NULL ? ty_bulk_new (store, &ty_unit_state_info, error) : NULL;
  guint n_townships = divide (n_villages, VILLAGES_A_TOWNSHIP);
  guint n_counties = divide (n_townships, TOWNSHIPS_A_COUNTY);
  TySampleMassUnits *self;

  if (states == NULL)
    return NULL;

  self = g_new0 (TySampleMassUnits, 1);
  self->store = store;
  self->rand = rand;
  self->root = root;
  self->units = g_steal_pointer (&units);
  self->states = g_steal_pointer (&states);
  self->siblings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->townships = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->name = g_string_new (NULL);
  self->code = g_string_new (NULL);
  self->villages = g_array_new (FALSE, FALSE, sizeof (TySampleMassVillage));
  self->n_cities = CLAMP (divide (n_counties, COUNTIES_A_CITY), 2, MOST_CITIES);
  self->city.share = (Share){ n_counties, self->n_cities, 0, 0 };
  self->county.share = (Share){ n_townships, n_counties, 0, 0 };
  self->villages_share = (Share){ n_villages, n_townships, 0, 0 };
  self->shift = (guint) ty_sample_draw_range (rand, 0, TY_SAMPLE_MASS_SEATS_OF_POWER - 1);
  return self;
}

/**
 * ty_sample_mass_units_free:
 * @self: (transfer full): the units
 */
void
ty_sample_mass_units_free (TySampleMassUnits *self)
{
  ty_bulk_free (self->units);
  ty_bulk_free (self->states);
  g_hash_table_unref (self->siblings);
  g_hash_table_unref (self->townships);
  g_string_free (self->name, TRUE);
  g_string_free (self->code, TRUE);
  g_array_unref (self->villages);
  g_free (self);
}

/* A unit with the name and the code that were written last. */
static gint64
add_unit (TySampleMassUnits  *self,
          gint64              parent,
          const char         *level,
          const char         *kind,
          const char         *party_form,
          GError            **error)
{
  gint64 id = ty_store_mint_id (self->store);
  TyBulk *states = self->states;

  ty_bulk_set_int (self->units, TY_UNIT_ID, id);
  ty_bulk_set_int (states, TY_UNIT_STATE_UNIT, id);
  ty_bulk_set_int (states, TY_UNIT_STATE_ID, ty_store_mint_id (self->store));
  ty_bulk_set_int (states, TY_UNIT_STATE_PARENT, parent);
  ty_bulk_set_text (states, TY_UNIT_STATE_CODE, self->code->str);
  ty_bulk_set_text (states, TY_UNIT_STATE_NAME, self->name->str);
  ty_bulk_set_text (states, TY_UNIT_STATE_LEVEL, level);
  ty_bulk_set_text (states, TY_UNIT_STATE_KIND, kind);
  ty_bulk_set_text (states, TY_UNIT_STATE_PARTY_FORM, party_form);
  ty_bulk_set_int (states, TY_UNIT_STATE_POSITION, ++self->position);
  return ty_bulk_insert (self->units, error) && ty_bulk_insert (states, error) ? id : 0;
}

/* A step of so many over all names: neighbours have none that look alike. */
static void
set_next_name (TySampleMassUnits *self,
               const char        *suffix)
{
  guint64 number = (guint64) self->n_named++ * 1237 + self->shift;

  ty_sample_mass_words_set_county (self->name, (guint) (number % TY_SAMPLE_MASS_SEATS_OF_POWER),
                                   suffix);
}

static gboolean
begin_city (TySampleMassUnits  *self,
            GError            **error)
{
  self->next_city++;
  g_string_printf (self->code, "99%02u00", self->next_city);
  set_next_name (self, "市");
  self->city.unit = add_unit (self, self->root, "city", "city", NULL, error);
  self->city.n = share_next (&self->city.share, self->rand);
  self->city.next = 0;
  return self->city.unit != 0;
}

/* Districts have codes from 02, counties from 21 and cities under a city from 81. */
static gboolean
begin_county (TySampleMassUnits  *self,
              GError            **error)
{
  guint index = self->city.next++;
  guint n = self->city.n;
  guint n_districts = MAX (1, n / 8);
  gboolean district = index < n_districts;
  gboolean city = !district && index + n / 8 >= n;
  guint number = district ? 2 + index
                 : city   ? 81 + index - (n - n / 8)
                          : 21 + index - n_districts;

  g_string_printf (self->code, "99%02u%02u", self->next_city, number);
  g_strlcpy (self->county_code, self->code->str, sizeof self->county_code);
  set_next_name (self, district ? "区" : city ? "市" : "县");
  self->county.unit = add_unit (self, self->city.unit, "county", "county", NULL, error);
  self->county.n = share_next (&self->county.share, self->rand);
  self->county.next = 0;
  g_hash_table_remove_all (self->townships);
  return self->county.unit != 0;
}

static void
set_township_name (TySampleMassUnits *self,
                   const char        *suffix)
{
  do
    ty_sample_mass_words_set_township (self->name, self->rand, suffix);
  while (!g_hash_table_add (self->townships, g_strdup (self->name->str)));
}

/* Subdistricts first, then towns, then townships: the three digits of the class are 001, 100 and
 * 200 (field.md 8.6). */
static gint64
begin_township (TySampleMassUnits  *self,
                const char        **kind,
                GError            **error)
{
  guint index = self->county.next++;
  guint n_subdistricts = MAX (1, self->county.n / 6);
  guint n_towns = self->county.n * 6 / 10;
  guint number = 1 + index;

  *kind = "subdistrict";
  if (index >= n_subdistricts + n_towns)
    {
      *kind = "township";
      number = 200 + index - n_subdistricts - n_towns;
    }
  else if (index >= n_subdistricts)
    {
      *kind = "town";
      number = 100 + index - n_subdistricts;
    }
  set_township_name (self, number < 100 ? "街道" : number < 200 ? "镇" : "乡");
  g_string_printf (self->code, "%s%03u", self->county_code, number);
  return add_unit (self, self->county.unit, "township", *kind, NULL, error);
}

static const char *
draw_party_form (GRand    *rand,
                 gboolean  community)
{
  int drawn = ty_sample_draw_range (rand, 0, 99) + (community ? 20 : 0);

  return drawn < 68 ? "branch" : drawn < 96 ? "general_branch" : "committee";
}

/* Communities have numbers from 001 and villages from 200. */
static gboolean
add_villages (TySampleMassUnits  *self,
              gint64              township,
              const char         *kind,
              GError            **error)
{
  guint n = share_next (&self->villages_share, self->rand);
  guint n_communities = g_str_equal (kind, "subdistrict") ? n * 7 / 10
                        : g_str_equal (kind, "town")      ? 1 : 0;
  g_autofree char *prefix = g_strdup (self->code->str);

  g_hash_table_remove_all (self->siblings);
  for (guint i = 0; i < n; i++)
    {
      TySampleMassVillage village = { 0, i < n_communities };

      do
        ty_sample_mass_words_set_village (self->name, self->rand, village.community);
      while (!g_hash_table_add (self->siblings, g_strdup (self->name->str)));
      g_string_printf (self->code, "%s%03u", prefix,
                       village.community ? i + 1 : 200 + i - n_communities);
      village.id = add_unit (self, township, "village", village.community ? "community" : "village",
                             draw_party_form (self->rand, village.community), error);
      if (village.id == 0)
        return FALSE;
      g_array_append_val (self->villages, village);
    }
  return TRUE;
}

/**
 * ty_sample_mass_units_write_township:
 * @self: the units, of which some are left
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer none) (nullable) (element-type TySampleMassVillage): the villages of the next
 *   township, until the next call
 */
GArray *
ty_sample_mass_units_write_township (TySampleMassUnits  *self,
                                     GError            **error)
{
  const char *kind;
  gint64 township;

  g_array_set_size (self->villages, 0);
  if (self->county.next == self->county.n)
    {
      if (self->city.next == self->city.n && !begin_city (self, error))
        return NULL;
      if (!begin_county (self, error))
        return NULL;
    }
  township = begin_township (self, &kind, error);
  if (township == 0 || !add_villages (self, township, kind, error))
    return NULL;

  return self->villages;
}

/**
 * ty_sample_mass_units_is_done:
 * @self: the units
 *
 * Returns: whether all townships are written
 */
gboolean
ty_sample_mass_units_is_done (TySampleMassUnits *self)
{
  return self->villages_share.part == self->villages_share.n_parts;
}

/**
 * ty_sample_mass_units_get_county:
 * @self: the units
 *
 * Returns: (transfer none): the six digits of the county of the last township
 */
const char *
ty_sample_mass_units_get_county (TySampleMassUnits *self)
{
  return self->county_code;
}

/**
 * ty_sample_mass_units_is_new_county:
 * @self: the units
 *
 * Returns: whether the last township is the first of its county
 */
gboolean
ty_sample_mass_units_is_new_county (TySampleMassUnits *self)
{
  return self->county.next == 1;
}
