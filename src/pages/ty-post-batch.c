/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-post-batch"

#include "config.h"

#include "ty-post-batch-private.h"

#include "ty-code-combo.h"
#include "ty-code-list.h"
#include "ty-form-guard.h"
#include "ty-form-row.h"
#include "ty-pick-finder.h"
#include "ty-post-line-row.h"
#include "ty-text.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

#define READ_DELAY 250 /* ms: whoever types is not read at each key */

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyPostBatch, ty_post_batch, ADW_TYPE_WINDOW)

static void
stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

/* What is to be done. */

static void
add_changes (TyPostBatch *self,
             guint        number,
             GPtrArray   *changes)
{
  TyPostLine *line = g_ptr_array_index (self->lines, number);

  for (guint i = 0; i < line->posts->len; i++)
    {
      TyPostChange *change = ty_post_change_new (line->leaves ? TY_MOVE_REMOVE : TY_MOVE_APPOINT, line->person);

      change->unit = line->unit;
      change->post = g_ptr_array_index (line->posts, i);
      change->date = ty_form_row_read_date (self->date_row);
      change->how = line->leaves ? NULL : ty_code_combo_get (self->how_row);
      change->document = ty_form_row_dup_text (self->document_row);
      change->filing_number = ty_form_row_dup_text (self->filing_number_row);
      change->filing_date = ty_form_row_read_date (self->filing_date_row);
      g_ptr_array_add (changes, change);
      g_array_append_val (self->line_of, number);
    }
}

/* Of the lines that are clear, and who is removed before who follows. */
static GPtrArray *
make_changes (TyPostBatch *self)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_post_change_free);

  g_array_set_size (self->line_of, 0);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->lines->len; i++)
      {
        TyPostLine *line = g_ptr_array_index (self->lines, i);

        if (line->leaves == (pass == 0) && ty_post_line_get_problem (line) == NULL)
          add_changes (self, i, changes);
      }
  return changes;
}

static gboolean
is_removed (GPtrArray       *changes,
            const TyPostEnd *end)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const TyPostChange *change = g_ptr_array_index (changes, i);

      if (change->move == TY_MOVE_REMOVE && change->person == end->person)
        return TRUE;
      for (guint j = 0; j < change->ends->len; j++)
        if (g_array_index (change->ends, TyPostEnd, j).id == end->id
            && g_array_index (change->ends, TyPostEnd, j).person == end->person)
          return TRUE;
    }
  return FALSE;
}

/* What a note offers, where the document does not say it itself. */
static gboolean
is_taken (TyPostBatch      *self,
          GPtrArray        *changes,
          const TyPostNote *note)
{
  const TyPostChange *change = g_ptr_array_index (changes, note->change);

  return change->move == TY_MOVE_APPOINT && note->proposed && gtk_switch_get_active (self->end_switch)
         && (note->kind == TY_POST_NOTE_OFFER || note->kind == TY_POST_NOTE_OWN)
         && !is_removed (changes, &note->end);
}

static void
add_ends (TyPostBatch *self,
          GPtrArray   *changes)
{
  for (guint i = 0; self->notes != NULL && i < self->notes->len; i++)
    {
      const TyPostNote *note = g_ptr_array_index (self->notes, i);

      if (note->change < changes->len && is_taken (self, changes, note))
        ty_post_change_add_end (g_ptr_array_index (changes, note->change), note->end);
    }
}

/* The list. */

static char *
dup_consequences (TyPostBatch *self,
                  GPtrArray   *changes,
                  guint        number,
                  gboolean    *warns)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; self->notes != NULL && i < self->notes->len; i++)
    {
      const TyPostNote *note = g_ptr_array_index (self->notes, i);
      gboolean end = note->kind == TY_POST_NOTE_OFFER || note->kind == TY_POST_NOTE_OWN;

      if (note->change >= self->line_of->len || g_array_index (self->line_of, guint, note->change) != number
          || (end && !is_taken (self, changes, note))
          || (note->kind == TY_POST_NOTE_WARN && gtk_switch_get_active (self->end_switch)
              && i > 0 && ((TyPostNote *) g_ptr_array_index (self->notes, i - 1))->kind == TY_POST_NOTE_OFFER))
        continue;
      *warns = *warns || note->kind == TY_POST_NOTE_WARN;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "　" : "", note->text);
    }
  return g_strdup (text->str);
}

/**
 * ty_post_batch_get_selected: (skip)
 * @self: a form
 *
 * Returns: the number of the line that is selected, or -1
 */
int
ty_post_batch_get_selected (TyPostBatch *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static void
update_count (TyPostBatch *self)
{
  guint n_unclear, n = ty_post_batch_count (self, &n_unclear);
  g_autofree char *number = ty_text_format_count (n);
  g_autofree char *unclear = ty_text_format_count (n_unclear);
  g_autofree char *all = g_strdup_printf (ngettext ("%s line", "%s lines", n), number);
  g_autofree char *text = n_unclear > 0
                            /* Translators: how many lines there are, and how many of them are not clear */
                            ? g_strdup_printf (_("%1$s, %2$s not clear yet"), all, unclear) : g_strdup (all);

  gtk_label_set_label (self->count_label, text);
  ty_widget_action_enable (GTK_WIDGET (self), "editor.save", n > 0);
}

static void
fill_list (TyPostBatch *self)
{
  g_autoptr(GPtrArray) changes = make_changes (self);
  int selected = ty_post_batch_get_selected (self);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->lines->len; i++)
    {
      gboolean warns = FALSE;
      g_autofree char *consequences = dup_consequences (self, changes, i, &warns);

      gtk_list_box_append (self->list, ty_post_line_row_new (g_ptr_array_index (self->lines, i), consequences,
                                                             warns));
    }
  update_count (self);
  row = gtk_list_box_get_row_at_index (self->list, self->select_last ? (int) self->lines->len - 1
                                                                     : MAX (selected, 0));
  self->select_last = FALSE;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_set_visible (self->line_group, row != NULL);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) notes = ty_office_look_at_posts_finish (TY_OFFICE (source), result, &error);
  TyPostBatch *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_POST_BATCH (user_data);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  self->notes = g_steal_pointer (&notes);
  if (self->notes == NULL)
    ty_problem_bar_set_message (self->problem_bar, error->message);
  fill_list (self);
}

/**
 * ty_post_batch_look: (skip)
 * @self: a form
 *
 * Asks what follows from the lines that are clear; the latest question wins.
 */
void
ty_post_batch_look (TyPostBatch *self)
{
  g_autoptr(GPtrArray) changes = make_changes (self);

  stop (&self->looking);
  self->looking = g_cancellable_new ();
  ty_office_look_at_posts_async (self->office, changes, self->looking, looked_cb, self);
}

/* What was read and corrected before stays with its line. */
static void
keep_lines (TyPostBatch *self,
            GPtrArray   *lines)
{
  for (guint i = 0; i < lines->len; i++)
    for (guint j = 0; j < self->lines->len; j++)
      {
        TyPostLine *before = g_ptr_array_index (self->lines, j);

        if (!g_str_equal (before->text, ((TyPostLine *) g_ptr_array_index (lines, i))->text))
          continue;
        ty_post_line_free (g_ptr_array_index (lines, i));
        lines->pdata[i] = g_ptr_array_steal_index (self->lines, j);
        break;
      }
}

static void
lines_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = ty_office_read_post_lines_finish (TY_OFFICE (source), result, &error);
  TyPostBatch *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_POST_BATCH (user_data);
  g_clear_object (&self->reading);
  if (lines == NULL)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }

  keep_lines (self, lines);
  g_ptr_array_unref (self->lines);
  self->lines = g_steal_pointer (&lines);
  ty_post_batch_settle_added (self);
  ty_post_batch_look (self);
}

static gboolean
read_cb (gpointer user_data)
{
  TyPostBatch *self = TY_POST_BATCH (user_data);
  TyDate date = ty_form_row_read_date (self->date_row);
  GtkTextIter first, last;
  g_autofree char *text = NULL;

  self->read_id = 0;
  gtk_text_buffer_get_bounds (self->buffer, &first, &last);
  text = gtk_text_buffer_get_text (self->buffer, &first, &last, FALSE);
  stop (&self->reading);
  self->reading = g_cancellable_new ();
  ty_office_read_post_lines_async (self->office, text, ty_date_is_known (date) ? date : ty_date_today (),
                                   self->reading, lines_cb, self);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (TyPostBatch   *self,
                 GtkTextBuffer *buffer)
{
  g_clear_handle_id (&self->read_id, g_source_remove);
  self->read_id = g_timeout_add (READ_DELAY, read_cb, self);
}

static void
changed_cb (TyPostBatch *self,
            GtkEditable *row)
{
  if (self->office == NULL)
    return;
  ty_form_row_set_error (GTK_WIDGET (row), _("Date"), NULL);
  ty_post_batch_look (self);
}

static void
switched_cb (TyPostBatch *self,
             GParamSpec  *pspec,
             GtkSwitch   *end_switch)
{
  if (self->office != NULL)
    fill_list (self);
}

/* All of it. */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = ty_office_change_posts_finish (TY_OFFICE (source), result, &error);
  TyPostBatch *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_POST_BATCH (user_data);
  gtk_widget_set_sensitive (self->content, TRUE);
  if (text == NULL)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, text);
  ty_form_guard_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyPostBatch *self = TY_POST_BATCH (widget);
  g_autoptr(GPtrArray) changes = NULL;
  guint n_unclear;

  ty_problem_bar_set_message (self->problem_bar, NULL);
  if (!gtk_widget_get_sensitive (self->content) || !ty_form_row_check_date (self->date_row, _("Date"), TRUE)
      || !ty_form_row_check_date (self->filing_date_row, _("Filing date"), FALSE))
    return;
  ty_post_batch_count (self, &n_unclear);
  if (n_unclear > 0 || self->looking != NULL || self->reading != NULL || self->read_id != 0)
    {
      ty_problem_bar_set_message (self->problem_bar,
                                  _("Some lines are not clear yet. Correct them at the right, or take them out "
                                    "of the text."));
      return;
    }

  changes = make_changes (self);
  if (changes->len == 0)
    return;
  add_ends (self, changes);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->content, FALSE);
  ty_office_change_posts_async (self->office, changes, self->cancellable, saved_cb, self);
}

/* An entry that goes with the focus in it complains. */
static gboolean
ty_post_batch_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);

  return GTK_WINDOW_CLASS (ty_post_batch_parent_class)->close_request (window);
}

static void
ty_post_batch_dispose (GObject *object)
{
  TyPostBatch *self = TY_POST_BATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->read_id, g_source_remove);
  stop (&self->reading);
  stop (&self->looking);
  g_clear_object (&self->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_POST_BATCH);

  G_OBJECT_CLASS (ty_post_batch_parent_class)->dispose (object);
}

static void
ty_post_batch_finalize (GObject *object)
{
  TyPostBatch *self = TY_POST_BATCH (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->line_of, g_array_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ty_post_batch_parent_class)->finalize (object);
}

static void
ty_post_batch_class_init (TyPostBatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_post_batch_dispose;
  object_class->finalize = ty_post_batch_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ty_post_batch_close_request;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", TY_TYPE_POST_BATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TY_TYPE_PICK_ROW);
  g_type_ensure (TY_TYPE_PROBLEM_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-post-batch.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, content);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, document_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, date_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, filing_number_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, filing_date_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, how_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, end_switch);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, text_view);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, buffer);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, count_label);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, list);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, add_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, line_group);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, leave_switch);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, person_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, unit_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostBatch, post_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  ty_post_batch_bind_line (widget_class);

  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save", NULL);
}

static void
ty_post_batch_init (TyPostBatch *self)
{
  g_autofree char *today = ty_date_to_record (ty_date_today ());
  TyCodeList *posts = ty_code_list_get_shipped ("post");

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_post_line_free);
  self->line_of = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch (GTK_WINDOW (self));
  for (guint i = 0; i < ty_code_list_get_n_items (posts); i++)
    {
      TyCode *code = ty_code_list_get_item (posts, i);

      ty_pick_row_add_choice (self->post_row, ty_code_get_key (code), ty_code_get_label (code), NULL);
    }
  ty_code_combo_fill (self->how_row, "appointment_how", "appointed");
  gtk_editable_set_text (self->date_row, today);
  update_count (self);
}

/**
 * ty_post_batch_new:
 * @office: where it is saved
 *
 * Returns: (transfer none): a window that shows the form, with today as the date; it is destroyed when it
 *   is closed
 */
TyPostBatch *
ty_post_batch_new (TyOffice *office)
{
  TyPostBatch *self = g_object_new (TY_TYPE_POST_BATCH, NULL);

  self->office = g_object_ref (office);
  ty_pick_finder_attach (self->add_row, office, TY_PICK_PEOPLE);
  ty_pick_finder_attach (self->person_row, office, TY_PICK_PEOPLE);
  ty_pick_finder_attach (self->unit_row, office, TY_PICK_UNITS);
  gtk_widget_grab_focus (GTK_WIDGET (self->document_row));
  return self;
}

/**
 * ty_post_batch_set_text:
 * @self: a form
 * @text: lines, which are read as if they had been pasted
 */
void
ty_post_batch_set_text (TyPostBatch *self,
                        const char  *text)
{
  g_return_if_fail (TY_IS_POST_BATCH (self));

  gtk_text_buffer_set_text (self->buffer, text, -1);
}

/**
 * ty_post_batch_count:
 * @self: a form
 * @n_unclear: (out): how many of the lines are not clear yet
 *
 * Returns: how many lines were read
 */
guint
ty_post_batch_count (TyPostBatch *self,
                     guint       *n_unclear)
{
  g_return_val_if_fail (TY_IS_POST_BATCH (self), 0);

  *n_unclear = 0;
  for (guint i = 0; i < self->lines->len; i++)
    *n_unclear += ty_post_line_get_problem (g_ptr_array_index (self->lines, i)) != NULL;
  return self->lines->len;
}

/**
 * ty_post_batch_add_person:
 * @self: a form
 * @person: key of a person
 * @name: the name
 *
 * Adds a line for somebody who was searched for, of whom unit and post are chosen then.
 */
void
ty_post_batch_add_person (TyPostBatch *self,
                          gint64       person,
                          const char  *name)
{
  GtkTextIter end;

  g_return_if_fail (TY_IS_POST_BATCH (self));

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  self->added = person;
  if (!gtk_text_iter_starts_line (&end))
    gtk_text_buffer_insert (self->buffer, &end, "\n", -1);
  gtk_text_buffer_insert (self->buffer, &end, name, -1);
}
