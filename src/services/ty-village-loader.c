/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-village-loader"

#include "config.h"

#include "ty-village-loader.h"

#include "ty-village-reserves.h"

#include "ty-appointment.h"
#include "ty-blob-table.h"
#include "ty-code-list.h"
#include "ty-difficulty.h"
#include "ty-grouping.h"
#include "ty-history.h"
#include "ty-period.h"
#include "ty-person.h"
#include "ty-post-name.h"
#include "ty-roster-loader.h"
#include "ty-roster-row.h"
#include "ty-seat.h"
#include "ty-table.h"
#include "ty-unit-year.h"
#include "ty-unit.h"
#include "ty-village-ages.h"
#include "ty-village-vacancies.h"
#include "ty-words.h"

#include <string.h>

#define N_ACTIONS 50
#define FEMALE "2"

/* Reads one village: who sits in which body, and what is approved. There are few people in a village,
 * so that they are read from the tables; its figures come from the columns as all others do. */

typedef struct
{
  TyDatabase *database;
  TyDate as_of;
  TyVillageFile *file;
  TyUnitNames *names;       /* (owned) */
  TyRecord *state;          /* (unowned) (nullable): the unit at the cut-off date */
  GPtrArray *appointments;  /* (owned) (element-type TyAppointment): all of the unit */
} Loader;

static void
loader_clear (Loader *loader)
{
  g_clear_pointer (&loader->names, ty_unit_names_free);
  g_clear_pointer (&loader->appointments, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loader, loader_clear)

static gboolean
is_held (Loader   *loader,
         TyRecord *record,
         guint     from,
         guint     until)
{
  TyPeriod period = { ty_record_get_date (record, from), ty_record_get_date (record, until) };

  return ty_period_contains (period, loader->as_of);
}

static const char *
get_text (Loader *loader,
          guint   field)
{
  const char *text = loader->state != NULL ? ty_record_get_text (loader->state, field) : NULL;

  return text != NULL ? text : "";
}

static gboolean
is_community (Loader *loader)
{
  return g_str_equal (get_text (loader, TY_UNIT_STATE_KIND), "community");
}

/* The list names a committee of villages and communities in one: 村（居）务监督委员会. */
static char *
dup_settled (Loader     *loader,
             const char *label)
{
  const char *both = "村（居）";
  const char *found = strstr (label, both);

  if (found == NULL)
    return g_strdup (label);

  return g_strdup_printf ("%.*s%s%s", (int) (found - label), label,
                          is_community (loader) ? "居" : "村", found + strlen (both));
}

static char *
dup_body_label (Loader     *loader,
                const char *body)
{
  const char *form = get_text (loader, TY_UNIT_STATE_PARTY_FORM);

  if (g_str_equal (body, "party") && *form != '\0')
    return g_strdup (ty_words_get_label ("party_form", form));

  return dup_settled (loader, ty_words_get_label ("body", body));
}

/* What every village has, whether somebody sits there or not. */
static gboolean
is_expected (Loader     *loader,
             const char *body)
{
  if (!loader->file->is_village)
    return FALSE;

  return g_str_equal (body, "party") || g_str_equal (body, "supervision")
         || g_str_equal (body, is_community (loader) ? "residents_committee" : "village_committee");
}

static TyTeamMember *
make_member (TyRosterRow *row)
{
  TyTeamMember *member = g_new0 (TyTeamMember, 1);

  member->person = ty_roster_row_get_person (row);
  member->name = g_strdup (ty_roster_row_get_text (row, TY_ROSTER_TEXT_NAME));
  member->sex = g_strdup (ty_roster_row_get_text (row, TY_ROSTER_TEXT_SEX));
  member->age = g_strdup (ty_roster_row_get_text (row, TY_ROSTER_TEXT_AGE));
  member->political = g_strdup (ty_roster_row_get_text (row, TY_ROSTER_TEXT_POLITICAL));
  member->education = g_strdup (ty_roster_row_get_text (row, TY_ROSTER_TEXT_EDUCATION));
  return member;
}

static int
compare_appointments (gconstpointer a,
                      gconstpointer b)
{
  TyRecord *first = *(TyRecord **) a;
  TyRecord *second = *(TyRecord **) b;
  int ranks[] = { ty_post_name_get_rank (ty_record_get_text (first, TY_APPOINTMENT_POST)),
                  ty_post_name_get_rank (ty_record_get_text (second, TY_APPOINTMENT_POST)) };
  int order = (ranks[0] > ranks[1]) - (ranks[0] < ranks[1]);

  if (order == 0)
    order = ty_date_compare (ty_record_get_date (first, TY_APPOINTMENT_FROM_DATE),
                             ty_record_get_date (second, TY_APPOINTMENT_FROM_DATE));
  return order;
}

static gboolean
is_of_body (TyRecord   *appointment,
            const char *body)
{
  const char *own = ty_village_body_of_post (ty_record_get_text (appointment, TY_APPOINTMENT_POST));

  return g_str_equal (own, body);
}

/* The other posts in the same body are said with the first. */
static void
add_post (Loader       *loader,
          TyTeamMember *member,
          TyRecord     *appointment)
{
  g_autofree char *name = ty_words_dup_post_of (loader->names, appointment, loader->as_of);
  g_autofree char *before = g_steal_pointer (&member->posts);

  if (before == NULL)
    member->since = ty_words_dup_month (ty_record_get_date (appointment, TY_APPOINTMENT_FROM_DATE));
  member->posts = before != NULL ? g_strconcat (before, ty_words_get_separator (), name, NULL)
                                 : g_strdup (name);
}

static TyTeamMember *
find_member (TyTeam *team,
             gint64  person)
{
  for (guint i = 0; i < team->members->len; i++)
    {
      TyTeamMember *member = g_ptr_array_index (team->members, i);

      if (member->person == person)
        return member;
    }
  return NULL;
}

static gboolean
load_photo (Loader        *loader,
            TyTeamMember  *member,
            TyRecord      *person,
            GError       **error)
{
  const char *hash = ty_record_get_text (person, TY_PERSON_PHOTO);

  if (hash != NULL)
    member->photo = ty_blob_table_load (loader->database, hash, error);
  return hash == NULL || member->photo != NULL;
}

/* Who was merged into another is nobody. */
static gboolean
add_member (Loader    *loader,
            TyTeam    *team,
            TyRecord  *appointment,
            GError   **error)
{
  gint64 id = ty_record_get_integer (appointment, TY_APPOINTMENT_PERSON);
  g_autoptr(GPtrArray) people = ty_table_list_of (loader->database, &ty_person_info, "id", id, error);
  g_autoptr(GPtrArray) rows = NULL;
  TyTeamMember *member;
  TyRecord *person;

  if (people == NULL)
    return FALSE;
  person = people->len > 0 ? g_ptr_array_index (people, 0) : NULL;
  if (person == NULL || ty_record_get_integer (person, TY_PERSON_MERGED_INTO) != 0)
    return TRUE;
  rows = ty_roster_loader_load (loader->database, &id, 1, loader->as_of, error);
  if (rows == NULL)
    return FALSE;

  member = make_member (g_ptr_array_index (rows, 0));
  g_ptr_array_add (team->members, member);
  team->n_women += g_strcmp0 (ty_record_get_text (person, TY_PERSON_SEX), FEMALE) == 0;
  add_post (loader, member, appointment);
  return load_photo (loader, member, person, error);
}

static gboolean
load_members (Loader  *loader,
              TyTeam  *team,
              GError **error)
{
  for (guint i = 0; i < loader->appointments->len; i++)
    {
      TyRecord *appointment = g_ptr_array_index (loader->appointments, i);
      TyTeamMember *member;

      if (!is_of_body (appointment, team->body)
          || !is_held (loader, appointment, TY_APPOINTMENT_FROM_DATE, TY_APPOINTMENT_UNTIL_DATE))
        continue;
      member = find_member (team, ty_record_get_integer (appointment, TY_APPOINTMENT_PERSON));
      if (member != NULL)
        add_post (loader, member, appointment);
      else if (!add_member (loader, team, appointment, error))
        return FALSE;
    }
  return TRUE;
}

static TyRecord *
find_seat (Loader     *loader,
           const char *body)
{
  for (guint i = 0; i < loader->file->seats->len; i++)
    {
      TyRecord *seat = g_ptr_array_index (loader->file->seats, i);

      if (g_strcmp0 (ty_record_get_text (seat, TY_SEAT_BODY), body) == 0
          && is_held (loader, seat, TY_SEAT_FROM_DATE, TY_SEAT_UNTIL_DATE))
        return seat;
    }
  return NULL;
}

static void
count_seats (Loader *loader,
             TyTeam *team)
{
  TyRecord *seat = find_seat (loader, team->body);

  team->seats = -1;
  if (seat == NULL)
    return;

  team->seats = (int) ty_record_get_integer (seat, TY_SEAT_SEATS);
  team->women = (int) ty_record_get_integer (seat, TY_SEAT_WOMEN);
  ty_seat_count_add_body (&team->count, (guint) MAX (team->seats, 0), team->members->len);
  ty_village_vacancies_find (team, loader->appointments,
                             ty_record_get_date (seat, TY_SEAT_FROM_DATE), loader->as_of,
                             get_text (loader, TY_UNIT_STATE_PARTY_FORM));
}

static gboolean
load_team (Loader      *loader,
           const char  *body,
           GError     **error)
{
  TyTeam *team = g_new0 (TyTeam, 1);

  team->body = g_intern_string (body);
  team->label = dup_body_label (loader, body);
  team->may_approve = loader->file->is_village && ty_village_body_may_approve (body);
  team->members = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_team_member_free);
  team->vacancies = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_vacancy_free);
  g_ptr_array_add (loader->file->teams, team);
  if (!load_members (loader, team, error))
    return FALSE;

  count_seats (loader, team);
  if (team->members->len == 0 && team->seats < 0 && !is_expected (loader, body))
    g_ptr_array_remove (loader->file->teams, team);
  return TRUE;
}

static TyTeam *
find_team (Loader     *loader,
           const char *body)
{
  for (guint i = 0; i < loader->file->teams->len; i++)
    {
      TyTeam *team = g_ptr_array_index (loader->file->teams, i);

      if (g_str_equal (team->body, body))
        return team;
    }
  return NULL;
}

/* Who sits in both committees, in either of them. */
static void
link_members (Loader *loader)
{
  TyTeam *party = find_team (loader, "party");

  for (guint i = 0; party != NULL && i < loader->file->teams->len; i++)
    {
      TyTeam *team = g_ptr_array_index (loader->file->teams, i);

      if (!g_str_equal (team->body, "village_committee")
          && !g_str_equal (team->body, "residents_committee"))
        continue;
      for (guint j = 0; j < team->members->len; j++)
        {
          TyTeamMember *member = g_ptr_array_index (team->members, j);
          TyTeamMember *same = find_member (party, member->person);

          if (same != NULL)
            same->linked = member->linked = TRUE;
        }
    }
}

static gboolean
load_teams (Loader  *loader,
            GError **error)
{
  TyCodeList *bodies = ty_code_list_get_shipped ("body");

  loader->appointments = ty_table_list_of (loader->database, &ty_appointment_info, "unit",
                                           loader->file->unit, error);
  if (loader->appointments == NULL)
    return FALSE;

  g_ptr_array_sort (loader->appointments, compare_appointments);
  for (guint i = 0; i < ty_code_list_get_n_items (bodies); i++)
    if (!load_team (loader, ty_code_get_key (ty_code_list_get_item (bodies, i)), error))
      return FALSE;
  link_members (loader);
  return TRUE;
}

static void
load_state (Loader *loader)
{
  TyVillageFile *file = loader->file;
  TyUnitState *state = ty_unit_names_find (loader->names, file->unit, loader->as_of);

  loader->state = TY_RECORD (state);
  file->exists = state != NULL
                 && is_held (loader, loader->state, TY_UNIT_STATE_FROM_DATE,
                             TY_UNIT_STATE_UNTIL_DATE);
  file->name = g_strdup (get_text (loader, TY_UNIT_STATE_NAME));
  file->is_village = g_str_equal (get_text (loader, TY_UNIT_STATE_LEVEL), "village");
  file->kind = g_strdup (ty_words_get_label ("unit_kind", get_text (loader, TY_UNIT_STATE_KIND)));
  file->party_form = g_strdup (ty_words_get_label ("party_form",
                                                   get_text (loader, TY_UNIT_STATE_PARTY_FORM)));
  if (state != NULL)
    file->above = g_strdup (ty_unit_names_get (
      loader->names, ty_record_get_integer (loader->state, TY_UNIT_STATE_PARENT), loader->as_of));
}

/* The figures of the unit as the whole scope. */
static void
count_figures (TyVillageFile *file,
               TyView        *view,
               TyViews       *views)
{
  static const struct { TyWho who; TyCondition condition; const char *measure; } wanted[] = {
    { TY_WHO_IN_OFFICE, TY_CONDITION_NONE, "count" },
    { TY_WHO_MEMBERS, TY_CONDITION_NONE, "count" },
    { TY_WHO_MEMBERS, TY_CONDITION_NONE, "average_age" },
    { TY_WHO_MEMBERS, TY_CONDITION_AGE_LE_35, "age_le_35" },
    { TY_WHO_MEMBERS, TY_CONDITION_FEMALE, "female" },
    { TY_WHO_MEMBERS, TY_CONDITION_COLLEGE, "college_and_above" },
    { TY_WHO_MEMBERS, TY_CONDITION_CROSS, "cross_appointments" },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (wanted) == TY_VILLAGE_FIGURES);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr(TyPopulation) population = ty_population_new_who (wanted[i].who);
      const TyGroupingSpec spec = {
        .population = population,
        .measures = { ty_measure_find (wanted[i].measure) },
        .n_measures = 1,
      };
      g_autoptr(TyGrouping) grouping = ty_grouping_new (&spec, view, views);

      file->figures[i] = (TyVillageFigure){
        .who = wanted[i].who,
        .condition = wanted[i].condition,
        .average = g_str_equal (wanted[i].measure, "average_age"),
        .amount = ty_grouping_get_total (grouping, 0),
      };
    }
}

static guint
count_reserves (TyView  *view,
                TyViews *views)
{
  g_autoptr(TyPopulation) population = ty_population_new_who (TY_WHO_RESERVES);
  const TyGroupingSpec spec = {
    .population = population,
    .measures = { ty_measure_find ("count") },
    .n_measures = 1,
  };
  g_autoptr(TyGrouping) grouping = ty_grouping_new (&spec, view, views);

  return (guint) ty_grouping_get_total (grouping, 0).sum;
}

static int
compare_seats (gconstpointer a,
               gconstpointer b)
{
  return ty_date_compare (ty_record_get_date (*(TyRecord **) b, TY_SEAT_FROM_DATE),
                          ty_record_get_date (*(TyRecord **) a, TY_SEAT_FROM_DATE));
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ty_record_get_integer (*(TyRecord **) a, TY_UNIT_YEAR_YEAR);
  gint64 second = ty_record_get_integer (*(TyRecord **) b, TY_UNIT_YEAR_YEAR);

  return (first < second) - (first > second);
}

static int
compare_classes (gconstpointer a,
                 gconstpointer b)
{
  return ty_date_compare (ty_record_get_date (*(TyRecord **) b, TY_DIFFICULTY_FROM_DATE),
                          ty_record_get_date (*(TyRecord **) a, TY_DIFFICULTY_FROM_DATE));
}

static gboolean
load_years (Loader  *loader,
            GError **error)
{
  TyVillageFile *file = loader->file;

  file->class_now = -1;
  file->years = ty_table_list_of (loader->database, &ty_unit_year_info, "unit", file->unit, error);
  if (file->years == NULL)
    return FALSE;
  file->classes = ty_table_list_of (loader->database, &ty_difficulty_info, "unit", file->unit, error);
  if (file->classes == NULL)
    return FALSE;

  g_ptr_array_sort (file->years, compare_years);
  g_ptr_array_sort (file->classes, compare_classes);
  for (guint i = 0; i < file->classes->len && file->class_now < 0; i++)
    if (is_held (loader, g_ptr_array_index (file->classes, i), TY_DIFFICULTY_FROM_DATE,
                 TY_DIFFICULTY_UNTIL_DATE))
      file->class_now = (int) i;
  return TRUE;
}

static void
count (Loader    *loader,
       TyColumns *columns,
       TyViews   *views)
{
  g_autoptr(TyView) view = ty_views_get (views, columns, loader->as_of, loader->file->unit, 0);
  guint32 unit = ty_units_find (ty_columns_get_units (columns), loader->file->unit);

  count_figures (loader->file, view, views);
  loader->file->weak_income = ty_county_rules_get_weak_economy_income (ty_columns_get_rules (columns));
  loader->file->n_reserves = count_reserves (view, views);
  if (loader->file->is_village)
    ty_village_ages_count (loader->file, view, views);
  loader->file->dual_role = unit != TY_UNIT_NONE
                            && (ty_view_get_unit_facts (view, TY_FACT_DUAL_ROLE)[unit]
                                & TY_FACT_DUAL_ROLE) != 0;
}

/**
 * ty_village_loader_load:
 * @database: a connection
 * @columns: everybody, of the same state of the file
 * @views: where views are kept
 * @unit: key of a village or a township
 * @as_of: the cut-off date
 * @error: %TY_STORE_ERROR_NOT_FOUND where the file does not know the unit any more
 *
 * Returns: (transfer full) (nullable): everything about it
 */
TyVillageFile *
ty_village_loader_load (TyDatabase  *database,
                        TyColumns   *columns,
                        TyViews     *views,
                        gint64       unit,
                        TyDate       as_of,
                        GError     **error)
{
  g_autoptr(TyVillageFile) file = g_new0 (TyVillageFile, 1);
  g_autoptr(TyRecord) record = ty_table_get (database, &ty_unit_info, unit, error);
  g_auto(Loader) loader = { .database = database, .as_of = as_of, .file = file };

  if (record == NULL)
    return NULL;

  file->unit = unit;
  file->teams = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_team_free);
  file->ages = ty_village_ages_new ();
  loader.names = ty_unit_names_new (database);
  load_state (&loader);
  file->seats = ty_table_list_of (database, &ty_seat_info, "unit", unit, error);
  if (file->seats == NULL)
    return NULL;
  g_ptr_array_sort (file->seats, compare_seats);
  if (!load_teams (&loader, error) || !load_years (&loader, error))
    return NULL;

  file->reserves = ty_village_reserves_load (database, loader.names, unit, as_of, error);
  if (file->reserves == NULL)
    return NULL;
  count (&loader, columns, views);
  file->actions = ty_history_list_of (database, "unit", unit, N_ACTIONS, error);
  return file->actions != NULL ? g_steal_pointer (&file) : NULL;
}
