/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filter-manager"

#include "config.h"

#include "ty-filter-manager.h"

#include "ty-filter-namer.h"
#include "ty-problem-bar.h"

#include <glib/gi18n-lib.h>

/**
 * TyFilterManager:
 *
 * The named filters in their order. A click on one shows its people.
 */
struct _TyFilterManager
{
  AdwWindow parent_instance;

  /* Template */
  TyProblemBar *problem_bar;
  GtkStack *stack;
  GtkListBox *list;

  /* Owned */
  TyOffice *office;
  GPtrArray *filters;      /* (nullable) */
  TySavedFilter *renaming; /* (nullable) */
  GCancellable *cancellable;
  char *done;              /* (nullable): what is said when the change is acknowledged */

  int focused;             /* the row that gets the focus when they are listed again */
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyFilterManager, ty_filter_manager, ADW_TYPE_WINDOW)

static void list_again (TyFilterManager *self);

static const char *
get_name (TySavedFilter *filter)
{
  return ty_record_get_text (TY_RECORD (filter), TY_SAVED_FILTER_NAME);
}

static void
finish (TyFilterManager *self,
        gboolean         changed,
        const GError    *error)
{
  if (!changed)
    ty_problem_bar_set_message (self->problem_bar, error->message);
  else if (self->done != NULL)
    g_signal_emit (self, signals[SIGNAL_DONE], 0, self->done);
  g_clear_pointer (&self->done, g_free);
  list_again (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean saved = ty_office_save_filter_finish (TY_OFFICE (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    finish (TY_FILTER_MANAGER (user_data), saved, error);
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean moved = ty_office_move_filter_finish (TY_OFFICE (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    finish (TY_FILTER_MANAGER (user_data), moved, error);
}

static TySavedFilter *
find_filter (TyFilterManager *self,
             gint64           id)
{
  for (guint i = 0; self->filters != NULL && i < self->filters->len; i++)
    if (ty_record_get_integer (g_ptr_array_index (self->filters, i), TY_SAVED_FILTER_ID) == id)
      {
        self->focused = (int) i;
        return g_ptr_array_index (self->filters, i);
      }
  return NULL;
}

static void
move (TyFilterManager *self,
      gint64           id,
      int              steps)
{
  if (find_filter (self, id) == NULL)
    return;

  ty_problem_bar_set_message (self->problem_bar, NULL);
  self->focused += steps;
  ty_office_move_filter_async (self->office, id, steps, self->cancellable, moved_cb, self);
}

static void
up_action (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  move (TY_FILTER_MANAGER (widget), g_variant_get_int64 (parameter), -1);
}

static void
down_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  move (TY_FILTER_MANAGER (widget), g_variant_get_int64 (parameter), 1);
}

static void
named_cb (const char *name,
          gpointer    user_data)
{
  TyFilterManager *self = TY_FILTER_MANAGER (user_data);
  g_autoptr(TySavedFilter) renamed = TY_SAVED_FILTER (ty_record_dup (TY_RECORD (self->renaming)));

  ty_record_set_text (TY_RECORD (renamed), TY_SAVED_FILTER_NAME, name);
  g_free (self->done);
  self->done = g_strdup_printf (_("Filter renamed: %s"), name);
  ty_office_save_filter_async (self->office, self->renaming, renamed, self->cancellable, saved_cb, self);
}

static void
rename_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TyFilterManager *self = TY_FILTER_MANAGER (widget);
  TySavedFilter *filter = find_filter (self, g_variant_get_int64 (parameter));

  if (filter == NULL)
    return;

  ty_problem_bar_set_message (self->problem_bar, NULL);
  g_set_object (&self->renaming, filter);
  ty_filter_namer_ask (GTK_WINDOW (self), _("Rename the Filter"), get_name (filter), named_cb, self);
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TyFilterManager *self = TY_FILTER_MANAGER (widget);
  TySavedFilter *filter = find_filter (self, g_variant_get_int64 (parameter));

  if (filter == NULL)
    return;

  ty_problem_bar_set_message (self->problem_bar, NULL);
  g_free (self->done);
  self->done = g_strdup_printf (_("Filter removed: %s"), get_name (filter));
  ty_office_save_filter_async (self->office, filter, NULL, self->cancellable, saved_cb, self);
}

static void
add_button (GtkWidget  *row,
            const char *icon_name,
            const char *tooltip,
            const char *action,
            gint64      id,
            gboolean    sensitive)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  /* An action makes its button sensitive again. */
  gtk_widget_set_visible (button, sensitive);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (TySavedFilter *filter,
          gboolean       first,
          gboolean       last)
{
  GtkWidget *row = adw_action_row_new ();
  gint64 id = ty_record_get_integer (TY_RECORD (filter), TY_SAVED_FILTER_ID);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_name (filter));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  add_button (row, "go-up-symbolic", _("Move up"), "filters.up", id, !first);
  add_button (row, "go-down-symbolic", _("Move down"), "filters.down", id, !last);
  add_button (row, "document-edit-symbolic", _("Rename…"), "filters.rename", id, TRUE);
  add_button (row, "user-trash-symbolic", _("Remove"), "filters.remove", id, TRUE);
  return row;
}

static void
show_filters (TyFilterManager *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->filters->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (self->filters, i), i == 0,
                                               i + 1 == self->filters->len));
  gtk_stack_set_visible_child_name (self->stack, self->filters->len > 0 ? "list" : "empty");
  row = gtk_list_box_get_row_at_index (self->list, CLAMP (self->focused, 0,
                                                          MAX ((int) self->filters->len - 1, 0)));
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) filters = ty_office_list_filters_finish (TY_OFFICE (source), result, &error);
  TyFilterManager *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_FILTER_MANAGER (user_data);
  if (filters == NULL)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  self->filters = g_steal_pointer (&filters);
  show_filters (self);
}

static void
list_again (TyFilterManager *self)
{
  ty_office_list_filters_async (self->office, self->cancellable, listed_cb, self);
}

static void
row_activated_cb (TyFilterManager *self,
                  GtkListBoxRow   *row,
                  GtkListBox      *list)
{
  TySavedFilter *filter = g_ptr_array_index (self->filters, gtk_list_box_row_get_index (row));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-filter", "x",
                                ty_record_get_integer (TY_RECORD (filter), TY_SAVED_FILTER_ID));
  gtk_window_close (GTK_WINDOW (self));
}

static void
ty_filter_manager_dispose (GObject *object)
{
  TyFilterManager *self = TY_FILTER_MANAGER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->office);
  g_clear_object (&self->renaming);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_FILTER_MANAGER);

  G_OBJECT_CLASS (ty_filter_manager_parent_class)->dispose (object);
}

static void
ty_filter_manager_finalize (GObject *object)
{
  TyFilterManager *self = TY_FILTER_MANAGER (object);

  g_clear_object (&self->cancellable);
  g_free (self->done);

  G_OBJECT_CLASS (ty_filter_manager_parent_class)->finalize (object);
}

static void
ty_filter_manager_class_init (TyFilterManagerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_filter_manager_dispose;
  object_class->finalize = ty_filter_manager_finalize;

  signals[SIGNAL_DONE] = g_signal_new ("done", TY_TYPE_FILTER_MANAGER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-filter-manager.ui");
  gtk_widget_class_bind_template_child (widget_class, TyFilterManager, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyFilterManager, stack);
  gtk_widget_class_bind_template_child (widget_class, TyFilterManager, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_install_action (widget_class, "filters.up", "x", up_action);
  gtk_widget_class_install_action (widget_class, "filters.down", "x", down_action);
  gtk_widget_class_install_action (widget_class, "filters.rename", "x", rename_action);
  gtk_widget_class_install_action (widget_class, "filters.remove", "x", remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ty_filter_manager_init (TyFilterManager *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_filter_manager_new:
 * @office: an open office
 *
 * Returns: (transfer none): a window that is not shown yet; it is destroyed when it is closed
 */
TyFilterManager *
ty_filter_manager_new (TyOffice *office)
{
  TyFilterManager *self = g_object_new (TY_TYPE_FILTER_MANAGER, NULL);

  self->office = g_object_ref (office);
  list_again (self);
  return self;
}
