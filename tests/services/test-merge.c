/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-annual-result.h"
#include "ty-appointment.h"
#include "ty-attachment.h"
#include "ty-code-list.h"
#include "ty-content-hash.h"
#include "ty-custom-value.h"
#include "ty-family-member.h"
#include "ty-honour.h"
#include "ty-mandate.h"
#include "ty-office-merge.h"
#include "ty-office-search.h"
#include "ty-person-list-member.h"
#include "ty-record-registry.h"
#include "ty-table.h"
#include "ty-test-county.h"
#include "ty-test-office.h"

#include <string.h>

#define NUMBER "990101198002210018"
#define OTHER_NUMBER "990101198002210034"

/* Two records of one human, with rows of every table that belongs to a person. */
typedef struct
{
  TyTestOffice *county;
  gint64 kept;
  gint64 other;
  GHashTable *parents; /* (owned) (element-type utf8 gint64): of which rows may refer, by table */
} Twins;

static gint64 find_parent (Twins *twins, const char *table);

static gboolean
insert (TyStore   *store,
        gpointer   data,
        GError   **error)
{
  return ty_table_insert (ty_store_get_database (store), data, error);
}

static gboolean
update (TyStore   *store,
        gpointer   data,
        GError   **error)
{
  return ty_table_update (ty_store_get_database (store), data, error);
}

static void
run (TyStore      *store,
     TyActionFunc  func,
     gpointer      data)
{
  TyActionSpec spec = { "tester", "row.add", NULL, 0 };
  g_autoptr(GError) error = NULL;

  ty_store_run (store, &spec, func, data, &error);
  g_assert_no_error (error);
}

static guint
find_field (const TyRecordInfo *info,
            const char         *column)
{
  const TyFieldInfo *field = ty_record_info_find_field (info, column);

  g_assert_nonnull (field);
  return (guint) (field - info->fields);
}

static gboolean
has_own_id (const TyRecordInfo *info)
{
  return info->n_keys == 2 && g_str_equal (info->fields[1].column, "id");
}

static gboolean
is_of_person (const TyRecordInfo *info)
{
  for (guint i = 0; i < info->n_keys; i++)
    if (g_strcmp0 (info->fields[i].reference, "person") == 0 && info != &ty_person_info)
      return TRUE;

  return FALSE;
}

/* What a row refers to: everything that may be named is there, other rows of the person are not. */
static gint64
get_target (Twins             *twins,
            const TyFieldInfo *field,
            gint64             person)
{
  if (g_str_equal (field->reference, "person"))
    return person;
  if (g_str_equal (field->reference, "unit"))
    return twins->county->pine;

  return ty_record_registry_find (field->reference)->n_keys > 1 ? 0 : find_parent (twins, field->reference);
}

/* A row of any table, filled from its fields: texts say @word, so that two with the same word are
 * equal. */
static TyRecord *
make_row (Twins              *twins,
          const TyRecordInfo *info,
          gint64              person,
          const char         *word)
{
  TyRecord *row = ty_record_new (info);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TyFieldInfo *field = &info->fields[i];

      if (field->reference != NULL)
        ty_record_set_integer (row, i, get_target (twins, field, person));
      else if (TY_FIELD_IS_NUMBER (field))
        ty_record_set_integer (row, i, has_own_id (info) && i == 1
                                         ? ty_store_mint_id (twins->county->store) : 2020);
      else if (field->kind == TY_FIELD_TEXT)
        ty_record_set_text (row, i, word);
      else if (field->kind == TY_FIELD_CODE && (field->flags & TY_FIELD_REQUIRED) != 0)
        ty_record_set_text (row, i, ty_code_get_key (ty_code_list_get_item (
                                      ty_code_list_get_shipped (field->code_list), 0)));
    }
  return row;
}

static TyRecord *
add_row (Twins              *twins,
         const TyRecordInfo *info,
         gint64              person,
         const char         *word)
{
  g_autoptr(TyRecord) row = make_row (twins, info, person, word);

  if (ty_record_info_find_field (info, "result") != NULL)
    ty_record_set_text (row, find_field (info, "result"), g_str_equal (word, "甲") ? "1" : "2");
  run (twins->county->store, insert, row);
  return g_steal_pointer (&row);
}

static void
add_mandate (Twins      *twins,
             TyRecord   *appointment,
             const char *word)
{
  g_autoptr(TyRecord) mandate = make_row (twins, &ty_mandate_info,
                                          ty_record_get_integer (appointment, 0), word);

  ty_record_set_integer (mandate, TY_MANDATE_APPOINTMENT, ty_record_get_integer (appointment, 1));
  run (twins->county->store, insert, mandate);
}

static gint64
add_named (Twins              *twins,
           const TyRecordInfo *info)
{
  g_autoptr(TyRecord) row = make_row (twins, info, 0, "军");

  ty_record_set_integer (row, 0, ty_store_mint_id (twins->county->store));
  run (twins->county->store, insert, row);
  return ty_record_get_integer (row, 0);
}

/* One row of a table that has a key of its own, such as a course or a named list. */
static gint64
find_parent (Twins      *twins,
             const char *table)
{
  gint64 *key = g_hash_table_lookup (twins->parents, table);
  gint64 made = key == NULL ? add_named (twins, ty_record_registry_find (table)) : *key;

  if (key == NULL)
    g_hash_table_insert (twins->parents, (gpointer) table, g_memdup2 (&made, sizeof made));
  return made;
}

/* Of a table with ids: a row that both have, and one of each alone; else one in the same place. */
static void
twins_init (Twins *twins)
{
  guint n;
  const TyRecordInfo *const *infos = ty_record_registry_list (&n);

  twins->county = ty_test_office_new ();
  twins->kept = ty_test_office_add_person (twins->county, "张晓明", "1", "1980-02", NUMBER);
  twins->other = ty_test_office_add_person (twins->county, "张晓明", "1", "1980-02-21", OTHER_NUMBER);
  twins->parents = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TyRecord) first = NULL, second = NULL, third = NULL, fourth = NULL;

      if (!is_of_person (infos[i]) || infos[i] == &ty_mandate_info)
        continue;
      first = add_row (twins, infos[i], twins->kept, "甲");
      second = add_row (twins, infos[i], twins->other, has_own_id (infos[i]) ? "甲" : "乙");
      if (has_own_id (infos[i]))
        {
          third = add_row (twins, infos[i], twins->kept, "丙");
          fourth = add_row (twins, infos[i], twins->other, "丁");
        }
      if (infos[i] == &ty_appointment_info)
        {
          add_mandate (twins, first, "甲");
          add_mandate (twins, second, "乙");
          add_mandate (twins, fourth, "丁");
        }
    }
}

static void
twins_clear (Twins *twins)
{
  g_clear_pointer (&twins->county, ty_test_office_free);
  g_clear_pointer (&twins->parents, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Twins, twins_clear)

static guint
count_rows_of (Twins              *twins,
               const TyRecordInfo *info,
               gint64              person)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = ty_table_list_of (ty_store_get_database (twins->county->store), info,
                                                "person", person, &error);

  g_assert_no_error (error);
  return rows->len;
}

static guint
count_rows (Twins  *twins,
            gint64  person)
{
  guint n, sum = 0;
  const TyRecordInfo *const *infos = ty_record_registry_list (&n);

  for (guint i = 0; i < n; i++)
    if (is_of_person (infos[i]))
      sum += count_rows_of (twins, infos[i], person);
  return sum;
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

static TyPersonMerge *
plan (Twins *twins)
{
  g_autoptr(GError) error = NULL;
  TyPersonMerge *merge = ty_person_merge_new (ty_store_get_database (twins->county->store), twins->kept,
                                              twins->other, &error);

  g_assert_no_error (error);
  return merge;
}

static void
merge_well (Twins         *twins,
            TyPersonMerge *merge)
{
  g_autoptr(GError) error = NULL;
  gint64 seq = 0;

  ty_person_merge_run (twins->county->store, "tester", merge, &seq, &error);
  g_assert_no_error (error);
  g_assert_cmpint (seq, >, 0);
}

static TyRecord *
get_person (Twins  *twins,
            gint64  person)
{
  g_autoptr(GError) error = NULL;
  TyRecord *record = ty_table_get (ty_store_get_database (twins->county->store), &ty_person_info, person,
                                   &error);

  g_assert_no_error (error);
  return record;
}

static TyRecord *
find_row (Twins              *twins,
          const TyRecordInfo *info)
{
  g_autoptr(GPtrArray) rows = ty_table_list_of (ty_store_get_database (twins->county->store), info,
                                                "person", twins->kept, NULL);

  g_assert_cmpuint (rows->len, ==, 1);
  return g_object_ref (g_ptr_array_index (rows, 0));
}

/* No row is lost, and none is there twice: what both had before is what is there after, and once what was
 * equal or could only be there once. */
static void
test_every_table (void)
{
  g_auto(Twins) twins = { 0 };
  g_autoptr(TyPersonMerge) merge = NULL;
  g_autoptr(TyRecord) pointer = NULL;
  guint n, before, equal, clashes;
  const TyRecordInfo *const *infos = ty_record_registry_list (&n);

  twins_init (&twins);
  before = count_rows (&twins, twins.kept) + count_rows (&twins, twins.other);
  merge = plan (&twins);
  equal = ty_person_merge_count (merge, TY_MERGE_EQUAL);
  clashes = ty_person_merge_count (merge, TY_MERGE_CLASH);
  g_assert_cmpuint (equal, >, 5);
  g_assert_cmpuint (clashes, >=, 3);

  merge_well (&twins, merge);
  g_assert_cmpuint (count_rows (&twins, twins.other), ==, 0);
  g_assert_cmpuint (count_rows (&twins, twins.kept), ==, before - equal - clashes);
  for (guint i = 0; i < n; i++)
    if (is_of_person (infos[i]) && has_own_id (infos[i]))
      g_assert_cmpuint (count_rows_of (&twins, infos[i], twins.kept), ==, 3);
  pointer = get_person (&twins, twins.other);
  g_assert_cmpint (ty_record_get_integer (pointer, TY_PERSON_MERGED_INTO), ==, twins.kept);
  g_assert_cmpstr (ty_record_get_text (pointer, TY_PERSON_ID_NUMBER), ==, OTHER_NUMBER);
  ty_test_county_assert_sound (twins.county->store);
}

/* What was equal keeps its mandates: they follow the appointment that stays. */
static void
test_mandates (void)
{
  g_auto(Twins) twins = { 0 };
  g_autoptr(TyPersonMerge) merge = NULL;
  g_autoptr(GPtrArray) mandates = NULL;
  g_autoptr(GPtrArray) posts = NULL;

  twins_init (&twins);
  merge = plan (&twins);
  merge_well (&twins, merge);
  mandates = ty_table_list_of (ty_store_get_database (twins.county->store), &ty_mandate_info, "person",
                               twins.kept, NULL);
  posts = ty_table_list_of (ty_store_get_database (twins.county->store), &ty_appointment_info, "person",
                            twins.kept, NULL);
  g_assert_cmpuint (mandates->len, ==, 2);
  for (guint i = 0; i < mandates->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < posts->len; j++)
        found |= ty_record_get_integer (g_ptr_array_index (mandates, i), TY_MANDATE_APPOINTMENT)
                 == ty_record_get_integer (g_ptr_array_index (posts, j), TY_APPOINTMENT_ID);
      g_assert_true (found);
    }
}

static void
test_undo (void)
{
  g_auto(Twins) twins = { 0 };
  g_autoptr(TyPersonMerge) merge = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL, *merged = NULL, *undone = NULL, *again = NULL;

  twins_init (&twins);
  before = dup_hash (twins.county->store);
  merge = plan (&twins);
  for (guint i = 0; i < merge->rows->len; i++)
    ((TyMergeRow *) g_ptr_array_index (merge->rows, i))->take = TRUE;
  merge->taken = G_MAXUINT;
  merge_well (&twins, merge);
  merged = dup_hash (twins.county->store);
  g_assert_cmpstr (merged, !=, before);

  ty_store_undo (twins.county->store, "tester", 0, NULL, &error);
  g_assert_no_error (error);
  undone = dup_hash (twins.county->store);
  g_assert_cmpstr (undone, ==, before);
  ty_store_redo (twins.county->store, "tester", NULL, &error);
  g_assert_no_error (error);
  again = dup_hash (twins.county->store);
  g_assert_cmpstr (again, ==, merged);
}

/* What only one knows is taken by itself, and what both know as it is chosen. */
static void
test_fields (void)
{
  g_auto(Twins) twins = { 0 };
  g_autoptr(TyPersonMerge) merge = NULL;
  g_autoptr(TyRecord) other = NULL;
  g_autoptr(TyRecord) kept = NULL;

  twins_init (&twins);
  other = get_person (&twins, twins.other);
  ty_record_set_text (other, TY_PERSON_PHONE, "19900001234");
  ty_record_set_text (other, TY_PERSON_NAME, "张小明");
  ty_record_set_text (other, TY_PERSON_PINYIN, "zhang xiao ming");
  run (twins.county->store, update, other);

  merge = plan (&twins);
  g_assert_true (ty_person_merge_takes (merge, TY_PERSON_PHONE));
  g_assert_true (ty_person_merge_differs (merge, TY_PERSON_NAME));
  g_assert_false (ty_person_merge_takes (merge, TY_PERSON_NAME));
  g_assert_false (ty_person_merge_differs (merge, TY_PERSON_SEX));
  g_assert_cmpuint (ty_person_merge_get_leader (merge, TY_PERSON_PINYIN), ==, TY_PERSON_NAME);
  merge->taken |= 1u << TY_PERSON_NAME | 1u << TY_PERSON_ID_NUMBER;
  merge_well (&twins, merge);
  kept = get_person (&twins, twins.kept);
  g_assert_cmpstr (ty_record_get_text (kept, TY_PERSON_NAME), ==, "张小明");
  g_assert_cmpstr (ty_record_get_text (kept, TY_PERSON_PINYIN), ==, "zhang xiao ming");
  g_assert_cmpstr (ty_record_get_text (kept, TY_PERSON_PHONE), ==, "19900001234");
  g_assert_cmpstr (ty_record_get_text (kept, TY_PERSON_ID_NUMBER), ==, OTHER_NUMBER);
  g_assert_cmpstr (ty_record_get_text (kept, TY_PERSON_BIRTH), ==, "1980-02");
}

static void
choose (TyPersonMerge      *merge,
        const TyRecordInfo *info)
{
  for (guint i = 0; i < merge->rows->len; i++)
    {
      TyMergeRow *row = g_ptr_array_index (merge->rows, i);

      if (ty_record_get_info (row->row) != info)
        continue;
      g_assert_cmpint (row->state, ==, TY_MERGE_CLASH);
      row->take = TRUE;
    }
}

/* A year, a field, a list: there can only be one, and it is told and chosen which. */
static void
test_clashes (void)
{
  g_auto(Twins) twins = { 0 };
  g_autoptr(TyPersonMerge) merge = NULL;
  g_autoptr(TyRecord) result = NULL, value = NULL, member = NULL;

  twins_init (&twins);
  merge = plan (&twins);
  choose (merge, &ty_custom_value_info);
  choose (merge, &ty_person_list_member_info);
  merge_well (&twins, merge);
  result = find_row (&twins, &ty_annual_result_info);
  value = find_row (&twins, &ty_custom_value_info);
  member = find_row (&twins, &ty_person_list_member_info);
  g_assert_cmpstr (ty_record_get_text (result, TY_ANNUAL_RESULT_RESULT), ==, "1");
  g_assert_cmpstr (ty_record_get_text (value, TY_CUSTOM_VALUE_VALUE), ==, "乙");
  g_assert_cmpstr (ty_record_get_text (member, TY_PERSON_LIST_MEMBER_NOTE), ==, "乙");
}

/* Those of the family come behind those who are there. */
static void
test_order (void)
{
  g_auto(Twins) twins = { 0 };
  g_autoptr(TyPersonMerge) merge = NULL;
  g_autoptr(GPtrArray) family = NULL;
  gint64 last = 0, moved = 0;

  twins_init (&twins);
  merge = plan (&twins);
  merge_well (&twins, merge);
  family = ty_table_list_of (ty_store_get_database (twins.county->store), &ty_family_member_info, "person",
                             twins.kept, NULL);
  for (guint i = 0; i < family->len; i++)
    {
      TyRecord *member = g_ptr_array_index (family, i);
      gint64 position = ty_record_get_integer (member, TY_FAMILY_MEMBER_POSITION);

      if (g_str_equal (ty_record_get_text (member, TY_FAMILY_MEMBER_NAME), "丁"))
        moved = position;
      else
        last = MAX (last, position);
    }
  g_assert_cmpint (moved, >, last);
}

/* The same post at the same time with other details is moved, and told. */
static void
test_same_post (void)
{
  g_auto(Twins) twins = { 0 };
  g_autoptr(TyPersonMerge) merge = NULL;
  guint n = 0;

  twins_init (&twins);
  merge = plan (&twins);
  for (guint i = 0; i < merge->rows->len; i++)
    {
      TyMergeRow *row = g_ptr_array_index (merge->rows, i);

      n += ty_record_get_info (row->row) == &ty_appointment_info && row->state == TY_MERGE_MOVED
           && row->twin != NULL;
    }
  g_assert_cmpuint (n, ==, 1);
}

static void
assert_refused (Twins  *twins,
                gint64  kept,
                gint64  other)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPersonMerge) merge = ty_person_merge_new (
    ty_store_get_database (twins->county->store), kept, other, &error);

  g_assert_null (merge);
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT);
}

/* Neither with itself, nor twice, nor round in a circle; who was merged before leads on. */
static void
test_refused (void)
{
  g_auto(Twins) twins = { 0 };
  g_autoptr(TyPersonMerge) merge = NULL;
  g_autoptr(TyPersonMerge) next = NULL;
  g_autoptr(TyRecord) first = NULL;
  g_autoptr(GError) error = NULL;
  gint64 third;

  twins_init (&twins);
  third = ty_test_office_add_person (twins.county, "张晓明", NULL, NULL, NULL);
  assert_refused (&twins, twins.kept, twins.kept);
  merge = plan (&twins);
  merge_well (&twins, merge);
  assert_refused (&twins, twins.kept, twins.other);
  assert_refused (&twins, twins.other, twins.kept);
  assert_refused (&twins, twins.other, third);

  next = ty_person_merge_new (ty_store_get_database (twins.county->store), third, twins.kept, &error);
  g_assert_no_error (error);
  merge_well (&twins, next);
  first = get_person (&twins, twins.other);
  g_assert_cmpint (ty_record_get_integer (first, TY_PERSON_MERGED_INTO), ==, third);
  g_assert_cmpint (ty_person_merge_resolve (ty_store_get_database (twins.county->store), twins.other,
                                            &error), ==, third);
  g_assert_no_error (error);
}

/* Whoever changed one of them meanwhile is not written over. */
static void
test_changed_meanwhile (void)
{
  g_auto(Twins) twins = { 0 };
  g_autoptr(TyPersonMerge) merge = NULL;
  g_autoptr(TyRecord) row = NULL;
  g_autoptr(GError) error = NULL;

  twins_init (&twins);
  merge = plan (&twins);
  row = add_row (&twins, &ty_honour_info, twins.other, "戊");
  ty_person_merge_run (twins.county->store, "tester", merge, NULL, &error);
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT);
  g_assert_cmpuint (count_rows (&twins, twins.other), >, 0);
}

/* The office. */

static TyMergePreview *
preview (TyOffice *office,
         gint64    kept,
         gint64    other)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyMergePreview *found;

  ty_office_preview_merge_async (office, kept, other, NULL, ty_test_office_keep_result, &result);
  found = ty_office_preview_merge_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return found;
}

/* All rows of both are told once, what differs first, and what is sensitive is masked. */
static void
test_preview (void)
{
  g_auto(Twins) twins = { 0 };
  g_autoptr(TyMergePreview) found = NULL;
  g_autoptr(TyOffice) office = NULL;
  guint n_both = 0;
  gboolean differs = TRUE;

  twins_init (&twins);
  office = ty_test_office_open (twins.county);
  found = preview (office, twins.kept, twins.other);
  for (guint i = 0; i < found->fields->len; i++)
    {
      const TyMergeField *field = g_ptr_array_index (found->fields, i);

      g_assert_false (field->differs && !differs);
      differs = field->differs;
      if (field->field != TY_PERSON_ID_NUMBER)
        continue;
      g_assert_true (field->differs && field->sensitive);
      g_assert_cmpstr (field->texts[TY_MERGE_OTHER], ==, OTHER_NUMBER);
      g_assert_null (strstr (field->masked[TY_MERGE_OTHER], OTHER_NUMBER + 14));
    }
  for (guint i = 0; i < found->lines->len; i++)
    {
      const TyMergeLine *line = g_ptr_array_index (found->lines, i);

      g_assert_true (line->texts[TY_MERGE_KEPT] != NULL || line->texts[TY_MERGE_OTHER] != NULL);
      n_both += line->texts[TY_MERGE_KEPT] != NULL && line->texts[TY_MERGE_OTHER] != NULL;
    }
  g_assert_cmpuint (n_both, ==, ty_person_merge_count (found->merge, TY_MERGE_EQUAL)
                                  + ty_person_merge_count (found->merge, TY_MERGE_CLASH));
  g_assert_cmpuint (found->lines->len, ==, found->merge->own->len
                                             + ty_person_merge_count (found->merge, TY_MERGE_MOVED));
}

/* The old place leads to the new record; nobody finds the pointer by its name. */
static void
test_opening (void)
{
  g_auto(Twins) twins = { 0 };
  g_autoptr(TyMergePreview) found = NULL;
  g_autoptr(TyPersonFile) file = NULL;
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(GAsyncResult) merged = NULL;
  g_autoptr(GAsyncResult) searched = NULL;
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GError) error = NULL;

  twins_init (&twins);
  office = ty_test_office_open (twins.county);
  found = preview (office, twins.kept, twins.other);
  ty_office_merge_people_async (office, found->merge, NULL, ty_test_office_keep_result, &merged);
  g_assert_true (ty_office_merge_people_finish (office, ty_test_office_await (&merged), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (ty_office_get_undo_label (office), ==, "Two records of one person merged");

  file = ty_test_office_load_person (office, twins.other);
  g_assert_cmpint (ty_record_get_integer (TY_RECORD (file->person), TY_PERSON_ID), ==, twins.kept);
  g_assert_cmpuint (file->posts->len, ==, 3);
  ty_office_find_people_async (office, "张晓明", 10, NULL, ty_test_office_keep_result, &searched);
  people = ty_office_find_people_finish (office, ty_test_office_await (&searched), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 1);
}

static void
test_command (void)
{
  g_auto(Twins) twins = { 0 };
  g_autofree char *kept = NULL, *other = NULL, *output = NULL, *errors = NULL;

  twins_init (&twins);
  kept = g_strdup_printf ("%" G_GINT64_FORMAT, twins.kept);
  other = g_strdup_printf ("%" G_GINT64_FORMAT, twins.other);
  ty_test_office_done (twins.county);
  g_assert_cmpint (ty_test_cli_run (twins.county->folder, &output, &errors, "merge", twins.county->path,
                                    "--person", other, "--into", kept, "--take", "id_number", "--take",
                                    "annual_result", "--json", NULL), ==, 0);
  g_assert_nonnull (strstr (output, "id_number"));
  g_clear_pointer (&output, g_free);
  g_clear_pointer (&errors, g_free);
  g_assert_cmpint (ty_test_cli_run (twins.county->folder, &output, &errors, "merge", twins.county->path,
                                    "--person", other, "--into", kept, NULL), ==, 1);
  g_assert_nonnull (strstr (errors, "merged into another one already"));
}

int
main (int   argc,
      char *argv[])
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/every-table", test_every_table);
  g_test_add_func ("/merge/mandates", test_mandates);
  g_test_add_func ("/merge/undo", test_undo);
  g_test_add_func ("/merge/fields", test_fields);
  g_test_add_func ("/merge/clashes", test_clashes);
  g_test_add_func ("/merge/order", test_order);
  g_test_add_func ("/merge/same-post", test_same_post);
  g_test_add_func ("/merge/refused", test_refused);
  g_test_add_func ("/merge/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/merge/preview", test_preview);
  g_test_add_func ("/merge/opening", test_opening);
  g_test_add_func ("/merge/command", test_command);

  return g_test_run ();
}
