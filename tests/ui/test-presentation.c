/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-presentation.h"

#include <adwaita.h>

/* A presentation goes by the keys that keyboards and clickers send. */

static TySlides *
make_slides (guint n)
{
  TySlides *slides = ty_slides_new ("石城县", "全县　截至 2021.12.31");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("第 %u 张", i + 1);
      g_autoptr(TyChart) chart = ty_chart_new (TY_CHART_FIGURE, title);

      ty_chart_add_series (chart, "现在", TY_CHART_NOW);
      ty_chart_add_category (chart, title, NULL);
      ty_chart_set_value (chart, 0, 0, i, "44.45");
      ty_slides_add (slides, chart, "备注");
    }
  return slides;
}

static TyPresentation *
start (guint      n,
       GtkWidget **parent)
{
  g_autoptr(TySlides) slides = make_slides (n);
  TyPresentation *presentation = ty_presentation_new (slides);

  *parent = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (*parent));
  ty_presentation_start (presentation, GTK_WINDOW (*parent));
  while (!gtk_widget_get_mapped (GTK_WIDGET (presentation)))
    g_main_context_iteration (NULL, TRUE);
  return presentation;
}

static void
stop (GtkWidget *parent)
{
  gtk_window_destroy (GTK_WINDOW (parent));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
test_keys (void)
{
  GtkWidget *parent;
  TyPresentation *presentation = start (12, &parent);
  static const struct { guint key; guint number; } keys[] = {
    { GDK_KEY_Page_Down, 1 }, { GDK_KEY_space, 2 }, { GDK_KEY_Right, 3 }, { GDK_KEY_Page_Up, 2 },
    { GDK_KEY_BackSpace, 1 }, { GDK_KEY_Left, 0 }, { GDK_KEY_Left, 0 }, { GDK_KEY_End, 11 },
    { GDK_KEY_Page_Down, 11 }, { GDK_KEY_Home, 0 }, { GDK_KEY_5, 4 }, { GDK_KEY_1, 4 }, { GDK_KEY_Return, 0 },
    { GDK_KEY_1, 0 }, { GDK_KEY_0, 9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (ty_presentation_press (presentation, keys[i].key));
      g_assert_cmpuint (ty_presentation_get_number (presentation), ==, keys[i].number);
    }
  g_assert_false (ty_presentation_press (presentation, GDK_KEY_x));
  stop (parent);
}

static void
remember_cb (TyPresentation *presentation,
             guint           slide,
             guint           mark,
             guint          *asked)
{
  (void) presentation;
  *asked = slide * 100 + mark;
}

static void
closed_cb (gpointer  data,
           GObject  *object)
{
  (void) object;
  *(gboolean *) data = TRUE;
}

/* Escape leaves one thing after the other: what lies over the slide, the black screen, the presentation. */
static void
test_leave (void)
{
  GtkWidget *parent;
  TyPresentation *presentation = start (3, &parent);
  g_autoptr(TyChart) people = ty_chart_new (TY_CHART_TABLE, "72 人");
  gboolean closed = FALSE;
  guint asked = 0;

  g_signal_connect (presentation, "mark-activated", G_CALLBACK (remember_cb), &asked);
  g_object_weak_ref (G_OBJECT (presentation), closed_cb, &closed);
  ty_presentation_press (presentation, GDK_KEY_Page_Down);
  ty_presentation_press (presentation, GDK_KEY_b);
  g_assert_true (ty_presentation_is_blank (presentation));
  ty_presentation_press (presentation, GDK_KEY_Escape);
  g_assert_false (ty_presentation_is_blank (presentation));
  ty_presentation_press (presentation, GDK_KEY_Tab);
  ty_presentation_press (presentation, GDK_KEY_Return);
  g_assert_cmpuint (asked, ==, 100);
  ty_presentation_show_people (presentation, people);
  ty_presentation_press (presentation, GDK_KEY_Escape);
  g_assert_cmpuint (ty_presentation_get_number (presentation), ==, 1);
  g_assert_false (closed);
  ty_presentation_press (presentation, GDK_KEY_Escape);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
  stop (parent);
}

static void
test_running (void)
{
  GtkWidget *parent;
  TyPresentation *presentation = start (2, &parent);

  g_assert_false (ty_presentation_is_running (presentation));
  ty_presentation_set_seconds (presentation, 1);
  g_assert_true (ty_presentation_is_running (presentation));
  while (ty_presentation_get_number (presentation) == 0)
    g_main_context_iteration (NULL, TRUE);
  ty_presentation_press (presentation, GDK_KEY_p);
  g_assert_false (ty_presentation_is_running (presentation));
  stop (parent);
}

/* No text of a slide is smaller than what the back row can read, and a long list goes on. */
static void
test_sizes (void)
{
  g_autoptr(TySlides) slides = ty_slides_new ("石城县", "全县");
  g_autoptr(TyChart) chart = ty_chart_new (TY_CHART_TABLE, "各村");
  guint n_rows = 0, n_before, category, series;

  ty_chart_add_series (chart, "人数", TY_CHART_NOW);
  for (guint i = 0; i < 30; i++)
    ty_chart_set_value (chart, ty_chart_add_category (chart, "石泉村", NULL), 0, i, "7");
  ty_slides_add (slides, chart, NULL);
  g_assert_cmpuint (ty_slides_get_n (slides), >, 2);
  for (guint i = 0; i < ty_slides_get_n (slides); i++)
    {
      TyChartPicture *picture = ty_slides_get_picture (slides, i, 0);

      n_before = n_rows;
      n_rows += ty_chart_get_n_categories (ty_chart_picture_get_chart (picture));
      g_assert_cmpuint (ty_chart_picture_get_n_left (picture), ==, 0);
      g_assert_cmpuint (ty_slides_locate (slides, i, 0, &category, &series), ==, 0);
      g_assert_cmpuint (category, ==, n_before);
      g_assert_cmpuint (series, ==, 0);
      for (guint k = 0; k < ty_chart_picture_get_n_labels (picture); k++)
        g_assert_cmpfloat (ty_chart_picture_get_label (picture, k)->size, >=, 40);
    }
  g_assert_cmpuint (n_rows, ==, 30);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/presentation/keys", test_keys);
  g_test_add_func ("/presentation/leave", test_leave);
  g_test_add_func ("/presentation/running", test_running);
  g_test_add_func ("/presentation/sizes", test_sizes);
  return g_test_run ();
}
