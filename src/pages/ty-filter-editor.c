/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filter-editor"

#include "config.h"

#include "ty-filter-editor.h"

#include "ty-filter-group.h"
#include "ty-filter-namer.h"
#include "ty-form-guard.h"
#include "ty-format.h"
#include "ty-office-choice.h"
#include "ty-problem-bar.h"
#include "ty-roster-query.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

#define COUNT_DELAY 150 /* ms: who types on is not counted for in between */

/**
 * TyFilterEditor:
 *
 * Groups of conditions, the sentence that they make, and how many people meet them.
 */
struct _TyFilterEditor
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *title;
  TyProblemBar *problem_bar;
  AdwBin *group_bin;
  GtkLabel *sentence_label;
  GtkLabel *count_label;
  GtkWidget *save_button;

  /* Owned */
  TyOffice *office;
  TyRosterQuery *query;   /* the roster without the filter */
  TyFilterNode *filter;
  TySavedFilter *stored;  /* (nullable): under which name it was saved */
  TySavedFilter *saving;  /* (nullable): as it shall be */
  GCancellable *counting; /* (nullable) */
  GCancellable *cancellable;

  TyFilterGroup *group;   /* (unowned) */
  guint count_id;
};

enum
{
  SIGNAL_APPLIED,
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyFilterEditor, ty_filter_editor, ADW_TYPE_WINDOW)

static void
stop_counting (TyFilterEditor *self)
{
  g_clear_handle_id (&self->count_id, g_source_remove);
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) counts = ty_office_count_conditions_finish (TY_OFFICE (source), result, &error);
  g_autofree char *text = NULL;
  TyFilterEditor *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_FILTER_EDITOR (user_data);
  g_clear_object (&self->counting);
  if (counts == NULL)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }
  text = ty_format_people (g_array_index (counts, guint, 0));
  gtk_label_set_label (self->count_label, text);
}

static gboolean
count_cb (gpointer user_data)
{
  TyFilterEditor *self = TY_FILTER_EDITOR (user_data);
  TyRosterQuery query = *self->query;
  g_autoptr(TyPopulation) population = ty_filter_node_make_population (self->filter);

  self->count_id = 0;
  stop_counting (self);
  if (!ty_office_is_open (self->office))
    return G_SOURCE_REMOVE;

  query.population = population;
  self->counting = g_cancellable_new ();
  ty_office_count_conditions_async (self->office, &query, &query.condition, 1, self->counting, counted_cb,
                                    self);
  return G_SOURCE_REMOVE;
}

/* What makes no sense, or is not finished, counts nobody. */
static void
changed_cb (TyFilterEditor *self)
{
  gboolean good = ty_filter_group_check (self->group, FALSE);
  g_autofree char *sentence = good ? ty_filter_node_dup_text (self->filter) : NULL;

  stop_counting (self);
  ty_problem_bar_set_message (self->problem_bar, NULL);
  gtk_widget_set_sensitive (self->save_button, good && !ty_filter_node_is_empty (self->filter));
  if (!good)
    {
      gtk_label_set_label (self->count_label, "—");
      gtk_label_set_label (self->sentence_label, "");
      return;
    }
  gtk_label_set_label (self->sentence_label,
                       *sentence != '\0' ? sentence : _("No condition yet: everybody is shown."));
  self->count_id = g_timeout_add (COUNT_DELAY, count_cb, self);
}

static void
show_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyFilterEditor *self = TY_FILTER_EDITOR (widget);

  if (!ty_filter_group_check (self->group, TRUE))
    return;

  g_signal_emit (self, signals[SIGNAL_APPLIED], 0);
  ty_form_guard_close (GTK_WINDOW (self));
}

static void
show_title (TyFilterEditor *self)
{
  adw_window_title_set_subtitle (self->title,
                                 self->stored != NULL
                                   ? ty_record_get_text (TY_RECORD (self->stored), TY_SAVED_FILTER_NAME)
                                   : "");
  ty_widget_action_enable (GTK_WIDGET (self), "filter.save", self->stored != NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean saved = ty_office_save_filter_finish (TY_OFFICE (source), result, &error);
  g_autofree char *text = NULL;
  TyFilterEditor *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_FILTER_EDITOR (user_data);
  if (!saved)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }
  text = g_strdup_printf (_("Filter saved: %s"),
                          ty_record_get_text (TY_RECORD (self->saving), TY_SAVED_FILTER_NAME));
  g_set_object (&self->stored, self->saving);
  g_clear_object (&self->saving);
  g_signal_emit (self, signals[SIGNAL_APPLIED], 0);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, text);
  ty_form_guard_close (GTK_WINDOW (self));
}

static void
save (TyFilterEditor *self,
      TySavedFilter  *stored,
      const char     *name)
{
  g_autofree char *conditions = ty_filter_editor_dup_conditions (self->query, self->filter);

  g_clear_object (&self->saving);
  self->saving = stored != NULL ? TY_SAVED_FILTER (ty_record_dup (TY_RECORD (stored)))
                                : ty_saved_filter_new ();
  ty_record_set_text (TY_RECORD (self->saving), TY_SAVED_FILTER_NAME, name);
  ty_record_set_text (TY_RECORD (self->saving), TY_SAVED_FILTER_CONDITIONS, conditions);
  ty_problem_bar_set_message (self->problem_bar, NULL);
  ty_office_save_filter_async (self->office, stored, self->saving, self->cancellable, saved_cb, self);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyFilterEditor *self = TY_FILTER_EDITOR (widget);

  if (self->stored != NULL && ty_filter_group_check (self->group, TRUE))
    save (self, self->stored, ty_record_get_text (TY_RECORD (self->stored), TY_SAVED_FILTER_NAME));
}

static void
named_cb (const char *name,
          gpointer    user_data)
{
  save (TY_FILTER_EDITOR (user_data), NULL, name);
}

static void
save_as_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  TyFilterEditor *self = TY_FILTER_EDITOR (widget);

  if (ty_filter_group_check (self->group, TRUE) && !ty_filter_node_is_empty (self->filter))
    ty_filter_namer_ask (GTK_WINDOW (self), _("Save as a Named Filter"), "", named_cb, self);
}

/* An entry that goes with the focus in it complains. */
static gboolean
ty_filter_editor_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);

  return GTK_WINDOW_CLASS (ty_filter_editor_parent_class)->close_request (window);
}

static void
ty_filter_editor_dispose (GObject *object)
{
  TyFilterEditor *self = TY_FILTER_EDITOR (object);

  stop_counting (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->office);
  g_clear_object (&self->stored);
  g_clear_object (&self->saving);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_FILTER_EDITOR);

  G_OBJECT_CLASS (ty_filter_editor_parent_class)->dispose (object);
}

static void
ty_filter_editor_finalize (GObject *object)
{
  TyFilterEditor *self = TY_FILTER_EDITOR (object);

  g_clear_pointer (&self->query, ty_roster_query_free);
  g_clear_pointer (&self->filter, ty_filter_node_free);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ty_filter_editor_parent_class)->finalize (object);
}

static void
ty_filter_editor_class_init (TyFilterEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_filter_editor_dispose;
  object_class->finalize = ty_filter_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ty_filter_editor_close_request;

  signals[SIGNAL_APPLIED] = g_signal_new ("applied", TY_TYPE_FILTER_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAVED] = g_signal_new ("saved", TY_TYPE_FILTER_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-filter-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TyFilterEditor, title);
  gtk_widget_class_bind_template_child (widget_class, TyFilterEditor, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyFilterEditor, group_bin);
  gtk_widget_class_bind_template_child (widget_class, TyFilterEditor, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, TyFilterEditor, count_label);
  gtk_widget_class_bind_template_child (widget_class, TyFilterEditor, save_button);

  gtk_widget_class_install_action (widget_class, "filter.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "filter.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "filter.save-as", NULL, save_as_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "filter.show",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "filter.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "filter.save-as", NULL);
}

/* Fields and values are chosen in popovers. */
static void
add_state (GtkWindow *window,
           GString   *state)
{
  TyFilterEditor *self = TY_FILTER_EDITOR (window);
  g_autofree char *conditions = ty_filter_editor_dup_conditions (self->query, self->filter);

  ty_form_guard_add_values (window, state);
  g_string_append (state, conditions);
}

static void
ty_filter_editor_init (TyFilterEditor *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch_with (GTK_WINDOW (self), add_state);
}

/* The outermost is always a group: who begins with one condition adds others. */
static TyFilterNode *
make_root (TyFilterNode *filter)
{
  TyFilterNode *root;

  if (filter != NULL && filter->children != NULL)
    return ty_filter_node_copy (filter);

  root = ty_filter_node_new_group (FALSE);
  g_ptr_array_add (root->children, filter != NULL ? ty_filter_node_copy (filter)
                                                  : ty_filter_node_new_condition (NULL));
  return root;
}

static void
mapped_cb (TyFilterEditor *self)
{
  ty_filter_group_begin (self->group);
}

/**
 * ty_filter_editor_new:
 * @office: an open office
 * @query: the roster whose people are filtered; its population is left out
 * @filter: (nullable): what it begins with, which is copied
 * @stored: (nullable): the named filter that it is
 *
 * Returns: (transfer none): a window that is not shown yet; it is destroyed when it is closed
 */
TyFilterEditor *
ty_filter_editor_new (TyOffice             *office,
                      const TyRosterQuery  *query,
                      TyFilterNode         *filter,
                      TySavedFilter        *stored)
{
  TyFilterEditor *self = g_object_new (TY_TYPE_FILTER_EDITOR, NULL);

  self->office = g_object_ref (office);
  self->query = ty_roster_query_copy (query);
  g_clear_pointer (&self->query->population, ty_population_unref);
  self->filter = make_root (filter);
  self->stored = stored != NULL ? g_object_ref (stored) : NULL;
  self->group = TY_FILTER_GROUP (ty_filter_group_new (office, query->who, self->filter, 0));
  adw_bin_set_child (self->group_bin, GTK_WIDGET (self->group));
  g_signal_connect_object (self->group, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
  show_title (self);
  changed_cb (self);
  return self;
}

/* Conditions without a field, and groups without conditions, ask for nothing and go. */
static void
tidy (TyFilterNode *node)
{
  for (guint i = node->children->len; i > 0; i--)
    {
      TyFilterNode *child = g_ptr_array_index (node->children, i - 1);

      if (ty_filter_node_is_empty (child))
        g_ptr_array_remove_index (node->children, i - 1);
      else if (child->children != NULL)
        tidy (child);
    }
}

/**
 * ty_filter_editor_dup_filter:
 * @self: an editor
 *
 * Returns: (transfer full) (nullable): the filter; %NULL where it asks for nothing
 */
TyFilterNode *
ty_filter_editor_dup_filter (TyFilterEditor *self)
{
  TyFilterNode *filter;

  g_return_val_if_fail (TY_IS_FILTER_EDITOR (self), NULL);

  if (ty_filter_node_is_empty (self->filter))
    return NULL;

  filter = ty_filter_node_copy (self->filter);
  tidy (filter);
  return filter;
}

/**
 * ty_filter_editor_get_stored:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the named filter that it is
 */
TySavedFilter *
ty_filter_editor_get_stored (TyFilterEditor *self)
{
  g_return_val_if_fail (TY_IS_FILTER_EDITOR (self), NULL);

  return self->stored;
}

/**
 * ty_filter_editor_dup_conditions:
 * @query: a roster
 * @filter: (nullable): a filter
 *
 * A named filter gives the same people wherever it is asked, so that who is shown, the condition and the
 * values of dimensions belong to it. What was searched for does not: it may be an ID number.
 *
 * Returns: (transfer full): the conditions as they are kept
 */
char *
ty_filter_editor_dup_conditions (const TyRosterQuery *query,
                                 TyFilterNode        *filter)
{
  g_autoptr(TyPopulation) own = filter != NULL ? ty_filter_node_make_population (filter) : NULL;
  g_autoptr(TyPopulation) whole = NULL;
  TyRosterQuery asked = *query;

  asked.population = own;
  whole = ty_roster_query_make_population (&asked, NULL);
  return ty_population_to_json (whole);
}
