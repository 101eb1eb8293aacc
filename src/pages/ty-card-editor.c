/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-card-editor"

#include "config.h"

#include "ty-card-editor.h"

#include "ty-check-list.h"
#include "ty-form-guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * TyCardEditor:
 *
 * A card as a form: how it is shown, who is counted, by what, which figures. What cannot be shown so is said below the
 * form while one chooses, and cannot be saved. What the form does not have (notes in several languages, populations
 * of single figures) stays as it was where it still fits.
 */
struct _TyCardEditor
{
  AdwWindow parent_instance;

  /* Template */
  GtkEditable *title_row;
  GtkEditable *note_row;
  AdwComboRow *kind_row;
  AdwComboRow *who_row;
  AdwComboRow *first_row;
  AdwComboRow *second_row;
  GtkMenuButton *figures_button;
  AdwActionRow *figures_row;
  GtkEditable *target_row;
  AdwComboRow *good_row;
  AdwComboRow *compare_row;
  AdwComboRow *every_row;
  AdwActionRow *dates_row;
  GtkSpinButton *dates_spin;
  AdwActionRow *limit_row;
  GtkSpinButton *limit_spin;
  GtkEditable *text_row;
  GtkLabel *problem_label;
  GtkWidget *save_button;

  /* Owned */
  TyCard *card;        /* as it was given */
  TyCheckList *figures; /* (unowned) */

  guint number;
  gboolean filling;
};

enum
{
  SIGNAL_MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const TyWho whos[] = {
  TY_WHO_IN_OFFICE, TY_WHO_SECRETARIES, TY_WHO_HEADS, TY_WHO_MEMBERS, TY_WHO_SPECIALISTS, TY_WHO_RESERVES,
  TY_WHO_MENTORS, TY_WHO_DEPARTED, TY_WHO_VILLAGES, TY_WHO_POSTS,
};

G_DEFINE_FINAL_TYPE (TyCardEditor, ty_card_editor, ADW_TYPE_WINDOW)

/* What is chosen. */

/* Behind all others stands what the card has and the list does not: bands of its own, a field of the county. */
static const TyDimension *
get_dimension (TyCardEditor *self,
               AdwComboRow  *row,
               guint         number)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return selected <= ty_dimension_get_n () ? ty_dimension_get (selected - 1) : self->card->dimensions[number];
}

/* The figures that were there already keep what the form does not show of them. */
static void
take_figures (TyCardEditor *self,
              TyCard       *card)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (&card->figures);

  card->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_card_figure_free);
  for (guint i = 0; i < old->len; i++)
    {
      const TyCardFigure *figure = g_ptr_array_index (old, i);

      if (ty_check_list_has (self->figures, figure->measure->key))
        g_ptr_array_add (card->figures, ty_card_figure_copy (figure));
    }
  for (guint i = 0; i < ty_measure_get_n (); i++)
    {
      const TyMeasure *measure = ty_measure_get (i);
      gboolean known = FALSE;

      for (guint j = 0; j < card->figures->len; j++)
        known = known || ty_card_get_figure (card, j)->measure == measure;
      if (!known && ty_check_list_has (self->figures, measure->key) && card->figures->len < TY_CARD_FIGURES)
        ty_card_add_figure (card, measure);
    }
}

static gboolean
take_target (TyCardEditor *self,
             TyCard       *card)
{
  const char *text = gtk_editable_get_text (self->target_row);
  TyCardFigure *first = card->figures->len > 0 ? g_ptr_array_index (card->figures, 0) : NULL;
  char *end;

  if (first == NULL)
    return TRUE;

  first->good = (TyCardGood) adw_combo_row_get_selected (self->good_row);
  first->has_target = *text != '\0';
  first->target = g_ascii_strtod (text, &end);
  return *text == '\0' || *end == '\0';
}

static void
take_label (TyLabel     **label,
            GtkEditable  *row)
{
  const char *text = gtk_editable_get_text (row);

  if (*label != NULL && strcmp (ty_label_get (*label), text) == 0)
    return;

  g_clear_pointer (label, ty_label_free);
  if (*text != '\0')
    *label = ty_label_new (text);
}

static void
take_population (TyCardEditor *self,
                 TyCard       *card)
{
  guint selected = adw_combo_row_get_selected (self->who_row);

  /* The first choice is whoever the card counts already, with all conditions. */
  if (selected == 0)
    return;

  g_clear_pointer (&card->population, ty_population_unref);
  card->population = ty_population_new_who (whos[selected - 1]);
}

static TyCard *
make_card (TyCardEditor  *self,
           GError       **error)
{
  g_autoptr(TyCard) card = ty_card_copy (self->card);
  const TyDimension *dimensions[] = { get_dimension (self, self->first_row, 0),
                                      get_dimension (self, self->second_row, 1) };

  card->kind = (TyCardKind) adw_combo_row_get_selected (self->kind_row);
  take_label (&card->title, self->title_row);
  take_label (&card->note, self->note_row);
  take_label (&card->text, self->text_row);
  take_population (self, card);
  card->n_dimensions = 0;
  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
    if (dimensions[i] != NULL && (i == 0 || dimensions[i] != dimensions[0]))
      card->dimensions[card->n_dimensions++] = dimensions[i];
  take_figures (self, card);
  if (adw_combo_row_get_selected (self->compare_row) <= TY_CARD_BEFORE_YEAR)
    card->compare.before = (TyCardBefore) adw_combo_row_get_selected (self->compare_row);
  card->every = (TyCardEvery) adw_combo_row_get_selected (self->every_row);
  card->n_dates = card->every != TY_CARD_EVERY_NEVER
                    ? (guint) gtk_spin_button_get_value_as_int (self->dates_spin) : 0;
  card->limit = (guint) gtk_spin_button_get_value_as_int (self->limit_spin);
  g_clear_pointer (&card->problem, g_free);
  g_clear_pointer (&card->written, g_free);
  if (!take_target (self, card))
    {
      g_set_error_literal (error, TY_CARD_ERROR, TY_CARD_ERROR_SYNTAX, _("The target is no number."));
      return NULL;
    }
  return ty_card_check (card, error) ? g_steal_pointer (&card) : NULL;
}

static void
update (TyCardEditor *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyCard) card = NULL;
  TyCardKind kind = (TyCardKind) adw_combo_row_get_selected (self->kind_row);
  gboolean trend = kind == TY_CARD_LINE || kind == TY_CARD_FIGURE;

  if (self->filling)
    return;

  card = make_card (self, &error);
  gtk_label_set_label (self->problem_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), error != NULL);
  gtk_widget_set_sensitive (self->save_button, card != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->every_row), trend);
  gtk_widget_set_visible (GTK_WIDGET (self->dates_row),
                          trend && adw_combo_row_get_selected (self->every_row) != TY_CARD_EVERY_NEVER);
  gtk_widget_set_visible (GTK_WIDGET (self->limit_row), kind == TY_CARD_RANKING);
  gtk_widget_set_visible (GTK_WIDGET (self->text_row), kind == TY_CARD_TEXT);
}

static void
show_figures (TyCardEditor *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ty_measure_get_n (); i++)
    if (ty_check_list_has (self->figures, ty_measure_get (i)->key))
      {
        g_autofree char *label = ty_measure_dup_label (ty_measure_get (i));

        g_string_append_printf (text, "%s%s", text->len > 0 ? C_("list", ", ") : "", label);
      }
  adw_action_row_set_subtitle (self->figures_row, text->str);
  g_string_free (text, TRUE);
}

static void
changed_cb (TyCardEditor *self)
{
  update (self);
}

static void
selected_cb (TyCardEditor *self,
             GParamSpec   *pspec,
             AdwComboRow  *row)
{
  update (self);
}

static void
figures_cb (TyCardEditor *self)
{
  show_figures (self);
  update (self);
}

static void
save_cb (TyCardEditor *self,
         GtkButton    *button)
{
  if (!ty_card_editor_is_valid (self))
    return;

  g_signal_emit (self, signals[SIGNAL_MADE], 0);
  ty_form_guard_close (GTK_WINDOW (self));
}

static void
cancel_cb (TyCardEditor *self,
           GtkButton    *button)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
ty_card_editor_finalize (GObject *object)
{
  g_clear_pointer (&TY_CARD_EDITOR (object)->card, ty_card_free);

  G_OBJECT_CLASS (ty_card_editor_parent_class)->finalize (object);
}

static void
ty_card_editor_class_init (TyCardEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ty_card_editor_finalize;

  signals[SIGNAL_MADE] = g_signal_new ("made", TY_TYPE_CARD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touyan/Touyan/ui/pages/ty-card-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, note_row);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, who_row);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, first_row);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, second_row);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, figures_button);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, figures_row);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, target_row);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, good_row);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, compare_row);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, every_row);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, dates_row);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, dates_spin);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, limit_row);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, limit_spin);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, text_row);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, problem_label);
  gtk_widget_class_bind_template_child (widget_class, TyCardEditor, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* The figures are chosen in a popover; the row says which. */
static void
add_state (GtkWindow *window,
           GString   *state)
{
  ty_form_guard_add_values (window, state);
  g_string_append (state, adw_action_row_get_subtitle (TY_CARD_EDITOR (window)->figures_row));
}

static void
ty_card_editor_init (TyCardEditor *self)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch_with (GTK_WINDOW (self), add_state);
  self->figures = TY_CHECK_LIST (ty_check_list_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->figures));
  gtk_menu_button_set_popover (self->figures_button, popover);
  g_signal_connect_object (self->figures, "chosen", G_CALLBACK (figures_cb), self, G_CONNECT_SWAPPED);
}

/* Filling the form. */

static void
set_labels (AdwComboRow   *row,
            GtkStringList *labels,
            guint          selected)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (row, selected);
}

static void
fill_kinds (TyCardEditor *self)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  for (TyCardKind kind = 0; kind < TY_N_CARD_KINDS; kind++)
    gtk_string_list_take (labels, ty_card_kind_dup_label (kind));
  set_labels (self->kind_row, labels, self->card->kind);
}

static void
fill_whos (TyCardEditor *self)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (labels, _("As before, with its conditions"));
  for (guint i = 0; i < G_N_ELEMENTS (whos); i++)
    {
      g_autoptr(TyPopulation) who = ty_population_new_who (whos[i]);

      gtk_string_list_take (labels, ty_who_dup_label (whos[i]));
      if (self->card->population != NULL && ty_population_equal (who, self->card->population))
        selected = i + 1;
    }
  set_labels (self->who_row, labels, selected);
}

static void
fill_dimension (TyCardEditor *self,
                AdwComboRow  *row,
                guint         number)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (labels, C_("columns", "None"));
  for (guint i = 0; i < ty_dimension_get_n (); i++)
    {
      gtk_string_list_take (labels, ty_dimension_dup_label (ty_dimension_get (i)));
      if (number < self->card->n_dimensions && self->card->dimensions[number] == ty_dimension_get (i))
        selected = i + 1;
    }
  if (number < self->card->n_dimensions && selected == 0)
    {
      gtk_string_list_take (labels, ty_dimension_dup_label (self->card->dimensions[number]));
      selected = ty_dimension_get_n () + 1;
    }
  set_labels (row, labels, selected);
}

static void
fill_figures (TyCardEditor *self)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < ty_measure_get_n (); i++)
    {
      g_autofree char *label = ty_measure_dup_label (ty_measure_get (i));

      ty_check_list_add (self->figures, ty_measure_get (i)->key, label);
    }
  for (guint i = 0; i < self->card->figures->len; i++)
    g_ptr_array_add (words, (gpointer) ty_card_get_figure (self->card, i)->measure->key);
  g_ptr_array_add (words, NULL);
  ty_check_list_set (self->figures, (const char * const *) words->pdata);
  show_figures (self);
}

static void
fill_target (TyCardEditor *self)
{
  const TyCardFigure *first = self->card->figures->len > 0 ? ty_card_get_figure (self->card, 0) : NULL;
  const char *labels[] = { C_("which way is better", "Neither"), _("More is better"), _("Less is better"), NULL };
  g_autoptr(GtkStringList) list = gtk_string_list_new (labels);
  char text[G_ASCII_DTOSTR_BUF_SIZE] = "";

  if (first != NULL && first->has_target)
    g_ascii_formatd (text, sizeof text, "%g", first->target);
  gtk_editable_set_text (self->target_row, text);
  set_labels (self->good_row, list, first != NULL ? first->good : TY_CARD_GOOD_NONE);
}

static void
fill_dates (TyCardEditor *self)
{
  const char *compares[] = {
    _("As the dashboard says"), C_("comparison", "Nothing"), _("The last term"), _("A year before"), NULL,
  };
  const char *everys[] = {
    C_("trend", "None"), C_("trend", "Every year"), C_("trend", "Every quarter"), C_("trend", "Every month"), NULL,
  };
  g_autoptr(GtkStringList) compare = gtk_string_list_new (compares);
  g_autoptr(GtkStringList) every = gtk_string_list_new (everys);

  if (self->card->compare.before == TY_CARD_BEFORE_DATE)
    {
      g_autofree char *day = ty_date_to_record (self->card->compare.date);

      gtk_string_list_append (compare, day);
    }
  set_labels (self->compare_row, compare, self->card->compare.before);
  set_labels (self->every_row, every, self->card->every);
  gtk_spin_button_set_value (self->dates_spin, self->card->n_dates > 0 ? self->card->n_dates : 5);
  gtk_spin_button_set_value (self->limit_spin, self->card->limit);
}

static void
set_text (GtkEditable   *row,
          const TyLabel *label)
{
  gtk_editable_set_text (row, label != NULL ? ty_label_get (label) : "");
}

/**
 * ty_card_editor_new:
 * @card: a card, which is copied
 * @number: its number in the dashboard
 *
 * Returns: (transfer floating): its form
 */
TyCardEditor *
ty_card_editor_new (const TyCard *card,
                    guint         number)
{
  TyCardEditor *self = g_object_new (TY_TYPE_CARD_EDITOR, NULL);

  self->card = ty_card_copy (card);
  self->number = number;
  self->filling = TRUE;
  set_text (self->title_row, card->title);
  set_text (self->note_row, card->note);
  set_text (self->text_row, card->text);
  fill_kinds (self);
  fill_whos (self);
  fill_dimension (self, self->first_row, 0);
  fill_dimension (self, self->second_row, 1);
  fill_figures (self);
  fill_target (self);
  fill_dates (self);
  self->filling = FALSE;
  update (self);
  return self;
}

/**
 * ty_card_editor_dup_card:
 * @self: a form that is valid
 *
 * Returns: (transfer full) (nullable): the card as it is in the form
 */
TyCard *
ty_card_editor_dup_card (TyCardEditor *self)
{
  g_return_val_if_fail (TY_IS_CARD_EDITOR (self), NULL);

  return make_card (self, NULL);
}

/**
 * ty_card_editor_get_number:
 * @self: a form
 *
 * Returns: the number of the card in its dashboard
 */
guint
ty_card_editor_get_number (TyCardEditor *self)
{
  g_return_val_if_fail (TY_IS_CARD_EDITOR (self), 0);

  return self->number;
}

/**
 * ty_card_editor_is_valid:
 * @self: a form
 *
 * Returns: whether the card can be shown so
 */
gboolean
ty_card_editor_is_valid (TyCardEditor *self)
{
  g_autoptr(TyCard) card = make_card (self, NULL);

  return card != NULL;
}
