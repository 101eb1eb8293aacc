/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-facet-bar"

#include "config.h"

#include "ty-facet-bar.h"

#include "ty-custom-field.h"
#include "ty-wrap-box.h"

#include <glib/gi18n-lib.h>

/**
 * TyFacetBar:
 *
 * The dimensions by which a roster is narrowed: some that are always there, and any other that was
 * added. Who is shown has one of the chosen values of each.
 */
struct _TyFacetBar
{
  GtkBox parent_instance;

  /* Template */
  TyWrapBox *chips_box;
  GtkMenuButton *add_button;

  char **fixed;      /* (owned) (nullable): keys of the dimensions that are always there */
  GPtrArray *own;    /* (owned) (nullable) (element-type utf8): those of the fields of the county */
  gboolean clearing;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyFacetBar, ty_facet_bar, GTK_TYPE_BOX)

static gboolean
is_fixed (TyFacetBar        *self,
          const TyDimension *dimension)
{
  return self->fixed != NULL
         && g_strv_contains ((const char * const *) self->fixed, dimension->key);
}

/* The button that adds one stands behind them, and wraps with them. */
static TyFacetChip *
as_chip (GtkWidget *child)
{
  return TY_IS_FACET_CHIP (child) ? TY_FACET_CHIP (child) : NULL;
}

static TyFacetChip *
first_chip (TyFacetBar *self)
{
  return as_chip (gtk_widget_get_first_child (GTK_WIDGET (self->chips_box)));
}

static TyFacetChip *
next_chip (TyFacetChip *chip)
{
  return as_chip (gtk_widget_get_next_sibling (GTK_WIDGET (chip)));
}

static guint
count_active (TyFacetBar *self)
{
  guint n = 0;

  for (TyFacetChip *chip = first_chip (self); chip != NULL; chip = next_chip (chip))
    n += ty_facet_chip_is_active (chip);
  return n;
}

static void
append_to_menu (TyFacetBar        *self,
                GMenu             *menu,
                const TyDimension *dimension)
{
  g_autofree char *label = ty_dimension_dup_label (dimension);
  g_autoptr(GMenuItem) item = NULL;

  if (ty_facet_bar_find (self, dimension) != NULL)
    return;

  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "facets.add", "s", dimension->key);
  g_menu_append_item (menu, item);
}

/* Those that are not there yet. It is made when it is opened: a menu costs some milliseconds, and the
 * first frame waits for none. */
static void
make_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  TyFacetBar *self = TY_FACET_BAR (user_data);
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < ty_dimension_get_n (); i++)
    append_to_menu (self, menu, ty_dimension_get (i));
  for (guint i = 0; self->own != NULL && i < self->own->len; i++)
    append_to_menu (self, menu, ty_dimension_find (g_ptr_array_index (self->own, i)));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static gboolean
remove_cb (gpointer user_data)
{
  TyFacetChip *chip = user_data;
  GtkWidget *bar = gtk_widget_get_ancestor (GTK_WIDGET (chip), TY_TYPE_FACET_BAR);

  if (bar != NULL && !ty_facet_chip_is_active (chip) && !ty_facet_chip_is_open (chip))
    gtk_widget_unparent (GTK_WIDGET (chip));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (TyFacetBar  *self,
            TyFacetChip *chip)
{
  /* Not while it tells so itself. */
  if (!ty_facet_chip_is_active (chip) && !is_fixed (self, ty_facet_chip_get_dimension (chip)))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_cb, g_object_ref (chip), g_object_unref);
  if (!self->clearing)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
opened_cb (TyFacetBar  *self,
           TyFacetChip *chip)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, chip);
}

static TyFacetChip *
add_chip (TyFacetBar        *self,
          const TyDimension *dimension)
{
  TyFacetChip *chip = TY_FACET_CHIP (ty_facet_chip_new (dimension));

  g_signal_connect_object (chip, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chip, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (GTK_WIDGET (chip), GTK_WIDGET (self->chips_box), GTK_WIDGET (self->add_button));
  return chip;
}

static gboolean
open_cb (gpointer user_data)
{
  ty_facet_chip_open (TY_FACET_CHIP (user_data));
  return G_SOURCE_REMOVE;
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TyFacetBar *self = TY_FACET_BAR (widget);
  const TyDimension *dimension = ty_dimension_find (g_variant_get_string (parameter, NULL));
  TyFacetChip *chip;

  if (dimension == NULL || ty_facet_bar_find (self, dimension) != NULL)
    return;

  /* Nothing opens at what is folded away. */
  chip = add_chip (self, dimension);
  gtk_widget_add_css_class (GTK_WIDGET (chip), "ty-stays");
  /* The menu that was clicked closes first and takes the focus back. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, open_cb, g_object_ref (chip), g_object_unref);
}

static void
ty_facet_bar_finalize (GObject *object)
{
  g_strfreev (TY_FACET_BAR (object)->fixed);
  g_clear_pointer (&TY_FACET_BAR (object)->own, g_ptr_array_unref);

  G_OBJECT_CLASS (ty_facet_bar_parent_class)->finalize (object);
}

static void
ty_facet_bar_class_init (TyFacetBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ty_facet_bar_finalize;

  /**
   * TyFacetBar::changed:
   * @self: the bar
   *
   * Something else was chosen.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TY_TYPE_FACET_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TyFacetBar::opened:
   * @self: the bar
   * @chip: whose values should be counted
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", TY_TYPE_FACET_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, TY_TYPE_FACET_CHIP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-facet-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TyFacetBar, chips_box);
  gtk_widget_class_bind_template_child (widget_class, TyFacetBar, add_button);
  gtk_widget_class_install_action (widget_class, "facets.add", "s", add_action);
}

static void
ty_facet_bar_init (TyFacetBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->add_button, make_menu, self, NULL);
}

/**
 * ty_facet_bar_set_dimensions:
 * @self: a bar
 * @keys: (array zero-terminated=1): words of the dimensions that are always there
 */
void
ty_facet_bar_set_dimensions (TyFacetBar         *self,
                             const char * const *keys)
{
  g_return_if_fail (TY_IS_FACET_BAR (self));

  g_strfreev (self->fixed);
  self->fixed = g_strdupv ((char **) keys);
  while (first_chip (self) != NULL)
    gtk_widget_unparent (GTK_WIDGET (first_chip (self)));
  for (guint i = 0; keys[i] != NULL; i++)
    add_chip (self, ty_dimension_find (keys[i]));
}

/**
 * ty_facet_bar_set_own:
 * @self: a bar
 * @fields: (element-type TyCustomField): the fields of the county
 *
 * Offers them beside the dimensions of the program.
 */
void
ty_facet_bar_set_own (TyFacetBar *self,
                      GPtrArray  *fields)
{
  g_return_if_fail (TY_IS_FACET_BAR (self));

  g_clear_pointer (&self->own, g_ptr_array_unref);
  self->own = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < fields->len; i++)
    g_ptr_array_add (self->own, ty_custom_field_dup_word (g_ptr_array_index (fields, i)));
}

/**
 * ty_facet_bar_fill_query:
 * @self: a bar
 * @query: (inout): gets what was chosen, which stays that of the bar
 */
void
ty_facet_bar_fill_query (TyFacetBar    *self,
                         TyRosterQuery *query)
{
  g_return_if_fail (TY_IS_FACET_BAR (self));

  query->n_filters = 0;
  for (TyFacetChip *chip = first_chip (self); chip != NULL; chip = next_chip (chip))
    if (ty_facet_chip_is_active (chip) && query->n_filters < TY_ROSTER_FILTERS)
      query->filters[query->n_filters++] = (TyRosterFilter) {
        ty_facet_chip_get_dimension (chip), ty_facet_chip_get_values (chip),
      };
}

/**
 * ty_facet_bar_is_active:
 * @self: a bar
 *
 * Returns: whether something was chosen
 */
gboolean
ty_facet_bar_is_active (TyFacetBar *self)
{
  g_return_val_if_fail (TY_IS_FACET_BAR (self), FALSE);

  return count_active (self) > 0;
}

/**
 * ty_facet_bar_clear:
 * @self: a bar
 *
 * Takes away all that was chosen. Nothing is told: who clears it asks anew.
 */
void
ty_facet_bar_clear (TyFacetBar *self)
{
  g_return_if_fail (TY_IS_FACET_BAR (self));

  self->clearing = TRUE;
  for (TyFacetChip *chip = first_chip (self); chip != NULL; chip = next_chip (chip))
    ty_facet_chip_clear (chip);
  self->clearing = FALSE;
}

/**
 * ty_facet_bar_choose:
 * @self: a bar
 * @dimension: by what
 * @key: key of a value
 * @label: its name
 *
 * Chooses one value of a dimension, whose chip comes where it was not.
 */
void
ty_facet_bar_choose (TyFacetBar        *self,
                     const TyDimension *dimension,
                     const char        *key,
                     const char        *label)
{
  TyFacetChip *chip;

  g_return_if_fail (TY_IS_FACET_BAR (self));

  chip = ty_facet_bar_find (self, dimension);
  ty_facet_chip_choose (chip != NULL ? chip : add_chip (self, dimension), key, label);
}

/**
 * ty_facet_bar_restore:
 * @self: a bar that was cleared
 * @dimension: by what
 * @values: what ty_facet_chip_save() had returned
 *
 * Chooses values of a dimension, whose chip comes where it was not. Nothing is told: who restores it asks
 * anew.
 */
void
ty_facet_bar_restore (TyFacetBar        *self,
                      const TyDimension *dimension,
                      GVariant          *values)
{
  TyFacetChip *chip;

  g_return_if_fail (TY_IS_FACET_BAR (self));
  g_return_if_fail (dimension != NULL);

  chip = ty_facet_bar_find (self, dimension);
  self->clearing = TRUE;
  ty_facet_chip_restore (chip != NULL ? chip : add_chip (self, dimension), values);
  self->clearing = FALSE;
}

/**
 * ty_facet_bar_set_count:
 * @self: a bar
 * @count: how many people have all that was chosen, or -1 while that is not known
 */
void
ty_facet_bar_set_count (TyFacetBar *self,
                        int         count)
{
  g_return_if_fail (TY_IS_FACET_BAR (self));

  for (TyFacetChip *chip = first_chip (self); chip != NULL; chip = next_chip (chip))
    ty_facet_chip_set_count (chip, count);
}

/**
 * ty_facet_bar_get_open:
 * @self: a bar
 *
 * Returns: (transfer none) (nullable): the chip whose values are looked at
 */
TyFacetChip *
ty_facet_bar_get_open (TyFacetBar *self)
{
  g_return_val_if_fail (TY_IS_FACET_BAR (self), NULL);

  for (TyFacetChip *chip = first_chip (self); chip != NULL; chip = next_chip (chip))
    if (ty_facet_chip_is_open (chip))
      return chip;

  return NULL;
}

/**
 * ty_facet_bar_find:
 * @self: a bar
 * @dimension: a dimension
 *
 * Returns: (transfer none) (nullable): its chip
 */
TyFacetChip *
ty_facet_bar_find (TyFacetBar        *self,
                   const TyDimension *dimension)
{
  g_return_val_if_fail (TY_IS_FACET_BAR (self), NULL);

  for (TyFacetChip *chip = first_chip (self); chip != NULL; chip = next_chip (chip))
    if (ty_facet_chip_get_dimension (chip) == dimension)
      return chip;

  return NULL;
}

/**
 * ty_facet_bar_describe:
 * @self: a bar
 * @texts: (element-type utf8): gets a text for each dimension of which something was chosen
 */
void
ty_facet_bar_describe (TyFacetBar *self,
                       GPtrArray  *texts)
{
  g_return_if_fail (TY_IS_FACET_BAR (self));

  for (TyFacetChip *chip = first_chip (self); chip != NULL; chip = next_chip (chip))
    if (ty_facet_chip_is_active (chip))
      g_ptr_array_add (texts, ty_facet_chip_describe (chip));
}
