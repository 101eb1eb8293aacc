/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-database.h"
#include "ty-test-county.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

/* Where SQLite says of a file that it is in use: of the index of the log, and of the county itself. */
#define INDEX_IN_USE 128
#define COUNTY_SHARED (0x40000000 + 2)
#define N_SHARED 510

/* Whether another program could have the range for itself: a child is one, and closes nothing of ours. */
static gboolean
could_be_taken (const char *path,
                off_t       begin,
                off_t       length)
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = begin, .l_len = length };
      int fd = open (path, O_RDWR | O_CLOEXEC);

      _exit (fd < 0 ? 2 : fcntl (fd, F_SETLK, &lock) == 0 ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), <, 2);
  return WEXITSTATUS (status) == 0;
}

/* As a dialog for files does with those of a folder, to tell their kinds. */
static void
look_into (const char *path)
{
  char bytes[16];
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (read (fd, bytes, sizeof bytes), >, 0);
  g_assert_cmpint (close (fd), ==, 0);
}

static void
assert_in_use (TyTestCounty *county,
               const char   *index)
{
  g_assert_false (could_be_taken (index, INDEX_IN_USE, 1));
  g_assert_false (could_be_taken (county->path, COUNTY_SHARED, N_SHARED));
}

/* Nobody can cut off the index of the log, or take the county for closed, while it is open here. */
static void
test_looked_into (TyTestCounty  *county,
                  gconstpointer  data)
{
  g_autofree char *index = g_strconcat (county->path, "-shm", NULL);
  g_autoptr(GError) error = NULL;
  TyDatabase *reader = ty_database_open (county->path, TY_DATABASE_READ_ONLY, &error);

  g_assert_no_error (error);
  g_assert_true (ty_database_exec (reader, "SELECT count(*) FROM person", &error));
  g_assert_no_error (error);
  for (guint round = 0; round < 2; round++)
    {
      assert_in_use (county, index);
      look_into (index);
      look_into (county->path);
      ty_test_county_add (county->store, "佟禾");
    }

  /* One of two that is closed gives up nothing that the other needs. */
  ty_database_close (reader);
  assert_in_use (county, index);
  g_assert_true (ty_store_close (county->store, &error));
  g_assert_no_error (error);
  g_assert_true (could_be_taken (county->path, COUNTY_SHARED, N_SHARED));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TY_TEST_ADD ("/steady-locks/looked-into", test_looked_into);
  return g_test_run ();
}
