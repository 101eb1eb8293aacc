/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-test-county"

#include "config.h"

#include "ty-test-county.h"

#include "ty-action-log.h"
#include "ty-check.h"
#include "ty-content-hash.h"
#include "ty-county.h"
#include "ty-person-table.h"
#include "ty-table.h"

#include <glib/gstdio.h>
#include <stdarg.h>

/* What the tests of the store share: a county file of their own and the command line. */

void
ty_test_county_set_up (TyTestCounty  *self,
                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("touyan-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "石城县.touyan", NULL);
  self->store = ty_county_create (self->path, "石城县", "990101", "tester", &error);
  g_assert_no_error (error);
}

/**
 * ty_test_remove_tree:
 * @path: a file or a folder
 *
 * Removes it with all that is in it.
 */
void
ty_test_remove_tree (const char *path)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      ty_test_remove_tree (child);
    }
  g_remove (path);
}

void
ty_test_county_tear_down (TyTestCounty  *self,
                          gconstpointer  data)
{
  g_clear_object (&self->store);
  ty_test_remove_tree (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

void
ty_test_county_reopen (TyTestCounty *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_object (&self->store);
  self->store = ty_store_open (self->path, TY_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
}

char *
ty_test_county_build_path (TyTestCounty *self,
                           const char   *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static gboolean
add_person (TyStore   *store,
            gpointer   data,
            GError   **error)
{
  g_autoptr(TyPerson) person = ty_person_new ();

  ty_record_set_text (TY_RECORD (person), TY_PERSON_NAME, data);
  return ty_person_table_add (store, person, error);
}

/**
 * ty_test_county_add:
 * @store: a store that writes
 * @name: of a new person
 *
 * Returns: the sequence of the action
 */
gint64
ty_test_county_add (TyStore    *store,
                    const char *name)
{
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  g_autoptr(GError) error = NULL;

  ty_store_run (store, &spec, add_person, (gpointer) name, &error);
  g_assert_no_error (error);
  g_assert_cmpint (spec.seq, >, 0);
  return spec.seq;
}

typedef struct
{
  const char *name;
  const char *phone;
} Edit;

static gboolean
set_phone (TyStore   *store,
           gpointer   data,
           GError   **error)
{
  const Edit *edit = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) people = ty_person_table_list_by_name (database, edit->name, error);
  TyRecord *person;

  g_assert_cmpuint (people->len, ==, 1);
  person = g_ptr_array_index (people, 0);
  ty_record_set_text (person, TY_PERSON_PHONE, edit->phone);
  return ty_table_update (database, person, error);
}

/**
 * ty_test_county_set_phone:
 * @store: a store that writes
 * @name: of the only person with this name
 * @phone: the new number
 *
 * Returns: the sequence of the action
 */
gint64
ty_test_county_set_phone (TyStore    *store,
                          const char *name,
                          const char *phone)
{
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  Edit edit = { name, phone };
  g_autoptr(GError) error = NULL;

  ty_store_run (store, &spec, set_phone, &edit, &error);
  g_assert_no_error (error);
  g_assert_cmpint (spec.seq, >, 0);
  return spec.seq;
}

/**
 * ty_test_county_dup_content:
 * @store: a store
 *
 * Returns: (transfer full): the hash over all rows under history
 */
char *
ty_test_county_dup_content (TyStore *store)
{
  g_autoptr(GError) error = NULL;
  gint64 n_rows;
  char *hash = ty_content_hash (ty_store_get_database (store), &n_rows, &error);

  g_assert_no_error (error);
  return hash;
}

gint64
ty_test_county_count (TyStore    *store,
                      const char *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 number = 0;

  ty_database_get_integer (ty_store_get_database (store), sql, &number, &error);
  g_assert_no_error (error);
  return number;
}

void
ty_test_county_exec (TyStore    *store,
                     const char *sql)
{
  g_autoptr(GError) error = NULL;

  ty_database_exec (ty_store_get_database (store), sql, &error);
  g_assert_no_error (error);
}

void
ty_test_county_assert_sound (TyStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = ty_check_run (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((TyFinding *) g_ptr_array_index (findings, i))->text);
  g_assert_cmpuint (findings->len, ==, 0);
}

static GSubprocess *
start (const char *data_folder,
       va_list     args)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  const char *word;

  g_ptr_array_add (words, g_build_filename (g_getenv ("TY_BUILD_ROOT"), "touyan-cli", NULL));
  while ((word = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (words, g_strdup (word));
  g_ptr_array_add (words, NULL);

  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", data_folder, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&process);
}

/**
 * ty_test_cli_start:
 * @data_folder: what the program takes for the user's data folder
 * @...: the words of a command of touyan-cli, ended by %NULL
 *
 * Returns: (transfer full): the program, which runs
 */
GSubprocess *
ty_test_cli_start (const char *data_folder,
                   ...)
{
  GSubprocess *process;
  va_list args;

  va_start (args, data_folder);
  process = start (data_folder, args);
  va_end (args);
  return process;
}

/**
 * ty_test_cli_run:
 * @data_folder: what the program takes for the user's data folder
 * @output: (out) (optional) (transfer full): what it printed
 * @errors: (out) (optional) (transfer full): its messages
 * @...: the words of a command of touyan-cli, ended by %NULL
 *
 * Returns: its exit status; it must not crash
 */
int
ty_test_cli_run (const char  *data_folder,
                 char       **output,
                 char       **errors,
                 ...)
{
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  va_list args;

  va_start (args, errors);
  process = start (data_folder, args);
  va_end (args);

  g_subprocess_communicate_utf8 (process, NULL, NULL, output, errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}
