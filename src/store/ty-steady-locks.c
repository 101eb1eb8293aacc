/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-steady-locks"

#include "config.h"

#include "ty-steady-locks.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

/* SQLite locks its files for the whole process, and a process gives up all locks on a file when anything in it closes
 * the file: it is enough that a dialog for files looks into those of a folder to tell their kinds. Another program then
 * believes that nobody has the county open and cuts off the index of its log, from which this one is reading.
 *
 * So each file that SQLite locks is opened once more, and all its locks are those of that one opening, which nothing
 * else can close. Within the process SQLite keeps account of who locks what by itself, as ever. */
typedef struct
{
  dev_t device;
  ino_t inode;
  int fd;
  GArray *ranges; /* (element-type Range): what is locked, by which it is known when nothing is left */
} Holder;

typedef struct
{
  gint64 begin;
  gint64 end;
} Range;

static GMutex mutex;
static GArray *holders; /* (element-type Holder) */
static gboolean is_unknown; /* the system has no such locks: then they are those of the process */

static void
holder_clear (gpointer data)
{
  Holder *self = data;

  close (self->fd);
  g_array_unref (self->ranges);
}

static Holder *
find_holder (const struct stat *file)
{
  for (guint i = 0; i < holders->len; i++)
    {
      Holder *holder = &g_array_index (holders, Holder, i);

      if (holder->device == file->st_dev && holder->inode == file->st_ino)
        return holder;
    }
  return NULL;
}

/* Opens the same file once more, also one that has been renamed or removed since. */
static Holder *
add_holder (int                fd,
            const struct stat *file)
{
  char path[64];
  Holder holder = { .device = file->st_dev, .inode = file->st_ino };

  g_snprintf (path, sizeof path, "/proc/self/fd/%d", fd);
  holder.fd = open (path, O_RDWR | O_CLOEXEC);
  if (holder.fd < 0)
    holder.fd = open (path, O_RDONLY | O_CLOEXEC);
  if (holder.fd < 0)
    return NULL;
  holder.ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  g_array_append_val (holders, holder);
  return &g_array_index (holders, Holder, holders->len - 1);
}

static void
remove_range (GArray *ranges,
              Range   range)
{
  for (guint i = ranges->len; i-- > 0;)
    {
      Range known = g_array_index (ranges, Range, i);

      if (known.end <= range.begin || range.end <= known.begin)
        continue;
      g_array_remove_index_fast (ranges, i);
      if (known.begin < range.begin)
        g_array_append_vals (ranges, &(Range){ known.begin, range.begin }, 1);
      if (range.end < known.end)
        g_array_append_vals (ranges, &(Range){ range.end, known.end }, 1);
    }
}

static void
note (Holder             *holder,
      const struct flock *lock)
{
  Range range = { lock->l_start, lock->l_len > 0 ? lock->l_start + lock->l_len : G_MAXINT64 };

  remove_range (holder->ranges, range);
  if (lock->l_type != F_UNLCK)
    g_array_append_val (holder->ranges, range);
  if (holder->ranges->len == 0)
    g_array_remove_index_fast (holders, (guint) (holder - &g_array_index (holders, Holder, 0)));
}

static int
set_lock (int                 fd,
          const struct stat  *file,
          const struct flock *wanted)
{
  Holder *holder = find_holder (file);
  struct flock lock = *wanted;
  int code;

  if (holder == NULL && lock.l_type == F_UNLCK)
    return 0;
  if (holder == NULL)
    holder = add_holder (fd, file);
  if (holder == NULL)
    return -1;

  lock.l_pid = 0;
  code = fcntl (holder->fd, F_OFD_SETLK, &lock);
  is_unknown = code != 0 && errno == EINVAL && holders->len == 1 && holder->ranges->len == 0;
  if (code == 0 || holder->ranges->len == 0)
    {
      int error = errno;

      if (code != 0)
        lock.l_type = F_UNLCK;
      note (holder, &lock);
      errno = error;
    }
  return code;
}

static int
get_lock (int                fd,
          const struct stat *file,
          struct flock      *lock)
{
  Holder *holder = find_holder (file);

  lock->l_pid = 0;
  return fcntl (holder != NULL ? holder->fd : fd, F_OFD_GETLK, lock);
}

/* What SQLite calls instead of fcntl (). */
static int
steady_fcntl (int fd,
              int command,
              ...)
{
  struct stat file;
  va_list arguments;
  gpointer argument;
  int code = -1;

  va_start (arguments, command);
  argument = va_arg (arguments, gpointer);
  va_end (arguments);
  if (command != F_SETLK && command != F_GETLK)
    return fcntl (fd, command, argument);
  if (fstat (fd, &file) != 0)
    return -1;

  g_mutex_lock (&mutex);
  if (!is_unknown)
    code = command == F_SETLK ? set_lock (fd, &file, argument) : get_lock (fd, &file, argument);
  if (is_unknown)
    code = fcntl (fd, command, argument);
  g_mutex_unlock (&mutex);
  return code;
}

static gpointer
install (gpointer data)
{
  sqlite3_vfs *vfs;

  holders = g_array_new (FALSE, FALSE, sizeof (Holder));
  g_array_set_clear_func (holders, holder_clear);
  sqlite3_initialize ();
  vfs = sqlite3_vfs_find (NULL);
  if (vfs != NULL && vfs->iVersion >= 3 && vfs->xSetSystemCall != NULL)
    vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) steady_fcntl);
  return NULL;
}

/**
 * ty_steady_locks_install:
 *
 * Makes the locks of SQLite last until they are given up, whatever else in the program opens and closes the files. It is
 * done once, before the first file is opened.
 */
void
ty_steady_locks_install (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, install, NULL);
}
