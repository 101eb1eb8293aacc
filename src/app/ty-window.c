/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window"

#include "config.h"

#include "ty-window-private.h"

#include "ty-clipboard.h"
#include "ty-date.h"
#include "ty-format.h"
#include "ty-preedit.h"
#include "ty-settings.h"

#include <glib/gi18n-lib.h>


/**
 * TyWindow:
 *
 * The window of one county file: sidebar, header, and the page that is shown.
 */

typedef enum
{
  PROP_OFFICE = 1,
  PROP_BUSY_TEXT,
} TyWindowProps;

static GParamSpec *properties[PROP_BUSY_TEXT + 1];

G_DEFINE_FINAL_TYPE (TyWindow, ty_window, ADW_TYPE_APPLICATION_WINDOW)

static char *
format_read_only (TyWindow   *self,
                  gboolean    read_only,
                  const char *reason)
{
  if (!read_only)
    return g_strdup ("");

  return g_strdup (reason != NULL ? reason : _("The file can only be read."));
}

static char *
format_date_note (TyWindow   *self,
                  const char *as_of)
{
  TyDate day = ty_date_from_iso (as_of);
  g_autofree char *text = NULL;

  if (as_of == NULL || ty_date_compare (day, ty_date_today ()) == 0)
    return g_strdup ("");

  text = ty_format_day_long (day);
  return g_strdup_printf (_("Everything is shown as of %s, not of today."), text);
}

/* A backup of a large file takes a while, and nothing can be done meanwhile. */
static void
busy_shown_cb (TyWindow *self)
{
  if (self->closing && gtk_widget_get_visible (GTK_WIDGET (self->busy_bar)))
    gtk_stack_set_visible_child_name (self->states, "opening");
}

/* A wait is shown only when it lasts. */
static void
update_busy (TyWindow *self)
{
  TyPage *page = ty_window_get_page (self);
  gboolean closing = self->closing && self->office != NULL && ty_office_is_open (self->office);
  gboolean busy = self->opening != NULL || closing || (page != NULL && ty_page_get_loading (page));

  if (!busy)
    ty_window_arrive (self);
  ty_busy_bar_set_can_cancel (self->busy_bar, !closing && self->opening == NULL
                                              && !ty_window_has_arrived (self));
  ty_busy_bar_set_busy (self->busy_bar, busy);
  ty_window_bring_late_focus (self);
}

/* Pages out of sight are kept, and GTK 4.8 shows them to screen readers like the one that is in sight. */
static void
tell_pages_in_sight (GtkStack *pages)
{
  GtkWidget *in_sight = gtk_stack_get_visible_child (pages);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 page != in_sight, -1);
}

static void
show_title (TyWindow *self,
            TyPage   *page)
{
  g_autofree char *trail = NULL;

  g_object_get (page, "trail", &trail, NULL);
  g_object_set (self->header, "title", ty_page_get_title (page), "trail", trail, NULL);
}

static void
visible_page_cb (TyWindow   *self,
                 GParamSpec *pspec,
                 GtkStack   *pages)
{
  TyPage *page = ty_window_get_page (self);

  if (page == NULL)
    return;

  tell_pages_in_sight (pages);
  show_title (self, page);
  ty_window_update_actions (self);
  update_busy (self);
}

static void
page_title_cb (TyWindow   *self,
               GParamSpec *pspec,
               TyPage     *page)
{
  if (page == ty_window_get_page (self))
    show_title (self, page);
}

static void
page_problem_cb (TyWindow   *self,
                 const char *message,
                 TyPage     *page)
{
  ty_window_tell_problem (self, message);
}

static void
page_done_cb (TyWindow   *self,
              const char *text,
              TyPage     *page)
{
  ty_window_say (self, text, TRUE);
}

static void
page_told_cb (TyWindow   *self,
              const char *text,
              TyPage     *page)
{
  ty_window_say (self, text, FALSE);
}

static void
page_added_cb (TyWindow *self,
               guint     position,
               guint     removed,
               guint     added,
               gpointer  pages)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (pages, i);
      GtkWidget *page = gtk_stack_page_get_child (GTK_STACK_PAGE (item));

      g_object_bind_property (self, "office", page, "office", G_BINDING_SYNC_CREATE);
      g_signal_connect_object (page, "notify::loading", G_CALLBACK (update_busy), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "notify::title", G_CALLBACK (page_title_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "notify::trail", G_CALLBACK (page_title_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "problem", G_CALLBACK (page_problem_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "done", G_CALLBACK (page_done_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "told", G_CALLBACK (page_told_cb), self, G_CONNECT_SWAPPED);
    }
}

static gboolean
undo_typing_cb (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   user_data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (focus, user_data, NULL);
  return GDK_EVENT_STOP;
}

static void
add_typing_key (GtkEventController *controller,
                const char         *keys,
                const char         *action)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string (keys);
  GtkShortcutAction *callback = gtk_callback_action_new (undo_typing_cb, (gpointer) action, NULL);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (trigger, callback));
}

/* In an entry the keys take back what was typed there, not the last change of the file. The keys of the
 * program are looked at before those of the entry, and this controller, which comes later, before
 * them. */
static void
ty_window_constructed (GObject *object)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  G_OBJECT_CLASS (ty_window_parent_class)->constructed (object);

  /* Not in the init: that a window is not maximized is set after it. */
  if (g_settings_get_boolean (ty_settings_get (), "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (object));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_typing_key (controller, "<Control>z", "text.undo");
  add_typing_key (controller, "<Control><Shift>z", "text.redo");
  gtk_widget_add_controller (GTK_WIDGET (object), controller);
  ty_preedit_protect (GTK_WINDOW (object));
}

/* The file is closed, and backed up, before the window goes. */
static gboolean
ty_window_close_request (GtkWindow *window)
{
  TyWindow *self = TY_WINDOW (window);
  TyPage *page = ty_window_get_page (self);
  int width, height;

  if (self->closing)
    return GTK_WINDOW_CLASS (ty_window_parent_class)->close_request (window);

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (ty_settings_get (), "window-width", MAX (width, 360));
  g_settings_set_int (ty_settings_get (), "window-height", MAX (height, 300));
  g_settings_set_boolean (ty_settings_get (), "window-maximized", gtk_window_is_maximized (window));
  if (page != NULL)
    g_settings_set_string (ty_settings_get (), "last-page", ty_page_get_page_name (page));

  self->closing = TRUE;
  ty_clipboard_forget (GTK_WIDGET (self));
  ty_window_close_file (self);
  return TRUE;
}

static void
ty_window_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TyWindow *self = TY_WINDOW (object);

  switch ((TyWindowProps) prop_id)
    {
    case PROP_OFFICE:
      g_value_set_object (value, self->office);
      break;
    case PROP_BUSY_TEXT:
      g_value_set_string (value, self->busy_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_window_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TyWindow *self = TY_WINDOW (object);

  switch ((TyWindowProps) prop_id)
    {
    case PROP_OFFICE:
      g_set_object (&self->office, g_value_get_object (value));
      break;
    case PROP_BUSY_TEXT:
      g_free (self->busy_text);
      self->busy_text = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  update_busy (self);
}

static void
ty_window_dispose (GObject *object)
{
  TyWindow *self = TY_WINDOW (object);

  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_object (&self->reminder);
  g_clear_object (&self->toast);
  g_clear_object (&self->next_toast);
  g_clear_object (&self->opening);
  if (self->pages != NULL)
    g_signal_handlers_disconnect_by_data (self->pages, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_WINDOW);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_window_parent_class)->dispose (object);
}

static void
ty_window_finalize (GObject *object)
{
  TyWindow *self = TY_WINDOW (object);

  g_clear_object (&self->topics);
  g_clear_pointer (&self->trail, g_array_unref);
  g_clear_pointer (&self->busy_text, g_free);

  G_OBJECT_CLASS (ty_window_parent_class)->finalize (object);
}

static void
ty_window_class_init (TyWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ty_window_get_property;
  object_class->set_property = ty_window_set_property;
  object_class->constructed = ty_window_constructed;
  object_class->dispose = ty_window_dispose;
  object_class->finalize = ty_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ty_window_close_request;

  properties[PROP_OFFICE] = g_param_spec_object ("office", NULL, NULL, TY_TYPE_OFFICE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY_TEXT] = g_param_spec_string ("busy-text", NULL, NULL, NULL,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TY_TYPE_HEADER);
  g_type_ensure (TY_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TyWindow, shell);
  gtk_widget_class_bind_template_child (widget_class, TyWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TyWindow, header);
  gtk_widget_class_bind_template_child (widget_class, TyWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyWindow, user_bar);
  gtk_widget_class_bind_template_child (widget_class, TyWindow, busy_bar);
  gtk_widget_class_bind_template_child (widget_class, TyWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TyWindow, states);
  gtk_widget_class_bind_template_child (widget_class, TyWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, busy_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, ty_window_cancel_step);
  gtk_widget_class_bind_template_callback (widget_class, format_read_only);
  gtk_widget_class_bind_template_callback (widget_class, format_date_note);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_cb);
  ty_window_install_actions (widget_class);
  ty_window_install_export_actions (widget_class);
  ty_window_install_desk (widget_class);
  ty_window_install_preview (widget_class);
  ty_window_install_merge (widget_class);
  ty_window_install_compare (widget_class);
}

static void
clear_place (gpointer data)
{
  TyPlace *place = data;

  g_clear_pointer (&place->state, g_variant_unref);
  g_clear_pointer (&place->people, g_variant_unref);
}

static void
ty_window_init (TyWindow *self)
{
  GSettings *settings = ty_settings_get ();
  g_autoptr(GtkSelectionModel) pages = NULL;

  self->trail = g_array_new (FALSE, TRUE, sizeof (TyPlace));
  g_array_set_clear_func (self->trail, clear_place);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->topics = ty_topics_new ();
  g_object_set (self->header, "topics", self->topics, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));

  pages = gtk_stack_get_pages (self->pages);
  g_signal_connect_object (pages, "items-changed", G_CALLBACK (page_added_cb), self,
                           G_CONNECT_SWAPPED);
  /* Somebody who comes back from the file manager may have moved it there. */
  g_signal_connect (self, "notify::is-active", G_CALLBACK (ty_window_look_for_file), NULL);
  ty_window_add_pages (self);
  tell_pages_in_sight (self->pages);
  ty_window_start_desk (self);
  ty_window_accept_files (self);
  ty_window_update_actions (self);
  self->reminder = ty_reminder_new ();
  g_object_bind_property (self, "office", self->reminder, "office", G_BINDING_SYNC_CREATE);
}

/**
 * ty_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window without a file; see ty_window_start()
 */
TyWindow *
ty_window_new (GtkApplication *application)
{
  return g_object_new (TY_TYPE_WINDOW, "application", application, NULL);
}

/**
 * ty_window_get_office:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the office with the open file
 */
TyOffice *
ty_window_get_office (TyWindow *self)
{
  g_return_val_if_fail (TY_IS_WINDOW (self), NULL);

  return self->office;
}

/**
 * ty_window_get_page:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the page that is shown
 */
TyPage *
ty_window_get_page (TyWindow *self)
{
  g_return_val_if_fail (TY_IS_WINDOW (self), NULL);

  return self->pages != NULL ? TY_PAGE (gtk_stack_get_visible_child (self->pages)) : NULL;
}

/**
 * ty_window_tell_problem:
 * @self: a window
 * @message: (nullable): what went wrong and what can be done; nothing clears it
 *
 * Says what went wrong, until it is closed or another file is opened.
 */
void
ty_window_tell_problem (TyWindow   *self,
                        const char *message)
{
  g_return_if_fail (TY_IS_WINDOW (self));

  ty_problem_bar_set_message (self->problem_bar, message);
}

/**
 * ty_window_get_problem:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the problem that is shown
 */
const char *
ty_window_get_problem (TyWindow *self)
{
  g_return_val_if_fail (TY_IS_WINDOW (self), NULL);

  return ty_problem_bar_get_message (self->problem_bar);
}

/**
 * ty_window_is_settled:
 * @self: a window
 *
 * Returns: whether a file is open and the page shows what it has
 */
gboolean
ty_window_is_settled (TyWindow *self)
{
  TyPage *page;

  g_return_val_if_fail (TY_IS_WINDOW (self), FALSE);

  page = ty_window_get_page (self);
  return self->office != NULL && self->opening == NULL && page != NULL &&
         !ty_page_get_loading (page);
}
