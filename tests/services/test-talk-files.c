/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-attachment-files.h"
#include "ty-blob-table.h"
#include "ty-content-hash.h"
#include "ty-county-json.h"
#include "ty-office-merge.h"
#include "ty-office-pairing.h"
#include "ty-office-rows.h"
#include "ty-pairing.h"
#include "ty-programme.h"
#include "ty-table.h"
#include "ty-talk.h"
#include "ty-test-office.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A talk and its files: each mentee has them, the county file has their bytes once. */

#define PDF "%PDF-1.4\n% 谈心谈话记录\n"

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 programme;
  gint64 mentees[2];
  gint64 mentor;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(TyRecord) programme = ty_record_new (&ty_programme_info);
  g_autoptr(GError) error = NULL;

  self->county = ty_test_office_new ();
  self->mentees[0] = ty_test_office_add_person (self->county, "曾小明", "1", "1995-01", NULL);
  self->mentees[1] = ty_test_office_add_person (self->county, "李云", "1", "1994-05", NULL);
  self->mentor = ty_test_office_add_person (self->county, "赵钱", "1", "1970-01", NULL);
  self->programme = ty_store_mint_id (self->county->store);
  ty_record_set_integer (programme, TY_PROGRAMME_ID, self->programme);
  ty_record_set_text (programme, TY_PROGRAMME_NAME, "青蓝帮带");
  ty_record_set_integer (programme, TY_PROGRAMME_CAPACITY, 3);
  g_assert_true (ty_table_insert (ty_store_get_database (self->county->store), programme, &error));
  ty_test_office_done (self->county);
  self->office = ty_test_office_open (self->county);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  ty_test_office_close (self->office);
  g_assert_finalize_object (self->office);
  ty_test_office_free (self->county);
}

static char *
write_file (Fixture    *self,
            const char *name,
            const char *content,
            gsize       size)
{
  g_autofree char *path = g_build_filename (self->county->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  if (size > strlen (content))
    g_assert_cmpint (truncate (path, (off_t) size), ==, 0);
  return g_steal_pointer (&path);
}

static TyAttachmentFiles *
read_files (const char * const *paths,
            gsize               before)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyAttachmentFiles *files;

  ty_attachment_files_read_async (paths, before, NULL, ty_test_office_keep_result, &result);
  files = ty_attachment_files_read_finish (ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return files;
}

static gboolean
try_edit (Fixture              *self,
          const TyPairingEdit  *edit,
          GError              **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_edit_pairings_async (self->office, edit, NULL, ty_test_office_keep_result, &result);
  return ty_office_edit_pairings_finish (self->office, ty_test_office_await (&result), NULL, error);
}

static void
do_edit (Fixture             *self,
         const TyPairingEdit *edit)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (try_edit (self, edit, &error));
  g_assert_no_error (error);
}

/* The pairings of both, as they are in the file. */
static GPtrArray *
add_pairings (Fixture *self)
{
  g_autoptr(GPtrArray) pairings = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 2; i++)
    {
      TyRecord *pairing = ty_record_new (&ty_pairing_info);

      ty_record_set_integer (pairing, TY_PAIRING_PERSON, self->mentees[i]);
      ty_record_set_integer (pairing, TY_PAIRING_MENTOR, self->mentor);
      ty_record_set_integer (pairing, TY_PAIRING_PROGRAMME, self->programme);
      g_ptr_array_add (pairings, pairing);
    }
  do_edit (self, &(TyPairingEdit){ .kind = TY_PAIRING_ADD, .pairings = pairings,
                                   .day = ty_date_new (2026, 1, 31) });
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(TyPersonFile) file = ty_test_office_load_person (self->office, self->mentees[i]);

      g_assert_cmpuint (file->pairings->len, ==, 1);
      g_ptr_array_add (rows, g_object_ref (g_ptr_array_index (file->pairings, 0)));
    }
  return rows;
}

static void
log_talk (Fixture   *self,
          GPtrArray *pairings,
          GPtrArray *files)
{
  g_autoptr(TyRecord) talk = ty_record_new (&ty_talk_info);

  ty_record_set_text (talk, TY_TALK_DATE, "2026-04-30");
  ty_record_set_text (talk, TY_TALK_TOPICS, "三会一课怎么开");
  do_edit (self, &(TyPairingEdit){ .kind = TY_PAIRING_TALK, .pairings = pairings, .talk = talk, .files = files });
}

static gint64
ask (const char *path,
     const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (path, TY_STORE_READ_ONLY, &error);
  g_autoptr(TyStatement) statement = ty_database_prepare (ty_store_get_database (store), sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ty_statement_step (statement, NULL), ==, TY_STEP_ROW);
  return ty_statement_get_int (statement, 0);
}

static char *
hash_content (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (path, TY_STORE_READ_ONLY, &error);
  gint64 n_rows;
  char *hash = ty_content_hash (ty_store_get_database (store), &n_rows, &error);

  g_assert_no_error (error);
  return hash;
}

static void
undo (Fixture *self,
      gboolean redo)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  if (redo)
    {
      ty_office_redo_async (self->office, NULL, ty_test_office_keep_result, &result);
      label = ty_office_redo_finish (self->office, ty_test_office_await (&result), &error);
    }
  else
    {
      ty_office_undo_async (self->office, 0, NULL, ty_test_office_keep_result, &result);
      label = ty_office_undo_finish (self->office, ty_test_office_await (&result), &error);
    }
  g_assert_no_error (error);
}

static void
assert_file_of_talk (Fixture *self,
                     gint64   mentee)
{
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (self->office, mentee);
  TyRecord *talk, *row;

  g_assert_cmpuint (file->talks->len, ==, 1);
  g_assert_cmpuint (file->attachments->len, ==, 1);
  talk = g_ptr_array_index (file->talks, 0);
  row = g_ptr_array_index (file->attachments, 0);
  g_assert_cmpint (ty_record_get_integer (row, TY_ATTACHMENT_TALK), ==, ty_record_get_integer (talk, TY_TALK_ID));
  g_assert_cmpstr (ty_record_get_text (row, TY_ATTACHMENT_DATE), ==, "2026-04-30");
  g_assert_cmpstr (ty_record_get_text (row, TY_ATTACHMENT_TITLE), ==, "谈话记录");
  g_assert_true (ty_person_file_find_talk (file, row) == talk);
  g_assert_cmpuint (ty_person_file_count_talk_files (file, talk), ==, 1);
}

/* Two mentees have a row each; the bytes are there once, and one undo takes back all of it. */
static void
test_two_mentees (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *path = write_file (self, "谈话记录.pdf", PDF, 0);
  const char *paths[] = { path, NULL };
  g_autoptr(TyAttachmentFiles) files = read_files (paths, 0);
  g_autoptr(GPtrArray) pairings = add_pairings (self);
  g_autoptr(TyPersonFile) mentor = NULL;
  g_autofree char *before = hash_content (self->county->path);
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpuint (files->attachments->len, ==, 1);
  g_assert_cmpuint (files->problems->len, ==, 0);
  log_talk (self, pairings, files->attachments);
  with = hash_content (self->county->path);
  g_assert_cmpint (ask (self->county->path, "SELECT COUNT(*) FROM attachment"), ==, 2);
  g_assert_cmpint (ask (self->county->path, "SELECT COUNT(*) FROM blob"), ==, 1);
  assert_file_of_talk (self, self->mentees[0]);
  assert_file_of_talk (self, self->mentees[1]);

  /* To the mentor the talks are those of the mentees, with their files. */
  mentor = ty_test_office_load_person (self->office, self->mentor);
  g_assert_cmpuint (mentor->attachments->len, ==, 0);
  g_assert_cmpuint (mentor->talks->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpuint (ty_person_file_count_talk_files (mentor, g_ptr_array_index (mentor->talks, i)), ==, 1);

  undo (self, FALSE);
  without = hash_content (self->county->path);
  g_assert_cmpstr (without, ==, before);
  g_assert_cmpint (ask (self->county->path, "SELECT COUNT(*) FROM attachment"), ==, 0);
  undo (self, TRUE);
  again = hash_content (self->county->path);
  g_assert_cmpstr (again, ==, with);
  assert_file_of_talk (self, self->mentees[0]);
}

/* The same file belongs to the next talk, too; a talk that is removed leaves its file with the person. */
static void
test_removed_talk (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *path = write_file (self, "谈话记录.pdf", PDF, 0);
  const char *paths[] = { path, NULL };
  g_autoptr(TyAttachmentFiles) files = read_files (paths, 0);
  g_autoptr(GPtrArray) pairings = add_pairings (self);
  g_autoptr(TyPersonFile) file = NULL;
  g_autoptr(TyPersonFile) after = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyRecord *row;
  guint n_left = 0;

  log_talk (self, pairings, files->attachments);
  log_talk (self, pairings, files->attachments);
  file = ty_test_office_load_person (self->office, self->mentees[0]);
  g_assert_cmpuint (file->attachments->len, ==, 2);
  g_assert_cmpint (ask (self->county->path, "SELECT COUNT(*) FROM blob"), ==, 1);

  ty_office_save_row_async (self->office, g_ptr_array_index (file->talks, 0), NULL, NULL,
                            ty_test_office_keep_result, &result);
  ty_office_save_row_finish (self->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  after = ty_test_office_load_person (self->office, self->mentees[0]);
  g_assert_cmpuint (after->talks->len, ==, 1);
  g_assert_cmpuint (after->attachments->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      row = g_ptr_array_index (after->attachments, i);
      n_left += ty_person_file_find_talk (after, row) == NULL;
    }
  g_assert_cmpuint (n_left, ==, 1);
}

/* What is too large or empty never comes as far as the talk, and neither does what is too much at once. */
static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *large = write_file (self, "gross.pdf", PDF, TY_ATTACHMENT_MOST_BYTES + 1);
  g_autofree char *empty = write_file (self, "leer.pdf", "", 0);
  g_autofree char *good = write_file (self, "gut.pdf", PDF, 0);
  const char *paths[] = { large, empty, "/nowhere/x.pdf", good, NULL };
  const char *one[] = { good, NULL };
  g_autoptr(TyAttachmentFiles) files = read_files (paths, 0);
  g_autoptr(TyAttachmentFiles) full = read_files (one, TY_ATTACHMENT_FILES_MOST);

  g_assert_cmpuint (files->attachments->len, ==, 1);
  g_assert_cmpuint (files->problems->len, ==, 3);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (files->problems, 0), "gross.pdf"));
  g_assert_nonnull (strstr (g_ptr_array_index (files->problems, 0), "20 MB"));
  g_assert_cmpuint (full->attachments->len, ==, 0);
  g_assert_cmpuint (full->problems->len, ==, 1);
  g_assert_cmpint (ask (self->county->path, "SELECT COUNT(*) FROM attachment"), ==, 0);
  g_assert_cmpint (ask (self->county->path, "SELECT COUNT(*) FROM blob"), ==, 0);
}

/* A talk that is refused leaves no file behind. */
static void
test_all_or_none (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *path = write_file (self, "谈话记录.pdf", PDF, 0);
  const char *paths[] = { path, NULL };
  g_autoptr(TyAttachmentFiles) files = read_files (paths, 0);
  g_autoptr(GPtrArray) pairings = add_pairings (self);
  g_autoptr(TyRecord) talk = ty_record_new (&ty_talk_info);
  g_autoptr(GError) error = NULL;
  TyPairingEdit edit = { .kind = TY_PAIRING_TALK, .pairings = pairings, .talk = talk,
                         .files = files->attachments };

  ty_record_set_text (talk, TY_TALK_DATE, "2026-04-30");
  ty_record_set_text (g_ptr_array_index (pairings, 1), TY_PAIRING_NOTE, "changed");
  g_assert_false (try_edit (self, &edit, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (ask (self->county->path, "SELECT COUNT(*) FROM talk"), ==, 0);
  g_assert_cmpint (ask (self->county->path, "SELECT COUNT(*) FROM attachment"), ==, 0);
  g_assert_cmpint (ask (self->county->path, "SELECT COUNT(*) FROM blob"), ==, 0);
}

/* Two records of one person: the talk that both have stays once, and the files of the other follow it. */
static void
test_merge (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *first = write_file (self, "一.txt", "一", 0);
  g_autofree char *second = write_file (self, "二.txt", "二", 0);
  const char *paths[2][2] = { { first, NULL }, { second, NULL } };
  g_autoptr(GPtrArray) pairings = add_pairings (self);
  g_autoptr(TyMergePreview) preview = NULL;
  g_autoptr(GAsyncResult) previewed = NULL;
  g_autoptr(GAsyncResult) merged = NULL;
  g_autoptr(TyPersonFile) file = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(TyAttachmentFiles) files = read_files (paths[i], 0);
      g_autoptr(GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, g_ptr_array_index (pairings, i));
      log_talk (self, one, files->attachments);
    }
  ty_office_preview_merge_async (self->office, self->mentees[0], self->mentees[1], NULL,
                                 ty_test_office_keep_result, &previewed);
  preview = ty_office_preview_merge_finish (self->office, ty_test_office_await (&previewed), &error);
  g_assert_no_error (error);
  ty_office_merge_people_async (self->office, preview->merge, NULL, ty_test_office_keep_result, &merged);
  g_assert_true (ty_office_merge_people_finish (self->office, ty_test_office_await (&merged), &error));
  g_assert_no_error (error);

  file = ty_test_office_load_person (self->office, self->mentees[0]);
  g_assert_cmpuint (file->talks->len, ==, 1);
  g_assert_cmpuint (file->attachments->len, ==, 2);
  g_assert_cmpuint (ty_person_file_count_talk_files (file, g_ptr_array_index (file->talks, 0)), ==, 2);
}

static void
write_json (const char *county,
            const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (county, TY_STORE_READ_ONLY, &error);
  TyCountyJsonCount count;
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  g_assert_no_error (error);
  g_assert_cmpint (fd, >=, 0);
  g_assert_true (ty_county_json_write (ty_store_get_database (store), fd, &count, NULL, &error));
  g_assert_no_error (error);
  g_close (fd, NULL);
}

/* As JSON and back a county is the same, talks with their files and all. */
static void
test_json (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = write_file (self, "谈话记录.pdf", PDF, 0);
  const char *paths[] = { path, NULL };
  g_autoptr(TyAttachmentFiles) files = read_files (paths, 0);
  g_autoptr(GPtrArray) pairings = add_pairings (self);
  g_autofree char *json = g_build_filename (self->county->folder, "county.json", NULL);
  g_autofree char *read = g_build_filename (self->county->folder, "read.touyan", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (json);
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  TyCountyJsonCount count;

  log_talk (self, pairings, files->attachments);
  write_json (self->county->path, json);
  stream = G_INPUT_STREAM (g_file_read (file, NULL, &error));
  g_assert_true (ty_county_json_read (stream, "county.json", read, "tester", &count, NULL, &error));
  g_assert_no_error (error);
  before = hash_content (self->county->path);
  after = hash_content (read);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (ask (read, "SELECT COUNT(*) FROM attachment a JOIN talk t ON t.person = a.person AND t.id = a.talk"),
                   ==, 2);
  g_assert_cmpint (ask (read, "SELECT COUNT(*) FROM blob"), ==, 1);
}

static void
add_test (const char *name,
          void      (*func) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ty_test_office_init ();
  add_test ("/services/talk-files/two-mentees", test_two_mentees);
  add_test ("/services/talk-files/removed-talk", test_removed_talk);
  add_test ("/services/talk-files/refused", test_refused);
  add_test ("/services/talk-files/all-or-none", test_all_or_none);
  add_test ("/services/talk-files/merge", test_merge);
  add_test ("/services/talk-files/json", test_json);
  return g_test_run ();
}
