/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-reminder"

#include "config.h"

#include "ty-reminder.h"

#include "ty-office-reminders.h"
#include "ty-settings.h"

#include <glib/gi18n-lib.h>

#define KEY_WISHED "remind-pairings"
#define KEY_DAY "reminded-on"
#define ID "pairings"
#define CHECK_SECONDS 1800 /* how often it is looked whether a new day began */

/**
 * TyReminder:
 *
 * Whoever sits in the office sees the duties on the overview; whoever works in another program is told once a day by a
 * notification that talks are overdue. It is off until it is wished, and has only numbers, since others see the
 * screen too.
 */
struct _TyReminder
{
  GObject parent_instance;

  TyOffice *office;          /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  TyReminderFunc func;
  gpointer data;
  guint check_id;
};

typedef enum { PROP_OFFICE = 1 } TyReminderProps;

static GParamSpec *properties[PROP_OFFICE + 1];

G_DEFINE_FINAL_TYPE (TyReminder, ty_reminder, G_TYPE_OBJECT)

static void
send_notification (const char *title,
                   const char *text,
                   gpointer    data)
{
  GApplication *application = g_application_get_default ();
  g_autoptr(GNotification) notification = g_notification_new (title);

  if (application == NULL || !g_application_get_is_registered (application))
    return;
  g_notification_set_body (notification, text);
  g_application_send_notification (application, ID, notification);
}

static char *
dup_today (void)
{
  return ty_date_to_iso (ty_date_today ());
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *today = dup_today ();
  g_autofree char *text = NULL;
  TyReminders reminders;
  TyReminder *self;

  if (!ty_office_count_reminders_finish (TY_OFFICE (source), result, &reminders, &error))
    {
      /* What was missed now is looked for again in half an hour; a problem of the file is told elsewhere. */
      g_debug ("Nothing was counted: %s", error->message);
      return;
    }

  self = TY_REMINDER (user_data);
  g_settings_set_string (ty_settings_get (), KEY_DAY, today);
  text = ty_reminders_dup_text (&reminders);
  if (text != NULL)
    self->func (_("Mentor pairing"), text, self->data);
}

static void
check (TyReminder *self)
{
  g_autofree char *today = dup_today ();
  g_autofree char *day = g_settings_get_string (ty_settings_get (), KEY_DAY);

  if (self->office == NULL || !ty_office_is_open (self->office) || g_str_equal (today, day)
      || !g_settings_get_boolean (ty_settings_get (), KEY_WISHED))
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ty_office_count_reminders_async (self->office, ty_date_today (), self->cancellable, counted_cb, self);
}

static gboolean
check_cb (gpointer user_data)
{
  check (TY_REMINDER (user_data));
  return G_SOURCE_CONTINUE;
}

static void
set_office (TyReminder *self,
            TyOffice   *office)
{
  if (self->office == office)
    return;
  if (self->office != NULL)
    g_signal_handlers_disconnect_by_data (self->office, self);
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->office, office);
  if (office == NULL)
    return;
  g_signal_connect_object (office, "notify::open", G_CALLBACK (check), self, G_CONNECT_SWAPPED);
  check (self);
}

static void
ty_reminder_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch ((TyReminderProps) id)
    {
    case PROP_OFFICE:
      g_value_set_object (value, TY_REMINDER (object)->office);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ty_reminder_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch ((TyReminderProps) id)
    {
    case PROP_OFFICE:
      set_office (TY_REMINDER (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ty_reminder_dispose (GObject *object)
{
  TyReminder *self = TY_REMINDER (object);

  g_clear_handle_id (&self->check_id, g_source_remove);
  set_office (self, NULL);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ty_reminder_parent_class)->dispose (object);
}

static void
ty_reminder_class_init (TyReminderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ty_reminder_dispose;
  object_class->get_property = ty_reminder_get_property;
  object_class->set_property = ty_reminder_set_property;

  properties[PROP_OFFICE] = g_param_spec_object ("office", NULL, NULL, TY_TYPE_OFFICE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_reminder_init (TyReminder *self)
{
  self->func = send_notification;
  self->check_id = g_timeout_add_seconds (CHECK_SECONDS, check_cb, self);
  /* Whoever wishes it sees at once what comes. */
  g_signal_connect_object (ty_settings_get (), "changed::" KEY_WISHED, G_CALLBACK (check), self, G_CONNECT_SWAPPED);
}

/**
 * ty_reminder_new:
 *
 * Returns: (transfer full): reminds of the pairings of its office
 */
TyReminder *
ty_reminder_new (void)
{
  return g_object_new (TY_TYPE_REMINDER, NULL);
}

/**
 * ty_reminder_set_func:
 * @self: a reminder
 * @func: shows a notification, instead of the desktop
 * @data: for @func
 */
void
ty_reminder_set_func (TyReminder     *self,
                      TyReminderFunc  func,
                      gpointer        data)
{
  g_return_if_fail (TY_IS_REMINDER (self));

  self->func = func;
  self->data = data;
}
