/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filter-field"

#include "config.h"

#include "ty-filter-field.h"

#include "ty-code-list.h"
#include "ty-condition.h"
#include "ty-who.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TyFilterWord elected[] = {
  /* Translators: who serves in the village for the first time (新任), and who served before (连任) */
  { "new", N_("Newly elected") },
  { "again", N_("Elected again") },
  { NULL, NULL },
};

static const TyFilterWord missing[] = {
  { "birth", N_("Born") },
  { "ethnicity", N_("Ethnicity") },
  { "native_place", N_("Native place") },
  { "political", N_("Political status") },
  { "party_date", N_("Joined the party") },
  { "work_date", N_("Started work") },
  { "health", N_("Health") },
  { "marital", N_("Marital status") },
  { "id_number", N_("ID number") },
  { "phone", N_("Phone") },
  { "address", N_("Address") },
  { "photo", N_("Photo") },
  { "education", N_("Education") },
  { "resume_entry", N_("Résumé") },
  { "family_member", N_("Family members") },
  { NULL, NULL },
};

#define PERSON N_("Person")
#define STUDY N_("Education")
#define POST N_("Posts and Election")
#define POOLS N_("Reserves and Mentors")
#define MERITS N_("Results, Honours and Penalties")
#define FILE_ N_("Personal File")

#define YEARS(key, label, group) { key, label, group, TY_FILTER_YEARS, TY_FILTER_OF_COLUMNS, NULL, NULL }
#define VALUES(key, label, group) \
  { key, label, group, TY_FILTER_CHOICE, TY_FILTER_OF_DIMENSION, NULL, NULL }
#define CODES(key, label, group, codes) \
  { key, label, group, TY_FILTER_CHOICE, TY_FILTER_OF_CODES, codes, NULL }
#define WORDS(key, label, group, words) \
  { key, label, group, TY_FILTER_CHOICE, TY_FILTER_OF_WORDS, NULL, words }
#define TEXT(key, label, group) \
  { key, label, group, TY_FILTER_TEXT, TY_FILTER_OF_RECORDS, NULL, NULL }
#define ROWS(key, label, group) \
  { key, label, group, TY_FILTER_ROWS, TY_FILTER_OF_RECORDS, NULL, NULL }

static const TyFilterField fields[] = {
  YEARS ("age", N_("Age"), PERSON),
  VALUES ("sex", N_("Sex"), PERSON),
  VALUES ("ethnicity", N_("Ethnicity"), PERSON),
  VALUES ("political", N_("Political status"), PERSON),
  YEARS ("party_years", N_("Years in the party"), PERSON),
  YEARS ("work_years", N_("Years of work"), PERSON),
  VALUES ("source", N_("Source"), PERSON),
  CODES ("marital", N_("Marital status"), PERSON, "marital"),
  CODES ("health", N_("Health"), PERSON, "health"),
  TEXT ("name", N_("Name"), PERSON),
  TEXT ("native_place", N_("Native place"), PERSON),
  TEXT ("birth_place", N_("Birthplace"), PERSON),
  TEXT ("skill", N_("Special skill"), PERSON),
  VALUES ("education", N_("Education"), STUDY),
  VALUES ("full_time_education", N_("Full-time education"), STUDY),
  VALUES ("in_service_education", N_("In-service education"), STUDY),
  VALUES ("degree", N_("Degree"), STUDY),
  ROWS ("school", N_("School"), STUDY),
  { "who", N_("Role"), POST, TY_FILTER_CHOICE, TY_FILTER_OF_WHO, NULL, NULL },
  { "is", N_("Situation"), POST, TY_FILTER_CHOICE, TY_FILTER_OF_CONDITIONS, NULL, NULL },
  VALUES ("post", N_("Post"), POST),
  VALUES ("body", N_("Body"), POST),
  { "unit", N_("Unit"), POST, TY_FILTER_UNIT, TY_FILTER_OF_COLUMNS, NULL, NULL },
  VALUES ("unit_kind", N_("Village or community"), POST),
  VALUES ("unit_class", N_("Difficulty class"), POST),
  VALUES ("weak_economy", N_("Collective economy"), POST),
  VALUES ("party_form", N_("Form of the party organization"), POST),
  YEARS ("tenure", N_("Years in the post"), POST),
  YEARS ("village_years", N_("Years in the village"), POST),
  { "term", N_("Elected in the term of"), POST, TY_FILTER_CHOICE, TY_FILTER_OF_TERMS, NULL, NULL },
  WORDS ("elected", N_("New or again"), POST, elected),
  CODES ("batch", N_("Batch"), POST, "batch"),
  CODES ("appointed_how", N_("How appointed"), POST, "appointment_how"),
  CODES ("end_reason", N_("Reason of the end"), POST, "end_reason"),
  ROWS ("document", N_("Document"), POST),
  VALUES ("duty", N_("To do"), POST),
  CODES ("reserve_post", N_("Reserve for the post"), POOLS, "post"),
  CODES ("reserve_way_in", N_("Way into the reserves"), POOLS, "reserve_way_in"),
  CODES ("reserve_way_out", N_("Way out of the reserves"), POOLS, "reserve_way_out"),
  VALUES ("need", N_("Need of a mentor"), POOLS),
  VALUES ("coverage", N_("Coverage by mentors"), POOLS),
  CODES ("mentor_level", N_("Mentor level"), POOLS, "unit_level"),
  { "annual_result", N_("Annual result"), MERITS, TY_FILTER_RESULT, TY_FILTER_OF_CODES,
    "annual_result", NULL },
  VALUES ("appraisal_grade", N_("Last appraisal"), MERITS),
  VALUES ("training", N_("Training in the year"), MERITS),
  ROWS ("honour", N_("Honour"), MERITS),
  ROWS ("penalty", N_("Penalty"), MERITS),
  ROWS ("penalty_in_force", N_("Penalty in force"), MERITS),
  ROWS ("resume", N_("Résumé"), FILE_),
  ROWS ("family", N_("Family members"), FILE_),
  TEXT ("note", N_("Note"), FILE_),
  { "list", N_("Named list"), FILE_, TY_FILTER_CHOICE, TY_FILTER_OF_LISTS, NULL, NULL },
  WORDS ("missing", N_("Not filled in"), FILE_, missing),
};

static const char *const hows[TY_N_FILTER_HOWS] = {
  "between", "at_least", "at_most", "is", "contains", "filled", "empty",
};

/**
 * ty_filter_field_get_n:
 *
 * Returns: how many fields there are
 */
guint
ty_filter_field_get_n (void)
{
  return G_N_ELEMENTS (fields);
}

/**
 * ty_filter_field_get:
 * @number: which, from 0
 *
 * Returns: (transfer none): the field; those of one group stand together
 */
const TyFilterField *
ty_filter_field_get (guint number)
{
  g_return_val_if_fail (number < G_N_ELEMENTS (fields), NULL);

  return &fields[number];
}

/**
 * ty_filter_field_find:
 * @key: a word
 *
 * Returns: (transfer none) (nullable): the field of that word
 */
const TyFilterField *
ty_filter_field_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i].key, key) == 0)
      return &fields[i];

  return NULL;
}

/**
 * ty_filter_field_dup_label:
 * @self: a field
 *
 * Returns: (transfer full): its name in the user’s language
 */
char *
ty_filter_field_dup_label (const TyFilterField *self)
{
  return g_strdup (_(self->label));
}

/**
 * ty_filter_field_dup_group:
 * @self: a field
 *
 * Returns: (transfer full): the heading under which it is offered, in the user’s language
 */
char *
ty_filter_field_dup_group (const TyFilterField *self)
{
  return g_strdup (_(self->group));
}

/**
 * ty_filter_field_is_of_records:
 * @self: a field
 *
 * Returns: whether records are read to answer it, which takes a connection
 */
gboolean
ty_filter_field_is_of_records (const TyFilterField *self)
{
  return self->source >= TY_FILTER_OF_CODES;
}

/**
 * ty_filter_field_allows:
 * @self: a field
 * @how: a comparison
 *
 * Returns: whether the field can be compared so
 */
gboolean
ty_filter_field_allows (const TyFilterField *self,
                        TyFilterHow          how)
{
  switch (self->kind)
    {
    case TY_FILTER_YEARS:
      return how == TY_FILTER_BETWEEN || how == TY_FILTER_AT_LEAST || how == TY_FILTER_AT_MOST;
    case TY_FILTER_TEXT:
    case TY_FILTER_ROWS:
      return how == TY_FILTER_CONTAINS || how == TY_FILTER_FILLED || how == TY_FILTER_EMPTY;
    case TY_FILTER_CHOICE:
    case TY_FILTER_UNIT:
    case TY_FILTER_RESULT:
    default:
      return how == TY_FILTER_IS;
    }
}

/**
 * ty_filter_field_dup_how:
 * @self: a field
 * @how: a comparison that it allows
 *
 * Returns: (transfer full): the name of the comparison in the user’s language
 */
char *
ty_filter_field_dup_how (const TyFilterField *self,
                         TyFilterHow          how)
{
  gboolean rows = self->kind == TY_FILTER_ROWS;

  switch (how)
    {
    case TY_FILTER_BETWEEN:
      return g_strdup (C_("comparison of a filter", "between"));
    case TY_FILTER_AT_LEAST:
      return g_strdup (C_("comparison of a filter", "at least"));
    case TY_FILTER_AT_MOST:
      return g_strdup (C_("comparison of a filter", "at most"));
    case TY_FILTER_CONTAINS:
      return g_strdup (C_("comparison of a filter", "contains"));
    case TY_FILTER_FILLED:
      return g_strdup (rows ? C_("comparison of a filter", "has any")
                            : C_("comparison of a filter", "is filled in"));
    case TY_FILTER_EMPTY:
      return g_strdup (rows ? C_("comparison of a filter", "has none")
                            : C_("comparison of a filter", "is not filled in"));
    case TY_FILTER_IS:
    default:
      return g_strdup (C_("comparison of a filter", "is one of"));
    }
}

static char *
dup_word_label (const TyFilterWord *words,
                const char         *key)
{
  for (; words->key != NULL; words++)
    if (strcmp (words->key, key) == 0)
      return g_strdup (_(words->label));

  return NULL;
}

static char *
dup_code_label (const char *list,
                const char *key)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped (list), key);

  return code != NULL ? g_strdup (ty_code_get_label (code)) : NULL;
}

/**
 * ty_filter_field_dup_value_label:
 * @self: a field
 * @key: one of its values
 *
 * Returns: (transfer full) (nullable): the name of the value in the user’s language, where it does not
 * depend on what is in the file
 */
char *
ty_filter_field_dup_value_label (const TyFilterField *self,
                                 const char          *key)
{
  TyWho who;
  TyCondition condition;

  switch (self->source)
    {
    case TY_FILTER_OF_WHO:
      return ty_who_parse (key, &who) ? ty_who_dup_label (who) : NULL;
    case TY_FILTER_OF_CONDITIONS:
      return ty_condition_parse (key, &condition) ? ty_condition_dup_label (condition) : NULL;
    case TY_FILTER_OF_CODES:
      return *key == '\0' ? g_strdup (_("not filled in")) : dup_code_label (self->codes, key);
    case TY_FILTER_OF_WORDS:
      return dup_word_label (self->words, key);
    case TY_FILTER_OF_TERMS:
      return g_strdup (key);
    case TY_FILTER_OF_COLUMNS:
    case TY_FILTER_OF_DIMENSION:
    case TY_FILTER_OF_LISTS:
    case TY_FILTER_OF_RECORDS:
    default:
      return NULL;
    }
}

/**
 * ty_filter_how_to_string:
 * @self: a comparison
 *
 * Returns: its word in JSON
 */
const char *
ty_filter_how_to_string (TyFilterHow self)
{
  return hows[self];
}

/**
 * ty_filter_how_parse:
 * @word: a word of ty_filter_how_to_string()
 * @how: (out): its comparison
 *
 * Returns: whether there is such a word
 */
gboolean
ty_filter_how_parse (const char  *word,
                     TyFilterHow *how)
{
  for (guint i = 0; i < TY_N_FILTER_HOWS; i++)
    if (strcmp (hows[i], word) == 0)
      {
        *how = i;
        return TRUE;
      }
  return FALSE;
}
