/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-history-page"

#include "config.h"

#include "ty-history-page.h"

#include "ty-clipboard.h"
#include "ty-event-list.h"
#include "ty-history-filters.h"
#include "ty-history-list.h"
#include "ty-history-pane.h"
#include "ty-history-row.h"
#include "ty-settings.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROW_HEIGHT 34 /* px */

/**
 * TyHistoryPage:
 *
 * Who did what when, the newest first, below headings of days; beside it the old and new values of the
 * action that is selected. What is still in force can be taken back, unless a later action stands
 * against it.
 */
struct _TyHistoryPage
{
  TyPage parent_instance;

  /* Template */
  GtkStack *stack;
  GtkStack *list_stack;
  TyHistoryFilters *filters;
  GtkLabel *count_label;
  GtkToggleButton *events_button;
  TyEventList *events;
  GtkToggleButton *pane_button;
  AdwFlap *flap;
  TyHistoryPane *pane;
  GtkListView *view;
  GtkSingleSelection *selection;
  AdwStatusPage *nothing_page;

  /* Owned */
  TyHistoryList *list; /* (nullable) */

  gint64 selected;     /* the action, or 0 */
  gint64 awaited;      /* the action that is gone to once it is listed, or 0 */
};

G_DEFINE_FINAL_TYPE (TyHistoryPage, ty_history_page, TY_TYPE_PAGE)

/* What is selected. */

static TyHistoryItem *
get_selected (TyHistoryPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
show_pane (TyHistoryPage *self)
{
  gtk_toggle_button_set_active (self->pane_button, TRUE);
}

static void
update_pane (TyHistoryPage *self)
{
  ty_history_pane_show (self->pane, ty_page_get_office (TY_PAGE (self)), self->selected);
}

static void
selected_cb (TyHistoryPage *self)
{
  TyHistoryItem *item = get_selected (self);
  gint64 seq = item != NULL ? ty_history_item_get_seq (item) : 0;

  if (seq == self->selected)
    return;

  self->selected = seq;
  update_pane (self);
}

/* GTK 4.8 has no way to give the focus to a row but by its widget. */
static void
focus_list (TyHistoryPage *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      {
        gtk_widget_grab_focus (row);
        return;
      }
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
select_place (TyHistoryPage *self,
              guint          position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static gboolean
is_heading_at (TyHistoryPage *self,
               guint          position)
{
  g_autoptr(TyHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  return item != NULL && ty_history_item_is_heading (item);
}

static int
get_step (TyHistoryPage *self,
          guint          keyval)
{
  int page = MAX (gtk_widget_get_height (GTK_WIDGET (self->view)) / ROW_HEIGHT - 1, 1);

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return -1;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return 1;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return -page;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return page;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return G_MININT;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return G_MAXINT;
    default:
      return 0;
    }
}

/* GTK 4.8 gives no focus to a row that cannot be selected, and so would stop before each heading. */
static gboolean
key_pressed_cb (TyHistoryPage         *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  int step = get_step (self, keyval);
  gint64 last = self->list != NULL ? (gint64) g_list_model_get_n_items (G_LIST_MODEL (self->list)) - 1
                                   : -1;
  guint selected = gtk_single_selection_get_selected (self->selection);
  gint64 target;

  if (step == 0 || last < 1 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;

  target = selected == GTK_INVALID_LIST_POSITION ? 1 : CLAMP ((gint64) selected + step, 0, last);
  if (is_heading_at (self, (guint) target))
    target += step > 0 || target == 0 ? 1 : -1;
  select_place (self, (guint) target);
  focus_list (self);
  return TRUE;
}

static void
go_to_action (TyHistoryPage *self,
              gint64         seq)
{
  guint position;

  if (self->list != NULL && ty_history_list_find (self->list, seq, &position))
    {
      self->awaited = 0;
      select_place (self, position);
      show_pane (self);
      focus_list (self);
      return;
    }

  /* The filters leave it out. */
  self->awaited = seq;
  ty_history_filters_clear (self->filters);
}

/* What is listed. */

static void
update_count (TyHistoryPage  *self,
              TyHistoryIndex *index)
{
  g_autofree char *number = ty_text_format_count (index->seqs->len);
  g_autofree char *all = ty_text_format_count (index->n_all);
  g_autofree char *text = NULL;

  if (ty_history_filters_is_filtered (self->filters))
    /* Translators: how many actions match, and how many there are */
    text = g_strdup_printf (_("%s of %s actions"), number, all);
  else
    text = g_strdup_printf (ngettext ("%s action", "%s actions", index->seqs->len), number);
  gtk_label_set_label (self->count_label, text);
}

/* Every file begins with the action that made it. */
static const char *
get_state (TyHistoryPage  *self,
           TyHistoryIndex *index)
{
  return index->n_all > 1 || ty_history_filters_is_filtered (self->filters) ? "history" : "empty";
}

static void
answer (TyHistoryPage *self)
{
  TyHistoryIndex *index = ty_history_list_get_index (self->list);
  guint position;

  ty_history_filters_show_counts (self->filters, index);
  update_count (self, index);
  if (index->seqs->len == 0)
    {
      g_autofree char *description = ty_history_filters_dup_description (self->filters);

      adw_status_page_set_description (self->nothing_page, description);
    }
  gtk_stack_set_visible_child_name (self->list_stack, index->seqs->len > 0 ? "list" : "nothing");
  gtk_stack_set_visible_child_name (self->stack, get_state (self, index));

  if (ty_history_list_find (self->list, self->awaited, &position))
    go_to_action (self, self->awaited);
  else if (self->awaited != 0 && ty_history_filters_is_filtered (self->filters))
    {
      ty_history_filters_clear (self->filters);
      return;
    }
  else if (self->selected == 0 && index->seqs->len > 0)
    gtk_single_selection_set_selected (self->selection, 1);
  else if (self->selected != 0)
    update_pane (self);
  self->awaited = 0;
}

static void
loading_cb (TyHistoryPage *self,
            GParamSpec    *pspec,
            TyHistoryList *list)
{
  gboolean loading;

  g_object_get (list, "loading", &loading, NULL);
  ty_page_set_loading (TY_PAGE (self), loading);
  if (!loading && ty_history_list_get_index (list) != NULL)
    answer (self);
}

static void
failed_cb (TyHistoryPage *self,
           const GError  *error,
           gpointer       source)
{
  ty_page_tell_problem (TY_PAGE (self), error);
}

static void
query (TyHistoryPage *self)
{
  TyHistoryFilter filter;

  if (self->list == NULL || !ty_office_is_open (ty_page_get_office (TY_PAGE (self))))
    return;

  ty_history_filters_get (self->filters, &filter);
  ty_history_list_set_filter (self->list, &filter);
}

static void
filters_changed_cb (TyHistoryPage    *self,
                    TyHistoryFilters *filters)
{
  query (self);
}

/* Enter in the search entry goes to the newest that matches, Escape to where one was. */
static void
leave_search_cb (TyHistoryPage    *self,
                 gboolean          to_first,
                 TyHistoryFilters *filters)
{
  if (to_first && self->list != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 1)
    select_place (self, 1);
  focus_list (self);
}

/* The page asks again whenever it is refreshed. */
static void
make_list (TyHistoryPage *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));

  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->list);
  self->selected = 0;
  self->awaited = 0;
  update_pane (self);
  ty_history_filters_set_office (self->filters, office);
  self->list = ty_history_list_new (office);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
}

/* Only what is seen is read. */
static void
load_events (TyHistoryPage *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));

  if (gtk_toggle_button_get_active (self->events_button) && ty_office_is_open (office))
    ty_event_list_load (self->events, office);
}

static void
events_toggled_cb (TyHistoryPage   *self,
                   GtkToggleButton *button)
{
  load_events (self);
}

static void
ty_history_page_refresh (TyPage *page)
{
  TyHistoryPage *self = TY_HISTORY_PAGE (page);

  if (self->list == NULL || ty_history_list_get_office (self->list) != ty_page_get_office (page))
    make_list (self);
  query (self);
  load_events (self);
}

static void
ty_history_page_find (TyPage *page)
{
  ty_history_filters_focus (TY_HISTORY_PAGE (page)->filters);
}

/* What can be done. */

static void
take_back (TyHistoryPage *self,
           gint64         seq)
{
  guint position;

  if (seq == 0)
    return;
  if (seq != self->selected && ty_history_list_find (self->list, seq, &position))
    gtk_single_selection_set_selected (self->selection, position);
  show_pane (self);
  ty_history_pane_take_back (self->pane, ty_page_get_office (TY_PAGE (self)), seq);
}

static void
undo_clicked_cb (GtkListItem *item,
                 GtkButton   *button)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (button), TY_TYPE_HISTORY_PAGE);
  TyHistoryItem *row = gtk_list_item_get_item (item);

  if (page != NULL && row != NULL)
    take_back (TY_HISTORY_PAGE (page), ty_history_item_get_seq (row));
}

static void
go (GtkWidget  *widget,
    TyOffice   *office,
    const char *uri)
{
  const char *slash = strchr (uri, '/');
  gint64 id = slash != NULL ? g_ascii_strtoll (slash + 1, NULL, 10) : 0;

  if (g_str_has_prefix (uri, "person/"))
    gtk_widget_activate_action (widget, "win.show-person", "x", id);
  else if (!gtk_widget_activate_action (widget, "win.show-unit", "x", id))
    {
      /* Where units have no page of their own, their people are shown. */
      ty_office_set_scope (office, id);
      gtk_widget_activate_action (widget, "win.show-page", "s", "roster");
    }
}

static gboolean
activate_link_cb (GtkListItem *item,
                  const char  *uri,
                  GtkLabel    *label)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (label), TY_TYPE_HISTORY_PAGE);

  if (page != NULL)
    go (page, ty_page_get_office (TY_PAGE (page)), uri);
  return TRUE;
}

static void
pane_go_cb (TyHistoryPage *self,
            const char    *uri,
            TyHistoryPane *pane)
{
  go (GTK_WIDGET (self), ty_page_get_office (TY_PAGE (self)), uri);
}

static void
pane_take_back_cb (TyHistoryPage *self,
                   gint64         seq,
                   TyHistoryPane *pane)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.take-back", "x", seq);
}

static void
show_action_cb (TyHistoryPage *self,
                gint64         seq,
                TyHistoryPane *pane)
{
  go_to_action (self, seq);
}

static void
activate_cb (TyHistoryPage *self,
             guint          position,
             GtkListView   *view)
{
  show_pane (self);
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static void
take_back_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TyHistoryPage *self = TY_HISTORY_PAGE (widget);

  take_back (self, self->selected);
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyHistoryItem *item = get_selected (TY_HISTORY_PAGE (widget));
  TyHistoryEntry *entry = item != NULL ? ty_history_item_get_entry (item) : NULL;
  g_autofree char *text = entry != NULL ? ty_history_pane_dup_text (entry) : NULL;

  if (text != NULL)
    ty_clipboard_put_text (widget, text, FALSE);
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ty_history_filters_clear (TY_HISTORY_PAGE (widget)->filters);
}

static void
back_to_list_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  focus_list (TY_HISTORY_PAGE (widget));
}

static void
ty_history_page_dispose (GObject *object)
{
  TyHistoryPage *self = TY_HISTORY_PAGE (object);

  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (ty_history_page_parent_class)->dispose (object);
}

static gint64
ty_history_page_get_person (TyPage *page)
{
  TyHistoryPage *self = TY_HISTORY_PAGE (page);

  return gtk_toggle_button_get_active (self->events_button) ? ty_event_list_get_person (self->events) : 0;
}

static void
ty_history_page_class_init (TyHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_history_page_dispose;
  TY_PAGE_CLASS (klass)->refresh = ty_history_page_refresh;
  TY_PAGE_CLASS (klass)->get_person = ty_history_page_get_person;
  TY_PAGE_CLASS (klass)->find = ty_history_page_find;

  g_type_ensure (TY_TYPE_HISTORY_ITEM);
  g_type_ensure (TY_TYPE_EVENT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPage, filters);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPage, events_button);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPage, events);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPage, pane_button);
  gtk_widget_class_bind_template_callback (widget_class, events_toggled_cb);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPage, flap);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPage, pane);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPage, view);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryPage, nothing_page);
  ty_history_row_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_action_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_take_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_go_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);

  gtk_widget_class_install_action (widget_class, "history.take-back", NULL, take_back_action);
  gtk_widget_class_install_action (widget_class, "history.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "history.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_install_action (widget_class, "history.back-to-list", NULL, back_to_list_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "history.take-back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "history.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "history.back-to-list", NULL);
}

static void
ty_history_page_init (TyHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (ty_settings_get (), "history-pane-shown", self->pane_button, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

/**
 * ty_history_page_new:
 * @office: from which it reads
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
ty_history_page_new (TyOffice *office)
{
  return g_object_new (TY_TYPE_HISTORY_PAGE,
                       "page-name", "history",
                       "title", _("History"),
                       "icon-name", "ty-history-symbolic",
                       "group", C_("sidebar", "Data"),
                       "office", office,
                       NULL);
}

/**
 * ty_history_page_show:
 * @self: a page
 * @seq: an action
 *
 * Goes to an action, at once or when the history is read. Filters that leave it out are taken away.
 */
void
ty_history_page_show (TyHistoryPage *self,
                      gint64         seq)
{
  g_return_if_fail (TY_IS_HISTORY_PAGE (self));

  if (self->list != NULL && ty_history_list_is_answered (self->list))
    go_to_action (self, seq);
  else
    self->awaited = seq;
}
