/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-plan"

#include "config.h"

#include "ty-pairing-plan-private.h"

#include "ty-code-list.h"
#include "ty-pairing-table.h"
#include "ty-pairing.h"
#include "ty-programme-weight.h"
#include "ty-programme.h"
#include "ty-table.h"
#include "ty-unit-names.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a plan is made of is read here: rules, mentees, mentors, and what is between them. */

#define N_NAMED 5 /* people who are named in one sentence */

/* Adds what somebody has to be told. */
void
ty_pairing_plan_say (GPtrArray *messages,
                     char      *sentence)
{
  g_ptr_array_add (messages, sentence);
}


/* Finds the number of somebody among those who stand in the order of the keys. */
gboolean
ty_pairing_plan_find_number (GPtrArray *people,
                             gint64     person,
                             guint     *number)
{
  guint low = 0;
  guint high = people->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (ty_plan_person_get_key (g_ptr_array_index (people, middle)) < person)
        low = middle + 1;
      else
        high = middle;
    }
  *number = low;
  return low < people->len && ty_plan_person_get_key (g_ptr_array_index (people, low)) == person;
}

static gboolean
says_yes (TyRecord *record,
          guint     field)
{
  return g_strcmp0 (ty_record_get_text (record, field), "yes") == 0;
}

static void
read_rules (TyPairingPool *self)
{
  TyPairingPlan *plan = self->plan;
  TyRecord *programme = plan->programme->programme;
  const char *level = ty_record_get_text (programme, TY_PROGRAMME_LEVEL);
  TyCode *code = level != NULL ? ty_code_list_lookup (ty_code_list_get_shipped ("unit_level"), level) : NULL;

  ty_fit_rules_init (&plan->rules);
  for (guint i = 0; i < plan->programme->weights->len; i++)
    {
      TyRecord *row = g_ptr_array_index (plan->programme->weights, i);
      TyFitCriterion criterion;

      if (ty_fit_criterion_parse (ty_record_get_text (row, TY_PROGRAMME_WEIGHT_CRITERION), &criterion))
        plan->rules.weights[criterion] = (int) CLAMP (ty_record_get_integer (row, TY_PROGRAMME_WEIGHT_WEIGHT),
                                                      0, TY_FIT_MAX_WEIGHT);
    }
  plan->rules.superior_allowed = says_yes (programme, TY_PROGRAMME_SUPERIOR);
  plan->rules.levels = code != NULL ? 1u << ty_code_get_integer (code, "depth") : 0;
  plan->rules.levels_only = says_yes (programme, TY_PROGRAMME_LEVEL_ONLY);
  plan->keep = (int) CLAMP (ty_record_get_integer (programme, TY_PROGRAMME_KEEP), 0, TY_FIT_MAX_WEIGHT);
}

static void
find_places (TyPairingPool *self,
             gint64  unit,
             gint64 *village,
             gint64 *township)
{
  TyUnits *units = ty_columns_get_units (ty_view_get_columns (self->view));
  TyUnitTree *tree = ty_view_get_tree (self->view);
  guint32 number = unit != 0 ? ty_units_find (units, unit) : TY_UNIT_NONE;
  const TyUnitSpan *span = number != TY_UNIT_NONE ? ty_unit_tree_get_span (tree, number) : NULL;
  guint32 above;

  *village = 0;
  *township = 0;
  if (span == NULL)
    return;

  if (span->level == g_quark_from_static_string ("village"))
    *village = unit;
  above = ty_unit_tree_get_at_level (tree, number, "township");
  if (above != TY_UNIT_NONE)
    *township = ty_units_get_id (units, above);
}

/* Bits of the list of strengths, in its order. */
static guint64
get_strength_bit (const char *key)
{
  TyCodeList *list = ty_code_list_get_shipped ("strength");

  for (guint i = 0; i < MIN (ty_code_list_get_n_items (list), 64); i++)
    if (strcmp (ty_code_get_key (ty_code_list_get_item (list, i)), key) == 0)
      return (guint64) 1 << i;
  return 0;
}

static guint64
get_industry_bits (void)
{
  TyCodeList *list = ty_code_list_get_shipped ("strength");
  guint64 bits = 0;

  for (guint i = 0; i < MIN (ty_code_list_get_n_items (list), 64); i++)
    if (ty_code_get_flag (ty_code_list_get_item (list, i), "industry"))
      bits |= (guint64) 1 << i;
  return bits;
}

static guint64
find_needed_strengths (const char *kind)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("need_kind"), kind);
  const char *wanted = code != NULL ? ty_code_get_attribute (code, "strengths") : NULL;
  g_auto(GStrv) keys = g_strsplit (wanted != NULL ? wanted : "", ";", -1);
  guint64 bits = 0;

  for (guint i = 0; keys[i] != NULL; i++)
    bits |= get_strength_bit (keys[i]);
  return bits;
}

static gboolean
names_industry (TyCode     *code,
                const char *text)
{
  const char *synonyms = ty_code_get_attribute (code, "synonyms");
  g_auto(GStrv) words = g_strsplit (synonyms != NULL ? synonyms : "", ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && strstr (text, words[i]) != NULL)
      return TRUE;
  return strstr (text, ty_code_get_label_in (code, TY_LANGUAGE_ZH_CN)) != NULL;
}

/* What a village says of its industries is free text. */
static guint64
find_industries (const char *text)
{
  TyCodeList *list = ty_code_list_get_shipped ("strength");
  guint64 bits = 0;

  for (guint i = 0; i < MIN (ty_code_list_get_n_items (list), 64); i++)
    {
      TyCode *code = ty_code_list_get_item (list, i);

      if (ty_code_get_flag (code, "industry") && names_industry (code, text))
        bits |= (guint64) 1 << i;
    }
  return bits;
}

static char *
dup_unit_name (TyPairingPool *self,
               gint64  unit)
{
  return unit != 0 ? g_strdup (ty_unit_names_get (self->names, unit, self->plan->as_of)) : NULL;
}

static TyPlanMentee *
add_mentee (TyPairingPool *self,
            gint64  person)
{
  TyPlanMentee *mentee = g_new0 (TyPlanMentee, 1);
  TyDate until = ty_record_get_date (self->plan->programme->programme, TY_PROGRAMME_UNTIL_DATE);
  int months = (int) ty_record_get_integer (self->plan->programme->programme, TY_PROGRAMME_MONTHS);
  int end = months > 0 ? ty_date_to_days (ty_date_add_months (self->plan->as_of, months)) : G_MAXINT;

  mentee->fit.person = person;
  mentee->fit.from = ty_date_to_days (self->plan->as_of);
  /* Who is paired when a programme ends goes on. */
  mentee->fit.until = ty_date_compare (until, self->plan->as_of) > 0 ? MIN (end, ty_date_to_days (until)) : end;
  mentee->needs = g_ptr_array_new ();
  g_ptr_array_add (self->plan->mentees, mentee);
  return mentee;
}

/* Needs come by person, so that mentees stand in the order of the keys. */
static void
collect_mentees (TyPairingPool *self)
{
  TyPlanMentee *mentee = NULL;

  for (guint i = 0; i < self->plan->needs->needs->len; i++)
    {
      TyPairingNeed *need = g_ptr_array_index (self->plan->needs->needs, i);

      if (mentee == NULL || mentee->fit.person != need->person)
        mentee = add_mentee (self, need->person);
      g_ptr_array_add (mentee->needs, need);
      mentee->urgency = MAX (mentee->urgency, need->urgency);
      mentee->fit.needs |= find_needed_strengths (need->kind);
      if (mentee->unit == 0)
        mentee->unit = need->unit;
    }
  for (guint i = 0; i < self->plan->mentees->len; i++)
    {
      mentee = g_ptr_array_index (self->plan->mentees, i);
      find_places (self, mentee->unit, &mentee->fit.village, &mentee->fit.township);
      mentee->unit_name = dup_unit_name (self, mentee->unit);
    }
}

static gboolean
read_names (TyPairingPool *self,
            GError **error)
{
  GPtrArray *mentees = self->plan->mentees;
  g_autofree gint64 *people = g_new (gint64, mentees->len + 1);
  g_autoptr(GPtrArray) rows = NULL;

  for (guint i = 0; i < mentees->len; i++)
    people[i] = ty_plan_person_get_key (g_ptr_array_index (mentees, i));
  rows = ty_pairing_table_list_names (self->database, people, mentees->len, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyPairingTextRow *row = g_ptr_array_index (rows, i);
      guint number;

      if (!ty_pairing_plan_find_number (mentees, row->key, &number))
        continue;
      ((TyPlanMentee *) g_ptr_array_index (mentees, number))->name = g_strdup (row->name);
      g_ptr_array_index (self->births, number) = g_strdup (row->other);
    }
  for (guint i = 0; rows != NULL && i < mentees->len; i++)
    {
      TyPlanMentee *mentee = g_ptr_array_index (mentees, i);

      if (mentee->name == NULL)
        mentee->name = g_strdup ("—");
    }
  return rows != NULL;
}

static gboolean
read_industries (TyPairingPool *self,
                 GError **error)
{
  g_autoptr(GPtrArray) rows = ty_pairing_table_list_industries (self->database, self->plan->as_of.year, error);
  g_autoptr(GHashTable) texts = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_hash_table_replace (texts, &((TyPairingTextRow *) g_ptr_array_index (rows, i))->key,
                          ((TyPairingTextRow *) g_ptr_array_index (rows, i))->name);
  for (guint i = 0; rows != NULL && i < self->plan->mentees->len; i++)
    {
      TyPlanMentee *mentee = g_ptr_array_index (self->plan->mentees, i);
      const char *text = g_hash_table_lookup (texts, &mentee->fit.village);

      mentee->fit.industries = text != NULL ? find_industries (text) : 0;
    }
  return rows != NULL;
}

/* Somebody may be in the pool for several units: what is in force counts, else what begins first. */
static gboolean
is_better_row (const TyMentorRow *row,
               const TyMentorRow *other,
               TyDate             as_of)
{
  gboolean now = ty_date_compare (row->from, as_of) <= 0;
  gboolean other_now = ty_date_compare (other->from, as_of) <= 0;

  return now != other_now ? now : !now && ty_date_compare (row->from, other->from) < 0;
}

static void
add_mentor (TyPairingPool *self,
            TyMentorRow *row)
{
  TyPlanMentor *mentor = g_new0 (TyPlanMentor, 1);
  TyCode *code = row->level != NULL
                   ? ty_code_list_lookup (ty_code_list_get_shipped ("unit_level"), row->level) : NULL;

  mentor->fit.person = row->person;
  mentor->fit.capacity = row->capacity;
  mentor->fit.level = code != NULL ? (guint) ty_code_get_integer (code, "depth") : 0;
  mentor->fit.from = ty_date_is_known (row->from) ? ty_date_to_days (row->from) : G_MININT;
  mentor->fit.until = ty_date_is_known (row->until) ? ty_date_to_days (row->until) : G_MAXINT;
  mentor->name = g_strdup (row->name);
  mentor->level = g_strdup (row->level);
  mentor->unit = row->unit;
  mentor->unit_name = dup_unit_name (self, row->unit);
  find_places (self, row->unit, &mentor->fit.village, &mentor->fit.township);
  g_ptr_array_add (self->plan->mentors, mentor);
  g_ptr_array_add (self->mentor_rows, row);
}

static void
collect_mentors (TyPairingPool *self,
                 GPtrArray *rows)
{
  TyMentorRow *best = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      TyMentorRow *row = g_ptr_array_index (rows, i);

      if (ty_date_is_known (row->until) && ty_date_compare (row->until, self->plan->as_of) <= 0)
        continue;
      if (best != NULL && best->person != row->person)
        add_mentor (self, best);
      if (best == NULL || best->person != row->person || is_better_row (row, best, self->plan->as_of))
        best = row;
    }
  if (best != NULL)
    add_mentor (self, best);
}

static gboolean
read_strengths (TyPairingPool *self,
                GError **error)
{
  g_autoptr(GPtrArray) rows = ty_pairing_table_list_strengths (self->database, error);
  guint64 industries = get_industry_bits ();

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyPairingTextRow *row = g_ptr_array_index (rows, i);
      TyPlanMentor *mentor;
      guint number;

      if (!ty_pairing_plan_find_number (self->plan->mentors, row->key, &number))
        continue;
      mentor = g_ptr_array_index (self->plan->mentors, number);
      mentor->fit.strengths |= get_strength_bit (row->name);
      mentor->fit.industries = mentor->fit.strengths & industries;
    }
  return rows != NULL;
}

/* Since the first post, until the last one ended. */
static guint
find_years (TyPairingPool *self,
            const TyChunk *chunk,
            guint          index)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM);
  const gint32 *until = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_UNTIL);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  gint32 today = ty_date_to_days (self->plan->as_of);
  gint32 begin = G_MAXINT;
  gint32 end = G_MININT;

  for (guint i = first[index]; i < first[index + 1]; i++)
    if ((ty_view_get_post_facts (self->view, post[i]) & TY_FACT_ANYWHERE) != 0
        && from[i] != TY_DAY_FIRST && from[i] <= today)
      {
        begin = MIN (begin, from[i]);
        end = MAX (end, MIN (until[i], today));
      }
  return end > begin ? (guint) ((end - begin) / 365.2425) : 0;
}

static void
find_experience (TyPairingPool *self)
{
  for (guint i = 0; i < self->plan->mentors->len; i++)
    {
      TyPlanMentor *mentor = g_ptr_array_index (self->plan->mentors, i);
      const TyChunk *chunk;
      guint index;

      if (ty_pairing_pool_find_chunk (self, mentor->fit.person, &chunk, &index))
        mentor->fit.years = find_years (self, chunk, index);
    }
}

static gboolean
is_present (TyRecord *pairing)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("pairing_state"),
                                      ty_record_get_text (pairing, TY_PAIRING_STATE));

  return code != NULL && ty_code_get_flag (code, "present");
}

static gboolean
went_well (TyRecord *pairing)
{
  const char *result = ty_record_get_text (pairing, TY_PAIRING_RESULT);
  TyCode *code = result != NULL
                   ? ty_code_list_lookup (ty_code_list_get_shipped ("pairing_result"), result) : NULL;

  return code != NULL && ty_code_get_flag (code, "good");
}

static void
take_load (TyPairingPool *self,
           gint64  mentor,
           guint  *of_programme)
{
  guint number;

  if (!ty_pairing_plan_find_number (self->plan->mentors, mentor, &number))
    return;
  ((TyPlanMentor *) g_ptr_array_index (self->plan->mentors, number))->fit.load++;
  if (of_programme != NULL)
    of_programme[number]++;
}

/* Who has a pair in the programme that the plan does not decide anew. */
static void
say_not_planned (TyPairingPool *self,
                 TyRecord *pairing)
{
  gint64 people[2] = { ty_record_get_integer (pairing, TY_PAIRING_PERSON),
                       ty_record_get_integer (pairing, TY_PAIRING_MENTOR) };
  g_autoptr(GPtrArray) names = ty_pairing_table_list_names (self->database, people, 2, NULL);
  const TyChunk *chunk;
  guint index;

  if (names == NULL || names->len != 2 || !ty_pairing_pool_find_chunk (self, people[0], &chunk, &index))
    return;
  for (guint i = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING)[index];
       i < TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING)[index + 1]; i++)
    if (ty_view_is_held (self->view, chunk, i))
      return;

  ty_pairing_plan_say (self->plan->facts,
                       /* Translators: a mentee, and the mentor */
                       g_strdup_printf (_("%s has left all posts and pools. End the pairing with %s."),
                                        ((TyPairingTextRow *) g_ptr_array_index (names, 0))->name,
                                        ((TyPairingTextRow *) g_ptr_array_index (names, 1))->name));
}

/* The pair of a mentee that began first is decided anew; all others take a place of their mentor. */
static void
take_present (TyPairingPool *self,
              TyRecord *pairing,
              guint    *of_programme)
{
  gint64 mentor = ty_record_get_integer (pairing, TY_PAIRING_MENTOR);
  gint64 person = ty_record_get_integer (pairing, TY_PAIRING_PERSON);
  TyPlanMentee *mentee = NULL;
  guint number;

  if (ty_record_get_integer (pairing, TY_PAIRING_PROGRAMME)
      != ty_record_get_integer (self->plan->programme->programme, TY_PROGRAMME_ID))
    {
      take_load (self, mentor, NULL);
      return;
    }
  if (ty_pairing_plan_find_number (self->plan->mentees, person, &number))
    mentee = g_ptr_array_index (self->plan->mentees, number);
  else
    say_not_planned (self, pairing);
  if (mentee == NULL || mentee->present != NULL)
    {
      take_load (self, mentor, of_programme);
      if (mentee != NULL)
        ty_pairing_pool_add_tie (self, person, mentor, TY_FIT_TIE_EXCLUDED);
      return;
    }

  mentee->present = g_object_ref (pairing);
  mentee->locked = says_yes (pairing, TY_PAIRING_LOCKED);
  ty_pairing_pool_add_tie (self, person, mentor, TY_FIT_TIE_PAIRED);
}

static gboolean
read_pairings (TyPairingPool *self,
               GError **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (self->database, &ty_pairing_info,
                                                      "ORDER BY person, id", error);
  g_autoptr(GPtrArray) rows = statement != NULL ? ty_table_collect (statement, &ty_pairing_info, error) : NULL;
  g_autofree guint *of_programme = g_new0 (guint, self->plan->mentors->len + 1);
  guint most = (guint) CLAMP (ty_record_get_integer (self->plan->programme->programme, TY_PROGRAMME_CAPACITY),
                              0, 1000);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *pairing = g_ptr_array_index (rows, i);

      if (is_present (pairing))
        take_present (self, pairing, of_programme);
      else if (went_well (pairing))
        ty_pairing_pool_add_tie (self, ty_record_get_integer (pairing, TY_PAIRING_PERSON),
                 ty_record_get_integer (pairing, TY_PAIRING_MENTOR), TY_FIT_TIE_SUCCEEDED);
    }
  for (guint i = 0; rows != NULL && i < self->plan->mentors->len; i++)
    {
      TyPlanMentor *mentor = g_ptr_array_index (self->plan->mentors, i);
      guint free = mentor->fit.capacity - MIN (mentor->fit.load, mentor->fit.capacity);

      mentor->room = MIN (free, most - MIN (of_programme[i], most));
      mentor->fit.load = mentor->fit.capacity - mentor->room;
    }
  return rows != NULL;
}

/* Names in one sentence, and how many more. */
static char *
dup_names (GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (names->len, N_NAMED); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ty_words_get_separator () : "",
                            (const char *) g_ptr_array_index (names, i));
  if (names->len > N_NAMED)
    g_string_append_printf (text, ngettext (" and %u other", " and %u others", names->len - N_NAMED),
                            names->len - N_NAMED);
  return g_string_free (text, FALSE);
}

static void
say_without_room (TyPairingPool *self)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *all = NULL;

  for (guint i = 0; i < self->plan->mentors->len; i++)
    {
      TyPlanMentor *mentor = g_ptr_array_index (self->plan->mentors, i);

      if (mentor->fit.capacity == 0)
        g_ptr_array_add (names, mentor->name);
    }
  if (names->len == 0)
    return;
  all = dup_names (names);
  ty_pairing_plan_say (self->plan->facts,
                       g_strdup_printf (_("In the pool it is said of %s that there is room for no mentee."), all));
}

static void
say_what_is_odd (TyPairingPool *self)
{
  TyPairingPlan *plan = self->plan;
  TyRecord *programme = plan->programme->programme;
  const char *name = ty_record_get_text (programme, TY_PROGRAMME_NAME);
  TyDate from = ty_record_get_date (programme, TY_PROGRAMME_FROM_DATE);
  TyDate until = ty_record_get_date (programme, TY_PROGRAMME_UNTIL_DATE);

  if (ty_date_is_known (until) && ty_date_compare (until, plan->as_of) <= 0)
    {
      g_autofree char *day = ty_date_to_record (until);

      plan->closed = TRUE;
      ty_pairing_plan_say (plan->facts,
                           g_strdup_printf (_("The programme “%s” ended on %s: nobody new is paired, and "
                                              "who is paired goes on."), name, day));
    }
  if (ty_date_is_known (from) && ty_date_compare (from, plan->as_of) > 0)
    {
      g_autofree char *day = ty_date_to_record (from);

      plan->closed = TRUE;
      ty_pairing_plan_say (plan->facts,
                           g_strdup_printf (_("The programme “%s” begins on %s: until then nobody is paired."),
                                            name, day));
    }
  if (plan->mentors->len == 0)
    ty_pairing_plan_say (plan->facts, g_strdup (_("There are no mentors in the pool on this day. Enter some in the "
                                                  "profiles, import them, or let the records propose some: menu of "
                                                  "the programme on the board.")));
  if (plan->mentees->len == 0)
    ty_pairing_plan_say (plan->facts, g_strdup_printf (_("By the needs of the programme “%s” nobody is in need "
                                                         "of a mentor on this day."), name));
  if (ty_record_get_integer (programme, TY_PROGRAMME_CAPACITY) <= 0)
    ty_pairing_plan_say (plan->facts, g_strdup_printf (_("The programme “%s” allows a mentor no mentee. Enter "
                                                         "how many there may be."), name));
  if (!ty_fit_rules_say_anything (&plan->rules))
    ty_pairing_plan_say (plan->facts, g_strdup_printf (_("In the programme “%s” no criterion has any points: all "
                                                         "pairs fit alike."), name));
  say_without_room (self);
}

static void
find_present_names (TyPairingPool *self)
{
  for (guint i = 0; i < self->plan->mentees->len; i++)
    {
      TyPlanMentee *mentee = g_ptr_array_index (self->plan->mentees, i);
      gint64 mentor = mentee->present != NULL ? ty_record_get_integer (mentee->present, TY_PAIRING_MENTOR) : 0;
      g_autoptr(GPtrArray) names = NULL;

      if (mentor == 0)
        continue;
      names = ty_pairing_table_list_names (self->database, &mentor, 1, NULL);
      if (names != NULL && names->len == 1)
        mentee->present_name = g_strdup (((TyPairingTextRow *) g_ptr_array_index (names, 0))->name);
    }
}

static gboolean
read_all (TyPairingPool *self,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(GPtrArray) rows = ty_pairing_table_list_mentors (self->database, error);

  if (rows == NULL)
    return FALSE;
  read_rules (self);
  collect_mentees (self);
  collect_mentors (self, rows);
  g_ptr_array_set_size (self->births, (int) self->plan->mentees->len);
  for (guint i = 0; i < self->plan->mentees->len; i++)
    g_ptr_array_add (self->plan->ties, g_array_new (FALSE, FALSE, sizeof (TyPlanTie)));
  if (!read_names (self, error) || !read_industries (self, error) || !read_strengths (self, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  find_experience (self);
  if (!read_pairings (self, error) || !ty_pairing_pool_read_ties (self, error))
    return FALSE;
  find_present_names (self);
  say_what_is_odd (self);
  return TRUE;
}

/* Reads mentees, mentors and what is between them into a plan whose programme and needs are known. */
gboolean
ty_pairing_pool_read (TyPairingPlan  *self,
                      TyView         *view,
                      TyDatabase     *database,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_autoptr(TyUnitNames) names = ty_unit_names_new (database);
  g_autoptr(GPtrArray) mentor_rows = g_ptr_array_new ();
  g_autoptr(GPtrArray) births = g_ptr_array_new_with_free_func (g_free);
  TyPairingPool pool = { .plan = self, .view = view, .database = database, .names = names,
                .mentor_rows = mentor_rows, .births = births };

  return read_all (&pool, cancellable, error);
}
