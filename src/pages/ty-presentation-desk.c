/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-presentation"

#include "config.h"

#include "ty-presentation-desk.h"

#include "ty-presentation-choices.h"
#include "ty-presentation-screen.h"

#include <glib/gi18n-lib.h>

/* What the speaker has on the own screen: the slide, the next one, notes, the time and how long it has been. */

#define SPACING 24
#define NEXT_WIDTH 480

typedef struct
{
  TyPresentation *presentation; /* (borrowed): it owns the desk */
  TySlides *slides;             /* (owned) */
  GtkWidget *now;
  GtkWidget *next;
  GtkWidget *notes;
  GtkWidget *clock;
  guint number;
  gint64 begin;
  guint source;
} Desk;

static void
desk_free (gpointer data)
{
  Desk *desk = data;

  g_clear_handle_id (&desk->source, g_source_remove);
  ty_slides_unref (desk->slides);
  g_free (desk);
}

static Desk *
get_desk (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "ty-presentation-desk");
}

static void
draw_next_cb (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        data)
{
  Desk *desk = data;
  TyTheme theme;

  ty_presentation_choices_read_theme (GTK_WIDGET (area), &theme);
  ty_slides_draw (desk->slides, desk->number + 1, cr, &theme, width, height, TY_CHART_NONE, TY_CHART_NONE);
}

static gboolean
tick_cb (gpointer data)
{
  Desk *desk = data;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  int seconds = (int) ((g_get_monotonic_time () - desk->begin) / G_USEC_PER_SEC);
  g_autofree char *text = g_strdup_printf ("%s\u3000%d:%02d", time, seconds / 60, seconds % 60);

  gtk_label_set_text (GTK_LABEL (desk->clock), text);
  return G_SOURCE_CONTINUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        gpointer               data)
{
  (void) controller;
  (void) code;
  (void) state;
  return ty_presentation_press (((Desk *) data)->presentation, key);
}

static gboolean
close_cb (GtkWindow *window,
          gpointer   data)
{
  (void) window;
  gtk_window_close (GTK_WINDOW (((Desk *) data)->presentation));
  return TRUE;
}

static GtkWidget *
make_next (Desk *desk)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_next_cb, desk, NULL);
  gtk_widget_set_size_request (area, NEXT_WIDTH, NEXT_WIDTH * 9 / 16);
  return area;
}

static GtkWidget *
make_side (Desk *desk)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *heading = gtk_label_new (_("Next"));

  gtk_widget_add_css_class (desk->clock, "title-2");
  gtk_widget_add_css_class (desk->clock, "numeric");
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (desk->clock), 0);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_xalign (GTK_LABEL (desk->notes), 0);
  gtk_label_set_yalign (GTK_LABEL (desk->notes), 0);
  gtk_label_set_wrap (GTK_LABEL (desk->notes), TRUE);
  gtk_widget_set_vexpand (desk->notes, TRUE);
  gtk_widget_set_size_request (side, NEXT_WIDTH, -1);
  gtk_box_append (GTK_BOX (side), desk->clock);
  gtk_box_append (GTK_BOX (side), heading);
  gtk_box_append (GTK_BOX (side), desk->next);
  gtk_box_append (GTK_BOX (side), desk->notes);
  return side;
}

static GtkWidget *
make_content (Desk *desk)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  g_object_set (box, "margin-start", SPACING, "margin-end", SPACING, "margin-top", SPACING, "margin-bottom", SPACING,
                NULL);
  gtk_widget_set_hexpand (desk->now, TRUE);
  gtk_widget_set_vexpand (desk->now, TRUE);
  gtk_box_append (GTK_BOX (box), desk->now);
  gtk_box_append (GTK_BOX (box), make_side (desk));
  return box;
}

/**
 * ty_presentation_desk_new:
 * @presentation: what is shown to the others
 * @slides: its slides
 *
 * Returns: (transfer none): the window of the speaker, whose keys go to the presentation
 */
GtkWindow *
ty_presentation_desk_new (TyPresentation *presentation,
                          TySlides       *slides)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkEventController *keys = gtk_event_controller_key_new ();
  Desk *desk = g_new0 (Desk, 1);

  desk->presentation = presentation;
  desk->slides = ty_slides_ref (slides);
  desk->begin = g_get_monotonic_time ();
  desk->now = ty_presentation_screen_new (presentation);
  desk->next = make_next (desk);
  desk->notes = gtk_label_new (NULL);
  desk->clock = gtk_label_new (NULL);
  gtk_window_set_title (window, _("Speaker"));
  gtk_window_set_child (window, make_content (desk));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), desk);
  g_signal_connect (window, "close-request", G_CALLBACK (close_cb), desk);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  g_object_set_data_full (G_OBJECT (window), "ty-presentation-desk", desk, desk_free);
  desk->source = g_timeout_add_seconds (1, tick_cb, desk);
  tick_cb (desk);
  return window;
}

/**
 * ty_presentation_desk_update:
 * @window: the window of the speaker
 * @number: the slide that is shown
 */
void
ty_presentation_desk_update (GtkWindow *window,
                             guint      number)
{
  Desk *desk = get_desk (window);
  guint n = ty_slides_get_n (desk->slides);
  const char *notes = number < n ? ty_slides_get_notes (desk->slides, number) : NULL;
  const char *next = number + 1 < n ? ty_slides_get_title (desk->slides, number + 1) : "";

  desk->number = number;
  gtk_label_set_text (GTK_LABEL (desk->notes), notes != NULL ? notes : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (desk->next), GTK_ACCESSIBLE_PROPERTY_LABEL, next, -1);
  ty_presentation_screen_update (TY_PRESENTATION_SCREEN (desk->now));
  gtk_widget_queue_draw (desk->next);
}
