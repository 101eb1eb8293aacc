/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-pages"

#include "config.h"

#include "ty-roster-pages.h"

#define MAX_PAGES 64
#define MAX_FLYING 4    /* requests at a time */
#define HOLD_TIME 12000 /* µs for which a frame may wait for the rows in sight */
#define HOLD_STEP 200   /* µs */
#define LATER 20        /* ms until what is out of sight is asked for: one frame and a bit */

/**
 * TyRosterPages:
 *
 * The pages of a roster that were looked at last. A page is asked for when somebody looks at it.
 */
struct _TyRosterPages
{
  /* Owned */
  TyOffice *office;
  GArray *people;          /* (element-type gint64) */
  GHashTable *by_number;   /* number of the page to the page */
  GQueue recent;           /* of pages, the one used last in front */
  GArray *left;            /* (element-type guint): places whose item outlived its page */
  GCancellable *fetching;  /* of the pages of these people */

  TyRosterPagesFunc failed;
  gpointer data;
  guint serial;            /* counts the requests */
  guint n_flying;          /* requests whose answer is awaited */
  guint fetch_id;          /* source that sends those for what is in sight */
  guint later_id;          /* source that sends the others */
  guint hold_id;           /* source that holds a frame back */
  gint64 hold_until;       /* on the monotonic clock */
  guint seen_first;        /* the pages in sight */
  guint seen_last;
};

typedef struct
{
  TyRosterPages *pages; /* (unowned): not to be touched once it was cancelled */
  guint number;
  guint serial;
} Fetch;

static void fetch_wanted (TyRosterPages *self);

static void
rows_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Fetch *fetch = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = ty_office_load_rows_finish (TY_OFFICE (source), result, &error);
  TyRosterPages *self;
  TyRosterPage *page;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = fetch->pages;
  self->n_flying--;
  page = g_hash_table_lookup (self->by_number, GUINT_TO_POINTER (fetch->number));
  if (page != NULL && page->serial == fetch->serial)
    {
      fetch_wanted (self);
      ty_roster_page_end (page, rows);
      if (rows == NULL)
        self->failed (error, self->data);
    }
  else
    fetch_wanted (self);
}

static void
fetch_page (TyRosterPages *self,
            TyRosterPage *page)
{
  Fetch *fetch = g_new0 (Fetch, 1);

  ty_roster_page_begin (page, ++self->serial);
  self->n_flying++;
  fetch->pages = self;
  fetch->number = page->number;
  fetch->serial = page->serial;
  ty_office_load_rows_async (self->office, page->people, page->n_items, self->fetching, rows_cb,
                             fetch);
}

/* How many pages away from those in sight. */
static guint
get_distance (TyRosterPages *self,
              guint          number)
{
  if (number < self->seen_first)
    return self->seen_first - number;

  return number > self->seen_last ? number - self->seen_last : 0;
}

/* The one nearest to what is in sight, but not further away than @most. */
static TyRosterPage *
choose_wanted (TyRosterPages *self,
               guint          most)
{
  TyRosterPage *nearest = NULL;
  guint least = most;

  for (GList *link = self->recent.head; link != NULL; link = link->next)
    {
      TyRosterPage *page = link->data;
      guint distance = get_distance (self, page->number);

      if (!page->wanted || distance > least || (nearest != NULL && distance == least))
        continue;
      nearest = page;
      least = distance;
    }
  return nearest;
}

/* Whether a page in sight is on its way. */
static gboolean
is_awaited (TyRosterPages *self)
{
  for (guint number = self->seen_first; number <= self->seen_last; number++)
    {
      TyRosterPage *page = g_hash_table_lookup (self->by_number, GUINT_TO_POINTER (number));

      if (page != NULL && page->loading)
        return TRUE;
    }
  return FALSE;
}

/* For a moment it stands in the way of drawing, which has a lower priority, and of nothing else: an
 * answer that comes in this moment is drawn at once, and not after a frame without it. */
static gboolean
hold_cb (gpointer user_data)
{
  TyRosterPages *self = user_data;

  if (is_awaited (self) && g_get_monotonic_time () < self->hold_until)
    {
      g_usleep (HOLD_STEP);
      return G_SOURCE_CONTINUE;
    }
  self->hold_id = 0;
  return G_SOURCE_REMOVE;
}

static void
hold_drawing (TyRosterPages *self)
{
  if (self->hold_id != 0 || !is_awaited (self))
    return;

  self->hold_until = g_get_monotonic_time () + HOLD_TIME;
  self->hold_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, hold_cb, self, NULL);
}

/* Few at a time: who runs through the list does not wait for what is long out of sight. */
static void
fetch_within (TyRosterPages *self,
              guint          distance)
{
  while (self->n_flying < MAX_FLYING)
    {
      TyRosterPage *page = choose_wanted (self, distance);

      if (page == NULL)
        return;
      fetch_page (self, page);
    }
}

static gboolean
later_cb (gpointer user_data)
{
  TyRosterPages *self = user_data;

  self->later_id = 0;
  fetch_within (self, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

/* What is out of sight waits until what is in sight was drawn: reading it would take processors away
 * from drawing, and its answers time. */
static void
fetch_wanted (TyRosterPages *self)
{
  fetch_within (self, 0);
  if (self->later_id == 0 && self->n_flying < MAX_FLYING
      && choose_wanted (self, G_MAXUINT) != NULL)
    self->later_id = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, LATER, later_cb, self, NULL);
}

static gboolean
fetch_cb (gpointer user_data)
{
  TyRosterPages *self = user_data;

  self->fetch_id = 0;
  fetch_wanted (self);
  hold_drawing (self);
  return G_SOURCE_REMOVE;
}

/* A moment later, when it is known what else is wanted. */
static void
fetch_soon (TyRosterPages *self)
{
  if (self->fetch_id == 0)
    self->fetch_id = g_idle_add_full (G_PRIORITY_DEFAULT, fetch_cb, self, NULL);
}

static void
drop_page (TyRosterPages *self,
           TyRosterPage *page)
{
  for (guint i = 0; i < page->n_items; i++)
    if (ty_roster_page_has_held (page, i))
      {
        guint place = page->number * TY_ROSTER_PAGE_SIZE + i;

        g_array_append_val (self->left, place);
      }
  g_queue_unlink (&self->recent, &page->link);
  g_hash_table_remove (self->by_number, GUINT_TO_POINTER (page->number));
}

static guint
count_on_page (GArray *people,
               guint   number)
{
  guint first = number * TY_ROSTER_PAGE_SIZE;

  return people->len > first ? MIN (people->len - first, TY_ROSTER_PAGE_SIZE) : 0;
}

static TyRosterPage *
add_page (TyRosterPages *self,
          guint         number)
{
  guint first = number * TY_ROSTER_PAGE_SIZE;
  TyRosterPage *page = ty_roster_page_new (number, &g_array_index (self->people, gint64, first),
                                           count_on_page (self->people, number));

  if (self->recent.length == MAX_PAGES)
    drop_page (self, g_queue_peek_tail (&self->recent));
  g_hash_table_insert (self->by_number, GUINT_TO_POINTER (number), page);
  g_queue_push_head_link (&self->recent, &page->link);
  fetch_soon (self);
  return page;
}

static TyRosterPage *
use_page (TyRosterPages *self,
          guint         number)
{
  TyRosterPage *page = g_hash_table_lookup (self->by_number, GUINT_TO_POINTER (number));

  if (page == NULL)
    return add_page (self, number);

  g_queue_unlink (&self->recent, &page->link);
  g_queue_push_head_link (&self->recent, &page->link);
  return page;
}

/* What is on its way does not count any more. */
static void
cancel_fetching (TyRosterPages *self)
{
  g_cancellable_cancel (self->fetching);
  g_object_unref (self->fetching);
  self->fetching = g_cancellable_new ();
  self->n_flying = 0;
}

/* Keeps the places of items that nothing but a new look at them reaches. */
static GArray *
take_left (TyRosterPages *self)
{
  GArray *left = g_steal_pointer (&self->left);

  self->left = g_array_new (FALSE, FALSE, sizeof (guint));
  return left;
}

/**
 * ty_roster_pages_new:
 * @office: whom to ask
 * @failed: called with the error where a page could not be read
 * @data: for @failed
 *
 * Returns: (transfer full): the pages of a roster without people
 */
TyRosterPages *
ty_roster_pages_new (TyOffice          *office,
                     TyRosterPagesFunc  failed,
                     gpointer           data)
{
  TyRosterPages *self = g_new0 (TyRosterPages, 1);

  self->office = g_object_ref (office);
  self->failed = failed;
  self->data = data;
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->by_number = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) ty_roster_page_free);
  self->left = g_array_new (FALSE, FALSE, sizeof (guint));
  self->fetching = g_cancellable_new ();
  g_queue_init (&self->recent);
  return self;
}

void
ty_roster_pages_free (TyRosterPages *self)
{
  g_cancellable_cancel (self->fetching);
  g_clear_handle_id (&self->fetch_id, g_source_remove);
  g_clear_handle_id (&self->later_id, g_source_remove);
  g_clear_handle_id (&self->hold_id, g_source_remove);
  g_hash_table_unref (self->by_number);
  g_array_unref (self->people);
  g_array_unref (self->left);
  g_object_unref (self->fetching);
  g_object_unref (self->office);
  g_free (self);
}

/**
 * ty_roster_pages_set_seen:
 * @self: pages
 * @first: the first place in sight
 * @last: the last one
 *
 * What is in sight comes first.
 */
void
ty_roster_pages_set_seen (TyRosterPages *self,
                          guint          first,
                          guint          last)
{
  self->seen_first = first / TY_ROSTER_PAGE_SIZE;
  self->seen_last = last / TY_ROSTER_PAGE_SIZE;
  if (choose_wanted (self, 0) != NULL)
    fetch_soon (self);
}

/**
 * ty_roster_pages_get_item:
 * @self: pages
 * @position: a place in the roster
 *
 * Returns: (transfer full): the item there
 */
TyRosterItem *
ty_roster_pages_get_item (TyRosterPages *self,
                          guint          position)
{
  return ty_roster_page_get_item (use_page (self, position / TY_ROSTER_PAGE_SIZE),
                                  position % TY_ROSTER_PAGE_SIZE);
}

/**
 * ty_roster_pages_refill:
 * @self: pages
 * @people: (element-type gint64): the keys of other people
 *
 * Gives the places of items that somebody holds to other people. An item shows the old row until the
 * new one comes.
 *
 * Returns: (transfer full) (element-type guint): places that must be looked at anew
 */
GArray *
ty_roster_pages_refill (TyRosterPages *self,
                        GArray        *people)
{
  g_autoptr(GArray) old = g_steal_pointer (&self->people);

  self->people = g_array_ref (people);
  cancel_fetching (self);
  for (GList *link = self->recent.head, *next; link != NULL; link = next)
    {
      TyRosterPage *page = link->data;
      guint first = page->number * TY_ROSTER_PAGE_SIZE;
      guint n = count_on_page (people, page->number);

      next = link->next;
      if (n > 0 && ty_roster_page_is_held (page))
        ty_roster_page_replace (page, &g_array_index (people, gint64, first), n);
      else
        drop_page (self, page);
    }
  fetch_soon (self);
  return take_left (self);
}

/**
 * ty_roster_pages_refresh:
 * @self: pages
 *
 * Reads the rows of what somebody holds again.
 *
 * Returns: (transfer full) (element-type guint): places that must be looked at anew
 */
GArray *
ty_roster_pages_refresh (TyRosterPages *self)
{
  for (GList *link = self->recent.head, *next; link != NULL; link = next)
    {
      TyRosterPage *page = link->data;

      next = link->next;
      if (ty_roster_page_is_held (page))
        page->wanted = TRUE;
      else
        drop_page (self, page);
    }
  fetch_soon (self);
  return take_left (self);
}
