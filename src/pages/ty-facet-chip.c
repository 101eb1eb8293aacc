/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-facet-chip"

#include "config.h"

#include "ty-facet-chip.h"

#include "ty-text.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_SHOWN_MAX 200 /* values in the list; more are found by typing */
#define N_SEARCHED 12   /* from so many on there is an entry to type into */
#define N_NAMED 2       /* chosen values that the chip names itself */

/**
 * TyFacetChip:
 *
 * A dimension by which a roster is narrowed: a button that opens its values with their counts. Of
 * several values a person must have one. What is chosen stands in the chip, with a cross that takes
 * it away.
 */
struct _TyFacetChip
{
  GtkBox parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkLabel *title_label;
  GtkLabel *count_label;
  GtkImage *arrow;
  GtkButton *cross;
  GtkPopover *popover;
  GtkSearchEntry *search;
  GtkBox *values_box;
  GtkLabel *more_label;
  GtkStack *stack;
  GtkButton *clear_button;

  /* Owned */
  GPtrArray *keys;   /* of the chosen values, with a NULL behind the last */
  GPtrArray *labels; /* (element-type utf8): their names */
  char **all_keys;   /* (nullable): those of the facet */
  char **all_labels; /* (nullable) */
  guint *all_counts; /* (nullable) */

  const TyDimension *dimension;
  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyFacetChip, ty_facet_chip, GTK_TYPE_BOX)

static guint
get_n_chosen (TyFacetChip *self)
{
  return self->keys->len - 1;
}

static gboolean
is_chosen (TyFacetChip *self,
           const char  *key,
           guint       *place)
{
  for (guint i = 0; i < get_n_chosen (self); i++)
    if (strcmp (g_ptr_array_index (self->keys, i), key) == 0)
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

static void
set_chosen (TyFacetChip *self,
            const char  *key,
            const char  *label,
            gboolean     chosen)
{
  guint place;

  if (is_chosen (self, key, &place) == chosen)
    return;
  if (chosen)
    {
      g_ptr_array_insert (self->keys, (int) get_n_chosen (self), g_strdup (key));
      g_ptr_array_add (self->labels, g_strdup (label));
      return;
    }
  g_ptr_array_remove_index (self->keys, place);
  g_ptr_array_remove_index (self->labels, place);
}

/* The names of the chosen values; many are counted. */
static char *
name_chosen (TyFacetChip *self,
             guint        n_named)
{
  GString *names = g_string_new ("");
  guint n = get_n_chosen (self);

  for (guint i = 0; i < n && i < n_named; i++)
    {
      if (i > 0)
        g_string_append (names, ty_words_get_separator ());
      g_string_append (names, g_ptr_array_index (self->labels, i));
    }
  if (n > n_named)
    /* Translators: behind the names of some values, how many more were chosen: 云岭镇、柏川镇 +3 */
    g_string_append_printf (names, _(" +%u"), n - n_named);
  return g_string_free (names, FALSE);
}

static char *
make_title (TyFacetChip *self,
            guint        n_named)
{
  g_autofree char *dimension = ty_dimension_dup_label (self->dimension);
  g_autofree char *names = NULL;

  if (get_n_chosen (self) == 0)
    return g_steal_pointer (&dimension);

  names = name_chosen (self, n_named);
  /* Translators: a dimension and what was chosen of it: Township: 云岭镇 */
  return g_strdup_printf (_("%s: %s"), dimension, names);
}

static void
update (TyFacetChip *self)
{
  gboolean active = get_n_chosen (self) > 0;
  g_autofree char *title = make_title (self, N_NAMED);
  g_autofree char *whole = make_title (self, G_MAXUINT);
  /* Translators: for assistive technologies: takes away what was chosen of a dimension. */
  g_autofree char *removal = g_strdup_printf (_("Remove the filter %s"), whole);

  gtk_label_set_label (self->title_label, title);
  /* Where there is no room for all, chips are scrolled to and not cut. */
  gtk_label_set_width_chars (self->title_label,
                             MIN ((int) g_utf8_strlen (title, -1) + 2,
                                  gtk_label_get_max_width_chars (self->title_label)));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), active ? whole : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), active);
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), !active);
  gtk_widget_set_visible (GTK_WIDGET (self->cross), active);
  gtk_widget_set_sensitive (GTK_WIDGET (self->clear_button), active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  whole, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cross), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  removal, -1);
  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (self), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "active");
}

static void
value_toggled_cb (TyFacetChip    *self,
                  GtkCheckButton *check)
{
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "ty-value"));

  if (self->filling)
    return;
  set_chosen (self, self->all_keys[number], self->all_labels[number],
              gtk_check_button_get_active (check));
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
make_value (TyFacetChip *self,
            guint        number)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *count = ty_text_format_count (self->all_counts[number]);
  GtkWidget *name = gtk_label_new (self->all_labels[number]);
  GtkWidget *figure = gtk_label_new (count);
  /* Translators: for assistive technologies: a value and how many people have it. */
  g_autofree char *spoken = g_strdup_printf (_("%s, %s"), self->all_labels[number], count);
  guint place;

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (figure, "dim-label");
  gtk_widget_add_css_class (figure, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  g_object_set_data (G_OBJECT (check), "ty-value", GUINT_TO_POINTER (number));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               is_chosen (self, self->all_keys[number], &place));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (value_toggled_cb), self, G_CONNECT_SWAPPED);
  return check;
}

/* What was chosen is shown in any case: it can be taken away here. */
static gboolean
is_shown (TyFacetChip *self,
          guint        number,
          const char  *text)
{
  guint place;

  if (is_chosen (self, self->all_keys[number], &place))
    return TRUE;
  if (self->all_counts[number] == 0)
    return FALSE;

  return *text == '\0' || strstr (self->all_labels[number], text) != NULL;
}

static void
fill_values (TyFacetChip *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint n_shown = 0;
  guint n_left = 0;
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->values_box))) != NULL)
    gtk_box_remove (self->values_box, child);
  for (guint i = 0; self->all_keys != NULL && self->all_keys[i] != NULL; i++)
    {
      if (!is_shown (self, i, text))
        continue;
      if (n_shown++ < N_SHOWN_MAX)
        gtk_box_append (self->values_box, make_value (self, i));
      else
        n_left++;
    }
  if (n_left > 0)
    {
      g_autofree char *count = ty_text_format_count (n_left);
      g_autofree char *more = g_strdup_printf (_("%s more: type to find them"), count);

      gtk_label_set_label (self->more_label, more);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), n_left > 0);
  gtk_stack_set_visible_child_name (self->stack, n_shown > 0 ? "values" : "nothing");
  self->filling = FALSE;
}

static void
search_changed_cb (TyFacetChip    *self,
                   GtkSearchEntry *search)
{
  if (self->all_keys != NULL)
    fill_values (self);
}

static void
stop_search_cb (TyFacetChip    *self,
                GtkSearchEntry *search)
{
  gtk_popover_popdown (self->popover);
}

static void
shown_cb (TyFacetChip *self,
          GtkPopover  *popover)
{
  if (self->all_keys == NULL)
    gtk_stack_set_visible_child_name (self->stack, "wait");
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
forget_facet (TyFacetChip *self)
{
  g_clear_pointer (&self->all_keys, g_strfreev);
  g_clear_pointer (&self->all_labels, g_strfreev);
  g_clear_pointer (&self->all_counts, g_free);
}

static void
closed_cb (TyFacetChip *self,
           GtkPopover  *popover)
{
  forget_facet (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "ty-stays");
}

static void
clear_cb (TyFacetChip *self,
          GtkButton   *button)
{
  ty_facet_chip_clear (self);
  if (self->all_keys != NULL)
    fill_values (self);
}

static void
ty_facet_chip_finalize (GObject *object)
{
  TyFacetChip *self = TY_FACET_CHIP (object);

  forget_facet (self);
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->labels);

  G_OBJECT_CLASS (ty_facet_chip_parent_class)->finalize (object);
}

static void
ty_facet_chip_class_init (TyFacetChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ty_facet_chip_finalize;

  /**
   * TyFacetChip::changed:
   * @self: the chip
   *
   * Something else was chosen.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TY_TYPE_FACET_CHIP, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TyFacetChip::opened:
   * @self: the chip
   *
   * Its values are looked at: ty_facet_chip_set_facet() is waited for.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", TY_TYPE_FACET_CHIP, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-facet-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, TyFacetChip, button);
  gtk_widget_class_bind_template_child (widget_class, TyFacetChip, title_label);
  gtk_widget_class_bind_template_child (widget_class, TyFacetChip, count_label);
  gtk_widget_class_bind_template_child (widget_class, TyFacetChip, arrow);
  gtk_widget_class_bind_template_child (widget_class, TyFacetChip, cross);
  gtk_widget_class_bind_template_child (widget_class, TyFacetChip, popover);
  gtk_widget_class_bind_template_child (widget_class, TyFacetChip, search);
  gtk_widget_class_bind_template_child (widget_class, TyFacetChip, values_box);
  gtk_widget_class_bind_template_child (widget_class, TyFacetChip, more_label);
  gtk_widget_class_bind_template_child (widget_class, TyFacetChip, stack);
  gtk_widget_class_bind_template_child (widget_class, TyFacetChip, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
ty_facet_chip_init (TyFacetChip *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->keys, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_facet_chip_new:
 * @dimension: by what
 *
 * Returns: (transfer floating): a chip of which nothing was chosen
 */
GtkWidget *
ty_facet_chip_new (const TyDimension *dimension)
{
  TyFacetChip *self = g_object_new (TY_TYPE_FACET_CHIP, NULL);

  self->dimension = dimension;
  update (self);
  return GTK_WIDGET (self);
}

/**
 * ty_facet_chip_get_dimension:
 * @self: a chip
 *
 * Returns: (transfer none): by what it narrows
 */
const TyDimension *
ty_facet_chip_get_dimension (TyFacetChip *self)
{
  g_return_val_if_fail (TY_IS_FACET_CHIP (self), NULL);

  return self->dimension;
}

/**
 * ty_facet_chip_is_active:
 * @self: a chip
 *
 * Returns: whether something was chosen
 */
gboolean
ty_facet_chip_is_active (TyFacetChip *self)
{
  g_return_val_if_fail (TY_IS_FACET_CHIP (self), FALSE);

  return get_n_chosen (self) > 0;
}

/**
 * ty_facet_chip_is_open:
 * @self: a chip
 *
 * Returns: whether its values are looked at
 */
gboolean
ty_facet_chip_is_open (TyFacetChip *self)
{
  g_return_val_if_fail (TY_IS_FACET_CHIP (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

/**
 * ty_facet_chip_get_values:
 * @self: a chip
 *
 * Returns: (transfer none) (array zero-terminated=1): keys of what was chosen
 */
const char * const *
ty_facet_chip_get_values (TyFacetChip *self)
{
  g_return_val_if_fail (TY_IS_FACET_CHIP (self), NULL);

  return (const char * const *) self->keys->pdata;
}

/**
 * ty_facet_chip_describe:
 * @self: a chip
 *
 * Returns: (transfer full): the dimension with all that was chosen of it
 */
char *
ty_facet_chip_describe (TyFacetChip *self)
{
  g_return_val_if_fail (TY_IS_FACET_CHIP (self), NULL);

  return make_title (self, G_MAXUINT);
}

/**
 * ty_facet_chip_choose:
 * @self: a chip
 * @key: key of a value
 * @label: its name
 *
 * Chooses one value, and no other.
 */
void
ty_facet_chip_choose (TyFacetChip *self,
                      const char  *key,
                      const char  *label)
{
  g_return_if_fail (TY_IS_FACET_CHIP (self));

  while (get_n_chosen (self) > 0)
    {
      g_ptr_array_remove_index (self->keys, 0);
      g_ptr_array_remove_index (self->labels, 0);
    }
  set_chosen (self, key, label, TRUE);
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * ty_facet_chip_save:
 * @self: a chip
 *
 * Returns: (transfer floating): what was chosen, as `a(ss)` of keys and names
 */
GVariant *
ty_facet_chip_save (TyFacetChip *self)
{
  GVariantBuilder builder;

  g_return_val_if_fail (TY_IS_FACET_CHIP (self), NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < get_n_chosen (self); i++)
    g_variant_builder_add (&builder, "(ss)", g_ptr_array_index (self->keys, i),
                           g_ptr_array_index (self->labels, i));
  return g_variant_builder_end (&builder);
}

/**
 * ty_facet_chip_restore:
 * @self: a chip of which nothing is chosen
 * @values: what ty_facet_chip_save() had returned
 *
 * Chooses these values.
 */
void
ty_facet_chip_restore (TyFacetChip *self,
                       GVariant    *values)
{
  GVariantIter iter;
  const char *key, *label;

  g_return_if_fail (TY_IS_FACET_CHIP (self));

  g_variant_iter_init (&iter, values);
  while (g_variant_iter_next (&iter, "(&s&s)", &key, &label))
    set_chosen (self, key, label, TRUE);
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * ty_facet_chip_clear:
 * @self: a chip
 *
 * Takes away what was chosen.
 */
void
ty_facet_chip_clear (TyFacetChip *self)
{
  g_return_if_fail (TY_IS_FACET_CHIP (self));

  if (get_n_chosen (self) == 0)
    return;
  while (get_n_chosen (self) > 0)
    {
      g_ptr_array_remove_index (self->keys, 0);
      g_ptr_array_remove_index (self->labels, 0);
    }
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * ty_facet_chip_open:
 * @self: a chip
 *
 * Shows its values.
 */
void
ty_facet_chip_open (TyFacetChip *self)
{
  g_return_if_fail (TY_IS_FACET_CHIP (self));

  gtk_menu_button_popup (self->button);
}

/* There was nothing that could take the focus when the popover was opened. */
static gboolean
focus_cb (gpointer user_data)
{
  TyFacetChip *self = TY_FACET_CHIP (user_data);
  GtkWidget *value = gtk_widget_get_first_child (GTK_WIDGET (self->values_box));

  if (!ty_facet_chip_is_open (self))
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_visible (GTK_WIDGET (self->search)))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else if (value != NULL)
    gtk_widget_grab_focus (value);
  return G_SOURCE_REMOVE;
}

/* Whoever chooses several values finds the list as it was, with the focus in its place. */
static gboolean
is_same_facet (TyFacetChip   *self,
               const TyFacet *facet)
{
  if (self->all_keys == NULL
      || !g_strv_equal ((const char * const *) self->all_keys, (const char * const *) facet->keys))
    return FALSE;
  return memcmp (self->all_counts, facet->counts,
                 g_strv_length (facet->keys) * sizeof *facet->counts) == 0;
}

/**
 * ty_facet_chip_set_facet:
 * @self: a chip that is open
 * @facet: its values with their counts
 */
void
ty_facet_chip_set_facet (TyFacetChip   *self,
                         const TyFacet *facet)
{
  gboolean first;
  guint n;

  g_return_if_fail (TY_IS_FACET_CHIP (self));
  g_return_if_fail (facet->dimension == self->dimension);

  if (!ty_facet_chip_is_open (self) || is_same_facet (self, facet))
    return;

  first = self->all_keys == NULL;
  forget_facet (self);
  n = g_strv_length (facet->keys);
  self->all_keys = g_strdupv (facet->keys);
  self->all_labels = g_strdupv (facet->labels);
  self->all_counts = g_memdup2 (facet->counts, n * sizeof *facet->counts);
  gtk_widget_set_visible (GTK_WIDGET (self->search), n >= N_SEARCHED);
  fill_values (self);
  if (first)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_cb, g_object_ref (self), g_object_unref);
}

/**
 * ty_facet_chip_set_count:
 * @self: a chip
 * @count: how many people have what was chosen, or -1 while that is not known
 */
void
ty_facet_chip_set_count (TyFacetChip *self,
                         int          count)
{
  g_autofree char *text = count >= 0 ? ty_text_format_count ((guint) count) : g_strdup ("");

  g_return_if_fail (TY_IS_FACET_CHIP (self));

  gtk_label_set_label (self->count_label, text);
}
