/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-pairings"

#include "config.h"

#include "ty-person-pairings.h"

#include "ty-attachment.h"
#include "ty-exclusion.h"
#include "ty-mentor-strength.h"
#include "ty-milestone.h"
#include "ty-need.h"
#include "ty-pairing-pause.h"
#include "ty-pairing-review.h"
#include "ty-pairing-table.h"
#include "ty-pairing.h"
#include "ty-programme-edit.h"
#include "ty-programme.h"
#include "ty-table.h"
#include "ty-talk.h"
#include "ty-wish.h"

/* How somebody is helped, and helps. */

#define NO_DATE G_MAXUINT /* rows that stand in the order in which they were entered */

static int
compare_newest (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  guint field = GPOINTER_TO_UINT (data);

  if (field == NO_DATE)
    return 0;
  return ty_date_compare (ty_record_get_date (*(TyRecord **) b, field),
                          ty_record_get_date (*(TyRecord **) a, field));
}

/* Rows that belong to the person, and behind them those of others that name the person in a column. */
static GPtrArray *
list_both (TyDatabase          *database,
           const TyRecordInfo  *info,
           const char          *other,
           guint                date,
           gint64               person,
           GError             **error)
{
  g_autoptr(GPtrArray) rows = ty_table_list_of (database, info, "person", person, error);
  g_autoptr(GPtrArray) others = rows != NULL && other != NULL
                                  ? ty_table_list_of (database, info, other, person, error) : NULL;

  if (rows == NULL || (other != NULL && others == NULL))
    return NULL;
  g_ptr_array_sort_with_data (rows, compare_newest, GUINT_TO_POINTER (date));
  if (others != NULL)
    {
      g_ptr_array_sort_with_data (others, compare_newest, GUINT_TO_POINTER (date));
      g_ptr_array_extend_and_steal (rows, g_steal_pointer (&others));
    }
  return g_steal_pointer (&rows);
}

static void
add_name (TyPersonFile *file,
          gint64        key,
          const char   *name)
{
  g_hash_table_insert (file->linked_names, g_memdup2 (&key, sizeof key), g_strdup (name));
}

/* All fields that lead to people. */
static gboolean
name_people (TyDatabase    *database,
             TyPersonFile  *file,
             GPtrArray     *rows,
             GError       **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      const TyRecordInfo *info = ty_record_get_info (row);

      for (guint j = 0; j < info->n_fields; j++)
        {
          gint64 key = g_strcmp0 (info->fields[j].reference, "person") == 0 ? ty_record_get_integer (row, j) : 0;
          g_autoptr(GPtrArray) names = NULL;

          if (key == 0 || g_hash_table_contains (file->linked_names, &key))
            continue;
          names = ty_pairing_table_list_names (database, &key, 1, error);
          if (names == NULL)
            return FALSE;
          add_name (file, key, names->len > 0 ? ((TyPairingTextRow *) g_ptr_array_index (names, 0))->name : "—");
        }
    }
  return TRUE;
}

static gboolean
name_programmes (TyDatabase    *database,
                 TyPersonFile  *file,
                 GError       **error)
{
  g_autoptr(GPtrArray) all = file->pairings->len > 0 ? ty_programme_rules_list (database, error)
                                                     : g_ptr_array_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      TyRecord *programme = ((TyProgrammeRules *) g_ptr_array_index (all, i))->programme;

      add_name (file, ty_record_get_integer (programme, TY_PROGRAMME_ID),
                ty_record_get_text (programme, TY_PROGRAMME_NAME));
    }
  return all != NULL;
}

static char *
name_talk (TyRecord *row,
           guint     talk)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, ty_record_get_integer (row, 0),
                          ty_record_get_integer (row, talk));
}

static gboolean
count_files_of (TyDatabase    *database,
                TyPersonFile  *file,
                gint64         mentee,
                GError       **error)
{
  g_autoptr(GPtrArray) rows = ty_table_list_of (database, &ty_attachment_info, "person", mentee, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      g_autofree char *talk = name_talk (row, TY_ATTACHMENT_TALK);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (file->talk_files, talk));

      if (ty_record_get_integer (row, TY_ATTACHMENT_TALK) != 0)
        g_hash_table_insert (file->talk_files, g_steal_pointer (&talk), GUINT_TO_POINTER (n + 1));
    }
  return rows != NULL;
}

/* Of talks with mentees, too, whose files these are. */
static gboolean
count_talk_files (TyDatabase    *database,
                  TyPersonFile  *file,
                  GError       **error)
{
  g_autoptr(GHashTable) mentees = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  file->talk_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < file->talks->len; i++)
    {
      gint64 mentee = ty_record_get_integer (g_ptr_array_index (file->talks, i), TY_TALK_PERSON);

      if (g_hash_table_add (mentees, g_memdup2 (&mentee, sizeof mentee))
          && !count_files_of (database, file, mentee, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_person_file_count_talk_files:
 * @self: a person’s file
 * @talk: one of its talks
 *
 * Returns: how many attachments belong to the talk
 */
guint
ty_person_file_count_talk_files (TyPersonFile *self,
                                 TyRecord     *talk)
{
  g_autofree char *name = name_talk (talk, TY_TALK_ID);

  return self->talk_files != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->talk_files, name)) : 0;
}

/**
 * ty_person_file_find_talk:
 * @self: a person’s file
 * @attachment: one of its attachments
 *
 * Returns: (transfer none) (nullable): the talk to which it belongs, if it is still there
 */
TyRecord *
ty_person_file_find_talk (TyPersonFile *self,
                          TyRecord     *attachment)
{
  for (guint i = 0; self->talks != NULL && i < self->talks->len; i++)
    {
      TyRecord *talk = g_ptr_array_index (self->talks, i);

      if (ty_record_get_integer (talk, TY_TALK_PERSON) == ty_record_get_integer (attachment, TY_ATTACHMENT_PERSON)
          && ty_record_get_integer (talk, TY_TALK_ID) == ty_record_get_integer (attachment, TY_ATTACHMENT_TALK))
        return talk;
    }
  return NULL;
}

/**
 * ty_person_pairings_load:
 * @database: a connection
 * @person: key of a person
 * @file: the person’s file, into which it is read
 * @error: a `TY_STORE_ERROR`
 *
 * Reads pairings and all that belongs to them, as mentee and as mentor.
 *
 * Returns: whether it was read
 */
gboolean
ty_person_pairings_load (TyDatabase    *database,
                         gint64         person,
                         TyPersonFile  *file,
                         GError       **error)
{
  const struct
  {
    GPtrArray **list;
    const TyRecordInfo *info;
    const char *other;
    guint date;
  } lists[] = {
    { &file->pairings, &ty_pairing_info, "mentor", TY_PAIRING_FROM_DATE },
    { &file->talks, &ty_talk_info, "mentor", TY_TALK_DATE },
    { &file->milestones, &ty_milestone_info, "mentor", TY_MILESTONE_DUE_DATE },
    { &file->reviews, &ty_pairing_review_info, "mentor", TY_PAIRING_REVIEW_DATE },
    { &file->pauses, &ty_pairing_pause_info, "mentor", TY_PAIRING_PAUSE_FROM_DATE },
    { &file->needs, &ty_need_info, NULL, TY_NEED_FROM_DATE },
    { &file->strengths, &ty_mentor_strength_info, NULL, NO_DATE },
    { &file->wishes, &ty_wish_info, NULL, NO_DATE },
    { &file->exclusions, &ty_exclusion_info, "other", NO_DATE },
  };

  file->linked_names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      *lists[i].list = list_both (database, lists[i].info, lists[i].other, lists[i].date, person, error);
      if (*lists[i].list == NULL || !name_people (database, file, *lists[i].list, error))
        return FALSE;
    }
  return count_talk_files (database, file, error) && name_programmes (database, file, error);
}
