/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-own-fields-page"

#include "config.h"

#include "ty-own-fields-page.h"

#include "ty-format.h"
#include "ty-office-custom.h"
#include "ty-record-editor.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

/**
 * TyOwnFieldsPage:
 *
 * The page of the preferences where the fields of the county are made, changed, put in order and removed.
 * Each is an action of the file, with undo.
 */
struct _TyOwnFieldsPage
{
  AdwPreferencesPage parent_instance;

  /* Template */
  AdwPreferencesGroup *group;

  /* Owned */
  TyOffice *office;
  GCancellable *cancellable;
  GPtrArray *fields; /* (element-type TyOwnField) */
  GPtrArray *rows;   /* (unowned elements): the rows of the group, by field; one row says that there are none */

  gint64 focus_field; /* whose row gets the focus when the list comes; 0 = none */
  int focus_step;     /* the mover that had it; 0 = the row */
};

G_DEFINE_FINAL_TYPE (TyOwnFieldsPage, ty_own_fields_page, ADW_TYPE_PREFERENCES_PAGE)

static GtkWindow *
get_window (TyOwnFieldsPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
say (TyOwnFieldsPage *self,
     const char      *text,
     GCallback        undo)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast;

  if (overlay == NULL)
    return;

  toast = adw_toast_new (escaped);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (undo != NULL)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      g_signal_connect_object (toast, "button-clicked", undo, self, G_CONNECT_SWAPPED);
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
undo_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *label = ty_office_undo_finish (TY_OFFICE (source), result, &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Translators: %s is what was undone, such as “Person edited” */
  text = label != NULL ? g_strdup_printf (_("Undone: %s"), label) : g_strdup (error->message);
  say (TY_OWN_FIELDS_PAGE (user_data), text, NULL);
}

static void
undo (TyOwnFieldsPage *self)
{
  ty_office_undo_async (self->office, 0, self->cancellable, undo_cb, self);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean done = ty_office_remove_field_finish (TY_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (done)
    say (TY_OWN_FIELDS_PAGE (user_data), _("Own field removed"), G_CALLBACK (undo));
  else
    say (TY_OWN_FIELDS_PAGE (user_data), error->message, NULL);
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!ty_office_move_field_finish (TY_OFFICE (source), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (TY_OWN_FIELDS_PAGE (user_data), error->message, NULL);
}

static TyOwnField *
find_field (TyOwnFieldsPage *self,
            gint64           key)
{
  for (guint i = 0; self->fields != NULL && i < self->fields->len; i++)
    {
      TyOwnField *own = g_ptr_array_index (self->fields, i);

      if (ty_custom_field_get_key (own->field) == key)
        return own;
    }
  return NULL;
}

static void
remove_field (TyOwnFieldsPage *self,
              gint64           key)
{
  ty_office_remove_field_async (self->office, key, self->cancellable, removed_cb, self);
}

static void
remove_response_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    gpointer          user_data)
{
  const gint64 *key = g_object_get_data (G_OBJECT (dialog), "ty-field");

  if (g_str_equal (response, "remove"))
    remove_field (TY_OWN_FIELDS_PAGE (user_data), *key);
}

/* Values that people have are not given up without knowing of how many. */
static void
ask_about_removal (TyOwnFieldsPage *self,
                   TyOwnField      *own)
{
  gint64 key = ty_custom_field_get_key (own->field);
  GtkWidget *dialog = adw_message_dialog_new (get_window (self), NULL, NULL);
  g_autofree char *people = ty_text_format_count (own->n_people);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _("Remove the Field “%s”?"),
                                     ty_custom_field_get_name (own->field));
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  ngettext ("%s person has a value in it, which goes with it. Undo brings "
                                            "both back.",
                                            "%s people have a value in it, which go with it. Undo brings "
                                            "all back.", own->n_people), people);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "remove",
                                    _("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "ty-field", g_memdup2 (&key, sizeof key), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (TyOwnFieldsPage *self,
          const char      *text,
          TyRecordEditor  *editor)
{
  say (self, text, G_CALLBACK (undo));
}

static void
present_editor (TyOwnFieldsPage *self,
                TyCustomField   *stored,
                TyCustomField   *field)
{
  TyRecordEditor *editor = ty_record_editor_new (self->office, (TyRecord *) stored, TY_RECORD (field));

  gtk_window_set_transient_for (GTK_WINDOW (editor), get_window (self));
  g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  g_autoptr(TyCustomField) field = ty_custom_field_new ();

  ty_record_set_text (TY_RECORD (field), TY_CUSTOM_FIELD_KIND, "text");
  ty_record_set_text (TY_RECORD (field), TY_CUSTOM_FIELD_PRIVACY, "internal");
  present_editor (TY_OWN_FIELDS_PAGE (widget), NULL, field);
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyOwnFieldsPage *self = TY_OWN_FIELDS_PAGE (widget);
  TyOwnField *own = find_field (self, g_variant_get_int64 (parameter));

  if (own == NULL)
    return;

  self->focus_field = ty_custom_field_get_key (own->field);
  self->focus_step = 0;
  present_editor (self, own->field, own->field);
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TyOwnFieldsPage *self = TY_OWN_FIELDS_PAGE (widget);
  TyOwnField *own = find_field (self, g_variant_get_int64 (parameter));

  if (own != NULL && own->n_people > 0)
    ask_about_removal (self, own);
  else if (own != NULL)
    remove_field (self, ty_custom_field_get_key (own->field));
}

static void
move_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyOwnFieldsPage *self = TY_OWN_FIELDS_PAGE (widget);
  gint64 key;
  int step;

  g_variant_get (parameter, "(xi)", &key, &step);
  self->focus_field = key;
  self->focus_step = step;
  ty_office_move_field_async (self->office, key, step, self->cancellable, moved_cb, self);
}

static GtkWidget *
make_button (const char *icon,
             const char *spoken,
             const char *action,
             GVariant   *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}

/* The kind, how private it is, and of how many it is known. */
static char *
dup_subtitle (TyOwnField *own)
{
  TyRecord *field = TY_RECORD (own->field);
  g_autofree char *kind = ty_format_code ("custom_kind", ty_record_get_text (field, TY_CUSTOM_FIELD_KIND));
  g_autofree char *privacy = ty_format_code ("privacy",
                                             ty_record_get_text (field, TY_CUSTOM_FIELD_PRIVACY));
  const char *choices = ty_record_get_text (field, TY_CUSTOM_FIELD_CHOICES);
  g_autofree char *count = ty_text_format_count (own->n_people);
  g_autofree char *people = g_strdup_printf (ngettext ("known of %s person", "known of %s people",
                                                       own->n_people), count);
  g_autofree char *of = choices != NULL ? g_strdup_printf (_("%s: %s"), kind, choices) : g_strdup (kind);

  return g_strdup_printf ("%s　%s　%s", of, privacy, people);
}

static void
add_mover (AdwActionRow *row,
           const char   *icon,
           const char   *spoken,
           gint64        key,
           int           step,
           gboolean      possible)
{
  GtkWidget *button = make_button (icon, spoken, "own-fields.move", g_variant_new ("(xi)", key, step));

  if (!possible)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
      gtk_widget_set_sensitive (button, FALSE);
    }
  g_object_set_data (G_OBJECT (row), step < 0 ? "ty-rise" : "ty-sink", button);
  adw_action_row_add_suffix (row, button);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        gpointer               user_data)
{
  GtkWidget *row = user_data;
  gint64 key = *(gint64 *) g_object_get_data (G_OBJECT (row), "ty-field");
  int step = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up ? -1
             : keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1 : 0;

  if (step == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (row, "own-fields.move", "(xi)", key, step);
  return GDK_EVENT_STOP;
}

static void
add_row (TyOwnFieldsPage *self,
         guint            number)
{
  TyOwnField *own = g_ptr_array_index (self->fields, number);
  gint64 key = ty_custom_field_get_key (own->field);
  const char *name = ty_custom_field_get_name (own->field);
  GtkWidget *row = adw_action_row_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *subtitle = dup_subtitle (own);
  g_autofree char *rise = g_strdup_printf (_("Move %s up"), name);
  g_autofree char *sink = g_strdup_printf (_("Move %s down"), name);
  g_autofree char *removal = g_strdup_printf (_("Remove %s"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  add_mover (ADW_ACTION_ROW (row), "go-up-symbolic", rise, key, -1, number > 0);
  add_mover (ADW_ACTION_ROW (row), "go-down-symbolic", sink, key, 1, number + 1 < self->fields->len);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button ("user-trash-symbolic", removal, "own-fields.remove",
                                          g_variant_new_int64 (key)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "own-fields.edit");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_int64 (key));
  g_object_set_data_full (G_OBJECT (row), "ty-field", g_memdup2 (&key, sizeof key), g_free);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), row);
  gtk_widget_add_controller (row, keys);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_nothing (TyOwnFieldsPage *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("There are no own fields yet"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("Add one, such as “driving licence” or “household contacts”."));
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* Back to the button that moved it, or to its row where it can be moved no further. */
static void
restore_focus (TyOwnFieldsPage *self)
{
  const char *name = self->focus_step < 0 ? "ty-rise" : "ty-sink";

  for (guint i = 0; self->focus_field != 0 && i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      gint64 *key = g_object_get_data (G_OBJECT (row), "ty-field");
      GtkWidget *button = g_object_get_data (G_OBJECT (row), name);

      if (key == NULL || *key != self->focus_field)
        continue;
      if (self->focus_step == 0 || button == NULL || !gtk_widget_get_sensitive (button)
          || !gtk_widget_grab_focus (button))
        gtk_widget_grab_focus (row);
    }
}

static void
fill (TyOwnFieldsPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->fields->len; i++)
    add_row (self, i);
  if (self->fields->len == 0)
    add_nothing (self);
  restore_focus (self);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) fields = ty_office_list_fields_finish (TY_OFFICE (source), result, &error);
  TyOwnFieldsPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_OWN_FIELDS_PAGE (user_data);
  if (fields == NULL)
    {
      say (self, error->message, NULL);
      return;
    }
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  self->fields = g_steal_pointer (&fields);
  fill (self);
}

static void
load (TyOwnFieldsPage *self)
{
  if (ty_office_is_open (self->office))
    ty_office_list_fields_async (self->office, self->cancellable, load_cb, self);
}

static void
ty_own_fields_page_dispose (GObject *object)
{
  TyOwnFieldsPage *self = TY_OWN_FIELDS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_OWN_FIELDS_PAGE);

  G_OBJECT_CLASS (ty_own_fields_page_parent_class)->dispose (object);
}

static void
ty_own_fields_page_finalize (GObject *object)
{
  TyOwnFieldsPage *self = TY_OWN_FIELDS_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ty_own_fields_page_parent_class)->finalize (object);
}

static void
ty_own_fields_page_class_init (TyOwnFieldsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_own_fields_page_dispose;
  object_class->finalize = ty_own_fields_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-own-fields-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TyOwnFieldsPage, group);
  gtk_widget_class_install_action (widget_class, "own-fields.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "own-fields.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "own-fields.remove", "x", remove_action);
  gtk_widget_class_install_action (widget_class, "own-fields.move", "(xi)", move_action);
}

static void
ty_own_fields_page_init (TyOwnFieldsPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_own_fields_page_new:
 * @office: an open office that writes
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
ty_own_fields_page_new (TyOffice *office)
{
  TyOwnFieldsPage *self = g_object_new (TY_TYPE_OWN_FIELDS_PAGE, NULL);

  self->office = g_object_ref (office);
  g_signal_connect_object (office, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}
