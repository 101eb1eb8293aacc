/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-attachment-edit.h"
#include "ty-backup.h"
#include "ty-blob-table.h"
#include "ty-check.h"
#include "ty-content-hash.h"
#include "ty-event-table.h"
#include "ty-office-attachments.h"
#include "ty-office-roster.h"
#include "ty-office-rows.h"
#include "ty-open-folder.h"
#include "ty-photo.h"
#include "ty-row-edit.h"
#include "ty-test-county.h"
#include "ty-test-office.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PDF "%PDF-1.4\n% 考察材料\n"

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 person;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->county = ty_test_office_new ();
  self->person = ty_test_office_add_person (self->county, "张三", "1", "1980-02", NULL);
  self->office = ty_test_office_open (self->county);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  ty_test_office_close (self->office);
  g_clear_object (&self->office);
  ty_test_office_free (self->county);
}

static char *
write_file (Fixture    *self,
            const char *name,
            const void *data,
            gssize      length)
{
  g_autofree char *path = g_build_filename (self->county->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

static TyAttachResult *
attach (Fixture            *self,
        const char * const *paths,
        GError            **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_attach_files_async (self->office, self->person, paths, NULL, NULL, NULL,
                                ty_test_office_keep_result, &result);
  return ty_office_attach_files_finish (self->office, ty_test_office_await (&result), error);
}

static void
attach_one (Fixture    *self,
            const char *path)
{
  const char *paths[] = { path, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(TyAttachResult) result = attach (self, paths, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->n_added, ==, 1);
  g_assert_cmpuint (result->problems->len, ==, 0);
}

static void
undo (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  ty_office_undo_async (self->office, 0, NULL, ty_test_office_keep_result, &result);
  label = ty_office_undo_finish (self->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

static void
save_row (Fixture  *self,
          TyRecord *stored,
          TyRecord *row)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_save_row_async (self->office, stored, row, NULL, ty_test_office_keep_result, &result);
  ty_office_save_row_finish (self->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

static char *
open_copy (Fixture       *self,
           TyAttachment  *attachment,
           GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_open_attachment_async (self->office, attachment, NULL, ty_test_office_keep_result, &result);
  return ty_office_open_attachment_finish (self->office, ty_test_office_await (&result), error);
}

static gboolean
save_copy (Fixture       *self,
           TyAttachment  *attachment,
           const char    *path,
           GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_save_attachment_async (self->office, attachment, path, NULL, ty_test_office_keep_result, &result);
  return ty_office_save_attachment_finish (self->office, ty_test_office_await (&result), error);
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
}

static void
test_add (Fixture       *self,
          gconstpointer  data)
{
  g_autofree char *path = write_file (self, "考察 材料.pdf", PDF, -1);
  g_autoptr(TyPersonFile) file = NULL;
  TyRecord *row;

  attach_one (self, path);
  file = ty_test_office_load_person (self->office, self->person);
  g_assert_cmpuint (file->attachments->len, ==, 1);
  row = g_ptr_array_index (file->attachments, 0);
  g_assert_cmpstr (ty_record_get_text (row, TY_ATTACHMENT_TITLE), ==, "考察 材料");
  g_assert_cmpstr (ty_record_get_text (row, TY_ATTACHMENT_FILE_NAME), ==, "考察 材料.pdf");
  g_assert_cmpstr (ty_record_get_text (row, TY_ATTACHMENT_MEDIA_TYPE), ==, "application/pdf");
  g_assert_cmpint (ty_record_get_integer (row, TY_ATTACHMENT_SIZE), ==, strlen (PDF));
}

/* What can be attached is, the rest is named with its reason, and all of it is one action. */
static void
test_several (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *first = write_file (self, "a.txt", "一", -1);
  g_autofree char *second = write_file (self, "b.txt", "二", -1);
  g_autofree char *same = write_file (self, "c.txt", "一", -1);
  g_autofree char *program = write_file (self, "setup.pdf", "MZ\x90\0\3\0", 6);
  g_autofree char *empty = write_file (self, "leer.txt", "", 0);
  const char *paths[] = { first, program, second, empty, same, self->county->folder, "/nowhere/x.pdf", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(TyAttachResult) result = attach (self, paths, &error);
  g_autoptr(TyPersonFile) file = NULL;
  g_autoptr(TyPersonFile) after = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (result->n_added, ==, 2);
  g_assert_cmpuint (result->problems->len, ==, 5);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (result->problems, 0), "setup.pdf"));
  file = ty_test_office_load_person (self->office, self->person);
  g_assert_cmpuint (file->attachments->len, ==, 2);

  undo (self);
  after = ty_test_office_load_person (self->office, self->person);
  g_assert_cmpuint (after->attachments->len, ==, 0);
}

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *large = g_build_filename (self->county->folder, "gross.pdf", NULL);
  const char *paths[] = { large, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(TyAttachResult) result = NULL;
  g_autoptr(TyPersonFile) file = NULL;

  g_file_set_contents (large, PDF, -1, NULL);
  g_assert_cmpint (truncate (large, TY_ATTACHMENT_MOST_BYTES + 1), ==, 0);
  result = attach (self, paths, &error);
  g_assert_null (result);
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "20 MB"));
  file = ty_test_office_load_person (self->office, self->person);
  g_assert_cmpuint (file->attachments->len, ==, 0);
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *path = write_file (self, "a.txt", "一", -1);
  const char *paths[] = { path, NULL };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPersonFile) file = NULL;

  g_cancellable_cancel (cancellable);
  ty_office_attach_files_async (self->office, self->person, paths, NULL, NULL, cancellable,
                                ty_test_office_keep_result, &result);
  g_assert_null (ty_office_attach_files_finish (self->office, ty_test_office_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  file = ty_test_office_load_person (self->office, self->person);
  g_assert_cmpuint (file->attachments->len, ==, 0);
}

/* The bytes stay when the row goes: undo brings both back, and the hash of the content with them. */
static void
test_edit_and_undo (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *path = write_file (self, "a.pdf", PDF, -1);
  g_autoptr(TyPersonFile) file = NULL;
  g_autoptr(TyPersonFile) changed = NULL;
  g_autoptr(TyPersonFile) removed = NULL;
  g_autoptr(TyPersonFile) back = NULL;
  g_autoptr(TyRecord) row = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *copy = NULL;

  attach_one (self, path);
  file = ty_test_office_load_person (self->office, self->person);
  row = ty_record_dup (g_ptr_array_index (file->attachments, 0));
  ty_record_set_text (row, TY_ATTACHMENT_TITLE, "考察报告");
  ty_record_set_date (row, TY_ATTACHMENT_DATE, ty_date_new (2021, 10, 1));
  save_row (self, g_ptr_array_index (file->attachments, 0), row);
  changed = ty_test_office_load_person (self->office, self->person);
  g_assert_cmpstr (ty_record_get_text (g_ptr_array_index (changed->attachments, 0), TY_ATTACHMENT_TITLE), ==,
                   "考察报告");

  save_row (self, g_ptr_array_index (changed->attachments, 0), NULL);
  removed = ty_test_office_load_person (self->office, self->person);
  g_assert_cmpuint (removed->attachments->len, ==, 0);

  undo (self);
  back = ty_test_office_load_person (self->office, self->person);
  g_assert_cmpuint (back->attachments->len, ==, 1);
  copy = open_copy (self, g_ptr_array_index (back->attachments, 0), &error);
  g_assert_no_error (error);
  assert_content (copy, PDF);
}

static void
test_open (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = write_file (self, "a.pdf.exe", PDF, -1);
  g_autoptr(TyPersonFile) file = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *folder = NULL;
  GStatBuf info;

  attach_one (self, path);
  file = ty_test_office_load_person (self->office, self->person);
  first = open_copy (self, g_ptr_array_index (file->attachments, 0), &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (first, "/a.pdf.exe.pdf"));
  assert_content (first, PDF);
  folder = g_path_get_dirname (first);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (first, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0400);

  second = open_copy (self, g_ptr_array_index (file->attachments, 0), &error);
  g_assert_cmpstr (first, !=, second);
  ty_open_folder_clear ();
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static guint
count_events (Fixture    *self,
              const char *kind)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (self->county->path, TY_STORE_READ_ONLY, &error);
  g_autoptr(GPtrArray) events = NULL;
  guint n = 0;

  g_assert_no_error (error);
  events = ty_event_table_list (ty_store_get_database (store), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < events->len; i++)
    n += g_str_equal (((TyEvent *) g_ptr_array_index (events, i))->kind, kind);
  return n;
}

static void
test_save (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = write_file (self, "a.pdf", PDF, -1);
  g_autofree char *to = g_build_filename (self->county->folder, "out.pdf", NULL);
  g_autoptr(TyPersonFile) file = NULL;
  g_autoptr(GError) error = NULL;

  attach_one (self, path);
  file = ty_test_office_load_person (self->office, self->person);
  g_assert_true (save_copy (self, g_ptr_array_index (file->attachments, 0), to, &error));
  g_assert_no_error (error);
  assert_content (to, PDF);

  g_assert_false (save_copy (self, g_ptr_array_index (file->attachments, 0), "/nowhere/out.pdf", &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_events (self, "attachment.saved"), ==, 1);
}

static void
test_thumbnail (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 400, 200);
  g_autofree char *path = g_build_filename (self->county->folder, "a.png", NULL);
  g_autoptr(TyPersonFile) file = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GdkPixbuf) small = NULL;
  g_autoptr(GError) error = NULL;

  gdk_pixbuf_fill (picture, 0xff0000ff);
  gdk_pixbuf_save (picture, path, "png", &error, NULL);
  g_assert_no_error (error);
  attach_one (self, path);
  file = ty_test_office_load_person (self->office, self->person);
  ty_office_load_thumbnail_async (self->office,
                                  ty_record_get_text (g_ptr_array_index (file->attachments, 0),
                                                      TY_ATTACHMENT_SHA256),
                                  64, NULL, ty_test_office_keep_result, &result);
  small = ty_office_load_thumbnail_finish (self->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (small), ==, 64);
  g_assert_cmpint (gdk_pixbuf_get_height (small), ==, 32);
}

static gint64
add_person (TyTestCounty *county)
{
  ty_test_county_add (county->store, "张三");
  return ty_test_county_count (county->store, "SELECT max(id) FROM person");
}

static gint64
add_to_store (TyTestCounty *county,
              gint64        person,
              const char   *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_new_attachment_free);
  g_autoptr(GError) error = NULL;
  gint64 seq;

  g_ptr_array_add (list, ty_new_attachment_new ("a.txt", bytes, &error));
  g_assert_no_error (error);
  ty_attachment_edit_add (county->store, "test", person, list, &seq, &error);
  g_assert_no_error (error);
  return seq;
}

static char *
dup_hash (TyStore *store)
{
  g_autoptr(GError) error = NULL;
  gint64 n_rows;
  char *hash = ty_content_hash (ty_store_get_database (store), &n_rows, &error);

  g_assert_no_error (error);
  return hash;
}

static void
assert_use (TyStore *store,
            guint    n_blobs,
            guint    n_unused,
            guint    n_missing)
{
  g_auto(TyBlobUse) use = { 0 };
  g_autoptr(GError) error = NULL;

  ty_blob_table_get_use (ty_store_get_database (store), &use, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (use.n_blobs, ==, n_blobs);
  g_assert_cmpuint (use.n_unused, ==, n_unused);
  g_assert_cmpuint (use.missing->len, ==, n_missing);
}

/* The content of a file with attachments has a hash that undo brings back; a backup has the bytes. */
static void
test_store (TyTestCounty  *county,
            gconstpointer  data)
{
  gint64 person = add_person (county);
  g_autofree char *before = dup_hash (county->store);
  g_autofree char *path = ty_test_county_build_path (county, "backup.touyan");
  g_autofree char *with = NULL;
  g_autofree char *after = NULL;
  g_autofree char *copied = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) backup = NULL;
  gint64 seq;

  add_to_store (county, person, "一");
  with = dup_hash (county->store);
  g_assert_cmpstr (with, !=, before);
  assert_use (county->store, 1, 0, 0);
  ty_test_county_assert_sound (county->store);

  ty_backup_write (county->store, path, NULL, &error);
  g_assert_no_error (error);
  backup = ty_store_open (path, TY_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  copied = dup_hash (backup);
  g_assert_cmpstr (copied, ==, with);
  assert_use (backup, 1, 0, 0);

  ty_store_undo (county->store, "test", 0, &seq, &error);
  g_assert_no_error (error);
  after = dup_hash (county->store);
  g_assert_cmpstr (after, ==, before);
  assert_use (county->store, 1, 1, 0);
  ty_test_county_assert_sound (county->store);

  ty_store_redo (county->store, "test", &seq, &error);
  g_assert_no_error (error);
  assert_use (county->store, 1, 0, 0);
  ty_test_county_assert_sound (county->store);
}

static guint
count_findings (TyStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = ty_check_run (store, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    n += ((TyFinding *) g_ptr_array_index (findings, i))->kind == TY_FINDING_BLOB;
  return n;
}

static void
test_damage (TyTestCounty  *county,
             gconstpointer  data)
{
  gint64 person = add_person (county);

  add_to_store (county, person, "一");
  add_to_store (county, person, "二");
  g_assert_cmpuint (count_findings (county->store), ==, 0);
  ty_test_county_exec (county->store, "UPDATE blob SET bytes = x'00' WHERE id = 1");
  g_assert_cmpuint (count_findings (county->store), ==, 1);
  ty_test_county_exec (county->store, "DELETE FROM blob WHERE id = 2");
  g_assert_cmpuint (count_findings (county->store), ==, 2);
}

/* Where the second of two cannot be written, the first is not there either. */
static void
test_all_or_none (TyTestCounty  *county,
                  gconstpointer  data)
{
  gint64 person = add_person (county);
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_new_attachment_free);
  g_autoptr(GBytes) first = g_bytes_new_static ("1", 1);
  g_autoptr(GBytes) second = g_bytes_new_static ("2", 1);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (list, ty_new_attachment_new ("a.txt", first, NULL));
  g_ptr_array_add (list, ty_new_attachment_new ("b.txt", second, NULL));
  ty_test_county_exec (county->store, "CREATE TEMP TRIGGER stop BEFORE INSERT ON attachment "
                       "WHEN new.title = 'b' BEGIN SELECT raise (ABORT, 'stop'); END");
  g_assert_false (ty_attachment_edit_add (county->store, "test", person, list, NULL, &error));
  g_assert_nonnull (error);
  assert_use (county->store, 0, 0, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ty_test_office_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/attachments/add", test_add);
  ADD ("/attachments/several", test_several);
  ADD ("/attachments/refused", test_refused);
  ADD ("/attachments/cancelled", test_cancelled);
  ADD ("/attachments/edit-and-undo", test_edit_and_undo);
  ADD ("/attachments/open", test_open);
  ADD ("/attachments/save", test_save);
  ADD ("/attachments/thumbnail", test_thumbnail);
#undef ADD
  TY_TEST_ADD ("/attachments/store", test_store);
  TY_TEST_ADD ("/attachments/damage", test_damage);
  TY_TEST_ADD ("/attachments/all-or-none", test_all_or_none);

  return g_test_run ();
}
