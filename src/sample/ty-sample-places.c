/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-places"

#include "config.h"

#include "ty-sample-places.h"

#include "ty-sample-draw.h"

#define VILLAGES_A_TOWNSHIP 18
#define CODES_A_VILLAGE_CLASS 199

typedef struct
{
  const char *name;
  const char *kind;
} Township;

static const Township townships[] = {
  { "屏阳街道", "subdistrict" }, { "南栗镇", "town" },   { "澄塘镇", "town" },
  { "柏麓镇", "town" },          { "石桐镇", "town" },   { "双筠镇", "town" },
  { "梨坞乡", "township" },      { "雁汀乡", "township" }, { "沐坪乡", "township" },
};
#define RENAMED 7
#define OLD_NAME "大汀乡"

/* For larger counties than the default. */
static const char *const first_parts[] = {
  "栗", "桐", "柏", "澄", "雁", "梨", "枫", "岚", "沐", "筠", "榆", "槐", "松", "芦", "棠", "鹤",
  "鹿", "樟", "桂", "荻",
};
static const char *const last_parts[] = {
  "塘", "麓", "坞", "汀", "坪", "溪", "岭", "渡", "桥", "台", "滩", "冈", "浦", "堰", "畈", "埠",
};
static const char *const directions[] = { "东", "西", "南", "北", "上", "下", "前", "后", "大", "小" };

static const char *const village_firsts[] = {
  "大", "小", "上", "下", "东", "西", "南", "北", "前", "后", "新", "老", "中", "里", "外",
};
static const char *const village_middles[] = {
  "杨", "柳", "松", "桃", "李", "石", "龙", "马", "白", "黑", "沙", "泉", "王", "张", "陈", "槐",
  "枣", "竹", "梅", "银", "清", "周", "罗", "谢",
};
static const char *const village_lasts[] = {
  "河", "沟", "坪", "湾", "庄", "坝", "岭", "塘", "桥", "寨", "洼", "坡", "家湾", "家沟", "家庄",
};
static const char *const community_names[] = {
  "朝阳", "文昌", "滨河", "屏山", "西关", "东门", "学府", "园丁", "迎宾", "和畅", "锦绣", "南苑",
};

static void
place_free (gpointer data)
{
  TySamplePlace *place = data;

  g_free (place->name);
  g_free (place->old_name);
  g_free (place->code);
  g_free (place);
}

static TySamplePlace *
place_new (TySamplePlace *township,
           char          *name,
           const char    *kind)
{
  TySamplePlace *place = g_new0 (TySamplePlace, 1);

  place->township = township;
  place->name = name;
  place->kind = kind;
  return place;
}

/* The three digits of the class: 001 for subdistricts, 100 for towns, 200 for townships
 * (field.md 8.6). */
static char *
dup_township_code (const char *kind,
                   guint       number)
{
  guint first = g_str_equal (kind, "subdistrict") ? 1 : g_str_equal (kind, "town") ? 100 : 200;
  guint limit = first == 1 ? 98 : first == 100 ? 99 : 199;

  if (number > limit)
    return NULL;

  return g_strdup_printf (TY_SAMPLE_COUNTY_CODE "%03u", first + number);
}

static char *
dup_township_name (guint index)
{
  guint parts = G_N_ELEMENTS (first_parts) * G_N_ELEMENTS (last_parts);
  guint i = index - G_N_ELEMENTS (townships);
  const char *kind = i % 3 == 2 ? "乡" : "镇";
  const char *direction = i < parts ? "" : directions[i / parts % G_N_ELEMENTS (directions)];

  return g_strconcat (direction, first_parts[i % G_N_ELEMENTS (first_parts)],
                      last_parts[i / G_N_ELEMENTS (first_parts) % G_N_ELEMENTS (last_parts)], kind,
                      NULL);
}

static void
add_townships (TySamplePlaces *self,
               guint           n)
{
  guint numbers[3] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      gboolean given = i < G_N_ELEMENTS (townships);
      char *name = given ? g_strdup (townships[i].name) : dup_township_name (i);
      const char *kind = given ? townships[i].kind
                               : g_str_has_suffix (name, "乡") ? "township" : "town";
      guint class = g_str_equal (kind, "subdistrict") ? 0 : g_str_equal (kind, "town") ? 1 : 2;
      TySamplePlace *place = place_new (NULL, name, kind);

      place->code = dup_township_code (kind, numbers[class]++);
      if (i == RENAMED)
        place->old_name = g_strdup (OLD_NAME);
      g_ptr_array_add (self->townships, place);
    }
}

/* As many for each, but that some have a few more from their neighbour. */
static void
share_villages (TySamplePlaces *self,
                GRand          *rand,
                guint           n)
{
  guint parts = self->townships->len;

  for (guint i = 0; i < parts; i++)
    {
      TySamplePlace *place = g_ptr_array_index (self->townships, i);

      place->n_villages += n / parts + (i < n % parts);
      if (i + 1 < parts && place->n_villages > 6)
        {
          TySamplePlace *next = g_ptr_array_index (self->townships, i + 1);
          guint moved = (guint) ty_sample_draw_range (rand, 0, 3);

          place->n_villages -= moved;
          next->n_villages += moved;
        }
    }
}

static char *
dup_village_name (GRand    *rand,
                  gboolean  community,
                  guint     index)
{
  if (community && ty_sample_draw_percent (rand, 75))
    return g_strconcat (community_names[index % G_N_ELEMENTS (community_names)], "社区", NULL);

  return g_strconcat (ty_sample_draw_percent (rand, 55) ? TY_SAMPLE_PICK (rand, village_firsts)
                                                        : "",
                      TY_SAMPLE_PICK (rand, village_middles),
                      TY_SAMPLE_PICK (rand, village_lasts),
                      community ? "社区" : "村",
                      NULL);
}

static const char *
pick_party_form (GRand    *rand,
                 gboolean  community)
{
  int drawn = ty_sample_draw_range (rand, 0, 99) + (community ? 20 : 0);

  return drawn < 68 ? "branch" : drawn < 96 ? "general_branch" : "committee";
}

/* Two villages of one name may lie in two townships, never in one. */
static TySamplePlace *
village_new (TySamplePlace *township,
             GRand         *rand,
             GHashTable    *names,
             gboolean       community,
             guint          index)
{
  TySamplePlace *place = NULL;
  g_autofree char *name = NULL;

  do
    {
      g_free (name);
      name = dup_village_name (rand, community, index);
    }
  while (!g_hash_table_add (names, g_strdup (name)));

  place = place_new (township, g_steal_pointer (&name), community ? "community" : "village");
  place->party_form = pick_party_form (rand, community);
  return place;
}

static void
add_villages (TySamplePlaces *self,
              TySamplePlace  *township,
              GRand          *rand)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean town = g_str_equal (township->kind, "town");
  guint n_communities = town ? 2 : 0;
  gboolean first = self->villages->len == 0;

  if (g_str_equal (township->kind, "subdistrict"))
    n_communities = township->n_villages * 6 / 10;
  for (guint i = 0; i < township->n_villages; i++)
    {
      gboolean community = i < n_communities && township->n_villages > 2;
      TySamplePlace *place
        = village_new (township, rand, names, community, self->villages->len * 7 + i);
      guint number = community ? i + 1 : 200 + i - MIN (i, n_communities);

      if (township->code != NULL && self->villages->len % 37 != 5 && i < CODES_A_VILLAGE_CLASS)
        place->code = g_strdup_printf ("%s%03u", township->code, number);
      g_ptr_array_add (self->villages, place);
    }

  /* One village of the second and the fourth township went into a neighbour. */
  if (!first && self->merged->len < 2 && township->n_villages > 6 && self->townships->len > 3)
    {
      TySamplePlace *place = village_new (township, rand, names, FALSE, 0);

      place->code = township->code == NULL ? NULL : g_strdup_printf ("%s290", township->code);
      place->successor = g_ptr_array_index (self->villages, self->villages->len - 2);
      g_ptr_array_add (self->merged, place);
    }
}

/**
 * ty_sample_places_new:
 * @rand: the sample's generator
 * @n_villages: how many villages and communities, at least 1
 *
 * Returns: (transfer full): the townships and villages of the invented county
 */
TySamplePlaces *
ty_sample_places_new (GRand *rand,
                      guint  n_villages)
{
  TySamplePlaces *self = g_new0 (TySamplePlaces, 1);
  guint n_townships = MAX (1, (n_villages + VILLAGES_A_TOWNSHIP / 2) / VILLAGES_A_TOWNSHIP);

  self->townships = g_ptr_array_new_with_free_func (place_free);
  self->villages = g_ptr_array_new_with_free_func (place_free);
  self->merged = g_ptr_array_new_with_free_func (place_free);
  add_townships (self, n_townships);
  share_villages (self, rand, n_villages);
  for (guint i = 0; i < n_townships; i++)
    add_villages (self, g_ptr_array_index (self->townships, i), rand);

  return self;
}

/**
 * ty_sample_places_free:
 * @self: (transfer full): the places
 *
 * Frees them; nobody may point to one afterwards.
 */
void
ty_sample_places_free (TySamplePlaces *self)
{
  g_ptr_array_unref (self->merged);
  g_ptr_array_unref (self->villages);
  g_ptr_array_unref (self->townships);
  g_free (self);
}

/**
 * ty_sample_place_is_community:
 * @self: a place
 *
 * Returns: whether it has a residents' committee
 */
gboolean
ty_sample_place_is_community (const TySamplePlace *self)
{
  return g_str_equal (self->kind, "community");
}

/**
 * ty_sample_place_dup_path:
 * @self: a place
 * @month: when
 *
 * Returns: (transfer full): its name with that of the county and of the township, as they were
 * then
 */
char *
ty_sample_place_dup_path (const TySamplePlace *self,
                          TySampleMonth        month)
{
  const TySamplePlace *township = self->township != NULL ? self->township : self;
  const char *name = township->old_name != NULL && month < TY_SAMPLE_RENAMING ? township->old_name
                                                                   : township->name;

  return g_strconcat (TY_SAMPLE_COUNTY, name, self->township != NULL ? self->name : NULL, NULL);
}
