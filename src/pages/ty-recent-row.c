/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-recent-row"

#include "config.h"

#include "ty-recent-row.h"

#include "ty-date.h"
#include "ty-format.h"

#include <glib/gi18n-lib.h>

/**
 * TyRecentRow:
 *
 * What was done, when and by whom.
 */
struct _TyRecentRow
{
  GtkListBoxRow parent_instance;

  /* Template */
  GtkLabel *time_label;
  GtkLabel *text_label;
  GtkLabel *detail_label;
  GtkWidget *undo_button;
};

G_DEFINE_FINAL_TYPE (TyRecentRow, ty_recent_row, GTK_TYPE_LIST_BOX_ROW)

static void
ty_recent_row_class_init (TyRecentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-recent-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TyRecentRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, TyRecentRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, TyRecentRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, TyRecentRow, undo_button);
}

static void
ty_recent_row_init (TyRecentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_recent_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
ty_recent_row_new (void)
{
  return g_object_new (TY_TYPE_RECENT_ROW, NULL);
}

/* The time of today, then yesterday, then the day. */
static char *
format_when (const char *at)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr(GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;
  TyDate today = ty_date_today ();
  TyDate day;
  int ago;

  if (local == NULL)
    return g_strdup ("");

  day = ty_date_new ((guint) g_date_time_get_year (local), (guint) g_date_time_get_month (local),
                     (guint) g_date_time_get_day_of_month (local));
  ago = ty_date_to_days (today) - ty_date_to_days (day);
  if (ago == 0)
    return g_date_time_format (local, "%H:%M");
  if (ago == 1)
    /* Translators: when something was done */
    return g_strdup (C_("when", "yesterday"));

  return ty_format_work_day (day, today);
}

/**
 * ty_recent_row_show:
 * @self: a row
 * @entry: an action
 * @with_undo: whether it can be taken back here
 */
void
ty_recent_row_show (TyRecentRow    *self,
                    TyHistoryEntry *entry,
                    gboolean        with_undo)
{
  TyAction *action = ty_history_entry_get_action (entry);
  const char *text = ty_history_entry_get_text (entry);
  const char *fields = ty_history_entry_get_fields (entry);
  g_autofree char *when = format_when (ty_action_get_at (action));
  g_autofree char *detail = g_strjoin (" · ", ty_action_get_user (action), *fields != '\0' ? fields : NULL,
                                       NULL);
  g_autofree char *whole = g_strjoin (" ", when, text, detail, NULL);
  gint64 seq = ty_action_get_seq (action);

  g_return_if_fail (TY_IS_RECENT_ROW (self));

  gtk_label_set_label (self->time_label, when);
  gtk_label_set_label (self->text_label, text);
  gtk_label_set_label (self->detail_label, detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->text_label), text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->detail_label), detail);
  gtk_widget_set_visible (self->undo_button, with_undo
                                             && ty_action_get_state (action) == TY_ACTION_DONE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->undo_button), "x", seq);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->undo_button), "win.take-back");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "x", seq);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}
