/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-post-editor"

#include "config.h"

#include "ty-post-editor-private.h"

#include "ty-code-combo.h"
#include "ty-code-list.h"
#include "ty-entry.h"
#include "ty-form-guard.h"
#include "ty-form-row.h"
#include "ty-pick-finder.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

#define MOST_VOTES 9999999

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyPostEditor, ty_post_editor, ADW_TYPE_WINDOW)

static void
clear_errors (TyPostEditor *self)
{
  ty_form_row_set_error (GTK_WIDGET (self->person_row), _("Person"), NULL);
  ty_form_row_set_error (GTK_WIDGET (self->unit_row), _("Unit"), NULL);
  ty_form_row_set_error (GTK_WIDGET (self->post_row), _("Post"), NULL);
  ty_form_row_set_error (self->date_row, _("Date"), NULL);
  ty_form_row_set_error (self->filing_date_row, _("Filing date"), NULL);
}

/* Messages about an entry begin with the label of the field; they are said there. */
static void
show_error (TyPostEditor *self,
            const GError *error)
{
  const struct
  {
    GtkWidget *row;
    const char *label;
  } rows[] = {
    { GTK_WIDGET (self->person_row), _("Person") },
    { GTK_WIDGET (self->unit_row), _("Unit") },
    { GTK_WIDGET (self->post_row), _("Post") },
    { self->date_row, _("Date") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows) && error->domain == TY_ENTRY_ERROR; i++)
    if (g_str_has_prefix (error->message, rows[i].label) && gtk_widget_get_visible (rows[i].row))
      {
        ty_form_row_set_error (rows[i].row, rows[i].label, error->message);
        gtk_widget_grab_focus (rows[i].row);
        return;
      }

  ty_problem_bar_set_message (self->problem_bar, error->message);
}

static gint64
get_key (TyPickRow *row)
{
  const char *key = ty_pick_row_get_value (row);

  return key != NULL ? g_ascii_strtoll (key, NULL, 10) : 0;
}

static void
add_ends (TyPostEditor *self,
          TyPostChange *change,
          guint         number)
{
  if (self->chosen.id != 0 && self->ends->len == 0 && self->chosen.person == change->person)
    ty_post_change_add_end (change, self->chosen);
  for (guint i = 0; i < self->ends->len; i++)
    {
      const TyPostNote *note = &g_array_index (self->ends, TyPostNote, i);

      if (note->change == number && gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
        ty_post_change_add_end (change, note->end);
    }
}

/* Of several people each has votes of their own: they are entered with the terms. */
static gboolean
read_votes (TyPostEditor *self,
            gint64       *votes)
{
  g_autofree char *text = gtk_widget_get_visible (GTK_WIDGET (self->votes_row))
                            ? ty_text_clean_code (gtk_editable_get_text (self->votes_row)) : g_strdup ("");
  guint64 number = 0;

  *votes = 0;
  if (*text != '\0' && !g_ascii_string_to_unsigned (text, 10, 0, MOST_VOTES, &number, NULL))
    return FALSE;

  *votes = (gint64) number;
  return TRUE;
}

static gboolean
check_votes (TyPostEditor *self)
{
  gint64 votes;
  g_autofree char *message = NULL;

  if (read_votes (self, &votes))
    return TRUE;

  message = g_strdup_printf (_("%s: %s"), _("Votes"), _("Write a number in digits."));
  ty_form_row_set_error (GTK_WIDGET (self->votes_row), _("Votes"), message);
  gtk_widget_grab_focus (GTK_WIDGET (self->votes_row));
  return FALSE;
}

static TyPostChange *
make_change (TyPostEditor *self,
             gint64        person,
             guint         number)
{
  TyPostChange *change = ty_post_change_new (self->move, person);
  gboolean reserve = self->move == TY_MOVE_RESERVE || self->move == TY_MOVE_RESERVE_END;

  if (ty_post_move_takes_post (self->move))
    {
      gint64 unit = get_key (self->unit_row);

      change->unit = unit == 0 && self->people->len > 1 ? TY_POST_OWN_UNIT : unit;
      change->post = g_intern_string (ty_pick_row_get_value (self->post_row));
      change->how = ty_code_combo_get (self->how_row);
    }
  else
    {
      change->reason = ty_code_combo_get (self->reason_row);
    }
  change->date = ty_form_row_read_date (self->date_row);
  change->note = ty_form_row_dup_text (self->note_row);
  if (!reserve)
    {
      change->document = ty_form_row_dup_text (self->document_row);
      change->filing_number = ty_form_row_dup_text (self->filing_number_row);
      change->filing_date = ty_form_row_read_date (self->filing_date_row);
      change->source = ty_code_combo_get (self->source_row);
      change->batch = ty_code_combo_get (self->batch_row);
      read_votes (self, &change->votes);
    }
  add_ends (self, change, number);
  return change;
}

static GPtrArray *
make_changes (TyPostEditor *self)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_post_change_free);

  for (guint i = 0; i < self->people->len; i++)
    g_ptr_array_add (changes, make_change (self, g_array_index (self->people, gint64, i), i));
  if (self->people->len == 0)
    g_ptr_array_add (changes, make_change (self, get_key (self->person_row), 0));
  return changes;
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) notes = ty_office_look_at_posts_finish (TY_OFFICE (source), result, &error);
  TyPostEditor *self;
  gboolean begun;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_POST_EDITOR (user_data);
  begun = ty_form_guard_is_begun (GTK_WINDOW (self));
  g_clear_object (&self->looking);
  if (notes == NULL)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }

  if (!ty_post_editor_show_notes (self, notes))
    ty_post_editor_look (self);
  if (!begun)
    ty_form_guard_settle (GTK_WINDOW (self));
}

static void
stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

/**
 * ty_post_editor_look: (skip)
 * @self: a form
 *
 * Asks what follows from what stands in the form; the latest question wins.
 */
void
ty_post_editor_look (TyPostEditor *self)
{
  g_autoptr(GPtrArray) changes = make_changes (self);

  stop (&self->looking);
  self->looking = g_cancellable_new ();
  ty_office_look_at_posts_async (self->office, changes, self->looking, looked_cb, self);
}

static void
changed_cb (TyPostEditor *self,
            GtkWidget    *row)
{
  if (self->office == NULL)
    return;

  clear_errors (self);
  ty_post_editor_look (self);
}

static void
selected_cb (TyPostEditor *self,
             GParamSpec   *pspec,
             GtkWidget    *row)
{
  if (self->office != NULL)
    ty_post_editor_look (self);
}

static void
filing_date_changed_cb (TyPostEditor *self,
                        GtkWidget    *row)
{
  ty_form_row_set_error (row, _("Filing date"), NULL);
}

static void
votes_changed_cb (TyPostEditor *self,
                  GtkWidget    *row)
{
  ty_form_row_set_error (row, _("Votes"), NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = ty_office_change_posts_finish (TY_OFFICE (source), result, &error);
  TyPostEditor *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_POST_EDITOR (user_data);
  gtk_widget_set_sensitive (self->content, TRUE);
  if (text == NULL)
    {
      show_error (self, error);
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
  TyPostEditor *self = TY_POST_EDITOR (widget);
  g_autoptr(GPtrArray) changes = NULL;

  ty_problem_bar_set_message (self->problem_bar, NULL);
  if (!gtk_widget_get_sensitive (self->content) || !ty_form_row_check_date (self->date_row, _("Date"), FALSE)
      || !ty_form_row_check_date (self->filing_date_row, _("Filing date"), FALSE) || !check_votes (self))
    return;

  changes = make_changes (self);
  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr(GError) error = NULL;

      if (ty_post_change_check (g_ptr_array_index (changes, i), ty_date_today (), &error))
        continue;
      show_error (self, error);
      return;
    }
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->content, FALSE);
  ty_office_change_posts_async (self->office, changes, self->cancellable, saved_cb, self);
}

/* An entry that goes with the focus in it complains. */
static gboolean
ty_post_editor_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);

  return GTK_WINDOW_CLASS (ty_post_editor_parent_class)->close_request (window);
}

static void
ty_post_editor_dispose (GObject *object)
{
  TyPostEditor *self = TY_POST_EDITOR (object);

  g_cancellable_cancel (self->cancellable);
  stop (&self->looking);
  g_clear_object (&self->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_POST_EDITOR);

  G_OBJECT_CLASS (ty_post_editor_parent_class)->dispose (object);
}

static void
ty_post_editor_finalize (GObject *object)
{
  TyPostEditor *self = TY_POST_EDITOR (object);

  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->check_rows, g_ptr_array_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ty_post_editor_parent_class)->finalize (object);
}

static void
ty_post_editor_class_init (TyPostEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_post_editor_dispose;
  object_class->finalize = ty_post_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ty_post_editor_close_request;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", TY_TYPE_POST_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TY_TYPE_PICK_ROW);
  g_type_ensure (TY_TYPE_PROBLEM_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-post-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, title);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, content);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, person_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, unit_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, post_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, date_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, how_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, reason_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, own_group);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, notes_group);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, notes);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, paper_group);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, document_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, filing_number_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, filing_date_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, election_group);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, source_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, batch_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, votes_row);
  gtk_widget_class_bind_template_child (widget_class, TyPostEditor, note_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, filing_date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, votes_changed_cb);

  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save", NULL);
}

static void
ty_post_editor_init (TyPostEditor *self)
{
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->ends = g_array_new (FALSE, FALSE, sizeof (TyPostNote));
  self->checks = g_ptr_array_new ();
  self->check_rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch (GTK_WINDOW (self));
}

static void
fill_choices (TyPostEditor *self)
{
  gboolean pool = self->move == TY_MOVE_RESERVE || self->move == TY_MOVE_RESERVE_END;
  TyCodeList *posts = ty_code_list_get_shipped ("post");

  for (guint i = 0; i < ty_code_list_get_n_items (posts); i++)
    {
      TyCode *code = ty_code_list_get_item (posts, i);

      ty_pick_row_add_choice (self->post_row, ty_code_get_key (code), ty_code_get_label (code), NULL);
    }
  ty_code_combo_fill (self->how_row, pool ? "reserve_way_in" : "appointment_how",
                      self->move == TY_MOVE_APPOINT || self->move == TY_MOVE_TRANSFER ? "appointed" : NULL);
  ty_code_combo_fill (self->reason_row, pool ? "reserve_way_out" : "end_reason",
                      ty_post_move_get_reason (self->move));
  ty_code_combo_fill (self->source_row, "source", NULL);
  ty_code_combo_fill (self->batch_row, "batch", NULL);
  if (pool)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->how_row), _("Way in"));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason_row), _("Way out"));
      adw_preferences_group_set_title (self->own_group, _("Memberships that end"));
    }
}

/**
 * ty_post_editor_new:
 * @office: where it is saved
 * @move: what is done
 *
 * Returns: (transfer none): a window that shows the form, with today as the date; it is destroyed when it
 *   is closed
 */
TyPostEditor *
ty_post_editor_new (TyOffice   *office,
                    TyPostMove  move)
{
  TyPostEditor *self = g_object_new (TY_TYPE_POST_EDITOR, NULL);
  g_autofree char *today = ty_date_to_record (ty_date_today ());
  gboolean takes = ty_post_move_takes_post (move);
  gboolean pool = move == TY_MOVE_RESERVE || move == TY_MOVE_RESERVE_END;

  self->move = move;
  fill_choices (self);
  gtk_editable_set_text (GTK_EDITABLE (self->date_row), today);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_row), takes);
  gtk_widget_set_visible (GTK_WIDGET (self->post_row), takes);
  gtk_widget_set_visible (GTK_WIDGET (self->how_row), takes);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_row), !takes && !ty_post_move_ends_all (move));
  gtk_widget_set_visible (self->election_group, takes && !pool);
  gtk_widget_set_visible (self->paper_group, !pool);
  adw_window_title_set_title (self->title, ty_post_move_get_label (move));
  gtk_window_set_title (GTK_WINDOW (self), ty_post_move_get_label (move));
  gtk_widget_grab_focus (GTK_WIDGET (self->person_row));
  ty_pick_finder_attach (self->person_row, office, TY_PICK_PEOPLE);
  ty_pick_finder_attach (self->unit_row, office, TY_PICK_UNITS);
  self->office = g_object_ref (office);
  return self;
}

/**
 * ty_post_editor_add_person:
 * @self: a form
 * @person: key of a person
 * @name: the name
 *
 * Says to whom it happens; of several people, to all of them alike. Where nobody is added, somebody is
 * chosen in the form.
 */
void
ty_post_editor_add_person (TyPostEditor *self,
                           gint64        person,
                           const char   *name)
{
  g_return_if_fail (TY_IS_POST_EDITOR (self));

  g_array_append_val (self->people, person);
  g_ptr_array_add (self->names, g_strdup (name));
  gtk_widget_set_visible (GTK_WIDGET (self->person_row), FALSE);
  if (self->people->len == 1)
    {
      adw_window_title_set_subtitle (self->title, name);
      gtk_widget_grab_focus (gtk_widget_get_visible (GTK_WIDGET (self->unit_row)) ? GTK_WIDGET (self->unit_row)
                                                                                 : self->date_row);
    }
  else
    {
      g_autofree char *count = ty_text_format_count (self->people->len);
      g_autofree char *text = g_strdup_printf (ngettext ("%s person", "%s people", self->people->len), count);

      adw_window_title_set_subtitle (self->title, text);
      gtk_widget_set_visible (GTK_WIDGET (self->votes_row), FALSE);
      ty_pick_row_set_value (self->unit_row, NULL, _("The own village of each"));
      ty_pick_finder_clear_offered (self->unit_row);
      ty_pick_finder_offer (self->unit_row, 0, _("The own village of each"), NULL);
    }
  ty_post_editor_look (self);
}

/**
 * ty_post_editor_offer_person:
 * @self: a form to which nobody was added
 * @person: key of a person
 * @name: the name
 * @note: what is said about the person
 *
 * Offers somebody before a name is typed.
 */
void
ty_post_editor_offer_person (TyPostEditor *self,
                             gint64        person,
                             const char   *name,
                             const char   *note)
{
  g_return_if_fail (TY_IS_POST_EDITOR (self));

  ty_pick_finder_offer (self->person_row, person, name, note);
}

/**
 * ty_post_editor_set_post:
 * @self: a form
 * @unit: key of a unit
 * @unit_name: what it is called
 * @post: (nullable): key of a post
 *
 * Says which post is taken.
 */
void
ty_post_editor_set_post (TyPostEditor *self,
                         gint64        unit,
                         const char   *unit_name,
                         const char   *post)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, unit);
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("post"), post);

  g_return_if_fail (TY_IS_POST_EDITOR (self));

  ty_pick_row_set_value (self->unit_row, key, unit_name);
  if (code != NULL)
    ty_pick_row_set_value (self->post_row, post, ty_code_get_label (code));
  ty_post_editor_look (self);
}

/**
 * ty_post_editor_choose_end:
 * @self: a form
 * @person: key of the person
 * @appointment: the second part of the key of a post
 *
 * Ticks the post from which one came; the others of the person are not ticked.
 */
void
ty_post_editor_choose_end (TyPostEditor *self,
                           gint64        person,
                           gint64        appointment)
{
  g_return_if_fail (TY_IS_POST_EDITOR (self));

  self->chosen = (TyPostEnd){ FALSE, person, appointment, NULL };
  ty_post_editor_look (self);
}
