/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-service"

#include "config.h"

#include "ty-sample-service.h"

#include "ty-appointment.h"
#include "ty-mandate.h"
#include "ty-sample-draw.h"
#include "ty-sample-post.h"
#include "ty-table.h"
#include "ty-term.h"

#define FIRST_FILING_YEAR 2017

typedef struct
{
  int year;
  TySampleMonth from;
  TySampleMonth until;
} Term;

static const Term terms_of_county[] = {
  { 2017, TY_SAMPLE_TERM_2017, TY_SAMPLE_TERM_2021 },
  { 2021, TY_SAMPLE_TERM_2021, 0 },
};

/**
 * ty_sample_service_write_terms:
 * @terms: (out): their keys
 * @store: a store that writes, inside an action
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the two terms were written
 */
gboolean
ty_sample_service_write_terms (TySampleTerms  *terms,
                               TyStore        *store,
                               GError        **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (terms_of_county); i++)
    {
      g_autoptr(TyTerm) term = ty_term_new ();
      TyRecord *record = TY_RECORD (term);

      terms->ids[i] = ty_store_mint_id (store);
      ty_record_set_integer (record, TY_TERM_ID, terms->ids[i]);
      ty_record_set_integer (record, TY_TERM_YEAR, terms_of_county[i].year);
      ty_record_take_text (record, TY_TERM_FROM_DATE,
                           ty_sample_month_to_iso (terms_of_county[i].from));
      ty_record_take_text (record, TY_TERM_UNTIL_DATE,
                           ty_sample_month_to_iso (terms_of_county[i].until));
      if (!ty_table_insert (ty_store_get_database (store), record, error))
        return FALSE;
    }
  return TRUE;
}

static char *
dup_document (const TySampleHolding *holding)
{
  const char *kind = holding->post[0] == 'P' ? "聘" : holding->post[0] == 'X' ? "派" : "任";

  if (holding->document == 0)
    return NULL;

  return g_strdup_printf (TY_SAMPLE_COUNTY_SHORT "组%s〔%d〕%u号", kind, holding->from / 12,
                          holding->document);
}

static gboolean
write_appointment (const TySampleHolding  *holding,
                   gint64                  person,
                   gint64                  id,
                   TyDatabase             *database,
                   GError                **error)
{
  g_autoptr(TyAppointment) appointment = ty_appointment_new ();
  TyRecord *record = TY_RECORD (appointment);

  ty_record_set_integer (record, TY_APPOINTMENT_ID, id);
  ty_record_set_integer (record, TY_APPOINTMENT_PERSON, person);
  ty_record_set_integer (record, TY_APPOINTMENT_UNIT, holding->place->id);
  ty_record_set_text (record, TY_APPOINTMENT_POST, holding->post);
  ty_record_set_text (record, TY_APPOINTMENT_BODY, ty_sample_post_get_body (holding->post));
  ty_record_take_text (record, TY_APPOINTMENT_FROM_DATE, ty_sample_month_to_iso (holding->from));
  ty_record_take_text (record, TY_APPOINTMENT_UNTIL_DATE, ty_sample_month_to_iso (holding->until));
  ty_record_set_text (record, TY_APPOINTMENT_HOW, holding->how);
  ty_record_take_text (record, TY_APPOINTMENT_DOCUMENT, dup_document (holding));
  ty_record_set_text (record, TY_APPOINTMENT_END_REASON, holding->end_reason);
  return ty_table_insert (database, record, error);
}

/* Whether the person had any post just before that month. */
static gboolean
was_in_office (const TySamplePerson *person,
               TySampleMonth         month)
{
  for (guint i = 0; i < person->holdings->len; i++)
    {
      TySampleHolding *holding = g_ptr_array_index (person->holdings, i);

      if (holding->from < month && (holding->until == 0 || holding->until >= month))
        return TRUE;
    }
  return FALSE;
}

static const char *
find_source (const TySamplePerson *person,
             TySampleMonth         month)
{
  if (month == TY_SAMPLE_TERM_2021 && person->batch != NULL)
    {
      if (g_str_equal (person->batch, "from_reserves"))
        return "reserve";
      if (!g_str_equal (person->batch, "retained"))
        return person->batch;
    }
  return was_in_office (person, month) ? "incumbent" : person->source;
}

static int
draw_votes (const TySampleHolding *holding,
            GRand                 *rand)
{
  if (g_str_equal (holding->how, "appointed") || g_str_equal (holding->how, "dispatched"))
    return 0;

  return holding->post[0] == 'D' ? ty_sample_draw_range (rand, 18, 86)
                                 : ty_sample_draw_range (rand, 240, 1480);
}

static void
set_filing (TyRecord      *record,
            TySampleTerms *terms,
            TySampleMonth  month,
            GRand         *rand)
{
  int year = month / 12;
  guint number = ++terms->n_filings[year - FIRST_FILING_YEAR];

  ty_record_take_text (record, TY_MANDATE_FILING_NUMBER,
                       g_strdup_printf (TY_SAMPLE_COUNTY_SHORT "组备〔%d〕%u号", year, number));
  ty_record_take_text (record, TY_MANDATE_FILING_DATE,
                       g_strdup_printf ("%04d-%02d-%02d", year, month % 12 + 1,
                                        ty_sample_draw_range (rand, 8, 28)));
}

static gboolean
write_mandate (TySampleTerms          *terms,
               guint                   index,
               const TySamplePerson   *person,
               const TySampleHolding  *holding,
               gint64                  person_id,
               gint64                  appointment,
               GRand                  *rand,
               TyDatabase             *database,
               GError                **error)
{
  g_autoptr(TyMandate) mandate = ty_mandate_new ();
  TyRecord *record = TY_RECORD (mandate);
  TySampleMonth month = MAX (holding->from, terms_of_county[index].from);

  ty_record_set_integer (record, TY_MANDATE_PERSON, person_id);
  ty_record_set_integer (record, TY_MANDATE_APPOINTMENT, appointment);
  ty_record_set_integer (record, TY_MANDATE_TERM, terms->ids[index]);
  ty_record_take_text (record, TY_MANDATE_DATE, ty_sample_month_to_iso (month));
  ty_record_set_text (record, TY_MANDATE_SOURCE, find_source (person, month));
  if (g_str_equal (holding->post, "D1") && month == TY_SAMPLE_TERM_2021)
    ty_record_set_text (record, TY_MANDATE_BATCH, person->batch);
  ty_record_set_integer (record, TY_MANDATE_VOTES, draw_votes (holding, rand));
  if (ty_sample_post_is_filed (holding->post))
    set_filing (record, terms, month, rand);
  return ty_table_insert (database, record, error);
}

static gboolean
overlaps (const TySampleHolding *holding,
          const Term            *term)
{
  return (term->until == 0 || holding->from < term->until)
         && (holding->until == 0 || holding->until > term->from);
}

/**
 * ty_sample_service_write:
 * @terms: the terms
 * @person: a person
 * @id: its key
 * @rand: the sample's generator
 * @store: a store that writes, inside an action
 * @error: a `TY_STORE_ERROR`
 *
 * Writes the appointments, each one unbroken, and the mandates of those that are elected, one for
 * each term.
 *
 * Returns: whether they were written
 */
gboolean
ty_sample_service_write (TySampleTerms         *terms,
                         const TySamplePerson  *person,
                         gint64                 id,
                         GRand                 *rand,
                         TyStore               *store,
                         GError               **error)
{
  TyDatabase *database = ty_store_get_database (store);

  for (guint i = 0; i < person->holdings->len; i++)
    {
      TySampleHolding *holding = g_ptr_array_index (person->holdings, i);
      gint64 appointment = ty_store_mint_id (store);

      if (!write_appointment (holding, id, appointment, database, error))
        return FALSE;
      for (guint j = 0; j < G_N_ELEMENTS (terms_of_county); j++)
        if (ty_sample_post_is_elected (holding->post) && overlaps (holding, &terms_of_county[j])
            && !write_mandate (terms, j, person, holding, id, appointment, rand, database, error))
          return FALSE;
    }
  return TRUE;
}
