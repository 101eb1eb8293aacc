/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-years"

#include "config.h"

#include "ty-sample-years.h"

#include "ty-difficulty.h"
#include "ty-sample-draw.h"
#include "ty-table.h"
#include "ty-unit-year.h"

/* What villages tell of a year, and how difficult their work is. The generator is one of its own, and the
 * keys come last, so that nothing else of the sample depends on it. */

#define YEARS_SEED 0x79656172u

/* A village for which nobody has entered a year yet, and one that came from debts to a good income. */
#define IS_UNTOLD(number) ((number) % 31 == 15)
#define IS_RISEN(number) ((number) == 7)

typedef struct
{
  TyStore *store;
  GRand *rand;
  TySamplePlace *place;
  guint number;         /* of the village, from 0 */
  gint64 operating;     /* income of the year, in yuan */
  gint64 debt;
  gint64 population;
  gint64 members;
} Village;

static void
set_number (TyRecord *record,
            guint     field,
            gint64    number)
{
  ty_record_take_text (record, field, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

static gint64
hundreds (gint64 number)
{
  return number / 100 * 100;
}

static const char *
draw_industries (Village *self)
{
  static const char *const rural[] = {
    "茶叶、生猪养殖", "柑橘种植", "中药材、林下养鸡", "蔬菜大棚", "乡村旅游、民宿", "水稻制种", "光伏发电、食用菌",
    "油茶", "肉牛养殖、青贮玉米", "黄桃、蜂蜜",
  };
  static const char *const urban[] = { "物业服务", "商铺出租", "农贸市场", "家政服务" };

  return ty_sample_place_is_community (self->place) ? TY_SAMPLE_PICK (self->rand, urban)
                                                    : TY_SAMPLE_PICK (self->rand, rural);
}

/* What the village is in the first of the years: nearly half are weak. */
static void
begin (Village *self)
{
  int drawn = ty_sample_draw_range (self->rand, 0, 99);

  self->operating = drawn < 8 ? ty_sample_draw_range (self->rand, 5, 25)
                    : drawn < 45 ? ty_sample_draw_range (self->rand, 55, 98)
                    : drawn < 90 ? ty_sample_draw_range (self->rand, 101, 320)
                    : ty_sample_draw_range (self->rand, 330, 1500);
  self->operating *= 1000;
  self->debt = ty_sample_draw_percent (self->rand, 22) ? ty_sample_draw_range (self->rand, 8, 180) * 1000 : 0;
  self->population = ty_sample_draw_range (self->rand, 720, 3900);
  self->members = self->population * ty_sample_draw_range (self->rand, 25, 52) / 1000;
  if (!IS_RISEN (self->number))
    return;

  self->operating = 12000;
  self->debt = 42000;
}

static void
grow (Village *self)
{
  int percent = ty_sample_draw_range (self->rand, -4, 24);

  if (IS_RISEN (self->number))
    percent = 78;
  self->operating += self->operating * percent / 100;
  self->debt = MAX (self->debt - ty_sample_draw_range (self->rand, 5, 25) * 1000, 0);
  self->population += ty_sample_draw_range (self->rand, -22, 12);
  self->members += ty_sample_draw_range (self->rand, -1, 2);
}

static void
fill_year (Village  *self,
           TyRecord *record)
{
  gint64 other = ty_sample_draw_range (self->rand, 8, 60) * 1000;
  gint64 households = self->population * 10 / ty_sample_draw_range (self->rand, 29, 36);

  set_number (record, TY_UNIT_YEAR_OPERATING_INCOME, hundreds (self->operating));
  set_number (record, TY_UNIT_YEAR_INCOME, hundreds (self->operating + other));
  set_number (record, TY_UNIT_YEAR_DEBT, hundreds (self->debt));
  set_number (record, TY_UNIT_YEAR_HOUSEHOLDS, households);
  set_number (record, TY_UNIT_YEAR_POPULATION, self->population);
  if (self->number % 17 != 4)
    set_number (record, TY_UNIT_YEAR_RESIDENTS,
                self->population * ty_sample_draw_range (self->rand, 38, 82) / 100);
  set_number (record, TY_UNIT_YEAR_PARTY_MEMBERS, self->members);
}

static gboolean
write_year (Village     *self,
            int          year,
            gint64       land,
            const char  *industries,
            GError     **error)
{
  g_autoptr(TyUnitYear) row = ty_unit_year_new ();
  TyRecord *record = TY_RECORD (row);

  ty_record_set_integer (record, TY_UNIT_YEAR_UNIT, self->place->id);
  ty_record_set_integer (record, TY_UNIT_YEAR_YEAR, year);
  fill_year (self, record);
  if (land > 0)
    set_number (record, TY_UNIT_YEAR_ARABLE_LAND, land);
  ty_record_set_text (record, TY_UNIT_YEAR_INDUSTRIES, industries);
  return ty_table_insert (ty_store_get_database (self->store), record, error);
}

static gboolean
write_years (Village  *self,
             GError  **error)
{
  gint64 land = ty_sample_draw_range (self->rand, 420, 3600);
  const char *industries = draw_industries (self);

  if (ty_sample_place_is_community (self->place))
    land = 0;
  begin (self);
  for (int year = TY_SAMPLE_FIRST_YEAR; year <= TY_SAMPLE_LAST_YEAR; year++, grow (self))
    if (!IS_UNTOLD (self->number) && !write_year (self, year, land, industries, error))
      return FALSE;

  return TRUE;
}

/* The “four ones” that a difficult village gets. All of these people are invented. */
static void
fill_difficult (Village  *self,
                TyRecord *record)
{
  static const char *const reasons[] = {
    "村级债务较重，党员群众意见分歧大", "连续两届没有合适的党组织书记人选", "土地流转矛盾突出，信访积案未化解",
    "宗族因素影响较大", "集体经济薄弱，班子不团结",
  };
  static const char *const leaders[] = {
    "周启明（县委副书记）", "罗文昭（县委常委、组织部部长）", "彭立新（副县长）", "宋雅琴（县人大常委会副主任）",
    "唐守义（县政协副主席）", "龚学军（县委常委、政法委书记）",
  };
  static const char *const cadres[] = {
    "向正平（乡镇党委副书记）", "田小兰（乡镇组织委员）", "覃志远（乡镇人大主席）", "熊建国（乡镇纪委书记）",
  };
  static const char *const units[] = { "县农业农村局", "县财政局", "县自然资源局", "县信访局", "县水利局", "县民政局" };

  ty_record_set_text (record, TY_DIFFICULTY_REASON, TY_SAMPLE_PICK (self->rand, reasons));
  ty_record_set_text (record, TY_DIFFICULTY_LEADER, TY_SAMPLE_PICK (self->rand, leaders));
  ty_record_set_text (record, TY_DIFFICULTY_CADRE, TY_SAMPLE_PICK (self->rand, cadres));
  ty_record_set_text (record, TY_DIFFICULTY_CONTACT_UNIT, TY_SAMPLE_PICK (self->rand, units));
  /* One in four has neither yet. */
  if (self->number / 14 % 4 == 1)
    return;
  ty_record_set_text (record, TY_DIFFICULTY_WORK_GROUP, "换届工作专班（5 人）");
  ty_record_set_text (record, TY_DIFFICULTY_PLAN, "一村一策：先化解矛盾，再物色人选，后组织选举");
}

static gboolean
write_class (Village        *self,
             const char     *class,
             TySampleMonth   from,
             TySampleMonth   until,
             GError        **error)
{
  g_autoptr(TyDifficulty) row = ty_difficulty_new ();
  TyRecord *record = TY_RECORD (row);

  ty_record_set_integer (record, TY_DIFFICULTY_UNIT, self->place->id);
  ty_record_set_integer (record, TY_DIFFICULTY_ID, ty_store_mint_id (self->store));
  ty_record_set_text (record, TY_DIFFICULTY_CLASS, class);
  ty_record_take_text (record, TY_DIFFICULTY_FROM_DATE, ty_sample_month_to_iso (from));
  ty_record_take_text (record, TY_DIFFICULTY_UNTIL_DATE, ty_sample_month_to_iso (until));
  if (*class == 'd')
    fill_difficult (self, record);
  return ty_table_insert (ty_store_get_database (self->store), record, error);
}

/* Before the election of 2021 all villages were classified. Some of the difficult ones are so no more. */
static gboolean
write_classes (Village  *self,
               GError  **error)
{
  TySampleMonth judged = TY_SAMPLE_MONTH (2020, 11);
  TySampleMonth again = TY_SAMPLE_MONTH (2022, 6);

  if (self->number % 14 == 6)
    {
      gboolean better = self->number / 14 % 3 == 2;

      return write_class (self, "difficult", judged, better ? again : 0, error)
             && (!better || write_class (self, "general", again, 0, error));
    }
  if (IS_UNTOLD (self->number))
    return TRUE;

  return write_class (self, self->number % 3 == 1 ? "general" : "steady", judged, 0, error);
}

/**
 * ty_sample_years_write:
 * @world: the sample, whose places were written
 * @seed: the seed of the sample
 * @store: a store that writes, inside an action
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the years of the villages and their classes were written
 */
gboolean
ty_sample_years_write (TySampleWorld  *world,
                       guint32         seed,
                       TyStore        *store,
                       GError        **error)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed ^ YEARS_SEED);
  GPtrArray *villages = world->places->villages;

  for (guint i = 0; i < villages->len; i++)
    {
      Village village = { store, rand, g_ptr_array_index (villages, i), i, 0, 0, 0, 0 };

      if (!write_years (&village, error) || !write_classes (&village, error))
        return FALSE;
    }
  return TRUE;
}
