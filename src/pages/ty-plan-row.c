/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-plan-row"

#include "config.h"

#include "ty-plan-row.h"

#include <glib/gi18n-lib.h>

/**
 * TyPlanRow:
 *
 * A mentee of a plan: whether its change is taken over, who it is, whom there is, whom the plan has, and whether
 * that is to stay.
 */
struct _TyPlanRow
{
  AdwBin parent_instance;

  /* Template */
  GtkCheckButton *accept;
  GtkLabel *name;
  GtkLabel *place;
  GtkLabel *present;
  GtkLabel *mentor;
  GtkLabel *score;
  GtkToggleButton *lock;

  /* Owned */
  TyPlanItem *item;         /* (nullable) */
  GBindingGroup *bindings;
};

G_DEFINE_FINAL_TYPE (TyPlanRow, ty_plan_row, ADW_TYPE_BIN)

static void
ty_plan_row_dispose (GObject *object)
{
  TyPlanRow *self = TY_PLAN_ROW (object);

  g_clear_object (&self->bindings);
  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), TY_TYPE_PLAN_ROW);

  G_OBJECT_CLASS (ty_plan_row_parent_class)->dispose (object);
}

static void
ty_plan_row_class_init (TyPlanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_plan_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touyan/Touyan/ui/pages/ty-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPlanRow, accept);
  gtk_widget_class_bind_template_child (widget_class, TyPlanRow, name);
  gtk_widget_class_bind_template_child (widget_class, TyPlanRow, place);
  gtk_widget_class_bind_template_child (widget_class, TyPlanRow, present);
  gtk_widget_class_bind_template_child (widget_class, TyPlanRow, mentor);
  gtk_widget_class_bind_template_child (widget_class, TyPlanRow, score);
  gtk_widget_class_bind_template_child (widget_class, TyPlanRow, lock);
}

static void
ty_plan_row_init (TyPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "accepted", self->accept, "active",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_binding_group_bind (self->bindings, "locked", self->lock, "active",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/**
 * ty_plan_row_new:
 *
 * Returns: (transfer floating): a row without a mentee
 */
GtkWidget *
ty_plan_row_new (void)
{
  return g_object_new (TY_TYPE_PLAN_ROW, NULL);
}

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
}

static void
show (TyPlanRow          *self,
      const TyPlanMentee *mentee)
{
  g_autofree char *score = mentee->mentor != NULL ? g_strdup_printf ("%d", mentee->score) : NULL;
  /* Translators: the mentee whose new mentor is taken over or not */
  g_autofree char *accept = g_strdup_printf (_("Take over the mentor of %s"), mentee->name);
  g_autofree char *lock = g_strdup_printf (_("Lock the pair of %s"), mentee->name);

  set_label (self->name, mentee->name);
  set_label (self->place, mentee->unit_name);
  set_label (self->present, mentee->present_name != NULL ? mentee->present_name : "—");
  set_label (self->mentor, mentee->mentor != NULL ? mentee->mentor->name : _("left over"));
  set_label (self->score, score);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), ty_plan_item_is_change (self->item));
  gtk_widget_set_visible (GTK_WIDGET (self->lock), mentee->mentor != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->accept), GTK_ACCESSIBLE_PROPERTY_LABEL, accept, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lock), GTK_ACCESSIBLE_PROPERTY_LABEL, lock, -1);
  gtk_widget_remove_css_class (GTK_WIDGET (self->mentor), "ty-warn");
  gtk_widget_remove_css_class (GTK_WIDGET (self->mentor), "heading");
  if (mentee->mentor == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->mentor), "ty-warn");
  else if (ty_plan_item_is_change (self->item))
    gtk_widget_add_css_class (GTK_WIDGET (self->mentor), "heading");
}

/**
 * ty_plan_row_set_item:
 * @self: a row
 * @item: (nullable): what it shows
 */
void
ty_plan_row_set_item (TyPlanRow  *self,
                      TyPlanItem *item)
{
  g_return_if_fail (TY_IS_PLAN_ROW (self));

  g_set_object (&self->item, item);
  g_binding_group_set_source (self->bindings, item);
  if (item != NULL)
    show (self, ty_plan_item_get_mentee (item));
}
