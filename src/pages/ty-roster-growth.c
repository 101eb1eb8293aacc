/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-growth"

#include "config.h"

#include "ty-roster-growth.h"

#define REST 120000 /* µs behind the last answer: at ten keys a second there is another one before */

/* µs of a frame that rows may take: the rest of it is for their places and for drawing. Who looks at a list
 * for the first time does not type yet, and wants to see all of it. */
#define SHARE 4000
#define FIRST_SHARE 12000

/**
 * TyRosterGrowth:
 *
 * Lets the list of a column view grow, some rows a frame, once what is in sight was drawn and nobody types
 * on: rows that the next key takes away again cost twice. Whoever touches the view meanwhile finds all of
 * the list there.
 */
struct _TyRosterGrowth
{
  GtkWidget *view;                /* (owned) */
  GtkEventController *controller; /* (owned) */
  TyRosterList *list;             /* (owned) (nullable) */
  guint tick_id;
  gboolean first;                 /* whether the list grows for the first time */
  gboolean drawn;                 /* whether a frame was drawn since the list was replaced */
  gint64 replaced;                /* when the list was, on the monotonic clock */
};

static gboolean
is_loading (TyRosterList *list)
{
  gboolean loading;

  g_object_get (list, "loading", &loading, NULL);
  return loading;
}

/* While somebody types on, no rows out of sight are made for people who are about to go; rows of nobody go at
 * once. */
static gboolean
is_time (TyRosterGrowth *self)
{
  if (ty_roster_list_is_shrinking (self->list) || ty_roster_list_is_hasty (self->list))
    return self->drawn;

  return g_get_monotonic_time () >= self->replaced + REST && !is_loading (self->list);
}

/* As many rows as there is time for, on whatever machine. */
static void
grow (TyRosterGrowth *self)
{
  gint64 until = g_get_monotonic_time () + (self->first ? FIRST_SHARE : SHARE);

  do
    ty_roster_list_grow (self->list);
  while (ty_roster_list_is_growing (self->list) && g_get_monotonic_time () < until);
}

static gboolean
grow_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  TyRosterGrowth *self = data;

  if (is_time (self))
    grow (self);
  self->drawn = TRUE;
  if (ty_roster_list_is_growing (self->list))
    return G_SOURCE_CONTINUE;

  self->first = FALSE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
stop (TyRosterGrowth *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (self->view, self->tick_id);
  self->tick_id = 0;
}

static void
replaced_cb (TyRosterGrowth *self,
             TyRosterList   *list)
{
  self->drawn = FALSE;
  self->replaced = g_get_monotonic_time ();
  if (self->tick_id == 0 && ty_roster_list_is_growing (list))
    self->tick_id = gtk_widget_add_tick_callback (self->view, grow_cb, self, NULL);
}

static gboolean
event_cb (TyRosterGrowth *self,
          GdkEvent       *event)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_KEY_PRESS:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
      if (self->list != NULL)
        ty_roster_list_grow_up (self->list);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

/**
 * ty_roster_growth_new:
 * @view: a column view in a scrolled window
 *
 * Returns: (transfer full): the growth of a list that is still to be set
 */
TyRosterGrowth *
ty_roster_growth_new (GtkColumnView *view)
{
  TyRosterGrowth *self;
  GtkWidget *window = gtk_widget_get_parent (GTK_WIDGET (view));

  g_return_val_if_fail (GTK_IS_SCROLLED_WINDOW (window), NULL);

  self = g_new0 (TyRosterGrowth, 1);
  self->view = g_object_ref (GTK_WIDGET (view));
  self->controller = g_object_ref (gtk_event_controller_legacy_new ());
  gtk_event_controller_set_propagation_phase (self->controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->controller, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (window, self->controller);
  return self;
}

void
ty_roster_growth_free (TyRosterGrowth *self)
{
  ty_roster_growth_set_list (self, NULL);
  g_signal_handlers_disconnect_by_data (self->controller, self);
  g_object_unref (self->controller);
  g_object_unref (self->view);
  g_free (self);
}

/**
 * ty_roster_growth_set_list:
 * @self: a growth
 * @list: (nullable): the list of the view
 */
void
ty_roster_growth_set_list (TyRosterGrowth *self,
                           TyRosterList   *list)
{
  stop (self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  self->first = TRUE;
  if (list != NULL)
    g_signal_connect_swapped (list, "replaced", G_CALLBACK (replaced_cb), self);
}
