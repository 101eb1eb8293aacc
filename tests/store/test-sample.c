/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-check.h"
#include "ty-content-hash.h"
#include "ty-database.h"
#include "ty-model.h"
#include "ty-sample.h"
#include "ty-store.h"

#include <glib/gstdio.h>

/* A question to the file, and what the answer may be. */
typedef struct
{
  const char *what;
  const char *sql;
  gint64 least;
  gint64 most;
} Count;

#define END "'2021-12-31'"
#define IN_FORCE(t)                                                                                \
  "coalesce(" t ".from_date, '') <= " END " AND coalesce(" t ".until_date, '9') > " END
#define OVERLAP \
  "coalesce(a.from_date, '') < coalesce(b.until_date, '9') " \
  "AND coalesce(b.from_date, '') < coalesce(a.until_date, '9')"
#define ELECTED(t) "substr(" t ".post, 1, 1) IN ('D', 'C', 'J')"
#define HEAD(t) t ".post IN ('C1', 'J1')"
#define SITTING "SELECT person FROM appointment x WHERE " IN_FORCE ("x") " AND " ELECTED ("x")
#define ANY "SELECT person FROM appointment x WHERE " IN_FORCE ("x")
#define EVER "SELECT person FROM appointment"
#define VILLAGES "SELECT unit FROM unit_state u WHERE level = 'village' AND " IN_FORCE ("u")
#define AGE "(202112 - substr(birth, 1, 4) * 100 - substr(birth, 6, 2)) / 100"
#define AGED "length(birth) = 7 AND " AGE

static char *folder;

static char *
make_sample (const char *name,
             guint       n_villages,
             guint32     seed)
{
  TySampleOptions options = { n_villages, seed };
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  gboolean done = ty_sample_create (path, &options, "tester", NULL, &error);

  g_assert_no_error (error);
  g_assert_true (done);
  return path;
}

static TyStore *
open_sample (const char *path)
{
  g_autoptr(GError) error = NULL;
  TyStore *store = ty_store_open (path, TY_STORE_READ_ONLY, &error);

  g_assert_no_error (error);
  return store;
}

/* The default sample, made once. */
static TyStore *
get_default (void)
{
  static TyStore *store;

  if (store == NULL)
    {
      g_autofree char *path = make_sample ("default.touyan", 0, TY_SAMPLE_DEFAULT_SEED);

      store = open_sample (path);
    }
  return store;
}

static void
assert_counts (TyStore     *store,
               const Count *counts,
               guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 number = -1;

      ty_database_get_integer (ty_store_get_database (store), counts[i].sql, &number, &error);
      g_assert_no_error (error);
      if (number < counts[i].least || number > counts[i].most)
        g_error ("%s: %" G_GINT64_FORMAT " is not between %" G_GINT64_FORMAT
                 " and %" G_GINT64_FORMAT,
                 counts[i].what, number, counts[i].least, counts[i].most);
    }
}

static const Count sizes[] = {
  { "townships",
    "SELECT count(*) FROM unit_state u WHERE level = 'township' AND " IN_FORCE ("u"), 9, 9 },
  { "villages", "SELECT count(*) FROM (" VILLAGES ")", 159, 159 },
  { "communities", "SELECT count(*) FROM unit_state WHERE kind = 'community'", 15, 25 },
  { "subdistricts", "SELECT count(*) FROM unit_state WHERE kind = 'subdistrict'", 1, 1 },
  { "in the two committees", "SELECT count(DISTINCT person) FROM (" SITTING ")", 900, 1200 },
  { "in office", "SELECT count(DISTINCT person) FROM (" ANY ")", 1000, 1250 },
  { "departed",
    "SELECT count(*) FROM person WHERE id NOT IN (" ANY ") AND id IN (" EVER ")", 850, 1150 },
  { "never in office", "SELECT count(*) FROM person WHERE id NOT IN (" EVER ")", 180, 280 },
  { "reserves", "SELECT count(*) FROM reserve WHERE until_date IS NULL", 300, 335 },
  { "mentors", "SELECT count(*) FROM mentor WHERE until_date IS NULL", 80, 140 },
  { "villages with one specialist",
    "SELECT count(*) FROM (SELECT unit FROM appointment a WHERE post = 'P9' AND " IN_FORCE ("a")
    " GROUP BY unit HAVING count(*) = 1)", 159, 159 },
  { "specialists", "SELECT count(*) FROM appointment WHERE post = 'P9'", 159, 159 },
  { "photos", "SELECT count(*) FROM blob WHERE media_type = 'image/png' AND length(bytes) <= 5120", 60, 200 },
  { "attachments", "SELECT count(*) FROM attachment", 200, 450 },
  { "attachments without bytes",
    "SELECT count(*) FROM attachment a WHERE NOT EXISTS (SELECT 1 FROM blob b WHERE b.sha256 = a.sha256 AND "
    "length(b.bytes) = a.size)", 0, 0 },
  { "large photos", "SELECT count(*) FROM blob WHERE length(bytes) > 5120", 0, 0 },
  { "in office without photo",
    "SELECT count(*) FROM person WHERE photo IS NULL AND id IN (" ANY ")", 0, 0 },
  { "departed with photo",
    "SELECT count(*) FROM person WHERE photo NOT NULL AND id NOT IN (" ANY ") AND id IN (" EVER ")",
    400, 700 },
};

static void
test_sizes (void)
{
  GStatBuf status;

  assert_counts (get_default (), sizes, G_N_ELEMENTS (sizes));
  g_assert_cmpint (g_stat (ty_store_get_path (get_default ()), &status), ==, 0);
  g_assert_cmpint (status.st_size, <, 12 * 1024 * 1024);
}

/* What must hold of every row: each question counts the faults. */
static const Count faults[] = {
  { "periods that end before they begin",
    "SELECT count(*) FROM appointment WHERE from_date >= until_date", 0, 0 },
  { "one post twice at a time",
    "SELECT count(*) FROM appointment a JOIN appointment b ON a.person = b.person AND "
    "a.unit = b.unit AND a.post = b.post AND a.id < b.id WHERE " OVERLAP, 0, 0 },
  { "two holders of a post that only one can hold",
    "SELECT count(*) FROM appointment a JOIN appointment b ON a.unit = b.unit AND "
    "a.post = b.post AND a.id < b.id WHERE a.post IN ('D1', 'C1', 'J1', 'S1', 'T1', 'T2', 'X1') "
    "AND " OVERLAP, 0, 0 },
  { "ends without reason",
    "SELECT count(*) FROM appointment WHERE (until_date IS NULL) <> (end_reason IS NULL)", 0, 0 },
  { "posts of another kind of place",
    "SELECT count(*) FROM appointment a JOIN unit_state u ON a.unit = u.unit "
    "WHERE (substr(post, 1, 1) = 'J' AND kind <> 'community') "
    "OR (substr(post, 1, 1) = 'C' AND kind <> 'village') "
    "OR (substr(post, 1, 1) = 'T') <> (level = 'township')", 0, 0 },
  { "posts after the merger",
    "SELECT count(*) FROM appointment a JOIN unit_state u ON a.unit = u.unit "
    "WHERE u.successor NOT NULL AND coalesce(a.until_date, '9') > u.until_date", 0, 0 },
  { "party posts without the party, or before it",
    "SELECT count(*) FROM appointment a JOIN person p ON a.person = p.id "
    "WHERE substr(post, 1, 1) = 'D' AND (political <> '01' OR party_date > from_date)", 0, 0 },
  { "in the party before 18",
    "SELECT count(*) FROM person WHERE length(birth) = 7 AND length(party_date) = 7 AND "
    "replace(party_date, '-', '') - replace(birth, '-', '') < 1800", 0, 0 },
  { "work after the first post",
    "SELECT count(*) FROM person p JOIN appointment a ON a.person = p.id "
    "WHERE work_date > from_date", 0, 0 },
  { "mandates missing",
    "SELECT count(*) FROM appointment a WHERE " ELECTED ("a") " AND " IN_FORCE ("a")
    " AND NOT EXISTS (SELECT 1 FROM mandate m JOIN term t ON m.term = t.id "
             "WHERE m.person = a.person AND m.appointment = a.id AND t.year = 2021)", 0, 0 },
  { "mandates of somebody else",
    "SELECT count(*) FROM mandate m JOIN appointment a ON m.appointment = a.id "
    "WHERE m.person <> a.person", 0, 0 },
  { "gaps in a résumé",
    "SELECT count(*) FROM resume_entry a JOIN resume_entry b ON a.person = b.person AND "
    "b.id = a.id + 1 WHERE a.until_date IS NOT b.from_date", 0, 0 },
  { "résumés that run backwards",
    "SELECT count(*) FROM resume_entry WHERE from_date >= until_date", 0, 0 },
  { "people in office whose résumé is closed",
    "SELECT count(*) FROM person WHERE id IN (" ANY ") AND id NOT IN "
    "(SELECT person FROM resume_entry WHERE until_date IS NULL)", 0, 0 },
  { "families of another size",
    "SELECT count(*) FROM person p WHERE (SELECT count(*) FROM family_member f "
    "WHERE f.person = p.id) NOT BETWEEN 2 AND 5", 0, 0 },
  { "dates in the future", "SELECT count(*) FROM education WHERE until_date > " END, 0, 0 },
  { "codes of somewhere else",
    "SELECT count(*) FROM unit_state WHERE code NOT LIKE '990102%' OR "
    "length(code) <> CASE level WHEN 'county' THEN 6 WHEN 'township' THEN 9 ELSE 12 END", 0, 0 },
  { "codes given twice",
    "SELECT count(*) FROM unit_state a JOIN unit_state b ON a.code = b.code AND a.unit < b.unit",
    0, 0 },
  { "villages of one name in a township",
    "SELECT count(*) FROM unit_state a JOIN unit_state b ON a.parent = b.parent AND "
    "a.name = b.name AND a.unit < b.unit", 0, 0 },
  { "photos that are not there",
    "SELECT count(*) FROM person WHERE photo NOT NULL AND photo NOT IN (SELECT sha256 FROM blob)",
    0, 0 },
  { "phones given twice",
    "SELECT count(*) FROM person a JOIN person b ON a.phone = b.phone AND a.id < b.id", 0, 0 },
  { "people without pinyin",
    "SELECT count(*) FROM person WHERE coalesce(pinyin, '') = ''", 0, 0 },
};

static void
test_faults (void)
{
  assert_counts (get_default (), faults, G_N_ELEMENTS (faults));
}

/* The two pools: what must hold of every row, and both sides of each rule. */
#define MONTHS(t, date) "(substr(" date ", 1, 4) * 12 + substr(" date ", 6, 2) - " \
  "substr(" t ".birth, 1, 4) * 12 - substr(" t ".birth, 6, 2))"
#define RESERVES "reserve r JOIN person p ON p.id = r.person AND length(p.birth) = 7"
static const Count pools[] = {
  { "memberships that end before they begin",
    "SELECT (SELECT count(*) FROM reserve WHERE from_date >= until_date) + "
    "(SELECT count(*) FROM mentor WHERE from_date >= until_date)", 0, 0 },
  { "memberships without a beginning",
    "SELECT (SELECT count(*) FROM reserve WHERE from_date IS NULL OR way_in IS NULL) + "
    "(SELECT count(*) FROM mentor WHERE from_date IS NULL)", 0, 0 },
  { "ends without a way out",
    "SELECT count(*) FROM reserve WHERE (until_date IS NULL) <> (way_out IS NULL)", 0, 0 },
  { "twice in a pool",
    "SELECT (SELECT count(*) - count(DISTINCT person) FROM reserve) + "
    "(SELECT count(*) - count(DISTINCT person) FROM mentor)", 0, 0 },
  { "more than two for a post",
    "SELECT count(*) FROM (SELECT 1 FROM reserve WHERE until_date IS NULL GROUP BY unit, post "
    "HAVING count(*) > 2)", 0, 0 },
  { "reserves for the post they hold",
    "SELECT count(*) FROM reserve r JOIN appointment a ON a.person = r.person AND a.unit = r.unit "
    "AND a.post = r.post WHERE r.until_date IS NULL AND a.until_date IS NULL", 0, 0 },
  { "reserves for a post of another kind of place",
    "SELECT count(*) FROM reserve r JOIN unit_state u ON u.unit = r.unit "
    "WHERE u.level <> 'village' OR (post = 'J1' AND kind <> 'community') OR (post = 'C1' AND kind <> 'village')", 0, 0 },
  { "appointed without the post",
    "SELECT count(*) FROM reserve r WHERE way_out = 'appointed' AND NOT EXISTS (SELECT 1 "
    "FROM appointment a WHERE a.person = r.person AND a.unit = r.unit AND a.post = r.post "
    "AND a.from_date = r.until_date)", 0, 0 },
  { "children",
    "SELECT count(*) FROM " RESERVES " WHERE " MONTHS ("p", "r.from_date") " < 252", 0, 0 },
  { "too young for the age limit",
    "SELECT count(*) FROM " RESERVES " WHERE way_out = 'age' AND "
    MONTHS ("p", "r.until_date") " < 540", 0, 0 },
  { "entries", "SELECT count(DISTINCT substr(from_date, 1, 4)) FROM reserve", 6, 6 },
  { "first entry", "SELECT min(substr(from_date, 1, 4)) FROM reserve", 2020, 2020 },
  { "last entry", "SELECT max(substr(from_date, 1, 4)) FROM reserve", 2025, 2025 },
  { "ways in", "SELECT count(DISTINCT way_in) FROM reserve", 5, 5 },
  { "ways out", "SELECT count(DISTINCT way_out) FROM reserve", 7, 7 },
  { "appointed", "SELECT count(*) FROM reserve WHERE way_out = 'appointed'", 45, 55 },
  { "left otherwise", "SELECT count(*) FROM reserve WHERE way_out <> 'appointed'", 30, 50 },
  { "average age at the end of 2024",
    "SELECT sum(" MONTHS ("p", "'2024-12'") ") / count(*) / 12 FROM " RESERVES
    " WHERE until_date IS NULL", 33, 36 },
  { "women in a hundred reserves",
    "SELECT sum(sex = '2') * 100 / count(*) FROM " RESERVES " WHERE until_date IS NULL", 12, 30 },
  { "with college in a hundred reserves",
    "SELECT sum(r.person IN (SELECT person FROM education WHERE outcome = 'graduated' AND level "
    "IN ('21', '22', '23', '31', '32', '34'))) * 100 / count(*) FROM " RESERVES
    " WHERE r.until_date IS NULL", 60, 98 },
  { "reserves without a post",
    "SELECT count(*) FROM reserve WHERE until_date IS NULL AND person NOT IN (" EVER ")",
    140, 240 },
  { "specialists among them",
    "SELECT count(DISTINCT r.person) FROM reserve r JOIN appointment a ON a.person = r.person "
    "WHERE a.post = 'P9' AND r.until_date IS NULL", 20, 110 },
  { "members of committees among them",
    "SELECT count(DISTINCT r.person) FROM reserve r JOIN appointment a ON a.person = r.person "
    "WHERE " ELECTED ("a") " AND " IN_FORCE ("a") " AND r.until_date IS NULL", 20, 110 },
  { "posts with one reserve",
    "SELECT count(*) FROM (SELECT 1 FROM reserve WHERE until_date IS NULL GROUP BY unit, post "
    "HAVING count(*) = 1)", 1, 15 },
  { "villages without reserves",
    "SELECT count(*) FROM (" VILLAGES ") WHERE unit NOT IN (SELECT unit FROM reserve "
    "WHERE until_date IS NULL)", 1, 5 },
  { "reserves of heads", "SELECT count(*) FROM reserve WHERE post IN ('C1', 'J1')", 4, 40 },
  { "levels of mentors", "SELECT count(DISTINCT level) FROM mentor", 3, 3 },
  { "mentors of a place of another level",
    "SELECT count(*) FROM mentor m JOIN unit_state u ON u.unit = m.unit WHERE m.level <> u.level",
    0, 0 },
  { "mentors of the county", "SELECT count(*) FROM mentor WHERE unit IS NULL", 3, 30 },
  { "least capacity", "SELECT min(capacity) FROM mentor", 1, 1 },
  { "most capacity", "SELECT max(capacity) FROM mentor", 4, 4 },
  { "ended mentors", "SELECT count(*) FROM mentor WHERE until_date NOT NULL", 4, 40 },
  { "departed mentors",
    "SELECT count(*) FROM mentor WHERE person NOT IN (" ANY ") AND person IN (" EVER ")", 30, 90 },
  { "dead mentors",
    "SELECT count(*) FROM mentor m JOIN appointment a ON a.person = m.person "
    "WHERE a.end_reason = 'died'", 0, 0 },
};

static void
test_pools (void)
{
  assert_counts (get_default (), pools, G_N_ELEMENTS (pools));
}

/* Each value of a choice is a key of its code list. */
static void
test_keys (void)
{
  static const struct { const char *table; const char *column; const char *list; } choices[] = {
    { "appointment", "post", "post" },       { "appointment", "body", "body" },
    { "appointment", "how", "appointment_how" }, { "appointment", "end_reason", "end_reason" },
    { "mandate", "source", "source" },       { "mandate", "batch", "batch" },
    { "background", "source", "source" },    { "education", "mode", "education_mode" },
    { "education", "level", "education" },   { "education", "outcome", "education_outcome" },
    { "education", "degree", "degree" },     { "person", "sex", "sex" },
    { "person", "ethnicity", "ethnicity" },  { "person", "political", "political" },
    { "person", "health", "health" },        { "person", "marital", "marital" },
    { "family_member", "relation", "kinship" }, { "family_member", "political", "political" },
    { "annual_result", "result", "annual_result" }, { "unit_state", "level", "unit_level" },
    { "unit_state", "kind", "unit_kind" },   { "unit_state", "party_form", "party_form" },
    { "reserve", "post", "post" },           { "reserve", "source", "source" },
    { "reserve", "way_in", "reserve_way_in" }, { "reserve", "way_out", "reserve_way_out" },
    { "mentor", "level", "unit_level" },     { "seat", "body", "body" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *unknown
        = g_strdup_printf ("SELECT count(*) FROM %s WHERE %s NOT NULL AND %s NOT IN (SELECT key "
                             "FROM code WHERE list = '%s')",
                             choices[i].table,
                             choices[i].column,
                             choices[i].column,
                             choices[i].list);
      g_autofree char *known = g_strdup_printf ("SELECT count(*) FROM %s WHERE %s NOT NULL",
                                                choices[i].table, choices[i].column);
      Count counts[] = {
        { choices[i].column, unknown, 0, 0 },
        { choices[i].column, known, 1, G_MAXINT64 },
      };

      assert_counts (get_default (), counts, G_N_ELEMENTS (counts));
    }
}

/* Both sides of each rule. */
#define PAIR "appointment a JOIN appointment b ON a.person = b.person AND a.unit = b.unit AND " \
  IN_FORCE ("a") " AND " IN_FORCE ("b")
#define WITH(t) "SELECT x.unit FROM appointment x WHERE " t " AND " IN_FORCE ("x")
static const Count cases[] = {
  { "dual-role heads",
    "SELECT count(*) FROM " PAIR " WHERE a.post = 'D1' AND " HEAD ("b"), 140, 158 },
  { "two heads",
    "SELECT count(*) FROM appointment a JOIN appointment b ON a.unit = b.unit AND "
    "a.person <> b.person WHERE a.post = 'D1' AND " HEAD ("b") " AND " IN_FORCE ("a")
    " AND " IN_FORCE ("b"), 2, 15 },
  { "cross-appointments",
    "SELECT count(DISTINCT a.person) FROM " PAIR " WHERE substr(a.post, 1, 1) = 'D' AND "
    "substr(b.post, 1, 1) IN ('C', 'J')", 200, 350 },
  { "no secretary",
    "SELECT count(*) FROM (" VILLAGES ") WHERE unit NOT IN (" WITH ("post = 'D1'") ")", 1, 5 },
  { "no head",
    "SELECT count(*) FROM (" VILLAGES ") WHERE unit NOT IN (" WITH (HEAD ("x")) ")", 1, 9 },
  { "61 and more",
    "SELECT count(*) FROM person WHERE id IN (" SITTING ") AND " AGED " >= 61", 1, 40 },
  { "59 and 60",
    "SELECT count(*) FROM person WHERE id IN (" SITTING ") AND " AGED " IN (59, 60)", 2, 60 },
  { "35 and under",
    "SELECT count(*) FROM person WHERE id IN (" SITTING ") AND " AGED " <= 35", 150, 400 },
  { "just over 35",
    "SELECT count(*) FROM person WHERE id IN (" SITTING ") AND " AGED " = 36", 1, 99 },
  { "women",
    "SELECT count(*) * 100 / (SELECT count(DISTINCT person) FROM (" SITTING ")) "
    "FROM person WHERE sex = '2' AND id IN (" SITTING ")", 20, 30 },
  { "minorities", "SELECT count(*) FROM person WHERE ethnicity <> '01'", 60, 300 },
  { "names with a dot", "SELECT count(*) FROM person WHERE name LIKE '%·%'", 5, 60 },
  { "two characters",
    "SELECT count(*) * 100 / (SELECT count(*) FROM person) FROM person "
    "WHERE length(name) = 2", 25, 35 },
  { "compound surnames",
    "SELECT count(*) FROM person WHERE substr(name, 1, 2) IN ('欧阳', '上官', "
    "'司马', '诸葛', '皇甫', '尉迟', '慕容', '令狐', '夏侯', '端木')", 2, 80 },
  { "outside the party",
    "SELECT count(*) FROM person WHERE political = '13' AND id IN (" SITTING ")", 30, 300 },
  { "probationary",
    "SELECT count(*) FROM person WHERE political = '02' AND id IN (" SITTING ")", 1, 60 },
  { "full-time university",
    "SELECT count(*) FROM education WHERE mode = 'fulltime' AND level = '21'", 50, 900 },
  { "open schools",
    "SELECT count(*) FROM education WHERE mode = 'inservice' AND level IN ('21', '31')", 20, 900 },
  { "party schools",
    "SELECT count(*) FROM education WHERE level IN ('22', '23', '32', '34')", 20, 500 },
  { "completed only", "SELECT count(*) FROM education WHERE outcome = 'completed'", 2, 99 },
  { "not finished", "SELECT count(*) FROM education WHERE outcome = 'incomplete'", 2, 150 },
  { "only the year of birth", "SELECT count(*) FROM person WHERE length(birth) = 4", 10, 150 },
  { "no political status", "SELECT count(*) FROM person WHERE political IS NULL", 3, 60 },
  { "no level of education", "SELECT count(*) FROM education WHERE level IS NULL", 3, 80 },
  { "secretary since before our records",
    "SELECT count(*) FROM appointment x WHERE post = 'D1' AND "
    "from_date IS NULL AND " IN_FORCE ("x"), 1, 1 },
  { "two villages",
    "SELECT count(*) FROM (SELECT person FROM appointment x WHERE " IN_FORCE ("x") " AND " ELECTED ("x")
    " GROUP BY person HAVING count(DISTINCT unit) > 1)", 1, 3 },
  { "came back",
    "SELECT count(DISTINCT a.person) FROM appointment a JOIN appointment b "
    "ON a.person = b.person WHERE a.until_date = '2017-12' AND b.from_date = '2021-10'", 1, 9 },
  { "kept through the election",
    "SELECT count(*) FROM appointment x WHERE from_date < '2021-10' AND " ELECTED ("x")
    " AND " IN_FORCE ("x"), 150, 900 },
  { "merged villages",
    "SELECT count(*) FROM unit_state WHERE successor NOT NULL AND until_date = '2020-06'", 2, 2 },
  { "renamed",
    "SELECT count(*) FROM (SELECT unit FROM unit_state WHERE level = 'township' "
    "GROUP BY unit HAVING count(*) = 2)", 1, 1 },
  { "without a code", "SELECT count(*) FROM unit_state WHERE code IS NULL", 1, 9 },
  { "batches", "SELECT count(DISTINCT batch) FROM mandate WHERE batch NOT NULL", 4, 4 },
  { "secretaries' batches",
    "SELECT count(*) FROM mandate m JOIN appointment a ON a.person = m.person AND "
    "a.id = m.appointment "
    "WHERE post = 'D1' AND batch NOT NULL", 159, 159 },
  { "reasons", "SELECT count(DISTINCT end_reason) FROM appointment", 7, 9 },
  { "filed",
    "SELECT count(*) FROM mandate WHERE filing_number LIKE '云组备〔2021〕%号'", 150, 400 },
  { "first secretaries",
    "SELECT count(*) FROM appointment WHERE post = 'X1' AND until_date IS NULL", 20, 50 },
  { "township cadres",
    "SELECT count(DISTINCT post) FROM appointment WHERE post LIKE 'T%'", 6, 6 },
  { "honours", "SELECT count(DISTINCT person) FROM honour", 100, 1000 },
  { "penalties", "SELECT count(*) FROM penalty WHERE until_date > date", 3, 60 },
  { "years of results", "SELECT count(DISTINCT year) FROM annual_result", 4, 4 },
};

static void
test_cases (void)
{
  assert_counts (get_default (), cases, G_N_ELEMENTS (cases));
}

/* GB 11643 computed anew, and against birth and sex of the same row. */
static void
assert_number (const char *number,
               const char *birth,
               const char *sex)
{
  g_autofree char *digits
    = g_strdup_printf ("%.4s%.2s", birth, strlen (birth) > 4 ? birth + 5 : "");
  int sum = 0;
  int weight = 1;

  g_assert_cmpuint (strlen (number), ==, 18);
  for (int i = 17; i >= 0; i--)
    {
      sum += weight * (number[i] == 'X' ? 10 : number[i] - '0');
      weight = weight * 2 % 11;
    }
  g_assert_cmpint (sum % 11, ==, 1);
  g_assert_true (g_str_has_prefix (number, "99"));
  g_assert_true (g_str_has_prefix (number + 6, digits));
  g_assert_cmpint ((number[16] - '0') % 2, ==, sex[0] == '1' ? 1 : 0);
}

static void
test_numbers (void)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    ty_store_get_database (get_default ()), "SELECT id_number, birth, sex FROM person", NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_nonnull (statement);
  while (ty_statement_step (statement, NULL) == TY_STEP_ROW)
    {
      const char *number = ty_statement_get_text (statement, 0);

      assert_number (
          number, ty_statement_get_text (statement, 1), ty_statement_get_text (statement, 2));
      g_assert_true (g_hash_table_add (seen, g_strdup (number)));
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 1500);
}

static char *
hash_of (const char *path)
{
  TyStore *store = open_sample (path);
  gint64 n_rows;
  char *hash = ty_content_hash (ty_store_get_database (store), &n_rows, NULL);

  g_assert_nonnull (hash);
  g_object_unref (store);
  return hash;
}

static void
test_same_seed (void)
{
  g_autofree char *first = make_sample ("first.touyan", 20, 7);
  g_autofree char *again = make_sample ("again.touyan", 20, 7);
  g_autofree char *other = make_sample ("other.touyan", 20, 8);
  g_autofree char *first_hash = hash_of (first);
  g_autofree char *again_hash = hash_of (again);
  g_autofree char *other_hash = hash_of (other);

  g_assert_cmpstr (first_hash, ==, again_hash);
  g_assert_cmpstr (first_hash, !=, other_hash);
}

static void
test_small (void)
{
  static const guint numbers[] = { 1, 2, 5, 17, 28, 61 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *name = g_strdup_printf ("small-%u.touyan", numbers[i]);
      g_autofree char *path = make_sample (name, numbers[i], 3);
      TyStore *store = open_sample (path);
      Count counts[] = {
        { "villages", "SELECT count(*) FROM (" VILLAGES ")", numbers[i], numbers[i] },
        { "specialists", "SELECT count(DISTINCT unit) FROM appointment WHERE post = 'P9'",
          numbers[i], numbers[i] },
        { "townships", "SELECT count(*) FROM unit_state u WHERE level = 'township'", 1,
          numbers[i] / 12 + 1 },
      };

      assert_counts (store, counts, G_N_ELEMENTS (counts));
      g_object_unref (store);
    }
}

static void
test_check (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = ty_check_run (get_default (), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_cancelled (void)
{
  TySampleOptions options = { 5, 1 };
  g_autofree char *path = g_build_filename (folder, "cancelled.touyan", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (ty_sample_create (path, &options, "tester", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
remove_folder (void)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  ty_model_init ();
  folder = g_dir_make_tmp ("touyan-sample-XXXXXX", NULL);

  g_test_add_func ("/sample/sizes", test_sizes);
  g_test_add_func ("/sample/faults", test_faults);
  g_test_add_func ("/sample/pools", test_pools);
  g_test_add_func ("/sample/keys", test_keys);
  g_test_add_func ("/sample/cases", test_cases);
  g_test_add_func ("/sample/numbers", test_numbers);
  g_test_add_func ("/sample/same-seed", test_same_seed);
  g_test_add_func ("/sample/small", test_small);
  g_test_add_func ("/sample/check", test_check);
  g_test_add_func ("/sample/cancelled", test_cancelled);

  result = g_test_run ();
  if (g_test_subprocess ())
    return result;
  g_object_unref (get_default ());
  remove_folder ();
  return result;
}
