/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-lists-page"

#include "config.h"

#include "ty-lists-page-private.h"

#include "ty-format.h"
#include "ty-people-page-list.h"
#include "ty-text.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>

#define MOST_MERGED 3 /* that are named */

enum
{
  SIGNAL_LISTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyListsPage, ty_lists_page, TY_TYPE_PAGE)

/**
 * ty_lists_page_find_entry:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the list that is shown
 */
const TyListEntry *
ty_lists_page_find_entry (TyListsPage *self)
{
  for (guint i = 0; self->lists != NULL && i < self->lists->len; i++)
    if (ty_list_entry_get_key (g_ptr_array_index (self->lists, i)) == self->current)
      return g_ptr_array_index (self->lists, i);

  return NULL;
}

static void
update_loading (TyListsPage *self)
{
  ty_page_set_loading (TY_PAGE (self), self->listing || ty_page_get_loading (TY_PAGE (self->people)));
}

/* Who was merged is told apart: the other one stands on the list. */
static char *
describe_merged (const TyListEntry *entry)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  if (entry->merged->len == 0)
    return NULL;
  for (guint i = 0; i < MIN (entry->merged->len, MOST_MERGED); i++)
    {
      const TyMergedMember *member = g_ptr_array_index (entry->merged, i);

      /* Translators: somebody whose record was merged into that of another: 李四（now 李思） */
      g_ptr_array_add (parts, g_strdup_printf (_("%s (now %s)"), member->name, member->other_name));
    }
  if (entry->merged->len > MOST_MERGED)
    g_ptr_array_add (parts, g_strdup ("…"));
  g_ptr_array_add (parts, NULL);
  all = g_strjoinv (ty_words_get_separator (), (char **) parts->pdata);
  return g_strdup_printf (ngettext ("%u record of this list was merged into another, which stands here: %s",
                                    "%u records of this list were merged into others, which stand here: %s",
                                    entry->merged->len),
                          entry->merged->len, all);
}

static char *
describe_count (const TyListEntry *entry)
{
  g_autofree char *people = ty_format_people (entry->n_people);
  g_autofree char *departed = ty_text_format_count (entry->n_departed);

  if (entry->n_departed == 0)
    return g_steal_pointer (&people);
  /* Translators: how many are on a list, and how many of them have departed */
  return g_strdup_printf (_("%s, %s departed"), people, departed);
}

static void
show_entry (TyListsPage       *self,
            const TyListEntry *entry)
{
  const char *note = ty_record_get_text (TY_RECORD (entry->list), TY_PERSON_LIST_NOTE);
  g_autofree char *count = describe_count (entry);
  g_autofree char *merged = describe_merged (entry);

  gtk_label_set_label (self->name_label, ty_list_entry_get_name (entry));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), ty_list_entry_get_name (entry));
  gtk_label_set_label (self->count_label, count);
  gtk_label_set_label (self->note_label, note);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->note_label), note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
  ty_problem_bar_set_message (self->merged_bar, merged);
  gtk_stack_set_visible_child_name (self->list_stack, entry->n_people > 0 ? "people" : "empty");
  ty_people_page_show_list (self->people, self->current, ty_list_entry_get_name (entry));
  ty_lists_page_update_actions (self);
}

static gint64
get_row_key (GtkListBoxRow *row)
{
  return g_ascii_strtoll (gtk_widget_get_name (GTK_WIDGET (row)), NULL, 10);
}

static void
row_selected_cb (TyListsPage   *self,
                 GtkListBoxRow *row,
                 GtkListBox    *box)
{
  const TyListEntry *entry;

  if (self->filling || row == NULL)
    return;

  self->current = get_row_key (row);
  self->wanted = 0;
  entry = ty_lists_page_find_entry (self);
  if (entry != NULL)
    show_entry (self, entry);
}

static void
add_row (TyListsPage       *self,
         const TyListEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (ty_list_entry_get_name (entry));
  g_autofree char *digits = ty_text_format_count (entry->n_people);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ty_list_entry_get_key (entry));
  GtkWidget *number = gtk_label_new (digits);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, ty_list_entry_get_name (entry));
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, key);
  gtk_list_box_append (self->list_box, row);
  if (ty_list_entry_get_key (entry) == self->current)
    gtk_list_box_select_row (self->list_box, GTK_LIST_BOX_ROW (row));
}

/* What was shown stays; else the one in its place, or the first. */
static void
choose_current (TyListsPage *self,
                guint        place)
{
  if (self->wanted != 0)
    {
      gint64 before = self->current;

      self->current = self->wanted;
      if (ty_lists_page_find_entry (self) != NULL)
        self->wanted = 0;
      else
        self->current = before;
    }
  if (ty_lists_page_find_entry (self) != NULL)
    return;

  self->current = self->lists->len > 0
                    ? ty_list_entry_get_key (g_ptr_array_index (self->lists,
                                                                MIN (place, self->lists->len - 1))) : 0;
}

static void
fill (TyListsPage *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list_box)) != NULL;
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list_box);
  int place = selected != NULL ? gtk_list_box_row_get_index (selected) : 0;
  GtkListBoxRow *row;

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  choose_current (self, (guint) MAX (place, 0));
  for (guint i = 0; i < self->lists->len; i++)
    add_row (self, g_ptr_array_index (self->lists, i));
  self->filling = FALSE;

  selected = gtk_list_box_get_selected_row (self->list_box);
  if (had_focus && selected != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (selected));
}

static void
take_lists (TyListsPage *self,
            GPtrArray   *lists)
{
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  self->lists = lists;
  ty_page_set_count (TY_PAGE (self), lists->len > 0 ? (int) lists->len : -1, TY_PAGE_BADGE_COUNT);
  fill (self);
  gtk_stack_set_visible_child_name (self->stack, lists->len > 0 ? "lists" : "none");
  if (ty_lists_page_find_entry (self) != NULL)
    show_entry (self, ty_lists_page_find_entry (self));
  else
    ty_people_page_show_list (self->people, 0, NULL);
  ty_lists_page_update_actions (self);
  g_signal_emit (self, signals[SIGNAL_LISTED], 0);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *lists = ty_office_list_lists_finish (TY_OFFICE (source), result, &error);
  TyListsPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_LISTS_PAGE (user_data);
  self->listing = FALSE;
  update_loading (self);
  if (lists != NULL)
    take_lists (self, lists);
  else
    ty_page_tell_problem (TY_PAGE (self), error);
}

static void
ty_lists_page_refresh (TyPage *page)
{
  TyListsPage *self = TY_LISTS_PAGE (page);
  GCancellable *cancellable = ty_page_begin (page);

  self->listing = TRUE;
  ty_office_list_lists_async (ty_page_get_office (page), cancellable, listed_cb, self);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *lists = ty_office_list_lists_finish (TY_OFFICE (source), result, &error);

  if (lists != NULL)
    take_lists (TY_LISTS_PAGE (user_data), lists);
}

/* A page that is seen has been told the same by its refresh. */
static void
ty_lists_page_count (TyPage       *page,
                     GCancellable *cancellable)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (page)))
    ty_office_list_lists_async (ty_page_get_office (page), cancellable, counted_cb, page);
}

static void
ty_lists_page_find (TyPage *page)
{
  ty_page_find (TY_PAGE (TY_LISTS_PAGE (page)->people));
}

static void
problem_cb (TyListsPage *self,
            const char  *text,
            TyPage      *people)
{
  g_signal_emit_by_name (self, "problem", text);
}

static void
done_cb (TyListsPage *self,
         const char  *text,
         TyPage      *people)
{
  ty_page_tell_done (TY_PAGE (self), text);
}

static void
told_cb (TyListsPage *self,
         const char  *text,
         TyPage      *people)
{
  ty_page_tell (TY_PAGE (self), text);
}

static void
ty_lists_page_dispose (GObject *object)
{
  TyListsPage *self = TY_LISTS_PAGE (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->lists, g_ptr_array_unref);

  G_OBJECT_CLASS (ty_lists_page_parent_class)->dispose (object);
}

static void
ty_lists_page_class_init (TyListsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_lists_page_dispose;
  TY_PAGE_CLASS (klass)->refresh = ty_lists_page_refresh;
  TY_PAGE_CLASS (klass)->find = ty_lists_page_find;
  TY_PAGE_CLASS (klass)->count = ty_lists_page_count;

  signals[SIGNAL_LISTED] = g_signal_new ("listed", TY_TYPE_LISTS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-lists-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TyListsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TyListsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TyListsPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, TyListsPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, TyListsPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, TyListsPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, TyListsPage, merged_bar);
  gtk_widget_class_bind_template_child (widget_class, TyListsPage, people);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);

  ty_lists_page_install_actions (widget_class);
}

static void
ty_lists_page_init (TyListsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  ty_people_page_make_of_list (self->people);
  g_signal_connect_object (self->people, "notify::loading", G_CALLBACK (update_loading), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ty_people_page_get_selection (self->people), "changed",
                           G_CALLBACK (ty_lists_page_update_actions), self, G_CONNECT_SWAPPED);
  ty_lists_page_add_controllers (self);
  ty_lists_page_update_actions (self);
}

/**
 * ty_lists_page_new:
 * @office: from which it reads
 *
 * Returns: (transfer floating): the page of the named lists
 */
GtkWidget *
ty_lists_page_new (TyOffice *office)
{
  return g_object_new (TY_TYPE_LISTS_PAGE,
                       "page-name", "lists",
                       "title", _("Lists"),
                       "icon-name", "ty-list-symbolic",
                       "group", C_("sidebar", "Cadres"),
                       "office", office,
                       NULL);
}

/**
 * ty_lists_page_get_lists:
 * @self: a page
 *
 * Returns: (transfer none) (nullable) (element-type TyListEntry): the lists, until others are read
 */
GPtrArray *
ty_lists_page_get_lists (TyListsPage *self)
{
  g_return_val_if_fail (TY_IS_LISTS_PAGE (self), NULL);

  return self->lists;
}

/**
 * ty_lists_page_get_current:
 * @self: a page
 *
 * Returns: key of the list that is shown, or 0
 */
gint64
ty_lists_page_get_current (TyListsPage *self)
{
  g_return_val_if_fail (TY_IS_LISTS_PAGE (self), 0);

  return self->current;
}

/**
 * ty_lists_page_show:
 * @self: a page
 * @list: key of a list, which may not have been read yet
 *
 * Shows the list as soon as it is there.
 */
void
ty_lists_page_show (TyListsPage *self,
                    gint64       list)
{
  g_return_if_fail (TY_IS_LISTS_PAGE (self));

  self->wanted = list;
  if (self->lists != NULL)
    take_lists (self, g_ptr_array_ref (self->lists));
}

/**
 * ty_lists_page_get_people:
 * @self: a page
 *
 * Returns: (transfer none): the roster of the list that is shown
 */
TyPeoplePage *
ty_lists_page_get_people (TyListsPage *self)
{
  g_return_val_if_fail (TY_IS_LISTS_PAGE (self), NULL);

  return self->people;
}
