/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-people-page"

#include "config.h"

#include "ty-people-page-private.h"

#include "ty-office-custom.h"
#include "ty-roster-columns.h"

/* The county’s own fields are columns of the roster, filters and orders of it. */

/* The keyboard’s way to an order that a heading has, but for what is sensitive. */
static void
fill_sorts (TyPeoplePage *self,
            GPtrArray    *fields)
{
  g_menu_remove_all (self->own_sorts);
  for (guint i = 0; i < fields->len; i++)
    {
      TyCustomField *field = g_ptr_array_index (fields, i);
      g_auto(GStrv) parts = g_strsplit (ty_custom_field_get_name (field), "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autofree char *word = ty_custom_field_dup_word (field);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      if (ty_custom_field_get_privacy (field) == TY_PRIVACY_SENSITIVE)
        continue;
      g_menu_item_set_action_and_target (item, "roster.add-sort", "s", word);
      g_menu_append_item (self->own_sorts, item);
    }
}

static void
fields_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TyPeoplePage) self = TY_PEOPLE_PAGE (user_data);
  g_autoptr(GPtrArray) list = ty_office_list_fields_finish (TY_OFFICE (source), result, NULL);
  g_autoptr(GPtrArray) fields = g_ptr_array_new ();

  /* Nobody asked for them: without them the roster is as it was. */
  if (list == NULL || self->view == NULL)
    return;

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (fields, ((TyOwnField *) g_ptr_array_index (list, i))->field);
  ty_facet_bar_set_own (self->facets, fields);
  fill_sorts (self, fields);
  if (ty_roster_columns_set_own (self->view, fields))
    ty_people_page_restore_columns (self);
}

/**
 * ty_people_page_load_fields:
 * @self: a page
 *
 * Looks whether there are other fields of the county.
 */
void
ty_people_page_load_fields (TyPeoplePage *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));

  if (ty_office_is_open (office))
    ty_office_list_fields_async (office, NULL, fields_cb, g_object_ref (self));
}
