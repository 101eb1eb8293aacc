/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-pages"

#include "config.h"

#include "ty-window-private.h"

#include "ty-checks-page.h"
#include "ty-compare-page.h"
#include "ty-cross-page.h"
#include "ty-dashboard-page.h"
#include "ty-filings-page.h"
#include "ty-history-page.h"
#include "ty-lists-page.h"
#include "ty-overview-page.h"
#include "ty-pairing-page.h"
#include "ty-people-page.h"
#include "ty-person-page.h"
#include "ty-recent.h"
#include "ty-training-page.h"
#include "ty-village-page.h"
#include "ty-villages-page.h"

/* Which pages there are, and the way one took through them. */

static void
add_topic (TyWindow *self,
           TyPage   *page)
{
  g_autofree char *icon_name = NULL;

  g_object_get (page, "icon-name", &icon_name, NULL);
  ty_topics_add_page (self->topics, ty_page_get_page_name (page), ty_page_get_title (page),
                      icon_name);
}

static void
listed_cb (TyWindow    *self,
           TyListsPage *page)
{
  ty_topics_set_lists (self->topics, ty_lists_page_get_lists (page));
}

/**
 * ty_window_add_pages:
 * @self: a window
 *
 * Makes the pages, and the entries of the sidebar.
 */
void
ty_window_add_pages (TyWindow *self)
{
  GtkWidget *pages[] = {
    ty_overview_page_new (NULL),
    ty_people_page_new (NULL),
    ty_villages_page_new (NULL),
    ty_people_page_new_departed (NULL),
    ty_lists_page_new (NULL),
    ty_filings_page_new (NULL),
    ty_training_page_new (NULL),
    ty_pairing_page_new (NULL),
    ty_dashboard_page_new (NULL),
    ty_cross_page_new (NULL),
    ty_checks_page_new (NULL),
    ty_history_page_new (NULL),
  };
  GtkWidget *person = ty_person_page_new (NULL);
  GtkWidget *village = ty_village_page_new (NULL);
  GtkWidget *compare = ty_compare_page_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_stack_add_named (self->pages, pages[i], ty_page_get_page_name (TY_PAGE (pages[i])));
      ty_sidebar_add_page (self->sidebar, TY_PAGE (pages[i]));
      ty_header_add_title (self->header, ty_page_get_title (TY_PAGE (pages[i])));
      add_topic (self, TY_PAGE (pages[i]));
      if (TY_IS_LISTS_PAGE (pages[i]))
        g_signal_connect_object (pages[i], "listed", G_CALLBACK (listed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_stack_add_named (self->pages, person, ty_page_get_page_name (TY_PAGE (person)));
  gtk_stack_add_named (self->pages, village, ty_page_get_page_name (TY_PAGE (village)));
  gtk_stack_add_named (self->pages, compare, ty_page_get_page_name (TY_PAGE (compare)));
  ty_window_reset_trail (self, NULL);
}

/* Where one was is what the search offers before anything is typed. */
static void
remember (TyWindow      *self,
          const TyPlace *place)
{
  if (self->office == NULL)
    return;

  if (place->person != 0)
    ty_recent_add_person (ty_office_get_path (self->office), place->person);
  else
    ty_recent_add_page (place->page);
}

/* Without people it is those whom it had. */
static void
show_people (TyComparePage *page,
             GVariant      *people)
{
  gsize n = 0;
  const gint64 *keys = people != NULL ? g_variant_get_fixed_array (people, &n, sizeof (gint64)) : NULL;

  if (people != NULL)
    ty_compare_page_show (page, keys, (guint) n);
}

static GVariant *
dup_people (TyComparePage *page)
{
  g_autoptr(GArray) people = ty_compare_page_list_people (page);

  return g_variant_ref_sink (g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, people->data, people->len,
                                                        sizeof (gint64)));
}

/* A village is shown within the entry of all villages, and people side by side within that of the roster. */
static const char *
get_entry (GtkWidget     *page,
           const TyPlace *place)
{
  if (TY_IS_VILLAGE_PAGE (page))
    return "villages";

  return TY_IS_COMPARE_PAGE (page) ? "roster" : place->page;
}

static void
show_place (TyWindow *self,
            TyPlace  *place)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, place->page);

  ty_window_leave_focus (self);
  if (ty_date_is_known (place->as_of) && self->office != NULL)
    ty_office_set_as_of (self->office, place->as_of);
  if (place->has_scope && self->office != NULL)
    ty_office_set_scope (self->office, place->scope);
  if (TY_IS_PEOPLE_PAGE (page))
    ty_people_page_show (TY_PEOPLE_PAGE (page), place->population, place->condition);
  if (TY_IS_PERSON_PAGE (page))
    ty_person_page_show (TY_PERSON_PAGE (page), place->person);
  if (TY_IS_VILLAGE_PAGE (page))
    ty_village_page_show (TY_VILLAGE_PAGE (page), place->unit);
  if (TY_IS_COMPARE_PAGE (page))
    show_people (TY_COMPARE_PAGE (page), place->people);
  gtk_stack_set_visible_child (self->pages, page);
  if (place->state != NULL)
    ty_window_restore_page (TY_PAGE (page), place->state);
  ty_sidebar_select (self->sidebar, get_entry (page, place));
  ty_shell_show_content (self->shell);
  ty_window_update_actions (self);
  ty_window_bring_focus (self);
}

/* What was changed at a place since one came there is kept with it. */
static void
leave_place (TyWindow *self)
{
  TyPlace *place = &g_array_index (self->trail, TyPlace, self->place);
  TyPage *page = ty_window_get_page (self);

  if (self->office != NULL)
    {
      place->as_of = ty_office_get_as_of (self->office);
      place->scope = ty_office_get_scope (self->office);
      place->has_scope = TRUE;
    }
  if (TY_IS_PEOPLE_PAGE (page))
    {
      place->population = ty_people_page_get_population (TY_PEOPLE_PAGE (page));
      place->condition = ty_people_page_get_condition (TY_PEOPLE_PAGE (page));
    }
  /* Who was merged into another meanwhile is that one. */
  if (TY_IS_PERSON_PAGE (page) && ty_person_page_get_person (TY_PERSON_PAGE (page)) != 0)
    place->person = ty_person_page_get_person (TY_PERSON_PAGE (page));
  if (TY_IS_COMPARE_PAGE (page) && g_str_equal (place->page, ty_page_get_page_name (page)))
    {
      g_clear_pointer (&place->people, g_variant_unref);
      place->people = dup_people (TY_COMPARE_PAGE (page));
    }
  g_clear_pointer (&place->state, g_variant_unref);
  if (self->office != NULL && g_strcmp0 (ty_page_get_page_name (page), place->page) == 0)
    place->state = g_variant_take_ref (ty_window_save_page (page));
}

/**
 * ty_window_get_place:
 * @self: a window
 *
 * Returns: where one is, with a state that belongs to the window
 */
TyPlace
ty_window_get_place (TyWindow *self)
{
  leave_place (self);
  return g_array_index (self->trail, TyPlace, self->place);
}

static gboolean
has_same_people (const TyPlace *a,
                 const TyPlace *b)
{
  return a->people == b->people
         || (a->people != NULL && b->people != NULL && g_variant_equal (a->people, b->people));
}

static gboolean
is_same_place (const TyPlace *a,
               const TyPlace *b)
{
  return g_str_equal (a->page, b->page) && a->population == b->population &&
         a->condition == b->condition && a->person == b->person && a->unit == b->unit
         && has_same_people (a, b);
}

/**
 * ty_window_go:
 * @self: a window
 * @place: where to; without a date the cut-off date stays, without a scope the scope
 *
 * Goes to a place. Back leads to where one was, at its cut-off date and in its scope, and to the page as
 * it was looked at.
 */
void
ty_window_go (TyWindow *self,
              TyPlace   place)
{
  TyPlace *current;

  leave_place (self);
  current = &g_array_index (self->trail, TyPlace, self->place);
  if (!is_same_place (current, &place))
    {
      g_array_set_size (self->trail, self->place + 1);
      if (place.state != NULL)
        g_variant_ref (place.state);
      if (place.people != NULL)
        g_variant_ref (place.people);
      g_array_append_val (self->trail, place);
      self->place++;
    }
  remember (self, &place);
  show_place (self, &place);
}

/**
 * ty_window_step:
 * @self: a window
 * @step: -1 for back, 1 for forward
 *
 * Goes back or forward on the way that one took.
 */
void
ty_window_step (TyWindow *self,
                int       step)
{
  TyPlace place;

  if ((step < 0 && self->place == 0) || (step > 0 && self->place + 1 >= self->trail->len))
    return;

  leave_place (self);
  self->place = (guint) ((int) self->place + step);
  place = g_array_index (self->trail, TyPlace, self->place);
  show_place (self, &place);
}

/**
 * ty_window_arrive:
 * @self: a window
 *
 * Notes that what is asked for now is shown.
 */
void
ty_window_arrive (TyWindow *self)
{
  if (self->office == NULL)
    return;

  self->arrival = (TyArrival) {
    .known = TRUE,
    .place = self->place,
    .as_of = ty_office_get_as_of (self->office),
    .scope = ty_office_get_scope (self->office),
  };
}

/**
 * ty_window_has_arrived:
 * @self: a window
 *
 * Returns: whether place, cut-off date and scope are those that were shown to the end the last time, or
 *   nothing was yet
 */
gboolean
ty_window_has_arrived (TyWindow *self)
{
  const TyArrival *arrival = &self->arrival;

  return !arrival->known || self->office == NULL
         || (arrival->place == self->place && arrival->scope == ty_office_get_scope (self->office)
             && ty_date_compare (arrival->as_of, ty_office_get_as_of (self->office)) == 0);
}

/**
 * ty_window_cancel_step:
 * @self: a window
 *
 * Goes back to what was shown to the end the last time, whatever was chosen since: another page, date or
 * scope. What is on the screen would otherwise not be what the header says.
 */
void
ty_window_cancel_step (TyWindow *self)
{
  TyArrival arrival = self->arrival;

  if (ty_window_has_arrived (self))
    return;

  if (arrival.place != self->place && arrival.place < self->trail->len)
    ty_window_step (self, (int) arrival.place - (int) self->place);
  ty_office_set_as_of (self->office, arrival.as_of);
  ty_office_set_scope (self->office, arrival.scope);
}

/**
 * ty_window_find_place:
 * @page_name: name of a page
 * @place: (out): the page as it begins
 *
 * Returns: whether the sidebar has such a page
 */
gboolean
ty_window_find_place (const char *page_name,
                      TyPlace    *place)
{
  static const char * const names[] = { "overview", "roster", "departed", "villages", "checks",
                                        "history", "filings", "lists", "pairing", "cross", "training",
                                        "dashboards" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], page_name) == 0)
      {
        *place = (TyPlace) {
          .page = names[i],
          .population = i == 2 ? TY_WHO_DEPARTED : TY_WHO_IN_OFFICE,
        };
        return TRUE;
      }
  return FALSE;
}

/**
 * ty_window_reset_trail:
 * @self: a window
 * @page_name: (nullable): the page where one begins; else the overview
 *
 * Forgets the way that one took: it led through another file.
 */
void
ty_window_reset_trail (TyWindow   *self,
                       const char *page_name)
{
  TyPlace place;

  if (!ty_window_find_place (page_name, &place))
    place = (TyPlace) { .page = "overview" };
  g_array_set_size (self->trail, 0);
  g_array_append_val (self->trail, place);
  self->place = 0;
  self->arrival.known = FALSE;
  show_place (self, &place);
}
