/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-history-row"

#include "config.h"

#include "ty-history-row.h"

#include "ty-format.h"
#include "ty-history-item.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

/* What a row of the history shows: the heading of a day, or an action. */

static gboolean
is_heading (GtkListItem   *item,
            TyHistoryItem *row)
{
  return row != NULL && ty_history_item_is_heading (row);
}

static gboolean
is_action (GtkListItem   *item,
           TyHistoryItem *row)
{
  return row != NULL && !ty_history_item_is_heading (row);
}

static char *
format_day (GtkListItem   *item,
            TyHistoryItem *row)
{
  TyDate day = row != NULL ? ty_history_item_get_day (row) : TY_DATE_NONE;
  gint32 ago = ty_date_to_days (ty_date_today ()) - ty_date_to_days (day);
  g_autofree char *date = NULL;
  g_autofree char *weekday = NULL;
  g_autofree char *text = NULL;

  if (!is_heading (item, row))
    return g_strdup ("");

  date = ty_format_day_long (day);
  weekday = ty_format_weekday (day);
  /* Translators: a day and its weekday */
  text = g_strdup_printf (C_("heading of a day", "%2$s, %1$s"), date, weekday);
  if (ago == 0)
    /* Translators: %s is a day */
    return g_strdup_printf (C_("heading of a day", "Today, %s"), text);
  if (ago == 1)
    /* Translators: %s is a day */
    return g_strdup_printf (C_("heading of a day", "Yesterday, %s"), text);

  return g_steal_pointer (&text);
}

static char *
format_day_count (GtkListItem   *item,
                  TyHistoryItem *row,
                  guint          count)
{
  g_autofree char *number = ty_text_format_count (count);

  return g_strdup_printf (ngettext ("%s action", "%s actions", count), number);
}

static char *
format_time (GtkListItem    *item,
             TyHistoryItem  *row,
             TyHistoryEntry *entry)
{
  g_autoptr(GDateTime) moment = NULL;
  g_autoptr(GDateTime) local = NULL;

  if (entry == NULL)
    return g_strdup ("");

  moment = g_date_time_new_from_iso8601 (ty_action_get_at (ty_history_entry_get_action (entry)), NULL);
  local = moment != NULL ? g_date_time_to_local (moment) : NULL;
  return local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("");
}

static char *
format_user (GtkListItem    *item,
             TyHistoryItem  *row,
             TyHistoryEntry *entry)
{
  return g_strdup (entry != NULL ? ty_action_get_user (ty_history_entry_get_action (entry)) : "");
}

static char *
format_sentence (GtkListItem    *item,
                 TyHistoryItem  *row,
                 TyHistoryEntry *entry)
{
  return g_strdup (entry != NULL ? ty_history_entry_get_markup (entry) : "");
}

/* What has no room in the row is read there. */
static char *
format_tooltip (GtkListItem    *item,
                TyHistoryItem  *row,
                TyHistoryEntry *entry)
{
  const char *fields = entry != NULL ? ty_history_entry_get_fields (entry) : "";

  if (entry == NULL)
    return NULL;

  return g_strdup_printf ("%s%s%s", ty_history_entry_get_text (entry), *fields != '\0' ? "\n" : "", fields);
}

static char *
format_fields (GtkListItem    *item,
               TyHistoryItem  *row,
               TyHistoryEntry *entry)
{
  return g_strdup (entry != NULL ? ty_history_entry_get_fields (entry) : "");
}

static char *
format_changes (GtkListItem    *item,
                TyHistoryItem  *row,
                TyHistoryEntry *entry)
{
  gint64 n = entry != NULL ? ty_action_get_n_changes (ty_history_entry_get_action (entry)) : 0;
  g_autofree char *number = ty_text_format_count ((guint) n);

  if (entry == NULL)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%s change", "%s changes", (gulong) n), number);
}

static gboolean
is_reverted (GtkListItem    *item,
             TyHistoryItem  *row,
             TyHistoryEntry *entry)
{
  return entry != NULL
         && ty_action_get_state (ty_history_entry_get_action (entry)) == TY_ACTION_REVERTED;
}

static gboolean
can_undo (GtkListItem    *item,
          TyHistoryItem  *row,
          TyHistoryEntry *entry)
{
  return entry != NULL
         && ty_action_get_state (ty_history_entry_get_action (entry)) == TY_ACTION_DONE;
}

/* To take an undo back is to do it again. */
static gboolean
is_undo (TyHistoryEntry *entry)
{
  return entry != NULL
         && g_str_equal (ty_action_get_kind (ty_history_entry_get_action (entry)), "undo");
}

static char *
format_icon (GtkListItem    *item,
             TyHistoryItem  *row,
             TyHistoryEntry *entry)
{
  return g_strdup (is_undo (entry) ? "edit-redo-symbolic" : "edit-undo-symbolic");
}

static char *
format_undo (GtkListItem    *item,
             TyHistoryItem  *row,
             TyHistoryEntry *entry)
{
  return g_strdup (is_undo (entry) ? _("Redo this action") : _("Undo this action"));
}

/**
 * ty_history_row_bind:
 * @widget_class: the class of the page
 *
 * Gives `action-row.ui` the functions that it names.
 */
void
ty_history_row_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, is_heading);
  gtk_widget_class_bind_template_callback (widget_class, is_action);
  gtk_widget_class_bind_template_callback (widget_class, format_day);
  gtk_widget_class_bind_template_callback (widget_class, format_day_count);
  gtk_widget_class_bind_template_callback (widget_class, format_time);
  gtk_widget_class_bind_template_callback (widget_class, format_user);
  gtk_widget_class_bind_template_callback (widget_class, format_sentence);
  gtk_widget_class_bind_template_callback (widget_class, format_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, format_fields);
  gtk_widget_class_bind_template_callback (widget_class, format_changes);
  gtk_widget_class_bind_template_callback (widget_class, is_reverted);
  gtk_widget_class_bind_template_callback (widget_class, can_undo);
  gtk_widget_class_bind_template_callback (widget_class, format_icon);
  gtk_widget_class_bind_template_callback (widget_class, format_undo);
}
