/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-post-lines"

#include "config.h"

#include "ty-post-lines.h"

#include "ty-id-number.h"
#include "ty-person-loader.h"
#include "ty-person-table.h"
#include "ty-person.h"
#include "ty-post-title.h"
#include "ty-text.h"
#include "ty-unit-table.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The lines of a document, as cells of a table (张三, 东山村, 党支部书记) or as its sentences (任命张三同志为
 * 东山村党支部书记，免去李四同志东山村党支部书记职务). Nothing is guessed: what is not clear is asked. */

#define LONGEST_NAME 24 /* characters of a unit */
#define MOST_LINES 1000

typedef struct
{
  TyDatabase *database;
  TyDate day;
  GPtrArray *states;  /* (owned) (element-type TyUnitState) */
  GHashTable *units;  /* (owned) (element-type utf8 GPtrArray): the states of a name */
} Reader;

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->units, g_hash_table_unref);
  g_clear_pointer (&reader->states, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
choice_free (gpointer data)
{
  TyPostLineChoice *choice = data;

  g_free (choice->label);
  g_free (choice->note);
  g_free (choice);
}

static void
add_choice (GPtrArray  *choices,
            gint64      key,
            const char *label,
            char       *note)
{
  TyPostLineChoice *choice = g_new0 (TyPostLineChoice, 1);

  choice->key = key;
  choice->label = g_strdup (label);
  choice->note = note;
  g_ptr_array_add (choices, choice);
}

static TyPostLine *
line_new (const char *text)
{
  TyPostLine *line = g_new0 (TyPostLine, 1);

  line->text = g_strdup (text);
  line->name = g_strdup ("");
  line->unit_name = g_strdup ("");
  line->title = g_strdup ("");
  line->people = g_ptr_array_new_with_free_func (choice_free);
  line->units = g_ptr_array_new_with_free_func (choice_free);
  line->posts = g_ptr_array_new ();
  return line;
}

/**
 * ty_post_line_free:
 * @self: (transfer full): a line
 */
void
ty_post_line_free (TyPostLine *self)
{
  g_free (self->text);
  g_free (self->name);
  g_free (self->unit_name);
  g_free (self->title);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->posts);
  g_free (self);
}

/**
 * ty_post_line_get_problem:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): what is missing, in the user’s language; %NULL where all of it is clear
 */
const char *
ty_post_line_get_problem (TyPostLine *self)
{
  if (self->person == 0)
    return self->people->len > 0 ? _("Several people have this name. Choose one of them.")
                                 : _("Nobody in the file has this name. Choose somebody.");
  if (self->unit == 0)
    return self->units->len > 0 ? _("Several units have this name. Choose one of them.")
                                : _("The unit is not known. Choose it.");
  if (self->posts->len == 0)
    return _("The post is not known. Choose it.");

  return NULL;
}

static void
set_text (char       **text,
          const char  *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

/* Units. */

static gboolean
load_units (Reader  *reader,
            GError **error)
{
  reader->states = ty_unit_table_list (reader->database, reader->day, error);
  if (reader->states == NULL)
    return FALSE;

  reader->units = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < reader->states->len; i++)
    {
      TyRecord *state = g_ptr_array_index (reader->states, i);
      const char *name = ty_record_get_text (state, TY_UNIT_STATE_NAME);
      GPtrArray *same = name != NULL ? g_hash_table_lookup (reader->units, name) : NULL;

      if (name == NULL)
        continue;
      if (same == NULL)
        g_hash_table_insert (reader->units, (gpointer) name, same = g_ptr_array_new ());
      g_ptr_array_add (same, state);
    }
  return TRUE;
}

static TyRecord *
find_state (Reader *reader,
            gint64  unit)
{
  for (guint i = 0; i < reader->states->len; i++)
    if (ty_record_get_integer (g_ptr_array_index (reader->states, i), TY_UNIT_STATE_UNIT) == unit)
      return g_ptr_array_index (reader->states, i);

  return NULL;
}

/* The longest name of a unit with which the text begins; of several units those below @above. */
static GPtrArray *
take_unit (Reader      *reader,
           const char **text,
           gint64       above)
{
  GPtrArray *best = NULL;
  const char *end = *text, *after = *text;

  for (guint i = 0; i < LONGEST_NAME && *end != '\0'; i++)
    {
      g_autofree char *name = NULL;
      GPtrArray *found;

      end = g_utf8_next_char (end);
      name = g_strndup (*text, (gsize) (end - *text));
      found = g_hash_table_lookup (reader->units, name);
      if (found == NULL)
        continue;
      best = found;
      after = end;
    }
  if (best == NULL)
    return NULL;

  *text = after;
  best = g_ptr_array_copy (best, NULL, NULL);
  for (guint i = best->len; above != 0 && i > 0; i--)
    if (ty_record_get_integer (g_ptr_array_index (best, i - 1), TY_UNIT_STATE_PARENT) != above)
      g_ptr_array_remove_index (best, i - 1);
  return best;
}

/* A township in front tells villages of one name apart. */
static const char *
read_unit (Reader     *reader,
           TyPostLine *line,
           const char *text)
{
  g_autoptr(GPtrArray) found = take_unit (reader, &text, 0);
  g_autoptr(GPtrArray) below = NULL;

  while (*text == ' ')
    text++;
  if (found != NULL && found->len == 1)
    below = take_unit (reader, &text, ty_record_get_integer (g_ptr_array_index (found, 0), TY_UNIT_STATE_UNIT));
  if (below != NULL && below->len > 0)
    {
      g_ptr_array_unref (found);
      found = g_steal_pointer (&below);
    }
  if (found == NULL || found->len == 0)
    return text;

  set_text (&line->unit_name, ty_record_get_text (g_ptr_array_index (found, 0), TY_UNIT_STATE_NAME));
  g_ptr_array_set_size (line->units, 0);
  if (found->len == 1)
    line->unit = ty_record_get_integer (g_ptr_array_index (found, 0), TY_UNIT_STATE_UNIT);
  for (guint i = 0; found->len > 1 && i < found->len; i++)
    {
      TyRecord *state = g_ptr_array_index (found, i);
      TyRecord *above = find_state (reader, ty_record_get_integer (state, TY_UNIT_STATE_PARENT));

      add_choice (line->units, ty_record_get_integer (state, TY_UNIT_STATE_UNIT), line->unit_name,
                  g_strdup (above != NULL ? ty_record_get_text (above, TY_UNIT_STATE_NAME) : ""));
    }
  return text;
}

static void
read_posts (Reader     *reader,
            TyPostLine *line,
            const char *text)
{
  TyRecord *state = line->unit != 0 ? find_state (reader, line->unit) : NULL;
  g_autofree char *title = ty_text_clean (text);
  g_autoptr(GPtrArray) posts = NULL;

  if (g_str_has_suffix (title, "职务"))
    title[strlen (title) - strlen ("职务")] = '\0';
  if (*title == '\0')
    return;
  posts = ty_post_title_parse (title, state != NULL ? ty_record_get_text (state, TY_UNIT_STATE_KIND) : NULL,
                               NULL);
  set_text (&line->title, title);
  for (guint i = 0; posts != NULL && i < posts->len; i++)
    if (((TyParsedPost *) g_ptr_array_index (posts, i))->title != NULL)
      return;
  for (guint i = 0; posts != NULL && i < posts->len; i++)
    g_ptr_array_add (line->posts,
                     (gpointer) g_intern_string (((TyParsedPost *) g_ptr_array_index (posts, i))->post_key));
}

/* People. */

static gboolean
add_people (Reader      *reader,
            TyPostLine  *line,
            GPtrArray   *people,
            GError     **error)
{
  if (people->len == 1)
    line->person = ty_record_get_integer (g_ptr_array_index (people, 0), TY_PERSON_ID);
  for (guint i = 0; people->len > 1 && i < people->len; i++)
    {
      TyRecord *person = g_ptr_array_index (people, i);
      gint64 id = ty_record_get_integer (person, TY_PERSON_ID);
      g_autofree char *month = ty_words_dup_month (ty_record_get_date (person, TY_PERSON_BIRTH));
      g_autoptr(TyPersonFile) file = ty_person_loader_load (reader->database, id, reader->day, error);

      if (file == NULL)
        return FALSE;
      add_choice (line->people, id, ty_record_get_text (person, TY_PERSON_NAME),
                  g_strdup_printf ("%s　%s", month, file->title));
    }
  return TRUE;
}

static gboolean
find_people (Reader      *reader,
             TyPostLine  *line,
             const char  *id_number,
             GError     **error)
{
  g_autoptr(GPtrArray) people = id_number != NULL
                                  ? ty_person_table_list_by_number (reader->database, id_number, error)
                                  : ty_person_table_list_by_name (reader->database, line->name, error);

  if (people == NULL)
    return FALSE;
  if (id_number != NULL && people->len > 0)
    set_text (&line->name, ty_record_get_text (g_ptr_array_index (people, 0), TY_PERSON_NAME));
  return add_people (reader, line, people, error);
}

/* Sentences. */

static void
drop (GString    *text,
      const char *piece)
{
  g_string_replace (text, piece, "", 0);
}

/* Who is named at the beginning: up to 同志, else as many characters as somebody’s name has. */
static gboolean
take_name (Reader      *reader,
           TyPostLine  *line,
           const char **text,
           GError     **error)
{
  const char *comrade = strstr (*text, "同志");
  const char *end = *text;

  if (comrade != NULL)
    {
      g_free (line->name);
      line->name = g_strndup (*text, (gsize) (comrade - *text));
      *text = comrade + strlen ("同志");
      return TRUE;
    }
  for (guint i = 1; i <= 6 && *end != '\0'; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr(GPtrArray) people = NULL;

      end = g_utf8_next_char (end);
      if (i < 2)
        continue;
      name = g_strndup (*text, (gsize) (end - *text));
      people = ty_person_table_list_by_name (reader->database, name, error);
      if (people == NULL)
        return FALSE;
      if (people->len == 0)
        continue;
      set_text (&line->name, name);
      *text = end;
      return TRUE;
    }
  return TRUE;
}

static const char *
skip (const char *text,
      const char *piece)
{
  return g_str_has_prefix (text, piece) ? text + strlen (piece) : text;
}

static gboolean
read_sentence (Reader      *reader,
               TyPostLine  *line,
               const char  *text,
               GError     **error)
{
  line->leaves = g_str_has_prefix (text, "免");
  text = skip (skip (skip (skip (text, "任命"), "提名"), "免去"), "免");
  if (!take_name (reader, line, &text, error))
    return FALSE;

  text = skip (skip (skip (skip (skip (text, "的"), "担任"), "为"), "任"), "：");
  text = read_unit (reader, line, text);
  read_posts (reader, line, skip (text, "的"));
  return find_people (reader, line, NULL, error);
}

static gboolean
is_sentence (const char *text)
{
  return g_str_has_prefix (text, "任命") || g_str_has_prefix (text, "提名") || g_str_has_prefix (text, "免去")
         || strstr (text, "同志任") != NULL || strstr (text, "同志为") != NULL;
}

/* Cells. */

static gboolean
read_cells (Reader       *reader,
            TyPostLine   *line,
            char        **cells,
            GError      **error)
{
  g_autofree char *id_number = NULL;
  g_autoptr(GString) title = g_string_new (NULL);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *cell = ty_text_clean (cells[i]);
      g_autofree char *code = ty_text_clean_code (cell);
      const char *rest;

      if (*cell == '\0' || cell[strspn (cell, "0123456789.")] == '\0')
        continue;
      if (ty_id_number_check (code, NULL))
        id_number = g_steal_pointer (&code);
      else if (g_str_equal (cell, "免") || g_str_equal (cell, "免职") || g_str_equal (cell, "免去"))
        line->leaves = TRUE;
      else if (g_str_equal (cell, "任") || g_str_equal (cell, "任职") || g_str_equal (cell, "任命"))
        line->leaves = FALSE;
      else if (*line->name == '\0')
        {
          g_free (line->name);
          line->name = ty_text_clean_name (cell);
        }
      else
        {
          rest = read_unit (reader, line, cell);
          g_string_append_printf (title, "%s%s", title->len > 0 && *rest != '\0' ? "、" : "", rest);
        }
    }
  read_posts (reader, line, title->str);
  return find_people (reader, line, id_number, error);
}

static gboolean
read_line (Reader      *reader,
           const char  *text,
           GPtrArray   *lines,
           GError     **error)
{
  g_autofree char *clean = g_strdup (text);
  g_autoptr(GString) plain = NULL;
  g_auto(GStrv) cells = NULL;
  TyPostLine *line;

  g_strstrip (clean);
  if (*clean == '\0' || strstr (clean, "姓名") != NULL)
    return TRUE;

  line = line_new (clean);
  g_ptr_array_add (lines, line);
  if (is_sentence (clean))
    return read_sentence (reader, line, clean, error);

  plain = g_string_new (clean);
  g_string_replace (plain, "，", "\t", 0);
  g_string_replace (plain, ",", "\t", 0);
  g_string_replace (plain, "；", "\t", 0);
  g_string_replace (plain, "　", "\t", 0);
  if (strchr (plain->str, '\t') == NULL)
    g_string_replace (plain, " ", "\t", 0);
  cells = g_strsplit (plain->str, "\t", -1);
  return read_cells (reader, line, cells, error);
}

/**
 * ty_post_lines_read:
 * @database: a connection
 * @text: lines of a document, or cells of a table with tabs or commas between them
 * @day: the day on which the units have their names
 * @error: a `TY_STORE_ERROR`
 *
 * Reads who takes or leaves which post. At most a thousand lines.
 *
 * Returns: (transfer full) (nullable) (element-type TyPostLine): each line that says something
 */
GPtrArray *
ty_post_lines_read (TyDatabase  *database,
                    const char  *text,
                    TyDate       day,
                    GError     **error)
{
  g_auto(Reader) reader = { .database = database, .day = day };
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_post_line_free);
  g_autoptr(GString) broken = g_string_new (text);
  g_auto(GStrv) texts = NULL;

  if (!load_units (&reader, error))
    return NULL;

  drop (broken, "\r");
  g_string_replace (broken, "。", "\n", 0);
  g_string_replace (broken, "；免去", "\n免去", 0);
  g_string_replace (broken, "，免去", "\n免去", 0);
  g_string_replace (broken, "；任命", "\n任命", 0);
  texts = g_strsplit (broken->str, "\n", MOST_LINES);
  for (guint i = 0; texts[i] != NULL; i++)
    if (!read_line (&reader, texts[i], lines, error))
      return NULL;

  return g_steal_pointer (&lines);
}
