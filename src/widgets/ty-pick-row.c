/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pick-row"

#include "config.h"

#include "ty-pick-row.h"

#include "ty-pinyin.h"
#include "ty-text.h"
#include "ty-typed.h"

#include <glib/gi18n-lib.h>

/**
 * TyPickRow:
 *
 * A row of a form in which one of many is chosen. The choices are searched by the row itself, or asked
 * for with the text that was typed.
 */
struct _TyPickRow
{
  AdwActionRow parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkLabel *value_label;
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkBox *box;
  GtkWidget *scroller;

  GtkWidget *tree; /* (unowned) (nullable): what stands there while nothing is typed */

  /* Owned */
  char *key;   /* (nullable): of what is chosen */
  char *label; /* (nullable) */
  TyTyped typed;

  gboolean asking;   /* whether the choices are found by somebody else */
  gboolean choosing; /* whether Enter was pressed before they came */
};

enum
{
  SIGNAL_ASKED,
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyPickRow, ty_pick_row, ADW_TYPE_ACTION_ROW)

/* What a row of the list stands for; its pinyin is made when something is typed. */
typedef struct
{
  char *key; /* (nullable) */
  char *label;
  char *folded;
  char *letters;  /* (nullable) */
  char *initials; /* (nullable) */
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->key);
  g_free (choice->label);
  g_free (choice->folded);
  g_free (choice->letters);
  g_free (choice->initials);
  g_free (choice);
}

static Choice *
choice_new (const char *key,
            const char *label)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->key = g_strdup (key);
  choice->label = g_strdup (label);
  choice->folded = ty_text_fold (label);
  return choice;
}

static void
choice_make_pinyin (Choice *choice)
{
  g_autofree char *pinyin = NULL;

  if (choice->letters != NULL)
    return;

  pinyin = ty_pinyin_for_name (choice->label);
  choice->letters = ty_pinyin_search_key (pinyin);
  choice->initials = ty_pinyin_initials (pinyin);
}

static Choice *
get_choice (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "ty-choice");
}

static TyFit
get_fit (TyPickRow     *self,
         GtkListBoxRow *row)
{
  Choice *choice = get_choice (row);

  if (self->asking || ty_typed_is_empty (&self->typed))
    return TY_FIT_WHOLE;

  choice_make_pinyin (choice);
  return ty_typed_rank (&self->typed, choice->folded, choice->letters, choice->initials);
}

static gboolean
filter (GtkListBoxRow *row,
        gpointer       user_data)
{
  return get_fit (user_data, row) != TY_FIT_NONE;
}

/* The best in front, else as they were given. */
static int
compare (GtkListBoxRow *a,
         GtkListBoxRow *b,
         gpointer       user_data)
{
  TyFit first = get_fit (user_data, a), second = get_fit (user_data, b);
  guint a_place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (a), "ty-place"));
  guint b_place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (b), "ty-place"));

  if (first != second)
    return first < second ? -1 : 1;
  return (a_place > b_place) - (a_place < b_place);
}

/* Those that are left out by the filter have no place to be chosen at. */
static GtkListBoxRow *
get_first (TyPickRow *self)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL || filter (row, self))
        return row;
    }
}

static void
show_value (TyPickRow *self)
{
  gtk_label_set_label (self->value_label, self->label != NULL ? self->label : _("Not filled in"));
  if (self->label == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->value_label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value_label), "dim-label");
}

static void
pick (TyPickRow     *self,
      GtkListBoxRow *row)
{
  Choice *choice = get_choice (row);
  g_autofree char *key = g_strdup (choice->key);
  g_autofree char *label = g_strdup (choice->label);

  ty_pick_row_pick (self, key, key != NULL ? label : NULL);
}

/* Above the tree there is only what was offered; below what is typed, only what is found. */
static void
show_tree (TyPickRow *self)
{
  gboolean typed = !ty_typed_is_empty (&self->typed);

  if (self->tree == NULL)
    return;
  gtk_widget_set_visible (self->tree, !typed);
  gtk_widget_set_visible (self->scroller, typed || gtk_list_box_get_row_at_index (self->list, 0) != NULL);
  gtk_widget_set_size_request (self->scroller, 280, typed ? 260 : 84);
}

static void
row_activated_cb (TyPickRow     *self,
                  GtkListBoxRow *row,
                  GtkListBox    *list)
{
  pick (self, row);
}

static void
search_changed_cb (TyPickRow      *self,
                   GtkSearchEntry *search)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (search));

  ty_typed_clear (&self->typed);
  ty_typed_init (&self->typed, text);
  if (self->asking)
    {
      g_signal_emit (self, signals[SIGNAL_ASKED], 0, text);
      show_tree (self);
      return;
    }
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_select_row (self->list, get_first (self));
}

/* Enter chooses the best; of what is still searched for, the first that will be found. */
static void
search_activate_cb (TyPickRow      *self,
                    GtkSearchEntry *search)
{
  GtkListBoxRow *first = get_first (self);

  if (first != NULL)
    pick (self, first);
  else if (self->tree != NULL && ty_typed_is_empty (&self->typed))
    gtk_widget_child_focus (self->tree, GTK_DIR_TAB_FORWARD);
  else
    self->choosing = self->asking;
}

static void
stop_search_cb (TyPickRow      *self,
                GtkSearchEntry *search)
{
  gtk_menu_button_popdown (self->button);
}

/* Anew each time; what is chosen now is where the keys begin. */
static void
popover_map_cb (TyPickRow  *self,
                GtkPopover *popover)
{
  self->choosing = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (self->asking)
    g_signal_emit (self, signals[SIGNAL_ASKED], 0, "");
  show_tree (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
ty_pick_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_PICK_ROW);

  G_OBJECT_CLASS (ty_pick_row_parent_class)->dispose (object);
}

static void
ty_pick_row_finalize (GObject *object)
{
  TyPickRow *self = TY_PICK_ROW (object);

  ty_typed_clear (&self->typed);
  g_free (self->key);
  g_free (self->label);

  G_OBJECT_CLASS (ty_pick_row_parent_class)->finalize (object);
}

static void
ty_pick_row_class_init (TyPickRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_pick_row_dispose;
  object_class->finalize = ty_pick_row_finalize;

  signals[SIGNAL_ASKED] = g_signal_new ("asked", TY_TYPE_PICK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_PICKED] = g_signal_new ("picked", TY_TYPE_PICK_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/widgets/ty-pick-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPickRow, button);
  gtk_widget_class_bind_template_child (widget_class, TyPickRow, popover);
  gtk_widget_class_bind_template_child (widget_class, TyPickRow, value_label);
  gtk_widget_class_bind_template_child (widget_class, TyPickRow, search);
  gtk_widget_class_bind_template_child (widget_class, TyPickRow, list);
  gtk_widget_class_bind_template_child (widget_class, TyPickRow, box);
  gtk_widget_class_bind_template_child (widget_class, TyPickRow, scroller);
  gtk_widget_class_bind_template_callback (widget_class, popover_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

/* A screen reader hears the button, which carries the name of the row. */
static void
title_cb (TyPickRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                                  -1);
}

static void
ty_pick_row_init (TyPickRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_typed_init (&self->typed, "");
  gtk_list_box_set_filter_func (self->list, filter, self, NULL);
  gtk_list_box_set_sort_func (self->list, compare, self, NULL);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
  show_value (self);
}

/**
 * ty_pick_row_new:
 *
 * Returns: (transfer floating): a row without choices
 */
GtkWidget *
ty_pick_row_new (void)
{
  return g_object_new (TY_TYPE_PICK_ROW, NULL);
}

/**
 * ty_pick_row_set_asking:
 * @self: a row
 * @asking: whether the choices are found by somebody else, who follows the signal “asked”
 */
void
ty_pick_row_set_asking (TyPickRow *self,
                        gboolean   asking)
{
  g_return_if_fail (TY_IS_PICK_ROW (self));

  self->asking = asking;
}

/**
 * ty_pick_row_set_tree:
 * @self: a row
 * @tree: (transfer floating): a widget in which one is chosen, which calls ty_pick_row_pick()
 *
 * Shows it as long as nothing is typed, below the choices that are there then.
 */
void
ty_pick_row_set_tree (TyPickRow *self,
                      GtkWidget *tree)
{
  g_return_if_fail (TY_IS_PICK_ROW (self) && self->tree == NULL);

  self->tree = tree;
  gtk_box_append (self->box, tree);
}

/**
 * ty_pick_row_pick:
 * @self: a row
 * @key: (nullable): of what the user picked
 * @label: (nullable): its name
 *
 * Shows a choice as the user’s, and closes what can be chosen.
 */
void
ty_pick_row_pick (TyPickRow  *self,
                  const char *key,
                  const char *label)
{
  g_return_if_fail (TY_IS_PICK_ROW (self));

  gtk_menu_button_popdown (self->button);
  ty_pick_row_set_value (self, key, label);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0);
}

/**
 * ty_pick_row_clear_choices:
 * @self: a row
 *
 * Takes all choices out. What is chosen stays.
 */
void
ty_pick_row_clear_choices (TyPickRow *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (TY_IS_PICK_ROW (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  show_tree (self);
}

static GtkWidget *
make_content (const char *label,
              const char *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, label);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  if (note != NULL && *note != '\0')
    {
      GtkWidget *aside = gtk_label_new (note);

      gtk_label_set_ellipsize (GTK_LABEL (aside), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (aside, "dim-label");
      gtk_widget_add_css_class (aside, "caption");
      gtk_box_append (GTK_BOX (box), aside);
    }
  return box;
}

/**
 * ty_pick_row_add_choice:
 * @self: a row
 * @key: (nullable): what it stands for; %NULL for the choice of nothing
 * @label: its name
 * @note: (nullable): what tells it from others of the name
 *
 * Adds a choice behind the others.
 */
void
ty_pick_row_add_choice (TyPickRow  *self,
                        const char *key,
                        const char *label,
                        const char *note)
{
  GtkWidget *row = gtk_list_box_row_new ();
  guint place = 0;

  g_return_if_fail (TY_IS_PICK_ROW (self));

  while (gtk_list_box_get_row_at_index (self->list, (int) place) != NULL)
    place++;
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_content (label, note));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "ty-choice", choice_new (key, label), choice_free);
  g_object_set_data (G_OBJECT (row), "ty-place", GUINT_TO_POINTER (place));
  gtk_list_box_append (self->list, row);
  show_tree (self);
  if (self->choosing)
    {
      self->choosing = FALSE;
      pick (self, GTK_LIST_BOX_ROW (row));
    }
}

/**
 * ty_pick_row_set_value:
 * @self: a row
 * @key: (nullable): of what is chosen
 * @label: (nullable): its name
 *
 * Shows a choice, which need not be among those that are offered at the moment.
 */
void
ty_pick_row_set_value (TyPickRow  *self,
                       const char *key,
                       const char *label)
{
  g_return_if_fail (TY_IS_PICK_ROW (self));

  g_free (self->key);
  self->key = g_strdup (key);
  g_free (self->label);
  self->label = g_strdup (label);
  show_value (self);
}

/**
 * ty_pick_row_get_value:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the key of what is chosen
 */
const char *
ty_pick_row_get_value (TyPickRow *self)
{
  g_return_val_if_fail (TY_IS_PICK_ROW (self), NULL);

  return self->key;
}

/**
 * ty_pick_row_get_label:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the name of what is chosen
 */
const char *
ty_pick_row_get_label (TyPickRow *self)
{
  g_return_val_if_fail (TY_IS_PICK_ROW (self), NULL);

  return self->label;
}
