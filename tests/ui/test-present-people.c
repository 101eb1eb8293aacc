/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-board-presentation.h"
#include "ty-card-chart.h"
#include "ty-office-dashboards.h"
#include "ty-pages.h"
#include "ty-person.h"
#include "ty-table.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"

#include <adwaita.h>
#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

/* A room full of people looks at the slides, and at the list of those behind a mark: nothing there identifies anybody. What
 * is drawn is written into a PDF and read back. */

#define NAME "欧阳清扬"
#define NUMBER "990101196307158039"
#define BIRTH "1963-07-15"
#define PHONE "19900004627"

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  char *path;               /* (owned): of the PDF */
  cairo_surface_t *surface; /* (owned) */
  cairo_t *cr;              /* (owned) */
  GString *told;            /* (owned): what is read out and said of marks */
  gboolean shown[TY_N_CARD_KINDS];
  guint n_shown;
} Fixture;

static gboolean
update (TyStore   *store,
        gpointer   data,
        GError   **error)
{
  return ty_table_update (ty_store_get_database (store), data, error);
}

static void
add_phone (TyTestOffice *county,
           gint64        person)
{
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(TyRecord) record = ty_table_get (ty_store_get_database (county->store), &ty_person_info, person, &error);

  g_assert_no_error (error);
  ty_record_set_text (record, TY_PERSON_PHONE, PHONE);
  ty_store_run (county->store, &spec, update, record, &error);
  g_assert_no_error (error);
}

/* She is in as many figures as possible, and alone in the county, so that she is behind every mark. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  gint64 person;

  self->county = ty_test_office_new ();
  person = ty_test_office_add_person (self->county, NAME, "2", BIRTH, NUMBER);
  add_phone (self->county, person);
  ty_test_office_add_term (self->county, 2021, "2021-10");
  ty_test_office_add_post (self->county, person, self->county->pine, "D1", "2017-12", NULL);
  ty_test_office_add_post (self->county, person, self->county->pine, "C1", "2021-11", NULL);
  ty_test_office_add_study (self->county, person, "31", "graduated");
  self->office = ty_test_office_open (self->county);
  ty_office_set_as_of (self->office, ty_date_new (2021, 12, 31));

  self->path = g_build_filename (self->county->folder, "slides.pdf", NULL);
  self->surface = cairo_pdf_surface_create (self->path, TY_SLIDE_WIDTH, TY_SLIDE_HEIGHT);
  self->cr = cairo_create (self->surface);
  self->told = g_string_new (NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_string_free (self->told, TRUE);
  g_unlink (self->path);
  g_free (self->path);
  ty_test_office_close (self->office);
  g_clear_object (&self->office);
  ty_test_office_free (self->county);
}

static GPtrArray *
count (Fixture           *self,
       const TyDashboard *dashboard)
{
  TyDashboardAsk ask = { .dashboard = dashboard };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *answers;

  ty_office_count_dashboard_async (self->office, &ask, NULL, ty_test_office_keep_result, &result);
  answers = ty_office_count_dashboard_finish (self->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return answers;
}

static void
draw (Fixture        *self,
      TyPresentation *presentation)
{
  ty_presentation_draw (presentation, self->cr, TY_SLIDE_WIDTH, TY_SLIDE_HEIGHT);
  cairo_show_page (self->cr);
}

/* What a chart says where nobody has to see it: to who points at a mark, and to who hears the screen. */
static void
tell (Fixture *self,
      TyChart *chart)
{
  g_autofree char *summary = ty_chart_dup_summary (chart);
  g_autofree char *table = ty_chart_dup_table (chart);

  g_string_append_printf (self->told, "%s\n%s\n", summary, table);
  for (guint mark = 0; mark < ty_chart_get_n_marks (chart); mark++)
    {
      g_autofree char *readout = ty_chart_dup_readout (chart, mark);

      g_string_append_printf (self->told, "%s\n", readout);
    }
}

/* A mark of a card that leads to somebody. */
static guint
find_mark (const TyCardAnswer *answer,
           TyChart            *chart)
{
  for (guint i = 0; i < answer->categories->len; i++)
    for (guint j = 0; j < answer->series->len; j++)
      {
        guint mark = ty_chart_get_mark (chart, i, j);
        g_autoptr(TyPopulation) population = ty_card_chart_dup_population (answer, chart, mark);
        TySubject subject;

        if (ty_card_answer_get_value (answer, i, j)->amount.sum > 0 && population != NULL
            && ty_population_get_subject (population, &subject, NULL) && subject == TY_SUBJECT_PEOPLE)
          return mark;
      }
  return TY_CHART_NONE;
}

/* The slide of a card, and over it the people behind one of its marks. */
static void
show_card (Fixture            *self,
           const TyCardAnswer *answer,
           TyChart            *chart,
           guint               mark)
{
  g_autoptr(GPtrArray) charts = g_ptr_array_new ();
  g_autoptr(GPtrArray) answers = g_ptr_array_new ();
  TyBoardPresentationSpec spec = { "概况", "云岭镇", ty_office_get_as_of (self->office), charts, answers };
  TyPresentation *presentation;
  TySlides *people;

  g_ptr_array_add (charts, chart);
  g_ptr_array_add (answers, (gpointer) answer);
  presentation = ty_board_presentation_new (self->office, &spec);
  draw (self, presentation);
  g_signal_emit_by_name (presentation, "mark-activated", 0, mark);
  ty_test_wait_until (ty_presentation_get_people (presentation) != NULL);
  people = ty_presentation_get_people (presentation);
  tell (self, ty_chart_picture_get_chart (ty_slides_get_picture (people, 0, 0)));
  draw (self, presentation);
  gtk_window_destroy (GTK_WINDOW (presentation));
}

/* All cards are told; one for each way of being shown is looked at. */
static void
show_cards (Fixture   *self,
            GPtrArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const TyCardAnswer *answer = g_ptr_array_index (answers, i);
      g_autoptr(TyChart) chart = ty_card_chart_new (answer);
      guint mark = find_mark (answer, chart);

      tell (self, chart);
      if (mark == TY_CHART_NONE || self->shown[answer->card->kind])
        continue;

      self->shown[answer->card->kind] = TRUE;
      self->n_shown++;
      show_card (self, answer, chart, mark);
    }
}

static char *
read_back (Fixture *self)
{
  const char *argv[] = { "pdftotext", "-layout", self->path, "-", NULL };
  g_autoptr(GError) error = NULL;
  char *text = NULL;
  int status;

  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return text;
}

/* Her number, also masked, her birth and her phone. A line may be broken anywhere. */
static void
assert_nothing_of_her (const char *where,
                       const char *text)
{
  static const char *const secrets[] = {
    "99010119", "630715", "8039", "**", "1963-", "1963.", "1963/", "1963年", "7月15日", "1990000", "199-", "4627",
  };
  g_auto(GStrv) words = g_strsplit_set (text, " \t\n\f", -1);
  g_autofree char *joined = g_strjoinv ("", words);

  g_assert_false (g_strv_contains ((const char *const *) words, "1963"));
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    if (strstr (joined, secrets[i]) != NULL)
      g_error ("%s: %s", where, secrets[i]);
}

static void
test_slides (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) dashboards = ty_dashboard_list_shipped ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < dashboards->len; i++)
    {
      g_autoptr(GPtrArray) answers = count (self, g_ptr_array_index (dashboards, i));

      show_cards (self, answers);
    }
  g_assert_cmpuint (self->n_shown, >=, 5);
  text = read_back (self);

  /* She is there, by name and age, so that it was read. */
  g_assert_nonnull (strstr (text, NAME));
  g_assert_nonnull (strstr (self->told->str, NAME));
  g_assert_nonnull (strstr (text, "上松村"));
  assert_nothing_of_her ("on the screen", text);
  assert_nothing_of_her ("told", self->told->str);
}

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();

  g_test_add ("/present-people/slides", Fixture, NULL, set_up, test_slides, tear_down);
  return g_test_run ();
}
