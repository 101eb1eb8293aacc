/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-history-search"

#include "config.h"

#include "ty-history-search.h"

#include "ty-text.h"

#include <string.h>

/* Words are looked for in both scripts: each must stand in the sentence, in the name of the user, or
 * in the name of a person or a unit that the action touched, who may be written in pinyin. */

typedef struct
{
  char *text;        /* (owned): folded */
  GHashTable *seqs;  /* (owned): the actions that touched whom it names */
} Term;

struct _TyHistorySearch
{
  GPtrArray *terms; /* (owned) (element-type Term) */
};

typedef struct
{
  const char *kind;
  gint64 id;
} Known;

static void
term_free (gpointer data)
{
  Term *term = data;

  g_free (term->text);
  g_hash_table_unref (term->seqs);
  g_free (term);
}

static GPtrArray *
split_terms (const char *text)
{
  g_autofree char *clean = ty_text_clean (text);
  g_auto(GStrv) words = g_strsplit (clean != NULL ? clean : "", " ", -1);
  GPtrArray *terms = g_ptr_array_new_with_free_func (term_free);

  for (guint i = 0; words[i] != NULL; i++)
    {
      Term *term;

      if (*words[i] == '\0')
        continue;
      term = g_new0 (Term, 1);
      term->text = ty_text_fold (words[i]);
      term->seqs = g_hash_table_new (NULL, NULL);
      g_ptr_array_add (terms, term);
    }
  return terms;
}

/* `wang xiao hua` is found by `wangxiao` and by `wxh`. */
static gboolean
matches_pinyin (const char *pinyin,
                const char *term)
{
  g_autoptr(GString) whole = g_string_new (NULL);
  g_autoptr(GString) initials = g_string_new (NULL);
  gboolean begins = TRUE;

  for (const char *p = pinyin; p != NULL && *p != '\0'; p++)
    {
      if (*p == ' ')
        {
          begins = TRUE;
          continue;
        }
      g_string_append_c (whole, *p);
      if (begins)
        g_string_append_c (initials, *p);
      begins = FALSE;
    }
  return g_str_has_prefix (whole->str, term) || g_str_has_prefix (initials->str, term);
}

static gboolean
matches_name (const char *name,
              const char *pinyin,
              const char *term)
{
  g_autofree char *folded = ty_text_fold (name);

  if (strstr (folded, term) != NULL)
    return TRUE;

  return pinyin != NULL && g_ascii_isalpha (*term) && matches_pinyin (pinyin, term);
}

static gboolean
find_named (TyDatabase      *database,
            TyHistoryNames  *names,
            const char      *kind,
            const char      *sql,
            const char      *term,
            GArray          *found,
            GError         **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (database, sql, error);
  TyStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      Known known = { kind, ty_statement_get_int (statement, 0) };
      const char *name = ty_statement_get_text (statement, 1);

      if (name == NULL)
        name = ty_history_names_get (names, kind, known.id)->name;
      if (matches_name (name, ty_statement_get_text (statement, 2), term)
          && (found->len == 0 || g_array_index (found, Known, found->len - 1).id != known.id))
        g_array_append_val (found, known);
    }
  return step == TY_STEP_DONE;
}

/* Only those whom the history names at all. */
static gboolean
find_known (TyDatabase  *database,
            const char  *term,
            GArray      *found,
            GError     **error)
{
  g_autoptr(TyHistoryNames) names = ty_history_names_new (database);

  return find_named (database, names, "person",
                     "SELECT s.id, p.name, p.pinyin FROM (SELECT DISTINCT id FROM action_subject "
                     "WHERE kind = 'person') s LEFT JOIN person p ON p.id = s.id",
                     term, found, error)
         && find_named (database, names, "unit",
                        "SELECT s.id, u.name, NULL FROM (SELECT DISTINCT id FROM action_subject "
                        "WHERE kind = 'unit') s LEFT JOIN unit_state u ON u.unit = s.id",
                        term, found, error);
}

static gboolean
collect_seqs (TyDatabase  *database,
              Term        *term,
              GArray      *found,
              GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT seq FROM action_subject WHERE kind = ? AND id = ?", error);
  TyStep step = TY_STEP_DONE;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; step != TY_STEP_ERROR && i < found->len; i++)
    {
      const Known *known = &g_array_index (found, Known, i);

      ty_statement_bind_text (statement, 0, known->kind);
      ty_statement_bind_int (statement, 1, known->id);
      while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
        g_hash_table_add (term->seqs, GSIZE_TO_POINTER (ty_statement_get_int (statement, 0)));
      ty_statement_reset (statement);
    }
  return step != TY_STEP_ERROR;
}

/**
 * ty_history_search_new:
 * @database: a connection
 * @text: words
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what is looked for
 */
TyHistorySearch *
ty_history_search_new (TyDatabase  *database,
                       const char  *text,
                       GError     **error)
{
  g_autoptr(TyHistorySearch) self = g_new0 (TyHistorySearch, 1);

  self->terms = split_terms (text);
  for (guint i = 0; i < self->terms->len; i++)
    {
      Term *term = g_ptr_array_index (self->terms, i);
      g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Known));

      if (!find_known (database, term->text, found, error)
          || !collect_seqs (database, term, found, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

void
ty_history_search_free (TyHistorySearch *self)
{
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_free (self);
}

/**
 * ty_history_search_matches:
 * @self: what is looked for
 * @seq: an action
 * @words: its sentence and its user, folded by ty_text_fold()
 *
 * Returns: whether the action has all the words
 */
gboolean
ty_history_search_matches (TyHistorySearch *self,
                           gint64           seq,
                           const char      *words)
{
  for (guint i = 0; i < self->terms->len; i++)
    {
      Term *term = g_ptr_array_index (self->terms, i);

      if (strstr (words, term->text) == NULL
          && !g_hash_table_contains (term->seqs, GSIZE_TO_POINTER (seq)))
        return FALSE;
    }
  return TRUE;
}

static void
subject_free (gpointer data)
{
  TyHistorySubject *subject = data;

  g_free (subject->name);
  g_free (subject);
}

static void
add_subject (GPtrArray      *subjects,
             TyHistoryNames *names,
             const char     *kind,
             gint64          id,
             gint64          count)
{
  const TyHistoryName *name = ty_history_names_get (names, kind, id);
  TyHistorySubject *subject = g_new0 (TyHistorySubject, 1);

  subject->kind = kind;
  subject->id = id;
  subject->name = g_strdup (name->name);
  subject->gone = name->gone;
  subject->count = (guint) count;
  g_ptr_array_add (subjects, subject);
}

/* Who was touched last. */
static gboolean
list_recent (TyDatabase      *database,
             TyHistoryNames  *names,
             guint            limit,
             GPtrArray       *subjects,
             GError         **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT s.kind, s.id, (SELECT count(*) FROM action_subject c "
              "WHERE c.kind = s.kind AND c.id = s.id) FROM (SELECT kind, id, max(seq) AS last "
              "FROM (SELECT kind, id, seq FROM action_subject INDEXED BY action_subject_seq "
              "ORDER BY seq DESC LIMIT 500) GROUP BY kind, id ORDER BY last DESC LIMIT ?) s", error);
  TyStep step;

  if (statement == NULL)
    return FALSE;
  ty_statement_bind_int (statement, 0, limit);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    add_subject (subjects, names,
                 strcmp (ty_statement_get_text (statement, 0), "unit") == 0 ? "unit" : "person",
                 ty_statement_get_int (statement, 1), ty_statement_get_int (statement, 2));
  return step == TY_STEP_DONE;
}

static gboolean
list_found (TyDatabase      *database,
            TyHistoryNames  *names,
            GArray          *found,
            guint            limit,
            GPtrArray       *subjects,
            GError         **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT count(*) FROM action_subject WHERE kind = ? AND id = ?", error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < MIN (found->len, limit); i++)
    {
      const Known *known = &g_array_index (found, Known, i);

      ty_statement_bind_text (statement, 0, known->kind);
      ty_statement_bind_int (statement, 1, known->id);
      if (ty_statement_step (statement, error) != TY_STEP_ROW)
        return FALSE;
      add_subject (subjects, names, known->kind, known->id, ty_statement_get_int (statement, 0));
      ty_statement_reset (statement);
    }
  return TRUE;
}

/**
 * ty_history_search_list_subjects:
 * @database: a connection
 * @text: a name or a part of it, pinyin or its initials; the empty text for who was touched last
 * @limit: how many at most
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyHistorySubject): persons and units that the
 *   history names
 */
GPtrArray *
ty_history_search_list_subjects (TyDatabase  *database,
                                 const char  *text,
                                 guint        limit,
                                 GError     **error)
{
  g_autoptr(GPtrArray) subjects = g_ptr_array_new_with_free_func (subject_free);
  g_autoptr(TyHistoryNames) names = ty_history_names_new (database);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Known));
  g_autofree char *term = ty_text_fold (text);

  if (*term == '\0' ? !list_recent (database, names, limit, subjects, error)
                    : !find_known (database, term, found, error)
                        || !list_found (database, names, found, limit, subjects, error))
    return NULL;

  return g_steal_pointer (&subjects);
}
