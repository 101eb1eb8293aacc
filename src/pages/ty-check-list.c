/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-check-list"

#include "config.h"

#include "ty-check-list.h"

#define MOST_HEIGHT 420
#define WIDTH 220

/**
 * TyCheckList:
 *
 * A list of check buttons. Of more than can be chosen at once, the others wait until one is given up.
 */
struct _TyCheckList
{
  AdwBin parent_instance;

  GtkBox *box;         /* (unowned) */
  GHashTable *buttons; /* (owned): by word */
  guint most;          /* how many can be chosen */
  gboolean setting;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyCheckList, ty_check_list, ADW_TYPE_BIN)

static void
update (TyCheckList *self)
{
  GHashTableIter iter;
  gpointer button;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->buttons);
  while (g_hash_table_iter_next (&iter, NULL, &button))
    n += gtk_check_button_get_active (button);
  g_hash_table_iter_init (&iter, self->buttons);
  while (g_hash_table_iter_next (&iter, NULL, &button))
    gtk_widget_set_sensitive (button, n < self->most || gtk_check_button_get_active (button));
}

static void
toggled_cb (TyCheckList *self)
{
  if (self->setting)
    return;

  update (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
ty_check_list_finalize (GObject *object)
{
  g_clear_pointer (&TY_CHECK_LIST (object)->buttons, g_hash_table_unref);

  G_OBJECT_CLASS (ty_check_list_parent_class)->finalize (object);
}

static void
ty_check_list_class_init (TyCheckListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ty_check_list_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TY_TYPE_CHECK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
ty_check_list_init (TyCheckList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->most = G_MAXUINT;
  self->buttons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * ty_check_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
ty_check_list_new (void)
{
  return g_object_new (TY_TYPE_CHECK_LIST, NULL);
}

/**
 * ty_check_list_add:
 * @self: a list
 * @word: a word that it does not have yet
 * @label: what it stands for
 *
 * Adds something that can be chosen.
 */
void
ty_check_list_add (TyCheckList *self,
                   const char  *word,
                   const char  *label)
{
  GtkWidget *button = gtk_check_button_new_with_label (label);

  gtk_box_append (self->box, button);
  g_hash_table_insert (self->buttons, g_strdup (word), button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ty_check_list_clear:
 * @self: a list
 *
 * Takes everything away that could be chosen, without a signal.
 */
void
ty_check_list_clear (TyCheckList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_hash_table_remove_all (self->buttons);
}

/**
 * ty_check_list_set:
 * @self: a list
 * @words: (array zero-terminated=1): what is chosen
 *
 * Chooses these and nothing else, without a signal.
 */
void
ty_check_list_set (TyCheckList        *self,
                   const char * const *words)
{
  GHashTableIter iter;
  gpointer word, button;

  self->setting = TRUE;
  g_hash_table_iter_init (&iter, self->buttons);
  while (g_hash_table_iter_next (&iter, &word, &button))
    gtk_check_button_set_active (button, g_strv_contains (words, word));
  self->setting = FALSE;
  update (self);
}

/**
 * ty_check_list_has:
 * @self: a list
 * @word: a word
 *
 * Returns: whether it is chosen
 */
gboolean
ty_check_list_has (TyCheckList *self,
                   const char  *word)
{
  GtkCheckButton *button = g_hash_table_lookup (self->buttons, word);

  return button != NULL && gtk_check_button_get_active (button);
}

/**
 * ty_check_list_set_most:
 * @self: a list
 * @most: how many can be chosen at once
 */
void
ty_check_list_set_most (TyCheckList *self,
                        guint        most)
{
  self->most = most;
  update (self);
}
