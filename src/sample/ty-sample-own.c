/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-own"

#include "config.h"

#include "ty-sample-own.h"

#include "ty-custom-field.h"
#include "ty-custom-value.h"
#include "ty-sample-draw.h"
#include "ty-table.h"

#include <string.h>

/* What the invented county wants to know of its cadres beside what every county does. The generator is
 * one of its own, and the keys come last, so that nothing else of the sample depends on it. */

#define OWN_SEED 0x6f776e21u

typedef struct
{
  const char *name;
  const char *kind;
  const char *choices; /* (nullable) */
  const char *privacy;
  const char *note;
  int percent;         /* of those in office of whom it is known */
} Own;

static const Own owns[] = {
  { "驾驶证", "choice", "C1、B2、A2、D、无", "internal", "防汛、森林防火值班派车用", 85 },
  { "联系农户数", "number", NULL, "internal", "包片联系的户数", 70 },
  { "会驾驶无人机", "yes-no", NULL, "internal", "巡林巡河用", 45 },
  { "家庭困难情况", "text", NULL, "sensitive", "走访慰问用，不外传", 6 },
};

static char *
draw_value (const Own *own,
            GRand     *rand)
{
  static const char *const licences[] = { "C1", "C1", "C1", "C1", "B2", "A2", "D", "无", "无" };
  static const char *const troubles[] = { "老人长期患病", "子女大病就医", "因灾房屋受损" };

  if (strcmp (own->kind, "choice") == 0)
    return g_strdup (TY_SAMPLE_PICK (rand, licences));
  if (strcmp (own->kind, "number") == 0)
    return g_strdup_printf ("%d", ty_sample_draw_range (rand, 5, 48));
  if (strcmp (own->kind, "yes-no") == 0)
    return g_strdup (ty_sample_draw_percent (rand, 15) ? "yes" : "no");

  return g_strdup (TY_SAMPLE_PICK (rand, troubles));
}

static gint64
write_field (const Own  *own,
             gint64      position,
             TyStore    *store,
             GError    **error)
{
  g_autoptr(TyCustomField) field = ty_custom_field_new ();
  TyRecord *record = TY_RECORD (field);
  gint64 key = ty_store_mint_id (store);

  ty_record_set_integer (record, TY_CUSTOM_FIELD_ID, key);
  ty_record_set_text (record, TY_CUSTOM_FIELD_NAME, own->name);
  ty_record_set_text (record, TY_CUSTOM_FIELD_KIND, own->kind);
  ty_record_set_text (record, TY_CUSTOM_FIELD_CHOICES, own->choices);
  ty_record_set_text (record, TY_CUSTOM_FIELD_PRIVACY, own->privacy);
  ty_record_set_integer (record, TY_CUSTOM_FIELD_POSITION, position);
  ty_record_set_text (record, TY_CUSTOM_FIELD_NOTE, own->note);
  return ty_table_insert (ty_store_get_database (store), record, error) ? key : 0;
}

static gboolean
write_value (const Own   *own,
             gint64       field,
             gint64       person,
             GRand       *rand,
             TyDatabase  *database,
             GError     **error)
{
  g_autoptr(TyRecord) value = NULL;

  if (!ty_sample_draw_percent (rand, own->percent))
    return TRUE;

  value = ty_record_new (&ty_custom_value_info);
  ty_record_set_integer (value, TY_CUSTOM_VALUE_PERSON, person);
  ty_record_set_integer (value, TY_CUSTOM_VALUE_FIELD, field);
  ty_record_take_text (value, TY_CUSTOM_VALUE_VALUE, draw_value (own, rand));
  return ty_table_insert (database, value, error);
}

/**
 * ty_sample_own_write:
 * @world: the sample, whose people are in the file
 * @seed: the seed of the sample
 * @store: the file
 * @error: a `TY_STORE_ERROR`
 *
 * Writes fields of the county, and what those in office have in them.
 *
 * Returns: whether they were written
 */
gboolean
ty_sample_own_write (TySampleWorld  *world,
                     guint32         seed,
                     TyStore        *store,
                     GError        **error)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed ^ OWN_SEED);
  gint64 fields[G_N_ELEMENTS (owns)];

  for (guint i = 0; i < G_N_ELEMENTS (owns); i++)
    if ((fields[i] = write_field (&owns[i], (gint64) i + 1, store, error)) == 0)
      return FALSE;

  for (guint i = 0; i < world->people->len; i++)
    {
      TySamplePerson *person = g_ptr_array_index (world->people, i);

      if (!ty_sample_person_is_in_office (person))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (owns); j++)
        if (!write_value (&owns[j], fields[j], person->id, rand, ty_store_get_database (store), error))
          return FALSE;
    }
  return TRUE;
}
