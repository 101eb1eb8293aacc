/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-page"

#include "config.h"

#include "ty-roster-page.h"

#include "ty-roster-item-private.h"

/**
 * ty_roster_page_new:
 * @number: which page, from 0
 * @people: (array length=n_items): the keys of its people, which outlive the page
 * @n_items: how many there are, at most %TY_ROSTER_PAGE_SIZE
 *
 * Returns: (transfer full): a page without rows
 */
TyRosterPage *
ty_roster_page_new (guint         number,
                    const gint64 *people,
                    guint         n_items)
{
  TyRosterPage *self = g_new0 (TyRosterPage, 1);

  g_assert (n_items <= TY_ROSTER_PAGE_SIZE);

  self->number = number;
  self->people = people;
  self->n_items = n_items;
  self->link.data = self;
  self->loading = TRUE;
  self->wanted = TRUE;
  return self;
}

void
ty_roster_page_free (TyRosterPage *self)
{
  for (guint i = 0; i < self->n_items; i++)
    g_clear_object (&self->items[i]);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

/**
 * ty_roster_page_get_item:
 * @self: a page
 * @index: place in the page
 *
 * Returns: (transfer full): the item there, the same one as long as the page is kept
 */
TyRosterItem *
ty_roster_page_get_item (TyRosterPage *self,
                         guint         index)
{
  g_assert (index < self->n_items);

  if (self->items[index] == NULL)
    {
      self->items[index] = ty_roster_item_new (self->people[index],
                                               self->number * TY_ROSTER_PAGE_SIZE + index);
      if (self->rows != NULL)
        ty_roster_item_set_row (self->items[index], g_ptr_array_index (self->rows, index));
      ty_roster_item_set_loading (self->items[index], self->loading);
    }

  return g_object_ref (self->items[index]);
}

static void
set_loading (TyRosterPage *self,
             gboolean      loading)
{
  self->loading = loading;
  for (guint i = 0; i < self->n_items; i++)
    if (self->items[i] != NULL)
      ty_roster_item_set_loading (self->items[i], loading);
}

/**
 * ty_roster_page_has_held:
 * @self: a page
 * @index: place in the page
 *
 * Returns: whether somebody else has the item there
 */
gboolean
ty_roster_page_has_held (TyRosterPage *self,
                         guint         index)
{
  return self->items[index] != NULL && G_OBJECT (self->items[index])->ref_count > 1;
}

/**
 * ty_roster_page_is_held:
 * @self: a page
 *
 * Returns: whether somebody else has an item of it
 */
gboolean
ty_roster_page_is_held (TyRosterPage *self)
{
  for (guint i = 0; i < self->n_items; i++)
    if (ty_roster_page_has_held (self, i))
      return TRUE;

  return FALSE;
}

/**
 * ty_roster_page_replace:
 * @self: a page
 * @people: (array length=n_items): the keys of who is there now, which outlive the page
 * @n_items: how many there are
 *
 * Gives its places to others. Their items stay, and show the old rows until the new ones come.
 */
void
ty_roster_page_replace (TyRosterPage *self,
                        const gint64 *people,
                        guint         n_items)
{
  for (guint i = n_items; i < self->n_items; i++)
    g_clear_object (&self->items[i]);
  self->people = people;
  self->n_items = n_items;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  for (guint i = 0; i < n_items; i++)
    if (self->items[i] != NULL)
      ty_roster_item_set_person (self->items[i], people[i]);

  self->wanted = TRUE;
  set_loading (self, TRUE);
}

/**
 * ty_roster_page_begin:
 * @self: a page
 * @serial: the number of the request
 *
 * A request is sent: answers to older ones do not count any more. Rows that are there stay.
 */
void
ty_roster_page_begin (TyRosterPage *self,
                      guint         serial)
{
  self->serial = serial;
  self->wanted = FALSE;
  if (self->rows == NULL)
    set_loading (self, TRUE);
}

/**
 * ty_roster_page_end:
 * @self: a page
 * @rows: (nullable) (element-type TyRosterRow): the answer; none where it failed
 */
void
ty_roster_page_end (TyRosterPage *self,
                    GPtrArray    *rows)
{
  if (rows != NULL)
    {
      g_clear_pointer (&self->rows, g_ptr_array_unref);
      self->rows = g_ptr_array_ref (rows);
    }
  for (guint i = 0; i < self->n_items; i++)
    if (self->items[i] != NULL)
      ty_roster_item_set_row (self->items[i],
                              self->rows != NULL ? g_ptr_array_index (self->rows, i) : NULL);

  set_loading (self, FALSE);
}
