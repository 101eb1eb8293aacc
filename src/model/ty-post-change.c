/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-post-change"

#include "config.h"

#include "ty-post-change.h"

#include "ty-action.h"
#include "ty-entry.h"
#include "ty-json.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

/* How far ahead a decision may take effect, in days: what is later is a slip of the pen. */
#define MOST_AHEAD 366

static const struct
{
  const char *word;
  const char *label;  /* of the button that does it */
  const char *one;    /* of one person, with the name and mostly the post */
  const char *reason; /* (nullable): what is written as the reason of the end */
  gboolean takes;
  gboolean ends_all;
} moves[TY_N_POST_MOVES] = {
  /* Translators: what was done, with the name of a person and the post: 任命 张三 为 东山村党支部书记 */
  [TY_MOVE_APPOINT] = { "appoint", N_("Appoint"), N_("%1$s appointed as %2$s"), NULL, TRUE, FALSE },
  [TY_MOVE_REMOVE] = { "remove", N_("Remove from Office"), N_("%1$s removed from the post of %2$s"), "removed",
                       FALSE, FALSE },
  [TY_MOVE_TRANSFER] = { "transfer", N_("Transfer"), N_("%1$s transferred to the post of %2$s"),
                         "transferred", TRUE, FALSE },
  [TY_MOVE_STEP_DOWN] = { "step_down", N_("Step Down"), N_("%1$s stepped down from the post of %2$s"),
                          "resigned", FALSE, FALSE },
  [TY_MOVE_RETIRE] = { "retire", N_("Retire"), N_("%s retired"), "retired", FALSE, TRUE },
  [TY_MOVE_DIE] = { "die", N_("Record the Death"), N_("%s died"), "died", FALSE, TRUE },
  [TY_MOVE_RESERVE] = { "reserve", N_("Take into the Reserve Pool"),
                        N_("%1$s taken into the reserve pool for the post of %2$s"), NULL, TRUE, FALSE },
  [TY_MOVE_RESERVE_END] = { "reserve_end", N_("Take out of the Reserve Pool"),
                            N_("%s taken out of the reserve pool"), NULL, FALSE, FALSE },
};

/**
 * ty_post_move_to_string:
 * @self: what happens
 *
 * Returns: (transfer none): its word in the history and in actions
 */
const char *
ty_post_move_to_string (TyPostMove self)
{
  return moves[self].word;
}

/**
 * ty_post_move_parse:
 * @word: (nullable): a word of ty_post_move_to_string()
 * @move: (out): what happens
 *
 * Returns: whether there is such a word
 */
gboolean
ty_post_move_parse (const char *word,
                    TyPostMove *move)
{
  for (guint i = 0; i < TY_N_POST_MOVES; i++)
    if (g_strcmp0 (moves[i].word, word) == 0)
      {
        *move = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ty_post_move_get_label:
 * @self: what happens
 *
 * Returns: (transfer none): the words of the button that does it, in the user’s language
 */
const char *
ty_post_move_get_label (TyPostMove self)
{
  return _(moves[self].label);
}

/**
 * ty_post_move_get_reason:
 * @self: what happens
 *
 * Returns: (transfer none) (nullable): the key of `end_reason` for what ends with it
 */
const char *
ty_post_move_get_reason (TyPostMove self)
{
  return moves[self].reason;
}

/**
 * ty_post_move_takes_post:
 * @self: what happens
 *
 * Returns: whether somebody takes a post, or is prepared for one: unit and post must be said
 */
gboolean
ty_post_move_takes_post (TyPostMove self)
{
  return moves[self].takes;
}

/**
 * ty_post_move_ends_all:
 * @self: what happens
 *
 * Returns: whether all posts and memberships of pools end with it
 */
gboolean
ty_post_move_ends_all (TyPostMove self)
{
  return moves[self].ends_all;
}

/**
 * ty_post_change_new:
 * @move: what happens
 * @person: to whom
 *
 * Returns: (transfer full): a change that says no more yet
 */
TyPostChange *
ty_post_change_new (TyPostMove move,
                    gint64     person)
{
  TyPostChange *self = g_new0 (TyPostChange, 1);

  self->move = move;
  self->person = person;
  self->reason = moves[move].reason;
  self->ends = g_array_new (FALSE, FALSE, sizeof (TyPostEnd));
  return self;
}

/**
 * ty_post_change_copy:
 * @self: a change
 *
 * Returns: (transfer full): the same
 */
TyPostChange *
ty_post_change_copy (const TyPostChange *self)
{
  TyPostChange *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->title = g_strdup (self->title);
  copy->document = g_strdup (self->document);
  copy->filing_number = g_strdup (self->filing_number);
  copy->note = g_strdup (self->note);
  copy->ends = g_array_copy (self->ends);
  return copy;
}

/**
 * ty_post_change_free:
 * @self: (transfer full): a change
 */
void
ty_post_change_free (TyPostChange *self)
{
  g_free (self->name);
  g_free (self->title);
  g_free (self->document);
  g_free (self->filing_number);
  g_free (self->note);
  g_array_unref (self->ends);
  g_free (self);
}

/**
 * ty_post_change_add_end:
 * @self: a change
 * @end: what ends with it
 */
void
ty_post_change_add_end (TyPostChange *self,
                        TyPostEnd     end)
{
  g_array_append_val (self->ends, end);
}

static gboolean
refuse (GError      **error,
        TyEntryError  code,
        const char   *label,
        const char   *why)
{
  /* Translators: what is wrong with an entry: the label of the field, and the reason */
  g_set_error (error, TY_ENTRY_ERROR, code, _("%s: %s"), label, why);
  return FALSE;
}

static gboolean
check_date (const TyPostChange  *self,
            TyDate               today,
            GError             **error)
{
  if (!ty_date_is_known (self->date))
    return refuse (error, TY_ENTRY_ERROR_REQUIRED, _("Date"), _("must be filled in."));
  if (self->move == TY_MOVE_DIE && ty_date_compare (self->date, today) > 0)
    return refuse (error, TY_ENTRY_ERROR_FUTURE, _("Date"), _("this day is still to come."));
  if (ty_date_to_days (self->date) > ty_date_to_days (today) + MOST_AHEAD)
    return refuse (error, TY_ENTRY_ERROR_FUTURE, _("Date"),
                   _("this is more than a year ahead. Correct the year."));
  return TRUE;
}

/**
 * ty_post_change_check:
 * @self: a change
 * @today: the day on which it is entered
 * @error: a `TY_ENTRY_ERROR`, whose message begins with the label of the field
 *
 * Checks what can be said of a change alone. A decision may take effect some months later; nobody has
 * died on a day that is still to come.
 *
 * Returns: whether it is complete
 */
gboolean
ty_post_change_check (const TyPostChange  *self,
                      TyDate               today,
                      GError             **error)
{
  if (self->person == 0)
    return refuse (error, TY_ENTRY_ERROR_REQUIRED, _("Person"), _("must be chosen."));
  if (moves[self->move].takes && self->unit == 0)
    return refuse (error, TY_ENTRY_ERROR_REQUIRED, _("Unit"), _("must be chosen."));
  if (moves[self->move].takes && self->post == NULL)
    return refuse (error, TY_ENTRY_ERROR_REQUIRED, _("Post"), _("must be chosen."));
  if (!check_date (self, today, error))
    return FALSE;
  if (!moves[self->move].takes && !moves[self->move].ends_all && self->ends->len == 0)
    return refuse (error, TY_ENTRY_ERROR_REQUIRED, _("Post"), _("choose which of them ends."));
  if (self->move == TY_MOVE_TRANSFER && self->ends->len == 0)
    return refuse (error, TY_ENTRY_ERROR_REQUIRED, _("Post"),
                   _("choose which one is left, or appoint instead."));
  return TRUE;
}

static guint
count_people (GPtrArray *changes)
{
  g_autoptr(GHashTable) people = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < changes->len; i++)
    g_hash_table_add (people, &((TyPostChange *) g_ptr_array_index (changes, i))->person);
  return g_hash_table_size (people);
}

static gboolean
is_of_one_kind (GPtrArray *changes)
{
  const TyPostChange *first = g_ptr_array_index (changes, 0);

  for (guint i = 1; i < changes->len; i++)
    if (((TyPostChange *) g_ptr_array_index (changes, i))->move != first->move)
      return FALSE;

  return TRUE;
}

/**
 * ty_post_changes_dup_detail:
 * @changes: (element-type TyPostChange): at least one
 *
 * Returns: (transfer full): the JSON from which ty_post_change_dup_label_of() tells what was done
 */
char *
ty_post_changes_dup_detail (GPtrArray *changes)
{
  const TyPostChange *first = g_ptr_array_index (changes, 0);
  g_autofree char *people = g_strdup_printf ("%u", count_people (changes));
  const char *move = is_of_one_kind (changes) ? moves[first->move].word : "batch";

  if (changes->len == 1)
    return ty_action_detail_new ("move", move, "people", "1",
                                 "name", first->name != NULL ? first->name : "",
                                 "title", first->title != NULL ? first->title : "", NULL);

  return ty_action_detail_new ("move", move, "people", people,
                               "document", first->document != NULL ? first->document : "", NULL);
}

static char *
label_many (const char *move,
            guint       n)
{
  g_autofree char *people = ty_text_format_count (n);

  if (g_str_equal (move, "appoint"))
    return g_strdup_printf (ngettext ("%s person appointed", "%s people appointed", n), people);
  if (g_str_equal (move, "remove"))
    return g_strdup_printf (ngettext ("%s person removed from a post", "%s people removed from their posts",
                                      n), people);
  if (g_str_equal (move, "retire"))
    return g_strdup_printf (ngettext ("%s person retired", "%s people retired", n), people);
  if (g_str_equal (move, "reserve"))
    return g_strdup_printf (ngettext ("%s person taken into the reserve pool",
                                      "%s people taken into the reserve pool", n), people);
  if (g_str_equal (move, "reserve_end"))
    return g_strdup_printf (ngettext ("%s person taken out of the reserve pool",
                                      "%s people taken out of the reserve pool", n), people);

  return g_strdup_printf (ngettext ("Posts of %s person changed", "Posts of %s people changed", n), people);
}

/**
 * ty_post_change_dup_label_of:
 * @detail: (nullable): what ty_post_changes_dup_detail() gave
 *
 * Returns: (transfer full): what was done, in the user’s language
 */
char *
ty_post_change_dup_label_of (const char *detail)
{
  g_autoptr(JsonNode) node = detail != NULL ? json_from_string (detail, NULL) : NULL;
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *word = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *document = NULL;
  g_autofree char *many = NULL;
  TyPostMove move;

  if (object == NULL)
    return g_strdup (_("Posts changed"));

  word = ty_json_object_dup_text (object, "move");
  name = ty_json_object_dup_text (object, "name");
  title = ty_json_object_dup_text (object, "title");
  if (*name != '\0' && ty_post_move_parse (word, &move))
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      return g_strdup_printf (_(moves[move].one), name, title);
#pragma GCC diagnostic pop
    }

  many = label_many (word, (guint) json_object_get_int_member_with_default (object, "people", 0));
  document = ty_json_object_dup_text (object, "document");
  if (*document == '\0')
    return g_steal_pointer (&many);

  /* Translators: the number of a document, and what was done by it */
  return g_strdup_printf (_("%s: %s"), document, many);
}

/**
 * ty_post_changes_dup_label:
 * @changes: (element-type TyPostChange): at least one
 *
 * Returns: (transfer full): what is done, in the user’s language
 */
char *
ty_post_changes_dup_label (GPtrArray *changes)
{
  g_autofree char *detail = ty_post_changes_dup_detail (changes);

  return ty_post_change_dup_label_of (detail);
}
