/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-annual-result.h"
#include "ty-appointment-import.h"
#include "ty-appointment-records.h"
#include "ty-appointment-texts.h"
#include "ty-content-hash.h"
#include "ty-honour.h"
#include "ty-id-number.h"
#include "ty-lrm.h"
#include "ty-lrmx-reader.h"
#include "ty-lrmx-writer.h"
#include "ty-penalty.h"
#include "ty-test-county.h"
#include "ty-unit-table.h"

#include <glib/gstdio.h>
#include <string.h>

/* An invented person whose form says something in every field, some of it in words that no code list has. */
#define FORM \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<Person>\r\n" \
  "  <XingMing>周 岭</XingMing>\r\n  <XingBie>男</XingBie>\r\n" \
  "  <ChuShengNianYue>197805</ChuShengNianYue>\r\n  <MinZu>汉族</MinZu>\r\n" \
  "  <JiGuan>云屏石城</JiGuan>\r\n  <ChuShengDi>云屏石城</ChuShengDi>\r\n" \
  "  <RuDangShiJian>200108；民建</RuDangShiJian>\r\n" \
  "  <CanJiaGongZuoShiJian>199907</CanJiaGongZuoShiJian>\r\n" \
  "  <JianKangZhuangKuang>左手轻微残疾</JianKangZhuangKuang>\r\n" \
  "  <ZhuanYeJiShuZhiWu>农艺师</ZhuanYeJiShuZhiWu>\r\n" \
  "  <ShuXiZhuanYeYouHeZhuanChang>果树栽培</ShuXiZhuanYeYouHeZhuanChang>\r\n" \
  "  <QuanRiZhiJiaoYu_XueLi>大专</QuanRiZhiJiaoYu_XueLi>\r\n  <QuanRiZhiJiaoYu_XueWei />\r\n" \
  "  <QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi>云屏农业学校园艺专业</QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi>\r\n" \
  "  <ZaiZhiJiaoYu_XueLi>大学</ZaiZhiJiaoYu_XueLi>\r\n  <ZaiZhiJiaoYu_XueWei>农学学士</ZaiZhiJiaoYu_XueWei>\r\n" \
  "  <ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi>云屏大学农学专业</ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi>\r\n" \
  "  <XianRenZhiWu>云岭镇下松河村党总支书记、村委会主任</XianRenZhiWu>\r\n" \
  "  <NiRenZhiWu>云岭镇党委委员</NiRenZhiWu>\r\n  <NiMianZhiWu>下松河村党总支书记</NiMianZhiWu>\r\n" \
  "  <JianLi>1996.09--1999.07  云屏农业学校园艺专业学习\r\n1999.07－2011.03  云岭镇农业站\r\n" \
  "                  技术员（其间：2003.09—2006.07  云屏大学农学专业学习）\r\n" \
  "201103--          云岭镇下松河村党总支书记&#xD;\n\r\n2016.11当选云岭镇第十二届人大代表</JianLi>\r\n" \
  "  <JiangChengQingKuang>2019年6月被中共石城县委评为优秀共产党员；2020.07 获县劳动模范\r\n" \
  "2009年3月因擅离职守被云岭镇纪委给予党内警告处分</JiangChengQingKuang>\r\n" \
  "  <NianDuKaoHeJieGuo>2019-2020年优秀，2021年度称职</NianDuKaoHeJieGuo>\r\n" \
  "  <RenMianLiYou>工作需要 &amp; 本人同意</RenMianLiYou>\r\n" \
  "  <JiaTingChengYuan>\r\n    <Item><ChengWei>妻子</ChengWei><XingMing>林 穗</XingMing>" \
  "<ChuShengRiQi>198001</ChuShengRiQi><ZhengZhiMianMao>群众</ZhengZhiMianMao>" \
  "<GongZuoDanWeiJiZhiWu>云岭镇中心小学教师</GongZuoDanWeiJiZhiWu></Item>\r\n" \
  "    <Item><ChengWei>干妈</ChengWei><XingMing>何穗</XingMing><ChuShengRiQi></ChuShengRiQi>" \
  "<ZhengZhiMianMao></ZhengZhiMianMao><GongZuoDanWeiJiZhiWu>已去世</GongZuoDanWeiJiZhiWu></Item>\r\n" \
  "    <Item><ChengWei></ChengWei><XingMing>\n</XingMing></Item>\r\n  </JiaTingChengYuan>\r\n" \
  "  <ChengBaoDanWei>中共云岭镇委员会</ChengBaoDanWei>\r\n  <JiSuanNianLingShiJian>20210901</JiSuanNianLingShiJian>\r\n" \
  "  <TianBiaoShiJian>20210905</TianBiaoShiJian>\r\n  <TianBiaoRen>周岭</TianBiaoRen>\r\n" \
  "  <ShenFenZheng>%s</ShenFenZheng>\r\n  <ZhaoPian>%s</ZhaoPian>\r\n  <Version>3.2.1.6</Version>\r\n" \
  "  <LianXiDianHua kind=\"a&lt;b\"><b>1&amp;2</b></LianXiDianHua>\r\n</Person>\r\n"

static const TyDate as_of = { 2021, 12, 31 };

static char *
make_number (const char *seventeen)
{
  return g_strdup_printf ("%s%c", seventeen, ty_id_number_complete (seventeen));
}

static GBytes *
make_photo (void)
{
  static const guint8 head[] = { 0xFF, 0xD8, 0xFF, 0xE0 };
  guint8 *bytes = g_malloc0 (300);

  memcpy (bytes, head, sizeof head);
  for (guint i = sizeof head; i < 300; i++)
    bytes[i] = (guint8) (i * 7);
  return g_bytes_new_take (bytes, 300);
}

static char *
make_form (void)
{
  g_autofree char *number = make_number ("99010119780512001");
  g_autoptr(GBytes) photo = make_photo ();
  g_autofree char *code = g_base64_encode (g_bytes_get_data (photo, NULL), g_bytes_get_size (photo));

  return g_strdup_printf (FORM, number, code);
}

static TyAppointmentFile *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return ty_lrmx_read (bytes, error);
}

static char *
write_text (TyAppointmentFile *file)
{
  g_autoptr(GBytes) bytes = ty_lrmx_write (file);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_text (TyAppointmentFile      *file,
             TyAppointmentFileField  field,
             const char             *text)
{
  g_assert_cmpstr (ty_appointment_file_get (file, field), ==, text);
}

static void
test_read (void)
{
  g_autofree char *form = make_form ();
  g_autoptr(GError) error = NULL;
  g_autoptr(TyAppointmentFile) file = read_text (form, &error);
  g_autoptr(TyAppointmentFile) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  assert_text (file, TY_APPOINTMENT_FIELD_NAME, "周 岭");
  assert_text (file, TY_APPOINTMENT_FIELD_FULL_TIME_DEGREE, NULL);
  assert_text (file, TY_APPOINTMENT_FIELD_REASON, "工作需要 & 本人同意");
  assert_text (file, TY_APPOINTMENT_FIELD_VERSION, "3.2.1.6");
  g_assert_cmpuint (file->family->len, ==, 2);
  g_assert_cmpuint (file->extras->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (file->extras, 0), ==,
                   "<LianXiDianHua kind=\"a&lt;b\"><b>1&amp;2</b></LianXiDianHua>");
  g_assert_cmpuint (g_bytes_get_size (file->photo), ==, 300);

  first = write_text (file);
  again = read_text (first, &error);
  g_assert_no_error (error);
  second = write_text (again);
  g_assert_cmpstr (first, ==, second);
  for (TyAppointmentFileField i = 0; i < TY_APPOINTMENT_N_FIELDS; i++)
    assert_text (again, i, ty_appointment_file_get (file, i));
}

static void
test_robust (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyAppointmentFile) plain = NULL;
  g_autoptr(TyAppointmentFile) old = NULL;
  g_autofree char *encoded = g_convert ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Person><XingMing>周岭"
                                        "</XingMing></Person>", -1, "GB18030", "UTF-8", NULL, NULL, NULL);

  plain = read_text ("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?><Person><Version/>"
                     "<ShenFenZheng>\n </ShenFenZheng><XingMing>　周岭\xE2\x80\x8B</XingMing></Person>", &error);
  g_assert_no_error (error);
  assert_text (plain, TY_APPOINTMENT_FIELD_NAME, "周岭");
  assert_text (plain, TY_APPOINTMENT_FIELD_ID_NUMBER, NULL);
  assert_text (plain, TY_APPOINTMENT_FIELD_VERSION, NULL);

  /* Says UTF-8 of itself and is not. */
  old = read_text (encoded, &error);
  g_assert_no_error (error);
  assert_text (old, TY_APPOINTMENT_FIELD_NAME, "周岭");
}

static void
assert_refused (const char             *text,
                TyAppointmentFileError  code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyAppointmentFile) file = read_text (text, &error);

  g_assert_null (file);
  g_assert_error (error, TY_APPOINTMENT_FILE_ERROR, (int) code);
}

static void
test_hostile (void)
{
  g_autoptr(GString) deep = g_string_new ("<Person><XingMing>周岭</XingMing>");
  g_autoptr(GString) many = g_string_new ("<Person><XingMing>周岭</XingMing>");

  assert_refused ("", TY_APPOINTMENT_FILE_ERROR_DAMAGED);
  assert_refused ("PK\x03\x04", TY_APPOINTMENT_FILE_ERROR_DAMAGED);
  assert_refused ("<Roster/>", TY_APPOINTMENT_FILE_ERROR_FORMAT);
  assert_refused ("<Person></Person>", TY_APPOINTMENT_FILE_ERROR_FORMAT);
  assert_refused ("<Person><XingMing>周岭</XingMing>", TY_APPOINTMENT_FILE_ERROR_DAMAGED);
  assert_refused ("<!DOCTYPE Person [<!ENTITY a \"b\">]><Person><XingMing>&a;</XingMing></Person>",
                  TY_APPOINTMENT_FILE_ERROR_HOSTILE);
  assert_refused ("<Person><XingMing>&file;</XingMing></Person>", TY_APPOINTMENT_FILE_ERROR_HOSTILE);
  assert_refused ("<Person><XingMing>周岭</XingMing><ZhaoPian>***</ZhaoPian></Person>",
                  TY_APPOINTMENT_FILE_ERROR_PHOTO);
  assert_refused ("<Person><XingMing>周岭</XingMing><ZhaoPian>aGVsbG8=</ZhaoPian></Person>",
                  TY_APPOINTMENT_FILE_ERROR_PHOTO);

  for (guint i = 0; i < 100; i++)
    g_string_append (deep, "<a>");
  assert_refused (deep->str, TY_APPOINTMENT_FILE_ERROR_TOO_LARGE);
  for (guint i = 0; i < 40000; i++)
    g_string_append (many, "<a>bbbbbbbb</a>");
  g_string_append (many, "</Person>");
  assert_refused (many->str, TY_APPOINTMENT_FILE_ERROR_TOO_LARGE);
}

static void
test_old_editor (void)
{
  g_autofree char *form = make_form ();
  g_autofree char *folder = g_dir_make_tmp ("touyan-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "周岭.lrm", NULL);
  g_autofree char *picture = g_build_filename (folder, "周岭.pic", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyAppointmentFile) file = read_text (form, &error);
  g_autoptr(TyAppointmentFile) again = NULL;
  g_autoptr(GBytes) bytes = ty_lrm_write (file, &error);

  g_assert_no_error (error);
  g_assert_true (ty_lrm_is (bytes));
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  g_assert_true (g_file_set_contents (picture, g_bytes_get_data (file->photo, NULL), 300, NULL));
  again = ty_appointment_file_load (path, &error);
  g_assert_no_error (error);
  for (TyAppointmentFileField i = 0; i < TY_APPOINTMENT_N_FIELDS; i++)
    if (i != TY_APPOINTMENT_FIELD_ID_NUMBER && i != TY_APPOINTMENT_FIELD_VERSION)
      assert_text (again, i, ty_appointment_file_get (file, i));
  g_assert_cmpuint (again->family->len, ==, 2);
  g_assert_true (g_bytes_equal (again->photo, file->photo));

  /* The picture is no picture. */
  g_assert_true (g_file_set_contents (picture, "GIF89a and then nothing that would be a photo of anybody at all, "
                                               "however long it is", -1, NULL));
  g_clear_pointer (&again, ty_appointment_file_free);
  again = ty_appointment_file_load (path, &error);
  g_assert_null (again);
  g_assert_error (error, TY_APPOINTMENT_FILE_ERROR, TY_APPOINTMENT_FILE_ERROR_PHOTO);
  ty_test_remove_tree (folder);
}

static void
test_merits (void)
{
  g_autoptr(GPtrArray) honours = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) penalties = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;
  TyRecord *first, *penalty;

  ty_appointment_merits_parse ("2019年6月被中共石城县委评为优秀共产党员；2020.07 获县劳动模范\n"
                               "2009年3月因擅离职守被云岭镇纪委给予党内警告处分。无", honours, penalties);
  g_assert_cmpuint (honours->len, ==, 2);
  g_assert_cmpuint (penalties->len, ==, 1);
  first = g_ptr_array_index (honours, 0);
  g_assert_cmpstr (ty_record_get_text (first, TY_HONOUR_DATE), ==, "2019-06");
  g_assert_cmpstr (ty_record_get_text (first, TY_HONOUR_GRANTED_BY), ==, "中共石城县委");
  g_assert_cmpstr (ty_record_get_text (first, TY_HONOUR_TITLE), ==, "优秀共产党员");
  g_assert_cmpstr (ty_record_get_text (g_ptr_array_index (honours, 1), TY_HONOUR_TITLE), ==, "获县劳动模范");
  penalty = g_ptr_array_index (penalties, 0);
  g_assert_cmpstr (ty_record_get_text (penalty, TY_PENALTY_REASON), ==, "擅离职守");
  g_assert_cmpstr (ty_record_get_text (penalty, TY_PENALTY_DECIDED_BY), ==, "云岭镇纪委");
  g_assert_cmpstr (ty_record_get_text (penalty, TY_PENALTY_TITLE), ==, "党内警告处分");

  text = ty_appointment_merits_write (honours, penalties);
  g_assert_cmpstr (text, ==, "2019年6月被中共石城县委评为优秀共产党员\n2020年7月获县劳动模范\n"
                             "2009年3月因擅离职守被云岭镇纪委给予党内警告处分");
}

static void
test_results (void)
{
  static const struct
  {
    const char *text;
    const char *written;
    gboolean whole;
  } cases[] = {
    { "2021年优秀，2022、2023年称职", "2021年优秀，2022年称职，2023年称职", TRUE },
    { "2019-2021年均为合格", "2019年合格，2020年合格，2021年合格", TRUE },
    { "2020年度基本称职", "2020年基本称职", TRUE },
    { "2020：优秀；2021：", "2020年优秀", FALSE },
    { "", "", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *text = NULL;

      g_assert_cmpint (ty_appointment_results_parse (cases[i].text, results), ==, cases[i].whole);
      text = ty_appointment_results_write (results, 0);
      g_assert_cmpstr (text, ==, cases[i].written);
    }
}

static gboolean
add_units (TyStore   *store,
           gpointer   data,
           GError   **error)
{
  g_autoptr(TyUnitState) root = ty_unit_table_get_root (ty_store_get_database (store), error);
  gint64 parent = root != NULL ? ty_record_get_integer (TY_RECORD (root), TY_UNIT_STATE_UNIT) : 0;
  static const char *const units[][3] = {
    { "云岭镇", "township", "town" },
    { "下松河村", "village", "village" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr(TyUnitState) state = ty_unit_state_new ();
      TyRecord *record = TY_RECORD (state);

      ty_record_set_integer (record, TY_UNIT_STATE_PARENT, parent);
      ty_record_set_text (record, TY_UNIT_STATE_NAME, units[i][0]);
      ty_record_set_text (record, TY_UNIT_STATE_LEVEL, units[i][1]);
      ty_record_set_text (record, TY_UNIT_STATE_KIND, units[i][2]);
      ty_record_set_integer (record, TY_UNIT_STATE_POSITION, i);
      if (!ty_unit_table_add (store, state, error))
        return FALSE;
      parent = ty_record_get_integer (record, TY_UNIT_STATE_UNIT);
    }
  return TRUE;
}

static char *
save (TyTestCounty *county,
      const char   *name,
      const char   *text)
{
  char *path = ty_test_county_build_path (county, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static GPtrArray *
plan_of (TyTestCounty *county,
         const char   *path)
{
  const char *paths[] = { path, NULL };
  g_autoptr(GError) error = NULL;
  GPtrArray *plan = ty_appointment_plan_new (ty_store_get_database (county->store), paths, as_of, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static TyAppointmentLine *
line_of (GPtrArray *plan)
{
  g_assert_cmpuint (plan->len, ==, 1);
  return g_ptr_array_index (plan, 0);
}

static void
take (TyTestCounty *county,
      GPtrArray    *plan,
      gint64       *seq)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (ty_appointment_import_run (county->store, plan, as_of, "tester", NULL, seq, &error), ==, 1);
  g_assert_no_error (error);
}

static void
add_village (TyTestCounty *county)
{
  TyActionSpec spec = { "tester", "unit.edit", NULL, 0 };
  g_autoptr(GError) error = NULL;

  ty_store_run (county->store, &spec, add_units, NULL, &error);
  g_assert_no_error (error);
}

static char *
export_text (TyTestCounty *county)
{
  gint64 person = ty_test_county_count (county->store, "SELECT id FROM person WHERE name = '周岭'");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) states = ty_unit_table_list (ty_store_get_database (county->store), as_of, &error);
  g_autoptr(TyAppointmentFile) file = ty_appointment_file_make (ty_store_get_database (county->store), states,
                                                                person, as_of, &error);

  g_assert_no_error (error);
  return write_text (file);
}

/* A file that was only read and written again is the same. */
static void
test_round_trip (TyTestCounty  *county,
                 gconstpointer  data)
{
  g_autofree char *form = make_form ();
  g_autofree char *path = save (county, "a.lrmx", form);
  g_autoptr(TyAppointmentFile) file = read_text (form, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *exported = NULL;
  g_autoptr(GPtrArray) plan = NULL;
  gint64 seq;

  add_village (county);
  plan = plan_of (county, path);
  g_assert_cmpint (line_of (plan)->state, ==, TY_APPOINTMENT_STATE_NEW);
  take (county, plan, &seq);
  exported = export_text (county);
  /* A name has no blanks between its characters. */
  ty_appointment_file_set (file, TY_APPOINTMENT_FIELD_NAME, "周 岭");
  expected = write_text (file);
  g_assert_cmpstr (exported, ==, expected);
  ty_test_county_assert_sound (county->store);
}

static void
test_records (TyTestCounty  *county,
              gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    gint64 n;
  } counts[] = {
    { "SELECT count(*) FROM person WHERE name = '周岭' AND political = '01' AND party_date = '2001-08'"
      " AND political_text = '200108；民建' AND ethnicity = '01' AND health IS NULL AND photo IS NOT NULL", 1 },
    { "SELECT count(*) FROM education WHERE mode = 'fulltime' AND school LIKE '%园艺%'", 1 },
    { "SELECT count(*) FROM education WHERE mode = 'inservice' AND degree IS NOT NULL AND school LIKE '云屏大学%'", 1 },
    { "SELECT count(*) FROM resume_entry", 4 },
    { "SELECT count(*) FROM resume_entry WHERE text LIKE '云岭镇农业站技术员（其间：%'", 1 },
    { "SELECT count(*) FROM resume_entry WHERE from_date IS NULL AND text LIKE '2016.11当选%'", 1 },
    { "SELECT count(*) FROM family_member", 2 },
    { "SELECT count(*) FROM honour", 2 },
    { "SELECT count(*) FROM penalty", 1 },
    { "SELECT count(*) FROM annual_result WHERE (year, result) IN ((2019, '1'), (2020, '1'), (2021, '2'))", 3 },
    { "SELECT count(*) FROM appointment WHERE from_date = '2011-03' AND post IN ('D1', 'C1')", 2 },
    { "SELECT count(*) FROM appointment_form WHERE proposed_post = '云岭镇党委委员' AND age_date = '2021-09-01'"
      " AND professional_title = '农艺师'", 1 },
  };
  g_autofree char *form = make_form ();
  g_autofree char *path = save (county, "a.lrmx", form);
  g_autoptr(GPtrArray) plan = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 seq, undone;

  add_village (county);
  before = ty_test_county_dup_content (county->store);
  plan = plan_of (county, path);
  take (county, plan, &seq);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_test_message ("%s", counts[i].sql);
      g_assert_cmpint (ty_test_county_count (county->store, counts[i].sql), ==, counts[i].n);
    }

  ty_store_undo (county->store, "tester", seq, &undone, &error);
  g_assert_no_error (error);
  after = ty_test_county_dup_content (county->store);
  g_assert_cmpstr (before, ==, after);
}

/* What is refused field by field is not written, and what is edited afterwards is what is exported. */
static void
test_choices (TyTestCounty  *county,
              gconstpointer  data)
{
  g_autofree char *form = make_form ();
  g_autofree char *path = save (county, "a.lrmx", form);
  g_autoptr(GPtrArray) plan = NULL;
  g_autoptr(GPtrArray) again = NULL;
  g_autoptr(GPtrArray) stale = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *exported = NULL;
  gint64 seq;
  guint refused = 0;

  add_village (county);
  plan = plan_of (county, path);
  for (guint i = 0; i < line_of (plan)->changes->len; i++)
    {
      TyAppointmentChange *change = g_ptr_array_index (line_of (plan)->changes, i);

      if (change->edits == NULL || change->edits->len != 4)
        continue;
      change->accepted = FALSE;
      refused++;
    }
  g_assert_cmpuint (refused, ==, 1);
  take (county, plan, &seq);
  g_assert_cmpint (ty_test_county_count (county->store, "SELECT count(*) FROM resume_entry"), ==, 0);
  g_assert_cmpint (ty_test_county_count (county->store, "SELECT count(*) FROM honour"), ==, 2);
  exported = export_text (county);
  g_assert_nonnull (strstr (exported, "<JianLi />"));
  g_assert_nonnull (strstr (exported, "干妈"));

  again = plan_of (county, path);
  g_assert_cmpint (line_of (again)->state, ==, TY_APPOINTMENT_STATE_CHANGED);
  g_assert_cmpuint (line_of (again)->changes->len, ==, 1);
  stale = plan_of (county, path);
  take (county, again, &seq);
  g_assert_cmpuint (ty_appointment_import_run (county->store, stale, as_of, "tester", NULL, &seq, &error), ==, 0);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "meanwhile"));
  g_assert_cmpint (ty_test_county_count (county->store, "SELECT count(*) FROM resume_entry"), ==, 4);

  g_clear_pointer (&again, g_ptr_array_unref);
  again = plan_of (county, path);
  g_assert_cmpint (line_of (again)->state, ==, TY_APPOINTMENT_STATE_SAME);
}

static void
test_people (TyTestCounty  *county,
             gconstpointer  data)
{
  g_autofree char *form = make_form ();
  g_autofree char *path = save (county, "a.lrmx", form);
  g_autofree char *other = save (county, "b.lrmx", form);
  g_autofree char *plain = save (county, "c.lrmx", "<Person><XingMing>周岭</XingMing>"
                                                   "<ChuShengNianYue>197805</ChuShengNianYue></Person>");
  g_autofree char *broken = save (county, "d.lrmx", "<Person><XingMing>周岭");
  g_autofree char *number = make_number ("99010119780512001");
  g_autofree char *thief = g_strdup_printf ("<Person><XingMing>吴声</XingMing><ShenFenZheng>%s</ShenFenZheng>"
                                            "</Person>", number);
  g_autofree char *stolen = save (county, "e.lrmx", thief);
  const char *paths[] = { path, other, broken, NULL };
  g_autoptr(GPtrArray) both = NULL;
  g_autoptr(GPtrArray) plan = NULL;
  g_autoptr(GPtrArray) doubtful = NULL;
  g_autoptr(GPtrArray) foreign = NULL;
  g_autoptr(GError) error = NULL;
  gint64 seq, person;

  add_village (county);
  both = ty_appointment_plan_new (ty_store_get_database (county->store), paths, as_of, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ty_appointment_plan_count (both, TY_APPOINTMENT_STATE_NEW), ==, 1);
  g_assert_cmpuint (ty_appointment_plan_count (both, TY_APPOINTMENT_STATE_REFUSED), ==, 2);
  take (county, both, &seq);

  foreign = plan_of (county, stolen);
  g_assert_cmpint (line_of (foreign)->state, ==, TY_APPOINTMENT_STATE_REFUSED);
  g_assert_nonnull (strstr (line_of (foreign)->reason, "周岭"));

  doubtful = plan_of (county, plain);
  g_assert_cmpint (line_of (doubtful)->state, ==, TY_APPOINTMENT_STATE_DOUBTFUL);
  g_assert_cmpuint (line_of (doubtful)->twins->len, ==, 1);
  g_assert_cmpuint (ty_appointment_import_run (county->store, doubtful, as_of, "tester", NULL, &seq, &error), ==, 0);
  g_clear_error (&error);
  person = ty_record_get_integer (g_ptr_array_index (line_of (doubtful)->twins, 0), TY_PERSON_ID);
  ty_appointment_line_set_person (line_of (doubtful), ty_store_get_database (county->store), person, as_of, &error);
  g_assert_no_error (error);
  g_assert_cmpint (line_of (doubtful)->state, ==, TY_APPOINTMENT_STATE_SAME);
  g_assert_cmpint (ty_test_county_count (county->store, "SELECT count(*) FROM person"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/appointment-files/read", test_read);
  g_test_add_func ("/appointment-files/robust", test_robust);
  g_test_add_func ("/appointment-files/hostile", test_hostile);
  g_test_add_func ("/appointment-files/old-editor", test_old_editor);
  g_test_add_func ("/appointment-files/merits", test_merits);
  g_test_add_func ("/appointment-files/results", test_results);
  TY_TEST_ADD ("/appointment-files/round-trip", test_round_trip);
  TY_TEST_ADD ("/appointment-files/records", test_records);
  TY_TEST_ADD ("/appointment-files/choices", test_choices);
  TY_TEST_ADD ("/appointment-files/people", test_people);

  return g_test_run ();
}
