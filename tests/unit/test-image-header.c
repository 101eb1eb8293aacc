/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-image-header.h"
#include "ty-media-type.h"

#include <string.h>

#define LITERAL(text) ((const guint8 *) (text)), (sizeof (text) - 1)

/* A frame of 300 × 400 between tables, then a scan in which bytes look like markers. */
#define JPEG_HEAD "\xff\xd8\xff\xe0\x00\x04JF\xff\xc4\x00\x04xx\xff\xc0\x00\x0b\x08\x01\x90\x01\x2c\x01\x01\x11\x00"
#define JPEG_SCAN "\xff\xda\x00\x04xx" "ab\xff\x00" "cd\xff\xd0" "ef"
#define JPEG_END "\xff\xd9"

#define PNG_HEAD "\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"
#define PNG_REST "\x08\x02\x00\x00\x00....\x00\x00\x00\x02IDATxx...."
#define PNG_END "\x00\x00\x00\x00IEND\xae\x42\x60\x82"

static void
test_jpeg (void)
{
  TyImageHeader header;

  g_assert_true (ty_image_header_read (LITERAL (JPEG_HEAD JPEG_SCAN JPEG_END), &header));
  g_assert_cmpint (header.format, ==, TY_IMAGE_JPEG);
  g_assert_cmpuint (header.width, ==, 300);
  g_assert_cmpuint (header.height, ==, 400);
  g_assert_true (header.complete);

  g_assert_true (ty_image_header_read (LITERAL (JPEG_HEAD JPEG_SCAN), &header));
  g_assert_cmpuint (header.width, ==, 300);
  g_assert_false (header.complete);
}

/* The end of a small picture inside of a table is not the end of the file. */
static void
test_jpeg_with_a_small_picture (void)
{
  TyImageHeader header;

  g_assert_true (ty_image_header_read (
    LITERAL ("\xff\xd8\xff\xe1\x00\x08" "Exif\xff\xd9\xff\xc0\x00\x0b\x08\x01\x90\x01\x2c\x01\x01\x11\x00"
             JPEG_SCAN), &header));
  g_assert_false (header.complete);
}

static void
test_png (void)
{
  TyImageHeader header;

  g_assert_true (ty_image_header_read (
    LITERAL (PNG_HEAD "\x00\x00\xea\x60\x00\x00\xea\x60" PNG_REST PNG_END), &header));
  g_assert_cmpint (header.format, ==, TY_IMAGE_PNG);
  g_assert_cmpuint (header.width, ==, 60000);
  g_assert_cmpuint (header.height, ==, 60000);
  g_assert_true (header.complete);
  g_assert_true (ty_image_header_read (
    LITERAL (PNG_HEAD "\x00\x00\x00\x10\x00\x00\x00\x10" PNG_REST), &header));
  g_assert_false (header.complete);
}

static void
test_others (void)
{
  TyImageHeader header;

  g_assert_true (ty_image_header_read (
    LITERAL ("II*\0\x08\0\0\0\x02\0\x00\x01\x03\0\x01\0\0\0\x20\x03\0\0\x01\x01\x04\0\x01\0\0\0\x58\x02\0\0"),
    &header));
  g_assert_cmpint (header.format, ==, TY_IMAGE_TIFF);
  g_assert_cmpuint (header.width, ==, 800);
  g_assert_cmpuint (header.height, ==, 600);

  g_assert_true (ty_image_header_read (
    LITERAL ("RIFF\x30\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x1f\x03\0\x57\x02\0......"), &header));
  g_assert_cmpint (header.format, ==, TY_IMAGE_WEBP);
  g_assert_cmpuint (header.width, ==, 800);
  g_assert_cmpuint (header.height, ==, 600);
}

/* Whatever comes, no byte behind the end is looked at: each length has memory of its own, so that a
 * sanitizer would see it. */
static void
test_cut_off (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } files[] = {
    { JPEG_HEAD JPEG_SCAN JPEG_END, sizeof (JPEG_HEAD JPEG_SCAN JPEG_END) - 1 },
    { PNG_HEAD "\x00\x00\x00\x10\x00\x00\x00\x10" PNG_REST PNG_END,
      sizeof (PNG_HEAD "\x00\x00\x00\x10\x00\x00\x00\x10" PNG_REST PNG_END) - 1 },
    { "II*\0\x08\0\0\0\xff\xff\x00\x01\x03\0\x01\0\0\0\x20\x03\0\0", 22 },
    { "RIFF\x30\0\0\0WEBPVP8L\x0a\0\0\0\0\0\0\0\x1f\x03\0\x57\x02\0", 30 },
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    for (gsize length = 0; length <= files[i].length; length++)
      for (guint round = 0; round < 40; round++)
        {
          g_autofree guint8 *copy = g_memdup2 (files[i].bytes, length);
          TyImageHeader header;

          if (round > 0 && length > 0)
            copy[g_rand_int_range (rand, 0, (int) length)] = (guint8) g_rand_int_range (rand, 0, 256);
          if (ty_image_header_read (copy, length, &header))
            g_assert_cmpint (header.format, !=, TY_IMAGE_NONE);
        }
}

static void
test_types (void)
{
  static const char word[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0";

  g_assert_cmpstr (ty_media_type_find (LITERAL ("%PDF-1.4\n")), ==, "application/pdf");
  g_assert_cmpstr (ty_media_type_find (LITERAL (JPEG_HEAD JPEG_SCAN)), ==, "image/jpeg");
  g_assert_cmpstr (ty_media_type_find (LITERAL ("PK\x03\x04..[Content_Types].xml..word/document.xml")), ==,
                   "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  g_assert_cmpstr (ty_media_type_find (LITERAL ("PK\x03\x04..[Content_Types].xml..xl/workbook.xml")), ==,
                   "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  g_assert_cmpstr (ty_media_type_find (LITERAL ("PK\x03\x04..OFD.xml")), ==, "application/ofd");
  g_assert_cmpstr (ty_media_type_find (LITERAL (word)), ==, "application/msword");
  g_assert_cmpstr (ty_media_type_find (LITERAL ("考察材料\n")), ==, "text/plain");
  g_assert_cmpstr (ty_media_type_find (LITERAL ("\xbf\xbc\xb2\xec\xb2\xc4\xc1\xcf\r\n")), ==, "text/plain");

  g_assert_null (ty_media_type_find (LITERAL ("")));
  g_assert_null (ty_media_type_find (LITERAL ("PK\x03\x04..setup.exe")));
  g_assert_null (ty_media_type_find (LITERAL ("MZ\x90\x00\x03\x00")));
  g_assert_null (ty_media_type_find (LITERAL ("\x7f" "ELF\x02\x01\x01\x00")));
  g_assert_null (ty_media_type_find (LITERAL ("SQLite format 3\x00")));
}

static void
assert_name (const char *media_type,
             const char *name,
             const char *expected)
{
  g_autofree char *made = ty_media_type_dup_name (media_type, name);

  g_assert_cmpstr (made, ==, expected);
}

/* The ending is that of the content, and nothing leads out of the folder. */
static void
test_names (void)
{
  g_autofree char *text = NULL;
  g_autofree char *made = NULL;

  assert_name ("application/pdf", "考察材料.pdf", "考察材料.pdf");
  assert_name ("application/pdf", "考察材料.PDF", "考察材料.PDF");
  assert_name ("application/msword", "表.wps", "表.wps");
  assert_name ("text/plain", "run.sh", "run.sh.txt");
  assert_name ("image/jpeg", "照片.exe", "照片.exe.jpg");
  assert_name ("image/png", "../../etc/passwd", "_. .. etc passwd.png");
  assert_name ("image/png", ".hidden.png", "_hidden.png");

  text = g_strnfill (200, 'x');
  made = ty_media_type_dup_name ("application/pdf", text);
  g_assert_cmpuint (strlen (made), <, 80);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/image-header/jpeg", test_jpeg);
  g_test_add_func ("/image-header/jpeg-with-a-small-picture", test_jpeg_with_a_small_picture);
  g_test_add_func ("/image-header/png", test_png);
  g_test_add_func ("/image-header/others", test_others);
  g_test_add_func ("/image-header/cut-off", test_cut_off);
  g_test_add_func ("/media-type/types", test_types);
  g_test_add_func ("/media-type/names", test_names);

  return g_test_run ();
}
