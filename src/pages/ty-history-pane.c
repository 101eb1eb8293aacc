/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-history-pane"

#include "config.h"

#include "ty-history-pane.h"

#include "ty-format.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

#define N_RECORDS 200 /* that are told at first, and with each step more */

/**
 * TyHistoryPane:
 *
 * All about one action: who did what when, the old and new values, and whether it can be taken back or
 * what stands against it.
 */
struct _TyHistoryPane
{
  AdwBin parent_instance;

  /* Template */
  GtkStack *stack;
  GtkLabel *sentence_label;
  GtkLabel *when_label;
  GtkWidget *reverting_box;
  GtkLabel *reverting_label;
  GtkWidget *reason_box;
  GtkLabel *reason_label;
  GtkWidget *later_button;
  GtkButton *undo_button;
  GtkListView *view;
  GListStore *lines;
  GtkButton *more_button;

  /* Owned */
  TyOffice *office;         /* (nullable) */
  TyHistoryDetail *detail;  /* (nullable) until it has come */
  GCancellable *loading;    /* (nullable) */

  gint64 seq;               /* 0 = none */
  guint n_records;
  gboolean taking_back;     /* once it is known whether it can be */
};

typedef enum
{
  PROP_LOADING = 1,
} TyHistoryPaneProps;

static GParamSpec *properties[PROP_LOADING + 1];

enum
{
  SIGNAL_SHOW_ACTION,
  SIGNAL_TAKE_BACK,
  SIGNAL_GO,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyHistoryPane, ty_history_pane, ADW_TYPE_BIN)

static gboolean
is_field (GtkListItem   *item,
          TyHistoryLine *line)
{
  return line != NULL && !ty_history_line_is_record (line);
}

static char *
format_values (GtkListItem   *item,
               TyHistoryLine *line)
{
  const char *before = line != NULL ? ty_history_line_get_old (line) : NULL;
  const char *after = line != NULL ? ty_history_line_get_new (line) : NULL;

  if (line == NULL || ty_history_line_is_record (line))
    return g_strdup ("");
  if (before == NULL)
    return g_markup_escape_text (after != NULL ? after : "", -1);
  if (after == NULL)
    return g_markup_printf_escaped ("<s>%s</s>", before);

  return g_markup_printf_escaped ("<span alpha=\"70%%\">%s</span> → %s", before, after);
}

static void
set_loading (TyHistoryPane *self,
             GCancellable  *loading)
{
  gboolean was_loading = self->loading != NULL;

  if (was_loading)
    g_cancellable_cancel (self->loading);
  g_set_object (&self->loading, loading);
  if (was_loading != (loading != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
set_shown (GtkWidget  *box,
           GtkLabel   *label,
           const char *text)
{
  gtk_widget_set_visible (box, text != NULL);
  gtk_label_set_label (label, text != NULL ? text : "");
}

static void
show_more_button (TyHistoryPane *self)
{
  g_autofree char *read = ty_text_format_count (self->detail->n_read);
  g_autofree char *all = ty_text_format_count (self->detail->n_records);
  g_autofree char *label = NULL;

  /* Translators: how many records of how many are shown */
  label = g_strdup_printf (_("%s of %s records, show more"), read, all);
  gtk_button_set_label (self->more_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button),
                          self->detail->n_read < self->detail->n_records);
}

/* Why it cannot be taken back, the action for itself or the whole file. */
static const char *
get_reason (TyHistoryPane *self)
{
  if (self->detail->reason == NULL && ty_office_is_read_only (self->office))
    return _("The file can only be read.");

  return self->detail->reason;
}

static void
show_undo_button (TyHistoryPane *self)
{
  TyAction *action = ty_history_entry_get_action (self->detail->entry);
  gboolean is_undo = g_str_equal (ty_action_get_kind (action), "undo");

  gtk_button_set_label (self->undo_button, is_undo ? _("Redo This") : _("Undo This"));
  gtk_widget_set_visible (GTK_WIDGET (self->undo_button),
                          ty_action_get_state (action) == TY_ACTION_DONE
                            && get_reason (self) == NULL);
}

static void
show_detail (TyHistoryPane *self)
{
  TyHistoryEntry *entry = self->detail->entry;
  TyAction *action = ty_history_entry_get_action (entry);
  g_autofree char *moment = ty_format_utc (ty_action_get_at (action));
  g_autofree char *when = NULL;

  /* Translators: when, who, and the number of the action */
  when = g_strdup_printf (_("%s · %s · No. %d"), moment, ty_action_get_user (action),
                          (int) ty_action_get_seq (action));
  gtk_label_set_markup (self->sentence_label, ty_history_entry_get_markup (entry));
  gtk_label_set_label (self->when_label, when);
  set_shown (self->reverting_box, self->reverting_label, self->detail->reverting);
  set_shown (self->reason_box, self->reason_label, get_reason (self));
  gtk_widget_set_visible (self->later_button, self->detail->later != 0);
  if (self->detail->later != 0)
    gtk_widget_remove_css_class (self->reason_box, "quiet");
  else
    gtk_widget_add_css_class (self->reason_box, "quiet");
  show_undo_button (self);
  show_more_button (self);
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       self->detail->lines->pdata, self->detail->lines->len);
  gtk_stack_set_visible_child_name (self->stack, "action");
}

/* It was asked to be taken back before it was known whether it can be. */
static void
take_back_if_possible (TyHistoryPane *self)
{
  TyAction *action = ty_history_entry_get_action (self->detail->entry);

  self->taking_back = FALSE;
  if (get_reason (self) == NULL && ty_action_get_state (action) == TY_ACTION_DONE)
    g_signal_emit (self, signals[SIGNAL_TAKE_BACK], 0, self->seq);
  else if (self->detail->later != 0)
    gtk_widget_grab_focus (self->later_button);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  TyHistoryDetail *detail = ty_office_load_action_finish (TY_OFFICE (source), result, &error);
  TyHistoryPane *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_HISTORY_PANE (user_data);
  set_loading (self, NULL);
  if (detail == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
        g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }

  g_clear_pointer (&self->detail, ty_history_detail_free);
  self->detail = detail;
  show_detail (self);
  if (self->taking_back)
    take_back_if_possible (self);
}

static void
load (TyHistoryPane *self)
{
  g_autoptr(GCancellable) loading = g_cancellable_new ();

  if (self->office == NULL || !ty_office_is_open (self->office))
    return;

  set_loading (self, loading);
  ty_office_load_action_async (self->office, self->seq, self->n_records, loading, loaded_cb, self);
}

static void
undo_clicked_cb (TyHistoryPane *self,
                 GtkButton     *button)
{
  if (self->detail != NULL)
    g_signal_emit (self, signals[SIGNAL_TAKE_BACK], 0, self->seq);
}

static void
later_clicked_cb (TyHistoryPane *self,
                  GtkButton     *button)
{
  if (self->detail != NULL)
    g_signal_emit (self, signals[SIGNAL_SHOW_ACTION], 0, self->detail->later);
}

static void
reverting_clicked_cb (TyHistoryPane *self,
                      GtkButton     *button)
{
  TyAction *action;
  gint64 by;

  if (self->detail == NULL)
    return;

  action = ty_history_entry_get_action (self->detail->entry);
  by = ty_action_get_reverted_by (action);
  g_signal_emit (self, signals[SIGNAL_SHOW_ACTION], 0,
                 by != 0 ? by : ty_action_get_reverts (action));
}

static void
more_clicked_cb (TyHistoryPane *self,
                 GtkButton     *button)
{
  self->n_records += N_RECORDS;
  load (self);
}

static gboolean
activate_link_cb (TyHistoryPane *self,
                  const char    *uri,
                  GtkLabel      *label)
{
  g_signal_emit (self, signals[SIGNAL_GO], 0, uri);
  return TRUE;
}

static void
ty_history_pane_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TyHistoryPane *self = TY_HISTORY_PANE (object);

  switch ((TyHistoryPaneProps) prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_history_pane_dispose (GObject *object)
{
  TyHistoryPane *self = TY_HISTORY_PANE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->detail, ty_history_detail_free);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_history_pane_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  signals[SIGNAL_SHOW_ACTION] = g_signal_new ("show-action", TY_TYPE_HISTORY_PANE, G_SIGNAL_RUN_LAST,
                                              0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_TAKE_BACK] = g_signal_new ("take-back", TY_TYPE_HISTORY_PANE, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_GO] = g_signal_new ("go", TY_TYPE_HISTORY_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", TY_TYPE_HISTORY_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ty_history_pane_class_init (TyHistoryPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ty_history_pane_get_property;
  object_class->dispose = ty_history_pane_dispose;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                     | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  install_signals ();

  g_type_ensure (TY_TYPE_HISTORY_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-history-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPane, stack);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPane, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPane, when_label);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPane, reverting_box);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPane, reverting_label);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPane, reason_box);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPane, reason_label);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPane, later_button);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPane, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPane, view);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPane, lines);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPane, more_button);
  gtk_widget_class_bind_template_callback (widget_class, is_field);
  gtk_widget_class_bind_template_callback (widget_class, format_values);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reverting_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
}

static void
ty_history_pane_init (TyHistoryPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_history_pane_show:
 * @self: a pane
 * @office: from which it reads
 * @seq: an action, or 0 for none
 *
 * Shows an action as it is now. What is shown stays until it has come.
 */
void
ty_history_pane_show (TyHistoryPane *self,
                      TyOffice      *office,
                      gint64         seq)
{
  g_return_if_fail (TY_IS_HISTORY_PANE (self));

  if (self->seq != seq || self->office != office)
    {
      self->n_records = N_RECORDS;
      self->taking_back = FALSE;
    }
  g_set_object (&self->office, office);
  self->seq = seq;
  if (seq != 0)
    {
      load (self);
      return;
    }

  set_loading (self, NULL);
  g_clear_pointer (&self->detail, ty_history_detail_free);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

/**
 * ty_history_pane_take_back:
 * @self: a pane
 * @office: from which it reads
 * @seq: an action
 *
 * Shows an action, and asks for it to be taken back if nothing stands against it; else what does is
 * seen, and the later action can be gone to.
 */
void
ty_history_pane_take_back (TyHistoryPane *self,
                           TyOffice      *office,
                           gint64         seq)
{
  g_return_if_fail (TY_IS_HISTORY_PANE (self));
  g_return_if_fail (seq != 0);

  ty_history_pane_show (self, office, seq);
  self->taking_back = TRUE;
}

/**
 * ty_history_pane_get_detail:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): what is shown
 */
TyHistoryDetail *
ty_history_pane_get_detail (TyHistoryPane *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_PANE (self), NULL);

  return self->detail;
}

/**
 * ty_history_pane_dup_text:
 * @entry: an action
 *
 * Returns: (transfer full): the action as a line of text to be pasted elsewhere
 */
char *
ty_history_pane_dup_text (TyHistoryEntry *entry)
{
  TyAction *action = ty_history_entry_get_action (entry);
  g_autofree char *moment = ty_format_utc (ty_action_get_at (action));

  return g_strjoin ("\t", moment, ty_action_get_user (action), ty_history_entry_get_text (entry),
                    ty_history_entry_get_fields (entry), NULL);
}
