/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-seat-editor"

#include "config.h"

#include "ty-seat-editor.h"

#include "ty-form-guard.h"
#include "ty-office-villages.h"
#include "ty-problem-bar.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

#define N_BODIES 4

/**
 * TySeatEditor:
 *
 * Sets the approved seats of one village, or of many at once, from a day on. Of many only those bodies
 * are set that are ticked. The signal “saved” comes with a sentence that says what was done, after the
 * change was acknowledged; the window then closes itself.
 */
struct _TySeatEditor
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *title;
  TyProblemBar *problem_bar;
  GtkBox *content;
  AdwPreferencesGroup *group;
  AdwEntryRow *from_row;

  /* Owned */
  TyOffice *office;
  GArray *units;            /* (element-type gint64) */
  GCancellable *cancellable;

  GtkCheckButton *ticks[N_BODIES]; /* (unowned) */
  GtkSpinButton *seats[N_BODIES];
  GtkSpinButton *women[N_BODIES];
  char *name;               /* (owned) (nullable): of the only village */
  gboolean filling;
};

static const struct
{
  const char *body;
  const char *other; /* (nullable): the same in a community */
  const char *label;
} bodies[N_BODIES] = {
  { "party", NULL, N_("Party organization") },
  { "village_committee", "residents_committee", N_("Villagers’ or residents’ committee") },
  { "supervision", NULL, N_("Supervision committee") },
  { "economic", NULL, N_("Collective economic organization") },
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TySeatEditor, ty_seat_editor, ADW_TYPE_WINDOW)

/* No seats is another thing than none approved. */
static gboolean
output_cb (GtkSpinButton *spin,
           gpointer       data)
{
  if (gtk_spin_button_get_value_as_int (spin) != TY_SEATS_NONE)
    return FALSE;

  gtk_editable_set_text (GTK_EDITABLE (spin), "—");
  return TRUE;
}

static int
input_cb (GtkSpinButton *spin,
          double        *value,
          gpointer       data)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (spin));

  if (*text != '\0' && !g_str_equal (text, "—"))
    return FALSE;

  *value = TY_SEATS_NONE;
  return TRUE;
}

/* What is entered is meant to be set; there are no more women’s seats than seats. */
static void
value_changed_cb (TySeatEditor  *self,
                  GtkSpinButton *spin)
{
  for (guint i = 0; i < N_BODIES; i++)
    {
      int seats = gtk_spin_button_get_value_as_int (self->seats[i]);

      if (spin != self->seats[i] && spin != self->women[i])
        continue;
      gtk_spin_button_set_range (self->women[i], 0, MAX (seats, 0));
      if (!self->filling)
        gtk_check_button_set_active (self->ticks[i], TRUE);
    }
}

static GtkSpinButton *
make_spin (TySeatEditor *self,
           int           least,
           const char   *label)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (least, TY_SEATS_MOST, 1);

  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 3);
  gtk_widget_add_css_class (spin, "numeric");
  /* Enter saves, as in an entry. */
  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (spin))), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (least == TY_SEATS_NONE)
    {
      gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), FALSE);
      g_signal_connect (spin, "output", G_CALLBACK (output_cb), NULL);
      g_signal_connect (spin, "input", G_CALLBACK (input_cb), NULL);
    }
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), least);
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_SPIN_BUTTON (spin);
}

static void
add_row (TySeatEditor *self,
         guint         index,
         gboolean      many)
{
  const char *label = _(bodies[index].label);
  /* Translators: the number of seats that are approved for a body, such as the party organization */
  g_autofree char *seats = g_strdup_printf (_("%s: approved seats"), label);
  g_autofree char *women = g_strdup_printf (_("%s: of these at least women"), label);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *note = gtk_label_new (C_("approved seats", "women"));

  self->ticks[index] = GTK_CHECK_BUTTON (gtk_check_button_new ());
  self->seats[index] = make_spin (self, TY_SEATS_NONE, seats);
  self->women[index] = make_spin (self, 0, women);
  gtk_spin_button_set_range (self->women[index], 0, 0);
  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->ticks[index]), many);
  gtk_widget_set_valign (GTK_WIDGET (self->ticks[index]), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ticks[index]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (self->ticks[index]));
  /* The box of what stands before a title keeps its distance even where nothing is seen in it. */
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->ticks[index])), many);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->seats[index]));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), note);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->women[index]));
  adw_preferences_group_add (self->group, row);
}

static guint
find_body (const char *body)
{
  for (guint i = 0; i < N_BODIES; i++)
    if (g_str_equal (bodies[i].body, body) || g_strcmp0 (bodies[i].other, body) == 0)
      return i;

  return N_BODIES;
}

/* What is approved now: of many villages that of the first, to begin with. */
static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyVillageFile) file = ty_office_load_village_finish (TY_OFFICE (source), result, &error);
  TySeatEditor *self;
  gboolean begun;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_SEAT_EDITOR (user_data);
  if (file == NULL)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }

  begun = ty_form_guard_is_begun (GTK_WINDOW (self));
  self->filling = TRUE;
  for (guint i = 0; i < file->teams->len; i++)
    {
      TyTeam *team = g_ptr_array_index (file->teams, i);
      guint index = find_body (team->body);

      if (index == N_BODIES)
        continue;
      gtk_spin_button_set_value (self->seats[index], team->seats);
      gtk_spin_button_set_value (self->women[index], team->women);
      if (self->units->len == 1)
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (gtk_widget_get_ancestor (
                                         GTK_WIDGET (self->seats[index]), ADW_TYPE_ACTION_ROW)),
                                       team->label);
    }
  self->filling = FALSE;
  if (self->units->len == 1)
    {
      self->name = g_strdup (file->name);
      adw_window_title_set_subtitle (self->title, file->name);
    }
  if (!begun)
    ty_form_guard_settle (GTK_WINDOW (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->content), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->seats[0]));
}

static char *
describe (TySeatEditor *self)
{
  g_autofree char *count = ty_text_format_count (self->units->len);

  if (self->name != NULL)
    return g_strdup_printf (_("The approved seats of %s were set."), self->name);

  return g_strdup_printf (ngettext ("The approved seats of %s village were set.",
                                    "The approved seats of %s villages were set.",
                                    self->units->len), count);
}

static void
save_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean changed;
  gboolean saved = ty_office_set_seats_finish (TY_OFFICE (source), result, &changed, &error);
  g_autofree char *text = NULL;
  TySeatEditor *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_SEAT_EDITOR (user_data);
  gtk_widget_set_sensitive (GTK_WIDGET (self->content), TRUE);
  if (!saved)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }

  text = describe (self);
  if (changed)
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, text);
  ty_form_guard_close (GTK_WINDOW (self));
}

static guint
collect (TySeatEditor *self,
         TySeatChange  changes[N_BODIES])
{
  guint n = 0;

  for (guint i = 0; i < N_BODIES; i++)
    {
      if (self->units->len > 1 && !gtk_check_button_get_active (self->ticks[i]))
        continue;
      gtk_spin_button_update (self->seats[i]);
      gtk_spin_button_update (self->women[i]);
      changes[n++] = (TySeatChange){
        bodies[i].body,
        gtk_spin_button_get_value_as_int (self->seats[i]),
        gtk_spin_button_get_value_as_int (self->women[i]),
      };
    }
  return n;
}

static gboolean
read_from (TySeatEditor  *self,
           TyDate        *from,
           GError       **error)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->from_row)));

  *from = TY_DATE_NONE;
  return *g_strstrip (text) == '\0' || ty_date_parse_record (text, from, NULL, error);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TySeatEditor *self = TY_SEAT_EDITOR (widget);
  TySeatChange changes[N_BODIES];
  guint n = collect (self, changes);
  g_autoptr(GError) error = NULL;
  TyDate from;

  ty_problem_bar_set_message (self->problem_bar, NULL);
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->content)))
    return;
  if (n == 0)
    {
      ty_problem_bar_set_message (self->problem_bar,
                                  _("Tick the bodies whose seats are to be set."));
      return;
    }
  if (!read_from (self, &from, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->from_row), "error");
      ty_problem_bar_set_message (self->problem_bar, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->from_row));
      return;
    }

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->content), FALSE);
  ty_office_set_seats_async (self->office, (const gint64 *) self->units->data, self->units->len,
                             changes, n, from, self->cancellable, save_cb, self);
}

static void
from_changed_cb (TySeatEditor *self,
                 AdwEntryRow  *row)
{
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

static void
from_activated_cb (TySeatEditor *self,
                   AdwEntryRow  *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "editor.save", NULL);
}

/* An entry that goes with the focus in it complains. */
static gboolean
ty_seat_editor_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);

  return GTK_WINDOW_CLASS (ty_seat_editor_parent_class)->close_request (window);
}

static void
ty_seat_editor_dispose (GObject *object)
{
  TySeatEditor *self = TY_SEAT_EDITOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_SEAT_EDITOR);

  G_OBJECT_CLASS (ty_seat_editor_parent_class)->dispose (object);
}

static void
ty_seat_editor_finalize (GObject *object)
{
  TySeatEditor *self = TY_SEAT_EDITOR (object);

  g_clear_pointer (&self->units, g_array_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ty_seat_editor_parent_class)->finalize (object);
}

static void
ty_seat_editor_class_init (TySeatEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_seat_editor_dispose;
  object_class->finalize = ty_seat_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ty_seat_editor_close_request;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", TY_TYPE_SEAT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-seat-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TySeatEditor, title);
  gtk_widget_class_bind_template_child (widget_class, TySeatEditor, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TySeatEditor, content);
  gtk_widget_class_bind_template_child (widget_class, TySeatEditor, group);
  gtk_widget_class_bind_template_child (widget_class, TySeatEditor, from_row);
  gtk_widget_class_bind_template_callback (widget_class, from_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, from_activated_cb);

  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save",
                                       NULL);
}

static void
ty_seat_editor_init (TySeatEditor *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch (GTK_WINDOW (self));
}

/**
 * ty_seat_editor_new:
 * @office: where it is saved
 * @units: (array length=n_units): keys of villages
 * @n_units: their number, at least one
 *
 * Returns: (transfer none): a window that shows the form; it is destroyed when it is closed
 */
TySeatEditor *
ty_seat_editor_new (TyOffice     *office,
                    const gint64 *units,
                    guint         n_units)
{
  TySeatEditor *self = g_object_new (TY_TYPE_SEAT_EDITOR, NULL);
  g_autofree char *from = ty_date_to_record (ty_office_get_as_of (office));

  g_return_val_if_fail (n_units > 0, self);

  self->office = g_object_ref (office);
  self->units = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->units, units, n_units);
  for (guint i = 0; i < N_BODIES; i++)
    add_row (self, i, n_units > 1);
  gtk_editable_set_text (GTK_EDITABLE (self->from_row), from);
  if (n_units > 1)
    {
      g_autofree char *count = ty_text_format_count (n_units);
      g_autofree char *text = g_strdup_printf (ngettext ("%s village", "%s villages", n_units), count);

      adw_window_title_set_subtitle (self->title, text);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->content), FALSE);
  ty_office_load_village_async (office, units[0], self->cancellable, load_cb, self);
  return self;
}
