/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-agenda-row"

#include "config.h"

#include "ty-agenda-row.h"

#include "ty-format.h"

#include <glib/gi18n-lib.h>

/**
 * TyAgendaRow:
 *
 * What is to be done, about whom and where, by when and how far that is away.
 */
struct _TyAgendaRow
{
  GtkListBoxRow parent_instance;

  /* Template */
  GtkImage *icon;
  GtkLabel *text_label;
  GtkLabel *where_label;
  GtkLabel *due_label;
  GtkLabel *tag;
  GtkWidget *away_box;

  TyAgendaGroup group;
};

G_DEFINE_FINAL_TYPE (TyAgendaRow, ty_agenda_row, GTK_TYPE_LIST_BOX_ROW)

static void
ty_agenda_row_class_init (TyAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TyAgendaRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TyAgendaRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, TyAgendaRow, where_label);
  gtk_widget_class_bind_template_child (widget_class, TyAgendaRow, due_label);
  gtk_widget_class_bind_template_child (widget_class, TyAgendaRow, tag);
  gtk_widget_class_bind_template_child (widget_class, TyAgendaRow, away_box);
}

static void
ty_agenda_row_init (TyAgendaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_agenda_row_new:
 * @texts: of what is to be done in the rows of the list
 * @aways: of what they say of how far away it is, so that places and days stand in columns
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
ty_agenda_row_new (GtkSizeGroup *texts,
                   GtkSizeGroup *aways)
{
  TyAgendaRow *self = g_object_new (TY_TYPE_AGENDA_ROW, NULL);

  gtk_size_group_add_widget (texts, GTK_WIDGET (self->text_label));
  gtk_size_group_add_widget (aways, self->away_box);
  return GTK_WIDGET (self);
}

static char *
format_day (const TyAgendaItem *item,
            TyDate              as_of)
{
  g_autofree char *day = ty_format_work_day (item->due, as_of);

  if (!item->many || *day == '\0')
    return g_steal_pointer (&day);

  /* Translators: the first of several days: from 12.18 */
  return g_strdup_printf (C_("due", "from %s"), day);
}

static void
set_tag (TyAgendaRow *self,
         const char  *text)
{
  gtk_label_set_label (self->tag, text);
  gtk_widget_set_visible (GTK_WIDGET (self->tag), *text != '\0');
  if (self->group == TY_AGENDA_LATE)
    gtk_widget_add_css_class (GTK_WIDGET (self->tag), "warn");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->tag), "warn");
}

/**
 * ty_agenda_row_show:
 * @self: a row
 * @item: what is to be done
 * @as_of: the cut-off date
 */
void
ty_agenda_row_show (TyAgendaRow        *self,
                    const TyAgendaItem *item,
                    TyDate              as_of)
{
  g_autofree char *due = format_day (item, as_of);
  g_autofree char *away = ty_format_due (item->due, as_of);
  g_autofree char *whole = g_strjoin (" ", item->text, item->where, due, away, NULL);

  g_return_if_fail (TY_IS_AGENDA_ROW (self));

  self->group = item->group;
  gtk_image_set_from_icon_name (self->icon, item->icon_name);
  gtk_label_set_label (self->text_label, item->text);
  gtk_label_set_label (self->where_label, item->where);
  gtk_label_set_label (self->due_label, due);
  set_tag (self, away);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->text_label),
                               item->detail != NULL ? item->detail : item->text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->where_label), item->where);
  /* The target of one action is none of another. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self), item->target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), item->action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}

/**
 * ty_agenda_row_get_group:
 * @self: a row
 *
 * Returns: by when it is due
 */
TyAgendaGroup
ty_agenda_row_get_group (TyAgendaRow *self)
{
  g_return_val_if_fail (TY_IS_AGENDA_ROW (self), TY_AGENDA_UNDATED);

  return self->group;
}
