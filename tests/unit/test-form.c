/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-form-pdf.h"

#include <cairo.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

#define TEMPLATE(rest) "{\"id\": \"x\", \"title\": \"表\", \"paper\": [100, 100], \"styles\": {\"label\": {}, " \
                       "\"value\": {\"size\": 12, \"least\": 6}}, " rest "}"

/* Each is refused with a sentence that says where. */
static void
test_malformed (void)
{
  const struct
  {
    const char *json;
    const char *where;
  } cases[] = {
    { "{", "JSON" },
    { "[]", "{…}" },
    { "{\"id\": \"x\"}", "title" },
    { "{\"id\": \"x\", \"title\": \"y\", \"paper\": [0, 10]}", "paper" },
    { "{\"id\": \"x\", \"title\": \"y\", \"paper\": [100, 1e99]}", "paper" },
    { "{\"id\": 5, \"title\": \"y\", \"paper\": [100, 100]}", "id" },
    { "{\"id\": \"x\", \"title\": \"y\", \"of\": \"nobody\", \"paper\": [100, 100]}", "of" },
    { TEMPLATE ("\"pages\": []"), "pages" },
    { TEMPLATE ("\"pages\": [5]"), "pages[0]" },
    { TEMPLATE ("\"pages\": [{\"boxes\": [{\"at\": [1], \"area\": [1, 1]}]}]"), "pages[0].boxes[0]" },
    { TEMPLATE ("\"pages\": [{\"boxes\": [{\"at\": [1, 1], \"area\": [-1, 1]}]}]"), "area" },
    { TEMPLATE ("\"pages\": [{\"boxes\": [{\"at\": [1, 1], \"area\": [9, 9], \"label\": \"a\", \"style\": \"no\"}]}]"),
      "no" },
    { TEMPLATE ("\"pages\": [{\"boxes\": [{\"at\": [1, 1], \"area\": [9, 9], \"label\": \"a\", \"size\": 0}]}]"),
      "size" },
    { TEMPLATE ("\"pages\": [{\"boxes\": [{\"at\": [1, 1], \"area\": [9, 9], \"label\": \"a\", \"pad\": [1, 2]}]}]"),
      "pad" },
    { TEMPLATE ("\"pages\": [{\"boxes\": [{\"at\": [1, 1], \"area\": [9, 9], \"label\": \"a\", \"font\": \"x\"}]}]"),
      "font" },
    { TEMPLATE ("\"pages\": [{\"boxes\": [{\"at\": [1, 1], \"area\": [9, 9], \"flow\": true}]}]"), "flow" },
    { TEMPLATE ("\"pages\": [{\"tables\": [{\"at\": [1, 1], \"columns\": [], \"rows\": []}]}]"), "columns" },
    { TEMPLATE ("\"pages\": [{\"tables\": [{\"at\": [1, 1], \"columns\": [5, -5], \"rows\": []}]}]"), "columns" },
    { TEMPLATE ("\"pages\": [{\"tables\": [{\"at\": [1, 1], \"columns\": [5, 5], \"rows\": [{\"height\": 5, "
                "\"cells\": [\"a\"]}]}]}]"), "pages[0].tables[0].rows[0]" },
    { TEMPLATE ("\"pages\": [{\"tables\": [{\"at\": [1, 1], \"columns\": [5, 5], \"rows\": [{\"height\": 5, "
                "\"cells\": [\"a\", \"b\", \"c\"]}]}]}]"), "rows[0].cells[2]" },
    { TEMPLATE ("\"pages\": [{\"tables\": [{\"at\": [1, 1], \"columns\": [5], \"rows\": [{\"height\": 5, "
                "\"cells\": [{\"label\": \"a\", \"rows\": 2}]}]}]}]"), "rows[0].cells[0]" },
    { TEMPLATE ("\"pages\": [{\"tables\": [{\"at\": [1, 1], \"columns\": [5], \"rows\": [{\"height\": 5, "
                "\"repeat\": 2, \"cells\": [\"a\"]}]}]}]"), "repeat" },
    { TEMPLATE ("\"pages\": [{\"tables\": [{\"at\": [1, 1], \"columns\": [5], \"rows\": [{\"height\": 5, "
                "\"repeat\": 1000000, \"cells\": [\"a\"]}]}]}]"), "repeat" },
    { TEMPLATE ("\"pages\": [{\"list\": \"family\"}]"), "list" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TyFormTemplate) template = ty_form_template_new (cases[i].json, -1, &error);

      g_assert_null (template);
      g_assert_true (error->domain == TY_FORM_TEMPLATE_ERROR);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].where));
    }
}

static TyFormValues *
make_usual (void)
{
  TyFormValues *values = ty_form_values_new ();
  const char *const texts[][2] = {
    { "name", "张三" }, { "sex", "男" }, { "birth", "1978.05\n（43岁）" }, { "ethnicity", "汉族" },
    { "native_place", "云屏县" }, { "party_date", "2001.08；民建" }, { "full_time_level", "大学" },
    { "full_time_degree", "管理学学士" }, { "full_time_level_school", "江城大学公共管理学院行政管理专业" },
    { "full_time_degree_school", "江城大学公共管理学院行政管理专业" },
    { "in_service_level", "大学" }, { "in_service_level_school", "省委党校经济管理专业" },
    { "in_service_degree", "法学硕士" }, { "in_service_degree_school", "江城大学法学院法律专业" },
    { "present_post", "云屏县屏阳镇东山村党支部书记、村民委员会主任" },
    { "resume", "1996.09--2000.07  江城大学学习\n2000.07--2008.03  云屏县屏阳镇干部（其间：2003.09--2006.07  "
                "省委党校学习）\n2008.03--         云屏县屏阳镇东山村党支部书记" },
    { "honours", "2019年，被云屏县委授予优秀共产党员称号" },
    { "mentor", "赵六" }, { "programme", "青蓝帮带" }, { "pairing_from", "2021年3月" }, { "talks_wanted", "4" },
    { "goal", "一年内能独立主持村务" }, { "plan", "（1）2021年6月前，主持一次村民代表会议。\n（2）2021年9月前，办成一件实事。" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    ty_form_values_set (values, texts[i][0], texts[i][1]);
  for (guint i = 0; i < 4; i++)
    ty_form_values_set (ty_form_values_add_row (values, "family"), "name", "李四");
  ty_form_values_set (ty_form_values_add_row (values, "people"), "name", "王五");
  for (guint i = 0; i < 3; i++)
    ty_form_values_set (ty_form_values_add_row (values, "talks"), "topics", "村集体经济怎么起步");
  return values;
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

/* As much as there can be, and more. */
static TyFormValues *
make_overfull (void)
{
  TyFormValues *values = make_usual ();

  ty_form_values_set (values, "name", "阿卜杜热合曼·阿卜杜克热木·买买提明江");
  ty_form_values_take (values, "resume", repeat ("2001.01--2001.06  云屏县屏阳镇党政综合办公室干部、"
                                                 "挂任东山村党支部第一书记\n", 80));
  ty_form_values_take (values, "honours", repeat ("二〇一九年获县委表彰；", 120));
  ty_form_values_take (values, "annual_results", repeat ("2019年称职；", 60));
  ty_form_values_take (values, "present_post", repeat ("云屏县某某领导小组办公室副主任，", 20));
  ty_form_values_take (values, "goal", repeat ("熟悉村务、党务，", 100));
  ty_form_values_take (values, "plan", repeat ("（1）2021年6月前，主持一次村民代表会议。\n", 60));
  ty_form_values_take (values, "reviews", repeat ("2021年6月，导师评价：较好。\n", 60));
  ty_form_values_take (values, "programme", repeat ("青蓝帮带", 60));
  for (guint i = 0; i < 50; i++)
    {
      ty_form_values_set (ty_form_values_add_row (values, "talks"), "topics", "村集体经济怎么起步");
      ty_form_values_set (ty_form_values_add_row (values, "family"), "name", "王五");
      ty_form_values_set (ty_form_values_add_row (values, "people"), "name", "阿卜杜热合曼·阿卜杜克热木·买买提明江");
    }
  return values;
}

static guint
count_pages (const char   *id,
             TyFormValues *values,
             guint        *n_warnings)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyFormTemplate) template = ty_form_template_get_shipped (id, &error);
  g_autoptr(TyFormWriter) writer = ty_form_writer_new (FALSE);
  g_autoptr(TyForm) form = NULL;
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);
  guint n_pages;

  g_assert_no_error (error);
  form = ty_form_new (template, writer, values);
  n_pages = ty_form_get_n_pages (form);
  for (guint i = 0; i < n_pages; i++)
    ty_form_draw_page (form, i, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  *n_warnings = ty_form_get_warnings (form)->len;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return n_pages;
}

/* Every template with nothing, with what is usual and with too much. */
static void
test_all (void)
{
  const char * const *ids = ty_form_template_list_shipped ();
  g_autoptr(TyFormValues) blank = ty_form_values_new ();
  g_autoptr(TyFormValues) usual = make_usual ();
  g_autoptr(TyFormValues) overfull = make_overfull ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint n_warnings, n_usual, n_overfull;

      n_usual = count_pages (ids[i], usual, &n_warnings);
      g_assert_cmpuint (n_warnings, ==, 0);
      g_assert_cmpuint (count_pages (ids[i], blank, &n_warnings), <=, n_usual);
      g_assert_cmpuint (n_warnings, ==, 0);
      n_overfull = count_pages (ids[i], overfull, &n_warnings);
      g_assert_cmpuint (n_overfull, >=, n_usual);
      if (g_str_has_prefix (ids[i], "appointment-"))
        {
          g_assert_cmpuint (n_usual, ==, 2);
          g_assert_cmpuint (n_overfull, >, 4);
          g_assert_cmpuint (n_warnings, >=, 3);
        }
      else if (strcmp (ids[i], "mentor-letter") == 0)
        {
          g_assert_cmpuint (n_usual, ==, 1);
          g_assert_cmpuint (n_overfull, ==, 1);
        }
      else
        {
          g_assert_cmpuint (n_usual, ==, g_str_has_prefix (ids[i], "pairing-") ? 2 : 1);
          g_assert_cmpuint (n_overfull, >, n_usual);
        }
    }
}

static GBytes *
read_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* A photo that is none is left out, and the form says so. */
static void
test_photo (void)
{
  g_autoptr(TyFormValues) values = make_usual ();
  g_autoptr(GBytes) broken = read_bytes ("\377\330\377\340 no picture");
  guint n_warnings;

  ty_form_values_set_photo (values, broken);
  g_assert_cmpuint (count_pages ("appointment-a4", values, &n_warnings), ==, 2);
  g_assert_cmpuint (n_warnings, ==, 1);
}

/* Dates and text of an entry are told apart; what has no dates hangs where the other texts do. */
static void
test_hanging (void)
{
  g_autofree char *hanging = ty_form_writer_dup_hanging ("1996.09--2000.07  江城大学学习\r\n"
                                                         "2008.03--         云屏县干部\n"
                                                         "                  兼任书记\n"
                                                         "第八届党代会代表\n\n");

  g_assert_cmpstr (hanging, ==, "1996.09--2000.07\t江城大学学习\n2008.03--\t云屏县干部\n\t兼任书记\n"
                                "\t第八届党代会代表");
}

/* The larger the text, the smaller its letters, and never less than the template says. */
static void
test_fit (void)
{
  g_autoptr(TyFormWriter) writer = ty_form_writer_new (FALSE);
  const TyFormText style = { .size = 14, .least = 8, .step = 0.5, .lead = 1 };
  double last = 14;

  for (guint n = 1; n < 400; n += 13)
    {
      g_autofree char *text = repeat ("村", n);
      g_auto(TyFormFitted) fitted = { 0 };

      ty_form_writer_fit (writer, &style, text, 200, 100, &fitted);
      g_assert_cmpfloat (fitted.size, <=, last);
      g_assert_cmpfloat (fitted.size, >=, 8);
      if (fitted.overfull)
        g_assert_cmpfloat (fitted.size, ==, 8);
      else
        g_assert_cmpfloat (fitted.height, <=, 100.01);
      last = fitted.size;
    }
  g_assert_cmpfloat (last, ==, 8);
}

/* What no font has is told, and what a font has is not. */
static void
test_missing (void)
{
  g_autoptr(TyFormWriter) writer = ty_form_writer_new (FALSE);
  const TyFormText style = { .size = 14, .least = 14, .step = 1, .lead = 1 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_auto(TyFormFitted) fitted = { 0 };

      ty_form_writer_fit (writer, &style, i == 0 ? "张三" : "张\364\217\277\275三\356\200\200", 500, 100, &fitted);
      *(i == 0 ? &before : &after) = ty_form_writer_dup_missing (writer);
    }
  g_assert_null (before);
  g_assert_nonnull (after);
  g_assert_nonnull (strstr (after, "\356\200\200"));
}

/* A disk that is full is told. */
static void
test_full (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyFormTemplate) template = ty_form_template_get_shipped ("appointment-a4", NULL);
  g_autoptr(TyFormWriter) writer = ty_form_writer_new (FALSE);
  g_autoptr(TyFormValues) values = make_usual ();
  g_autoptr(TyForm) form = ty_form_new (template, writer, values);
  int fd = open ("/dev/full", O_WRONLY | O_CLOEXEC);
  TyFormPdf *pdf;
  gboolean done = TRUE;

  if (fd < 0)
    {
      g_test_skip ("There is no /dev/full.");
      return;
    }
  pdf = ty_form_pdf_new (fd, "表");
  for (guint i = 0; done && i < 4; i++)
    done = ty_form_pdf_add (pdf, form, "张三", &error);
  done = done && ty_form_pdf_finish (pdf, &error);
  g_assert_false (done);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  ty_form_pdf_free (pdf);
  close (fd);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/malformed", test_malformed);
  g_test_add_func ("/form/all", test_all);
  g_test_add_func ("/form/photo", test_photo);
  g_test_add_func ("/form/hanging", test_hanging);
  g_test_add_func ("/form/fit", test_fit);
  g_test_add_func ("/form/missing", test_missing);
  g_test_add_func ("/form/full", test_full);
  return g_test_run ();
}
