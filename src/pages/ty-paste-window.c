/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-paste-window"

#include "config.h"

#include "ty-paste-window.h"

#include "ty-form-guard.h"
#include "ty-format.h"
#include "ty-office-paste.h"
#include "ty-problem-bar.h"
#include "ty-text.h"
#include "ty-widget-action.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>

#define FIND_DELAY 250   /* ms behind the last key */
#define MOST_ASKED 60    /* of whom is asked at once who is meant */
#define MOST_NAMED 2000  /* names that stand in a paragraph */

/**
 * TyPasteWindow:
 *
 * A column of names or ID numbers becomes a named list, or is put on one. Who is meant is shown before
 * anything is done: who was found, of whom there are several, and who was not found. The signal “saved”
 * comes after the change was acknowledged; the window then closes itself.
 */
struct _TyPasteWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *title;
  TyProblemBar *problem_bar;
  GtkWidget *content;
  AdwPreferencesGroup *name_group;
  AdwEntryRow *name_row;
  GtkTextBuffer *buffer;
  GtkTextView *text_view;
  GtkStack *stack;
  AdwPreferencesGroup *several_group;
  AdwPreferencesGroup *missing_group;
  AdwPreferencesGroup *found_group;
  GtkLabel *missing_label;
  GtkLabel *found_label;
  GtkLabel *summary_label;
  GtkButton *save_button;

  /* Owned */
  TyOffice *office;
  TyPersonList *list;        /* (nullable): none = a new one */
  GPtrArray *lines;          /* (nullable) (element-type TyPastedLine) */
  GPtrArray *rows;           /* (element-type GtkWidget) (unowned elements): those that ask */
  GCancellable *finding;     /* (nullable) */
  GCancellable *cancellable;
  char *name;                /* (nullable): of the list */

  guint find_id;
  gboolean saving;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyPasteWindow, ty_paste_window, ADW_TYPE_WINDOW)

static GArray *
list_people (TyPasteWindow *self)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    {
      gint64 person = ty_pasted_line_get_person (g_ptr_array_index (self->lines, i));

      if (person != 0 && g_hash_table_add (seen, g_memdup2 (&person, sizeof person)))
        g_array_append_val (people, person);
    }
  return people;
}

static gboolean
is_missing (const TyPastedLine *line)
{
  return line->rows->len == 0;
}

static gboolean
is_asked (const TyPastedLine *line)
{
  return line->rows->len > 1;
}

static guint
count_undecided (TyPasteWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const TyPastedLine *line = g_ptr_array_index (self->lines, i);

      n += !is_missing (line) && line->chosen < 0;
    }
  return n;
}

static guint
count_missing (TyPasteWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += is_missing (g_ptr_array_index (self->lines, i));
  return n;
}

static gboolean
has_name (TyPasteWindow *self)
{
  g_autofree char *name = ty_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));

  return self->list != NULL || *name != '\0';
}

static void
update_save (TyPasteWindow *self)
{
  g_autoptr(GArray) people = list_people (self);
  g_autofree char *count = ty_text_format_count (people->len);
  g_autofree char *label = g_strdup_printf (ngettext ("Put %s Person on the List",
                                                      "Put %s People on the List", people->len), count);

  gtk_button_set_label (self->save_button, people->len > 0 ? label : _("Put on the List"));
  ty_widget_action_enable (GTK_WIDGET (self), "paste.save",
                           people->len > 0 && has_name (self) && !self->saving);
}

static void
update_summary (TyPasteWindow *self)
{
  g_autoptr(GArray) people = list_people (self);
  guint undecided = count_undecided (self);
  guint missing = count_missing (self);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u found", "%u found", people->len), people->len);
  if (undecided > 0)
    /* Translators: of so many names it has still to be chosen who is meant */
    g_string_append_printf (text, ngettext (" · %u to choose", " · %u to choose", undecided), undecided);
  if (missing > 0)
    g_string_append_printf (text, ngettext (" · %u not found", " · %u not found", missing), missing);
  gtk_label_set_label (self->summary_label, text->str);
}

static char *
describe_row (TyRosterRow *row)
{
  static const TyRosterText texts[] = { TY_ROSTER_TEXT_TOWNSHIP, TY_ROSTER_TEXT_VILLAGE,
                                        TY_ROSTER_TEXT_POSTS, TY_ROSTER_TEXT_BIRTH };
  g_autoptr(GString) facts = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = ty_roster_row_get_text (row, texts[i]);

      if (text == NULL || *text == '\0')
        continue;
      g_string_append_printf (facts, "%s%s", facts->len > 0 ? "　" : "", text);
    }
  return g_string_free (g_steal_pointer (&facts), FALSE);
}

static void
chosen_cb (TyPasteWindow *self,
           GParamSpec    *pspec,
           AdwComboRow   *row)
{
  guint i;

  if (!g_ptr_array_find (self->rows, row, &i))
    return;
  for (guint k = 0; k < self->lines->len; k++)
    {
      TyPastedLine *line = g_ptr_array_index (self->lines, k);

      if (!is_asked (line) || i-- > 0)
        continue;
      line->chosen = (int) adw_combo_row_get_selected (row) - 1;
      break;
    }
  update_summary (self);
  update_save (self);
}

/* One who is called like others is told apart by unit, post and month of birth. */
static void
add_question (TyPasteWindow      *self,
              const TyPastedLine *line)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _("Choose…"));
  for (guint i = 0; i < line->rows->len; i++)
    {
      g_autofree char *text = describe_row (g_ptr_array_index (line->rows, i));

      gtk_string_list_append (choices, text);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->text);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) (line->chosen + 1));
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->several_group, row);
}

static char *
join_lines (TyPasteWindow *self,
            gboolean       missing,
            const char    *separator)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < self->lines->len; i++)
    {
      const TyPastedLine *line = g_ptr_array_index (self->lines, i);

      if (missing ? is_missing (line) : ty_pasted_line_get_person (line) != 0)
        g_ptr_array_add (texts, missing ? line->text
                                        : (char *) ty_roster_row_get_name (
                                            g_ptr_array_index (line->rows, line->chosen)));
    }
  if (texts->len > MOST_NAMED && *separator != '\n')
    {
      g_ptr_array_set_size (texts, MOST_NAMED);
      g_ptr_array_add (texts, (gpointer) "…");
    }
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (separator, (char **) texts->pdata);
}

static void
show_lines (TyPasteWindow *self)
{
  const char *separator = ty_words_get_separator ();
  g_autofree char *missing = join_lines (self, TRUE, separator);
  g_autofree char *found = join_lines (self, FALSE, separator);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->several_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->lines->len && self->rows->len < MOST_ASKED; i++)
    if (is_asked (g_ptr_array_index (self->lines, i)))
      add_question (self, g_ptr_array_index (self->lines, i));

  gtk_label_set_label (self->missing_label, missing);
  gtk_label_set_label (self->found_label, found);
  gtk_widget_set_visible (GTK_WIDGET (self->several_group), self->rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_group), *missing != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->found_group), *found != '\0');
  gtk_stack_set_visible_child_name (self->stack, self->lines->len > 0 ? "lines" : "nothing");
  update_summary (self);
  update_save (self);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *lines = ty_office_find_pasted_finish (TY_OFFICE (source), result, &error);
  TyPasteWindow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PASTE_WINDOW (user_data);
  g_clear_object (&self->finding);
  if (lines == NULL)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = lines;
  show_lines (self);
}

static void
stop_finding (TyPasteWindow *self)
{
  g_clear_handle_id (&self->find_id, g_source_remove);
  if (self->finding != NULL)
    g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
}

static gboolean
find_now_cb (gpointer user_data)
{
  TyPasteWindow *self = TY_PASTE_WINDOW (user_data);
  GtkTextIter begin, end;
  g_autofree char *text = NULL;

  self->find_id = 0;
  stop_finding (self);
  gtk_text_buffer_get_bounds (self->buffer, &begin, &end);
  text = gtk_text_buffer_get_text (self->buffer, &begin, &end, FALSE);
  self->finding = g_cancellable_new ();
  ty_office_find_pasted_async (self->office, text, self->finding, found_cb, self);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (TyPasteWindow *self,
                 GtkTextBuffer *buffer)
{
  stop_finding (self);
  if (self->office != NULL)
    self->find_id = g_timeout_add (FIND_DELAY, find_now_cb, self);
}

static void
name_changed_cb (TyPasteWindow *self,
                 AdwEntryRow   *row)
{
  update_save (self);
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyPasteWindow *self = TY_PASTE_WINDOW (widget);
  g_autofree char *text = self->lines != NULL ? join_lines (self, TRUE, "\n") : NULL;

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  TyPersonListChange change = { 0 };
  gboolean saved = ty_office_edit_list_finish (TY_OFFICE (source), result, &change, &error);
  g_autofree char *people = NULL;
  g_autofree char *text = NULL;
  TyPasteWindow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PASTE_WINDOW (user_data);
  self->saving = FALSE;
  gtk_widget_set_sensitive (self->content, TRUE);
  update_save (self);
  if (!saved)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }
  if (change.n_people == 0)
    {
      text = g_strdup_printf (_("All of them are on the list “%s” already."), self->name);
      ty_problem_bar_set_message (self->problem_bar, text);
      return;
    }
  people = ty_text_format_count (change.n_people);
  text = g_strdup_printf (ngettext ("Put on the list “%s”, %s person", "Put on the list “%s”, %s people",
                                    change.n_people), self->name, people);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, text, change.list);
  ty_form_guard_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyPasteWindow *self = TY_PASTE_WINDOW (widget);
  g_autoptr(GArray) people = list_people (self);
  g_autoptr(TyPersonList) list = self->list == NULL ? ty_person_list_new () : NULL;
  TyPersonListEdit edit = {
    .op = list != NULL ? TY_PERSON_LIST_ADD : TY_PERSON_LIST_PUT,
    .list = list,
    .key = list == NULL ? ty_record_get_integer (TY_RECORD (self->list), TY_PERSON_LIST_ID) : 0,
    .people = (const gint64 *) (gpointer) people->data,
    .n_people = people->len,
  };

  g_clear_pointer (&self->name, g_free);
  self->name = list != NULL ? ty_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->name_row)))
                            : g_strdup (ty_record_get_text (TY_RECORD (self->list), TY_PERSON_LIST_NAME));
  if (list != NULL)
    ty_record_set_text (TY_RECORD (list), TY_PERSON_LIST_NAME, self->name);
  ty_problem_bar_set_message (self->problem_bar, NULL);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->content, FALSE);
  update_save (self);
  ty_office_edit_list_async (self->office, &edit, self->cancellable, saved_cb, self);
}

static void
name_activated_cb (TyPasteWindow *self,
                   AdwEntryRow   *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "paste.save", NULL);
}

/* An entry that goes with the focus in it complains. */
static gboolean
ty_paste_window_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);

  return GTK_WINDOW_CLASS (ty_paste_window_parent_class)->close_request (window);
}

static void
ty_paste_window_dispose (GObject *object)
{
  TyPasteWindow *self = TY_PASTE_WINDOW (object);

  stop_finding (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->office);
  g_clear_object (&self->list);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_PASTE_WINDOW);

  G_OBJECT_CLASS (ty_paste_window_parent_class)->dispose (object);
}

static void
ty_paste_window_finalize (GObject *object)
{
  TyPasteWindow *self = TY_PASTE_WINDOW (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_free (self->name);

  G_OBJECT_CLASS (ty_paste_window_parent_class)->finalize (object);
}

static void
ty_paste_window_class_init (TyPasteWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_paste_window_dispose;
  object_class->finalize = ty_paste_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ty_paste_window_close_request;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", TY_TYPE_PASTE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-paste-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPasteWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TyPasteWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyPasteWindow, content);
  gtk_widget_class_bind_template_child (widget_class, TyPasteWindow, name_group);
  gtk_widget_class_bind_template_child (widget_class, TyPasteWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, TyPasteWindow, buffer);
  gtk_widget_class_bind_template_child (widget_class, TyPasteWindow, text_view);
  gtk_widget_class_bind_template_child (widget_class, TyPasteWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TyPasteWindow, several_group);
  gtk_widget_class_bind_template_child (widget_class, TyPasteWindow, missing_group);
  gtk_widget_class_bind_template_child (widget_class, TyPasteWindow, found_group);
  gtk_widget_class_bind_template_child (widget_class, TyPasteWindow, missing_label);
  gtk_widget_class_bind_template_child (widget_class, TyPasteWindow, found_label);
  gtk_widget_class_bind_template_child (widget_class, TyPasteWindow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, TyPasteWindow, save_button);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_activated_cb);

  gtk_widget_class_install_action (widget_class, "paste.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "paste.copy-missing", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "paste.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "paste.save", NULL);
}

static void
ty_paste_window_init (TyPasteWindow *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch (GTK_WINDOW (self));
}

/**
 * ty_paste_window_new:
 * @office: an open office
 * @list: (nullable): on which they are put; none = a new list is made
 * @text: (nullable): what the window begins with
 *
 * Returns: (transfer none): a window that shows who is meant; it is destroyed when it is closed
 */
TyPasteWindow *
ty_paste_window_new (TyOffice     *office,
                     TyPersonList *list,
                     const char   *text)
{
  TyPasteWindow *self = g_object_new (TY_TYPE_PASTE_WINDOW, NULL);

  self->office = g_object_ref (office);
  self->list = list != NULL ? g_object_ref (list) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->name_group), list == NULL);
  if (list != NULL)
    adw_window_title_set_subtitle (self->title, ty_record_get_text (TY_RECORD (list),
                                                                    TY_PERSON_LIST_NAME));
  update_save (self);
  if (text != NULL && *text != '\0')
    {
      gtk_text_buffer_set_text (self->buffer, text, -1);
      stop_finding (self);
      find_now_cb (self);
    }
  gtk_widget_grab_focus (list == NULL && text != NULL ? GTK_WIDGET (self->name_row)
                                                      : GTK_WIDGET (self->text_view));
  return self;
}

/**
 * ty_paste_window_is_finding:
 * @self: a window
 *
 * Returns: whether what is shown is not yet of the text that stands there
 */
gboolean
ty_paste_window_is_finding (TyPasteWindow *self)
{
  g_return_val_if_fail (TY_IS_PASTE_WINDOW (self), FALSE);

  return self->find_id != 0 || self->finding != NULL;
}
