/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dashboard"

#include "config.h"

#include "ty-dashboard.h"

#include "ty-model.h"

#include <gio/gio.h>
#include <string.h>

#define SHIPPED "/org/touyan/Touyan/dashboards/"
#define MAX_WORD 40

G_DEFINE_QUARK (ty-dashboard-error-quark, ty_dashboard_error)

/* In the order in which they are offered: the summary, then the chapters of the work. */
static const char *const shipped_words[] = {
  "summary", "structure", "secretaries", "seats", "select", "elect",
  "train", "pair", "supervise", "appraise", "activate", "changes",
  "departed", "villages",
};

/**
 * ty_dashboard_new:
 * @word: its word
 * @title: its title
 *
 * Returns: (transfer full): a dashboard without cards, which is compared with the term before
 */
TyDashboard *
ty_dashboard_new (const char *word,
                  const char *title)
{
  TyDashboard *self = g_new0 (TyDashboard, 1);

  self->word = g_strdup (word);
  self->title = ty_label_new (title);
  self->compare.before = TY_CARD_BEFORE_TERM;
  self->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_card_free);
  return self;
}

/**
 * ty_dashboard_copy:
 * @self: a dashboard
 *
 * Returns: (transfer full): the same
 */
TyDashboard *
ty_dashboard_copy (const TyDashboard *self)
{
  TyDashboard *copy = g_memdup2 (self, sizeof *self);

  copy->word = g_strdup (self->word);
  copy->title = ty_label_copy (self->title);
  copy->note = ty_label_copy (self->note);
  copy->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_card_free);
  for (guint i = 0; i < self->cards->len; i++)
    g_ptr_array_add (copy->cards, ty_card_copy (ty_dashboard_get_card (self, i)));
  return copy;
}

void
ty_dashboard_free (TyDashboard *self)
{
  g_free (self->word);
  ty_label_free (self->title);
  g_clear_pointer (&self->note, ty_label_free);
  g_ptr_array_unref (self->cards);
  g_free (self);
}

/**
 * ty_dashboard_get_card:
 * @self: a dashboard
 * @number: which, from 0
 *
 * Returns: (transfer none): the card
 */
const TyCard *
ty_dashboard_get_card (const TyDashboard *self,
                       guint              number)
{
  g_return_val_if_fail (number < self->cards->len, NULL);

  return g_ptr_array_index (self->cards, number);
}

/**
 * ty_dashboard_is_word:
 * @word: a text
 *
 * Returns: whether a dashboard can have it as its word: letters, digits, `-` and `_`
 */
gboolean
ty_dashboard_is_word (const char *word)
{
  gsize length = strlen (word);

  for (const char *p = word; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return FALSE;

  return length > 0 && length <= MAX_WORD;
}

/**
 * ty_dashboard_list_shipped:
 *
 * Returns: (transfer full) (element-type TyDashboard): the dashboards of the program
 */
GPtrArray *
ty_dashboard_list_shipped (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_dashboard_free);

  ty_model_init ();
  for (guint i = 0; i < G_N_ELEMENTS (shipped_words); i++)
    {
      g_autofree char *path = g_strdup_printf (SHIPPED "%s.json", shipped_words[i]);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      TyDashboard *dashboard = NULL;

      if (bytes != NULL)
        dashboard = ty_dashboard_from_json (g_bytes_get_data (bytes, NULL), &error);
      if (dashboard == NULL)
        g_error ("The dashboard %s cannot be read: %s", shipped_words[i], error->message);
      dashboard->shipped = TRUE;
      g_ptr_array_add (list, dashboard);
    }
  return list;
}

/**
 * ty_dashboard_find:
 * @list: (element-type TyDashboard): dashboards
 * @word: a word, or a title in the user’s language
 *
 * Returns: (transfer none) (nullable): the one of that word, else of that title
 */
TyDashboard *
ty_dashboard_find (GPtrArray  *list,
                   const char *word)
{
  for (guint i = 0; i < list->len; i++)
    if (strcmp (((TyDashboard *) g_ptr_array_index (list, i))->word, word) == 0)
      return g_ptr_array_index (list, i);
  for (guint i = 0; i < list->len; i++)
    if (strcmp (ty_label_get (((TyDashboard *) g_ptr_array_index (list, i))->title), word) == 0)
      return g_ptr_array_index (list, i);

  return NULL;
}
