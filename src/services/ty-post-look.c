/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-post-look"

#include "config.h"

#include "ty-post-look.h"

#include "ty-appointment.h"
#include "ty-code-list.h"
#include "ty-penalty.h"
#include "ty-period.h"
#include "ty-person.h"
#include "ty-reserve.h"
#include "ty-seat.h"
#include "ty-table.h"
#include "ty-unit-names.h"
#include "ty-village-vacancies.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>

/* What a change of posts would bring about, said before it is done. */

typedef struct
{
  TyDatabase *database;
  TyUnitNames *names; /* (owned) */
  GPtrArray *notes;   /* (owned) */
  guint number;       /* of the change that is looked at */
  TyDate today;
} Look;

static void
look_clear (Look *look)
{
  g_clear_pointer (&look->names, ty_unit_names_free);
  g_clear_pointer (&look->notes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

/**
 * ty_post_note_free:
 * @self: (transfer full): a note
 */
void
ty_post_note_free (TyPostNote *self)
{
  g_free (self->text);
  g_free (self);
}

static TyPostNote *
add_note (Look           *look,
          TyPostNoteKind  kind,
          char           *text)
{
  TyPostNote *note = g_new0 (TyPostNote, 1);

  note->kind = kind;
  note->change = look->number;
  note->text = text;
  g_ptr_array_add (look->notes, note);
  return note;
}

static void
add_end (Look           *look,
         TyPostNoteKind  kind,
         char           *text,
         TyRecord       *row,
         const char     *reason,
         gboolean        proposed)
{
  TyPostNote *note = add_note (look, kind, text);

  note->end = (TyPostEnd){ ty_record_get_info (row) == &ty_reserve_info,
                           ty_record_get_integer (row, 0), ty_record_get_integer (row, 1), reason };
  note->proposed = proposed;
}

static gboolean
lasts_beyond (TyRecord *row,
              guint     until,
              TyDate    day)
{
  TyDate end = ty_record_get_date (row, until);

  return !ty_date_is_known (end) || ty_date_compare (end, day) > 0;
}

static char *
join_title (TyUnitNames *names,
            gint64       unit,
            const char  *label,
            TyDate       day)
{
  const char *name = ty_unit_names_get (names, unit, day);

  /* Translators: a village and a post in it; Chinese writes no blank between them */
  return g_strdup_printf (C_("unit and post", "%s %s"), name != NULL ? name : "", label);
}

/* The post with its unit: 东山村党支部书记. */
static char *
dup_title (TyUnitNames *names,
           gint64       unit,
           const char  *post,
           TyDate       day)
{
  g_autofree char *label = ty_words_dup_post (names, unit, post, day);

  return join_title (names, unit, label, day);
}

static char *
dup_row_title (TyUnitNames *names,
               TyRecord    *row,
               TyDate       day)
{
  gboolean reserve = ty_record_get_info (row) == &ty_reserve_info;

  if (!reserve && ty_record_get_text (row, TY_APPOINTMENT_TITLE) != NULL)
    return join_title (names, ty_record_get_integer (row, TY_APPOINTMENT_UNIT),
                       ty_record_get_text (row, TY_APPOINTMENT_TITLE), day);
  return dup_title (names, ty_record_get_integer (row, reserve ? (guint) TY_RESERVE_UNIT
                                                               : (guint) TY_APPOINTMENT_UNIT),
                    ty_record_get_text (row, reserve ? (guint) TY_RESERVE_POST
                                                     : (guint) TY_APPOINTMENT_POST), day);
}

static char *
dup_name (TyDatabase *database,
          gint64      person)
{
  g_autoptr(TyRecord) row = ty_table_get (database, &ty_person_info, person, NULL);
  const char *name = row != NULL ? ty_record_get_text (row, TY_PERSON_NAME) : NULL;

  return g_strdup (name != NULL ? name : "");
}

/* The committee of a community is the residents’. */
static const char *
settle_post (TyUnitNames *names,
             gint64       unit,
             const char  *post,
             TyDate       day)
{
  static const char *const pairs[][2] = { { "C1", "J1" }, { "C2", "J2" }, { "C3", "J3" } };
  TyUnitState *state = ty_unit_names_find (names, unit, day);
  const char *kind = state != NULL ? ty_record_get_text (TY_RECORD (state), TY_UNIT_STATE_KIND) : NULL;
  gboolean community = g_strcmp0 (kind, "community") == 0;

  if (kind == NULL)
    return post;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_strcmp0 (post, pairs[i][community ? 0 : 1]) == 0)
      return pairs[i][community ? 1 : 0];

  return post;
}

static TyRecord *
find_ended (TyDatabase       *database,
            const TyPostEnd  *end,
            GError          **error)
{
  g_autoptr(GPtrArray) rows = ty_table_list_of (database, end->reserve ? &ty_reserve_info
                                                                       : &ty_appointment_info,
                                                "person", end->person, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (ty_record_get_integer (g_ptr_array_index (rows, i), 1) == end->id)
      return g_object_ref (g_ptr_array_index (rows, i));

  return NULL;
}

/* What the person leaves, in words. */
static char *
dup_left (TyDatabase         *database,
          TyUnitNames        *names,
          const TyPostChange *change)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gint64 unit = 0;

  for (guint i = 0; i < change->ends->len; i++)
    {
      const TyPostEnd *end = &g_array_index (change->ends, TyPostEnd, i);
      g_autoptr(TyRecord) row = NULL;
      g_autofree char *title = NULL;
      gint64 own;

      if (end->person != change->person || end->reserve)
        continue;
      row = find_ended (database, end, NULL);
      if (row == NULL)
        continue;
      own = ty_record_get_integer (row, TY_APPOINTMENT_UNIT);
      title = own == unit ? ty_words_dup_post_of (names, row, change->date)
                          : dup_row_title (names, row, change->date);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ty_words_get_separator () : "", title);
      unit = own;
    }
  return g_strdup (text->str);
}

/* Of several people each has the post in the own village: where the highest post is held, or for which
 * somebody is a reserve. */
static gint64
find_own_unit (TyDatabase         *database,
               const TyPostChange *change)
{
  g_autoptr(GArray) posts = ty_roster_table_list_posts_of (database, change->person, change->date, NULL);
  g_autoptr(GPtrArray) held = posts != NULL ? ty_words_sort_posts (posts, change->date) : NULL;
  g_autoptr(GPtrArray) reserves = NULL;

  if (held != NULL && held->len > 0)
    return ((TyRosterPostRow *) g_ptr_array_index (held, 0))->unit;

  reserves = ty_table_list_of (database, &ty_reserve_info, "person", change->person, NULL);
  for (guint i = 0; reserves != NULL && i < reserves->len; i++)
    if (lasts_beyond (g_ptr_array_index (reserves, i), TY_RESERVE_UNTIL_DATE, change->date))
      return ty_record_get_integer (g_ptr_array_index (reserves, i), TY_RESERVE_UNIT);

  return 0;
}

/* A document says which post is left, not which row of the file that is. */
static void
find_left (TyDatabase   *database,
           TyPostChange *change)
{
  g_autoptr(GPtrArray) rows = ty_table_list_of (database, &ty_appointment_info, "person", change->person, NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);

      if (ty_record_get_integer (row, TY_APPOINTMENT_UNIT) == change->unit
          && g_strcmp0 (ty_record_get_text (row, TY_APPOINTMENT_POST), change->post) == 0
          && lasts_beyond (row, TY_APPOINTMENT_UNTIL_DATE, change->date))
        ty_post_change_add_end (change, (TyPostEnd){ FALSE, change->person,
                                                     ty_record_get_integer (row, TY_APPOINTMENT_ID), NULL });
    }
}

static void
settle (TyDatabase   *database,
        TyUnitNames  *names,
        TyPostChange *change)
{
  g_free (change->name);
  g_free (change->title);
  if (change->unit == TY_POST_OWN_UNIT)
    change->unit = find_own_unit (database, change);
  change->name = dup_name (database, change->person);
  change->title = NULL;
  if (ty_post_move_takes_post (change->move) && change->unit != 0 && change->post != NULL)
    {
      change->post = settle_post (names, change->unit, change->post, change->date);
      change->title = dup_title (names, change->unit, change->post, change->date);
    }
  else if (!ty_post_move_takes_post (change->move) && change->unit != 0 && change->post != NULL)
    {
      change->post = settle_post (names, change->unit, change->post, change->date);
      if (change->ends->len == 0)
        find_left (database, change);
      change->title = dup_title (names, change->unit, change->post, change->date);
    }
  else if (!ty_post_move_takes_post (change->move))
    change->title = dup_left (database, names, change);
}

/**
 * ty_post_look_settle:
 * @database: a connection
 * @change: a change; the head of a village committee becomes that of the residents’ committee in a
 *   community, and name and title are filled in
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it was read
 */
gboolean
ty_post_look_settle (TyDatabase    *database,
                     TyPostChange  *change,
                     GError       **error)
{
  g_autoptr(TyUnitNames) names = ty_unit_names_new (database);

  settle (database, names, change);
  return TRUE;
}

static gboolean
is_head (const char *post)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("post"), post);

  return code != NULL && ty_code_get_flag (code, "head");
}

static gboolean
ends_with (const TyPostChange *change,
           TyRecord           *row)
{
  for (guint i = 0; i < change->ends->len; i++)
    {
      const TyPostEnd *end = &g_array_index (change->ends, TyPostEnd, i);

      if (!end->reserve && end->person == ty_record_get_integer (row, 0)
          && end->id == ty_record_get_integer (row, 1))
        return TRUE;
    }
  return FALSE;
}

static char *
dup_since (TyRecord *row)
{
  g_autofree char *month = ty_words_dup_month (ty_record_get_date (row, TY_APPOINTMENT_FROM_DATE));

  return *month != '\0' ? g_strdup_printf (_("since %s"), month) : g_strdup ("");
}

/* What the person holds: it ends, may end, or is only told of. */
static gboolean
look_at_own (Look                *look,
             const TyPostChange  *change,
             GError             **error)
{
  g_autoptr(GPtrArray) rows = ty_table_list_of (look->database, &ty_appointment_info, "person",
                                                change->person, error);
  gboolean all = ty_post_move_ends_all (change->move);
  guint n = 0;

  if (rows == NULL)
    return FALSE;
  if (change->move == TY_MOVE_RESERVE || change->move == TY_MOVE_RESERVE_END)
    return TRUE;

  for (guint i = 0; i < rows->len; i++)
    n += lasts_beyond (g_ptr_array_index (rows, i), TY_APPOINTMENT_UNTIL_DATE, change->date);
  for (guint i = 0; i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      g_autofree char *title = dup_row_title (look->names, row, change->date);
      g_autofree char *since = dup_since (row);
      const char *post = ty_record_get_text (row, TY_APPOINTMENT_POST);
      gboolean same_head = change->move == TY_MOVE_APPOINT && is_head (post)
                           && g_strcmp0 (post, change->post) == 0;
      gboolean proposed = ends_with (change, row) || same_head || n == 1
                          || change->move == TY_MOVE_TRANSFER;

      if (!lasts_beyond (row, TY_APPOINTMENT_UNTIL_DATE, change->date))
        continue;
      if (all)
        add_note (look, TY_POST_NOTE_TELL, g_strdup_printf (_("%s ends."), title));
      else if (change->move != TY_MOVE_APPOINT || same_head)
        add_end (look, TY_POST_NOTE_OWN, g_strconcat (title, *since != '\0' ? "　" : "", since, NULL), row,
                 change->move == TY_MOVE_APPOINT ? "transferred" : NULL, proposed);
    }
  if (change->post != NULL && change->ends->len == 0 && change->move == TY_MOVE_REMOVE)
    add_note (look, TY_POST_NOTE_WARN, g_strdup_printf (_("%s is not held by this person on this day."),
                                                        change->title));
  else if (n == 0 && !ty_post_move_takes_post (change->move))
    add_note (look, TY_POST_NOTE_WARN, g_strdup (_("No post is held on this day.")));
  return TRUE;
}

/* Who has the leading post keeps it, unless somebody says otherwise. */
static void
offer_holder (Look               *look,
              const TyPostChange *change,
              TyRecord           *row)
{
  g_autofree char *name = dup_name (look->database, ty_record_get_integer (row, 0));
  g_autofree char *title = dup_row_title (look->names, row, change->date);
  gboolean elected = g_strcmp0 (change->how, "elected") == 0;

  add_end (look, TY_POST_NOTE_OFFER,
           /* Translators: a name and a post with its unit; a choice that is proposed */
           g_strdup_printf (_("End the post of %1$s as %2$s too"), name, title), row,
           elected ? "term_ended" : "removed", TRUE);
  add_note (look, TY_POST_NOTE_WARN,
            g_strdup_printf (_("%1$s is %2$s. That does not end by itself; without its end two people have "
                               "the post."), name, title));
}

static int
find_approved (Look               *look,
               const TyPostChange *change,
               const char         *body)
{
  g_autoptr(GPtrArray) seats = ty_table_list_of (look->database, &ty_seat_info, "unit", change->unit, NULL);

  for (guint i = 0; seats != NULL && i < seats->len; i++)
    {
      TyRecord *seat = g_ptr_array_index (seats, i);
      TyPeriod period = { ty_record_get_date (seat, TY_SEAT_FROM_DATE),
                          ty_record_get_date (seat, TY_SEAT_UNTIL_DATE) };

      if (g_strcmp0 (ty_record_get_text (seat, TY_SEAT_BODY), body) == 0
          && ty_period_contains (period, change->date))
        return (int) ty_record_get_integer (seat, TY_SEAT_SEATS);
    }
  return -1;
}

/* Others in the body: who leads it, and whether it has room. */
static gboolean
look_at_unit (Look                *look,
              const TyPostChange  *change,
              GError             **error)
{
  g_autoptr(GPtrArray) rows = ty_table_list_of (look->database, &ty_appointment_info, "unit", change->unit,
                                                error);
  g_autoptr(GHashTable) sitting = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const char *body = ty_village_body_of_post (change->post);
  gboolean free_seat = FALSE;
  int approved = find_approved (look, change, body);
  guint n;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      const char *post = ty_record_get_text (row, TY_APPOINTMENT_POST);
      gint64 person = ty_record_get_integer (row, 0);

      if (!lasts_beyond (row, TY_APPOINTMENT_UNTIL_DATE, change->date))
        continue;
      if (person != change->person && is_head (post) && g_strcmp0 (post, change->post) == 0)
        {
          offer_holder (look, change, row);
          free_seat = TRUE;
          continue;
        }
      if (g_str_equal (ty_village_body_of_post (post), body) && !ends_with (change, row))
        g_hash_table_add (sitting, g_memdup2 (&person, sizeof person));
    }

  g_hash_table_add (sitting, g_memdup2 (&change->person, sizeof change->person));
  n = g_hash_table_size (sitting);
  if (approved >= 0 && (int) n > approved && !free_seat)
    add_note (look, TY_POST_NOTE_WARN,
              g_strdup_printf (_("The body will have %1$u people, %2$d seats are approved."), n, approved));
  return TRUE;
}

/* Who takes the post is no longer prepared for it. */
static gboolean
look_at_reserves (Look                *look,
                  const TyPostChange  *change,
                  GError             **error)
{
  g_autoptr(GPtrArray) rows = ty_table_list_of (look->database, &ty_reserve_info, "person", change->person,
                                                error);
  gboolean ending = change->move == TY_MOVE_RESERVE_END;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      g_autofree char *title = dup_row_title (look->names, row, change->date);

      if (!lasts_beyond (row, TY_RESERVE_UNTIL_DATE, change->date))
        continue;
      if (ty_post_move_ends_all (change->move))
        add_note (look, TY_POST_NOTE_TELL,
                  g_strdup_printf (_("The membership in the reserve pool for %s ends."), title));
      else if (ending)
        add_end (look, TY_POST_NOTE_OWN, g_strdup (title), row, NULL, TRUE);
      else if (change->move == TY_MOVE_APPOINT || change->move == TY_MOVE_TRANSFER)
        add_end (look, TY_POST_NOTE_OFFER,
                 g_strdup_printf (_("End the membership in the reserve pool for %s too"), title), row,
                 "appointed",
                 ty_record_get_integer (row, TY_RESERVE_UNIT) == change->unit);
    }
  return rows != NULL;
}

static gboolean
look_at_penalties (Look                *look,
                   const TyPostChange  *change,
                   GError             **error)
{
  g_autoptr(GPtrArray) rows = ty_table_list_of (look->database, &ty_penalty_info, "person", change->person,
                                                error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      TyDate until = ty_record_get_date (row, TY_PENALTY_UNTIL_DATE);
      g_autofree char *text = ty_date_to_record (until);

      if (ty_date_is_known (until) && ty_date_compare (until, change->date) > 0)
        add_note (look, TY_POST_NOTE_WARN,
                  /* Translators: a penalty, and until when it is in effect */
                  g_strdup_printf (_("A penalty is in effect: %1$s, until %2$s."),
                                   ty_record_get_text (row, TY_PENALTY_TITLE), text));
    }
  return rows != NULL;
}

static void
look_at_date (Look               *look,
              const TyPostChange *change)
{
  gint32 ahead = ty_date_to_days (change->date) - ty_date_to_days (look->today);

  if (ahead > 0)
    add_note (look, TY_POST_NOTE_TELL,
              g_strdup_printf (ngettext ("It takes effect in %d day.", "It takes effect in %d days.",
                                         (gulong) ahead), (int) ahead));
}

/* The leading post that becomes vacant. */
static gboolean
look_at_vacancy (Look                *look,
                 const TyPostChange  *change,
                 GError             **error)
{
  for (guint i = 0; i < change->ends->len; i++)
    {
      const TyPostEnd *end = &g_array_index (change->ends, TyPostEnd, i);
      g_autoptr(GError) local = NULL;
      g_autoptr(TyRecord) row = end->reserve ? NULL : find_ended (look->database, end, &local);
      g_autofree char *title = NULL;

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (row == NULL || !is_head (ty_record_get_text (row, TY_APPOINTMENT_POST))
          || (change->unit == ty_record_get_integer (row, TY_APPOINTMENT_UNIT)
              && g_strcmp0 (change->post, ty_record_get_text (row, TY_APPOINTMENT_POST)) == 0))
        continue;
      title = dup_row_title (look->names, row, change->date);
      add_note (look, TY_POST_NOTE_WARN, g_strdup_printf (_("%s becomes vacant."), title));
    }
  return TRUE;
}

static gboolean
look_at (Look          *look,
         TyPostChange  *change,
         GError       **error)
{
  gboolean takes = ty_post_move_takes_post (change->move);

  settle (look->database, look->names, change);
  if (!ty_date_is_known (change->date))
    return TRUE;

  look_at_date (look, change);
  if (change->person != 0
      && (!look_at_own (look, change, error) || !look_at_reserves (look, change, error)
          || (takes && !look_at_penalties (look, change, error))))
    return FALSE;
  if (takes && change->move != TY_MOVE_RESERVE && change->unit != 0 && change->post != NULL
      && !look_at_unit (look, change, error))
    return FALSE;

  return look_at_vacancy (look, change, error);
}

/**
 * ty_post_look_run:
 * @database: a connection
 * @changes: (element-type TyPostChange): changes, which may not be complete yet; they are settled
 * @today: the day on which they are entered
 * @error: a `TY_STORE_ERROR`
 *
 * Says what the changes would bring about: what ends with them and what does not end by itself, who has
 * the post, which posts become vacant, penalties that are in effect.
 *
 * Returns: (transfer full) (nullable) (element-type TyPostNote): the notes, change by change
 */
GPtrArray *
ty_post_look_run (TyDatabase  *database,
                  GPtrArray   *changes,
                  TyDate       today,
                  GError     **error)
{
  g_auto(Look) look = { .database = database, .today = today };

  look.names = ty_unit_names_new (database);
  look.notes = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_post_note_free);
  for (look.number = 0; look.number < changes->len; look.number++)
    if (!look_at (&look, g_ptr_array_index (changes, look.number), error))
      return NULL;

  return g_steal_pointer (&look.notes);
}
