/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filter-button"

#include "config.h"

#include "ty-filter-button.h"

#include "ty-text.h"

#include <glib/gi18n-lib.h>

/**
 * TyFilterButton:
 *
 * A filter of a list, as a button that says what is chosen.
 */
struct _TyFilterButton
{
  AdwBin parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkLabel *title_label;
  GtkLabel *value_label;
  AdwBin *top_bin;
  AdwBin *bottom_bin;
  GtkListBox *choices;

  /* Owned */
  char *title;
  char *everything;
  char *word;       /* the empty text for no choice */
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_EVERYTHING,
  PROP_TOP,
  PROP_BOTTOM,
} TyFilterButtonProps;

static GParamSpec *properties[PROP_BOTTOM + 1];

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyFilterButton, ty_filter_button, ADW_TYPE_BIN)

static void
show_value (TyFilterButton *self,
            const char     *label)
{
  const char *value = *self->word != '\0' ? label : self->everything;
  g_autofree char *name = NULL;

  /* Translators: what a filter is about, and what is chosen */
  name = g_strdup_printf (C_("filter", "%s: %s"), self->title, value);
  gtk_label_set_label (self->value_label, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  if (*self->word != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "ty-on");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "ty-on");
  /* A row that folds keeps it in sight. */
  if (*self->word != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "active");
}

static const char *
get_word (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "word");
}

static void
choose (TyFilterButton *self,
        GtkListBoxRow  *row)
{
  g_autofree char *word = g_strdup (get_word (row));
  g_autofree char *label = g_strdup (g_object_get_data (G_OBJECT (row), "label"));

  gtk_menu_button_popdown (self->button);
  ty_filter_button_set_value (self, word, label);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, word, label);
}

static void
row_activated_cb (TyFilterButton *self,
                  GtkListBoxRow  *row,
                  GtkListBox     *choices)
{
  choose (self, row);
}

static void
add_row (TyFilterButton *self,
         const char     *word,
         const char     *label,
         const char     *count)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *text = g_object_new (GTK_TYPE_LABEL,
                                  "label", label,
                                  "xalign", 0.0,
                                  "hexpand", TRUE,
                                  "ellipsize", PANGO_ELLIPSIZE_END,
                                  "max-width-chars", 32,
                                  NULL);
  GtkWidget *number = gtk_label_new (count);

  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "caption");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "word", g_strdup (word), g_free);
  g_object_set_data_full (G_OBJECT (row), "label", g_strdup (label), g_free);
  gtk_list_box_append (self->choices, row);
  if (g_str_equal (word, self->word))
    gtk_list_box_select_row (self->choices, GTK_LIST_BOX_ROW (row));
}

static void
ty_filter_button_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TyFilterButton *self = TY_FILTER_BUTTON (object);

  switch ((TyFilterButtonProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_EVERYTHING:
      g_value_set_string (value, self->everything);
      break;
    case PROP_TOP:
      g_value_set_object (value, adw_bin_get_child (self->top_bin));
      break;
    case PROP_BOTTOM:
      g_value_set_object (value, adw_bin_get_child (self->bottom_bin));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_filter_button_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TyFilterButton *self = TY_FILTER_BUTTON (object);

  switch ((TyFilterButtonProps) prop_id)
    {
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    case PROP_EVERYTHING:
      self->everything = g_value_dup_string (value);
      break;
    case PROP_TOP:
      adw_bin_set_child (self->top_bin, g_value_get_object (value));
      break;
    case PROP_BOTTOM:
      adw_bin_set_child (self->bottom_bin, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_filter_button_constructed (GObject *object)
{
  TyFilterButton *self = TY_FILTER_BUTTON (object);

  G_OBJECT_CLASS (ty_filter_button_parent_class)->constructed (object);

  gtk_label_set_label (self->title_label, self->title);
  show_value (self, NULL);
}

static void
ty_filter_button_finalize (GObject *object)
{
  TyFilterButton *self = TY_FILTER_BUTTON (object);

  g_free (self->title);
  g_free (self->everything);
  g_free (self->word);

  G_OBJECT_CLASS (ty_filter_button_parent_class)->finalize (object);
}

static void
ty_filter_button_class_init (TyFilterButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_filter_button_get_property;
  object_class->set_property = ty_filter_button_set_property;
  object_class->constructed = ty_filter_button_constructed;
  object_class->finalize = ty_filter_button_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "",
                                                flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_EVERYTHING] = g_param_spec_string ("everything", NULL, NULL, "",
                                                     flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_TOP] = g_param_spec_object ("top", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_BOTTOM] = g_param_spec_object ("bottom", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TyFilterButton::chosen:
   * @self: the filter
   * @word: what was chosen, the empty text for no choice
   * @label: its label
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TY_TYPE_FILTER_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/widgets/ty-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TyFilterButton, button);
  gtk_widget_class_bind_template_child (widget_class, TyFilterButton, title_label);
  gtk_widget_class_bind_template_child (widget_class, TyFilterButton, value_label);
  gtk_widget_class_bind_template_child (widget_class, TyFilterButton, top_bin);
  gtk_widget_class_bind_template_child (widget_class, TyFilterButton, bottom_bin);
  gtk_widget_class_bind_template_child (widget_class, TyFilterButton, choices);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ty_filter_button_init (TyFilterButton *self)
{
  self->word = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_filter_button_clear_choices:
 * @self: a filter
 *
 * Leaves only the choice of everything. What is chosen stays.
 */
void
ty_filter_button_clear_choices (TyFilterButton *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (TY_IS_FILTER_BUTTON (self));

  while ((row = gtk_list_box_get_row_at_index (self->choices, 0)) != NULL)
    gtk_list_box_remove (self->choices, GTK_WIDGET (row));
  add_row (self, "", self->everything, "");
}

/**
 * ty_filter_button_add_choice:
 * @self: a filter
 * @word: what is told when it is chosen
 * @label: how it is shown
 * @count: how much it would leave; 0 = not told
 */
void
ty_filter_button_add_choice (TyFilterButton *self,
                             const char     *word,
                             const char     *label,
                             guint           count)
{
  g_autofree char *number = count > 0 ? ty_text_format_count (count) : g_strdup ("");

  g_return_if_fail (TY_IS_FILTER_BUTTON (self));

  add_row (self, word, label, number);
}

/**
 * ty_filter_button_set_value:
 * @self: a filter
 * @word: what is chosen, the empty text for no choice
 * @label: how it is shown
 *
 * Shows a choice without telling it.
 */
void
ty_filter_button_set_value (TyFilterButton *self,
                            const char     *word,
                            const char     *label)
{
  GtkListBoxRow *row;

  g_return_if_fail (TY_IS_FILTER_BUTTON (self));

  if (self->word != word)
    {
      g_free (self->word);
      self->word = g_strdup (word);
    }
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->choices, i)) != NULL; i++)
    if (g_str_equal (get_word (row), self->word))
      gtk_list_box_select_row (self->choices, row);
  show_value (self, label);
}

/**
 * ty_filter_button_choose_first:
 * @self: a filter
 *
 * Chooses the first choice that is not everything, as Enter in a search entry does.
 */
void
ty_filter_button_choose_first (TyFilterButton *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (TY_IS_FILTER_BUTTON (self));

  row = gtk_list_box_get_row_at_index (self->choices, 1);
  if (row != NULL)
    choose (self, row);
}

/**
 * ty_filter_button_close:
 * @self: a filter
 *
 * Closes what can be chosen.
 */
void
ty_filter_button_close (TyFilterButton *self)
{
  g_return_if_fail (TY_IS_FILTER_BUTTON (self));

  gtk_menu_button_popdown (self->button);
}
