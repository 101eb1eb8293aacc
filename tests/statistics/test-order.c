/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-order"

#include "config.h"

#include "test-chance.h"
#include "test-oracle.h"

#include "ty-collate.h"
#include "ty-finder.h"
#include "ty-order.h"
#include "ty-pinyin.h"
#include "ty-text.h"

#include <string.h>

/* Orders of rosters and the search, against a plain sort and a plain search of what SQL says. */

#define N_WORLDS 8
#define N_PLACES 5
#define N_ORDERS 12
#define UNKNOWN G_MAXINT64

typedef enum
{
  NUMBER_PLACE_UNIT,
  NUMBER_PLACE_POST,
  NUMBER_PLACE_SINCE,
  NUMBER_SEX,
  NUMBER_BIRTH,
  NUMBER_EDUCATION,
  N_NUMBERS,
} Number;

static const char *const words[N_NUMBERS] = { "place_unit", "place_post", "place_since", "sex", "birth",
                                              "education" };

typedef struct
{
  gint64 id;
  guint32 row;
  char *name;                /* (owned) */
  char *pinyin;              /* (owned): as stored, or as read */
  char *id_number;           /* (owned) (nullable) */
  char *name_key;            /* (owned) */
  char *stroke_key;          /* (owned) */
  gint64 numbers[N_NUMBERS]; /* UNKNOWN where there is none */
  gint64 unit_rank;
  gint64 place;              /* in the official order */
} Human;

typedef struct
{
  TestChance *chance;
  TyColumns *columns;
  TyView *view;
  TyOrder *order;
  const char *day;
  GArray *people;       /* of Human, by key */
  const TySortKey *keys;
  guint n_keys;
} Case;

static void
clear_human (gpointer data)
{
  Human *human = data;

  g_free (human->name);
  g_free (human->pinyin);
  g_free (human->id_number);
  g_free (human->name_key);
  g_free (human->stroke_key);
}

static void
read_people (Case *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStatement) statement = ty_database_prepare (
    test_chance_get_database (test->chance),
    "SELECT id, name, pinyin, id_number FROM person WHERE merged_into IS NULL ORDER BY id", &error);

  test->people = g_array_new (FALSE, TRUE, sizeof (Human));
  g_array_set_clear_func (test->people, clear_human);
  while (ty_statement_step (statement, &error) == TY_STEP_ROW)
    {
      const char *name = ty_statement_get_text (statement, 1);
      const char *pinyin = ty_statement_get_text (statement, 2);
      Human human = { .id = ty_statement_get_int (statement, 0), .unit_rank = UNKNOWN };

      human.name = g_strdup (name);
      human.pinyin = pinyin != NULL ? g_strdup (pinyin) : ty_pinyin_for_name (name);
      human.id_number = g_strdup (ty_statement_get_text (statement, 3));
      human.name_key = ty_collate_key_pinyin (name, pinyin);
      human.stroke_key = ty_collate_key_stroke (name);
      for (guint i = 0; i < N_NUMBERS; i++)
        human.numbers[i] = UNKNOWN;
      g_assert_true (ty_columns_find_person (test->columns, human.id, &human.row));
      g_array_append_val (test->people, human);
    }
  g_assert_no_error (error);
}

static Human *
find_human (Case   *test,
            gint64  id)
{
  for (guint i = 0; i < test->people->len; i++)
    if (g_array_index (test->people, Human, i).id == id)
      return &g_array_index (test->people, Human, i);

  g_assert_not_reached ();
}

static gint64
find_number (GArray *rows,
             gint64  id)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, TestRow, i).id == id)
      return g_array_index (rows, TestRow, i).number;

  return UNKNOWN;
}

static void
read_numbers (Case *test)
{
  TestContext context = { test->day, 0, 0, NULL, NULL };
  g_autoptr(TestOracle) oracle = test_oracle_new (test_chance_get_database (test->chance), &context);
  guint ranks;

  for (guint i = 0; i < N_NUMBERS; i++)
    test_oracle_add_numbers (oracle, words[i]);
  ranks = test_oracle_add_numbers (oracle, "unit_rank");
  test_oracle_run (oracle);
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      GArray *rows = test_oracle_get (oracle, i);

      for (guint j = 0; j < rows->len; j++)
        {
          const TestRow *row = &g_array_index (rows, TestRow, j);

          /* No day and no key is 0. */
          find_human (test, row->id)->numbers[i] = row->number != 0 ? row->number : UNKNOWN;
        }
    }
  for (guint i = 0; i < test->people->len; i++)
    {
      Human *human = &g_array_index (test->people, Human, i);

      human->unit_rank = find_number (test_oracle_get (oracle, ranks), human->numbers[NUMBER_PLACE_UNIT]);
      /* A post that no list knows has no place among posts. */
      if (human->numbers[NUMBER_PLACE_POST] == 1000000)
        human->numbers[NUMBER_PLACE_POST] = UNKNOWN;
    }
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_officially (gconstpointer a,
                    gconstpointer b)
{
  const Human *first = *(Human *const *) a;
  const Human *second = *(Human *const *) b;
  int difference = compare_numbers (first->unit_rank, second->unit_rank);

  if (difference == 0)
    difference = compare_numbers (first->numbers[NUMBER_PLACE_POST], second->numbers[NUMBER_PLACE_POST]);
  if (difference == 0)
    difference = strcmp (first->name_key, second->name_key);
  return difference != 0 ? difference : compare_numbers (first->id, second->id);
}

static GPtrArray *
list_people (Case           *test,
             const TyBitmap *rows)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < test->people->len; i++)
    {
      Human *human = &g_array_index (test->people, Human, i);

      if (rows == NULL || ty_bitmap_get (rows, human->row))
        g_ptr_array_add (list, human);
    }
  return list;
}

static void
place_people (Case *test)
{
  g_autoptr(GPtrArray) list = list_people (test, NULL);

  g_ptr_array_sort (list, compare_officially);
  for (guint i = 0; i < list->len; i++)
    ((Human *) g_ptr_array_index (list, i))->place = i;
}

/* Who has no value comes last both ways. */
static int
compare_known (gint64   a,
               gint64   b,
               gboolean descending)
{
  if (a == UNKNOWN || b == UNKNOWN)
    return (a == UNKNOWN) - (b == UNKNOWN);

  return descending ? compare_numbers (b, a) : compare_numbers (a, b);
}

static int
compare_by (const Human *a,
            const Human *b,
            TySortKey    key)
{
  static const Number numbers[] = {
    [TY_SORT_SEX] = NUMBER_SEX,     [TY_SORT_BIRTH] = NUMBER_BIRTH,
    [TY_SORT_POST] = NUMBER_PLACE_POST, [TY_SORT_SINCE] = NUMBER_PLACE_SINCE,
    [TY_SORT_EDUCATION] = NUMBER_EDUCATION,
  };
  int difference;

  switch (key.sort)
    {
    case TY_SORT_OFFICIAL:
      difference = compare_known (a->unit_rank, b->unit_rank, key.descending);
      return difference != 0 ? difference
             : key.descending ? compare_numbers (b->place, a->place)
                              : compare_numbers (a->place, b->place);
    case TY_SORT_NAME:
      difference = strcmp (a->name_key, b->name_key);
      return key.descending ? -difference : difference;
    case TY_SORT_STROKES:
      difference = strcmp (a->stroke_key, b->stroke_key);
      return key.descending ? -difference : difference;
    case TY_SORT_UNIT:
      return compare_known (a->unit_rank, b->unit_rank, key.descending);
    case TY_SORT_SEX:
    case TY_SORT_BIRTH:
    case TY_SORT_POST:
    case TY_SORT_SINCE:
    case TY_SORT_EDUCATION:
    default:
      return compare_known (a->numbers[numbers[key.sort]], b->numbers[numbers[key.sort]],
                            key.descending);
    }
}

static int
compare_people (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  Case *test = data;
  const Human *first = *(Human *const *) a;
  const Human *second = *(Human *const *) b;

  for (guint i = 0; i < test->n_keys; i++)
    {
      int difference = compare_by (first, second, test->keys[i]);

      if (difference != 0)
        return difference;
    }
  return compare_numbers (first->place, second->place);
}

static TyBitmap *
draw_rows (Case *test)
{
  TyBitmap *rows = ty_bitmap_new (ty_columns_get_n_chunks (test->columns) << TY_CHUNK_SHIFT);
  static const int shares[] = { 0, 1, 10, 60, 100 };
  int share = shares[g_rand_int_range (test->chance->random, 0, G_N_ELEMENTS (shares))];

  for (guint i = 0; i < test->people->len; i++)
    if (g_rand_int_range (test->chance->random, 0, 100) < share)
      ty_bitmap_set (rows, g_array_index (test->people, Human, i).row);
  return rows;
}

static void
assert_order (Case            *test,
              const TySortKey *keys,
              guint            n_keys)
{
  g_autoptr(TyBitmap) rows = draw_rows (test);
  g_autoptr(GArray) sorted = ty_order_sort (test->order, rows, keys, n_keys);
  g_autoptr(GPtrArray) wanted = list_people (test, rows);

  test->keys = keys;
  test->n_keys = n_keys;
  g_ptr_array_sort_with_data (wanted, compare_people, test);
  g_assert_cmpuint (sorted->len, ==, wanted->len);
  for (guint i = 0; i < sorted->len; i++)
    {
      const Human *human = g_ptr_array_index (wanted, i);

      if (g_array_index (sorted, guint32, i) == human->row)
        continue;
      g_test_message ("%s, place %u of %u: of SQL %" G_GINT64_FORMAT ", found %" G_GINT64_FORMAT, test->day, i,
                      sorted->len, human->id,
                      ty_columns_get_person (test->columns, g_array_index (sorted, guint32, i)));
      for (guint j = 0; j < n_keys; j++)
        g_test_message ("  by %d, descending %d", keys[j].sort, keys[j].descending);
      g_test_fail ();
      return;
    }
}

static void
check_orders (Case *test)
{
  assert_order (test, NULL, 0);
  for (TySort sort = TY_SORT_OFFICIAL; sort <= TY_SORT_EDUCATION; sort++)
    for (guint descending = 0; descending < 2; descending++)
      {
        TySortKey key = { sort, descending == 1 };

        /* The second time it is sorted already. */
        assert_order (test, &key, 1);
        assert_order (test, &key, 1);
      }
  for (guint i = 0; i < N_ORDERS; i++)
    {
      TySortKey keys[3];
      guint n = (guint) g_rand_int_range (test->chance->random, 2, 4);

      for (guint j = 0; j < n; j++)
        keys[j] = (TySortKey){ (TySort) g_rand_int_range (test->chance->random, 0, TY_SORT_EDUCATION + 1),
                               g_rand_boolean (test->chance->random) };
      assert_order (test, keys, n);
    }
}

/* Letters stand for pinyin; Chinese characters and digits never do. */
static gboolean
has_name (const Human *human,
          const char  *text)
{
  g_autofree char *folded = ty_text_fold (text);
  g_autofree char *name = ty_text_fold (human->name);
  g_autofree char *letters = ty_pinyin_search_key (text);
  g_autofree char *whole = ty_pinyin_search_key (human->pinyin);
  g_autofree char *initials = ty_pinyin_initials (human->pinyin);
  gboolean spoken = *letters != '\0';

  for (const char *p = text; *p != '\0'; p++)
    spoken = spoken && (*p & 0x80) == 0 && !g_ascii_isdigit (*p);
  return strstr (name, folded) != NULL
         || (spoken && (strstr (whole, letters) != NULL || strstr (initials, letters) != NULL));
}

static gboolean
has_number (const Human *human,
            const char  *text)
{
  g_autofree char *number = ty_text_clean_code (text);

  return g_strcmp0 (human->id_number, number) == 0 && strlen (number) >= 6;
}

static gboolean
is_from (const Human *human,
         GArray      *units,
         const char  *text)
{
  g_autofree char *folded = ty_text_fold (text);

  for (guint i = 0; i < units->len; i++)
    {
      const TestRow *row = &g_array_index (units, TestRow, i);
      g_autofree char *name = ty_text_fold (row->value);

      if (row->id == human->id && strstr (name, folded) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
check_search (Case *test)
{
  static const char *const texts[] = {
    "张", "曉", "张晓明", "晓 明", "王芳", "zhang", "Zhang Xiao", "zxm", "zxiao", "w", "wf", "ceng", "zgq",
    "zenggq", "shan", "阿依古丽买买提", "古丽·买", "agl", "赵一", "丁", "东山", "東山村", "石泉鄉", "石泉",
    "xin", "新村", "村", "3", "张3", "990101199003078515", " 99010119900307851x", "99010119900307851X",
    "990101", "990102197501011234", "nobody", "it’s", "欧阳修文", "歐陽",
  };
  TestContext context = { test->day, 0, 0, NULL, NULL };
  g_autoptr(TestOracle) oracle = test_oracle_new (test_chance_get_database (test->chance), &context);
  guint units = test_oracle_add_numbers (oracle, "units");

  test_oracle_run (oracle);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TyBitmap) found = ty_finder_find (test->order, test_chance_get_database (test->chance),
                                                  texts[i], &error);

      g_assert_no_error (error);
      for (guint j = 0; j < test->people->len; j++)
        {
          const Human *human = &g_array_index (test->people, Human, j);
          gboolean wanted = has_name (human, texts[i]) || has_number (human, texts[i])
                            || is_from (human, test_oracle_get (oracle, units), texts[i]);

          if (ty_bitmap_get (found, human->row) == wanted)
            continue;
          g_test_message ("%s, “%s”: %s (%" G_GINT64_FORMAT ") wanted %d", test->day, texts[i], human->name,
                          human->id, wanted);
          g_test_fail ();
        }
      g_assert_cmpuint (ty_bitmap_count (found), <=, test->people->len);
    }
}

static void
run (void (*check) (Case *test))
{
  for (guint32 seed = 1; seed <= test_chance_get_n_seeds (N_WORLDS); seed++)
    {
      g_autoptr(TestChance) chance = test_chance_new (seed);
      g_autoptr(TyColumns) columns = test_chance_load (chance);
      g_autoptr(GError) error = NULL;
      g_autoptr(TyNameIndex) names = ty_name_index_load (columns, test_chance_get_database (chance), NULL,
                                                         NULL, &error);

      g_test_message ("seed %u", seed);
      g_assert_no_error (error);
      for (guint i = 0; i < N_PLACES && !g_test_failed (); i++)
        {
          Case test = { .chance = chance, .columns = columns, .day = test_chance_draw_day (chance) };
          g_autoptr(TyView) view = ty_view_new (columns, ty_date_from_iso (test.day),
                                                test_chance_draw_scope (chance), 0, NULL);
          g_autoptr(TyOrder) order = ty_order_new (view, names);

          test.view = view;
          test.order = order;
          read_people (&test);
          read_numbers (&test);
          place_people (&test);
          check (&test);
          g_array_unref (test.people);
        }
    }
}

static void
test_sort (void)
{
  run (check_orders);
}

static void
test_search (void)
{
  run (check_search);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/order/sort", test_sort);
  g_test_add_func ("/order/search", test_search);
  return g_test_run ();
}
