/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-spinner"

#include "config.h"

#include "ty-spinner.h"

/**
 * TySpinner:
 *
 * Turns while it is seen. A GtkSpinner of GTK 4.8 that stands in a page of a stack or in a popover turns
 * behind it, too, and draws sixty frames a second of a window in which nothing moves.
 */
struct _TySpinner
{
  AdwBin parent_instance;

  /* Owned */
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (TySpinner, ty_spinner, ADW_TYPE_BIN)

static void
ty_spinner_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ty_spinner_parent_class)->map (widget);
  gtk_spinner_start (TY_SPINNER (widget)->spinner);
}

static void
ty_spinner_unmap (GtkWidget *widget)
{
  gtk_spinner_stop (TY_SPINNER (widget)->spinner);
  GTK_WIDGET_CLASS (ty_spinner_parent_class)->unmap (widget);
}

static void
ty_spinner_dispose (GObject *object)
{
  g_clear_object (&TY_SPINNER (object)->spinner);

  G_OBJECT_CLASS (ty_spinner_parent_class)->dispose (object);
}

static void
ty_spinner_class_init (TySpinnerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_spinner_dispose;
  widget_class->map = ty_spinner_map;
  widget_class->unmap = ty_spinner_unmap;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
}

static void
ty_spinner_init (TySpinner *self)
{
  self->spinner = g_object_ref_sink (GTK_SPINNER (gtk_spinner_new ()));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->spinner));
}
