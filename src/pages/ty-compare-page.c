/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-compare-page"

#include "config.h"

#include "ty-compare-page.h"

#include "ty-clipboard.h"
#include "ty-compare-cells.h"
#include "ty-format.h"
#include "ty-office-compare.h"
#include "ty-person-picker.h"
#include "ty-settings.h"
#include "ty-widget-action.h"
#include "ty-whole-words.h"

#include <glib/gi18n-lib.h>

/* The grids of the heads and of the facts have columns of one width, so that both stand below each other
 * whoever scrolls: some for the labels, and as many for each person as make the labels about as wide for few
 * people as for many. */
#define COLUMNS_OF_LABELS 4
#define COLUMNS_OF_ALL 36
#define WIDEST_PERSON 440 /* px */

/**
 * TyComparePage:
 *
 * Two to six people side by side, a fact in each line, on one screen that others can look at too: without
 * numbers, addresses and families.
 */
struct _TyComparePage
{
  TyPage parent_instance;

  /* Template */
  GtkStack *stack;
  GtkLabel *count_label;
  GtkMenuButton *add_button;
  TyPersonPicker *picker;
  GtkToggleButton *differences_button;
  AdwClamp *head_clamp;
  AdwClamp *clamp;
  GtkGrid *head_grid;
  GtkGrid *grid;

  /* Owned */
  GArray *people;   /* (element-type gint64): who is to be shown */
  GPtrArray *files; /* (nullable) (element-type TyPersonFile): who is */
};

G_DEFINE_FINAL_TYPE (TyComparePage, ty_compare_page, TY_TYPE_PAGE)

static void
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static TyDate
get_as_of (TyComparePage *self)
{
  return ty_office_get_as_of (ty_page_get_office (TY_PAGE (self)));
}

static int
get_columns (TyComparePage *self)
{
  return MAX (1, COLUMNS_OF_ALL / (int) self->files->len);
}

static void
attach (TyComparePage *self,
        GtkGrid       *grid,
        GtkWidget     *widget,
        guint          person,
        guint          line)
{
  int columns = get_columns (self);

  gtk_grid_attach (grid, widget, COLUMNS_OF_LABELS + (int) person * columns, (int) line, columns, 1);
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  ty_whole_words_keep (GTK_LABEL (label));
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "ty-compare-cell");
  gtk_widget_add_css_class (label, "ty-dense");
  return label;
}

/* Where differences stand out, what all have in common stands back. */
static void
fill_line (TyComparePage *self,
           TyCompareFact  fact,
           gboolean       emphasized)
{
  gboolean differs;
  guint odd = ty_compare_fact_find_odd (fact, self->files, get_as_of (self), &differs);

  gtk_grid_attach (self->grid, make_heading (ty_compare_fact_get_label (fact)), 0, (int) fact,
                   COLUMNS_OF_LABELS, 1);
  for (guint i = 0; i < self->files->len; i++)
    {
      GtkWidget *cell = ty_compare_cell_new (fact, g_ptr_array_index (self->files, i), get_as_of (self));

      if (emphasized && !differs && self->files->len > 1)
        gtk_widget_add_css_class (cell, "ty-same");
      if (emphasized && (odd & (1u << i)) != 0)
        gtk_widget_add_css_class (cell, "ty-odd");
      attach (self, self->grid, cell, i, fact);
    }
}

static void
fill (TyComparePage *self)
{
  gboolean emphasized = gtk_toggle_button_get_active (self->differences_button);
  int width;

  clear (self->head_grid);
  clear (self->grid);
  if (self->files == NULL || self->files->len == 0)
    return;

  width = WIDEST_PERSON * (int) self->files->len + WIDEST_PERSON * COLUMNS_OF_LABELS / get_columns (self);
  /* Both alike: what is tightened follows the least width, which heads and facts do not share. */
  g_object_set (self->head_clamp, "maximum-size", width, "tightening-threshold", width, NULL);
  g_object_set (self->clamp, "maximum-size", width, "tightening-threshold", width, NULL);
  gtk_grid_attach (self->head_grid, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), 0, 0,
                   COLUMNS_OF_LABELS, 1);
  for (guint i = 0; i < self->files->len; i++)
    attach (self, self->head_grid, ty_compare_head_new (g_ptr_array_index (self->files, i), i == 0,
                                                        i + 1 == self->files->len), i, 0);
  for (guint fact = 0; fact < TY_N_COMPARE_FACTS; fact++)
    fill_line (self, fact, emphasized);
}

static void
update (TyComparePage *self)
{
  guint n = self->people->len;
  g_autofree char *people = ty_format_people (n);

  gtk_label_set_label (self->count_label, n > 0 ? people : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), n < TY_COMPARE_MOST);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button),
                               n < TY_COMPARE_MOST ? NULL : _("Six people stand side by side at most"));
  ty_widget_action_enable (GTK_WIDGET (self), "compare.copy",
                           self->files != NULL && self->files->len > 0);
}

static gint64
get_person (TyPersonFile *file)
{
  return ty_record_get_integer (TY_RECORD (file->person), TY_PERSON_ID);
}

static void
take_files (TyComparePage *self,
            GPtrArray     *files)
{
  g_clear_pointer (&self->files, g_ptr_array_unref);
  self->files = files;
  g_array_set_size (self->people, 0);
  for (guint i = 0; i < files->len; i++)
    {
      gint64 person = get_person (g_ptr_array_index (files, i));

      g_array_append_val (self->people, person);
    }
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) files = ty_office_load_people_finish (TY_OFFICE (source), result, &error);
  TyComparePage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_COMPARE_PAGE (user_data);
  ty_page_set_loading (TY_PAGE (self), FALSE);
  if (files == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
        ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }

  take_files (self, g_steal_pointer (&files));
  fill (self);
  update (self);
  gtk_stack_set_visible_child_name (self->stack, self->files->len > 0 ? "people" : "empty");
}

static void
ty_compare_page_refresh (TyPage *page)
{
  TyComparePage *self = TY_COMPARE_PAGE (page);

  ty_office_load_people_async (ty_page_get_office (page), (const gint64 *) (gpointer) self->people->data,
                               self->people->len, ty_page_begin (page), loaded_cb, self);
}

static gboolean
find_person (TyComparePage *self,
             gint64         person,
             guint         *place)
{
  for (guint i = 0; i < self->people->len; i++)
    if (g_array_index (self->people, gint64, i) == person)
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

static void
picked_cb (TyComparePage  *self,
           gint64          person,
           TyPersonPicker *picker)
{
  guint place;

  gtk_menu_button_popdown (self->add_button);
  if (self->people->len >= TY_COMPARE_MOST || find_person (self, person, &place))
    return;

  g_array_append_val (self->people, person);
  update (self);
  ty_page_refresh (TY_PAGE (self));
}

static void
cancelled_cb (TyComparePage  *self,
              TyPersonPicker *picker)
{
  gtk_menu_button_popdown (self->add_button);
}

static void
popover_map_cb (TyComparePage *self,
                GtkPopover    *popover)
{
  ty_person_picker_set_office (self->picker, ty_page_get_office (TY_PAGE (self)));
  ty_person_picker_clear (self->picker);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

/* The name of somebody, to give it the focus. */
static GtkWidget *
find_name (TyComparePage *self,
           guint          place)
{
  GtkWidget *head = gtk_grid_get_child_at (self->head_grid,
                                           COLUMNS_OF_LABELS + (int) place * get_columns (self), 0);
  GtkWidget *side = head != NULL ? gtk_widget_get_last_child (head) : NULL;

  return side != NULL ? gtk_widget_get_first_child (side) : NULL;
}

/* Nothing is read anew, and the keys go on at the same person. */
static void
show_again (TyComparePage *self,
            guint          place)
{
  GtkWidget *name;

  fill (self);
  update (self);
  gtk_stack_set_visible_child_name (self->stack, self->files->len > 0 ? "people" : "empty");
  name = self->files->len > 0 ? find_name (self, MIN (place, self->files->len - 1)) : NULL;
  gtk_widget_grab_focus (name != NULL ? name : GTK_WIDGET (self->add_button));
}

static gboolean
is_shown (TyComparePage *self)
{
  return self->files != NULL && self->files->len == self->people->len;
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TyComparePage *self = TY_COMPARE_PAGE (widget);
  guint place;

  if (!is_shown (self) || !find_person (self, g_variant_get_int64 (parameter), &place))
    return;

  g_array_remove_index (self->people, place);
  g_ptr_array_remove_index (self->files, place);
  show_again (self, place);
}

static void
move_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyComparePage *self = TY_COMPARE_PAGE (widget);
  gint64 person;
  int step;
  guint place, other;

  g_variant_get (parameter, "(xi)", &person, &step);
  if (!is_shown (self) || !find_person (self, person, &place))
    return;
  other = (guint) ((int) place + step);
  if (other >= self->people->len)
    return;

  g_array_index (self->people, gint64, place) = g_array_index (self->people, gint64, other);
  g_array_index (self->people, gint64, other) = person;
  g_ptr_array_insert (self->files, (int) other, g_ptr_array_steal_index (self->files, place));
  show_again (self, other);
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyComparePage *self = TY_COMPARE_PAGE (widget);
  g_autofree char *text = ty_compare_facts_dup_text (self->files, get_as_of (self));
  g_autofree char *html = ty_compare_facts_dup_html (self->files, get_as_of (self));
  g_autofree char *people = ty_format_people (self->files->len);
  g_autofree char *said = g_strdup_printf (_("Copied %s as a table."), people);

  ty_clipboard_put_table (widget, text, html, FALSE);
  ty_page_tell (TY_PAGE (self), said);
}

static void
ty_compare_page_find (TyPage *page)
{
  TyComparePage *self = TY_COMPARE_PAGE (page);

  if (gtk_widget_get_sensitive (GTK_WIDGET (self->add_button)))
    gtk_menu_button_popup (self->add_button);
}

/* Another file has other people. */
static void
office_cb (TyComparePage *self)
{
  g_array_set_size (self->people, 0);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  fill (self);
  update (self);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
ty_compare_page_dispose (GObject *object)
{
  g_clear_pointer (&TY_COMPARE_PAGE (object)->files, g_ptr_array_unref);

  G_OBJECT_CLASS (ty_compare_page_parent_class)->dispose (object);
}

static void
ty_compare_page_finalize (GObject *object)
{
  g_clear_pointer (&TY_COMPARE_PAGE (object)->people, g_array_unref);

  G_OBJECT_CLASS (ty_compare_page_parent_class)->finalize (object);
}

static void
ty_compare_page_class_init (TyComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_compare_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ty_compare_page_finalize;
  TY_PAGE_CLASS (klass)->refresh = ty_compare_page_refresh;
  TY_PAGE_CLASS (klass)->find = ty_compare_page_find;

  g_type_ensure (TY_TYPE_PERSON_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TyComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TyComparePage, count_label);
  gtk_widget_class_bind_template_child (widget_class, TyComparePage, add_button);
  gtk_widget_class_bind_template_child (widget_class, TyComparePage, picker);
  gtk_widget_class_bind_template_child (widget_class, TyComparePage, differences_button);
  gtk_widget_class_bind_template_child (widget_class, TyComparePage, head_clamp);
  gtk_widget_class_bind_template_child (widget_class, TyComparePage, clamp);
  gtk_widget_class_bind_template_child (widget_class, TyComparePage, head_grid);
  gtk_widget_class_bind_template_child (widget_class, TyComparePage, grid);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_map_cb);

  gtk_widget_class_install_action (widget_class, "compare.remove", "x", remove_action);
  gtk_widget_class_install_action (widget_class, "compare.move", "(xi)", move_action);
  gtk_widget_class_install_action (widget_class, "compare.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "compare.copy", NULL);
}

static void
ty_compare_page_init (TyComparePage *self)
{
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (ty_settings_get (), "compare-differences", self->differences_button, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->differences_button, "notify::active", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::office", G_CALLBACK (office_cb), NULL);
  update (self);
}

/**
 * ty_compare_page_new:
 * @office: (nullable): from which it reads
 *
 * Returns: (transfer floating): a page that shows nobody yet
 */
GtkWidget *
ty_compare_page_new (TyOffice *office)
{
  return g_object_new (TY_TYPE_COMPARE_PAGE,
                       "page-name", "compare",
                       "title", _("Comparison"),
                       "icon-name", "ty-compare-symbolic",
                       "office", office,
                       NULL);
}

/**
 * ty_compare_page_show:
 * @self: a page
 * @people: (array length=n_people): keys of people
 * @n_people: their number; of more than %TY_COMPARE_MOST the first are shown
 *
 * Shows other people.
 */
void
ty_compare_page_show (TyComparePage *self,
                      const gint64  *people,
                      guint          n_people)
{
  g_return_if_fail (TY_IS_COMPARE_PAGE (self));

  g_array_set_size (self->people, 0);
  g_array_append_vals (self->people, people, MIN (n_people, TY_COMPARE_MOST));
  update (self);
  ty_page_refresh (TY_PAGE (self));
}

/**
 * ty_compare_page_list_people:
 * @self: a page
 *
 * Returns: (transfer full) (element-type gint64): who is shown, or about to be
 */
GArray *
ty_compare_page_list_people (TyComparePage *self)
{
  g_return_val_if_fail (TY_IS_COMPARE_PAGE (self), NULL);

  return g_array_copy (self->people);
}

/**
 * ty_compare_page_get_files:
 * @self: a page
 *
 * Returns: (transfer none) (nullable) (element-type TyPersonFile): who is shown
 */
GPtrArray *
ty_compare_page_get_files (TyComparePage *self)
{
  g_return_val_if_fail (TY_IS_COMPARE_PAGE (self), NULL);

  return self->files;
}
