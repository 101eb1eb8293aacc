/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-test-office"

#include "config.h"

#include "ty-test-office.h"

#include "ty-action-log.h"
#include "ty-appointment.h"
#include "ty-county.h"
#include "ty-education.h"
#include "ty-person.h"
#include "ty-pinyin.h"
#include "ty-table.h"
#include "ty-term.h"
#include "ty-unit-table.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static char *home;

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
remove_home (void)
{
  remove_tree (home);
  g_free (home);
}

/**
 * ty_test_office_init:
 *
 * Puts the user's data folder, and so the backups, into a folder that goes when the test ends. To
 * be called first in main().
 */
void
ty_test_office_init (void)
{
  home = g_dir_make_tmp ("touyan-home-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  atexit (remove_home);
}

/* An action that cannot be undone, so that the test begins with nothing to undo. */
static void
run_final (TyTestOffice *self,
           TyActionFunc  func,
           gpointer      data)
{
  TyActionSpec spec = { "tester", "genesis", NULL, 0 };
  g_autoptr(GError) error = NULL;

  ty_store_run_final (self->store, &spec, func, data, &error);
  g_assert_no_error (error);
}

static gboolean
insert_record (TyStore   *store,
               gpointer   data,
               GError   **error)
{
  return ty_table_insert (ty_store_get_database (store), data, error);
}

static gboolean
insert_unit (TyStore   *store,
             gpointer   data,
             GError   **error)
{
  return ty_unit_table_add (store, data, error);
}

/**
 * ty_test_office_add_unit:
 * @self: a county
 * @parent: key of the unit above it
 * @name: name
 * @kind: key of the kind
 * @party_form: (nullable): form of the party organization of a village; none = a township
 * @position: place among its siblings
 *
 * Returns: key of the new unit
 */
gint64
ty_test_office_add_unit (TyTestOffice *self,
                         gint64        parent,
                         const char   *name,
                         const char   *kind,
                         const char   *party_form,
                         gint64        position)
{
  g_autoptr(TyUnitState) state = ty_unit_state_new ();
  TyRecord *record = TY_RECORD (state);

  ty_record_set_integer (record, TY_UNIT_STATE_PARENT, parent);
  ty_record_set_text (record, TY_UNIT_STATE_NAME, name);
  ty_record_set_text (record, TY_UNIT_STATE_LEVEL, party_form != NULL ? "village" : "township");
  ty_record_set_text (record, TY_UNIT_STATE_KIND, kind);
  ty_record_set_text (record, TY_UNIT_STATE_PARTY_FORM, party_form);
  ty_record_set_integer (record, TY_UNIT_STATE_POSITION, position);
  run_final (self, insert_unit, record);
  return ty_record_get_integer (record, TY_UNIT_STATE_UNIT);
}

/**
 * ty_test_office_new:
 *
 * Returns: (transfer full): a county with two townships, two villages and a community
 */
TyTestOffice *
ty_test_office_new (void)
{
  TyTestOffice *self = g_new0 (TyTestOffice, 1);
  g_autoptr(TyUnitState) root = NULL;
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("touyan-office-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "石城县.touyan", NULL);
  self->store = ty_county_create (self->path, "石城县", "990101", "tester", &error);
  g_assert_no_error (error);
  root = ty_unit_table_get_root (ty_store_get_database (self->store), &error);
  g_assert_no_error (error);

  self->county = ty_record_get_integer (TY_RECORD (root), TY_UNIT_STATE_UNIT);
  self->north = ty_test_office_add_unit (self, self->county, "云岭镇", "town", NULL, 1);
  self->south = ty_test_office_add_unit (self, self->county, "石泉乡", "township", NULL, 2);
  /* Their keys run against the official order. */
  self->creek = ty_test_office_add_unit (self, self->north, "下溪村", "village", "general_branch", 2);
  self->pine = ty_test_office_add_unit (self, self->north, "上松村", "village", "branch", 1);
  self->plum = ty_test_office_add_unit (self, self->south, "梅园社区", "community", "committee", 1);
  return self;
}

void
ty_test_office_free (TyTestOffice *self)
{
  g_clear_object (&self->store);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

static TyRecord *
make_person (TyTestOffice *self,
             const char   *name)
{
  TyRecord *record = TY_RECORD (ty_person_new ());

  ty_record_set_integer (record, TY_PERSON_ID, ty_store_mint_id (self->store));
  ty_record_set_text (record, TY_PERSON_NAME, name);
  ty_record_take_text (record, TY_PERSON_PINYIN, ty_pinyin_for_name (name));
  return record;
}

/**
 * ty_test_office_add_person:
 * @self: a county
 * @name: name
 * @sex: (nullable): key of the sex
 * @birth: (nullable): date of birth
 * @id_number: (nullable): ID number
 *
 * Returns: key of the new person
 */
gint64
ty_test_office_add_person (TyTestOffice *self,
                           const char   *name,
                           const char   *sex,
                           const char   *birth,
                           const char   *id_number)
{
  g_autoptr(TyRecord) record = make_person (self, name);

  ty_record_set_text (record, TY_PERSON_SEX, sex);
  ty_record_set_text (record, TY_PERSON_BIRTH, birth);
  ty_record_set_text (record, TY_PERSON_ID_NUMBER, id_number);
  run_final (self, insert_record, record);
  return ty_record_get_integer (record, TY_PERSON_ID);
}

static TyRecord *
make_post (TyTestOffice *self,
           gint64        person,
           gint64        unit,
           const char   *post,
           const char   *from,
           const char   *until)
{
  TyRecord *record = TY_RECORD (ty_appointment_new ());

  ty_record_set_integer (record, TY_APPOINTMENT_ID, ty_store_mint_id (self->store));
  ty_record_set_integer (record, TY_APPOINTMENT_PERSON, person);
  ty_record_set_integer (record, TY_APPOINTMENT_UNIT, unit);
  ty_record_set_text (record, TY_APPOINTMENT_POST, post);
  ty_record_set_text (record, TY_APPOINTMENT_FROM_DATE, from);
  ty_record_set_text (record, TY_APPOINTMENT_UNTIL_DATE, until);
  return record;
}

/**
 * ty_test_office_add_post:
 * @self: a county
 * @person: key of a person
 * @unit: key of a unit
 * @post: key of a post
 * @from: (nullable): from when
 * @until: (nullable): until when
 *
 * Adds an appointment.
 */
void
ty_test_office_add_post (TyTestOffice *self,
                         gint64        person,
                         gint64        unit,
                         const char   *post,
                         const char   *from,
                         const char   *until)
{
  g_autoptr(TyRecord) record = make_post (self, person, unit, post, from, until);

  run_final (self, insert_record, record);
}

/**
 * ty_test_office_add_study:
 * @self: a county
 * @person: key of a person
 * @level: key of the level
 * @outcome: key of the outcome
 *
 * Adds a course of full-time study.
 */
void
ty_test_office_add_study (TyTestOffice *self,
                          gint64        person,
                          const char   *level,
                          const char   *outcome)
{
  g_autoptr(TyEducation) education = ty_education_new ();
  TyRecord *record = TY_RECORD (education);

  ty_record_set_integer (record, TY_EDUCATION_PERSON, person);
  ty_record_set_integer (record, TY_EDUCATION_ID, ty_store_mint_id (self->store));
  ty_record_set_text (record, TY_EDUCATION_MODE, "fulltime");
  ty_record_set_text (record, TY_EDUCATION_LEVEL, level);
  ty_record_set_text (record, TY_EDUCATION_OUTCOME, outcome);
  run_final (self, insert_record, record);
}

/**
 * ty_test_office_add_term:
 * @self: a county
 * @year: its year
 * @from: the day on which it begins
 *
 * Adds a term.
 */
void
ty_test_office_add_term (TyTestOffice *self,
                         int           year,
                         const char   *from)
{
  g_autoptr(TyTerm) term = ty_term_new ();
  TyRecord *record = TY_RECORD (term);

  ty_record_set_integer (record, TY_TERM_ID, ty_store_mint_id (self->store));
  ty_record_set_integer (record, TY_TERM_YEAR, year);
  ty_record_set_text (record, TY_TERM_FROM_DATE, from);
  run_final (self, insert_record, record);
}

typedef struct
{
  TyTestOffice *county;
  guint n;
} Crowd;

static gboolean
insert_crowd (TyStore   *store,
              gpointer   data,
              GError   **error)
{
  const Crowd *crowd = data;

  for (guint i = 0; i < crowd->n; i++)
    {
      g_autofree char *name = g_strdup_printf ("张%u", i);
      g_autoptr(TyRecord) person = make_person (crowd->county, name);
      g_autoptr(TyRecord) post = make_post (crowd->county,
                                            ty_record_get_integer (person, TY_PERSON_ID),
                                            crowd->county->pine, "P8", "2021-10", NULL);

      if (!insert_record (store, person, error) || !insert_record (store, post, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_test_office_add_crowd:
 * @self: a county
 * @n: how many
 *
 * Adds people with one post each.
 */
void
ty_test_office_add_crowd (TyTestOffice *self,
                          guint         n)
{
  Crowd crowd = { self, n };

  run_final (self, insert_crowd, &crowd);
}

/**
 * ty_test_office_done:
 * @self: a county
 *
 * Lets the file go, so that an office can open it.
 */
void
ty_test_office_done (TyTestOffice *self)
{
  g_autoptr(GError) error = NULL;

  ty_store_close (self->store, &error);
  g_assert_no_error (error);
  g_clear_object (&self->store);
}

/**
 * ty_test_office_open:
 * @self: a county
 *
 * Returns: (transfer full): an office that shows it
 */
TyOffice *
ty_test_office_open (TyTestOffice *self)
{
  g_autoptr(TyOffice) office = ty_office_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  if (self->store != NULL)
    ty_test_office_done (self);
  ty_office_open_async (office, self->path, NULL, ty_test_office_keep_result, &result);
  ty_office_open_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return g_steal_pointer (&office);
}

/**
 * ty_test_office_close:
 * @office: an office
 *
 * Closes its file.
 */
void
ty_test_office_close (TyOffice *office)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_close_async (office, ty_test_office_keep_result, &result);
  ty_office_close_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

/**
 * ty_test_office_keep_result:
 *
 * A #GAsyncReadyCallback that puts the result where its user data point to.
 */
void
ty_test_office_keep_result (GObject      *source,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

/**
 * ty_test_office_await:
 * @result: where ty_test_office_keep_result() puts the result
 *
 * Returns: (transfer none): the result, once it is there
 */
GAsyncResult *
ty_test_office_await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/**
 * ty_test_office_count_threads:
 * @name: name of a thread
 *
 * Returns: how many threads of this process have that name
 */
guint
ty_test_office_count_threads (const char *name)
{
  g_autoptr(GDir) dir = g_dir_open ("/proc/self/task", 0, NULL);
  const char *task;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((task = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/task", task, "comm", NULL);
      g_autofree char *comm = NULL;

      n += g_file_get_contents (path, &comm, NULL, NULL) && g_str_equal (g_strchomp (comm), name);
    }
  return n;
}

/**
 * ty_test_office_count_files:
 * @folder: a folder
 *
 * Returns: how many files it holds; none where it does not exist
 */
guint
ty_test_office_count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/**
 * ty_test_office_load_person:
 * @office: an open office
 * @person: key of a person
 *
 * Returns: (transfer full): everything about the person
 */
TyPersonFile *
ty_test_office_load_person (TyOffice *office,
                            gint64    person)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyPersonFile *file;

  ty_office_load_person_async (office, person, NULL, ty_test_office_keep_result, &result);
  file = ty_office_load_person_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return file;
}
