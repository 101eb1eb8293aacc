/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filter-row"

#include "config.h"

#include "ty-filter-row.h"

#include "ty-code-list.h"
#include "ty-filter-pick.h"
#include "ty-office-lists.h"
#include "ty-office-units.h"
#include "ty-term.h"
#include "ty-text.h"
#include "ty-unit-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_UNITS 60 /* that are offered at once */

/**
 * TyFilterRow:
 *
 * Whether it is negated, a field, a comparison, and what it is compared with. What makes no sense is said
 * below it.
 */
struct _TyFilterRow
{
  AdwBin parent_instance;

  /* Template */
  GtkToggleButton *not_button;
  AdwBin *field_bin;
  GtkDropDown *how_drop;
  GtkBox *value_box;
  GtkLabel *error_label;

  /* Owned */
  TyOffice *office;
  GCancellable *asking; /* (nullable) while choices are asked for */

  TyFilterPick *field_pick; /* (unowned) */
  TyFilterPick *value_pick; /* (unowned) (nullable) */
  GtkEntry *entries[2];     /* (unowned) (nullable) */
  TyFilterNode *node;       /* (unowned) */
  TyWho who;
  TyFilterHow hows[TY_N_FILTER_HOWS];
  guint n_hows;
  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyFilterRow, ty_filter_row, ADW_TYPE_BIN)

static void
tell_changed (TyFilterRow *self)
{
  if (self->filling)
    return;
  ty_filter_row_check (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What was typed or picked goes into the condition. */
static void
take_values (TyFilterRow *self)
{
  TyFilterNode *node = self->node;
  gboolean result = node->field != NULL && node->field->kind == TY_FILTER_RESULT;

  if (self->filling || node->field == NULL)
    return;

  ty_filter_node_clear_values (node);
  for (guint i = 0; i < G_N_ELEMENTS (self->entries); i++)
    if (self->entries[i] != NULL)
      {
        g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entries[i])));
        g_autofree char *clean = node->field->kind == TY_FILTER_YEARS || result
                                   ? ty_text_clean_code (text) : g_strdup (g_strstrip (text));

        ty_filter_node_add_value (node, clean, NULL);
      }
  for (guint i = 0; self->value_pick != NULL && i < ty_filter_pick_get_n (self->value_pick); i++)
    ty_filter_node_add_value (node, ty_filter_pick_get_key (self->value_pick, i),
                              ty_filter_pick_get_label (self->value_pick, i));
  tell_changed (self);
}

/* Choices. */

static void
cancel_asking (TyFilterRow *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) facets = ty_office_count_facets_finish (TY_OFFICE (source), result, &error);
  TyFilterRow *self;
  const TyFacet *facet;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_FILTER_ROW (user_data);
  g_clear_object (&self->asking);
  if (facets == NULL || self->value_pick == NULL)
    return; /* the count below tells what is wrong with the file */

  facet = g_ptr_array_index (facets, 0);
  ty_filter_pick_clear_choices (self->value_pick);
  for (guint i = 1; facet->keys[i] != NULL; i++)
    {
      g_autofree char *count = ty_text_format_count (facet->counts[i]);

      ty_filter_pick_add_choice (self->value_pick, facet->keys[i], facet->labels[i], count, NULL);
    }
  ty_filter_pick_add_choice (self->value_pick, "", facet->labels[0], NULL, NULL);
}

static void
found_units_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) units = ty_office_find_units_finish (TY_OFFICE (source), result, &error);
  TyFilterRow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_FILTER_ROW (user_data);
  g_clear_object (&self->asking);
  if (self->value_pick == NULL)
    return;
  ty_filter_pick_clear_choices (self->value_pick);
  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      TyUnitItem *unit = g_ptr_array_index (units, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ty_unit_item_get_unit (unit));

      ty_filter_pick_add_choice (self->value_pick, key, ty_unit_item_get_name (unit),
                                 ty_unit_item_get_above (unit), NULL);
    }
}

static void
listed_terms_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) terms = ty_office_list_terms_finish (TY_OFFICE (source), result, &error);
  TyFilterRow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_FILTER_ROW (user_data);
  g_clear_object (&self->asking);
  if (self->value_pick == NULL)
    return;
  ty_filter_pick_clear_choices (self->value_pick);
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      g_autofree char *year = g_strdup_printf ("%" G_GINT64_FORMAT,
                                               ty_record_get_integer (g_ptr_array_index (terms, i),
                                                                      TY_TERM_YEAR));

      ty_filter_pick_add_choice (self->value_pick, year, year, NULL, NULL);
    }
}

static void
listed_lists_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lists = ty_office_list_lists_finish (TY_OFFICE (source), result, &error);
  TyFilterRow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_FILTER_ROW (user_data);
  g_clear_object (&self->asking);
  if (self->value_pick == NULL)
    return;
  ty_filter_pick_clear_choices (self->value_pick);
  for (guint i = 0; lists != NULL && i < lists->len; i++)
    {
      const TyListEntry *entry = g_ptr_array_index (lists, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ty_list_entry_get_key (entry));
      g_autofree char *count = ty_text_format_count (entry->n_people);

      ty_filter_pick_add_choice (self->value_pick, key, ty_list_entry_get_name (entry), count, NULL);
    }
}

static void
ask_office (TyFilterRow *self,
            const char  *text)
{
  const TyFilterField *field = self->node->field;
  TyRosterQuery query = { .who = self->who };
  const TyDimension *dimension = ty_dimension_find (field->key);

  if (!ty_office_is_open (self->office))
    return;

  cancel_asking (self);
  self->asking = g_cancellable_new ();
  if (field->kind == TY_FILTER_UNIT)
    ty_office_find_units_async (self->office, text, MOST_UNITS, self->asking, found_units_cb, self);
  else if (field->source == TY_FILTER_OF_TERMS)
    ty_office_list_terms_async (self->office, self->asking, listed_terms_cb, self);
  else if (field->source == TY_FILTER_OF_LISTS)
    ty_office_list_lists_async (self->office, self->asking, listed_lists_cb, self);
  else
    ty_office_count_facets_async (self->office, &query, &dimension, 1, self->asking, counted_cb, self);
}

/* Above the tree stands what is chosen, so that it can be taken out. */
static void
show_chosen (TyFilterRow *self)
{
  cancel_asking (self);
  ty_filter_pick_clear_choices (self->value_pick);
  for (guint i = 0; i < ty_filter_pick_get_n (self->value_pick); i++)
    ty_filter_pick_add_choice (self->value_pick, ty_filter_pick_get_key (self->value_pick, i),
                               ty_filter_pick_get_label (self->value_pick, i), NULL, NULL);
}

static void
unit_chosen_cb (TyFilterRow   *self,
                const char    *key,
                const char    *name,
                TyUnitChooser *chooser)
{
  ty_filter_pick_toggle (self->value_pick, key, name);
  show_chosen (self);
}

static void
add_tree (TyFilterRow *self)
{
  GtkWidget *tree = ty_unit_chooser_new (self->office);

  g_signal_connect_object (tree, "chosen", G_CALLBACK (unit_chosen_cb), self, G_CONNECT_SWAPPED);
  ty_filter_pick_set_tree (self->value_pick, tree);
}

static void
asked_cb (TyFilterRow  *self,
          const char   *text,
          TyFilterPick *pick)
{
  const TyFilterField *field = self->node->field;

  if (field->kind == TY_FILTER_UNIT && *text == '\0')
    show_chosen (self);
  else if (field->kind == TY_FILTER_UNIT || field->source == TY_FILTER_OF_TERMS
           || field->source == TY_FILTER_OF_LISTS || field->source == TY_FILTER_OF_DIMENSION)
    ask_office (self, text);
}

static void
add_words (TyFilterRow *self)
{
  const TyFilterField *field = self->node->field;

  for (guint i = 0; field->words != NULL && field->words[i].key != NULL; i++)
    ty_filter_pick_add_choice (self->value_pick, field->words[i].key, _(field->words[i].label), NULL, NULL);
  for (TyWho who = 0; field->source == TY_FILTER_OF_WHO && who < TY_N_WHO; who++)
    {
      g_autofree char *label = ty_who_dup_label (who);

      if (ty_who_get_subject (who) == TY_SUBJECT_PEOPLE)
        ty_filter_pick_add_choice (self->value_pick, ty_who_to_string (who), label, NULL, NULL);
    }
  for (TyCondition i = 1; field->source == TY_FILTER_OF_CONDITIONS && i < TY_N_CONDITIONS; i++)
    {
      g_autofree char *label = ty_condition_dup_label (i);

      /* Ages and levels are asked by fields of their own. */
      if (ty_condition_suits (i, TY_WHO_SECRETARIES) && ty_condition_get_age (i) == 0)
        ty_filter_pick_add_choice (self->value_pick, ty_condition_to_string (i), label, NULL, NULL);
    }
}

static void
add_codes (TyFilterRow *self)
{
  TyCodeList *codes = ty_code_list_get_shipped (self->node->field->codes);

  for (guint i = 0; i < ty_code_list_get_n_items (codes); i++)
    {
      TyCode *code = ty_code_list_get_item (codes, i);

      ty_filter_pick_add_choice (self->value_pick, ty_code_get_key (code), ty_code_get_label (code), NULL,
                                 NULL);
    }
  ty_filter_pick_add_choice (self->value_pick, "", _("not filled in"), NULL, NULL);
}

/* The widgets of the value. */

static void
activate_cb (TyFilterRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "filter.show", NULL);
}

static void
add_entry (TyFilterRow *self,
           guint        number,
           const char  *name,
           const char  *text,
           int          width)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (entry, width > 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (take_values), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  self->entries[number] = GTK_ENTRY (entry);
  gtk_box_append (self->value_box, entry);
}

static void
add_word (TyFilterRow *self,
          const char  *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->value_box, label);
}

static const char *
get_value (TyFilterRow *self,
           guint        number)
{
  return number < self->node->values->len ? g_ptr_array_index (self->node->values, number) : "";
}

static void
add_pick (TyFilterRow *self,
          guint        first)
{
  g_autofree char *name = ty_filter_field_dup_label (self->node->field);
  GtkWidget *pick = ty_filter_pick_new (TRUE);

  self->value_pick = TY_FILTER_PICK (pick);
  gtk_widget_set_hexpand (pick, TRUE);
  ty_filter_pick_set_name (self->value_pick, name, _("Choose…"));
  ty_filter_pick_set_asking (self->value_pick, self->node->field->kind == TY_FILTER_UNIT);
  if (self->node->field->kind == TY_FILTER_UNIT)
    add_tree (self);
  for (guint i = first; i < self->node->values->len; i++)
    ty_filter_pick_choose (self->value_pick, g_ptr_array_index (self->node->values, i),
                           g_ptr_array_index (self->node->labels, i));
  if (self->node->field->source == TY_FILTER_OF_CODES)
    add_codes (self);
  else
    add_words (self);
  g_signal_connect_object (pick, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pick, "changed", G_CALLBACK (take_values), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->value_box, pick);
}

static void
add_years (TyFilterRow *self)
{
  g_autofree char *name = ty_filter_field_dup_label (self->node->field);

  add_entry (self, 0, name, get_value (self, 0), 4);
  if (self->node->how == TY_FILTER_BETWEEN)
    {
      /* Translators: stands between two numbers: from 30 to 35 */
      add_word (self, C_("filter", "to"));
      add_entry (self, 1, name, get_value (self, 1), 4);
    }
  add_word (self, strcmp (self->node->field->key, "age") == 0 ? C_("filter", "years old")
                                                              : C_("filter", "years"));
}

static void
fill_value (TyFilterRow *self)
{
  GtkWidget *child;

  cancel_asking (self);
  self->value_pick = NULL;
  self->entries[0] = self->entries[1] = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->value_box))) != NULL)
    gtk_box_remove (self->value_box, child);
  if (self->node->other != NULL)
    {
      g_autofree char *text = ty_filter_node_dup_text (self->node);

      add_word (self, text);
    }
  if (self->node->field == NULL)
    return;

  switch (self->node->field->kind)
    {
    case TY_FILTER_YEARS:
      add_years (self);
      break;
    case TY_FILTER_RESULT:
      add_entry (self, 0, _("Year"), get_value (self, 0), 6);
      gtk_entry_set_placeholder_text (self->entries[0], _("Any year"));
      add_pick (self, 1);
      break;
    case TY_FILTER_TEXT:
    case TY_FILTER_ROWS:
      if (self->node->how == TY_FILTER_CONTAINS)
        add_entry (self, 0, _("Text"), get_value (self, 0), 16);
      break;
    case TY_FILTER_CHOICE:
    case TY_FILTER_UNIT:
    default:
      add_pick (self, 0);
    }
}

static void
fill_hows (TyFilterRow *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  self->n_hows = 0;
  for (TyFilterHow how = 0; self->node->field != NULL && how < TY_N_FILTER_HOWS; how++)
    if (ty_filter_field_allows (self->node->field, how))
      {
        g_autofree char *name = ty_filter_field_dup_how (self->node->field, how);

        gtk_string_list_append (names, name);
        if (how == self->node->how)
          chosen = self->n_hows;
        self->hows[self->n_hows++] = how;
      }
  gtk_drop_down_set_model (self->how_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->how_drop, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->how_drop), self->n_hows > 1);
}

static void
fill (TyFilterRow *self)
{
  self->filling = TRUE;
  gtk_toggle_button_set_active (self->not_button, self->node->negated);
  fill_hows (self);
  fill_value (self);
  self->filling = FALSE;
}

static void
field_changed_cb (TyFilterRow  *self,
                  TyFilterPick *pick)
{
  ty_filter_node_set_field (self->node, ty_filter_field_find (ty_filter_pick_get_key (pick, 0)));
  fill (self);
  take_values (self);
  ty_filter_row_begin (self);
}

static void
how_changed_cb (TyFilterRow *self,
                GParamSpec  *pspec,
                GtkDropDown *drop)
{
  guint selected = gtk_drop_down_get_selected (drop);

  if (self->filling || selected >= self->n_hows || self->hows[selected] == self->node->how)
    return;

  self->node->how = self->hows[selected];
  self->filling = TRUE;
  fill_value (self);
  self->filling = FALSE;
  take_values (self);
}

static void
not_toggled_cb (TyFilterRow     *self,
                GtkToggleButton *button)
{
  if (self->filling)
    return;
  self->node->negated = gtk_toggle_button_get_active (button);
  tell_changed (self);
}

static void
remove_cb (TyFilterRow *self,
           GtkButton   *button)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
add_fields (TyFilterRow *self)
{
  for (guint i = 0; i < ty_filter_field_get_n (); i++)
    {
      const TyFilterField *field = ty_filter_field_get (i);
      g_autofree char *label = ty_filter_field_dup_label (field);
      g_autofree char *group = ty_filter_field_dup_group (field);

      ty_filter_pick_add_choice (self->field_pick, field->key, label, NULL, group);
      if (field == self->node->field)
        ty_filter_pick_choose (self->field_pick, field->key, label);
    }
}

static void
ty_filter_row_dispose (GObject *object)
{
  TyFilterRow *self = TY_FILTER_ROW (object);

  self->filling = TRUE;
  cancel_asking (self);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_filter_row_parent_class)->dispose (object);
}

static void
ty_filter_row_class_init (TyFilterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_filter_row_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TY_TYPE_FILTER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", TY_TYPE_FILTER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-filter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TyFilterRow, not_button);
  gtk_widget_class_bind_template_child (widget_class, TyFilterRow, field_bin);
  gtk_widget_class_bind_template_child (widget_class, TyFilterRow, how_drop);
  gtk_widget_class_bind_template_child (widget_class, TyFilterRow, value_box);
  gtk_widget_class_bind_template_child (widget_class, TyFilterRow, error_label);
  gtk_widget_class_bind_template_callback (widget_class, not_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, how_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
ty_filter_row_init (TyFilterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_filter_row_new:
 * @office: an open office, for the choices
 * @who: of whom the choices are counted
 * @node: a condition that outlives the row, into which is written
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
ty_filter_row_new (TyOffice     *office,
                   TyWho         who,
                   TyFilterNode *node)
{
  TyFilterRow *self = g_object_new (TY_TYPE_FILTER_ROW, NULL);

  self->office = g_object_ref (office);
  self->who = who;
  self->node = node;
  self->field_pick = TY_FILTER_PICK (ty_filter_pick_new (FALSE));
  ty_filter_pick_set_name (self->field_pick, _("Field"), _("Choose a field…"));
  add_fields (self);
  adw_bin_set_child (self->field_bin, GTK_WIDGET (self->field_pick));
  gtk_widget_set_visible (GTK_WIDGET (self->field_bin), node->other == NULL);
  g_signal_connect_object (self->field_pick, "changed", G_CALLBACK (field_changed_cb), self,
                           G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

static gboolean
is_unfinished (TyFilterRow *self,
               guint        wrong)
{
  if (wrong < G_N_ELEMENTS (self->entries) && self->entries[wrong] != NULL)
    return *gtk_editable_get_text (GTK_EDITABLE (self->entries[wrong])) == '\0';

  return self->value_pick != NULL && ty_filter_pick_get_n (self->value_pick) == 0;
}

static void
mark_entry (GtkEntry *entry,
            gboolean  wrong)
{
  if (entry == NULL)
    return;
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/**
 * ty_filter_row_check:
 * @self: a row
 * @whole: whether it must be finished; the focus then goes to what is not
 *
 * Says what makes no sense; what is only not filled in yet, when it must be finished.
 *
 * Returns: whether it can be asked
 */
gboolean
ty_filter_row_check (TyFilterRow *self,
                     gboolean     whole)
{
  g_autoptr(GError) error = NULL;
  guint wrong = G_MAXUINT;
  gboolean good, told;

  g_return_val_if_fail (TY_IS_FILTER_ROW (self), FALSE);

  good = ty_filter_node_check (self->node, &wrong, &error);
  told = !good && (whole || !is_unfinished (self, wrong));
  for (guint i = 0; i < G_N_ELEMENTS (self->entries); i++)
    mark_entry (self->entries[i], told && wrong == i);
  gtk_label_set_label (self->error_label, told ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), told);
  if (!good && whole)
    {
      if (wrong < G_N_ELEMENTS (self->entries) && self->entries[wrong] != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (self->entries[wrong]));
      else if (self->value_pick != NULL)
        gtk_widget_child_focus (GTK_WIDGET (self->value_pick), GTK_DIR_TAB_FORWARD);
    }
  return good;
}

/**
 * ty_filter_row_begin:
 * @self: a row
 *
 * Gives the focus to what is to be filled in: the field, then the value.
 */
void
ty_filter_row_begin (TyFilterRow *self)
{
  g_return_if_fail (TY_IS_FILTER_ROW (self));

  if (self->node->field == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->field_pick), GTK_DIR_TAB_FORWARD);
  else if (self->entries[0] != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->entries[0]));
  else if (self->value_pick != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->value_pick), GTK_DIR_TAB_FORWARD);
}
