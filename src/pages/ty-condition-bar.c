/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-condition-bar"

#include "config.h"

#include "ty-condition-bar.h"

#include "ty-chip.h"
#include "ty-text.h"
#include "ty-wrap-box.h"

#include <glib/gi18n-lib.h>

static const TyCondition chosen_conditions[] = {
  TY_CONDITION_AGE_LE_35, TY_CONDITION_AGE_LE_45, TY_CONDITION_AGE_LE_50, TY_CONDITION_COLLEGE,
  TY_CONDITION_BACHELOR, TY_CONDITION_FEMALE, TY_CONDITION_DUAL_ROLE, TY_CONDITION_CROSS,
  TY_CONDITION_RETAINED, TY_CONDITION_FROM_RESERVES, TY_CONDITION_RETURNED_HOME,
  TY_CONDITION_DISPATCHED,
};

/**
 * TyConditionBar:
 *
 * Conditions of which one can be asked of the people of a roster, each with the number of those who
 * meet it.
 */
struct _TyConditionBar
{
  GtkBox parent_instance;

  /* Owned by the box */
  GtkWidget *box;
  GtkWidget *chips[G_N_ELEMENTS (chosen_conditions)];
  GtkWidget *gaps[G_N_ELEMENTS (chosen_conditions)]; /* (nullable) */

  TyWho who;
};

G_DEFINE_FINAL_TYPE (TyConditionBar, ty_condition_bar, GTK_TYPE_BOX)

static gboolean
begins_group (TyCondition condition)
{
  return condition == TY_CONDITION_COLLEGE || condition == TY_CONDITION_FEMALE
         || condition == TY_CONDITION_RETAINED;
}

/* A chip says it as short as can be; the whole words are its tooltip. */
static char *
dup_title (TyCondition condition)
{
  if (condition == TY_CONDITION_BACHELOR)
    return g_strdup (C_("condition of a roster", "Full-time bachelor"));
  if (condition == TY_CONDITION_FROM_RESERVES)
    return g_strdup (C_("condition of a roster", "Reserves"));

  return ty_condition_dup_label (condition);
}

/* Nearly every secretary is the head, too, and so a member of both committees: that is asked once,
 * unless a figure led here. */
static gboolean
is_shown (TyConditionBar *self,
          guint           number)
{
  return ty_condition_suits (chosen_conditions[number], self->who)
         && (chosen_conditions[number] != TY_CONDITION_CROSS || self->who != TY_WHO_SECRETARIES
             || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->chips[number])));
}

static void
update_shown (TyConditionBar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (chosen_conditions); i++)
    {
      gtk_widget_set_visible (self->chips[i], is_shown (self, i));
      if (self->gaps[i] != NULL)
        gtk_widget_set_visible (self->gaps[i], is_shown (self, i));
    }
}

static void
add_chip (TyConditionBar *self,
          guint           number)
{
  const char *word = ty_condition_to_string (chosen_conditions[number]);
  g_autofree char *label = ty_condition_dup_label (chosen_conditions[number]);
  g_autofree char *title = dup_title (chosen_conditions[number]);
  GtkWidget *chip = ty_chip_new (title);

  if (!g_str_equal (title, label))
    gtk_widget_set_tooltip_text (chip, label);
  g_signal_connect_object (chip, "notify::active", G_CALLBACK (update_shown), self, G_CONNECT_SWAPPED);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "roster.condition");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "s", word);
  self->chips[number] = chip;
  if (begins_group (chosen_conditions[number]))
    {
      self->gaps[number] = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
      gtk_widget_add_css_class (self->gaps[number], "ty-chip-gap");
      ty_wrap_box_append (TY_WRAP_BOX (self->box), self->gaps[number]);
    }
  ty_wrap_box_append (TY_WRAP_BOX (self->box), chip);
}

static void
ty_condition_bar_class_init (TyConditionBarClass *klass)
{
}

static void
ty_condition_bar_init (TyConditionBar *self)
{
  self->box = ty_wrap_box_new (6);
  g_object_set (self->box, "folds", TRUE, NULL);
  gtk_widget_set_hexpand (self->box, TRUE);
  gtk_box_append (GTK_BOX (self), self->box);
  for (guint i = 0; i < G_N_ELEMENTS (chosen_conditions); i++)
    add_chip (self, i);
}

/**
 * ty_condition_bar_set_who:
 * @self: a bar
 * @who: who is shown; only what makes sense to ask of them can be asked
 */
void
ty_condition_bar_set_who (TyConditionBar *self,
                          TyWho           who)
{
  g_return_if_fail (TY_IS_CONDITION_BAR (self));

  self->who = who;
  update_shown (self);
}

/**
 * ty_condition_bar_list:
 * @self: a bar
 * @conditions: (out caller-allocates): room for %TY_N_CONDITIONS: those that can be asked
 *
 * Returns: their number
 */
guint
ty_condition_bar_list (TyConditionBar *self,
                       TyCondition    *conditions)
{
  guint n = 0;

  g_return_val_if_fail (TY_IS_CONDITION_BAR (self), 0);

  for (guint i = 0; i < G_N_ELEMENTS (chosen_conditions); i++)
    if (ty_condition_suits (chosen_conditions[i], self->who))
      conditions[n++] = chosen_conditions[i];
  return n;
}

/**
 * ty_condition_bar_set_counts:
 * @self: a bar
 * @conditions: (array length=n_counts): conditions
 * @counts: (array length=n_counts): how many people meet each
 * @n_counts: their number
 */
void
ty_condition_bar_set_counts (TyConditionBar    *self,
                             const TyCondition *conditions,
                             const guint       *counts,
                             guint              n_counts)
{
  g_return_if_fail (TY_IS_CONDITION_BAR (self));

  for (guint i = 0; i < n_counts; i++)
    for (guint j = 0; j < G_N_ELEMENTS (chosen_conditions); j++)
      if (chosen_conditions[j] == conditions[i])
        {
          g_autofree char *text = ty_text_format_count (counts[i]);

          ty_chip_set_count (TY_CHIP (self->chips[j]), text);
        }
}

/**
 * ty_condition_bar_forget_counts:
 * @self: a bar
 *
 * Shows no numbers: those that are there are of another list.
 */
void
ty_condition_bar_forget_counts (TyConditionBar *self)
{
  g_return_if_fail (TY_IS_CONDITION_BAR (self));

  for (guint i = 0; i < G_N_ELEMENTS (chosen_conditions); i++)
    ty_chip_set_count (TY_CHIP (self->chips[i]), NULL);
}
