/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-history-entry"

#include "config.h"

#include "ty-history-entry.h"

#include "ty-change-words.h"
#include "ty-history.h"
#include "ty-record.h"
#include "ty-text.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_NAMES 3       /* people or units that a sentence names */
#define N_FEW_CHANGES 8 /* of which the fields are told */

/**
 * TyHistoryEntry:
 *
 * An action as the history page shows it: a sentence that names up to three persons or units, whose
 * links are `person/KEY` and `unit/KEY`.
 */
struct _TyHistoryEntry
{
  GObject parent_instance;

  TyAction *action; /* (owned) */
  char *markup;     /* (owned) */
  char *text;       /* (owned) */
  char *fields;     /* (owned) */
};

G_DEFINE_FINAL_TYPE (TyHistoryEntry, ty_history_entry, G_TYPE_OBJECT)

static void
ty_history_entry_finalize (GObject *object)
{
  TyHistoryEntry *self = TY_HISTORY_ENTRY (object);

  g_clear_object (&self->action);
  g_free (self->markup);
  g_free (self->text);
  g_free (self->fields);

  G_OBJECT_CLASS (ty_history_entry_parent_class)->finalize (object);
}

static void
ty_history_entry_class_init (TyHistoryEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ty_history_entry_finalize;
}

static void
ty_history_entry_init (TyHistoryEntry *self)
{
}

static void
append_name (GString             *names,
             const char          *kind,
             gint64               id,
             const TyHistoryName *name,
             gboolean             as_markup)
{
  g_autofree char *escaped = g_markup_escape_text (name->name, -1);

  if (*name->name == '\0')
    return;
  if (names->len > 0)
    g_string_append (names, ty_words_get_separator ());
  if (!as_markup)
    g_string_append (names, name->name);
  else if (name->gone)
    g_string_append (names, escaped);
  else
    g_string_append_printf (names, "<a href=\"%s/%" G_GINT64_FORMAT "\">%s</a>", kind, id, escaped);
}

static char *
dup_names (TyDatabase      *database,
           TyHistoryNames  *names,
           gint64           seq,
           const char      *kind,
           gboolean         as_markup,
           gint64          *count,
           GError         **error)
{
  g_autoptr(GArray) ids = ty_history_list_first_subjects (database, seq, kind, N_NAMES, count, error);
  GString *text;

  if (ids == NULL)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      append_name (text, kind, id, ty_history_names_get (names, kind, id), as_markup);
    }
  return g_string_free (text, FALSE);
}

/* An import has the number of people in its label; three of a thousand would say nothing. */
static char *
dup_whom (TyDatabase      *database,
          TyHistoryNames  *names,
          gint64           seq,
          gboolean         as_markup,
          GError         **error)
{
  gint64 n_people, n_units = 0;
  g_autofree char *people = dup_names (database, names, seq, "person", as_markup, &n_people, error);
  g_autofree char *units = NULL;

  if (people != NULL)
    units = dup_names (database, names, seq, "unit", as_markup, &n_units, error);
  if (units == NULL)
    return NULL;
  if (n_people > N_NAMES || *people == '\0')
    return g_strdup (n_people == 0 && n_units <= N_NAMES ? units : "");
  if (n_units > N_NAMES || *units == '\0')
    return g_steal_pointer (&people);

  /* Translators: names of people, and in brackets the units where it concerns them */
  return g_strdup_printf (_("%s (%s)"), people, units);
}

static char *
dup_sentence (TyHistoryEntry  *self,
              TyDatabase      *database,
              TyHistoryNames  *names,
              gboolean         as_markup,
              GError         **error)
{
  g_autofree char *label = ty_action_dup_label (self->action);
  g_autofree char *escaped = g_markup_escape_text (label, -1);
  g_autofree char *whom = dup_whom (database, names, ty_action_get_seq (self->action), as_markup,
                                    error);

  if (whom == NULL)
    return NULL;
  if (*whom == '\0')
    return g_strdup (as_markup ? escaped : label);

  /* Translators: what was done, such as “Person edited”, and to whom */
  return g_strdup_printf (_("%s: %s"), as_markup ? escaped : label, whom);
}

static void
append_part (GString    *text,
             GHashTable *seen,
             const char *part)
{
  if (part == NULL || !g_hash_table_add (seen, g_strdup (part)))
    return;
  if (text->len > 0)
    g_string_append (text, ty_words_get_separator ());
  g_string_append (text, part);
}

static void
append_change (GString        *text,
               GHashTable     *seen,
               TyChange       *change,
               TyHistoryNames *names)
{
  for (guint i = 0; change->kind == TY_CHANGE_UPDATE && i < change->columns->len; i++)
    {
      const TyFieldInfo *field = ty_record_info_find_field (change->info,
                                                            g_ptr_array_index (change->columns, i));

      if (field != NULL)
        append_part (text, seen, ty_change_words_get_label_of (change, field, names));
    }
  if (change->kind != TY_CHANGE_UPDATE)
    append_part (text, seen, _(change->info->label));
}

/* Which fields of few records it was about, so that a list of edits tells one from another. */
static char *
dup_fields (TyHistoryEntry  *self,
            TyDatabase      *database,
            TyHistoryNames  *names,
            GError         **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) changes = NULL;

  if (ty_action_get_n_changes (self->action) > N_FEW_CHANGES)
    return g_strdup ("");
  changes = ty_history_list_changes (database, ty_action_get_seq (self->action), error);
  if (changes == NULL)
    return NULL;
  for (guint i = 0; i < changes->len; i++)
    append_change (text, seen, g_ptr_array_index (changes, i), names);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ty_history_entry_load:
 * @database: a connection
 * @names: names of that connection
 * @seq: an action
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the action with its sentence
 */
TyHistoryEntry *
ty_history_entry_load (TyDatabase      *database,
                       TyHistoryNames  *names,
                       gint64           seq,
                       GError         **error)
{
  g_autoptr(TyHistoryEntry) self = g_object_new (TY_TYPE_HISTORY_ENTRY, NULL);

  self->action = ty_history_get (database, seq, error);
  if (self->action == NULL)
    return NULL;

  self->text = dup_sentence (self, database, names, FALSE, error);
  if (self->text != NULL)
    self->markup = dup_sentence (self, database, names, TRUE, error);
  if (self->markup != NULL)
    self->fields = dup_fields (self, database, names, error);
  return self->fields != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * ty_history_entry_get_action:
 * @self: an entry
 *
 * Returns: (transfer none): the action
 */
TyAction *
ty_history_entry_get_action (TyHistoryEntry *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_ENTRY (self), NULL);

  return self->action;
}

/**
 * ty_history_entry_get_seq:
 * @self: an entry
 *
 * Returns: the sequence of the action
 */
gint64
ty_history_entry_get_seq (TyHistoryEntry *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_ENTRY (self), 0);

  return ty_action_get_seq (self->action);
}

/**
 * ty_history_entry_get_markup:
 * @self: an entry
 *
 * Returns: (transfer none): what was done to whom, as markup of Pango with links
 */
const char *
ty_history_entry_get_markup (TyHistoryEntry *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_ENTRY (self), NULL);

  return self->markup;
}

/**
 * ty_history_entry_get_text:
 * @self: an entry
 *
 * Returns: (transfer none): what was done to whom
 */
const char *
ty_history_entry_get_text (TyHistoryEntry *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_ENTRY (self), NULL);

  return self->text;
}

/**
 * ty_history_entry_get_fields:
 * @self: an entry
 *
 * Returns: (transfer none): the labels of the fields that it changed, the empty text where they are
 *   many
 */
const char *
ty_history_entry_get_fields (TyHistoryEntry *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_ENTRY (self), NULL);

  return self->fields;
}
