/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-presentation"

#include "config.h"

#include "ty-presentation.h"

#include "ty-awake.h"
#include "ty-presentation-choices.h"
#include "ty-presentation-desk.h"
#include "ty-presentation-screen.h"
#include "ty-settings.h"

#include <glib/gi18n-lib.h>

#define SECONDS 20      /* for a slide that goes on by itself */
#define DIGITS_WAIT 900 /* milliseconds in which another digit may come */

typedef enum
{
  BLANK_NOT,
  BLANK_BLACK,
  BLANK_WHITE,
} Blank;

/**
 * TyPresentation:
 *
 * Slides over a whole screen, for a meeting. It listens to the keys that clickers send. Where there is a second
 * screen the speaker has the next slide, notes and a clock there. It shows numbers only; who is behind a mark is
 * told by whoever opened it, without anything that identifies somebody.
 */
struct _TyPresentation
{
  GtkWindow parent_instance;

  TySlides *slides; /* (owned) */
  TySlides *people; /* (owned) (nullable): what is shown over the slides */
  GtkWidget *area;  /* (borrowed) */
  GtkWindow *desk;  /* (owned) (nullable): of the speaker */
  TyAwake *awake;   /* (owned) (nullable) */
  GdkMonitor *own;     /* (owned) (nullable): on which the speaker works */
  GdkMonitor *monitor; /* (owned) (nullable): of the slides */
  guint number;
  guint person; /* the slide of @people */
  guint hovered;
  guint focused;
  Blank blank;
  guint digits;
  guint digits_source;
  guint seconds;
  guint advance_source;
  guint screens_source;
};

G_DEFINE_FINAL_TYPE (TyPresentation, ty_presentation, GTK_TYPE_WINDOW)

static guint mark_activated_signal;

static void
redraw (TyPresentation *self)
{
  ty_presentation_screen_update (TY_PRESENTATION_SCREEN (self->area));
  if (self->desk != NULL)
    ty_presentation_desk_update (self->desk, self->number);
}

/**
 * ty_presentation_draw:
 * @self: a presentation
 * @cr: where it is drawn
 * @width: of the screen, or of a part of it
 * @height: the same downwards
 *
 * Draws what the others see.
 */
void
ty_presentation_draw (TyPresentation *self,
                      cairo_t        *cr,
                      double          width,
                      double          height)
{
  TyTheme theme;

  if (self->blank != BLANK_NOT)
    {
      double grey = self->blank == BLANK_WHITE ? 1 : 0;

      cairo_set_source_rgb (cr, grey, grey, grey);
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_fill (cr);
      return;
    }

  ty_presentation_choices_read_theme (self->area, &theme);
  if (self->people != NULL)
    ty_slides_draw (self->people, self->person, cr, &theme, width, height, TY_CHART_NONE, TY_CHART_NONE);
  else
    ty_slides_draw (self->slides, self->number, cr, &theme, width, height, self->hovered, self->focused);
}

static gboolean
advance_cb (gpointer data)
{
  TyPresentation *self = TY_PRESENTATION (data);
  guint n = ty_slides_get_n (self->slides);

  /* Who reads a list, or listens to the speaker, is not taken away from it. */
  if (self->people == NULL && self->blank == BLANK_NOT)
    ty_presentation_go (self, self->number + 1 < n ? self->number + 1 : 0);
  return G_SOURCE_CONTINUE;
}

static void
restart (TyPresentation *self)
{
  g_clear_handle_id (&self->advance_source, g_source_remove);
  if (self->seconds > 0)
    self->advance_source = g_timeout_add_seconds (self->seconds, advance_cb, self);
}

/**
 * ty_presentation_set_seconds:
 * @self: a presentation
 * @seconds: how long a slide is shown before the next one comes by itself; 0 for as long as nobody goes on
 */
void
ty_presentation_set_seconds (TyPresentation *self,
                             guint           seconds)
{
  g_return_if_fail (TY_IS_PRESENTATION (self));

  self->seconds = seconds;
  restart (self);
}

/**
 * ty_presentation_is_running:
 * @self: a presentation
 *
 * Returns: whether slides go on by themselves
 */
gboolean
ty_presentation_is_running (TyPresentation *self)
{
  g_return_val_if_fail (TY_IS_PRESENTATION (self), FALSE);

  return self->advance_source != 0;
}

/**
 * ty_presentation_get_number:
 * @self: a presentation
 *
 * Returns: which slide is shown, from 0
 */
guint
ty_presentation_get_number (TyPresentation *self)
{
  g_return_val_if_fail (TY_IS_PRESENTATION (self), 0);

  return self->number;
}

/**
 * ty_presentation_go:
 * @self: a presentation
 * @number: a slide, from 0; the last one where there are not so many
 */
void
ty_presentation_go (TyPresentation *self,
                    guint           number)
{
  guint n;

  g_return_if_fail (TY_IS_PRESENTATION (self));

  n = ty_slides_get_n (self->slides);
  if (n == 0)
    return;

  self->number = MIN (number, n - 1);
  self->hovered = self->focused = TY_CHART_NONE;
  self->blank = BLANK_NOT;
  g_clear_pointer (&self->people, ty_slides_unref);
  restart (self);
  redraw (self);
}

/**
 * ty_presentation_is_blank:
 * @self: a presentation
 *
 * Returns: whether the screen is black or white, so that all look at the speaker
 */
gboolean
ty_presentation_is_blank (TyPresentation *self)
{
  g_return_val_if_fail (TY_IS_PRESENTATION (self), FALSE);

  return self->blank != BLANK_NOT;
}

/**
 * ty_presentation_show_people:
 * @self: a presentation
 * @chart: a table of those behind a mark, without what identifies them
 *
 * Shows it over the slide, until the speaker goes back or on.
 */
void
ty_presentation_show_people (TyPresentation *self,
                             TyChart        *chart)
{
  g_return_if_fail (TY_IS_PRESENTATION (self));

  g_clear_pointer (&self->people, ty_slides_unref);
  self->people = ty_slides_new_like (self->slides);
  self->person = 0;
  ty_slides_add (self->people, chart, NULL);
  redraw (self);
}

/**
 * ty_presentation_get_people:
 * @self: a presentation
 *
 * Returns: (transfer none) (nullable): what lies over the slide
 */
TySlides *
ty_presentation_get_people (TyPresentation *self)
{
  g_return_val_if_fail (TY_IS_PRESENTATION (self), NULL);

  return self->people;
}

/**
 * ty_presentation_get_shown:
 * @self: a presentation
 * @number: (out): which of its slides
 * @mark: (out): the mark of it that the keyboard is at, or #TY_CHART_NONE
 *
 * Returns: (transfer none): the slides that are seen: what lies over the others, if there is something
 */
TySlides *
ty_presentation_get_shown (TyPresentation *self,
                           guint          *number,
                           guint          *mark)
{
  g_return_val_if_fail (TY_IS_PRESENTATION (self), NULL);

  *mark = self->people != NULL ? TY_CHART_NONE : self->focused;
  *number = self->people != NULL ? self->person : self->number;
  return self->people != NULL ? self->people : self->slides;
}

static gboolean
step (TyPresentation *self,
      int             by)
{
  if (self->people != NULL && (by > 0 ? self->person + 1 < ty_slides_get_n (self->people) : self->person > 0))
    {
      self->person = (guint) ((int) self->person + by);
      redraw (self);
      return TRUE;
    }
  if (self->people != NULL && by < 0)
    ty_presentation_go (self, self->number);
  else if (by > 0 || self->number > 0)
    ty_presentation_go (self, (guint) ((int) self->number + by));
  return TRUE;
}

static gboolean
toggle_blank (TyPresentation *self,
              Blank           blank)
{
  self->blank = self->blank == blank ? BLANK_NOT : blank;
  redraw (self);
  return TRUE;
}

/* First what lies over the slide goes, then the presentation. */
static gboolean
leave (TyPresentation *self)
{
  if (self->people != NULL || self->blank != BLANK_NOT)
    ty_presentation_go (self, self->number);
  else
    gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static gboolean
jump_cb (gpointer data)
{
  TyPresentation *self = TY_PRESENTATION (data);

  self->digits_source = 0;
  if (self->digits > 0)
    ty_presentation_go (self, self->digits - 1);
  self->digits = 0;
  return G_SOURCE_REMOVE;
}

/* A number is jumped to with Enter, or when no digit could follow, or when none comes. */
static gboolean
add_digit (TyPresentation *self,
           guint           digit)
{
  g_clear_handle_id (&self->digits_source, g_source_remove);
  self->digits = MIN (self->digits * 10 + digit, 9999);
  if (self->digits > 0 && self->digits * 10 > ty_slides_get_n (self->slides))
    jump_cb (self);
  else
    self->digits_source = g_timeout_add (DIGITS_WAIT, jump_cb, self);
  return TRUE;
}

static gboolean
activate (TyPresentation *self,
          guint           mark)
{
  if (mark == TY_CHART_NONE)
    return FALSE;

  g_signal_emit (self, mark_activated_signal, 0, self->number, mark);
  return TRUE;
}

static gboolean
enter (TyPresentation *self)
{
  if (self->digits > 0)
    {
      g_clear_handle_id (&self->digits_source, g_source_remove);
      jump_cb (self);
      return TRUE;
    }
  if (self->people == NULL && activate (self, self->focused))
    return TRUE;

  return step (self, 1);
}

/* Tab goes from mark to mark, for who has no mouse at the lectern. */
static gboolean
focus_next (TyPresentation *self,
            gboolean        back)
{
  self->focused = ty_slides_step (self->slides, self->number, self->focused, back);
  redraw (self);
  return TRUE;
}

/* What covers a screen already leaves it first: window managers do not move it otherwise. */
static void
cover (GtkWindow  *window,
       GdkMonitor *monitor)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (window)))
    gtk_window_unfullscreen (window);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (window, monitor);
  else
    gtk_window_fullscreen (window);
}

static void
close_desk (TyPresentation *self)
{
  if (self->desk != NULL)
    gtk_window_destroy (self->desk);
  g_clear_object (&self->desk);
}

static void
show_desk (TyPresentation *self,
           GdkMonitor     *monitor)
{
  if (self->desk == NULL)
    self->desk = g_object_ref (ty_presentation_desk_new (self, self->slides));
  /* The window from which it was started comes up with the slides: the desk has to be above it, too. */
  gtk_window_set_transient_for (self->desk, gtk_window_get_transient_for (GTK_WINDOW (self)));
  cover (self->desk, monitor);
  gtk_window_present (self->desk);
  ty_presentation_desk_update (self->desk, self->number);
}

/* The slides on their screen, and what the speaker needs on another one if there is one. */
static void
cover_screens (TyPresentation *self)
{
  g_autoptr(GdkMonitor) other = ty_presentation_choices_find_other (gtk_widget_get_display (GTK_WIDGET (self)),
                                                                    self->monitor, self->own);

  cover (GTK_WINDOW (self), self->monitor);
  if (other != NULL)
    show_desk (self, other);
  else
    close_desk (self);
}

static gboolean
choose_screens_cb (gpointer data)
{
  TyPresentation *self = TY_PRESENTATION (data);
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));

  self->screens_source = 0;
  if (self->own != NULL && !gdk_monitor_is_valid (self->own))
    g_clear_object (&self->own);
  if (self->own == NULL)
    self->own = ty_presentation_choices_find_own (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_clear_object (&self->monitor);
  self->monitor = ty_presentation_choices_find_monitor (display, self->own);
  cover_screens (self);
  return G_SOURCE_REMOVE;
}

/* A screen was pulled out, or put in. GTK tells it before it knows where a new one is. */
static void
monitors_cb (TyPresentation *self)
{
  if (self->screens_source == 0)
    self->screens_source = g_idle_add (choose_screens_cb, self);
}

/* For where the screens are not those that one thought. */
static gboolean
swap (TyPresentation *self)
{
  g_autoptr(GdkMonitor) other = ty_presentation_choices_find_other (gtk_widget_get_display (GTK_WIDGET (self)),
                                                                    self->monitor, self->own);

  if (other == NULL)
    return TRUE;

  g_set_object (&self->own, self->monitor);
  g_set_object (&self->monitor, other);
  cover_screens (self);
  return TRUE;
}

/**
 * ty_presentation_press:
 * @self: a presentation
 * @key: a key, as a keyboard or a clicker sends it
 *
 * Returns: whether it means something
 */
gboolean
ty_presentation_press (TyPresentation *self,
                       guint           key)
{
  g_return_val_if_fail (TY_IS_PRESENTATION (self), FALSE);

  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    return add_digit (self, key - GDK_KEY_0);
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    return add_digit (self, key - GDK_KEY_KP_0);

  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_space:
    case GDK_KEY_Right:
    case GDK_KEY_Down:
    case GDK_KEY_n:
      return step (self, 1);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_BackSpace:
    case GDK_KEY_Left:
    case GDK_KEY_Up:
      return step (self, -1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      ty_presentation_go (self, 0);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      ty_presentation_go (self, G_MAXUINT);
      return TRUE;
    case GDK_KEY_b:
    case GDK_KEY_period:
      return toggle_blank (self, BLANK_BLACK);
    case GDK_KEY_w:
    case GDK_KEY_comma:
      return toggle_blank (self, BLANK_WHITE);
    case GDK_KEY_p:
      ty_presentation_set_seconds (self, self->seconds > 0 ? 0 : SECONDS);
      return TRUE;
    case GDK_KEY_s:
      return swap (self);
    case GDK_KEY_d:
      ty_presentation_choices_toggle_dark (self->area);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return enter (self);
    case GDK_KEY_Tab:
      return focus_next (self, FALSE);
    case GDK_KEY_ISO_Left_Tab:
      return focus_next (self, TRUE);
    case GDK_KEY_Escape:
    case GDK_KEY_F5:
      return leave (self);
    default:
      return FALSE;
    }
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
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;

  return ty_presentation_press (TY_PRESENTATION (data), key);
}

static guint
find (TyPresentation *self,
      double          x,
      double          y)
{
  if (self->people != NULL || self->blank != BLANK_NOT)
    return TY_CHART_NONE;

  return ty_slides_find (self->slides, self->number, gtk_widget_get_width (self->area),
                         gtk_widget_get_height (self->area), x, y);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           gpointer                  data)
{
  TyPresentation *self = TY_PRESENTATION (data);
  guint mark = find (self, x, y);

  (void) controller;
  if (mark == self->hovered)
    return;
  self->hovered = mark;
  gtk_widget_set_cursor_from_name (self->area, mark != TY_CHART_NONE ? "pointer" : NULL);
  redraw (self);
}

/* A click on a mark asks who is behind it; elsewhere it goes on, with the other button back. */
static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             gpointer         data)
{
  TyPresentation *self = TY_PRESENTATION (data);
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  (void) n_press;
  if (button == GDK_BUTTON_SECONDARY)
    step (self, -1);
  else if (button == GDK_BUTTON_PRIMARY && !activate (self, find (self, x, y)))
    step (self, 1);
}

/**
 * ty_presentation_start:
 * @self: a presentation
 * @parent: the window from which it is started, to which it leads back
 *
 * Shows the slides over a whole screen, the chosen one or another one than that of @parent, and keeps it awake until they
 * are left.
 */
void
ty_presentation_start (TyPresentation *self,
                       GtkWindow      *parent)
{
  GdkDisplay *display;

  g_return_if_fail (TY_IS_PRESENTATION (self));
  g_return_if_fail (GTK_IS_WINDOW (parent));

  display = gtk_widget_get_display (GTK_WIDGET (parent));
  self->own = ty_presentation_choices_find_own (parent);
  self->monitor = ty_presentation_choices_find_monitor (display, self->own);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (parent));
  self->awake = ty_awake_new (parent, _("Slides are shown"));
  redraw (self);
  g_signal_connect_object (gdk_display_get_monitors (display), "items-changed", G_CALLBACK (monitors_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ty_settings_get (), "changed::presentation-look", G_CALLBACK (redraw), self,
                           G_CONNECT_SWAPPED);
  cover_screens (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
ty_presentation_dispose (GObject *object)
{
  TyPresentation *self = TY_PRESENTATION (object);

  g_clear_pointer (&self->awake, ty_awake_free);
  g_clear_handle_id (&self->digits_source, g_source_remove);
  g_clear_handle_id (&self->advance_source, g_source_remove);
  g_clear_handle_id (&self->screens_source, g_source_remove);
  close_desk (self);
  g_clear_object (&self->own);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->people, ty_slides_unref);

  G_OBJECT_CLASS (ty_presentation_parent_class)->dispose (object);
}

static void
ty_presentation_finalize (GObject *object)
{
  g_clear_pointer (&TY_PRESENTATION (object)->slides, ty_slides_unref);

  G_OBJECT_CLASS (ty_presentation_parent_class)->finalize (object);
}

static void
ty_presentation_class_init (TyPresentationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ty_presentation_dispose;
  object_class->finalize = ty_presentation_finalize;

  /**
   * TyPresentation::mark-activated:
   * @self: a presentation
   * @slide: the slide that is shown, from 0
   * @mark: the mark of its chart
   *
   * Somebody asks who is behind a mark; ty_presentation_show_people() answers.
   */
  mark_activated_signal = g_signal_new ("mark-activated", TY_TYPE_PRESENTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
ty_presentation_init (TyPresentation *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->hovered = self->focused = TY_CHART_NONE;
  self->area = ty_presentation_screen_new (self);
  gtk_window_set_child (GTK_WINDOW (self), self->area);
  gtk_window_set_title (GTK_WINDOW (self), _("Presentation"));
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), 960, 540);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (self->area, motion);
  gtk_widget_add_controller (self->area, GTK_EVENT_CONTROLLER (click));
}

/**
 * ty_presentation_new:
 * @slides: what is shown, with all its slides
 *
 * Returns: (transfer none): a window, which is not shown yet and goes when it is closed
 */
TyPresentation *
ty_presentation_new (TySlides *slides)
{
  TyPresentation *self = g_object_new (TY_TYPE_PRESENTATION, NULL);

  self->slides = ty_slides_ref (slides);
  return self;
}
