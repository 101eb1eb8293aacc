/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-appointment-records.h"
#include "ty-appointment-texts.h"
#include "ty-county-json.h"
#include "ty-csv.h"
#include "ty-json-scanner.h"
#include "ty-lrm.h"
#include "ty-lrmx-reader.h"
#include "ty-lrmx-writer.h"
#include "ty-resume-text.h"
#include "ty-roster-reader.h"
#include "ty-test-dump.h"
#include "ty-test-xlsx.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* Readers against bytes that nobody wrote: valid files with bytes changed, cut, doubled and swapped. None
 * may crash, hang or take more memory than a file can need; what they say of it does not matter here. A
 * case that does is left in the folder TY_FUZZ_FINDS and belongs into tests/data/fuzz, where it is read
 * again each time. TY_FUZZ_ROUNDS and TY_FUZZ_SEED make longer and other runs. */

#define ROUNDS 1500
#define MEMORY (512u << 20)

typedef void (*Read) (GBytes *bytes);

static const char *running;
static GBytes *given;
static guint hang_seconds;

/* Only what a handler of a signal may call. */
static void
keep_case (int signal_number)
{
  const char *folder = g_getenv ("TY_FUZZ_FINDS");
  char path[512];
  gsize size;
  gconstpointer bytes = given != NULL ? g_bytes_get_data (given, &size) : NULL;

  if (folder != NULL && bytes != NULL)
    {
      FILE *file;

      g_snprintf (path, sizeof path, "%s/%s-%d", folder, running, signal_number);
      file = fopen (path, "wb");
      if (file != NULL)
        {
          fwrite (bytes, 1, size, file);
          fclose (file);
        }
    }
  signal (signal_number, SIG_DFL);
  raise (signal_number);
}

static void
read_lrmx (GBytes *bytes)
{
  g_autoptr(TyAppointmentFile) file = ty_lrmx_read (bytes, NULL);
  g_autoptr(TyAppointmentRecords) records = NULL;
  g_autoptr(TyAppointmentFile) texts = NULL;
  g_autoptr(GBytes) written = NULL;
  g_autoptr(TyAppointmentFile) again = NULL;

  if (file == NULL)
    return;
  records = ty_appointment_records_new (file);
  texts = ty_appointment_texts_new (records, 3);
  written = ty_lrmx_write (file);
  again = ty_lrmx_read (written, NULL);
  /* What was read once can be read again. */
  g_assert_nonnull (again);
}

static void
read_lrm (GBytes *bytes)
{
  g_autoptr(TyAppointmentFile) file = NULL;
  g_autoptr(GBytes) written = NULL;

  if (!ty_lrm_is (bytes))
    return;
  file = ty_lrm_read (bytes, NULL, NULL);
  if (file != NULL)
    written = ty_lrm_write (file, NULL);
}

static void
read_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GPtrArray) entries = ty_resume_text_parse (text);
  g_autoptr(GPtrArray) honours = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) penalties = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) rows = ty_csv_parse (text, NULL);

  ty_appointment_merits_parse (valid, honours, penalties);
  ty_appointment_results_parse (valid, results);
}

static void
read_json (GBytes *bytes)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(TyJsonScanner) scanner = ty_json_scanner_new (stream, 1 << 20);
  TyJsonToken token = TY_JSON_NULL;

  while (token != TY_JSON_END && ty_json_scanner_next (scanner, &token, NULL, NULL))
    g_assert_true (g_utf8_validate (ty_json_scanner_get_text (scanner), -1, NULL));
}

static char *county_path;

/* Whatever is read into a county file, there is one, or there is none. */
static void
read_county (GBytes *bytes)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  TyCountyJsonCount count;
  gboolean done = ty_county_json_read (stream, "json", county_path, "fuzz", &count, NULL, NULL);

  g_assert_true (g_file_test (county_path, G_FILE_TEST_EXISTS) == done);
  g_remove (county_path);
}

static void
read_roster_file (const char *path)
{
  g_autoptr(TyImportReport) report = ty_import_report_new ();
  g_autoptr(GPtrArray) fields = g_ptr_array_new ();
  g_autoptr(GPtrArray) entries = ty_roster_reader_read (path, ty_date_new (2021, 12, 31), fields, report, NULL,
                                                        NULL);
}

static char *roster_path;

/* The bytes of the file itself: the zip and what it says of its members, or what else tables come in. */
static void
read_zip (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents (roster_path, data, (gssize) size, NULL));
  read_roster_file (roster_path);
}

static void
fill_roster (TyTestXlsx *xlsx)
{
  ty_test_xlsx_add_sheet (xlsx, "名册", TRUE);
  ty_test_xlsx_add_row (xlsx, "云岭镇村干部名册", NULL);
  ty_test_xlsx_add_row (xlsx, "序号", "乡镇", "村", "姓名", "性别", "出生年月", "职务", "身份证号", NULL);
  for (guint i = 0; i < 6; i++)
    ty_test_xlsx_add_row (xlsx, "1", "云岭镇", "下松河村", "周岭", "男", "1978.05", "党支部书记、村委会主任",
                          "99010119780512001X", NULL);
}

/* The XML of the sheet, packed anew into a sound zip. */
static void
read_sheet (GBytes *bytes)
{
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();

  fill_roster (xlsx);
  ty_test_xlsx_set_part_bytes (xlsx, TY_TEST_SHEET_PART, bytes);
  ty_test_xlsx_save (xlsx, roster_path);
  read_roster_file (roster_path);
}

static const struct
{
  const char *name;
  Read read;
  guint cost; /* files on the disk take longer than bytes */
} readers[] = {
  { "lrmx", read_lrmx, 1 }, { "lrm", read_lrm, 1 }, { "text", read_text, 1 }, { "zip", read_zip, 5 },
  { "sheet", read_sheet, 5 }, { "json", read_json, 1 }, { "county", read_county, 50 },
  { "xls", read_zip, 5 }, { "csv", read_zip, 5 },
};

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static GBytes *
make_lrm (void)
{
  g_autoptr(TyAppointmentFile) file = ty_appointment_file_new ();

  for (TyAppointmentFileField i = 0; i < TY_APPOINTMENT_N_FIELDS; i++)
    ty_appointment_file_set (file, i, "周岭2001.07");
  ty_appointment_file_add_relative (file, "妻子", "林穗", "198001", "群众", "教师");
  return ty_lrm_write (file, NULL);
}

static GBytes *
make_roster (void)
{
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();
  char *data;
  gsize size;

  fill_roster (xlsx);
  ty_test_xlsx_save (xlsx, roster_path);
  g_assert_true (g_file_get_contents (roster_path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

static GBytes *
load_table (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("TY_SOURCE_ROOT"), "tests", "data", "tables", name, NULL);
  char *data;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

/* A valid file for each reader. */
static GBytes *
make_seed (const char *name)
{
  if (strcmp (name, "lrmx") == 0)
    return bytes_of ("<?xml version=\"1.0\" encoding=\"utf-8\"?><Person><XingMing>周岭</XingMing>"
                     "<ChuShengNianYue>197805</ChuShengNianYue><RuDangShiJian>200108；民建</RuDangShiJian>"
                     "<JianLi>1996.09--1999.07  学习\r\n1999.07--  工作</JianLi><NianDuKaoHeJieGuo>2019-2021年"
                     "优秀</NianDuKaoHeJieGuo><JiaTingChengYuan><Item><ChengWei>妻子</ChengWei><XingMing>林穗"
                     "</XingMing><ChuShengRiQi>198001</ChuShengRiQi></Item></JiaTingChengYuan>"
                     "<ShenFenZheng>990101197805120017</ShenFenZheng><ZhaoPian></ZhaoPian><X a=\"&lt;\">y</X>"
                     "<Version>3.2</Version></Person>");
  if (strcmp (name, "lrm") == 0)
    return make_lrm ();
  if (strcmp (name, "text") == 0)
    return bytes_of ("2001.07--2004.08  农业局\r\n（其间：2003.09--  学习）\n\n2019年6月被县委评为优秀；2020,\"a\"\"b\"\n");
  if (strcmp (name, "zip") == 0)
    return make_roster ();
  if (strcmp (name, "xls") == 0)
    return load_table ("roster.xls");
  if (strcmp (name, "csv") == 0)
    return load_table ("roster-gb18030.csv");
  if (strcmp (name, "json") == 0 || strcmp (name, "county") == 0)
    return bytes_of ("{\"format\": \"touyan-county\", \"version\": 1, \"schema_version\": 1,\n\"tables\": {\"person\": [\n"
                     "{\"id\": \"1\", \"name\": \"周\\u5cad\\ud840\\udc00\", \"birth\": \"1978-05\", \"note\": null},\n"
                     "{\"id\": \"2\", \"name\": \"a\\n\\\"\"}], \"family_member\": [{\"person\": \"1\", \"id\": \"3\", "
                     "\"position\": -1}], \"term\": []}, \"blobs\": [{\"sha256\": \"e3b0c44298fc1c149afbf4c8996fb92427ae"
                     "41e4649b934ca495991b7852b855\", \"media_type\": \"image/png\", \"bytes\": \"\"}]}\n");

  return bytes_of (TY_TEST_SHEET_HEAD "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>姓名</t></is></c>"
                   "<c r=\"B1\" t=\"inlineStr\"><is><t>职务</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"s\">"
                   "<v>3</v></c><c r=\"B2\"><f>A1</f><v>1.5</v></c></row>" TY_TEST_SHEET_TAIL);
}

static void
change_bytes (GByteArray *bytes,
              GRand      *rand)
{
  guint at = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len);
  guint length = (guint) g_rand_int_range (rand, 1, 40);
  g_autofree guint8 *copy = NULL;

  length = MIN (bytes->len - at, length);
  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0: /* one bit */
      bytes->data[at] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
      break;
    case 1: /* any byte */
      bytes->data[at] = (guint8) g_rand_int_range (rand, 0, 256);
      break;
    case 2: /* cut out */
      g_byte_array_remove_range (bytes, at, length);
      break;
    case 3: /* cut off */
      g_byte_array_set_size (bytes, at);
      break;
    case 4: /* doubled at the end, again and again */
      copy = g_memdup2 (bytes->data + at, length);
      for (int i = g_rand_int_range (rand, 1, 60); i > 0 && bytes->len < 200000; i--)
        g_byte_array_append (bytes, copy, length);
      break;
    case 5: /* one piece over another */
    default:
      copy = g_memdup2 (bytes->data + at, length);
      at = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len);
      memcpy (bytes->data + at, copy, MIN (length, bytes->len - at));
    }
}

static GBytes *
change_seed (GBytes *seed,
             GRand  *rand)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, g_bytes_get_data (seed, NULL), (guint) g_bytes_get_size (seed));
  for (int i = g_rand_int_range (rand, 1, 8); i > 0 && bytes->len > 0; i--)
    change_bytes (bytes, rand);
  return g_byte_array_free_to_bytes (bytes);
}

static void
give (Read    read,
      GBytes *bytes)
{
  given = bytes;
  alarm (hang_seconds);
  read (bytes);
  alarm (0);
  given = NULL;
}

static guint64
get_number (const char *name,
            guint64     otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static void
test_reader (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  g_autoptr(GBytes) seed = make_seed (readers[which].name);
  guint64 rounds = get_number ("TY_FUZZ_ROUNDS", g_getenv ("TY_SOAK") != NULL ? 100 * ROUNDS : ROUNDS);
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) get_number ("TY_FUZZ_SEED", 7) + which);

  running = readers[which].name;
  rounds /= readers[which].cost;
  give (readers[which].read, seed);
  for (guint64 i = 0; i < rounds; i++)
    {
      g_autoptr(GBytes) bytes = change_seed (seed, rand);

      give (readers[which].read, bytes);
    }
}

/* What was found once. */
static void
test_finds (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("TY_SOURCE_ROOT"), "tests", "data", "fuzz", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GBytes) bytes = NULL;
      char *contents;
      gsize size;

      g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
      bytes = g_bytes_new_take (contents, size);
      for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
        if (g_str_has_prefix (name, readers[i].name))
          {
            running = readers[i].name;
            give (readers[i].read, bytes);
          }
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("touyan-fuzz-XXXXXX", NULL);
  g_autofree char *lock_path = NULL;
  struct rlimit limit = { MEMORY, MEMORY };
  int status;

  g_test_init (&argc, &argv, NULL);
  roster_path = g_build_filename (folder, "roster.xlsx", NULL);
  county_path = g_build_filename (folder, "county.touyan", NULL);
  /* The sanitizers keep a map of all memory, and are slow. */
  hang_seconds = g_getenv ("ASAN_OPTIONS") != NULL || g_getenv ("CI") != NULL ? 60 : 2;
  if (g_getenv ("ASAN_OPTIONS") == NULL)
    setrlimit (RLIMIT_AS, &limit);
  signal (SIGALRM, keep_case);
  signal (SIGSEGV, keep_case);
  signal (SIGABRT, keep_case);

  g_test_add_func ("/fuzz/finds", test_finds);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autofree char *path = g_strconcat ("/fuzz/", readers[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_reader);
    }
  status = g_test_run ();
  g_remove (roster_path);
  lock_path = g_build_filename (folder, ".county.touyan.lock", NULL);
  g_remove (lock_path);
  g_rmdir (folder);
  g_free (county_path);
  g_free (roster_path);
  return status;
}
