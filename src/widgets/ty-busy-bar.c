/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-busy-bar"

#include "config.h"

#include "ty-busy-bar.h"

#include <glib/gi18n-lib.h>

#define DELAY 300      /* ms until the line is shown: what is quicker shows nothing */
#define WORDS_DELAY 700 /* ms more until words say it */
#define PULSE 80       /* ms */

/**
 * TyBusyBar:
 *
 * A line over what is shown while something else is read: after a moment the line, after a second words.
 * The old content stays and can be seen. Where the system wants no motion, the line stands still.
 *
 * With the words comes a button that asks for ::cancelled, where there is something to go back to.
 */
struct _TyBusyBar
{
  AdwBin parent_instance;

  /* Owned by the child */
  GtkProgressBar *line;
  GtkWidget *words;
  GtkWidget *cancel;

  guint pulse_id;
  guint words_id;
  gboolean busy;
};

typedef enum
{
  PROP_BUSY = 1,
} TyBusyBarProps;

static GParamSpec *properties[PROP_BUSY + 1];

enum
{
  SIGNAL_CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyBusyBar, ty_busy_bar, ADW_TYPE_BIN)

/* Below the words the page can be used; only where they have a button, they are in the way of a click. */
static void
set_words_shown (TyBusyBar *self,
                 gboolean   shown)
{
  gtk_widget_set_visible (self->words, shown);
  gtk_widget_set_can_target (GTK_WIDGET (self), shown && gtk_widget_get_visible (self->cancel));
}

static gboolean
words_cb (gpointer user_data)
{
  TyBusyBar *self = TY_BUSY_BAR (user_data);

  self->words_id = 0;
  set_words_shown (self, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (TY_BUSY_BAR (user_data)->line);
  return G_SOURCE_CONTINUE;
}

static gboolean
delay_cb (gpointer user_data)
{
  TyBusyBar *self = TY_BUSY_BAR (user_data);

  self->pulse_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (adw_get_enable_animations (GTK_WIDGET (self)))
    self->pulse_id = g_timeout_add (PULSE, pulse_cb, self);
  else
    gtk_progress_bar_set_fraction (self->line, 1);
  self->words_id = g_timeout_add (WORDS_DELAY, words_cb, self);
  return G_SOURCE_REMOVE;
}

static void
cancel_cb (TyBusyBar *self)
{
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static void
stop (TyBusyBar *self)
{
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  g_clear_handle_id (&self->words_id, g_source_remove);
}

static void
ty_busy_bar_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  if (prop_id == PROP_BUSY)
    g_value_set_boolean (value, TY_BUSY_BAR (object)->busy);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ty_busy_bar_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  if (prop_id == PROP_BUSY)
    ty_busy_bar_set_busy (TY_BUSY_BAR (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ty_busy_bar_dispose (GObject *object)
{
  stop (TY_BUSY_BAR (object));

  G_OBJECT_CLASS (ty_busy_bar_parent_class)->dispose (object);
}

static void
ty_busy_bar_class_init (TyBusyBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ty_busy_bar_get_property;
  object_class->set_property = ty_busy_bar_set_property;
  object_class->dispose = ty_busy_bar_dispose;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                  | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TyBusyBar::cancelled:
   * @self: a line
   *
   * The user does not want to wait for it.
   */
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", TY_TYPE_BUSY_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_words (TyBusyBar *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  gtk_widget_add_css_class (self->cancel, "flat");
  gtk_widget_set_visible (self->cancel, FALSE);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (cancel_cb), self);
  gtk_box_append (GTK_BOX (words), gtk_label_new (_("This takes a moment…")));
  gtk_box_append (GTK_BOX (words), self->cancel);
  gtk_widget_add_css_class (words, "ty-busy-words");
  gtk_widget_set_halign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (words, FALSE);
  return words;
}

static void
ty_busy_bar_init (TyBusyBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->line = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->line), "ty-busy");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->line), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Loading"), -1);
  self->words = make_words (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->line));
  gtk_box_append (GTK_BOX (box), self->words);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * ty_busy_bar_new:
 *
 * Returns: (transfer floating): a line that is not shown
 */
GtkWidget *
ty_busy_bar_new (void)
{
  return g_object_new (TY_TYPE_BUSY_BAR, NULL);
}

/**
 * ty_busy_bar_get_busy:
 * @self: a line
 *
 * Returns: whether something is read
 */
gboolean
ty_busy_bar_get_busy (TyBusyBar *self)
{
  g_return_val_if_fail (TY_IS_BUSY_BAR (self), FALSE);

  return self->busy;
}

/**
 * ty_busy_bar_set_busy:
 * @self: a line
 * @busy: whether something is read
 */
void
ty_busy_bar_set_busy (TyBusyBar *self,
                      gboolean   busy)
{
  g_return_if_fail (TY_IS_BUSY_BAR (self));

  busy = !!busy;
  if (self->busy == busy)
    return;

  self->busy = busy;
  stop (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  set_words_shown (self, FALSE);
  if (busy)
    self->pulse_id = g_timeout_add (DELAY, delay_cb, self);
  else
    gtk_progress_bar_set_fraction (self->line, 0); /* else it goes on pulsing where nobody sees it */
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * ty_busy_bar_set_can_cancel:
 * @self: a line
 * @can_cancel: whether there is something to go back to
 *
 * Whether the words have a button beside them.
 */
void
ty_busy_bar_set_can_cancel (TyBusyBar *self,
                            gboolean   can_cancel)
{
  g_return_if_fail (TY_IS_BUSY_BAR (self));

  gtk_widget_set_visible (self->cancel, can_cancel);
  set_words_shown (self, gtk_widget_get_visible (self->words));
}
