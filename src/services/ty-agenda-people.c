/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-agenda"

#include "config.h"

#include "ty-agenda-people.h"

#include "ty-main-post.h"
#include "ty-text.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>

#define N_FEW 3 /* people who are named one by one, and townships that are named */

/* Duties about people: few are named, each a row that leads to the person; many are one row that leads
 * to the roster with just them. */

typedef struct
{
  guint32 row;
  guint32 unit;
  TyDate due;
} Case;

typedef struct
{
  TyAgendaCollector *collector; /* (unowned) */
  TyDuty duty;
  guint32 *ranks;               /* (owned): of ty_main_post_dup_ranks() */
  GArray *cases;                /* (owned) (element-type Case) */
} Search;

static guint32
find_unit (Search           *self,
           const TyChunk    *chunk,
           guint             index,
           const TyDutyCase *found)
{
  guint holding = found->holding;

  if (holding == TY_DUTY_NO_HOLDING)
    holding = ty_main_post_find (self->collector->view, chunk, index, self->ranks,
                                 (TyGroups){ NULL, 0 });
  return holding != TY_MAIN_POST_NONE
           ? TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT)[holding] : TY_UNIT_NONE;
}

static void
search_chunk (Search *self,
              guint   number)
{
  TyView *view = self->collector->view;
  g_autoptr(TyDutyScan) scan = ty_duty_scan_new (view, number);
  const TyChunk *chunk = ty_columns_get_chunk (ty_view_get_columns (view), number);
  const guint32 *facts = ty_view_get_facts (view, number);
  guint32 asked = ty_who_get_facts (ty_duty_get_who (self->duty));
  TyDutyCase found;

  for (guint i = 0; i < ty_chunk_get_n (chunk); i++)
    if ((facts[i] & asked) != 0 && ty_duty_scan_find (scan, self->duty, i, &found))
      {
        Case item = { (number << TY_CHUNK_SHIFT) + i, find_unit (self, chunk, i, &found), found.due };

        g_array_append_val (self->cases, item);
      }
}

static int
compare_cases (gconstpointer a,
               gconstpointer b)
{
  const Case *first = a;
  const Case *second = b;
  int order = ty_date_compare (first->due, second->due);

  return order != 0 ? order : (first->row > second->row) - (first->row < second->row);
}

/**
 * ty_agenda_dup_name:
 * @self: a collector
 * @row: a row of its generation
 *
 * Returns: (transfer full): the name of the person
 */
char *
ty_agenda_dup_name (TyAgendaCollector *self,
                    guint32            row)
{
  return ty_name_index_dup_name (ty_order_get_names (self->order), row);
}

/* The village after its township, and the person: 石泉镇 后凤泉村 · 梁刚生. */
static char *
dup_place (Search     *self,
           const Case *item)
{
  TyUnitTree *tree = ty_view_get_tree (self->collector->view);
  const TyUnitSpan *span = item->unit != TY_UNIT_NONE ? ty_unit_tree_get_span (tree, item->unit) : NULL;
  guint32 above = span != NULL ? ty_unit_tree_get_at_level (tree, item->unit, "township") : TY_UNIT_NONE;
  g_autofree char *name = ty_agenda_dup_name (self->collector, item->row);

  if (span == NULL)
    return g_steal_pointer (&name);
  if (above == TY_UNIT_NONE || above == item->unit)
    return g_strdup_printf ("%s · %s", span->name, name);

  return g_strdup_printf ("%s %s · %s", ty_unit_tree_get_span (tree, above)->name, span->name, name);
}

/* The townships by name, where they are few. */
static char *
dup_townships (Search *self)
{
  TyUnitTree *tree = ty_view_get_tree (self->collector->view);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *number = NULL;

  for (guint i = 0; i < self->cases->len; i++)
    {
      guint32 unit = g_array_index (self->cases, Case, i).unit;
      guint32 township = unit != TY_UNIT_NONE ? ty_unit_tree_get_at_level (tree, unit, "township")
                                              : TY_UNIT_NONE;

      if (township != TY_UNIT_NONE && g_hash_table_add (seen, GUINT_TO_POINTER (township)))
        g_ptr_array_add (names, (gpointer) ty_unit_tree_get_span (tree, township)->name);
    }
  number = ty_text_format_count (names->len);
  if (names->len > N_FEW)
    /* Translators: in how many townships the people are whom it is about */
    return g_strdup_printf (ngettext ("in %s township", "in %s townships", names->len), number);

  g_ptr_array_add (names, NULL);
  return g_strjoinv (ty_words_get_separator (), (char **) names->pdata);
}

static void
add_each (Search *self)
{
  for (guint i = 0; i < self->cases->len; i++)
    {
      const Case *item = &g_array_index (self->cases, Case, i);
      TyColumns *columns = ty_view_get_columns (self->collector->view);

      ty_agenda_add (self->collector, ty_duty_dup_label (self->duty), dup_place (self, item), item->due, 1,
                     "win.show-person", g_variant_new_int64 (ty_columns_get_person (columns, item->row)));
    }
}

static void
add_all (Search *self)
{
  guint n = self->cases->len;
  g_autofree char *label = ty_duty_dup_label (self->duty);
  g_autofree char *number = ty_text_format_count (n);
  g_autofree char *people = g_strdup_printf (ngettext ("%s person", "%s people", n), number);
  GVariant *target = g_variant_new ("(ssss)", ty_who_to_string (ty_duty_get_who (self->duty)), "duty",
                                    ty_duty_get_key (self->duty), label);
  TyAgendaItem *item = ty_agenda_add (self->collector,
                                      /* Translators: what is to be done, and how many people it is about */
                                      g_strdup_printf (C_("to do", "%s: %s"), label, people),
                                      dup_townships (self), g_array_index (self->cases, Case, 0).due, n,
                                      "win.show-value", target);

  item->many = TRUE;
}

/**
 * ty_agenda_add_people:
 * @self: gets what is found
 * @duty: about whom
 * @error: not set
 *
 * Adds a kind of duties about people.
 *
 * Returns: %TRUE
 */
gboolean
ty_agenda_add_people (TyAgendaCollector  *self,
                      TyDuty              duty,
                      GError            **error)
{
  Search search = { self, duty, ty_main_post_dup_ranks (self->view),
                    g_array_new (FALSE, FALSE, sizeof (Case)) };

  for (guint i = 0; i < ty_columns_get_n_chunks (ty_view_get_columns (self->view)); i++)
    search_chunk (&search, i);
  g_array_sort (search.cases, compare_cases);
  if (search.cases->len > N_FEW)
    add_all (&search);
  else
    add_each (&search);
  g_free (search.ranks);
  g_array_unref (search.cases);
  return TRUE;
}
