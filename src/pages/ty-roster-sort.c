/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-sort"

#include "config.h"

#include "ty-roster-sort.h"

#include "ty-roster-column-info.h"
#include "ty-roster-columns.h"

#include <glib/gi18n-lib.h>

/**
 * ty_roster_sort_choose:
 * @self: an order
 * @key: the only key from now on; %TY_SORT_OFFICIAL for none
 */
void
ty_roster_sort_choose (TyRosterSort *self,
                       TySortKey     key)
{
  self->n_keys = 0;
  if (key.sort != TY_SORT_OFFICIAL)
    self->keys[self->n_keys++] = key;
}

/**
 * ty_roster_sort_add:
 * @self: an order
 * @key: a key that decides where all others leave it open; one that is there already is turned round
 */
void
ty_roster_sort_add (TyRosterSort *self,
                    TySortKey     key)
{
  if (key.sort == TY_SORT_OFFICIAL)
    return;
  for (guint i = 0; i < self->n_keys; i++)
    if (self->keys[i].sort == key.sort && self->keys[i].own == key.own)
      {
        ty_roster_sort_turn (self, i);
        return;
      }
  if (self->n_keys == TY_ROSTER_KEYS)
    self->n_keys--;
  self->keys[self->n_keys++] = key;
}

/**
 * ty_roster_sort_get_first:
 * @self: an order
 *
 * Returns: the key that decides before all others; the official order where there is none
 */
TySortKey
ty_roster_sort_get_first (const TyRosterSort *self)
{
  return self->n_keys > 0 ? self->keys[0] : (TySortKey){ TY_SORT_OFFICIAL, FALSE, 0 };
}

/**
 * ty_roster_sort_turn:
 * @self: an order
 * @number: which key is turned round
 */
void
ty_roster_sort_turn (TyRosterSort *self,
                     guint         number)
{
  if (number < self->n_keys)
    self->keys[number].descending = !self->keys[number].descending;
}

/**
 * ty_roster_sort_remove:
 * @self: an order
 * @number: which key does not count any more
 */
void
ty_roster_sort_remove (TyRosterSort *self,
                       guint         number)
{
  if (number >= self->n_keys)
    return;
  for (guint i = number + 1; i < self->n_keys; i++)
    self->keys[i - 1] = self->keys[i];
  self->n_keys--;
}

static char *
dup_word (TySortKey key)
{
  const char *minus = key.descending ? "-" : "";

  if (key.sort == TY_SORT_OWN)
    return g_strdup_printf ("%sown:%" G_GINT64_FORMAT, minus, key.own);
  for (guint i = 0; i < ty_column_info_get_n (); i++)
    if (ty_column_info_get (i)->sort_word != NULL && ty_column_info_get (i)->sort == key.sort)
      return g_strconcat (minus, ty_column_info_get (i)->sort_word, NULL);

  return g_strdup ("");
}

/**
 * ty_roster_sort_read_word:
 * @word: an order as the settings keep it: `birth`, `-birth`, `own:12`
 *
 * Returns: the order; the official one for a word that is not known
 */
TySortKey
ty_roster_sort_read_word (const char *word)
{
  TySortKey key = { TY_SORT_OWN, *word == '-', 0 };

  if (key.descending)
    word++;
  key.own = ty_custom_field_key_from_word (word);
  if (key.own != 0)
    return key;
  for (guint i = 0; i < ty_column_info_get_n (); i++)
    if (ty_column_info_get (i)->sort_word != NULL && g_str_equal (ty_column_info_get (i)->sort_word, word))
      {
        key.sort = ty_column_info_get (i)->sort;
        return key;
      }
  return (TySortKey){ TY_SORT_OFFICIAL, FALSE, 0 };
}

/**
 * ty_roster_sort_to_words:
 * @self: an order
 *
 * Returns: (transfer full): the order as the settings keep it: `unit`, `-birth`
 */
char **
ty_roster_sort_to_words (const TyRosterSort *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->n_keys; i++)
    {
      g_autofree char *word = dup_word (self->keys[i]);

      g_strv_builder_add (builder, word);
    }
  return g_strv_builder_end (builder);
}

/**
 * ty_roster_sort_from_words:
 * @self: (out caller-allocates): an order
 * @words: (array zero-terminated=1): as the settings keep it; words that are not known are passed over
 */
void
ty_roster_sort_from_words (TyRosterSort       *self,
                           const char * const *words)
{
  self->n_keys = 0;
  for (guint i = 0; words[i] != NULL && self->n_keys < TY_ROSTER_KEYS; i++)
    ty_roster_sort_add (self, ty_roster_sort_read_word (words[i]));
}

static void
add_button (GtkBox     *chip,
            GtkWidget  *child,
            const char *action,
            guint       number,
            const char *spoken)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", number);
  gtk_box_append (chip, button);
}

static GtkWidget *
make_chip (const TyRosterSort *self,
           guint               number,
           GtkColumnView      *view)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gboolean descending = self->keys[number].descending;
  const char *title = ty_roster_columns_get_sort_title (view, self->keys[number]);
  g_autofree char *text = g_strdup_printf ("%s %s", title, descending ? "▼" : "▲");
  /* Translators: a column by which the roster is sorted; a click turns the order round. */
  g_autofree char *turn = g_strdup_printf (descending ? _("%s, descending: turn round")
                                                      : _("%s, ascending: turn round"), title);
  g_autofree char *removal = g_strdup_printf (_("Do not sort by %s"), title);

  gtk_widget_add_css_class (chip, "ty-facet");
  gtk_widget_add_css_class (chip, "small");
  add_button (GTK_BOX (chip), gtk_label_new (text), "roster.turn-sort", number, turn);
  add_button (GTK_BOX (chip), gtk_image_new_from_icon_name ("window-close-symbolic"),
              "roster.remove-sort", number, removal);
  return chip;
}

/**
 * ty_roster_sort_fill_box:
 * @self: an order
 * @box: gets a chip for each key; they act by “roster.turn-sort” and “roster.remove-sort”
 * @view: whose headings name the keys
 *
 * A single key is told by the arrow of its heading, so that there are chips only for several. The field of
 * another county has none.
 */
void
ty_roster_sort_fill_box (const TyRosterSort *self,
                         GtkBox             *box,
                         GtkColumnView      *view)
{
  GtkWidget *child;
  GtkWidget *label;
  guint n_shown = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < self->n_keys; i++)
    n_shown += ty_roster_columns_get_sort_title (view, self->keys[i]) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (box), n_shown > 1);
  if (n_shown < 2)
    return;

  label = gtk_label_new (_("Sorted by"));
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "ty-dense");
  gtk_box_append (box, label);
  for (guint i = 0; i < self->n_keys; i++)
    if (ty_roster_columns_get_sort_title (view, self->keys[i]) != NULL)
      gtk_box_append (box, make_chip (self, i, view));
}
