/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-presentation"

#include "config.h"

#include "ty-presentation-screen.h"

/**
 * TyPresentationScreen:
 *
 * What the others see, in the window of the presentation and in that of the speaker. Who hears the screen hears the
 * slide as a picture with its title and what it says, and a list over it as a dialog, which has the focus until it goes.
 */
struct _TyPresentationScreen
{
  GtkWidget parent_instance;

  TyPresentation *presentation; /* (borrowed): it owns the window in which this is */
  GtkWidget *slide;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (TyPresentationScreen, ty_presentation_screen, GTK_TYPE_WIDGET)

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        data)
{
  (void) area;
  ty_presentation_draw (TY_PRESENTATION_SCREEN (data)->presentation, cr, width, height);
}

/* The title and what the slide says, or the mark that the keyboard is at. */
static void
tell (GtkWidget *area,
      TySlides  *slides,
      guint      number,
      guint      mark)
{
  g_autofree char *readout = ty_slides_dup_readout (slides, number, mark);
  g_autofree char *summary = ty_slides_dup_summary (slides, number);

  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  readout != NULL ? readout : ty_slides_get_title (slides, number),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
}

/**
 * ty_presentation_screen_update:
 * @self: a screen
 *
 * Draws and tells what the presentation shows now.
 */
void
ty_presentation_screen_update (TyPresentationScreen *self)
{
  TySlides *slides;
  GtkWidget *area;
  gboolean over;
  guint number, mark;

  g_return_if_fail (TY_IS_PRESENTATION_SCREEN (self));

  over = ty_presentation_get_people (self->presentation) != NULL;
  area = over ? self->list : self->slide;
  slides = ty_presentation_get_shown (self->presentation, &number, &mark);
  if (number < ty_slides_get_n (slides))
    tell (area, slides, number, mark);

  /* What has the focus is told: the list when it comes, and the slide again when it goes. */
  gtk_widget_set_visible (self->list, over);
  if (!gtk_widget_is_focus (area))
    gtk_widget_grab_focus (area);
  gtk_widget_queue_draw (area);
}

static void
ty_presentation_screen_dispose (GObject *object)
{
  TyPresentationScreen *self = TY_PRESENTATION_SCREEN (object);

  g_clear_pointer (&self->slide, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);

  G_OBJECT_CLASS (ty_presentation_screen_parent_class)->dispose (object);
}

static void
ty_presentation_screen_class_init (TyPresentationScreenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_presentation_screen_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_area (TyPresentationScreen *self,
          GtkAccessibleRole     role)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", role, "focusable", TRUE, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, self, NULL);
  gtk_widget_set_parent (area, GTK_WIDGET (self));
  return area;
}

static void
ty_presentation_screen_init (TyPresentationScreen *self)
{
  self->slide = add_area (self, GTK_ACCESSIBLE_ROLE_IMG);
  self->list = add_area (self, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_hide (self->list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_MODAL, TRUE, -1);
}

/**
 * ty_presentation_screen_new:
 * @presentation: what is shown
 *
 * Returns: (transfer floating): a new screen
 */
GtkWidget *
ty_presentation_screen_new (TyPresentation *presentation)
{
  TyPresentationScreen *self = g_object_new (TY_TYPE_PRESENTATION_SCREEN, NULL);

  self->presentation = presentation;
  return GTK_WIDGET (self);
}
