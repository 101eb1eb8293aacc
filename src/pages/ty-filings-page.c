/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filings-page"

#include "config.h"

#include "ty-filings-page.h"

#include "ty-filings-columns.h"
#include "ty-office-filings.h"
#include "ty-office-posts.h"
#include "ty-row-places.h"
#include "ty-tab-stop.h"
#include "ty-text.h"
#include "ty-typed.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

/**
 * TyFilingsPage:
 *
 * The county filings (备案) of appointments and removals, with those that are missing. One number and one date
 * are entered for all that are selected.
 */
struct _TyFilingsPage
{
  TyPage parent_instance;

  /* Template */
  GtkStack *stack;
  GtkEditable *search;
  GtkToggleButton *open_button;
  GtkToggleButton *done_button;
  GtkToggleButton *all_button;
  GtkDropDown *township_drop;
  GtkLabel *count_label;
  GtkColumnView *view;
  GtkSelectionModel *selection;
  TyRowPlaces *places;
  GListStore *filings;
  GtkWidget *bar;
  GtkLabel *selected_label;
  GtkEditable *number_entry;
  GtkEditable *date_entry;
  GtkLabel *error_label;

  /* Owned */
  GPtrArray *all;      /* (nullable) (element-type TyFiling) */
  GArray *townships;   /* (element-type gint64): of the choices, 0 for all */

  gboolean reading;    /* whether it waits for the file */
  gboolean filling;    /* whether the choices of townships are being made */
};

G_DEFINE_FINAL_TYPE (TyFilingsPage, ty_filings_page, TY_TYPE_PAGE)

/* What is selected. */

static GPtrArray *
list_selected (TyFilingsPage *self)
{
  GPtrArray *selected = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);

  for (guint64 i = 0; i < gtk_bitset_get_size (chosen); i++)
    g_ptr_array_add (selected, g_list_model_get_item (G_LIST_MODEL (self->filings),
                                                      gtk_bitset_get_nth (chosen, (guint) i)));
  return selected;
}

static gboolean
is_writable (TyFilingsPage *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));

  return office != NULL && ty_office_is_open (office) && !ty_office_is_read_only (office);
}

static void
update_selection (TyFilingsPage *self)
{
  g_autoptr(GPtrArray) selected = list_selected (self);
  g_autofree char *count = ty_text_format_count (selected->len);
  g_autofree char *text = g_strdup_printf (ngettext ("%s selected", "%s selected", selected->len), count);
  gboolean any_filed = FALSE;

  for (guint i = 0; i < selected->len; i++)
    any_filed = any_filed || *ty_filing_get_text (g_ptr_array_index (selected, i), "number") != '\0';
  gtk_label_set_label (self->selected_label, text);
  gtk_widget_set_visible (self->bar, selected->len > 0);
  ty_widget_action_enable (GTK_WIDGET (self), "filings.enter", selected->len > 0 && is_writable (self));
  ty_widget_action_enable (GTK_WIDGET (self), "filings.take-out", any_filed && is_writable (self));
}

static void
selection_changed_cb (TyFilingsPage     *self,
                      guint              position,
                      guint              n_items,
                      GtkSelectionModel *model)
{
  update_selection (self);
}

/* What is listed. */

static gint64
get_township (TyFilingsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->township_drop);

  return selected < self->townships->len ? g_array_index (self->townships, gint64, selected) : 0;
}

static void
update_count (TyFilingsPage *self,
              guint          n,
              guint          n_open)
{
  g_autofree char *number = ty_text_format_count (n);
  g_autofree char *open = ty_text_format_count (n_open);
  g_autofree char *all = g_strdup_printf (ngettext ("%s filing", "%s filings", n), number);
  g_autofree char *text = n_open > 0
                            /* Translators: how many filings are listed, and how many of them are open */
                            ? g_strdup_printf (_("%1$s, %2$s open"), all, open)
                            : g_strdup (all);

  gtk_label_set_label (self->count_label, text);
}

/* What was selected is so still, wherever it stands now. */
static void
put_in_places (TyFilingsPage *self,
               GPtrArray     *shown)
{
  g_autoptr(GPtrArray) selected = list_selected (self);
  g_autoptr(GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr(GtkBitset) positions = gtk_bitset_new_empty ();
  g_autoptr(GtkBitset) all = gtk_bitset_new_range (0, shown->len);

  g_list_store_splice (self->filings, 0, g_list_model_get_n_items (G_LIST_MODEL (self->filings)), shown->pdata,
                       shown->len);
  if (selected->len == 0)
    return;

  ty_row_places_grow_up (self->places);
  for (guint i = 0; i < selected->len; i++)
    g_hash_table_add (known, g_ptr_array_index (selected, i));
  for (guint i = 0; i < shown->len; i++)
    if (g_hash_table_contains (known, g_ptr_array_index (shown, i)))
      gtk_bitset_add (positions, i);
  gtk_selection_model_set_selection (self->selection, positions, all);
  update_selection (self);
}

static void
list_filings (TyFilingsPage *self)
{
  g_auto(TyTyped) typed = { 0 };
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();
  gboolean open = gtk_toggle_button_get_active (self->open_button);
  gboolean done = gtk_toggle_button_get_active (self->done_button);
  gint64 township = get_township (self);
  guint n_open = 0;

  if (self->all == NULL)
    return;

  ty_typed_init (&typed, gtk_editable_get_text (self->search));
  for (guint i = 0; i < self->all->len; i++)
    {
      TyFiling *filing = g_ptr_array_index (self->all, i);

      if ((open && !ty_filing_is_open (filing)) || (done && ty_filing_is_open (filing))
          || (township != 0 && ty_filing_get_township (filing) != township)
          || (!ty_typed_is_empty (&typed) && !ty_filing_fits (filing, &typed)))
        continue;
      n_open += ty_filing_is_open (filing);
      g_ptr_array_add (shown, filing);
    }
  put_in_places (self, shown);
  update_count (self, shown->len, n_open);
  gtk_stack_set_visible_child_name (self->stack, self->all->len == 0 ? "empty"
                                                 : shown->len > 0 ? "list" : "nothing");
  ty_widget_action_enable (GTK_WIDGET (self), "filings.copy", shown->len > 0);
}

/* What is asked anew is answered from the beginning. */
static void
filter_cb (TyFilingsPage *self,
           GtkWidget     *widget)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
  ty_row_places_set_gentle (self->places, TRUE);
  list_filings (self);
}

static void
township_cb (TyFilingsPage *self,
             GParamSpec    *pspec,
             GtkDropDown   *drop)
{
  if (!self->filling)
    filter_cb (self, GTK_WIDGET (drop));
}

/* Whether these are the choices already: GTK makes the widgets of all that could be in sight, open or not. */
static gboolean
are_choices (TyFilingsPage *self,
             GArray        *townships,
             GListModel    *labels)
{
  GListModel *model = gtk_drop_down_get_model (self->township_drop);

  if (model == NULL || townships->len != self->townships->len
      || g_list_model_get_n_items (model) != townships->len)
    return FALSE;
  for (guint i = 0; i < townships->len; i++)
    if (g_array_index (townships, gint64, i) != g_array_index (self->townships, gint64, i)
        || !g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                         gtk_string_list_get_string (GTK_STRING_LIST (labels), i)))
      return FALSE;

  return TRUE;
}

/* The townships that are there, in the order in which they come; what was chosen stays. */
static void
fill_townships (TyFilingsPage *self)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr(GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) townships = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 before = get_township (self);
  gint64 all = 0;
  guint selected = 0;

  g_array_append_val (townships, all);
  gtk_string_list_append (labels, _("All townships"));
  for (guint i = 0; i < self->all->len; i++)
    {
      TyFiling *filing = g_ptr_array_index (self->all, i);
      gint64 township = ty_filing_get_township (filing);

      if (township == 0 || !g_hash_table_add (known, GSIZE_TO_POINTER ((gsize) township)))
        continue;
      if (township == before)
        selected = townships->len;
      g_array_append_val (townships, township);
      gtk_string_list_append (labels, ty_filing_get_text (filing, "township"));
    }
  if (are_choices (self, townships, G_LIST_MODEL (labels)))
    return;

  self->filling = TRUE;
  g_array_unref (self->townships);
  self->townships = g_steal_pointer (&townships);
  gtk_drop_down_set_model (self->township_drop, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->township_drop, selected);
  self->filling = FALSE;
}

static void
tell_open (TyFilingsPage *self,
           TyFilingCount  count)
{
  /* Who keeps the filings elsewhere is not told that all of them are missing here. */
  ty_page_set_count (TY_PAGE (self), count.n_filed > 0 && count.n_open > 0 ? (int) count.n_open : -1,
                     TY_PAGE_BADGE_WAITS);
}

static TyFilingCount
count_listed (GPtrArray *filings)
{
  TyFilingCount count = { 0 };

  for (guint i = 0; i < filings->len; i++)
    if (ty_filing_is_open (g_ptr_array_index (filings, i)))
      count.n_open++;
    else
      count.n_filed++;
  return count;
}

static void
update_loading (TyFilingsPage *self)
{
  ty_page_set_loading (TY_PAGE (self), self->reading || ty_row_places_is_growing (self->places));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) filings = ty_office_list_filings_finish (TY_OFFICE (source), result, &error);
  TyFilingsPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_FILINGS_PAGE (user_data);
  self->reading = FALSE;
  if (filings == NULL)
    {
      update_loading (self);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
        ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }

  g_clear_pointer (&self->all, g_ptr_array_unref);
  self->all = g_steal_pointer (&filings);
  tell_open (self, count_listed (self->all));
  fill_townships (self);
  ty_row_places_set_gentle (self->places, FALSE);
  list_filings (self);
  update_loading (self);
}

static void
ty_filings_page_refresh (TyPage *page)
{
  TY_FILINGS_PAGE (page)->reading = TRUE;
  ty_office_list_filings_async (ty_page_get_office (page), ty_page_begin (page), listed_cb, page);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TyFilingCount count;

  if (ty_office_count_filings_finish (TY_OFFICE (source), result, &count, NULL))
    tell_open (TY_FILINGS_PAGE (user_data), count);
}

static void
ty_filings_page_count (TyPage       *page,
                       GCancellable *cancellable)
{
  ty_office_count_filings_async (ty_page_get_office (page), cancellable, counted_cb, page);
}

/* What is done with rows. */

static void
set_error (TyFilingsPage *self,
           GtkEditable   *entry,
           const char    *message)
{
  gtk_label_set_label (self->error_label, message != NULL ? message : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->error_label), message);
  gtk_widget_remove_css_class (GTK_WIDGET (self->number_entry), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->date_entry), "error");
  if (entry == NULL)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_grab_focus (GTK_WIDGET (entry));
}

static void
entry_changed_cb (TyFilingsPage *self,
                  GtkEditable   *entry)
{
  set_error (self, NULL, NULL);
}

static void
entry_activate_cb (TyFilingsPage *self,
                   GtkEntry      *entry)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "filings.enter", NULL);
}

typedef struct
{
  TyFilingsPage *page; /* (owned) */
  char *text;          /* (owned): what is told when it is done */
} Request;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Request *request = user_data;
  g_autoptr(GError) error = NULL;

  if (ty_office_set_filings_finish (TY_OFFICE (source), result, &error))
    {
      gtk_editable_set_text (request->page->number_entry, "");
      ty_page_tell_done (TY_PAGE (request->page), request->text);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      ty_page_tell_problem (TY_PAGE (request->page), error);
    }
  g_object_unref (request->page);
  g_free (request->text);
  g_free (request);
}

static void
save (TyFilingsPage *self,
      const char    *number,
      TyDate         date)
{
  g_autoptr(GPtrArray) selected = list_selected (self);
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (TyFilingKey));
  Request *request = g_new0 (Request, 1);
  g_autofree char *count = ty_text_format_count (selected->len);

  for (guint i = 0; i < selected->len; i++)
    g_array_append_vals (keys, ty_filing_get_key (g_ptr_array_index (selected, i)), 1);
  request->page = g_object_ref (self);
  request->text = number != NULL
                    ? g_strdup_printf (ngettext ("County filing %s entered for %s post",
                                                 "County filing %s entered for %s posts", selected->len),
                                       number, count)
                    : g_strdup_printf (ngettext ("County filing of %s post taken out",
                                                 "County filings of %s posts taken out", selected->len),
                                       count);
  ty_office_set_filings_async (ty_page_get_office (TY_PAGE (self)), (const TyFilingKey *) keys->data,
                               keys->len, number, date, NULL, saved_cb, request);
}

static void
enter_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TyFilingsPage *self = TY_FILINGS_PAGE (widget);
  g_autofree char *number = ty_text_clean (gtk_editable_get_text (self->number_entry));
  g_autofree char *text = ty_text_clean (gtk_editable_get_text (self->date_entry));
  TyDate date = TY_DATE_NONE;

  set_error (self, NULL, NULL);
  if (*number == '\0')
    {
      set_error (self, self->number_entry, _("Enter the number of the filing."));
      return;
    }
  if (*text == '\0' || !ty_date_parse_record (text, &date, NULL, NULL))
    {
      set_error (self, self->date_entry, _("Write a date such as 1978.05 or 2021.12.31."));
      return;
    }
  if (ty_date_compare (date, ty_date_today ()) > 0)
    {
      set_error (self, self->date_entry, _("This day is still to come: it cannot have been filed then."));
      return;
    }
  save (self, number, date);
}

static void
take_out_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  save (TY_FILINGS_PAGE (widget), NULL, TY_DATE_NONE);
}

static void
activate_cb (TyFilingsPage *self,
             guint          position,
             GtkColumnView *view)
{
  g_autoptr(TyFiling) filing = g_list_model_get_item (G_LIST_MODEL (self->filings), position);

  if (filing != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-person", "x", ty_filing_get_key (filing)->person);
}

/* What is selected, or all that is listed. */
static GListModel *
list_rows (TyFilingsPage *self)
{
  g_autoptr(GPtrArray) selected = list_selected (self);
  GListStore *rows;

  if (selected->len == 0)
    return g_object_ref (G_LIST_MODEL (self->filings));

  rows = g_list_store_new (TY_TYPE_FILING);
  g_list_store_splice (rows, 0, 0, selected->pdata, selected->len);
  return G_LIST_MODEL (rows);
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyFilingsPage *self = TY_FILINGS_PAGE (widget);
  g_autoptr(GListModel) rows = list_rows (self);
  guint n = g_list_model_get_n_items (rows);
  g_autofree char *count = ty_text_format_count (n);
  g_autofree char *said = g_strdup_printf (ngettext ("%s row was copied as a table.",
                                                     "%s rows were copied as a table.", n), count);

  ty_filings_columns_copy (self->view, rows);
  ty_page_tell (TY_PAGE (self), said);
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  TyFilingsPage *self = TY_FILINGS_PAGE (widget);

  gtk_editable_set_text (self->search, "");
  gtk_toggle_button_set_active (self->all_button, TRUE);
  gtk_drop_down_set_selected (self->township_drop, 0);
  list_filings (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
stop_search_cb (TyFilingsPage  *self,
                GtkSearchEntry *search)
{
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
ty_filings_page_find (TyPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TY_FILINGS_PAGE (page)->search));
}

static void
ty_filings_page_finalize (GObject *object)
{
  TyFilingsPage *self = TY_FILINGS_PAGE (object);

  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->townships, g_array_unref);

  G_OBJECT_CLASS (ty_filings_page_parent_class)->finalize (object);
}

static gint64
ty_filings_page_get_person (TyPage *page)
{
  g_autoptr(GPtrArray) selected = list_selected (TY_FILINGS_PAGE (page));

  return selected->len > 0 ? ty_filing_get_key (g_ptr_array_index (selected, 0))->person : 0;
}

static void
ty_filings_page_class_init (TyFilingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ty_filings_page_finalize;
  TY_PAGE_CLASS (klass)->refresh = ty_filings_page_refresh;
  TY_PAGE_CLASS (klass)->get_person = ty_filings_page_get_person;
  TY_PAGE_CLASS (klass)->count = ty_filings_page_count;
  TY_PAGE_CLASS (klass)->find = ty_filings_page_find;

  g_type_ensure (TY_TYPE_FILING);
  g_type_ensure (TY_TYPE_ROW_PLACES);
  g_type_ensure (TY_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-filings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TyFilingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TyFilingsPage, search);
  gtk_widget_class_bind_template_child (widget_class, TyFilingsPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, TyFilingsPage, done_button);
  gtk_widget_class_bind_template_child (widget_class, TyFilingsPage, all_button);
  gtk_widget_class_bind_template_child (widget_class, TyFilingsPage, township_drop);
  gtk_widget_class_bind_template_child (widget_class, TyFilingsPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, TyFilingsPage, view);
  gtk_widget_class_bind_template_child (widget_class, TyFilingsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TyFilingsPage, places);
  gtk_widget_class_bind_template_child (widget_class, TyFilingsPage, filings);
  gtk_widget_class_bind_template_child (widget_class, TyFilingsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, TyFilingsPage, selected_label);
  gtk_widget_class_bind_template_child (widget_class, TyFilingsPage, number_entry);
  gtk_widget_class_bind_template_child (widget_class, TyFilingsPage, date_entry);
  gtk_widget_class_bind_template_child (widget_class, TyFilingsPage, error_label);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, township_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);

  gtk_widget_class_install_action (widget_class, "filings.enter", NULL, enter_action);
  gtk_widget_class_install_action (widget_class, "filings.take-out", NULL, take_out_action);
  gtk_widget_class_install_action (widget_class, "filings.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "filings.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "filings.copy", NULL);
}

static void
ty_filings_page_init (TyFilingsPage *self)
{
  g_autofree char *today = ty_date_to_record (ty_date_today ());

  self->townships = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (self->date_entry, today);
  ty_row_places_set_view (self->places, GTK_WIDGET (self->view));
  g_signal_connect_object (self->places, "notify::growing", G_CALLBACK (update_loading), self, G_CONNECT_SWAPPED);
  ty_filings_columns_add (self->view);
}

/**
 * ty_filings_page_new:
 * @office: (nullable): from which it reads
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
ty_filings_page_new (TyOffice *office)
{
  return g_object_new (TY_TYPE_FILINGS_PAGE,
                       "page-name", "filings",
                       "title", _("County filings"),
                       "icon-name", "ty-filing-symbolic",
                       "group", C_("sidebar", "Cadres"),
                       "office", office,
                       NULL);
}

/**
 * ty_filings_page_get_filings:
 * @self: a page
 *
 * Returns: (transfer none): what is listed, #TyFiling
 */
GListModel *
ty_filings_page_get_filings (TyFilingsPage *self)
{
  g_return_val_if_fail (TY_IS_FILINGS_PAGE (self), NULL);

  return G_LIST_MODEL (self->filings);
}

/**
 * ty_filings_page_list_people:
 * @self: a page of filings
 *
 * Returns: (transfer full) (element-type gint64): whose filings are selected, or all that are shown where none is
 */
GArray *
ty_filings_page_list_people (TyFilingsPage *self)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GHashTable) listed = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GListModel) rows = list_rows (self);

  /* Somebody who has several filings is one person. */
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(TyFiling) filing = g_list_model_get_item (rows, i);
      const TyFilingKey *key = ty_filing_get_key (filing);

      if (g_hash_table_add (listed, (gpointer) &key->person))
        g_array_append_val (people, key->person);
    }
  return people;
}
