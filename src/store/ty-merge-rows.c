/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-merge-rows"

#include "config.h"

#include "ty-merge-rows.h"

#include "ty-appointment.h"
#include "ty-parsed-post.h"
#include "ty-period.h"
#include "ty-record-registry.h"
#include "ty-table.h"

/* A table belongs to a person if a part of its key is one; that follows from its fields, so that a table
 * which comes later is merged with the others. Rows with an “id” of their own stand beside each other;
 * of all others there is one for each key: a year, a field, a list.
 *
 * Rows refer to rows of the same person (a mandate to an appointment). Those of the record that goes refer
 * to what their appointment has become: the renamed ones are looked up in a table of names. */

#define NO_PLACE G_MAXUINT

void
ty_merge_row_free (gpointer row)
{
  TyMergeRow *self = row;

  g_clear_object (&self->row);
  g_clear_object (&self->twin);
  g_free (self);
}

static gboolean
is_person (const TyFieldInfo *field)
{
  return g_strcmp0 (field->reference, ty_person_info.table) == 0;
}

static gboolean
has_own_id (const TyRecordInfo *info)
{
  return info->n_keys == 2 && is_person (&info->fields[0])
         && g_str_equal (info->fields[1].column, "id");
}

/* Where in the order of a person’s own rows it stands; that on a list is told by the list. */
static guint
find_place (const TyRecordInfo *info)
{
  const TyFieldInfo *field = ty_record_info_find_field (info, "position");

  return field != NULL && has_own_id (info) ? (guint) (field - info->fields) : NO_PLACE;
}

static gboolean
is_position (const TyFieldInfo *field)
{
  return g_str_equal (field->column, "position");
}

/* Whether a row was listed by an earlier part of its key. */
static gboolean
was_listed (TyRecord *row,
            guint     key,
            gint64    person)
{
  const TyRecordInfo *info = ty_record_get_info (row);

  for (guint i = 0; i < key; i++)
    if (is_person (&info->fields[i]) && ty_record_get_integer (row, i) == person)
      return TRUE;

  return FALSE;
}

static gboolean
list_of_table (TyDatabase          *database,
               const TyRecordInfo  *info,
               gint64               person,
               GPtrArray           *rows,
               GError             **error)
{
  for (guint i = 0; i < info->n_keys; i++)
    {
      g_autoptr(GPtrArray) some = NULL;

      if (!is_person (&info->fields[i]))
        continue;
      some = ty_table_list_of (database, info, info->fields[i].column, person, error);
      if (some == NULL)
        return FALSE;
      for (guint j = 0; j < some->len; j++)
        if (!was_listed (g_ptr_array_index (some, j), i, person))
          g_ptr_array_add (rows, g_object_ref (g_ptr_array_index (some, j)));
    }
  return TRUE;
}

/**
 * ty_merge_rows_list:
 * @database: a connection
 * @person: key of a person
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyRecord): the rows that belong to the person, of
 *   all tables, parents before children; not the person itself
 */
GPtrArray *
ty_merge_rows_list (TyDatabase  *database,
                    gint64       person,
                    GError     **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n;
  const TyRecordInfo *const *infos = ty_record_registry_list (&n);

  for (guint i = 0; i < n; i++)
    if (infos[i] != &ty_person_info && !list_of_table (database, infos[i], person, rows, error))
      return NULL;

  return g_steal_pointer (&rows);
}

/**
 * ty_merge_rows_is_same:
 * @row: a row as it was read
 * @other: a row as it is now
 *
 * Returns: whether they are the same row with the same values
 */
gboolean
ty_merge_rows_is_same (TyRecord *row,
                       TyRecord *other)
{
  return ty_record_get_info (row) == ty_record_get_info (other) && ty_record_equal (row, other);
}

/* Names of rows that got another id. */

static char *
name_row (const char *table,
          gint64      id)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, table, id);
}

static void
note_name (GHashTable *names,
           TyRecord   *row,
           TyRecord   *now)
{
  if (!has_own_id (ty_record_get_info (row)))
    return;

  g_hash_table_insert (names, name_row (ty_record_get_info (row)->table, ty_record_get_integer (row, 1)),
                       g_object_ref (now));
}

static GHashTable *
names_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/* The row as it would be in the record that stays. */
static TyRecord *
dup_for (TyRecord   *row,
         GHashTable *names,
         gint64      kept,
         gint64      other)
{
  const TyRecordInfo *info = ty_record_get_info (row);
  TyRecord *moved = ty_record_dup (row);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TyFieldInfo *field = &info->fields[i];
      g_autofree char *name = NULL;
      TyRecord *now;

      if (field->reference == NULL)
        continue;
      if (is_person (field) && ty_record_get_integer (row, i) == other)
        ty_record_set_integer (moved, i, kept);
      name = name_row (field->reference, ty_record_get_integer (row, i));
      now = g_hash_table_lookup (names, name);
      if (now != NULL)
        ty_record_set_integer (moved, i, ty_record_get_integer (now, 1));
    }
  return moved;
}

/* Comparing. */

static gboolean
is_equal_at (TyRecord *row,
             TyRecord *other,
             guint     field)
{
  return TY_FIELD_IS_NUMBER (&ty_record_get_info (row)->fields[field])
           ? ty_record_get_integer (row, field) == ty_record_get_integer (other, field)
           : g_strcmp0 (ty_record_get_text (row, field), ty_record_get_text (other, field)) == 0;
}

static gboolean
has_key_of (TyRecord *row,
            TyRecord *other)
{
  const TyRecordInfo *info = ty_record_get_info (row);

  for (guint i = 0; i < info->n_keys; i++)
    if (!is_equal_at (row, other, i))
      return FALSE;

  return TRUE;
}

/* Whether they say the same, whatever their place and their number. */
static gboolean
says_the_same (TyRecord *row,
               TyRecord *other)
{
  const TyRecordInfo *info = ty_record_get_info (row);

  for (guint i = 0; i < info->n_fields; i++)
    if (!(has_own_id (info) && i == 1) && !is_position (&info->fields[i])
        && !is_equal_at (row, other, i))
      return FALSE;

  return TRUE;
}

/* A row of the record that stays is equal to one of the other only: who has the same honour twice, keeps
 * it twice. */
static TyRecord *
find_twin (GPtrArray  *own,
           GHashTable *used,
           TyRecord   *moved)
{
  const TyRecordInfo *info = ty_record_get_info (moved);

  for (guint i = 0; i < own->len; i++)
    {
      TyRecord *row = g_ptr_array_index (own, i);

      if (ty_record_get_info (row) == info && !g_hash_table_contains (used, row)
          && (has_own_id (info) ? says_the_same (moved, row) : has_key_of (moved, row)))
        return row;
    }
  return NULL;
}

static gboolean
is_same_post (TyRecord *row,
              TyRecord *other)
{
  TyPeriod period = ty_period_from_iso (ty_record_get_text (row, TY_APPOINTMENT_FROM_DATE),
                                        ty_record_get_text (row, TY_APPOINTMENT_UNTIL_DATE));
  TyPeriod second = ty_period_from_iso (ty_record_get_text (other, TY_APPOINTMENT_FROM_DATE),
                                        ty_record_get_text (other, TY_APPOINTMENT_UNTIL_DATE));

  return is_equal_at (row, other, TY_APPOINTMENT_UNIT) && is_equal_at (row, other, TY_APPOINTMENT_POST)
         && (g_strcmp0 (ty_record_get_text (row, TY_APPOINTMENT_POST), TY_POST_OTHER) != 0
             || is_equal_at (row, other, TY_APPOINTMENT_TITLE))
         && ty_period_overlaps (period, second);
}

/* The same post at the same time with other details: both stay, and whoever looks is told. */
static TyRecord *
find_same_post (GPtrArray *own,
                TyRecord  *moved)
{
  if (ty_record_get_info (moved) != &ty_appointment_info)
    return NULL;
  for (guint i = 0; i < own->len; i++)
    {
      TyRecord *row = g_ptr_array_index (own, i);

      if (ty_record_get_info (row) == &ty_appointment_info && is_same_post (moved, row))
        return row;
    }
  return NULL;
}

static TyMergeRow *
compare_row (TyRecord   *row,
             GPtrArray  *own,
             GHashTable *used,
             GHashTable *names,
             gint64      kept,
             gint64      other)
{
  g_autoptr(TyRecord) moved = dup_for (row, names, kept, other);
  TyRecord *twin = find_twin (own, used, moved);
  TyMergeRow *result = g_new0 (TyMergeRow, 1);

  result->row = g_object_ref (row);
  if (twin == NULL)
    twin = find_same_post (own, moved);
  else
    {
      result->state = says_the_same (moved, twin) ? TY_MERGE_EQUAL : TY_MERGE_CLASH;
      g_hash_table_add (used, twin);
      note_name (names, row, twin);
    }
  result->twin = twin != NULL ? g_object_ref (twin) : NULL;
  return result;
}

/**
 * ty_merge_rows_compare:
 * @database: a connection
 * @own: (element-type TyRecord): the rows of the record that stays
 * @kept: key of the record that stays
 * @other: key of the record that goes
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyMergeRow): what becomes of the rows of @other
 */
GPtrArray *
ty_merge_rows_compare (TyDatabase  *database,
                       GPtrArray   *own,
                       gint64       kept,
                       gint64       other,
                       GError     **error)
{
  g_autoptr(GPtrArray) rows = ty_merge_rows_list (database, other, error);
  g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func (ty_merge_row_free);
  g_autoptr(GHashTable) used = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) names = names_new ();

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (results, compare_row (g_ptr_array_index (rows, i), own, used, names, kept, other));

  return g_steal_pointer (&results);
}

/* Moving. */

static gboolean
is_taken (GPtrArray *own,
          TyRecord  *moved)
{
  for (guint i = 0; i < own->len; i++)
    {
      TyRecord *row = g_ptr_array_index (own, i);

      if (ty_record_get_info (row) == ty_record_get_info (moved) && has_key_of (row, moved))
        return TRUE;
    }
  return FALSE;
}

static gint64
find_last_place (GPtrArray          *own,
                 const TyRecordInfo *info,
                 guint               place)
{
  gint64 last = 0;

  for (guint i = 0; i < own->len; i++)
    if (ty_record_get_info (g_ptr_array_index (own, i)) == info)
      last = MAX (last, ty_record_get_integer (g_ptr_array_index (own, i), place));
  return last;
}

/* Behind those who are there. An id of a file that was made in one go may be that of another row. */
static gboolean
insert (TyStore    *store,
        GPtrArray  *own,
        TyRecord   *moved,
        GError    **error)
{
  const TyRecordInfo *info = ty_record_get_info (moved);
  guint place = find_place (info);

  if (has_own_id (info) && is_taken (own, moved))
    ty_record_set_integer (moved, 1, ty_store_mint_id (store));
  if (place != NO_PLACE)
    ty_record_set_integer (moved, place, find_last_place (own, info, place) + 1);
  if (!ty_table_insert (ty_store_get_database (store), moved, error))
    return FALSE;

  g_ptr_array_add (own, g_object_ref (moved));
  return TRUE;
}

/* The key and the place of the row that is there, with the values of the other one. */
static gboolean
replace (TyDatabase  *database,
         TyRecord    *twin,
         TyRecord    *moved,
         GError     **error)
{
  const TyRecordInfo *info = ty_record_get_info (moved);

  for (guint i = 0; i < info->n_fields; i++)
    if (is_position (&info->fields[i]))
      ty_record_set_integer (moved, i, ty_record_get_integer (twin, i));

  return ty_table_update (database, moved, error);
}

static gboolean
place_row (TyStore           *store,
           const TyMergeRow  *row,
           GPtrArray         *own,
           GHashTable        *names,
           gint64             kept,
           gint64             other,
           GError           **error)
{
  g_autoptr(TyRecord) moved = dup_for (row->row, names, kept, other);

  switch (row->state)
    {
    case TY_MERGE_EQUAL:
      note_name (names, row->row, row->twin);
      return TRUE;
    case TY_MERGE_CLASH:
      return !row->take || replace (ty_store_get_database (store), row->twin, moved, error);
    case TY_MERGE_MOVED:
    default:
      if (!insert (store, own, moved, error))
        return FALSE;
      note_name (names, row->row, moved);
      return TRUE;
    }
}

/**
 * ty_merge_rows_move:
 * @store: a store that writes, inside an action
 * @rows: (element-type TyMergeRow): what becomes of the rows of @other
 * @own: (element-type TyRecord): the rows of the record that stays
 * @kept: key of the record that stays
 * @other: key of the record that goes
 * @error: a `TY_STORE_ERROR`
 *
 * Gives the rows to the record that stays. What refers to another row goes first when rows are taken
 * away, and last when they come.
 *
 * Returns: whether @other has none any more
 */
gboolean
ty_merge_rows_move (TyStore    *store,
                    GPtrArray  *rows,
                    GPtrArray  *own,
                    gint64      kept,
                    gint64      other,
                    GError    **error)
{
  g_autoptr(GPtrArray) there = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) names = names_new ();

  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (there, g_object_ref (g_ptr_array_index (own, i)));
  for (guint i = 0; i < rows->len; i++)
    if (!place_row (store, g_ptr_array_index (rows, i), there, names, kept, other, error))
      return FALSE;
  for (guint i = rows->len; i > 0; i--)
    if (!ty_table_delete (ty_store_get_database (store),
                          ((TyMergeRow *) g_ptr_array_index (rows, i - 1))->row, error))
      return FALSE;

  return TRUE;
}

/* Of one column beside the key. */
static gboolean
lead_column_on (TyDatabase          *database,
                const TyRecordInfo  *info,
                guint                field,
                gint64               kept,
                gint64               other,
                GError             **error)
{
  g_autoptr(GPtrArray) rows = ty_table_list_of (database, info, info->fields[field].column, other, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);

      ty_record_set_integer (row, field, kept);
      if (!ty_table_update (database, row, error))
        return FALSE;
    }
  return rows != NULL;
}

/**
 * ty_merge_rows_lead_on:
 * @database: the connection for writing, inside an action
 * @kept: key of the record that stays
 * @other: key of the record that goes
 * @error: a `TY_STORE_ERROR`
 *
 * What names @other beside its key names @kept: records that were merged into it before, too.
 *
 * Returns: whether nothing leads to @other any more
 */
gboolean
ty_merge_rows_lead_on (TyDatabase  *database,
                       gint64       kept,
                       gint64       other,
                       GError     **error)
{
  guint n;
  const TyRecordInfo *const *infos = ty_record_registry_list (&n);

  for (guint i = 0; i < n; i++)
    for (guint j = infos[i]->n_keys; j < infos[i]->n_fields; j++)
      if (is_person (&infos[i]->fields[j])
          && !lead_column_on (database, infos[i], j, kept, other, error))
        return FALSE;

  return TRUE;
}
