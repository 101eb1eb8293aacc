/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-crop.h"

static void
assert_within (const TyCrop *crop)
{
  const double least = -0.001;

  g_assert_cmpfloat (crop->x, >=, least);
  g_assert_cmpfloat (crop->y, >=, least);
  g_assert_cmpfloat (crop->width, >, 0);
  g_assert_cmpfloat (crop->x + crop->width, <=, crop->image_width - least);
  g_assert_cmpfloat (crop->y + ty_crop_get_height (crop), <=, crop->image_height - least);
}

static void
test_init (void)
{
  TyCrop crop;

  ty_crop_init (&crop, 1000, 1000);
  g_assert_cmpfloat (crop.width, ==, 800);
  g_assert_cmpfloat (ty_crop_get_height (&crop), ==, 1000);
  g_assert_cmpfloat (crop.x, ==, 100);
  g_assert_cmpfloat (crop.y, ==, 0);

  ty_crop_init (&crop, 400, 600);
  g_assert_cmpfloat (crop.width, ==, 400);
  g_assert_cmpfloat (crop.y, ==, 50);
}

static void
test_move (void)
{
  TyCrop crop;

  ty_crop_init (&crop, 1000, 1000);
  ty_crop_move (&crop, 50, 10);
  g_assert_cmpfloat (crop.x, ==, 150);
  g_assert_cmpfloat (crop.y, ==, 0);
  ty_crop_move (&crop, 500, 0);
  g_assert_cmpfloat (crop.x, ==, 200);
}

static void
test_drag (void)
{
  TyCrop crop;

  ty_crop_init (&crop, 1000, 1000);
  ty_crop_drag (&crop, TY_CROP_BOTTOM_RIGHT, 500, 500);
  g_assert_cmpfloat_with_epsilon (crop.x, 100, 0.001);
  g_assert_cmpfloat_with_epsilon (crop.y, 0, 0.001);
  g_assert_cmpfloat_with_epsilon (crop.width, 400, 0.001);

  /* The opposite corner stays. */
  ty_crop_drag (&crop, TY_CROP_TOP_LEFT, 300, 250);
  g_assert_cmpfloat_with_epsilon (crop.x + crop.width, 500, 0.001);
  g_assert_cmpfloat_with_epsilon (crop.y + ty_crop_get_height (&crop), 500, 0.001);
  g_assert_cmpfloat_with_epsilon (crop.width, 200, 0.001);

  /* Never smaller than can be meant, never out of the picture. */
  ty_crop_drag (&crop, TY_CROP_BOTTOM_RIGHT, -100, -100);
  g_assert_cmpfloat_with_epsilon (crop.width, 80, 0.001);
  ty_crop_drag (&crop, TY_CROP_BOTTOM_RIGHT, 5000, 5000);
  assert_within (&crop);
}

static void
test_zoom (void)
{
  TyCrop crop;

  ty_crop_init (&crop, 1000, 1000);
  ty_crop_zoom (&crop, 0.5);
  g_assert_cmpfloat (crop.width, ==, 400);
  g_assert_cmpfloat (crop.x + crop.width / 2, ==, 500);
  ty_crop_zoom (&crop, 100);
  g_assert_cmpfloat (crop.width, ==, 800);
  ty_crop_zoom (&crop, 0.0001);
  g_assert_cmpfloat_with_epsilon (crop.width, 80, 0.001);
}

/* Four quarters lead back. */
static void
test_turn (void)
{
  TyCrop crop, before;

  ty_crop_init (&crop, 1000, 800);
  ty_crop_zoom (&crop, 0.3);
  ty_crop_move (&crop, 100, 50);
  before = crop;
  for (guint i = 0; i < 4; i++)
    {
      ty_crop_turn (&crop, TRUE);
      assert_within (&crop);
    }
  g_assert_cmpfloat_with_epsilon (crop.x, before.x, 0.001);
  g_assert_cmpfloat_with_epsilon (crop.y, before.y, 0.001);
  ty_crop_turn (&crop, TRUE);
  ty_crop_turn (&crop, FALSE);
  g_assert_cmpfloat_with_epsilon (crop.x, before.x, 0.001);
  g_assert_cmpfloat_with_epsilon (crop.width, before.width, 0.001);
}

static void
test_by_chance (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 200; i++)
    {
      TyCrop crop;

      ty_crop_init (&crop, g_rand_int_range (rand, 1, 4000), g_rand_int_range (rand, 1, 4000));
      assert_within (&crop);
      for (guint k = 0; k < 50; k++)
        {
          double x = g_rand_double_range (rand, -500, 4500);
          double y = g_rand_double_range (rand, -500, 4500);

          switch (g_rand_int_range (rand, 0, 4))
            {
            case 0:
              ty_crop_move (&crop, x, y);
              break;
            case 1:
              ty_crop_zoom (&crop, g_rand_double_range (rand, 0.2, 3));
              break;
            case 2:
              ty_crop_turn (&crop, k % 2 == 0);
              break;
            default:
              ty_crop_drag (&crop, (TyCropCorner) g_rand_int_range (rand, 0, 4), x, y);
            }
          assert_within (&crop);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crop/init", test_init);
  g_test_add_func ("/crop/move", test_move);
  g_test_add_func ("/crop/drag", test_drag);
  g_test_add_func ("/crop/zoom", test_zoom);
  g_test_add_func ("/crop/turn", test_turn);
  g_test_add_func ("/crop/by-chance", test_by_chance);

  return g_test_run ();
}
