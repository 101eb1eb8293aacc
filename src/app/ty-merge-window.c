/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-merge-window"

#include "config.h"

#include "ty-merge-window.h"

#include "ty-form-guard.h"
#include "ty-format.h"
#include "ty-merge-grid.h"
#include "ty-office-merge.h"
#include "ty-office-twins.h"
#include "ty-person-picker.h"
#include "ty-portrait-view.h"
#include "ty-problem-bar.h"
#include "ty-widget-action.h"
#include "ty-whole-words.h"

#include <glib/gi18n-lib.h>

/**
 * TyMergeWindow:
 *
 * Two records of one human side by side, of which one stays with the values that are chosen. Where only one
 * is given, the other is chosen first, among those who may be the same. The signal “merged” (text) comes
 * after it was done.
 */
struct _TyMergeWindow
{
  AdwWindow parent_instance;

  /* Template */
  GtkStack *stack;
  TyProblemBar *problem_bar;
  TyPersonPicker *picker;
  TyPortraitView *kept_portrait;
  TyPortraitView *other_portrait;
  GtkLabel *kept_name;
  GtkLabel *other_name;
  GtkLabel *kept_title;
  GtkLabel *other_title;
  GtkWidget *content_box;
  GtkWidget *fields_box;
  GtkGrid *fields_grid;
  GtkWidget *clashes_box;
  GtkGrid *clashes_grid;
  GtkWidget *rows_box;
  GtkGrid *rows_grid;
  GtkExpander *equal_box;
  GtkGrid *equal_grid;
  GtkWidget *reveal_button;

  /* Owned */
  TyOffice *office;
  TyMergePreview *preview;   /* (nullable) until both are read */
  GCancellable *cancellable;

  gint64 kept;
  gint64 other;
  gboolean revealed;
};

enum
{
  SIGNAL_MERGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyMergeWindow, ty_merge_window, ADW_TYPE_WINDOW)

static void
update_actions (TyMergeWindow *self)
{
  gboolean ready = self->preview != NULL && gtk_widget_get_sensitive (self->content_box);

  ty_widget_action_enable (GTK_WIDGET (self), "merge.run", ready);
  ty_widget_action_enable (GTK_WIDGET (self), "merge.swap", ready);
  ty_widget_action_enable (GTK_WIDGET (self), "merge.reveal", ready && !self->revealed);
}

static void
show_who (TyPersonFile   *file,
          TyPortraitView *portrait,
          GtkLabel       *name_label,
          GtkLabel       *title_label)
{
  TyRecord *person = TY_RECORD (file->person);
  const char *name = ty_record_get_text (person, TY_PERSON_NAME);
  g_autofree char *month = ty_format_month (ty_record_get_date (person, TY_PERSON_BIRTH));
  g_autofree char *text = g_strjoin (*month != '\0' ? "　" : "", name, month, NULL);

  ty_portrait_view_set_photo (portrait, file->photo, name);
  gtk_label_set_label (name_label, text);
  gtk_label_set_label (title_label, *file->title != '\0' ? file->title : _("no post at the cut-off date"));
}

static gboolean
is_sensitive (TyMergeWindow *self)
{
  for (guint i = 0; i < self->preview->fields->len; i++)
    if (((TyMergeField *) g_ptr_array_index (self->preview->fields, i))->sensitive)
      return TRUE;
  for (guint i = 0; i < self->preview->lines->len; i++)
    if (((TyMergeLine *) g_ptr_array_index (self->preview->lines, i))->sensitive)
      return TRUE;

  return FALSE;
}

static void
fill (TyMergeWindow *self)
{
  TyMergePreview *preview = self->preview;
  g_autofree char *title = NULL;
  guint n;

  gtk_widget_set_visible (self->fields_box,
                          ty_merge_grid_fill (self->fields_grid, preview, TY_MERGE_GRID_FIELDS,
                                              self->revealed) > 0);
  gtk_widget_set_visible (self->clashes_box,
                          ty_merge_grid_fill (self->clashes_grid, preview, TY_MERGE_GRID_CLASHES,
                                              self->revealed) > 0);
  gtk_widget_set_visible (self->rows_box,
                          ty_merge_grid_fill (self->rows_grid, preview, TY_MERGE_GRID_ROWS,
                                              self->revealed) > 0);
  n = ty_merge_grid_fill (self->equal_grid, preview, TY_MERGE_GRID_EQUAL, self->revealed);
  title = g_strdup_printf (_("What both say (%u)"), n);
  gtk_expander_set_label (self->equal_box, title);
  gtk_widget_set_visible (GTK_WIDGET (self->equal_box), n > 0);
  gtk_widget_set_visible (self->reveal_button, !self->revealed && is_sensitive (self));
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyMergePreview) preview = NULL;
  TyMergeWindow *self;

  preview = ty_office_preview_merge_finish (TY_OFFICE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_MERGE_WINDOW (user_data);
  if (preview == NULL)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      gtk_stack_set_visible_child_name (self->stack, "choose");
      return;
    }

  self->preview = g_steal_pointer (&preview);
  show_who (self->preview->files[TY_MERGE_KEPT], self->kept_portrait, self->kept_name, self->kept_title);
  show_who (self->preview->files[TY_MERGE_OTHER], self->other_portrait, self->other_name,
            self->other_title);
  fill (self);
  gtk_widget_set_sensitive (self->content_box, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "merge");
  ty_form_guard_settle (GTK_WINDOW (self));
  gtk_widget_child_focus (self->fields_box, GTK_DIR_TAB_FORWARD);
  update_actions (self);
}

static void
forget_preview (TyMergeWindow *self)
{
  GtkGrid *grids[] = { self->fields_grid, self->clashes_grid, self->rows_grid, self->equal_grid };

  for (guint i = 0; i < G_N_ELEMENTS (grids) && grids[i] != NULL; i++)
    for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (grids[i]))) != NULL;)
      gtk_grid_remove (grids[i], child);
  g_clear_pointer (&self->preview, ty_merge_preview_free);
}

static void
load (TyMergeWindow *self)
{
  forget_preview (self);
  ty_problem_bar_set_message (self->problem_bar, NULL);
  gtk_widget_set_sensitive (self->content_box, FALSE);
  update_actions (self);
  ty_office_preview_merge_async (self->office, self->kept, self->other, self->cancellable, previewed_cb,
                                 self);
}

/* Choosing the other one. */

static void
twins_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) twins = ty_office_find_twins_finish (TY_OFFICE (source), result, &error);
  TyMergeWindow *self;

  if (twins == NULL)
    return;

  self = TY_MERGE_WINDOW (user_data);
  for (guint i = 0; i < twins->len; i++)
    {
      const TyTwin *twin = g_ptr_array_index (twins, i);
      g_autofree char *month = ty_format_month (twin->birth);
      g_autofree char *name = g_strjoin ("　", twin->name, month, NULL);
      g_autofree char *note = g_strjoin ("　", twin->same_number ? _("Same ID number")
                                                                : _("Same name and month of birth"),
                                        twin->title, NULL);

      if (twin->person != self->kept)
        ty_person_picker_propose (self->picker, twin->person, name, note);
    }
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPersonFile) file = ty_office_load_person_finish (TY_OFFICE (source), result, &error);
  TyMergeWindow *self;
  TyRecord *person;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_MERGE_WINDOW (user_data);
  if (file == NULL)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }
  person = TY_RECORD (file->person);
  self->kept = ty_record_get_integer (person, TY_PERSON_ID);
  ty_office_find_twins_async (self->office, ty_record_get_text (person, TY_PERSON_ID_NUMBER),
                              ty_record_get_text (person, TY_PERSON_NAME),
                              ty_record_get_date (person, TY_PERSON_BIRTH), self->cancellable, twins_cb,
                              self);
}

static void
picked_cb (TyMergeWindow  *self,
           gint64          person,
           TyPersonPicker *picker)
{
  self->other = person;
  load (self);
}

static void
cancelled_cb (TyMergeWindow  *self,
              TyPersonPicker *picker)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* Doing it. */

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean merged = ty_office_merge_people_finish (TY_OFFICE (source), result, &error);
  TyMergeWindow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_MERGE_WINDOW (user_data);
  gtk_widget_set_sensitive (self->content_box, TRUE);
  update_actions (self);
  if (!merged)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_MERGED], 0, _("Two records of one person merged"));
  ty_form_guard_close (GTK_WINDOW (self));
}

static void
run_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TyMergeWindow *self = TY_MERGE_WINDOW (widget);

  ty_problem_bar_set_message (self->problem_bar, NULL);
  gtk_widget_set_sensitive (self->content_box, FALSE);
  update_actions (self);
  ty_office_merge_people_async (self->office, self->preview->merge, self->cancellable, merged_cb, self);
}

static void
swap_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyMergeWindow *self = TY_MERGE_WINDOW (widget);
  gint64 kept = self->kept;

  self->kept = self->other;
  self->other = kept;
  load (self);
}

static void
note_fields (TyMergeWindow *self)
{
  for (guint i = 0; i < self->preview->fields->len; i++)
    {
      const TyMergeField *field = g_ptr_array_index (self->preview->fields, i);
      const gint64 people[] = { self->kept, self->other };

      for (guint j = 0; j < TY_MERGE_N_SIDES && field->sensitive; j++)
        if (*field->texts[j] != '\0')
          ty_office_note_shown_async (self->office, people[j], ty_person_info.fields[field->field].column,
                                      NULL, NULL);
    }
}

/* Of the rows of a person once for each table; those of a table stand together. */
static void
note_rows (TyMergeWindow *self,
           TyMergeSide    side,
           gint64         person)
{
  const TyRecordInfo *last = NULL;

  for (guint i = 0; i < self->preview->lines->len; i++)
    {
      const TyMergeLine *line = g_ptr_array_index (self->preview->lines, i);

      if (!line->sensitive || line->texts[side] == NULL || line->info == last)
        continue;
      ty_office_note_shown_async (self->office, person, line->info->table, NULL, NULL);
      last = line->info;
    }
}

/* What was shown is noted for both. */
static void
note_shown (TyMergeWindow *self)
{
  note_fields (self);
  note_rows (self, TY_MERGE_KEPT, self->kept);
  note_rows (self, TY_MERGE_OTHER, self->other);
}

static void
reveal_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TyMergeWindow *self = TY_MERGE_WINDOW (widget);

  self->revealed = TRUE;
  note_shown (self);
  fill (self);
  update_actions (self);
  gtk_widget_child_focus (self->fields_box, GTK_DIR_TAB_FORWARD);
}

static void
ty_merge_window_dispose (GObject *object)
{
  TyMergeWindow *self = TY_MERGE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  forget_preview (self);
  g_clear_object (&self->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_MERGE_WINDOW);

  G_OBJECT_CLASS (ty_merge_window_parent_class)->dispose (object);
}

static void
ty_merge_window_finalize (GObject *object)
{
  g_clear_object (&TY_MERGE_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (ty_merge_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, picker);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, kept_portrait);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, other_portrait);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, kept_name);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, other_name);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, kept_title);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, other_title);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, content_box);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, fields_box);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, fields_grid);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, clashes_box);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, clashes_grid);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, rows_box);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, rows_grid);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, equal_box);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, equal_grid);
  gtk_widget_class_bind_template_child (widget_class, TyMergeWindow, reveal_button);
}

static void
ty_merge_window_class_init (TyMergeWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_merge_window_dispose;
  object_class->finalize = ty_merge_window_finalize;

  signals[SIGNAL_MERGED] = g_signal_new ("merged", TY_TYPE_MERGE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TY_TYPE_PERSON_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-merge-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);

  gtk_widget_class_install_action (widget_class, "merge.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "merge.swap", NULL, swap_action);
  gtk_widget_class_install_action (widget_class, "merge.reveal", NULL, reveal_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "merge.run", NULL);
}

static void
ty_merge_window_init (TyMergeWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch (GTK_WINDOW (self));
  ty_whole_words_keep (self->kept_title);
  ty_whole_words_keep (self->other_title);
  update_actions (self);
}

/**
 * ty_merge_window_new:
 * @parent: (nullable): the window it belongs to
 * @office: an open office
 * @kept: key of the record that stays
 * @other: key of the other record of the same human, or 0 to choose it
 *
 * Returns: (transfer none): a dialog, which is destroyed when it is closed
 */
TyMergeWindow *
ty_merge_window_new (GtkWindow *parent,
                     TyOffice  *office,
                     gint64     kept,
                     gint64     other)
{
  TyMergeWindow *self = g_object_new (TY_TYPE_MERGE_WINDOW, "transient-for", parent, NULL);

  self->office = g_object_ref (office);
  self->kept = kept;
  self->other = other;
  ty_person_picker_set_office (self->picker, office);
  if (other != 0)
    load (self);
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "choose");
      gtk_widget_grab_focus (GTK_WIDGET (self->picker));
    }
  ty_office_load_person_async (office, kept, self->cancellable, loaded_cb, self);
  return self;
}

/**
 * ty_merge_window_is_ready:
 * @self: a dialog
 *
 * Returns: whether both records are shown
 */
gboolean
ty_merge_window_is_ready (TyMergeWindow *self)
{
  g_return_val_if_fail (TY_IS_MERGE_WINDOW (self), FALSE);

  return self->preview != NULL;
}
