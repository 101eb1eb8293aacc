/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-training-page-room"

#include "config.h"

#include "ty-training-page-private.h"

#include "ty-text-columns.h"

#define SIDEBAR_WIDTH 208 /* pixels */
#define NAME_LENGTH 18    /* characters of the name of a course that are to be seen */
#define POSTS_LENGTH 12   /* characters of the posts of somebody */

/* Who is entered stands beside the courses where names and posts are not cut by it, which depends on language and
 * size of the text: with all columns; without those that the head of the pane tells; else below the courses. */

static gboolean
is_spare (guint    column,
          gboolean of_courses)
{
  return of_courses ? column == TY_COURSE_COLUMN_KIND || column == TY_COURSE_COLUMN_LEVEL
                    : column == TY_ATTENDEE_COLUMN_CERTIFICATE;
}

static int
measure (TyTrainingPage *self,
         gboolean        of_courses,
         gboolean        all)
{
  GtkColumnView *view = of_courses ? self->course_view : self->people_view;
  guint n = of_courses ? TY_N_COURSE_COLUMNS : TY_N_ATTENDEE_COLUMNS;
  int width = 0;

  for (guint i = 0; i < n; i++)
    if (all || !is_spare (i, of_courses))
      width += ty_text_columns_measure (view, i, of_courses ? NAME_LENGTH : POSTS_LENGTH);
  return width;
}

static void
show_columns (TyTrainingPage *self,
              gboolean        all)
{
  ty_text_columns_show (self->course_view, TY_COURSE_COLUMN_KIND, all);
  ty_text_columns_show (self->course_view, TY_COURSE_COLUMN_LEVEL, all);
  ty_text_columns_show (self->people_view, TY_ATTENDEE_COLUMN_CERTIFICATE, all);
}

static void
width_cb (TyTrainingPage *self,
          GParamSpec     *pspec,
          GdkSurface     *surface)
{
  int width = gdk_surface_get_width (surface) - SIDEBAR_WIDTH;
  gboolean all = width >= measure (self, TRUE, TRUE) + measure (self, FALSE, TRUE);
  gboolean beside = width >= measure (self, TRUE, FALSE) + measure (self, FALSE, FALSE);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes), beside ? GTK_ORIENTATION_HORIZONTAL
                                                                       : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (self->course_pane, beside ? measure (self, FALSE, all) : -1, -1);
  /* On a wide screen both grow, and the courses still have what they need. */
  gtk_widget_set_hexpand (self->course_pane,
                          beside && (width - measure (self, FALSE, all)) / 2 >= measure (self, TRUE, TRUE));
  show_columns (self, all || !beside);
}

/**
 * ty_training_page_watch_room: (skip)
 * @self: a page that is realized
 *
 * Looks from here on how much room there is.
 */
void
ty_training_page_watch_room (TyTrainingPage *self)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));

  g_signal_connect_object (surface, "notify::width", G_CALLBACK (width_cb), self, G_CONNECT_SWAPPED);
  width_cb (self, NULL, surface);
}

/**
 * ty_training_page_unwatch_room: (skip)
 * @self: a page that is about to be unrealized
 */
void
ty_training_page_unwatch_room (TyTrainingPage *self)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));

  g_signal_handlers_disconnect_by_func (surface, width_cb, self);
}
