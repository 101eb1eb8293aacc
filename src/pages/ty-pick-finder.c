/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pick-finder"

#include "config.h"

#include "ty-pick-finder.h"

#include "ty-office-search.h"
#include "ty-office-units.h"
#include "ty-roster-row.h"
#include "ty-unit-chooser.h"
#include "ty-unit-item.h"

#define MOST_FOUND 50 /* people and units that are offered at once */

/* Finds the choices of a row in which somebody or a unit is picked. Before anything is typed, those stand
 * there that were offered; of units the tree stands below. */

typedef struct
{
  TyOffice *office;          /* (owned) */
  TyPickRow *row;            /* (unowned): whose data this is */
  GPtrArray *offered;        /* (owned) (element-type utf8): key, label, note, key … */
  GCancellable *cancellable; /* (owned) (nullable) */
  TyPickKind kind;
} Finder;

static void
stop (Finder *finder)
{
  if (finder->cancellable != NULL)
    g_cancellable_cancel (finder->cancellable);
  g_clear_object (&finder->cancellable);
}

static void
finder_free (gpointer data)
{
  Finder *finder = data;

  stop (finder);
  g_object_unref (finder->office);
  g_ptr_array_unref (finder->offered);
  g_free (finder);
}

static Finder *
get_finder (TyPickRow *row)
{
  return g_object_get_data (G_OBJECT (row), "ty-finder");
}

static void
show_offered (Finder *finder)
{
  ty_pick_row_clear_choices (finder->row);
  for (guint i = 0; i + 2 < finder->offered->len; i += 3)
    {
      const char *key = g_ptr_array_index (finder->offered, i);

      ty_pick_row_add_choice (finder->row, g_str_equal (key, "0") ? NULL : key,
                              g_ptr_array_index (finder->offered, i + 1),
                              g_ptr_array_index (finder->offered, i + 2));
    }
}

static void
people_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = ty_office_find_people_finish (TY_OFFICE (source), result, &error);
  Finder *finder = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&finder->cancellable);
  ty_pick_row_clear_choices (finder->row);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      TyRosterRow *row = ((TyFoundPerson *) g_ptr_array_index (found, i))->row;
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ty_roster_row_get_person (row));
      g_autofree char *note = g_strjoin ("　", ty_roster_row_get_text (row, TY_ROSTER_TEXT_BIRTH),
                                         ty_roster_row_get_text (row, TY_ROSTER_TEXT_VILLAGE),
                                         ty_roster_row_get_text (row, TY_ROSTER_TEXT_POSTS), NULL);

      ty_pick_row_add_choice (finder->row, key, ty_roster_row_get_text (row, TY_ROSTER_TEXT_NAME), note);
    }
}

static void
units_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) units = ty_office_find_units_finish (TY_OFFICE (source), result, &error);
  Finder *finder = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&finder->cancellable);
  show_offered (finder);
  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      TyUnitItem *unit = g_ptr_array_index (units, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ty_unit_item_get_unit (unit));

      ty_pick_row_add_choice (finder->row, key, ty_unit_item_get_name (unit), ty_unit_item_get_above (unit));
    }
}

static void
chosen_cb (TyPickRow     *row,
           const char    *key,
           const char    *name,
           TyUnitChooser *chooser)
{
  ty_pick_row_pick (row, key, name);
}

static void
asked_cb (TyPickRow  *row,
          const char *text,
          Finder     *finder)
{
  stop (finder);
  if (*text == '\0')
    {
      show_offered (finder);
      return;
    }

  finder->cancellable = g_cancellable_new ();
  if (finder->kind == TY_PICK_PEOPLE)
    ty_office_find_people_async (finder->office, text, MOST_FOUND, finder->cancellable, people_cb, finder);
  else
    ty_office_find_units_async (finder->office, text, MOST_FOUND, finder->cancellable, units_cb, finder);
}

/**
 * ty_pick_finder_attach:
 * @row: a row
 * @office: where it is searched
 * @kind: for what
 *
 * Has the choices of a row found by what is typed, for as long as the row lives.
 */
void
ty_pick_finder_attach (TyPickRow  *row,
                       TyOffice   *office,
                       TyPickKind  kind)
{
  Finder *finder = g_new0 (Finder, 1);

  finder->office = g_object_ref (office);
  finder->row = row;
  finder->kind = kind;
  finder->offered = g_ptr_array_new_with_free_func (g_free);
  ty_pick_row_set_asking (row, TRUE);
  if (kind == TY_PICK_UNITS)
    {
      GtkWidget *tree = ty_unit_chooser_new (office);

      g_signal_connect_object (tree, "chosen", G_CALLBACK (chosen_cb), row, G_CONNECT_SWAPPED);
      ty_pick_row_set_tree (row, tree);
    }
  g_signal_connect (row, "asked", G_CALLBACK (asked_cb), finder);
  g_object_set_data_full (G_OBJECT (row), "ty-finder", finder, finder_free);
}

/**
 * ty_pick_finder_clear_offered:
 * @row: a row with a finder
 *
 * Offers nothing any more before something is typed.
 */
void
ty_pick_finder_clear_offered (TyPickRow *row)
{
  g_ptr_array_set_size (get_finder (row)->offered, 0);
}

/**
 * ty_pick_finder_offer:
 * @row: a row with a finder
 * @key: key of a person or a unit, 0 for none of them
 * @label: the name
 * @note: (nullable): what tells it from others
 *
 * Offers somebody or something before anything is typed.
 */
void
ty_pick_finder_offer (TyPickRow  *row,
                      gint64      key,
                      const char *label,
                      const char *note)
{
  Finder *finder = get_finder (row);

  g_ptr_array_add (finder->offered, g_strdup_printf ("%" G_GINT64_FORMAT, key));
  g_ptr_array_add (finder->offered, g_strdup (label));
  g_ptr_array_add (finder->offered, g_strdup (note));
}
