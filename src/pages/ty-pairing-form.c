/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-form"

#include "config.h"

#include "ty-pairing-form.h"

#include "ty-form-guard.h"
#include "ty-problem-bar.h"

#include <glib/gi18n-lib.h>

/**
 * TyPairingForm:
 *
 * The window around the forms of the board: a pairing, its end, a talk. What was entered is kept until the
 * change was acknowledged.
 */
struct _TyPairingForm
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *title;
  GtkButton *default_button;
  TyProblemBar *problem_bar;
  GtkBox *content;

  /* Owned */
  TyOffice *office;
  GCancellable *cancellable;
  char *text; /* (nullable): what is told when it is done */

  TyPairingFormFunc func;
  gpointer data;
  GDestroyNotify destroy;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyPairingForm, ty_pairing_form, ADW_TYPE_WINDOW)

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyPairingForm *self = TY_PAIRING_FORM (widget);

  ty_problem_bar_set_message (self->problem_bar, NULL);
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->content)))
    self->func (self, self->data);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean changed;
  gboolean saved = ty_office_edit_pairings_finish (TY_OFFICE (source), result, &changed, &error);
  TyPairingForm *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PAIRING_FORM (user_data);
  gtk_widget_set_sensitive (GTK_WIDGET (self->content), TRUE);
  if (!saved)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }

  if (changed)
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->text);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
ty_pairing_form_dispose (GObject *object)
{
  TyPairingForm *self = TY_PAIRING_FORM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->office);
  if (self->destroy != NULL)
    self->destroy (self->data);
  self->destroy = NULL;

  G_OBJECT_CLASS (ty_pairing_form_parent_class)->dispose (object);
}

static void
ty_pairing_form_finalize (GObject *object)
{
  g_free (TY_PAIRING_FORM (object)->text);

  G_OBJECT_CLASS (ty_pairing_form_parent_class)->finalize (object);
}

static void
ty_pairing_form_class_init (TyPairingFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_pairing_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = ty_pairing_form_finalize;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-pairing-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPairingForm, title);
  gtk_widget_class_bind_template_child (widget_class, TyPairingForm, default_button);
  gtk_widget_class_bind_template_child (widget_class, TyPairingForm, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyPairingForm, content);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.save", NULL);
}

static void
ty_pairing_form_init (TyPairingForm *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch (GTK_WINDOW (self));
}

/**
 * ty_pairing_form_new:
 * @office: where it is saved
 * @title: what the form is about
 * @subtitle: (nullable): whom it is about
 * @button: what the button says that saves, with a mnemonic
 * @func: reads what was entered
 * @data: for @func
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer floating): an empty form
 */
TyPairingForm *
ty_pairing_form_new (TyOffice          *office,
                     const char        *title,
                     const char        *subtitle,
                     const char        *button,
                     TyPairingFormFunc  func,
                     gpointer           data,
                     GDestroyNotify     destroy)
{
  TyPairingForm *self = g_object_new (TY_TYPE_PAIRING_FORM, "title", title, NULL);

  self->office = g_object_ref (office);
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  gtk_button_set_label (self->default_button, button);
  return self;
}

/**
 * ty_pairing_form_get_office:
 * @self: a form
 *
 * Returns: (transfer none): where it is saved
 */
TyOffice *
ty_pairing_form_get_office (TyPairingForm *self)
{
  g_return_val_if_fail (TY_IS_PAIRING_FORM (self), NULL);

  return self->office;
}

/**
 * ty_pairing_form_add_group:
 * @self: a form
 * @group: rows
 *
 * Adds rows at the end.
 */
void
ty_pairing_form_add_group (TyPairingForm *self,
                           GtkWidget     *group)
{
  g_return_if_fail (TY_IS_PAIRING_FORM (self));

  gtk_box_append (self->content, group);
}

/**
 * ty_pairing_form_fail:
 * @self: a form
 * @message: what is wrong, and what to do
 * @at: (nullable): where
 *
 * Says what is wrong; nothing is saved.
 */
void
ty_pairing_form_fail (TyPairingForm *self,
                      const char    *message,
                      GtkWidget     *at)
{
  g_return_if_fail (TY_IS_PAIRING_FORM (self));

  ty_problem_bar_set_message (self->problem_bar, message);
  if (at != NULL)
    gtk_widget_grab_focus (at);
}

/**
 * ty_pairing_form_begin:
 * @self: a form
 * @text: (transfer full): what is told when it is done
 *
 * Something is being saved that is not an edit of pairings: until ty_pairing_form_end() nothing can be entered.
 */
void
ty_pairing_form_begin (TyPairingForm *self,
                       char          *text)
{
  g_return_if_fail (TY_IS_PAIRING_FORM (self));

  g_free (self->text);
  self->text = text;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->content), FALSE);
}

/**
 * ty_pairing_form_end:
 * @self: a form
 * @error: (nullable): why it could not be saved
 *
 * Closes the form and tells what was done, or says why not.
 */
void
ty_pairing_form_end (TyPairingForm *self,
                     const GError  *error)
{
  g_return_if_fail (TY_IS_PAIRING_FORM (self));

  if (self->office == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->content), TRUE);
  if (error != NULL)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->text);
  gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * ty_pairing_form_run:
 * @self: a form
 * @edit: what is done
 * @text: (transfer full): what is told when it is done
 *
 * Saves, and closes the form when it is saved.
 */
void
ty_pairing_form_run (TyPairingForm       *self,
                     const TyPairingEdit *edit,
                     char                *text)
{
  g_return_if_fail (TY_IS_PAIRING_FORM (self));

  ty_pairing_form_begin (self, text);
  ty_office_edit_pairings_async (self->office, edit, self->cancellable, saved_cb, self);
}
