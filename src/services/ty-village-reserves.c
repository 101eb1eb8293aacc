/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-village-reserves"

#include "config.h"

#include "ty-village-reserves.h"

#include "ty-period.h"
#include "ty-post-name.h"
#include "ty-reserve.h"
#include "ty-roster-loader.h"
#include "ty-roster-row.h"
#include "ty-table.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>

/**
 * ty_village_reserve_free:
 * @self: (transfer full): a reserve
 */
void
ty_village_reserve_free (TyVillageReserve *self)
{
  g_free (self->name);
  g_free (self->facts);
  g_free (self->post);
  g_free (self->source);
  g_free (self->since);
  g_free (self);
}

static char *
dup_facts (TyRosterRow *row)
{
  const char *age = ty_roster_row_get_text (row, TY_ROSTER_TEXT_AGE);
  g_autofree char *years = age != NULL && g_ascii_isdigit (age[0])
                             ? g_strdup_printf (ngettext ("%d year", "%d years", (gulong) atoi (age)),
                                                atoi (age))
                             : NULL;
  const char *facts[] = { ty_roster_row_get_text (row, TY_ROSTER_TEXT_SEX), years,
                          ty_roster_row_get_text (row, TY_ROSTER_TEXT_EDUCATION) };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i] != NULL && *facts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "　" : "", facts[i]);
  return g_string_free (text, FALSE);
}

static TyVillageReserve *
make_reserve (TyRecord    *record,
              TyRosterRow *row,
              TyUnitNames *names,
              TyDate       as_of)
{
  TyVillageReserve *reserve = g_new0 (TyVillageReserve, 1);
  const char *source = ty_record_get_text (record, TY_RESERVE_SOURCE);

  reserve->person = ty_record_get_integer (record, TY_RESERVE_PERSON);
  reserve->name = g_strdup (ty_roster_row_get_text (row, TY_ROSTER_TEXT_NAME));
  reserve->facts = dup_facts (row);
  reserve->post_key = g_intern_string (ty_record_get_text (record, TY_RESERVE_POST));
  reserve->post = ty_words_dup_post (names, ty_record_get_integer (record, TY_RESERVE_UNIT),
                                     reserve->post_key, as_of);
  reserve->source = g_strdup (source != NULL ? ty_words_get_label ("source", source) : "");
  reserve->since = ty_words_dup_month (ty_record_get_date (record, TY_RESERVE_FROM_DATE));
  return reserve;
}

static int
compare_reserves (gconstpointer a,
                  gconstpointer b)
{
  const TyVillageReserve *first = *(TyVillageReserve *const *) a;
  const TyVillageReserve *second = *(TyVillageReserve *const *) b;
  int ranks[] = { ty_post_name_get_rank (first->post_key), ty_post_name_get_rank (second->post_key) };

  if (ranks[0] != ranks[1])
    return ranks[0] < ranks[1] ? -1 : 1;

  return g_strcmp0 (first->since, second->since);
}

/**
 * ty_village_reserves_load:
 * @database: a connection
 * @names: names of units
 * @unit: key of a village
 * @as_of: the cut-off date
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyVillageReserve): who is prepared for a post there,
 *   those for the highest first
 */
GPtrArray *
ty_village_reserves_load (TyDatabase   *database,
                          TyUnitNames  *names,
                          gint64        unit,
                          TyDate        as_of,
                          GError      **error)
{
  g_autoptr(GPtrArray) records = ty_table_list_of (database, &ty_reserve_info, "unit", unit, error);
  g_autoptr(GPtrArray) reserves = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_village_reserve_free);

  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      TyRecord *record = g_ptr_array_index (records, i);
      TyPeriod period = { ty_record_get_date (record, TY_RESERVE_FROM_DATE),
                          ty_record_get_date (record, TY_RESERVE_UNTIL_DATE) };
      gint64 person = ty_record_get_integer (record, TY_RESERVE_PERSON);
      g_autoptr(GPtrArray) rows = NULL;
      gboolean gone = FALSE;

      if (!ty_period_contains (period, as_of))
        continue;
      rows = ty_roster_loader_load (database, &person, 1, as_of, error);
      if (rows == NULL)
        return NULL;
      g_object_get (g_ptr_array_index (rows, 0), "gone", &gone, NULL);
      if (!gone)
        g_ptr_array_add (reserves, make_reserve (record, g_ptr_array_index (rows, 0), names, as_of));
    }
  g_ptr_array_sort (reserves, compare_reserves);
  return g_steal_pointer (&reserves);
}
