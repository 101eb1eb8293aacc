/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-village-vacancies"

#include "config.h"

#include "ty-village-vacancies.h"

#include "ty-appointment.h"
#include "ty-code-list.h"
#include "ty-post-name.h"
#include "ty-words.h"

/* The posts for which seats of a body are vacant: its head, and its plain members. */
static const struct
{
  const char *body;
  const char *head;
  const char *member;
} seats[] = {
  { "party", "D1", "D3" },
  { "village_committee", "C1", "C3" },
  { "residents_committee", "J1", "J3" },
  { "supervision", "S1", "S2" },
  { "economic", "E1", "E2" },
};

/**
 * ty_village_body_of_post:
 * @post: (nullable): a key of the list `post`
 *
 * Returns: (transfer none): the body in which it is; the empty text where the list does not say
 */
const char *
ty_village_body_of_post (const char *post)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("post"), post);
  const char *body = code != NULL ? ty_code_get_attribute (code, "body") : NULL;

  return body != NULL ? body : "";
}

/**
 * ty_village_body_may_approve:
 * @body: key of a body
 *
 * Returns: whether a village has approved seats in it
 */
gboolean
ty_village_body_may_approve (const char *body)
{
  for (guint i = 0; i < G_N_ELEMENTS (seats); i++)
    if (g_str_equal (seats[i].body, body))
      return TRUE;

  return FALSE;
}

/* Somebody who left the body, with the last day there. */
typedef struct
{
  gint64 person;
  TyDate until;
  gboolean head;
} Leaving;

static gboolean
sits_there (TyTeam *team,
            gint64  person)
{
  for (guint i = 0; i < team->members->len; i++)
    if (((TyTeamMember *) g_ptr_array_index (team->members, i))->person == person)
      return TRUE;

  return FALSE;
}

static void
add_leaving (GArray  *leavings,
             Leaving  leaving)
{
  for (guint i = 0; i < leavings->len; i++)
    {
      Leaving *known = &g_array_index (leavings, Leaving, i);

      if (known->person != leaving.person)
        continue;
      if (ty_date_compare (known->until, leaving.until) < 0)
        known->until = leaving.until;
      known->head = known->head || leaving.head;
      return;
    }
  g_array_append_val (leavings, leaving);
}

static int
compare_leavings (gconstpointer a,
                  gconstpointer b)
{
  const Leaving *first = a;
  const Leaving *second = b;

  return ty_date_compare (second->until, first->until);
}

/* Those who sat in the body and do not any more, who left last first. */
static GArray *
list_leavings (TyTeam     *team,
               GPtrArray  *appointments,
               TyDate      as_of,
               const char *head)
{
  GArray *leavings = g_array_new (FALSE, FALSE, sizeof (Leaving));

  for (guint i = 0; i < appointments->len; i++)
    {
      TyRecord *appointment = g_ptr_array_index (appointments, i);
      const char *post = ty_record_get_text (appointment, TY_APPOINTMENT_POST);
      Leaving leaving = { ty_record_get_integer (appointment, TY_APPOINTMENT_PERSON),
                          ty_record_get_date (appointment, TY_APPOINTMENT_UNTIL_DATE),
                          g_strcmp0 (post, head) == 0 };

      if (g_str_equal (ty_village_body_of_post (post), team->body)
          && ty_date_is_known (leaving.until) && ty_date_compare (leaving.until, as_of) <= 0
          && (leaving.head || !sits_there (team, leaving.person)))
        add_leaving (leavings, leaving);
    }
  g_array_sort (leavings, compare_leavings);
  return leavings;
}

static gboolean
has_head (GPtrArray  *appointments,
          const char *head,
          TyDate      as_of,
          TyTeam     *team)
{
  for (guint i = 0; i < appointments->len; i++)
    {
      TyRecord *appointment = g_ptr_array_index (appointments, i);
      TyDate from = ty_record_get_date (appointment, TY_APPOINTMENT_FROM_DATE);
      TyDate until = ty_record_get_date (appointment, TY_APPOINTMENT_UNTIL_DATE);

      if (g_strcmp0 (ty_record_get_text (appointment, TY_APPOINTMENT_POST), head) == 0
          && (!ty_date_is_known (from) || ty_date_compare (from, as_of) <= 0)
          && (!ty_date_is_known (until) || ty_date_compare (until, as_of) > 0)
          && sits_there (team, ty_record_get_integer (appointment, TY_APPOINTMENT_PERSON)))
        return TRUE;
    }
  return FALSE;
}

/* Since the last one left whose seat nobody took; a seat that was approved later is vacant since
 * then. */
static TyDate
take_since (GArray  *leavings,
            gboolean head,
            TyDate   approved_from)
{
  TyDate since = approved_from;

  for (guint i = 0; i < leavings->len; i++)
    {
      const Leaving *leaving = &g_array_index (leavings, Leaving, i);

      if (head && !leaving->head)
        continue;
      if (ty_date_compare (leaving->until, since) > 0)
        since = leaving->until;
      g_array_remove_index (leavings, i);
      break;
    }
  return since;
}

static void
add_vacancy (TyTeam     *team,
             const char *post,
             TyDate      since,
             const char *party_form)
{
  TyVacancy *vacancy = g_new0 (TyVacancy, 1);

  vacancy->post = post != NULL ? ty_post_name_dup (post, party_form) : g_strdup ("");
  vacancy->post_key = post;
  vacancy->since = ty_date_to_record (since);
  g_ptr_array_add (team->vacancies, vacancy);
}

/**
 * ty_village_vacancies_find:
 * @team: a body, whose members and seats are known
 * @appointments: (element-type TyAppointment): all posts that were ever held in the unit
 * @approved_from: since when its seats are approved
 * @as_of: the cut-off date
 * @party_form: form of the party organization of the unit
 *
 * Says for what its vacant seats are, and since when: the head’s first, then those of members. Who was
 * followed by somebody left no seat vacant; of the others the last ones did.
 */
void
ty_village_vacancies_find (TyTeam     *team,
                           GPtrArray  *appointments,
                           TyDate      approved_from,
                           TyDate      as_of,
                           const char *party_form)
{
  const char *head = NULL, *member = NULL;
  g_autoptr(GArray) leavings = NULL;
  gboolean headless;

  for (guint i = 0; i < G_N_ELEMENTS (seats); i++)
    if (g_str_equal (seats[i].body, team->body))
      {
        head = seats[i].head;
        member = seats[i].member;
      }
  leavings = list_leavings (team, appointments, as_of, head);
  headless = head != NULL && !has_head (appointments, head, as_of, team);
  for (guint i = 0; i < team->count.vacant; i++)
    add_vacancy (team, headless && i == 0 ? head : member,
                 take_since (leavings, headless && i == 0, approved_from), party_form);
}
