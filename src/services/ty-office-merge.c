/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-merge"

#include "config.h"

#include "ty-office-merge.h"

#include "ty-office-private.h"
#include "ty-person-loader.h"
#include "ty-record-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 people[TY_MERGE_N_SIDES];
  TyDate as_of;
  char *user;
  TyPersonMerge *merge; /* (owned) (nullable) */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->merge, ty_person_merge_free);
  g_free (request->user);
  g_free (request);
}

static void
field_free (gpointer data)
{
  TyMergeField *field = data;

  for (guint i = 0; i < TY_MERGE_N_SIDES; i++)
    {
      g_free (field->texts[i]);
      g_free (field->masked[i]);
    }
  g_free (field);
}

static void
line_free (gpointer data)
{
  TyMergeLine *line = data;

  for (guint i = 0; i < TY_MERGE_N_SIDES; i++)
    {
      g_free (line->texts[i]);
      g_free (line->masked[i]);
    }
  g_free (line);
}

/**
 * ty_merge_preview_free:
 * @self: (transfer full): two records side by side
 */
void
ty_merge_preview_free (TyMergePreview *self)
{
  g_clear_pointer (&self->merge, ty_person_merge_free);
  for (guint i = 0; i < TY_MERGE_N_SIDES; i++)
    g_clear_pointer (&self->files[i], ty_person_file_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

static TyRecord *
get_person (TyMergePreview *self,
            TyMergeSide     side)
{
  return TY_RECORD (side == TY_MERGE_KEPT ? self->merge->kept : self->merge->other);
}

static void
add_field (TyMergePreview *self,
           TyRecordWords  *words,
           guint           field)
{
  const TyFieldInfo *info = &ty_person_info.fields[field];
  TyMergeField *told = g_new0 (TyMergeField, 1);

  told->field = field;
  told->differs = ty_person_merge_differs (self->merge, field);
  told->sensitive = info->privacy == TY_PRIVACY_SENSITIVE;
  for (guint i = 0; i < TY_MERGE_N_SIDES; i++)
    {
      told->texts[i] = ty_record_words_dup_value (words, get_person (self, i), field, FALSE);
      told->masked[i] = ty_record_words_dup_value (words, get_person (self, i), field, TRUE);
    }
  if (told->differs || *told->texts[TY_MERGE_KEPT] != '\0')
    g_ptr_array_add (self->fields, told);
  else
    field_free (told);
}

static void
add_fields (TyMergePreview *self,
            TyRecordWords  *words,
            gboolean        differs)
{
  for (guint i = 0; i < ty_person_info.n_fields; i++)
    if ((ty_person_info.fields[i].flags & TY_FIELD_HIDDEN) == 0 && i != TY_PERSON_MERGED_INTO
        && ty_person_merge_differs (self->merge, i) == differs
        && ty_person_merge_get_leader (self->merge, i) == i)
      add_field (self, words, i);
}

static TyMergeLine *
add_line (TyMergePreview     *self,
          const TyRecordInfo *info,
          TyMergeRow         *row)
{
  TyMergeLine *line = g_new0 (TyMergeLine, 1);

  line->info = info;
  line->row = row;
  line->sensitive = ty_record_words_is_sensitive (info);
  g_ptr_array_add (self->lines, line);
  return line;
}

static void
tell (TyMergeLine   *line,
      TyRecordWords *words,
      TyMergeSide    side,
      TyRecord      *record)
{
  line->texts[side] = ty_record_words_dup_line (words, record, FALSE);
  line->masked[side] = ty_record_words_dup_line (words, record, TRUE);
}

/* A row that is equal to another, or in its place, is told with it. */
static TyMergeRow *
find_row_of (TyMergePreview *self,
             TyRecord       *own)
{
  for (guint i = 0; i < self->merge->rows->len; i++)
    {
      TyMergeRow *row = g_ptr_array_index (self->merge->rows, i);

      if (row->twin == own && row->state != TY_MERGE_MOVED)
        return row;
    }
  return NULL;
}

static void
add_lines_of (TyMergePreview     *self,
              TyRecordWords      *words,
              const TyRecordInfo *info)
{
  for (guint i = 0; i < self->merge->own->len; i++)
    {
      TyRecord *own = g_ptr_array_index (self->merge->own, i);
      TyMergeRow *row = find_row_of (self, own);
      TyMergeLine *line;

      if (ty_record_get_info (own) != info)
        continue;
      line = add_line (self, info, row);
      tell (line, words, TY_MERGE_KEPT, own);
      if (row != NULL)
        tell (line, words, TY_MERGE_OTHER, row->row);
    }
  for (guint i = 0; i < self->merge->rows->len; i++)
    {
      TyMergeRow *row = g_ptr_array_index (self->merge->rows, i);

      if (ty_record_get_info (row->row) == info && row->state == TY_MERGE_MOVED)
        tell (add_line (self, info, row), words, TY_MERGE_OTHER, row->row);
    }
}

static gboolean
has_lines_of (TyMergePreview     *self,
              const TyRecordInfo *info)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (((TyMergeLine *) g_ptr_array_index (self->lines, i))->info == info)
      return TRUE;

  return FALSE;
}

static void
add_lines (TyMergePreview *self,
           TyRecordWords  *words)
{
  for (guint i = 0; i < self->merge->own->len; i++)
    {
      const TyRecordInfo *info = ty_record_get_info (g_ptr_array_index (self->merge->own, i));

      if (!has_lines_of (self, info))
        add_lines_of (self, words, info);
    }
  for (guint i = 0; i < self->merge->rows->len; i++)
    {
      TyMergeRow *row = g_ptr_array_index (self->merge->rows, i);

      if (!has_lines_of (self, ty_record_get_info (row->row)))
        add_lines_of (self, words, ty_record_get_info (row->row));
    }
}

static gpointer
preview_merge (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Request *request = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyMergePreview) self = g_new0 (TyMergePreview, 1);
  g_autoptr(TyRecordWords) words = ty_record_words_new (database, request->as_of);

  self->merge = ty_person_merge_new (database, request->people[TY_MERGE_KEPT],
                                     request->people[TY_MERGE_OTHER], error);
  if (self->merge == NULL)
    return NULL;
  for (guint i = 0; i < TY_MERGE_N_SIDES; i++)
    {
      self->files[i] = ty_person_loader_load (database, request->people[i], request->as_of, error);
      if (self->files[i] == NULL)
        return NULL;
    }

  self->fields = g_ptr_array_new_with_free_func (field_free);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  add_fields (self, words, TRUE);
  add_fields (self, words, FALSE);
  add_lines (self, words);
  return g_steal_pointer (&self);
}

/**
 * ty_office_preview_merge_async:
 * @self: an open office
 * @kept: key of the record that would stay
 * @other: key of the record that would become a pointer
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when both are read
 * @user_data: for @callback
 *
 * Reads two records of one human, and what would become of their fields and rows.
 */
void
ty_office_preview_merge_async (TyOffice            *self,
                               gint64               kept,
                               gint64               other,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_preview_merge_async, cancellable,
                                              callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->people[TY_MERGE_KEPT] = kept;
  request->people[TY_MERGE_OTHER] = other;
  request->as_of = self->as_of;
  ty_office_read (self, task, preview_merge, request, request_free,
                  (GDestroyNotify) ty_merge_preview_free);
}

/**
 * ty_office_preview_merge_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`, also where one of them was merged already
 *
 * Returns: (transfer full) (nullable): both side by side
 */
TyMergePreview *
ty_office_preview_merge_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_preview_merge_async, error);
}

static gpointer
merge_people (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const Request *request = data;

  return ty_person_merge_run (ty_office_thread_get_store (thread), request->user, request->merge, NULL,
                              error) ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_merge_people_async:
 * @self: an open office
 * @merge: what was read and chosen, which is copied
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when they are one
 * @user_data: for @callback
 *
 * Merges two records of one human, as one action.
 */
void
ty_office_merge_people_async (TyOffice            *self,
                              TyPersonMerge       *merge,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_merge_people_async, cancellable,
                                              callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->user = g_strdup (self->user);
  request->merge = ty_person_merge_copy (merge);
  ty_office_write (self, task, merge_people, request, request_free, NULL);
}

/**
 * ty_office_merge_people_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`, also where one of the records was changed since it was read
 *
 * Returns: whether they are one
 */
gboolean
ty_office_merge_people_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_merge_people_async, error) != NULL;
}
