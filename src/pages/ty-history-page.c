/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-history-page"

#include "config.h"

#include "ty-history-page.h"

#include "ty-action.h"
#include "ty-format.h"
#include "ty-office-history.h"

#include <glib/gi18n-lib.h>

#define N_ACTIONS 200

/**
 * TyHistoryPage:
 *
 * What was done, by whom and when, the newest first. What is still in force can be undone.
 */
struct _TyHistoryPage
{
  TyPage parent_instance;

  /* Template */
  GtkStack *stack;
  GtkListView *view;

  /* Owned */
  GListStore *actions;
};

G_DEFINE_FINAL_TYPE (TyHistoryPage, ty_history_page, TY_TYPE_PAGE)

static char *
format_when (GtkListItem *item,
             TyAction    *action)
{
  return action != NULL ? ty_format_utc (ty_action_get_at (action)) : g_strdup ("");
}

static char *
format_user (GtkListItem *item,
             TyAction    *action)
{
  return g_strdup (action != NULL ? ty_action_get_user (action) : "");
}

static char *
format_label (GtkListItem *item,
              TyAction    *action)
{
  return action != NULL ? ty_action_dup_label (action) : g_strdup ("");
}

static char *
format_state (GtkListItem *item,
              TyAction    *action)
{
  gboolean reverted = action != NULL && ty_action_get_state (action) == TY_ACTION_REVERTED;

  return g_strdup (reverted ? _("undone") : "");
}

static gboolean
can_undo (GtkListItem *item,
          TyAction    *action)
{
  return action != NULL && ty_action_get_state (action) == TY_ACTION_DONE;
}

static void
undo_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TyHistoryPage) self = TY_HISTORY_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *label = ty_office_undo_finish (TY_OFFICE (source), result, &error);

  if (label == NULL)
    ty_page_tell_problem (TY_PAGE (self), error);
}

static void
undo_clicked_cb (GtkListItem *item,
                 GtkButton   *button)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (button), TY_TYPE_HISTORY_PAGE);
  TyAction *action = gtk_list_item_get_item (item);

  if (page == NULL || action == NULL)
    return;

  ty_office_undo_async (ty_page_get_office (TY_PAGE (page)), ty_action_get_seq (action), NULL,
                        undo_cb, g_object_ref (page));
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) actions = NULL;
  TyHistoryPage *self;

  actions = ty_office_list_actions_finish (TY_OFFICE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_HISTORY_PAGE (user_data);
  ty_page_set_loading (TY_PAGE (self), FALSE);
  if (actions == NULL)
    {
      ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }

  g_list_store_splice (self->actions, 0, g_list_model_get_n_items (G_LIST_MODEL (self->actions)),
                       actions->pdata, actions->len);
  gtk_stack_set_visible_child_name (self->stack, actions->len > 0 ? "list" : "empty");
}

static void
ty_history_page_refresh (TyPage *page)
{
  ty_office_list_actions_async (ty_page_get_office (page), 0, N_ACTIONS, ty_page_begin (page),
                                load_cb, page);
}

static void
ty_history_page_dispose (GObject *object)
{
  TyHistoryPage *self = TY_HISTORY_PAGE (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (ty_history_page_parent_class)->dispose (object);
}

static void
ty_history_page_class_init (TyHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_history_page_dispose;
  TY_PAGE_CLASS (klass)->refresh = ty_history_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPage, view);
  gtk_widget_class_bind_template_callback (widget_class, format_when);
  gtk_widget_class_bind_template_callback (widget_class, format_user);
  gtk_widget_class_bind_template_callback (widget_class, format_label);
  gtk_widget_class_bind_template_callback (widget_class, format_state);
  gtk_widget_class_bind_template_callback (widget_class, can_undo);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
}

static void
ty_history_page_init (TyHistoryPage *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_list_store_new (TY_TYPE_ACTION);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->actions)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/**
 * ty_history_page_new:
 * @office: from which it reads
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
ty_history_page_new (TyOffice *office)
{
  return g_object_new (TY_TYPE_HISTORY_PAGE,
                       "page-name", "history",
                       "title", _("History"),
                       "icon-name", "ty-history-symbolic",
                       "office", office,
                       NULL);
}
