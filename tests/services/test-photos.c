/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-image-header.h"
#include "ty-office-photos.h"
#include "ty-office-roster.h"
#include "ty-test-county.h"
#include "ty-test-office.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NUMBER "990101198002210018"

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  char *folder;
  gint64 first;  /* 张三 of 上松村 */
  gint64 second; /* 张三 of another village */
  gint64 third;  /* 李四, with a number */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->county = ty_test_office_new ();
  self->first = ty_test_office_add_person (self->county, "张三", "1", "1980-02", NULL);
  self->second = ty_test_office_add_person (self->county, "张三", "1", "1981-02", NULL);
  self->third = ty_test_office_add_person (self->county, "李四", "1", "1980-02-21", NUMBER);
  ty_test_office_add_person (self->county, "王芳", "2", "1990-01", NULL);
  ty_test_office_add_post (self->county, self->first, self->county->pine, "D1", "2021-10", NULL);
  ty_test_office_add_post (self->county, self->second, self->county->creek, "D1", "2021-10", NULL);
  self->office = ty_test_office_open (self->county);
  self->folder = g_build_filename (self->county->folder, "photos", NULL);
  g_mkdir (self->folder, 0700);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  ty_test_office_close (self->office);
  g_clear_object (&self->office);
  ty_test_remove_tree (self->folder);
  g_free (self->folder);
  ty_test_office_free (self->county);
}

/* A picture whose left half is red and whose right half is blue. */
static GBytes *
make_picture (int         width,
              int         height,
              const char *type)
{
  g_autoptr(GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr(GdkPixbuf) left = gdk_pixbuf_new_subpixbuf (picture, 0, 0, width / 2, height);
  g_autoptr(GError) error = NULL;
  char *data;
  gsize length;

  gdk_pixbuf_fill (picture, 0x0000ffff);
  gdk_pixbuf_fill (left, 0xff0000ff);
  gdk_pixbuf_save_to_buffer (picture, &data, &length, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static void
write_bytes (Fixture    *self,
             const char *name,
             GBytes     *bytes)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static void
write_picture (Fixture    *self,
               const char *name)
{
  g_autoptr(GBytes) bytes = make_picture (200, 300, "jpeg");

  write_bytes (self, name, bytes);
}

static TyPhotoBatch *
scan (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  const char *paths[] = { self->folder, NULL };
  TyPhotoBatch *batch;

  ty_office_scan_photos_async (self->office, paths, NULL, NULL, NULL, ty_test_office_keep_result,
                               &result);
  batch = ty_office_scan_photos_finish (self->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return batch;
}

static void
import (Fixture      *self,
        TyPhotoBatch *batch)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_import_photos_async (self->office, batch, NULL, NULL, NULL, ty_test_office_keep_result, &result);
  ty_office_import_photos_finish (self->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

static const TyPhotoFile *
find_file (TyPhotoBatch *batch,
           const char   *name)
{
  for (guint i = 0; i < batch->files->len; i++)
    if (g_str_equal (((TyPhotoFile *) g_ptr_array_index (batch->files, i))->name, name))
      return g_ptr_array_index (batch->files, i);
  g_assert_not_reached ();
}

static void
assert_state (TyPhotoBatch *batch,
              const char   *name,
              TyPhotoState  state,
              gint64        person)
{
  const TyPhotoFile *file = find_file (batch, name);

  g_test_message ("%s: %s", name, file->text);
  g_assert_cmpstr (ty_photo_state_to_string (file->state), ==, ty_photo_state_to_string (state));
  g_assert_cmpint (file->person, ==, person);
  if (state != TY_PHOTO_NEW && state != TY_PHOTO_OTHER)
    g_assert_nonnull (file->text);
}

static GBytes *
get_photo (Fixture *self,
           gint64   person)
{
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (self->office, person);

  return file->photo != NULL ? g_bytes_ref (file->photo) : NULL;
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

/* Each name of a file, alone in the folder. */
static void
test_matching (Fixture       *self,
               gconstpointer  data)
{
  const struct
  {
    const char *name;
    TyPhotoState state;
    gint64 person;
  } cases[] = {
    { "张三_上松村.jpg", TY_PHOTO_NEW, self->first },
    { "上松村-张三.jpg", TY_PHOTO_NEW, self->first },
    { "12 张三（上松村）证件照.jpeg", TY_PHOTO_NEW, self->first },
    { "张三.jpg", TY_PHOTO_SEVERAL_PEOPLE, 0 },
    { "张三 2.jpg", TY_PHOTO_SEVERAL_PEOPLE, 0 },
    { "张三_东山村.jpg", TY_PHOTO_CONTRADICTION, 0 },
    { "李四.jpg", TY_PHOTO_NEW, self->third },
    { "李四照片.jpg", TY_PHOTO_NEW, self->third },
    { "李 四.JPG", TY_PHOTO_NEW, self->third },
    { NUMBER ".jpg", TY_PHOTO_NEW, self->third },
    { "李四" NUMBER ".jpg", TY_PHOTO_NEW, self->third },
    { NUMBER "_李四.jpg", TY_PHOTO_NEW, self->third },
    { "王芳_" NUMBER ".jpg", TY_PHOTO_CONTRADICTION, 0 },
    { "990101199001010011.jpg", TY_PHOTO_NOBODY, 0 },
    { "赵六.jpg", TY_PHOTO_NOBODY, 0 },
    { "IMG_2021.jpg", TY_PHOTO_NOBODY, 0 },
    { "李四.heic", TY_PHOTO_NEW, self->third },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, cases[i].name, NULL);
      g_autoptr(TyPhotoBatch) batch = NULL;

      write_picture (self, cases[i].name);
      batch = scan (self);
      g_assert_cmpuint (batch->files->len, ==, 1);
      assert_state (batch, cases[i].name, cases[i].state, cases[i].person);
      g_unlink (path);
    }
}

static void
test_two_files_of_one (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(TyPhotoBatch) batch = NULL;

  write_picture (self, "李四.jpg");
  write_picture (self, NUMBER ".jpg");
  write_picture (self, "王芳.jpg");
  batch = scan (self);
  assert_state (batch, "李四.jpg", TY_PHOTO_SEVERAL_FILES, self->third);
  assert_state (batch, NUMBER ".jpg", TY_PHOTO_SEVERAL_FILES, self->third);
  g_assert_cmpuint (ty_photo_batch_get_n_chosen (batch), ==, 1);
}

/* A PNG of a few bytes that says that it has 60,000 × 60,000 pixels. */
static GBytes *
make_bomb (void)
{
  g_autoptr(GBytes) small = make_picture (200, 300, "png");
  gsize length;
  const guint8 *data = g_bytes_get_data (small, &length);
  guint8 *copy = g_memdup2 (data, length);

  memcpy (copy + 16, "\x00\x00\xea\x60\x00\x00\xea\x60", 8);
  return g_bytes_new_take (copy, length);
}

static void
test_hostile (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GBytes) good = make_picture (200, 300, "jpeg");
  g_autoptr(GBytes) cut_off = g_bytes_new_from_bytes (good, 0, g_bytes_get_size (good) / 2);
  g_autoptr(GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr(GBytes) text = g_bytes_new_static ("no picture", 10);
  g_autoptr(GBytes) tiny = make_picture (20, 30, "png");
  g_autoptr(GBytes) bomb = make_bomb ();
  g_autofree char *large = g_build_filename (self->folder, "large.jpg", NULL);
  g_autofree char *link = g_build_filename (self->folder, "link.jpg", NULL);
  g_autofree char *pipe = g_build_filename (self->folder, "pipe.jpg", NULL);
  g_autofree char *folder = g_build_filename (self->folder, "more", NULL);
  g_autofree char *closed = g_build_filename (self->folder, "closed.jpg", NULL);
  g_autofree char *csv = NULL;
  g_autoptr(TyPhotoBatch) batch = NULL;

  write_picture (self, "李四.jpg");
  write_bytes (self, "cut-off.jpg", cut_off);
  write_bytes (self, "empty.jpg", empty);
  write_bytes (self, "text.jpg", text);
  write_bytes (self, "tiny.png", tiny);
  write_bytes (self, "bomb.png", bomb);
  write_bytes (self, "large.jpg", good);
  write_bytes (self, "closed.jpg", good);
  write_bytes (self, ".hidden.jpg", good);
  g_assert_cmpint (truncate (large, TY_PHOTO_MOST_BYTES + 1), ==, 0);
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (closed, 0), ==, 0);

  batch = scan (self);
  g_assert_cmpuint (batch->files->len, ==, 10);
  g_assert_cmpuint (batch->n_folders, ==, 1);
  assert_state (batch, "李四.jpg", TY_PHOTO_NEW, self->third);
  assert_state (batch, "cut-off.jpg", TY_PHOTO_NO_IMAGE, 0);
  assert_state (batch, "empty.jpg", TY_PHOTO_UNREADABLE, 0);
  assert_state (batch, "text.jpg", TY_PHOTO_NO_IMAGE, 0);
  assert_state (batch, "tiny.png", TY_PHOTO_NO_IMAGE, 0);
  assert_state (batch, "bomb.png", TY_PHOTO_TOO_LARGE, 0);
  assert_state (batch, "large.jpg", TY_PHOTO_TOO_LARGE, 0);
  assert_state (batch, "link.jpg", TY_PHOTO_UNREADABLE, 0);
  assert_state (batch, "pipe.jpg", TY_PHOTO_UNREADABLE, 0);
  if (geteuid () != 0)
    assert_state (batch, "closed.jpg", TY_PHOTO_UNREADABLE, 0);

  import (self, batch);
  g_assert_cmpuint (batch->n_imported, ==, 1);
  csv = ty_photo_batch_to_text (batch, TRUE);
  g_assert_nonnull (strstr (csv, "\"bomb.png\",\""));
}

static void
test_import (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(TyPhotoBatch) batch = NULL;
  g_autoptr(TyPhotoBatch) again = NULL;
  g_autoptr(GBytes) photo = NULL;
  g_autoptr(GBytes) kept = NULL;
  g_autoptr(GBytes) replaced = NULL;
  g_autoptr(GBytes) other = make_picture (300, 200, "png");
  TyImageHeader header;

  write_picture (self, "李四.jpg");
  write_picture (self, "王芳.jpg");
  batch = scan (self);
  import (self, batch);
  g_assert_cmpuint (batch->n_imported, ==, 2);
  g_assert_cmpstr (ty_office_get_undo_label (self->office), !=, NULL);
  photo = get_photo (self, self->third);
  g_assert_true (ty_image_header_read (g_bytes_get_data (photo, NULL), g_bytes_get_size (photo), &header));
  g_assert_cmpint (header.format, ==, TY_IMAGE_JPEG);
  g_assert_cmpuint (header.width, ==, 200);
  g_assert_cmpuint (header.height, ==, 250);

  /* Who has a photo keeps it, unless it was asked to replace it. */
  write_bytes (self, "李四.jpg", other);
  again = scan (self);
  assert_state (again, "李四.jpg", TY_PHOTO_OTHER, self->third);
  g_assert_cmpuint (ty_photo_batch_get_n_chosen (again), ==, 0);
  import (self, again);
  g_assert_cmpuint (again->n_imported, ==, 0);
  kept = get_photo (self, self->third);
  g_assert_true (g_bytes_equal (kept, photo));
  again->replace = TRUE;
  import (self, again);
  g_assert_cmpuint (again->n_imported, ==, 2);
  replaced = get_photo (self, self->third);
  g_assert_false (g_bytes_equal (replaced, photo));

  undo (self);
  g_clear_pointer (&kept, g_bytes_unref);
  kept = get_photo (self, self->third);
  g_assert_true (g_bytes_equal (kept, photo));
  undo (self);
  g_assert_null (get_photo (self, self->third));
}

/* Between the look and the import somebody else gave a photo: it is kept. */
static void
test_meanwhile (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(TyPhotoBatch) early = NULL;
  g_autoptr(TyPhotoBatch) late = NULL;

  write_picture (self, "李四.jpg");
  early = scan (self);
  late = scan (self);
  import (self, early);
  import (self, late);
  g_assert_cmpuint (late->n_imported, ==, 0);
  assert_state (late, "李四.jpg", TY_PHOTO_OTHER, self->third);
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(TyPhotoBatch) batch = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  write_picture (self, "李四.jpg");
  batch = scan (self);
  g_cancellable_cancel (cancellable);
  ty_office_import_photos_async (self->office, batch, NULL, NULL, cancellable, ty_test_office_keep_result,
                                 &result);
  g_assert_false (ty_office_import_photos_finish (self->office, ty_test_office_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (get_photo (self, self->third));
}

static void
test_many (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *first = g_build_filename (self->folder, "李四.jpg", NULL);
  g_autoptr(TyPhotoBatch) batch = NULL;

  write_picture (self, "李四.jpg");
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%05u.jpg", i);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (link (first, path), ==, 0);
    }
  batch = scan (self);
  g_assert_cmpuint (batch->files->len, ==, 5001);
  g_assert_cmpuint (batch->counts[TY_PHOTO_NOBODY], ==, 5000);
  g_assert_cmpuint (ty_photo_batch_get_n_chosen (batch), ==, 1);
}

static GdkPixbuf *
read_photo (Fixture     *self,
            const char  *name,
            GError     **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_read_photo_async (self->office, path, NULL, ty_test_office_keep_result, &result);
  return ty_office_read_photo_finish (self->office, ty_test_office_await (&result), error);
}

static void
set_photo (Fixture      *self,
           GdkPixbuf    *picture,
           const TyCrop *crop)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_set_photo_async (self->office, self->third, picture, crop, NULL, ty_test_office_keep_result,
                             &result);
  ty_office_set_photo_finish (self->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

/* An APP1 segment that says that the camera was turned, with a note that must not stay. */
static GBytes *
add_exif (GBytes *jpeg)
{
  static const guint8 exif[] =
    "\xff\xe1\x00\x2a" "Exif\0\0" "MM\0*\0\0\0\x08" "\0\x01" "\x01\x12\0\x03\0\0\0\x01\0\x06\0\0" "\0\0\0\0" "GPS-HERE";
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  const guint8 *data = g_bytes_get_data (jpeg, NULL);

  g_byte_array_append (bytes, data, 2);
  g_byte_array_append (bytes, exif, sizeof exif - 1);
  g_byte_array_append (bytes, data + 2, (guint) g_bytes_get_size (jpeg) - 2);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
test_one (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr(GBytes) lying = make_picture (300, 200, "jpeg");
  g_autoptr(GBytes) turned = add_exif (lying);
  g_autoptr(GdkPixbuf) picture = NULL;
  g_autoptr(GBytes) photo = NULL;
  g_autoptr(GError) error = NULL;
  const guint8 *pixels;
  TyCrop crop;

  write_bytes (self, "turned.jpg", turned);
  picture = read_photo (self, "turned.jpg", &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (picture), ==, 200);
  g_assert_cmpint (gdk_pixbuf_get_height (picture), ==, 300);
  pixels = gdk_pixbuf_read_pixels (picture);
  g_assert_cmpint (pixels[0], >, 200); /* red is above now */

  ty_crop_init (&crop, 200, 300);
  set_photo (self, picture, &crop);
  photo = get_photo (self, self->third);
  g_assert_nonnull (photo);
  g_assert_null (memmem (g_bytes_get_data (photo, NULL), g_bytes_get_size (photo), "GPS-HERE", 8));
  g_assert_null (memmem (g_bytes_get_data (photo, NULL), g_bytes_get_size (photo), "Exif", 4));

  set_photo (self, NULL, NULL);
  g_assert_null (get_photo (self, self->third));
  undo (self);
  g_clear_pointer (&photo, g_bytes_unref);
  photo = get_photo (self, self->third);
  g_assert_nonnull (photo);
}

/* A large picture becomes a photo of 480 × 600. */
static void
test_size (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GBytes) large = make_picture (3000, 4000, "jpeg");
  g_autoptr(GdkPixbuf) picture = NULL;
  g_autoptr(GBytes) photo = NULL;
  g_autoptr(GError) error = NULL;
  TyImageHeader header;
  TyCrop crop;

  write_bytes (self, "large.jpg", large);
  picture = read_photo (self, "large.jpg", &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (picture), >=, 1200);
  g_assert_cmpint (gdk_pixbuf_get_width (picture), <, 3000);
  ty_crop_init (&crop, gdk_pixbuf_get_width (picture), gdk_pixbuf_get_height (picture));
  photo = ty_photo_encode (picture, &crop, &error);
  g_assert_no_error (error);
  g_assert_true (ty_image_header_read (g_bytes_get_data (photo, NULL), g_bytes_get_size (photo), &header));
  g_assert_cmpuint (header.width, ==, 480);
  g_assert_cmpuint (header.height, ==, 600);
}

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GBytes) bomb = make_bomb ();
  g_autoptr(GBytes) text = g_bytes_new_static ("no picture", 10);
  g_autoptr(GError) error = NULL;

  write_bytes (self, "bomb.png", bomb);
  g_assert_null (read_photo (self, "bomb.png", &error));
  g_assert_error (error, TY_PHOTO_ERROR, TY_PHOTO_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "60000"));
  g_clear_error (&error);
  write_bytes (self, "text.jpg", text);
  g_assert_null (read_photo (self, "text.jpg", &error));
  g_assert_error (error, TY_PHOTO_ERROR, TY_PHOTO_ERROR_NOT_IMAGE);
}

/* The command does the same as the window. */
static void
test_command (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *report = g_build_filename (self->county->folder, "report.csv", NULL);
  g_autofree char *output = NULL;
  g_autofree char *csv = NULL;
  g_autoptr(GBytes) other = make_picture (300, 200, "png");
  g_autoptr(GBytes) photo = NULL;

  write_picture (self, "李四.jpg");
  write_picture (self, "张三.jpg");
  ty_test_office_close (self->office);
  g_clear_object (&self->office);
  g_assert_cmpint (ty_test_cli_run (self->county->folder, &output, NULL, "photos", self->county->path,
                                    self->folder, "--dry-run", "--json", NULL), ==, 0);
  g_assert_nonnull (strstr (output, "\"several-people\""));
  g_assert_nonnull (strstr (output, "\"imported\" : 0"));
  g_assert_cmpint (ty_test_cli_run (self->county->folder, NULL, NULL, "photos", self->county->path,
                                    self->folder, "--report", report, NULL), ==, 0);
  g_assert_true (g_file_get_contents (report, &csv, NULL, NULL));
  g_assert_nonnull (strstr (csv, "李四.jpg"));

  /* The photo that was replaced stays for undo; it is told, and no fault. */
  write_bytes (self, "李四.jpg", other);
  g_assert_cmpint (ty_test_cli_run (self->county->folder, NULL, NULL, "photos", self->county->path,
                                    self->folder, "--replace", NULL), ==, 0);
  g_clear_pointer (&output, g_free);
  g_assert_cmpint (ty_test_cli_run (self->county->folder, &output, NULL, "check", self->county->path, "--json",
                                    NULL), ==, 0);
  g_assert_nonnull (strstr (output, "\"unused\" : 1"));
  self->office = ty_test_office_open (self->county);
  photo = get_photo (self, self->third);
  g_assert_nonnull (photo);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ty_test_office_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/photos/matching", test_matching);
  ADD ("/photos/two-files-of-one", test_two_files_of_one);
  ADD ("/photos/hostile", test_hostile);
  ADD ("/photos/import", test_import);
  ADD ("/photos/meanwhile", test_meanwhile);
  ADD ("/photos/cancelled", test_cancelled);
  ADD ("/photos/many", test_many);
  ADD ("/photos/one", test_one);
  ADD ("/photos/size", test_size);
  ADD ("/photos/refused", test_refused);
  ADD ("/photos/command", test_command);

  return g_test_run ();
}
