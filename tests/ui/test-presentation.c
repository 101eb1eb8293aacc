/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-awake.h"
#include "ty-presentation-choices.h"
#include "ty-presentation.h"
#include "ty-settings.h"

#include <adwaita.h>
#include <string.h>

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

static GtkWidget *
find_role (GtkWidget         *widget,
           GtkAccessibleRole  role)
{
  GtkWidget *found = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == role ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_role (child, role);
  return found;
}

static void
check_told (GtkWidget  *area,
            const char *label,
            const char *description)
{
  g_assert_true (gtk_widget_is_focus (area));
  g_assert_true (gtk_widget_is_visible (area));
  gtk_test_accessible_assert_property (area, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_test_accessible_assert_property (area, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

/* Who hears the screen hears the slide, the mark that Tab goes to, and a list over it as a dialog: it has a role and a
 * name, and the focus comes to it and goes back. */
static void
test_told (void)
{
  GtkWidget *parent;
  TyPresentation *presentation = start (3, &parent);
  GtkWidget *slide = find_role (GTK_WIDGET (presentation), GTK_ACCESSIBLE_ROLE_IMG);
  GtkWidget *list = find_role (GTK_WIDGET (presentation), GTK_ACCESSIBLE_ROLE_DIALOG);
  g_autoptr(TyChart) people = ty_chart_new (TY_CHART_TABLE, "一肩挑 72");
  g_autoptr(TySlides) slides = make_slides (3);
  g_autofree char *said = ty_slides_dup_summary (slides, 1);
  g_autofree char *listed = NULL;

  ty_presentation_press (presentation, GDK_KEY_Page_Down);
  check_told (slide, "第 2 张", said);
  g_assert_false (gtk_widget_get_visible (list));
  ty_presentation_press (presentation, GDK_KEY_Tab);
  check_told (slide, "第 2 张 现在: 44.45", said);

  ty_chart_set_text (people, TY_CHART_SUBTITLE, "72 人");
  ty_chart_add_series (people, "职务", TY_CHART_NOW);
  ty_chart_set_value (people, ty_chart_add_category (people, "张三", NULL), 0, 1, "书记");
  ty_presentation_show_people (presentation, people);
  listed = ty_chart_dup_summary (people);
  g_assert_nonnull (strstr (listed, "72 人"));
  g_assert_nonnull (strstr (listed, "张三"));
  check_told (list, "一肩挑 72", listed);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_MODAL, TRUE);

  ty_presentation_press (presentation, GDK_KEY_Escape);
  check_told (slide, "第 2 张", said);
  g_assert_false (gtk_widget_get_visible (list));
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

static gboolean
meet (const TyChartLabel *a,
      const TyChartLabel *b)
{
  return a->x < b->x + b->width - 0.5 && b->x < a->x + a->width - 0.5 && a->y < b->y + b->height - 0.5
         && b->y < a->y + a->height - 0.5;
}

/* A table with as many rows, or a figure. */
static TyChart *
make_card (guint number,
           guint n_rows)
{
  g_autofree char *title = g_strdup_printf ("卡片 %u", number);
  TyChart *chart = ty_chart_new (n_rows > 0 ? TY_CHART_TABLE : TY_CHART_FIGURE, title);

  ty_chart_add_series (chart, "人数", TY_CHART_NOW);
  for (guint i = 0; i < MAX (n_rows, 1); i++)
    ty_chart_set_value (chart, ty_chart_add_category (chart, title, NULL), 0, i, "44.45");
  return chart;
}

/* Figures share a slide, and a long list has as many as it needs; everything is as large as on a slide for itself, and
 * every mark is known by its card. */
static void
test_pages (void)
{
  g_autoptr(TySlides) slides = ty_slides_new ("石城县", "全县");
  g_autoptr(GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_chart_unref);
  guint seen[8] = { 0 };

  for (guint i = 0; i < 8; i++)
    g_ptr_array_add (charts, make_card (i, i == 6 ? 30 : 0));
  ty_slides_add_page (slides, "概况", charts);

  g_assert_cmpuint (ty_slides_get_n_parts (slides, 0), ==, 6);
  g_assert_cmpstr (ty_slides_get_title (slides, 0), ==, "概况");
  g_assert_cmpstr (ty_slides_get_title (slides, 1), ==, "卡片 6");
  for (guint i = 0; i < ty_slides_get_n (slides); i++)
    {
      guint mark = TY_CHART_NONE, category, series, first;

      for (guint k = 0; k < ty_slides_get_n_parts (slides, i); k++)
        {
          TyChartPicture *picture = ty_slides_get_picture (slides, i, k);
          double width, height;

          ty_chart_picture_get_size (picture, &width, &height);
          for (guint l = 0; l < ty_chart_picture_get_n_labels (picture); l++)
            {
              const TyChartLabel *label = ty_chart_picture_get_label (picture, l);

              g_assert_cmpfloat (label->size, >=, 40);
              g_assert_cmpfloat (label->x + label->width, <=, width + 1);
              g_assert_cmpfloat (label->y + label->height, <=, height + 1);
              for (guint m = 0; m < l; m++)
                g_assert_false (meet (label, ty_chart_picture_get_label (picture, m)));
            }
        }
      first = mark = ty_slides_step (slides, i, TY_CHART_NONE, FALSE);
      do
        {
          guint source = ty_slides_locate (slides, i, mark, &category, &series);

          g_assert_cmpuint (source, <, 8);
          seen[source] = MAX (seen[source], category + 1);
          mark = ty_slides_step (slides, i, mark, FALSE);
        }
      while (mark != first);
    }
  for (guint i = 0; i < 8; i++)
    g_assert_cmpuint (seen[i], >=, i == 6 ? 30 : 1);
}

/* The title of a figure says what was found. */
static void
test_finding (void)
{
  static const struct { const char *change, *unit, *title; } findings[] = {
    { "▲ 41.98", "%", "一肩挑: up 41.98 percentage points" },
    { "▼ 9.31", "岁", "一肩挑: down 9.31 岁" },
    { "▲ 5", NULL, "一肩挑: up 5" },
    { "持平", "%", "一肩挑" },
    { NULL, "%", "一肩挑" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      g_autoptr(TySlides) slides = ty_slides_new ("石城县", "全县");
      g_autoptr(TyChart) chart = ty_chart_new (TY_CHART_FIGURE, "一肩挑");

      ty_chart_add_series (chart, "现在", TY_CHART_NOW);
      ty_chart_set_value (chart, ty_chart_add_category (chart, "", NULL), 0, 95.48, "95.48");
      ty_chart_set_text (chart, TY_CHART_CHANGE, findings[i].change);
      ty_chart_set_text (chart, TY_CHART_UNIT, findings[i].unit);
      ty_slides_add (slides, chart, NULL);
      g_assert_cmpstr (ty_slides_get_title (slides, 0), ==, findings[i].title);
    }
}

/* Every bar of a slide has its number, also the last one, whose number is wider than the bar. */
static void
test_numbers (void)
{
  g_autoptr(TySlides) slides = ty_slides_new ("石城县", "全县");
  g_autoptr(TyChart) chart = ty_chart_new (TY_CHART_BEFORE_AFTER, "结构");
  TyChartPicture *picture;
  guint n = 0;

  ty_chart_add_series (chart, "换届前", TY_CHART_BEFORE);
  ty_chart_add_series (chart, "换届后", TY_CHART_NOW);
  for (guint i = 0; i < 7; i++)
    {
      guint category = ty_chart_add_category (chart, "女性", NULL);

      ty_chart_set_value (chart, category, 0, 10.19, "10.19");
      ty_chart_set_value (chart, category, 1, 92.90, "92.90");
    }
  ty_slides_add (slides, chart, NULL);
  picture = ty_slides_get_picture (slides, 0, 0);
  for (guint i = 0; i < ty_chart_picture_get_n_labels (picture); i++)
    n += g_str_equal (ty_chart_picture_get_label (picture, i)->text, "92.90");
  g_assert_cmpuint (n, ==, 7);
}

/* What a mark of the second slide of a list is called there. */
static void
test_continued (void)
{
  g_autoptr(TySlides) slides = ty_slides_new ("石城县", "全县");
  g_autoptr(TyChart) chart = make_card (0, 30);
  TyChart *slice;
  guint category, series;

  ty_slides_add (slides, chart, NULL);
  slice = ty_chart_picture_get_chart (ty_slides_get_picture (slides, 1, 0));
  g_assert_cmpuint (ty_slides_locate (slides, 1, ty_chart_get_mark (slice, 2, 0), &category, &series), ==, 0);
  g_assert_cmpuint (category, >, 2);
  g_assert_cmpfloat (ty_chart_get_value (chart, category, series), ==, ty_chart_get_value (slice, 2, 0));
}

/* The choices are those of the settings: each look, and what is dark becomes light. */
static void
test_look (void)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (""));
  GSettings *settings = ty_settings_get ();
  TyTheme theme;

  ty_presentation_choices_read_theme (widget, &theme);
  g_assert_cmpfloat (theme.colors[TY_COLOR_CARD].red, ==, 1);
  ty_presentation_choices_toggle_dark (widget);
  ty_presentation_choices_read_theme (widget, &theme);
  g_assert_cmpfloat (theme.colors[TY_COLOR_CARD].red, <, 0.3);
  ty_presentation_choices_toggle_dark (widget);
  g_assert_false (ty_presentation_choices_get_pages ());
  g_settings_set_string (settings, "presentation-slides", "pages");
  g_assert_true (ty_presentation_choices_get_pages ());
  g_settings_reset (settings, "presentation-slides");
  g_settings_reset (settings, "presentation-look");
  g_object_unref (widget);
}

/* A screen saver as desktops without a session manager of GNOME have it. */
typedef struct
{
  guint n_inhibited;
  guint released; /* the last cookie */
} Saver;

static void
saver_cb (GDBusConnection       *connection,
          const char            *sender,
          const char            *path,
          const char            *interface,
          const char            *method,
          GVariant              *parameters,
          GDBusMethodInvocation *invocation,
          gpointer               data)
{
  Saver *saver = data;

  (void) connection;
  (void) sender;
  (void) path;
  (void) interface;
  if (strcmp (method, "Inhibit") == 0)
    {
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", 40 + ++saver->n_inhibited));
      return;
    }
  g_variant_get (parameters, "(u)", &saver->released);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
named_cb (GDBusConnection *connection,
          const char      *name,
          gpointer         data)
{
  (void) connection;
  (void) name;
  *(gboolean *) data = TRUE;
}

static void
test_awake (void)
{
  static const char *const xml =
    "<node><interface name='org.freedesktop.ScreenSaver'>"
    "<method name='Inhibit'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='u' direction='out'/></method>"
    "<method name='UnInhibit'><arg type='u' direction='in'/></method></interface></node>";
  static const GDBusInterfaceVTable table = { .method_call = saver_cb };
  g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, NULL);
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr(GtkApplication) application = gtk_application_new ("org.touyan.TestAwake", 0);
  GtkWidget *window = gtk_window_new ();
  Saver saver = { 0 };
  gboolean named = FALSE;
  TyAwake *awake;
  guint name;

  if (bus == NULL)
    {
      g_test_skip ("There is no session bus");
      gtk_window_destroy (GTK_WINDOW (window));
      return;
    }
  g_dbus_connection_register_object (bus, "/org/freedesktop/ScreenSaver", node->interfaces[0], &table, &saver, NULL,
                                     NULL);
  name = g_bus_own_name_on_connection (bus, "org.freedesktop.ScreenSaver", 0, named_cb, NULL, &named, NULL);
  while (!named)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  gtk_window_set_application (GTK_WINDOW (window), application);

  awake = ty_awake_new (GTK_WINDOW (window), "幻灯片");
  while (saver.n_inhibited == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (saver.released, ==, 0);
  ty_awake_free (awake);
  while (saver.released == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (saver.released, ==, 41);

  g_bus_unown_name (name);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/presentation/keys", test_keys);
  g_test_add_func ("/presentation/leave", test_leave);
  g_test_add_func ("/presentation/told", test_told);
  g_test_add_func ("/presentation/running", test_running);
  g_test_add_func ("/presentation/sizes", test_sizes);
  g_test_add_func ("/presentation/pages", test_pages);
  g_test_add_func ("/presentation/finding", test_finding);
  g_test_add_func ("/presentation/numbers", test_numbers);
  g_test_add_func ("/presentation/continued", test_continued);
  g_test_add_func ("/presentation/look", test_look);
  g_test_add_func ("/presentation/awake", test_awake);
  return g_test_run ();
}
