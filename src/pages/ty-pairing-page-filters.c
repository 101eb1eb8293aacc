/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-page-filters"

#include "config.h"

#include "ty-pairing-page-private.h"

#include "ty-code-list.h"
#include "ty-pinyin.h"
#include "ty-settings.h"
#include "ty-text.h"
#include "ty-typed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which cards are shown: by what is typed, by township, by need, and only those where something is late. */

static gboolean
fits_name (const char    *name,
           const TyTyped *typed)
{
  g_autofree char *pinyin = NULL;
  g_autofree char *letters = NULL;
  g_autofree char *initials = NULL;

  if (name == NULL)
    return FALSE;
  pinyin = ty_pinyin_for_name (name);
  letters = ty_pinyin_search_key (pinyin);
  initials = ty_pinyin_initials (pinyin);
  return ty_typed_rank (typed, "", letters, initials) != TY_FIT_NONE;
}

static gboolean
fits_text (const TyPairingCard *card,
           const char          *folded,
           const TyTyped       *typed)
{
  const char *texts[] = { card->face->name, card->face->mentor, card->face->place };

  if (*folded == '\0')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = texts[i] != NULL ? ty_text_fold (texts[i]) : NULL;

      if (text != NULL && strstr (text, folded) != NULL)
        return TRUE;
    }
  return *typed->letters != '\0' && (fits_name (card->face->name, typed) || fits_name (card->face->mentor, typed));
}

static gint64
get_township (TyPairingPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->township_drop);
  GPtrArray *townships = self->data != NULL ? self->data->townships : NULL;

  if (townships == NULL || selected == 0 || selected > townships->len)
    return 0;
  return ((TyBoardTownship *) g_ptr_array_index (townships, selected - 1))->unit;
}

/* Returns: the bit of the need that is chosen, or 0 for all */
static guint
get_need (TyPairingPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->need_drop);
  guint n = 0;

  for (guint i = 0; self->data != NULL && i < 32; i++)
    if ((self->data->needs & (1u << i)) != 0 && ++n == selected)
      return 1u << i;
  return 0;
}

/**
 * ty_pairing_page_is_filtered:
 * @self: a page
 *
 * Returns: whether not all cards are shown
 */
gboolean
ty_pairing_page_is_filtered (TyPairingPage *self)
{
  return *gtk_editable_get_text (self->search) != '\0' || get_township (self) != 0 || get_need (self) != 0
         || gtk_toggle_button_get_active (self->late_button);
}

static const char *
get_need_key (guint need)
{
  TyCodeList *list = ty_code_list_get_shipped ("need_kind");

  for (guint i = 0; i < MIN (ty_code_list_get_n_items (list), 32); i++)
    if (need == 1u << i)
      return ty_code_get_key (ty_code_list_get_item (list, i));
  return "";
}

static guint
find_need (const char *key)
{
  TyCodeList *list = ty_code_list_get_shipped ("need_kind");

  for (guint i = 0; i < MIN (ty_code_list_get_n_items (list), 32); i++)
    if (g_str_equal (key, ty_code_get_key (ty_code_list_get_item (list, i))))
      return 1u << i;
  return 0;
}

/* What is typed is looked for once; what is chosen is looked at every day. */
static void
remember (TyPairingPage *self)
{
  GVariant *chosen = g_variant_new ("(xsb)", get_township (self), get_need_key (get_need (self)),
                                    gtk_toggle_button_get_active (self->late_button));

  g_settings_set_value (ty_settings_get (), "board-filters", chosen);
}

static void
recall (TyPairingPage *self,
        gint64        *township,
        guint         *need)
{
  g_autofree char *key = NULL;
  gboolean late;

  g_settings_get (ty_settings_get (), "board-filters", "(xsb)", township, &key, &late);
  *need = find_need (key);
  gtk_toggle_button_set_active (self->late_button, late);
}

static void
update_count (TyPairingPage *self)
{
  g_autofree char *shown = ty_text_format_count (self->shown->len);
  g_autofree char *all = ty_text_format_count (self->data->cards->len);
  /* Translators: how many cards are shown, and how many there are */
  g_autofree char *text = g_strdup_printf (_("%1$s of %2$s cards"), shown, all);

  gtk_label_set_label (self->count_label, text);
  if (ty_pairing_page_is_filtered (self))
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "ty-on");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "ty-on");
}

/**
 * ty_pairing_page_filter:
 * @self: a page that has read its board
 *
 * Finds the cards that fit.
 */
void
ty_pairing_page_filter (TyPairingPage *self)
{
  const char *text = gtk_editable_get_text (self->search);
  g_autofree char *folded = ty_text_fold (text);
  g_auto(TyTyped) typed = { 0 };
  gint64 township = get_township (self);
  guint need = get_need (self);
  gboolean late = gtk_toggle_button_get_active (self->late_button);

  ty_typed_init (&typed, text);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->data->cards->len; i++)
    {
      TyPairingCard *card = g_ptr_array_index (self->data->cards, i);

      if ((township == 0 || card->township == township) && (need == 0 || (card->needs & need) != 0)
          && (!late || card->overdue) && fits_text (card, folded, &typed))
        g_ptr_array_add (self->shown, card);
    }
  update_count (self);
  if (!self->filling && self->data->programme != NULL)
    remember (self);
}

/**
 * ty_pairing_page_clear_filters:
 * @self: a page
 *
 * Shows all cards.
 */
void
ty_pairing_page_clear_filters (TyPairingPage *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->township_drop, 0);
  gtk_drop_down_set_selected (self->need_drop, 0);
  gtk_toggle_button_set_active (self->late_button, FALSE);
  self->filling = FALSE;
  ty_pairing_page_show (self);
}

static void
fill_townships (TyPairingPage *self,
                gint64         before)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (labels, _("All townships"));
  for (guint i = 0; i < self->data->townships->len; i++)
    {
      const TyBoardTownship *township = g_ptr_array_index (self->data->townships, i);

      gtk_string_list_append (labels, township->name);
      if (township->unit == before)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->township_drop, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->township_drop, selected);
}

static void
fill_needs (TyPairingPage *self,
            guint          before)
{
  TyCodeList *list = ty_code_list_get_shipped ("need_kind");
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0, n = 0;

  gtk_string_list_append (labels, _("All needs"));
  for (guint i = 0; i < ty_code_list_get_n_items (list); i++)
    {
      if ((self->data->needs & (1u << i)) == 0)
        continue;
      n++;
      gtk_string_list_append (labels, ty_code_get_label (ty_code_list_get_item (list, i)));
      if (before == 1u << i)
        selected = n;
    }
  gtk_drop_down_set_model (self->need_drop, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->need_drop, selected);
}

/* Points are known again only a moment later; until then those of before stand, so that nothing flickers. */
static void
carry_fit (TyPairingBoard *before,
           TyPairingBoard *data)
{
  g_autoptr(GHashTable) fits = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < before->cards->len; i++)
    {
      TyPairingCard *card = g_ptr_array_index (before->cards, i);

      if (card->pairing != 0 && card->face->fit != NULL)
        g_hash_table_insert (fits, &card->pairing, card->face->fit);
    }
  for (guint i = 0; i < data->cards->len; i++)
    {
      TyPairingCard *card = g_ptr_array_index (data->cards, i);

      if (card->pairing != 0 && card->column != TY_PAIRING_COLUMN_CLOSED)
        card->face->fit = g_strdup (g_hash_table_lookup (fits, &card->pairing));
    }
}

/**
 * ty_pairing_page_take_data:
 * @self: a page
 * @data: (transfer full): what was read
 *
 * Takes what was read; the choices of the filters are those of it, and what was chosen stays.
 */
void
ty_pairing_page_take_data (TyPairingPage  *self,
                           TyPairingBoard *data)
{
  gint64 township = get_township (self);
  guint need = get_need (self);
  g_autoptr(TyPairingBoard) before = self->data;

  self->filling = TRUE;
  if (before != NULL)
    carry_fit (before, data);
  else
    recall (self, &township, &need);
  self->data = data;
  fill_townships (self, township);
  fill_needs (self, need);
  self->filling = FALSE;
}
