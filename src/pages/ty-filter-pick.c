/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filter-pick"

#include "config.h"

#include "ty-filter-pick.h"

#include "ty-pinyin.h"
#include "ty-text.h"
#include "ty-typed.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_NAMED 3 /* chosen values that the button names */

/**
 * TyFilterPick:
 *
 * What is chosen stands on the button; below it is what can be chosen.
 */
struct _TyFilterPick
{
  AdwBin parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkLabel *value_label;
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkBox *box;
  GtkWidget *scroller;

  GtkWidget *tree; /* (unowned) (nullable): what stands there while nothing is typed */

  /* Owned */
  GPtrArray *keys;   /* (element-type utf8): of what is chosen */
  GPtrArray *labels; /* (element-type utf8): their names */
  char *name;        /* (nullable): of what it is about, for assistive technologies */
  char *prompt;      /* (nullable): what the button says while nothing is chosen */
  TyTyped typed;

  gboolean several;
  gboolean asking;
};

typedef struct
{
  char *key;
  char *label;
  char *heading; /* (nullable) */
  char *folded;
  char *letters;
  char *initials;
  GtkWidget *check; /* (unowned) (nullable) */
} Choice;

enum
{
  SIGNAL_ASKED,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyFilterPick, ty_filter_pick, ADW_TYPE_BIN)

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->key);
  g_free (choice->label);
  g_free (choice->heading);
  g_free (choice->folded);
  g_free (choice->letters);
  g_free (choice->initials);
  g_free (choice);
}

static Choice *
get_choice (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "ty-choice");
}

static gboolean
find_chosen (TyFilterPick *self,
             const char   *key,
             guint        *place)
{
  for (guint i = 0; i < self->keys->len; i++)
    if (strcmp (g_ptr_array_index (self->keys, i), key) == 0)
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_shown (GtkListBoxRow *row,
          gpointer       user_data)
{
  TyFilterPick *self = TY_FILTER_PICK (user_data);
  Choice *choice = get_choice (row);

  if (self->asking || ty_typed_is_empty (&self->typed))
    return TRUE;
  if (choice->letters == NULL)
    {
      g_autofree char *pinyin = ty_pinyin_for_name (choice->label);

      choice->letters = ty_pinyin_search_key (pinyin);
      choice->initials = ty_pinyin_initials (pinyin);
    }
  return ty_typed_rank (&self->typed, choice->folded, choice->letters, choice->initials) != TY_FIT_NONE;
}

/* Choices of one heading stand together. */
static void
set_heading (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       user_data)
{
  const char *heading = get_choice (row)->heading;
  const char *above = before != NULL ? get_choice (before)->heading : NULL;
  GtkWidget *label;

  if (heading == NULL || g_strcmp0 (heading, above) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_set_margin_start (label, 8);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_margin_bottom (label, 2);
  gtk_list_box_row_set_header (row, label);
}

static void
show_value (TyFilterPick *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *spoken = NULL;

  for (guint i = 0; i < self->labels->len && i < N_NAMED; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ty_words_get_separator () : "",
                            (char *) g_ptr_array_index (self->labels, i));
  if (self->labels->len > N_NAMED)
    /* Translators: behind the names of some values, how many more were chosen: 云岭镇、柏川镇 +3 */
    g_string_append_printf (text, _(" +%u"), self->labels->len - N_NAMED);
  if (self->labels->len == 0)
    g_string_append (text, self->prompt != NULL ? self->prompt : "");
  gtk_label_set_label (self->value_label, text->str);
  /* Translators: for assistive technologies: what a filter is about, and what is chosen */
  spoken = g_strdup_printf (C_("filter", "%s: %s"), self->name != NULL ? self->name : "", text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
show_checks (TyFilterPick *self)
{
  GtkListBoxRow *row;
  guint place;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_choice (row)->check != NULL)
      gtk_check_button_set_active (GTK_CHECK_BUTTON (get_choice (row)->check),
                                   find_chosen (self, get_choice (row)->key, &place));
}

/* Above the tree stands what is chosen. */
static void
show_tree (TyFilterPick *self)
{
  gboolean typed = !ty_typed_is_empty (&self->typed);

  if (self->tree == NULL)
    return;
  gtk_widget_set_visible (self->tree, !typed);
  gtk_widget_set_visible (self->scroller, typed || gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

/**
 * ty_filter_pick_toggle:
 * @self: a button
 * @picked: a value that the user picked
 * @name: its name
 *
 * Chooses it, or where it is chosen among several no longer, and tells so.
 */
void
ty_filter_pick_toggle (TyFilterPick *self,
                       const char   *picked,
                       const char   *name)
{
  g_autofree char *key = g_strdup (picked);
  g_autofree char *label = g_strdup (name);
  guint place;

  if (!self->several)
    {
      gtk_menu_button_popdown (self->button);
      ty_filter_pick_clear (self);
      ty_filter_pick_choose (self, key, label);
    }
  else if (find_chosen (self, key, &place))
    {
      g_ptr_array_remove_index (self->keys, place);
      g_ptr_array_remove_index (self->labels, place);
    }
  else
    ty_filter_pick_choose (self, key, label);
  show_checks (self);
  show_value (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
toggle (TyFilterPick  *self,
        GtkListBoxRow *row)
{
  ty_filter_pick_toggle (self, get_choice (row)->key, get_choice (row)->label);
}

static void
row_activated_cb (TyFilterPick  *self,
                  GtkListBoxRow *row,
                  GtkListBox    *list)
{
  toggle (self, row);
}

static void
search_changed_cb (TyFilterPick   *self,
                   GtkSearchEntry *search)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (search));

  ty_typed_clear (&self->typed);
  ty_typed_init (&self->typed, text);
  if (self->asking)
    g_signal_emit (self, signals[SIGNAL_ASKED], 0, text);
  show_tree (self);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

/* Enter chooses the first that fits. */
static void
search_activate_cb (TyFilterPick   *self,
                    GtkSearchEntry *search)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_shown (row, self))
      {
        toggle (self, row);
        return;
      }
}

static void
stop_search_cb (TyFilterPick   *self,
                GtkSearchEntry *search)
{
  gtk_menu_button_popdown (self->button);
}

static void
popover_map_cb (TyFilterPick *self,
                GtkPopover   *popover)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_signal_emit (self, signals[SIGNAL_ASKED], 0, "");
  show_tree (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
ty_filter_pick_finalize (GObject *object)
{
  TyFilterPick *self = TY_FILTER_PICK (object);

  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->labels);
  ty_typed_clear (&self->typed);
  g_free (self->name);
  g_free (self->prompt);

  G_OBJECT_CLASS (ty_filter_pick_parent_class)->finalize (object);
}

static void
ty_filter_pick_class_init (TyFilterPickClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ty_filter_pick_finalize;

  signals[SIGNAL_ASKED] = g_signal_new ("asked", TY_TYPE_FILTER_PICK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TY_TYPE_FILTER_PICK, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-filter-pick.ui");
  gtk_widget_class_bind_template_child (widget_class, TyFilterPick, button);
  gtk_widget_class_bind_template_child (widget_class, TyFilterPick, value_label);
  gtk_widget_class_bind_template_child (widget_class, TyFilterPick, search);
  gtk_widget_class_bind_template_child (widget_class, TyFilterPick, list);
  gtk_widget_class_bind_template_child (widget_class, TyFilterPick, box);
  gtk_widget_class_bind_template_child (widget_class, TyFilterPick, scroller);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_map_cb);
}

static void
ty_filter_pick_init (TyFilterPick *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  ty_typed_init (&self->typed, "");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, is_shown, self, NULL);
  gtk_list_box_set_header_func (self->list, set_heading, NULL, NULL);
}

/**
 * ty_filter_pick_new:
 * @several: whether any number can be chosen
 *
 * Returns: (transfer floating): a button without choices
 */
GtkWidget *
ty_filter_pick_new (gboolean several)
{
  TyFilterPick *self = g_object_new (TY_TYPE_FILTER_PICK, NULL);

  self->several = several;
  return GTK_WIDGET (self);
}

/**
 * ty_filter_pick_set_name:
 * @self: a button
 * @name: what it is about
 * @prompt: what it says while nothing is chosen
 */
void
ty_filter_pick_set_name (TyFilterPick *self,
                         const char   *name,
                         const char   *prompt)
{
  g_return_if_fail (TY_IS_FILTER_PICK (self));

  g_free (self->name);
  g_free (self->prompt);
  self->name = g_strdup (name);
  self->prompt = g_strdup (prompt);
  show_value (self);
}

/**
 * ty_filter_pick_set_asking:
 * @self: a button
 * @asking: whether the choices for what is typed are found by whoever follows “asked”
 */
void
ty_filter_pick_set_asking (TyFilterPick *self,
                           gboolean      asking)
{
  g_return_if_fail (TY_IS_FILTER_PICK (self));

  self->asking = asking;
}

/**
 * ty_filter_pick_set_tree:
 * @self: a button
 * @tree: (transfer floating): a widget in which values are picked, which calls ty_filter_pick_toggle()
 *
 * Shows it as long as nothing is typed.
 */
void
ty_filter_pick_set_tree (TyFilterPick *self,
                         GtkWidget    *tree)
{
  g_return_if_fail (TY_IS_FILTER_PICK (self) && self->tree == NULL);

  self->tree = tree;
  gtk_box_append (self->box, tree);
}

/**
 * ty_filter_pick_clear_choices:
 * @self: a button
 *
 * What is chosen stays so.
 */
void
ty_filter_pick_clear_choices (TyFilterPick *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (TY_IS_FILTER_PICK (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  show_tree (self);
}

static GtkWidget *
make_row (TyFilterPick *self,
          Choice       *choice,
          const char   *note)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", choice->label,
                                   "xalign", 0.0,
                                   "hexpand", TRUE,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   "max-width-chars", 28,
                                   NULL);
  guint place;

  if (self->several)
    {
      choice->check = g_object_new (GTK_TYPE_CHECK_BUTTON,
                                    "active", find_chosen (self, choice->key, &place),
                                    "can-target", FALSE,
                                    "can-focus", FALSE,
                                    NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (choice->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      choice->label, -1);
      gtk_box_append (GTK_BOX (box), choice->check);
    }
  gtk_box_append (GTK_BOX (box), label);
  if (note != NULL)
    {
      GtkWidget *beside = gtk_label_new (note);

      gtk_widget_add_css_class (beside, "dim-label");
      gtk_widget_add_css_class (beside, "numeric");
      gtk_widget_add_css_class (beside, "caption");
      gtk_box_append (GTK_BOX (box), beside);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->label, -1);
  return row;
}

/**
 * ty_filter_pick_add_choice:
 * @self: a button
 * @key: a value
 * @label: its name
 * @note: (nullable): what stands beside it
 * @heading: (nullable): what stands above it and others that follow
 */
void
ty_filter_pick_add_choice (TyFilterPick *self,
                           const char   *key,
                           const char   *label,
                           const char   *note,
                           const char   *heading)
{
  Choice *choice;
  GtkWidget *row;

  g_return_if_fail (TY_IS_FILTER_PICK (self));

  choice = g_new0 (Choice, 1);
  choice->key = g_strdup (key);
  choice->label = g_strdup (label);
  choice->heading = g_strdup (heading);
  choice->folded = ty_text_fold (label);
  row = make_row (self, choice, note);
  g_object_set_data_full (G_OBJECT (row), "ty-choice", choice, choice_free);
  gtk_list_box_append (self->list, row);
  show_tree (self);
}

/**
 * ty_filter_pick_choose:
 * @self: a button
 * @key: a value
 * @label: (nullable): its name
 *
 * Chooses it, without telling so.
 */
void
ty_filter_pick_choose (TyFilterPick *self,
                       const char   *key,
                       const char   *label)
{
  g_return_if_fail (TY_IS_FILTER_PICK (self));

  g_ptr_array_add (self->keys, g_strdup (key));
  g_ptr_array_add (self->labels, g_strdup (label != NULL ? label : key));
  show_value (self);
}

/**
 * ty_filter_pick_clear:
 * @self: a button
 *
 * Chooses nothing, without telling so.
 */
void
ty_filter_pick_clear (TyFilterPick *self)
{
  g_return_if_fail (TY_IS_FILTER_PICK (self));

  g_ptr_array_set_size (self->keys, 0);
  g_ptr_array_set_size (self->labels, 0);
  show_value (self);
}

/**
 * ty_filter_pick_open:
 * @self: a button
 *
 * Opens what can be chosen.
 */
void
ty_filter_pick_open (TyFilterPick *self)
{
  g_return_if_fail (TY_IS_FILTER_PICK (self));

  gtk_menu_button_popup (self->button);
}

/**
 * ty_filter_pick_get_n:
 * @self: a button
 *
 * Returns: how many values are chosen
 */
guint
ty_filter_pick_get_n (TyFilterPick *self)
{
  g_return_val_if_fail (TY_IS_FILTER_PICK (self), 0);

  return self->keys->len;
}

/**
 * ty_filter_pick_get_key:
 * @self: a button
 * @number: which of the chosen values, from 0
 *
 * Returns: (transfer none): its key
 */
const char *
ty_filter_pick_get_key (TyFilterPick *self,
                        guint         number)
{
  g_return_val_if_fail (TY_IS_FILTER_PICK (self) && number < self->keys->len, NULL);

  return g_ptr_array_index (self->keys, number);
}

/**
 * ty_filter_pick_get_label:
 * @self: a button
 * @number: which of the chosen values, from 0
 *
 * Returns: (transfer none): its name
 */
const char *
ty_filter_pick_get_label (TyFilterPick *self,
                          guint         number)
{
  g_return_val_if_fail (TY_IS_FILTER_PICK (self) && number < self->labels->len, NULL);

  return g_ptr_array_index (self->labels, number);
}
