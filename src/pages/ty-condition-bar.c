/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-condition-bar"

#include "config.h"

#include "ty-condition-bar.h"

#include "ty-text.h"

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
  GtkWidget *chips[G_N_ELEMENTS (chosen_conditions)];
  GtkWidget *counts[G_N_ELEMENTS (chosen_conditions)];
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

static GtkWidget *
make_cross (GtkWidget *chip)
{
  GtkWidget *cross = g_object_new (GTK_TYPE_IMAGE,
                                   "icon-name", "window-close-symbolic",
                                   "pixel-size", 12,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   NULL);

  g_object_bind_property (chip, "active", cross, "visible", G_BINDING_SYNC_CREATE);
  return cross;
}

static void
add_chip (TyConditionBar *self,
          guint           number)
{
  const char *word = ty_condition_to_string (chosen_conditions[number]);
  g_autofree char *label = ty_condition_dup_label (chosen_conditions[number]);
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *count = gtk_label_new ("");

  gtk_widget_add_css_class (count, "ty-count");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), make_cross (chip));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "ty-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "roster.condition");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "s", word);
  self->chips[number] = chip;
  self->counts[number] = count;
  if (begins_group (chosen_conditions[number]))
    {
      self->gaps[number] = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
      gtk_widget_add_css_class (self->gaps[number], "ty-chip-gap");
      gtk_box_append (GTK_BOX (self), self->gaps[number]);
    }
  gtk_box_append (GTK_BOX (self), chip);
}

static void
set_count (TyConditionBar *self,
           guint           number,
           const char     *count)
{
  g_autofree char *label = ty_condition_dup_label (chosen_conditions[number]);
  /* Translators: for assistive technologies: a condition and how many people meet it. */
  g_autofree char *spoken = g_strdup_printf (_("%s, %s"), label, count);

  gtk_label_set_label (GTK_LABEL (self->counts[number]), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips[number]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, *count != '\0' ? spoken : label,
                                  -1);
}

static void
ty_condition_bar_class_init (TyConditionBarClass *klass)
{
}

static void
ty_condition_bar_init (TyConditionBar *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
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
  for (guint i = 0; i < G_N_ELEMENTS (chosen_conditions); i++)
    {
      gboolean suits = ty_condition_suits (chosen_conditions[i], who);

      gtk_widget_set_visible (self->chips[i], suits);
      if (self->gaps[i] != NULL)
        gtk_widget_set_visible (self->gaps[i], suits);
    }
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

          set_count (self, j, text);
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
    set_count (self, i, "");
}
