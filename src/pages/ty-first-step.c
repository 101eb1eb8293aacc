/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-first-step"

#include "config.h"

#include "ty-first-step.h"

/**
 * TyFirstStep:
 *
 * A step with its number, or with a tick once it is done. Only the step that comes next has its button.
 */
struct _TyFirstStep
{
  GtkListBoxRow parent_instance;

  /* Template */
  GtkStack *mark;
  GtkLabel *number_label;
  GtkWidget *done_image;
  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (TyFirstStep, ty_first_step, GTK_TYPE_LIST_BOX_ROW)

static void
ty_first_step_class_init (TyFirstStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-first-step.ui");
  gtk_widget_class_bind_template_child (widget_class, TyFirstStep, mark);
  gtk_widget_class_bind_template_child (widget_class, TyFirstStep, number_label);
  gtk_widget_class_bind_template_child (widget_class, TyFirstStep, done_image);
  gtk_widget_class_bind_template_child (widget_class, TyFirstStep, title_label);
  gtk_widget_class_bind_template_child (widget_class, TyFirstStep, text_label);
  gtk_widget_class_bind_template_child (widget_class, TyFirstStep, button);
}

static void
ty_first_step_init (TyFirstStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_first_step_new:
 * @number: which of the steps, from 1
 * @title: what is done
 * @button: (nullable): the label of its button; none = it is done by another step
 * @action: (nullable): what the button does
 * @target: (transfer floating) (nullable): the parameter
 *
 * Returns: (transfer floating): the row of a step that is not done
 */
GtkWidget *
ty_first_step_new (guint       number,
                   const char *title,
                   const char *button,
                   const char *action,
                   GVariant   *target)
{
  TyFirstStep *self = g_object_new (TY_TYPE_FIRST_STEP, NULL);
  g_autofree char *text = g_strdup_printf ("%u", number);

  gtk_label_set_label (self->number_label, text);
  gtk_label_set_label (self->title_label, title);
  gtk_widget_set_visible (self->button, FALSE);
  if (button != NULL)
    gtk_button_set_label (GTK_BUTTON (self->button), button);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  return GTK_WIDGET (self);
}

/**
 * ty_first_step_set:
 * @self: a step
 * @text: what there is already, or what is to be known
 * @done: whether it is done
 * @next: whether it is the one that comes next
 */
void
ty_first_step_set (TyFirstStep *self,
                   const char  *text,
                   gboolean     done,
                   gboolean     next)
{
  g_return_if_fail (TY_IS_FIRST_STEP (self));

  gtk_label_set_label (self->text_label, text);
  gtk_stack_set_visible_child (self->mark, done ? self->done_image : GTK_WIDGET (self->number_label));
  if (done)
    gtk_widget_add_css_class (GTK_WIDGET (self->mark), "done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->mark), "done");
  gtk_widget_set_visible (self->button, next);
}
