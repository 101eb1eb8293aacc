/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-paste"

#include "config.h"

#include "ty-office-paste.h"

#include "ty-cells.h"
#include "ty-id-number.h"
#include "ty-office-private.h"
#include "ty-order.h"
#include "ty-person-table.h"
#include "ty-roster-loader.h"
#include "ty-table.h"
#include "ty-text.h"

#include <string.h>

/* Who is meant by a column of names or ID numbers. Names are compared as the search does: without blanks,
 * full-width signs and the difference of the scripts. */

typedef struct
{
  char *text;
  TyDate as_of;
} Request;

typedef struct
{
  TyDatabase *database;
  TyOrder *order;
  TyDate as_of;
  GHashTable *people;  /* (owned): a folded name to a GArray of keys of people, in the official order */
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->people, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->text);
  g_free (request);
}

void
ty_pasted_line_free (TyPastedLine *self)
{
  g_free (self->text);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

/**
 * ty_pasted_line_get_person:
 * @self: a line
 *
 * Returns: key of the person who is meant; 0 = nobody, or it is not decided
 */
gint64
ty_pasted_line_get_person (const TyPastedLine *self)
{
  return self->chosen >= 0 && (guint) self->chosen < self->rows->len
           ? ty_roster_row_get_person (g_ptr_array_index (self->rows, self->chosen)) : 0;
}

static void
want_names (Search    *search,
            GPtrArray *lines)
{
  search->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < lines->len; i++)
    for (char **cell = g_ptr_array_index (lines, i); *cell != NULL; cell++)
      {
        g_autofree char *key = ty_text_fold (*cell);

        if (*key != '\0' && !g_hash_table_contains (search->people, key))
          g_hash_table_insert (search->people, g_steal_pointer (&key),
                               g_array_new (FALSE, FALSE, sizeof (gint64)));
      }
}

/* Each name of the dictionary once, then everybody in the official order. */
static gboolean
find_names (Search        *search,
            GCancellable  *cancellable,
            GError       **error)
{
  TyNameIndex *index = ty_order_get_names (search->order);
  TyNames *names = ty_name_index_get_names (index);
  TyColumns *columns = ty_name_index_get_columns (index);
  guint n = ty_names_get_n (names);
  g_autofree GArray **found = g_new0 (GArray *, n + 1);
  g_autoptr(TyBitmap) all = ty_bitmap_new (ty_columns_get_n_chunks (columns) << TY_CHUNK_SHIFT);
  g_autoptr(GArray) rows = NULL;

  for (guint32 number = 0; number < n; number++)
    {
      g_autofree char *name = ty_names_dup_name (names, number);
      g_autofree char *key = ty_text_fold (name);

      found[number] = g_hash_table_lookup (search->people, key);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  for (guint chunk = 0; chunk < ty_columns_get_n_chunks (columns); chunk++)
    {
      const guint32 *numbers = ty_name_index_get_numbers (index, chunk);

      for (guint i = 0; i < ty_chunk_get_n (ty_columns_get_chunk (columns, chunk)); i++)
        if (numbers[i] < n && found[numbers[i]] != NULL)
          ty_bitmap_set (all, (chunk << TY_CHUNK_SHIFT) | i);
    }
  rows = ty_order_sort (search->order, all, NULL, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);
      guint32 number = ty_name_index_get_numbers (index, row >> TY_CHUNK_SHIFT)[row & (TY_CHUNK_PEOPLE - 1)];
      gint64 person = ty_columns_get_person (columns, row);

      g_array_append_val (found[number], person);
    }
  return TRUE;
}

static GArray *
get_people (Search     *search,
            const char *cell)
{
  g_autofree char *key = ty_text_fold (cell);

  return *key != '\0' ? g_hash_table_lookup (search->people, key) : NULL;
}

/* Of several columns the names stand in that in which most people are found; of equal ones the first. */
static guint
find_name_column (Search    *search,
                  GPtrArray *lines)
{
  g_autoptr(GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint));
  guint best = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      char **cells = g_ptr_array_index (lines, i);

      for (guint column = 0; cells[column] != NULL; column++)
        {
          GArray *people = get_people (search, cells[column]);

          if (column >= counts->len)
            g_array_set_size (counts, column + 1);
          if (people != NULL && people->len > 0)
            g_array_index (counts, guint, column)++;
        }
    }
  for (guint column = 1; column < counts->len; column++)
    if (g_array_index (counts, guint, column) > g_array_index (counts, guint, best))
      best = column;

  return best;
}

/* An old number of 15 digits stands for the new one. */
static char *
dup_number (const char *cell)
{
  g_autofree char *code = ty_text_clean_code (cell);

  if (ty_id_number_check (code, NULL))
    return g_steal_pointer (&code);
  return strlen (code) == 15 ? ty_id_number_upgrade (code, NULL) : NULL;
}

static char *
find_number (char **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      char *number = dup_number (cells[i]);

      if (number != NULL)
        return number;
    }
  return NULL;
}

static void
add_person (GArray   *people,
            TyRecord *person)
{
  gint64 key = ty_record_get_integer (person, TY_PERSON_ID);

  g_array_append_val (people, key);
}

/* Who has the number; else who has the name and no number that would be another one. */
static gboolean
find_by_number (Search      *search,
                const char  *number,
                const char  *name,
                GArray      *people,
                GError     **error)
{
  g_autoptr(GPtrArray) found = ty_person_table_list_by_number (search->database, number, error);
  GArray *named = name != NULL ? get_people (search, name) : NULL;

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    add_person (people, g_ptr_array_index (found, i));
  for (guint i = 0; people->len == 0 && named != NULL && i < named->len; i++)
    {
      g_autoptr(TyRecord) person = ty_table_get (search->database, &ty_person_info,
                                                 g_array_index (named, gint64, i), error);

      if (person == NULL)
        return FALSE;
      if (ty_record_get_text (person, TY_PERSON_ID_NUMBER) == NULL)
        add_person (people, person);
    }
  return TRUE;
}

static gboolean
says (TyRosterRow *row,
      const char  *cell)
{
  static const TyRosterText texts[] = { TY_ROSTER_TEXT_BIRTH, TY_ROSTER_TEXT_VILLAGE,
                                        TY_ROSTER_TEXT_TOWNSHIP, TY_ROSTER_TEXT_POSTS };
  g_autofree char *key = ty_text_fold (cell);

  for (guint i = 0; *key != '\0' && i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = ty_roster_row_get_text (row, texts[i]);
      g_autofree char *other = text != NULL ? ty_text_fold (text) : NULL;

      if (other != NULL && *other != '\0' && g_str_equal (other, key))
        return TRUE;
    }
  return FALSE;
}

/* How many of the other cells of a line are right of somebody. */
static guint
count_said (TyRosterRow *row,
            char       **cells,
            guint        name_column)
{
  guint n = 0;

  for (guint i = 0; cells[i] != NULL; i++)
    n += i != name_column && says (row, cells[i]);
  return n;
}

/* Of several who are called so, the other columns may tell who is meant. */
static int
choose (GPtrArray *rows,
        char     **cells,
        guint      name_column)
{
  guint most = 0;
  int chosen = -1;

  if (rows->len == 1)
    return 0;
  for (guint i = 0; i < rows->len; i++)
    {
      guint n = count_said (g_ptr_array_index (rows, i), cells, name_column);

      if (n > most)
        {
          most = n;
          chosen = (int) i;
        }
      else if (n == most)
        chosen = -1;
    }
  return chosen;
}

static gboolean
is_heading (const char *cell)
{
  static const char *const words[] = { "姓名", "名字", "name", "身份证号", "身份证号码", "公民身份号码",
                                       "证件号码", "idnumber" };
  g_autofree char *key = ty_text_fold (cell);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (key, words[i]))
      return TRUE;

  return FALSE;
}

static guint
count_cells (char **cells)
{
  return g_strv_length (cells);
}

static TyPastedLine *
find_line (Search   *search,
           char    **cells,
           guint     name_column,
           GError  **error)
{
  const char *name = name_column < count_cells (cells) ? cells[name_column] : NULL;
  g_autofree char *number = find_number (cells);
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(TyPastedLine) self = g_new0 (TyPastedLine, 1);
  GArray *named = name != NULL ? get_people (search, name) : NULL;

  if (number != NULL && !find_by_number (search, number, name, people, error))
    return NULL;
  if (number == NULL && named != NULL)
    g_array_append_vals (people, named->data, MIN (named->len, TY_PASTE_CANDIDATES));

  self->text = g_strdup (name != NULL && *name != '\0' ? name : number != NULL ? number : cells[0]);
  self->rows = ty_roster_loader_load (search->database, (const gint64 *) (gpointer) people->data,
                                      people->len, search->as_of, error);
  if (self->rows == NULL)
    return NULL;
  self->chosen = choose (self->rows, cells, name_column);
  return g_steal_pointer (&self);
}

static gpointer
find_pasted (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Request *request = data;
  g_auto(Search) search = { ty_office_thread_get_database (thread), NULL, request->as_of, NULL };
  g_autoptr(TyOrder) order = ty_engine_get_order (ty_office_thread_get_engine (thread),
                                                  search.database, request->as_of, 0, error);
  g_autoptr(GPtrArray) cells = ty_cells_parse (request->text);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_pasted_line_free);
  guint name_column;

  if (order == NULL)
    return NULL;
  search.order = order;
  want_names (&search, cells);
  if (!find_names (&search, cancellable, error))
    return NULL;

  name_column = find_name_column (&search, cells);
  for (guint i = 0; i < cells->len; i++)
    {
      char **line = g_ptr_array_index (cells, i);
      TyPastedLine *found;

      if (i == 0 && is_heading (name_column < count_cells (line) ? line[name_column] : line[0]))
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      found = find_line (&search, line, name_column, error);
      if (found == NULL)
        return NULL;
      g_ptr_array_add (lines, found);
    }
  return g_steal_pointer (&lines);
}

/**
 * ty_office_find_pasted_async:
 * @self: an open office
 * @text: a column of names or ID numbers, or several columns of a spreadsheet, or names with signs
 *   between them
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are found
 * @user_data: for @callback
 *
 * Finds who is meant by each line, in the whole county at the cut-off date. Of several columns, an ID
 * number decides; the others tell people of one name apart.
 */
void
ty_office_find_pasted_async (TyOffice            *self,
                             const char          *text,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_find_pasted_async, cancellable, callback,
                                              user_data);
  Request *request = g_new0 (Request, 1);

  request->text = g_strdup (text);
  request->as_of = self->as_of;
  ty_office_read (self, task, find_pasted, request, request_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_find_pasted_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPastedLine): the lines in their order
 */
GPtrArray *
ty_office_find_pasted_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_find_pasted_async, error);
}
