/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-problem-bar"

#include "config.h"

#include "ty-problem-bar.h"

#include <glib/gi18n-lib.h>

/**
 * TyProblemBar:
 *
 * A line under the header bar that says what is wrong, or what must be known, for as long as that
 * lasts, with at most one action. Without a message it is not seen.
 */
struct _TyProblemBar
{
  AdwBin parent_instance;

  /* Template */
  GtkInfoBar *bar;
  GtkLabel *message_label;
  GtkButton *action_button;

  /* Owned */
  char *message;
  gboolean quiet;
};

typedef enum
{
  PROP_MESSAGE = 1,
  PROP_QUIET,
  PROP_CLOSABLE,
  PROP_BUTTON_LABEL,
  PROP_BUTTON_ACTION,
} TyProblemBarProps;

static GParamSpec *properties[PROP_BUTTON_ACTION + 1];

G_DEFINE_FINAL_TYPE (TyProblemBar, ty_problem_bar, ADW_TYPE_BIN)

static void
response_cb (TyProblemBar *self,
             int           response,
             GtkInfoBar   *bar)
{
  g_assert (TY_IS_PROBLEM_BAR (self));

  ty_problem_bar_set_message (self, NULL);
}

static void
set_quiet (TyProblemBar *self,
           gboolean      quiet)
{
  self->quiet = quiet;
  if (quiet)
    gtk_widget_add_css_class (GTK_WIDGET (self->bar), "quiet");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->bar), "quiet");
}

static void
ty_problem_bar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TyProblemBar *self = TY_PROBLEM_BAR (object);

  switch ((TyProblemBarProps) prop_id)
    {
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_QUIET:
      g_value_set_boolean (value, self->quiet);
      break;
    case PROP_CLOSABLE:
      g_value_set_boolean (value, gtk_info_bar_get_show_close_button (self->bar));
      break;
    case PROP_BUTTON_LABEL:
      g_value_set_string (value, gtk_button_get_label (self->action_button));
      break;
    case PROP_BUTTON_ACTION:
      g_value_set_string (value,
                          gtk_actionable_get_action_name (GTK_ACTIONABLE (self->action_button)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_problem_bar_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TyProblemBar *self = TY_PROBLEM_BAR (object);

  switch ((TyProblemBarProps) prop_id)
    {
    case PROP_MESSAGE:
      ty_problem_bar_set_message (self, g_value_get_string (value));
      break;
    case PROP_QUIET:
      set_quiet (self, g_value_get_boolean (value));
      break;
    case PROP_CLOSABLE:
      gtk_info_bar_set_show_close_button (self->bar, g_value_get_boolean (value));
      break;
    case PROP_BUTTON_LABEL:
      gtk_button_set_label (self->action_button, g_value_get_string (value));
      gtk_widget_set_visible (GTK_WIDGET (self->action_button), g_value_get_string (value) != NULL);
      break;
    case PROP_BUTTON_ACTION:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->action_button),
                                      g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_problem_bar_finalize (GObject *object)
{
  TyProblemBar *self = TY_PROBLEM_BAR (object);

  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (ty_problem_bar_parent_class)->finalize (object);
}

static void
ty_problem_bar_class_init (TyProblemBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_problem_bar_get_property;
  object_class->set_property = ty_problem_bar_set_property;
  object_class->finalize = ty_problem_bar_finalize;

  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL,
                                                  flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_QUIET] = g_param_spec_boolean ("quiet", NULL, NULL, FALSE, flags);
  properties[PROP_CLOSABLE] = g_param_spec_boolean ("closable", NULL, NULL, FALSE, flags);
  properties[PROP_BUTTON_LABEL] = g_param_spec_string ("button-label", NULL, NULL, NULL, flags);
  properties[PROP_BUTTON_ACTION] = g_param_spec_string ("button-action", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/widgets/ty-problem-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TyProblemBar, bar);
  gtk_widget_class_bind_template_child (widget_class, TyProblemBar, message_label);
  gtk_widget_class_bind_template_child (widget_class, TyProblemBar, action_button);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
}

/* GTK 4.8 gives the button that closes a bar a picture and no name. */
static void
name_close_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "close"))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"),
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_close_button (child);
}

static void
ty_problem_bar_init (TyProblemBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_close_button (GTK_WIDGET (self->bar));
}

/**
 * ty_problem_bar_get_message:
 * @self: a bar
 *
 * Returns: (transfer none) (nullable): what it says
 */
const char *
ty_problem_bar_get_message (TyProblemBar *self)
{
  g_return_val_if_fail (TY_IS_PROBLEM_BAR (self), NULL);

  return self->message;
}

/**
 * ty_problem_bar_set_message:
 * @self: a bar
 * @message: (nullable): what it says, already translated; nothing hides it
 */
void
ty_problem_bar_set_message (TyProblemBar *self,
                            const char   *message)
{
  g_return_if_fail (TY_IS_PROBLEM_BAR (self));

  if (message != NULL && *message == '\0')
    message = NULL;
  if (g_strcmp0 (self->message, message) == 0)
    return;

  g_free (self->message);
  self->message = g_strdup (message);
  if (message != NULL)
    gtk_label_set_label (self->message_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), message != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}
